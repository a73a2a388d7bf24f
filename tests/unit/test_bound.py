"""Figures that two versions bind to each other's subjects: what tells whose a figure is, and what leaves it open."""

from __future__ import annotations

import pytest

from claimdiff import Finding, Story, Version, compare
from claimdiff.judge import bound

BOUND = {"E04": "person_swap", "E05": "percent", "E06": "money", "E07": "number"}
ENGLISH = "Norbrook gets 54 per cent, Tavira 46 per cent."


def findings(**texts: str) -> list[Finding]:
    """What figures of a story of these texts are found to be bound otherwise."""
    found = compare(Story("s", tuple(Version(lang, text) for lang, text in texts.items())))
    return [f for f in found if f.rule in BOUND]


def unfound(_: object) -> list[object]:
    """What likeness alone finds, for tests of what is found without it."""
    return []


@pytest.mark.parametrize(
    "turned",
    [
        {"fr": "Tavira reçoit 54 %, Norbrook 46 %."},
        {"fr": "Tavira reçoit 54 % et Norbrook, 46 %."},
        {"de": "Auf Tavira entfallen 54 Prozent, während Norbrook 46 Prozent bekommt."},
        {"es": "Un 54 % corresponde a Tavira y un 46 % a Norbrook."},
        {"it": "Tavira (54%) e Norbrook (46%) si dividono il gruppo."},
        {"pt": "A Tavira fica com 54%; a Norbrook, com 46%."},
    ],
)
def test_a_figure_belongs_to_what_its_clause_names(turned: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Commas, joints, brackets and strong marks part clauses, subjects may stand before the figures or behind them."""
    monkeypatch.setattr(bound, "found_exchanged", unfound)
    assert [f.rule for f in findings(en=ENGLISH, **turned)] == ["E05"]


@pytest.mark.parametrize(
    "kept",
    [
        {"fr": "Norbrook reçoit 54 %, Tavira 46 %."},
        {"fr": "Tavira reçoit 46 %, Norbrook 54 %."},
        {"de": "Mit 46 Prozent liegt Tavira hinter Norbrook, das auf 54 Prozent kommt."},
        {"es": "Tavira, con el 46 %, queda por detrás de Norbrook, con el 54 %."},
        {"it": "Un 46% corrisponde a Tavira e un 54% a Norbrook."},
        {"pt": "A Norbrook (54%) e a Tavira (46%) dividem o grupo."},
    ],
)
def test_the_order_of_clauses_tells_nothing(kept: dict[str, str]) -> None:
    assert not findings(en=ENGLISH, **kept)


@pytest.mark.parametrize(
    "open_",
    [
        {"fr": "Tavira et Norbrook reçoivent respectivement 46 et 54 %."},
        {"fr": "Tavira et Norbrook reçoivent 54 et 46 %."},
        {"fr": "Tavira cède 54 % à Norbrook et garde 46 %."},
        {"de": "Tavira unterlag Norbrook mit 54 zu 46 Prozent."},
        {"it": "A Norbrook, che aveva chiesto più di Tavira, va il 54 per cento; il restante 46 per cento alla rivale."},
        {"es": "Un 54 %, Tavira lo celebró, un 46 % para Norbrook."},
    ],
)
def test_what_does_not_tell_whose_a_figure_is_stays_silent(open_: dict[str, str]) -> None:
    """Lists by order, two subjects in a clause, and results that a verb gives out."""
    assert not findings(en=ENGLISH, **open_)


def test_who_has_it_is_told_by_names_that_take_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a mark between them, two figures are told apart by what stands before each."""
    monkeypatch.setattr(bound, "found_exchanged", unfound)
    polled = "The survey gave Ines Falk 48 per cent to Jonas Brandt's 41 per cent."
    assert findings(en=polled, de="Jonas Brandt erhält 48 Prozent, Ines Falk 41 Prozent.")
    assert not findings(en=polled, de="Jonas Brandt erhält 41 Prozent, Ines Falk 48 Prozent.")


def test_sentences_of_their_own_may_stand_apart() -> None:
    """Names bind figures over some sentences where each stands alone in its own; a clause elsewhere that keeps them is heard."""
    told = "Vellmar exports 62 per cent of its output. The workers are proud. The old harbour is busy. Ostrand exports 38 per cent."
    turned = "Ostrand esporta il 62% della produzione. Il porto lavora molto. Vellmar esporta il 38%."
    assert [f.rule for f in findings(en=told, it=turned)] == ["E05"]
    assert not findings(en=told, it=f"{turned} La quota di Vellmar resta al 62%.")


def test_a_bare_number_counts_what_the_amount_before_it_does() -> None:
    turned = findings(
        it="Il ministro ha assegnato 12 milioni di euro a Corvara e 9 milioni a Belmonte.",
        es="El ministro concedió 12 millones de euros a Belmonte y 9 millones a Corvara.",
    )
    assert [f.rule for f in turned] == ["E06"]


def test_a_finding_shows_both_figures_in_both_versions() -> None:
    (found,) = findings(fr="Marta Kessel a 34 ans, Luis Obrador en a 51.", en="Marta Kessel is 51 and Luis Obrador is 34.")
    assert (found.rule, found.type) == ("E04", BOUND["E04"])
    assert [(e.document, e.value) for e in found.evidence] == [(0, "34"), (0, "51"), (1, "51"), (1, "34")]


def test_one_exchange_is_told_once() -> None:
    """What is told by likeness alone already is not told again."""
    story = Story(
        "s",
        (
            Version("de", "Ines Falk kam auf 48,2 Prozent, Jonas Brandt auf 44,7 Prozent."),
            Version("pt", "O candidato Jonas Brandt obteve 48,2% e Ines Falk 44,7%."),
        ),
    )
    assert len([f for f in compare(story) if f.rule in {"E01", *BOUND}]) == 1


def test_a_noun_with_a_capital_is_no_name() -> None:
    """German nouns are known by what they mean: that both clauses are told of the bank says nothing of who owes what."""
    assert findings(
        de="Marta Kessel schuldet der Bank 40.000 Euro, Luis Obrador 25.000 Euro.",
        it="Luis Obrador deve alla banca 40.000 euro, mentre Marta Kessel ne deve 25.000.",
    )
