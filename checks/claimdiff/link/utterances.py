"""What is quoted in one version and what in the other: linked by the words themselves, who speaks and what stands around."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator

from claimdiff.link.likeness import COMMON, Bag, Likeness, Weighed
from claimdiff.model import Claim, Link
from claimdiff.relations import AGREEING
from claimdiff.relations.names import compared

KIND = "utterance"
# What the same speaker adds to how alike the words are, what another takes, and the share of what stands around.
SPEAKER, ANOTHER, AROUND = 0.2, 0.3, 0.5
# Less alike, two quotations are two; one so much liker another is not this one's.
LEAST, CLEAR = 0.3, 0.1


def utterances(likeness: Likeness) -> Iterator[Link]:
    """A link between two quotations that are each other's likest, clearly."""
    scores = {(a, b): _score(likeness, a, b) for a, b in sorted(_near(likeness))}
    best: dict[tuple[int, int], list[float]] = defaultdict(list)
    for pair, score in scores.items():
        for end in enumerate(pair):
            best[end] = sorted([*best[end], score], reverse=True)[:2]
    for (a, b), score in scores.items():
        # The best of those that one of the two has with another; its own score stands first where it is the best.
        rivals = [told[told[0] == score] for end in ((0, a), (1, b)) if len(told := best[end]) > 1]
        if score >= LEAST and score >= max(rivals, default=0.0) + CLEAR:
            yield Link((likeness.a.document, a), (likeness.b.document, b), score, (f"quotations alike {score:.2f}",))


def _near(likeness: Likeness) -> set[tuple[int, int]]:
    """The pairs of quotations that share a word that is not everywhere, or stand in passages like each other's."""
    mine, theirs = (_spoken(side.claims) for side in (likeness.a, likeness.b))
    homes: dict[int, list[int]] = defaultdict(list)
    for b in theirs:
        homes[likeness.b.home[b]].append(b)
    beside = {(a, b) for a in mine for j in likeness.passages[likeness.a.home[a]] for b in homes.get(j, ())}
    held = [_by_key(weighed, numbers) for weighed, numbers in zip(likeness.sides, (mine, theirs), strict=True)]
    rare = [key for key in held[0].keys() & held[1].keys() if max(len(by_key[key]) for by_key in held) <= COMMON]
    return beside | {(a, b) for key in rare for a in held[0][key] for b in held[1][key]}


def _by_key(weighed: Weighed, numbers: list[int]) -> dict[str, list[int]]:
    """Feature -> the quotations that hold it."""
    out: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        for key in _bag(weighed, weighed.side.claims[number]):
            out[key].append(number)
    return out


def _spoken(claims: list[Claim]) -> list[int]:
    return [n for n, claim in enumerate(claims) if claim.kind == KIND and not claim.outside]


def _score(likeness: Likeness, a: int, b: int) -> float:
    one, other = likeness.a.claims[a], likeness.b.claims[b]
    bags = _bag(likeness.sides[0], one), _bag(likeness.sides[1], other)
    norm = _norm(bags[0]) * _norm(bags[1])
    own = sum(weight * bags[1].get(key, 0.0) for key, weight in sorted(bags[0].items())) / norm if norm else 0.0
    return round(min(1.0, max(0.0, own + AROUND * likeness.claims(a, b) + _speakers(likeness, one, other))), 6)


def _bag(weighed: Weighed, claim: Claim) -> Bag:
    """The features of the quoted words."""
    here = weighed.side.between(claim.start, claim.end)
    return dict(sorted(zip(weighed.side.keys[here], weighed.weights[here].tolist(), strict=True)))


def _norm(bag: Bag) -> float:
    return math.sqrt(math.fsum(weight * weight for weight in bag.values()))


def _speakers(likeness: Likeness, one: Claim, other: Claim) -> float:
    if "speaker" not in one.details or "speaker" not in other.details:
        return 0.0
    told = compared(one.details["speaker"], other.details["speaker"], likeness.a.lang, likeness.b.lang)
    return SPEAKER if told.name in AGREEING | {"respelt"} else -ANOTHER
