"""With and without the same thing, in sentences that are each other's likeness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from claimdiff.link.likeness import Likeness
from claimdiff.link.side import Side
from claimdiff.model import Link

KIND = "having"
# Of two partners, one so much less alike than the other is none.
SHARE, SOME = 0.8, 0.15


def having(likeness: Likeness) -> Iterator[Link]:
    """A link between what two like passages hold of one thing, where neither also says what the other says."""
    mine, theirs = _by_home(likeness.a), _by_home(likeness.b)
    for i, ones in sorted(mine.items()):
        for j in likeness.partners(0, i, SHARE, SOME):
            others = theirs.get(j, [])
            for a in ones:
                for b in others:
                    if _contrary(likeness, a, b) and not _agreeing(likeness, ones, others, a, b):
                        score = min(1.0, max(likeness.passages[i][j], likeness.claims(a, b)))
                        told = (f"sentences alike {score:.2f}",)
                        yield Link((likeness.a.document, a), (likeness.b.document, b), score, told)


def _by_home(side: Side) -> dict[int, list[int]]:
    homes: dict[int, list[int]] = defaultdict(list)
    for number, claim in enumerate(side.claims):
        if claim.kind == KIND and not claim.outside:
            homes[side.home[number]].append(number)
    return homes


def _contrary(likeness: Likeness, a: int, b: int) -> bool:
    relation = likeness.relation(a, b)
    return relation is not None and relation.name == "contrary"


def _agreeing(likeness: Likeness, ones: list[int], others: list[int], a: int, b: int) -> bool:
    return any(likeness.agree(a, n) for n in others) or any(likeness.agree(n, b) for n in ones)
