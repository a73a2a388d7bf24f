"""The words around a country that say more: its form of state ("Kingdom of Morocco") and its capital ("the Austrian capital")."""

from __future__ import annotations

from typing import NamedTuple

from claimdiff.claims.found import Found
from claimdiff.claims.places_words import Fact, Words, fact_of, words
from claimdiff.language import Term


class Extent(NamedTuple):
    """Tokens first:last of the whole expression; `name` is the form of state or the capital's id, or empty."""

    first: int
    last: int
    name: str


def state_of(found: Found, term: Term) -> Extent:
    """The country with the form of state written around it, or the term alone."""
    known = words(found.reading.lang)
    own = next((known.governments[k] for k in _keys(found, term.first, term.last) if k in known.governments), "")
    if own or term.category not in ("countries", "demonyms"):
        return Extent(term.first, term.last, own)
    return _before(found, term, known) or _behind(found, term, known) or Extent(term.first, term.last, "")


def _before(found: Found, term: Term, known: Words) -> Extent | None:
    """`Royaume du Maroc`, `Republik Korea`; `République française`."""
    index = _skip(found, term.first, known.links)
    linked = index < term.first
    if linked == (term.category == "demonyms") and not (known.state_bare and term.category == "countries"):
        return None
    index = _skip(found, index, known.modifiers)
    if not _joined_key(found, index, known.governments):
        return None
    form = found.reading.tokens[index - 1].key
    return Extent(_skip(found, index - 1, known.modifiers), term.last, known.governments[form])


def _behind(found: Found, term: Term, known: Words) -> Extent | None:
    """`French Republic`, `marokkanisches Königreich`."""
    tokens, index = found.reading.tokens, term.last
    if term.category != "demonyms":
        return None
    while index < len(tokens) and tokens[index].key in known.modifiers and found.reading.joins(index):
        index += 1
    if index < len(tokens) and tokens[index].key in known.governments and found.reading.joins(index):
        return Extent(term.first, index + 1, known.governments[tokens[index].key])
    return None


def capital_of(found: Found, term: Term, fact: Fact) -> Extent | None:
    """The whole of `la capitale autrichienne` or `Hauptstadt Marokkos`, with the capital's id; None elsewhere."""
    if fact_of(fact.capital) is None or term.category not in ("countries", "demonyms", "regions"):
        return None
    known = words(found.reading.lang)
    first = _noun_before(found, term, known)
    if first is not None:
        return Extent(first, term.last, fact.capital)
    last = _noun_behind(found, term, known)
    return None if last is None else Extent(term.first, last, fact.capital)


def _noun_before(found: Found, term: Term, known: Words) -> int | None:
    index = _skip(found, term.first, known.links)
    linked = index < term.first
    if linked == (term.category == "demonyms") and not (known.capital_bare and term.category != "demonyms"):
        return None
    if not _joined_key(found, index, known.capitals):
        return None
    noun = index - 1
    return noun if linked or not known.capital_before or _joined_key(found, noun, known.capital_before) else None


def _noun_behind(found: Found, term: Term, known: Words) -> int | None:
    """The end of `Austrian capital` or `Morocco's capital`."""
    reading, index = found.reading, term.last
    if index < len(reading.tokens) and reading.tokens[index].key in known.possessive and reading.joins(index):
        index += 1
    elif term.category != "demonyms" or (known.capital_before and not _joined_key(found, term.first, known.capital_before)):
        return None
    if index >= len(reading.tokens) or not reading.joins(index) or reading.tokens[index].key not in known.capitals:
        return None
    behind = reading.tokens[index + 1].key if index + 1 < len(reading.tokens) else ""
    return None if behind in known.capital_not_after else index + 1


def _keys(found: Found, first: int, last: int) -> list[str]:
    return [t.key for t in found.reading.tokens[first:last]]


def _joined_key(found: Found, index: int, among: frozenset[str] | object) -> bool:
    """True when the token before `index` belongs to the same expression and is one of these words."""
    return index > 0 and found.reading.tokens[index - 1].key in among and found.reading.joins(index)  # type: ignore[operator]


def _skip(found: Found, index: int, among: frozenset[str]) -> int:
    """The first token of the run of these words that ends before `index`; four words at most."""
    for _ in range(4):
        if not _joined_key(found, index, among):
            break
        index -= 1
    return index
