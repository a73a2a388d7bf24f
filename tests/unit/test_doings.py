"""Who did what: two people who change places between versions, and what only looks like it."""

from __future__ import annotations

import pytest

from claimdiff import Story, Version, compare


def rules(**texts: str) -> set[str]:
    """The loud rules that fire on a story of these texts."""
    story = Story("s", tuple(Version(lang, text) for lang, text in texts.items()))
    return {f.rule for f in compare(story) if f.severity != "info"}


# One version; another that tells the same, however turned; and one that gives each what the other did.
STORIES = [
    (
        {"fr": "Selon l'enquête, Marcel Tavernier fournissait les camions, tandis que Gilda Orsini fabriquait les faux billets."},
        {"it": "Gilda Orsini fabbricava le banconote false, Marcel Tavernier procurava i camion."},
        {"it": "Gilda Orsini procurava i camion, Marcel Tavernier fabbricava le banconote false."},
    ),
    (
        {"en": "Hanna Brandt defeated Lucie Moreau in the final in Basel."},
        {"fr": "En finale à Bâle, Lucie Moreau a été battue par Hanna Brandt."},
        {"fr": "En finale à Bâle, Lucie Moreau a battu Hanna Brandt."},
    ),
    (
        {"fr": "Paule Lorin a succédé à Yves Caradec à la tête du club."},
        {"it": "A Yves Caradec è succeduta Paule Lorin alla guida del club."},
        {"it": "Yves Caradec è succeduto a Paule Lorin alla guida del club."},
    ),
    (
        {"pt": "Rita Faria ganhou a medalha de ouro e Carla Pinho a de bronze."},
        {"en": "Carla Pinho won the bronze medal and Rita Faria the gold."},
        {"en": "Carla Pinho won the gold medal and Rita Faria the bronze."},
    ),
    (
        {"en": "Martha Quill, the treasurer for nine years, signed the cheque, while Peter Oakes hid the invoices."},
        {"es": "Peter Oakes ocultó las facturas; el cheque lo firmó Martha Quill."},
        {"es": "Peter Oakes firmó el cheque, mientras que Martha Quill ocultó las facturas."},
    ),
    (
        {"fr": "Le gardien Hugo Blin a été arrêté par le commissaire Alain Rossi."},
        {"it": "Il commissario Alain Rossi ha arrestato il guardiano Hugo Blin."},
        {"it": "Il guardiano Hugo Blin ha arrestato il commissario Alain Rossi."},
    ),
    (
        {"es": "A Iván Prado lo recibió Nuria Vela en su casa."},
        {"pt": "Nuria Vela recebeu Iván Prado em sua casa."},
        {"pt": "Iván Prado recebeu Nuria Vela em sua casa."},
    ),
    (
        {"de": "Kapitän Ole Jansen steuerte das Schiff, Lotse Kai Brandt rief die Küstenwache."},
        {"en": "Kai Brandt, the pilot, called the coastguard; Captain Ole Jansen steered the ship."},
        {"en": "Kai Brandt, the pilot, steered the ship; Captain Ole Jansen called the coastguard."},
    ),
    (
        {"es": "Lola Prats, de 44 años y madre de dos hijos, encontró el tesoro; Raúl Giner lo vendió en Londres."},
        {"it": "Lola Prats ha trovato il tesoro, Raúl Giner lo ha venduto a Londra."},
        {"it": "Raúl Giner ha trovato il tesoro, Lola Prats lo ha venduto a Londra."},
    ),
]


@pytest.mark.parametrize(("one", "same", "_"), STORIES)
def test_who_did_what_may_be_told_in_any_order_and_voice(one: dict[str, str], same: dict[str, str], _: object) -> None:
    """Passive for active, the object first, the clauses exchanged: the people keep their doings."""
    assert not rules(**one, **same) & {"E02", "N02"}
    assert not rules(**same, **one) & {"E02", "N02"}


@pytest.mark.parametrize(("one", "_", "other"), STORIES)
def test_two_people_who_change_what_they_did_are_found(one: dict[str, str], _: object, other: dict[str, str]) -> None:
    """Each does in one version what the other does in the other version, whichever is given first."""
    assert "E02" in rules(**one, **other)
    assert "E02" in rules(**other, **one)


@pytest.mark.parametrize(
    "texts",
    [
        {
            "en": "Alice Brown and Peter Grant cut the ribbon. Brown thanked the workers.",
            "fr": "Peter Grant et Alice Brown ont coupé le ruban. Mme Brown a remercié les ouvriers.",
        },
        {
            "it": "Il sindaco Piero Nardi ha ringraziato la dottoressa Elena Conti, che aveva curato i feriti.",
            "de": "Elena Conti, die Ärztin, hatte die Verletzten behandelt; Bürgermeister Piero Nardi dankte ihr.",
        },
        {
            "en": "Ruth Adler interviewed Carl Moss about the bridge; Moss had built it.",
            "pt": "Carl Moss, que construiu a ponte, foi entrevistado por Ruth Adler.",
        },
        {
            "es": "Ana Rey vendió el cuadro a Luis Mora.",
            "fr": "Luis Mora a acheté le tableau à Ana Rey.",
        },
        {
            "fr": "Anne Roux succède à Marc Petit, qui dirigeait le port depuis 2010.",
            "de": "Marc Petit leitete den Hafen seit 2010; ihm folgt Anne Roux nach.",
        },
    ],
)
def test_what_two_people_do_together_or_to_each_other_is_no_exchange(texts: dict[str, str]) -> None:
    """Joint subjects, relative clauses, and the same deed told from its other side."""
    assert not rules(**texts) & {"E02", "N02"}


ENGLISH = (
    "Nora Lindqvist wins the secret ballot in the harbour: Nora Lindqvist was elected in Bergen as director of the archive. "
    "The chairman, Owen Tarrant, called it a fresh start. Tarrant thanked Lindqvist."
)
FRENCH = (
    "Nora Lindqvist remporte le scrutin secret dans le port : {} a été élue à Bergen directrice des archives. "
    "Le président, Owen Tarrant, a parlé d'un nouveau départ. M. Tarrant a remercié Mme Lindqvist."
)


def test_a_person_in_the_place_of_another_is_found() -> None:
    """Two passages of which all else agrees name somebody else, though both versions know both people."""
    assert "N02" not in rules(en=ENGLISH, fr=FRENCH.format("Nora Lindqvist"))
    assert "N02" in rules(en=ENGLISH, fr=FRENCH.format("Owen Tarrant"))


def test_a_pronoun_names_nobody_else() -> None:
    """A version that names nobody where the other one does contradicts nothing."""
    assert not rules(en=ENGLISH, fr=FRENCH.format("Elle")) & {"E02", "N02"}
