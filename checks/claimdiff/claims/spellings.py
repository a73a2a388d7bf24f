"""Claims: names in a form that the user's house does not write."""

from __future__ import annotations

from claimdiff.claims.found import Found
from claimdiff.house import SPELLINGS
from claimdiff.model import Claim


def find(found: Found) -> list[Claim]:
    """A `spelling` for every form that is not to stand: value what to write instead."""
    terms = found.of(SPELLINGS)
    right = {(term.first, term.last) for term in terms if not term.id}
    wrong = (term for term in terms if term.id and (term.first, term.last) not in right)
    return [Claim("spelling", *found.span(t.first, t.last), t.id, found_by="spellings.never") for t in wrong]
