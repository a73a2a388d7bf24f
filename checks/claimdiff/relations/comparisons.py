"""How two quotations rank the same two things: before or after, rather than, more or less than."""

from __future__ import annotations

from typing import NamedTuple

from claimdiff.model import Claim
from claimdiff.relations.meant import Word, Words, alike, words

CONTRARY, SAME = "contrary", "same"
_DEGREE = "degree"


class _Ranked(NamedTuple):
    """The words on both sides of the word that ranks, the first behind it that is not said before it too, what is compared."""

    left: Words
    right: Words
    head: Word
    compared: Word | None


def ranked(a: Claim, b: Claim) -> str | None:
    """CONTRARY where two things are exchanged or more is less, SAME where that is only worded otherwise, None where it is open."""
    if not _comparable(a, b):
        return None
    mine, theirs = (_ranked(c) for c in (a, b))
    if mine is None or theirs is None:
        return None
    of_degree, turned = a.details["ranks"].startswith(_DEGREE), a.details["ranks"] != b.details["ranks"]
    if _crosses(mine.head, theirs) and _crosses(theirs.head, mine):
        # "A is longer than B" and "B is shorter than A" are one.
        return CONTRARY if not turned and _compare_alike(mine, theirs) else SAME
    straight = alike(mine.head, theirs.head) and _both_compared(mine, theirs)
    return CONTRARY if straight and turned and of_degree else None


def _comparable(a: Claim, b: Claim) -> bool:
    """True for two that rank in one kind and deny nothing."""
    kinds = {c.details.get("ranks", "").partition("/")[0] for c in (a, b)}
    return len(kinds) == 1 and "" not in kinds and a.details["denials"] == b.details["denials"] == "0"


def _ranked(claim: Claim) -> _Ranked | None:
    left, right = words(claim.details["left_of"]), words(claim.details["right_of"])
    head = next((word for word in right if not _among(word, left)), None)
    compared = words(claim.details["compared"])
    return _Ranked(left, right, head, compared[0] if compared else None) if head else None


def _among(word: Word, others: Words) -> bool:
    return any(alike(word, other) for other in others)


def _crosses(head: Word, other: _Ranked) -> bool:
    """True when the word behind stands before in the other, and there alone."""
    return _among(head, other.left) and not _among(head, other.right)


def _compare_alike(mine: _Ranked, theirs: _Ranked) -> bool:
    """False where one is longer and the other shorter; what is compared may be a side itself ("more schools than roads")."""
    if mine.compared is None or theirs.compared is None:
        return True
    sides = alike(mine.compared, theirs.head) and alike(theirs.compared, mine.head)
    return sides or alike(mine.compared, theirs.compared)


def _both_compared(mine: _Ranked, theirs: _Ranked) -> bool:
    """True when both compare by the same word."""
    return mine.compared is not None and theirs.compared is not None and alike(mine.compared, theirs.compared)
