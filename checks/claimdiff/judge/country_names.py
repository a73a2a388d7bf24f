"""Operator: a country that each version calls by another of its names throughout, whatever the passages."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from operator import itemgetter

from claimdiff.judge.scene import Match, Place, Scene
from claimdiff.relations import relate

_SURE = 0.75
_TOLD = frozenset({"renamed", "informal"})
_FORMS = frozenset({"name", "official"})
_YEAR = 4


def called_otherwise(scene: Scene) -> Iterator[Match]:
    """A country with a former or informal name in all of one version and the name of today in all of another."""
    named = [_named(scene, document) for document in range(len(scene.claims))]
    for mine, theirs in combinations(named, 2):
        for country in sorted(mine.keys() & theirs.keys()):
            one, other = mine[country], theirs[country]
            relation = relate(scene.claim(one[0]), scene.claim(other[0]), scene.langs[one[0][0]], scene.langs[other[0][0]])
            uniform = all(len({_status(scene, p) for p in places}) == 1 for places in (one, other))
            if relation is None or relation.name not in _TOLD or not uniform:
                continue
            current = [[p for p in places if not _history(scene, p)] for places in (one, other)]
            if all(current):
                steps = (f"{country} is called otherwise throughout",)
                yield Match("across", relation.name, _closest(scene, *current), _SURE, steps)


def _named(scene: Scene, document: int) -> dict[str, list[Place]]:
    """Country -> where the version names it, adjectives and longer names (Bank of X) left out."""
    out: dict[str, list[Place]] = defaultdict(list)
    for number, claim in enumerate(scene.claims[document]):
        told = claim.kind == "place" and claim.details.get("form") in _FORMS and "status" in claim.details
        if told and "within" not in claim.details and not claim.outside:
            out[claim.value].append((document, number))
    return out


def _status(scene: Scene, place: Place) -> str:
    return scene.claim(place).details["status"]


def of_its_time(scene: Scene, place: Place) -> bool:
    """True for a former name in a passage that tells of a year in which it was in force."""
    last, passage = scene.claim(place).details.get("to", ""), scene.passage(place)
    if not last or passage is None:
        return False
    years = _years(scene, place[0])
    first, end = (bisect_left(years, at, key=itemgetter(0)) for at in (passage.start, passage.end))
    return any(year < last for _, year in years[first:end])


def _history(scene: Scene, place: Place) -> bool:
    """True for a former name in such a passage, or in a version that tells of no other years."""
    last, latest = scene.claim(place).details.get("to", ""), max((year for _, year in _years(scene, place[0])), default="")
    return of_its_time(scene, place) or bool(last and latest and latest < last)


def _years(scene: Scene, document: int) -> list[tuple[int, str]]:
    """(offset, year) of the dates of a version, in text order."""
    return scene.once(_all_years)[document]


def _all_years(scene: Scene) -> list[list[tuple[int, str]]]:
    return [
        [(c.start, c.value[:_YEAR]) for c in claims if c.kind == "date" and c.value[:_YEAR].isdigit()] for claims in scene.claims
    ]


def _closest(scene: Scene, one: list[Place], other: list[Place]) -> tuple[Place, Place]:
    """Of two names' places two that are linked, or else the first."""
    there = set(other)
    linked = ((place, far) for place in one for far in scene.linked(place) if far in there)
    return next(linked, (one[0], other[0]))
