"""Figures that are counted from something: two days after the strike, an hour before closing, 900 more; the detail `offset`."""

from __future__ import annotations

from claimdiff.claims.quantity_draft import Context, Draft

# "900 more" than another figure says; "three more people" are people again.
FURTHER = "further"
_COUNTS = frozenset({"number", "quantity"})


def note(context: Context, drafts: list[Draft]) -> None:
    """Add `offset`: before or after for durations that say how far from something, `further` for bare figures of a difference."""
    for draft in drafts:
        if draft.kind == "duration":
            hit = context.words.offsets.after(context.reading, draft.last)
            if hit and "per" not in draft.details:
                draft.details["offset"] = hit[1]
        elif draft.kind in _COUNTS and draft.about is None and draft.unit is None:
            hit = context.words.further.after(context.reading, draft.last)
            if hit and context.term("concepts", hit[0]) is None:
                draft.details["offset"] = FURTHER
