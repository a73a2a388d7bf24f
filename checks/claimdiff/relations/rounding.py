"""When two figures are one, told at another precision: rounded, bounded, in a range, or a power of ten apart."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from claimdiff.model import Claim
from claimdiff.relations.concepts import related

# "About", "nearly", "some": how far a careful writer lets the figure be from the exact one.
APPROXIMATION_TOLERANCE = Decimal("0.1")
# How far beyond a limit a figure may lie that it still bounds, as a share of it; more where it is round.
REACH, ROUND_REACH, ROUND_FROM = Decimal("0.15"), Decimal("0.25"), 100
# "More than a thousand" goes on until one would say one and a half.
POWER_REACH = Decimal("0.5")
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
    if not any("bound" in c.details or "approximate" in c.details for c in (a, b)):
        return _is_rounding(x, y) or _is_rounding(y, x)
    bounds = [bool(c.details.get("bound")) for c in (a, b)]
    # "More than 10 %" and "more than 11 %" are two limits; only a figure that is none can lie beyond a limit.
    if bounds[0] != bounds[1] and _bounded(*((a, x, y) if bounds[0] else (b, y, x))):
        return True
    loose = [bounds[n] or bool(c.details.get("approximate")) for n, c in enumerate((a, b))]
    if loose[0] != loose[1] and (a if loose[0] else b).details.get("approximate") and near(x, y, APPROXIMATION_TOLERANCE):
        return True
    return _is_rounding(x, y) or _is_rounding(y, x)


# How a limit of whole numbers is told: up or down, and the step to the last number that is still inside.
_LIMITS = {"less than": ("up", -1), "at most": ("up", 0), "up to": ("up", 0), "more than": ("down", 1), "at least": ("down", 0)}


def same_limit(a: Claim, x: Decimal, b: Claim, y: Decimal) -> bool:
    """True when two limits let the same whole numbers in: "under 4 years" and "up to 3", "more than 20" and "at least 21"."""
    limits = [(_LIMITS.get(c.details.get("bound", "")), n) for c, n in ((a, x), (b, y))]
    if any(limit is None or n != n.to_integral_value() for limit, n in limits) or not (_whole(a) and _whole(b)):
        return False
    inside = [(limit[0], n + limit[1]) for limit, n in limits if limit]
    return inside[0] == inside[1]


def opposite_limits(a: Claim, b: Claim) -> bool:
    """True for "more than 300 homes" and "fewer than 300 homes"; what applies under a limit of money or age does not above it."""
    ways = {_LIMITS.get(c.details.get("bound", ""), ("", 0))[0] for c in (a, b) if c.details.get("bound") != "up to"}
    counted = {a.kind, b.kind} <= {"number", "quantity"} and "noun" in a.details and "noun" in b.details
    return ways == {"up", "down"} and counted and a.unit is b.unit is None


def _whole(claim: Claim) -> bool:
    """True for what is told in whole numbers: ages, years and things counted, no shares, sums or measures."""
    return claim.kind in ("number", "quantity", "age", "duration") and claim.unit in (None, "year")


def _bounded(claim: Claim, limit: Decimal, other: Decimal) -> bool:
    """True when `claim` only bounds the figure and the other lies just beyond: "more than 1,100" and 1,150."""
    bound = claim.details.get("bound", "")
    # A limit of one digit ("over a thousand") is a coarser one, and so is one of time ("under half an hour").
    timed, digits = claim.kind == "duration", limit.normalize().as_tuple().digits
    reach = ROUND_REACH if timed or (len(digits) == 1 and limit >= ROUND_FROM) else REACH
    if bound in ("more than", "at least"):
        return limit <= other <= limit * (1 + (POWER_REACH if digits == (1,) and limit >= ROUND_FROM else reach))
    return bound in ("less than", "at most", "up to") and limit * (1 - reach) <= other <= limit


@lru_cache(maxsize=4096)
def _is_rounding(coarse: Decimal, exact: Decimal) -> bool:
    """True when `coarse` is `exact` at two significant digits or more, and says so by its zeros: 1.2 million, 1,187,000."""
    digits = len(coarse.normalize().as_tuple().digits)
    exact_digits = len(exact.normalize().as_tuple().digits)
    if exact == 0 or digits >= exact_digits or (digits < 2 and abs(exact) < 1000):
        return False
    step = Decimal(1).scaleb(coarse.normalize().adjusted() - digits + 1)
    return abs(coarse - exact) <= step * Decimal("0.5") and abs(coarse - exact) <= Decimal("0.06") * abs(exact)


@lru_cache(maxsize=4096)
def rescaled(x: tuple[Decimal, ...], y: tuple[Decimal, ...]) -> bool:
    """True when the figures are a power of ten of a thousand or more apart."""
    ratios = {p / q for p, q in zip(x, y, strict=True) if q}
    return len(ratios) == 1 and next(iter(ratios)).normalize() in _POWERS


# Figures of so many digits are seldom alike by chance.
LONG = 3


@lru_cache(maxsize=4096)
def significant(value: str) -> str:
    """The digits of a figure without the noughts at its ends; none for what is no single figure."""
    return value.replace(".", "").strip("0") if value.replace(".", "", 1).isdecimal() else ""


# Of smaller figures with one digit ("3" and "30") many are told.
_MANY = Decimal(1000)


def tens_apart(a: Claim, b: Claim) -> bool:
    """True for two large sums in one currency that a nought or two keep apart: 300,000 and three million."""
    if not (a.kind == b.kind == "money" and a.unit == b.unit and significant(a.value) == significant(b.value) != ""):
        return False
    low, high = sorted((Decimal(a.value), Decimal(b.value)))
    return low >= _MANY and high / low in (10, 100)


def exchanged(a: Claim, b: Claim) -> bool:
    """True for two figures of one thing in the same digits in another order: 146 and 164, 5,200 and 2,500."""
    one, other = significant(a.value), significant(b.value)
    if len(one) != len(other) or sorted(one) != sorted(other) or one == other or not _one_thing(a, b):
        return False
    low = min(Decimal(a.value), Decimal(b.value))
    return len(one) >= LONG or low >= _MANY


def _one_thing(a: Claim, b: Claim) -> bool:
    return a.unit == b.unit and (not (a.about and b.about) or related(a.about, b.about))


def slip(a: Claim, b: Claim) -> bool:
    """True for two long figures of one thing of which a slip of the pen makes the other: 146 and 164, 312,000 and 321,000."""
    one, other = significant(a.value), significant(b.value)
    if tens_apart(a, b) or exchanged(a, b):
        return True
    if len(one) != len(other) or len(one) < LONG or not _one_thing(a, b):
        return False
    return a.about is not None and a.about == b.about and sum(x != y for x, y in zip(one, other, strict=True)) == 1
