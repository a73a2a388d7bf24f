"""Orders told by places: "silver for X, bronze for Y", "X came second, Y third", "terza la Spagna, quarto il Portogallo"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from claimdiff.claims.found import Found
from claimdiff.claims.order_steps import Step, key_of
from claimdiff.language import grammar
from claimdiff.model import Claim
from claimdiff.text import Sentence, Token

TABLE, ROW = "ranks", "row"
# Places further down are told by numbers in lists.
_LAST = 10
# Who is told of in a clause: the person, whatever country or club stands beside.
_SORTS = ("person", "place", "organisation")
_PARTING = frozenset(",;:–—()")
_SMALL = ("articles", "of", "to", "in", "definite", "and")
# So far behind the word of rank the row begins at the latest.
_NEAR = 12


class _Place(NamedTuple):
    """A name with the place that its clause gives it."""

    rank: int
    step: Step
    sentence: int


def ranks(found: Found, names: list[Claim]) -> Iterator[tuple[Step, Step]]:
    """(better, next) for two names that neighbouring clauses give neighbouring places."""
    marks = sorted((*_medals(found), *_ordinals(found)))
    if len({rank for _, rank in marks}) > 1:
        for one, other in pairwise(_placed(found, marks, names)):
            if other.sentence - one.sentence <= 1 and abs(one.rank - other.rank) == 1 and one.step.sort == other.step.sort:
                first, second = sorted((one, other))
                yield first.step, second.step


def _medals(found: Found) -> Iterator[tuple[int, int]]:
    return ((found.span(term.first, term.last)[0], int(term.id)) for term in found.of(TABLE) if term.id != ROW)


def _ordinals(found: Found) -> Iterator[tuple[int, int]]:
    told = (c for c in found.kind("ordinal") if c.value.isdecimal())
    return ((c.start, int(c.value)) for c in told if 0 < int(c.value) <= _LAST)


def _placed(found: Found, marks: list[tuple[int, int]], names: list[Claim]) -> Iterator[_Place]:
    """The names that stand alone with one place in a clause."""
    for number in sorted({found.reading.sentence_at(start) for start, _ in marks}):
        for low, high in _clauses(found, found.reading.sentences[number]):
            places = {rank for start, rank in marks if low <= start < high}
            here = [n for n in names if low <= n.start and n.end <= high]
            told = next((of for sort in _SORTS if (of := [n for n in here if n.kind == sort])), [])
            if len(places) == 1 and len(told) == 1:
                name = told[0]
                yield _Place(places.pop(), _step(name), number)


@cache
def _joints(code: str) -> frozenset[str]:
    return frozenset(grammar(code, "offices")["and"])


def _clauses(found: Found, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Plain offsets between two marks, or a mark and "and"."""
    tokens, start = found.reading.tokens, sentence.start
    for index in range(sentence.first, sentence.last):
        if tokens[index].text in _PARTING or tokens[index].key in _joints(found.language.code):
            yield start, tokens[index].start
            start = tokens[index].end
    yield start, sentence.end


@cache
def _between(code: str) -> frozenset[str]:
    """What may stand between two names of one row."""
    table = grammar(code, "offices")
    return frozenset({",", *(word.casefold() for name in _SMALL for word in table.get(name, ()))})


def rows(found: Found, names: list[Claim]) -> Iterator[tuple[Step, Step]]:
    """(first, next) for the neighbours of a row that begins right behind a word of rank: "ahead of X and Y"."""
    for term in (t for t in found.of(TABLE) if t.id == ROW):
        end = found.span(term.first, term.last)[1]
        behind = names[bisect_left(names, end, key=attrgetter("start")) :]
        if behind and behind[0].start - end <= _NEAR:
            for one, other in pairwise(behind):
                if one.kind != other.kind or not _side_by_side(found, one, other):
                    break
                yield _step(one), _step(other)


def _side_by_side(found: Found, one: Claim, other: Claim) -> bool:
    between = [t.key for t in _tokens(found, one.end, other.start)]
    return other.start >= one.end and bool(between) and set(between) <= _between(found.language.code)


def _tokens(found: Found, start: int, end: int) -> list[Token]:
    tokens = found.reading.tokens
    return tokens[bisect_left(tokens, start, key=attrgetter("start")) : bisect_left(tokens, end, key=attrgetter("start"))]


def _step(name: Claim) -> Step:
    return Step(name.start, name.end, key_of(name), name.kind)
