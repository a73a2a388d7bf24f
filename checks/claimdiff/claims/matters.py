"""What measures and kinds are of: "1,500 kilos of clams", "86 species of birds"; the figure alone tells only how it is measured."""

from __future__ import annotations

from dataclasses import replace

from claimdiff.claims.clauses import clause, terms_between
from claimdiff.claims.found import Found
from claimdiff.claims.quantity_words import words
from claimdiff.language import world
from claimdiff.model import Claim

# Only such measures are of a thing; a length or a duration says of nothing what it is.
_OF_THINGS = frozenset({"mass", "volume"})
# What is counted by kinds or by vessels: the thing stands behind it.
_VESSELS = frozenset({"bottle", "box", "container", "medicine_pack", "species"})
# The thing is named this near behind, in such a kind of word: people and acts are no matter.
_WITHIN = 2
_KINDS = frozenset({"animal", "plant", "thing"})


def find(found: Found) -> list[Claim]:
    """No claim: the quantities found so far get the detail `matter`, the concept of what is measured."""
    if any(_holds(claim) for claim in found.claims):
        found.keep([replace(c, details={**c.details, **told}) if (told := _matter(found, c)) else c for c in found.claims])
    return []


def _holds(claim: Claim) -> bool:
    if claim.kind != "quantity":
        return False
    unit = world("units").get(claim.unit or "")
    return claim.about in _VESSELS or (unit is not None and unit["dimension"] in _OF_THINGS)


def _matter(found: Found, claim: Claim) -> dict[str, str]:
    if not _holds(claim):
        return {}
    last = found.reading.token_at(claim.end)
    _, stop = clause(found, last - 1)
    vocabulary = words(found.language.code)
    of = vocabulary.of_definite.after(found.reading, last) or vocabulary.of.after(found.reading, last)
    first = of[0] if of else last
    near = terms_between(found, "concepts", first, min(stop, first + _WITHIN))
    things = [term for term in near if world("concepts")[term.id]["kind"] in _KINDS and term.id not in _VESSELS]
    return {"matter": things[0].id} if things else {}
