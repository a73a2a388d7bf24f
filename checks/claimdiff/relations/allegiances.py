"""How the names of two parties compare: by what their words mean, for parties are translated."""

from __future__ import annotations

from claimdiff.language import world
from claimdiff.model import Claim
from claimdiff.relations.base import EQUAL, Relation
from claimdiff.relations.sites import named_alike

# Words that are two at once.
_WHOLE = {"social_democratic": ("social", "democratic")}


def relate_allegiances(a: Claim, b: Claim, _lang_a: str, _lang_b: str) -> Relation | None:
    """Equal where the names have a meaning or a word in common; different where each is understood and nothing is; else None."""
    mine, theirs = meant(a), meant(b)
    telling = {part for part in mine & theirs if not _generic(part)}
    words = a.details["words"].split(), b.details["words"].split()
    if telling or named_alike(*words):
        return EQUAL
    if mine & theirs or a.details["unknown"] or b.details["unknown"]:
        return None
    return Relation("different", f"{a.value} is not {b.value}")


def meant(claim: Claim) -> set[str]:
    """What the words of a party's name mean."""
    return {part for word in claim.value.split("+") for part in _WHOLE.get(word, (word,))}


def _generic(part: str) -> bool:
    return bool(world("parties")[part]["generic"])
