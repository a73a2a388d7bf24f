"""Claims: how much of a whole (all, most, none, unanimously) and what stands at its top (the oldest, one of the oldest)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache

from claimdiff.claims.clauses import clause, opens_sentence, sentence, terms_between
from claimdiff.claims.found import Found
from claimdiff.claims.quantity_words import words as counted_words
from claimdiff.language import Term, grammar
from claimdiff.model import EVER, Claim

# How far behind a superlative is said from when on it holds, in tokens, and the digits of a year.
_REACH, _YEAR = 12, 4
_REACHING = ("first", "first_time", "superlative")
# "The least" where others say "the most": the detail `degree` of a superlative.
LEAST = "least"
_CONCEPT_WITHIN = 3
_PLURAL_WITHIN = 2
_SUPERLATIVE_WITHIN = 4
_NOUN_BEFORE = 3
_AS_WITHIN = 8
# "every day", "tous les mois" tell a rhythm and no share of anything.
_RHYTHMS = frozenset({"second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"})
# Behind "one of" these only make the superlative ("one of the most important").
_COVERED = ("superlative", "most", "some")
# Who is left out of such a whole is told by a word for "except".
_WHOLE, _EXCEPT = ("all", "every", "none", "only"), "except"
_FIRST, _HALF = "first", "half"
_RHYTHMIC = ("all", "every", "both", "few", "many", "some")


def find(found: Found) -> list[Claim]:
    """The quantifiers of a version that say of what they speak, in text order."""
    out: list[Claim] = []
    covered = -1
    ordinals = {claim.end for claim in found.kind("ordinal")}
    for term in found.of("quantifiers"):
        value = term.id.partition("/")[0]
        # Some of the most dangerous; few have been as dangerous.
        if (value == "some" and _superlative(found, term)) or (value == "few" and _as(found, term)):
            value = "one_of"
        if not _NEEDS[term.row["needs"]](found, term) or (value in _COVERED and term.first < covered):
            continue
        # The First Lady is the first of nothing.
        if value == _FIRST and found.span(term.first, term.last)[1] not in ordinals:
            continue
        if value in _RHYTHMIC and _is_rhythm(found, term):
            continue
        # The second half of October is no half of anything.
        if value == _HALF and (found.taken.get(term.first) == "date" or _counted(found, term, ordinals)):
            continue
        out.append(_claim(found, term, value))
        if value == "one_of":
            covered = term.last + _SUPERLATIVE_WITHIN
    return out


def _counted(found: Found, term: Term, ordinals: set[int]) -> bool:
    """True right behind an ordinal: "the second half of the match"."""
    return term.first > 0 and found.reading.tokens[term.first - 1].end in ordinals


def _claim(found: Found, term: Term, value: str) -> Claim:
    start, end = found.span(term.first, term.last)
    details = {"degree": LEAST} if term.id == "superlative/least" else {}
    if value in _REACHING and (since := _since(found, term)):
        details["since"] = since
    if value in _WHOLE and _excepts(found, term):
        details["excepted"] = "yes"
    quality = _quality(found, term) if value in ("superlative", "one_of") else None
    if quality:
        details["of"] = quality.id
        if quality.last < len(found.reading.tokens) and found.reading.gap(quality.last) == "-":
            # The "best" of "best-endowed" is of another quality.
            details["compound"] = "yes"
        end = max(end, found.span(quality.first, quality.last)[1])
    return Claim("quantifier", start, end, value, about=_about(found, term), details=details, found_by=f"quantifiers.{term.id}")


def _excepts(found: Found, term: Term) -> bool:
    """True where the sentence takes somebody out again: "all of them but one"."""
    first, last = sentence(found, term.first)
    return any(t.id == _EXCEPT for t in terms_between(found, "polarity", first, last))


def _since(found: Found, term: Term) -> str:
    """From when on a superlative holds: a year ("the driest since 1995"), EVER ("the driest on record"), or unsaid."""
    stop = min(sentence(found, term.first)[1], term.last + _REACH)
    after = grammar(found.language.code, "quantifiers")["since"]
    for claim in found.starting(term.last, stop, "date"):
        at = found.reading.token_at(claim.start)
        if claim.value[:_YEAR].isdecimal() and found.reading.tokens[at - 1].key in after:
            return claim.value[:_YEAR]
    inside = terms_between(found, "quantifiers", max(0, term.first - 1), stop)
    return EVER if any(t.id == EVER and (t.last == term.first or t.first >= term.last) for t in inside) else ""


def _about(found: Found, term: Term) -> str | None:
    """The concept that follows in the clause, or with a superlative the one just before it."""
    _, stop = clause(found, term.last - 1)
    for concept in terms_between(found, "concepts", term.last, min(stop, term.last + _SUPERLATIVE_WITHIN + 1)):
        return concept.id
    if term.id == "superlative/after":
        for concept in terms_between(found, "concepts", term.first - _NOUN_BEFORE, term.first):
            return concept.id
    return None


def _quality(found: Found, term: Term) -> Term | None:
    """The opposites term ("oldest") that the superlative is made of."""
    return next(iter(terms_between(found, "opposites", term.first, term.last + _SUPERLATIVE_WITHIN)), None)


def _is_rhythm(found: Found, term: Term) -> bool:
    return any(t.id in _RHYTHMS for t in terms_between(found, "units", term.last, term.last + 2))


def _words_after(found: Found, term: Term, most: int) -> Iterator[int]:
    """Up to so many words that follow in the same expression: no mark, no digit in between."""
    tokens = found.reading.tokens
    for index in range(term.last, min(len(tokens), term.last + most)):
        if not found.reading.joins(index) or not tokens[index].text[0].isalnum():
            return
        yield index


def _always(_found: Found, _term: Term) -> bool:
    return True


def _never(_found: Found, _term: Term) -> bool:
    return False


def _word(found: Found, term: Term) -> bool:
    return any(found.reading.tokens[index].text.isalpha() for index in _words_after(found, term, 1))


def _concept(found: Found, term: Term) -> bool:
    starts = {concept.first for concept in terms_between(found, "concepts", term.last, term.last + _CONCEPT_WITHIN + 3)}
    return any(index in starts for index in _words_after(found, term, _CONCEPT_WITHIN))


def _noun(found: Found, term: Term) -> bool:
    """A concept follows, or a word with a capital where nouns have one."""
    near = _words_after(found, term, _CONCEPT_WITHIN)
    return _concept(found, term) or any(found.reading.tokens[index].text[0].isupper() for index in near)


def _plural(found: Found, term: Term) -> bool:
    """A concept follows, or at the head of a sentence any plural: "Most existing routes", not "what most worries the banks"."""
    if _concept(found, term) or not opens_sentence(found, term.first):
        return _concept(found, term)
    known, singular = counted_words(found.language.code), tuple(grammar(found.language.code, "quantifiers").get("singular", ()))
    near = (found.reading.tokens[index].key for index in _words_after(found, term, _PLURAL_WITHIN))
    return any(key in known.plurals or (key.endswith(known.plural) and not key.endswith(singular)) for key in near)


def _superlative(found: Found, term: Term) -> bool:
    """A superlative follows in the same clause ("one of the city's oldest")."""
    _, stop = clause(found, term.last - 1)
    terms = found.of("quantifiers")
    place = bisect_left(terms, term.last, key=lambda t: t.first)
    near = (t for t in terms[place : place + 3] if t.first < min(stop, term.last + _SUPERLATIVE_WITHIN))
    return any(t.id.startswith("superlative") for t in near)


def _as(found: Found, term: Term) -> bool:
    """ "Few have been as long": a word for "as" behind it in the clause, and a word behind that."""
    tokens, (_, stop) = found.reading.tokens, clause(found, term.last - 1)
    table = grammar(found.language.code, "quantifiers")
    equal, other = frozenset(table["as"]), frozenset(table["not_as"])
    near = range(term.last, min(stop, term.last + _AS_WITHIN))
    return any(
        tokens[i].key in equal and i + 1 < stop and tokens[i + 1].key not in other and tokens[i + 1].text.isalpha() for i in near
    )


@cache
def _articles(code: str) -> frozenset[str]:
    return frozenset(grammar(code, "quantifiers").get("articles", ()))


def _definite(found: Found, term: Term) -> bool:
    """A definite article stands before the noun before ("la ville la plus ancienne", "la città più antica") and a word behind."""
    start, _ = clause(found, term.first)
    near = found.reading.tokens[max(start, term.first - _NOUN_BEFORE) : term.first]
    definite = len(near) > 1 and any(token.key in _articles(found.language.code) for token in near[:-1])
    return definite and _word(found, term) and _quality(found, term) is not None


def _graded(found: Found, term: Term) -> bool:
    """True right before a quality that has degrees: "du plus grand", "del più alto"; not in "au plus tard"."""
    near = terms_between(found, "opposites", term.last - 1, term.last + 2)
    return any(quality.first <= term.last < quality.last for quality in near)


_NEEDS: dict[str, Callable[[Found, Term], bool]] = {
    "": _always,
    "never": _never,
    "word": _word,
    "adjective": _word,
    "concept": _concept,
    "noun": _noun,
    "plural": _plural,
    "as": _as,
    "superlative": _superlative,
    "definite": _definite,
    "graded": _graded,
}
