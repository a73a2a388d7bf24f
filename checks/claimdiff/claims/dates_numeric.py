"""Builders for dates in digits: 2025-11-24, 24.11.2025, 22/04, 2020/Sep/23."""

from __future__ import annotations

from dataclasses import replace

from claimdiff.claims.dates_match import Builder, Draft, Match
from claimdiff.claims.dates_values import When, long_year, possible

_ROUND_THE_CLOCK = (24, 7)
_MONTHS = 12


def iso(match: Match) -> Draft | None:
    """2025-11-24, 2015/08/12, 2015.5.13."""
    month, day = match.number("b"), match.number("a")
    first, last = match.hit.span()
    if not possible(month, day) or not match.tight(first, last):
        return None
    return match.draft(first, When(match.value("y"), month, day))


def numeric(match: Match) -> Draft | None:
    """24.11.2025, 24/11/25; 1/3/2013 in the order of the language, the other order kept as a reading."""
    first, last, year = match.index("a"), match.hit.end(), match.value("y")
    if len(year) == 1 or not match.tight(first, last) or (len(year) == 2 and match.value("s") == "-" and match.number("y") > 31):
        return None
    ordered = _ordered(match)
    if ordered is None:
        return None
    (month, day), other = ordered
    when = When(long_year(year), month, day, match.value("w"))
    readings = (replace(when, month=other[0], day=other[1]).edtf,) if other else ()
    return match.draft(match.hit.start(), when, readings=readings)


def short_day(match: Match) -> Draft | None:
    """22/04, am 22.04.: a month's and a day's number, where something around says that it is a date."""
    first, last = match.index("a"), match.hit.end() - (match.index("stop") >= 0)
    ordered = _ordered(match)
    if ordered is None or not match.tight(first, last) or not _said_as_day(match, first, last):
        return None
    (month, day), other = ordered
    when = When(None, month, day, match.value("w"))
    return match.draft(match.hit.start(), when, readings=(replace(when, month=other[0], day=other[1]).edtf,) if other else ())


def _said_as_day(match: Match, first: int, last: int) -> bool:
    """22/04 by a preposition, a weekday, a padded zero or when alone; 22.04. where days have stops; 4-22 as no score can be."""
    spoken = bool(match.value("w")) or match.before(first, "day_before")
    mark, numbers = match.line.kind(match.index("s")), (match.number("a"), match.number("b"))
    if mark == "/":
        padded = "0" in (match.value("a")[:1], match.value("b")[:1])
        alone = match.line.kind(match.hit.start() - 1) == "\n" == match.line.kind(last) and max(numbers) > _MONTHS
        return spoken or padded or (alone and numbers != _ROUND_THE_CLOCK)
    if mark == "-":
        return spoken and match.ends(last) and max(numbers) > _MONTHS
    return spoken and bool(match.words.data.get("day_dot")) and match.index("stop") >= 0


def _ordered(match: Match) -> tuple[tuple[int, int], tuple[int, int] | None] | None:
    """(month, day) as the language orders them, and the other way round when that is a date too."""
    a, b = match.number("a"), match.number("b")
    pairs = [(b, a), (a, b)] if match.words.data.get("numeric_order") != "mdy" else [(a, b), (b, a)]
    pairs = [p for p in pairs if possible(*p)]
    if not pairs:
        return None
    return pairs[0], pairs[1] if len(pairs) > 1 and pairs[0] != pairs[1] else None


def odd(match: Match) -> Draft | None:
    """2020/Sep/23, 23-2020-September."""
    month, day = match.number("m", "m2"), match.number("d", "d2")
    return match.draft(match.hit.start(), When(match.value("y", "y2"), month, day)) if possible(month, day) else None


BUILDERS: dict[str, Builder] = {
    "iso": iso,
    "numeric": numeric,
    "odd": odd,
    "short_day": short_day,
}
