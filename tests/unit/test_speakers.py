"""Who is quoted by a clause whose verb no list has to know."""

from __future__ import annotations

import pytest

from claimdiff import Story, Version, compare
from claimdiff.claims import read


def speakers(lang: str, text: str) -> list[str | None]:
    """The speaker of each quotation."""
    return [c.details.get("speaker") for c in read(Version(lang, text))[1] if c.kind == "quotation"]


NAMED = [
    ("fr", "Il fait nuit. « Le barrage est resté fermé », bougonne Anna Roy. Il pleut."),
    ("fr", "Il fait nuit. « Le barrage est resté fermé », s'est emportée la ministre, Anna Roy. Il pleut."),
    ("de", "Es ist Nacht. „Das Wehr blieb die ganze Zeit geschlossen“, murrt die Ministerin Anna Roy. Es regnet."),
    ("it", "È notte. «La diga è rimasta chiusa», sbotta la ministra dell'Interno Anna Roy. Piove."),
    ("es", "Es de noche. «La presa ha seguido cerrada», refunfuña Anna Roy, de Metz. Llueve."),
    ("pt", "É noite. «A barragem continuou fechada», resmunga Anna Roy. Chove."),
    ("en", 'It is night. "The dam stayed shut all along," grumbled Anna Roy, who runs the mill.'),
    ("it", "Anna Roy sbotta: «La diga è rimasta chiusa»."),
    ("de", "Anna Roy murrt: „Das Wehr blieb die ganze Zeit geschlossen.“"),
]
OPEN = [
    ("fr", "Il fait nuit. « Le barrage est resté fermé », mais Anna Roy dort. Il pleut."),
    ("de", "Es ist Nacht. „Das Wehr blieb die ganze Zeit geschlossen“, während Anna Roy schlief. Es regnet."),
    ("it", "È notte. «La diga è rimasta chiusa», lasciando Anna Roy senza parole. Piove."),
    ("es", "Es de noche. «La presa ha seguido cerrada», que sorprendió Anna Roy. Llueve."),
    ("pt", "É noite. «A barragem continuou fechada», surpreendeu-se com Anna Roy. Chove."),
    ("en", 'It is night. "The dam stayed shut all along," he mocked Anna Roy, who runs the mill.'),
    ("fr", "Il fait nuit. « Le barrage est resté fermé », bougonne le frère d'Anna Roy. Il pleut."),
    ("it", "Dopo il titolo «La diga è rimasta chiusa», esce Anna Roy con un libro."),
    ("en", 'Anna Roy and Karl Blum quarrel: "The dam stayed shut all along."'),
]


@pytest.mark.parametrize(("lang", "text"), NAMED)
def test_any_verb_names_the_speaker(lang: str, text: str) -> None:
    assert speakers(lang, text) == ["anna roy"]


@pytest.mark.parametrize(("lang", "text"), OPEN)
def test_another_clause_names_nobody(lang: str, text: str) -> None:
    assert speakers(lang, text) == [None]


SWAPPED = [
    (
        "it",
        "Anna Roy sbotta: «La stazione di Metz deve riaprire prima di aprile». Karl Blum ascoltava.",
        "es",
        "«La estación de Metz debe reabrir antes de abril», refunfuña Karl Blum. Anna Roy escuchaba.",
    ),
    (
        "es",
        "«La estación de Metz debe reabrir antes de abril», refunfuña Anna Roy. Karl Blum escuchaba.",
        "pt",
        "«A estação de Metz deve reabrir antes de abril», resmunga Karl Blum. Anna Roy escutava.",
    ),
]


@pytest.mark.parametrize(("lang_a", "a", "lang_b", "b"), SWAPPED)
def test_one_quotation_of_two_people_is_told(lang_a: str, a: str, lang_b: str, b: str) -> None:
    assert "N06" in rules(lang_a, a, lang_b, b)


@pytest.mark.parametrize(("lang_a", "a", "lang_b", "b"), SWAPPED)
def test_one_quotation_of_one_person_is_none(lang_a: str, a: str, lang_b: str, b: str) -> None:
    kept = b.replace("Anna Roy", "X").replace("Karl Blum", "Anna Roy").replace("X", "Karl Blum")
    assert "N06" not in rules(lang_a, a, lang_b, kept)


def rules(lang_a: str, a: str, lang_b: str, b: str) -> set[str]:
    """The rules that fire between two versions."""
    return {f.rule for f in compare(Story("story", (Version(lang_a, a), Version(lang_b, b))))}
