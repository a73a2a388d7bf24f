"""Claims that stand between the same things in both versions: what differs there stands in the other's place."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from claimdiff.link.between import shared_places
from claimdiff.link.likeness import TRANSLATED, Likeness
from claimdiff.model import INNER, Link
from claimdiff.relations import AGREEING, group

# What stands farther away, in code points, is no neighbour; and how soon the influence of a neighbour fades.
WINDOW, REACH = 160, 60.0
# The kinds of which what stands there differs by mistake; words that judge and bodies come and go in a translation as well.
KINDS = ("numeric", "date", "time", "place", "person")
# What is compared in stories told anew: figures, hours, names and places come there in any order.
_KINDS_RETOLD = ("date",)
# What such a link is worth.
BETWEEN = 0.5


class Enough(NamedTuple):
    """What neighbours must weigh on either side, and which share of them must stand on the same side in both versions."""

    weight: float
    share: float


# In a translation little is needed; in a story told anew neighbours are only met, and lists of days come in any order.
_TRANSLATED, _RETOLD = Enough(0.05, 0.5), Enough(0.6, 0.95)
_LISTED = "different-weekday"


def bracketed(likeness: Likeness, links: Sequence[Link]) -> list[Link]:
    """The links, those between the same neighbours worth more; and links of claims that had none, each the other's likest there."""
    neighbours = _Neighbours(likeness, links)
    least, kinds = (_TRANSLATED, KINDS) if likeness.followed >= TRANSLATED else (_RETOLD, _KINDS_RETOLD)
    out = [_raised(likeness, neighbours, link, least) for link in links]
    taken = {link.a[1] for link in links}, {link.b[1] for link in links}
    for kind in kinds:
        mine, theirs = (
            [n for n in side.of(kind) if n not in held and not side.claims[n].outside and side.claims[n].kind not in INNER]
            for side, held in zip((likeness.a, likeness.b), taken, strict=True)
        )
        out += _left(likeness, neighbours, (mine, theirs), least)
    return out


def _raised(likeness: Likeness, neighbours: _Neighbours, link: Link, least: Enough) -> Link:
    a, b = link.a[1], link.b[1]
    if least is not _TRANSLATED or link.score >= BETWEEN or group(likeness.a.claims[a].kind) not in KINDS or likeness.agree(a, b):
        return link
    weight, share = neighbours.of(a, b)
    if weight < least.weight or share < least.share:
        return link
    return replace(link, score=BETWEEN, reasons=(*link.reasons, f"between the same neighbours, {share:.2f} of them"))


def _left(likeness: Likeness, neighbours: _Neighbours, left: tuple[list[int], list[int]], least: Enough) -> Iterator[Link]:
    """The links of claims of one kind that have none, the surest first, each claim once."""
    near = []
    starts = [likeness.b.claims[b].start for b in left[1]]
    for a in left[0]:
        for b in neighbours.about(a, left[1], starts):
            weight, share = neighbours.of(a, b)
            if weight >= least.weight and share >= least.share and likeness.relation(a, b) is not None:
                near.append((-weight * share, a, b, share))
    done: tuple[set[int], set[int]] = (set(), set())
    # Of two that are as near the order of the versions does not choose.
    for _, a, b, share in sorted(near, key=lambda one: (one[0], *sorted(one[1:3]), one[1])):
        if a in done[0] or b in done[1]:
            continue
        done[0].add(a)
        done[1].add(b)
        relation = likeness.relation(a, b)
        if relation is None or relation.name in AGREEING or (relation.name == _LISTED and least is _RETOLD):
            continue
        why = f"between the same neighbours, {share:.2f} of them"
        yield Link((likeness.a.document, a), (likeness.b.document, b), BETWEEN, (why, relation.name))


class _Neighbours:
    """What both versions say once in passages that answer each other, or what is linked as the same: pairs of offsets."""

    def __init__(self, likeness: Likeness, links: Sequence[Link]) -> None:
        self._likeness = likeness
        mine, theirs = likeness.a.claims, likeness.b.claims
        pairs = {(mine[a].start, theirs[b].start) for a, b in ((k.a[1], k.b[1]) for k in links) if likeness.agree(a, b)}
        for i in range(len(likeness.a.passages)):
            j = likeness.likest(i)
            if j is not None:
                pairs |= set(shared_places(likeness.a, i, likeness.b, j))
        self._pairs = sorted(pairs), sorted((y, x) for x, y in pairs)

    def about(self, a: int, others: list[int], starts: list[int]) -> list[int]:
        """Those of the others, which start there, that stand near where the neighbours of claim a stand."""
        claim, pairs = self._likeness.a.claims[a], self._pairs[0]
        near = pairs[bisect_left(pairs, (claim.start - WINDOW, 0)) : bisect_left(pairs, (claim.end + WINDOW, 0))]
        found = {n for _, y in near for n in range(bisect_left(starts, y - WINDOW), bisect_right(starts, y + WINDOW))}
        return [others[n] for n in sorted(found)]

    def of(self, a: int, b: int) -> tuple[float, float]:
        """What the neighbours that stand on the same side weigh, on the side with less; and which share of all these are."""
        one, other = self._likeness.a.claims[a], self._likeness.b.claims[b]
        mine, theirs = (one.start, one.end), (other.start, other.end)
        return min(
            _seen(self._pairs[0], mine, theirs), _seen(self._pairs[1], theirs, mine), key=lambda seen: (seen[0] * seen[1], seen[0])
        )


def _seen(pairs: list[tuple[int, int]], mine: tuple[int, int], theirs: tuple[int, int]) -> tuple[float, float]:
    """The same, looked at from one version."""
    before = behind = against = 0.0
    for x, y in pairs[bisect_left(pairs, (mine[0] - WINDOW, 0)) : bisect_left(pairs, (mine[1] + WINDOW, 0))]:
        if x < mine[0]:
            weight, away = math.exp((x - mine[0]) / REACH), theirs[0] - y
            before, against = (before + weight, against) if 0 <= away <= WINDOW else (before, against + weight)
        elif x >= mine[1]:
            weight, away = math.exp((mine[1] - x) / REACH), y - theirs[1]
            behind, against = (behind + weight, against) if 0 <= away <= WINDOW else (behind, against + weight)
    told = before + behind
    return min(before, behind), told / (told + against) if told else 0.0
