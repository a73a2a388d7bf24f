"""The concept lexicon holds together: every concept is known to the world, has a place in it, and is said in every language."""

from __future__ import annotations

import unicodedata
from functools import cache

import pytest

from claimdiff.files import shipped
from claimdiff.language import Row, expand, languages, read_table, world

FEWEST = 600


@cache
def table(lang: str, name: str) -> list[Row]:
    return read_table(shipped("rules") / "languages" / lang / f"{name}.tsv")


def test_there_are_concepts_enough_and_their_broader_ones_exist() -> None:
    rows = world("concepts")
    assert len(rows) >= FEWEST
    assert [row["broader"] for row in rows.values() if row["broader"] and row["broader"] not in rows] == []


def test_no_concept_is_broader_than_itself() -> None:
    rows = world("concepts")
    for start in rows:
        seen, at = set(), start
        while at:
            assert at not in seen
            seen.add(at)
            at = rows[at]["broader"]


@pytest.mark.parametrize("lang", languages())
def test_every_concept_is_said_in_the_language(lang: str) -> None:
    assert set(world("concepts")) - {row["id"] for row in table(lang, "concepts")} == set()


@pytest.mark.parametrize("name", ["concepts", "opposites"])
@pytest.mark.parametrize("lang", languages())
def test_rows_are_sorted_unique_composed_and_known(lang: str, name: str) -> None:
    ids = [row["id"] for row in table(lang, name)]
    assert ids == sorted(set(ids))
    assert {id.partition("/")[0] for id in ids} <= set(world(name))
    assert all(unicodedata.is_normalized("NFC", row["forms"]) for row in table(lang, name))


@pytest.mark.parametrize("lang", languages())
def test_no_word_stands_on_two_sides(lang: str) -> None:
    forms = [form for row in table(lang, "opposites") for form in set(expand(row["forms"]))]
    assert len(forms) == len(set(forms))
