"""Operator: one person with two callings of one trade, which nobody has both of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from claimdiff.judge.scene import Match, Place, Scene
from claimdiff.language import world
from claimdiff.relations import AGREEING
from claimdiff.relations.names import compared
from claimdiff.relations.offices import one_time, same_role

_SURE = 0.75
# "occupation:stage": whose callings of one trade are held by one person each.
_TRADE = "occupation:"
# Room for an "and" between two callings.
_BESIDE = 8
# More claims than these do not stand in so little room.
_NEIGHBOURS = 12


def called_another(scene: Scene) -> Iterator[Match]:
    """A person of whom each version tells one calling, and not the same one of a trade."""
    told = [_callings(scene, document) for document in range(len(scene.claims))]
    for mine, theirs in combinations(enumerate(told), 2):
        by_trade: dict[str, list[tuple[str, Place]]] = defaultdict(list)
        for name, place in theirs[1].items():
            by_trade[_trade(scene.claim(place).value)].append((name, place))
        pairs = ((n, p, other) for n, p in mine[1].items() for other in by_trade.get(_trade(scene.claim(p).value), ()))
        for name, one, (other_name, other) in pairs:
            a, b = scene.claim(one), scene.claim(other)
            if same_role(a.value, b.value) or not one_time(a, b):
                continue
            relation = compared(name, other_name, scene.langs[mine[0]], scene.langs[theirs[0]])
            if relation.name in AGREEING | {"respelt"}:
                steps = (f"{name} is {a.value} and {b.value}",)
                yield Match("across", "different-role", (one, other), _SURE, steps)


def _callings(scene: Scene, document: int) -> dict[str, Place]:
    """Person -> where the version tells the one calling that it tells of them; who has two, of any trade, is left out."""
    held: dict[str, list[Place]] = defaultdict(list)
    full = {c.value: c.details.get("full", c.value) for c in reversed(scene.claims[document]) if c.kind == "person"}
    for number, claim in enumerate(scene.claims[document]):
        single = claim.kind == "office" and claim.details.get("holder") and "modifiers" not in claim.details
        if single and not claim.outside and world("roles")[claim.value]["class"] != "kin":
            held[full.get(claim.details["holder"], claim.details["holder"])].append((document, number))
    one = {name: places[0] for name, places in held.items() if len({scene.claim(p).value for p in places}) == 1}
    return {name: place for name, place in one.items() if _trade(scene.claim(place).value) and not _joined(scene, place)}


def _joined(scene: Scene, place: Place) -> bool:
    """True for a calling with another one just beside it: "costume and set designer"."""
    document, claim = place[0], scene.claim(place)
    near = scene.claims[document][max(0, place[1] - _NEIGHBOURS) : place[1] + _NEIGHBOURS + 1]
    others = (c for c in near if c.kind == "office" and c is not claim)
    return any(0 <= claim.start - c.end <= _BESIDE or 0 <= c.start - claim.end <= _BESIDE for c in others)


def _trade(role: str) -> str:
    """The trade of a calling; empty for what many a person is beside something else."""
    row = world("roles").get(role)
    return row["class"] if row is not None and row["class"].startswith(_TRADE) else ""
