"""A name in a text, and what the text says about single words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimdiff.claims.found import Found
from claimdiff.claims.people_vocabulary import callings_of_people, kin, vocabulary, workplaces
from claimdiff.claims.people_words import Word
from claimdiff.claims.roles import plurals
from claimdiff.model import Claim


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
    known: the tokens of places, organisations, demonyms and roles. single: those of a calling of one person.
    """

    places: frozenset[int]
    long_places: Mapping[int, tuple[int, int]]
    organisations: frozenset[int]
    demonyms: frozenset[int]
    roles: frozenset[int]
    callings: frozenset[int]
    single: frozenset[int]
    workplaces: frozenset[int]
    portfolios: frozenset[int]
    nouns: frozenset[int]
    modifiers: frozenset[int]
    known: frozenset[int]
    small: frozenset[str]
    speakers: frozenset[str]
    often: Counter[str]
    pairs: Counter[tuple[str, str]]
    led: Counter[tuple[str, str]]


def surroundings(found: Found, capitals: Sequence[int]) -> Surroundings:
    """Look once over the terms, the claims and the capitalised tokens of a text."""
    tokens = found.reading.tokens
    large = frozenset(capitals)
    places = _held(found, ("countries", "cities", "regions"), "place")
    organisations = _held(found, ("organisations",), "organisation")
    demonyms, portfolios = _held(found, ("demonyms",)), _held(found, ("portfolios",))
    roles = _held(found, ("offices", "roles")) - _kin(found)
    return Surroundings(
        places=places,
        long_places=dict(_long_places(found)),
        organisations=organisations,
        demonyms=demonyms,
        roles=roles,
        callings=_callings(found),
        single=_single(found),
        workplaces=_workplaces(found),
        portfolios=portfolios,
        nouns=_held(found, ("concepts", "opposites", "organisation_kinds", "units")),
        modifiers=_held(found, ("role_modifiers",)),
        known=places | organisations | demonyms | roles,
        small=frozenset({tokens[places[0]].fold for text, places in found.reading.by_text.items() if text.islower()}),
        speakers=frozenset(_speakers(found, large)),
        often=Counter([tokens[i].fold for i in capitals]),
        led=Counter([(tokens[i - 1].fold, tokens[i].fold) for i in capitals if i]),
        pairs=Counter([(tokens[i - 1].fold, tokens[i].fold) for i in capitals if i - 1 in large]),
    )


def _speakers(found: Found, large: frozenset[int]) -> Iterator[str]:
    """The capitalised words right before a verb of saying and not behind another capital: "Doyle said"."""
    said = found.reading.where_fold(vocabulary(found.language.code).saying)
    return (found.reading.tokens[i - 1].fold for i in said if i - 1 in large and i - 2 not in large)


def _held(found: Found, categories: Sequence[str], kind: str = "") -> frozenset[int]:
    spans = (_tokens_in(found, claim) for claim in found.kind(kind))
    return frozenset().union(*map(found.covered, categories), *spans)


def _kin(found: Found) -> frozenset[int]:
    """The words for kin, which are no callings: the brothers Luc and Antoine X."""
    return frozenset(i for term in found.of("roles") if term.id in kin() for i in range(term.first, term.last))


def _callings(found: Found) -> frozenset[int]:
    """The words for an occupation or an office that only people have: a firm is a leader or an owner too."""
    terms = [*found.of("offices"), *(term for term in found.of("roles") if term.id in callings_of_people())]
    return frozenset(i for term in terms for i in range(term.first, term.last))


def _single(found: Found) -> frozenset[int]:
    """The words for the office or the calling of one person, not of several."""
    tokens, code = found.reading.tokens, found.language.code
    terms = (term for term in found.of("roles") if term.id in callings_of_people())
    one = (t for t in terms if tuple(token.key for token in tokens[t.first : t.last]) not in plurals(code, t.id))
    return frozenset(i for term in one for i in range(term.first, term.last))


def _workplaces(found: Found) -> frozenset[int]:
    """The words for institutions that people are from and firms are not: a university, a hospital."""
    terms = (term for term in found.of("organisation_kinds") if term.id in workplaces())
    return frozenset(i for term in terms for i in range(term.first, term.last))


def _long_places(found: Found) -> Iterator[tuple[int, tuple[int, int]]]:
    at = found.reading.token_at
    for claim in found.kind("place"):
        first, last = at(claim.start), at(claim.end)
        if last - first > 1:
            yield from ((index, (first, last)) for index in range(first, last))


def _tokens_in(found: Found, claim: Claim) -> range:
    """The tokens inside a claim."""
    first, last = found.reading.token_at(claim.start), found.reading.token_at(claim.end)
    return range(first, last - (last > first and found.reading.tokens[last - 1].end > claim.end))
