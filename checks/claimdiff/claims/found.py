"""What the recognisers of one version share: its text, its terms, its numbers and the claims found before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

from claimdiff.language import Language, Term
from claimdiff.model import Claim
from claimdiff.text import Reading

if TYPE_CHECKING:
    from claimdiff.claims.pieces import Laid

YEAR_RULE = "numbers.year.words"
"""The rule of a number that can only be a year: nineteen eighty-four."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written: tokens first:last (last excluded), plain offsets, and the values its spelling allows.

    value: decimal string, the likeliest in the text's language; readings: other values ("1.500" -> "1.5").
    form: "digits", "words", "mixed" (750mila, 1,5 million) or "roman". ordinal: "92a", "twelfth", "XXI" in "XXI secolo".
    approximate: the word itself says "about" (une centaine, a dozen or so). rule: what found it, for the trace.
    """

    first: int
    last: int
    start: int
    end: int
    value: str
    readings: tuple[str, ...] = ()
    form: str = "digits"
    ordinal: bool = False
    rule: str = ""
    approximate: bool = False


@dataclass(slots=True)
class Found:
    """Handed from recogniser to recogniser; claims carry offsets of the plain text until `find` maps them back."""

    reading: Reading
    language: Language
    terms: dict[str, list[Term]]
    numbers: list[Number] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    taken: dict[int, str] = field(default_factory=dict)
    # Particles that close a clause, with the verb that each belongs to where that is known ("lehnte … ab").
    parted: dict[int, int | None] = field(default_factory=dict)
    # Tokens of the negations that correct a part of a sentence and deny none ("not X but Y").
    corrected: list[tuple[int, int]] = field(default_factory=list)
    # The words that offices and organisations are put together from, laid out once for both.
    pieces: Laid | None = None

    # The claims found so far by kind, as places in `claims`; and how many of them are sorted so.
    _kinds: dict[str, list[int]] = field(default_factory=dict)
    _sorted: int = 0
    _started: dict[tuple[str, ...], tuple[int, list[int], list[Claim]]] = field(default_factory=dict)
    _where: dict[frozenset[str], list[int]] = field(default_factory=dict)
    _firsts: dict[str, list[int]] = field(default_factory=dict)
    _named: dict[tuple[str, ...], tuple[int, set[int]]] = field(default_factory=dict)
    _covered: dict[str, set[int]] = field(default_factory=dict)

    def of(self, category: str) -> list[Term]:
        """The lexicon terms of one table, in text order."""
        return self.terms.get(category, [])

    def firsts(self, category: str) -> list[int]:
        """The first tokens of the terms of one table, in text order."""
        if category not in self._firsts:
            self._firsts[category] = [term.first for term in self.of(category)]
        return self._firsts[category]

    def kind(self, *kinds: str) -> Iterator[Claim]:
        """The claims of these kinds found so far, in text order of each recogniser."""
        for index in range(self._sorted, len(self.claims)):
            self._kinds.setdefault(self.claims[index].kind, []).append(index)
        self._sorted = len(self.claims)
        places = [self._kinds[kind] for kind in kinds if kind in self._kinds]
        return map(self.claims.__getitem__, places[0] if len(places) == 1 else sorted(chain.from_iterable(places)))

    def starting(self, first: int, last: int, *kinds: str) -> list[Claim]:
        """The claims of these kinds found so far that start in tokens first:last, in text order; looked up, not searched for."""
        known = self._started.get(kinds)
        if known is None or known[0] != len(self.claims):
            claims = sorted(self.kind(*kinds), key=attrgetter("start"))
            known = self._started[kinds] = len(self.claims), [self.reading.token_at(claim.start) for claim in claims], claims
        _, starts, claims = known
        return claims[bisect_left(starts, first) : bisect_left(starts, last)]

    def within(self, keys: frozenset[str], first: int, last: int) -> list[int]:
        """The tokens of first:last with one of these keys, in order."""
        places = self.places(keys)
        low = bisect_left(places, first)
        return places[low : bisect_left(places, last, low)]

    def places(self, keys: frozenset[str]) -> list[int]:
        """The tokens with one of these keys, in order; looked up once a text."""
        places = self._where.get(keys)
        if places is None:
            places = self._where[keys] = self.reading.where(keys)
        return places

    def named(self, *kinds: str) -> Set[int]:
        """The tokens within the claims of these kinds found so far."""
        claims, at = list(self.kind(*kinds)), self.reading.token_at
        known = self._named.get(kinds)
        if known is None or known[0] != len(claims):
            tokens = {index for claim in claims for index in range(at(claim.start), at(claim.end))}
            known = self._named[kinds] = len(claims), tokens
        return known[1]

    def covered(self, category: str) -> Set[int]:
        """The tokens within the terms of one table."""
        known = self._covered.get(category)
        if known is None:
            known = self._covered[category] = set(self.firsts(category))
            # Most terms are one word.
            for first, last, _, _, _ in self.of(category):
                if last - first > 1:
                    known.update(range(first + 1, last))
        return known

    def keep(self, claims: list[Claim]) -> None:
        """Put these claims in the place of all found so far."""
        self.claims[:] = claims
        self._kinds, self._sorted, self._started, self._named = {}, 0, {}, {}

    def take(self, first: int, last: int, kind: str) -> None:
        """Mark tokens first:last as used up by a claim, so that a date's "24" is no count."""
        for index in range(first, last):
            self.taken[index] = kind

    def free(self, first: int, last: int) -> bool:
        """True when no claim has taken any of the tokens."""
        return first not in self.taken if last - first == 1 else self.taken.keys().isdisjoint(range(first, last))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Plain offsets of tokens first:last."""
        return self.reading.tokens[first].start, self.reading.tokens[last - 1].end
