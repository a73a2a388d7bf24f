"""What a stretch of a version says, in features that no language changes, weighed by how rare they are in the story."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from sys import intern
from typing import NamedTuple

from claimdiff.judge.scene import Scene
from claimdiff.model import INNER, Claim, Passage
from claimdiff.text import Token

# Who and where; how much; when; everything else.
NAME, FIGURE, MOMENT, WORD = "name", "figure", "moment", "word"
# Words of kindred languages share runs of letters; a word counts as one, however many it has.
_GRAM, _LETTERS = 4, 9
_NAMED = frozenset({"person", "place", "organisation"})
_MOMENTS = frozenset({"date", "time"})
_UNSAID = INNER | {"office", "order", "polarity", "quantifier", "quotation"}

Bag = dict[str, float]
_START = itemgetter(0)


class Trait(NamedTuple):
    """What stands at one place that two languages share: the keys, how much each counts, and of which sort they are."""

    start: int
    keys: Sequence[str]
    weight: float
    sort: str


@dataclass(slots=True)
class Traits:
    """The traits of all versions of a story, read when first asked for."""

    scene: Scene
    _read: dict[int, dict[str, list[Trait]]] = field(default_factory=dict)
    _rare: Bag = field(default_factory=dict)

    def bag(self, document: int, start: int, end: int, *sorts: str) -> Bag:
        """Key -> weight of what is said in start:end of a version, of these sorts."""
        rare, out = self._rarity(), Bag()
        for traits in (self._of(document).get(sort, []) for sort in sorts):
            first = bisect_left(traits, start, key=_START)
            for _, keys, weight, _ in traits[first : bisect_left(traits, end, first, key=_START)]:
                for key in keys:
                    out[key] = weight * rare[key]
        return out

    def _of(self, document: int) -> dict[str, list[Trait]]:
        """The traits of a version by their sort, in text order."""
        if document not in self._read:
            scene, by_sort = self.scene, defaultdict[str, list[Trait]](list)
            traits = _traits(scene.passages[document], scene.tokens(document), scene.claims[document])
            for trait in sorted(traits, key=_START):
                by_sort[trait.sort].append(trait)
            self._read[document] = by_sort
        return self._read[document]

    def _rarity(self) -> Bag:
        """The weight of each key by how many passages of the story hold it."""
        if not self._rare:
            held: Counter[str] = Counter()
            for document, passages in enumerate(self.scene.passages):
                begins = [p.start for p in passages]
                homes: dict[int, set[str]] = defaultdict(set)
                for traits in self._of(document).values():
                    for start, keys, _, _ in traits:
                        homes[bisect_right(begins, start)].update(keys)
                held.update(chain.from_iterable(homes.values()))
            total = sum(map(len, self.scene.passages))
            self._rare = {key: math.log(1 + total / count) for key, count in held.items()}
        return self._rare


def likeness(one: Bag, other: Bag) -> float:
    """The cosine of two bags."""
    shared = math.fsum([one[key] * other[key] for key in one.keys() & other.keys()])
    if not shared:
        return 0.0
    return shared / (_norm(one) * _norm(other))


def _norm(bag: Bag) -> float:
    return math.sqrt(math.fsum([weight * weight for weight in bag.values()]))


def _traits(passages: Sequence[Passage], tokens: Sequence[Sequence[Token]], claims: Sequence[Claim]) -> Iterator[Trait]:
    taken: set[int] = set()
    for claim in claims:
        for trait in _claimed(claim):
            yield trait
            taken.update(range(claim.start, claim.end))
    for passage, said in zip(passages, tokens, strict=True):
        yield from (Trait(start, (key,), 1.0, WORD) for start, key in passage.terms if start not in taken)
        for start, _, _, _, fold in said:
            if len(fold) >= _GRAM and fold.isalpha() and passage.start + start not in taken:
                grams = _grams(fold)
                yield Trait(passage.start + start, grams, 1 / math.sqrt(len(grams)), WORD)


def _claimed(claim: Claim) -> Iterator[Trait]:
    """The traits of a claim that is a name or a figure; an office or a verb is told by its words."""
    if claim.kind in _UNSAID:
        return
    if claim.kind not in _NAMED:
        yield Trait(claim.start, (f"value:{claim.value}",), 2.0, MOMENT if claim.kind in _MOMENTS else FIGURE)
    elif claim.kind == "person":
        yield from (Trait(claim.start, (f"name:{part}",), 2.0, NAME) for part in claim.value.split() if len(part) > 2)
    else:
        yield Trait(claim.start, (f"{claim.kind}:{claim.value}",), 2.0, NAME)


# Interned, as bags are looked through for one another's keys.
@lru_cache(maxsize=1 << 16)
def _grams(word: str) -> tuple[str, ...]:
    marked = f"^{word[:_LETTERS]}"
    return tuple(intern(marked[i : i + _GRAM]) for i in range(len(marked) - _GRAM + 1))
