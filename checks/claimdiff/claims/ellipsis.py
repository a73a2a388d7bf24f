"""Figures that leave out the scale of the one beside them: "it was to cost 38 million: it came to 57"."""

from __future__ import annotations

from decimal import Decimal

from claimdiff.claims.quantity_draft import Context, Draft, told

# A bare figure takes the scale of a figure so many tokens before it, or of one right behind it ("from 38 to 57 million").
_BEFORE, _BEHIND = 30, 4
# Both are told of one thing: neither is ten times the other.
_ALIKE = 10
_SCALES = tuple(Decimal(10) ** power for power in (12, 9, 6))
_MOST = 1000
_TOLD = frozenset({"number", "quantity", "money"})


def scaled(context: Context, drafts: list[Draft]) -> None:
    """Give each bare figure the reading that it has in the scale of its neighbour."""
    for index, draft in enumerate(drafts):
        if _bare(draft):
            scale = next(filter(None, (_scale(context, other, draft) for other in _neighbours(drafts, index))), None)
            if scale and told(draft.amount * scale) not in draft.readings:
                draft.readings = (*draft.readings, told(draft.amount * scale))


def _bare(draft: Draft) -> bool:
    plain = (
        draft.bare and "noun" not in draft.details and draft.number is not None and draft.about is None and "/" not in draft.value
    )
    return plain and 0 < draft.amount < _MOST


def _neighbours(drafts: list[Draft], index: int) -> list[Draft]:
    """The drafts before, the nearest first, and the one behind."""
    return [*reversed(drafts[max(0, index - 3) : index]), *drafts[index + 1 : index + 2]]


def _scale(context: Context, other: Draft, draft: Draft) -> Decimal | None:
    """The scale in which the other figure is told, where the two stand in one sentence and are of one size."""
    gap = draft.first - other.last if other.first < draft.first else other.first - draft.last
    if gap > (_BEFORE if other.first < draft.first else _BEHIND) or other.kind not in _TOLD or "/" in other.value:
        return None
    sentence = context.reading.sentence_at
    tokens = context.reading.tokens
    if sentence(tokens[other.first].start) != sentence(tokens[draft.first].start):
        return None
    scale = next((s for s in _SCALES if other.amount >= s), None)
    if scale is None or not _worded(context, other):
        return None
    low, high = sorted((other.amount / scale, draft.amount))
    return scale if high < low * _ALIKE else None


def _worded(context: Context, other: Draft) -> bool:
    """True for "38 million", false for 38,000,000, whose neighbour would be written out as well."""
    digits = sum(len(t.text) for t in context.reading.tokens[other.first : other.last] if t.text.isdecimal())
    return digits <= len(str(_MOST)) + 1
