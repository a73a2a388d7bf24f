"""What a number measures: the unit that follows it, and values brought to the unit that claims are told in."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from claimdiff.claims.quantity_draft import Context, Draft, decimal, told
from claimdiff.claims.quantity_words import is_word, unit_symbols
from claimdiff.language import world


class Measured(NamedTuple):
    """A unit and the token behind it."""

    last: int
    unit: str


_HIGHEST_SHORT_ORDINAL = 31
# A fraction of these is told in the smaller unit, so that "une heure et demie" and "90 minutes" say the same.
_SMALLER = {"millennium": "year", "year": "month", "week": "day", "day": "hour", "hour": "minute", "minute": "second"}
_DEGREES = frozenset({"degree", "degree-celsius", "degree-fahrenheit"})


def dimension(unit: str | None) -> str:
    """What the unit measures: length, mass, duration; empty for what is no unit."""
    row = world("units").get(unit or "")
    return row["dimension"] if row else ""


def factor(unit: str | None) -> Decimal:
    """How many base units one of this unit is (NaN for what is no unit)."""
    row = world("units").get(unit or "")
    return decimal(row["factor"]) if row else Decimal("NaN")


def unit_at(context: Context, first: int) -> Measured | None:
    """The unit whose words or sign start at a token that goes on from the number before it."""
    if not context.reading.joins(first):
        return None
    found = _named(context, first)
    return _rate(context, found) or found if found else None


def _named(context: Context, first: int) -> Measured | None:
    """The unit that a word or a sign names here."""
    symbol = unit_symbols().at(context.reading, first)
    term = context.term("units", first)
    if term and (symbol is None or term.last >= symbol[0]):
        return Measured(term.last, term.id)
    if symbol and _stands_alone(context, first, symbol[0]):
        return Measured(*symbol)
    return None


def _rate(context: Context, found: Measured) -> Measured | None:
    """The unit of "km/heure" and "miglia / ora": one unit by another, where the world knows both as one."""
    tokens, slash = context.reading.tokens, found.last
    if slash + 1 >= len(tokens) or tokens[slash].text != "/":
        return None
    per = _named(context, slash + 1)
    unit = f"{found.unit}-per-{per.unit}" if per else ""
    return Measured(per.last, unit) if per and unit in world("units") else None


def _stands_alone(context: Context, first: int, last: int) -> bool:
    """True for a sign that is no part of a longer word: "5 m" but not "5 m'a dit", "1980s" or "3 C-130"."""
    tokens, text = context.reading.tokens, context.reading.text
    end = tokens[last - 1].end
    if tokens[first].text in ("°", "º") and last - first == 1 and last < len(tokens):
        return not (is_word(tokens[last]) and tokens[last].start == end)
    if tokens[first].text == "s" and tokens[first].start == tokens[first - 1].end and len(tokens[first - 1].text) != 1:
        # "1m44s" and "0.47s", but the under-26s and the 65s are people.
        ahead = text[max(0, tokens[first - 1].start - 1) : tokens[first - 1].start]
        return len(tokens[first - 1].text) == 2 and (ahead.isalpha() or ahead in (".", ",", ":", "'"))
    if tokens[first].text == "s" and tokens[first].start == tokens[first - 1].end and _of_people(context, first - 1):
        return False
    letter = last - first == 1 and len(tokens[first].text) == 1
    return not (letter and text[end : end + 1] in ("'", "-") and text[end + 1 : end + 2].isalnum())


def _of_people(context: Context, number: int) -> bool:
    """True for the "4s" of "under-4s" and "under 4s", who are people."""
    cue = context.words.cues.before(context.reading, number)
    return cue is not None and cue[1].startswith("bound")


def measured(context: Context, draft: Draft) -> bool:
    """True when a unit stands right behind the number; the draft is then a duration or a quantity of it."""
    found = unit_at(context, draft.tail)
    if found is None and not draft_ends_in_digits(context, draft):
        behind = context.after_of(draft.tail)
        found = unit_at(context, behind) if behind else None
    if found is None:
        return _frozen(context, draft)
    put(context, draft, found)
    return True


def _frozen(context: Context, draft: Draft) -> bool:
    """True for "5 below zero", which names no unit: the draft is then so many degrees of frost."""
    below = context.words.below_zero.after(context.reading, draft.tail)
    if below is None or draft.amount <= 0:
        return False
    draft.last, draft.value, draft.readings = below[0], told(-draft.amount), ()
    draft.kind, draft.unit, draft.rule = "quantity", "degree", "units.frost"
    return True


def draft_ends_in_digits(context: Context, draft: Draft) -> bool:
    """True for 40, false for forty or 40 million, which may be followed by "of"."""
    return context.reading.tokens[draft.tail - 1].text.isdecimal()


def put(context: Context, draft: Draft, found: Measured) -> None:
    """Give the draft its unit."""
    draft.last, draft.unit = found.last, found.unit
    draft.kind = "duration" if dimension(found.unit) == "duration" else "quantity"
    draft.rule = f"units.{draft.kind}"
    counted = context.term_before("concepts", found.last)
    if counted is not None:
        # "86 000 livres" may be books, "300 cavalli" horses.
        draft.details["also"] = counted.id
    half = context.words.half_after.after(context.reading, draft.last)
    if half:
        draft.last = half[0]
        draft.value = told(draft.amount + Decimal("0.5"))
    below = context.words.below_zero.after(context.reading, draft.last)
    if below and draft.unit in _DEGREES and draft.amount > 0:
        draft.last, draft.value, draft.readings = below[0], told(-draft.amount), ()


def degrees(context: Context, draft: Draft) -> bool:
    """True when the sign of "45°", read as an ordinal's, is one of degrees: C or F follows, or no noun and a high number."""
    tokens, tail = context.reading.tokens, draft.tail
    if tail - draft.head < 2 or tokens[tail - 1].text not in ("°", "º"):
        return False
    found = unit_symbols().at(context.reading, tail - 1)
    alone = tail >= len(tokens) or not is_word(tokens[tail]) or not context.reading.joins(tail)
    if found is None or (found[0] == tail and not (alone and draft.amount > _HIGHEST_SHORT_ORDINAL)):
        return False
    put(context, draft, Measured(*found))
    return True


_HALF = Decimal("0.5")


def finer(unit: str) -> tuple[str, Decimal] | None:
    """The smaller unit that fractions of this one are told in, and how many of it make one."""
    smaller = _SMALLER.get(unit)
    return (smaller, factor(unit) / factor(smaller)) if smaller else None


def settle(draft: Draft) -> None:
    """Bring a draft to the unit that claims are told in: a decade to 10 years, 1.5 hours to 90 minutes."""
    row = world("units").get(draft.unit or "")
    if row is None or "/" in draft.value:
        return
    if row["written_in"]:
        times, draft.unit = row["written_in"].split(" ")
        draft.scale_by(Decimal(times))
    smaller = finer(draft.unit or "")
    # An hour and a half is 90 minutes; 17.4 minutes are measured, and nobody says 1,044 seconds.
    if smaller and draft.kind == "duration" and draft.amount % 1 == _HALF:
        draft.unit = smaller[0]
        draft.scale_by(smaller[1])
