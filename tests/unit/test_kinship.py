"""How two people are kin, told in two versions: rules/world/kinship.tsv and rule R04."""

from __future__ import annotations

import pytest

from claimdiff import claims
from claimdiff.language import world
from claimdiff.model import Story, Version
from claimdiff.pipeline import check

SAID = "The tailor Vera Amselli has left her shop in Bari to her mother-in-law, Olga Serri."


def found(other: tuple[str, str], said: str = SAID) -> bool:
    versions = Version("en", said), Version(*other)
    return any(f.rule == "R04" for f in next(check([Story("story", versions)])).findings)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "La couturière Vera Amselli confie sa boutique de Bari à la mère de son mari, Olga Serri."),
        ("it", "La sarta Vera Amselli ha lasciato la bottega di Bari alla suocera, Olga Serri."),
        ("de", "Olga Serri bekommt den Laden in Bari von ihrer Schwiegertochter, der Schneiderin Vera Amselli."),
        ("es", "La sastra Vera Amselli deja su taller de Bari a Olga Serri, de la familia."),
        ("pt", "A alfaiate Vera Amselli deixou a loja de Bari à sogra, Olga Serri."),
    ],
)
def test_one_kinship_in_two_wordings_stays_silent(lang: str, text: str) -> None:
    """Seen from the other side, or step by step, or not told at all."""
    assert not found((lang, text))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "La couturière Vera Amselli confie sa boutique de Bari à la sœur de son mari, Olga Serri."),
        ("it", "La sarta Vera Amselli ha lasciato la bottega di Bari alla cugina, Olga Serri."),
        ("de", "Olga Serri bekommt den Laden in Bari von ihrer Enkelin, der Schneiderin Vera Amselli."),
        ("es", "La sastra Vera Amselli deja su taller de Bari a su tía, Olga Serri."),
        ("pt", "A alfaiate Vera Amselli deixou a loja de Bari à madrinha, Olga Serri."),
    ],
)
def test_another_kinship_is_found(lang: str, text: str) -> None:
    assert found((lang, text))


def test_who_is_told_elsewhere_in_the_other_version_is_somebody_else() -> None:
    text = "Olga Serri gets the shop in Bari from her grandchild, the tailor Vera Amselli. Her mother-in-law is in Rome."
    assert not found(("en", text))


def test_sister_marta_is_nobodys_sister() -> None:
    told = claims.read(Version("en", "He met Sister Marta and her sister."))[1]
    assert [c.start for c in told if c.kind == "kin"] == [28]


def test_the_roles_and_ways_that_kinship_names_exist() -> None:
    rows = world("kinship")
    for way, row in rows.items():
        assert all(world("roles")[role]["class"] == "kin" for role in row["roles"].split()), way
        assert all(part in rows for made in row["made_of"].split() for part in made.split("+")), way
    told = {role for row in rows.values() for role in row["roles"].split()}
    assert told == {role for role, row in world("roles").items() if row["class"] == "kin"}
