"""Whose a share or a rank is: what one version tells of France is not set against what the other tells of Portugal."""

from __future__ import annotations

import re

from claimdiff.link.likeness import Likeness
from claimdiff.link.side import Side
from claimdiff.model import Claim
from claimdiff.relations.places import contains

# A subject that opens its sentence starts so many code points from it at most: "La France, chez elle, …".
_OPENING = 12
KINDS = frozenset({"percentage", "ordinal"})
_CLAUSE = re.compile(r"[,;:.!?](?!\S)|[()\n–—|]")


def of_two(likeness: Likeness, a: int, b: int) -> bool:
    """True when the two claims are each of a country or town of its own, which both versions know."""
    one, other = likeness.a.claims[a], likeness.b.claims[b]
    if one.kind not in KINDS or one.kind != other.kind:
        return False
    mine, theirs = _bearers(likeness.a, a), _bearers(likeness.b, b)
    if not mine or not theirs or any(_same(x, y) for x in mine for y in theirs):
        return False
    return all(_known(likeness.b, x) for x in mine) and all(_known(likeness.a, y) for y in theirs)


def _bearers(side: Side, number: int) -> set[str]:
    """The places in the clause of a claim; where it holds none, the country that opens the sentence."""
    claim, home = side.claims[number], side.passages[side.home[number]]
    text, at = home.text, (claim.start - home.start, claim.end - home.start)
    cuts = [0, *(m.start() for m in _CLAUSE.finditer(text)), len(text)]
    first = max(cut for cut in cuts if cut <= at[0])
    last = min(cut for cut in cuts if cut >= at[1])
    return _places(side, number, first, last) or _places(side, number, 0, _OPENING, "name")


def _places(side: Side, number: int, first: int, last: int, form: str = "") -> set[str]:
    home = side.passages[side.home[number]]
    told = (side.claims[n] for n in side.at_home(side.home[number]))
    return {c.value for c in told if _is_bearer(c) and first <= c.start - home.start < last and form in (c.details.get("form"), "")}


def _is_bearer(claim: Claim) -> bool:
    return claim.kind == "place" and not claim.outside


def _same(one: str, other: str) -> bool:
    return one == other or contains(one, other) or contains(other, one)


def _known(side: Side, place: str) -> bool:
    return any(c.kind == "place" and c.value == place for c in side.claims)
