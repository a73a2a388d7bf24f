"""A version as the planters see it: its claims, which of them another version makes too, and the lexicon terms in it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from claimdiff.language import Language, Row
from claimdiff.model import Claim, Link, Passage, Version
from claimdiff.mutate.plant import Edit, Plant, drawn
from claimdiff.relations import AGREEING, relate

# A sentence with so many claims that one sentence of another version makes as well is told there too.
SHARED = 2
# What lies in another place or time is not said by it: nobody sees that one of its places is wrong.
SAYING = AGREEING - {"narrower", "broader"}


class Spot(NamedTuple):
    """A term of the lexicon where it stands in the version's text."""

    start: int
    end: int
    id: str
    row: Row


@dataclass(eq=False)
class Ground:
    """One version of a story, laid out for planting."""

    document: int
    version: Version
    passages: list[Passage]
    claims: list[Claim]
    language: Language
    partners: dict[int, list[Claim]]
    told_together: frozenset[int]
    seed: int = 0
    spoilt: list[tuple[int, int]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The version's text, markup and all."""
        return self.version.text

    def words(self, claim: Claim) -> str:
        """The words of a claim."""
        return self.text[claim.start : claim.end]

    def of(self, *kinds: str) -> Iterator[tuple[int, Claim]]:
        """The claims of these kinds that stand in plain words of their own, with their numbers."""
        return ((n, c) for n, c in enumerate(self.claims) if c.kind in kinds and self.plain(c.start, c.end))

    def plain(self, start: int, end: int) -> bool:
        """True where no markup stands between the words, and nothing was told of them before anything was planted."""
        clean = self.version.readable[start:end] == self.text[start:end]
        return clean and "\n" not in self.text[start:end] and not any(s < end and start < e for s, e in self.spoilt)

    def home(self, offset: int) -> int:
        """The number of the passage that holds the offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    @cached_property
    def _starts(self) -> list[int]:
        return [p.start for p in self.passages]

    @cached_property
    def _terms(self) -> dict[str, list[Spot]]:
        reading = self.language.read(self.version.readable)
        out: dict[str, list[Spot]] = {}
        for category, terms in self.language.terms(reading).items():
            out[category] = [
                Spot(*reading.plain.source(reading.tokens[t.first].start, reading.tokens[t.last - 1].end), t.id, t.row)
                for t in terms
            ]
        return out

    def spots(self, category: str, start: int = 0, end: int | None = None) -> list[Spot]:
        """The terms of a table between two offsets."""
        last = len(self.text) if end is None else end
        return [s for s in self._terms.get(category, ()) if start <= s.start and s.end <= last and self.plain(s.start, s.end)]

    def exact(self, number: int) -> bool:
        """True when a claim and those that agree with it in other versions give one value, without "about" and "more than"."""
        mine = self.claims[number]
        all_of_them = [mine, *self.partners.get(number, ())]
        hedged = any(c.details.get("approximate") or c.details.get("bound") or c.details.get("share") for c in all_of_them)
        return not hedged and {c.value for c in all_of_them} == {mine.value}

    def plant(self, kind: str, edits: Iterable[tuple[int, int, str]], number: int | None, linked: bool | None = None) -> Plant:
        """A plant in this version; it is linked when the claim that it makes wrong is."""
        said = (number in self.partners) if linked is None else linked
        return Plant(kind, self.document, tuple(Edit(*e) for e in edits), said, number)

    def one(self, kind: str, number: int, start: int, end: int, choices: Sequence[str]) -> Iterator[Plant]:
        """A plant of one of the choices in place of start:end; none where nothing is left to choose."""
        fit = [c for c in dict.fromkeys(choices) if c and c != self.text[start:end] and not set(c) & _MARKUP]
        if fit and self.plain(start, end):
            yield self.plant(kind, [(start, end, drawn(fit, self.seed, kind, self.document, start))], number)


_MARKUP = frozenset("&<>`*_|\n")


def partners(document: int, claims: list[list[Claim]], langs: list[str], links: Iterable[Link]) -> dict[int, list[Claim]]:
    """The number of a claim -> the claims of other versions that are linked to it and say the same."""
    out: dict[int, list[Claim]] = defaultdict(list)
    for link in links:
        for (mine, number), (theirs, other) in ((link.a, link.b), (link.b, link.a)):
            if mine == document and _says(claims[mine][number], claims[theirs][other], langs[mine], langs[theirs]):
                out[number].append(claims[theirs][other])
    return dict(out)


def _says(a: Claim, b: Claim, lang: str, other: str) -> bool:
    relation = relate(a, b, lang, other)
    return relation is not None and relation.name in SAYING


def told_together(document: int, read: list[tuple[list[Passage], list[Claim]]], links: Iterable[Link]) -> frozenset[int]:
    """The passages of a version that one passage of another tells as well, by the claims that they share."""
    starts = [[p.start for p in passages] for passages, _ in read]
    shared: Counter[tuple[int, int, int]] = Counter()
    for link in links:
        for (mine, number), (theirs, other) in ((link.a, link.b), (link.b, link.a)):
            if mine == document:
                here = bisect_right(starts[mine], read[mine][1][number].start) - 1
                shared[here, theirs, bisect_right(starts[theirs], read[theirs][1][other].start) - 1] += 1
    return frozenset(here for (here, _, _), count in shared.items() if count >= SHARED)
