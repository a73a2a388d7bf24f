"""Places: tables that fit together, and readings that need more than a phrase."""

from __future__ import annotations

import unicodedata

import pytest

from claimdiff import claims
from claimdiff.language import language, languages, read_table, world
from claimdiff.model import Claim, Version

TABLES = ("countries", "demonyms", "regions", "cities", "metonyms")


def places(lang: str, text: str) -> list[Claim]:
    return [c for c in claims.find(Version(lang, text)) if c.kind == "place"]


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("table", TABLES)
def test_every_row_stands_for_something_in_the_world(lang: str, table: str) -> None:
    known = world("countries").keys() | world("regions").keys() | world("cities").keys()
    rows = read_table(language(lang).folder / f"{table}.tsv")
    assert [row["id"] for row in rows if row["id"] not in known] == []


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("table", [*TABLES, "not_places"])
def test_tables_are_sorted_unique_and_composed(lang: str, table: str) -> None:
    path = language(lang).folder / f"{table}.tsv"
    ids = [row["id"] for row in read_table(path)]
    assert ids == sorted(set(ids))
    assert unicodedata.is_normalized("NFC", path.read_text("utf-8"))


def test_ids_of_countries_regions_and_cities_do_not_meet() -> None:
    countries, regions, cities = (world(name).keys() for name in ("countries", "regions", "cities"))
    assert not countries & regions
    assert not (countries | regions) & cities


def test_capitals_and_countries_of_the_world_are_listed() -> None:
    cities, countries = world("cities"), world("countries")
    assert {r["capital"] for r in (*countries.values(), *world("regions").values())} - {""} <= cities.keys()
    assert {r["country"] for r in (*cities.values(), *world("regions").values())} - {""} <= countries.keys()


@pytest.mark.parametrize("lang", languages())
def test_every_country_has_a_name_in_every_language(lang: str) -> None:
    named = {row["id"] for row in read_table(language(lang).folder / "countries.tsv")}
    assert {k for k, row in world("countries").items() if row["capital"] and row["status"] == "current"} - named <= {"GE"}


def test_a_short_name_is_the_city_named_in_full_before() -> None:
    found = places("en", "SANTIAGO DE CUBA - The airport of Santiago was closed.")
    assert [c.value for c in found] == ["santiago-de-cuba", "santiago-de-cuba"]


def test_a_surname_stays_a_surname() -> None:
    assert places("en", "Giselle Maurice paid. The money came from Maurice, she said.") == []


def test_georgia_may_be_the_country_or_the_state() -> None:
    (claim,) = places("en", "They met in Georgia.")
    assert {claim.value, *claim.readings} == {"GE", "US-GA"}


def test_part_of_a_longer_name_is_marked() -> None:
    (claim,) = places("fr", "Le club de Manchester United a gagné.")
    assert claim.details["within"] == "name"


def test_a_long_text_is_read_in_one_pass() -> None:
    text = "In Paris and London, the French Republic met the Kingdom of Morocco. " * 3000
    assert len(places("en", text)) == 4 * 3000
