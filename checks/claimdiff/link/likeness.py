"""How alike two passages are, and the surroundings of two claims: rare shared things count, cosine of weighted bags."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass, field

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
# A passage whose norm is less is empty but for what rounding left.
NOTHING = 1e-9

Bag = dict[str, float]
_DECAY: NDArray[np.float64] = np.exp(-np.arange(WINDOW + 2000) / REACH)


@dataclass(slots=True)
class Weighed:
    """A version's features with their weights in this comparison; `bags` and `norms` are its passages'."""

    side: Side
    shared: Set[str]
    keys: NDArray[np.object_]
    weights: NDArray[np.float64]
    starts: NDArray[np.int64]
    bags: list[Bag] = field(default_factory=list)
    norms: list[float] = field(default_factory=list)
    _locals: dict[int, tuple[Bag, float]] = field(default_factory=dict)
    _without: dict[int, float] = field(default_factory=dict)

    def local(self, claim: int) -> tuple[Bag, float]:
        """What both versions know of the surroundings of a claim, and the norm of all that surrounds it."""
        if claim not in self._locals:
            bag = self._surroundings(claim)
            known = {key: weight for key, weight in bag.items() if key in self.shared}
            self._locals[claim] = known, math.sqrt(_squares(bag.values()))
        return self._locals[claim]

    def without(self, claim: int) -> float:
        """The norm of a claim's passage without what the claim brings."""
        if claim not in self._without:
            home = self.side.home[claim]
            bag = self.bags[home]
            rest = self.norms[home] ** 2 - _squares(bag[k] for k in self.side.owned[claim] if k in bag)
            self._without[claim] = math.sqrt(rest) if rest > NOTHING else 0.0
        return self._without[claim]

    def _surroundings(self, number: int) -> Bag:
        claim, home = self.side.claims[number], self.side.passages[self.side.home[number]]
        low, high = np.searchsorted(self.starts, (claim.start - WINDOW, claim.end + WINDOW))
        at = self.starts[low:high]
        distance = np.where(at < claim.start, claim.start - at, at - claim.end)
        inside = np.where((at >= home.start) & (at < home.end), 1.0, ACROSS)
        weight = self.weights[low:high] * _DECAY[np.clip(distance, 0, len(_DECAY) - 1)] * inside
        weight[(at >= claim.start) & (at < claim.end)] = 0.0
        # The last of equal keys stays in the dictionary: in rising order that is the weightiest.
        order = np.argsort(weight, kind="stable")
        return dict(zip(self.keys[low:high][order].tolist(), weight[order].tolist(), strict=True))


@dataclass(slots=True)
class Likeness:
    """Two versions side by side; `passages[i]` maps passages of b to their cosine with passage i of a."""

    a: Side
    b: Side
    sides: tuple[Weighed, Weighed]
    passages: list[dict[int, float]] = field(default_factory=list)
    backwards: list[dict[int, float]] = field(default_factory=list)
    _known: dict[tuple[int, int], float] = field(default_factory=dict)
    _relations: dict[tuple[int, int], Relation | None] = field(default_factory=dict)
    _best: list[list[float]] = field(default_factory=list)
    _singled: Singled | None = None
    _followed: float | None = None
    _weekdays: tuple[frozenset[str | None], frozenset[str | None]] | None = None

    def claims(self, a: int, b: int) -> float:
        """Likeness 0..1 of what surrounds claim a and claim b, their own words left out."""
        if (a, b) not in self._known:
            mine, theirs = self.sides[0].local(a), self.sides[1].local(b)
            own = self.a.owned[a] | self.b.owned[b]
            norm = mine[1] * theirs[1]
            local = max(0.0, _dot(mine[0], theirs[0]) - _dot_of(own, mine[0], theirs[0])) / norm if norm else 0.0
            score = 0.5 * self._passage_without(a, b, own) + 0.5 * local + self._prior(a, b)
            self._known[a, b] = round(min(1.0, max(0.0, score)), 6)
        return self._known[a, b]

    def relation(self, a: int, b: int) -> Relation | None:
        """How claim a and claim b compare; claims that say the same are compared once."""
        same = self.a.alike[a], self.b.alike[b]
        if same not in self._relations:
            self._relations[same] = relate(self.a.claims[a], self.b.claims[b], self.a.lang, self.b.lang)
        return self._relations[same]

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

    def _passage_without(self, a: int, b: int, own: frozenset[str]) -> float:
        i, j = self.a.home[a], self.b.home[b]
        one, other = self.sides
        norm = one.without(a) * other.without(b)
        if not norm:
            return 0.0
        dot = self.passages[i].get(j, 0.0) * one.norms[i] * other.norms[j] - _dot_of(own, one.bags[i], other.bags[j])
        return max(0.0, dot) / norm

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
        near = [(s, j) for j, s in mine.items() if s >= enough and s >= share * theirs[j]]
        return [j for s, j in sorted(near, key=lambda x: (-x[0], x[1]))]


# Sums are exact (fsum), so that no order of adding shows in the last digit.
def _dot(a: Bag, b: Bag) -> float:
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return math.fsum([weight * large[key] for key, weight in small.items() if key in large])


def _dot_of(keys: Iterable[str], a: Bag, b: Bag) -> float:
    return math.fsum([a[key] * b[key] for key in keys if key in a and key in b])


def _squares(weights: Iterable[float]) -> float:
    return math.fsum([weight * weight for weight in weights])


def liken(a: Side, b: Side) -> Likeness:
    """Weigh what the two versions share, and compare their passages."""
    counts = [Counter(_passage_keys(side)) for side in (a, b)]
    total = len(a.passages) + len(b.passages)
    weights = {key: math.log(1 + total / (counts[0][key] + counts[1][key])) for key in counts[0].keys() | counts[1].keys()}
    for key in counts[0].keys() ^ counts[1].keys():
        weights[key] *= UNSHARED
    shared = counts[0].keys() & counts[1].keys()
    out = Likeness(a, b, (_weigh(a, weights, shared), _weigh(b, weights, shared)))
    _compare(out)
    return out


def _passage_keys(side: Side) -> list[str]:
    """Each key once a passage."""
    return [key for p in side.passages for key in {f.key for f in side.between(p.start, p.end)}]


def _weigh(side: Side, weights: Bag, shared: Set[str]) -> Weighed:
    keys = np.array([f.key for f in side.features], dtype=object)
    weighed = np.array([f.weight * weights.get(f.key, 0.0) for f in side.features])
    out = Weighed(side, shared, keys, weighed, np.array(side.starts, dtype=np.int64))
    for passage in side.passages:
        low, high = np.searchsorted(out.starts, (passage.start, passage.end))
        order = np.argsort(weighed[low:high], kind="stable")
        bag = dict(zip(keys[low:high][order].tolist(), weighed[low:high][order].tolist(), strict=True))
        out.bags.append(bag)
        out.norms.append(math.sqrt(_squares(bag.values())))
    return out


def _compare(out: Likeness) -> None:
    postings: dict[str, list[int]] = defaultdict(list)
    for j, bag in enumerate(out.sides[1].bags):
        for key in bag:
            postings[key].append(j)
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


def _scores(out: Likeness, i: int, bag: Bag, postings: dict[str, list[int]]) -> dict[int, float]:
    dots: dict[int, float] = defaultdict(float)
    theirs, norms = out.sides[1].bags, (out.sides[0].norms, out.sides[1].norms)
    for key, weight in bag.items():
        where = postings.get(key, ())
        if len(where) <= COMMON:
            for j in where:
                dots[j] += weight * theirs[j][key]
    return {j: round(dot / (norms[0][i] * norms[1][j]), 6) for j, dot in dots.items() if norms[0][i] and norms[1][j]}


def _likest(row: dict[int, float]) -> list[int]:
    return [j for j, _ in sorted(row.items(), key=lambda x: (-x[1], x[0]))[:PARTNERS]]
