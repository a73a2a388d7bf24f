"""How two anchors compare: the sides of one event on which two versions place something."""

from __future__ import annotations

from claimdiff.model import Claim
from claimdiff.relations.base import EQUAL, Relation
from claimdiff.relations.meant import alike, words

Word = tuple[str, frozenset[str]]


def relate_anchors(a: Claim, b: Claim, _lang_a: str, _lang_b: str) -> Relation | None:
    """Equal, or on the other side of one event; None for two events, unless both stand just as far from them."""
    same = same_event(a, b)
    if not same and ("distance" not in a.details or a.details["distance"] != b.details.get("distance")):
        return None
    if a.value == b.value:
        return EQUAL
    return Relation("other-side", f"{a.value} against {b.value}", 1.0 if same else 0.9)


def same_event(a: Claim, b: Claim) -> bool:
    """True where most of the words that name the one event have their like among the other's."""
    mine, theirs = words(a.details["event"]), words(b.details["event"])
    if a.details.get("edge") != b.details.get("edge"):
        return False
    few, many = sorted((mine, theirs), key=len)
    return 2 * sum(any(_like(x, y) for y in many) for x in few) > len(few)


def _like(one: Word, other: Word) -> bool:
    """True for two words that are alike, unless both mean something else: a final and a semi-final."""
    return alike(one, other) and (one[0] == other[0] or not (one[1] and other[1]) or not one[1].isdisjoint(other[1]))
