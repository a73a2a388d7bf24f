"""Claims: numbers of every kind that no date or time has taken: counts, measures, money, shares, ages, ordinals, scores."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimdiff.claims import (
    ages,
    counted,
    cues,
    currencies,
    durations,
    ellipsis,
    instants,
    money,
    offsets,
    ranges,
    rates,
    share_of,
    shares,
    units,
)
from claimdiff.claims.found import Found, Number
from claimdiff.claims.numbering import numbering
from claimdiff.claims.quantity_draft import Context, Draft, claims
from claimdiff.claims.quantity_words import currency_signs, currency_symbols, unit_symbols
from claimdiff.model import FROM_THE_TOP, LISTED, Claim

_Whole = Callable[[Context, int], Draft | None]
# Expressions without a number word of their own, tried at each token in this order.
_WHOLES: tuple[_Whole, ...] = (
    *(shares.article_fraction, shares.every, shares.sign, shares.half_unit, money.glued),
    *(ages.age_word, durations.article_unit, money.article_amount),
)
_MARGIN = 20
# The tables of what an article may count; a currency may be named behind its country.
_COUNTED = ("units", "currencies", "currency_names", "countries", "demonyms")


def find(found: Found) -> list[Claim]:
    """One claim for each number or numeric expression of the version; tokens that dates and times took are left alone."""
    context = Context.of(found)
    drafts = [*durations.primes(context), *_expressions(context)]
    drafts += _numbers(context)
    drafts.sort(key=lambda d: d.first)
    drafts = money.with_cents(context, drafts)
    drafts = durations.compounds(context, drafts)
    drafts = shares.parts(context, drafts)
    drafts = ranges.pairs(context, drafts)
    drafts = rates.told(context, drafts)
    currencies.settle(drafts)
    ellipsis.scaled(context, drafts)
    share_of.whole(context, drafts)
    offsets.note(context, drafts)
    for draft in drafts:
        _finish(context, draft)
    return claims(context, drafts)


def _finish(context: Context, draft: Draft) -> None:
    units.settle(draft)
    cues.exactness(context, draft)
    if draft.kind == "quantity":
        counted.scope(context, draft)


def _expressions(context: Context) -> list[Draft]:
    """Drafts of what is told without a number: half, "un tiers", "mezz'ora", "ventiquattrenne", "a decade"."""
    out, behind = [], 0
    for index in sorted({*_told(context), *_articles(context)}):
        if index >= behind:
            draft, behind = _expression(context, index)
            if draft:
                out.append(context.use(draft))
                behind = max(behind, draft.last)
    return out


def _told(context: Context) -> Iterator[int]:
    """The tokens at which whole expressions, halves, signs and words such as "ventiquattrenne" may stand."""
    reading, words = context.reading, context.words
    for phrases in (words.told, words.every, words.half_units):
        yield from phrases.places(reading)
    signs = currency_signs()
    yield from (at for at in signs.places(reading) if any(t.text.isdecimal() for t in reading.tokens[at : at + signs.longest + 1]))
    yield from reading.where(shares.SIGNS.keys())
    if words.suffixes:
        yield from reading.where({key for key in reading.by_key if key.endswith(words.suffixes)})


# The mark of a phrase that ends with a number: what stands behind may show that it is one all the same.
_AT_THE_END = "last in "


def _articles(context: Context) -> Iterator[int]:
    """The articles that stand before what they can count: "un" before a part, a unit or a currency, "le" before a part."""
    reading, words = context.reading, context.words
    parts = {index for phrases in (words.denominators, words.ordinal_denominators) for index in phrases.places(reading)}
    counted = {term.first for table in _COUNTED for term in context.found.of(table)}
    counted.update(parts, unit_symbols().places(reading), currency_symbols().places(reading))
    for articles, behind in ((words.definite, parts), (words.one, counted)):
        before = {index - size for index in behind for size in range(1, articles.longest + 1)}
        yield from before.intersection(reading.where(articles.firsts))


def _expression(context: Context, index: int) -> tuple[Draft | None, int]:
    """The draft that starts at a token, if any, and where to look next."""
    if index in context.inside_numbers:
        return None, index + 1
    told = context.words.told.at(context.reading, index)
    number = context.number_at.get(index)
    if told and not (number and number.last > told[0]):
        # "Half a million", "une demi-douzaine" are numbers; "un quart d'heure" starts with one.
        last, meaning = told
        if meaning.startswith("not_"):
            context.bar(
                _AT_THE_END + meaning if index not in context.number_at and last in context.number_ends else meaning, index, last
            )
            return None, last
        halved = shares.half_unit(context, index) if meaning == "half" else None
        if halved:
            return halved, halved.last
        if context.free(index, last) and not context.is_barred("not_share", index):
            return _fixed(index, last, meaning), last
    for read in _WHOLES:
        draft = read(context, index)
        if draft and not (number and number.last > draft.last):
            return draft, draft.last
    return None, index + 1


def _fixed(first: int, last: int, meaning: str) -> Draft:
    kind, _, rest = meaning.partition(" ")
    if kind == "half":
        return Draft(first, last, first, last, "50", "percentage", details={"share": "1/2"}, rule="shares.half")
    if kind == "age":
        return Draft(first, last, first, last, rest, "age", "year", details={"approximate": "about"}, rule="ages.word")
    if kind == "percent":
        return Draft(first, last, first, last, rest, "percentage", rule="shares.percent")
    value, unit = rest.split(" ")
    duration = units.dimension(unit) == "duration"
    return Draft(first, last, first, last, value, "duration" if duration else "quantity", unit, rule="units.fixed")


def _numbers(context: Context) -> Iterator[Draft]:
    counting = numbering(context.found)
    for number in context.found.numbers:
        if not context.free(number.first, number.last) or _is_list_mark(context, number):
            continue
        draft = Draft(number.first, number.last, number.first, number.last, number.value, readings=number.readings, number=number)
        if number.first in counting:
            # A mark of the list: like rows of two tables by it, compare it with no figure.
            draft.details["label"], draft.rule = LISTED, "quantities.listed"
            yield context.use(draft)
        elif _ordinal(context, draft) if number.ordinal else _cardinal(context, draft):
            yield context.use(draft)


def _is_list_mark(context: Context, number: Number) -> bool:
    """True for the 2 of "2. " and "1) " at the start of a line."""
    tokens, text = context.reading.tokens, context.reading.text
    if number.ordinal or number.last >= len(tokens) or len(number.value) > 2 or not number.value.isdecimal():
        return False
    before = text[max(0, number.start - _MARGIN) : number.start].rstrip(" ")
    starts = before[-1:] in ("\n", "(") or (not before and number.start <= _MARGIN)
    mark = tokens[number.last]
    return starts and mark.text in (".", ")") and mark.start == number.end and text[mark.end : mark.end + 1] == " "


def _ordinal(context: Context, draft: Draft) -> bool:
    """True when the draft is kept: an ordinal that is part of no fixed expression."""
    if context.is_barred("not_ordinal", draft.head):
        return False
    barred = context.is_barred(_AT_THE_END + "not_ordinal", draft.head)
    if not barred and (units.degrees(context, draft) or instants.split(context, draft) or shares.bare_fraction(context, draft)):
        return True
    draft.kind, draft.rule = "ordinal", "quantities.ordinal"
    known = counted.counts(context, draft)
    if counted.tops(context, draft):
        draft.details["counts"] = FROM_THE_TOP
    # "Um segundo" and "na quarta" are a while and a day, but "um segundo mandato" and "na quarta parte" count.
    if barred and not (known and draft.last > draft.tail):
        return False
    draft.last = draft.tail
    return True


def _cardinal(context: Context, draft: Draft) -> bool:
    """True when the draft is kept: what the number measures or counts is looked for, the surest first."""
    if (
        instants.timed(context, draft)
        or shares.percentage(context, draft)
        or shares.fraction(context, draft)
        or money.paid(context, draft)
    ):
        return True
    if shares.part_of_unit(context, draft):
        return True
    units.measured(context, draft)
    if ages.aged(context, draft) or draft.unit:
        return True
    if counted.labelled(context, draft):
        return True
    if counted.identifies(context, draft):
        return False
    if counted.names(context, draft):
        draft.details["label"], draft.rule = "yes", "counted.name"
        return True
    return counted.counts(context, draft) or True
