"""What a share is a share of: "a third of the patients", "four patients in ten", "clients, half of whom"."""

from __future__ import annotations

from collections.abc import Iterable

from claimdiff.claims.quantity_draft import Context, Draft

# The whole stands so many words behind "of the" ("of the people infected"), or before "half of whom".
_ROOM = 4


def whole(context: Context, drafts: Iterable[Draft]) -> None:
    """Note in each share the concept of its whole, where the words name it."""
    for draft in drafts:
        if draft.kind == "percentage":
            of = _inside(context, draft) or _behind(context, draft) or _before(context, draft)
            if of:
                draft.details["of"] = of


def _inside(context: Context, draft: Draft) -> str | None:
    """The patients of "four patients in ten" and of "one in four patients"."""
    last = draft.last + ("share" in draft.details and context.reading.joins(draft.last))
    return next((term.id for i in range(draft.first, last) if (term := context.term("concepts", i))), None)


def _behind(context: Context, draft: Draft) -> str | None:
    words, size = context.words, len(context.reading.tokens)
    opened = (phrases.after(context.reading, draft.last) for phrases in (words.of_definite, words.of))
    nouns = (_noun(context, range(hit[0], min(hit[0] + _ROOM, size))) for hit in opened if hit)
    return next(filter(None, nouns), None)


def _noun(context: Context, indexes: range) -> str | None:
    for index in indexes:
        if not context.reading.joins(index):
            return None
        term = context.term("concepts", index)
        if term:
            return term.id
        if index > indexes.start + 1 and context.reading.tokens[index].key in context.words.stops:
            return None
    return None


def _before(context: Context, draft: Draft) -> str | None:
    """The clients of "clients, half of whom" and "des clients dont la moitié"."""
    for last in range(draft.first, max(draft.first - 3, 0), -1):
        among = context.words.among.before(context.reading, last)
        if among:
            nouns = (context.term_before("concepts", i) for i in range(among[0], max(among[0] - _ROOM, 0), -1))
            return next((term.id for term in nouns if term), None)
    behind = context.words.among.at(context.reading, draft.last)
    if behind:
        nouns = (context.term_before("concepts", i) for i in range(draft.first, max(draft.first - _ROOM, 0), -1))
        return next((term.id for term in nouns if term), None)
    return None
