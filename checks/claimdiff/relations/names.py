"""How two mentions of people compare."""

from __future__ import annotations

from functools import lru_cache

from claimdiff.language import grammar, world
from claimdiff.model import Claim
from claimdiff.relations.base import AGREEING, EQUAL, Relation

# Two transcriptions of one name share at least this much of their letters, in per cent (Khashoggi / Chaschuqdschi: 54).
FAR = 35

_RELATIONS = {
    "same": "equal",
    "transliterated": "transliterated",
    "shorter": "shorter",
    "respelt": "respelt",
    "different": "different",
}


def relate(a: Claim, b: Claim, lang_a: str, lang_b: str) -> Relation | None:
    """The relation of two people's names as written; a surname alone stands for the full name in its text."""
    if a.value == b.value:
        return EQUAL
    if _one_given_name(a.value, b.value):
        return Relation("equal", "one given name in two languages")
    if a.details.get("umlauts") == b.value or b.details.get("umlauts") == a.value:
        return Relation("equal", "umlauts written as two letters")
    told = compared(a.value, b.value, lang_a, lang_b)
    if told.name == "different" and _one_person(a, b, lang_a, lang_b):
        return Relation("shorter", "each version uses another part of one name")
    return told


def _one_given_name(a: str, b: str) -> bool:
    """True for Philippe and Filippo, as kings, popes and saints are called; of other people the given name is not translated."""
    return " " not in a + b and bool(_given(a) & _given(b))


@lru_cache(maxsize=4096)
def _given(name: str) -> frozenset[str]:
    return frozenset(key for key, row in world("given_names").items() if name in row["forms"].split("|"))


def _one_person(a: Claim, b: Claim, lang_a: str, lang_b: str) -> bool:
    full_a, full_b = a.details.get("full", a.value), b.details.get("full", b.value)
    return (full_a, full_b) != (a.value, b.value) and compared(full_a, full_b, lang_a, lang_b).name in AGREEING


def _genitive(name: str, longer: str, lang: str) -> bool:
    """True when `longer` is `name` with an ending by which its language marks the genitive (Manaforts)."""
    return any(longer == name + ending for ending in (grammar(lang, "people") or {}).get("genitive", ()))


def compared(a: str, b: str, lang_a: str, lang_b: str) -> Relation:
    """The relation of two names; the same whichever comes first."""
    (one, lang_one), (other, lang_other) = sorted([(a, lang_a), (b, lang_b)])
    return _compared(one, other, lang_one, lang_other)


@lru_cache(maxsize=65536)
def _compared(a: str, b: str, lang_a: str, lang_b: str) -> Relation:
    from rapidfuzz.fuzz import ratio

    from claimdiff.names import compare

    if _genitive(a, b, lang_b) or _genitive(b, a, lang_a):
        return Relation("equal", "one is a genitive")
    if ratio(a, b) < FAR:
        return Relation("different", "nothing alike")
    told = compare(a, b, lang_a, lang_b)
    # The score tells how near a respelling is; that two names are two is as sure as can be.
    return Relation(_RELATIONS[told.relation], told.reason, told.score if told.relation == "respelt" else 1.0)
