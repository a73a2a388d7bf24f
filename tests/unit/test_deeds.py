"""Who did what to whom, read in six languages (tests/deeds: deed, doer and other of each sentence, "-" for none), and rule E03."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimdiff import claims
from claimdiff.language import grammar, language, languages, world
from claimdiff.model import Finding, Story, Version
from claimdiff.pipeline import check

FOLDER = Path(__file__).parent.parent / "deeds"


def parties(said: str) -> set[str]:
    return set(said.partition(": ")[2].split(" > "))


def rows(lang: str) -> list[tuple[str, str]]:
    lines = (FOLDER / f"{lang}.tsv").read_text("utf-8").splitlines()
    told = (line.partition("\t") for line in lines if not line.startswith("#"))
    return [(said, sentence) for said, _, sentence in told]


NAMES = {lang: set().union(*(parties(said) for said, _ in rows(lang) if said != "-")) for lang in languages()}


def read(lang: str, sentence: str) -> set[str]:
    """The deeds between those who are named in the cases; German nouns are read as names of no other language."""
    told = (c for c in claims.read(Version(lang, sentence))[1] if c.kind == "deed")
    return {c.value for c in told if {c.details["first"], c.details["second"]} <= NAMES[lang]}


@pytest.mark.parametrize(("lang", "said", "sentence"), [(lang, *row) for lang in languages() for row in rows(lang)])
def test_the_deed_is_read(lang: str, said: str, sentence: str) -> None:
    found = read(lang, sentence)
    if said == "-":
        assert found == set()
    else:
        assert {deed for deed in found if deed.partition(":")[0] == said.partition(":")[0]} == {said}


@pytest.mark.parametrize("lang", languages())
def test_every_deed_has_a_case(lang: str) -> None:
    assert {said.partition(":")[0] for said, _ in rows(lang)} >= {*world("deeds")} - {"-"}
    assert sum(said == "-" for said, _ in rows(lang)) >= 25


SIDES = [
    ("en", "own/b: halvard", "The ferry is run by the subsidiary Halvard."),
    ("en", "sell/a: obrador", "The horse was bought from Luisa Obrador."),
    ("en", "lease/a: obrador", "The landlady, Luisa Obrador, said no."),
    ("fr", "beat/a: obrador", "Onze secondes séparent Luisa Obrador, vainqueur, de sa rivale."),
    ("fr", "sue/b: obrador", "Le défendeur Jonas Obrador se tait."),
    ("it", "lend/b: obrador", "La debitrice Luisa Obrador non paga."),
    ("es", "lease/b: obrador", "La inquilina, Luisa Obrador, no paga."),
    ("pt", "own/b: obrador", "A Marta Obrador, propriedade da casa."),
    ("de", "own/b: halvard", "Das Tochterunternehmen Halvard schweigt."),
    ("de", "-", "Der Käufer sprach mit Luisa Obrador."),
    ("en", "-", "The buyer of the house met Luisa Obrador."),
    ("es", "-", "El comprador habló con Luisa Obrador."),
]


@pytest.mark.parametrize(("lang", "said", "sentence"), SIDES)
def test_one_party_that_stands_alone_takes_its_side(lang: str, said: str, sentence: str) -> None:
    told = {c.value for c in claims.read(Version(lang, sentence))[1] if c.kind == "deed_side"}
    assert told == ({said} if said != "-" else set())


def turned(one: tuple[str, str], other: tuple[str, str]) -> list[Finding]:
    versions = tuple(Version(lang, text) for lang, text in (one, other))
    return [f for f in next(check([Story("story", versions)])).findings if f.rule == "E03"]


SAID = {
    "en": "In Metz Marta Kessel beat Luisa Obrador on Sunday.",
    "fr": "À Metz, Luisa Obrador a été battue dimanche par Marta Kessel.",
    "it": "A Metz Marta Kessel ha sconfitto domenica Luisa Obrador.",
    "es": "En Metz, Luisa Obrador perdió el domingo ante Marta Kessel.",
    "de": "In Metz hat Marta Kessel am Sonntag Luisa Obrador besiegt.",
    "pt": "Em Metz, Marta Kessel derrotou no domingo Luisa Obrador.",
}
PAIRS = [(a, b) for a in SAID for b in SAID if a < b]


def exchanged(text: str) -> str:
    return text.replace("Marta Kessel", "X").replace("Luisa Obrador", "Marta Kessel").replace("X", "Luisa Obrador")


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_one_deed_in_two_wordings_stays_silent(a: str, b: str) -> None:
    assert turned((a, SAID[a]), (b, SAID[b])) == []


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_parties_that_change_places_are_found(a: str, b: str) -> None:
    (finding,) = turned((a, SAID[a]), (b, exchanged(SAID[b])))
    assert (finding.type, {e.document for e in finding.evidence}) == ("person_swap", {0, 1})


@pytest.mark.parametrize("lang", ["fr", "de", "pt"])
def test_who_wins_and_loses_in_turn_is_no_discrepancy(lang: str) -> None:
    both = f"{SAID['en']} In Lyon Luisa Obrador beat Marta Kessel."
    assert turned(("en", both), (lang, exchanged(SAID[lang]))) == []


def test_a_denied_deed_is_none() -> None:
    assert turned(("en", "Marta Kessel did not sue Luisa Obrador."), ("fr", "Luisa Obrador a poursuivi Marta Kessel.")) == []


@pytest.mark.parametrize("lang", languages())
def test_the_ids_of_a_language_name_its_own_lists_and_words(lang: str) -> None:
    """beat/a_over_b asks for `over` in doings.yaml, arrest/a_b_fest for no list."""
    for row in language(lang).tables["deeds"]:
        deed, _, sides = row["id"].partition("/")
        frame = sides.split("_")
        assert deed in world("deeds"), row["id"]
        assert {"a", "b"} & {*frame}, row["id"]
        if {"a", "b"} <= {*frame} and {*frame[:2]} != {"a", "b"}:
            assert grammar(lang, "doings").get(frame[-2]), row["id"]
