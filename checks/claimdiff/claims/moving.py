"""Verbs that tell of a rise or a fall only beside a percentage: gained 3 per cent, perderam 3%, um 3 Prozent zugelegt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimdiff.claims.found import Found
from claimdiff.language import Row, Term, expand, grammar
from claimdiff.model import Claim

_TABLE, _PAIR = "opposites", "rise_fall"
# A share of something is won and lost as well ("gained 54 per cent of the votes"), and a range is no step.
_NO_STEP = frozenset({"of", "part_of", "share"})
# So many of the words for "by", "about" or "another" stand between the verb and the figure.
_WITHIN = 2


@dataclass(frozen=True, slots=True)
class _Verbs:
    """Verb -> side of the pair, the words that may stand before the figure, whether a verb may follow it."""

    sides: dict[str, str]
    by: frozenset[str]
    behind: bool


@cache
def _verbs(code: str) -> _Verbs:
    data = grammar(code, "polarity").get("moving", {})
    sides = {form.casefold(): side for side in ("a", "b") for row in data.get(side, ()) for form in expand(row)}
    return _Verbs(sides, frozenset(data.get("by", ())), bool(data.get("behind")))


def moving(found: Found) -> list[Term]:
    """The verbs of a text beside whose percentage they tell of a rise or a fall, as sides of that pair."""
    known = {term.first for term in found.of(_TABLE) if term.id.partition("/")[0] == _PAIR}
    verbs = _verbs(found.language.code)
    beside = sorted({index for claim in found.kind("percentage") for index in _beside(found, claim, verbs)} - known)
    sides = ((index, verbs.sides[found.reading.tokens[index].key]) for index in beside)
    return [Term(index, index + 1, _TABLE, f"{_PAIR}/{side}", Row({}, [], 0)) for index, side in sides]


def _beside(found: Found, claim: Claim, verbs: _Verbs) -> Iterator[int]:
    """The verb right before a percentage, and the one right behind it where a language puts it there."""
    if not _NO_STEP.isdisjoint(claim.details):
        return
    tokens, at = found.reading.tokens, found.reading.token_at
    before = at(claim.start) - 1
    for _ in range(_WITHIN):
        before -= before >= 0 and tokens[before].key in verbs.by
    if before >= 0 and tokens[before].key in verbs.sides:
        yield before
    behind = at(claim.end)
    if verbs.behind and behind < len(tokens) and tokens[behind].key in verbs.sides:
        yield behind
