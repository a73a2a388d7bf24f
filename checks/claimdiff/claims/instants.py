"""Tenths, hundredths and thousandths of a second, where texts often leave the second out."""

from __future__ import annotations

import re

from claimdiff.claims.quantity_draft import Context, Draft, told
from claimdiff.claims.units import Measured, put

_PARTS = frozenset({"decisecond", "centisecond", "millisecond"})
_SECONDS = _PARTS | {"second"}
# 9 s, 1'12"
_SIGN = re.compile(r"\d ?(?:s(?!\w)|'\d\d?(?:\"|''))")


def timed(context: Context, draft: Draft) -> bool:
    """True for "37 hundredths" and "three tenths of a second"; the draft is then a duration in that unit."""
    found = _named(context, draft.tail)
    if found is None:
        return False
    put(context, draft, found)
    draft.rule = "instants.part"
    return True


def split(context: Context, draft: Draft) -> bool:
    """True for "dos milésimas", read as the two-thousandth: the draft is then two thousandths of a second."""
    if draft.tail - draft.head < 2 or draft.amount % 1000 or draft.amount <= 1000:
        return False
    found = _named(context, draft.tail - 1)
    if found is None or found.unit != "millisecond":
        return False
    draft.value, draft.readings = told(draft.amount / 1000), ()
    put(context, draft, found)
    return True


def _named(context: Context, first: int) -> Measured | None:
    if not context.reading.joins(first):
        return None
    term = context.term("units", first)
    if term and term.id in _PARTS:
        return Measured(term.last, term.id)
    word = context.words.instants.at(context.reading, first)
    if word is None or context.after_of(word[0]) is not None or not _plain(context, first):
        return None
    return Measured(*word)


def _plain(context: Context, first: int) -> bool:
    """True where bare tenths or hundredths can only be of a second: not of a point, a whole or a coin."""
    reading, words = context.reading, context.words
    sentence = reading.sentences[reading.sentence_at(reading.tokens[first].start)]
    if any(words.percent.at(reading, index) for index in range(sentence.first, sentence.last)):
        return False
    share = words.denominators.at(reading, first) or words.ordinal_denominators.at(reading, first)
    coin = words.minor.at(reading, first)
    if coin and any(context.term("currencies", index) for index in range(sentence.first, sentence.last)):
        return False
    return not (share or coin) or _tells_seconds(context)


def _tells_seconds(context: Context) -> bool:
    """True where the text measures in seconds: its tenths are of one."""
    told = any(term.id in _SECONDS for term in context.found.of("units"))
    return told or _SIGN.search(context.reading.text) is not None
