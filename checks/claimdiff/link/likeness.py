"""How alike two passages are, and the surroundings of two claims: rare shared things count, cosine of weighted bags."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from claimdiff.link.side import Side

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

Bag = dict[str, float]
_DECAY: NDArray[np.float64] = np.exp(-np.arange(WINDOW + 2000) / REACH)


@dataclass(slots=True)
class Weighed:
    """A version's features with their weights in this comparison; `bags` and `norms` are its passages'."""

    side: Side
    keys: NDArray[np.object_]
    weights: NDArray[np.float64]
    starts: NDArray[np.int64]
    bags: list[Bag] = field(default_factory=list)
    norms: list[float] = field(default_factory=list)
    locals: dict[int, tuple[Bag, float]] = field(default_factory=dict)

    def local(self, claim: int) -> tuple[Bag, float]:
        """The surroundings of a claim, and their norm."""
        if claim not in self.locals:
            bag = self._surroundings(claim)
            self.locals[claim] = bag, math.sqrt(sum(w * w for w in bag.values()))
        return self.locals[claim]

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

    def claims(self, a: int, b: int) -> float:
        """Likeness 0..1 of what surrounds claim a and claim b, their own words left out."""
        if (a, b) not in self._known:
            mine, theirs = self.sides[0].local(a), self.sides[1].local(b)
            own = self.a.owned[a] | self.b.owned[b]
            near = _dot(mine[0], theirs[0]) - sum(mine[0].get(k, 0.0) * theirs[0].get(k, 0.0) for k in own)
            local = max(0.0, near) / (mine[1] * theirs[1]) if mine[1] and theirs[1] else 0.0
            score = 0.5 * self._passage_without(a, b) + 0.5 * local + self._prior(a, b)
            self._known[a, b] = round(min(1.0, max(0.0, score)), 6)
        return self._known[a, b]

    def _passage_without(self, a: int, b: int) -> float:
        i, j = self.a.home[a], self.b.home[b]
        one, other = self.sides
        bag_a, bag_b = one.bags[i], other.bags[j]
        own = self.a.owned[a] | self.b.owned[b]
        dot = self.passages[i].get(j, 0.0) * one.norms[i] * other.norms[j]
        dot -= sum(bag_a.get(k, 0.0) * bag_b.get(k, 0.0) for k in own)
        norm_a = one.norms[i] ** 2 - sum(bag_a.get(k, 0.0) ** 2 for k in self.a.owned[a])
        norm_b = other.norms[j] ** 2 - sum(bag_b.get(k, 0.0) ** 2 for k in self.b.owned[b])
        return max(0.0, dot) / math.sqrt(norm_a * norm_b) if norm_a > 1e-9 and norm_b > 1e-9 else 0.0

    def _prior(self, a: int, b: int) -> float:
        mine, theirs = max(1, len(self.a.passages)), max(1, len(self.b.passages))
        apart = abs(self.a.home[a] / mine - self.b.home[b] / theirs)
        return ORDER * (0.5 - apart) + ALONE / max(mine, theirs)

    def partners(self, which: int, passage: int, share: float = 0.6, least: float = 0.1) -> list[int]:
        """Passages of the other version that are, mutually, among the likest; likest first."""
        mine = (self.passages, self.backwards)[which][passage]
        theirs = (self.backwards, self.passages)[which]
        best = max(mine.values(), default=0.0)
        near = [(s, j) for j, s in mine.items() if s >= least and s >= share * best and s >= share * max(theirs[j].values())]
        return [j for s, j in sorted(near, key=lambda x: (-x[0], x[1]))]


def _dot(a: Bag, b: Bag) -> float:
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return math.fsum(small[k] * large[k] for k in small.keys() & large.keys())


def liken(a: Side, b: Side) -> Likeness:
    """Weigh what the two versions share, and compare their passages."""
    counts = [Counter(_passage_keys(side)) for side in (a, b)]
    total = len(a.passages) + len(b.passages)
    weights = {key: math.log(1 + total / (counts[0][key] + counts[1][key])) for key in counts[0].keys() | counts[1].keys()}
    for key in counts[0].keys() ^ counts[1].keys():
        weights[key] *= UNSHARED
    out = Likeness(a, b, (_weigh(a, weights), _weigh(b, weights)))
    _compare(out)
    return out


def _passage_keys(side: Side) -> list[str]:
    """Each key once a passage."""
    return [key for p in side.passages for key in {f.key for f in side.between(p.start, p.end)}]


def _weigh(side: Side, weights: Bag) -> Weighed:
    keys = np.array([f.key for f in side.features], dtype=object)
    weighed = np.array([f.weight * weights.get(f.key, 0.0) for f in side.features])
    out = Weighed(side, keys, weighed, np.array(side.starts, dtype=np.int64))
    for passage in side.passages:
        low, high = np.searchsorted(out.starts, (passage.start, passage.end))
        order = np.argsort(weighed[low:high], kind="stable")
        bag = dict(zip(keys[low:high][order].tolist(), weighed[low:high][order].tolist(), strict=True))
        out.bags.append(bag)
        out.norms.append(math.sqrt(math.fsum(w * w for w in bag.values())))
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
