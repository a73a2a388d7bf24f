"""Dates and times: written in the long, short and numeric way of each language, they come back as the same value."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimdiff.claims import dates, numbers, times
from claimdiff.claims.dates_values import When, moved, range_value, weekday_near, with_year
from claimdiff.claims.found import Found
from claimdiff.language import expand, grammar, language, languages
from claimdiff.model import Claim

DAYS = st.dates(datetime.date(1801, 1, 1), datetime.date(2099, 12, 31))
# The first reading of a language loads its tables; that is no slowness of the reader.
settings.register_profile("tables", deadline=None)
settings.load_profile("tables")
CODES = st.sampled_from(languages())


def read(code: str, text: str) -> tuple[list[Claim], Found]:
    lexicon = language(code)
    reading = lexicon.read(text)
    found = Found(reading, lexicon, lexicon.terms(reading))
    for module in (numbers, dates, times):
        found.claims.extend(module.find(found))
    return found.claims, found


def written(code: str, day: datetime.date, short: bool = False) -> str:
    """The date in the order of the language, from the very table that the reader uses."""
    data: dict[str, Any] = grammar(code, "dates")
    cell = data["months_short" if short else "months"][day.month - 1] or data["months"][day.month - 1]
    month, stop = expand(cell)[0], "." if data["day_dot"] else ""
    if data["month_first"]:
        return f"{month} {day.day}, {day.year}"
    of = "de " if "de" in data["roles"]["of"] and not short and code_says_of(data) else ""
    return f"{day.day}{stop} {of}{month} {of}{day.year}"


def code_says_of(data: dict[str, Any]) -> bool:
    return "hasta" in data["roles"]["to"] or "até" in data["roles"]["to"]


@given(code=CODES, day=DAYS, short=st.booleans())
def test_a_date_written_out_comes_back(code: str, day: datetime.date, short: bool) -> None:
    claims, _ = read(code, f"({written(code, day, short)})")
    assert [c.value for c in claims] == [day.isoformat()]


@given(code=CODES, day=DAYS)
def test_a_weekday_stays_with_its_date(code: str, day: datetime.date) -> None:
    weekday = expand(grammar(code, "dates")["weekdays"][day.isoweekday() - 1])[0]
    text = f"{weekday}, {written(code, day)}"
    claims, _ = read(code, text)
    assert [(c.value, c.details["weekday"], text[c.start : c.end]) for c in claims] == [
        (day.isoformat(), str(day.isoweekday()), text)
    ]


@given(code=CODES, day=DAYS, mark=st.sampled_from("./-"))
def test_a_numeric_date_keeps_its_other_reading(code: str, day: datetime.date, mark: str) -> None:
    american = grammar(code, "dates")["numeric_order"] == "mdy"
    parts = (day.month, day.day) if american else (day.day, day.month)
    (claim,), _ = read(code, f"({parts[0]:02d}{mark}{parts[1]:02d}{mark}{day.year})")
    assert claim.value == day.isoformat()
    both = day.day <= 12 and day.day != day.month
    assert claim.readings == ((f"{day.year}-{day.day:02d}-{day.month:02d}",) if both else ())


@given(code=CODES, day=DAYS)
def test_an_iso_date_is_the_same_in_every_language(code: str, day: datetime.date) -> None:
    (claim,), _ = read(code, f"({day.isoformat()})")
    assert claim.value == day.isoformat()


@given(code=CODES, hour=st.integers(0, 23), minute=st.integers(0, 59))
def test_a_time_with_a_colon_comes_back(code: str, hour: int, minute: int) -> None:
    mark = grammar(code, "times")["marks"].get("clock", [""])[0]
    claims, _ = read(code, f"({hour:02d}:{minute:02d} {mark})")
    assert [(c.kind, c.value) for c in claims] == [("time", f"{hour:02d}:{minute:02d}")]


@given(code=CODES, text=st.text(alphabet="0123456789 .,:/-–'h()%°\nadeinourst", max_size=60))
def test_no_text_breaks_the_reader(code: str, text: str) -> None:
    claims, found = read(code, text)
    for claim in claims:
        assert 0 <= claim.start < claim.end <= len(found.reading.text)
        assert claim.value


@given(day=DAYS, amount=st.integers(-60, 60), unit=st.sampled_from(["day", "week", "month", "year"]))
def test_what_lies_ahead_lies_ahead(day: datetime.date, amount: int, unit: str) -> None:
    there = moved(day, amount, unit)
    size = {"day": 10, "week": 10, "month": 7, "year": 4}[unit]
    here = moved(day, 0, unit)
    assert (there[:size] > here[:size]) == (amount > 0)


@given(day=DAYS, weekday=st.integers(1, 7), turn=st.sampled_from([-1, 0, 1]))
def test_a_named_day_is_within_a_week(day: datetime.date, weekday: int, turn: int) -> None:
    there = weekday_near(day, weekday, turn)
    assert there.isoweekday() == weekday
    distance = (there - day).days
    assert (-7 <= distance < 0) if turn < 0 else (0 < distance <= 7) if turn > 0 else (0 <= distance < 7)


def test_a_range_over_new_year_begins_the_year_before() -> None:
    first, last = range_value(When(None, 12, 20), When("2025", 1, 6))
    assert (first.edtf, last.edtf) == ("2024-12-20", "2025-01-06")


def test_a_date_without_year_is_the_one_nearest_the_dateline() -> None:
    assert with_year(When(None, 12, 30), datetime.date(2025, 1, 4)) == "2024-12-30"


@pytest.mark.parametrize(
    ("code", "text", "dateline"),
    [
        ("fr", "Un titre\n\n13 November 2024\n\nHier, un vote a eu lieu.", "2024-11-13"),
        ("en", "Floods\n\nSTOCKHOLM, 20 February 2025. The water rose.", "2025-02-20"),
        ("it", "---\ntitle: Prova\ndate: 2024-11-13\n---\n\nTesto.", "2024-11-13"),
        ("de", "Am Freitag starb der Maler. Er wurde am 4. März 1932 in einem kleinen Dorf bei Wien geboren und lebte dort.", None),
    ],
)
def test_the_dateline_is_a_line_of_its_own_or_the_front_matter(code: str, text: str, dateline: str | None) -> None:
    _, found = read(code, text)
    assert found.reading.dateline == dateline


def test_relative_dates_are_reckoned_from_the_dateline() -> None:
    claims, _ = read("fr", "13 novembre 2024\n\nHier, comme l'an dernier et mardi dernier, et mercredi.")
    assert [c.value for c in claims] == ["2024-11-13", "2024-11-12", "2023", "2024-11-12", "2024-11-13"]


def test_the_year_of_the_page_is_a_reading_of_its_dates() -> None:
    claims, _ = read("it", "13 novembre 2024\n\nIl 4 novembre a Roma.")
    assert (claims[1].value, claims[1].readings) == ("XXXX-11-04", ("2024-11-04",))


def test_a_taken_date_leaves_no_number_free() -> None:
    _, found = read("fr", "le 4 novembre 2024")
    assert not any(found.free(n.first, n.last) for n in found.numbers)


def test_a_dateline_needs_a_whole_date() -> None:
    _, found = read("en", "November 2024\n\nText.")
    assert found.reading.dateline is None
