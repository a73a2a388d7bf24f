"""The beginning and the end of one thing have each its hour: a time beside "began" is not set against one beside "ended"."""

from __future__ import annotations

from claimdiff.link.likeness import Likeness
from claimdiff.link.side import Side

KINDS = frozenset({"date", "time"})
_PAIR = "start_end"
# A word stands beside a time when so many code points part them at most.
_NEAR = 30


def other_end(likeness: Likeness, a: int, b: int) -> bool:
    """True when one of two times stands beside a beginning, the other beside an end."""
    one, other = _end(likeness.a, a), _end(likeness.b, b)
    return one is not None and other is not None and one != other


def _end(side: Side, number: int) -> str | None:
    """The side of the pair that the word nearest to a claim takes."""
    claim = side.claims[number]
    told = (side.claims[n] for n in side.at_home(side.home[number]))
    words = [c for c in told if c.kind == "polarity" and c.details.get("pair") == _PAIR and "negated" not in c.details]
    near = sorted((max(c.start - claim.end, claim.start - c.end), c.start, c.details["side"]) for c in words)
    return near[0][2] if near and near[0][0] <= _NEAR else None
