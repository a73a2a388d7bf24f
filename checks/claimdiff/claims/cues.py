"""How exact a number is said to be: about, nearly, at least, up to; told in details, outside the claim's words."""

from __future__ import annotations

from claimdiff.claims.quantity_draft import Context, Draft

_ROUNDS = 3


def exactness(context: Context, draft: Draft) -> None:
    """Add `approximate` and `bound` from the words before and behind the draft, and `whole` from a definite article."""
    words, reading, first = context.words, context.reading, draft.first
    definite = False
    for _ in range(_ROUNDS):
        cue = words.cues.before(reading, first)
        if cue:
            _note(draft, cue[1])
            first = cue[0]
            continue
        article = words.definite.before(reading, first)
        if article is None:
            break
        definite, first = True, article[0]
    behind = words.after.after(reading, draft.last)
    if behind:
        _note(draft, behind[1])
    if draft.number is not None and draft.number.approximate:
        draft.details.setdefault("approximate", "about")
    if definite and draft.kind == "quantity" and draft.about and draft.unit is None and "part_of" not in draft.details:
        draft.details.setdefault("whole", "yes")


def _note(draft: Draft, meaning: str) -> None:
    kind, _, what = meaning.partition(" ")
    draft.details.setdefault(kind, what)
