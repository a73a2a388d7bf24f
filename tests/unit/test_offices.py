"""Offices and organisations: whole phrases, holders, lists, and tables that hold together."""

from __future__ import annotations

import pytest

from claimdiff import claims
from claimdiff.files import shipped
from claimdiff.language import grammar, languages, read_table, world
from claimdiff.model import Claim, Version

TABLES = ("roles", "portfolios", "organisations", "organisation_kinds")
SIDES = {"", "behind", "hyphen"}
NEEDS = {"", "complement", "holder", "article"}


def of_kind(lang: str, text: str, kind: str = "office") -> list[Claim]:
    return [claim for claim in claims.find(Version(lang, text)) if claim.kind == kind]


def said(lang: str, text: str, kind: str = "office") -> list[str]:
    return [text[c.start : c.end] for c in of_kind(lang, text, kind)]


def test_a_list_of_offices_is_parted_into_whole_phrases() -> None:
    text = (
        "avec le commissaire général de la police de Norvège, le directeur général de la sécurité de l'État d'Ouzbékistan, "
        "directeur général adjoint de la police de Hong Kong et chef du bureau d'Interpol au Rwanda."
    )
    assert said("fr", text) == [
        "commissaire général de la police de Norvège",
        "directeur général de la sécurité de l'État d'Ouzbékistan",
        "directeur général adjoint de la police de Hong Kong",
        "chef du bureau d'Interpol au Rwanda",
    ]


def test_the_same_office_named_twice_gives_two_claims() -> None:
    office = "le chef de l'Office fédéral de la police criminelle de la République fédérale d'Allemagne"
    first, second = of_kind("fr", f"Il a vu {office}, avant {office}.")
    assert (first.value, first.details) == (second.value, second.details)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Le directeur général de la police, Jean Martin, a parlé."),
        ("fr", "Jean Martin, directeur général de la police, a parlé."),
        ("it", "Il direttore generale della polizia Jean Martin ha parlato."),
        ("en", "The director general of the police, Jean Martin, spoke."),
        ("es", "El director general de la policía, Jean Martin, habló."),
        ("de", "Der Generaldirektor der Polizei, Jean Martin, sprach."),
        ("pt", "O diretor-geral da polícia, Jean Martin, falou."),
    ],
)
def test_a_holder_is_bound_beside_the_office_and_across_a_comma(lang: str, text: str) -> None:
    (office,) = of_kind(lang, text)
    assert (office.value, office.details["portfolio"], office.details["holder"]) == ("director_general", "police", "jean martin")


def test_nobody_holds_two_offices_across_commas() -> None:
    text = "Anna Rossi, présidente d'Interpol, et Jürgen Stock, secrétaire général sortant de l'organisation."
    assert [c.details.get("holder") for c in of_kind("fr", text)] == ["anna rossi", "jurgen stock"]


def test_a_surname_is_no_office() -> None:
    assert said("en", "Then Stephen King wrote a book.") == []


def test_an_acronym_explained_once_is_known_wherever_it_stands() -> None:
    text = "L'Agenzia nazionale anticrimine (NCA) indaga. La NCA tace."
    values = {c.value for c in of_kind("it", text, "organisation")}
    assert values == {"agency:anti_crime"}
    assert said("it", text, "organisation").count("NCA") == 2


def test_an_unknown_acronym_is_taken_only_when_initials_or_a_name_explain_it() -> None:
    assert [c.value for c in of_kind("en", "Matteo Ferrero (ITA) won.", "organisation")] == []
    (claim,) = of_kind("en", "the Northern Lights Rescue Board (NLRB)", "organisation")
    assert (claim.value, claim.details["expansion"]) == ("nlrb", "Northern Lights Rescue Board")


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("table", TABLES)
def test_every_row_of_a_language_is_known_to_the_world(lang: str, table: str) -> None:
    rows = [row["id"] for row in read_table(shipped("rules") / "languages" / lang / f"{table}.tsv")]
    assert rows == sorted(set(rows))
    assert set(rows) <= set(world(table))


@pytest.mark.parametrize("lang", languages())
def test_small_words_and_marks_of_a_language_are_of_known_kinds(lang: str) -> None:
    folder = shipped("rules") / "languages" / lang
    modifiers = read_table(folder / "role_modifiers.tsv")
    assert {row["side"] for row in modifiers} <= SIDES
    assert {row["needs"] for row in read_table(folder / "roles.tsv")} <= NEEDS
    known = {part for row in modifiers for part in row["means"].split("+")}
    assert set(filter(None, (grammar(lang, "offices").get("prefixes") or {}).values())) <= known
