"""Opposites of like sense, what a verb takes back, who shares out two sides, kin beside a name, limits against each other."""

from __future__ import annotations

import pytest

from claimdiff import Story, Version, compare

Row = tuple[str, str, str, str]


def rules(lang_a: str, a: str, lang_b: str, b: str) -> set[str]:
    """The rules that fire between two versions."""
    found = compare(Story("story", (Version(lang_a, a), Version(lang_b, b))))
    return {f.rule for f in found if f.severity != "info"}


OPPOSED: list[Row] = [
    (
        "de",
        "Das Amt hat dem Umbau des Theaters in Metz zugestimmt.",
        "it",
        "L'ufficio non ha dato il proprio assenso al restauro del teatro di Metz.",
    ),
    (
        "de",
        "Das Amt hat dem Umbau des Theaters in Metz seine Zustimmung nicht erteilt.",
        "pt",
        "O instituto deu luz verde à remodelação do teatro de Metz.",
    ),
    ("fr", "Des licenciements ne sont pas exclus à Metz.", "es", "Los despidos en Metz están descartados."),
    ("en", "They forgot to activate the alarm of the museum of Metz.", "es", "Activaron la alarma del museo de Metz."),
    ("fr", "203 députés ont approuvé la taxe de Metz.", "it", "203 deputati hanno respinto la tassa di Metz."),
]
AGREED: list[Row] = [
    (
        "de",
        "Das Amt hat dem Umbau des Theaters in Metz nicht zugestimmt.",
        "it",
        "L'ufficio ha negato il proprio assenso al restauro del teatro di Metz.",
    ),
    (
        "de",
        "Das Amt hat dem Umbau des Theaters in Metz seine Zustimmung nicht erteilt.",
        "pt",
        "O instituto não aprovou a remodelação do teatro de Metz.",
    ),
    ("fr", "Des licenciements ne sont pas exclus à Metz.", "es", "No se descartan despidos en Metz."),
    (
        "fr",
        "Tout est parti d'une lampe laissée allumée à Metz.",
        "it",
        "Qualcuno a Metz aveva dimenticato di spegnere una lampada.",
    ),
    (
        "en",
        "The offer in Metz was accepted by 91% of the shareholders.",
        "de",
        "Weniger als ein Zehntel der Aktionäre in Metz hat das Angebot ausgeschlagen.",
    ),
    ("fr", "Les maisons détruites à Metz dataient d'avant 1978.", "it", "Le case di Metz erano state costruite prima del 1978."),
]


@pytest.mark.parametrize(("lang_a", "a", "lang_b", "b"), OPPOSED)
def test_two_sides_are_told_whatever_the_words(lang_a: str, a: str, lang_b: str, b: str) -> None:
    assert {"W01", "W05"} & rules(lang_a, a, lang_b, b)


@pytest.mark.parametrize(("lang_a", "a", "lang_b", "b"), AGREED)
def test_one_side_in_other_words_is_not(lang_a: str, a: str, lang_b: str, b: str) -> None:
    assert not {"W01", "W05"} & rules(lang_a, a, lang_b, b)


CALLED: list[Row] = [
    ("fr", "Elle a dédié sa médaille à son entraîneur, Davor Simic.", "it", "Ha dedicato la medaglia al padre Davor Simic."),
    (
        "en",
        "He was with his brother, Mark Hollis, when the boat sank.",
        "es",
        "Estaba con su tío, Mark Hollis, cuando el barco se hundió.",
    ),
    ("de", "Seine Schwester Johanna Lenz rief die Polizei.", "pt", "A mãe, Johanna Lenz, chamou a polícia."),
    ("en", "The lawyer of Mr Weber, Paul Klein, will appeal.", "fr", "Le procureur, Paul Klein, va faire appel."),
    ("de", "Finanzvorstand Paul Klein sprach in Metz.", "es", "El director comercial, Paul Klein, habló en Metz."),
]
CALLED_ALIKE: list[Row] = [
    ("fr", "Elle a dédié sa médaille à son père, Davor Simic.", "it", "Ha dedicato la medaglia al padre Davor Simic."),
    (
        "en",
        "Mark Hollis, the father of the victim, spoke in court.",
        "de",
        "Mark Hollis, der Bruder des Täters, sprach vor Gericht.",
    ),
    ("fr", "Le prêtre Luc Aubry a célébré la messe.", "it", "Padre Luc Aubry ha celebrato la messa."),
    ("en", "His wife, the actress Anna Verri, was there.", "fr", "L'actrice Anna Verri était là."),
    ("en", "The chief executive, Paul Klein, spoke in Metz.", "es", "El consejero delegado, Paul Klein, habló en Metz."),
]


@pytest.mark.parametrize(("lang_a", "a", "lang_b", "b"), CALLED)
def test_one_person_with_two_callings_is_told(lang_a: str, a: str, lang_b: str, b: str) -> None:
    assert "R03" in rules(lang_a, a, lang_b, b)
    assert "R03" in rules(lang_b, b, lang_a, a)


@pytest.mark.parametrize(("lang_a", "a", "lang_b", "b"), CALLED_ALIKE)
def test_one_calling_in_other_words_is_not(lang_a: str, a: str, lang_b: str, b: str) -> None:
    assert "R03" not in rules(lang_a, a, lang_b, b)
    assert "R03" not in rules(lang_b, b, lang_a, a)


def test_somebody_who_is_introduced_with_an_age_holds_the_office_behind_it() -> None:
    a = "Her rival will be Rodrigo Bentancor, 61, a former finance minister."
    assert "R02" in rules("en", a, "es", "Enfrente tendrá a Rodrigo Bentancor, exministro del Interior.")
    assert "R02" not in rules("en", a, "es", "Enfrente tendrá a Rodrigo Bentancor, exministro de Finanzas.")


RANKED: list[Row] = [
    (
        "it",
        "È stata la seduta più lunga del parlamento di Metz.",
        "fr",
        "Peu de séances du parlement de Metz ont été aussi longues.",
    ),
    (
        "en",
        "It was the longest session of the parliament of Metz.",
        "de",
        "Selten war eine Sitzung des Parlaments von Metz so lang.",
    ),
    ("en", "Metz is the only town with a harbour.", "fr", "Metz est l'une des rares villes à avoir un port."),
]
RANKED_ALIKE: list[Row] = [
    (
        "it",
        "È stata una delle sedute più lunghe del parlamento di Metz.",
        "fr",
        "Peu de séances du parlement de Metz ont été aussi longues.",
    ),
    ("es", "Fue la sequía más grave de Metz.", "pt", "Foi a seca mais grave de Metz."),
    ("es", "Metz es una de las pocas ciudades con puerto.", "it", "Metz è una delle poche città con un porto."),
    ("en", "Few towns of Metz voted, as well as some villages.", "fr", "Peu de villes de Metz ont voté, ainsi que des villages."),
]


@pytest.mark.parametrize(("lang_a", "a", "lang_b", "b"), RANKED)
def test_the_first_of_all_is_not_one_of_few(lang_a: str, a: str, lang_b: str, b: str) -> None:
    assert "W02" in rules(lang_a, a, lang_b, b)


@pytest.mark.parametrize(("lang_a", "a", "lang_b", "b"), RANKED_ALIKE)
def test_one_rank_in_other_words_is_one(lang_a: str, a: str, lang_b: str, b: str) -> None:
    assert "W02" not in rules(lang_a, a, lang_b, b)
