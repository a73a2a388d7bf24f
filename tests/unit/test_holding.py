"""Who holds an office by what a verb says: it is given only where the words leave one person for one office."""

from __future__ import annotations

import pytest

from claimdiff import Story, Version, claims, compare
from claimdiff.language import grammar, languages
from claimdiff.text import tokenise


def holders(lang: str, text: str) -> dict[str, str | None]:
    """Role -> who holds it, of every office in a text."""
    return {c.value: c.details.get("holder") for c in claims.find(Version(lang, text)) if c.kind == "office"}


def rules(**texts: str) -> set[str]:
    """The rules that fire on a story of these texts."""
    return {f.rule for f in compare(Story("s", tuple(Version(lang, text) for lang, text in texts.items())))}


@pytest.mark.parametrize(
    ("lang", "text", "role"),
    [
        ("en", "Nora Hartley was elected on Saturday as the new president.", "president"),
        ("en", "Nora Hartley, 51, takes over as chief executive.", "ceo"),
        ("en", "The board appointed Nora Hartley treasurer.", "treasurer"),
        ("fr", "Nora Hartley devient secrétaire générale du club.", "secretary_general"),
        ("fr", "C'est Nora Hartley qui devient trésorière.", "treasurer"),
        ("it", "Nora Hartley è stata nominata direttrice del museo.", "director"),
        ("es", "Nora Hartley fue elegida presidenta del club.", "president"),
        ("es", "El consejo nombró a Nora Hartley directora.", "director"),
        ("de", "Nora Hartley wird Schatzmeisterin.", "treasurer"),
        ("de", "Nora Hartley wurde am Samstag zur Präsidentin gewählt.", "president"),
        ("de", "Der Rat ernannte Nora Hartley zur Direktorin.", "director"),
        ("pt", "A Nora Hartley cabe o cargo de tesoureira.", "treasurer"),
    ],
)
def test_who_is_elected_or_named_holds_the_office(lang: str, text: str, role: str) -> None:
    assert holders(lang, text)[role] == "nora hartley"


@pytest.mark.parametrize(
    ("lang", "text", "role"),
    [
        ("en", "The job of treasurer goes to Nora Hartley.", "treasurer"),
        ("fr", "Le poste de trésorière revient à Nora Hartley.", "treasurer"),
        ("it", "Nuova presidente è Nora Hartley.", "president"),
        ("es", "El cargo de tesorera recae en Nora Hartley.", "treasurer"),
        ("de", "Das Amt der Schatzmeisterin übernimmt die Estin Nora Hartley.", "treasurer"),
        ("de", "Generalsekretärin wird Nora Hartley.", "secretary_general"),
        ("pt", "A nova presidente é Nora Hartley.", "president"),
    ],
)
def test_an_office_can_be_the_subject(lang: str, text: str, role: str) -> None:
    assert holders(lang, text)[role] == "nora hartley"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Nora Hartley, who was the minister's chief of staff, was acquitted."),
        ("fr", "Nora Hartley, qui était la directrice de cabinet du ministre, a été relaxée."),
        ("it", "Nora Hartley, che era la capo di gabinetto del ministro, è stata assolta."),
        ("es", "Nora Hartley, que era la jefa de gabinete del ministro, fue absuelta."),
        ("de", "Nora Hartley, die die Stabschefin des Ministers war, wurde freigesprochen."),
        ("pt", "Nora Hartley, que era a chefe de gabinete do ministro, foi absolvida."),
    ],
)
def test_a_relative_clause_tells_the_office_and_not_its_owners(lang: str, text: str) -> None:
    assert holders(lang, text) == {"minister": None, "chief_of_staff": "nora hartley"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Nora Hartley, his former secretary of state, was acquitted."),
        ("fr", "Nora Hartley, son ancienne secrétaire d'État, a été relaxée."),
        ("it", "Nora Hartley, la sua ex segretaria di Stato, è stata assolta."),
        ("es", "Nora Hartley, su antigua secretaria de Estado, fue absuelta."),
        ("de", "Nora Hartley, seine frühere Staatssekretärin, wurde freigesprochen."),
        ("pt", "Nora Hartley, a sua antiga secretária de Estado, foi absolvida."),
    ],
)
def test_an_apposition_may_begin_with_whose_the_office_is(lang: str, text: str) -> None:
    assert holders(lang, text) == {"secretary_of_state": "nora hartley"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", '"We know," said the director general of the ECB, Zbyno Kralik. It rains.'),
        ("fr", "« Nous savons », a dit le directeur général de la BCE, Zbyno Kralik. Il pleut."),
        ("it", "«Sappiamo», ha detto il direttore generale della BCE, Zbyno Kralik. Piove."),
        ("es", "«Sabemos», dijo el director general del BCE, Zbyno Kralik. Llueve."),
        ("de", "„Wir wissen es“, sagte der Generaldirektor der EZB, Zbyno Kralik. Es regnet."),
        ("pt", "«Sabemos», afirmou o diretor-geral do BCE, Zbyno Kralik. Chove."),
    ],
)
def test_behind_an_office_of_a_body_a_name_that_nobody_knows_is_its_holder(lang: str, text: str) -> None:
    assert list(holders(lang, text).values()) == ["zbyno kralik"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The directors of the ECB, Blue Hollow and Vestmark met."),
        ("it", "I direttori della BCE, Valle Azzurra, e di Vestmark erano lì."),
        ("es", "Los directores del BCE, Valle Azul, y de Vestmark llegaron."),
    ],
)
def test_several_offices_name_bodies_and_no_people(lang: str, text: str) -> None:
    assert [c for c in claims.find(Version(lang, text)) if c.kind == "person"] == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Nora Hartley is not the president of the club."),
        ("en", "Nora Hartley was appointed by the president."),
        ("en", "If Nora Hartley becomes president, she will leave."),
        ("en", "Nora Hartley has appointed a new director."),
        ("en", "The president is Nora Hartley's brother."),
        ("fr", "Nora Hartley n'est pas la présidente du club."),
        ("fr", "Le frère de Nora Hartley devient trésorier."),
        ("fr", "Nora Hartley pourrait devenir présidente."),
        ("it", "Nora Hartley non è la presidente."),
        ("it", "Nora Hartley ha nominato il direttore."),
        ("es", "Nora Hartley nombró directora a su hermana."),
        ("es", "Nora Hartley fue recibida por el presidente."),
        ("de", "Nora Hartley wird nicht Schatzmeisterin."),
        ("de", "Nora Hartley wird die Präsidentin treffen."),
        ("de", "Nora Hartley wurde zum Präsidenten gebracht."),
        ("de", "Der Trainer wird Nora Hartley einsetzen."),
        ("pt", "Nora Hartley não é a presidente."),
        ("pt", "O irmão de Nora Hartley torna-se tesoureiro."),
    ],
)
def test_whoever_is_not_surely_meant_holds_nothing(lang: str, text: str) -> None:
    assert not any(holders(lang, text).values())


def test_an_office_given_to_another_person_is_found_without_what_it_is_of() -> None:
    french = "Kari Solberg devient trésorière. Joana Prates s'est tue."
    assert "N05" in rules(fr=french, pt="O cargo de tesoureira cabe a Joana Prates. Kari Solberg ficou calada.")
    assert "N05" not in rules(fr=french, pt="O cargo de tesoureira cabe a Kari Solberg. Joana Prates ficou calada.")


def test_a_successor_is_no_other_holder() -> None:
    english = "Kari Solberg was elected treasurer. Joana Prates said nothing."
    assert "N05" not in rules(en=english, de="Schatzmeisterin war Joana Prates. Neue Schatzmeisterin wird Kari Solberg.")


def test_two_people_who_change_their_offices_are_found_by_what_the_verbs_say() -> None:
    italian = "Kari Solberg è stata nominata direttrice. Il ruolo di tesoriera va a Joana Prates."
    assert "N04" in rules(it=italian, es="Kari Solberg fue elegida tesorera. La nueva directora es Joana Prates.")
    assert "N04" not in rules(it=italian, es="El cargo de tesorera recae en Joana Prates. Kari Solberg es la directora.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nora Hartley, captain of the Rovers, was pleased.", "Nora Hartley, Trainerin der Rovers, freute sich."),
        ("Nora Hartley, who is captain of the team, was pleased.", "Die Trainerin Nora Hartley freute sich."),
        ("The chief financial officer, Nora Hartley, was pleased.", "Vorstandschefin Nora Hartley freute sich."),
        ("The spokeswoman for Interpol, Nora Hartley, was pleased.", "Die Präsidentin von Interpol, Nora Hartley, freute sich."),
    ],
)
def test_roles_that_nobody_has_both_of_differ(one: str, other: str) -> None:
    assert "R03" in rules(en=one, de=other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The lawyer Nora Hartley, mother of Ada, was pleased.", "Anwältin Nora Hartley freute sich."),
        ("The professor Nora Hartley was pleased.", "Direktorin Nora Hartley freute sich."),
        ("The founder, Nora Hartley, was pleased.", "Präsidentin Nora Hartley freute sich."),
        ("The spokeswoman for Interpol, Nora Hartley, was pleased.", "Die Präsidentin des Clubs, Nora Hartley, freute sich."),
        ("The managing director of Interpol, Nora Hartley, was pleased.", "Interpols Direktorin Nora Hartley freute sich."),
        ("Nora Hartley, who was captain of the team, was pleased.", "Trainerin Nora Hartley freute sich."),
    ],
)
def test_roles_of_which_somebody_may_have_both_do_not_differ(one: str, other: str) -> None:
    assert "R03" not in rules(en=one, de=other)


def test_every_language_has_the_same_lists_of_words_for_holding_an_office() -> None:
    assert len({frozenset(grammar(lang, "holding")) for lang in languages()}) == 1


@pytest.mark.parametrize("lang", languages())
def test_words_for_holding_an_office_stand_once_in_a_list(lang: str) -> None:
    for phrases in grammar(lang, "holding").values():
        keys = [tuple(token.key for token in tokenise(phrase)) for phrase in phrases]
        assert len(set(keys)) == len(keys)
