"""Opposites that are shared out: what 91 % accepted, less than a tenth refused."""

from __future__ import annotations

from decimal import Decimal

from claimdiff.judge.scene import Place, Scene
from claimdiff.language import world
from claimdiff.model import Claim, Link
from claimdiff.relations import group
from claimdiff.relations.numbers import decimals

# So far from the verb stands who did it, and so many claims lie between at most.
_REACH, _NEIGHBOURS = 60, 12
# Only of what people decide and hold do some say yes and others no.
_SHARED_OUT = frozenset({"decision", "opinion"})


def shared_out(scene: Scene, link: Link) -> bool:
    """True where each of the two sides is that of so many, and not of as many: the others took the other side."""
    row = world("opposites").get(scene.claim(link.a).details.get("pair", ""))
    if row is None or row["kind"] not in _SHARED_OUT:
        return False
    if all(_of_a_body(scene.claim(place)) for place in (link.a, link.b)):
        return False  # "The council rejected it by 19 votes to 14": the body decides as one.
    mine, theirs = (_holders(scene, place) for place in (link.a, link.b))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _of_a_body(claim: Claim) -> bool:
    row = world("concepts").get(claim.about or "")
    return row is not None and row["kind"] == "organisation"


def _holders(scene: Scene, place: Place) -> set[Decimal]:
    """How many, or what share, stand beside the verb in its sentence."""
    claim, passage = scene.claim(place), scene.passage(place)
    near = scene.claims[place[0]][max(0, place[1] - _NEIGHBOURS) : place[1] + _NEIGHBOURS + 1]
    inside = (c for c in near if passage and passage.start <= c.start < passage.end and not c.outside)
    return {d[0] for c in inside if _counts(c) and _beside(c, claim) and len(d := decimals(c.value)) == 1}


def _counts(claim: Claim) -> bool:
    return group(claim.kind) == "numeric" and claim.kind in ("percentage", "quantity", "number")


def _beside(figure: Claim, verb: Claim) -> bool:
    return max(figure.start - verb.end, verb.start - figure.end) <= _REACH
