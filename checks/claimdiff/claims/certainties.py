"""Claims: how sure a version is of what it tells: certain or supposed, decided or considered, required or advised."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from claimdiff.claims.clauses import clause, sentence, terms_between
from claimdiff.claims.found import Found
from claimdiff.claims.negation import negating
from claimdiff.language import Term, grammar
from claimdiff.model import Claim

TABLE, WILL, ASSURED = "certainties", "will", "assured"
# Who confirms or announces something is surer of what will be; the word alone says nothing of what.
_BACKING = "backing"
# A negation so near leaves open what is certain or decided; what is open already denies a decision.
_DENIED_WITHIN = 5
_DENYING = frozenset({"closer", "opener", "subject", "never", "negator", "without", "lacking"})
# A verb has at least so many letters with the ending of its future.
_SHORTEST = 5


def find(found: Found) -> list[Claim]:
    """A `certainty` for every word that says how sure something is, in text order."""
    terms = [t for t in found.of(TABLE) if found.free(t.first, t.last)]
    backed = frozenset(sentence(found, t.first)[0] for t in terms if t.id == _BACKING)
    told = [t for t in terms if t.id not in (_BACKING, WILL) and (_is_hint(t) or not _denied(found, t))]
    will = [(t.first, t.last) for t in terms if t.id == WILL and not _denied(found, t)]
    will += [(index, index + 1) for index in _futures(found)]
    futures = [_claim(found, first, last, _will(found, first, backed)) for first, last in will if not _describes(found, first)]
    return [*(_claim(found, t.first, t.last, t.id) for t in told), *futures]


def _claim(found: Found, first: int, last: int, told: str) -> Claim:
    """A hint (`possible/hint`) stands for what it hints at, and contradicts nothing."""
    start, end = found.span(first, last)
    value, _, hint = told.partition("/")
    return Claim("certainty", start, end, value, details={"hint": "yes"} if hint else {}, found_by=f"certainties.{told}")


def _is_hint(term: Term) -> bool:
    return "/" in term.id


def _will(found: Found, index: int, backed: frozenset[int]) -> str:
    return ASSURED if sentence(found, index)[0] in backed else WILL


def _denied(found: Found, term: Term) -> bool:
    """True where a negation stands before the word in its clause, or behind it in a language that denies so."""
    first, last = clause(found, term.first)
    back = _DENIED_WITHIN if negating(found.language.code).backwards else 0
    ahead = terms_between(found, "polarity", max(first, term.first - _DENIED_WITHIN), term.first)
    behind = terms_between(found, "polarity", term.last, min(last, term.last + back))
    return any(t.id in _DENYING for t in (*ahead, *behind))


@cache
def _words(code: str, key: str) -> frozenset[str]:
    return frozenset(grammar(code, TABLE)[key])


@cache
def _endings(code: str) -> tuple[str, ...]:
    return tuple(grammar(code, TABLE)["future"])


def _futures(found: Found) -> Iterator[int]:
    """The tokens that end as the future of a verb does: small letters, and no word that only ends so."""
    code = found.language.code
    endings, others, told = _endings(code), _words(code, "not_future"), found.covered(TABLE)
    spelt = found.reading.by_text if endings else {}
    verbs = (text for text in spelt if len(text) >= _SHORTEST and text.endswith(endings) and text.islower() and text not in others)
    yield from sorted(index for text in verbs for index in spelt[text] if index not in told)


def _describes(found: Found, index: int) -> bool:
    """True behind a relative pronoun: "a plan that will change much" says of what kind the plan is."""
    return index > 0 and found.reading.tokens[index - 1].key in _words(found.language.code, "relative")
