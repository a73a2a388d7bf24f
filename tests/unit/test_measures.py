"""Measures and sums under one name: gallons of two kinds, a franc of two banks, a height told twice, a number that is a name."""

from __future__ import annotations

import pytest

from claimdiff import claims, pipeline
from claimdiff.model import Claim, Story, Version
from claimdiff.relations import relate

FIGURES = ("duration", "money", "number", "quantity")


def figure(lang: str, text: str) -> Claim:
    return next(c for c in claims.find(Version(lang, text)) if c.kind in FIGURES)


def relation(a: tuple[str, str], b: tuple[str, str]) -> str | None:
    found = relate(figure(*a), figure(*b), a[0], b[0])
    return found.name if found else None


@pytest.mark.parametrize(
    ("a", "b", "name"),
    [
        pytest.param(("en", "35 gallons of it"), ("es", "160 litros de agua"), "converted", id="imperial gallons"),
        pytest.param(("en", "42 gallons of it"), ("es", "160 litros de agua"), "converted", id="American gallons"),
        pytest.param(("en", "55 gallons of it"), ("es", "160 litros de agua"), "different", id="no gallon is so small"),
        pytest.param(("pt", "9 milhões de francos CFA"), ("fr", "neuf millions de francs CFA"), "equal", id="one name, one worth"),
        pytest.param(("de", "9 Mio. Schweizer Franken"), ("fr", "9 millions de francs CFA"), "different-currency", id="two francs"),
        pytest.param(("it", "a meno di mezz'ora d'auto"), ("fr", "à vingt-cinq minutes de route"), "rounded", id="under the limit"),
        pytest.param(("it", "a meno di mezz'ora d'auto"), ("fr", "à dix minutes de route"), "different", id="far under the limit"),
        pytest.param(("de", "Die Linie 7 ist länger"), ("fr", "elle en a 6,8 en France"), None, id="a number that names"),
        pytest.param(("de", "Die Linie 7 ist länger"), ("fr", "la ligne 7 est plus longue"), "equal", id="one name"),
    ],
)
def test_what_two_figures_are_to_each_other(a: tuple[str, str], b: tuple[str, str], name: str | None) -> None:
    assert relation(a, b) == name


def found(*versions: tuple[str, str]) -> list[str]:
    story = Story("heights", tuple(Version(lang, text) for lang, text in versions))
    return [f.type for checked in pipeline.check([story]) for f in checked.findings if f.severity != "info"]


def test_the_second_half_of_a_measure_told_twice_is_not_set_against_another_figure() -> None:
    english = "The rack railway climbs from Hinterau (498 m) to the summit of the Grauhorn at 1,720 m (5,643 ft)."
    climbs = "Le train à crémaillère relie Hinterau, à 498 mètres, au sommet du Grauhorn, à 1720 mètres, soit 1222 mètres de plus."
    assert found(("en", english), ("fr", climbs)) == []


def test_a_measure_that_the_other_version_gives_otherwise_is_told() -> None:
    english = "The rack railway climbs from Hinterau (498 m) to the summit of the Grauhorn at 1,720 m (5,643 ft)."
    climbs = "Le train à crémaillère relie Hinterau, à 498 mètres, au sommet du Grauhorn, à 1270 mètres."
    assert found(("en", english), ("fr", climbs)) == ["number"]
