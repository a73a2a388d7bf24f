"""Orders told by adverbs of sequence: "first came the buyers, then the experts", "d'abord à Sarola, ensuite à Monteforte"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from claimdiff.claims.found import Found
from claimdiff.language import Term, grammar
from claimdiff.model import Claim
from claimdiff.text import Sentence, Token, folded

OPENER, STEPS = "first", ("next", "last")
THING, NAME = "thing", "name"
# Lexicon tables that tell a thing in every language; the earlier one wins where a word is in both.
_TABLES = ("concepts", "roles")
# Of a name with small words between its capitals there is but one at a place.
_PARTICLES = 2
# Shorter words with a capital are initials and numerals.
_SHORTEST = 3


class Step(NamedTuple):
    """Something that has a place in a sequence: plain offsets, a key that no language changes, and of which sort it is."""

    start: int
    end: int
    key: str
    sort: str


@dataclass(slots=True)
class Steps:
    """What a version tells in sequence: per sentence its adverbs of sequence and the things that they could order."""

    found: Found
    markers: dict[int, list[Term]] = field(default_factory=dict)
    named: dict[int, list[Claim]] = field(default_factory=dict)

    def pairs(self) -> Iterator[tuple[Step, Step]]:
        """Every two neighbouring steps of one sort, the earlier one first."""
        for number, terms in sorted(self.markers.items()):
            if terms[0].id == OPENER and not _is_ordinal(self.found, terms[0]):
                told = [terms[0], *(term for term in terms[1:] if term.id in STEPS)]
                for before, after in pairwise(self._segments(number, told)):
                    yield from _paired(before, after)

    def _segments(self, number: int, terms: list[Term]) -> Iterator[list[Step]]:
        """The steps behind each adverb; those of the sentence that follows too, where it begins with "then"."""
        steps, opener = self._steps(number), self.found.span(terms[0].first, terms[0].last)
        said = _behind(self.found, steps, terms)
        yield [*said[0], *(s for s in reversed(steps) if s.end <= opener[0])]  # "The buyers came first, then …"
        yield from said[1:]
        following = self.markers.get(number + 1, [])
        if following and following[0].id in STEPS and following[0].first == self._sentence(number + 1).first:
            yield from _behind(self.found, self._steps(number + 1), following)

    def _sentence(self, number: int) -> Sentence:
        return self.found.reading.sentences[number]

    def _steps(self, number: int) -> list[Step]:
        """What can be a step in a sentence: names told by claims, words with a capital, things of the lexicon."""
        claimed = [Step(c.start, c.end, key_of(c), c.kind) for c in self.named.get(number, ())]
        told = list(_things(self.found, self._sentence(number), claimed))
        return sorted({*claimed, *told, *capitals(self.found, self._sentence(number), [*claimed, *told])})


def steps(found: Found, names: list[Claim]) -> Steps:
    """The sequences of a version, ready to be read."""
    out = Steps(found)
    markers, named = defaultdict(list), defaultdict(list)
    at = found.reading.sentence_at
    for term in found.of("sequence"):
        if term.id == OPENER or term.id in STEPS:
            markers[at(found.span(term.first, term.last)[0])].append(term)
    if any(terms[0].id == OPENER for terms in markers.values()):
        for name in names:
            named[at(name.start)].append(name)
        out.markers, out.named = dict(markers), dict(named)
    return out


def key_of(name: Claim) -> str:
    """What a name is known by in an order: a person by the surname."""
    return name.details.get("family") or name.value


@cache
def definite(code: str) -> frozenset[str]:
    """The articles of a language."""
    return frozenset(grammar(code, "offices")["articles"]) | frozenset(grammar(code, "quantities")["definite"])


def _is_ordinal(found: Found, term: Term) -> bool:
    """True for "the first buyers" and "la prima": an article makes a rank of it."""
    before = found.reading.tokens[term.first - 1] if found.reading.joins(term.first) else None
    return before is not None and before.key in definite(found.language.code)


def _behind(found: Found, steps: list[Step], terms: list[Term]) -> list[list[Step]]:
    """For each adverb the steps that stand between it and the next one."""
    spans = [found.span(term.first, term.last) for term in terms]
    ends = [start for start, _ in spans[1:]] + [len(found.reading.text)]
    return [[s for s in steps if start[1] <= s.start and s.end <= end] for start, end in zip(spans, ends, strict=True)]


def _paired(before: list[Step], after: list[Step]) -> Iterator[tuple[Step, Step]]:
    """The first steps of each sort that both have."""
    firsts = [{s.sort: s for s in reversed(segment)} for segment in (before, after)]
    for sort, step in firsts[0].items():
        if sort in firsts[1]:
            yield step, firsts[1][sort]


def _things(found: Found, sentence: Sentence, taken: list[Step]) -> Iterator[Step]:
    seen: set[int] = set()
    for table in _TABLES:
        for term in _within(found.of(table), sentence):
            start, end = found.span(term.first, term.last)
            if term.first not in seen and not any(t.start < end and start < t.end for t in taken):
                seen.update(range(term.first, term.last))
                yield Step(start, end, term.id.partition("/")[0], THING)


def _within(terms: list[Term], sentence: Sentence) -> Iterator[Term]:
    return (term for term in terms if sentence.first <= term.first < sentence.last)


def capitals(found: Found, sentence: Sentence, taken: Iterable[Step], *, opening: bool = False) -> Iterator[Step]:
    """Runs of words with a capital inside a sentence: names that no lexicon has (and German nouns, which match no other language).

    A run is known by its last word: "Quai des Bateliers" is a "quai des Bateliers" elsewhere. The first word of the sentence is
    among them where `opening` says so.
    """
    tokens, at, large = found.reading.tokens, found.reading.token_at, found.reading.capitals
    low = bisect_left(large, sentence.first + (not opening))
    large = large[low : bisect_left(large, sentence.last, low)]
    held = {index for step in taken for index in range(at(step.start), at(step.end))} if large else ()
    run: list[int] = []
    for index in large:
        if index in held or not _named(tokens[index]):
            continue
        if run and not _runs_on(found, run[-1], index):
            yield _run(tokens, run)
            run = []
        run.append(index)
    if run:
        yield _run(tokens, run)


def _named(token: Token) -> bool:
    return len(token.text) >= _SHORTEST and token.text.isalpha()


def _runs_on(found: Found, last: int, index: int) -> bool:
    """True when two capitals stand side by side or but a small word parts them."""
    between, joints = found.reading.tokens[last + 1 : index], _joints(found.language.code)
    small = len(between) < _PARTICLES and all(
        len(t.text) <= _SHORTEST and t.text.islower() and t.key not in joints for t in between
    )
    return small and all(found.reading.joins(i) for i in range(last + 1, index + 1))


@cache
def _joints(code: str) -> frozenset[str]:
    table = grammar(code, "offices")
    return frozenset({*table["and"], *table["or"]})


def _run(tokens: list[Token], run: list[int]) -> Step:
    return Step(tokens[run[0]].start, tokens[run[-1]].end, folded(tokens[run[-1]].key), NAME)
