"""How two things counted compare: the same, one a kind of the other, or another thing altogether."""

from __future__ import annotations

from functools import lru_cache

from claimdiff.language import world
from claimdiff.relations.unlike import unlike


@lru_cache(maxsize=4096)
def another(a: str, b: str) -> bool:
    """True when a reader would not count the one for the other: votes and states, homes and inhabitants, dead and injured."""
    return _exclude(a, b) or unlike(ancestors(a), ancestors(b)) or not (related(a, b) or _one_domain(a, b))


def ancestors(concept: str) -> list[str]:
    """The concept and its broader ones, nearest first."""
    out: list[str] = []
    rows = world("concepts")
    while concept and concept not in out:
        out.append(concept)
        row = rows.get(concept)
        concept = row["broader"] if row else ""
    return out


@lru_cache(maxsize=4096)
def related(a: str, b: str) -> bool:
    """True when one concept is the other or broader than it, or both stand under one that is no root."""
    up_a, up_b = ancestors(a), ancestors(b)
    return bool(set(up_a) & set(up_b))


def _exclude(a: str, b: str) -> bool:
    """True for two fates of people of which one person has but one (dead, injured), two parts that they play, two sexes."""
    return any(_first(a, what) not in (None, other) for what in _ASPECTS if (other := _first(b, what)) is not None)


# What divides people: `fate` by the concept itself, the others by the word behind the colon (part:teacher, sex:f).
_ASPECTS = ("fate", "part", "sex")


def _first(concept: str, aspect: str) -> str | None:
    """Which fate, part or sex a concept or the nearest broader one says; None where none does."""
    for up in ancestors(concept):
        for said, _, which in (word.partition(":") for word in _column(up, "of_people").split()):
            if said == aspect:
                return which or up
    return None


def is_fate(concept: str) -> bool:
    """True for a fate of people of which one person has but one: the dead, the injured, the missing."""
    return _first(concept, "fate") is not None


def is_of_people(concept: str) -> bool:
    """True for a concept under which people are counted."""
    return _column(ancestors(concept)[-1], "kind") == "person" if concept else False


def _one_domain(a: str, b: str) -> bool:
    """True unless a reader would never count one for the other: people against things, places against votes, firms against jobs.

    Six arrests are six people, 81 seats 81 deputies, 281 shops 281 outlets: events and things go by many names.
    """
    one, other = _domain(a), _domain(b)
    if _column(a, "kind") == _column(b, "kind") == "place" or "fate" in (_column(a, "of_people"), _column(b, "of_people")):
        return True
    return (
        one == other or frozenset((one, other)) in _INTERCHANGED or ("other" in (one, other) and not {one, other} & _NEVER_THINGS)
    )


# What no other thing is counted as: the rest ("other") may go by the name of a building, a firm, a document.
_NEVER_THINGS = frozenset({"person", "party", "group", "place"})
# Two domains whose members stand for each other: an arrest for the arrested, a supplier for a firm, a home for a household.
_INTERCHANGED = frozenset(
    frozenset(pair.split())
    for pair in (
        *("event person", "event party", "event group", "event document", "event animal", "event firm", "event vehicle"),
        *("party person", "party company", "party body", "party group", "party place", "party firm", "party building"),
        *("group building", "company body", "company firm", "body firm", "body building", "building firm"),
    )
)
_BY_KIND = {
    **{kind: kind for kind in ("person", "place", "vehicle", "animal", "award", "document")},
    **{"organisation": "body", "work": "document"},
}


@lru_cache(maxsize=4096)
def _domain(concept: str) -> str:
    """What sort of thing is counted: people, households, firms, bodies, buildings, papers …; "other" where names are loose."""
    up = ancestors(concept)
    stands = _column(concept, "of_people").split()
    if stands and stands[0] in ("event", "party", "group", "firm"):
        return stands[0]
    if {"company", "building"} & set(up):
        return "company" if "company" in up else "building"
    return _BY_KIND.get(_column(concept, "kind"), "other")


def _column(concept: str, name: str) -> str:
    row = world("concepts").get(concept)
    return row[name] if row else ""
