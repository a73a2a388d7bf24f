"""Operator: two people who change what they did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from claimdiff.judge.bearing import full
from claimdiff.judge.crossed import Crossed, Homes, Told, cross, weight
from claimdiff.judge.exchanges import people_exchanged
from claimdiff.judge.scene import Match, Place, Scene

# So many passages apart, at most, two people's doings are told together.
APART = 1
# A word that each version says once is told of either person, at least; what both tell of one weighs no more than this share.
LEAST, STRAIGHT = 1.0, 0.25
# Who is named in more passages than these, where little is told, is told of a lot.
LITTLE, FEW = 2.5, 3
_SURE = 0.75


def doings_exchanged(scene: Scene) -> Iterator[Match]:
    """Two people of whom two versions tell the same two things, each of the other."""
    yield from scene.once(_found)


def _found(scene: Scene) -> list[Match]:
    """By how alike all that is told of them is, or by the words that only these two versions share."""
    found = list(people_exchanged(scene))
    told = {who(scene, match.places) for match in found}
    for crossed in scene.once(sides):
        found += [match for match in _exchanged(crossed) if who(scene, match.places) not in told]
    return found


def who(scene: Scene, places: Sequence[Place]) -> frozenset[tuple[int, str]]:
    """The people named at these places, each with the version."""
    return frozenset((p[0], full(scene.claim(p))) for p in places)


def sides(scene: Scene) -> list[Crossed]:
    """The versions of a story that name people, two by two."""
    named = [n for n, claims in enumerate(scene.claims) if any(c.kind == "person" and not c.outside for c in claims)]
    return [cross(scene, i, j) for i, j in combinations(named, 2)]


def _exchanged(crossed: Crossed) -> Iterator[Match]:
    """The exchange of each two people that most is told of."""
    best: dict[tuple[str, str], tuple[float, Told, Told]] = {}
    across, straight = Homes(crossed.across), Homes(crossed.straight)
    for one, other in _pairs(crossed, across):
        near = across.beside(one.passages, APART)
        mine, theirs = (weight(_alike(near, t)) for t in (one, other))
        same = weight(t for t in straight.beside(one.passages, APART) if not t.describes and _of_these(t, one, other))
        total = mine + theirs
        if min(mine, theirs) < LEAST or same > STRAIGHT * total or (total <= LITTLE and _everywhere(crossed, one, other)):
            continue
        names = one.a.name, other.a.name
        if names not in best or total > best[names][0]:
            best[names] = total, one, other
    for total, one, other in best.values():
        places = one.a.place, other.a.place, one.b.place, other.b.place
        yield Match("across", "exchanged", places, _SURE, (f"words told of the other one weigh {total:.1f}",))


def _pairs(crossed: Crossed, across: Homes) -> Iterator[tuple[Told, Told]]:
    """Two words told crosswise of two people, in the same passages or beside them; the first of a pair by name comes first."""
    for one in crossed.across:
        for other in across.beside(one.passages, APART):
            turned = one.a.name < other.a.name and crossed.same(one.a.place, other.b.place)
            if turned and crossed.same(other.a.place, one.b.place):
                yield one, other


def _alike(told: list[Told], one: Told) -> list[Told]:
    return [t for t in told if (t.a.name, t.b.name) == (one.a.name, one.b.name)]


def _of_these(told: Told, one: Told, other: Told) -> bool:
    return told.a.name in (one.a.name, other.a.name)


def _everywhere(crossed: Crossed, one: Told, other: Told) -> bool:
    """True where a version names one of the two again and again."""
    return any(_homes(crossed.scene, b.place) > FEW for b in (one.a, one.b, other.a, other.b))


def _homes(scene: Scene, place: Place) -> int:
    """The number of passages that name this person."""
    name, document = full(scene.claim(place)), place[0]
    told = ((document, n) for n, c in enumerate(scene.claims[document]) if c.kind == "person" and full(c) == name)
    return len({passage.number for p in told if (passage := scene.passage(p))})
