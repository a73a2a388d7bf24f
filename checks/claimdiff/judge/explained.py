"""Times and years that stand for something else: an hour and a delay, the year in which somebody of that age was born."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimdiff.judge.scene import Place, Scene
from claimdiff.language import world
from claimdiff.model import Claim
from claimdiff.relations.dates import points
from claimdiff.relations.numbers import decimals

_HOUR, _DAY = 60, 24 * 60
_AGES = frozenset({"age", "duration"})
_YEAR = "year"


def explained(scene: Scene, one: Place, other: Place) -> bool:
    """True where the one follows from the other and what stands beside it, or from what the other version says in its place."""
    kinds = {scene.claim(one).kind, scene.claim(other).kind}
    if kinds == {"time"}:
        return _delayed(scene, one, other)
    if kinds != {"date"} or _one_digit(scene.claim(one).value, scene.claim(other).value):
        return False
    return _of_an_age(scene, one, other) or _of_an_age(scene, other, one)


def _one_digit(one: str, other: str) -> bool:
    """True for 1925 and 1935: of two such years one is wrong, whatever the age beside them."""
    return len(one) == len(other) and sum(x != y for x, y in zip(one, other, strict=True)) == 1


def _delayed(scene: Scene, one: Place, other: Place) -> bool:
    """True for "planned for 20:30, it began thirty minutes late" and "at 21:00": the sentence of one tells the difference."""
    times = [_minutes(scene.claim(place)) for place in (one, other)]
    if None in times:
        return False
    first, second = (minutes or 0 for minutes in times)
    apart = {(first - second) % _DAY, (second - first) % _DAY}
    return any(length in apart for place in (one, other) for length in _lengths(scene, place))


def _minutes(claim: Claim) -> int | None:
    hours, colon, minutes = claim.value.partition(":")
    return int(hours) * _HOUR + int(minutes) if colon and hours.isdecimal() and minutes.isdecimal() else None


def _lengths(scene: Scene, place: Place) -> Iterator[Decimal]:
    """The durations in the sentence of a claim, in minutes."""
    for claim in _near(scene, place, 0):
        unit = world("units").get(claim.unit or "")
        if claim.kind == "duration" and unit:
            for value in decimals(claim.value)[:1]:
                yield value * Decimal(unit["factor"] or "1") / _HOUR


def _of_an_age(scene: Scene, place: Place, there: Place) -> bool:
    """True for a year alone that the other version tells near by as an age, in a year that either names with a month."""
    told = points(scene.claim(place).value)
    if len(told) != 1 or told[0].month or not (told[0].year or "").isdecimal():
        return False
    ages = {int(v) for c in _near(scene, there, 1) if _is_age(c) for v in decimals(c.value)[:1] if v == v.to_integral_value()}
    return any(year - int(told[0].year or 0) - age in (0, 1) for year in scene.once(_years) for age in ages)


def _near(scene: Scene, place: Place, beside: int) -> Iterator[Claim]:
    """The claims of the sentence of a claim, and of so many before and behind it."""
    home, passages = scene.passage(place), scene.passages[place[0]]
    if home is not None:
        first, last = passages[max(0, home.number - beside)], passages[min(home.number + beside, len(passages) - 1)]
        yield from (scene.claim((place[0], n)) for n in scene.begun(place[0], first.start, last.end))


def _is_age(claim: Claim) -> bool:
    return claim.kind in _AGES and claim.unit == _YEAR and "/" not in claim.value


def _years(scene: Scene) -> set[int]:
    """The years of the dates that have a month: of when the story is told, and of what it tells of."""
    dates = (p for claims in scene.claims for c in claims if c.kind == "date" for p in points(c.value))
    return {int(p.year) for p in dates if p.month and p.year and p.year.isdecimal()}
