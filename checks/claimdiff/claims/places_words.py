"""What places are read by: the grammar file places.yaml of a language, and the world's countries, regions and cities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from claimdiff.files import shipped
from claimdiff.language import Row, grammar, load_yaml, world
from claimdiff.text import folded


@dataclass(frozen=True, slots=True)
class Words:
    """places.yaml, ready for look-up; every word is casefolded."""

    prepositions: frozenset[str]  # a place follows
    articled: frozenset[str]  # those of them that no doubtful city follows, for they hold an article (alla, zum)
    links: frozenset[str]  # "of the" between a head and the country: de, du, of, der
    heads: frozenset[str]  # words for places (city, region) that a doubtful name may follow
    joiners: frozenset[str]  # and, or: what joins two places
    beside: frozenset[str]  # capitalised words that make no longer name of the place beside them (North, Greater)
    titles: frozenset[str]  # Mr, Frau: a person follows, whatever the name
    doubtful: frozenset[str]  # folded names that are more often something else; a place only where the context says so
    capitals_mark_names: bool  # False where every noun has a capital
    governments: Mapping[str, str]  # word -> form of state
    modifiers: frozenset[str]  # popular, democratic, federal: words around the form of state
    state_bare: bool  # True where country follows the form of state directly (Republik Korea)
    capitals: frozenset[str]  # words for a capital city
    capital_before: frozenset[str]  # one of these stands before "capital", or any word when empty
    capital_not_after: frozenset[str]  # none of these stands behind it (markets)
    capital_bare: bool  # True where the country follows directly, in the genitive
    possessive: frozenset[str]
    tongue_before: frozenset[str]  # "in": what makes a language of the demonym behind it
    tongue_between: frozenset[str]  # articles and prepositions between the next words and a language
    tongue_words: frozenset[str]  # to speak, to translate, language: a demonym in small letters behind them is a language


@cache
def words(lang: str) -> Words:
    """The words of the language's places.yaml."""
    data = grammar(lang, "places")
    state, capital = data.get("state", {}), data.get("capital", {})
    governments = {w.casefold(): form for form, said in state.get("governments", {}).items() for w in said}
    return Words(
        **{
            name: _folded(data.get(name))
            for name in ("prepositions", "articled", "links", "heads", "joiners", "beside", "titles", "possessive")
        },
        doubtful=frozenset(map(folded, _folded(data.get("doubtful")))),
        capitals_mark_names=data.get("capitals_mark_names", True),
        governments=governments,
        modifiers=_folded(state.get("modifiers")),
        state_bare=state.get("bare", False),
        capitals=_folded(capital.get("words")),
        capital_before=_folded(capital.get("before")),
        capital_not_after=_folded(capital.get("not_after")),
        capital_bare=capital.get("bare", False),
        tongue_before=_folded(data.get("tongue", {}).get("before")),
        tongue_between=_folded(data.get("tongue", {}).get("between")),
        tongue_words=_folded(data.get("tongue", {}).get("words")),
    )


def _folded(said: list[str] | None) -> frozenset[str]:
    return frozenset(word.casefold() for word in said or ())


@cache
def surnames_too() -> frozenset[str]:
    """Places that many people are called after, folded (rules/world/places.yaml)."""
    return frozenset(folded(name.casefold()) for name in load_yaml(shipped("rules") / "world" / "places.yaml")["surnames"])


class Fact:
    """One row of the world: what a term's id stands for."""

    __slots__ = ("capital", "country", "ends", "other", "population", "region", "starts", "status", "value")

    def __init__(self, value: str, row: Row) -> None:
        self.value = value
        self.country, self.region, self.capital = row["country"], row["region"], row["capital"]
        self.status = row["status"]
        self.starts, self.ends, self.other = row["from"], row["to"], row["other"]
        self.population = int(row["population"] or 0)


@cache
def fact_of(key: str) -> Fact | None:
    """The city, region or country (or status of its name) with this id; None for any other word."""
    for table in ("cities", "regions", "countries"):
        row = world(table).get(key)
        if row is not None:
            return Fact(row["country"] if table == "countries" else key, row)
    return None
