"""Operator: one deed of which two versions tell the parties the other way round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product

from claimdiff.judge.scene import Match, Place, Scene
from claimdiff.relations import AGREEING
from claimdiff.relations.words import relate_orders

_SURE = 0.8
# More deeds of one sort that a version tells are a chronicle, in which both ways are true in turn.
_MOST = 12

Deeds = dict[str, list[Place]]


def deeds_turned(scene: Scene) -> Iterator[Match]:
    """One party beats, sues or succeeds the other in one version, and the other way round in another version."""
    told = [_deeds(scene, document) for document in range(len(scene.claims))]
    for mine, theirs in combinations(told, 2):
        for deed in sorted(mine.keys() & theirs.keys()):
            for one, other in product(mine[deed], theirs[deed]):
                if _way(scene, one, other) == "swapped" and not _both_ways(scene, one, other, mine[deed], theirs[deed]):
                    claim = scene.claim(one)
                    why = f"{deed}: {claim.details['first']} does it to {claim.details['second']}, or the other way round"
                    yield Match("across", "turned", (one, other), _SURE, (why,))


def _deeds(scene: Scene, document: int) -> Deeds:
    """Deed -> where a version tells it, undenied."""
    out: Deeds = defaultdict(list)
    for number, claim in enumerate(scene.claims[document]):
        if claim.kind == "deed" and not claim.outside and not _denied(scene, (document, number)):
            out[claim.details["deed"]].append((document, number))
    return {deed: places for deed, places in out.items() if len(places) <= _MOST}


def _denied(scene: Scene, place: Place) -> bool:
    return any(scene.claim(p).value == "negated" for p in scene.inside(place, "polarity"))


def _way(scene: Scene, one: Place, other: Place) -> str:
    """ "equal" or "swapped" where the parties are the same two."""
    relation = relate_orders(scene.claim(one), scene.claim(other), scene.langs[one[0]], scene.langs[other[0]])
    if relation is None:
        return ""
    return "equal" if relation.name in AGREEING else relation.name


def _both_ways(scene: Scene, one: Place, other: Place, mine: list[Place], theirs: list[Place]) -> bool:
    """True where a version tells the deed both ways: one wins the first match, the other the second."""
    return any(_way(scene, p, other) == "equal" for p in mine) or any(_way(scene, one, p) == "equal" for p in theirs)
