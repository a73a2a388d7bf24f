"""Named buildings, towns that no table has, parties: what is read, what is told, and what stays silent."""

from __future__ import annotations

import pytest

from claimdiff import claims, pipeline
from claimdiff.language import expand, language, languages, read_table, world
from claimdiff.model import Claim, Story, Version
from claimdiff.relations.sites import alike, named_alike

RULES = {"P02", "P05", "P06", "O02", "O04", "O05"}

# What one version says, what the other says: two buildings, two towns, two parties.
TOLD = [
    (
        ("fr", "Le blessé a été transporté à l'hôpital Sainte-Aldegonde vers minuit."),
        ("it", "Verso mezzanotte il ferito è stato portato all'ospedale San Torpete."),
    ),
    (
        ("de", "Der Häftling floh am Montag aus dem Gefängnis Brauwalde und wurde nicht gefunden."),
        ("fr", "Le détenu s'est évadé lundi de la prison de Chavannoz et n'a pas été retrouvé."),
    ),
    (
        ("pt", "O concerto realiza-se no sábado no teatro Palmira Lobato, com entrada livre."),
        ("en", "The concert takes place on Saturday at the Corvina theatre and is free."),
    ),
    (
        ("it", "La slavina ha travolto due sciatori sul passo Rolvera, sopra il rifugio."),
        ("de", "Die Lawine verschüttete zwei Skifahrer am Pass Griesenau über der Hütte."),
    ),
    (
        ("es", "El lobo fue visto el martes en el parque de Valdehorna por dos guardas."),
        ("pt", "O lobo foi visto na terça-feira no parque da Serrabela por dois guardas."),
    ),
    (
        ("fr", "Le maire de Chantevigne a fermé l'école lundi après la découverte d'amiante."),
        ("it", "Il sindaco di Borgolesa ha chiuso la scuola lunedì dopo la scoperta di amianto."),
    ),
    (
        ("de", "Das Feuer brach in Unterlangau in der Nacht auf Montag aus."),
        ("en", "The fire broke out in Westerholm in the night to Monday."),
    ),
    (
        ("es", "La reunión se celebró en Torreluenga el 3 de mayo con los vecinos."),
        ("pt", "A reunião realizou-se em Vilarsoa a 3 de maio com os moradores."),
    ),
    (
        ("de", "Die Studie leitete Paula Rehm von der Universität Halmstett."),
        ("fr", "L'étude a été dirigée par Paula Rehm, de l'université de Corvenay."),
    ),
    (
        ("en", "Julia Morrow of the Labour Party voted against the bill."),
        ("de", "Julia Morrow (Grüne Liste) stimmte gegen das Gesetz."),
    ),
    (
        ("en", "Nordhall shares will leave the MDAX index in the first week of January."),
        ("de", "Die Nordhall-Aktien fallen in der ersten Januarwoche aus dem DAX."),
    ),
    (
        ("de", "Der Rechnungshof prüft elf Nachträge beim Bau der neuen Schule."),
        ("it", "La Guardia di finanza esamina undici varianti nella costruzione della nuova scuola."),
    ),
    (
        ("en", 'Solidar, the trade union, called the plan "a bad day for customers and colleagues".'),
        ("de", "Die Gewerkschaft Verdi nannte den Plan einen „schlechten Tag für Kunden und Kollegen“."),
    ),
]
SILENT = [
    (
        ("fr", "Le blessé a été transporté à l'hôpital Saint-Jean vers minuit."),
        ("it", "Verso mezzanotte il ferito è stato portato all'ospedale San Giovanni."),
    ),
    (
        ("en", "The ship was stopped under the Old Bridge at dawn by the river police."),
        ("es", "La policía fluvial detuvo el barco al amanecer bajo el Puente Viejo."),
    ),
    (
        ("de", "Der Häftling floh am Montag aus dem Gefängnis Brauwalde und wurde nicht gefunden."),
        ("fr", "Le détenu s'est évadé lundi de la prison et n'a pas été retrouvé."),
    ),
    (
        ("it", "La manifestazione è partita da piazza della Repubblica alle dieci."),
        ("fr", "La manifestation est partie de la place de la République à dix heures."),
    ),
    (
        ("it", "Il congresso si è aperto al castello di Vipiteno con il sindaco."),
        ("de", "Der Kongress begann im Schloss Sterzing mit dem Bürgermeister."),
    ),
    (
        ("es", "El lobo fue visto el martes en el parque de Valdehorna por dos guardas."),
        ("pt", "O lobo foi visto na terça-feira no parque por dois guardas de Valdehorna."),
    ),
    (
        ("en", "The patient was treated at Wexcombe hospital on Monday."),
        ("de", "Der Patient wurde am Montag im Krankenhaus von Wexcombe behandelt."),
    ),
    (
        ("de", "Das Feuer brach in Notunterkünften in der Nacht auf Montag aus."),
        ("en", "The fire broke out in Westerholm in the night to Monday."),
    ),
    (
        ("de", "Der Mann sitzt seit Montag in Untersuchungshaft."),
        ("en", "The man has been held in Westerholm since Monday."),
    ),
    (
        ("es", "La reunión se celebró en Torreluenga el 3 de mayo con los vecinos."),
        ("pt", "A reunião realizou-se no quartel a 3 de maio com os moradores."),
    ),
    (
        ("en", "The factory in Horsley will close in May, and 300 people lose their jobs."),
        ("fr", "L'usine de Horsley fermera en mai, et 300 personnes perdront leur emploi à Saint-Brice."),
    ),
    (
        ("en", "Julia Morrow of the Labour Party voted against the bill."),
        ("de", "Julia Morrow (Partei der Arbeit) stimmte gegen das Gesetz."),
    ),
    (
        ("it", "Il deputato Carlo Nervi, dei Verdi, si è dimesso."),
        ("pt", "O deputado Carlo Nervi, do Partido Ecologista, demitiu-se."),
    ),
    (
        ("de", "Der Rechnungshof prüft elf Nachträge beim Bau der neuen Schule."),
        ("it", "La Corte dei conti esamina undici varianti nella costruzione della nuova scuola."),
    ),
]


def told(a: tuple[str, str], b: tuple[str, str]) -> set[str]:
    """The loud findings of these rules, by their ids."""
    checked = next(pipeline.check([Story("story", (Version(*a), Version(*b)))]))
    return {f.rule for f in checked.findings if f.rule in RULES and f.severity != "info"}


def read(kind: str, lang: str, text: str) -> list[Claim]:
    return [c for c in claims.read(Version(lang, text))[1] if c.kind == kind]


@pytest.mark.parametrize(("a", "b"), TOLD)
def test_one_name_in_place_of_another_is_told_whichever_version_comes_first(a: tuple[str, str], b: tuple[str, str]) -> None:
    assert told(a, b)
    assert told(b, a) == told(a, b)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_one_name_in_two_languages_or_one_name_alone_is_silent(a: tuple[str, str], b: tuple[str, str]) -> None:
    assert told(a, b) == set()
    assert told(b, a) == set()


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("fr", "Le tunnel ferroviaire de Vaubrune est fermé.", "tunnel:vaubrune"),
        ("it", "La diga di Selvamarcia è piena.", "dam:selvamarcia"),
        ("en", "Police closed Harrowgate bridge.", "bridge:harrowgate"),
        ("es", "Fue trasladado al hospital San Telmiro.", "hospital:telmiro"),
        ("de", "Der Hamstetter-Tunnel bleibt zu.", "tunnel:hamstetter"),
        ("pt", "A prisão de Vilarsoa está cheia.", "prison:vilarsoa"),
    ],
)
def test_a_building_is_read_with_its_kind_and_name(lang: str, text: str, value: str) -> None:
    assert [c.value for c in read("facility", lang, text)] == [value]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Le tunnel est fermé. Marseille attend."),
        ("fr", "Il parle à la place de Julie Corvan."),
        ("en", "The German market is open, and the Tories pass a law."),
        ("it", "La stazione è chiusa. Roma attende."),
        ("de", "Das Krankenhaus ist voll."),
    ],
)
def test_a_kind_without_a_name_of_its_own_is_no_building(lang: str, text: str) -> None:
    assert read("facility", lang, text) == []


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("fr", "Il vit à Brévenay.", "~brevenay"),
        ("it", "Ricoverati a San Torpete Marino.", "~torpete marino"),
        ("pt", "A linha segue até Ponte da Lobeira.", "~ponte lobeira"),
        ("de", "Er wohnt bei Unterlangau.", "~unterlangau"),
        ("en", "She lives in the town of Westerholm.", "~westerholm"),
        ("es", "El alcalde de Torreluenga habló.", "~torreluenga"),
    ],
)
def test_a_town_is_read_from_the_words_around_it(lang: str, text: str, value: str) -> None:
    assert [c.value for c in read("town", lang, text)] == [value]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Julie Corvan est venue. « Merci », a dit le maire à Corvan."),
        ("de", "Sie sind in Zusammenarbeit mit der Stadt in Rente gegangen."),
        ("en", "The bill is stuck in Congress."),
        ("it", "La lettera è stata data a Marco."),
        ("en", "The plant in Nordhall closes. Then Nordhall said that Nordhall sells."),
    ],
)
def test_people_nouns_and_firms_are_no_towns(lang: str, text: str) -> None:
    assert read("town", lang, text) == []


@pytest.mark.parametrize(
    ("x", "y"), [("vaubrune", "valbruna"), ("sterzing", "vipiteno"), ("johann", "giovanni"), ("schelde", "escaut")]
)
def test_names_that_may_be_one_are_alike(x: str, y: str) -> None:
    assert alike(x, y)
    assert alike(y, x)


def test_names_that_nothing_makes_one_are_not_alike() -> None:
    assert not named_alike(["brevenay"], ["colmurano"])


def test_every_kind_and_every_word_of_a_party_has_forms_in_every_language() -> None:
    for table in ("facilities", "parties"):
        for lang in languages():
            path = language(lang).folder / f"{table}.tsv"
            assert {row["id"] for row in read_table(path) if expand(row["forms"])} == set(world(table))


def test_exonyms_are_folded_and_each_row_has_two() -> None:
    for row in world("exonyms").values():
        forms = row["forms"].split("|")
        assert len(set(forms)) == len(forms) > 1
        assert all(form == form.casefold() for form in forms)
