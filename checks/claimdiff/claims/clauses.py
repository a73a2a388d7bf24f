"""Where a clause, a scope and a sentence begin and end, in tokens."""

from __future__ import annotations

from bisect import bisect_left

from claimdiff.claims.found import Found
from claimdiff.language import Term

_BOUNDS = frozenset(',;:.!?…()[]«»“”„"–—|•')
# A clause longer than this is a list or a broken text; nothing at its far end belongs to the word looked at.
_FAR = 25


def sentence(found: Found, index: int) -> tuple[int, int]:
    """First and last (excluded) token of the sentence that token index stands in."""
    here = found.reading.sentence_of(index)
    return here.first, here.last


def clause(found: Found, index: int) -> tuple[int, int]:
    """First and last (excluded) token of the clause around token index: between two marks inside its sentence."""
    start, stop = sentence(found, index)
    start, stop = max(start, index - _FAR), max(index + 1, min(stop, index + _FAR))
    marks = found.places(_BOUNDS)
    at = bisect_left(marks, index)
    behind = at + 1 if at < len(marks) and marks[at] == index else at
    first = max(start, marks[at - 1] + 1) if at else start
    return first, min(stop, marks[behind]) if behind < len(marks) else stop


def opens_sentence(found: Found, index: int) -> bool:
    """True when no word stands before token index in its sentence: its capital says nothing."""
    first, _ = sentence(found, index)
    return all(not found.reading.tokens[i].text.isalnum() for i in range(index - 1, first - 1, -1))


def terms_between(found: Found, category: str, first: int, last: int) -> list[Term]:
    """The terms of a table that lie inside tokens first:last, in order; looked up, not searched for."""
    terms, firsts = found.of(category), found.firsts(category)
    low = bisect_left(firsts, first)
    high = bisect_left(firsts, last, low)
    return [t for t in terms[low:high] if t.last <= last] if low < high else []
