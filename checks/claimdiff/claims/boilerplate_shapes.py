"""Which words of a line are boilerplate: shapes of short lines, told by the words in them and by what else stands there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claimdiff.claims.boilerplate_lines import FILLER, NAME, Hint, Line, Page
from claimdiff.language import world

# More words than a notice, a title or a credit has: a sentence of the story.
_NOTICE, _TITLE, _CREDIT, _SIGNED = 35, 30, 20, 14
_LABELS = frozenset(":>›»/|=©")
_PATHS = frozenset(">›»/|")
_BEFORE = frozenset("([–—|•·.!?…")
_CLOSING = {"(": ")", "[": "]"}
_DASHES = frozenset("–—|")
_STOPS = frozenset(".!?…")
BYLINE, CAPTION, CREDIT, PHOTO = "byline", "caption", "credit", "photo"
_PEOPLE = frozenset({"person", "office", "organisation", "place"})


class Span(NamedTuple):
    """Tokens first:last, and the kind of boilerplate that they are; dated: its dates say when the story is."""

    first: int
    last: int
    kind: str
    dated: bool = False


def spans(page: Page, line: Line) -> list[Span]:
    """The boilerplate of a line by its words; where two overlap, the first holds."""
    whole = _told_hints(line, line.first, line.last)
    if len(whole) > 1 and (bar := _covered(page, line, line.first, line.last, whole)):
        return bar
    out = list(_signed(page, line))
    for first, last in line.segments:
        hints = _told_hints(line, first, last)
        out.extend(_covered(page, line, first, last, hints) or _told(page, line, first, last, hints))
    return [*out, *_sites(page, line)] if out else list(_portrait(page, line))


def covered(page: Page, line: Line) -> Span | None:
    """The span of a line that is nothing but words of one kind: a heading over what follows."""
    found = _covered(page, line, line.first, line.last, _told_hints(line, line.first, line.last))
    return Span(line.first, line.last, found[0].kind) if found else None


def _told_hints(line: Line, first: int, last: int) -> list[Hint]:
    """The hints in first:last that tell a kind of boilerplate."""
    return [h for h in line.inside(first, last) if h.kind != FILLER and h.where != NAME]


def _covered(page: Page, line: Line, first: int, last: int, hints: list[Hint]) -> list[Span]:
    """Nothing but boilerplate words, counts and names of sites: "Share | 12 comments"."""
    telling = _outermost([h for h in hints if h.where not in ("by", "with")])
    if not telling or _uncovered(page, line, first, last, _takes(telling)):
        return []
    ends = [*(h.first for h in telling[1:]), last]
    starts = [first, *ends[:-1]]
    return [_span(page, h.kind, a, b) for h, a, b in zip(telling, starts, ends, strict=True) if a < b]


def _outermost(hints: list[Hint]) -> list[Hint]:
    """Without those inside a longer one: "published in" in "this article was published in"."""
    longest = sorted(hints, key=lambda h: (h.first, -h.last))
    return [h for n, h in enumerate(longest) if all(h.first >= other.last for other in longest[:n])]


def _span(page: Page, kind: str, first: int, last: int) -> Span:
    """The date of publication says when the story is; of an update only where no hour makes it the newsroom's."""
    hour = any(claim.kind == "time" for claim in page.within(first, last))
    return Span(first, last, CREDIT if kind == PHOTO else kind, kind == "published" or (kind == "updated" and not hour))


def _takes(hints: list[Hint]) -> frozenset[str]:
    known = world("boilerplate")
    return frozenset(kind for hint in hints for kind in known[hint.kind]["takes"].split())


def _uncovered(page: Page, line: Line, first: int, last: int, takes: frozenset[str]) -> bool:
    """True when a word stands there that is none of boilerplate, no site and no claim of the kinds taken."""
    held = {n for hint in line.inside(first, last) for n in range(hint.first, hint.last)}
    ends = [(c.start, c.end) for c in page.within(first, last) if c.kind in takes]
    for n in range(first, last):
        token = page.tokens[n]
        if n in held or not token.text[0].isalnum() or (token.text.isdigit() and "number" in takes):
            continue
        if not any(start <= token.start < end for start, end in ends):
            return True
    return False


def _told(page: Page, line: Line, first: int, last: int, hints: list[Hint]) -> Iterator[Span]:
    """What one wording makes of a segment that holds other words too."""
    for hint in hints:
        if hint.where == "inside" and _short(page, first, last, _NOTICE):
            yield Span(first, last, hint.kind)
        elif hint.where == "opens" and _opening(page, hint, first) and _short(page, first, last, _TITLE):
            yield from _opened(page, line, hint, last)
        elif hint.where == "label":
            yield from _labelled(page, line, hint, first, last)
        elif hint.where == "tail":
            yield from _tail(page, line, hint, first, last)


def _words(page: Page, first: int, last: int) -> int:
    return len([n for n in range(first, last) if page.tokens[n].text[0].isalnum()])


def _short(page: Page, first: int, last: int, most: int) -> bool:
    """True when tokens first:last are no more words than that."""
    return last - first <= most or _words(page, first, last) <= most


def _opening(page: Page, hint: Hint, first: int) -> bool:
    return all(not page.tokens[n].text[0].isalnum() for n in range(first, hint.first))


def _opened(page: Page, line: Line, hint: Hint, last: int) -> Iterator[Span]:
    if hint.kind == BYLINE:
        if _unfinished(page, line) and _short(page, line.first, line.last, _SIGNED):
            yield Span(hint.first, _dash(page, hint.last, last), hint.kind)
    elif (end := _reach(page, line, hint, last)) is not None:
        yield Span(hint.first, end, hint.kind)


def _dash(page: Page, first: int, last: int) -> int:
    """The first dash in first:last, behind which a dateline begins."""
    return next((n for n in range(first, last) if page.tokens[n].text in _DASHES), last)


def _reach(page: Page, line: Line, hint: Hint, last: int) -> int | None:
    """The end of what opening words open: their segment, or where titles and paths follow the line; None for too much."""
    if world("boilerplate")[hint.kind]["reach"] in ("line", "block"):
        last = line.last
    return last if _short(page, hint.last, last, _TITLE) else None


def _unfinished(page: Page, line: Line) -> bool:
    """True for a line without a full stop at its end: no sentence."""
    return page.tokens[line.last - 1].text not in _STOPS


def _labelled(page: Page, line: Line, hint: Hint, first: int, last: int) -> Iterator[Span]:
    """ "Read also: …", "(Photo: AFP)", "Home > World": words that a colon or the like makes a label."""
    before = page.tokens[hint.first - 1].text if hint.first > first else ""
    if hint.last >= last or (before and before not in _BEFORE and not _opening(page, hint, first)):
        return
    end = _bracket(page, before, hint.last, last)
    if not _label_mark(page, line, hint) or not any(page.tokens[n].text[0].isalpha() for n in range(hint.last, end)):
        return
    if hint.kind == PHOTO:
        yield Span(hint.first, end, CREDIT if _names_only(page, line, hint.last, end) else CAPTION)
    elif before in _CLOSING:
        yield Span(hint.first, end, hint.kind)
    elif (reach := _reach(page, line, hint, end)) is not None and (hint.kind != "tags" or _unfinished(page, line)):
        yield Span(hint.first, reach, hint.kind)


def _label_mark(page: Page, line: Line, hint: Hint) -> bool:
    mark = page.tokens[hint.last].text
    if hint.kind == "navigation" and hint.last - hint.first == 1:
        return mark in _PATHS
    named = any(h.where == NAME and h.first == hint.last for h in line.hints)
    return mark in _LABELS or (hint.kind in (PHOTO, CREDIT) and named)


def _bracket(page: Page, before: str, first: int, last: int) -> int:
    closing = _CLOSING.get(before)
    return next((n for n in range(first, last) if page.tokens[n].text == closing), last)


def _names_only(page: Page, line: Line, first: int, last: int) -> bool:
    """True when only names, years and words of boilerplate stand there: nothing is told."""
    held = {n for hint in line.inside(first, last) for n in range(hint.first, hint.last)}
    rest = (page.tokens[n].text for n in range(first, last) if n not in held)
    return all(text[0].isupper() or text.isdigit() or not text[0].isalnum() for text in rest)


def _tail(page: Page, line: Line, hint: Hint, first: int, last: int) -> Iterator[Span]:
    """ "…, Lyon. Photo by A. Meier / AFP", "© 2024 The Paper": names from the words on."""
    before = page.tokens[hint.first - 1].text if hint.first > first else ""
    end = _bracket(page, before, hint.last, last)
    if hint.last >= end or not _short(page, hint.last, end, _CREDIT) or not _names_only(page, line, hint.last, end):
        return
    if page.tokens[hint.first].text == "(" and not _claimed(page, line, hint, end):
        return  # "(c) Portugal" is the third item of a list.
    yield Span(hint.first, end, hint.kind)


def _claimed(page: Page, line: Line, hint: Hint, end: int) -> bool:
    """True when a year, an agency or a reservation of rights stands behind."""
    backed = any(h.where == NAME or h.kind == hint.kind for h in line.inside(hint.last, end))
    return backed or any(len(page.tokens[n].text) == 4 and page.tokens[n].text.isdigit() for n in range(hint.last, end))


def _signed(page: Page, line: Line) -> Iterator[Span]:
    """ "By Anna Meier, our correspondent": a name behind the word, and nothing that is told."""
    by = next((h for h in line.hints if h.where == "by" and _opening(page, h, line.first)), None)
    if by is None or not _unfinished(page, line) or not _short(page, line.first, line.last, _SIGNED):
        return
    end = _dash(page, by.last, line.last)
    if by.last < end and _is_person(page, by.last) and _told_by_names(page, line, by.last, end):
        yield Span(by.first, end, BYLINE)


def _is_person(page: Page, index: int) -> bool:
    return any(c.kind == "person" and c.start == page.tokens[index].start for c in page.within(index, index + 1))


def _told_by_names(page: Page, line: Line, first: int, last: int) -> bool:
    return not _uncovered(page, line, first, last, _PEOPLE) or _names_only(page, line, first, last)


def _sites(page: Page, line: Line) -> Iterator[Span]:
    """The other items of a bar of links: "Share: Facebook | X"."""
    for first, last in line.segments:
        names = [h for h in line.inside(first, last) if h.where == NAME]
        if names and not _uncovered(page, line, first, last, frozenset()):
            yield Span(first, last, "share")


def _portrait(page: Page, line: Line) -> Iterator[Span]:
    """ "President A with Minister B": a picture's line of people, joined by a word for being together, and no sentence."""
    joined = any(h.where == "with" for h in line.hints)
    people = sum(c.kind == "person" for c in page.within(line.first, line.last)) if joined else 0
    if people > 1 and _unfinished(page, line) and not _uncovered(page, line, line.first, line.last, _PEOPLE):
        yield Span(line.first, line.last, CAPTION)
