"""Measures in several parts told as one: 3 h 10 min 05 s, quattro ore e due minuti, 1'12", 5 feet 11 inches."""

from __future__ import annotations

import re
from decimal import Decimal

from claimdiff.claims import composites
from claimdiff.claims.quantity_draft import Context, Draft, decimal, told
from claimdiff.claims.quantity_words import currency_symbols
from claimdiff.claims.units import Measured, dimension, factor, put, unit_at

_PRIMES = re.compile(
    r"(?<![\w.,'])(?:(\d{1,2}) ?h ?)?(\d{1,3})' ?(\d{1,2})(?!\d)(?:[.,](\d{1,3}))?(?: ?(?:\"|''|″|”)|(?(1)(?!['\d])|(?!)))"
)
# 1:58.41 and 2:11:48,3: what has parts of a second is no time of day.
_STOPPED = re.compile(r"(?<![\w.,:])(?:(\d{1,2}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})(?![\w:])")
# What all of these hold; quickly found to be missing.
_PRIME, _STOP = re.compile(r"'(?<=\d') ?\d"), re.compile(r":\d\d[.,]\d")
_LOOSE, _OVER = "yard", 4


def primes(context: Context) -> list[Draft]:
    """The drafts of times and lengths that primes or a stopwatch tell: 1'12", 19h41'07", 1:58.41; 5'11" in a language of feet."""
    text = context.reading.text
    shapes = [shape for shape, heart in ((_PRIMES, _PRIME), (_STOPPED, _STOP)) if heart.search(text)]
    found = [match for shape in shapes for match in shape.finditer(text)]
    out: list[Draft] = []
    for match in found:
        first, last = context.reading.token_at(match.start()), context.reading.token_at(match.end())
        if context.reading.tokens[first].start == match.start() and context.free(first, last):
            out.append(context.use(_primed(context, match, first, last)))
    return out


def _primed(context: Context, match: re.Match[str], first: int, last: int) -> Draft:
    hours, large, small = (decimal(part or "0") for part in match.groups()[:3])
    small += decimal(f"0.{match[4] or 0}")
    duration = context.words.primes == "duration" or hours > 0 or match.re is _STOPPED
    value = hours * 3600 + large * 60 + small if duration else large * 12 + small
    kind, unit = ("duration", "second") if duration else ("quantity", "inch")
    return Draft(first, last, first, last, told(value), kind, unit, rule="durations.primes")


def compounds(context: Context, drafts: list[Draft]) -> list[Draft]:
    """The drafts, hours and minutes that follow each other made one in the smallest unit."""
    out: list[Draft] = []
    for draft in drafts:
        before = out[-1] if out else None
        if before is not None and before.kind in ("duration", "quantity") and before.unit and _follows(context, before, draft):
            composites.complete(context, before, draft)
            if _fits(before, draft):
                _join(before, draft)
                continue
        out.append(draft)
    return out


def _follows(context: Context, before: Draft, draft: Draft) -> bool:
    if draft.kind == "age" or draft.last <= before.last:
        return False
    gap = [t.key for t in context.reading.tokens[before.last : draft.first]]
    if not gap:
        return context.reading.joins(draft.first)
    words = [key for key in gap if key != ","]
    listed = len(gap) <= 2 and gap.count(",") <= 1 and (before.kind == "duration" or "," not in gap or not _metric(before, draft))
    if context.words.definite.before(context.reading, before.first) and before.kind != "duration":
        return False  # "the 5 km and 800 m" are two races
    joined = not words or context.words.also.spanning(context.reading, draft.first - 1, draft.first) is not None
    return listed and joined and len(words) <= 1


def _metric(before: Draft, draft: Draft) -> bool:
    """True when one unit is so many tens of the other: "5 km, 800 m" is a list, "7 feet, 10 inches" a measure."""
    known = draft.unit is not None and dimension(draft.unit) == dimension(before.unit)
    ratio = factor(before.unit) / factor(draft.unit) if known else Decimal(10)
    return ratio.normalize().as_tuple().digits == (1,)


def _fits(before: Draft, draft: Draft) -> bool:
    if (
        before.unit in composites.PARTS
        or draft.unit is None
        or dimension(before.unit) != dimension(draft.unit)
        or draft.kind != before.kind
    ):
        return False
    ratio = factor(before.unit) / factor(draft.unit) if factor(draft.unit) else Decimal(0)
    whole = ratio > 1 and ratio % 1 == 0 and before.amount % 1 == 0
    # "2 yards 7 feet" is said; "1 hour 70 minutes" is a mistake or two things.
    return whole and draft.amount < ratio * (_OVER if before.unit == _LOOSE else 1)


def _join(before: Draft, draft: Draft) -> None:
    ratio = factor(before.unit) / factor(draft.unit)
    before.last, before.rule, before.readings = draft.last, "durations.compound", ()
    if not composites.fraction(before, draft, ratio):
        before.value, before.unit = told(before.amount * ratio + draft.amount), draft.unit


def _is_rate(context: Context, index: int) -> bool:
    """True for the article of "$3 a litre" and "20 euros la tonne": a price or measure stands before it."""
    if index in context.number_ends or currency_symbols().before(context.reading, index):
        return True
    return any(context.term_before(table, index) for table in ("currencies", "currency_names", "units"))


def _is_divided(context: Context, index: int) -> bool:
    """True for the article of "two thirds of a gallon": the fraction before it takes the unit."""
    of = context.words.of.before(context.reading, index)
    if of is None:
        return False
    return any(words.before(context.reading, of[0]) for words in (context.words.denominators, context.words.ordinal_denominators))


def _goes_on(context: Context, found: Measured) -> bool:
    """True for "une minute et douze secondes" and "une heure et demie", which count the article's unit."""
    if composites.opens(context, found):
        return True
    if dimension(found.unit) != "duration":
        return False
    if context.words.half_after.after(context.reading, found.last):
        return True
    also = context.words.also.after(context.reading, found.last)
    number = context.number_at.get(also[0]) if also else None
    following = unit_at(context, number.last) if number else None
    return following is not None and dimension(following.unit) == "duration"


def article_unit(context: Context, index: int) -> Draft | None:
    """The single unit that an article counts: "une tonne", "a decade"; only units that a language says so."""
    one = context.words.one.at(context.reading, index)
    found = unit_at(context, one[0]) if one else None
    if one is None or found is None or not context.free(index, found.last):
        return None
    if _is_rate(context, index) or _is_divided(context, index):
        return None
    if found.unit not in context.words.one_units and not _goes_on(context, found):
        return None
    draft = Draft(index, found.last, index, one[0], "1")
    put(context, draft, found)
    draft.rule = "durations.one"
    return draft
