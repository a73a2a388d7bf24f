"""A name in a text, and what the text says about single words."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimdiff.claims.found import Found
from claimdiff.claims.people_vocabulary import callings_of_things, vocabulary, workplaces
from claimdiff.claims.people_words import Word
from claimdiff.language import world


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: its words, its title, where it came from and how much speaks for a person."""

    key: str
    words: tuple[Word, ...]
    title: str | None
    score: int
    rule: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a text says about single words: tokens that other claims hold, words that it writes small, who is told of.

    long_places: token -> tokens first:last of the place of several words that it belongs to (Santiago de Cuba).
    """

    places: frozenset[int]
    long_places: Mapping[int, tuple[int, int]]
    organisations: frozenset[int]
    demonyms: frozenset[int]
    roles: frozenset[int]
    callings: frozenset[int]
    workplaces: frozenset[int]
    portfolios: frozenset[int]
    nouns: frozenset[int]
    modifiers: frozenset[int]
    small: frozenset[str]
    speakers: frozenset[str]
    often: Counter[str]
    pairs: Counter[tuple[str, str]]
    led: Counter[tuple[str, str]]


def surroundings(found: Found) -> Surroundings:
    """Look once over the terms and claims of a text."""
    tokens = found.reading.tokens
    folds = [t.fold for t in tokens]
    capitals = [t.fold if t.text[:1].isupper() else "" for t in tokens]
    return Surroundings(
        places=_held(found, ("countries", "cities", "regions"), "place"),
        long_places=dict(_long_places(found)),
        organisations=_held(found, ("organisations",), "organisation"),
        demonyms=_held(found, ("demonyms",), ""),
        roles=_held(found, ("offices", "roles"), "") - _kin(found),
        callings=_callings(found),
        workplaces=_workplaces(found),
        portfolios=_held(found, ("portfolios",), ""),
        nouns=_held(found, ("concepts", "opposites", "organisation_kinds", "units"), ""),
        modifiers=_held(found, ("role_modifiers",), ""),
        small=frozenset(t.fold for t in tokens if t.text.islower()),
        speakers=frozenset(_speakers(capitals, folds, vocabulary(found.language.code).saying)),
        often=Counter(filter(None, capitals)),
        led=Counter((left, right) for left, right in zip(folds, capitals[1:], strict=False) if right),
        pairs=Counter(p for p in pairwise(capitals) if all(p)),
    )


def _speakers(capitals: list[str], folds: list[str], saying: frozenset[str]) -> Iterator[str]:
    """The capitalised words right before a verb of saying and not behind another capital: "Doyle said"."""
    before = ["", *capitals]
    return (word for word, behind, lead in zip(capitals, folds[1:], before, strict=False) if word and not lead and behind in saying)


def _held(found: Found, categories: Sequence[str], kind: str) -> frozenset[int]:
    held = {i for category in categories for term in found.of(category) for i in range(term.first, term.last)}
    spans = [(c.start, c.end) for c in found.kind(kind)]
    return frozenset(held | set(_tokens_in(found, spans)))


def _kin(found: Found) -> frozenset[int]:
    """The words for kin, which are no callings: the brothers Luc and Antoine X."""
    kin = {role for role, row in world("roles").items() if row["class"] == "kin"}
    return frozenset(i for term in found.of("roles") if term.id in kin for i in range(term.first, term.last))


def _callings(found: Found) -> frozenset[int]:
    """The words for an occupation or an office that only people have: a firm is a leader or an owner too."""
    rows = world("roles")
    people = {role for role, row in rows.items() if row["class"].startswith(("occupation", "office"))} - callings_of_things()
    terms = [*found.of("offices"), *(term for term in found.of("roles") if term.id in people)]
    return frozenset(i for term in terms for i in range(term.first, term.last))


def _workplaces(found: Found) -> frozenset[int]:
    """The words for institutions that people are from and firms are not: a university, a hospital."""
    terms = (term for term in found.of("organisation_kinds") if term.id in workplaces())
    return frozenset(i for term in terms for i in range(term.first, term.last))


def _long_places(found: Found) -> Iterator[tuple[int, tuple[int, int]]]:
    starts = [t.start for t in found.reading.tokens]
    for claim in found.kind("place"):
        first, last = bisect_left(starts, claim.start), bisect_left(starts, claim.end)
        if last - first > 1:
            yield from ((index, (first, last)) for index in range(first, last))


def _tokens_in(found: Found, spans: list[tuple[int, int]]) -> list[int]:
    """The tokens inside the spans; both are in text order."""
    out, index, tokens = [], 0, found.reading.tokens
    for start, end in sorted(spans):
        while index < len(tokens) and tokens[index].start < start:
            index += 1
        while index < len(tokens) and tokens[index].end <= end:
            out.append(index)
            index += 1
    return out
