"""Figures that stand for one datum wherever they stand: long enough not to meet by chance, and told once by each version."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from claimdiff.link.side import Side
from claimdiff.model import Claim
from claimdiff.relations import group
from claimdiff.relations.dates import points, slip_of_date
from claimdiff.relations.rounding import exchanged, significant, tens_apart

# How a vote goes.
OUTCOMES = {"unanimous", "majority"}
# The origin of an outcome that only the counts of the votes tell.
COUNTED = "ballots.counts"
# A smaller figure is met by chance.
SMALLEST = 20
# Four digits that are a year as likely as a count.
YEARS = range(1900, 2101)


class Singled:
    """The figures of two versions, counted."""

    def __init__(self, a: Side, b: Side) -> None:
        """Both sides, as they are laid out for linking."""
        self._sides = a, b

    @cached_property
    def _told(self) -> tuple[Counter[str], Counter[str]]:
        one, other = (Counter(v for c in side.claims if _counts(c) for v in {c.value, *c.readings}) for side in self._sides)
        return one, other

    def once(self, a: int, b: int) -> bool:
        """True when the two claims say one distinctive figure that neither version says again."""
        one, other = self._sides[0].claims[a], self._sides[1].claims[b]
        return one.value == other.value and distinctive(one.value) and all(told[one.value] == 1 for told in self._told)

    def votes(self, a: int, b: int) -> bool:
        """True where each version tells of one vote only how it went, the one unanimously, the other by a majority."""
        one, other = self._sides[0].claims[a], self._sides[1].claims[b]
        return {one.value, other.value} == OUTCOMES and all(told == 1 for told in self._outcomes)

    @cached_property
    def _outcomes(self) -> tuple[int, int]:
        one, other = (_outcomes(side) for side in self._sides)
        return one, other

    def strays(self, a: int, b: int) -> bool:
        """True for a figure that a slip of the pen makes of another, where neither version tells the figure of the other."""
        one, other = self._sides[0].claims[a], self._sides[1].claims[b]
        if not (exchanged(one, other) or tens_apart(one, other)):
            return False
        return self._told[1][one.value] == 0 == self._told[0][other.value]

    def misread(self, a: int, b: int) -> bool:
        """True for two times of day in the same digits (17:42, 17:24), where neither version tells the time of the other."""
        one, other = self._sides[0].claims[a], self._sides[1].claims[b]
        if one.value == other.value or clock_digits(one) != clock_digits(other) or not clock_digits(one):
            return False
        times = ({v for c in side.claims if c.kind == "time" for v in (c.value, *c.readings)} for side in self._sides)
        mine, theirs = times
        return mine.isdisjoint((other.value, *other.readings)) and theirs.isdisjoint((one.value, *one.readings))

    def mistaken(self, a: int, b: int) -> bool:
        """True for a date that a slip of the pen makes of another, where each version tells its own alone."""
        one, other = self._sides[0].claims[a], self._sides[1].claims[b]
        return slip_of_date(one, other) and not (_told(self._sides[1], one) or _told(self._sides[0], other))

    def one_end(self, a: int, b: int) -> bool:
        """True for two ranges that share one end (2014 to 2019, 2014 to 2018), each told by one version alone."""
        one, other = self._sides[0].claims[a], self._sides[1].claims[b]
        mine, theirs = points(one.value), points(other.value)
        if not len(mine) == len(theirs) == 2 or sum(x == y and any(x) for x, y in zip(mine, theirs, strict=True)) != 1:
            return False
        said = [{v for c in side.claims if c.kind == "date" for v in (c.value, *c.readings)} for side in self._sides]
        return one.value not in said[1] and other.value not in said[0]

    def told_elsewhere(self, a: int, b: int) -> bool:
        """True for two bare years of which the other version tells one as well: neither stands for the other."""
        one, other = self._sides[0].claims[a], self._sides[1].claims[b]
        bare = all(len(told := points(c.value)) == 1 and told[0].year and not told[0].month for c in (one, other))
        return bare and (_told(self._sides[1], one) or _told(self._sides[0], other))


def _outcomes(side: Side) -> int:
    """How many votes a version tells the outcome of in words; where it tells none so, how many by their counts."""
    told = [c.found_by == COUNTED for c in side.claims if c.kind == "quantifier" and c.value in OUTCOMES and not c.outside]
    return told.count(False) or len(told)


def clock_digits(claim: Claim) -> str:
    """The digits of a time of day told to the minute, sorted; none where they are too few to tell a slip from chance."""
    digits = sorted(claim.value.replace(":", ""))
    return "".join(digits) if claim.kind == "time" and len(digits) == _CLOCK and len({*digits}) > _ALIKE else ""


# Hours and minutes; 10:00 and 01:00, 11:10 and 10:11 are two times as often as one.
_CLOCK, _ALIKE = 4, 2


def _told(side: Side, date: Claim) -> bool:
    """True where a version says that day, or that year, in any date."""
    (mine,) = points(date.value)
    ends = (p for c in side.claims if c.kind == "date" and not c.outside for v in (c.value, *c.readings) for p in points(v))
    return any((p.day == mine.day and p.month == mine.month) if mine.day else p.year == mine.year for p in ends)


def _counts(claim: Claim) -> bool:
    return group(claim.kind) == "numeric" and not claim.outside


def distinctive(value: str) -> bool:
    """True for a figure of two digits or more that are not noughts, no year and no round one: 68, 150, 62000."""
    digits = significant(value)
    if len(digits) < 2 or "." in value:
        return False
    number = int(value)
    return number >= SMALLEST and number not in YEARS
