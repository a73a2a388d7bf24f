"""The dateline: the day on which a text says that it was written."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from claimdiff.claims.dates_line import Line
from claimdiff.claims.dates_match import Draft
from claimdiff.claims.dates_units import read_units
from claimdiff.claims.dates_words import words
from claimdiff.claims.found import Found
from claimdiff.language import expand, language, languages

_TOP = 400
_SHORT_LINE = 8
_BEFORE_CITY = 5
_LONGEST = 4
_FRONT_MATTER = re.compile(
    r"\A---[ ]*\n(?:(?!---)[^\n]*\n){0,60}?(?:date|published|pubdate)[ ]*:[ ]*[\"']?(\d{4})-(\d\d)-(\d\d)", re.I
)
_WORD = re.compile(r"\w+")
# The lines of boilerplate.tsv that tell when a page was published; small words inside the name of a place.
_PUBLISHED, _PARTICLE = "published/alone", 3
_AFTER_CITY = re.compile(r"\s*(?:[-–—:|)(/.]|$)")


class Foreign(NamedTuple):
    """A line that is nothing but a date, in another language's words: its plain offsets and its day."""

    start: int
    end: int
    day: date


def find_dateline(found: Found, line: Line, drafts: list[Draft]) -> date | None:
    """The date in the front matter, or the first whole date at the top that stands on a line of its own or by a city."""
    front = _FRONT_MATTER.match(found.reading.text)
    if front:
        try:
            return date(*(int(g) for g in front.groups()))
        except ValueError:
            return None
    for draft in drafts:
        day = None if draft.end else draft.when.placed()
        start, end = line.units[draft.first].start, line.units[draft.last - 1].end
        if day and start < _TOP and _opens(found.reading.text, start, end):
            if _alone_or_placed(found, start, end):
                draft.details["dateline"] = "yes"
            return day
    return None


def _opens(text: str, start: int, end: int) -> bool:
    """True when the date makes up its line, or the line begins "LYON, 4 November 2025 -"."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end, end + _TOP)
    before, after = text[first:start], text[end : last if last >= 0 else end + _TOP]
    if len(_WORD.findall(before)) + len(_WORD.findall(after)) <= _SHORT_LINE and not after.rstrip().endswith((".", "!", "?")):
        return True
    return len(_WORD.findall(before)) <= _BEFORE_CITY and "." not in before.strip() and bool(_AFTER_CITY.match(after))


def _alone_or_placed(found: Found, start: int, end: int) -> bool:
    """True where nothing but a dateline reads so: a date on its own line, behind "published on" or behind a place."""
    text = found.reading.text
    first, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    before, after = text[first:start].strip(), text[end : stop if stop >= 0 else len(text)]
    if before.casefold().rstrip(": ") in _published(found.language.code):
        return True
    placed = all(word[0].isupper() or len(word) <= _PARTICLE for word in _WORD.findall(before))
    return placed and (bool(before) or not _WORD.search(after)) and bool(_AFTER_CITY.match(after))


@cache
def _published(code: str) -> frozenset[str]:
    """What stands before the date of publishing."""
    rows = language(code).tables.get("boilerplate", ())
    return frozenset(form.strip() for row in rows if row["id"] == _PUBLISHED for form in expand(row["forms"]))


def foreign_date(found: Found, drafts: list[Draft], line: Line) -> Foreign | None:
    """A line near the top that is nothing but a date in another language ("13 November 2024" on a French page)."""
    known = {line.units[d.first].start for d in drafts if d.when.whole}
    for start, end in _short_lines(found.reading.text):
        if any(start <= k < end for k in known):
            continue
        for code in languages():
            day = _alone(code, found.reading.text[start:end])
            if day:
                return Foreign(start, end, day)
    return None


def _short_lines(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    while start < min(len(text), _TOP):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if re.search(r"\d{4}", text[start:end]) and len(_WORD.findall(text[start:end])) <= _BEFORE_CITY:
            content = text[start:end]
            spans.append((start + len(content) - len(content.lstrip()), start + len(content.rstrip())))
        start = end + 1
    return spans


def _alone(code: str, text: str) -> date | None:
    """The date that the whole text is, in one language."""
    reading = language(code).read(text)
    parts = [u for u in read_units(reading, words(code), {}) if u.kind not in ",.\n"]
    kinds = {u.kind: int(u.value) for u in parts if u.value.isdecimal() and len(u.value) <= _LONGEST}
    months = [u for u in parts if u.kind in "MmqQ"]
    days = [u for u in parts if u.kind in "dDo"]
    rest = [u for u in parts if u.kind not in "MmqQdDoYWv" and u.kind < "\ue000"]
    if len(months) != 1 or len(days) != 1 or "Y" not in kinds or rest:
        return None
    try:
        return date(kinds["Y"], int(months[0].value), int(days[0].value))
    except ValueError:
        return None
