"""Plants in dates: another day, month or year, another end of a range, another weekday."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimdiff.claims.numbers_lexicon import words_of
from claimdiff.language import grammar
from claimdiff.model import Claim
from claimdiff.mutate.ground import Ground
from claimdiff.mutate.plant import Plant
from claimdiff.mutate.shapes import cased

# Every month has so many days.
DAYS = 28
_DAY = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d|XX)-(\d\d)")
_YEAR = re.compile(r"(\d{4})(?:-|$)")
_NUMERIC = re.compile(r"\d+[./-]\d+")


def day(ground: Ground) -> Iterator[Plant]:
    """A date on another day of the same month."""
    for number, claim in _single(ground):
        match = _DAY.fullmatch(claim.value)
        places = _figure(ground.words(claim), int(match.group(1))) if match else []
        if match and len(places) == 1:
            start, end = places[0]
            old = ground.words(claim)[start:end]
            choices = [
                str(d).zfill(len(old))
                for d in range(2, DAYS + 1)
                if 1 < abs(d - int(old)) <= 9 and len(str(d).zfill(len(old))) == len(old)
            ]
            yield from ground.one("day", number, claim.start + start, claim.start + end, choices)


def _single(ground: Ground) -> Iterator[tuple[int, Claim]]:
    return ((n, c) for n, c in ground.of("date") if "/" not in c.value)


def _figure(words: str, value: int) -> list[tuple[int, int]]:
    """Where a figure stands by itself; nowhere in a date all in figures, whose order one must know."""
    found = [m.span() for m in re.finditer(r"\d+", words) if int(m.group()) == value]
    return [] if value < 32 and _NUMERIC.search(words) else found


def month(ground: Ground) -> Iterator[Plant]:
    """A date in another month."""
    for number, claim in _single(ground):
        yield from _named(ground, "month", number, claim, ("months", "months_short"))


def weekday(ground: Ground) -> Iterator[Plant]:
    """Another day of the week."""
    for number, claim in ground.of("date"):
        yield from _named(ground, "weekday", number, claim, ("weekdays", "weekdays_short"))


def _named(ground: Ground, kind: str, number: int, claim: Claim, lists: tuple[str, ...]) -> Iterator[Plant]:
    """The name of a month or a weekday exchanged with another of its list; none where two stand in the claim."""
    words = ground.words(claim)
    for name in lists:
        forms = [words_of(cell)[0] if cell else "" for cell in grammar(ground.language.code, "dates").get(name) or ()]
        found = [(m.span(), f) for f in forms if f for m in re.finditer(rf"(?<!\w){re.escape(f)}(?!\w)", words, re.IGNORECASE)]
        if len(found) == 1:
            (start, end), form = found[0]
            choices = [cased(words[start:end], other) for other in forms if other and other != form]
            yield from ground.one(kind, number, claim.start + start, claim.start + end, choices)
            return


def year(ground: Ground) -> Iterator[Plant]:
    """A date in a year near by."""
    for number, claim in _single(ground):
        match = _YEAR.match(claim.value)
        places = _figure(ground.words(claim), int(match.group(1))) if match else []
        if match and len(places) == 1:
            told = int(match.group(1))
            choices = [str(told + step) for step in (-3, -2, -1, 1, 2, 3, 10, -10)]
            yield from ground.one("year", number, claim.start + places[0][0], claim.start + places[0][1], choices)


def date_range(ground: Ground) -> Iterator[Plant]:
    """A range of days or years that ends at another time."""
    for number, claim in ground.of("date"):
        first, _, last = claim.value.partition("/")
        ends = _ends(first, last)
        places = _figure(ground.words(claim), int(ends[1])) if ends else []
        if ends and places:
            start, end = places[-1]
            yield from ground.one("range", number, claim.start + start, claim.start + end, _later(*ends))


def _ends(first: str, last: str) -> tuple[str, str] | None:
    """The days, or else the years, of the two ends of a range."""
    for pattern in (_DAY, re.compile(r"(\d{4})")):
        one, other = pattern.fullmatch(first), pattern.fullmatch(last)
        if one and other:
            return one.group(1), other.group(1)
    return None


def _later(first: str, last: str) -> list[str]:
    low, high = int(first), int(last)
    years = len(first) == 4
    top = high + 4 if years else min(DAYS, high + 4)
    return [str(n) for n in range(max(low + 1, high - 4), top + 1) if n != high and (years or low < high)]
