"""Claims: towns that no table has, read from the words around them, beside those that are known and stand in the same way."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claimdiff.claims.found import Found
from claimdiff.claims.people_vocabulary import first_names, vocabulary
from claimdiff.claims.places_words import words as place_words
from claimdiff.claims.site_names import Names, saint
from claimdiff.language import grammar
from claimdiff.model import Claim

_SHORTEST = 4
# A town has no more words of its own: San Giovanni Rotondo, Ponte de Lima.
_MOST = 3


class Grammar(NamedTuple):
    """The words of towns.yaml."""

    at: frozenset[str]
    of: frozenset[str]
    heads: frozenset[str]
    direct: frozenset[str]
    never: frozenset[str]
    nouns: tuple[str, ...]


@cache
def words(code: str) -> Grammar:
    """The words of a language's towns.yaml."""
    table = grammar(code, "towns")
    return Grammar(
        frozenset(table["at"]), frozenset(table["of"]), frozenset(table["heads"]), frozenset(table["direct"]),
        frozenset(table["never"]),
        (*table.get("nouns", "").split(), *vocabulary(code).noun_endings),
    )  # fmt: skip


def find(found: Found) -> list[Claim]:
    """A `town` for every name behind "in", "near" or "the town of": its id where it is known, else its words."""
    names, claims, last = Names(found), [], 0
    strangers = _elsewhere(names)
    for index in range(1, len(found.reading.tokens)):
        if index >= last and names.capital(index) and _where(names, index):
            end = names.run(index)
            claim = _claim(names, index, end, strangers)
            if claim is not None:
                claims.append(claim)
                last = end
    return claims


def _where(names: Names, index: int) -> bool:
    """True behind a preposition of place, behind "the village", and behind "the town of"."""
    reading, known = names.found.reading, words(names.found.language.code)
    if not reading.joins(index) or reading.gap(index) == "-":
        return False
    before, joined = reading.tokens[index - 1], index > 1 and reading.joins(index - 1)
    if before.key in known.at:
        first = reading.sentences[reading.sentence_at(before.start)].first == index - 1
        return (before.text.islower() or first) and not (joined and _says(names, index - 2))
    return before.key in known.direct or (before.key in known.of and joined and reading.tokens[index - 2].key in known.heads)


def _says(names: Names, index: int) -> bool:
    """True for "said", behind which "to" leads to a person."""
    return names.found.reading.tokens[index].fold in vocabulary(names.found.language.code).saying


def _claim(names: Names, first: int, last: int, strangers: frozenset[str]) -> Claim | None:
    start, end = names.found.span(first, last)
    inside = [c for c in names.places(first, last) if c.start == start]
    if not inside:
        return (
            Claim("town", start, end, value, None, None, {"known": ""}, (), "towns.unknown")
            if (value := _unknown(names, first, last, strangers))
            else None
        )
    town = inside[0]
    if town.end != end or not town.details.get("country") or town.details.get("form") != "name" or names.taken(first, last):
        return None
    return Claim("town", start, end, town.value, None, None, {"known": "yes"}, (), "towns.known")


def _unknown(names: Names, first: int, last: int, strangers: frozenset[str]) -> str:
    """The words of a name that can be a town's, behind a tilde; "" for any other."""
    said, holy = names.words(first, last), saint(names.found.reading.tokens[first].fold)
    if not said or len(said) > _MOST or max(map(len, said)) < _SHORTEST or names.taken(first, last) or names.shouting(first):
        return ""
    if not holy and (names.of_people(first, last) or said[0] in first_names() | names.people):
        return ""
    alone = len(said) == 1 and last - first == 1
    known = words(names.found.language.code)
    noun = said[0] in known.never or (bool(known.nouns) and said[0].endswith(known.nouns))
    if noun or all(map(names.plain, said)) or (alone and said[0] in strangers):
        return ""
    return "~" + " ".join(said)


def _elsewhere(names: Names) -> frozenset[str]:
    """Capitalised words that also stand where no town does: bodies, products and people that are called so."""
    reading, out = names.found.reading, set()
    known = place_words(names.found.language.code)
    town = words(names.found.language.code)
    for index, token in enumerate(reading.tokens):
        if not names.capital(index) or index == reading.sentences[reading.sentence_at(token.start)].first:
            continue
        before = reading.tokens[index - 1]
        placed = before.key in known.prepositions | known.links | known.joiners | town.at | town.of | town.heads
        if not placed and before.text not in ",(–—-/|" and reading.joins(index) and before.text.isalpha():
            out.add(token.fold)
    return frozenset(out)
