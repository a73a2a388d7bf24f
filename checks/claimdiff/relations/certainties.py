"""How sure two versions are of what they tell."""

from __future__ import annotations

from functools import cache

from claimdiff.language import world
from claimdiff.model import Claim
from claimdiff.relations.base import EQUAL, Relation

TABLE = "certainties"


def relate_certainties(a: Claim, b: Claim, _lang_a: str, _lang_b: str) -> Relation | None:
    """Equal, or other-certainty where the one excludes the other (certain and supposed); None where both may be said."""
    if a.value == b.value:
        return EQUAL
    if "hint" in a.details or "hint" in b.details or b.value not in _listed(a.value, "unlike"):
        return None
    return Relation("other-certainty", f"{a.value} is not {b.value}")


def says_as_much(one: Claim, other: Claim) -> bool:
    """True where a version that says the one says the other with it, or something as sure."""
    return one.value == other.value or one.value in _listed(other.value, "also")


@cache
def _listed(value: str, column: str) -> frozenset[str]:
    return frozenset(world(TABLE)[value][column].split())


def is_whole(value: str) -> bool:
    """True where it stands for the whole story: who is convicted is not only accused."""
    return world(TABLE)[value]["whole"] == "yes"
