"""Operator: a total that its parts do not make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from claimdiff.judge import sums_rest
from claimdiff.judge.scene import Match, Place, Scene
from claimdiff.relations.numbers import decimals

# Too many parts contradict the total; too few may leave one unsaid.
OVER, UNDER = 0.9, 0.75
# Of 64 passengers 40 may be hurt and 30 in hospital: parts that verbs tell need a version in which one of them is another.
VERBS = "sums.verbs"
_COUNTS = frozenset({"number", "quantity", "money"})


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
    guarded = total.found_by in (VERBS, sums_rest.FOUND_BY)
    if said != makes and (not guarded or _shown(scene, places, said - makes)):
        steps = (f"{total.details['parts']} = {makes}, not {said}",)
        score = OVER if makes > said or guarded else UNDER
        yield Match("within", "sum-differs", tuple(places), score, steps, scene.counterparts(places))


def _shown(scene: Scene, places: list[Place], missing: Decimal) -> bool:
    if scene.claim(places[0]).found_by == VERBS:
        return _mended(scene, places, missing)
    return sums_rest.contradicted(scene, places)


def _mended(scene: Scene, places: list[Place], missing: Decimal) -> bool:
    """True where another version tells all the parts but one, and in its place what makes the total."""
    parts = [decimals(scene.claim(p).value) for p in places[1:]]
    told = [
        {n for c in claims if c.kind in _COUNTS for n in decimals(c.value)}
        for d, claims in enumerate(scene.claims)
        if d != places[0][0]
    ]
    values = [part[0] for part in parts if len(part) == 1]
    wanted = [{*values[:i], value + missing, *values[i + 1 :]} for i, value in enumerate(values)]
    return len(values) == len(parts) and any(want <= said for want in wanted for said in told)
