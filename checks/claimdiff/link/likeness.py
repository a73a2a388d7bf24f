"""How alike two passages are, and the surroundings of two claims: rare shared things count, cosine of weighted bags."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from itertools import chain, count, islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from claimdiff.link.side import Side
from claimdiff.link.singled import Singled
from claimdiff.relations import AGREEING, Relation, relate
from claimdiff.relations.dates import weekday

# Half-life of the influence of a neighbour on a claim, in code points, and what a sentence end takes from it.
REACH, ACROSS = 80.0, 0.4
# How far the surroundings of a claim go: beyond, a neighbour's weight is under a twentieth.
WINDOW = int(3 * REACH)
# A weak prior: the same fact tends to stand at the same place of the story.
ORDER = 0.1
# Where there is little to choose from, little speaks for another place: shared out over the passages of the longer version.
ALONE = 0.2
# Something that the other version never says counts half against likeness: it may be new there.
UNSHARED = 0.5
# Passages compared with each passage; the rest shares next to nothing.
PARTNERS = 8
# A feature in more passages than this tells nothing and would make long stories slow.
COMMON = 40
# A version that has so many of the other's passages in their order translates it; stories told anew are mostly under 0.7.
TRANSLATED = 0.75
# A passage whose norm is less is empty but for what rounding left.
NOTHING = 1e-9

Bag = dict[str, float]
# No relation is one that is known as well.
_UNTOLD = Relation("")
_DECAY: NDArray[np.float64] = np.exp(-np.arange(WINDOW + 2000) / REACH)


class Surroundings(NamedTuple):
    """What both versions know around a claim, but for what the claim brings itself: numbers of keys and their weights.

    `norm` is that of all around it.
    """

    numbers: NDArray[np.int64]
    weights: NDArray[np.float64]
    norm: float


@dataclass(slots=True)
class Weighed:
    """A version's features with their weights in this comparison; `bags` and `norms` are its passages'.

    `numbers[f]` is the number of feature f's key, `before[f]` the feature before it with that key (-1: none), `shared[f]`
    whether the other version has the key too.
    """

    side: Side
    keys: Set[str]
    weights: NDArray[np.float64]
    starts: NDArray[np.int64]
    numbers: NDArray[np.int64]
    before: NDArray[np.int64]
    shared: NDArray[np.bool_]
    bags: list[Bag] = field(default_factory=list)
    norms: list[float] = field(default_factory=list)
    _heaviest: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    _locals: dict[int, Surroundings] = field(default_factory=dict)
    _without: dict[int, float] = field(default_factory=dict)
    _owned: dict[int, frozenset[str]] = field(default_factory=dict)

    def owned(self, claim: int) -> frozenset[str]:
        """What a claim brings that both versions have."""
        known = self._owned.get(claim)
        if known is None:
            known = self._owned[claim] = self.side.owned[claim].intersection(self.keys)
        return known

    def local(self, claim: int) -> Surroundings:
        """The surroundings of a claim, its own words left out."""
        known = self._locals.get(claim)
        if known is None:
            known = self._locals[claim] = self._surroundings(claim)
        return known

    def without(self, claim: int) -> float:
        """The norm of a claim's passage without what the claim brings."""
        known = self._without.get(claim)
        if known is None:
            home = self.side.home[claim]
            bag = self.bags[home]
            rest = self.norms[home] ** 2 - _squares([bag[k] for k in self.side.owned[claim] if k in bag])
            known = self._without[claim] = math.sqrt(rest) if rest > NOTHING else 0.0
        return known

    def heaviest(self, numbers: NDArray[np.int64], weights: NDArray[np.float64], told: NDArray[np.int64]) -> NDArray[np.float64]:
        """For each of the keys `told` the most that one of these places weighs; all have numbers."""
        if not len(self._heaviest):
            self._heaviest = np.zeros(int(self.numbers.max(initial=-1)) + 1)
        np.maximum.at(self._heaviest, numbers, weights)
        heaviest = self._heaviest[told]
        self._heaviest[told] = 0.0
        return heaviest

    def _surroundings(self, number: int) -> Surroundings:
        claim, side = self.side.claims[number], self.side
        here = side.between(claim.start - WINDOW, claim.end + WINDOW)
        own, inside = side.places[number], side.spans[side.home[number]]
        low, at, numbers = here.start, self.starts[here], self.numbers[here]
        weight = self.weights[here] * _DECAY.take(np.maximum(claim.start - at, at - claim.end), mode="clip")
        weight[: max(0, inside.start - low)] *= ACROSS
        weight[max(0, inside.stop - low) :] *= ACROSS
        weight[own.start - low : own.stop - low] = 0.0
        # Of each key the first place stands for all, with the most that any of them weighs.
        first = (self.before[here] < low).nonzero()[0]
        heaviest = self.heaviest(numbers, weight, numbers[first])
        # In text order whichever version comes first: no exact sum is needed.
        norm = math.sqrt(sum((heaviest * heaviest).tolist()))
        kept = self.shared[here][first]
        if side.owned[number]:
            kept &= ~self._held(numbers[own.start - low : own.stop - low], numbers[first])
        return Surroundings(numbers[first][kept], heaviest[kept], norm)

    def _held(self, some: NDArray[np.int64], numbers: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which of these numbers are among some."""
        self._heaviest[some] = 1.0
        held: NDArray[np.bool_] = self._heaviest[numbers] > 0.0
        self._heaviest[some] = 0.0
        return held


@dataclass(slots=True)
class Likeness:
    """Two versions side by side; `passages[i]` maps passages of b to their cosine with passage i of a.

    `numbers` counts the keys off that the versions share.
    """

    a: Side
    b: Side
    sides: tuple[Weighed, Weighed]
    numbers: dict[str, int]
    passages: list[dict[int, float]] = field(default_factory=list)
    backwards: list[dict[int, float]] = field(default_factory=list)
    _room: NDArray[np.float64] = field(init=False)
    _laid: Surroundings | None = None
    _known: dict[tuple[int, int], float] = field(default_factory=dict)
    _relations: dict[tuple[int, int], Relation | None] = field(default_factory=dict)
    _best: list[list[float]] = field(default_factory=list)
    _singled: Singled | None = None
    _followed: float | None = None
    _weekdays: tuple[frozenset[str | None], frozenset[str | None]] | None = None

    def __post_init__(self) -> None:
        # The weights around the claim of a that was compared last, by the numbers of their keys.
        self._room = np.zeros(len(self.numbers))

    def claims(self, a: int, b: int) -> float:
        """Likeness 0..1 of what surrounds claim a and claim b, their own words left out."""
        known = self._known.get((a, b))
        if known is None:
            score = 0.5 * self._passage_without(a, b) + 0.5 * self._local(a, b) + self._prior(a, b)
            known = self._known[a, b] = round(min(1.0, max(0.0, score)), 6)
        return known

    def relation(self, a: int, b: int) -> Relation | None:
        """How claim a and claim b compare; claims that say the same are compared once."""
        same = self.a.alike[a], self.b.alike[b]
        known = self._relations.get(same, _UNTOLD)
        if known is _UNTOLD:
            known = self._relations[same] = relate(self.a.claims[a], self.b.claims[b], self.a.lang, self.b.lang)
        return known

    def agree(self, a: int, b: int) -> bool:
        """True when nothing in the two claims contradicts the other."""
        relation = self.relation(a, b)
        return relation is not None and relation.name in AGREEING

    @property
    def singled(self) -> Singled:
        """Which figures each version tells but once."""
        self._singled = self._singled or Singled(self.a, self.b)
        return self._singled

    @property
    def followed(self) -> float:
        """The share 0..1 of passages that the other version has in the same order: a translation has most of them."""
        if self._followed is None:
            # The longest run of rising partners, by the least end of a run of each length.
            ends: list[int] = []
            for i in range(len(self.passages)):
                j = self.likest(i)
                if j is not None:
                    at = bisect_left(ends, j)
                    ends[at : at + 1] = [j]
            self._followed = len(ends) / max(1, len(self.passages), len(self.backwards))
        return self._followed

    def likest(self, passage: int) -> int | None:
        """The passage of b that is as like this one of a as none else, both ways."""
        mine = self.passages[passage]
        best = min(mine, key=lambda j: (-mine[j], j), default=None)
        return None if best is None or any(s > mine[best] for s in self.backwards[best].values()) else best

    def weekdays(self) -> tuple[frozenset[str | None], frozenset[str | None]]:
        """The weekdays that the dates of each version say or fall on."""
        if self._weekdays is None:
            mine, theirs = (
                frozenset(map(weekday, (c for c in side.claims if c.kind == "date"))) - {None} for side in (self.a, self.b)
            )
            self._weekdays = mine, theirs
        return self._weekdays

    def _local(self, a: int, b: int) -> float:
        """The cosine of what surrounds the two claims, without what is their own."""
        one, other = self.sides[0].local(a), self.sides[1].local(b)
        norm = one.norm * other.norm
        if not norm:
            return 0.0
        if one is not self._laid:
            if self._laid is not None:
                self._room[self._laid.numbers] = 0.0
            self._room[one.numbers] = one.weights
            self._laid = one
        return math.fsum((self._room[other.numbers] * other.weights).tolist()) / norm

    def _passage_without(self, a: int, b: int) -> float:
        i, j = self.a.home[a], self.b.home[b]
        alike = self.passages[i].get(j)
        if not alike:
            return 0.0
        one, other = self.sides
        norm = one.without(a) * other.without(b)
        if not norm:
            return 0.0
        own = one.owned(a) | other.owned(b)
        return max(0.0, alike * one.norms[i] * other.norms[j] - _dot_of(own, one.bags[i], other.bags[j])) / norm

    def _prior(self, a: int, b: int) -> float:
        mine, theirs = max(1, len(self.a.passages)), max(1, len(self.b.passages))
        apart = abs(self.a.home[a] / mine - self.b.home[b] / theirs)
        return ORDER * (0.5 - apart) + ALONE / max(mine, theirs)

    def partners(self, which: int, passage: int, share: float = 0.6, least: float = 0.1) -> list[int]:
        """Passages of the other version that are, mutually, among the likest; likest first."""
        if not self._best:
            self._best = [[max(row.values(), default=0.0) for row in rows] for rows in (self.passages, self.backwards)]
        mine = (self.passages, self.backwards)[which][passage]
        enough, theirs = max(least, share * self._best[which][passage]), self._best[1 - which]
        return [j for _, j in sorted([(-s, j) for j, s in mine.items() if s >= enough and s >= share * theirs[j]])]


# Sums are exact (fsum), so that no order of adding shows in the last digit.
def _dot_of(keys: Iterable[str], a: Bag, b: Bag) -> float:
    return math.fsum([a[key] * b[key] for key in keys if key in a and key in b])


def _squares(weights: Iterable[float]) -> float:
    return math.fsum([weight * weight for weight in weights])


def liken(a: Side, b: Side) -> Likeness:
    """Weigh what the two versions share, and compare their passages."""
    one, other = (Counter(_passage_keys(side)) for side in (a, b))
    total = len(a.passages) + len(b.passages)
    shared = {key: number for number, key in enumerate(one.keys() & other.keys())}
    rare = [0.0, *(math.log(1 + total / times) for times in range(1, total + 1))]
    unshared = [UNSHARED * weight for weight in rare]
    weights = [rare[one[key] + other[key]] for key in shared]
    mine, theirs = (_weigh(side, shared, weights, (held, unshared)) for side, held in ((a, one), (b, other)))
    out = Likeness(a, b, (mine, theirs), shared)
    _compare(out)
    return out


def _passage_keys(side: Side) -> Iterator[str]:
    """Each key once a passage."""
    return chain.from_iterable(set(side.keys[here]) for here in side.spans)


def _weigh(side: Side, shared: dict[str, int], weights: list[float], alone: tuple[Counter[str], list[float]]) -> Weighed:
    """The features of a side weighed; the keys that both sides have keep their numbers.

    weights: of the shared keys; alone: in how many passages each key stands, and what one of this side alone then weighs.
    """
    numbers = dict(zip(dict.fromkeys(chain(shared, side.keys)), count(), strict=False))
    held, worth = alone
    told = [*weights, *(worth[held[key]] for key in islice(numbers, len(shared), None))]
    numbered = np.fromiter(map(numbers.__getitem__, side.keys), np.int64, len(side.keys))
    weighed = np.array(side.weights) * np.array(told)[numbered]
    starts = np.array(side.starts, dtype=np.int64)
    out = Weighed(side, shared.keys(), weighed, starts, numbered, _before(numbered), numbered < len(shared))
    for here in side.spans:
        bag = dict(zip(side.keys[here], out.heaviest(numbered[here], weighed[here], numbered[here]).tolist(), strict=True))
        out.bags.append(bag)
        out.norms.append(math.sqrt(_squares(bag.values())))
    return out


def _before(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each place the one before it with the same number, -1 for none."""
    order = np.argsort(numbers, kind="stable")
    same = numbers[order[1:]] == numbers[order[:-1]]
    out = np.full(len(numbers), -1, dtype=np.int64)
    out[order[1:][same]] = order[:-1][same]
    return out


def _compare(out: Likeness) -> None:
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for j, bag in enumerate(out.sides[1].bags):
        for key, weight in bag.items():
            if key in out.numbers:
                postings[key].append((j, weight))
    postings = {key: where for key, where in postings.items() if len(where) <= COMMON}
    scores = [_scores(out, i, bag, postings) for i, bag in enumerate(out.sides[0].bags)]
    columns: list[dict[int, float]] = [{} for _ in out.b.passages]
    for i, row in enumerate(scores):
        for j, score in row.items():
            columns[j][i] = score
    # Kept when among the likest of either side, so that exchanged versions keep the same pairs.
    kept = {(i, j) for i, row in enumerate(scores) for j in _likest(row)} | {
        (i, j) for j, c in enumerate(columns) for i in _likest(c)
    }
    out.passages = [{j: s for j, s in row.items() if (i, j) in kept} for i, row in enumerate(scores)]
    out.backwards = [{i: s for i, s in column.items() if (i, j) in kept} for j, column in enumerate(columns)]


def _scores(out: Likeness, i: int, bag: Bag, postings: dict[str, list[tuple[int, float]]]) -> dict[int, float]:
    dots: dict[int, float] = defaultdict(float)
    mine, theirs = out.sides[0].norms[i], out.sides[1].norms
    for key, weight in bag.items():
        for j, other in postings.get(key, ()):
            dots[j] += weight * other
    return {j: round(dot / (mine * theirs[j]), 6) for j, dot in dots.items() if mine and theirs[j]}


def _likest(row: dict[int, float]) -> list[int]:
    return [j for j, _ in sorted(row.items(), key=lambda x: (-x[1], x[0]))[:PARTNERS]]
