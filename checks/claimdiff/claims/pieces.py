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
    """The small words of a language, from its offices.yaml."""

    lists: dict[str, frozenset[str]]

    def has(self, name: str, word: str) -> bool:
        """True when the word (or side, or id) stands in the list of this name."""
        return word in self.lists.get(name, ())

    def classes(self, word: str) -> frozenset[str]:
        """What the word can do between a head and its complement: of, to, in, for, articles, filler."""
        return frozenset(n for n in ("of", "to", "in", "for", "articles", "filler") if word in self.lists.get(n, ()))


@cache
def words(code: str) -> Words:
    """The small words of the language with this code."""
    data = grammar(code, "offices")
    return Words({name: frozenset(v) for name, v in data.items() if isinstance(v, list)})


@dataclass(slots=True)
class Pieces:
    """All pieces of one version."""

    found: Found
    words: Words
    starts: dict[int, list[Piece]] = field(default_factory=dict)
    ends: dict[int, list[Piece]] = field(default_factory=dict)
    first_at: dict[int, int] = field(default_factory=dict)
    last_at: dict[int, int] = field(default_factory=dict)

    def add(self, piece: Piece) -> None:
        """Take a piece in; the longest of those that start together comes first, claims before words."""
        for table, key in ((self.starts, piece.first), (self.ends, piece.last)):
            here = table.setdefault(key, [])
            here.append(piece)
            here.sort(key=lambda p: (p.first - p.last, p.claim is None))

    def add_claim(self, claim: Claim, sort: str) -> None:
        """Take a claim in as a piece, when it starts and ends with tokens."""
        first, last = self.first_at.get(claim.start), self.last_at.get(claim.end)
        if first is not None and last is not None and first < last:
            self.add(Piece(first, last, sort, claim.value, claim=claim))

    def of(self, sort: str) -> list[Piece]:
        """The pieces of one sort in text order."""
        return [p for here in sorted(self.starts) for p in self.starts[here] if p.sort == sort]

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
    out = Pieces(found, words(found.language.code))
    for index, token in enumerate(found.reading.tokens):
        out.first_at[token.start] = index
        out.last_at[token.end] = index + 1
    for piece in (*_terms(found), *_glued(found)):
        out.add(piece)
    for sort in ("place", "organisation"):
        for claim in found.kind(sort):
            out.add_claim(claim, sort)
    return out


def _terms(found: Found) -> Iterator[Piece]:
    for table, sort in _TABLES.items():
        for term in found.of(table):
            yield Piece(term.first, term.last, sort, term.row["means"] or term.id, term.row)


def _glued(found: Found) -> Iterator[Piece]:
    known = {term.first for table in ("roles", "organisation_kinds", "organisations") for term in found.of(table)}
    for index in range(len(found.reading.tokens)):
        word = glued(found, index) if index not in known else None
        if word is not None:
            yield Piece(
                index,
                index + len(word.entry.keys),
                _TABLES[word.entry.category],
                word.entry.id,
                word.entry.row,
                None,
                word.modifiers,
                word.portfolios,
            )
