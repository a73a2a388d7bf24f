"""Names that stand in one version only: what is taken for one thing told wrongly, and what is left alone."""

from __future__ import annotations

import pytest

from claimdiff import claims, pipeline
from claimdiff.model import Story, Version
from claimdiff.names import letters_apart
from claimdiff.relations.alike import look_alike
from claimdiff.relations.dates import slip_of_date


def rules(one: str, other: str, langs: tuple[str, str]) -> set[str]:
    versions = (Version(langs[0], one), Version(langs[1], other))
    checked = next(pipeline.check([Story("a", versions)]))
    return {f.rule for f in checked.findings if f.severity != "info"}


@pytest.mark.parametrize(("a", "b"), [("SK", "SI"), ("AT", "AU"), ("NE", "NG"), ("IR", "IQ"), ("ML", "MW"), ("UY", "PY")])
def test_countries_that_are_taken_for_each_other_look_alike(a: str, b: str) -> None:
    """The names of the two languages say so, and in both directions."""
    assert look_alike(a, b, "fr", "it")
    assert look_alike(b, a, "it", "fr")


@pytest.mark.parametrize(("a", "b"), [("FR", "DE"), ("ES", "PT"), ("US", "GB"), ("paris", "FR")])
def test_other_places_do_not(a: str, b: str) -> None:
    """Neither do a town and a country."""
    assert not look_alike(a, b, "fr", "it")


def test_a_letter_or_two_part_two_spellings_of_one_full_name() -> None:
    """One word differs, in two letters at most; a surname alone or a short word is no evidence."""
    assert letters_apart("johanna lenzberg", "johanna lensberg")
    assert not letters_apart("johanna lenzberg", "johanna lindstrom")
    assert not letters_apart("lenzberg", "lensberg")
    assert not letters_apart("li wen", "lu wen")


def test_a_near_spelling_is_told_however_unlike_the_passages() -> None:
    """Unless one version has both spellings: then it tells of two people, or errs in itself."""
    english = "The mill reopened in May. Johanna Lenzberg paid for the roof. Trains run again."
    spanish = "Los trenes circulan de nuevo. El tejado brilla al sol. Nadie esperaba que Johanna Lensberg volviera."
    assert "N01" in rules(english, spanish, ("en", "es"))
    assert "N01" not in rules(english, spanish + " Johanna Lenzberg no volvió.", ("en", "es"))


def test_the_demonyms_of_two_people_are_not_compared() -> None:
    """A list may come in another order."""
    english = "The jury was chaired by the Irish actor Tom Kearney. With him sat the Italian novelist Carla Verri."
    italian = "In giuria, con la scrittrice italiana Carla Verri, c'era l'attore irlandese Tom Kearney."
    assert "P01" not in rules(english, italian, ("en", "it"))


def test_two_callings_of_one_trade_differ_where_each_version_tells_one() -> None:
    """Who is called both by one version may be both."""
    english = "Costume designer Anna Verri was honoured. The night was long."
    assert "R03" in rules(english, "Lunga la notte. Un premio alla scenografa Anna Verri.", ("en", "it"))
    assert "R03" not in rules(english, "Un premio alla costumista e scenografa Anna Verri.", ("en", "it"))


@pytest.mark.parametrize(
    ("portuguese", "english", "told"),
    [
        ("Votam na sexta-feira, 28 de fevereiro.", "Both sets of owners vote on Friday 28 March.", True),
        ("Votam a 27 de fevereiro.", "Both sets of owners vote on 27 March.", True),
        ("Votam na sexta-feira, 28 de fevereiro.", "The owners vote on Friday 28 March, as they did on 28 February.", False),
    ],
)
def test_one_day_of_two_months_is_one_date_told_wrongly(portuguese: str, english: str, told: bool) -> None:
    """Where each version tells its own alone."""
    behind = " A sede fica em Lisboa. Os navios vão para Sines. A frota cresce.", " Ships sail. Freight has become dearer."
    found = rules(portuguese + behind[0], "The offer stands. " + english + behind[1], ("pt", "en"))
    assert ("D01" in found) == told


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [("27 February", "27 March", True), ("1 February", "1 March", False), ("Friday 28 February", "Friday 28 March", True)],
)
def test_the_first_and_last_days_of_months_are_met_by_chance(one: str, other: str, slip: bool) -> None:
    """Unless they fall on one day of the week."""
    dates = (next(c for c in claims.find(Version("en", f"They vote on {day}.")) if c.kind == "date") for day in (one, other))
    assert slip_of_date(*dates) == slip
