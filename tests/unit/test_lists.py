"""Sums, lists, holders, speakers and affiliations: what fires beyond the cases of the rules, and what stays silent."""

from __future__ import annotations

import pytest

from claimdiff import pipeline
from claimdiff.claims import find, read
from claimdiff.model import INNER, Finding, Story, Version


def check(*versions: tuple[str, str]) -> list[Finding]:
    """The findings of one story that are more than information."""
    story = Story("lists", tuple(Version(lang, text) for lang, text in versions))
    return [f for c in pipeline.check([story]) for f in c.findings if f.severity != "info"]


def told(*versions: tuple[str, str]) -> set[str]:
    """The codes of the rules that fired."""
    return {f.rule for f in check(*versions)}


WRONG = [
    ("en", "Of 60 pupils in the race, 35 are girls. Sixty people came: 35 men, 20 women and 10 children."),
    ("fr", "Les 1 150 élèves (600 filles et 560 garçons) sont venus."),
    ("es", "Hubo 60 heridos: 30 en Gante, 12 en Brujas y 20 en Lieja, según la policía."),
    ("de", "Insgesamt 120 Wohnungen wurden gebaut, davon 90 in Trier und 40 in Mainz."),
    ("pt", "Houve 38 detenções: 26 em Itália e 14 em França."),
]
RIGHT = [
    ("en", "The 12-day tour: 5 cities and 8 museums."),
    ("en", "Sixty people came: about 35 men, 20 women and 10 children."),
    ("en", "Sixty people came, including 30 from Spain and 24 from France."),
    ("en", "Sixty people came: 30 from Spain, 20 from France and others from Italy."),
    ("de", "Insgesamt 120 Wohnungen wurden gebaut, davon 70 in Trier und 40 in Mainz."),
    ("fr", "Les 1 150 élèves (600 filles et 500 garçons) sont venus."),
    ("it", "Le case sono 240: nel 2019 erano 200 e nel 2020 erano 220."),
    ("en", "| Ward | Seats |\n|---|---|\n| North | 12 |\n| South | many |\n| Total | 14 |"),
    ("en", "| Ward | Share |\n|---|---|\n| North | 12 % |\n| South | 15 % |\n| Total | 29 % |"),
    ("en", "| Ward | Tonnes |\n|---|---|\n| North | 1.24 |\n| South | 1.24 |\n| Total | 2.49 |"),
]


@pytest.mark.parametrize(("lang", "text"), WRONG)
def test_parts_that_do_not_make_their_total_are_told(lang: str, text: str) -> None:
    """A total and all its parts in one clause, in several languages."""
    (finding,) = [f for f in check((lang, text)) if f.rule == "C05"]
    assert len(finding.evidence) >= 3


@pytest.mark.parametrize(("lang", "text"), RIGHT)
def test_lists_that_may_be_open_or_of_other_things_are_left_alone(lang: str, text: str) -> None:
    """Approximate, open, partial or rounded parts, and parts of something else, contradict nothing."""
    assert "C05" not in told((lang, text))


def test_a_sum_names_what_the_other_version_says_of_the_total() -> None:
    """The evidence holds the counterpart of the total."""
    texts = ("en", "In Spain 38 arrests were made in spring."), ("it", "In primavera 38 arresti: 26 in Spagna e 14 in Francia.")
    (finding,) = [f for f in check(*texts) if f.rule == "C05"]
    assert {e.document for e in finding.evidence} == {0, 1}


def test_a_list_names_the_list_of_the_other_version() -> None:
    """A name twice in a list, with the list that holds it once."""
    texts = (
        ("en", "The leaflet comes in Mixe, Huave, Zoque and Spanish."),
        ("es", "Se publica en mixe, huave, zoque, mixe y español."),
    )
    (finding,) = [f for f in check(*texts) if f.rule == "C06"]
    assert [e.text for e in finding.evidence if e.document == 1] == ["mixe", "mixe"]
    assert [e.text for e in finding.evidence if e.document == 0] == ["Mixe, Huave, Zoque and Spanish"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Smith, Jones, Brown, Smith and Clark were out."),
        ("en", "It was red, white, red, white, red and blue."),
        ("de", "Er kam, sah, siegte, lachte, kam und weinte."),
        ("it", "Ha vinto, ha perso, ha vinto e ha perso."),
    ],
)
def test_lists_that_may_repeat_are_left_alone(lang: str, text: str) -> None:
    """Surnames of two people, patterns and verbs."""
    assert "C06" not in told((lang, text))


def test_two_ministers_of_one_field_are_two() -> None:
    """Where a version gives the field to both, nobody holds the office of the other."""
    one = "en", "The finance minister, Anna Weber, spoke after Paul Klein."
    other = "de", "Finanzminister Paul Klein sprach mit der französischen Finanzministerin Anna Weber."
    assert "N05" not in told(one, other)


def test_a_speaker_is_the_one_who_is_tied_to_the_quotation() -> None:
    """Neither the next sentence nor whoever is spoken of says what is quoted."""
    texts = {
        '"We will keep the line open," said the brother of Anna Weber.': None,
        'Anna Weber\'s lawyer said: "We will keep the line open."': None,
        '"We will keep the line open," she said. Anna Weber replied later.': None,
        '"We will keep the line open," Anna Weber told the paper.': "anna weber",
        'Anna Weber: "We will keep the line open."': "anna weber",
    }
    for text, speaker in texts.items():
        (quotation,) = [c for c in find(Version("en", text)) if c.kind == "quotation"]
        assert quotation.details.get("speaker") == speaker, text


def test_quotations_exchanged_between_two_speakers_are_told() -> None:
    """What is said tells which quotations are one, even where who stands beside them says the contrary."""
    one = "«La estación central de Basilea abre en primavera», dijo Anna Weber. «El puente cuesta demasiado», dijo Paul Klein."
    other = (
        "«La stazione centrale di Basilea apre in primavera», ha detto Paul Klein. «Il ponte costa troppo», ha detto Anna Weber."
    )
    assert "N06" in told(("es", one), ("it", other))


def test_inner_claims_stay_inside() -> None:
    """No claim that only carries a list or a sum is told to users, and each points at its words."""
    text = (
        "Sixty people came: 35 men, 20 women and 10 children. Mixe, Huave, Zoque, Mixe and Spanish. Anna Weber of Ghent University."
    )
    inner = {c.kind for c in read(Version("en", text))[1]}
    assert {"sum", "part", "enumeration", "item", "affiliation"} <= inner <= inner | INNER
    assert not {c.kind for c in find(Version("en", text))} & INNER


@pytest.mark.parametrize(
    "text", ["A, " * 20000, "40: 20, 30, " * 4000, "( 12 and " * 4000, "| 1 | 2 |\n" * 4000, "Anna Weber of " * 4000]
)
def test_long_lists_are_read_in_time(text: str) -> None:
    """Broken and endless lists end, with nothing told."""
    assert not {"sum", "item"} & {c.kind for c in read(Version("en", text))[1]}
