"""Words glued together: viceministro, Vizepräsident, Innenministerin, Bundesgesundheitsministerium."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cache, lru_cache
from typing import NamedTuple

from claimdiff.claims.found import Found
from claimdiff.language import Entry, entries, expand, grammar, language
from claimdiff.text import folded

_HEADS = ("roles", "organisation_kinds")
_SHORTEST = 3
_LONGEST = 80


class Glued(NamedTuple):
    """A compound: the entry of its head, and what stands in front of it."""

    entry: Entry
    modifiers: tuple[str, ...] = ()
    portfolios: tuple[str, ...] = ()


def glued(found: Found, known: Set[int]) -> Iterator[tuple[int, Glued]]:
    """The compounds of a text with the token of their first word, but for those whose first word is known; word by word."""
    code = found.language.code
    for fold, places in found.reading.by_fold.items():
        parts = _split(code, fold) if 2 * _SHORTEST <= len(fold) <= _LONGEST else ()
        if not parts:
            continue
        for index in places:
            part = None if index in known else next((p for p in parts if _rest_matches(p.entry, found, index)), None)
            if part is not None:
                yield index, part


def _rest_matches(entry: Entry, found: Found, index: int) -> bool:
    tokens, reading = found.reading.tokens, found.reading
    if index + len(entry.keys) > len(tokens):
        return False
    return all(tokens[index + i].fold == entry.folds[i] and reading.joins(index + i) for i in range(1, len(entry.folds)))


@cache
def stems(code: str, table: str) -> dict[str, str]:
    """First halves of compounds (or, for kinds, second halves) by their folded spelling -> id."""
    rows = language(code).tables.get(table, ())
    return {folded(stem.casefold()): row["id"] for row in rows for stem in expand(row["stems"])}


@cache
def _prefixes(code: str) -> tuple[tuple[str, str], ...]:
    return tuple((folded(p.casefold()), i) for p, i in (grammar(code, "offices").get("prefixes") or {}).items())


@lru_cache(maxsize=1 << 16)
def _split(code: str, fold: str) -> tuple[Glued, ...]:
    """The ways to read the folded word as prefixes + portfolio + head, longest head words first."""
    for prefix, modifier in _prefixes(code):
        rest = fold.removeprefix(prefix)
        if rest != fold and len(rest) >= _SHORTEST:
            inner = tuple(Glued(e) for e in _heads(code, rest)) or _split(code, rest)
            if inner:
                return tuple(g._replace(modifiers=(*filter(None, (modifier,)), *g.modifiers)) for g in inner)
    return _with_portfolio(code, fold)


def _with_portfolio(code: str, fold: str) -> tuple[Glued, ...]:
    first_halves = stems(code, "portfolios")
    if not first_halves:
        return ()
    for cut in range(len(fold) - _SHORTEST, _SHORTEST - 2, -1):
        portfolio = first_halves.get(fold[:cut])
        heads = _heads(code, fold[cut:]) if portfolio else ()
        if portfolio and heads:
            return tuple(Glued(e, (), (portfolio,)) for e in heads)
    return ()


@lru_cache(maxsize=1 << 16)
def _heads(code: str, fold: str) -> tuple[Entry, ...]:
    """The entries of roles and kinds that begin with this word; of several words, the longest first."""
    known = language(code)
    found = tuple(e for e in known.index.get(fold) or () if e.category in _HEADS)
    kind = stems(code, "organisation_kinds").get(fold)
    row = known.row("organisation_kinds", kind) if kind and not found else None
    if row is None:
        return found
    return tuple(e for e in entries((form, "organisation_kinds", row) for form in expand(row["forms"])) if len(e.keys) == 1)[:1]
