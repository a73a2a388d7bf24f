"""The meanings of everyday words (to destroy, eager, proof): what two languages share beyond claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from claimdiff.claims.found import Found
from claimdiff.language import expand, grammar, language
from claimdiff.text import folded

CATEGORY = "vocabulary"
# Parts a stem from the class of its endings in the tables.
_CLASS = "~"
# Shorter words are articles and prepositions as often as forms of a stem.
_SHORTEST = 3
# Names are no words, whatever they mean.
_NAMES = ("person", "place", "organisation")


class Vocabulary(NamedTuple):
    """A language's stems (stem -> class -> ids), endings by class, all folded, and the longest ending's length."""

    stems: dict[str, dict[str, tuple[str, ...]]]
    endings: dict[str, frozenset[str]]
    longest: int


@cache
def vocabulary(code: str) -> Vocabulary:
    """The vocabulary of a language; an empty one when it has none."""
    endings = {
        name: frozenset(map(_fold, said)) for name, said in ((grammar(code, CATEGORY) or {}).get("endings") or {}).items()
    } | {"": frozenset({""})}
    stems: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in language(code).tables.get(CATEGORY, ()):
        for stem, kind in map(parted, expand(row["stems"])):
            stems[_fold(stem)][kind].append(row["id"])
    told = {stem: {kind: tuple(dict.fromkeys(ids)) for kind, ids in kinds.items()} for stem, kinds in stems.items()}
    return Vocabulary(told, endings, max(len(e) for said in endings.values() for e in said))


def parted(said: str) -> tuple[str, str]:
    """`stem~class` in two; a whole word has the class ""."""
    stem, _, kind = said.partition(_CLASS)
    return stem, kind


def _fold(word: str) -> str:
    return folded(word.casefold())


def meanings(code: str, word: str) -> tuple[str, ...]:
    """The ids of a word in any inflection, by its longest stem; none for a word that is not known."""
    return _meanings(code, _fold(word))


@lru_cache(maxsize=1 << 16)
def _meanings(code: str, fold: str) -> tuple[str, ...]:
    known = vocabulary(code)
    for size in range(len(fold), max(0, len(fold) - known.longest - 1), -1):
        kinds = known.stems.get(fold[:size])
        if kinds:
            ids = [i for kind, ids in kinds.items() if fold[size:] in known.endings.get(kind, ()) for i in ids]
            if ids:
                return tuple(dict.fromkeys(ids))
    return ()


def said(found: Found) -> Iterator[tuple[list[int], tuple[str, ...]]]:
    """(tokens, ids) for each word of a text that has a meaning, names left out."""
    code, named = found.language.code, found.named(*_NAMES)
    for fold, places in found.reading.by_fold.items():
        if len(fold) >= _SHORTEST and (means := _meanings(code, fold)):
            yield [index for index in places if index not in named], means
