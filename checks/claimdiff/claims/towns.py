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
    """The words of towns.yaml; leading: those right before a town; placing: those before any place."""

    at: frozenset[str]
    of: frozenset[str]
    heads: frozenset[str]
    direct: frozenset[str]
    never: frozenset[str]
    nouns: tuple[str, ...]
    leading: frozenset[str]
    placing: frozenset[str]


@cache
def words(code: str) -> Grammar:
    """The words of a language's towns.yaml."""
    table, places = grammar(code, "towns"), place_words(code)
    at, of, heads, direct = (frozenset(table[name]) for name in ("at", "of", "heads", "direct"))
    nouns = (*table.get("nouns", "").split(), *vocabulary(code).noun_endings)
    placing = places.prepositions | places.links | places.joiners | at | of | heads
    return Grammar(at, of, heads, direct, frozenset(table["never"]), nouns, at | of | direct, placing)


def find(found: Found) -> list[Claim]:
    """A `town` for every name behind "in", "near" or "the town of": its id where it is known, else its words."""
    names, claims, last = Names(found), [], 0
    tokens, leading = found.reading.tokens, words(found.language.code).leading
    for index in found.reading.capitals:
        if index >= last and index and tokens[index - 1].key in leading and names.capital(index) and _where(names, index):
            end = names.run(index)
            claim = _claim(names, index, end)
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
        first = before.text.islower() or reading.sentence_of(index - 1).first == index - 1
        return first and not (joined and _says(names, index - 2))
    return before.key in known.direct or (before.key in known.of and joined and reading.tokens[index - 2].key in known.heads)


def _says(names: Names, index: int) -> bool:
    """True for "said", behind which "to" leads to a person."""
    return names.found.reading.tokens[index].fold in vocabulary(names.found.language.code).saying


def _claim(names: Names, first: int, last: int) -> Claim | None:
    start, end = names.found.span(first, last)
    inside = [c for c in names.places(first, last) if c.start == start]
    if not inside:
        return (
            Claim("town", start, end, value, None, None, {"known": ""}, (), "towns.unknown")
            if (value := _unknown(names, first, last))
            else None
        )
    town = inside[0]
    if town.end != end or not town.details.get("country") or town.details.get("form") != "name" or names.taken(first, last):
        return None
    return Claim("town", start, end, town.value, None, None, {"known": "yes"}, (), "towns.known")


def _unknown(names: Names, first: int, last: int) -> str:
    """The words of a name that can be a town's, behind a tilde; "" for any other."""
    said, holy = names.words(first, last), saint(names.found.reading.tokens[first].fold)
    if not said or len(said) > _MOST or max(map(len, said)) < _SHORTEST or names.taken(first, last) or names.shouting(first):
        return ""
    if not holy and (names.of_people(first, last) or said[0] in first_names() or said[0] in names.people):
        return ""
    alone = len(said) == 1 and last - first == 1
    known = words(names.found.language.code)
    noun = said[0] in known.never or (bool(known.nouns) and said[0].endswith(known.nouns))
    if noun or all(map(names.plain, said)) or (alone and _stranger(names, said[0])):
        return ""
    return "~" + " ".join(said)


def _stranger(names: Names, fold: str) -> bool:
    """As `_elsewhere`, looked for once a word."""
    if fold not in names.strangers:
        names.strangers[fold] = _elsewhere(names, fold)
    return names.strangers[fold]


def _elsewhere(names: Names, fold: str) -> bool:
    """True for a capitalised word that also stands where no town does: a body, a product, somebody is called so."""
    reading, placing = names.found.reading, words(names.found.language.code).placing
    for index in reading.by_fold.get(fold, ()):
        if not names.capital(index) or index == reading.sentence_of(index).first:
            continue
        before = reading.tokens[index - 1]
        if before.key not in placing and before.text not in ",(–—-/|" and before.text.isalpha() and reading.joins(index):
            return True
    return False
