"""How two numbers compare: conversion, rounding, ranges and bounds are tried before they are called different."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from functools import lru_cache

from claimdiff.language import world
from claimdiff.model import FURTHER, LISTED, Claim
from claimdiff.relations import portions, rates, spans
from claimdiff.relations.base import EQUAL, Relation
from claimdiff.relations.concepts import another
from claimdiff.relations.rounding import (
    APPROXIMATION_TOLERANCE,
    near,
    one_inside,
    opposite_limits,
    rescaled,
    rounds,
    same_limit,
    significant,
    tens_apart,
)

# Whoever converts units for readers rounds: 100 km and 62 miles, 26 degrees and 79 °F, 120 mph and 195 km/h.
CONVERSION_TOLERANCE = Decimal("0.08")
# From metres to centimetres only the comma moves.
METRIC_TOLERANCE = Decimal("0.02")
_METRIC = frozenset({"length", "mass", "volume", "area"})
# Whole numbers below this are told to the unit when converted: one inch is 2 or 3 centimetres.
SMALL, STEP = 20, Decimal("0.6")
_COUNTS = frozenset({"number", "quantity"})


# Smaller bare figures may leave out the scale of a sum.
ELLIPTIC = 1000


def relate(a: Claim, b: Claim, _lang_a: str, _lang_b: str) -> Relation | None:
    """The relation of two figures of any numeric kind; None when no reader would set one against the other."""
    if not _comparable(a, b):
        return None
    if a.kind == b.kind == "score" and a.value == "/".join(reversed(b.value.split("/"))):
        return Relation("equal", "the same score, told from the other side")
    if a.kind == b.kind == "ordinal" and a.about == b.about == "minute" and _added_time(a, b):
        return Relation("equal", "a minute of added time")
    same = _same_value(a, b)
    one_unit = _unit(a) == _unit(b) or _one_currency(a, b)
    if rates.apart(a, b) and (not same or one_unit):
        return _rates(a, b) if same else None
    if _other_matter(a, b) and (same if one_unit else _measured_alike(a, b)):
        return Relation("different-thing", f"the same measure is of {a.details['matter']} and of {b.details['matter']}", 0.95)
    if same and one_unit:
        return _things(a, b) if {a.kind, b.kind} <= _COUNTS else EQUAL
    if same and _clash(_measured_in(a), _measured_in(b)) and a.kind == b.kind:
        return Relation("different-unit", f"the same figure in {a.unit or a.about} and in {b.unit or b.about}", 0.9)
    if _dimension(a) and _dimension(a) == _dimension(b) and _unit(a) != _unit(b):
        return _measured(a, b, same)
    if same:
        return _other_unit(a, b)
    return _unequal(a, b)


def _other_matter(a: Claim, b: Claim) -> bool:
    """True for a ton of clams and a ton of eels."""
    return "matter" in a.details and "matter" in b.details and another(a.details["matter"], b.details["matter"])


def _measured_alike(a: Claim, b: Claim) -> bool:
    """True for 1,500 kilos and a ton and a half."""
    told = _measured(a, b, False) if _dimension(a) and _dimension(a) == _dimension(b) else None
    return told is not None and told.name == "converted"


# A match and its extra time end at these minutes, and are played on for fewer than so many.
_ENDS, _ADDED = (90, 120), 15


def _added_time(a: Claim, b: Claim) -> bool:
    """True for the 4th minute of added time and minute 94."""
    return any(abs(x[0] - y[0]) in _ENDS and min(x[0], y[0]) <= _ADDED for x in values(a) for y in values(b))


def _comparable(a: Claim, b: Claim) -> bool:
    measures = {a.kind, b.kind} & {"quantity", "money", "percentage"}
    if ("label" in a.details) != ("label" in b.details) and (measures or not _same_value(a, b)):
        return False  # Seed number 7 and line 7 count nothing.
    if (a.details.get("label") == LISTED) != (b.details.get("label") == LISTED):
        return False  # "3. Reis" is the third of a list, no figure of anything.
    if a.kind == b.kind == "ordinal" and _counted_apart(a, b):
        return False
    if spans.apart(a, b) and not (spans.from_today(a, b) and _same_value(a, b)):
        return False
    if a.kind == b.kind:
        # 260 tonnes and 260 litres of oil: one figure, measured as two things.
        return not _clash(_measured_in(a), _measured_in(b)) or _one_figure(a, b)
    kinds = {a.kind, b.kind}
    if kinds <= {"number", "quantity"}:
        # Of a figure with its unit and one without, nobody knows whether the units are the same.
        return _same_value(a, b) or not (_dimension(a) or _dimension(b) or _whole(a) != _whole(b))
    if kinds <= {"age", "duration", "quantity", "number"}:
        if kinds == {"age", "duration"}:
            return _same_value(a, b) or a.unit == b.unit
        if kinds == {"duration", "number"}:
            return _same_value(a, b) or _limited_alike(a, b)  # Of "two" and "three years" nobody knows that both are years.
        return _same_value(a, b) or ((_open(a) or _open(b)) and not _clash(_measured_in(a), _measured_in(b)))
    if "number" in kinds:
        # A bare figure may stand for a share, a sum or a rank whose unit is only implied: never against, only with.
        return _same_value(a, b) or (
            "money" in kinds
            and any(rescaled(x, y) for x in values(a) for y in values(b) if len(x) == len(y))
            and not _elliptic(a, b)
        )
    return kinds == {"percentage", "money"} and _same_value(a, b)


def _whole(claim: Claim) -> bool:
    """False for a small figure with a fraction: no "eight and a half" counts victories."""
    return any(all(end % 1 == 0 for end in ends) for ends in values(claim))


def _counted_apart(a: Claim, b: Claim) -> bool:
    """True for the second-highest and the third where nothing says what both rank."""
    if a.details.get("counts") == b.details.get("counts") or (a.about and b.about):
        return False
    return not _same_value(a, b)


def _elliptic(a: Claim, b: Claim) -> bool:
    """True for "a million and a half of the eight": the scale of a small bare figure is that of the sum beside it."""
    bare = a if a.kind == "number" else b
    return all(abs(x[0]) < ELLIPTIC for x in values(bare))


def _one_figure(a: Claim, b: Claim) -> bool:
    """True for the same figure of two digits or more in units of two dimensions, or a large one counted and measured.

    Two rates may share one by their nature.
    """
    units = [c.unit in world("units") for c in (a, b)]
    # "86 000 livres" are pounds, or books.
    measured = all(units) or (any(units) and _large(a) and "also" not in {*a.details, *b.details})
    measured = measured and "-per-" not in f"{a.unit}{b.unit}"
    if {_dimension(a), _dimension(b)} & {"angle", "temperature"}:
        return False  # "1.6 degrees" leaves open of what
    return measured and _same_value(a, b) and len(values(a)[0][0].normalize().as_tuple().digits) > 1


def _large(claim: Claim) -> bool:
    """True for a figure so large that no count is it by chance as well as a measure: 310,000 containers, 310,000 tonnes."""
    return any(abs(ends[0]) >= ELLIPTIC for ends in values(claim))


def _open(claim: Claim) -> bool:
    """True for a figure beside which stands no word that it could count: a duration or an age as likely as a number."""
    return claim.kind == "age" or (claim.kind == "number" and "noun" not in claim.details)


def _measured_in(claim: Claim) -> str | None:
    """The dimension of a measure, "count" for things counted; None where the words leave it open."""
    return _dimension(claim) or ("count" if claim.kind == "quantity" and claim.about else None)


def _clash(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and a != b


@lru_cache(maxsize=4096)
def decimals(value: str) -> tuple[Decimal, ...]:
    """The numbers of a value: one, or the two ends of a range; none when it is no number."""
    try:
        numbers = tuple(Decimal(part) for part in value.split("/"))
    except InvalidOperation:
        return ()
    return numbers if all(n.is_finite() for n in numbers) else ()


def values(claim: Claim) -> tuple[tuple[Decimal, ...], ...]:
    """Every reading of a claim's figure."""
    return _values(claim.value, claim.readings)


@lru_cache(maxsize=4096)
def _values(value: str, readings: tuple[str, ...]) -> tuple[tuple[Decimal, ...], ...]:
    return tuple(d for d in (decimals(v) for v in (value, *readings)) if d)


def _same_value(a: Claim, b: Claim) -> bool:
    if a.kind == "percentage" and b.kind == "percentage" and ("share" in a.details or "share" in b.details):
        return any(x and y and len(x) == len(y) and abs(x[0] - y[0]) <= 1 for x in values(a) for y in values(b))
    if a.kind == "percentage" and b.kind == "percentage" and a.value.lstrip("-") == b.value.lstrip("-"):
        # "-3.1%" is a fall by 3.1 per cent, but not +3.1%.
        return a.value == b.value or not ("sign" in a.details or "sign" in b.details)
    return _meet(a.value, a.readings, b.value, b.readings)


@lru_cache(maxsize=4096)
def _meet(one: str, readings: tuple[str, ...], other: str, others: tuple[str, ...]) -> bool:
    """True when two figures have a reading in common."""
    return not set(_values(one, readings)).isdisjoint(_values(other, others))


def _unit(claim: Claim) -> str | None:
    return "percent" if claim.kind == "percentage" and claim.unit is None else claim.unit


def _one_currency(a: Claim, b: Claim) -> bool:
    """True for currencies of one name and worth, and when a word that names many ("crowns", "dollars") may name the other's."""
    rows = world("currencies")
    if a.kind != "money" or b.kind != "money" or a.unit not in rows or b.unit not in rows:
        return False
    if rows[a.unit]["twin"] == b.unit:
        return True
    return rows[a.unit]["family"] == rows[b.unit]["family"] != "" and any("currency" in c.details for c in (a, b))


def _dimension(claim: Claim) -> str | None:
    if claim.kind in ("age", "duration"):
        return "duration"
    if claim.kind == "money" or claim.unit is None:
        return None
    row = world("units").get(claim.unit)
    return row["dimension"] if row else None


def _base(claim: Claim, value: Decimal) -> Decimal:
    return _bases(claim, value)[0]


def _bases(claim: Claim, value: Decimal) -> list[Decimal]:
    """The value in the base unit of its dimension; of a unit whose name is that of others too (gallon, ton), in each of them."""
    row = world("units").get(claim.unit or "")
    if row is None:
        return [value]
    factors = [row["factor"] or "1", *filter(None, row["also"].split("|"))]
    return [value * Decimal(factor) + Decimal(row["offset"] or "0") for factor in factors]


def _measured(a: Claim, b: Claim, same: bool) -> Relation | None:
    """Two measures of one dimension in two units."""
    pairs = [_ends(a, x, b, y) for x in values(a) for y in values(b)]
    pairs = [(x, y) for x, y in pairs if len(x) == len(y)]
    if any(all(_converted(a, p, b, q) for p, q in zip(x, y, strict=True)) for x, y in pairs):
        return Relation("converted", f"{a.value} {a.unit} is about {b.value} {b.unit}")
    if same and set(values(a)[0]) != {1}:
        return Relation("different-unit", f"the same figure in {a.unit} and in {b.unit}")
    # Two years and eight minutes are two facts; 100 km and 80 miles a conversion gone wrong.
    (x, *_), (y, *_) = values(a)[0], values(b)[0]
    ratio = _ratio(_base(a, x), _base(b, y))
    if a.kind == b.kind == "duration" and LOOSE < ratio <= SPANS:
        return Relation("different", f"{a.value} {a.unit} is not {b.value} {b.unit}", 0.75)
    if _dimension(a) == "duration" or ratio > NEAR:
        return None
    return Relation("different", f"{a.value} {a.unit} is not {b.value} {b.unit}", 0.9)


def _ends(a: Claim, x: tuple[Decimal, ...], b: Claim, y: tuple[Decimal, ...]) -> tuple[tuple[Decimal, ...], tuple[Decimal, ...]]:
    """The figures of both; of a range only the end that the other tells by itself: "from 8" (to 15 cm) and "3 to 6 inches"."""
    if len(x) < len(y):
        return x, y[_END[a.details["change"]]] if a.details.get("change") in _END else y
    if len(y) < len(x):
        return x[_END[b.details["change"]]] if b.details.get("change") in _END else x, y
    return x, y


# Which end of a range a figure behind "from" or "to" is.
_END = {"from": slice(0, 1), "to": slice(1, 2)}
# Slips of the pen stay near the figure (12 / 21, 37 / 73, seven / eight); a figure of another size is another fact.
NEAR, FAR = Decimal("2.6"), Decimal(5)
# Three weeks are told as twenty days, hardly as a month; four hours and forty minutes may be one wait, two years are none.
LOOSE, SPANS = Decimal("1.25"), Decimal(12)
# So many times more or less is no slip at all.
_WORLD = Decimal(100)
_NOUGHTS = (Decimal(10), Decimal(100))


def _ratio(x: Decimal, y: Decimal) -> Decimal:
    low, high = sorted((abs(x), abs(y)))
    return high / low if low else Decimal(100)


def _worlds_apart(a: Claim, b: Claim) -> bool:
    """True for 5,200 spectators and the three sets of a match: counts of which no slip makes the other."""
    if not {a.kind, b.kind} <= _COUNTS or (a.about and a.about == b.about) or _one_digit(a, b):
        return False
    return _ratio(values(a)[0][0], values(b)[0][0]) > _WORLD


def _slip(a: Claim, b: Claim) -> float:
    """How likely two unequal figures are one fact told wrongly, from what is counted and how far apart they are."""
    (x, *_), (y, *_) = values(a)[0], values(b)[0]
    ratio = _ratio(x, y)
    if a.about and a.about == b.about:
        return 1.0 if ratio <= FAR or _one_digit(a, b) else _FAR_APART[ratio > 4 * FAR]
    slipped = a.unit is not None and a.unit == b.unit and _one_digit(a, b)
    likely = 1.0 if ratio <= NEAR else 0.8 if ratio <= FAR or slipped else 0.45
    if (ratio in _NOUGHTS and len(x.normalize().as_tuple().digits) > 1) or tens_apart(a, b):
        likely = 0.9  # 1.8 and 18, 240 and 2,400: a slip of the comma, seldom two facts.
    if a.kind == b.kind in ("percentage", "money"):
        likely = max(likely, 0.8)  # Shares and sums are told few at a time: what differs in kind and place is the same one.
    if a.kind == "ordinal" and not (a.about and b.about):
        likely *= 0.8  # "first" and "second" also only order what is told.
    if a.kind == b.kind:
        return likely
    # Seven years and 5.8, ten skiers and two steps: what is named in only one of them and is no near figure is another thing.
    unlike = ratio > NEAR and (bool(a.about) != bool(b.about) or "duration" in (a.kind, b.kind))
    unlike = unlike or "offset" in {*a.details, *b.details}  # "Three years later" counts no people.
    # A figure beside which stands nothing that it counts is another thing's as often as not: points, goals, a part.
    bare = any(c.kind == "number" and _open(c) for c in (a, b)) and bool(a.about or b.about)
    return min(likely, 0.6 if unlike else 0.7 if bare else 0.85)


# How likely one thing is counted in two so unlike figures: a few times more, or twenty times.
_FAR_APART = {False: 0.8, True: 0.5}


def _one_digit(a: Claim, b: Claim) -> bool:
    """True when one figure is the other with a digit more, or with another digit: 163 and 1163, 4 and 40, 100 and 700."""
    short, long = sorted((a.value.replace(".", ""), b.value.replace(".", "")), key=len)
    if len(short) == len(long):
        return len(short) > 1 and sum(x != y for x, y in zip(short, long, strict=True)) == 1
    return len(long) == len(short) + 1 and any(long[:n] + long[n + 1 :] == short for n in range(len(long)))


def _converted(a: Claim, x: Decimal, b: Claim, y: Decimal) -> bool:
    """True when x of a's unit is y of b's, as far as converting for readers goes: small whole numbers are cut or rounded."""
    tolerance = METRIC_TOLERANCE if _tens(a, b) else CONVERSION_TOLERANCE
    if any("approximate" in c.details for c in (a, b)):
        tolerance = APPROXIMATION_TOLERANCE
    if any(near(one, other, tolerance) for one in _bases(a, x) for other in _bases(b, y)):
        return True
    one, other = _base(a, x), _base(b, y)
    steps = [abs(_base(c, v + 1) - _base(c, v)) for c, v in ((a, x), (b, y)) if v == v.to_integral_value() and abs(v) < SMALL]
    return any(abs(one - other) < STEP * step for step in steps)


def _tens(a: Claim, b: Claim) -> bool:
    """True where one unit is so many tens of the other: 2.27 metres and 237 centimetres are a slip."""
    if _dimension(a) not in _METRIC:
        return False  # 512 MB are half a gigabyte.
    factors = [Decimal(row["factor"] or "1") for c in (a, b) if (row := world("units").get(c.unit or ""))]
    return len(factors) == 2 and (factors[0] / factors[1]).normalize().as_tuple().digits == (1,)


def _rates(a: Claim, b: Claim) -> Relation:
    return Relation("different-rate", f"the same figure is for {a.details['per']} and for {b.details['per']}", 0.9)


def _other_unit(a: Claim, b: Claim) -> Relation:
    if a.kind == "money" and b.kind == "money" and a.unit and b.unit:
        return Relation("different-currency", f"the same amount in {a.unit} and in {b.unit}")
    if a.kind == b.kind == "percentage" and "point" in (a.unit, b.unit) and _distinct(a.value):
        return Relation("different-unit", "the same figure in per cent and in percentage points", 0.85)
    if "point" in (a.unit, b.unit) or a.unit is None or b.unit is None or a.kind != b.kind:
        return Relation("equal", "the same figure, the unit is said once")
    return Relation("different-unit", f"the same figure in {a.unit} and in {b.unit}")


def _distinct(value: str) -> bool:
    """True for a figure of two digits or more that are not noughts: one digit is met by chance."""
    return len(significant(value)) > 1


# What is counted where people who vote are: "89 delegates voted for it" are 89 votes.
_VOTE = "vote"


def _things(a: Claim, b: Claim) -> Relation:
    if any(one.about == _VOTE and "voting" in other.details for one, other in ((a, b), (b, a))):
        return EQUAL
    if a.about and b.about and another(a.about, b.about):
        return Relation("different-thing", f"the same figure counts {a.about} and {b.about}")
    return Relation("other-limit", "more than it, and less", 0.9) if opposite_limits(a, b) else EQUAL


def _unequal(a: Claim, b: Claim) -> Relation | None:
    if _unit(a) != _unit(b) and a.kind == "money" == b.kind and not _one_currency(a, b):
        # Amounts in two currencies are a conversion at a rate that claimdiff does not know.
        return Relation("converted", f"{a.unit} and {b.unit}", 0.5)
    pairs = [(x, y) for x in values(a) for y in values(b)]
    if _limited_alike(a, b):
        return Relation("equal", "the same limit of whole numbers")
    if any(one_inside(x, y) for x, y in pairs):
        return Relation("narrower", "one figure lies within the other's range")
    if any(len(x) == len(y) == 1 and rounds(a, x[0], b, y[0]) for x, y in pairs):
        return Relation("rounded", "equal at the precision given")
    if any(len(x) == len(y) and rescaled(x, y) for x, y in pairs):
        return Relation("rescaled", "a factor of a power of ten apart")
    loose = _LOOSE_DEGREES if any("approximate" in c.details for c in (a, b)) else 1
    if a.unit == b.unit == "degree" and any(_fahrenheit(x[0], y[0], loose) or _fahrenheit(y[0], x[0], loose) for x, y in pairs):
        return Relation("converted", "degrees of two scales")
    if portions.apart(a, b) or _worlds_apart(a, b):
        return None
    if FURTHER in (a.details.get("offset"), b.details.get("offset")):
        return None  # "900 more" is none of the figures that the other version gives.
    if (a.details.get("per") == rates.EACH) != (b.details.get("per") == rates.EACH) and _ratio(
        values(a)[0][0], values(b)[0][0]
    ) > NEAR:
        return None  # 312 seats in each train, 3,400 in all
    return Relation("different", f"{a.value} is not {b.value}", _slip(a, b) * portions.likely(a, b))


def _limited_alike(a: Claim, b: Claim) -> bool:
    """True for "under 4" and "up to 3"."""
    if "bound" not in a.details or "bound" not in b.details:
        return False
    return any(len(x) == len(y) == 1 and same_limit(a, x[0], b, y[0]) for x in values(a) for y in values(b))


# "Nearly 30 degrees" are 80 degrees Fahrenheit.
_LOOSE_DEGREES = 4


def _fahrenheit(x: Decimal, y: Decimal, apart: int) -> bool:
    """True when x may be in degrees Fahrenheit what y is in degrees Celsius, give or take so many."""
    return abs((x - 32) * 5 / 9 - y) <= apart
