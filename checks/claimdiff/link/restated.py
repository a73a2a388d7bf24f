"""A measure told once more in another unit ("1,874 m (6,148 ft)") is one figure: what agrees with one agrees with both."""

from __future__ import annotations

from claimdiff.link.likeness import Likeness
from claimdiff.link.side import Side
from claimdiff.relations import AGREEING, group, relate

KIND = "numeric"
# So many code points part the two measures, at most, one of them a bracket or a bar.
_BETWEEN = 4
_OPENING = frozenset("([/=")


def told(likeness: Likeness, a: int, b: int) -> bool:
    """True where one of the two is but the other half of a measure that the other version tells in one unit."""
    mine, theirs = _beside(likeness.a, a), _beside(likeness.b, b)
    if (mine is None) == (theirs is None):
        return False  # Of two that both stand in brackets one may be wrong.
    if mine is not None:
        return _same(likeness.a, a, mine) and any(likeness.agree(mine, n) for n in likeness.b.of(KIND))
    return theirs is not None and _same(likeness.b, b, theirs) and any(likeness.agree(n, theirs) for n in likeness.a.of(KIND))


def _beside(side: Side, number: int) -> int | None:
    """The figure in another unit that stands beside this one, parted by a bracket."""
    claim, passage = side.claims[number], side.passages[side.home[number]]
    for near in side.at_home(side.home[number]):
        other = side.claims[near]
        if other.unit is None or other.unit == claim.unit or group(other.kind) != KIND:
            continue
        first, second = sorted((claim, other), key=lambda c: c.start)
        between = passage.text[first.end - passage.start : second.start - passage.start]
        if 0 < len(between) <= _BETWEEN and _OPENING & set(between):
            return near
    return None


def _same(side: Side, number: int, other: int) -> bool:
    """True when two measures of one version say the same; of currencies no rate is known."""
    relation = relate(side.claims[number], side.claims[other], side.lang, side.lang)
    return relation is not None and relation.name in AGREEING and relation.weight == 1
