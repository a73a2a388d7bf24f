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
    """True where one of the two is but the other half of a measure that the other version tells."""
    return _told(likeness, likeness.a, a, 0) or _told(likeness, likeness.b, b, 1)


def _told(likeness: Likeness, side: Side, number: int, which: int) -> bool:
    other = (likeness.b, likeness.a)[which]
    half = _half(side, number)
    if half is None:
        return False
    return any(likeness.agree(*((half, n) if which == 0 else (n, half))) for n in other.of(KIND))


def _half(side: Side, number: int) -> int | None:
    """The neighbour that says the same in another unit."""
    claim = side.claims[number]
    for near in side.at_home(side.home[number]):
        if group(side.claims[near].kind) != KIND or side.claims[near].unit in (None, claim.unit):
            continue
        first, second = sorted((claim, side.claims[near]), key=lambda c: c.start)
        passage = side.passages[side.home[number]]
        between = passage.text[first.end - passage.start : second.start - passage.start]
        if 0 < len(between) <= _BETWEEN and _OPENING & set(between):
            relation = relate(claim, side.claims[near], side.lang, side.lang)
            if relation is not None and relation.name in AGREEING and relation.weight == 1:  # Of currencies no rate is known.
                return near
    return None
