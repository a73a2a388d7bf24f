"""Operators: a period that one version tells by its ends ("began on 2 April and ended on 18 August") or by its length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import permutations

from claimdiff.judge.scene import Match, Place, Scene
from claimdiff.model import Claim
from claimdiff.relations.dates import Point, difference, points

# Pairs of opposites that tell when something begins (side a) and when it is over (side b).
_TURNS = frozenset({"open_close", "start_end"})
_SURE = 0.8
# Units in which a period is told by its length, in days; so many times longer or shorter is another period.
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.0}
_LOOSE = 1.6
_ANY_YEAR = 2001

Told = tuple[tuple[Place, ...], tuple[Point, ...]]


def ends_differ(scene: Scene) -> Iterator[Match]:
    """A range of one version, of which another version gives one end, and another day for the other end."""
    ranges = [list(_ranges(scene, document)) for document in range(len(scene.claims))]
    ends = [list(_ends(scene, document)) for document in range(len(scene.claims))]
    for i, j in permutations(range(len(ranges)), 2):
        for place, told in ranges[i]:
            if any(_ends_shared(told, other) == len(told) for _, other in (*ranges[j], *ends[j])):
                continue
            for places, other in ends[j]:
                if _ends_shared(told, other) == 1:
                    yield Match("across", "different-range", (*place, *places), _SURE, ("one end is the same, the other is not",))


def _ends_shared(one: tuple[Point, ...], other: tuple[Point, ...]) -> int:
    """How many ends of two periods may be the same days."""
    return sum(difference(p, q) is None for p, q in zip(one, other, strict=True))


def _ranges(scene: Scene, document: int) -> Iterator[Told]:
    """The ranges of a version that give the month and the day of both ends."""
    for number, claim in enumerate(scene.claims[document]):
        told = points(claim.value) if claim.kind == "date" and not claim.outside else ()
        if len(told) == 2 and all(p.month and p.day for p in told):
            yield ((document, number),), told


def _ends(scene: Scene, document: int) -> Iterator[Told]:
    """The two days of a sentence that tells of a beginning and, behind it, of an end."""
    for places in _by_sentence(scene, document, "date", "polarity"):
        told = [(p, points(scene.claim(p).value)) for p in places if scene.claim(p).kind == "date" and _said(scene.claim(p))]
        days = [(p, ends[0]) for p, ends in told if len(ends) == 1 and ends[0].month and ends[0].day]
        if len(days) == 2 and _turns(scene, places):
            yield (days[0][0], days[1][0]), (days[0][1], days[1][1])


def _by_sentence(scene: Scene, document: int, *kinds: str) -> Iterable[list[Place]]:
    """The claims of these kinds, sentence by sentence."""
    homes: dict[int, list[Place]] = {}
    for number, claim in enumerate(scene.claims[document]):
        passage = scene.passage((document, number))
        if passage is not None and claim.kind in kinds and not claim.outside:
            homes.setdefault(passage.number, []).append((document, number))
    return homes.values()


def _said(claim: Claim) -> bool:
    """False for a day that the words only point at: on Friday, yesterday."""
    return "relative" not in claim.details and claim.found_by != "dates.weekday"


def _turns(scene: Scene, places: list[Place]) -> bool:
    """True where a word of beginning comes first and a word of ending behind it."""
    claims = [scene.claim(p) for p in places]
    sides = [c.details.get("side") for c in claims if c.details.get("pair") in _TURNS]
    return sides == ["a", "b"]


def lengths_differ(scene: Scene) -> Iterator[Match]:
    """A range of one version, which another version tells by its first day and by how long it lasts: another time."""
    ranges = [list(_ranges(scene, document)) for document in range(len(scene.claims))]
    lasting = [list(_lasting(scene, document)) for document in range(len(scene.claims))]
    for i, j in permutations(range(len(ranges)), 2):
        for (place,), told in ranges[i]:
            if any(_ends_shared(told, other) == len(told) for _, other in ranges[j]):
                continue
            long = _length(told)
            for day, begin, length, days in lasting[j] if long else ():
                if difference(told[0], begin) is None and not 1 / _LOOSE <= days / long <= _LOOSE:
                    why = f"{long} days are told by their ends, {days:g} by their length"
                    yield Match("across", "different-range", (place, day, length), _SURE, (why,))


def _length(told: tuple[Point, ...]) -> int:
    """How many days a range has, both ends counted, 0 where the calendar lacks one; an end that comes first is of the next year."""
    try:
        begin, end = (date(int(p.year or _ANY_YEAR), int(p.month or 1), int(p.day or 1)) for p in told)
    except ValueError:
        return 0
    return ((end - begin).days if begin <= end else (end - begin).days + 365) + 1


def _lasting(scene: Scene, document: int) -> Iterator[tuple[Place, Point, Place, float]]:
    """The sentences that tell one day and one length of time: where, the day, where, so many days."""
    for places in _by_sentence(scene, document, "date", "duration"):
        days = [p for p in places if scene.claim(p).kind == "date"]
        lengths = [p for p in places if scene.claim(p).kind == "duration"]
        if len(days) == len(lengths) == 1 and days[0] < lengths[0]:
            told, length = points(scene.claim(days[0]).value), scene.claim(lengths[0])
            plain = length.unit in _DAYS and length.value.isdecimal() and "offset" not in length.details
            if len(told) == 1 and told[0].month and told[0].day and plain:
                yield days[0], told[0], lengths[0], int(length.value) * _DAYS[length.unit or ""]
