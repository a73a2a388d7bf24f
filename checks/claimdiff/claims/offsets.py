"""Figures that are counted from something: two days after the strike, an hour before closing, 900 more; the detail `offset`."""

from __future__ import annotations

from claimdiff.claims.quantity_draft import Context, Draft
from claimdiff.model import FURTHER

_PLUS = "+"
_COUNTS = frozenset({"number", "quantity"})


def note(context: Context, drafts: list[Draft]) -> None:
    """Add `offset`: before or after for spans from something, `further` for bare figures of a difference; `sign` to "+3 %"."""
    for draft in drafts:
        if draft.kind == "duration":
            hit = context.words.offsets.after(context.reading, draft.last)
            if hit and "per" not in draft.details:
                draft.details["offset"] = hit[1]
        elif draft.kind == "percentage" and _is_signed(context, draft):
            draft.details["sign"] = _PLUS
        elif draft.kind in _COUNTS and draft.about is None and draft.unit is None:
            hit = context.words.further.after(context.reading, draft.last)
            # "Three more people" are people again.
            if hit and context.term("concepts", hit[0]) is None:
                draft.details["offset"] = FURTHER


def _is_signed(context: Context, draft: Draft) -> bool:
    return context.reading.text.endswith(_PLUS, 0, context.reading.tokens[draft.first].start)
