"""Operators on lists of names: one named twice in an enumeration, and two holders who changed offices between versions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product

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
    yield from scene.once(_exchanges)


def _exchanges(scene: Scene) -> list[Match]:
    held = [_held(scene, document) for document in range(len(scene.claims))]
    return [
        Match("across", "exchanged", (one, other, b, c), 0.9, ("each holds the other's office",))
        for mine, theirs in combinations(held, 2)
        for one, other, b, c in _crossed(scene, mine, theirs)
    ]


def _crossed(scene: Scene, mine: list[Place], theirs: list[Place]) -> Iterator[tuple[Place, Place, Place, Place]]:
    """(one, other, b, c): b is the office of one with the holder of other, c the office of other with the holder of one."""
    same = {one: {place for place in theirs if _same_holder(scene, one, place)} for one in mine}
    holding: dict[Place, list[Place]] = defaultdict(list)
    for one in mine:
        for place in same[one]:
            holding[place].append(one)
    for one in mine:
        # Whoever has the same office in both versions has changed it with nobody.
        changed = sorted(c for c in same[one] if scene.claim(c).value != scene.claim(one).value)
        found: dict[Place, list[tuple[Place, Place]]] = defaultdict(list)
        offices = [b for b in theirs if changed and b not in same[one] and _same_role(scene, one, b)]
        for c, b in product(changed, offices):
            for other in holding[b]:
                if other > one and c not in same[other] and _same_role(scene, other, c) and not _same_role(scene, one, other):
                    found[other].append((b, c))
        for other in sorted(found):
            yield one, other, *min(found[other], key=lambda pair: (*sorted(pair), pair[0] > pair[1]))


def _held(scene: Scene, document: int) -> list[Place]:
    """One place for each office with a holder."""
    seen: dict[tuple[str, str], Place] = {}
    for number, claim in enumerate(scene.claims[document]):
        if claim.kind == "office" and claim.details.get("holder") and not claim.outside:
            seen.setdefault((claim.value, claim.details["holder"]), (document, number))
    return list(seen.values())


def _same_role(scene: Scene, x: Place, y: Place) -> bool:
    return same_role(scene.claim(x).value, scene.claim(y).value)


def _same_holder(scene: Scene, x: Place, y: Place) -> bool:
    a, b = scene.claim(x).details["holder"], scene.claim(y).details["holder"]
    return compared(a, b, scene.langs[x[0]], scene.langs[y[0]]).name in AGREEING | {"respelt"}
