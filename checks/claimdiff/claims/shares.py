"""Percentages and shares of a whole: 40 %, points, half, two thirds, four in ten; and parts of a counted whole (177 of 196)."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from claimdiff.claims.quantity_draft import Context, Draft, told
from claimdiff.claims.units import Measured, finer, put, unit_at

# Only of such wholes is "four in ten" a rate; "177 of 196" counts both.
_ROUND_WHOLES = frozenset(map(Decimal, (2, 3, 4, 5, 10, 100, 1000)))
_SMALL_WHOLES = frozenset(map(Decimal, range(2, 13))) | _ROUND_WHOLES
_NOUN_ROOM = 4
_THIRD = 3


def percentage(context: Context, draft: Draft) -> bool:
    """True when a word or sign of percent stands at the number; the draft is then a percentage or percentage points."""
    reading = context.reading
    hit = context.words.percent.after(reading, draft.tail)
    if hit and not _in_number(context, hit[0] - 1):
        draft.last = hit[0]
    else:
        hit = context.words.percent_before.before(reading, draft.head)
        if hit is None:
            return False
    draft.kind, draft.rule = "percentage", "shares.percent"
    draft.unit = "point" if hit[1] == "point" else None
    return True


def _in_number(context: Context, last: int) -> bool:
    """True for the 100 of "12 per 100,000"."""
    number = context.number_at.get(last)
    return number is not None and number.last > last + 1


def share(draft: Draft, part: Decimal, whole: Decimal) -> None:
    """Tell the draft as the percentage that part of whole is."""
    value = (part * 100 / whole).quantize(Decimal("0.01"), ROUND_HALF_UP)
    draft.kind, draft.value, draft.rule, draft.unit = "percentage", told(value), "shares.share", None
    draft.details = {"share": f"{told(part)}/{told(whole)}"}
    draft.about, draft.readings = None, ()


def fraction(context: Context, draft: Draft) -> bool:
    """True for "deux tiers", "un quinto di", "3/4 of": the draft is then a share."""
    found = _denominator(context, draft.tail, draft.amount) or _slashed(context, draft)
    if found is None or not 0 < draft.amount < found[1] or draft.amount % 1:
        return False
    if context.is_barred("not_share", draft.tail) or context.is_barred("not_share", draft.head):
        return False
    draft.last = found[0]
    if not _of_unit(context, draft, draft.amount, found[1]):
        share(draft, draft.amount, found[1])
    return True


def _denominator(context: Context, first: int, part: Decimal) -> tuple[int, Decimal] | None:
    sure = context.words.denominators.after(context.reading, first)
    if sure:
        return sure[0], Decimal(sure[1])
    ordinal = context.words.ordinal_denominators.after(context.reading, first)
    # "a fifth" alone is the next after the fourth; "a fifth of" and "two fifths" are shares.
    if ordinal and (part > 1 or context.after_of(ordinal[0])):
        return ordinal[0], Decimal(ordinal[1])
    return None


def part_of_unit(context: Context, draft: Draft) -> bool:
    """True for "1/2 gallon" and "3/4 d'heure": the draft is then so much of the unit."""
    tokens, tail = context.reading.tokens, draft.tail
    if tail + 1 >= len(tokens) or tokens[tail].text != "/" or not tokens[tail + 1].text.isdecimal() or context.reading.gap(tail):
        return False
    whole, found = Decimal(tokens[tail + 1].text), unit_at(context, tail + 2) or _unit_of(context, tail + 2)
    if found is None or whole not in _SMALL_WHOLES or not 0 < draft.amount < whole or draft.amount % 1:
        return False
    draft.value, draft.readings = told((draft.amount / whole).quantize(Decimal("0.0001"))), ()
    put(context, draft, found)
    return True


def _unit_of(context: Context, last: int) -> Measured | None:
    """The unit of "of a mile", "de litre"; what stands behind "of the" is a whole that is shared."""
    of = context.words.of.after(context.reading, last)
    if of is None or context.words.of_definite.after(context.reading, last):
        return None
    one = context.words.one.after(context.reading, of[0])
    return unit_at(context, one[0] if one else of[0])


def _of_unit(context: Context, draft: Draft, part: Decimal, whole: Decimal) -> bool:
    """True for "a quarter of a mile" and "un dixième de seconde": the draft is then so much of the unit."""
    found = unit_at(context, draft.last) or _unit_of(context, draft.last)
    if found is None or not context.free(draft.last, found.last):
        return False
    draft.value, draft.readings = told((part / whole).quantize(Decimal("0.0001"))), ()
    put(context, draft, found)
    smaller = finer(found.unit)
    if smaller and draft.kind == "duration" and (smaller[1] * part / whole) % 1 == 0:
        draft.value, draft.unit = told(smaller[1] * part / whole), smaller[0]
    return True


def sign(context: Context, index: int) -> Draft | None:
    """The draft of a sign such as ½: so much of the unit behind it, or a share of what "of" names."""
    text = context.reading.tokens[index].text
    if text not in SIGNS or not context.free(index, index + 1) or (index and not context.reading.gap(index)):
        return None
    draft = Draft(index, index + 1, index, index + 1, told(SIGNS[text][0] / SIGNS[text][1]))
    found = unit_at(context, index + 1) or _unit_of(context, index + 1)
    if found:
        put(context, draft, found)
    elif context.after_of(index + 1):
        share(draft, *SIGNS[text])
    else:
        return None
    return draft


def half_unit(context: Context, index: int) -> Draft | None:
    """The draft of "demi-litre", "mezzo giro", "half a mile"."""
    half = context.words.half_units.at(context.reading, index)
    found = unit_at(context, half[0]) if half else None
    if half is None or found is None or not context.free(index, found.last) or context.is_barred("not_share", index):
        return None
    draft = Draft(index, found.last, index, half[0], "0.5")
    put(context, draft, found)
    draft.rule = "shares.half-unit"
    return draft


_VULGAR = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3)}
SIGNS = {mark: (Decimal(part), Decimal(whole)) for mark, (part, whole) in _VULGAR.items()}


def _slashed(context: Context, draft: Draft) -> tuple[int, Decimal] | None:
    tokens, tail = context.reading.tokens, draft.tail
    if tail + 1 >= len(tokens) or tokens[tail].text != "/" or not tokens[tail + 1].text.isdecimal():
        return None
    whole = Decimal(tokens[tail + 1].text)
    glued = tokens[tail].start == tokens[tail - 1].end and tokens[tail + 1].start == tokens[tail].end
    return (tail + 2, whole) if glued and whole in _SMALL_WHOLES and context.after_of(tail + 2) else None


def article_fraction(context: Context, index: int) -> Draft | None:
    """The share that starts at an article or definite word: "un tiers", "a third of", "la cuarta parte de"."""
    words, reading = context.words, context.reading
    one = words.one.at(reading, index)
    start = one or words.definite.at(reading, index)
    trap = start and context.words.told.at(reading, start[0])
    if start is None or (trap and trap[1] == "not_share") or context.is_barred("not_share", index):
        return None
    found = _denominator(context, start[0], Decimal(1)) or (_changed_by(context, index, start[0]) if one else None)
    if found is None or not context.free(start[0], found[0]):
        return None
    sure = words.denominators.after(reading, start[0]) is not None and context.after_of(found[0]) is not None
    if one is None and not sure:
        return None
    first = index if one else start[0]
    draft = Draft(first, found[0], first, found[0], "1")
    if not _of_unit(context, draft, Decimal(1), found[1]):
        share(draft, Decimal(1), found[1])
    return draft


def _changed_by(context: Context, article: int, first: int) -> tuple[int, Decimal] | None:
    """The part in "rose by a quarter in May": an ordinal behind a word for "by" that no noun follows."""
    ordinal = context.words.ordinal_denominators.after(context.reading, first)
    if ordinal is None or context.words.changed_by.before(context.reading, article) is None:
        return None
    tokens, behind = context.reading.tokens, ordinal[0]
    closed = behind >= len(tokens) or not context.reading.joins(behind) or tokens[behind].key in context.words.stops
    return (behind, Decimal(ordinal[1])) if closed or not tokens[behind].text.isalpha() else None


def bare_fraction(context: Context, draft: Draft) -> bool:
    """True for the "tenth of a gallon" that an article need not open: the draft is then so much of the unit."""
    whole = context.words.ordinal_denominators.at(context.reading, draft.head)
    if whole is None or whole[0] != draft.tail or draft.amount < _THIRD:
        return False
    of = context.words.of.after(context.reading, draft.tail)
    if of is None or not context.words.one.after(context.reading, of[0]):
        return False
    return _of_unit(context, draft, Decimal(1), Decimal(whole[1]))


def every(context: Context, index: int) -> Draft | None:
    """The share that "jede zweite" tells."""
    hit = context.words.every.at(context.reading, index)
    whole = context.words.ordinal_shares.after(context.reading, hit[0]) if hit else None
    if whole is None or not context.free(index, whole[0]):
        return None
    draft = Draft(index, whole[0], index, whole[0], "1")
    share(draft, Decimal(1), Decimal(whole[1]))
    return draft


def parts(context: Context, drafts: list[Draft]) -> list[Draft]:
    """The drafts, "four in ten" made one share, "177 of the 196 members" marked as part and whole."""
    out: list[Draft] = []
    for draft in drafts:
        before = out[-1] if out else None
        if _article_rate(context, draft) or before is None or not _smaller(before, draft):
            out.append(draft)
        elif _is_rate(context, before, draft):
            before.last = max(before.last, draft.tail)
            share(before, before.amount, draft.amount)
        else:
            if _is_part(context, before, draft):
                _mark(before, draft)
            out.append(draft)
    return out


def _smaller(before: Draft, draft: Draft) -> bool:
    return _countable(before) and _countable(draft) and before.amount < draft.amount


def _article_rate(context: Context, draft: Draft) -> bool:
    """True for "un Français sur cinq", whose one is an article: the draft is then the share."""
    if not _countable(draft) or draft.amount not in _ROUND_WHOLES:
        return False
    sides = (context.words.rate.before(context.reading, draft.head), context.words.ratio.before(context.reading, draft.head))
    hit = next(filter(None, sides), None)
    if hit is None:
        return False
    for first in range(hit[0] - 1, max(hit[0] - _NOUN_ROOM, -1), -1):
        one = context.words.one.at(context.reading, first)
        if one and context.free(first, one[0]) and _unbroken(context, first + 1, hit[0]):
            draft.first, draft.last = first, draft.tail
            share(draft, Decimal(1), draft.amount)
            return True
    return False


def _countable(draft: Draft) -> bool:
    plain = draft.kind in ("number", "quantity") and draft.unit is None and draft.number is not None
    return plain and "label" not in draft.details and "/" not in draft.value and draft.amount % 1 == 0


def _separator(context: Context, phrases: str, before: Draft, draft: Draft) -> bool:
    hit = getattr(context.words, phrases).before(context.reading, draft.head)
    return hit is not None and before.tail <= hit[0] <= before.tail + _NOUN_ROOM and _unbroken(context, before.tail, hit[0])


def _unbroken(context: Context, first: int, last: int) -> bool:
    tokens = context.reading.tokens
    return all(tokens[i].text[0].isalpha() and context.reading.joins(i) for i in range(first, last))


def _is_rate(context: Context, before: Draft, draft: Draft) -> bool:
    if draft.amount not in _SMALL_WHOLES:
        return False
    if _separator(context, "rate", before, draft):
        return True
    counted = draft.about is not None and draft.amount not in _ROUND_WHOLES
    return not counted and _separator(context, "ratio", before, draft)


def _is_part(context: Context, before: Draft, draft: Draft) -> bool:
    if before.about is None and draft.about is None:
        return False
    return _separator(context, "parts", before, draft) or _separator(context, "ratio", before, draft)


def _mark(part: Draft, whole: Draft) -> None:
    part.details["part_of"], whole.details["whole"] = whole.value, "yes"
    for one, other in ((part, whole), (whole, part)):
        if one.about is None:
            one.about, one.kind, one.rule = other.about, "quantity", "shares.part"
