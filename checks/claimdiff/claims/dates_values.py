"""Dates as values: partial dates in EDTF (ISO 8601-2), ranges of them, and what a relative date comes to."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

_PIVOT = 30
_WEEK = 7
_MONTHS = 12
_DAYS = 31
HALVES = {"first": 40, "second": 41}
"""What a part of a year is in the place of a month, as EDTF counts halves."""


class When(NamedTuple):
    """A date as far as the words give it; year may be "199X" or "17XX"; month 21 to 41 is a season, quarter or half."""

    year: str | None = None
    month: int | None = None
    day: int | None = None
    weekday: str = ""
    part: str = ""

    @property
    def edtf(self) -> str:
        """The date as EDTF: 2025-11-24, 2025-11, XXXX-11-04, XXXX-XX-24, 199X."""
        out = self.year or "XXXX"
        if self.month or self.day:
            out += f"-{self.month:02d}" if self.month else "-XX"
        return f"{out}-{self.day:02d}" if self.day else out

    @property
    def whole(self) -> bool:
        """True for a full date: year, month and day."""
        return bool(self.year and self.month and self.day)

    def placed(self) -> date | None:
        """The day of the calendar, when the date is a whole and possible one."""
        if not (self.year and self.year.isdecimal() and self.month and self.month <= _MONTHS and self.day):
            return None
        try:
            return date(int(self.year), self.month, self.day)
        except ValueError:
            return None


def when_of(day: date) -> When:
    """The date of a day of the calendar."""
    return When(f"{day.year:04d}", day.month, day.day)


def long_year(text: str) -> str:
    """Four digits for two: 87 -> 1987, 15 -> 2015, 27 -> 2027."""
    return text if len(text) == 4 else f"{20 if int(text) <= _PIVOT else 19}{int(text):02d}"


def range_value(first: When, last: When) -> tuple[When, When]:
    """Both ends with the year (and month) that the other one gives; "December 20 to January 6, 2025" begins in 2024."""
    if first.year is None and last.year and last.year.isdecimal():
        earlier = (first.month or 0, first.day or 0) > (last.month or 0, last.day or 0)
        first = first._replace(year=f"{int(last.year) - earlier:04d}")
    elif last.year is None and first.year and first.year.isdecimal():
        later = (last.month or 0, last.day or 0) < (first.month or 0, first.day or 0)
        last = last._replace(year=f"{int(first.year) + later:04d}")
    return first, last


def with_year(when: When, dateline: date) -> str | None:
    """The whole date that a date without a year most likely is: the one nearest to the dateline."""
    if when.year or not when.month or when.month > _MONTHS or not when.day:
        return None
    years = (dateline.year - 1, dateline.year, dateline.year + 1)
    days = [d for year in years if (d := when._replace(year=str(year)).placed())]
    return min(days, key=lambda d: abs(d - dateline)).isoformat() if days else None


def moved(dateline: date, amount: int, unit: str) -> str:
    """The date so many units away, as precise as its unit: days and weeks of days, months, years."""
    if unit == "day":
        return (dateline + timedelta(days=amount)).isoformat()
    if unit == "month":
        months = dateline.year * _MONTHS + dateline.month - 1 + amount
        return f"{months // _MONTHS:04d}-{months % _MONTHS + 1:02d}"
    if unit == "year":
        return f"{dateline.year + amount:04d}"
    monday = dateline + timedelta(days=_WEEK * amount - dateline.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def weekday_near(dateline: date, weekday: int, turn: int) -> date:
    """The last (turn -1), this (0) or next (+1) day so named, seen from the dateline."""
    ahead = (weekday - dateline.isoweekday()) % _WEEK
    if turn < 0:
        return dateline - timedelta(days=(-ahead) % _WEEK or _WEEK)
    return dateline + timedelta(days=(ahead or _WEEK) if turn > 0 else ahead)


def possible(month: int, day: int) -> bool:
    """True for a month and day that a calendar may show (30 February is let through: it is a mistake to report)."""
    return 0 < month <= _MONTHS and 0 < day <= _DAYS
