"""Negations of a version: where "not" stands, how far it reaches, and which word it denies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from claimdiff.claims.clauses import clause, sentence, terms_between
from claimdiff.claims.corrections import corrected
from claimdiff.claims.found import Found
from claimdiff.language import Term, grammar

# "does not just say": a restriction this near behind the negation turns it into its opposite.
_ONLY_WITHIN = 4
# "sans succès", "no increase", "dejar de ver", "poco habitual": such words deny so many tokens that follow at once.
BARE = {"without": 3, "stopping": 3, "little": 1, "instead": 6}
# A word that denies of itself (unclear, scheitern) can be denied like any other.
IMPLICIT = "implicit"
# "not X but Y" denies X and no sentence.
CORRECTING = "correcting"
_SHORTEST_STEM = 4
# "Not before" a date that stands this near behind.
_DATED, _DATE_WITHIN = frozenset({"date", "time"}), 3


class Negation(NamedTuple):
    """Negating words in tokens first:last (last excluded), the tokens they deny, and the predicate's token if any."""

    first: int
    last: int
    scope: range
    predicate: int | None
    word: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a language negates: polarity.yaml."""

    reach: int
    backwards: bool
    passed: frozenset[str]
    endings: tuple[str, ...]
    attributes: tuple[str, ...]

    def is_attribute(self, word: str) -> bool:
        """True for a participle or an adjective by its ending: "no residentes" names a thing and denies nothing."""
        return any(word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM for ending in self.attributes)

    def stem(self, word: str) -> str:
        """The word (casefolded) without its ending, so that the forms of one verb meet."""
        for ending in self.endings:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
                return word[: -len(ending)]
        return word


@cache
def negating(code: str) -> Grammar:
    """The negation grammar of a language; one that negates nothing when the language has no such file."""
    data = grammar(code, "polarity")
    endings = sorted(data.get("endings", ()), key=lambda e: (-len(e), e))
    passed, attributes = frozenset(data.get("passed", ())), tuple(data.get("attributes", ()))
    return Grammar(data.get("reach", 0), data.get("backwards", False), passed, tuple(endings), attributes)


def negations(found: Found) -> list[Negation]:
    """The negations of a version in text order, idioms, restrictions and expletives left out."""
    rules, terms = negating(found.language.code), found.of("polarity")
    out: list[Negation] = []
    for place, term in enumerate(terms):
        span = _negated(found, rules, terms, place)
        if span is None or (out and span[0] < out[-1].last) or _agrees(found, out, term):
            continue
        negation = _reaching(found, rules, *span, "little" if _is_attributive(found, rules, term) else term.id)
        if _begins_later(found, rules, span[1]):
            out.append(Negation(*span, range(span[0], span[0]), None, CORRECTING))
            continue
        piece = corrected(found, span, rules.reach if rules.backwards else 0) if negation.word not in BARE else None
        if piece is not None:
            negation = Negation(*span, piece, _predicate(found, rules, piece, *span), CORRECTING)
        # "the worst I have ever seen": where "never" denies nothing behind it, it says "ever".
        if term.id != "never" or negation.predicate is not None:
            out.append(negation)
    return out


def _negated(found: Found, rules: Grammar, terms: list[Term], place: int) -> tuple[int, int] | None:
    """The tokens of the negation that the term begins, or None."""
    term = terms[place]
    if term.id in BARE:
        # "fand … statt": the other half of a verb is no "instead".
        return None if term.first in found.parted else (term.first, term.last)
    if term.id == "opener":
        return _closed(found, rules, terms, place)
    if term.id not in ("negator", "never") or _is_restricted(found, terms, place) or _is_expletive(found, rules, terms, place):
        return None
    return term.first, term.last


def _is_attributive(found: Found, rules: Grammar, term: Term) -> bool:
    """True where the negator belongs to a word like "residentes": "los no residentes", "un texto no confirmado"."""
    tokens = found.reading.tokens
    return term.id == "negator" and found.reading.joins(term.last) and rules.is_attribute(tokens[term.last].key)


def _closed(found: Found, rules: Grammar, terms: list[Term], place: int) -> tuple[int, int] | None:
    """The span of an opener and its closer (ne … pas), unless a restriction (ne … que) or nothing closes it."""
    opener = terms[place]
    for other in _ahead(found, terms, place, rules.reach):
        if other.id == "closer":
            return None if _only_follows(found, other) else (opener.first, other.last)
        if other.id in ("restrictive", "plain", "opener"):
            break
    # "Aucun pays n'a signalé": the closer is the subject and stands before.
    start, _ = sentence(found, opener.first)
    for other in reversed(terms[max(0, place - 6) : place]):
        if other.first < max(start, opener.first - rules.reach - 1):
            break
        if other.id == "subject":
            return opener.first, opener.last
    return None


def _ahead(found: Found, terms: list[Term], place: int, reach: int) -> Iterator[Term]:
    """The polarity terms behind terms[place] within reach, in its sentence; a word can be several."""
    term = terms[place]
    _, stop = sentence(found, term.first)
    for at in range(place + 1, len(terms)):
        if terms[at].first >= min(stop, term.last + reach):
            return
        yield terms[at]


def _only_follows(found: Found, term: Term) -> bool:
    _, stop = clause(found, term.last - 1)
    return any(other.id == "only" for other in terms_between(found, "polarity", term.last, min(stop, term.last + 2)))


def _is_restricted(found: Found, terms: list[Term], place: int) -> bool:
    _, stop = clause(found, terms[place].first)
    return any(other.id == "only" and other.first < stop for other in _ahead(found, terms, place, _ONLY_WITHIN))


def _is_expletive(found: Found, rules: Grammar, terms: list[Term], place: int) -> bool:
    start, _ = clause(found, terms[place].first)
    nearest = max(start, terms[place].first - rules.reach)
    return any(other.id == "expletive" and other.first >= nearest for other in terms[max(0, place - 4) : place])


def _begins_later(found: Found, rules: Grammar, last: int) -> bool:
    """True for "not before September", "not until Monday": from September, on Monday."""
    _, stop = clause(found, last - 1)
    until = [t.last for t in terms_between(found, "polarity", last, min(stop, last + rules.reach)) if t.id == "until"]
    dated = any(found.taken.get(index) in _DATED for begin in until for index in range(begin, min(stop, begin + _DATE_WITHIN)))
    return dated or any(True for begin in until for _ in terms_between(found, "units", begin, min(stop, begin + _DATE_WITHIN)))


def _agrees(found: Found, before: list[Negation], term: Term) -> bool:
    """True when the term only seconds the negation before it, as in "no ha ganado nunca"."""
    if not before or before[-1].word == term.id:
        return False
    return term.first in before[-1].scope and clause(found, term.first)[0] <= before[-1].first


def _reaching(found: Found, rules: Grammar, first: int, last: int, word: str) -> Negation:
    start, stop = clause(found, last - 1)
    if word in BARE:
        return Negation(first, last, range(first, min(stop, last + BARE[word])), None, word)
    scope = range(max(start, first - rules.reach) if rules.backwards else first, min(stop, last + rules.reach))
    return Negation(first, last, scope, _predicate(found, rules, scope, first, last), word)


def _predicate(found: Found, rules: Grammar, scope: range, first: int, last: int) -> int | None:
    """The first word of the scope that carries meaning: behind the negation, inside it, or before it where it follows."""
    tokens = found.reading.tokens
    order: tuple[int, ...] = (*range(first, last), *range(last, scope.stop), *range(first - 1, scope.start - 1, -1))
    terms = (t for t in terms_between(found, "polarity", scope.start, scope.stop + 1) if t.id != IMPLICIT)
    negators = {i for t in terms for i in range(t.first, t.last)}
    for index in order:
        known = index in found.parted or tokens[index].key not in rules.passed
        if index not in negators and tokens[index].text.isalpha() and known:
            # "lehnte … nicht ab" denies the verb.
            verb = found.parted.get(index)
            return index if verb is None else verb
    return None
