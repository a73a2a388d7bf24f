"""Operators on lists of names: one named twice in an enumeration, and two holders who changed offices between versions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from claimdiff.judge.scene import Match, Place, Scene
from claimdiff.model import Claim
from claimdiff.relations import AGREEING
from claimdiff.relations.names import compared
from claimdiff.relations.offices import same_role

# So many names, each this near to the next, are an enumeration; a name said twice in it is a slip.
ENUMERATION, APART = 4, 12
# The list of another version shares so many names with it.
SHARED = 2


def named_twice(scene: Scene) -> Iterator[Match]:
    """A place named twice in one enumeration."""
    for document, claims in enumerate(scene.claims):
        named = [((document, n), c) for n, c in enumerate(claims) if c.details.get("form") == "name" and _story_place(c)]
        for run in _runs(named):
            by_value: dict[str, list[Place]] = defaultdict(list)
            for place, claim in run:
                by_value[claim.value].append(place)
            for places in by_value.values():
                if len(run) >= ENUMERATION and len(places) > 1:
                    steps = (f"twice in an enumeration of {len(run)}",)
                    yield Match("repeated", "repeated", tuple(places), 0.85, steps, scene.counterparts([p for p, _ in run], SHARED))


def _story_place(claim: Claim) -> bool:
    return claim.kind == "place" and not claim.outside


def _runs(named: list[tuple[Place, Claim]]) -> Iterator[list[tuple[Place, Claim]]]:
    run: list[tuple[Place, Claim]] = []
    for item in named:
        if run and not 0 <= item[1].start - run[-1][1].end <= APART:
            yield run
            run = []
        run.append(item)
    yield run


def exchanged(scene: Scene) -> Iterator[Match]:
    """Two people of whom one version gives each the office that another version gives to the other."""
    held = [_held(scene, document) for document in range(len(scene.claims))]
    for mine, theirs in combinations(held, 2):
        for one, other in combinations(mine, 2):
            crossed = [(b, c) for b, c in _pairs(theirs) if _cross(scene, one, other, b, c)]
            if crossed and not same_role(scene.claim(one).value, scene.claim(other).value):
                yield Match("across", "exchanged", (one, other, *crossed[0]), 0.9, ("each holds the other's office",))


def _held(scene: Scene, document: int) -> list[Place]:
    """One place for each office with a holder."""
    seen: dict[tuple[str, str], Place] = {}
    for number, claim in enumerate(scene.claims[document]):
        if claim.kind == "office" and claim.details.get("holder") and not claim.outside:
            seen.setdefault((claim.value, claim.details["holder"]), (document, number))
    return list(seen.values())


def _pairs(places: list[Place]) -> Iterator[tuple[Place, Place]]:
    for b, c in combinations(places, 2):
        yield b, c
        yield c, b


def _cross(scene: Scene, one: Place, other: Place, b: Place, c: Place) -> bool:
    """True when b is the office of `one` with the holder of `other`, and c the office of `other` with the holder of `one`."""
    return (
        _same_office(scene, one, b)
        and _same_office(scene, other, c)
        and _same_holder(scene, one, c)
        and _same_holder(scene, other, b)
    )


def _same_office(scene: Scene, x: Place, y: Place) -> bool:
    return same_role(scene.claim(x).value, scene.claim(y).value) and not _same_holder(scene, x, y)


def _same_holder(scene: Scene, x: Place, y: Place) -> bool:
    a, b = scene.claim(x).details["holder"], scene.claim(y).details["holder"]
    return compared(a, b, scene.langs[x[0]], scene.langs[y[0]]).name in AGREEING | {"respelt"}
