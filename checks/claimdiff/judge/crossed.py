"""What two versions tell of whom: the words that both tell of one person, and those that each tells of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

from claimdiff.judge.bearing import FIGURES, Bearer, Said, bearing, full
from claimdiff.judge.meanings import shared
from claimdiff.judge.scene import Place, Scene
from claimdiff.relations import AGREEING
from claimdiff.relations.names import compared

# What only says who somebody is: that both versions say it of one person tells nothing of who did what.
_DESCRIBING = "roles:"


class Told(NamedTuple):
    """A word that two versions share: where, in which passages, of whom each tells it, how rare it is, and whether it describes."""

    start: int
    passages: tuple[int, int]
    a: Bearer
    b: Bearer
    weight: float
    describes: bool


@dataclass(slots=True)
class Crossed:
    """Two versions side by side: the words told of one person by both, and of one by the one and of another by the other."""

    scene: Scene
    documents: tuple[int, int]
    straight: list[Told] = field(default_factory=list)
    across: list[Told] = field(default_factory=list)
    # (passage, passage) -> where in the first a word stands that both share -> its weight
    common: dict[tuple[int, int], dict[int, float]] = field(default_factory=lambda: defaultdict(dict))
    _same: dict[tuple[str, str], bool | None] = field(default_factory=dict)
    _people: tuple[dict[str, Place], dict[str, Place]] = ({}, {})
    _known: dict[tuple[int, str], bool] = field(default_factory=dict)

    def same(self, one: Place, other: Place) -> bool | None:
        """Whether a person of the first version is one of the second; None where one name may be part of the other."""
        key = full(self.scene.claim(one)), full(self.scene.claim(other))
        if key not in self._same:
            relation = compared(*key, self.scene.langs[one[0]], self.scene.langs[other[0]])
            mine, theirs = (set(name.replace("-", " ").split()) for name in key)
            part = None if mine <= theirs or theirs <= mine else False
            self._same[key] = True if relation.name in AGREEING | {"respelt"} else part
        return self._same[key]

    def known(self, side: int, place: Place) -> bool:
        """True when the other version names this person of the first or second one as well."""
        name = full(self.scene.claim(place))
        if (side, name) not in self._known:
            if not self._people[side]:
                self._people = _people(self.scene, self.documents[0]), _people(self.scene, self.documents[1])
            others = self._people[1 - side]
            met = (self.same(*((other, place) if side else (place, other))) for other in others.values())
            self._known[side, name] = name in others or any(met)
        return self._known[side, name]


def cross(scene: Scene, i: int, j: int) -> Crossed:
    """The versions i and j side by side."""
    out = Crossed(scene, (i, j))
    for one, other, weight in shared(bearing(scene, i), bearing(scene, j)):
        homes = one.passage, other.passage
        out.common[homes][one.start] = max(weight, out.common[homes].get(one.start, 0.0))
        told = list(_told(one, other, weight))
        same = {out.same(t.a.place, t.b.place) for t in told}
        if same == {True}:
            out.straight += told
        elif same == {False} and not _figure(one):
            out.across += [t for t in told if out.known(0, t.a.place) and out.known(1, t.b.place)]
    return out


def _told(one: Said, other: Said, weight: float) -> Iterable[Told]:
    describes = any(key.startswith(_DESCRIBING) for key in (*one.keys, *other.keys))
    for a in one.bearers:
        for b in other.bearers:
            if not (a.side and b.side and a.side != b.side):
                yield Told(one.start, (one.passage, other.passage), a, b, weight, describes)


def _figure(said: Said) -> bool:
    """True for a bare figure: two that change places are another finding."""
    return not said.letters and all(key.partition(":")[0] in FIGURES for key in said.keys)


def _people(scene: Scene, document: int) -> dict[str, Place]:
    """The people of a version by their fullest names, each where first named."""
    told = [((document, n), c) for n, c in enumerate(scene.claims[document]) if c.kind == "person" and not c.outside]
    return {full(c): p for p, c in reversed(told)}


def weight(told: Iterable[Told]) -> float:
    """How much words weigh together, each counted once."""
    heaviest: dict[int, float] = {}
    for one in told:
        heaviest[one.start] = max(one.weight, heaviest.get(one.start, 0.0))
    return sum(heaviest.values())


class Homes:
    """Shared words by the passages that they stand in."""

    def __init__(self, told: Iterable[Told]) -> None:
        """These words."""
        self._homes: dict[tuple[int, int], list[Told]] = defaultdict(list)
        for one in told:
            self._homes[one.passages].append(one)

    def beside(self, passages: tuple[int, int], apart: int) -> list[Told]:
        """Those that stand in these passages or, in both versions, at most so many apart."""
        steps = product(range(-apart, apart + 1), repeat=2)
        return [t for x, y in steps for t in self._homes.get((passages[0] + x, passages[1] + y), ())]
