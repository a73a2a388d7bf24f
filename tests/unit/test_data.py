"""Data is tested as code: sorted, unique, NFC, sourced and licensed; references resolve; languages are complete."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from claimdiff.files import shipped
from claimdiff.language import expand, language, languages, load_yaml, read_table, world

RULES = shipped("rules")
TABLES = sorted(RULES.rglob("*.tsv"))
FILES = sorted(p for p in RULES.rglob("*") if p.suffix in (".tsv", ".yaml", ".txt"))


def name(path: Path) -> str:
    return str(path.relative_to(RULES))


@pytest.mark.parametrize("path", FILES, ids=name)
def test_file_says_where_it_is_from_and_under_which_licence(path: Path) -> None:
    head = "\n".join(line for line in path.read_text("utf-8").splitlines()[:12] if line.startswith("#")).lower()
    assert "source:" in head
    assert "licence:" in head


@pytest.mark.parametrize("path", FILES, ids=name)
def test_file_is_composed_unicode_with_plain_line_ends(path: Path) -> None:
    data = path.read_bytes()
    text = data.decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert b"\r" not in data
    assert text.endswith("\n")


# Of a country's names some are current, some former: each status and its years have a row.
KEYS = {"sources/places_countries.tsv": ("id", "status", "from")}


@pytest.mark.parametrize("path", TABLES, ids=name)
def test_rows_are_sorted_and_unique(path: Path) -> None:
    rows = read_table(path)
    keys = [tuple(row[column] for column in KEYS.get(name(path), ("id",))) for row in rows]
    assert len(keys) == len(set(keys))
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)


@pytest.mark.parametrize("path", [p for p in TABLES if "languages" in p.parts], ids=name)
def test_every_row_has_forms_and_none_twice(path: Path) -> None:
    for row in read_table(path):
        forms = expand(row["forms"]) or expand(row["stems"])
        assert forms, row["id"]
        assert len(forms) == len(set(forms)), (row["id"], sorted(f for f in forms if forms.count(f) > 1))


@pytest.mark.parametrize("path", [p for p in TABLES if "languages" in p.parts], ids=name)
def test_ids_of_a_language_are_known_to_the_world(path: Path) -> None:
    world = RULES / "world" / path.name
    if not world.exists():
        pytest.skip("a table of the language alone")
    known = {row["id"] for row in read_table(world)}
    unknown = {row["id"].partition("/")[0] for row in read_table(path)} - known
    assert not unknown


@pytest.mark.parametrize("path", sorted((RULES / "world").glob("*.tsv")), ids=name)
def test_broader_rows_exist(path: Path) -> None:
    rows = read_table(path)
    known = {row["id"] for row in rows}
    assert {row["broader"] for row in rows if row["broader"]} <= known


def test_every_language_has_the_same_files() -> None:
    held = {lang: {p.name for p in (RULES / "languages" / lang).iterdir()} for lang in languages()}
    everything = set().union(*held.values())
    assert {lang: everything - files for lang, files in held.items() if everything - files} == {}


@pytest.mark.parametrize("lang", languages())
def test_every_small_word_is_said(lang: str) -> None:
    """One that a language lacks would tell nothing beside any other."""
    assert {row["id"] for row in read_table(RULES / "languages" / lang / "particles.tsv")} == set(world("particles"))


def test_small_words_are_single_words_in_small_letters() -> None:
    """They are looked up word by word."""
    forms = [form for lang in languages() for row in language(lang).tables["particles"] for form in expand(row["forms"])]
    assert [form for form in forms if form != form.casefold() or not form.isalpha()] == []


def test_what_says_a_denial_in_other_words_is_known_to_the_world() -> None:
    listed = load_yaml(RULES / "world" / "denials.yaml")
    assert {name: set(keys.split()) - set(world(name)) for name, keys in listed.items()} == {name: set() for name in listed}
