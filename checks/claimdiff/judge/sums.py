"""Operator: a total that its parts do not make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from claimdiff.judge.scene import Match, Place, Scene

# Too many parts contradict the total; too few may leave one unsaid.
OVER, UNDER = 0.9, 0.75


def unsummed(scene: Scene) -> Iterator[Match]:
    """A total given with all its parts, which make another figure; as witnesses what other versions say in their places."""
    for document, claims in enumerate(scene.claims):
        groups: dict[str, list[Place]] = defaultdict(list)
        for number, claim in enumerate(claims):
            if claim.kind in ("sum", "part") and not claim.outside:
                groups[claim.found_by + claim.details["of"]].append((document, number))
        for group in groups.values():
            yield from _judged(scene, sorted(group, key=lambda p: scene.claim(p).kind != "sum"))


def _judged(scene: Scene, places: list[Place]) -> Iterator[Match]:
    total = scene.claim(places[0])
    if total.kind != "sum":
        return
    said, makes = Decimal(total.value), Decimal(total.details["makes"])
    if said != makes:
        steps = (f"{total.details['parts']} = {makes}, not {said}",)
        score = OVER if makes > said else UNDER
        yield Match("within", "sum-differs", tuple(places), score, steps, scene.counterparts(places))
