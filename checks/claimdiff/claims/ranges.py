"""Two numbers that belong together: ranges, scores, changes from one to the other, dimensions, and units said once for both."""

from __future__ import annotations

from decimal import Decimal

from claimdiff.claims.quantity_draft import Context, Draft, told
from claimdiff.claims.units import dimension

_HIGHEST_SCORE = 200
_HIGHEST_SPOKEN_SCORE = 20
# How many tokens before and behind are looked at for what speaks of a match.
_NEAR = 40
_YEARS = (1000, 2200)


def pairs(context: Context, drafts: list[Draft]) -> list[Draft]:
    """The drafts, neighbours that are one range or score made one; changes and shared units noted on both."""
    _dimensions(context, drafts)
    out: list[Draft] = []
    for draft in drafts:
        if not out or not _pairable(out[-1]) or not _pairable(draft) or not _one(context, out[-1], draft):
            out.append(draft)
    return out


def _pairable(draft: Draft) -> bool:
    return draft.number is not None and draft.kind != "ordinal" and "/" not in draft.value and "share" not in draft.details


def _one(context: Context, low: Draft, high: Draft) -> bool:
    """True when `high` went into `low`: they are a range or a score."""
    joint = _joint(context, low, high)
    if joint is None or not _alike(low, high):
        return False
    if joint in ("score", "hyphen") and _scored(context, low, high, joint):
        return True
    if joint in ("change", "back"):
        _same_unit(low, high)
        low.details["change"], high.details["change"] = ("from", "to") if joint == "change" else ("to", "from")
    elif joint == "also":
        if high.unit or high.kind == "percentage":
            _same_unit(low, high)
    elif joint in ("range", "to", "hyphen") and (joint != "to" or not high.bare or high.about or not low.bare):
        return _ranged(context, low, high)
    return False


def _joint(context: Context, low: Draft, high: Draft) -> str | None:
    """How two drafts are linked: hyphen, range, change, back (to 30 from 25), to, score, times, also; None when they are not."""
    words, reading = context.words, context.reading
    first, last = low.last, high.first
    if first == last:
        return "hyphen" if "-" in reading.gap(last) and reading.gap(last).strip() == "-" else None
    if first > last or last - first > 3:
        return None
    signs = context.said(first, last)
    if signs in ("×", "x", "X"):
        return "times"
    if signs == ":":
        glued = reading.gap(first) == "" == reading.gap(last)
        return "score" if glued else None
    if words.between_and.spanning(reading, first, last) and words.between.before(reading, low.first):
        return "range"
    opened = words.start.before(reading, low.first) is not None and low.kind != "age"
    if opened and words.into.spanning(reading, first, last):
        return "change"
    if words.into.before(reading, low.first) is not None and words.start.spanning(reading, first, last) and low.kind != "age":
        return "back"
    if words.score.spanning(reading, first, last) and _spoken_score(context, low, high):
        return "score"
    if words.to.spanning(reading, first, last):
        return "hyphen" if signs == "–" else "to"
    return "also" if words.also.spanning(reading, first, last) else None


def _alike(low: Draft, high: Draft) -> bool:
    """True when the first number has nothing of its own, or just what the second has."""
    if "label" in low.details or "label" in high.details:
        return low.kind == high.kind == "number"
    if low.bare or (low.kind == "age" and high.unit in (None, "year")):
        return True
    return low.kind == high.kind and low.unit == high.unit and (low.about == high.about or high.about is not None)


def _spoken_score(context: Context, low: Draft, high: Draft) -> bool:
    return max(low.amount, high.amount) <= _HIGHEST_SPOKEN_SCORE and (low.amount > high.amount or _cued(context, low))


def _cued(context: Context, draft: Draft) -> bool:
    reading = context.reading
    sentence = reading.sentences[reading.sentence_at(reading.tokens[draft.first].start)]
    first, last = max(sentence.first, draft.first - _NEAR), min(sentence.last, draft.last + _NEAR)
    return any(t.key in context.words.score_cues for t in reading.tokens[first:last])


def _scored(context: Context, low: Draft, high: Draft, joint: str) -> bool:
    """True when the two are a score: falling or level, or rising where the sentence speaks of a match."""
    a, b = low.amount, high.amount
    if not (low.bare and high.bare) or high.about or a % 1 or b % 1 or max(a, b) > _HIGHEST_SCORE or min(a, b) < 0:
        return False
    if joint == "hyphen" and a < b and not (a == 0 or _cued(context, low)):
        return False
    _merge(low, high, f"{told(a)}/{told(b)}")
    low.kind, low.rule = "score", "ranges.score"
    low.details.pop("noun", None)
    return True


def _ranged(context: Context, low: Draft, high: Draft) -> bool:
    _same_scale(context, low, high)
    a, b = low.amount, high.amount
    years = low.bare and high.bare and all(_YEARS[0] <= x <= _YEARS[1] for x in (a, b))
    if not a < b or years:
        return False
    kind = "age" if "age" in (low.kind, high.kind) else high.kind if not high.bare else low.kind
    _merge(low, high, f"{told(a)}/{told(b)}")
    low.kind, low.rule = kind, "ranges.range"
    return True


def _merge(low: Draft, high: Draft, value: str) -> None:
    low.value, low.last, low.readings = value, max(low.last, high.last), ()
    low.unit, low.about = high.unit or low.unit, high.about or low.about
    low.details = {**low.details, **high.details}


def _same_unit(low: Draft, high: Draft) -> None:
    """Give the first number the kind and unit that only the second one is followed by."""
    if low.bare and not low.about and "noun" not in low.details and not high.bare:
        low.kind, low.unit, low.about, low.rule = high.kind, high.unit, high.about, "ranges.shared-unit"


def _same_scale(context: Context, low: Draft, high: Draft) -> None:
    """Read "between 5 and 10 million" as millions both."""
    scales, reading = context.words.scales, context.reading
    scale = scales.at(reading, high.tail - 1)
    alone = low.bare or low.kind == high.kind == "money"
    if scale and high.tail - high.head > 1 and alone and not scales.at(reading, low.tail - 1):
        factor = Decimal(scale[1])
        if low.amount < factor and low.amount * factor < high.amount:
            low.scale_by(factor)


def _dimensions(context: Context, drafts: list[Draft]) -> None:
    """Share the unit along "40 × 30 × 20 cm", from the last one back."""
    for index in range(len(drafts) - 1, 0, -1):
        low, high = drafts[index - 1], drafts[index]
        if dimension(high.unit) == "length" and _joint(context, low, high) == "times":
            _same_unit(low, high)
