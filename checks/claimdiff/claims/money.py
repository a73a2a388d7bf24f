"""Amounts of money: a sign, code or name before or behind the number, cents, and the scale letters that only money has."""

from __future__ import annotations

from decimal import Decimal

from claimdiff.claims import currencies
from claimdiff.claims.numbers_digits import read_digits
from claimdiff.claims.numbers_lexicon import lexicon
from claimdiff.claims.quantity_draft import OPEN_SIGNS, Context, Draft, decimal, told
from claimdiff.claims.quantity_words import currency_signs, currency_symbols, is_word
from claimdiff.claims.units import draft_ends_in_digits, unit_at
from claimdiff.language import Term, world

_HUNDREDTH = Decimal("0.01")


def paid(context: Context, draft: Draft) -> bool:
    """True when a currency stands before or behind the number; the draft is then money."""
    before, behind = _prefix(context, draft), _suffix(context, draft)
    one = _in_one(context, draft.head - 1) if context.reading.joins(draft.head) else None
    if one and before is None and behind is None and context.free(draft.head - 1, draft.head):
        draft.scale_by(one[1])
        before = draft.head - 1, one[0], False
    if before is None and behind is None:
        return _minor(context, draft)
    if before:
        first, unit, alone = before
        draft.first = first
        _scaled(context, draft)
        _repeated(context, draft, unit)
    elif behind:
        last, unit, alone, scale = behind
        draft.last = last
        draft.scale_by(scale)
        if scale == 1:
            _scaled(context, draft)
    if not currencies.particular(unit) and abs(draft.amount) < currencies.FEW:
        return False
    draft.kind, draft.unit, draft.rule = "money", unit, "money.amount"
    _grouped(draft)
    family = world("currencies")[unit]["family"]
    if alone and family:
        draft.details["currency"] = family
    return True


def _grouped(draft: Draft) -> None:
    """Prefer the reading of "500,000" in groups: no amount has thousandths of a coin."""
    whole = next((r for r in draft.readings if "." not in r and decimal(r) == draft.amount * 1000), None)
    if whole:
        draft.readings = (draft.value, *(r for r in draft.readings if r != whole))
        draft.value = whole


def _repeated(context: Context, draft: Draft, unit: str) -> None:
    """Take in the code of "US$ 5 million USD"; the sign of "$5 $10" is the next number's."""
    again = _currency(context, draft.last)
    if again and again[1] == unit and again[0] not in context.number_starts:
        draft.last = again[0]


def _scaled(context: Context, draft: Draft) -> None:
    """Read "£9m" and "75 USD milhões": a scale behind the number or the currency."""
    scale = context.words.scales.after(context.reading, draft.last)
    if scale:
        draft.last = scale[0]
        draft.scale_by(Decimal(scale[1]))


def _prefix(context: Context, draft: Draft) -> tuple[int, str, bool] | None:
    reading, head = context.reading, draft.head
    symbol = currency_symbols().before(reading, head)
    if symbol and not _whole_sign(context, symbol[0]):
        alone = currency_symbols().at(reading, head - 1)
        symbol = (head - 1, alone[1]) if alone and alone[0] == head else None
    if symbol and context.free(symbol[0], head) and _whole_sign(context, symbol[0]):
        return symbol[0], symbol[1], reading.tokens[symbol[0]].text in OPEN_SIGNS and head - symbol[0] == 1
    if not reading.joins(head) or not draft_ends_in_digits(context, draft):
        return None
    for table in ("currency_names", "currencies"):
        term = context.term_before(table, head)
        if term and context.free(term.first, head) and reading.tokens[draft.tail - 1].text.isdecimal():
            if _word_of_its_own(context, term):
                return None
            return term.first, term.id, term.last - term.first == 1
    return None


def _word_of_its_own(context: Context, term: Term) -> bool:
    """True for "won 14 titles" and "Real 2": in front of a figure only a name that is nothing else is a currency."""
    if term.last - term.first > 1:
        return False
    token = context.reading.tokens[term.first]
    named = token.text[:1].isupper() and not token.text.isupper() and not context.words.capital_nouns
    return named or context.term("opposites", term.first) is not None


def _whole_sign(context: Context, first: int) -> bool:
    """False for the end of a longer word or code ("A-USD 5"), and for letters that only glue makes a currency."""
    tokens = context.reading.tokens
    if tokens[first].key in context.words.stops and context.reading.gap(first + 1):
        return False  # "a $5 fine" is not in Australian dollars
    glued = first > 0 and tokens[first - 1].end == tokens[first].start
    return not (glued and is_word(tokens[first]) and (is_word(tokens[first - 1]) or tokens[first - 1].text.isdecimal()))


def _suffix(context: Context, draft: Draft) -> tuple[int, str, bool, Decimal] | None:
    """The currency behind the number: token behind it, code, whether the word names many, and a scale between."""
    reading, scale, first = context.reading, Decimal(1), draft.tail
    one = _in_one(context, first) if reading.joins(first) else None
    if one:
        return first + 1, one[0], False, one[1]
    hit = _currency(context, first)
    if hit is None:
        letter = context.words.scales.after(reading, first)
        if letter:
            scale, first = Decimal(letter[1]), letter[0]
            hit = _currency(context, first)
        if hit is None and (letter or not draft_ends_in_digits(context, draft)):
            behind = context.after_of(first)
            hit = _currency(context, behind) if behind else None
    if hit is None or _belongs_to_next(context, hit[0]):
        return None
    return (*hit, scale)


def _currency(context: Context, first: int) -> tuple[int, str, bool] | None:
    if not context.reading.joins(first):
        return None
    best = currencies.named(context, first)
    if best and _means_other(context, first, best[0]):
        best = None
    symbol = currency_symbols().at(context.reading, first)
    if symbol and (best is None or symbol[0] > best[0]):
        best = symbol[0], symbol[1], context.reading.tokens[first].text in OPEN_SIGNS and symbol[0] - first == 1
    return best


def _in_one(context: Context, index: int) -> tuple[str, Decimal] | None:
    """The currency and the scale of "48.5 MGBP" and "120 kEUR": an ISO code that a letter multiplies."""
    word = context.reading.tokens[index].text if 0 <= index < len(context.reading.tokens) else ""
    row = world("currencies").get(word[1:]) if len(word) == _SCALED_CODE else None
    scale = _SCALE_LETTERS.get(word[:1])
    return (word[1:], scale) if scale and row and row["symbol"] else None


_SCALED_CODE = 4
_SCALE_LETTERS = {"k": Decimal(1000), "K": Decimal(1000), "T": Decimal(1000), "M": Decimal(10**6)}


def _belongs_to_next(context: Context, last: int) -> bool:
    """True for the sign in "20 $5" and the code in "3 USD50 cards": glued to the number behind rather than to the one before."""
    tokens = context.reading.tokens
    small = last <= len(tokens) and is_word(tokens[last - 1]) and not tokens[last - 1].text.isupper()
    if last >= len(tokens) or small or not tokens[last].text.isdecimal():
        return False
    return tokens[last].start == tokens[last - 1].end and tokens[last - 2].end < tokens[last - 1].start


def _means_other(context: Context, first: int, last: int) -> bool:
    """True for a pound that is a weight or a book here: the text tells by other words, else the language by its habit."""
    unit = context.term("units", first)
    counted = context.term("concepts", first)
    habit = context.words.pound
    if last - first > 1 or (unit is None and (counted is None or habit != "count")):
        return False
    return habit != "money" or context.weighs


def _minor(context: Context, draft: Draft) -> bool:
    """True for cents and pence; the draft is told in pounds, or in cents where the currency is not named."""
    minor = context.words.minor.after(context.reading, draft.tail)
    if minor is None or minor[0] <= draft.tail:
        return False
    token = context.reading.tokens[draft.tail]
    if len(token.text) == 1 and (token.start != context.reading.tokens[draft.tail - 1].end or not minor[1]):
        return False
    draft.kind, draft.last, draft.rule = "money", minor[0], "money.minor"
    draft.details["minor"] = "yes"
    draft.unit = minor[1] or "cent"
    if minor[1]:
        draft.readings = (draft.value,)
        draft.value = told(draft.amount * _HUNDREDTH)
    return True


def with_cents(context: Context, drafts: list[Draft]) -> list[Draft]:
    """The drafts, "20 ringgit" and "43 c" that follows made one amount."""
    out: list[Draft] = []
    for draft in drafts:
        if out and _is_cents(context, out[-1], draft):
            whole = out[-1]
            minor = context.words.minor.after(context.reading, draft.tail)
            whole.value = told(whole.amount + _cents(draft) * _HUNDREDTH)
            whole.last = max(draft.last, minor[0] if minor else draft.last)
        else:
            out.append(draft)
    return out


def _cents(draft: Draft) -> Decimal:
    """The number as written: 50 for the half pound that "50 pence" tells."""
    return decimal(draft.readings[0]) if draft.rule == "money.minor" and draft.unit != "cent" else draft.amount


def _is_cents(context: Context, whole: Draft, draft: Draft) -> bool:
    if whole.kind != "money" or whole.unit == "cent" or "minor" in whole.details or whole.last > draft.head or draft.number is None:
        return False
    linked = context.reading.joins(draft.first) and draft.first == whole.last
    linked = linked or context.words.cents.spanning(context.reading, whole.last, draft.first) is not None
    if not linked or not 0 < _cents(draft) < 100 or _cents(draft) % 1 or whole.amount % 1:
        return False
    if draft.rule == "money.minor" or context.words.minor.after(context.reading, draft.tail):
        return True
    digits = context.reading.tokens[draft.head].text
    pair = draft.tail - draft.head == 1 and digits.isdecimal() and len(digits) == 2
    return pair and draft.bare and "noun" not in draft.details and unit_at(context, draft.tail) is None


def article_amount(context: Context, index: int) -> Draft | None:
    """The single coin that an article counts, "un euro", where the language's `one` names the currency."""
    one = context.words.one.at(context.reading, index)
    hit = _currency(context, one[0]) if one else None
    if one is None or hit is None or hit[1] not in context.words.one_units or not context.free(index, hit[0]):
        return None
    return Draft(index, hit[0], index, one[0], "1", "money", hit[1], rule="money.one")


def glued(context: Context, index: int) -> Draft | None:
    """The amount of "USD1,23" and "Rs20", whose letters keep it from being read as a number."""
    tokens, reading = context.reading.tokens, context.reading
    hit = currency_signs().at(reading, index) if is_word(tokens[index]) else None
    if hit is None or hit[0] >= len(tokens) or reading.gap(hit[0]) or not tokens[hit[0]].text.isdecimal():
        return None
    if not _whole_sign(context, index):
        return None
    marks = lexicon(reading.lang).data["digits"]
    found, end = read_digits(reading.text, tokens[hit[0]].start, marks["group"], marks["decimal"])
    last = next((i for i in range(hit[0], len(tokens)) if tokens[i].start >= end), len(tokens))
    if len(found) != 1 or not context.free(index, last):
        return None
    draft = Draft(index, last, hit[0], last, told(found[0].value), "money", hit[1], rule="money.glued")
    draft.readings = tuple(told(value) for value in found[0].readings)
    _scaled(context, draft)
    return draft
