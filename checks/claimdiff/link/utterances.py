"""What is quoted in one version and what in the other: linked by the words themselves, who speaks and what stands around."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from claimdiff.link.likeness import Bag, Likeness, Weighed
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
    mine, theirs = (_spoken(side.claims) for side in (likeness.a, likeness.b))
    scores = {(a, b): _score(likeness, a, b) for a in mine for b in theirs}
    for (a, b), score in scores.items():
        rivals = [s for (x, y), s in scores.items() if (x == a) != (y == b)]
        if score >= LEAST and score >= max(rivals, default=0.0) + CLEAR:
            yield Link((likeness.a.document, a), (likeness.b.document, b), score, (f"quotations alike {score:.2f}",))


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
    low, high = np.searchsorted(weighed.starts, (claim.start, claim.end))
    return dict(sorted(zip(weighed.keys[low:high].tolist(), weighed.weights[low:high].tolist(), strict=True)))


def _norm(bag: Bag) -> float:
    return math.sqrt(math.fsum(weight * weight for weight in bag.values()))


def _speakers(likeness: Likeness, one: Claim, other: Claim) -> float:
    if "speaker" not in one.details or "speaker" not in other.details:
        return 0.0
    told = compared(one.details["speaker"], other.details["speaker"], likeness.a.lang, likeness.b.lang)
    return SPEAKER if told.name in AGREEING | {"respelt"} else -ANOTHER
