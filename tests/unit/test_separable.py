"""Verbs in two pieces, and negations that only correct: spans, data, speed."""

from __future__ import annotations

import time

import pytest

from claimdiff.claims import read, separable
from claimdiff.errors import DataError
from claimdiff.language import expand, language, languages
from claimdiff.model import Version


def sides(text: str) -> list[tuple[str, str]]:
    return [(text[c.start : c.end], c.value) for c in read(Version("de", text))[1] if "pair" in c.details]


def denials(lang: str, text: str) -> str:
    [claim] = [c for c in read(Version(lang, text))[1] if c.kind == "assertion"]
    return claim.value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Am Montag lehnte der Stadtrat den Antrag ab.", [("lehnte", "accept_reject/b")]),
        ("Der Stadtrat lehnte den Antrag, den alle kannten, ab.", [("lehnte", "accept_reject/b")]),
        ("Die Miete fiel nicht, sie stieg im Mai an.", [("fiel", "rise_fall/b"), ("stieg", "rise_fall/a")]),
        ("Der Fehler fiel niemandem auf.", []),
        ("Er nahm an, dass sie schlief.", []),
        ("Die Miete stieg von Mai an.", [("stieg", "rise_fall/a")]),
    ],
)
def test_a_verb_means_what_it_means_with_its_particle(text: str, said: list[tuple[str, str]]) -> None:
    """The claim is the verb; alone it may mean something else, or nothing."""
    assert sides(text) == said


def test_a_denied_verb_is_named_whole() -> None:
    text = "Der Stadtrat lehnte den Antrag nicht ab."
    [negated] = [c for c in read(Version("de", text))[1] if c.value == "negated"]
    assert negated.details["predicate"] == "ablehnte"


@pytest.mark.parametrize(
    ("lang", "text", "said"),
    [
        ("en", "The fair takes place not in Leeds but in York.", "affirmed"),
        ("en", "The driver did not come but the guard stayed.", "denied"),
        ("en", "The council decided not to meet but to vote at once.", "denied"),
        ("de", "Die Messe findet nicht in Ulm, sondern in Bonn statt.", "affirmed"),
        ("de", "Die Messe findet dieses Jahr nicht statt.", "denied"),
        ("fr", "La foire n'aura pas lieu, mais la ville paiera.", "denied"),
        ("it", "Non è arrivato ma ha chiamato il sindaco.", "denied"),
        ("es", "La feria no se celebra en Burgos, sino en Soria.", "affirmed"),
        ("pt", "A feira não se faz em Braga, mas os músicos ficam.", "denied"),
    ],
)
def test_a_correction_denies_no_sentence_and_an_objection_leaves_it_denied(lang: str, text: str, said: str) -> None:
    assert denials(lang, text) == said


@pytest.mark.parametrize("code", languages())
def test_verbs_that_lapse_beside_a_particle_stand_in_the_table(code: str) -> None:
    forms = {form for row in language(code).tables["opposites"] for form in expand(row["forms"])}
    assert sorted(separable.parting(code).alone - forms) == []


@pytest.mark.parametrize("said", [{"particels": ["ab"]}, {"particles": "ab"}, {"alone": [1]}, ["ab"]])
def test_a_wrong_entry_is_told(monkeypatch: pytest.MonkeyPatch, said: object) -> None:
    monkeypatch.setattr(separable, "grammar", lambda *_: {"separable": said})
    separable.parting.cache_clear()
    with pytest.raises(DataError, match="separable"):
        separable.parting("de")
    separable.parting.cache_clear()


@pytest.mark.parametrize("piece", ["lehnte ab, ", "ab, ", "nicht sondern ", "an und "])
def test_time_grows_with_the_text_and_not_faster(piece: str) -> None:
    started = time.process_time()
    read(Version("de", piece * 5_000))
    assert time.process_time() - started < 5
