"""Operator: one office held by two people."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from claimdiff.judge.scene import Match, Place, Scene
from claimdiff.language import world
from claimdiff.relations import AGREEING
from claimdiff.relations.names import compared
from claimdiff.relations.offices import IN_CHARGE, fields, same_role

_SURE, _CROSSED = 0.8, 0.9
# Who held an office before or holds it for another is no other holder.
_PASSING = frozenset({"acting", "deputy", "elect", "former", "future", "new", "outgoing"})


def held_by_another(scene: Scene) -> Iterator[Match]:
    """An office that one version gives to one person and another version to another, both named in both."""
    held = [_held(scene, document) for document in range(len(scene.claims))]
    for mine, theirs in combinations(held, 2):
        for one, other in product(mine, theirs):
            if (
                not _same_office(scene, one, other)
                or _same_holder(scene, one, other)
                or _both_hold(scene, one, other, mine, theirs)
            ):
                continue
            crossed = _holds(scene, one, theirs) or _holds(scene, other, mine)
            if (crossed or _one_term(scene, one, other)) and _all_named(scene, one, other):
                steps = (f"held by {_holder(scene, one)} and by {_holder(scene, other)}",)
                yield Match("across", "held-by-another", (one, other), _CROSSED if crossed else _SURE, steps)


def _held(scene: Scene, document: int) -> list[Place]:
    """The offices with a holder and a field of their own, and no deputies."""
    claims = enumerate(scene.claims[document])
    offices = [((document, n), c) for n, c in claims if c.kind == "office" and c.details.get("holder") and not c.outside]
    full = [(p, c) for p, c in offices if not {"deputy", "acting", "former"} & _modifiers(scene, p)]
    return [p for p, c in full if (fields(c) and _of_state(c.value)) or _alone(scene, p, [q for q, _ in offices])]


def _alone(scene: Scene, place: Place, offices: list[Place]) -> bool:
    """True where a verb gives somebody an office of which nothing more is said, and the version knows of no other holder."""
    claim = scene.claim(place)
    row, told = world("roles").get(claim.value), claim.details.get("told", "past")
    if row is None or not row["class"].startswith("office") or not row["apart"] or told == "past":
        return False
    same = (p for p in offices if same_role(scene.claim(p).value, claim.value))
    bare = not fields(claim) and not {"of", "organisation", "scope"} & claim.details.keys()
    return bare and all(_named(scene, place, _holder(scene, p), p[0]) for p in same)


def _of_state(role: str) -> bool:
    """True for an office that one person holds at a time; a team has many players, a court many judges."""
    row = world("roles").get(role)
    return row is not None and (row["class"] in ("office:cabinet", "office:management") or row["family"] in IN_CHARGE)


def _modifiers(scene: Scene, place: Place) -> set[str]:
    return set(scene.claim(place).details.get("modifiers", "").split("+")) - {""}


def _holder(scene: Scene, place: Place) -> str:
    return scene.claim(place).details["holder"]


def _same_office(scene: Scene, one: Place, other: Place) -> bool:
    """True for the same field of the same country or body, in roles of one family or with a bare word for who is in charge."""
    a, b = scene.claim(one), scene.claim(other)
    if fields(a) != fields(b) or a.details.get("organisation") != b.details.get("organisation"):
        return False
    families = [world("roles")[c.value]["family"] for c in (a, b)]
    return (same_role(a.value, b.value) or bool(IN_CHARGE & set(families))) and a.details.get("of") == b.details.get("of")


def _same_holder(scene: Scene, one: Place, other: Place) -> bool:
    return _named(scene, one, _holder(scene, other), other[0])


def _named(scene: Scene, place: Place, name: str, document: int) -> bool:
    """True when the office is held by the person of this name."""
    told = compared(_holder(scene, place), name, scene.langs[place[0]], scene.langs[document])
    return told.name in AGREEING | {"respelt"}


def _one_term(scene: Scene, one: Place, other: Place) -> bool:
    """True where neither is over or still to come, or a verb tells of both that they begin."""
    begin = all(scene.claim(place).details.get("told") for place in (one, other))
    return begin or not _PASSING & (_modifiers(scene, one) | _modifiers(scene, other))


def _holds(scene: Scene, one: Place, theirs: list[Place]) -> bool:
    """True when the other version gives the holder an office of another field."""
    office = fields(scene.claim(one))
    return bool(office) and any(_same_holder(scene, one, p) and not office & fields(scene.claim(p)) for p in theirs)


def _both_hold(scene: Scene, one: Place, other: Place, mine: list[Place], theirs: list[Place]) -> bool:
    """True when a version gives the same field to both: two ministers of two countries, one after the other."""
    field = fields(scene.claim(one))
    return any(_same_holder(scene, p, q) and fields(scene.claim(p)) & field for p, q in ((x, other) for x in mine)) or any(
        _same_holder(scene, q, one) and fields(scene.claim(q)) & field for q in theirs
    )


def _all_named(scene: Scene, one: Place, other: Place) -> bool:
    return _speaks_of(scene, other[0], one) and _speaks_of(scene, one[0], other)


def _speaks_of(scene: Scene, document: int, place: Place) -> bool:
    """True when this version names the holder of that office."""
    names = {c.details.get("full") or c.value for c in scene.claims[document] if c.kind == "person" and not c.outside}
    return any(_named(scene, place, name, document) for name in names)
