"""Words with what they mean, to be compared across languages without their sentence."""

from __future__ import annotations

from claimdiff.claims.clauses import terms_between
from claimdiff.claims.found import Found
from claimdiff.claims.negation import negating
from claimdiff.claims.vocabulary import meanings


def tells(found: Found, index: int) -> bool:
    """True for a word that carries meaning: no article, no auxiliary."""
    token = found.reading.tokens[index]
    return token.text.isalnum() and token.key not in negating(found.language.code).passed


def word(found: Found, index: int) -> str:
    """A word without accents, its meanings behind it: `paura:afraid`."""
    fold = found.reading.tokens[index].fold
    concepts = (t.id for t in terms_between(found, "concepts", index, index + 1))
    return ":".join((fold, *meanings(found.language.code, fold), *concepts))
