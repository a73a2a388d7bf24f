"""Claims: which of two names comes first, in time or in rank ("ahead of France", "then to Nice", "4. X … 5. Y")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from claimdiff.claims.found import Found
from claimdiff.language import Term
from claimdiff.model import Claim

NAMED = ("place", "person", "organisation")
# How far from the word of order the two names may stand, in code points.
REACH = 60
# A numbered line is told by its number, a mark and the name right behind.
_BEHIND_NUMBER = (" ", ".", ")", "-", "°", "º", "ª", "|", ":")


def find(found: Found) -> list[Claim]:
    """An `order` claim for every word of order between two names, and for every two neighbours of a numbered list."""
    names = sorted(found.kind(*NAMED), key=lambda c: (c.start, -c.end))
    starts = [name.start for name in names]
    worded = (_around(found, term, names, starts) for term in found.of("sequence"))
    return [claim for claim in (*worded, *_numbered(found, names)) if claim is not None]


def _around(found: Found, term: Term, names: list[Claim], starts: list[int]) -> Claim | None:
    start, end = found.span(term.first, term.last)
    at = bisect_left(starts, start)
    before = [n for n in names[max(0, at - 4) : at] if n.end <= start and start - n.end <= REACH]
    behind = next((n for n in names[at : at + 3] if n.start >= end), None)
    if not before or behind is None or behind.start - end > REACH:
        return None
    if found.reading.sentence_at(before[-1].start) != found.reading.sentence_at(behind.start):
        return None
    pair = (before[-1], behind) if term.id == "forward" else (behind, before[-1])
    return _claim(*pair, "order.word")


def _numbered(found: Found, names: list[Claim]) -> Iterator[Claim | None]:
    """Neighbours n and n+1 of a list whose items are a number and a name."""
    ranked = [(rank, name) for name in names for rank in [_rank(found, name)] if rank is not None]
    for (rank, name), (following, other) in pairwise(ranked):
        if following == rank + 1:
            yield _claim(name, other, "order.list")


def _rank(found: Found, name: Claim) -> int | None:
    ahead = found.reading.text[max(0, name.start - 6) : name.start]
    digits = ahead.rstrip("".join(_BEHIND_NUMBER))
    if digits == ahead or not digits[-1:].isdigit():
        return None
    number = digits[len(digits.rstrip("0123456789")) :]
    return int(number) if len(number) <= 2 else None


def _claim(first: Claim, second: Claim, rule: str) -> Claim | None:
    one, other = _key(first), _key(second)
    if one == other or first.kind != second.kind:
        return None
    start, end = min(first.start, second.start), max(first.end, second.end)
    details = {"first": one, "second": other, "of": first.kind}
    return Claim("order", start, end, f"{one} < {other}", details=details, found_by=rule)


def _key(name: Claim) -> str:
    return name.details.get("family") or name.value
