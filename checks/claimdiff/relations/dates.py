"""How two dates or times compare: EDTF values agree when they can be one moment at the precision both give."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import NamedTuple

from claimdiff.model import Claim
from claimdiff.relations.base import EQUAL, Relation

_POINT = re.compile(r"([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?")


class Point(NamedTuple):
    """A date as far as it is said: None for what is not; a decade or century keeps its year as a pattern ("199X")."""

    year: str | None
    month: str | None
    day: str | None


def relate(a: Claim, b: Claim, _lang_a: str, _lang_b: str) -> Relation | None:
    """The relation of two dates; weekdays are compared where both sides have one."""
    # "After the 6th" and "after the 7th" are two days, though each may be told by the day that follows.
    told = _readings if a.details.get("bound") != b.details.get("bound") else _plainly
    xs, ys = told(a), told(b)
    if not xs or not ys or not any(_share_a_part(x, y) for x in xs for y in ys):
        return None
    outcomes = [_compare(x, y) for x in xs for y in ys]
    best = min(outcomes, key=lambda r: _ORDER.get(r.name, 9))
    if best.name not in _ORDER and _vague(xs[0]) != _vague(ys[0]):
        return None  # A decade or a century in one version and a date in the other are two statements.
    if any(_weekday_alone(one) and not _has_day(other) for one, other in ((a, b), (b, a))):
        return None  # "On Monday" is no other wording of "in January".
    if best.name not in _ORDER and (_written(a, b) or _unlike_distances(a, b)):
        return None
    if best.name not in _ORDER and _told_by_distance(a) != _told_by_distance(b):
        best = best._replace(weight=best.weight * DISTANT)
    if best.name not in _ORDER and _unlike_precision(xs[0], ys[0]):
        return None  # The budget of 2026 is voted in December 2025, a house of 1886 opens again.
    if best.name in _ORDER and _ends_apart(a, b):
        return Relation("different-range", "the ranges differ in the part of a month", PARTLY)
    if best.name in _ORDER and _apart(a, b):
        return Relation("different-part", "the dates differ in the part of the month or year", PARTLY)
    return _weekdays(a, b, best)


# The parts of a month and the days that a careful writer gives them, a few more than they have.
_DAYS = {"begin": range(1, 14), "mid": range(7, 25), "end": range(18, 32), "first": range(1, 16), "second": range(15, 32)}
# Parts are told loosely: the beginning of one writer is the middle of another.
PARTLY = 0.9


def _apart(a: Claim, b: Claim) -> bool:
    """True for two parts of one month or year that have no day in common, and for a part and a day that is not in it."""
    mine, theirs = (_DAYS.get(c.details.get("part", "")) for c in (a, b))
    if mine and theirs:
        return _one_period(a, b) and not set(mine) & set(theirs)
    if not (mine or theirs):
        return False
    days = [int(p.day) for p in points((b if mine else a).value) if p.day and p.day.isdecimal()]
    months = {p.month for c in (a, b) for p in points(c.value)}
    return bool(days) and len(months) == 1 and None not in months and not set(mine or theirs or ()) & set(days)


def _ends_apart(a: Claim, b: Claim) -> bool:
    """True for two ranges of which two ends of one month have no day in common: from early May, from 28 May."""
    mine, theirs = _days_of_ends(a), _days_of_ends(b)
    shared = [p.month == q.month is not None for p, q in zip(points(a.value), points(b.value), strict=False)]
    return bool(mine and theirs) and any(same and x and y and not x & y for same, x, y in zip(shared, mine, theirs, strict=True))


def _days_of_ends(claim: Claim) -> list[frozenset[int]]:
    """For each end of a range the days that it may be; empty where nothing tells."""
    ends, parts = points(claim.value), claim.details.get("part", "").split("/")
    if len(ends) != 2 or len(parts) not in (1, 2):
        return []
    told = parts if len(parts) == 2 else ["", ""]
    days = [frozenset({int(p.day)}) if p.day and p.day.isdecimal() else frozenset[int]() for p in ends]
    return [day or frozenset(_DAYS.get(part, ())) for day, part in zip(days, told, strict=True)]


def _one_period(a: Claim, b: Claim) -> bool:
    """True for one month told of both, or one year."""
    return a.value == b.value and any(p.month or p.year for p in points(a.value))


def _share_a_part(x: tuple[Point, ...], y: tuple[Point, ...]) -> bool:
    """False for a year and a day without one: nothing says that they are one date, nor that they are two."""
    return any(_empty_point(p) or _empty_point(q) or any(m and t for m, t in zip(p, q, strict=True)) for p in x for q in y)


def _empty_point(point: Point) -> bool:
    return not any(point)


# Above it stand the seasons, quarters and halves of EDTF.
_MONTHS = 12
# "On Monday" in one version and "until the end of December" in the other are two facts as often as one.
DISTANT = 0.7


def _unlike_precision(x: tuple[Point, ...], y: tuple[Point, ...]) -> bool:
    """True for a mere year, or a season, a quarter or a half of one, and a day."""
    if not (len(x) == len(y) == 1 and (x[0].day or y[0].day) is not None):
        return False
    return any({told(x[0]), told(y[0])} == {True, False} for told in (_only_year, _part_of_year))


def _part_of_year(point: Point) -> bool:
    return point.month is not None and point.month.isdecimal() and int(point.month) > _MONTHS


def _only_year(point: Point) -> bool:
    return point.year is not None and point.month is None


def _told_by_distance(claim: Claim) -> bool:
    """True for a day that only its distance from the dateline or its weekday tells."""
    return "relative" in claim.details or (claim.found_by == "dates.weekday" and "weekday" in claim.details)


def _written(a: Claim, b: Claim) -> bool:
    """True where either is the day on which a version was written: a paper prints a day later."""
    return "dateline" in a.details or "dateline" in b.details


def _unlike_distances(a: Claim, b: Claim) -> bool:
    """True for "yesterday" and "last year": a day and a year seen from the dateline are two things."""
    mine, theirs = (sum(part is not None for point in points(c.value)[:1] for part in point) for c in (a, b))
    return "relative" in a.details and "relative" in b.details and mine != theirs


def _weekday_alone(claim: Claim) -> bool:
    return "weekday" in claim.details and not any(p.month or p.year for p in points(claim.value))


def _has_day(claim: Claim) -> bool:
    return "weekday" in claim.details or "relative" in claim.details or any(p.day for p in points(claim.value))


def _vague(value: tuple[Point, ...]) -> bool:
    return any(p.year is not None and "X" in p.year for p in value)


_ORDER = {"equal": 0, "narrower": 1, "broader": 1}


@lru_cache(maxsize=4096)
def points(value: str) -> tuple[Point, ...]:
    """The date of an EDTF value, or both ends of a range; none for what is no date."""
    found = [_POINT.fullmatch(part) for part in value.split("/")]
    if not all(found) or len(found) > 2:
        return ()
    return tuple(Point(*(_said(part) for part in match.groups())) for match in found if match)


def _said(part: str | None) -> str | None:
    return None if part is None or set(part) == {"X"} else part


def _readings(claim: Claim) -> list[tuple[Point, ...]]:
    return [p for p in (points(v) for v in (claim.value, *claim.readings)) if p]


def _plainly(claim: Claim) -> list[tuple[Point, ...]]:
    return _readings(claim)[:1] if "bound" in claim.details else _readings(claim)


def _compare(x: tuple[Point, ...], y: tuple[Point, ...]) -> Relation:
    if len(x) != len(y):
        return _range_and_point(*((x, y[0]) if len(x) == 2 else (y, x[0])))
    parts = [difference(p, q) for p, q in zip(x, y, strict=True)]
    wrong = next((part for part in parts if part), None)
    if wrong is None:
        return EQUAL if x == y else Relation("narrower", "one version is more precise")
    if len(x) == 2:
        return Relation("different-range", f"the ranges differ in their {wrong}")
    return Relation(f"different-{wrong}", f"the dates differ in the {wrong}")


# EDTF seasons and quarters in the place of a month, and the months that each holds; seasons of the northern half.
_SPANS = {
    "21": ("03", "04", "05", "06"), "22": ("06", "07", "08", "09"), "23": ("09", "10", "11", "12"), "24": ("12", "01", "02", "03"),
    "33": ("01", "02", "03"), "34": ("04", "05", "06"), "35": ("07", "08", "09"), "36": ("10", "11", "12"),
}  # fmt: skip


def difference(p: Point, q: Point) -> str | None:
    """The part in which two dates differ, None where they can be one."""
    if (p.month in _SPANS) != (q.month in _SPANS) and (p.year is None or q.year is None or _fits(p.year, q.year)):
        season, other = (p, q) if p.month in _SPANS else (q, p)
        return None if other.month is None or other.month in _SPANS[season.month or ""] else "month"
    for name in ("year", "month", "day"):
        mine, theirs = getattr(p, name), getattr(q, name)
        if mine is not None and theirs is not None and not _fits(mine, theirs):
            return name
    return None


def _fits(mine: str, theirs: str) -> bool:
    return all(m == t or "X" in (m, t) for m, t in zip(mine, theirs, strict=True))


def _range_and_point(span: tuple[Point, ...], point: Point) -> Relation:
    if any(difference(end, point) is None for end in span):
        return Relation("narrower", "one version gives one end of the range")
    low, high, middle = (_number(p) for p in (*span, point))
    if low is not None and high is not None and middle is not None and low <= middle <= high:
        return Relation("narrower", "the date lies within the range")
    return Relation("different-range", "the date lies outside the range")


def _number(point: Point) -> int | None:
    parts = [point.year or "0000", point.month or "00", point.day or "00"]
    return int("".join(parts)) if not any("X" in part for part in parts) else None


def weekday_of(value: str) -> str | None:
    """ISO weekday "1".."7" of a full date, else None."""
    try:
        return str(datetime.date.fromisoformat(value).isoweekday())
    except ValueError:
        return None


def weekday(claim: Claim) -> str | None:
    """ISO weekday "1".."7" that a date says or falls on, else None."""
    return claim.details.get("weekday") or weekday_of(claim.value)


def _weekdays(a: Claim, b: Claim, found: Relation) -> Relation:
    said = "weekday" in a.details or "weekday" in b.details
    mine, theirs = weekday(a), weekday(b)
    if not said or mine is None or theirs is None or mine == theirs:
        if found.name == "equal" and _empty(a) and _empty(b) and mine is None and _two_distances(a, b):
            return Relation("different-relative", "different distances from the day of writing", 0.6)
        return found
    if found.name in ("equal", "narrower"):
        # Two bare weekdays may be of two days of opening or two days of one story.
        return Relation("different-weekday", "the weekdays differ", 0.7 if _empty(a) and _empty(b) else 0.9)
    return found


def _two_distances(a: Claim, b: Claim) -> bool:
    """True for "18 years ago" and "81 years ago"; "this year" and "today" are no distances."""
    mine, theirs = (c.details.get("relative", "").partition(" ") for c in (a, b))
    return mine[2] == theirs[2] != "" and mine[0] != theirs[0] and "0" not in (mine[0], theirs[0])


def _empty(claim: Claim) -> bool:
    return all(set(v) <= {"X", "-"} for v in (claim.value, *claim.readings))


def relate_times(a: Claim, b: Claim, _lang_a: str, _lang_b: str) -> Relation | None:
    """The relation of two clock times, or of two spans of time."""
    xs, ys = ({_midnight(v) for v in (c.value, *c.readings)} for c in (a, b))
    if xs & ys:
        return EQUAL
    if any(x in y.split("/") or y in x.split("/") for x in xs for y in ys):
        return Relation("narrower", "one end of the span")
    return Relation("different", f"{a.value} is not {b.value}")


def _midnight(value: str) -> str:
    return value.replace("24:00", "00:00")


def resemblance(a: Claim, b: Claim) -> float:
    """How much two dates have in common, 0..1: the parts both say and say alike, of those that either says.

    "20 au 27 septembre 2025" and "dal 20 al 28 settembre" are one period told in two ways rather than two periods.
    """
    xs, ys = points(a.value), points(b.value)
    if len(xs) != len(ys):
        return 0.0
    pairs = [(getattr(x, n), getattr(y, n)) for x, y in zip(xs, ys, strict=True) for n in Point._fields]
    said = [(x, y) for x, y in pairs if x is not None and y is not None]
    return sum(x == y for x, y in said) / len(said) if len(said) > 1 else 0.0


# Two days of one month are a digit apart (5 and 15, 1 and 12), or the same digits exchanged (12 and 21).


def slip_of_date(a: Claim, b: Claim) -> bool:
    """True for two dates, told alike and alone, of which a slip makes the other: 5 and 15 May, 9 May and 9 June, 1868 and 1886."""
    xs, ys = points(a.value), points(b.value)
    if len(xs) != 1 or len(ys) != 1 or {"relative", "dateline", "bound"} & {*a.details, *b.details}:
        return False
    x, y = xs[0], ys[0]
    if x.day and y.day and difference(x, y) == "month":
        return x.day == y.day and _month_slips(a, b, x.day)
    if x.day and y.day:
        return difference(x, y) == "day" and x.month == y.month is not None and _digits_slip(x.day.lstrip("0"), y.day.lstrip("0"))
    told = x.year and y.year and not (x.month or y.month or "X" in x.year + y.year)
    return bool(told and sorted(x.year or "") == sorted(y.year or "") and _exchanged(x.year or "", y.year or ""))


# Terms, fiscal years and half months begin or end on these days of any month.
_TERMS = frozenset({"01", "15", "28", "30", "31"})


def _month_slips(a: Claim, b: Claim, day: str) -> bool:
    """True for one day of two months that nothing but the month parts: two days of one story seldom fall so."""
    mine, theirs = a.details.get("weekday"), b.details.get("weekday")
    return mine == theirs if mine and theirs else day not in _TERMS


def _digits_slip(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return (len(long) - len(short) == 1 and short in (long[:1], long[1:])) or (
        len(one) == len(other) and one == other[::-1] != other
    )


def _exchanged(one: str, other: str) -> bool:
    """True where two neighbouring digits change places."""
    apart = [n for n, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
    return len(apart) == 2 and apart[1] - apart[0] == 1
