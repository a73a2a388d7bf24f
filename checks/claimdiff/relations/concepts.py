"""How two things counted compare: the same, one a kind of the other, or another thing altogether."""

from __future__ import annotations

from functools import lru_cache

from claimdiff.language import world


def another(a: str, b: str) -> bool:
    """True when a reader would not count the one for the other: votes and states, homes and inhabitants, dead and injured."""
    return _exclude(a, b) or not (related(a, b) or _one_domain(a, b))


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
    """True for two fates of people of which one person has but one: dead, injured, missing, displaced."""
    fates = [next((c for c in ancestors(x) if _column(c, "of_people") == "fate"), None) for x in (a, b)]
    return None not in fates and fates[0] != fates[1]


def _one_domain(a: str, b: str) -> bool:
    """True unless a reader would never count one for the other: people against things, places against votes.

    Six arrests are six people, 81 seats 81 deputies, 281 shops 281 outlets: events and things go by many names.
    """
    befalls = any(_column(c, "of_people") for c in (a, b))
    return _domain(a) == _domain(b) or (befalls and "person" in (_domain(a), _domain(b)))


def _domain(concept: str) -> str:
    kind = _column(concept, "kind")
    return kind if kind in ("person", "place") else "other"


def _column(concept: str, name: str) -> str:
    row = world("concepts").get(concept)
    return row[name] if row else ""
