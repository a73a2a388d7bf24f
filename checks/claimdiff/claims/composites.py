"""What a bare number behind a measure is: the 27 of "2 metres 27", the 41 of "1 min 58 s 41", the 2 of "6 ft 2"."""

from __future__ import annotations

from decimal import Decimal

from claimdiff.claims.quantity_draft import Context, Draft, told
from claimdiff.claims.units import Measured, put, unit_at

# A measure's next smaller unit as it is left out in speech, and the smallest and largest number that is one.
_NEXT = {
    "hour": ("minute", 0, 59),
    "minute": ("second", 0, 59),
    "second": ("centisecond", 10, 99),
    "meter": ("centimeter", 10, 99),
    "foot": ("inch", 0, 11),
}
_WORDED = frozenset({"hour", "minute", "meter", "foot"})
_JOINED = frozenset({"hour", "minute", "second", "meter"})
# Parts of a second are told alone or behind seconds.
PARTS = frozenset({"decisecond", "centisecond", "millisecond"})


def complete(context: Context, before: Draft, draft: Draft) -> None:
    """Give a bare number behind a measure the next smaller unit, where nothing else can be meant."""
    smaller, least, most = _NEXT.get(before.unit or "", ("", 0, 0))
    plain = (
        draft.number is not None
        and "/" not in draft.value
        and draft.bare
        and "noun" not in draft.details
        and draft.about is None
        and draft.amount % 1 == 0
    )
    if smaller and plain and least <= draft.amount <= most and _follows(context, before, draft):
        put(context, draft, Measured(draft.tail, smaller))


def _follows(context: Context, before: Draft, draft: Draft) -> bool:
    if draft.first == before.last:
        spoken = before.unit in _WORDED and len(context.reading.tokens[before.last - 1].text) > 1
        return spoken or before.unit in ("meter", "second") or _signed(context, before, draft)
    # "two metres and 27"; two hours and 27 … may go on with anything
    joined = context.words.also.spanning(context.reading, before.last, draft.first) is not None
    between = context.words.between.before(context.reading, before.first)
    return joined and before.unit in _JOINED and between is None and not _counts_on(context, draft)


def _signed(context: Context, before: Draft, draft: Draft) -> bool:
    """True for "1 h 47": a sign, and two digits."""
    sign = len(context.reading.tokens[before.last - 1].text) == 1
    return sign and len(context.reading.tokens[draft.head].text) == 2


def _counts_on(context: Context, draft: Draft) -> bool:
    """True where a unit of its own stands behind the number."""
    return unit_at(context, draft.tail) is not None


def opens(context: Context, found: Measured) -> bool:
    """True for the "un metro" of "un metro noventa" and "une heure" of "une heure cinquante", whose article counts."""
    if found.unit not in _JOINED:
        return False
    also = context.words.also.after(context.reading, found.last)
    number = context.number_at.get(also[0] if also else found.last)
    if number is None or number.ordinal or not number.value.isdecimal():
        return False
    _, least, most = _NEXT[found.unit]
    return least <= int(number.value) <= most and context.reading.joins(number.first) and unit_at(context, number.last) is None


def fraction(before: Draft, draft: Draft, ratio: Decimal) -> bool:
    """True for seconds and parts of one: they are told as 118.41 seconds, not in the smaller unit."""
    if before.unit != "second":
        return False
    before.value = told(before.amount + draft.amount / ratio)
    return True
