"""What an amount is for: 3 € a day, 20 € per head, 25 litres per square metre, 12 € in total; the detail `per`."""

from __future__ import annotations

from claimdiff.claims.quantity_draft import Context, Draft
from claimdiff.claims.quantity_words import is_word
from claimdiff.claims.rates_words import RateWords, rate_words, unit_said
from claimdiff.language import world

TOTAL, EACH = "total", "each"
_KINDS = frozenset({"money", "quantity", "duration", "number"})
# So many words may stand between an amount and "per" (barrels of oil per day), so many tokens in a bracket after it.
_GAP, _BRACKET = 3, 10
_CUES = 2
# 20 € per head and night: no amount is for more things than this.
_MOST = 3


def told(context: Context, drafts: list[Draft]) -> list[Draft]:
    """The drafts with what each is for; what the words of a rate were read as (the second of "per second") is no claim."""
    words, ends = rate_words(context.reading.lang), {d.first for d in drafts}
    behind = 0
    out: list[Draft] = []
    for draft in drafts:
        if draft.first < behind:
            continue
        if draft.kind in _KINDS and "label" not in draft.details:
            behind = max(behind, _note(context, words, draft, ends))
        out.append(draft)
    return out


def _note(context: Context, words: RateWords, draft: Draft, starts: set[int]) -> int:
    """The token behind the words that say what the draft is for, which they are added to."""
    found: set[str] = set()
    at = draft.last
    for _ in range(_MOST):
        hit = _behind(context, words, draft, at, starts) or (_joined(context, words, at) if found else None)
        if hit is None:
            break
        # Words right behind the amount are part of its claim.
        draft.last = hit[0] if at == draft.last and hit[2] else draft.last
        at = hit[0]
        found.add(hit[1])
    ahead = _ahead(context, words, draft)
    if ahead:
        found.add(ahead)
    # "In total three million a year" is so much a year.
    found = found - {TOTAL} or found
    compound = f"{draft.unit}-per-{next(iter(found))}" if len(found) == 1 else ""
    if compound in world("units"):
        draft.unit, draft.kind = compound, "quantity"
    elif found:
        draft.details["per"] = "+".join(sorted(found))
    return at


def _ahead(context: Context, words: RateWords, draft: Draft) -> str | None:
    """What the words before the amount say that it is for; "about" may stand between."""
    first = draft.first
    for _ in range(_CUES):
        hit = words.ahead.before(context.reading, first)
        if hit:
            return hit[1] if context.free(hit[0], first) else None
        cue = context.words.cues.before(context.reading, first)
        if cue is None:
            return None
        first = cue[0]
    return None


def _behind(context: Context, words: RateWords, draft: Draft, at: int, starts: set[int]) -> tuple[int, str, bool] | None:
    """The end and the id of what the words behind token `at` say that the draft is for, and whether they go on from it."""
    close = _over_bracket(context, at)
    direct = _whole(context, words, close) or _divided(context, words, close, draft.kind == "money")
    if direct or close != at:
        return (*direct, close == at) if direct else None
    for gap in range(1, _GAP + 1):
        if not _goes_on(context, at + gap - 1, starts):
            return None
        hit = _per(context, words, at + gap)
        if hit is None and draft.kind != "money" and (gap == 1 or _of_one(context, at, gap)):
            hit = _whole(context, words, at + gap) or _divided(context, words, at + gap, money=False)
        if hit:
            return (*hit, False)
    return None


def _joined(context: Context, words: RateWords, at: int) -> tuple[int, str, bool] | None:
    """The unit behind "and": 38 reais a pupil and month."""
    also = context.words.also.at(context.reading, at)
    hit = (_per(context, words, also[0]) or _unit(context, words, at, also[0])) if also else None
    return (*hit, True) if hit else None


def _goes_on(context: Context, index: int, starts: set[int]) -> bool:
    tokens = context.reading.tokens
    return index < len(tokens) and is_word(tokens[index]) and index not in starts and context.reading.joins(index)


def _of_one(context: Context, at: int, gap: int) -> bool:
    """True for "barrels of oil a day": one word of what is measured stands between."""
    of = context.words.of.after(context.reading, at)
    return of is not None and of[0] + 1 == at + gap


def _over_bracket(context: Context, at: int) -> int:
    """Where the text goes on behind "(about 60,000 euros)", or behind the bracket that ends here."""
    tokens = context.reading.tokens
    if at < len(tokens) and tokens[at].text == "(":
        closes = (i for i in range(at + 1, min(at + _BRACKET, len(tokens))) if tokens[i].text == ")")
        return next(closes, at - 1) + 1
    return at


def _whole(context: Context, words: RateWords, at: int) -> tuple[int, str] | None:
    hit = words.behind.at(context.reading, at)
    return hit if hit and _linked(context, at) and context.found.free(at, hit[0]) else None


def _divided(context: Context, words: RateWords, at: int, money: bool) -> tuple[int, str] | None:
    """What "a day", "la tonne", "/kg" behind the amount name."""
    tokens, reading = context.reading.tokens, context.reading
    if at + 1 < len(tokens) and tokens[at].text == "/" and reading.gap(at + 1) == "":
        return _unit(context, words, at, at + 1)
    for phrases in (words.rate, words.article) if money else (words.rate,):
        link = phrases.at(reading, at)
        hit = _unit(context, words, at, link[0]) if link and _linked(context, at) else None
        if hit and _ends(context, words, at, hit[0]):
            return hit
    return _per(context, words, at)


def _per(context: Context, words: RateWords, at: int) -> tuple[int, str] | None:
    link = words.per.at(context.reading, at)
    return (_unit(context, words, at, link[0]) or _thing(context, words, link[0])) if link and _linked(context, at) else None


def _thing(context: Context, words: RateWords, at: int) -> tuple[int, str] | None:
    """Any one word between "per" and "and day": whatever is counted there."""
    if not _goes_on(context, at, set()):
        return None
    joined = _joined(context, words, at + 1) or _per(context, words, at + 1)
    return (at + 1, EACH) if joined else None


def _unit(context: Context, words: RateWords, first: int, at: int) -> tuple[int, str] | None:
    hit = unit_said(words, context.reading, at)
    slash = context.reading.tokens[first].text == "/"
    if hit is None and slash:
        hit = words.units.at(context.reading, at)
    return hit if hit and context.found.free(first, hit[0]) else None


def _ends(context: Context, words: RateWords, first: int, last: int) -> bool:
    """True unless what follows makes it a time of its own: "a day after", "im Jahr 2024"."""
    tokens = context.reading.tokens
    number = last < len(tokens) and tokens[last].text.isdecimal() and context.reading.joins(last)
    return not number and words.not_before.after(context.reading, last) is None and context.found.free(first, last)


def _linked(context: Context, at: int) -> bool:
    """True where a token goes on from the one before it, or from a bracket that closes."""
    tokens = context.reading.tokens
    if not 0 < at < len(tokens):
        return False
    return context.reading.joins(at) or (tokens[at - 1].text == ")" and context.reading.gap(at) == " ")
