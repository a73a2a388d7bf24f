"""What a stretch of a version says, in features that no language changes, weighed by how rare they are in the story."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

from claimdiff.judge.scene import Scene
from claimdiff.model import INNER, Claim, Passage
from claimdiff.text import plain, tokenise

# Who and where; how much; when; everything else.
NAME, FIGURE, MOMENT, WORD = "name", "figure", "moment", "word"
# Words of kindred languages share runs of letters; a word counts as one, however many it has.
_GRAM, _LETTERS = 4, 9
_NAMED = frozenset({"person", "place", "organisation"})
_MOMENTS = frozenset({"date", "time"})
_UNSAID = INNER | {"office", "order", "polarity", "quantifier", "quotation"}

Bag = dict[str, float]


class Trait(NamedTuple):
    """Something that two languages share: where it stands, its key, how much it counts, and of which sort it is."""

    start: int
    key: str
    weight: float
    sort: str


@dataclass(slots=True)
class Traits:
    """The traits of all versions of a story, read when first asked for."""

    scene: Scene
    _read: dict[int, list[Trait]] = field(default_factory=dict)
    _rare: Bag = field(default_factory=dict)

    def bag(self, document: int, start: int, end: int, *sorts: str) -> Bag:
        """Key -> weight of what is said in start:end of a version, of these sorts."""
        traits = self._of(document)
        first = bisect_left(traits, start, key=attrgetter("start"))
        last = bisect_left(traits, end, key=attrgetter("start"))
        rare = self._rarity()
        return {t.key: t.weight * rare[t.key] for t in traits[first:last] if t.sort in sorts}

    def _of(self, document: int) -> list[Trait]:
        if document not in self._read:
            scene = self.scene
            self._read[document] = sorted(_traits(scene.passages[document], scene.claims[document]))
        return self._read[document]

    def _rarity(self) -> Bag:
        """The weight of each key by how many passages of the story hold it."""
        if not self._rare:
            held: Counter[str] = Counter()
            for document, passages in enumerate(self.scene.passages):
                starts = [p.start for p in passages]
                held.update(key for _, key in {(bisect_left(starts, t.start + 1), t.key) for t in self._of(document)})
            total = sum(map(len, self.scene.passages))
            self._rare = {key: math.log(1 + total / count) for key, count in held.items()}
        return self._rare


def likeness(one: Bag, other: Bag) -> float:
    """The cosine of two bags."""
    norms = [math.sqrt(math.fsum(w * w for w in bag.values())) for bag in (one, other)]
    shared = math.fsum(weight * other[key] for key, weight in one.items() if key in other)
    return shared / (norms[0] * norms[1]) if all(norms) else 0.0


def _traits(passages: Sequence[Passage], claims: Sequence[Claim]) -> Iterator[Trait]:
    taken: set[int] = set()
    for claim in claims:
        for trait in _claimed(claim):
            yield trait
            taken.update(range(claim.start, claim.end))
    for passage in passages:
        yield from (Trait(start, key, 1.0, WORD) for start, key in passage.terms if start not in taken)
        for token in tokenise(plain(passage.text).text):
            if len(token.fold) >= _GRAM and token.fold.isalpha() and passage.start + token.start not in taken:
                grams = _grams(token.fold)
                yield from (Trait(passage.start + token.start, gram, 1 / math.sqrt(len(grams)), WORD) for gram in grams)


def _claimed(claim: Claim) -> Iterator[Trait]:
    """The traits of a claim that is a name or a figure; an office or a verb is told by its words."""
    if claim.kind in _UNSAID:
        return
    if claim.kind not in _NAMED:
        yield Trait(claim.start, f"value:{claim.value}", 2.0, MOMENT if claim.kind in _MOMENTS else FIGURE)
    elif claim.kind == "person":
        yield from (Trait(claim.start, f"name:{part}", 2.0, NAME) for part in claim.value.split() if len(part) > 2)
    else:
        yield Trait(claim.start, f"{claim.kind}:{claim.value}", 2.0, NAME)


def _grams(word: str) -> list[str]:
    marked = f"^{word[:_LETTERS]}"
    return [marked[i : i + _GRAM] for i in range(len(marked) - _GRAM + 1)]
