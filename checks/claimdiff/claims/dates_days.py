"""Builders for days named with their month: le 1er mai, November 23, du 4 au 7 novembre 2024, mardi 24."""

from __future__ import annotations

import re
from functools import cache

from claimdiff.claims.dates_match import Builder, Draft, Match
from claimdiff.claims.dates_shapes import fill
from claimdiff.claims.dates_values import When, long_year, possible, range_value

_LAST_DAY = 31


def year_of(match: Match) -> str | None:
    """The year that a shape's end gives, in four digits."""
    full, short = match.value("y", "ys"), match.value("yy", "yn")
    return full or (long_year(short) if short else None)


def _spoken_day(match: Match, group: str) -> bool:
    """True when the unit can be a day: cardinal words only where the language says "le deux mai"."""
    index = match.index(group)
    return match.line.kind(index) != "w" or bool(match.words.data.get("cardinal_days"))


def day(match: Match) -> Draft | None:
    """Thursday, 6 February 2025; le 1er mai; 23 novembre de 1987."""
    index, month = match.index("d"), match.unit("m")
    if month is None or match.glued(*match.hit.span()) or not _spoken_day(match, "d") or _next_month(match, index):
        return None
    year = year_of(match)
    told = year or match.value("w") or match.before(index, "article") or "." in _words(match, "m")
    if month.kind == "Q" and not (told or _twice(match)):
        return None
    if match.before(match.hit.start(), "not_after"):
        return None
    when = When(year, int(month.value), match.number("d"), match.value("w", "w2"))
    return match.draft(match.hit.start(), when) if possible(1, when.day or 0) else None


def _next_month(match: Match, index: int) -> bool:
    """True in "July 13 - July 15" and "$12 December 27": the number belongs to what stands before it."""
    month = match.index("m")
    apart = match.line.kind(month - 1) == "-" and not match.tight(index, month)
    return apart or (match.line.kind(index - 1) in "MmqQl$€£" and not _weekday_before(match, index))


def _weekday_before(match: Match, index: int) -> bool:
    """True behind the short name of a day that is short for a month too: mar 7 mag."""
    before = match.line.units[index - 1]
    short = match.words.data.get("weekdays_short") or ()
    alike = match.line.kind(index - 1) == "Q" and match.line.kind(index - 2) not in "dDow"
    return alike and any(match.found.reading.tokens[before.first].key in str(name).casefold().split("|") for name in short)


def _twice(match: Match) -> bool:
    """True in "8 ago - 12 ago", "1 Jan to 3 Feb": two days joined tell that the short name is a month's."""
    shape, (first, last) = match.line.shape, match.hit.span()
    return bool(_day_behind(match.code).match(shape, last) or _DAY_BEFORE.match(shape, max(0, first - 3), first))


@cache
def _day_behind(code: str) -> re.Pattern[str]:
    return re.compile(fill(r"(?:-|<to>{1,2})(?:[dD]<DOT>|o)<of>?[MmqQl]", code))


_DAY_BEFORE = re.compile(r"[dD]Q-")


def _words(match: Match, group: str) -> str:
    start = match.index(group)
    last = match.hit.end(group)
    return match.found.reading.text[match.line.units[start].start : match.line.units[last - 1].end]


def days(match: Match) -> Draft | None:
    """Du 4 au 7 novembre 2024, entre le 24 et le 27 novembre, vom 3. bis 9. Februar, 16.–28. November."""
    first, last = match.number("d"), match.number("d2")
    if not (_spoken_day(match, "d") and _spoken_day(match, "d2")) or match.glued(match.index("d"), match.hit.end()):
        return None
    if match.index("and") >= 0 and match.index("between") < 0 and last != first + 1:
        return None
    if first >= last or (_spelled(match, "d") and not _spelled(match, "d2") and match.hit.start() == match.index("d")):
        return None
    begin = When(year_of(match), match.number("m"), first, match.value("w"))
    start = match.index("w") if match.value("w") else match.index("d")
    return match.draft(start, begin, begin._replace(day=last, weekday=match.value("w2")))


def _spelled(match: Match, group: str) -> bool:
    """True for a day in letters: "até 31 de julho" is the first of something else."""
    unit = match.unit(group)
    return unit is not None and not match.found.reading.text[unit.start].isdecimal()


def days_after(match: Match) -> Draft | None:
    """Feb 5-7, November 19-20, 2018."""
    if match.index("and") >= 0 and match.index("between") < 0:
        return None
    if not (match.index("dash") >= 0 or _month_leads(match, match.index("d2") + 1)):
        return None
    first, last = match.number("d"), match.number("d2")
    begin = When(year_of(match), match.number("m"), first)
    return match.draft(match.index("m"), begin, begin._replace(day=last)) if first < last else None


def day_after(match: Match) -> Draft | None:
    """November 23, May 12th, 2016; where the day goes first only when nothing else can be meant."""
    month, index = match.unit("m"), match.index("d")
    if month is None or match.glued(index, match.hit.end()) or not _month_leads(match, index + 1):
        return None
    if month.kind == "l" and match.line.kind(index) not in "ow" and not match.ends(match.hit.end()):
        return None
    return match.draft(match.hit.start(), When(year_of(match), int(month.value), match.number("d"), match.value("w")))


def _month_leads(match: Match, behind: int) -> bool:
    """True when a number behind a month is its day and not a count ("en mars 3 personnes", "In March 3 people")."""
    if match.line.kind(behind) in "%€$U":
        return False
    leads = match.words.data.get("month_first") and not match.before(match.index("m"), "in")
    if match.after(behind, "to") and match.line.kind(behind + 1) in "Mm":
        return True
    return bool(leads) or match.ends(behind) or bool(match.value("y", "yy")) or match.line.kind(match.index("d")) == "o"


def listed(match: Match) -> Draft | None:
    """Les 4 et 5 novembre: days in a row are a range; "les 4 et 12 novembre" are a date each."""
    places = [i for i in range(match.index("d"), match.hit.end("more")) if match.line.kind(i) in "dDow"]
    numbers = [int(match.line.units[i].value) for i in places]
    month = match.unit("m")
    if not _spoken_day(match, "d") or month is None or match.glued(places[0], places[-1] + 1):
        return None
    begin = When(year_of(match), int(month.value), numbers[0])
    if numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        return match.draft(places[0], begin, begin._replace(day=numbers[-1]))
    return _each(match, places, numbers, begin) if _is_list(match, places, numbers) and month.kind in "Mm" else None


def _is_list(match: Match, places: list[int], numbers: list[int]) -> bool:
    """True for rising days in digits behind an article, the last one behind "and"; "between the 4th and the 12th" is a range."""
    kinds = {match.line.kind(i) for i in places}
    if numbers != sorted(set(numbers)) or "w" in kinds or numbers[-1] > _LAST_DAY:
        return False
    first = match.hit.start()
    led = match.index("w") >= 0 or match.before(first, "article", "day_before") or match.line.kind(first - 1) == "U"
    if match.name == "list" and not led:
        return False
    while match.before(first, "article", "day_before"):
        first -= 1
    return not match.before(first, "between", "from") and any(match.after(i, "and") for i in range(places[-2], places[-1]))


def _each(match: Match, places: list[int], numbers: list[int], begin: When) -> Draft:
    """One date a day; the first (or the last, where the month follows) takes in the month."""
    drafts, behind = [], match.hit.start()
    for place, number in zip(places, numbers, strict=True):
        named = next((i for i in range(behind, place) if match.line.kind(i) in "WvV"), None)
        weekday = "" if named is None else match.line.units[named].value
        drafts.append(match.draft(place if named is None else named, begin._replace(day=number, weekday=weekday)))
        drafts[-1].last = behind = place + 1
    drafts[-1].last = match.hit.end()
    drafts[0].first = match.index("m") if match.name == "list_after" else drafts[0].first
    drafts[0].more = tuple(drafts[1:])
    return drafts[0]


def list_after(match: Match) -> Draft | None:
    """November 4, 5 and 12, 2024."""
    fits = match.ends(match.hit.end()) or match.value("y") or match.line.kind(match.index("d")) == "o"
    return listed(match) if fits and _month_leads(match, match.hit.end("more")) else None


def bare_days(match: Match) -> Draft | None:
    """Tra il 24 e il 27: days of a month told elsewhere."""
    first, last = match.number("d"), match.number("d2")
    kinds = match.line.kind(match.index("d")) + match.line.kind(match.index("d2"))
    follows = match.line.kind(match.hit.end())
    if first >= last or "w" in kinds or follows in "zZU%CEN" or match.glued(match.index("d2"), match.index("d2") + 1):
        return None
    return match.draft(match.index("d"), When(None, None, first), When(None, None, last))


def weekday_day(match: Match) -> Draft | None:
    """Mardi 24; quarta-feira (24)."""
    index, follows = match.index("d", "d2"), match.line.kind(match.hit.end())
    weekday, number = match.unit("w"), match.line.kind(index)
    fits = match.ends(match.hit.end()) or match.after(match.hit.end(), "function", "of", "in")
    if weekday is None or number == "w" or match.glued(index, index + 1) or follows in ":%/" or not fits:
        return None
    if match.index("d") < 0 and (weekday.kind == "v" or (match.words.data.get("month_first") and number != "o")):
        return None
    return match.draft(match.hit.start(), When(None, None, match.number("d", "d2"), weekday.value))


def combined(a: Draft, b: Draft) -> Draft:
    """Two dates as one range, each end with what the other one gives."""
    first, last = range_value(a.when, b.when)
    ends = zip(a.readings or (a.when.edtf,), b.readings or (b.when.edtf,), strict=False)
    readings = tuple(f"{one}/{other}" for one, other in ends if (a.readings or b.readings) and one < other)
    parts = {"part": f"{a.when.part}/{b.when.part}"} if a.when.part or b.when.part else {}
    return Draft(a.first, b.last, first, "dates.range", last, {**b.details, **a.details, **parts}, readings)


BUILDERS: dict[str, Builder] = {
    "days": days,
    "list": listed,
    "list_after": list_after,
    "days_after": days_after,
    "day": day,
    "day_after": day_after,
    "weekday_day": weekday_day,
    "bare_days": bare_days,
}
