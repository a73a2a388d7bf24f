"""Claims: how much of something a version speaks of (all, most, half), to be compared by where it stands and not by its words."""

from __future__ import annotations

from claimdiff.claims.found import Found
from claimdiff.model import Claim

# What says how much, and how often there was such a thing before; the others say how a vote went, or tell of a quality.
HOW_MUCH = frozenset({"all", "almost_all", "every", "few", "half", "many", "most", "none", "some"})
HOW_OFTEN = frozenset({"few_precedents", "first", "first_time", "one_of_few", "unprecedented"})
VALUES = HOW_MUCH | HOW_OFTEN


def find(found: Found) -> list[Claim]:
    """A `portion` for every quantifier that says how much of something, in text order."""
    return [_portion(claim) for claim in found.kind("quantifier") if claim.value in VALUES]


def _portion(claim: Claim) -> Claim:
    details = {key: told for key, told in claim.details.items() if key == "excepted"}
    return Claim("portion", claim.start, claim.end, claim.value, about=claim.about, details=details, found_by="portions.quantifier")
