"""Measures and sums under one name: gallons of two kinds, a franc of two banks, a height told twice, a number that is a name."""

from __future__ import annotations

import pytest

from claimdiff import claims, pipeline
from claimdiff.model import Claim, Story, Version
from claimdiff.relations import relate

FIGURES = ("duration", "money", "number", "ordinal", "percentage", "quantity")


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
        pytest.param(("it", "dagli 8 ai 15 cm di neve"), ("en", "3 to 6 inches of snow"), "converted", id="an end of a range"),
        pytest.param(("it", "dai 12 ai 15 cm di neve"), ("en", "3 to 6 inches of snow"), "different", id="another end"),
        pytest.param(("en", "about 30 yards out"), ("it", "a 25 metri circa"), "converted", id="about, converted"),
        pytest.param(("en", "30 yards out"), ("it", "a 23 metri"), "different", id="a conversion gone wrong"),
        pytest.param(("de", "ein Minus von 3,1 Prozent"), ("it", "il giro d'affari (-3,1%)"), "equal", id="the sign is said"),
        pytest.param(("de", "der Umsatz: +3,1 Prozent"), ("it", "il giro d'affari (-3,1%)"), "different", id="two signs"),
        pytest.param(("en", "in the 5th minute"), ("es", "en el minuto 50"), "different", id="no added time"),
        pytest.param(("en", "in the 61st minute"), ("es", "desde el minuto 61"), "equal", id="a minute is a rank"),
        pytest.param(("en", "in the 61st minute"), ("es", "desde el minuto 71"), "different", id="another minute"),
        pytest.param(("en", "in the 4th minute of added time"), ("es", "en el minuto 94"), "equal", id="added time"),
        pytest.param(("de", "der drittgrößte Markt"), ("it", "il secondo mercato"), "different", id="another rank"),
        pytest.param(("de", "der drittgrößte Markt"), ("it", "il terzo mercato"), "equal", id="a rank in a compound"),
        pytest.param(("en", "89 delegates voted for it"), ("fr", "par 89 voix"), "equal", id="voters are votes"),
        pytest.param(("en", "89 delegates came to it"), ("fr", "par 89 voix"), "different-thing", id="no voters"),
        pytest.param(("de", "die Veranstalter sprachen von 900 mehr"), ("fr", "3 400, selon eux"), None, id="a difference"),
        pytest.param(("de", "die Veranstalter sprachen von 900"), ("fr", "3 400, selon eux"), "different", id="no difference"),
        pytest.param(("de", "mit je 240 Sitzplätzen"), ("fr", "plus de 2 600 places assises"), None, id="in each and in all"),
        pytest.param(("de", "mit je 240 Sitzplätzen"), ("fr", "avec 250 places assises"), "different", id="in each"),
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


def test_of_two_scores_of_one_match_both_may_be_right() -> None:
    english = "Varnas went ahead after the break. Ilves made it 2-2 in the 73rd minute, and Koskela hit the bar before the 3-2."
    german = "Varnas ging in Führung, Ilves traf zum 2:1, dann glich er aus, und Koskela erzielte das 3:2."
    assert found(("en", english), ("de", german)) == []


def test_two_final_scores_are_two_results() -> None:
    assert found(("en", "Varnas beat Ilves 4-1 on Sunday."), ("de", "Varnas schlug Ilves am Sonntag 4:2.")) == ["number"]


@pytest.mark.parametrize(
    ("a", "b", "types"),
    [
        pytest.param(
            ("es", "El verano de Robledal fue el más seco desde 1995."),
            ("en", "Robledal's summer was the driest on record."),
            ["superlative_quantifier"],
            id="since a year and ever",
        ),
        pytest.param(
            ("fr", "L'été de Robledal a été le plus chaud jamais enregistré."),
            ("de", "Der Sommer in Robledal war der wärmste seit 1995."),
            ["superlative_quantifier"],
            id="ever and since a year",
        ),
        pytest.param(
            ("pt", "O verão de Robledal foi o mais seco de sempre."),
            ("it", "A Robledal l'estate è stata la più secca mai registrata."),
            [],
            id="ever in two wordings",
        ),
        pytest.param(
            ("es", "El verano de Robledal fue el más seco desde 1995."),
            ("en", "Robledal's summer was the driest."),
            [],
            id="left unsaid",
        ),
    ],
)
def test_a_record_of_some_years_is_none_of_all_time(a: tuple[str, str], b: tuple[str, str], types: list[str]) -> None:
    assert found(a, b) == types


@pytest.mark.parametrize(
    ("a", "b", "types"),
    [
        pytest.param(
            ("pt", "A mais povoada é Orlim, seguida de Tabor e Vandra."),
            ("fr", "Au nord, Tabor arrive en tête, devant Orlim et Vandra."),
            ["order"],
            id="the first two exchanged",
        ),
        pytest.param(
            ("pt", "A mais povoada é Orlim, seguida de Tabor e Vandra."),
            ("fr", "Au nord, Orlim arrive en tête, devant Tabor et Vandra."),
            [],
            id="one order",
        ),
        pytest.param(
            ("de", "Zuerst kommt der Quai des Loups, dann das Lycée Vauquelin."),
            ("fr", "On passe le lycée Vauquelin avant le quai des Loups."),
            ["order"],
            id="two stops exchanged",
        ),
    ],
)
def test_names_that_no_lexicon_has_are_put_in_order(a: tuple[str, str], b: tuple[str, str], types: list[str]) -> None:
    assert found(a, b) == types
