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
    ("en", '"The port is our strength," said Anne Roy.', "pt", "«O porto é a nossa fraqueza», disse Anne Roy."),
]
KEPT = [
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
