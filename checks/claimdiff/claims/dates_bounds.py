"""What "before July" and "after 31 March" say in other words: up to the end of June, from 1 April on."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from claimdiff.claims.dates_line import Line
from claimdiff.claims.dates_match import Draft
from claimdiff.claims.dates_values import When
from claimdiff.claims.found import Found
from claimdiff.language import grammar

# Terms of sequence.tsv: what stands behind the word is the bound, and time goes on from there or up to it.
_SIDES = {"forward": -1, "backward": 1}
_TOLD = {-1: "before", 1: "after"}
_MONTHS = 12
# A day in a year that is not said may be told by any year that is no leap year.
_ANY_YEAR = 2001


def bounded(found: Found, line: Line, drafts: list[Draft]) -> list[Draft]:
    """The dates; those behind "before" or "after" with the day, month or year next to them as another reading."""
    sides = {term.last: _SIDES[term.id] for term in found.of("sequence") if term.id in _SIDES}
    articles = _articles(found.language.code)
    for draft in drafts:
        at = line.units[draft.first].first
        while at > 0 and at not in sides and found.reading.tokens[at - 1].key in articles:
            at -= 1
        beside = _beside(draft.when, sides[at]) if at in sides and not _moved(draft) else None
        if beside:
            draft.readings = (*draft.readings, beside)
            draft.details["bound"] = _TOLD[sides[at]]
    return drafts


@cache
def _articles(code: str) -> frozenset[str]:
    return frozenset({*grammar(code, "offices")["articles"], *grammar(code, "quantities")["definite"]})


def _moved(draft: Draft) -> bool:
    """True for a range, for "the end of June" and for a day that is told by its distance."""
    return draft.end is not None or bool(draft.when.part) or bool(draft.details.get("relative"))


def _beside(when: When, side: int) -> str | None:
    """The date before (-1) or after (1), as precise as the date is."""
    year = int(when.year) if when.year and when.year.isdecimal() else None
    if when.year and year is None:
        return None
    if when.day and when.month:
        return _day_beside(when, year, side)
    if when.month and when.month <= _MONTHS:
        months = (year or _ANY_YEAR) * _MONTHS + when.month - 1 + side
        return when._replace(year=f"{months // _MONTHS:04d}" if year else None, month=months % _MONTHS + 1).edtf
    return when._replace(year=f"{year + side:04d}").edtf if year and not when.day else None


def _day_beside(when: When, year: int | None, side: int) -> str | None:
    try:
        moved = date(year or _ANY_YEAR, when.month or 1, when.day or 1) + timedelta(days=side)
    except (ValueError, OverflowError):
        return None
    return When(f"{moved.year:04d}" if year else None, moved.month, moved.day).edtf
