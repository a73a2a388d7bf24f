"""People in whole texts: who is who again, bad typing, hostile input."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from claimdiff import claims
from claimdiff.claims.people_vocabulary import first_names, vocabulary
from claimdiff.language import languages
from claimdiff.model import Claim, Version


def people(lang: str, text: str) -> list[Claim]:
    return [c for c in claims.find(Version(lang, text)) if c.kind == "person"]


def test_every_spelling_of_one_person_leads_to_the_full_name() -> None:
    text = "Abdellatif Hamouchi parle. Hammouchi écoute.\n\nOn dit qu'Al-Hammouchi repart. Hamouchi revient."
    found = people("fr", text)
    assert [c.value for c in found] == ["abdellatif hamouchi", "hammouchi", "al-hammouchi", "hamouchi"]
    assert {c.details["full"] for c in found} == {"abdellatif hamouchi"}


def test_two_people_of_one_surname_are_kept_apart_by_who_came_last() -> None:
    text = "Bill Clinton spoke. Then Clinton left. Hillary Clinton arrived. Later Clinton smiled."
    fulls = [c.details["full"] for c in people("en", text)]
    assert fulls == ["bill clinton", "bill clinton", "hillary clinton", "hillary clinton"]


def test_the_words_of_a_claim_are_the_name_without_role_or_elision() -> None:
    text = "Le discours d'Emmanuel Macron, et l'Italien Davide Conti."
    assert [text[c.start : c.end] for c in people("fr", text)] == ["Emmanuel Macron", "Davide Conti"]


def test_a_headline_in_capitals_names_those_whom_the_text_names() -> None:
    text = "Mark Selby Faces New World Title Test In Crewe\n\nPlayer Mark Selby agreed in a short talk after lunch."
    assert [c.value for c in people("en", text)] == ["mark selby", "mark selby"]


def test_a_place_inside_a_name_is_no_place() -> None:
    found = claims.find(Version("en", "The nurse Florence Nightingale smiled."))
    assert [c.kind for c in found if c.kind in ("person", "place")] == ["person"]


def test_typographic_apostrophes_and_decomposed_accents_make_no_difference() -> None:
    assert [c.value for c in people("en", "Martin O\u2019Neill said no")] == ["martin o'neill"]
    assert [c.value for c in people("fr", "Selon Rene\u0301 Dupont, c'est non")] == ["rene dupont"]


def test_each_language_has_its_words() -> None:
    for code in languages():
        vocab = vocabulary(code)
        assert min(len(vocab.titles), len(vocab.roles), len(vocab.saying), len(vocab.starters), len(vocab.not_a_name)) > 15, code


def test_given_names_are_folded_sorted_and_unique() -> None:
    assert {"maria", "jurgen", "mohammed", "dmitri", "inigo"} <= first_names()
    assert all(name.isascii() and name.islower() for name in first_names())


@settings(deadline=None)
@given(st.text(alphabet="ABab .,'-\nÉéVIvon de", max_size=120))
def test_any_text_gives_claims_inside_it(text: str) -> None:
    for code in languages():
        for claim in people(code, text):
            assert 0 <= claim.start < claim.end <= len(text)


def test_time_grows_with_the_text_and_not_faster() -> None:
    def seconds(times: int) -> float:
        text = "".join(f"Le ministre Jean Durand{chr(97 + i % 26)}o a parlé à Anna Ko{chr(97 + i % 23)}lin. " for i in range(times))
        start = time.perf_counter()
        people("fr", text)
        return time.perf_counter() - start

    seconds(10)
    assert seconds(2000) < 40 * seconds(200)
