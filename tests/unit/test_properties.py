"""Whatever way a language writes a number, a date or a time, the same value comes back; and nothing makes a recogniser fail."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from babel.dates import format_date, format_interval, format_skeleton, format_time
from hypothesis import given, settings
from hypothesis import strategies as st
from spelling import spellings

from claimdiff import Claim, Version, extract
from claimdiff.claims import NESTED, numbers
from claimdiff.claims.found import Found, Number
from claimdiff.claims.numbers_grammar import spelled
from claimdiff.claims.numbers_lexicon import lexicon, words_of
from claimdiff.language import expand, grammar, language, languages

LANGUAGES = languages()
REGIONS = {"de": "AT CH", "en": "AU CA GB IN", "es": "AR MX", "fr": "BE CA CH", "it": "CH", "pt": "PT"}
LOCALES = (*REGIONS, *(f"{lang}_{region}" for lang, regions in REGIONS.items() for region in regions.split()))
SPACES = " \u00a0\u2009\u202f\u2007\u2002"
APOSTROPHES = "'’ʼ′"
HYPHENS = "-\u2010\u2011"
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
# A bare 11/2025 is a law's number as often as a month, and "1 mar" a sea; the rest of CLDR's formats with a year or a month's name.
FORMATS = ("short", "medium", "long", "full", "yMMMd", "yMMMMd", "yMMMEd", "yMMMMEEEEd", "yMd", "yMEd", "MMMMd", "yMMMM")
SPANS = ("yMMMd", "yMMMMd", "yMd", "yMMMM")


def read(lang: str, text: str) -> list[Number]:
    known = language(lang)
    found = Found(known.read(text), known, {})
    numbers.find(found)
    return found.numbers


def allows(lang: str, text: str, value: int | Decimal) -> bool:
    """True when the whole text is one number, and the value is what it says or may say."""
    found = read(lang, text)
    whole = [(number.start, number.end) for number in found] == [(0, len(text))]
    return whole and spelled(value) in (found[0].value, *found[0].readings)


@pytest.mark.parametrize("lang", LANGUAGES)
@given(value=st.integers(0, 10**12), places=st.integers(0, 4), data=st.data())
@settings(max_examples=150, deadline=None)
def test_a_number_in_digits_is_read_back_from_every_local_spelling(lang: str, value: int, places: int, data: st.DataObject) -> None:
    """Grouped by marks, spaces or apostrophes of any kind, or not; with decimals or without."""
    marks = lexicon(lang).data["digits"]
    group = data.draw(st.sampled_from(["", *SPACES, *APOSTROPHES, *(m for m in marks["group"] if m in ".,")]))
    rest = data.draw(st.integers(0, 10**places - 1)) if places else 0
    text = f"{value:,}".replace(",", group) + (f"{marks['decimal']}{rest:0{places}d}" if places else "")
    assert allows(lang, text, value + Decimal(rest) / 10**places), text


@pytest.mark.parametrize("lang", LANGUAGES)
@given(value=st.integers(1, 999), tenth=st.integers(0, 9), data=st.data())
@settings(max_examples=150, deadline=None)
def test_a_number_before_a_scale_word_is_read_back(lang: str, value: int, tenth: int, data: st.DataObject) -> None:
    """1,5 million, 3 Mrd, 200 mila, with a space of any kind."""
    known = lexicon(lang).data
    scale = data.draw(st.sampled_from(sorted(known["scales"])))
    word = data.draw(st.sampled_from(words_of(known["scales"][scale])))
    amount = f"{value}{known['digits']['decimal']}{tenth}" if tenth else str(value)
    text = f"{amount}{data.draw(st.sampled_from(SPACES))}{word}"
    assert allows(lang, text, (value + Decimal(tenth) / 10) * scale), text


@pytest.mark.parametrize("locale", [name for name in sorted(spellings()) if spellings()[name].public])
@given(value=st.integers(0, 10**9), data=st.data())
@settings(max_examples=150, deadline=None)
def test_a_number_in_words_is_read_back_however_it_is_typed(locale: str, value: int, data: st.DataObject) -> None:
    """With spaces and hyphens of any kind, with a capital or in capitals."""
    known = spellings()[locale]
    name = data.draw(st.sampled_from([n for n in known.public if n.startswith("spellout-numbering") and not n.endswith("year")]))
    text = known.spell(name, value)
    text = text.replace(" ", data.draw(st.sampled_from(SPACES))).replace("-", data.draw(st.sampled_from(HYPHENS)))
    text = data.draw(st.sampled_from([str, str.capitalize, str.upper]))(text)
    assert allows(locale.split("-")[0], text, value), text


def dates(locale: str, text: str) -> list[Claim]:
    return [claim for claim in extract(Version(locale[:2], text)) if claim.kind == "date"]


def written(locale: str, day: date, form: str) -> str:
    if form in ("short", "medium", "long", "full"):
        return format_date(day, form, locale)
    return str(format_skeleton(form, day, locale=locale))


@pytest.mark.parametrize("locale", LOCALES)
@given(day=DAYS, form=st.sampled_from(FORMATS))
@settings(max_examples=100, deadline=None)
def test_a_date_is_read_back_from_every_format_of_cldr(locale: str, day: date, form: str) -> None:
    """Long and short, in figures, with its weekday; a year in two digits is one of the living."""
    text = written(locale, day, form)
    wanted = {"MMMMd": f"XXXX-{day:%m-%d}", "yMMMM": f"{day:%Y-%m}"}.get(form, day.isoformat())
    (claim,) = dates(locale, text)
    values = (claim.value, *claim.readings)
    if re.search(rf"\b{day.year}\b", text) is None and form != "MMMMd":
        wanted, values = wanted[2:], tuple(value[2:] for value in values)
    assert wanted in values, text


@pytest.mark.parametrize("locale", LOCALES)
@given(day=DAYS, length=st.integers(1, 700), form=st.sampled_from(SPANS))
@settings(max_examples=60, deadline=None)
def test_a_span_of_dates_is_read_back_from_every_format_of_cldr(locale: str, day: date, length: int, form: str) -> None:
    """From day to day in one month, over months and over years."""
    end = day + timedelta(days=length)
    cut = 7 if form == "yMMMM" else 10
    first, last = day.isoformat()[:cut], end.isoformat()[:cut]
    text = format_interval(day, end, form, locale=locale)
    (claim,) = dates(locale, text)
    assert (f"{first}/{last}" if first != last else first) in (claim.value, *claim.readings), text


@pytest.mark.parametrize("locale", LOCALES)
@given(hour=st.integers(6, 23), minute=st.integers(0, 59))
@settings(max_examples=60, deadline=None)
def test_a_time_of_day_is_read_back(locale: str, hour: int, minute: int) -> None:
    """As CLDR writes it, with the language's word for the clock where it has one."""
    known = grammar(locale[:2], "times")
    mark = "" if known["colon_alone"] else known["marks"]["clock"][0]
    text = f"{format_time(time(hour, minute), 'short', locale=locale)} {mark}".strip()
    (claim,) = extract(Version(locale[:2], text))
    assert (claim.kind, claim.value) == ("time", f"{hour:02d}:{minute:02d}"), text


@cache
def vocabulary(lang: str) -> tuple[str, ...]:
    """Words of every table and grammar of a language, and pieces of digits and marks between them."""
    rows = (row for name in sorted(language(lang).tables) for row in language(lang).tables[name][::25])
    forms = [form for row in rows for form in expand(row["forms"])[:2]]
    known: dict[str, Any] = lexicon(lang).data
    cells = [cell for table in ("cardinals", "scales", "ordinals", "fractions") for cell in known[table].values()]
    said = [word for cell in cells for word in words_of(cell)]
    months = [str(month).split("|")[0] for month in grammar(lang, "dates")["months"]]
    digits = ["1", "24", "1.500", "2,5", "2025", "18:30", "18.30", "3-1", "50 %", "€", "$5m", "1990s", "XXI", "VI", "G7", "n°", "№"]
    marks = [".", ",", ";", ":", "-", "–", "'", "’", "(", ")", "«", "»", '"', "\n", "\n\n", "|", "/", "%", "°", "º", "@", "_"]
    return (*forms, *said * 3, *months * 5, *digits * 8, *marks * 8)


def sound(lang: str, text: str) -> None:
    """Fails when a claim's span is no place in the text, or two claims of a kind overlap."""
    claims = extract(Version(lang, text))
    assert all(0 <= claim.start < claim.end <= len(text) for claim in claims)
    assert all(text[claim.start : claim.end].strip() == text[claim.start : claim.end] for claim in claims)
    for kind in {claim.kind for claim in claims} - NESTED:
        ours = sorted((claim.start, claim.end) for claim in claims if claim.kind == kind)
        assert all(a[1] <= b[0] for a, b in pairwise(ours)), (kind, ours)


@pytest.mark.parametrize("lang", LANGUAGES)
@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_words_and_figures_in_any_order_are_read_without_fault(lang: str, data: st.DataObject) -> None:
    """Spans are exact, and no claim overlaps another of its kind."""
    pieces = data.draw(st.lists(st.sampled_from(vocabulary(lang)), min_size=1, max_size=25))
    gaps = (data.draw(st.sampled_from([" ", " ", " ", "", "-", "\u00a0", ", "])) for _ in pieces)
    sound(lang, "".join(piece + gap for piece, gap in zip(pieces, gaps, strict=True)))


@pytest.mark.parametrize("lang", LANGUAGES)
@given(text=st.text(max_size=80))
@settings(max_examples=150, deadline=None)
def test_any_unicode_is_read_without_fault(lang: str, text: str) -> None:
    """Letters, marks and controls of every script, lone surrogates too."""
    sound(lang, text)
