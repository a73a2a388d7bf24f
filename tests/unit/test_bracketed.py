"""What stands between the same neighbours in two versions is compared, however little its sentence shares."""

from __future__ import annotations

import pytest

from claimdiff.model import Finding, Story, Version
from claimdiff.pipeline import check

TOLD = {
    "fr": [
        "Le chantier naval Brévannes a présenté lundi à Lorient un bac de 64 mètres pour le Chili.",
        "Le Chili en a commandé deux à la directrice Odile Sanvert et au capitaine Lucas Rochebrune.",
        "Tout se jouera en septembre.",
        "Les 118 soudeurs ont travaillé la nuit.",
        "Les gens du Chili attendent.",
        "Le premier bac sera livré à Marseille.",
        "« C'est une joie », dit Rochebrune.",
        "La coque pèse 420 tonnes et porte 36 voitures.",
    ],
    "it": [
        "Il cantiere navale Brévannes ha presentato lunedì a Lorient un traghetto di 64 metri per il Cile.",
        "Il Cile ne ha ordinati due alla direttrice Odile Sanvert e al capitano Lucas Rochebrune.",
        "A settembre si tirano le somme.",
        "I 118 saldatori hanno lavorato di notte.",
        "In Cile la gente aspetta.",
        "Il primo traghetto sarà consegnato a Marsiglia.",
        "«Che bello!», dice Rochebrune.",
        "Lo scafo pesa 420 tonnellate e porta 36 automobili.",
    ],
    "de": [
        "Die Werft Brévannes hat am Montag in Lorient eine 64 Meter lange Fähre für Chile vorgestellt.",
        "Chile hat bei der Direktorin Odile Sanvert und bei Kapitän Lucas Rochebrune zwei bestellt.",
        "Im September fällt die Entscheidung.",
        "Die 118 Schweißer haben nachts gearbeitet.",
        "Die Leute in Chile warten.",
        "Die erste Fähre wird nach Marseille geliefert.",
        "„Ich freue mich“, sagt Rochebrune.",
        "Der Rumpf wiegt 420 Tonnen und trägt 36 Autos.",
    ],
    "pt": [
        "O estaleiro Brévannes apresentou na segunda-feira, em Lorient, um ferry de 64 metros para o Chile.",
        "O Chile encomendou dois à diretora Odile Sanvert e ao capitão Lucas Rochebrune.",
        "É em setembro que se decide.",
        "Os 118 soldadores trabalharam de noite.",
        "No Chile, as pessoas esperam.",
        "O primeiro ferry será entregue em Marselha.",
        "«Que alegria», diz Rochebrune.",
        "O casco pesa 420 toneladas e leva 36 automóveis.",
    ],
}
CHANGED = [
    ("fr", "it", "settembre", "maggio"),
    ("it", "de", "September", "März"),
    ("de", "pt", "setembro", "junho"),
    ("pt", "it", "In Cile", "In Kenya"),
    ("it", "fr", "gens du Chili", "gens du Népal"),
    ("fr", "de", "Leute in Chile", "Leute in Norwegen"),
    ("de", "it", "dice Rochebrune", "dice Sanvert"),
    ("pt", "fr", "dit Rochebrune", "dit Sanvert"),
]


def compared(one: tuple[str, list[str]], other: tuple[str, list[str]]) -> list[Finding]:
    versions = tuple(Version(lang, "\n\n".join(told)) for lang, told in (one, other))
    return [f for f in next(check([Story("story", versions)])).findings if f.severity != "info"]


@pytest.mark.parametrize(("a", "b", "word", "wrong"), CHANGED)
def test_the_word_that_stands_for_another_is_found(a: str, b: str, word: str, wrong: str) -> None:
    changed = [line.replace(word, wrong) for line in TOLD[b]]
    assert changed != TOLD[b]
    found = compared((a, TOLD[a]), (b, changed))
    assert any(e.document == 1 and e.text in wrong for f in found for e in f.evidence), found


@pytest.mark.parametrize(("a", "b", "word", "wrong"), CHANGED)
def test_turned_round_the_same_is_found(a: str, b: str, word: str, wrong: str) -> None:
    changed = [line.replace(word, wrong) for line in TOLD[b]]
    one, other = compared((a, TOLD[a]), (b, changed)), compared((b, changed), (a, TOLD[a]))
    assert sorted(f.rule for f in one) == sorted(f.rule for f in other)


@pytest.mark.parametrize(("a", "b"), [(a, b) for a in TOLD for b in TOLD if a < b])
def test_what_agrees_stays_silent(a: str, b: str) -> None:
    assert compared((a, TOLD[a]), (b, TOLD[b])) == []


@pytest.mark.parametrize(("a", "b"), [("fr", "it"), ("de", "pt")])
def test_what_only_one_version_tells_is_no_discrepancy(a: str, b: str) -> None:
    without = [line for n, line in enumerate(TOLD[b]) if n != 4]
    assert compared((a, TOLD[a]), (b, without)) == []


def test_in_another_order_neighbours_are_other_ones() -> None:
    """The months and countries of two stories told anew stand beside other things."""
    mixed = [TOLD["it"][n] for n in (5, 3, 0, 4, 2)] + ["Ne parleranno a maggio gli armatori del Kenya."]
    assert compared(("fr", TOLD["fr"]), ("it", mixed)) == []
