"""How much of something two versions tell at the same place of the story, whatever they call it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimdiff.link.likeness import Likeness
from claimdiff.link.side import Side
from claimdiff.model import Link

KIND, QUANTIFIER = "portion", "quantifier"
# Less alike, two places are two; of two that are so nearly as alike, neither is the one.
LEAST, CLEAR = 0.12, 1.25

Pair = tuple[int, int]


def portions(likeness: Likeness, linked: Sequence[Link]) -> Iterator[Link]:
    """A link between portions whose surroundings are clearly each other's likest; none for quantifiers that are linked anyway."""
    scores = _scores(likeness)
    best: dict[tuple[int, int], list[float]] = defaultdict(list)
    for pair, score in scores.items():
        for end in enumerate(pair):
            best[end] = sorted([*best[end], score], reverse=True)[:2]
    known = {_starts(likeness, (k.a[1], k.b[1])) for k in linked if likeness.a.claims[k.a[1]].kind == QUANTIFIER}
    for (a, b), score in sorted(scores.items()):
        # The best that one of the two has with another; its own score stands first where it is the best.
        rivals = [told[told[0] == score] for end in ((0, a), (1, b)) if len(told := best[end]) > 1]
        differ = not likeness.agree(a, b) and _starts(likeness, (a, b)) not in known
        if differ and score >= max(LEAST, CLEAR * max(rivals, default=0.0)):
            yield Link((likeness.a.document, a), (likeness.b.document, b), score, (f"surroundings alike {score:.2f}",))


def _scores(likeness: Likeness) -> dict[Pair, float]:
    """How alike the surroundings are of two portions that can be compared, in passages that have anything in common."""
    homes: dict[int, list[int]] = defaultdict(list)
    for b in _told(likeness.b):
        homes[likeness.b.home[b]].append(b)
    near = ((a, b) for a in _told(likeness.a) for j in _around(likeness, likeness.a.home[a]) for b in homes.get(j, ()))
    return {pair: likeness.claims(*pair) for pair in sorted(set(near)) if likeness.relation(*pair) is not None}


def _around(likeness: Likeness, passage: int) -> set[int]:
    """The passages of b that are like this one or its neighbours, and those beside them: a short sentence is told by its place."""
    beside = range(max(0, passage - 1), min(len(likeness.passages), passage + 2))
    return {j + step for i in beside for j in likeness.passages[i] for step in (-1, 0, 1)}


def _told(side: Side) -> list[int]:
    return [n for n, claim in enumerate(side.claims) if claim.kind == KIND and not claim.outside]


def _starts(likeness: Likeness, pair: Pair) -> Pair:
    return likeness.a.claims[pair[0]].start, likeness.b.claims[pair[1]].start
