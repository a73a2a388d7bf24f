"""Quantities: what holds in every language, whatever the words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimdiff import claims
from claimdiff.claims.quantity_draft import told
from claimdiff.claims.quantity_words import Phrases, words
from claimdiff.claims.units import dimension, factor
from claimdiff.language import expand, language, languages, read_table, world
from claimdiff.model import Claim, Version


def found(lang: str, text: str, *kinds: str) -> list[Claim]:
    return [claim for claim in claims.find(Version(lang, text)) if claim.kind in kinds]


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("name", ["units", "currencies", "currency_names"])
def test_every_row_of_a_language_names_a_known_unit_or_currency(lang: str, name: str) -> None:
    known = world("units" if name == "units" else "currencies")
    rows = read_table(language(lang).folder / f"{name}.tsv")
    assert [row["id"] for row in rows if row["id"] not in known] == []
    assert [row["id"] for row in rows] == sorted({row["id"] for row in rows})


@pytest.mark.parametrize("lang", languages())
def test_every_language_names_the_everyday_units(lang: str) -> None:
    named = {row["id"] for row in read_table(language(lang).folder / "units.tsv")}
    everyday = {"kilometer", "meter", "mile", "foot", "kilogram", "tonne", "liter", "hectare", "square-meter", "degree-celsius"}
    assert everyday | {"year", "month", "week", "day", "hour", "minute", "second", "decade", "century", "light-year"} <= named


@pytest.mark.parametrize("unit", world("units"))
def test_a_unit_leads_to_its_base_unit(unit: str) -> None:
    assert factor(unit) > 0
    assert dimension(unit)
    written_in = world("units")[unit]["written_in"]
    if written_in:
        times, other = written_in.split(" ")
        assert factor(unit) == Decimal(times) * factor(other)


@pytest.mark.parametrize("lang", languages())
def test_fixed_durations_and_single_units_are_known_units(lang: str) -> None:
    fixed = [item["unit"] for item in language(lang).data("quantities")["fixed"]]
    assert all(dimension(unit) for unit in fixed)
    assert all(dimension(unit) or unit in world("currencies") for unit in words(lang).one_units)


@pytest.mark.parametrize("lang", languages())
@settings(deadline=None)
@given(value=st.integers(min_value=32, max_value=999))
def test_signs_are_read_alike_in_every_language(lang: str, value: int) -> None:
    assert [(c.value, c.unit) for c in found(lang, f"({value} km/h)", "quantity")] == [(str(value), "kilometer-per-hour")]
    assert [c.value for c in found(lang, f"({value} %)", "percentage")] == [str(value)]
    assert [(c.value, c.unit) for c in found(lang, f"({value} €)", "money")] == [(str(value), "EUR")]


@pytest.mark.parametrize("lang", languages())
@settings(deadline=None)
@given(text=st.text(alphabet="0123456789 .,-–/:'\"%€$½°abckmxhs\n", max_size=40))
def test_no_text_breaks_the_reading(lang: str, text: str) -> None:
    for claim in claims.find(Version(lang, text)):
        assert 0 <= claim.start < claim.end <= len(text)


@pytest.mark.parametrize(("value", "text"), [("1200000", "1200000"), ("1.50", "1.5"), ("0.00", "0"), ("1E+3", "1000")])
def test_values_have_no_exponent_and_no_trailing_zeros(value: str, text: str) -> None:
    assert told(Decimal(value)) == text


def test_the_longest_phrase_wins_from_either_end() -> None:
    reading = language(languages()[0]).read("x one two three y")
    phrases = Phrases({"short": ["one", "three"], "long": ["one two", "two three"]})
    assert phrases.at(reading, 1) == (3, "long")
    assert phrases.before(reading, 4) == (2, "long")


def test_two_claims_for_a_measure_and_its_conversion() -> None:
    units = [c.unit for c in found("en", "winds of 100 km/h (62 mph)", "quantity")]
    assert units == ["kilometer-per-hour", "mile-per-hour"]


def test_the_words_of_a_claim_are_the_number_and_what_it_counts() -> None:
    text = "almost 37 injured people"
    claim = found("en", text, "quantity")[0]
    assert text[claim.start : claim.end].startswith("37 injured")
    assert claim.details["approximate"] == "nearly"


def test_forms_are_typed_once() -> None:
    for lang in languages():
        for row in read_table(language(lang).folder / "units.tsv"):
            forms = expand(row["forms"])
            assert len(forms) == len(set(forms)), (lang, row["id"])
