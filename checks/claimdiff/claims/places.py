"""Claims: places - countries, regions and cities by name, demonym, official form, capital and seat of power."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimdiff.claims.found import Found
from claimdiff.claims.places_context import inside_organisation, is_place, surnames, within_name
from claimdiff.claims.places_state import Extent, capital_of, state_of
from claimdiff.claims.places_tongues import is_language
from claimdiff.claims.places_words import Fact, fact_of
from claimdiff.language import Term
from claimdiff.model import Claim

# What one and the same wording is first taken for: Luxembourg is the country, Granada the city before the island's name.
TABLES = ("countries", "regions", "demonyms", "cities", "metonyms")
FORMS = {"demonyms": "demonym", "metonyms": "metonym"}
BLOCKS = "not_places"
_TAKING = frozenset({"date", "time", "money"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens first:last and the terms that they can be, likeliest first."""

    first: int
    last: int
    terms: tuple[Term, ...]


def find(found: Found) -> list[Claim]:
    """The places of the version, each wording once; the longest name wins."""
    mentions = list(_mentions(found))
    marked = frozenset(index for m in mentions for index in range(m.first, m.last))
    kept = [m for m in mentions if not _ruled_out(found, m)]
    people = surnames(found, mentions, marked)
    explained = marked | found.covered("roles")
    longer = _longer_names(found, kept)
    claims = []
    tongues = _tongues(found, kept)
    for mention in kept:
        if mention.first in tongues:
            continue
        if is_place(found, mention.first, mention.last, mention.terms[0].category, marked, people):
            claims.append(_claim(found, mention, explained, longer))
    return claims


def _tongues(found: Found, mentions: list[Mention]) -> frozenset[int]:
    """The tokens of demonyms that are languages here."""
    out: set[int] = set()
    for mention in mentions:
        if mention.terms[0].category == "demonyms" and is_language(found, mention.first, mention.last, frozenset(out)):
            out.add(mention.first)
    return frozenset(out)


def _ruled_out(found: Found, mention: Mention) -> bool:
    """True for the `European` of the European Union: the organisation says it all."""
    return mention.terms[0].category == "demonyms" and inside_organisation(found, mention.first, mention.last)


def _longer_names(found: Found, mentions: list[Mention]) -> dict[tuple[str, ...], Term]:
    """Cities named in full, by the beginnings of their names: after `Santiago de Cuba`, a mere `Santiago` is that one."""
    full: dict[tuple[str, ...], Term] = {}
    for mention in mentions:
        if mention.terms[0].category == "cities":
            folds = tuple(t.fold for t in found.reading.tokens[mention.first : mention.last])
            full.update((folds[:size], mention.terms[0]) for size in range(1, len(folds)))
    return full


def _mentions(found: Found) -> Iterator[Mention]:
    """Wordings in text order, none overlapping: of two that overlap the longer one, then the earlier one, stays."""
    spans: dict[tuple[int, int], list[Term]] = {}
    for table in (*TABLES, BLOCKS):
        for term in found.of(table):
            spans.setdefault((term.first, term.last), []).append(term)
    used: set[int] = set()
    kept = []
    for (first, last), terms in sorted(spans.items(), key=lambda s: (s[0][0] - s[0][1], s[0][0])):
        tokens = range(first, last)
        if used.isdisjoint(tokens):
            used.update(tokens)
            blocked = any(t.category == BLOCKS for t in terms) or any(found.taken.get(i) in _TAKING for i in tokens)
            if not blocked:
                kept.append(Mention(first, last, tuple(sorted(terms, key=_likelihood))))
    return iter(sorted(kept, key=lambda m: m.first))


def _likelihood(term: Term) -> tuple[int, int, str]:
    fact = fact_of(term.id)
    return TABLES.index(term.category), -(fact.population if fact else 0), term.id


def _claim(found: Found, mention: Mention, explained: frozenset[int], longer: dict[tuple[str, ...], Term]) -> Claim:
    term = mention.terms[0]
    same = tuple(t.fold for t in found.reading.tokens[mention.first : mention.last])
    full = [longer[same]] if term.category == "cities" and same in longer else []
    known = [fact for t in (*full, *mention.terms) if (fact := fact_of(t.id))]
    fact = known[0]
    capital = capital_of(found, term, fact)
    if capital:
        return _capital_claim(found, capital, fact)
    # `República Popular China`: what reads as the country's name is its adjective here.
    state = next((s for t in mention.terms if (s := state_of(found, t)).name), Extent(mention.first, mention.last, ""))
    details = _details(term, fact)
    if state.name:
        details |= {"government": state.name}
        details["form"] = details["form"] if (state.first, state.last) == (term.first, term.last) else "official"
    elif details["form"] == "name" and within_name(found, mention.first, mention.last, explained):
        details["within"] = "name"
    values = [v for f in known for v in (f.value, *f.other.split()) if v]
    return _at(found, state, fact.value, details, tuple(dict.fromkeys(v for v in values if v != fact.value)))


def _details(term: Term, fact: Fact) -> dict[str, str]:
    details = {"form": FORMS.get(term.category, "name")}
    if fact.country and fact.country != fact.value:
        details["country"] = fact.country
    if fact.region:
        details["region"] = fact.region
    if term.category == "countries":
        details["status"] = "current" if fact.status == "ambiguous" else fact.status
        details |= {key: year for key, year in (("from", fact.starts), ("to", fact.ends)) if year}
    return details


def _capital_claim(found: Found, extent: Extent, fact: Fact) -> Claim:
    city = fact_of(extent.name)
    details = {"form": "capital", "country": city.country if city else fact.country}
    others = (fact_of(other) for other in fact.other.split())
    return _at(found, extent, extent.name, details, tuple(other.capital for other in others if other and other.capital))


def _at(found: Found, extent: Extent, value: str, details: dict[str, str], readings: tuple[str, ...]) -> Claim:
    start, end = found.span(extent.first, extent.last)
    return Claim("place", start, end, value, details=details, readings=readings, found_by=f"places.{details['form']}")
