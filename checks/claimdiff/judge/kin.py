"""Operator: one person who is kin in two ways, kin here and coach there, or has two callings that nobody has both of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from claimdiff.judge.scene import Match, Place, Scene
from claimdiff.language import grammar, world
from claimdiff.relations import AGREEING
from claimdiff.relations.names import compared
from claimdiff.relations.offices import kept_apart, one_time, same_role
from claimdiff.text import plain, tokenise

_KIN = "kin"
# The fields of callings.
_CALLINGS = ("building", "court", "craft", "firm", "game", "hall", "mission", "ship", "sport", "stage")
# Who has been a coach, or will be one, is something else now.
_PASSING = frozenset({"acting", "elect", "former", "future", "honorary", "outgoing"})
# How sure it is of two kin, and of a kin and a companion, as who may be both.
_SURE, _LIKELY = 0.85, 0.75
# So many characters behind or before the word say whose kin it is.
_WHOSE = 12


def kin_in_two_ways(scene: Scene) -> Iterator[Match]:
    """A person whom one version calls father and another brother, or coach, of whoever is spoken of."""
    told = [_called(scene, document) for document in range(len(scene.claims))]
    for (one, mine), (other, theirs) in combinations(enumerate(told), 2):
        for name, place in mine.items():
            for known, there in theirs.items():
                if compared(name, known, scene.langs[one], scene.langs[other]).name in AGREEING | {"respelt"}:
                    yield from _apart(scene, place, there)


def _apart(scene: Scene, one: Place, other: Place) -> Iterator[Match]:
    a, b = scene.claim(one), scene.claim(other)
    roles = a.value, b.value
    kin = sum(_is_kin(role) for role in roles)
    related = kin and all(_is_told(scene, place) for place in (one, other))
    excluded = one_time(a, b) and (_exclude(*roles) or kept_apart(a, b))
    if not same_role(*roles) and (related or excluded):
        yield Match("across", "different-role", (one, other), _LIKELY if kin == 1 else _SURE, (f"{roles[0]} and {roles[1]}",))


def _called(scene: Scene, document: int) -> dict[str, Place]:
    """Person -> where the version tells what they are, of those who are but one thing, and not formerly or for another."""
    held: dict[str, list[Place]] = defaultdict(list)
    full = {c.value: c.details.get("full", c.value) for c in reversed(scene.claims[document]) if c.kind == "person"}
    for number, claim in enumerate(scene.claims[document]):
        if claim.kind == "office" and claim.details.get("holder") and not claim.outside:
            held[full.get(claim.details["holder"], claim.details["holder"])].append((document, number))
    one = {name: places[0] for name, places in held.items() if len({scene.claim(p).value for p in places}) == 1}
    return {name: place for name, place in one.items() if _PASSING.isdisjoint(_modifiers(scene, place))}


def _modifiers(scene: Scene, place: Place) -> list[str]:
    return scene.claim(place).details.get("modifiers", "").split("+")


def _is_told(scene: Scene, place: Place) -> bool:
    """True for kin and companions of whoever is spoken of: no "father of X", no "X's father"."""
    claim, text = scene.claim(place), scene.texts[place[0]]
    if not (_is_kin(claim.value) or claim.value in world("fields")["companion"]["members"].split()):
        return False
    behind = tokenise(plain(text[claim.end : claim.end + _WHOSE]).text)
    of = bool(behind) and behind[0].key in grammar(scene.langs[place[0]], "offices")["of"]
    named = (c for c in scene.claims[place[0]] if c.kind == "person" and c.value != claim.details["holder"])
    return not of and not any(0 <= claim.start - c.end <= 3 for c in named)


def _is_kin(role: str) -> bool:
    row = world("roles").get(role)
    return row is not None and row["class"] == _KIN


def _exclude(one: str, other: str) -> bool:
    """True for a lawyer and a prosecutor, a captain and a referee: two groups of one field."""
    mine, theirs = _groups(one), _groups(other)
    return any(mine[field] != theirs[field] for field in mine.keys() & theirs.keys())


@cache
def _groups(role: str) -> dict[str, int]:
    """Field -> the group of callings that the role is in."""
    groups = {field: world("fields")[field]["members"].split("|") for field in _CALLINGS}
    return {field: n for field, told in groups.items() for n, members in enumerate(told) if role in members.split()}
