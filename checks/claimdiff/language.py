"""What claimdiff knows of a language: the tables of its folder, its terms in one index, its grammar files."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from claimdiff.errors import DataError, InputError, did_you_mean
from claimdiff.files import shipped
from claimdiff.house import EVERYWHERE, Word
from claimdiff.remembered import Remembered
from claimdiff.text import Reading, Token, first_word, folded, parted, plain, sentences, tokenise, tokens_of, words

_BRACES = re.compile(r"\{([^{}]*)\}")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


# Tables of everyday words that mean something only in lines of their own: looked up there, not in every sentence.
APART = frozenset({"boilerplate", "comparisons", "contraries", "modals", "particles"})


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


class Row:
    """A row of a table: its cells by the name of their column ("" where there is none), and the line it stands on."""

    __slots__ = ("_cells", "_columns", "line")

    def __init__(self, columns: Mapping[str, int], cells: list[str], line: int) -> None:
        self._columns, self._cells, self.line = columns, cells, line

    def __getitem__(self, column: str) -> str:
        at = self._columns.get(column)
        return "" if at is None else self._cells[at]

    def values(self) -> dict[str, str]:
        """The cells by the names of their columns."""
        return dict(zip(self._columns, self._cells, strict=True))


def row_of(values: Mapping[str, str]) -> Row:
    """A row with these cells that stands in no file."""
    return Row({name: at for at, name in enumerate(values)}, list(values.values()), 0)


def read_table(path: Path) -> list[Row]:
    """The rows of a tab-separated table: `#` lines first (source, licence), then the column names, then rows."""
    columns: dict[str, int] = {}
    rows: list[Row] = []
    for line, content in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not content or content.startswith("#"):
            continue
        cells = content.split("\t")
        if not columns:
            columns = {name: at for at, name in enumerate(cells)}
        elif len(cells) != len(columns):
            raise DataError(f"{len(cells)} cells where the head names {len(columns)}", path, line, 1)
        else:
            rows.append(Row(columns, cells, line))
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
    return [form for part in map(str.strip, cell.split("|")) for form in _expand_one(part) if form]


def _expand_one(form: str) -> list[str]:
    if "{" not in form:
        return [form]
    stem, _, rest = form.partition("{")
    endings, _, rest = rest.partition("}")
    if not rest:
        return [stem + ending for ending in endings.split(",")]
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


class Index:
    """The forms of tables (category -> rows) by their first word; entries are made when a text first holds that word.

    A text holds a tenth of the first words of its language, so most forms are never laid out.
    """

    def __init__(self, tables: Mapping[str, Iterable[Row]], folder: Path) -> None:
        """DataError for a form without a word."""
        self._forms: dict[str, list[tuple[str, str, Row]]] = defaultdict(list)
        self._entries: dict[str, list[Entry]] = {}
        # Whether a first word is a form by itself, and the second words of its longer forms.
        self._opening: Remembered[tuple[bool, frozenset[str]]] = Remembered(lambda fold: _opening(self, fold))
        # What begins with a word as it is spelled; None for most words.
        self.begun: Remembered[Begun | None] = Remembered(lambda word: _begun(self, tokenise(word)[0]))
        for category, rows in tables.items():
            for row in rows:
                for form in expand(row["forms"]):
                    first = form if form.isalpha() else first_word(form)
                    if not first:
                        raise DataError(f'empty form in row "{row["id"]}"', folder / f"{category}.tsv", row.line, 1)
                    self._forms[folded(first.casefold())].append((form, category, row))

    def get(self, fold: str) -> list[Entry] | None:
        """The entries whose first word, without accents, is this; the longest first."""
        known = self._entries.get(fold)
        if known is None and fold in self._forms:
            known = self._entries[fold] = entries(self._forms[fold])
        return known

    def places(self, reading: Reading) -> list[int]:
        """The tokens of a text with which a form may begin as far as its first two words tell, in order."""
        held = reading.by_fold
        out: list[int] = []
        for fold in held.keys() & self._forms.keys():
            alone, seconds = self._opening[fold]
            if alone:
                out += held[fold]
            else:
                for second in held.keys() & seconds:
                    out += reading.followed(fold, second)
        return sorted(out)


def _opening(index: Index, fold: str) -> tuple[bool, frozenset[str]]:
    entries = index.get(fold) or ()
    return any(len(e.folds) == 1 for e in entries), frozenset(e.folds[1] for e in entries if len(e.folds) > 1)


class Second(NamedTuple):
    """The entries that begin with two words: the longer ones by the key of the third, and those of no more words."""

    further: dict[str, list[Entry]]
    pairs: list[Entry]


class Begun(NamedTuple):
    """The entries that begin with one spelling of a word: those of this word alone, the longer ones by the key of the second."""

    alone: list[tuple[str, str, Row]]
    longer: dict[str, Second]


def _begun(index: Index, token: Token) -> Begun | None:
    alone: list[tuple[str, str, Row]] = []
    longer: dict[str, Second] = {}
    for entry in index.get(token.fold) or ():
        if not _same_case(entry.words[0], entry.keys[0], token):
            continue
        if len(entry.keys) == 1:
            alone.append((entry.category, entry.id, entry.row))
            continue
        second = longer.setdefault(entry.folds[1], Second({}, []))
        (second.further.setdefault(entry.folds[2], []) if len(entry.keys) > 2 else second.pairs).append(entry)
    return Begun(alone, longer) if alone or longer else None


def entries(forms: Iterable[tuple[str, str, Row]]) -> list[Entry]:
    """(form, category, row) laid out, each form of a row once; the longest first."""
    out = []
    for form, category, row in dict.fromkeys(forms):
        said = (form,) if form.isalpha() else words(form)
        keys = tuple(map(str.casefold, said))
        out.append(Entry(said, keys, tuple(map(folded, keys)), category, row["id"], row))
    return sorted(out, key=lambda e: (-len(e.keys), e.category, e.id))


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
    words: tuple[Word, ...] = ()
    _tables: Mapping[str, list[Row]] | None = None
    _index: Index | None = None

    @property
    def tables(self) -> Mapping[str, list[Row]]:
        """The rows of every table NAME.tsv by NAME, and behind them those of the user's own words."""
        if self._tables is None:
            self._tables = self._read_tables()
        return self._tables

    def _read_tables(self) -> Mapping[str, list[Row]]:
        if not self.words:
            return {path.stem: read_table(path) for path in sorted(self.folder.glob("*.tsv"))}
        tables = {name: list(rows) for name, rows in language(self.code).tables.items()}
        for word in self.words:
            tables.setdefault(word.table, []).append(_worded(word))
        return tables

    @property
    def index(self) -> Index:
        """Every form of the tables by its first word without accents."""
        if self._index is None:
            self._index = Index({name: rows for name, rows in self.tables.items() if name not in APART}, self.folder)
        return self._index

    def row(self, table: str, key: str) -> Row | None:
        """The row of a table with this id."""
        return next((row for row in self.tables.get(table, ()) if row["id"] == key), None)

    def data(self, name: str) -> Any:
        """The parsed grammar file NAME.yaml of this language (an empty mapping when there is none)."""
        return grammar(self.code, name)

    def read(self, text: str) -> Reading:
        """Lay a version's text out for the recognisers."""
        spelled = plain(text)
        parts = parted(spelled.text)
        tokens = tokens_of(parts)
        return Reading(self.code, spelled, tokens, sentences(spelled.text, tokens, self.abbreviations), parts[::2])

    def terms(self, reading: Reading) -> dict[str, list[Term]]:
        """Every term in the text by category, in order; inside one category the longest wins, and none overlap."""
        return look_up(self.index, reading)


def look_up(index: Index, reading: Reading) -> dict[str, list[Term]]:
    """Every term of an index in the text by category, in order; inside one category the longest wins, and none overlap."""
    found: dict[str, list[Term]] = {}
    # Words that begin nothing are passed over without a line of Python for each.
    begun = list(map(index.begun.__getitem__, reading.texts))
    _look(itertools.compress(enumerate(begun), begun), reading, len(reading.tokens), found)
    return found


def look_up_in(index: Index, reading: Reading, spans: Iterable[tuple[int, int]]) -> Iterator[dict[str, list[Term]]]:
    """As `look_up`, for each of some spans of tokens as if it were the whole text."""
    places, begun = index.places(reading), index.begun
    for first, last in spans:
        found: dict[str, list[Term]] = {}
        here = places[bisect_left(places, first) : bisect_left(places, last)]
        if here:
            _look([(at, begun[reading.texts[at]]) for at in here], reading, last, found)
        yield found


def _look(places: Iterable[tuple[int, Begun | None]], reading: Reading, stop: int, found: dict[str, list[Term]]) -> None:
    """Put the terms that begin at these tokens and end before `stop` where `found` has their category."""
    tokens, make = reading.tokens, tuple.__new__
    for first, begun in places:
        if begun is None:
            continue
        (alone, longer), last = begun, first + 1
        if longer and last < stop and (second := longer.get(tokens[last].fold)):
            further, pairs = second
            if further and last + 1 < stop:
                pairs = [*further.get(tokens[last + 1].fold, ()), *pairs]
            for entry in pairs:
                _keep(entry, reading, first, stop, found.setdefault(entry.category, []))
        for category, key, row in alone:
            taken = found.get(category)
            if taken is None:
                taken = found[category] = []
            if not taken or (before := taken[-1])[1] <= first or before[:2] == (first, last):
                taken.append(make(Term, (first, last, category, key, row)))


def _keep(entry: Entry, reading: Reading, first: int, stop: int, taken: list[Term]) -> None:
    last = first + len(entry.keys)
    if last > stop or (taken and taken[-1].last > first and not (taken[-1].first == first and taken[-1].last == last)):
        return
    if _goes_on(entry, reading, first):
        taken.append(Term(first, last, entry.category, entry.id, entry.row))


def _goes_on(entry: Entry, reading: Reading, first: int) -> bool:
    """True when the words of an entry behind its first one follow in the text."""
    tokens = reading.tokens
    for offset in range(1, len(entry.folds)):
        token = tokens[first + offset]
        if token.fold != entry.folds[offset] or not reading.joins(first + offset):
            return False
        if token.text != entry.words[offset] and not _same_case(entry.words[offset], entry.keys[offset], token):
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


class Grammar(dict[str, Any]):
    """A grammar file; a key that is not in it is the file's fault, and told as such."""

    def __init__(self, content: Any, path: Path) -> None:
        if not isinstance(content, dict):
            raise DataError("no grammar: keys with their words are wanted, as in the other languages", path, 1, 1)
        super().__init__(content)
        self.path = path

    def __missing__(self, key: str) -> Any:
        raise DataError(f'the key "{key}" is missing; claimdiff languages lists what a language lacks', self.path)


@cache
def grammar(code: str, name: str) -> Any:
    """rules/languages/CODE/NAME.yaml, parsed; an empty mapping when the language has no such file."""
    path = shipped("rules") / "languages" / code / f"{name}.yaml"
    return Grammar(load_yaml(path), path) if path.exists() else {}


@cache
def missing_files(code: str) -> tuple[str, ...]:
    """The tables and grammar files that a language lacks and most others have."""
    folders = {other: {p.name for p in (shipped("rules") / "languages" / other).iterdir()} for other in languages()}
    own = folders.pop(code)
    counts = Counter(name for names in folders.values() for name in names)
    return tuple(sorted(name for name, count in counts.items() if 2 * count > len(folders) and name not in own))


def load_yaml(path: Path) -> Any:
    """A YAML file, or a DataError that says where it is broken."""
    try:
        with path.open(encoding="utf-8") as file:
            return yaml.load(file, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = (mark.line + 1, mark.column + 1) if mark else (None, None)
        raise DataError(f"not YAML: {error.problem}", path, *where) from error


def language(code: str, words: tuple[Word, ...] = ()) -> Language:
    """The language with this code, and the user's words that hold in it; loaded once."""
    return _loaded(code, tuple(w for w in words if w.lang in (code, EVERYWHERE)))


@cache
def _loaded(code: str, words: tuple[Word, ...]) -> Language:
    folder = shipped("rules") / "languages" / known_language(code)
    if missing := missing_files(folder.name):
        told = f"{', '.join(missing[:3])}{' and ' + str(len(missing) - 3) + ' more' if len(missing) > 3 else ''}"
        raise DataError(f"the language lacks {told}; claimdiff languages lists everything that it lacks", folder)
    text = grammar(code, "text")
    abbreviations = frozenset(a.rstrip(".").casefold() for a in text.get("abbreviations", ()))
    return Language(code, folder, abbreviations, words)


def rows_of(table: str) -> dict[str, Row]:
    """The rows of a table of the languages by id; empty when no language has such a table."""
    paths = [shipped("rules") / "languages" / code / f"{table}.tsv" for code in languages()]
    return {row["id"]: row for path in reversed(paths) if path.exists() for row in read_table(path)}


def _worded(word: Word) -> Row:
    """The row of a user's word: that of what it means with other forms, or one of its own."""
    if word.own:
        return row_of({"id": word.id, "kind": "company", "value": word.id, "forms": word.forms})
    return row_of({**rows_of(word.table)[word.id].values(), "forms": word.forms})
