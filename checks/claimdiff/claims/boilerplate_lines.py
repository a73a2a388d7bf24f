"""The lines of a version with the words of boilerplate in them: what the shapes of boilerplate are told by."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from claimdiff.claims.found import Found
from claimdiff.files import shipped
from claimdiff.language import Index, Row, Term, languages, look_up_in, read_table, world
from claimdiff.model import Claim
from claimdiff.text import Reading, Token

# What parts the items of a bar of links ("Share | Print", "+++ Newsletter +++"); a sentence ends at | anyway.
_PARTS = frozenset("|•·+")
# Lines of the page's software, in whatever language, are short.
_SHORT = 30
# A line of more hints or items than this is no bar of links; it would only take long.
_MOST = 200
_TABLE = "boilerplate"
_IN_PROSE = frozenset({"inside", "label", "opens", "tail"})
FILLER, NAME = "filler", "name"


class Hint(NamedTuple):
    """Words of the table at tokens first:last: which kind of boilerplate, and where they make a line so."""

    first: int
    last: int
    kind: str
    where: str


@dataclass(slots=True)
class Line:
    """Tokens first:last of one line; its segments are the sentences and items in it."""

    first: int
    last: int
    segments: list[tuple[int, int]] = field(default_factory=list)
    hints: list[Hint] = field(default_factory=list)

    def inside(self, first: int, last: int) -> list[Hint]:
        """The hints that lie in tokens first:last, in order."""
        return [hint for hint in self.hints if first <= hint.first and hint.last <= last]


@dataclass(slots=True)
class Page:
    """A version in lines, with its claims by where they start."""

    found: Found
    lines: list[Line]
    claims: list[Claim]
    starts: list[int]

    @property
    def tokens(self) -> list[Token]:
        """The tokens of the version."""
        return self.found.reading.tokens

    def within(self, first: int, last: int) -> Iterator[Claim]:
        """The claims that start in tokens first:last."""
        if first < last:
            start, end = self.found.span(first, last)
            yield from self.claims[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def page(found: Found) -> Page:
    """The lines of a version, those with a hint of boilerplate in them told."""
    claims = sorted(found.claims, key=attrgetter("start"))
    return Page(found, _hinted(found, list(_lines(found.reading))), claims, [c.start for c in claims])


def _lines(reading: Reading) -> Iterator[Line]:
    line: Line | None = None
    parts = reading.where(_PARTS)
    for sentence in reading.sentences:
        if line is not None and "\n" not in reading.text[reading.tokens[line.last - 1].end : sentence.start]:
            line.last = sentence.last
        else:
            if line is not None:
                yield line
            line = Line(sentence.first, sentence.last)
        line.segments.extend(_items(parts, sentence.first, sentence.last))
    if line is not None:
        yield line


def _items(parts: list[int], first: int, last: int) -> Iterator[tuple[int, int]]:
    begin = first
    for index in parts[bisect_left(parts, first) : bisect_left(parts, last)]:
        if begin < index:
            yield begin, index
        begin = index + 1
    if begin < last:
        yield begin, last


def _hinted(found: Found, lines: list[Line]) -> list[Line]:
    """The lines, those with their hints that may be boilerplate."""
    code = found.language.code
    long = [line for line in lines if line.last - line.first > _SHORT]
    short = [line for line in lines if line.last - line.first <= _SHORT]
    told: dict[int, set[Hint]] = defaultdict(set)
    for index, some in ((_index(code, False), long), (_index(code, True), short), (_abroad(), short)):
        _add(told, index, found, some)
    telling = [line for line in lines if line.first in told and _tells(line, told[line.first])]
    _add(told, _names(), found, telling)
    for line in telling:
        line.hints = sorted(told[line.first])
    return lines


def _tells(line: Line, hints: set[Hint]) -> bool:
    return any(hint.kind != FILLER for hint in hints) and max(len(hints), len(line.segments)) <= _MOST


def _add(told: dict[int, set[Hint]], index: Index, found: Found, lines: list[Line]) -> None:
    """Put the words of an index in these lines where `told` has their line, by its first token."""
    for line, terms in zip(lines, look_up_in(index, found.reading, [(n.first, n.last) for n in lines]), strict=True):
        if terms:
            told[line.first].update(_hint(term) for some in terms.values() for term in some)


def _hint(term: Term) -> Hint:
    kind, _, where = term.id.partition("/")
    return Hint(term.first, term.last, kind, where or NAME)


@cache
def _index(code: str, short: bool) -> Index:
    """The words of a language; in a paragraph only those that make a sentence boilerplate whatever else it holds."""
    rows = {where: some for where, some in _by_where(_rows(code)).items() if short or where in _IN_PROSE}
    return Index(rows, _path(code).parent)


@cache
def _abroad() -> Index:
    """The words that a site's software shows in whatever language the page is."""
    known = world(_TABLE)
    rows = [row for code in languages() for row in _rows(code)]
    return Index(_by_where(row for row in rows if known[row["id"].partition("/")[0]]["abroad"]), shipped("rules"))


@cache
def _names() -> Index:
    """Agencies, which take pictures, and sites, on which one shares."""
    return Index({NAME: world("boilerplate_names").values()}, shipped("rules") / "world")


def _by_where(rows: Iterable[Row]) -> dict[str, list[Row]]:
    # Apart, for of the terms of one category only the longest is kept: "photo" may be a label and begin a tail.
    out: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        out[row["id"].partition("/")[2]].append(row)
    return out


def _rows(code: str) -> list[Row]:
    return read_table(_path(code)) if _path(code).exists() else []


def _path(code: str) -> Path:
    return shipped("rules") / "languages" / code / f"{_TABLE}.tsv"
