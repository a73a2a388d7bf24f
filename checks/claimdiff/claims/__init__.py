"""Version -> claims: one module a kind, each with `find(found) -> list[Claim]`, run in the order below."""

from __future__ import annotations

import importlib
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter

from claimdiff.claims import separable, vocabulary
from claimdiff.claims.boilerplate import marked
from claimdiff.claims.cells import cells
from claimdiff.claims.found import Found
from claimdiff.house import UNCHECKED, Word
from claimdiff.language import language
from claimdiff.model import INNER, Claim, Passage, Version
from claimdiff.undisturbed import undisturbed

# Later recognisers lean on earlier ones: a date takes its numbers before counts are read, an office its country.
ORDER = (
    "numbers",
    "dates",
    "times",
    "quantities",
    "matters",
    "places",
    "organisations",
    "people",
    "offices",
    "kin",
    "quantifiers",
    "ballots",
    "polarity",
    "assertions",
    "having",
    "quotations",
    "utterances",
    "order",
    "deeds",
    "anchors",
    "certainties",
    "portions",
    "steps",
    "spellings",
    "sums",
    "sums_rest",
    "sums_tables",
    "enumerations",
    "enumerations_phrases",
    "facilities",
    "enumerations_quoted",
    "enumerations_short",
    "affiliations",
    "allegiances",
    "towns",
)


# Lexicon tables whose ids two languages share and which no claim carries: they help to tell like passages.
SHARED = ("concepts", "organisation_kinds", "opposites", "portfolios", "roles")


def find(version: Version, words: tuple[Word, ...] = ()) -> list[Claim]:
    """The claims of a version in text order; `version.text[claim.start:claim.end]` are the claim's words."""
    return [claim for claim in read(version, words)[1] if claim.kind not in INNER]


def read(version: Version, words: tuple[Word, ...] = ()) -> tuple[list[Passage], list[Claim]]:
    """The passages of a version and its claims, both in text order, with offsets in `version.text`; `words`: the user's own."""
    text = version.readable
    passages, claims = (_kept if len(text) <= SHORT else _read)(version.lang, text, words)
    return [*passages], [*claims]


# A text that several stories share (a page beside each of its translations, a declared fact) is read once; a book each time.
SHORT, KEPT = 20_000, 128


@undisturbed()
def _read(lang: str, text: str, words: tuple[Word, ...]) -> tuple[tuple[Passage, ...], tuple[Claim, ...]]:
    lexicon = language(lang, words)
    reading = lexicon.read(text)
    found = Found(reading, lexicon, lexicon.terms(reading))
    separable.join(found)
    unchecked = [found.span(term.first, term.last) for term in found.of(UNCHECKED)]
    for term in found.of(UNCHECKED):
        found.take(term.first, term.last, UNCHECKED)
    for recognise in _recognisers():
        found.claims.extend(recognise(found))
    claims = [claim for claim in marked(found) if not _inside(claim, unchecked)] if unchecked else marked(found)
    claims = _apart(claims) if reading.plain.origin is None else [_at_source(c, found) for c in _apart(claims)]
    claims.sort(key=lambda c: (c.start, -c.end, c.kind, c.value))
    return tuple(_passages(text, found)), tuple(claims)


_kept = lru_cache(maxsize=KEPT)(_read)


def forget() -> None:
    """Nothing, and no text is held to have been read: for whoever measures reading."""
    _kept.cache_clear()


def _inside(claim: Claim, spans: list[tuple[int, int]]) -> bool:
    """True when a claim begins or ends within words that are not checked; one that goes around them stays."""
    at = bisect_left(spans, (claim.end, 0)) - 1
    near = spans[max(0, bisect_left(spans, (claim.start, 0)) - 1) : at + 1]
    return any(start <= claim.start < end or start < claim.end <= end for start, end in near)


_START, _END = attrgetter("start"), attrgetter("end")
# A negation holds the opposite that it denies, a body the body that it is of (the court of the European Union); the
# second of one order is the first of the next.
NESTED = frozenset({"deed", "deed_side", "order", "organisation", "polarity"})


def _apart(claims: list[Claim]) -> list[Claim]:
    """The claims without those that reach into a longer one of their kind."""
    kept: list[Claim] = []
    last: dict[str, int] = {}
    # By the start, of one start the longest first.
    for claim in sorted(sorted(claims, key=_END, reverse=True), key=_START):
        at = last.get(claim.kind)
        before = kept[at] if at is not None else None
        if before is None or claim.start >= before.end or claim.kind in NESTED:
            last[claim.kind] = len(kept)
            kept.append(claim)
        elif at is not None and claim.end - claim.start > before.end - before.start:
            kept[at] = claim
    return kept


def _passages(text: str, found: Found) -> list[Passage]:
    terms, places = _shared(found), cells(found.reading)
    at, out = 0, []
    for number, sentence in enumerate(found.reading.sentences):
        first, (start, end) = at, found.reading.plain.source(sentence.start, sentence.end)
        at = bisect_left(terms, (end, ""), first)
        out.append(Passage(number, start, end, text[start:end], tuple(terms[first:at]), places.get(number)))
    return out


def _shared(found: Found) -> list[tuple[int, str]]:
    """(offset in the text, key) of what two languages can share beyond claims, each once, in text order."""
    origin, starts = found.reading.plain.origin, found.reading.starts
    if origin is not None:
        starts = [origin[start] for start in starts]
    out = {(starts[t.first], _key(category, t.id)) for category in SHARED for t in found.of(category)}
    for places, meanings in vocabulary.said(found):
        for meaning in meanings:
            key = _key(vocabulary.CATEGORY, meaning)
            out.update([(starts[index], key) for index in places])
    return sorted(out)


@lru_cache(maxsize=1 << 14)
def _key(category: str, meaning: str) -> str:
    """`concepts:jury`: the sides of a pair of opposites share their pair."""
    return f"{category}:{meaning.partition('/')[0]}"


def _recognisers() -> Iterator[Callable[[Found], list[Claim]]]:
    for name in ORDER:
        yield importlib.import_module(f"claimdiff.claims.{name}").find


def _at_source(claim: Claim, found: Found) -> Claim:
    start, end = found.reading.plain.source(claim.start, claim.end)
    return claim if (start, end) == (claim.start, claim.end) else replace(claim, start=start, end=end)
