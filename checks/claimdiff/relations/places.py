"""How two places compare: a city and its country, a capital and the government, a region and its state agree."""

from __future__ import annotations

from functools import lru_cache

from claimdiff.language import world
from claimdiff.model import Claim
from claimdiff.relations.base import EQUAL, Relation


def relate(a: Claim, b: Claim, _lang_a: str, _lang_b: str) -> Relation | None:
    """The relation of two mentions of places."""
    xs, ys = (a.value, *a.readings), (b.value, *b.readings)
    if set(xs) & set(ys):
        return _same_place(a, b)
    if any(contains(x, y) or contains(y, x) for x in xs for y in ys):
        return Relation("narrower", "one place lies in the other")
    return _different(a, b)


def _different(a: Claim, b: Claim) -> Relation | None:
    kinds = (_level(a.value), _level(b.value))
    why = f"{a.value} is not {b.value}"
    if kinds == ("countries", "countries"):
        return Relation("different-country", why)
    # A city set against a country it does not lie in, or a river against a town, is not the same statement.
    if set(kinds) == {"countries", "regions"}:
        # "European" against "Iranian", Scottish against Danish: neither lies in the other.
        return Relation("different-country", why, 0.65)
    if kinds == ("cities", "cities") and _loosely(a, b):
        return None  # "The Lyon suburbs" hold many a town.
    states = all("-" in place and place.isupper() for place in (a.value, b.value))
    return Relation("different", why) if kinds == ("cities", "cities") or (kinds == ("regions", "regions") and states) else None


def _loosely(a: Claim, b: Claim) -> bool:
    """True where the adjective of one town may speak of its surroundings, in which the other lies."""
    regions = {c.details.get("region") for c in (a, b)}
    return "demonym" in (a.details.get("form"), b.details.get("form")) and len(regions) == 1 and None not in regions


def _level(place: str) -> str:
    return next((table for table in ("countries", "cities", "regions") if place in world(table)), "")


def _same_place(a: Claim, b: Claim) -> Relation:
    if {a.details.get("form"), b.details.get("form")} & {"demonym", "adjective"}:
        return EQUAL  # "Macedonian" outlived the change of the country's name.
    statuses = (a.details.get("status", "current"), b.details.get("status", "current"))
    if "former" in statuses and statuses[0] != statuses[1]:
        return Relation("renamed", "one version uses a former name")
    if "informal" in statuses and statuses[0] != statuses[1]:
        return Relation("informal", "one version uses an informal name")
    return EQUAL


@lru_cache(maxsize=4096)
def containers(place: str) -> tuple[str, ...]:
    """The place and what it lies in, nearest first: city, region, country, continent."""
    out: list[str] = []
    todo = [place]
    while todo:
        here = todo.pop(0)
        if here and here not in out:
            out.append(here)
            todo += _around(here)
    return tuple(out)


def _around(place: str) -> list[str]:
    for table in ("cities", "regions", "countries"):
        row = world(table).get(place)
        if row is not None:
            return [row["region"], row["country"] if table != "countries" else row["continent"]]
    return [place.partition("-")[0]] if "-" in place else []


def contains(outer: str, inner: str) -> bool:
    """True when `inner` lies in `outer`."""
    return outer in containers(inner)


def country(claim: Claim) -> str:
    """The ISO 3166-1 code that a place claim lies in, or its own value."""
    return claim.details.get("country") or claim.value
