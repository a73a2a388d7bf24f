"""How likely two unequal shares, or two unequal ordinals, are one fact told wrongly: by what they are shares or ranks of."""

from __future__ import annotations

from claimdiff.model import Claim
from claimdiff.relations.concepts import ancestors, another, related

# A share told in words is one of few (half, a third, two thirds): met by chance where nothing says of what it is.
_OF_ANYTHING = 0.5
# "Of the votes" and "of the tables": two wholes, or two words for one.
_OF_OTHERS = 0.65
# "The fourth is missing" and "the third victim" are counted apart; a road and a tunnel may be one thing by two names.
_NARROWER, _OTHERWISE = 0.5, 0.7
# Of two ranks without a noun, one that is told wrongly is told for the next or the one after; else they are two things'.
_NEXT, _FAR = 2, 0.6


def apart(a: Claim, b: Claim) -> bool:
    """True for shares or ordinals of two things, which nobody compares."""
    if a.kind != b.kind:
        return False
    one, other = _of(a), _of(b)
    return bool(one and other) and another(one, other)


def likely(a: Claim, b: Claim) -> float:
    """A factor 0..1: 1 where both are of the same thing, or where nothing speaks against it."""
    one, other = _of(a), _of(b)
    if a.kind == b.kind == "percentage":
        worded = "share" in a.details or "share" in b.details
        if one and other:
            return 1.0 if related(one, other) else _OF_ANYTHING if worded else _OF_OTHERS
        return _OF_ANYTHING if worded else 1.0
    if a.kind == b.kind == "ordinal" and not (one and one == other):
        bare = not (one or other or "noun" in a.details or "noun" in b.details)
        return _akin(one, other) * (_FAR if bare and not _near(a.value, b.value) else 1.0)
    return 1.0


def _akin(one: str, other: str) -> float:
    if not (one and other):
        return 1.0
    return _NARROWER if one in ancestors(other) or other in ancestors(one) else _OTHERWISE


def _of(claim: Claim) -> str:
    return (claim.details.get("of", "") if claim.kind == "percentage" else claim.about) or ""


def _near(one: str, other: str) -> bool:
    """True for 4 and 5, 32 and 30, 19 and 91, 3 and 13."""
    if not (one.isdecimal() and other.isdecimal()):
        return True
    close = abs(int(one) - int(other)) <= _NEXT
    return close or sorted(one) == sorted(other) or one in other or other in one
