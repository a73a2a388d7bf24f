"""Claims: with what, and without what, something is or is done."""

from __future__ import annotations

from claimdiff.claims.clauses import clause
from claimdiff.claims.found import Found
from claimdiff.claims.meant import tells, word
from claimdiff.language import Term
from claimdiff.model import Claim

# The thing is the first word that carries meaning, this near behind.
_WITHIN = 3
# "Not without X", "not with X", "with no X": what is had is open.
_DENYING = frozenset({"closer", "lacking", "negator", "never", "opener", "plain", "without"})
_VALUES = ("with", "without")


def find(found: Found) -> list[Claim]:
    """A `having` for every "with X" and "without X", in text order."""
    polar = found.of("polarity")
    denying = {i for t in polar if t.id in _DENYING for i in range(t.first, t.last)}
    terms = [t for t in polar if t.id in _VALUES and denying.isdisjoint(range(clause(found, t.first)[0], t.first))]
    return [claim for term in terms if (claim := _claim(found, term, denying))]


def _claim(found: Found, term: Term, denying: set[int]) -> Claim | None:
    _, stop = clause(found, term.last - 1)
    for index in range(term.last, min(stop, term.last + _WITHIN)):
        if index in denying:
            return None
        if tells(found, index) and found.reading.tokens[index].text.isalpha():
            start, end = found.span(term.first, index + 1)
            return Claim("having", start, end, term.id, details={"thing": word(found, index)}, found_by=f"having.{term.id}")
    return None
