"""How two named buildings, waters or towns compare: different only where nothing may make one of the two names."""

from __future__ import annotations

from functools import lru_cache

from claimdiff.language import world
from claimdiff.model import Claim
from claimdiff.names import same_given
from claimdiff.relations.base import EQUAL, Relation
from claimdiff.relations.places import contains

# Two words with so many of their letters in common may be one name in two languages; with the same beginning, fewer will do.
ALIKE, BEGUN, BEGINNING = 0.6, 0.5, 4
# A town of the tables against one that none has: it may be a suburb.
HALF_KNOWN = 0.85


def relate_facilities(a: Claim, b: Claim, _lang_a: str, _lang_b: str) -> Relation | None:
    """Equal, different, or None where the names may be one or are of two kinds of things."""
    if a.details["kind"] != b.details["kind"]:
        return None
    mine, theirs = a.details["name"].split(), b.details["name"].split()
    towns = a.details["places"].split(), b.details["places"].split()
    if mine and theirs:
        if named_alike(mine, theirs) or _placed(a, mine, theirs) or _placed(b, theirs, mine):
            return EQUAL
        return None if a.details["means"] or b.details["means"] else _different(a, b)
    if any(contains(x, y) or contains(y, x) for x in towns[0] for y in towns[1]):
        return None
    if named_alike([*mine, *a.details["placed"].split()], [*theirs, *b.details["placed"].split()]):
        return EQUAL
    if a.details["means"] or b.details["means"] or not all(_placeable(c) for c in (a, b)):
        return None
    return _different(a, b, 1.0 if bool(mine) == bool(theirs) else HALF_KNOWN)


def _placeable(a: Claim) -> bool:
    """False for a house with a name of its own ("ospedale Pasteur"), which may stand in the town that another is called after."""
    return bool(not a.details["name"] or a.details["linked"] or a.details["kind"] not in world("organisation_kinds"))


def _placed(a: Claim, mine: list[str], theirs: list[str]) -> bool:
    """True where the word that one name has for its own is a place in the other."""
    return named_alike([*mine, *a.details["placed"].split()], theirs)


def relate_towns(a: Claim, b: Claim, _lang_a: str, _lang_b: str) -> Relation | None:
    """Equal, different, or None for two known towns, which are compared as places."""
    if a.details["known"] and b.details["known"]:
        return EQUAL if a.value == b.value else None
    mine, theirs = (_words(c) for c in (a, b))
    if named_alike(mine, theirs):
        return EQUAL
    half = bool(a.details["known"] or b.details["known"])
    return Relation("different", f"{a.value.lstrip('~')} is not {b.value.lstrip('~')}", HALF_KNOWN if half else 1.0)


def _words(claim: Claim) -> list[str]:
    return claim.value.replace("-", " ").split() if claim.details["known"] else claim.value[1:].split()


def _different(a: Claim, b: Claim, weight: float = 1.0) -> Relation:
    return Relation("different", f"{a.value} is not {b.value}", weight)


def named_alike(mine: list[str], theirs: list[str]) -> bool:
    """True when a word of one name may be a word of the other."""
    return any(alike(x, y) for x in mine for y in theirs) or bool(_exonyms(" ".join(mine)) & _exonyms(" ".join(theirs)))


@lru_cache(maxsize=1 << 16)
def alike(x: str, y: str) -> bool:
    """True for two folded words that may be one name: near spellings, exonyms, a given name in two languages."""
    from rapidfuzz.distance import OSA

    if x == y or same_given(x, y) or _exonyms(x) & _exonyms(y):
        return True
    near = OSA.normalized_similarity(x, y)
    return near >= ALIKE or (near >= BEGUN and x[:BEGINNING] == y[:BEGINNING] and min(len(x), len(y)) > BEGINNING)


@lru_cache(maxsize=4096)
def _exonyms(name: str) -> frozenset[str]:
    return _rows().get(name, frozenset())


@lru_cache(maxsize=1)
def _rows() -> dict[str, frozenset[str]]:
    """Folded name -> the ids of the places that some language calls so."""
    out: dict[str, set[str]] = {}
    for key, row in world("exonyms").items():
        for form in row["forms"].split("|"):
            out.setdefault(form, set()).add(key)
    return {form: frozenset(keys) for form, keys in out.items()}
