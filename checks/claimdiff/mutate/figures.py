"""Plants in figures: counts in digits and in words, scales, percentages, sums, ranks, times."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from claimdiff.claims.numbers_lexicon import words_of
from claimdiff.language import grammar
from claimdiff.model import Claim
from claimdiff.mutate import digits, spelling
from claimdiff.mutate.ground import Ground
from claimdiff.mutate.plant import Plant
from claimdiff.mutate.shapes import cased

COUNTS = ("quantity", "number", "age", "duration", "score")


def figure(ground: Ground) -> Iterator[Plant]:
    """A count with other digits."""
    yield from _other_digits(ground, "figure", ground.of(*COUNTS))


def percent(ground: Ground) -> Iterator[Plant]:
    """A percentage with other digits, or in other words."""
    whole = [(n, c) for n, c in ground.of("percentage") if "share" not in c.details]
    for plant in (*_other_digits(ground, "percent", whole), *_other_words(ground, "percent", whole)):
        if not re.fullmatch(r"[1-9]\d\d+", plant.edits[0].words):
            yield plant
    for number, claim in ground.of("percentage"):
        yield from _share(ground, number, claim) if "share" in claim.details else ()


def _share(ground: Ground, number: int, claim: Claim) -> Iterator[Plant]:
    """Three in four for three in five: of how many it is, and never less than the part."""
    words = ground.words(claim)
    told = [(words[start:end], start, end) for start, end, _ in spelling.said(ground.language, words)]
    values = [v for v in (spelling.value(ground.language, one) for one, _, _ in told) if v]
    if len(told) == len(values) == 2:
        last, start, end = told[1]
        larger = [w for w in spelling.others(ground.language, last) if _worth(ground, w) > values[0][0]]
        yield from ground.one("percent", number, claim.start + start, claim.start + end, larger)


def _worth(ground: Ground, words: str) -> Decimal:
    read = spelling.value(ground.language, words)
    return read[0] if read else Decimal(0)


def amount(ground: Ground) -> Iterator[Plant]:
    """A sum of money with other digits."""
    yield from _other_digits(ground, "amount", ground.of("money"))


Numbered = Iterable[tuple[int, Claim]]


def _other_digits(ground: Ground, kind: str, figures: Numbered) -> Iterator[Plant]:
    for number, claim in figures:
        if "label" in claim.details:
            continue
        for start, end in digits.numerals(ground.words(claim))[:1]:
            numeral = ground.words(claim)[start:end]
            choices = digits.others(numeral, ground.exact(number))
            yield from ground.one(kind, number, claim.start + start, claim.start + end, choices)


def number_word(ground: Ground) -> Iterator[Plant]:
    """A count with another number word."""
    yield from _other_words(ground, "number-word", ground.of(*COUNTS))


def _other_words(ground: Ground, kind: str, figures: Numbered, ordinal: bool = False) -> Iterator[Plant]:
    for number, claim in figures:
        words = ground.words(claim)
        for start, end, rank in spelling.said(ground.language, words)[:1]:
            if rank == ordinal and not digits.numerals(words):
                choices = spelling.others(ground.language, words[start:end])
                yield from ground.one(kind, number, claim.start + start, claim.start + end, choices)


def ordinal(ground: Ground) -> Iterator[Plant]:
    """A rank with another number; first and second are told of under `order`."""
    later = [(n, c) for n, c in ground.of("ordinal") if c.value not in ("1", "2")]
    yield from _other_words(ground, "ordinal", later, ordinal=True)
    for number, claim in later:
        match = re.match(r"(\d+)", ground.words(claim))
        if match:
            choices = _ranks(match.group())
            yield from ground.one("ordinal", number, claim.start, claim.start + len(match.group()), choices)


def _ranks(numeral: str) -> list[str]:
    """Other ranks that take the same ending: 71st -> 81st, 5th -> 7th, and none of 1st, 2nd, 3rd."""
    last, tens = int(numeral[-1]), int(numeral[:-1] or 0)
    if not tens:
        return [str(n) for n in range(4, 10) if n != last] if last > 3 else []
    return (
        [f"{n}{last}" for n in (tens + 1, tens + 2, tens - 1) if n > 1]
        if tens > 1
        else [f"1{n}" for n in range(4, 10) if n != last]
    )


def scale(ground: Ground) -> Iterator[Plant]:
    """Millions for billions; a nought too many or too few."""
    for number, claim in ground.of("quantity", "number", "money"):
        word = _scale_word(ground, claim)
        if word:
            start, end, choices = word
            yield from ground.one("scale", number, claim.start + start, claim.start + end, choices)
        else:
            yield from _noughts(ground, number, claim)


def _noughts(ground: Ground, number: int, claim: Claim) -> Iterator[Plant]:
    words = ground.words(claim)
    places = digits.numerals(words)
    if len(places) == 1 and "label" not in claim.details:
        start, end = places[0]
        choices = digits.tenfold(words[start:end])
        yield from ground.one("scale", number, claim.start + start, claim.start + end, choices)


def _scale_word(ground: Ground, claim: Claim) -> tuple[int, int, list[str]] | None:
    """Where the word for a scale stands in a claim, and those for others."""
    words = ground.words(claim)
    scales: dict[int, Any] = grammar(ground.language.code, "numbers").get("scales") or {}
    for value, cell in scales.items():
        for place, form in enumerate(words_of(cell)):
            match = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", words, re.IGNORECASE)
            if match and value >= 1_000_000:
                return (*match.span(), _other_scales(scales, value, place, match.group()))
    return None


def _other_scales(scales: dict[int, Any], value: int, place: int, word: str) -> list[str]:
    near = [words_of(cell) for other, cell in scales.items() if 1_000_000 <= other <= 10**12 and other != value]
    alike = [forms for forms in near if forms and (place == 0 or len(forms) == len(words_of(scales[value])))]
    return [cased(word, forms[place]) for forms in alike]


def time(ground: Ground) -> Iterator[Plant]:
    """A time of day with another hour or other minutes; noon for midnight."""
    for number, claim in ground.of("time"):
        words = ground.words(claim)
        clock = re.search(r"\d{1,2} ?[:.hH] ?(\d\d)(?!\d)", words)
        hour = re.search(r"\d+", words)
        if clock:
            start, end = clock.span(1)
            choices = [f"{m:02}" for m in range(0, 60, 5) if abs(m - int(words[start:end])) >= 10]
        elif hour:
            start, end = hour.span()
            choices = _hours(words[start:end])
        else:
            start, end, choices = _noon(ground, words)
        yield from ground.one("time", number, claim.start + start, claim.start + end, choices)


def _hours(numeral: str) -> list[str]:
    hour = int(numeral)
    last = 12 if hour <= 12 else 23
    first = 1 if hour <= 12 else 13
    return [str(h).zfill(len(numeral) if numeral.startswith("0") else 1) for h in range(first, last + 1) if 1 <= abs(h - hour) <= 3]


def _noon(ground: Ground, words: str) -> tuple[int, int, list[str]]:
    clock = grammar(ground.language.code, "times").get("clock") or {}
    for cells in clock.values():
        for form in words_of(cells):
            start = words.casefold().find(form.casefold())
            if start >= 0:
                others = [words_of(cell)[0] for cell in clock.values() if cell is not cells]
                return start, start + len(form), [cased(words[start : start + len(form)], o) for o in others]
    return 0, 0, []
