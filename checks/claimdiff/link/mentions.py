"""Many to many: places, people and organisations are named again and again, so like passages are compared by whom they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from claimdiff.link.likeness import Likeness
from claimdiff.model import Link
from claimdiff.relations import group

KINDS = ("place", "person", "organisation")
# Surroundings must be at least this alike before two names that differ are set against each other.
LEAST = 0.15
# More is asked where a passage nearby does name the same: the versions may only part their sentences elsewhere.
LEAST_BESIDE = 0.4
# By how much a passage must be liker than the one where an equal stands, to be the place of the equal.
MARGIN = 0.1
# A city and its country agree, but hold each other's place only loosely.
VAGUELY = 0.5
# Strangers to the other version in passages only somewhat alike.
LEAST_STRANGERS = 0.35
# A name that stands nowhere in the other version is the likelier to be the error.
NOWHERE = 0.1

# The reason of a link between two that differ, and how many of the others its trace tells.
UNLIKE, REFUSED_TOLD = "in each other's place", 3

Pair = tuple[float, int, int]


@dataclass(slots=True)
class _Kind:
    """The claims of one kind in the passages of both versions."""

    likeness: Likeness
    name: str
    homes: tuple[dict[int, list[int]], dict[int, list[int]]]
    _named: dict[tuple[int, int], bool] = field(default_factory=dict)

    def pairs(self, passages: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """The claims that stand in these pairs of passages."""
        for i, j in passages:
            yield from ((a, b) for a in self.homes[0].get(i, ()) for b in self.homes[1].get(j, ()))

    def named(self, which: int, number: int) -> bool:
        """True when the other version names the same anywhere."""
        mine, theirs = (self.likeness.a, self.likeness.b)[:: -1 if which else 1]
        same = which, mine.alike[number]
        if same not in self._named:
            others = {theirs.alike[n] for numbers in self.homes[1 - which].values() for n in numbers}
            self._named[same] = any(self.likeness.agree(*((n, number) if which else (number, n))) for n in others)
        return self._named[same]


def mention(likeness: Likeness) -> Iterator[Link]:
    """The links of the kinds that go many to many."""
    like = {(i, j) for i in range(len(likeness.a.passages)) for j in likeness.partners(0, i)}
    near = {(i, j) for i in range(len(likeness.a.passages)) for j in likeness.partners(0, i, 0.4, 0.05)}
    beside = {(i + x, j + y) for i, j in near for x, y in ((0, 0), (0, 1), (0, -1), (1, 0), (-1, 0))}
    anywhere = {(i, j) for i, row in enumerate(likeness.passages) for j in row}
    for name in KINDS:
        kind = _Kind(likeness, name, _homes(likeness, name))
        same = _one_to_one(_agreeing(kind, like))
        rest = _one_to_one(_agreeing(kind, beside - like, same))
        unlike = _one_to_one(
            [*_unlike(kind, like, same, rest), *_strangers(kind, (anywhere if name == "organisation" else near) - like)]
        )
        told = {p[1] for p in unlike}, {p[2] for p in unlike}
        rest = [p for p in rest if p[1] not in told[0] and p[2] not in told[1]]
        for how, pairs in (("named in a like passage", same), ("named in a passage beside", rest), (UNLIKE, unlike)):
            yield from (_link(kind, pair, how, like) for pair in pairs)


def _homes(likeness: Likeness, name: str) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    homes: tuple[dict[int, list[int]], dict[int, list[int]]] = (defaultdict(list), defaultdict(list))
    for which, side in enumerate((likeness.a, likeness.b)):
        for number, claim in enumerate(side.claims):
            if group(claim.kind) == name:
                homes[which][side.home[number]].append(number)
    return homes


def _one_to_one(pairs: Iterable[Pair]) -> list[Pair]:
    """The surest pairs first, each claim once."""
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    out = []
    for score, a, b in sorted(set(pairs), key=lambda p: (-p[0], *sorted(p[1:]))):
        if a not in taken_a and b not in taken_b:
            taken_a.add(a)
            taken_b.add(b)
            out.append((score, a, b))
    return out


def _agreeing(kind: _Kind, passages: set[tuple[int, int]], done: Iterable[Pair] = ()) -> Iterator[Pair]:
    """What agrees in these passages, but for the claims that are done."""
    done_a, done_b = {p[1] for p in done}, {p[2] for p in done}
    for a, b in kind.pairs(sorted(passages)):
        if a not in done_a and b not in done_b and kind.likeness.agree(a, b):
            yield kind.likeness.claims(a, b), a, b


def _unlike(kind: _Kind, like: set[tuple[int, int]], same: list[Pair], rest: list[Pair]) -> Iterator[Pair]:
    """Mentions that found no equal in the passages like their own, each with what stands in its place there."""
    done = {p[1]: p[0] for p in same}, {p[2]: p[0] for p in same}
    beside = {p[1] for p in rest}, {p[2] for p in rest}
    equal = [p for p in same if (found := kind.likeness.relation(p[1], p[2])) is not None and found.name == "equal"]
    exact = {p[1] for p in equal}, {p[2] for p in equal}
    for a, b in kind.pairs(sorted(like)):
        if (a in done[0] and b in done[1]) or kind.likeness.relation(a, b) is None or _both_named(kind, a, b):
            continue
        score = kind.likeness.claims(a, b)
        if a in done[0] or b in done[1]:
            # Its equal stands in a passage less like this one, and the other is a stranger: it may be the equal's true place.
            stranger = not kind.named(1, b) if a in done[0] else not kind.named(0, a)
            held = (done[0].get(a, 0.0) + done[1].get(b, 0.0)) * (1.0 if a in exact[0] or b in exact[1] else VAGUELY)
            if not stranger or score < max(LEAST_BESIDE, held + MARGIN):
                continue
        score += NOWHERE * ((not kind.named(0, a)) + (not kind.named(1, b)))
        if score >= (LEAST_BESIDE if a in beside[0] or b in beside[1] else LEAST):
            yield min(1.0, score), a, b


def _both_named(kind: _Kind, a: int, b: int) -> bool:
    """True for people where one passage names both: a name more or less is how sentences are built."""
    side_a, side_b = kind.likeness.a, kind.likeness.b
    if kind.name != "person":
        return False
    return any(kind.likeness.agree(n, b) for n in kind.homes[0].get(side_a.home[a], ())) or any(
        kind.likeness.agree(a, n) for n in kind.homes[1].get(side_b.home[b], ())
    )


def _strangers(kind: _Kind, passages: set[tuple[int, int]]) -> Iterator[Pair]:
    """Two that neither version names elsewhere, in passages that are less alike: each is missing where the other stands."""
    for a, b in kind.pairs(sorted(passages)):
        if kind.likeness.relation(a, b) is not None and not kind.named(0, a) and not kind.named(1, b):
            score = kind.likeness.claims(a, b) + 2 * NOWHERE
            if score >= LEAST_STRANGERS:
                yield min(1.0, score), a, b


def _link(kind: _Kind, pair: Pair, how: str, like: set[tuple[int, int]]) -> Link:
    score, a, b = pair
    sides = kind.likeness.a, kind.likeness.b
    reasons = (f"surroundings alike {score:.2f}", how, *(_refused(kind, pair, like) if how == UNLIKE else ()))
    return Link((sides[0].document, a), (sides[1].document, b), score, reasons)


def _refused(kind: _Kind, pair: Pair, like: set[tuple[int, int]]) -> Iterator[str]:
    """What else stood in the like passages, and why it is not held to be the counterpart."""
    score, a, b = pair
    home = kind.likeness.a.home[a]
    others = [(kind.likeness.claims(a, n), n) for i, j in like if i == home for n in kind.homes[1].get(j, ()) if n != b]
    for other, n in sorted(others, key=lambda o: (-o[0], o[1]))[:REFUSED_TOLD]:
        relation = kind.likeness.relation(a, n)
        why = relation.name if relation else "not to be compared"
        yield f"refused {kind.likeness.b.claims[n].value}: {other:.2f} against {score:.2f}, {why}"
