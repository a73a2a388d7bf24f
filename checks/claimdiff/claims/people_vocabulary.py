"""What a language and the world know about people's names: rules/languages/CODE/people.yaml, rules/world/people.yaml."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from claimdiff.files import shipped
from claimdiff.language import expand, grammar, languages, load_yaml, world
from claimdiff.names import key


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of rules/languages/CODE/people.yaml and rules/world/people.yaml as folded keys."""

    titles: frozenset[str]
    royal: frozenset[str]
    roles: frozenset[str]
    saying: frozenset[str]
    starters: frozenset[str]
    not_a_name: frozenset[str]
    not_a_name_anywhere: frozenset[str]
    particles: frozenset[str]
    marked: frozenset[str]
    after_given: frozenset[str]
    articles: frozenset[str]
    prefixes: frozenset[str]
    joins: frozenset[str]
    led_surnames: frozenset[str]
    surnames_too: frozenset[str]
    surnames_mostly: frozenset[str]
    aged: tuple[str, ...]
    weekdays: frozenset[str]
    genitive: tuple[str, ...]
    noun_endings: tuple[str, ...]
    determiners: frozenset[str]
    role_endings: tuple[str, ...]
    nouns_have_capitals: bool
    of: frozenset[str]
    whose: frozenset[str]
    according: frozenset[str]
    whence: frozenset[str]
    articled: frozenset[str]
    placing: frozenset[str]


def _keys(words: str | Iterable[str]) -> frozenset[str]:
    listed = words.split() if isinstance(words, str) else words
    return frozenset(key(form) for word in listed for form in expand(word))


@cache
def vocabulary(code: str) -> Vocabulary:
    """The vocabulary of a language, loaded once."""
    own, shared = grammar(code, "people"), load_yaml(shipped("rules") / "world" / "people.yaml")
    everywhere = [grammar(other, "people").get("not_a_name", "") for other in languages()]
    return Vocabulary(
        titles=_keys(own.get("titles", "")) | _keys(shared["titles"]),
        royal=_keys(own.get("royal", "")),
        roles=_keys(own.get("roles", "")),
        saying=_keys(own.get("saying", "")),
        starters=_keys(own.get("starters", "")),
        not_a_name=_keys(shared["not_a_name"]) | _keys(own.get("not_a_name", "")),
        not_a_name_anywhere=frozenset().union(_keys(shared["not_a_name"]), *map(_keys, everywhere)),
        particles=_keys(shared["particles"]),
        marked=_keys(shared["marked"]),
        after_given=_keys(own.get("particles_after_given", "")),
        articles=_keys(shared["articles"]),
        prefixes=_keys(shared["prefixes"]),
        led_surnames=_keys(shared["led_surnames"]),
        joins=_keys(shared["joins"]),
        surnames_too=_keys(shared["surnames_too"]) | _keys(shared["surnames_mostly"]),
        surnames_mostly=_keys(shared["surnames_mostly"]),
        aged=tuple(key(ending) for ending in own.get("aged", ())),
        weekdays=_keys(grammar(code, "dates").get("weekdays", ())),
        genitive=tuple(own.get("genitive", ())),
        determiners=_keys(own.get("determiners", "")),
        role_endings=tuple(sorted(role for role in _keys(own.get("roles", "")) if len(role) > 6)),
        noun_endings=tuple(own.get("noun_endings", "").split()),
        nouns_have_capitals=bool(own.get("nouns_have_capitals")),
        of=_keys(own.get("of", "")),
        whose=_keys(own.get("whose", "")),
        according=_keys(own.get("according", "")),
        whence=frozenset(own.get("whence", "").split()),
        articled=_keys(grammar(code, "polarity").get("articles", ())),
        placing=_keys(grammar(code, "places").get("prepositions", ())),
    )


@cache
def first_names() -> frozenset[str]:
    """Given names of the world, folded (rules/world/first_names.txt)."""
    path = shipped("rules") / "world" / "first_names.txt"
    return frozenset(line for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))


@cache
def kin() -> frozenset[str]:
    """The roles of kinship."""
    return frozenset(role for role, row in world("roles").items() if row["class"] == "kin")


@cache
def callings_of_people() -> frozenset[str]:
    """The occupations and offices but for those that a firm, a club or a film has as well."""
    rows = world("roles").items()
    callings = frozenset(role for role, row in rows if row["class"].startswith(("occupation", "office")))
    return callings - _world_ids("callings_of_things")


@cache
def workplaces() -> frozenset[str]:
    """The kinds of institution that people are from and firms are not."""
    return _world_ids("workplaces")


def _world_ids(name: str) -> frozenset[str]:
    return frozenset(load_yaml(shipped("rules") / "world" / "people.yaml")[name].split())
