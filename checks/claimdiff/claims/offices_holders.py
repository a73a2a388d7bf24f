"""Who holds an office, where the text sets name and office side by side."""

from __future__ import annotations

import re
from bisect import bisect_left

from claimdiff.claims.holding import table
from claimdiff.claims.phrases import Phrase
from claimdiff.claims.pieces import Pieces
from claimdiff.model import Claim

_NEXT = re.compile(r" ?(?:\([^()\n]{1,20}\) ?)?")
_REACH = 120  # characters on either side within which a holder can begin
# Words of a body's name and small words before it, and what closes an apposition.
_BODY = 3
# Room for "of Mr" before the name of whose lawyer it is.
_WHOSE = 9
_CLOSED = re.compile(r" ?[,.;)]")
# "X, 61, a former minister": an age may stand between.
_AGED = re.compile(r" ?, ?(?:\d{1,3}[^,\n]{0,14}, ?)?|, ?\n| ?\(")
_COMMA = re.compile(r" ?, ?|, ?\n| ?\(")


def holders(layout: Pieces, phrases: list[Phrase]) -> dict[int, Claim]:
    """The person of each phrase by its number: side by side first, then across a comma; nobody holds by two commas."""
    people = sorted(layout.found.kind("person"), key=lambda c: (c.start, -c.end))
    spans = [layout.found.span(p.first, p.last) for p in phrases]
    starts = [c.start for c in people]
    near = [people[bisect_left(starts, a - _REACH) : bisect_left(starts, b + _REACH)] for a, b in spans]
    held: dict[int, Claim] = {}
    for number, (start, end) in enumerate(spans):
        beside = next((c for c in near[number] if _beside(layout, start, end, c)), None)
        if beside is not None:
            held[number] = beside
    used = {c.start for c in held.values()}
    for number, span in enumerate(spans):
        free = [c for c in near[number] if c.start not in used]
        person = None if number in held else _apposed(layout, phrases[number], span, free)
        if person is not None:
            held[number] = person
            used.add(person.start)
    return held


def _beside(layout: Pieces, start: int, end: int, person: Claim) -> bool:
    """True for "ministre Y" without a mark between, and for a name that was read together with its title."""
    if person.start <= start and end <= person.end:
        return True
    return person.start >= end and _NEXT.fullmatch(layout.found.reading.text, end, person.start) is not None


def _apposed(layout: Pieces, out: Phrase, span: tuple[int, int], people: list[Claim]) -> Claim | None:
    """The name across a comma: before a bare office ("X, directeur de"), behind one with its article ("le directeur, X")."""
    text, (start, end) = layout.found.reading.text, span
    article = layout.words.has("definite", layout.key(out.first - 1))
    opening = _opening(layout, out, start)
    before = next((c for c in people if c.end <= opening and _AGED.fullmatch(text, c.end, opening)), None)
    behind = next((c for c in people if c.start >= end and _COMMA.fullmatch(text, end, c.start)), None)
    behind = behind or (
        (_over_whose(layout, out, people) or _over_body(layout, out, people)) if article and before is None else None
    )
    if before is not None and behind is not None:
        return behind if article else before
    return behind or before


def _opening(layout: Pieces, out: Phrase, start: int) -> int:
    """Where an office begins with what leads it: an article, "his", "a sua"."""
    leads, own = ("definite", "indefinite"), table(layout.found.language.code)
    first = out.first - own.has("whose", layout.key(out.first - 1))
    led = any(layout.words.has(name, layout.key(first - 1)) for name in leads)
    first -= led
    return layout.found.reading.tokens[first].start if first < out.first else start


def _over_body(layout: Pieces, out: Phrase, people: list[Claim]) -> Claim | None:
    """The name between two commas behind an office of something that no table knows: "le directeur de Xyz, Y, ..."."""
    text, at = layout.found.reading.text, out.last
    while at < out.last + _BODY and layout.found.reading.joins(at) and not layout.capital(at):
        if not layout.words.classes(layout.key(at)):
            return None
        at += 1
    if at == out.last or not layout.words.classes(layout.key(out.last)) & {"of"}:
        return None
    while at < out.last + 2 * _BODY and layout.found.reading.joins(at) and layout.capital(at):
        at += 1
    end = layout.found.reading.tokens[at - 1].end
    return next((c for c in people if end <= c.start and _CLOSED.match(text, c.end) and _COMMA.fullmatch(text, end, c.start)), None)


def _over_whose(layout: Pieces, out: Phrase, people: list[Claim]) -> Claim | None:
    """The name behind an office of somebody: "the lawyer of Mr X, Y, ..."."""
    text, end = layout.found.reading.text, layout.found.span(out.first, out.last)[1]
    if "of" not in layout.words.classes(layout.key(out.last)):
        return None
    whose = next((c for c in people if 0 < c.start - end <= _WHOSE), None)
    behind = (c for c in people if whose and c.start > whose.end and _COMMA.fullmatch(text, whose.end, c.start))
    return next((c for c in behind if _CLOSED.match(text, c.end)), None)
