"""Words denied by the verb beside them: "did not give its consent", "withheld its consent", "forgot to switch it off"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from claimdiff.claims.clauses import clause, sentence
from claimdiff.claims.found import Found
from claimdiff.claims.negation import Negation
from claimdiff.language import Term, grammar, world

# The noun stands so many tokens from its verb at most ("il proprio assenso", "seine Zustimmung nicht erteilt").
_WITHIN = 5
# Only such opposites are given and withheld.
_GIVEN = frozenset({"consent"})


@dataclass(frozen=True, slots=True)
class Grammar:
    """Verbs that carry a noun, that take it back, that do not do what follows, and the word before that: polarity.yaml."""

    giving: frozenset[str]
    withholding: frozenset[str]
    failing: frozenset[str]
    infinitive: frozenset[str]


@cache
def _verbs(code: str) -> Grammar:
    data = grammar(code, "polarity")
    return Grammar(*(frozenset(data.get(key, ())) for key in ("giving", "withholding", "failing", "infinitive")))


def supported(found: Found, denied: Sequence[Negation], sides: Sequence[Term]) -> Iterator[int]:
    """The first tokens of the sides that are denied with the verb that carries them."""
    yield from (t.first for t in sides if _undone(found, t))
    verbs, nouns = _verbs(found.language.code), [t for t in sides if _is_given(t)]
    predicates = {n.predicate for n in denied}
    for noun in nouns:
        near = range(*_around(found, noun))
        held = [i for i in near if i not in range(noun.first, noun.last)]
        withheld = any(found.reading.tokens[i].key in verbs.withholding for i in held)
        ungiven = any(i in predicates and found.reading.tokens[i].key in verbs.giving for i in held)
        if withheld != ungiven:
            yield noun.first


def _undone(found: Found, side: Term) -> bool:
    """True for "forgot to switch off", "vergaßen, das Licht auszuschalten"."""
    near = found.within(_verbs(found.language.code).failing, max(0, side.first - _WITHIN), side.first)
    return any(i >= sentence(found, side.first)[0] and _marked(found, i, side) for i in near)


def _marked(found: Found, verb: int, side: Term) -> bool:
    """True where the side is an infinitive: the word for it stands right behind the verb, or inside the infinitive itself."""
    marks, tokens = _verbs(found.language.code).infinitive, found.reading.tokens
    glued = any(mark in tokens[side.first].key[1:-1] for mark in marks if len(mark) > 1 and tokens[verb + 1].text == ",")
    return tokens[verb + 1].key in marks or glued


def _around(found: Found, noun: Term) -> tuple[int, int]:
    first, last = clause(found, noun.first)
    return max(first, noun.first - _WITHIN), min(last, noun.last + _WITHIN)


def _is_given(term: Term) -> bool:
    """True for a word of consent or its refusal."""
    row = world("opposites").get(term.id.partition("/")[0])
    return row is not None and any(sense.lstrip("-") in _GIVEN for sense in row["sense"].split())
