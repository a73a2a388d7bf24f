"""Is a name here a place? People, clubs, firms and common words are called like places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Protocol

from claimdiff.claims.found import Found
from claimdiff.claims.people_vocabulary import first_names
from claimdiff.claims.places_words import Words, surnames_too, words
from claimdiff.text import Token, folded


class Spanned(Protocol):
    """Whatever covers tokens first:last."""

    @property
    def first(self) -> int:
        """The first token."""

    @property
    def last(self) -> int:
        """The token behind the last one."""


def is_place(found: Found, first: int, last: int, category: str, places: frozenset[int], people: frozenset[str]) -> bool:
    """False for `Jordan Spieth`, `Denzel Washington`, and for doubtful words (`Nice`) where nothing says place.

    places: tokens of all names of places; people: surnames in this text, folded.
    """
    if category in ("demonyms", "metonyms"):
        return True
    known = words(found.reading.lang)
    if last - first == 1 and _of_a_person(found, first, known, places):
        return False
    name = folded(found.reading.text[slice(*found.span(first, last))].casefold())
    return (name not in known.doubtful and name not in people) or _in_context(found, first, last, known, places, category)


def surnames(found: Found, mentions: Iterable[Spanned], places: frozenset[int]) -> frozenset[str]:
    """Names of places that somebody bears here: after `Giselle Maurice`, a mere `Maurice` is she."""
    known, tokens = words(found.reading.lang), found.reading.tokens
    return frozenset(
        tokens[m.first].fold for m in mentions if m.last - m.first == 1 and _after_first_name(found, m.first, known, places)
    )


def _of_a_person(found: Found, index: int, known: Words, places: frozenset[int]) -> bool:
    """A first name or a title before it, or it is a first name itself and a capitalised word follows."""
    if _after_first_name(found, index, known, places) or _after_title(found, index, known):
        return True
    behind = _neighbour(found, index, 1)
    unknown = behind and index + 1 not in places and _is_name(behind) and behind.key not in known.beside
    return bool(unknown) and found.reading.tokens[index].fold in first_names()


def _after_first_name(found: Found, index: int, known: Words, places: frozenset[int]) -> bool:
    before = _neighbour(found, index, -1)
    if not before or index - 1 in places or not _is_name(before) or _explained(found, before, index - 1, known, sentence=False):
        return False
    surname = known.capitals_mark_names and found.reading.tokens[index].fold in surnames_too()
    return surname or before.fold in first_names()


def _after_title(found: Found, index: int, known: Words) -> bool:
    """`Mr. Bolton`, `Mme Maurice`."""
    before = index - 1 if index and found.reading.tokens[index - 1].text != "." else index - 2
    return before >= 0 and found.reading.joins(index) and found.reading.tokens[before].key in known.titles


def _in_context(found: Found, first: int, last: int, known: Words, places: frozenset[int], category: str) -> bool:
    """A place word before it (in Nice), another place joined to it (Cannes and Nice) or a country behind it (Nice, France)."""
    tokens = found.reading.tokens
    if not first:
        return False
    before = tokens[first - 1].key
    articled = category == "cities" and before in known.articled
    if found.reading.joins(first) and not articled and (before in known.prepositions or before in known.heads):
        return True
    joined = before in known.joiners or before == ","
    return (joined and first - 2 in places) or (last + 1 < len(tokens) and tokens[last].text in ",(/" and last + 1 in places)


def within_name(found: Found, first: int, last: int, places: frozenset[int]) -> bool:
    """True for a place that is part of a longer name: `Manchester United`, `Bank of England`, `Paris Saint-Germain`."""
    if inside_organisation(found, first, last):
        return True
    known = words(found.reading.lang)
    if not known.capitals_mark_names:
        return False
    before, behind = _neighbour(found, first, -1), _neighbour(found, last - 1, 1)
    marks = [(before, first - 1), (behind, last)]
    return any(t and i not in places and _is_name(t) and not _explained(found, t, i, known) for t, i in marks)


def _explained(found: Found, token: Token, index: int, known: Words, sentence: bool = True) -> bool:
    """A capital that says nothing: of a word known to stand beside places, or (where `sentence`) of a sentence's first word."""
    small = token.key in known.beside or token.key in known.prepositions or token.key in known.heads or token.key in known.links
    return small or (sentence and _starts_sentence(found, index))


def _starts_sentence(found: Found, index: int) -> bool:
    sentences = found.reading.sentences
    return sentences[found.reading.sentence_at(found.reading.tokens[index].start)].first == index


def _neighbour(found: Found, index: int, step: int) -> Token | None:
    """The token beside it when only a space or a hyphen parts them."""
    tokens, other = found.reading.tokens, index + step
    if not 0 <= other < len(tokens):
        return None
    return tokens[other] if found.reading.gaps[max(index, other)] in (" ", "-") else None


def _is_name(token: Token) -> bool:
    return token.text[0].isupper() and len(token.text) > 1 and not (token.text.isupper() and len(token.text) < 5)


def inside_organisation(found: Found, first: int, last: int) -> bool:
    """True when a longer organisation's name of the lexicon covers the tokens."""
    terms = found.of("organisations")
    at = bisect_right(found.firsts("organisations"), first) - 1
    return at >= 0 and terms[at].last >= last and terms[at].last - terms[at].first > last - first
