"""A match is told goal by goal: of two scores of which one leads to the other both are told rightly."""

from __future__ import annotations

from claimdiff.link.likeness import Likeness
from claimdiff.link.side import Side
from claimdiff.model import Claim
from claimdiff.relations.numbers import decimals

KIND = "score"
# A match is told in so many passages; further on stands another.
_NEAR = 4


def on_the_way(likeness: Likeness, a: int, b: int) -> bool:
    """True for two scores of which the version that tells the lower one tells the other, or a later one, soon behind it."""
    one, other = likeness.a.claims[a], likeness.b.claims[b]
    if one.kind != KIND or other.kind != KIND:
        return False
    return _later(likeness.a, a, other) or _later(likeness.b, b, one)


def _later(side: Side, low: int, high: Claim) -> bool:
    """True when the score `high` can follow `low`, and the version of `low` goes on to tell it or what follows on it."""
    if not _leads(side.claims[low], high):
        return False
    home = side.home[low]
    near = (side.claims[n] for passage in range(home, home + _NEAR) for n in side.at_home(passage) if n > low)
    return any(claim.kind == KIND and _leads(high, claim) for claim in near)


def _leads(low: Claim, high: Claim) -> bool:
    return all(x <= y for x, y in zip(decimals(low.value), decimals(high.value), strict=False))
