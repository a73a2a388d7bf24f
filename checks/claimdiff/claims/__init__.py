"""Version -> claims: one module a kind, each with `find(found) -> list[Claim]`, run in the order below."""

from __future__ import annotations

import importlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace

from claimdiff.claims.found import Found
from claimdiff.language import language
from claimdiff.model import Claim, Passage, Version

# Later recognisers lean on earlier ones: a date takes its numbers before counts are read, an office its country.
ORDER = (
    "numbers",
    "dates",
    "times",
    "quantities",
    "places",
    "organisations",
    "people",
    "offices",
    "quantifiers",
    "polarity",
    "assertions",
    "quotations",
    "order",
)


# Lexicon tables whose ids two languages share and which no claim carries: they help to tell like passages.
SHARED = ("concepts", "organisation_kinds", "opposites", "portfolios", "roles")


# Kinds that only carry from stage to stage what a sentence denies: no statement of fact of their own.
INNER = frozenset({"assertion"})


def find(version: Version) -> list[Claim]:
    """The claims of a version in text order; `version.text[claim.start:claim.end]` are the claim's words."""
    return [claim for claim in read(version)[1] if claim.kind not in INNER]


def read(version: Version) -> tuple[list[Passage], list[Claim]]:
    """The passages of a version and its claims, both in text order, with offsets in `version.text`."""
    lexicon = language(version.lang)
    reading = lexicon.read(version.readable)
    found = Found(reading, lexicon, lexicon.terms(reading))
    for recognise in _recognisers():
        found.claims.extend(recognise(found))
    claims = sorted((_at_source(c, found) for c in found.claims), key=lambda c: (c.start, -c.end, c.kind, c.value))
    return _passages(version, found), claims


def _passages(version: Version, found: Found) -> list[Passage]:
    terms: dict[int, list[tuple[int, str]]] = defaultdict(list)
    source = found.reading.plain.source
    for category in SHARED:
        for term in found.of(category):
            start, end = found.span(term.first, term.last)
            shared = term.id.partition("/")[0]
            terms[found.reading.sentence_at(start)].append((source(start, end)[0], f"{category}:{shared}"))
    out = []
    for number, sentence in enumerate(found.reading.sentences):
        start, end = source(sentence.start, sentence.end)
        out.append(Passage(number, start, end, version.readable[start:end], tuple(sorted(set(terms[number])))))
    return out


def _recognisers() -> Iterator[Callable[[Found], list[Claim]]]:
    for name in ORDER:
        yield importlib.import_module(f"claimdiff.claims.{name}").find


def _at_source(claim: Claim, found: Found) -> Claim:
    start, end = found.reading.plain.source(claim.start, claim.end)
    return claim if (start, end) == (claim.start, claim.end) else replace(claim, start=start, end=end)
