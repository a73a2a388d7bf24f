"""Builders for dates in digits: 2025-11-24, 24.11.2025, 22/04, 2020/Sep/23."""

from __future__ import annotations

from dataclasses import replace

from claimdiff.claims.dates_line import Line
from claimdiff.claims.dates_match import Builder, Draft, Match
from claimdiff.claims.dates_values import When, long_year, possible

_ROUND_THE_CLOCK = (24, 7)
_MONTHS = 12
_IN_DIGITS = ("dates.numeric", "dates.short_day")


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
    readings = (when._replace(month=other[0], day=other[1]).edtf,) if other else ()
    return match.draft(match.hit.start(), when, readings=readings)


def numeric_days(match: Match) -> Draft | None:
    """01.-02.01.2000, 01.01.-02.02.2000, where days have stops."""
    first, last = match.index("d"), match.hit.end()
    month, day = match.number("b"), match.number("a")
    start = match.number("m") or month, match.number("d")
    stopped = match.words.data.get("day_dot") and match.tight(match.index("a"), last) and not match.glued(first, last)
    if not stopped or not start < (month, day) or not (possible(*start) and possible(month, day)) or len(match.value("y")) == 1:
        return None
    end = When(long_year(match.value("y")), month, day)
    return match.draft(first, end._replace(month=start[0], day=start[1]), end)


def short_day(match: Match) -> Draft | None:
    """22/04, am 22.04.: a month's and a day's number, where something around says that it is a date."""
    first, last = match.index("a"), match.hit.end() - (match.index("stop") >= 0)
    ordered = _ordered(match)
    if ordered is None or not match.tight(first, last) or not _said_as_day(match, first, last):
        return None
    (month, day), other = ordered
    when = When(None, month, day, match.value("w"))
    return match.draft(match.hit.start(), when, readings=(when._replace(month=other[0], day=other[1]).edtf,) if other else ())


def month_numeric(match: Match) -> Draft | None:
    """03/2025 behind a colon, a bracket, a line end or a preposition; "Regulation 03/2025" is a number."""
    first, unit = match.index("a"), match.unit("a")
    opened = match.line.kind(first - 1) in "\n:(" or match.before(first, "month_before", "month_sure", "from", "to", "year_before")
    if unit is None or not opened or not match.tight(first, match.hit.end()):
        return None
    padded = match.found.reading.text[unit.start] == "0" or unit.end - unit.start > 1
    return match.draft(first, When(match.value("y"), match.number("a"))) if padded else None


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


def in_one_order(line: Line, drafts: list[Draft]) -> list[Draft]:
    """The dates, with 03/01/2026 read as 24/11/2025 beside it must be; one text has one order of day and month."""
    digits = [d for d in drafts if d.rule in _IN_DIGITS and d.when.day != d.when.month]
    sure = {_day_first(line, d) for d in digits if not d.readings}
    if len(sure) == 1:
        for draft in digits:
            if draft.readings and _day_first(line, draft) not in sure:
                draft.when, draft.readings = (other := turned(draft)).when, other.readings
    return drafts


def turned(draft: Draft) -> Draft:
    """The date with day and month exchanged where both ways can be meant, else as it is."""
    if draft.rule not in _IN_DIGITS or not draft.readings:
        return draft
    when = draft.when._replace(month=draft.when.day, day=draft.when.month)
    return replace(draft, when=when, readings=(draft.when.edtf,))


def _day_first(line: Line, draft: Draft) -> bool:
    units = (line.units[at] for at in range(draft.first, draft.last))
    return next((unit.value.lstrip("0") == str(draft.when.day) for unit in units if unit.kind in "dD"), True)


def odd(match: Match) -> Draft | None:
    """2020/Sep/23, 23-2020-September."""
    month, day = match.number("m", "m2"), match.number("d", "d2")
    return match.draft(match.hit.start(), When(match.value("y", "y2"), month, day)) if possible(month, day) else None


BUILDERS: dict[str, Builder] = {
    "iso": iso,
    "numeric": numeric,
    "numeric_days": numeric_days,
    "odd": odd,
    "month_numeric": month_numeric,
    "short_day": short_day,
}
