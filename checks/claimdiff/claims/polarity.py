"""Claims: what is denied, and which side of an opposition (rise or fall, left or right) a version takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from functools import cache

from claimdiff.claims.clauses import clause, opens_sentence, sentence, terms_between
from claimdiff.claims.found import Found
from claimdiff.claims.moving import moving
from claimdiff.claims.negation import BARE, CORRECTING, Negation, negating, negations
from claimdiff.claims.separable import joined
from claimdiff.claims.support_verbs import supported
from claimdiff.claims.vocabulary import meanings
from claimdiff.language import Term, expand, language, world
from claimdiff.model import Claim
from claimdiff.text import first_word, folded

# Words that are no side of their own in such an expression: "dejar de" leaves nobody.
_IDIOMS = ("plain", "stopping")
_MODAL = ("alleged", "conditional")
# What such a word takes out, the other side holds of ("forbidden except on the lawn").
_EXCEPT = "except"
_OTHER_SIDE = {"a": "b", "b": "a"}
# The verb joins the negation's span when it stands this near.
_NEAR_VERB = 3
# "selon la police" colours what stands this near in its sentence.
_MODAL_REACH = 15
# Concepts that decide, by kind and by name (a court is a building too).
_DECIDING, _DECIDERS = frozenset({"organisation", "person"}), frozenset({"court", "office"})
# The particle of a verb stands no farther behind it.
_FAR_PARTICLE = 60


def find(found: Found) -> list[Claim]:
    """Negated predicates and sides of opposites, in text order of each."""
    idioms = {i for t in found.of("polarity") if t.id in _IDIOMS for i in range(t.first, t.last)}
    # No side is taken in North Korea, nor in "sul-coreano".
    names = found.named("place")
    taken = idioms | names | _apostrophised(found)
    sides = [t for t in (*found.of("opposites"), *moving(found)) if t.first not in taken and _is_word(found, t)]
    inside = {index for term in sides for index in range(term.first, term.last)}
    meaning = {i: key for first, last, _, key, _ in (*found.of("concepts"), *sides) for i in range(first, last)}
    # "not guilty" is a side of its own and no side denied.
    denied = [n for n in negations(found) if n.first not in inside]
    scopes = Counter(index for n in denied for index in n.scope)
    found.corrected = [found.span(n.first, n.last) for n in denied if n.word == CORRECTING]
    negated = [_negated(found, n, meaning) for n in denied if n.word not in BARE and n.word != CORRECTING]
    direct = {n.predicate for n in denied if n.predicate is not None}
    for place in supported(found, denied, sides):
        scopes[place] += 1 - scopes[place] % 2
        direct.add(place)
    excepted = _excepted(found)
    return negated + [_sided(found, term, scopes, direct, names, excepted) for term in sides]


def _apostrophised(found: Found) -> set[int]:
    """The tokens of negators of several words, of which one alone means something else: nobody won who "won't"."""
    return {i for t in found.of("polarity") if t.id == "negator" and t.last - t.first > 1 for i in range(t.first, t.last)}


def _is_word(found: Found, term: Term) -> bool:
    """True when the words are words: not used up by a date or place, not the capitals of a name (the Open, West Ham)."""
    token = found.reading.tokens[term.first]
    if not found.free(term.first, term.last) or _is_between_points(found, term):
        return False
    return not token.text[:1].isupper() or token.text in _capitals(found.language.code) or opens_sentence(found, term.first)


def _is_between_points(found: Found, term: Term) -> bool:
    """True for a part of south-west or nord est, which is neither the one nor the other."""
    if not _is_of(term, "direction"):
        return False
    for near in terms_between(found, "opposites", max(0, term.first - 3), term.last + 2):
        meeting = max(near.first, term.first)
        beside = meeting in (near.last, term.last) and found.reading.joins(meeting)
        if beside and _is_of(near, "direction") and _pair(near) != _pair(term):
            return True
    return False


def _is_of(term: Term, kind: str) -> bool:
    return _pair(term) in _pairs(kind)


@cache
def _pairs(kind: str) -> frozenset[str]:
    return frozenset(pair for pair, row in world("opposites").items() if row["kind"] == kind)


def _pair(term: Term) -> str:
    return term.id.partition("/")[0]


@cache
def _capitals(code: str) -> frozenset[str]:
    """The words of opposites that are typed with a capital, as nouns are in some languages."""
    forms = (form for row in language(code).tables.get("opposites", ()) for form in expand(row["forms"]))
    return frozenset(first_word(form) for form in forms if form[:1].isupper())


def _negated(found: Found, negation: Negation, meaning: dict[int, str]) -> Claim:
    rules = negating(found.language.code)
    first, last, index = negation.first, negation.last, negation.predicate
    details = _modality(found, negation.first)
    about = None
    if index is not None:
        details["predicate"] = _word(found, index)
        if said := meanings(found.language.code, details["predicate"]):
            details["meanings"] = "+".join(said)
        about = meaning.get(index) or rules.stem(details["predicate"])
        if last <= index < last + _NEAR_VERB:
            last = index + 1
    start, end = found.span(first, last)
    return Claim("polarity", start, end, "negated", about=about, details=details, found_by="polarity.negation")


def _word(found: Found, index: int) -> str:
    """The word without accents; a verb with its particle where that stands elsewhere."""
    particle = next((p for p in range(index + 1, index + _FAR_PARTICLE) if found.parted.get(p) == index), None)
    return found.reading.tokens[index].fold if particle is None else folded(joined(found, particle, index))


def _excepted(found: Found) -> frozenset[int]:
    """The first tokens of the sentences that except something."""
    return frozenset(sentence(found, t.first)[0] for t in found.of("polarity") if t.id == _EXCEPT)


def _sided(found: Found, term: Term, denied: Counter[int], direct: set[int], names: Set[int], excepted: frozenset[int]) -> Claim:
    pair, _, side = term.id.partition("/")
    details = {"pair": pair, "side": side, **_modality(found, term.first)}
    if excepted and sentence(found, term.first)[0] in excepted:
        details["excepted"] = "yes"
    # Two negations over one word undo each other.
    if denied[term.first] % 2:
        details |= {"negated": "yes", "effective": _OTHER_SIDE[side]}
        # The word itself is denied ("no longer free"), not only something in its clause.
        if not direct.isdisjoint(range(term.first, term.last)):
            details["direct"] = "yes"
    start, end = found.span(term.first, term.last)
    return Claim("polarity", start, end, term.id, about=_about(found, term, names), details=details, found_by="polarity.opposites")


def _about(found: Found, term: Term, names: Set[int]) -> str | None:
    """The nearest concept in the clause of the term, one inside the term last; of two as near, the one behind; no name's."""
    first, last = clause(found, term.first)
    concepts = terms_between(found, "concepts", first, last)
    near = [c for c in concepts if (c.first, c.last) != (term.first, term.last) and c.first not in names]
    if len(near) < 2:
        return near[0].id if near else None
    decided = _is_of(term, "decision")
    order = (
        (_overlap(c, term), decided and _decides(c), max(c.first - term.last, term.first - c.last), -c.first, c.id) for c in near
    )
    return min(order)[-1]


def _decides(concept: Term) -> bool:
    """True for who accepts or rejects, which is not what is accepted: a council, a judge, a court."""
    row = world("concepts").get(concept.id)
    return concept.id in _DECIDERS or (row is not None and row["kind"] in _DECIDING)


def _overlap(one: Term, other: Term) -> bool:
    return one.first < other.last and other.first < one.last


def _modality(found: Found, index: int) -> dict[str, str]:
    """`modality` where the sentence only reports ("allegedly") or supposes ("aurait") what it says."""
    near = [t for t in terms_between(found, "polarity", index - _MODAL_REACH, index + _MODAL_REACH) if t.id in _MODAL]
    if not near:
        return {}
    first, last = sentence(found, index)
    return next(({"modality": t.id} for t in near if first <= t.first and t.last <= last), {})
