"""What is quoted: its halves are one, and only a contrary in it is told."""

from __future__ import annotations

import pytest

from claimdiff import Story, Version, compare
from claimdiff.claims import read

TOLD = "W06"


def rules(lang_a: str, a: str, lang_b: str, b: str) -> set[str]:
    """The rules that fire between two versions."""
    found = compare(Story("story", (Version(lang_a, a), Version(lang_b, b))))
    return {f.rule for f in found if f.severity != "info"}


def test_halves_that_the_speaker_parts_are_one_utterance() -> None:
    text = '"The port is open," she said, "and nobody is afraid."'
    [claim] = [c for c in read(Version("en", text))[1] if c.kind == "utterance"]
    assert text[claim.start : claim.end] == text[1:-1]


CHANGED = [
    ("fr", "« Le pire est derrière nous », a dit Anne Roy.", "es", "«Lo peor está por delante», dijo Anne Roy."),
    (
        "de",
        "„Den Hafen haben wir sofort gesehen“, sagte Anne Roy.",
        "it",
        "«Ci abbiamo messo un po' a vedere il porto», ha detto Anne Roy.",
    ),
    (
        "fr",
        "« Les ports ne demandent pas la charité, ils demandent des règles », a dit Anne Roy.",
        "it",
        "«I porti non chiedono regole, chiedono carità», ha detto Anne Roy.",
    ),
    (
        "en",
        '"I was lucky in the port of Metz," said Anne Roy.',
        "it",
        "«Nel porto di Metz sono stata sfortunata», ha detto Anne Roy.",
    ),
    ("de", "„Der Wolf ist in Metz zu Hause“, sagte Anne Roy.", "fr", "« Le loup n'est que de passage à Metz », a dit Anne Roy."),
    ("en", '"The port is our strength," said Anne Roy.', "pt", "«O porto é a nossa fraqueza», disse Anne Roy."),
]
KEPT = [
    ("pt", "«Saio do porto por vontade própria», disse Anne Roy.", "en", '"Nobody pushed me out of the port," said Anne Roy.'),
    ("fr", "« Le pire est derrière nous », a dit Anne Roy.", "es", "«Lo peor ha quedado atrás», dijo Anne Roy."),
    ("en", '"I am not afraid of the port," said Anne Roy.', "fr", "« Je suis sereine face au port », a dit Anne Roy."),
]


@pytest.mark.parametrize(("lang_a", "a", "lang_b", "b"), CHANGED)
def test_a_contrary_in_a_quotation_is_told(lang_a: str, a: str, lang_b: str, b: str) -> None:
    assert TOLD in rules(lang_a, a, lang_b, b)


@pytest.mark.parametrize(("lang_a", "a", "lang_b", "b"), KEPT)
def test_a_paraphrase_is_none(lang_a: str, a: str, lang_b: str, b: str) -> None:
    assert TOLD not in rules(lang_a, a, lang_b, b)


def test_not_before_a_date_is_from_that_date() -> None:
    assert not rules(
        "fr", "Les lettres ne partiront pas avant le 3 septembre.", "it", "Le lettere partiranno a partire dal 3 settembre."
    )


def test_the_beginning_and_the_end_have_each_their_hour() -> None:
    a, b = "The talks in Metz began at 11.30 on Monday.", "Las conversaciones de Metz terminaron el lunes a las 23.45."
    assert not rules("en", a, "es", b)


def test_an_exception_takes_the_other_side() -> None:
    a, b = "Il picnic a Metz è vietato ovunque, tranne sul prato.", "Picnics in Metz are allowed on the lawn and nowhere else."
    assert not rules("it", a, "en", b)


SAID_OTHERWISE = [
    (
        "es",
        "«No vendemos coches, vendemos libertad», dijo Ana Ruiz.",
        "pt",
        "«Não vendemos liberdade, vendemos carros», disse Ana Ruiz.",
    ),
    (
        "fr",
        "« Ce n'est pas une crise, c'est une chance », a dit Anne Roy.",
        "it",
        "«Non è un'occasione, è una crisi», ha detto Anne Roy.",
    ),
    (
        "en",
        '"We are not building a wall, we are building a bridge," said Anne Roy.',
        "de",
        "„Wir bauen keine Brücke, wir bauen eine Mauer“, sagte Anne Roy.",
    ),
    (
        "de",
        "„Statt einer Mauer, bauen wir eine Brücke“, sagte Anne Roy.",
        "fr",
        "« Au lieu d'un pont, nous bâtissons un mur », a dit Anne Roy.",
    ),
    ("en", '"We must rebuild the port of Metz," said Anne Roy.', "es", "«Queremos reconstruir el puerto de Metz», dijo Anne Roy."),
    (
        "it",
        "«Nessuno voleva vedere il porto di Metz», ha detto Anne Roy.",
        "pt",
        "«Ninguém podia ver o porto de Metz», disse Anne Roy.",
    ),
    (
        "fr",
        "« Mon frère travaillait au port de Metz », a dit Anne Roy.",
        "en",
        '"My uncle worked in the port of Metz," said Anne Roy.',
    ),
    (
        "es",
        "«Subimos al tejado y esperamos a que amaneciera», dijo Ana Ruiz.",
        "pt",
        "«Subimos ao telhado e esperámos a polícia», disse Ana Ruiz.",
    ),
]
SAID_ALIKE = [
    (
        "es",
        "«No vendemos coches, vendemos libertad», dijo Ana Ruiz.",
        "pt",
        "«Vendemos liberdade, não vendemos carros», disse Ana Ruiz.",
    ),
    (
        "fr",
        "« Ce n'est pas une défaite, c'est une victoire », a dit Anne Roy.",
        "it",
        "«È una vittoria, non una sconfitta», ha detto Anne Roy.",
    ),
    (
        "en",
        '"We are not building a wall, we are building a bridge," said Anne Roy.',
        "de",
        "„Wir bauen keine Mauer, wir bauen eine Brücke“, sagte Anne Roy.",
    ),
    (
        "en",
        '"We cannot leave the port of Metz," said Anne Roy.',
        "de",
        "„Wir dürfen den Hafen von Metz nicht verlassen“, sagte Anne Roy.",
    ),
    (
        "en",
        '"We have to rebuild the port of Metz," said Anne Roy.',
        "es",
        "«Hay que reconstruir el puerto de Metz», dijo Anne Roy.",
    ),
    (
        "it",
        "«Nessuno voleva vedere il porto di Metz», ha detto Anne Roy.",
        "pt",
        "«Ninguém quis ver o porto de Metz», disse Anne Roy.",
    ),
    (
        "fr",
        "« Mon frère travaillait au port de Metz », a dit Anne Roy.",
        "en",
        '"It was my brother who worked there," said Anne Roy.',
    ),
    (
        "es",
        "«Subimos al tejado y esperamos a que amaneciera», dijo Ana Ruiz.",
        "pt",
        "«Subimos ao telhado e esperámos pela madrugada», disse Ana Ruiz.",
    ),
    (
        "de",
        "„Der Bürgermeister hat die Gemeinde verlassen“, sagte Anne Roy.",
        "it",
        "«Il primo cittadino ha lasciato il Comune», ha detto Anne Roy.",
    ),
]


@pytest.mark.parametrize(("lang_a", "a", "lang_b", "b"), SAID_OTHERWISE)
def test_a_quotation_that_says_something_else_is_told(lang_a: str, a: str, lang_b: str, b: str) -> None:
    assert {"W06", "W08"} & rules(lang_a, a, lang_b, b)
    assert {"W06", "W08"} & rules(lang_b, b, lang_a, a)


@pytest.mark.parametrize(("lang_a", "a", "lang_b", "b"), SAID_ALIKE)
def test_a_quotation_in_other_words_is_not(lang_a: str, a: str, lang_b: str, b: str) -> None:
    assert not {"W06", "W08"} & rules(lang_a, a, lang_b, b)
    assert not {"W06", "W08"} & rules(lang_b, b, lang_a, a)
