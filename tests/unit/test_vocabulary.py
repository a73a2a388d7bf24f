"""The vocabulary: every meaning is said in every language, its inflections are known, and other words mean nothing."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimdiff.claims.vocabulary import meanings, parted
from claimdiff.files import shipped
from claimdiff.language import expand, grammar, languages, read_table, world

FOLDER = Path(__file__).parent.parent / "vocabulary"
NOTHING = "nothing"
FEWEST_MEANINGS, FEWEST_OTHERS = 150, 60


def stems(lang: str) -> list[tuple[str, str, str]]:
    """(id, stem, class of endings) for every word of the table."""
    rows = read_table(shipped("rules") / "languages" / lang / "vocabulary.tsv")
    return [(row["id"], *parted(form)) for row in rows for form in expand(row["stems"])]


def said(lang: str) -> dict[str, list[str]]:
    """The words that must have a meaning, by meaning; under NOTHING those that must have none."""
    loaded: dict[str, list[Any]] = yaml.safe_load((FOLDER / f"{lang}.yaml").read_text("utf-8"))
    return {key: [str(word) for word in words] for key, words in loaded.items()}


@pytest.mark.parametrize("lang", languages())
def test_every_meaning_is_said(lang: str) -> None:
    assert {key for key, *_ in stems(lang)} == set(world("vocabulary"))


@pytest.mark.parametrize("lang", languages())
def test_every_class_has_endings_and_words(lang: str) -> None:
    assert {kind for *_, kind in stems(lang)} - {""} == set(grammar(lang, "vocabulary")["endings"])


@pytest.mark.parametrize("lang", languages())
def test_no_stem_stands_twice_in_a_row(lang: str) -> None:
    assert [row for row, count in Counter(stems(lang)).items() if count > 1] == []


@pytest.mark.parametrize("lang", languages())
def test_inflected_words_have_their_meaning(lang: str) -> None:
    words = {key: forms for key, forms in said(lang).items() if key != NOTHING}
    assert len(words) >= FEWEST_MEANINGS
    assert [(key, word) for key, forms in words.items() for word in forms if key not in meanings(lang, word)] == []


@pytest.mark.parametrize("lang", languages())
def test_other_words_have_none(lang: str) -> None:
    words = said(lang)[NOTHING]
    assert len(words) >= FEWEST_OTHERS
    assert [(word, meanings(lang, word)) for word in words if meanings(lang, word)] == []


def test_case_and_accents_do_not_matter() -> None:
    for lang in languages():
        word = next(word for key, forms in said(lang).items() if key != NOTHING for word in forms)
        assert meanings(lang, word.upper()) == meanings(lang, unicodedata.normalize("NFC", word)) != ()
