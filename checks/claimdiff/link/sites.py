"""Named buildings and unknown towns that stand in each other's place: each nowhere in the other version."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from claimdiff.link.likeness import Likeness
from claimdiff.link.side import Side
from claimdiff.model import Link
from claimdiff.relations.places import contains
from claimdiff.relations.sites import alike

KINDS = ("facility", "town")
# How alike the surroundings are at least, what it adds that both names are strangers, and that each is the only one of its kind.
LEAST = {"facility": 0.12, "town": 0.2}
NOWHERE = {"facility": 0.2, "town": 0.15}
ALONE = 0.1
# Passages that are among each other's likest, or beside such.
SHARE, SOME = 0.4, 0.05


@dataclass(slots=True)
class Strangers:
    """The claims of a kind in one version whose names are nowhere in the other."""

    side: Side
    other: Side
    _said: dict[str, bool] = field(default_factory=dict)
    _capitals: list[str] | None = None

    def of(self, kind: str) -> list[int]:
        """Their numbers, in text order."""
        claims = enumerate(self.side.claims)
        return [n for n, c in claims if c.kind == kind and not c.outside and not self._told(n)]

    def _told(self, number: int) -> bool:
        claim = self.side.claims[number]
        words = [*claim.details.get("name", "").split(), *claim.details.get("placed", "").split()]
        places = claim.details.get("places", "").split()
        if claim.kind == "town":
            known = bool(claim.details["known"])
            words, places = ([], [claim.value]) if known else (claim.value[1:].split(), [])
        return any(map(self._says, words)) or any(map(self._places, places))

    def _says(self, word: str) -> bool:
        """True when a capitalised word of the other version may be this one."""
        if word not in self._said:
            self._said[word] = any(alike(word, other) for other in self._words())
        return self._said[word]

    def _words(self) -> list[str]:
        if self._capitals is None:
            tokens = (t for said in self.other.tokens for t in said)
            self._capitals = sorted({t.fold for t in tokens if t.text[0].isupper() and len(t.text) > 2})
        return self._capitals

    def _places(self, place: str) -> bool:
        """True when the other version names the place, or one in it."""
        values = (v for c in self.other.claims if c.kind == "place" for v in (c.value, *c.readings))
        return any(contains(place, value) for value in values)


def sites(likeness: Likeness) -> Iterator[Link]:
    """A link between two strangers of a kind in passages that are alike, the surest first, each once."""
    mine, theirs = Strangers(likeness.a, likeness.b), Strangers(likeness.b, likeness.a)
    near = {(i, j) for i in range(len(likeness.a.passages)) for j in likeness.partners(0, i, SHARE, SOME)}
    for kind in KINDS:
        ones, others = mine.of(kind), theirs.of(kind)
        scored = sorted(_scored(likeness, kind, ones, others, near), key=lambda s: (-s[0], s[1], s[2]))
        taken: tuple[set[str], set[str]] = (set(), set())
        for score, a, b in scored:
            values = likeness.a.claims[a].value, likeness.b.claims[b].value
            if values[0] not in taken[0] and values[1] not in taken[1]:
                taken[0].add(values[0])
                taken[1].add(values[1])
                told = (f"surroundings alike {likeness.claims(a, b):.2f}", "each nowhere in the other version")
                yield Link((likeness.a.document, a), (likeness.b.document, b), score, told)


def _scored(
    likeness: Likeness, kind: str, ones: list[int], others: list[int], near: set[tuple[int, int]]
) -> Iterator[tuple[float, int, int]]:
    by_home: dict[int, list[int]] = defaultdict(list)
    for b in others:
        by_home[likeness.b.home[b]].append(b)
    for a in ones:
        for b in (b for home, there in by_home.items() if (likeness.a.home[a], home) in near for b in there):
            relation = likeness.relation(a, b)
            alike_ = likeness.claims(a, b)
            if relation is not None and relation.name == "different" and alike_ >= LEAST[kind]:
                alone = _alone(likeness.a, a, ones) and _alone(likeness.b, b, others)
                yield min(1.0, alike_ + NOWHERE[kind] + ALONE * alone), a, b


def _alone(side: Side, number: int, strangers: list[int]) -> bool:
    """True for the only stranger of its kind in its version."""
    kind = side.claims[number].details.get("kind")
    return len({side.claims[n].value for n in strangers if side.claims[n].details.get("kind") == kind}) == 1
