"""Which spans of time can be set against each other: "three days after" says when, "a strike of three days" how long."""

from __future__ import annotations

from claimdiff.model import Claim

_SPANS = frozenset({"age", "duration"})
_OPPOSITE = frozenset({"before", "after"})
_TODAY = frozenset({"ago", "ahead"})


def apart(a: Claim, b: Claim) -> bool:
    """True for a span that says when and one that says how long, or one before and one after.

    "Adopted three years after the sale" and "adopted after the sale three years ago" can be one fact.
    """
    if a.kind not in _SPANS or b.kind not in _SPANS:
        return False
    one, other = a.details.get("offset"), b.details.get("offset")
    return one != other and (None in (one, other) or {one, other} == _OPPOSITE)


def from_today(a: Claim, b: Claim) -> bool:
    """True where one span counts from today and the other says how long: "36 years ago" may be told as "for 36 years"."""
    one, other = a.details.get("offset"), b.details.get("offset")
    return a.kind == b.kind and None in (one, other) and (one or other) in _TODAY
