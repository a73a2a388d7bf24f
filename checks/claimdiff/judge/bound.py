"""Operator: two figures that two versions give to two subjects, each to the other one's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product
from typing import NamedTuple

from claimdiff.judge.clauses import NAMES, PERSON, WORD, Clause, Subject, clauses
from claimdiff.judge.exchanges import found_exchanged
from claimdiff.judge.scene import Match, Place, Scene

# Two figures are told of together where the second is one of so many behind the first, so many sentences off at most;
# figures that stand alone in their sentences may be further apart, where names have them.
_NEXT, _APART, _FAR = 2, 1, 6
# Two figures that stand beside each other so often are no pair that is told.
_MOST = 12
# A subject stands so near its figure, in code points.
_NEAR = 110
_SURE_NAMES, _SURE_THINGS, _SURE_WORDS = 0.85, 0.75, 0.65

Key = tuple[str, str, str]
Matched = list[tuple[Subject, Subject]]


class _Pair(NamedTuple):
    """The clauses of two figures, the lesser one's first, and whether they are further apart than neighbours are."""

    low: Clause
    high: Clause
    far: bool


class _Crossed(NamedTuple):
    """What one version gives the lesser figure and the other the greater, and the other way round."""

    low: Matched
    high: Matched


def figures_bound(scene: Scene) -> Iterator[Match]:
    """Two figures of one kind and two subjects, which each version binds the other way round."""
    told = [clauses(scene, document) for document in range(len(scene.claims))]
    known = {frozenset(m.places) for m in scene.once(found_exchanged)}
    paired = [_pairs(scene, each) for each in told]
    for i, j in combinations(range(len(told)), 2):
        for key in paired[i].keys() & paired[j].keys():
            both = list(product(paired[i][key][:_MOST], paired[j][key][:_MOST]))
            match = _clearest(both, told[i], told[j])
            if match and frozenset(match.places) not in known:
                yield match


def _pairs(scene: Scene, told: list[Clause]) -> dict[Key, list[_Pair]]:
    """Family and two values -> the pairs of clauses that hold them, the nearest first."""
    out: dict[Key, list[_Pair]] = defaultdict(list)
    for number, one in enumerate(told):
        for step, other in enumerate(told[number + 1 : number + 1 + _FAR]):
            apart = other.passage - one.passage
            near = apart <= _APART and step < _NEXT
            if one.family == other.family and _comparable(scene, one, other) and (near or _each_alone(one, other, apart)):
                low, high = sorted((one, other), key=lambda c: c.value)
                out[one.family, low.value, high.value].append(_Pair(low, high, not near))
    return out


def _each_alone(one: Clause, other: Clause, apart: int) -> bool:
    return 0 < apart <= _FAR and one.alone and other.alone


def _comparable(scene: Scene, one: Clause, other: Clause) -> bool:
    """True for two values of one unit, or of which one is named without its unit."""
    mine, theirs = (scene.claim(c.place).unit for c in (one, other))
    return one.value != other.value and (mine == theirs or not (mine and theirs))


def _clearest(both: list[tuple[_Pair, _Pair]], mine: list[Clause], theirs: list[Clause]) -> Match | None:
    """The first exchange that is told clearly, unless the same figures are told of the same subjects as well."""
    straight = [_shared(one, other, crosswise=False) for one, other in both]
    if any(map(_keeps, straight)):
        return None
    worded = not any(low or high for low, high in straight)
    for one, other in both:
        crossed = _crossed(one, other, worded=worded)
        if crossed and not _told_straight(crossed, one, mine, theirs):
            return _match((one.low.place, one.high.place, other.high.place, other.low.place), crossed)
    return None


def _match(places: tuple[Place, ...], crossed: _Crossed) -> Match:
    first = crossed.low[0], crossed.high[0]
    people = all(s.sort == PERSON for pair in first for s in pair)
    sure = _SURE_NAMES if all(map(_named, first)) else _SURE_THINGS if all(map(_known, first)) else _SURE_WORDS
    return Match("across", "bound-to-people" if people else "bound", places, sure, ("each is told of what the other is told of",))


def _keeps(straight: _Crossed) -> bool:
    """True where both figures have the same subjects in both versions, or one of them the same name."""
    low, high = ([pair for pair in matched if _known(pair)] for matched in straight)
    return bool(low and high) or any(map(_named, (*low, *high)))


def _crossed(one: _Pair, other: _Pair, *, worded: bool) -> _Crossed | None:
    """The subjects of two pairs where each version has one for each figure, and the other version the other way round.

    worded: whether one of the two may be a word that is no noun for certain.
    """
    low, high = (sorted(matched, key=_rank) for matched in _shared(one, other, crosswise=True))
    if not (low and high) or not _enough(low[0], high[0], far=one.far or other.far, worded=worded):
        return None
    mine = one.low, low[0][0], one.high, high[0][0]
    theirs = other.high, low[0][1], other.low, high[0][1]
    return _Crossed(low, high) if _alternate(*mine) and _alternate(*theirs) else None


def _enough(low: tuple[Subject, Subject], high: tuple[Subject, Subject], *, far: bool, worded: bool) -> bool:
    if far:
        return _named(low) and _named(high)
    known = _known(low) + _known(high)
    return known == 2 or (worded and known == 1)


def _rank(pair: tuple[Subject, Subject]) -> int:
    return 0 if _named(pair) else 1 if _known(pair) else 2


def _named(pair: tuple[Subject, Subject]) -> bool:
    """True for one name: a noun with a capital is none, where it is shared for what it means."""
    return any(key.partition(":")[0] in NAMES for key in pair[0].keys & pair[1].keys)


def _known(pair: tuple[Subject, Subject]) -> bool:
    """True for one name, or one known thing."""
    return WORD not in (pair[0].sort, pair[1].sort) and bool(pair[0].keys & pair[1].keys)


def _shared(one: _Pair, other: _Pair, *, crosswise: bool) -> _Crossed:
    """What the clause of each figure names that one clause of the other version does, and no other of these four."""
    against = (other.high, other.low) if crosswise else (other.low, other.high)
    return _Crossed(_alike(one.low, one.high, *against), _alike(one.high, one.low, against[1], against[0]))


def _alike(one: Clause, beside: Clause, other: Clause, against: Clause) -> Matched:
    mine = [s for s in one.subjects if not _in(s, beside) and not _in(s, against)]
    theirs = [s for s in other.subjects if not _in(s, against) and not _in(s, beside)] if mine else []
    return [(a, b) for a in mine for b in theirs if a.same(b)]


def _in(subject: Subject, clause: Clause) -> bool:
    return any(subject.same(s) for s in clause.subjects)


def _alternate(one: Clause, first: Subject, other: Clause, second: Subject) -> bool:
    """True where subjects and figures take turns or the clauses are parted beyond doubt, and neither stands far off."""
    if max(abs(first.start - one.at), abs(second.start - other.at)) > _NEAR:
        return False
    if one.at > other.at:
        one, first, other, second = other, second, one, first
    before, behind = first.start < one.at, second.start > other.at
    return one.passage != other.passage or before != behind or before or one.parted


def _told_straight(crossed: _Crossed, one: _Pair, mine: list[Clause], theirs: list[Clause]) -> bool:
    """True where either version gives one of the figures to both subjects, in some clause or other."""
    low, high = (frozenset[str]().union(*(a.keys & b.keys for a, b in matched)) for matched in crossed)
    return (
        _gives(mine, one.low, high) or _gives(mine, one.high, low) or _gives(theirs, one.low, low) or _gives(theirs, one.high, high)
    )


def _gives(told: list[Clause], figure: Clause, keys: frozenset[str]) -> bool:
    """True where a clause with such a figure names one of these."""
    same = (c for c in told if (c.family, c.value) == (figure.family, figure.value))
    return any(s.keys & keys for c in same for s in c.subjects)
