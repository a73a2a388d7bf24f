"""Figures that one version works out from the other's, one figure of two things, and figures that go the wrong way."""

from __future__ import annotations

import pytest

from claimdiff import pipeline
from claimdiff.claims import read
from claimdiff.link.side import Side, lay_out
from claimdiff.link.singled import Singled
from claimdiff.model import Finding, Story, Version
from claimdiff.relations.concepts import another


def check(*versions: tuple[str, str]) -> list[Finding]:
    """The findings of one story that are more than information."""
    story = Story("derived", tuple(Version(lang, text) for lang, text in versions))
    return [f for c in pipeline.check([story]) for f in c.findings if f.severity != "info"]


DERIVED = [
    (("fr", "Dix randonneurs, guide compris, ont été emportés à Nice."), ("it", "A Nizza sono stati travolti nove escursionisti.")),
    (("en", "Nine hikers and their guide died near Vienna."), ("de", "Bei Wien starben zehn Wanderer.")),
    (("es", "En Lisboa aterrizaron dos aviones del ejército y uno de la policía."), ("pt", "Em Lisboa aterraram três aviões.")),
    (
        ("en", "Girls in Bonn gained 40 minutes and boys 28."),
        ("de", "In Bonn gewannen die Mädchen zwölf Minuten mehr als die Jungen."),
    ),
    (
        ("fr", "La coalition de Nice aura dix des seize sièges."),
        ("it", "La coalizione di Nizza avrà dieci seggi, l'opposizione sei."),
    ),
    (("en", "Of the 90 houses in Turin a third of them burnt down."), ("fr", "À Turin, 30 maisons ont brûlé.")),
    (
        ("pt", "O museu de Viena custou 90 milhões de euros, metade paga pela cidade."),
        ("es", "El museo de Viena costó a la ciudad 45 millones de euros."),
    ),
    (("en", "The study in Bonn followed 8,412 pupils."), ("de", "Die Studie in Bonn begann mit 8800 Schülern, 388 schieden aus.")),
    (
        ("it", "A Nizza è piovuto il 45% in meno del normale."),
        ("fr", "À Nice, il est tombé un peu plus de la moitié de la pluie normale."),
    ),
]


@pytest.mark.parametrize("versions", DERIVED)
def test_a_figure_that_follows_from_the_other_version_is_no_contradiction(versions: tuple[tuple[str, str], ...]) -> None:
    """A rest, a difference, a sum, one more than counted, a share of a whole: in both orders nothing is told."""
    assert check(*versions) == check(*reversed(versions)) == []


CONTRADICTING = [
    (("en", "12 people died in Vienna and 3 were injured."), ("fr", "À Vienne, 15 personnes sont mortes et 3 blessées.")),
    (("en", "In Bonn 40% of the parents were in favour."), ("de", "In Bonn waren 70 Prozent der Eltern dafür.")),
    (("en", "Of the 96 schools in Vienna, half were closed."), ("de", "In Wien wurden 84 Schulen geschlossen.")),
    (("en", "Two helicopters of the army and one of the police flew to Vienna."), ("de", "Fünf Hubschrauber flogen nach Wien.")),
]


@pytest.mark.parametrize("versions", CONTRADICTING)
def test_figures_that_do_not_follow_contradict(versions: tuple[tuple[str, str], ...]) -> None:
    """What stands beside a figure does not excuse another: a part that both versions tell, a share of something else."""
    assert {f.type for f in check(*versions)} & {"number", "percent"}


APART = [
    *(("inhabitant", "household"), ("job", "company"), ("company", "laboratory"), ("school", "company"), ("teacher", "pupil")),
    *(("man", "woman"), ("nurse", "doctor"), ("vehicle", "animal"), ("death", "injured"), ("vote", "member_state")),
]
ALIKE = [
    *(("inhabitant", "person"), ("household", "customer"), ("household", "house"), ("job", "worker"), ("shop", "company")),
    *(("supplier", "company"), ("group", "company"), ("polling_station", "parliament_seat"), ("pupil", "student")),
    *(("police_officer", "soldier"), ("doctor", "person"), ("arrest", "suspect"), ("boy", "child"), ("museum", "association")),
]


@pytest.mark.parametrize(("a", "b"), APART)
def test_what_nobody_counts_for_the_other_is_another_thing(a: str, b: str) -> None:
    """One figure cannot count both."""
    assert another(a, b)
    assert another(b, a)


@pytest.mark.parametrize(("a", "b"), ALIKE)
def test_names_of_one_thing_are_left_alone(a: str, b: str) -> None:
    """A kind and its broader kind, an event and whom it befalls, premises and the firm: doubt means silence."""
    assert not another(a, b)
    assert not another(b, a)


def sides(english: str, german: str) -> tuple[Side, Side]:
    """Two versions laid out for linking."""
    (passages, claims), (others, theirs) = read(Version("en", english)), read(Version("de", german))
    return lay_out(0, "en", passages, claims), lay_out(1, "de", others, theirs)


@pytest.mark.parametrize(
    ("english", "german", "one"),
    [
        ("Some 68 companies came.", "Da waren 68 Labore.", True),
        ("Some 68 companies came. Then 68 roads were shut.", "Da waren 68 Labore.", False),
        ("Some 12 companies came.", "Da waren 12 Labore.", False),
        ("Some 300 companies came.", "Da waren 300 Labore.", False),
    ],
)
def test_a_distinctive_figure_that_each_version_tells_once_is_one_datum(english: str, german: str, one: bool) -> None:
    """Not one that is told twice, nor a small or a round one."""
    a, b = sides(english, german)
    first = [next(n for n, c in enumerate(side.claims) if c.kind == "quantity") for side in (a, b)]
    assert Singled(a, b).once(first[0], first[1]) is one


BACKWARDS = [
    ("en", "Organisers sold 41,000 tickets, up from 43,000 last year."),
    ("en", "Unemployment fell to 30% from 25%."),
    ("fr", "Le taux de chômage a augmenté, passant de 12 % à 9 %."),
    ("it", "I reati denunciati sono 4.100, in calo rispetto ai 3.900 del 2019."),
    ("es", "El número de alumnos subió de 30 a 25."),
    ("de", "Die Zahl der Unfälle ist von 25 auf 30 gesunken."),
    ("pt", "As queixas subiram de 25 para 12."),
]
ONWARDS = [
    ("en", "Organisers sold 43,000 tickets, up from 41,000 last year."),
    ("en", "Unemployment fell to 25% from 30%."),
    ("en", "The singer climbed from 12 to 9 in the rankings."),
    ("en", "Sales did not rise from 12 to 9."),
    ("en", "Two climbers fell from 30 metres."),
    ("it", "I reati denunciati sono 3.900, in calo rispetto ai 4.100 del 2019."),
    ("es", "El número de alumnos subió de 25 a 30."),
    ("de", "Die Zahl der Unfälle ist von 30 auf 25 gesunken."),
    ("es", "Los precios bajaron de 25 a 30 euros."),
    ("es", "Tarifa rebajada (de 17 a 26 años): 9 euros."),
    ("fr", "Les prix ont augmenté de 5 % en 2019 et de 3 % en 2020."),
]


@pytest.mark.parametrize(("lang", "text"), BACKWARDS)
def test_a_figure_that_goes_the_wrong_way_is_told(lang: str, text: str) -> None:
    """A rise to less and a fall to more contradict themselves."""
    assert [f.rule for f in check((lang, text))] == ["C07"]


@pytest.mark.parametrize(("lang", "text"), ONWARDS)
def test_a_figure_that_goes_the_way_it_is_said_is_left_alone(lang: str, text: str) -> None:
    """Ranks, denials, heights and amounts of a change are no changes from one figure to the other."""
    assert check((lang, text)) == []
