"""Boilerplate: claims in share buttons, forms, credits, links to other stories are marked as such, not lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claimdiff.claims.boilerplate_lines import Line, Page, page
from claimdiff.claims.boilerplate_shapes import BYLINE, CAPTION, Span, covered, spans
from claimdiff.claims.found import Found
from claimdiff.language import world
from claimdiff.model import Claim

# A title in a list of other stories is no longer than this; so many are taken at most.
_TITLE, _TITLES = 25, 12
_STOPS = frozenset(".!…")
_FEWEST = 4


def marked(found: Found) -> list[Claim]:
    """The claims of a version, with `boilerplate` in the details of those that stand outside the story, or in a caption."""
    here = page(found)
    held: dict[int, Span] = {}
    for span in _spans(here):
        for index in range(span.first, span.last):
            held.setdefault(index, span)
    if not held:
        return found.claims
    spans = [held.get(_token_of(claim, found)) for claim in found.claims]
    return [claim if span is None else _marked(claim, found, span) for claim, span in zip(found.claims, spans, strict=True)]


def _token_of(claim: Claim, found: Found) -> int:
    """The token that a claim starts in."""
    starts, index = found.reading.starts, found.reading.token_at(claim.start)
    return index if index < len(starts) and starts[index] == claim.start else index - 1


def _marked(claim: Claim, found: Found, span: Span) -> Claim:
    if claim.kind == "date" and _dates_the_story(claim, found, span):
        return claim
    details = {**claim.details, "boilerplate": span.kind}
    return Claim(
        claim.kind, claim.start, claim.end, claim.value, claim.unit, claim.about, details, claim.readings, claim.found_by
    )  # fmt: skip


def _dates_the_story(claim: Claim, found: Found, span: Span) -> bool:
    """True for a date of publication, and for a dateline behind a byline."""
    return span.dated or (span.kind == BYLINE and claim.value == found.reading.dateline)


def _spans(here: Page) -> Iterator[Span]:
    hinted = [number for number, line in enumerate(here.lines) if line.hints]
    for number in hinted:
        yield from spans(here, here.lines[number])
    for number in hinted:
        below = list(_below(here, number))
        yield from below
        if below and below[-1].last == here.lines[-1].last:
            break  # Readers' comments reach to the end.
    yield from _repeated(here)


def _below(here: Page, number: int) -> Iterator[Span]:
    """What a heading such as "Related articles" or "3 comments" stands over."""
    heading = covered(here, here.lines[number])
    reach = world("boilerplate")[heading.kind]["reach"] if heading else ""
    if heading and reach == "block":
        yield from (Span(line.first, line.last, heading.kind) for line in _titles(here, number + 1))
    elif heading and reach == "rest" and _closes(here, here.lines[number]) and number + 1 < len(here.lines):
        yield Span(here.lines[number + 1].first, here.lines[-1].last, heading.kind)


def _titles(here: Page, first: int) -> list[Line]:
    """The lines below a heading that look like titles; the last one before a paragraph is the paragraph's own heading."""
    run: list[Line] = []
    for line in here.lines[first : first + _TITLES]:
        if line.last - line.first > _TITLE or here.tokens[line.last - 1].text in _STOPS:
            return run[:-1]
        run.append(line)
    return run


def _closes(here: Page, line: Line) -> bool:
    """True for a heading of comments behind the story: with their number or in several words, past the middle."""
    told = any(here.tokens[n].text.isdigit() for n in range(line.first, line.last)) or line.last - line.first >= _FEWEST - 1
    return told and 2 * here.tokens[line.first].start > len(here.found.reading.text)


def _repeated(here: Page) -> Iterator[Span]:
    """A line of people that a page shows twice and that is no sentence: the words to a picture shown again."""
    people = [line for line in here.lines if _names_people(here, line)]
    texts = Counter(_text(here, line) for line in people)
    yield from (Span(line.first, line.last, CAPTION) for line in people if texts[_text(here, line)] > 1)


def _names_people(here: Page, line: Line) -> bool:
    if not _FEWEST <= line.last - line.first <= 2 * _TITLE or here.tokens[line.last - 1].text in _STOPS:
        return False
    return any(claim.kind == "person" for claim in here.within(line.first, line.last))


def _text(here: Page, line: Line) -> str:
    return here.found.reading.text[here.tokens[line.first].start : here.tokens[line.last - 1].end]
