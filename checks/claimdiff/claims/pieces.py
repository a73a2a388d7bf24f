"""The pieces that offices and organisations are put together from, by the token at which they start and end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from claimdiff.claims.compounds import glued
from claimdiff.claims.found import Found
from claimdiff.language import Row, grammar
from claimdiff.model import Claim

# The tables of a language, and what a term of each is in a phrase.
_TABLES = {"roles": "role", "role_modifiers": "modifier", "portfolios": "portfolio", "organisation_kinds": "kind"}


class Piece(NamedTuple):
    """Tokens first:last that mean one thing; `sort` is role, modifier, portfolio, kind, place or organisation.

    Glued words carry what was glued to their head: modifiers (viceministro) and portfolios (Innenminister).
    """

    first: int
    last: int
    sort: str
    id: str
    row: Row | None = None
    claim: Claim | None = None
    modifiers: tuple[str, ...] = ()
    portfolios: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """The small words of a language, from its offices.yaml; `by_word`: what each can do between a head and its complement."""

    lists: dict[str, frozenset[str]]
    by_word: dict[str, frozenset[str]]

    def has(self, name: str, word: str) -> bool:
        """True when the word (or side, or id) stands in the list of this name."""
        return word in self.lists.get(name, ())

    def classes(self, word: str) -> frozenset[str]:
        """What the word can do between a head and its complement: of, to, in, for, articles, filler."""
        return self.by_word.get(word, _NOTHING)


_NOTHING = frozenset[str]()


@cache
def words(code: str) -> Words:
    """The small words of the language with this code."""
    data = grammar(code, "offices")
    lists = {name: frozenset(v) for name, v in data.items() if isinstance(v, list)}
    able: dict[str, set[str]] = {}
    for name in ("of", "to", "in", "for", "articles", "filler"):
        for word in lists.get(name, ()):
            able.setdefault(word, set()).add(name)
    return Words(lists, {word: frozenset(names) for word, names in able.items()})


def _rank(piece: Piece) -> tuple[int, bool]:
    return piece.first - piece.last, piece.claim is None


def _placed(piece: Piece) -> tuple[int, int, bool]:
    return piece.first, piece.first - piece.last, piece.claim is None


def _ranked(here: tuple[Piece, ...], piece: Piece) -> tuple[Piece, ...]:
    return tuple(sorted((*here, piece), key=_rank))


class Laid(NamedTuple):
    """The pieces that are words of the text, by where they start and end and by their sort."""

    starts: dict[int, tuple[Piece, ...]]
    ends: dict[int, tuple[Piece, ...]]
    sorts: dict[str, list[Piece]]


@dataclass(slots=True)
class Pieces:
    """All pieces of one version, by where they start and end and by their sort."""

    found: Found
    words: Words
    starts: dict[int, tuple[Piece, ...]] = field(default_factory=dict)
    ends: dict[int, tuple[Piece, ...]] = field(default_factory=dict)
    sorts: dict[str, list[Piece]] = field(default_factory=dict)

    def add(self, piece: Piece) -> None:
        """Take a piece in; the longest of those that start together comes first, claims before words."""
        first, last, sort, starts, ends = piece.first, piece.last, piece.sort, self.starts, self.ends
        starts[first] = _ranked(starts[first], piece) if first in starts else (piece,)
        ends[last] = _ranked(ends[last], piece) if last in ends else (piece,)
        if sort in self.sorts:
            self.sorts[sort].append(piece)
        else:
            self.sorts[sort] = [piece]

    def add_claim(self, claim: Claim, sort: str) -> None:
        """Take a claim in as a piece, when it starts and ends with tokens."""
        first, last = self.starting(claim.start), self.ending(claim.end)
        if first is not None and last is not None and first < last:
            self.add(Piece(first, last, sort, claim.value, claim=claim))

    def starting(self, offset: int) -> int | None:
        """The token that starts at this offset."""
        starts = self.found.reading.starts
        index = self.found.reading.token_at(offset)
        return index if index < len(starts) and starts[index] == offset else None

    def ending(self, offset: int) -> int | None:
        """The token behind the one that ends at this offset."""
        reading = self.found.reading
        index = reading.token_at(offset)
        return index if index and reading.tokens[index - 1].end == offset else None

    def of(self, sort: str) -> list[Piece]:
        """The pieces of one sort in text order."""
        return sorted(self.sorts.get(sort, ()), key=_placed)

    def key(self, index: int) -> str:
        """The casefolded token, or nothing outside the text."""
        tokens = self.found.reading.tokens
        return tokens[index].key if 0 <= index < len(tokens) else ""

    def text(self, first: int, last: int) -> str:
        """The words of tokens first:last as written."""
        start, end = self.found.span(first, last)
        return self.found.reading.text[start:end]

    def capital(self, index: int) -> bool:
        """True when the token is a word that starts with a capital."""
        tokens = self.found.reading.tokens
        return 0 <= index < len(tokens) and tokens[index].text[:1].isupper()


def pieces(found: Found) -> Pieces:
    """The pieces of a version: terms, glued words, places and the organisations found so far."""
    own = words(found.language.code)
    if found.pieces is None:
        laid = Pieces(found, own)
        for piece in (*_terms(found), *_glued(found)):
            laid.add(piece)
        # Not `laid` itself: a circle of the two would keep the text in memory.
        found.pieces = Laid(laid.starts, laid.ends, laid.sorts)
    starts, ends, sorts = found.pieces
    out = Pieces(found, own, {**starts}, {**ends}, {sort: [*here] for sort, here in sorts.items()})
    for sort in ("place", "organisation"):
        for claim in found.kind(sort):
            out.add_claim(claim, sort)
    return out


def _terms(found: Found) -> Iterator[Piece]:
    make = tuple.__new__
    for table, sort in _TABLES.items():
        for first, last, _, key, row in found.of(table):
            yield make(Piece, (first, last, sort, row["means"] or key, row, None, (), ()))


def _glued(found: Found) -> Iterator[Piece]:
    known = {term.first for table in ("roles", "organisation_kinds", "organisations") for term in found.of(table)}
    for index, (entry, modifiers, portfolios) in glued(found, known):
        sort = _TABLES[entry.category]
        yield Piece(index, index + len(entry.keys), sort, entry.id, entry.row, None, modifiers, portfolios)
