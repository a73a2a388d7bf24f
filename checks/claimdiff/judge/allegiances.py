"""Operator: one person of two parties."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from claimdiff.judge.scene import Match, Place, Scene
from claimdiff.relations import AGREEING, relate
from claimdiff.relations.names import compared

# Surer where a version gives the other's party to somebody else: it has both.
_SURE, _OTHERS = 0.66, 0.88


def allied(scene: Scene) -> Iterator[Match]:
    """A person whom two versions set beside parties that have no word in common, and neither beside both."""
    held = [_held(scene, document) for document in range(len(scene.claims))]
    for mine, theirs in combinations(held, 2):
        for one, other in product(mine, theirs):
            if not _same_person(scene, one, other) or not _differ(scene, one, other):
                continue
            if _shared(scene, one, theirs) or _shared(scene, other, mine):
                continue
            crossed = _anothers(scene, one, theirs) or _anothers(scene, other, mine)
            yield Match("across", "different-party", (one, other), _OTHERS if crossed else _SURE, ("one person, two parties",))


def _held(scene: Scene, document: int) -> list[Place]:
    return [(document, n) for n, c in enumerate(scene.claims[document]) if c.kind == "allegiance" and not c.outside]


def _same_person(scene: Scene, one: Place, other: Place) -> bool:
    names = scene.claim(one).details["person"], scene.claim(other).details["person"]
    return compared(*names, scene.langs[one[0]], scene.langs[other[0]]).name in AGREEING | {"respelt"}


def _relation(scene: Scene, one: Place, other: Place) -> str:
    found = relate(scene.claim(one), scene.claim(other), scene.langs[one[0]], scene.langs[other[0]])
    return found.name if found else ""


def _differ(scene: Scene, one: Place, other: Place) -> bool:
    return _relation(scene, one, other) == "different"


def _shared(scene: Scene, place: Place, others: list[Place]) -> bool:
    """True when the other version sets the person beside this party, or one that may be it."""
    return any(_same_person(scene, place, o) and not _differ(scene, place, o) for o in others)


def _anothers(scene: Scene, place: Place, others: list[Place]) -> bool:
    """True when the other version sets somebody else beside this party."""
    return any(not _same_person(scene, place, o) and _relation(scene, place, o) == "equal" for o in others)
