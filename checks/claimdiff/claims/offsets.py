"""Spans of time that are counted from an event: two days after the strike, an hour before closing; the detail `offset`."""

from __future__ import annotations

from claimdiff.claims.quantity_draft import Context, Draft


def note(context: Context, drafts: list[Draft]) -> None:
    """Add `offset` (before or after) to durations that only say how far from something."""
    for draft in drafts:
        hit = context.words.offsets.after(context.reading, draft.last) if draft.kind == "duration" else None
        if hit and "per" not in draft.details:
            draft.details["offset"] = hit[1]
