"""Two things that a quotation ranks: exchanged around before, than or rather, or more turned into less."""

from __future__ import annotations

import pytest

from claimdiff import Story, Version, compare

TOLD = "W06"


def rules(lang_a: str, a: str, lang_b: str, b: str) -> set[str]:
    """The rules that fire between two versions."""
    found = compare(Story("story", (Version(lang_a, a), Version(lang_b, b))))
    return {f.rule for f in found if f.severity != "info"}


CONTRARY = [
    (
        "pt",
        "«O país tem mais escolas do que estradas», disse Ana Reis.",
        "fr",
        "« Le pays a plus de routes que d'écoles », a dit Ana Reis.",
    ),
    (
        "de",
        "„Ich verkaufe lieber das Haus als den Wald“, sagte Anna Roy.",
        "fr",
        "« Je préfère vendre la forêt plutôt que la maison », a dit Anna Roy.",
    ),
    (
        "it",
        "«La città ha aperto il ponte dopo la scuola», ha detto Anna Roy.",
        "pt",
        "«A cidade abriu a escola depois da ponte», disse Anna Roy.",
    ),
    (
        "en",
        '"We closed the school before we closed the church," said Anna Roy.',
        "es",
        "«Cerramos la iglesia antes de cerrar la escuela», dijo Anna Roy.",
    ),
    (
        "en",
        '"The winter is longer than the summer here," said Anna Roy.',
        "de",
        "„Der Sommer ist hier länger als der Winter“, sagte Anna Roy.",
    ),
    (
        "es",
        "«Construiremos un puente en vez de una carretera», dijo Ana Ruiz.",
        "it",
        "«Costruiremo una strada invece di un ponte», ha detto Ana Ruiz.",
    ),
    (
        "en",
        '"The road is longer than the bridge," said Anna Roy.',
        "fr",
        "« La route est moins longue que le pont », a dit Anna Roy.",
    ),
    (
        "de",
        "„Die Brücke ist länger als die Straße“, sagte Anna Roy.",
        "pt",
        "«A ponte é menos longa do que a estrada», disse Anna Roy.",
    ),
]
SAME = [
    (
        "en",
        '"There are more schools than roads here," said Anna Roy.',
        "es",
        "«Aquí hay menos carreteras que escuelas», dijo Anna Roy.",
    ),
    (
        "en",
        '"We closed the school before we closed the church," said Anna Roy.',
        "es",
        "«Cerramos la iglesia después de cerrar la escuela», dijo Anna Roy.",
    ),
    (
        "en",
        '"The road is longer than the bridge," said Anna Roy.',
        "fr",
        "« Le pont est moins long que la route », a dit Anna Roy.",
    ),
    (
        "de",
        "„Ich verkaufe lieber das Haus als den Wald“, sagte Anna Roy.",
        "fr",
        "« Je préfère vendre la maison plutôt que la forêt », a dit Anna Roy.",
    ),
    (
        "de",
        "„In Metz haben wir vor dem Spiel den Kopf verloren“, sagte Anna Roy.",
        "en",
        '"We lost our heads before the match in Metz," said Anna Roy.',
    ),
    (
        "it",
        "«Il ponte è più lungo della strada», ha detto Anna Roy.",
        "pt",
        "«A estrada é mais curta do que a ponte», disse Anna Roy.",
    ),
    (
        "it",
        "«Prima di aprire il ponte abbiamo aperto la scuola», ha detto Anna Roy.",
        "pt",
        "«Abrimos a escola antes de abrir a ponte», disse Anna Roy.",
    ),
    (
        "de",
        "„Der Weg über die Brücke ist leichter als der alte“, sagte Anna Roy.",
        "fr",
        "« Le chemin du pont est moins difficile que l'ancien », a dit Anna Roy.",
    ),
]


@pytest.mark.parametrize(("lang_a", "a", "lang_b", "b"), CONTRARY)
def test_two_things_exchanged_are_told(lang_a: str, a: str, lang_b: str, b: str) -> None:
    assert TOLD in rules(lang_a, a, lang_b, b)


@pytest.mark.parametrize(("lang_a", "a", "lang_b", "b"), SAME)
def test_the_same_rank_in_other_words_is_not(lang_a: str, a: str, lang_b: str, b: str) -> None:
    assert TOLD not in rules(lang_a, a, lang_b, b)
