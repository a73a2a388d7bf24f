"""Builders for what is longer than a day or comes again: months, seasons, quarters, weekdays, feasts."""

from __future__ import annotations

import re
from functools import cache

from claimdiff.claims.dates_match import Builder, Draft, Match
from claimdiff.claims.dates_shapes import fill
from claimdiff.claims.dates_values import When, long_year

_QUARTERS, _HALVES = 32, 39


def year_first(match: Match) -> Draft | None:
    """2016, nov."""
    return match.draft(match.hit.start(), When(match.value("y"), match.number("m")))


def month_year(match: Match) -> Draft | None:
    """November 2025, avril de 2017, fin juin 2016, August 99."""
    year, month = match.value("y", "ys"), match.number("m")
    if not year:
        year = long_year(match.value("yn"))
    return match.draft(match.hit.start(), When(year, month))


def months(match: Match) -> Draft | None:
    """January to April 2015, Jan-Feb 2017, en avril et mai 2018."""
    first, last, year = match.number("m"), match.number("m2"), match.value("y")
    if match.index("and") >= 0 and match.index("between") < 0 and last != first + 1:
        return None
    begin = When(str(int(year) - (first > last)), first)
    return match.draft(match.index("m"), begin, When(year, last))


def month(match: Match) -> Draft | None:
    """Im Februar, fin juin, en novembre dernier; a month whose name means other things needs a preposition."""
    index, unit = match.index("m"), match.unit("m")
    turn = _turn(match, match.hit.start(), match.hit.end())
    if unit is None or unit.kind == "l" or match.before(index, "not_after") or match.before(index - 1, "not_after"):
        return None
    # A shortened month alone ("until Oct.") asks for its preposition as one whose name means other things does.
    alone = not (turn or match.value("p") or match.before(index, _preposition(match)))
    if unit.kind in "qm" and alone and not (unit.kind == "q" and _joined(match, index)):
        return None
    if unit.kind == "Q" or (unit.kind == "M" and _in_a_name(match, index)):
        return None
    return _told(match.draft(match.hit.start(), When(None, int(unit.value))), turn)


def _joined(match: Match, index: int) -> bool:
    """True for a doubtful name that is joined to another month: "between April and June", "March to May", "May and September"."""
    ahead, back, opened = _beside(match.code)
    shape, windows = match.line.shape, range(max(0, index - _JOINT), index)
    behind = ahead.match(shape, index + 1)
    before = next((hit for first in windows if (hit := back.fullmatch(shape, first, index))), None)
    first = index if behind else before.start() if before else None
    # Two names that are both doubtful may be those of two people: what joins them must say more than "and".
    sure = any(hit and (hit.group("sure") or hit.group("to")) for hit in (behind, before))
    return sure or (first is not None and any(opened.fullmatch(shape, start, first) for start in range(max(0, first - 2), first)))


# Units that join two months, at most, with the first of them.
_JOINT = 6


@cache
def _beside(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A joined month behind a month, one before it, and the words that open such a pair."""
    month, joint = r"(?:(?P<sure>M)|[mqQ]\.?)", r"(?:(?P<to><to>|-)|<and>)<article>{0,3}"
    part = r"(?:P-?<of>{0,3}<article>{0,3})?"
    patterns = (joint + part + month, month + joint, r"(?:<from>|<between>)<article>?")
    ahead, back, opened = (re.compile(fill(pattern, code)) for pattern in patterns)
    return ahead, back, opened


def _preposition(match: Match) -> str:
    """The role of what must stand before a month that is a surname too ("May"): fewer words than before "March"."""
    unit = match.unit("m")
    text = match.found.reading.text[unit.start : unit.end] if unit else ""
    return "month_sure" if text in match.words.data.get("surnames", ()) else "month_before"


def _in_a_name(match: Match, index: int) -> bool:
    """True for a capital where the language writes the name small, beside another capital: Editora Abril, Plácido Domingo."""
    if match.words.data.get("capital_names", False):
        return False
    unit = match.line.units[index]
    capital = match.found.reading.text[unit.start].isupper()
    return capital and (match.line.kind(index - 1) == "Z" or match.line.kind(index + 1) == "Z")


def _turn(match: Match, first: int, last: int) -> str:
    """ "-1" beside a "last" word, "+1" beside a "next" one."""
    if match.before(first, "last") or match.after(last, "last"):
        return "-1"
    return "+1" if match.before(first, "next") or match.after(last, "next") else ""


def _told(draft: Draft, turn: str) -> Draft:
    if turn:
        draft.details["relative"] = turn
    return draft


def weekday(match: Match) -> Draft | None:
    """Mercoledì scorso, next Monday, every Tuesday."""
    unit, index = match.unit("w"), match.hit.start()
    if unit is None or _in_a_name(match, index) or match.before(index, "not_after"):
        return None
    draft = _told(match.draft(index, When(weekday=unit.value)), _turn(match, index, match.hit.end()))
    if unit.kind == "V" or match.before(index, "every"):
        draft.details["every"] = "yes"
    return draft


def season(match: Match) -> Draft | None:
    """Printemps 2024, im Sommer, third quarter of 2018, Q3 2018, premier semestre 2024."""
    unit, count, year = match.unit("s"), match.number("n"), match.value("y") or None
    if unit is None:
        return None
    turn = _turn(match, match.hit.start(), match.hit.end())
    if unit.kind == "S":
        said = year or turn or match.value("p") or match.before(match.hit.start(), "season_before")
        if count or not said:
            return None
        return _told(match.draft(match.index("p", "s"), When(year, int(unit.value)), readings=_winter(match)), turn)
    first, most = (_HALVES, 2) if unit.kind == "H" else (_QUARTERS, 4)
    number = int(unit.value) if unit.kind == "t" else count
    if not 1 <= number <= most or (year is None and (unit.kind == "t" or match.words.data.get("month_first"))):
        return None
    return match.draft(match.hit.start(), When(year, first + number))


def _winter(match: Match) -> tuple[str, ...]:
    """ "Winter 2017/18" may be said as "the season of 2017-18"."""
    first, last = match.value("y"), match.value("y2")
    return (f"{first}/{first[: 4 - len(last)]}{last}",) if last else ()


def holiday(match: Match) -> Draft | None:
    """Christmas Day, le jour de l'An: the feasts that always fall on one day."""
    name, _, number = match.value("f").partition("-")
    return match.draft(match.hit.start(), When(match.value("y") or None, int(name), int(number)))


BUILDERS: dict[str, Builder] = {
    "months": months,
    "year_first": year_first,
    "month_year": month_year,
    "season": season,
    "holiday": holiday,
    "month": month,
    "weekday": weekday,
}
