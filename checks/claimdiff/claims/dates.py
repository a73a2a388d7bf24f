"""Claims: dates, as EDTF values: 2025-11-24, XXXX-11-04, 2025-11-24/2025-11-27, 199X, 17XX."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import chain, pairwise

from claimdiff.claims import dates_days, dates_numeric, dates_periods, dates_relative, dates_years
from claimdiff.claims.dates_bounds import bounded
from claimdiff.claims.dates_dateline import Foreign, find_dateline, foreign_date
from claimdiff.claims.dates_days import combined
from claimdiff.claims.dates_line import Line
from claimdiff.claims.dates_match import Draft, Match
from claimdiff.claims.dates_numeric import in_one_order, turned
from claimdiff.claims.dates_shapes import Kinds, fill, shapes
from claimdiff.claims.dates_units import units
from claimdiff.claims.dates_values import When, moved, weekday_near, when_of, with_year
from claimdiff.claims.dates_words import words
from claimdiff.claims.found import Found
from claimdiff.language import grammar
from claimdiff.model import Claim

_BUILDERS = {
    name: builder
    for module in (dates_numeric, dates_days, dates_periods, dates_years, dates_relative)
    for name, builder in module.BUILDERS.items()
}
_MONTHS = 12
# EDTF has the seasons behind the months.
_SEASONS = 24
_COUNTED = ("concepts", "units", "currencies", "currency_names")


def find(found: Found) -> list[Claim]:
    """The dates of a text, and `found.reading.dateline` set when its top gives one; takes the tokens of every date."""
    wide = frozenset(i for n in found.numbers if n.last - n.first > 1 for i in range(n.first, n.last))
    counted = frozenset(chain.from_iterable(map(found.firsts, _COUNTED)))
    line = Line(units(found), wide, counted)
    drafts = _months_for_days(_ranges(found, line, in_one_order(line, read(found, line))))
    drafts = _every(found, line, bounded(found, line, drafts))
    drafts, foreign = _with_foreign(found, line, drafts)
    dateline = find_dateline(found, line, drafts) or (foreign.day if foreign else None)
    found.reading.dateline = dateline.isoformat() if dateline else None
    nearest = dateline or _first_whole(drafts)
    claims = [_claim(line, draft, dateline, nearest) for draft in drafts]
    claims += [_told_duration(line, draft.span, draft) for draft in drafts if draft.span]
    for draft in drafts:
        found.take(line.units[draft.first].first, line.units[draft.last - 1].last, "date")
    return claims


def read(found: Found, line: Line) -> list[Draft]:
    """Single dates and days in one month, in text order."""
    vocabulary = words(found.language.code)
    drafts = []
    kinds = Kinds(line.shape)
    for shape in shapes(found.language.code):
        for hit in kinds.matches(shape):
            draft = None
            if line.free(*hit.span()):
                draft = _BUILDERS[shape.name](Match(found, vocabulary, line, hit, shape.name))
            for one in (draft, *draft.more) if draft else ():
                line.used[one.first : one.last] = b"\1" * (one.last - one.first)
                drafts.append(one)
    return sorted(drafts, key=lambda d: d.first)


def _with_foreign(found: Found, line: Line, drafts: list[Draft]) -> tuple[list[Draft], Foreign | None]:
    """The dates, with a line in another language's month names read whole where ours saw but its year."""
    foreign = foreign_date(found, drafts, line)
    if foreign is None:
        return drafts, None
    first, last = line.at(foreign.start), line.at(foreign.end)
    kept = [d for d in drafts if d.last <= first or d.first >= last]
    return sorted([*kept, Draft(first, last, when_of(foreign.day), "dates.line")], key=lambda d: d.first), foreign


def _every(found: Found, line: Line, drafts: list[Draft]) -> list[Draft]:
    """The dates; "every Tuesday and Friday" says "every" of both."""
    joins = _between(found.language.code)[1]
    for before, draft in pairwise(drafts):
        gap = line.shape[before.last : draft.first]
        if before.details.get("every") and draft.rule == "dates.weekday" and (gap == "," or joins.fullmatch(gap)):
            draft.details["every"] = "yes"
    return drafts


@cache
def _between(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What may join two dates to a range; the "and" that does so only behind "between"; what stands behind "between"."""
    said = r"<whole>{0,2}<to>{1,3}(?:<and>?<whole>{1,2})?<in>?<article>{0,3}(?:<year_word>|<month_word><of>{0,2})?|-"
    joins = re.compile(fill(said, code))
    return joins, re.compile(fill(r"<and><article>{0,3}", code)), re.compile(fill(r"<between><article>{0,3}", code))


@cache
def _since(code: str) -> re.Pattern[str]:
    """What stands before the first of two dates of unequal precision: "from", "between", maybe an article and "the year"."""
    return re.compile(fill(r"(?:<from>|<between>)<article>{0,3}", code))


def _ranges(found: Found, line: Line, drafts: list[Draft]) -> list[Draft]:
    """The dates, with those that a text joins ("from 3 March to 9 April") made one range."""
    joins, also, between = _between(found.language.code)
    out: list[Draft] = []
    for draft in drafts:
        before = out[-1] if out else None
        if before and (_same_sort(before, draft) or _unequal_sort(line, before, draft, _since(found.language.code))):
            gap = line.shape[before.last : draft.first]
            told = joins.fullmatch(gap) or (
                also.fullmatch(gap) and (_opened(line, before.first, between) or _turning(before, draft))
            )
            told = told or (not gap and _led_to(found, line, before, draft))
            if told and _in_order(before.when, draft.when):
                out[-1] = combined(before, draft)
                continue
            if told and _in_order((earlier := turned(before)).when, (later := turned(draft)).when):
                out[-1] = combined(earlier, later)
                continue
        out.append(draft)
    return out


def _opened(line: Line, first: int, between: re.Pattern[str]) -> bool:
    return any(between.fullmatch(line.shape, first - size, first) for size in (1, 2) if first >= size)


def _turning(a: Draft, b: Draft) -> bool:
    """True for "late June and early July", which is one time."""
    months = a.when.month, b.when.month
    next_month = None not in months and (months[0] or 0) % _MONTHS + 1 == months[1]
    return next_month and (a.when.part, b.when.part) == ("end", "begin") and a.when.year in (None, b.when.year)


def _led_to(found: Found, line: Line, a: Draft, b: Draft) -> bool:
    """True where the part of a month holds the word for "to": "da metà settembre | alla fine di novembre"."""
    first = found.reading.tokens[line.units[b.first].first].key
    holds = bool(b.when.part) and first in grammar(found.language.code, "dates")["roles"]["to"]
    return holds and _opened(line, a.first, _since(found.language.code))


def _same_sort(a: Draft, b: Draft) -> bool:
    """True when two dates can be the ends of one range: neither is one, both equally precise or both on the calendar."""
    if a.end or b.end or a.details.get("relative") or b.details.get("relative"):
        return False
    sorts = {(bool(w.day), bool(w.month and w.month <= _MONTHS), bool(w.year and w.year.isdecimal())) for w in (a.when, b.when)}
    precise = {sort[:2] for sort in sorts}
    return len(precise) == 1 and any(sort != (False, False, False) for sort in sorts)


def _unequal_sort(line: Line, a: Draft, b: Draft, since: re.Pattern[str]) -> bool:
    """True for "from 2014 to May 2018", "from 3 May to late June": a month or a year at both ends, words before and between."""
    if a.end or b.end or a.details.get("relative") or b.details.get("relative") or line.shape[a.last : b.first] == "-":
        return False
    months = [bool(w.month and w.month <= _SEASONS) for w in (a.when, b.when)]
    years = [bool(w.year and w.year.isdecimal()) for w in (a.when, b.when)]
    told = all(years) or (all(months) and (years[1] or bool(b.when.part)))
    return told and any(months) and _opened(line, a.first, since)


def _in_order(first: When, last: When) -> bool:
    if not first.year or not last.year:
        return True
    return (first.year, first.month or 0, first.day or 0) <= (last.year, last.month or 0, last.day or 0)


def _months_for_days(drafts: list[Draft]) -> list[Draft]:
    """The dates without days of which no month is told before ("dal 24 al 27" in a text without dates)."""
    out: list[Draft] = []
    month: When | None = None
    for draft in drafts:
        if draft.rule == "dates.bare_days":
            if month is None or draft.end is None:
                continue
            ends = (w._replace(year=month.year, month=month.month) for w in (draft.when, draft.end))
            draft.readings = ("/".join(w.edtf for w in ends),)
        elif draft.when.month and draft.when.month <= _MONTHS:
            month = draft.end or draft.when
        out.append(draft)
    return out


def _first_whole(drafts: list[Draft]) -> date | None:
    return next((day for draft in drafts if draft.end is None and (day := draft.when.placed())), None)


def _claim(line: Line, draft: Draft, dateline: date | None, nearest: date | None) -> Claim:
    value, readings = _value(draft, dateline, nearest)
    details = dict(draft.details)
    weekday = _weekdays(draft)
    if weekday:
        details["weekday"] = weekday
    start, end = line.units[draft.first].start, line.units[draft.last - 1].end
    readings = tuple(dict.fromkeys(r for r in (*draft.readings, *readings) if r != value))
    return Claim("date", start, end, value, details=details, readings=readings, found_by=draft.rule)


def _told_duration(line: Line, span: tuple[int, int], draft: Draft) -> Claim:
    """The "32 months" of "32 months ago", which the other version may give in other words."""
    amount, unit = draft.details["relative"].lstrip("+-").split()
    details = {"offset": "ago" if draft.details["relative"].startswith("-") else "ahead"}
    start, end = line.units[span[0]].start, line.units[span[1] - 1].end
    return Claim("duration", start, end, amount, unit, details=details, found_by=draft.rule)


def _weekdays(draft: Draft) -> str:
    last = draft.end.weekday if draft.end else ""
    return f"{draft.when.weekday}/{last}" if last else draft.when.weekday


def _value(draft: Draft, dateline: date | None, nearest: date | None) -> tuple[str, tuple[str, ...]]:
    """The value and other readings: relative dates by the dateline, dates without a year as said."""
    when, shift = draft.when, draft.details.get("relative", "")
    if draft.end:
        return _range(when, draft.end, nearest)
    if " " in shift:
        amount, unit = shift.split()
        return (moved(dateline, int(amount), unit) if dateline else "XXXX"), ()
    if when.weekday and not when.day and not when.month:
        return _weekday(when, shift, dateline, bool(draft.details.get("every")))
    if when.day and not when.month:
        return f"XXXX-XX-{when.day:02d}", ()
    if shift and dateline and when.month:
        return when._replace(year=_named_year(when.month, shift, dateline)).edtf, (when.edtf,)
    guess = with_year(when, nearest) if nearest else None
    return when.edtf, (guess,) if guess else ()


def _range(first: When, last: When, nearest: date | None) -> tuple[str, tuple[str, ...]]:
    guesses = [with_year(w, nearest) if nearest else None for w in (first, last)]
    readings = (f"{guesses[0]}/{guesses[1]}",) if all(guesses) else ()
    return f"{first.edtf}/{last.edtf}", readings


def _weekday(when: When, shift: str, dateline: date | None, every: bool) -> tuple[str, tuple[str, ...]]:
    """A weekday alone is a day of the calendar beside "last" or "next", or when it is the dateline's own."""
    if dateline is None or every:
        return "XXXX-XX-XX", ()
    weekday = int(when.weekday)
    if shift or weekday == dateline.isoweekday():
        return weekday_near(dateline, weekday, int(shift or 0)).isoformat(), ()
    return "XXXX-XX-XX", tuple(weekday_near(dateline, weekday, turn).isoformat() for turn in (-1, 1))


def _named_year(month: int, shift: str, dateline: date) -> str:
    """The year of "last June" or "next spring", seen from the dateline."""
    start = month if month <= _MONTHS else (month - 21) * 3 + 3 if month < 25 else 1
    if shift == "-1":
        return str(dateline.year - (start >= dateline.month))
    return str(dateline.year + (start <= dateline.month))
