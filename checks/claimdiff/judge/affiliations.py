"""Operator: one person set beside two bodies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from claimdiff.judge.scene import Match, Place, Scene
from claimdiff.language import world
from claimdiff.model import Claim
from claimdiff.relations import AGREEING, Relation, relate
from claimdiff.relations.names import compared
from claimdiff.relations.organisations import seated_apart

_SURE = 0.9
_APART = frozenset({"different", "different-field"})


def affiliated(scene: Scene) -> Iterator[Match]:
    """A person whom one version sets beside one body and another version beside another of the same kind, and none beside both."""
    beside = [_beside(scene, document) for document in range(len(scene.claims))]
    for mine, theirs in combinations(beside, 2):
        for one, other in product(mine, theirs):
            relation = _relation(scene, one, other) if _same_person(scene, one, other) else None
            if relation is None or relation.name not in _APART or not _same_kind(scene, one, other):
                continue
            if not _shared(scene, one, theirs) and not _shared(scene, other, mine):
                yield Match("across", "different-body", (one, other), _SURE * relation.weight, (relation.why,))


def _beside(scene: Scene, document: int) -> list[Place]:
    claims = enumerate(scene.claims[document])
    return [(document, n) for n, c in claims if c.kind == "affiliation" and not c.outside]


def _same_person(scene: Scene, one: Place, other: Place) -> bool:
    names = scene.claim(one).details["person"], scene.claim(other).details["person"]
    return compared(*names, scene.langs[one[0]], scene.langs[other[0]]).name in AGREEING | {"respelt"}


def _relation(scene: Scene, one: Place, other: Place) -> Relation | None:
    """How the bodies of two affiliations compare; None where they may be one."""
    langs = scene.langs[one[0]], scene.langs[other[0]]
    bodies = _bodies(scene, "organisation", one, other)
    found = (relate(*bodies, *langs) or seated_apart(*bodies)) if bodies else None
    named = _bodies(scene, "facility", one, other)
    return found or (relate(*named, *langs) if named else None)


def _bodies(scene: Scene, kind: str, one: Place, other: Place) -> tuple[Claim, Claim] | None:
    """What each of the two affiliations says of this kind; None where one says nothing."""
    found = [scene.inside(place, kind) for place in (one, other)]
    return (scene.claim(found[0][0]), scene.claim(found[1][0])) if all(found) else None


def _same_kind(scene: Scene, one: Place, other: Place) -> bool:
    return _kind(scene.claim(one).value) == _kind(scene.claim(other).value)


def _kind(body: str) -> str:
    row = world("organisations").get(body)
    return row["kind"] if row else body.partition(":")[0]


def _shared(scene: Scene, place: Place, others: list[Place]) -> bool:
    """True when another version sets the same person beside a body that may be this one."""
    for other in others:
        if _same_person(scene, place, other):
            relation = _relation(scene, place, other)
            if relation is None or relation.name not in _APART:
                return True
    return False
