"""How sure two versions are of one thing, in sentences that are each other's likeness."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator

from claimdiff.link.likeness import Likeness
from claimdiff.link.side import Side
from claimdiff.model import Link
from claimdiff.relations.certainties import is_whole, says_as_much

KIND = "certainty"
# Of two partners, one so much less alike than the other is none, and nothing less alike than this is one.
SHARE, SOME = 0.8, 0.15
# Where a version says as the other does, in a passage so nearly as alike, it may say it of the same.
BESIDE = 0.6

Homes = dict[int, list[int]]


def certainties(likeness: Likeness) -> Iterator[Link]:
    """A link between what two like passages are sure of, unless either version is as sure as the other near by."""
    homes = _by_home(likeness.a), _by_home(likeness.b)
    for i, ones in sorted(homes[0].items()):
        for j in _partners(likeness, i):
            pairs = [(a, b) for a in ones for b in homes[1].get(j, ()) if _differ(likeness, a, b)]
            for a, b in pairs:
                if not _said_alike(likeness, (a, b), homes):
                    score = math.sqrt(likeness.passages[i][j] * likeness.claims(a, b))
                    told = (f"sentences alike {score:.2f}",)
                    yield Link((likeness.a.document, a), (likeness.b.document, b), min(1.0, score), told)


def _by_home(side: Side) -> Homes:
    homes: Homes = defaultdict(list)
    for number, claim in enumerate(side.claims):
        if claim.kind == KIND and not claim.outside:
            homes[side.home[number]].append(number)
    return homes


def _partners(likeness: Likeness, i: int) -> list[int]:
    """The passages of b about as like passage i as any is to either: a sentence told in two has two partners."""
    mine = likeness.passages[i]
    best = max(mine.values(), default=0.0)
    theirs = {j: max(likeness.backwards[j].values(), default=0.0) for j in mine}
    return sorted(j for j, score in mine.items() if score >= max(SOME, SHARE * min(best, theirs[j])))


def _differ(likeness: Likeness, a: int, b: int) -> bool:
    relation = likeness.relation(a, b)
    return relation is not None and relation.name == "other-certainty"


def _said_alike(likeness: Likeness, pair: tuple[int, int], homes: tuple[Homes, Homes]) -> bool:
    """True where one version also says, of what may be the same, what the other does."""
    (a, b), (ours, theirs) = pair, (likeness.a.claims, likeness.b.claims)
    i, j = likeness.a.home[a], likeness.b.home[b]
    enough = likeness.passages[i][j] * BESIDE
    if is_whole(ours[a].value):
        there, here = set(homes[1]), set(homes[0])
    else:
        there = {k for k, score in likeness.passages[i].items() if score >= enough}
        here = {k for k, score in likeness.backwards[j].items() if score >= enough}
    return any(says_as_much(theirs[n], ours[a]) for k in there for n in homes[1].get(k, ())) or any(
        says_as_much(ours[n], theirs[b]) for k in here for n in homes[0].get(k, ())
    )
