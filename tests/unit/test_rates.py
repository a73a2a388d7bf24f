"""What amounts are for, and spans that say when: what holds in every language, and when two of them are set against each other."""

from __future__ import annotations

import pytest

from claimdiff import claims
from claimdiff.language import grammar, languages, world
from claimdiff.model import Claim, Version
from claimdiff.relations import relate

# What an amount can be for beside the units of the world.
THINGS = {"night", "each", "person", "household", "vehicle", "total", "quintal"}


def amount(lang: str, text: str) -> Claim:
    return next(c for c in claims.find(Version(lang, text)) if c.kind in ("money", "duration", "quantity"))


def relation(a: tuple[str, str], b: tuple[str, str]) -> str | None:
    found = relate(amount(*a), amount(*b), a[0], b[0])
    return found.name if found else None


@pytest.mark.parametrize("lang", languages())
def test_an_amount_is_for_known_units_and_things(lang: str) -> None:
    said = grammar(lang, "rates")
    named = {*said["units"], *said["behind"], *said["ahead"]}
    assert named - set(world("units")) <= THINGS
    assert {"hour", "day", "night", "week", "month", "year", "kilogram", "tonne", "liter", "person", "each", "total"} <= named


@pytest.mark.parametrize("lang", languages())
def test_every_language_has_idioms_and_words_for_before_and_after(lang: str) -> None:
    assert len(grammar(lang, "idioms")["idioms"]) > 50
    assert set(grammar(lang, "quantities")["offsets"]) == {"after", "before"}


@pytest.mark.parametrize(
    ("a", "b", "name"),
    [
        (("en", "3 euros an hour"), ("it", "3 euro al giorno"), "different-rate"),
        (("en", "40 euros each"), ("de", "zusammen 40 Euro"), "different-rate"),
        (("fr", "500 euros par mois"), ("es", "500 euros anuales"), "different-rate"),
        (("fr", "12 euros le kilo"), ("pt", "12 euros a tonelada"), "different-rate"),
        (("de", "40 Stunden pro Woche"), ("en", "40 hours a month"), "different-rate"),
        (("en", "80 euros a night"), ("de", "80 Euro pro Tag"), "equal"),
        (("en", "20 euros a head"), ("it", "20 euro ciascuno"), "equal"),
        (("en", "20 euros a head"), ("it", "20 euro al giorno"), "equal"),
        (("en", "20 euros a head"), ("it", "20 euro"), "equal"),
        (("es", "12 euros al mes"), ("pt", "144 euros por ano"), None),
        (("en", "two days after the strike"), ("it", "uno sciopero di tre giorni"), None),
        (("en", "two days after the strike"), ("fr", "trois jours après la grève"), "different"),
        (("de", "zwei Tage nach dem Streik"), ("es", "dos días más tarde"), "equal"),
        (("en", "25 litres per square metre"), ("es", "25 milímetros"), "converted"),
        (("de", "5 Megabyte pro Sekunde"), ("en", "5 Mbit/s"), "different-unit"),
        (("en", "300 crowns"), ("de", "300 tschechische Kronen"), "equal"),
        (("en", "300 crowns"), ("de", "400 tschechische Kronen"), "different"),
        (("en", "300 Danish crowns"), ("de", "300 tschechische Kronen"), "different-currency"),
    ],
)
def test_amounts_compare_by_what_they_are_for(a: tuple[str, str], b: tuple[str, str], name: str | None) -> None:
    assert relation(a, b) == name
    assert relation(b, a) == name


def test_two_things_that_an_amount_is_for_are_both_told() -> None:
    assert amount("en", "€80 per person per night").details["per"] == "night+person"


def test_crowns_are_of_the_country_that_the_text_names() -> None:
    told = claims.find(Version("en", "The fine was 300 crowns. He had borrowed 9,000 Danish crowns."))
    assert [c.unit for c in told if c.kind == "money"] == ["DKK", "DKK"]
    assert amount("en", "The fine was 300 crowns.").unit == "crown"


def test_a_rate_for_so_many_people_is_no_percentage() -> None:
    told = claims.find(Version("en", "There were 12 cases per 100,000 inhabitants."))
    assert [c.kind for c in told if c.value == "12"] == ["quantity"]
