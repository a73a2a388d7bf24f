"""What claimdiff knows of a language: the tables of its folder, its terms in one index, its grammar files."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from claimdiff.errors import DataError, InputError, did_you_mean
from claimdiff.files import shipped
from claimdiff.text import Reading, Token, folded, plain, sentences, tokenise, words

_BRACES = re.compile(r"\{([^{}]*)\}")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def languages() -> tuple[str, ...]:
    """The known languages, as ISO 639-1 codes in order: one folder each."""
    return tuple(sorted(p.name for p in (shipped("rules") / "languages").iterdir() if p.is_dir()))


def known_language(code: str) -> str:
    """The code in lower case without its region (`pt-BR` -> `pt`); InputError when claimdiff does not know it."""
    lang = re.split(r"[-_]", code.strip().lower())[0]
    if lang not in languages():
        raise InputError(f'unknown language "{code}"; known: {", ".join(languages())}{did_you_mean(lang, languages())}')
    return lang


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row of a table: its values by column, and the line it stands on."""

    values: dict[str, str]
    line: int

    def __getitem__(self, column: str) -> str:
        return self.values.get(column, "")


def read_table(path: Path) -> list[Row]:
    """The rows of a tab-separated table: `#` lines first (source, licence), then the column names, then rows."""
    columns: list[str] | None = None
    rows: list[Row] = []
    for line, content in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not content or content.startswith("#"):
            continue
        cells = content.split("\t")
        if columns is None:
            columns = cells
        elif len(cells) != len(columns):
            raise DataError(f"{len(cells)} cells where the head names {len(columns)}", path, line, 1)
        else:
            rows.append(Row(dict(zip(columns, cells, strict=True)), line))
    return rows


@cache
def world(name: str) -> dict[str, Row]:
    """The rows of rules/world/NAME.tsv by id."""
    path = shipped("rules") / "world" / f"{name}.tsv"
    return {row["id"]: row for row in read_table(path)} if path.exists() else {}


def expand(cell: str) -> list[str]:
    """`membr{o,i}|socio` -> [membro, membri, socio]: forms parted by `|`, endings in braces, each word typed once."""
    if "{" not in cell:
        return [form for form in map(str.strip, cell.split("|")) if form]
    return [form for part in cell.split("|") for form in _expand_one(part.strip()) if form]


def _expand_one(form: str) -> list[str]:
    if "{" not in form:
        return [form]
    pieces = _BRACES.split(form)
    choices = [[piece] if i % 2 == 0 else piece.split(",") for i, piece in enumerate(pieces)]
    return ["".join(parts) for parts in itertools.product(*choices)]


class Entry(NamedTuple):
    """One form of a row in the index."""

    words: tuple[str, ...]
    keys: tuple[str, ...]
    folds: tuple[str, ...]
    category: str
    id: str
    row: Row


Index = Mapping[str, list[Entry]]
"""Forms by their first word without accents, the longest first."""


class Term(NamedTuple):
    """A term of the lexicon found in a text: tokens first:last (last excluded)."""

    first: int
    last: int
    category: str
    id: str
    row: Row


@dataclass(eq=False)
class Language:
    """One folder of rules/languages. Its tables are read when first asked for: a text can be laid out without them."""

    code: str
    folder: Path
    abbreviations: frozenset[str]

    @cached_property
    def tables(self) -> Mapping[str, list[Row]]:
        """The rows of every table NAME.tsv by NAME."""
        return {path.stem: read_table(path) for path in sorted(self.folder.glob("*.tsv"))}

    @cached_property
    def index(self) -> Index:
        """Every form of the tables by its first word without accents."""
        return indexed(self.tables, self.folder)

    def row(self, table: str, key: str) -> Row | None:
        """The row of a table with this id."""
        return next((row for row in self.tables.get(table, ()) if row["id"] == key), None)

    def data(self, name: str) -> Any:
        """The parsed grammar file NAME.yaml of this language (an empty mapping when there is none)."""
        return grammar(self.code, name)

    def read(self, text: str) -> Reading:
        """Lay a version's text out for the recognisers."""
        spelled = plain(text)
        tokens = tokenise(spelled.text)
        return Reading(self.code, spelled, tokens, sentences(spelled.text, tokens, self.abbreviations))

    def terms(self, reading: Reading) -> dict[str, list[Term]]:
        """Every term in the text by category, in order; inside one category the longest wins, and none overlap."""
        return look_up(self.index, reading)


def look_up(index: Index, reading: Reading) -> dict[str, list[Term]]:
    """Every term of an index in the text by category, in order; inside one category the longest wins, and none overlap."""
    found: dict[str, list[Term]] = {}
    tokens = reading.tokens
    for first, token in enumerate(tokens):
        entries = index.get(token.fold)
        if entries:
            following = tokens[first + 1].fold if first + 1 < len(tokens) else None
            for entry in entries:
                if len(entry.folds) == 1 or entry.folds[1] == following:
                    _keep(entry, reading, first, found.setdefault(entry.category, []))
    return found


def _keep(entry: Entry, reading: Reading, first: int, taken: list[Term]) -> None:
    last = first + len(entry.keys)
    if taken and taken[-1].last > first and not (taken[-1].first == first and taken[-1].last == last):
        return
    if _matches(entry, reading, first, last):
        taken.append(Term(first, last, entry.category, entry.id, entry.row))


def _matches(entry: Entry, reading: Reading, first: int, last: int) -> bool:
    tokens = reading.tokens
    if last > len(tokens):
        return False
    for offset, fold in enumerate(entry.folds):
        token = tokens[first + offset]
        if token.fold != fold or not _same_case(entry.words[offset], entry.keys[offset], token):
            return False
        if offset and not reading.joins(first + offset):
            return False
    return True


def _same_case(word: str, key: str, token: Token) -> bool:
    """Typed small: any case. Typed with a capital: a capital in the text. Typed in capitals: just so."""
    if len(word) > 1 and word.isupper():
        return token.text == word
    capital = token.text[:1].isupper()
    if word[:1].isupper() and not capital:
        return False
    return token.key == key or (capital and _lacks_accents(token, word, key))


def _lacks_accents(token: Token, word: str, key: str) -> bool:
    """True where capitals may lack the accents of a word ("Etats membres", "REPUBLIQUE"), and it has none more ("Ciò" is no CIO).

    A name may lack them all; of a common word written with a capital only the first letter may ("Entre" is not "entré").
    """
    bare = word[:1].isupper() or token.text.isupper()
    return all(a == b or ((bare or n == 0) and a == folded(b)) for n, (a, b) in enumerate(zip(token.key, key, strict=False)))


@cache
def grammar(code: str, name: str) -> Any:
    """rules/languages/CODE/NAME.yaml, parsed; an empty mapping when the language has no such file."""
    path = shipped("rules") / "languages" / code / f"{name}.yaml"
    return load_yaml(path) if path.exists() else {}


def load_yaml(path: Path) -> Any:
    """A YAML file, or a DataError that says where it is broken."""
    try:
        with path.open(encoding="utf-8") as file:
            return yaml.load(file, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = (mark.line + 1, mark.column + 1) if mark else (None, None)
        raise DataError(f"not YAML: {error.problem}", path, *where) from error


@cache
def language(code: str) -> Language:
    """The language with this code, loaded once."""
    folder = shipped("rules") / "languages" / known_language(code)
    text = grammar(code, "text")
    return Language(code, folder, frozenset(a.rstrip(".").casefold() for a in text.get("abbreviations", ())))


def indexed(tables: Mapping[str, Iterable[Row]], folder: Path) -> Index:
    """The forms of tables (category -> rows), ready to be looked up in a text."""
    index: dict[str, list[Entry]] = {}
    for category, rows in tables.items():
        for row in rows:
            key = row["id"]
            for form in dict.fromkeys(expand(row["forms"])):
                said = (form,) if form.isalpha() else words(form)
                if not said:
                    raise DataError(f'empty form in row "{key}"', folder / f"{category}.tsv", row.line, 1)
                keys = tuple(map(str.casefold, said))
                folds = keys if form.isascii() else tuple(map(folded, keys))
                index.setdefault(folds[0], []).append(Entry(said, keys, folds, category, key, row))
    for entries in (e for e in index.values() if len(e) > 1):
        entries.sort(key=lambda e: (-len(e.keys), e.category, e.id))
    return index
