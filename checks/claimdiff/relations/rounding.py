"""When two figures are one, told at another precision: rounded, bounded, in a range, or a power of ten apart."""

from __future__ import annotations

from decimal import Decimal

from claimdiff.model import Claim

# "About", "nearly", "some": how far a careful writer lets the figure be from the exact one.
APPROXIMATION_TOLERANCE = Decimal("0.1")
_POWERS = frozenset(Decimal(1).scaleb(n).normalize() for n in range(-12, 13) if abs(n) >= 3)


def near(x: Decimal, y: Decimal, tolerance: Decimal) -> bool:
    """True when the two are equal within a share of the larger."""
    return x == y or abs(x - y) <= tolerance * max(abs(x), abs(y))


def one_inside(x: tuple[Decimal, ...], y: tuple[Decimal, ...]) -> bool:
    """True when one is a range and the other a figure in it."""
    if len(x) == len(y):
        return False
    (single,), (low, high) = (x, y) if len(x) == 1 else (y, x)
    return low <= single <= high


def rounds(a: Claim, x: Decimal, b: Claim, y: Decimal) -> bool:
    """True when one figure is the other at the precision given, or lies just beyond the limit that the other sets."""
    loose = [bool(c.details.get("approximate") or c.details.get("bound")) for c in (a, b)]
    # "More than 10 %" and "more than 11 %" are two limits; only an exact figure can lie beyond a limit.
    if loose[0] != loose[1]:
        hedged, limit, other = (a, x, y) if loose[0] else (b, y, x)
        if _bounded(hedged, limit, other) or (hedged.details.get("approximate") and near(x, y, APPROXIMATION_TOLERANCE)):
            return True
    return _is_rounding(x, y) or _is_rounding(y, x)


def _bounded(claim: Claim, limit: Decimal, other: Decimal) -> bool:
    """True when `claim` only bounds the figure and the other lies just beyond: "more than 1,100" and 1,150."""
    bound = claim.details.get("bound", "")
    if bound in ("more than", "at least"):
        return limit <= other <= limit * Decimal("1.15")
    return bound in ("less than", "at most", "up to") and limit * Decimal("0.85") <= other <= limit


def _is_rounding(coarse: Decimal, exact: Decimal) -> bool:
    """True when `coarse` is `exact` at two significant digits or more, and says so by its zeros: 1.2 million, 1,187,000."""
    digits = len(coarse.normalize().as_tuple().digits)
    exact_digits = len(exact.normalize().as_tuple().digits)
    if exact == 0 or digits >= exact_digits or (digits < 2 and abs(exact) < 1000):
        return False
    step = Decimal(1).scaleb(coarse.normalize().adjusted() - digits + 1)
    return abs(coarse - exact) <= step * Decimal("0.5") and abs(coarse - exact) <= Decimal("0.06") * abs(exact)


def rescaled(x: tuple[Decimal, ...], y: tuple[Decimal, ...]) -> bool:
    """True when the figures are a power of ten of a thousand or more apart."""
    ratios = {p / q for p, q in zip(x, y, strict=True) if q}
    return len(ratios) == 1 and next(iter(ratios)).normalize() in _POWERS
