"""What two versions place before or after one event, where they tell it of one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from claimdiff.link.likeness import COMMON, Likeness
from claimdiff.link.side import Side
from claimdiff.model import Claim, Link
from claimdiff.relations import AGREEING
from claimdiff.relations.meant import COGNATE, words

KIND = "anchor"
# What the same side and the same distance are worth in choosing the partner; less likeness than this is none.
EQUALITY, DISTANCE, LEAST = 0.15, 0.2, 0.06


class _Pair(NamedTuple):
    rank: float
    a: int
    b: int
    score: float
    agrees: bool


def anchors(likeness: Likeness) -> Iterator[Link]:
    """One link at most for each anchor; none where the other version also has it on the same side of the event."""
    mine, theirs = _anchors(likeness.a), _anchors(likeness.b)
    near = _near(likeness, mine, theirs)
    told = sorted((p for a, b in near for p in _pairs(likeness, a, b)), key=lambda p: (-round(p.rank, 6), p.a, p.b))
    ones: set[int] = set()
    others: set[int] = set()
    for pair in told:
        if pair.a in ones or pair.b in others:
            continue
        ones.add(pair.a)
        others.add(pair.b)
        if not pair.agrees and pair.score >= LEAST and not _said_beside(likeness, pair, mine, theirs):
            why = (f"surroundings alike {pair.score:.2f}", "one event")
            yield Link((likeness.a.document, pair.a), (likeness.b.document, pair.b), pair.score, why)


def _anchors(side: Side) -> list[int]:
    return [n for n, c in enumerate(side.claims) if c.kind == KIND and not c.outside]


def _near(likeness: Likeness, mine: list[int], theirs: list[int]) -> list[tuple[int, int]]:
    """The pairs of anchors in passages like each other's, and those of which an event, or a distance, is told alike and seldom."""
    homes: dict[int, list[int]] = defaultdict(list)
    told: dict[str, list[int]] = defaultdict(list)
    for b in theirs:
        homes[likeness.b.home[b]].append(b)
        for key in _told(likeness.b.claims[b]):
            told[key].append(b)
    near = {(a, b) for a in mine for j in likeness.passages[likeness.a.home[a]] for b in homes.get(j, ())}
    seldom = {key: found for key, found in told.items() if len(found) <= COMMON}
    return sorted(near | {(a, b) for a in mine for key in _told(likeness.a.claims[a]) for b in seldom.get(key, ())})


def _told(claim: Claim) -> set[str]:
    """What an anchor is looked up by: the meanings of its event's words, their first letters, the distance."""
    said = words(claim.details["event"])
    keys = {f"of:{meant}" for _, means in said for meant in means} | {word[:COGNATE] for word, _ in said}
    return keys | ({f"at:{claim.details['distance']}"} if "distance" in claim.details else set())


def _pairs(likeness: Likeness, a: int, b: int) -> Iterator[_Pair]:
    relation = likeness.relation(a, b)
    if relation is not None:
        agrees = relation.name in AGREEING
        far = likeness.a.claims[a].details.get("distance")
        score = likeness.claims(a, b) + (DISTANCE if far and far == likeness.b.claims[b].details.get("distance") else 0.0)
        yield _Pair(score + (EQUALITY if agrees else 0.0), a, b, min(1.0, score), agrees)


def _said_beside(likeness: Likeness, pair: _Pair, mine: list[int], theirs: list[int]) -> bool:
    """True where the passage of one of them also places something on the other's side."""
    one, other = likeness.a.home[pair.a], likeness.b.home[pair.b]
    return any(likeness.agree(n, pair.b) for n in mine if likeness.a.home[n] == one) or any(
        likeness.agree(pair.a, n) for n in theirs if likeness.b.home[n] == other
    )
