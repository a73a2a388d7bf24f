"""Claims: every word that says how two people are kin, whoever they are."""

from __future__ import annotations

from claimdiff.claims.clauses import opens_sentence
from claimdiff.claims.found import Found
from claimdiff.language import Term, grammar, world
from claimdiff.model import Claim

TABLE, _CLASS = "roles", "kin"


def find(found: Found) -> list[Claim]:
    """A `kin` claim for every word for kin: its value is the role."""
    table = world(TABLE)
    told = (term for term in found.of(TABLE) if table[term.id]["class"] == _CLASS and not _is_title(found, term))
    return [Claim("kin", *found.span(t.first, t.last), t.id, found_by="kin.word") for t in told]


def _is_title(found: Found, term: Term) -> bool:
    """True for Father Brown and Sister Marta, where nouns have no capital of their own."""
    capital = found.reading.tokens[term.first].text[:1].isupper()
    return (
        capital and not grammar(found.language.code, "dates").get("capital_nouns", False) and not opens_sentence(found, term.first)
    )
