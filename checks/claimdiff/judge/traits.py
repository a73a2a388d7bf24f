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

from claimdiff.judge.scene import Scene
from claimdiff.model import INNER, Claim, Passage
from claimdiff.text import Token

# Who and where; how much; when; everything else.
NAME, FIGURE, MOMENT, WORD = "name", "figure", "moment", "word"
# Words of kindred languages share runs of letters; a word counts as one, however many it has.
_GRAM, _LETTERS = 4, 9
# What a name or a figure weighs; what each of so many runs of letters does.
_CLAIMED = 2.0
_SHARE = (0.0, *(1 / math.sqrt(count) for count in range(1, _LETTERS + 1)))
_NAMED = frozenset({"person", "place", "organisation"})
_MOMENTS = frozenset({"date", "time"})
_UNSAID = INNER | {"office", "order", "polarity", "quantifier", "quotation"}

Bag = dict[str, float]
Trait = tuple[int, Sequence[str], float]
"""What stands at one place that two languages share: where, the keys, and how much each counts."""
_START = itemgetter(0)


@dataclass(slots=True)
class Traits:
    """The traits of all versions of a story, read when first asked for."""

    scene: Scene
    _claimed: dict[int, dict[str, list[Trait]]] = field(default_factory=dict)
    _worded: dict[int, list[Trait]] = field(default_factory=dict)
    _rare: Bag = field(default_factory=dict)

    def bag(self, document: int, start: int, end: int, *sorts: str) -> Bag:
        """Key -> weight of what is said in start:end of a version, of these sorts."""
        out = self.plain(document, start, end, *sorts)
        rare = self._rarity() if out else out
        return {key: weight * rare[key] for key, weight in out.items()}

    def plain(self, document: int, start: int, end: int, *sorts: str) -> Bag:
        """Key -> weight of what is said in start:end of a version, of these sorts, however rare."""
        out = Bag()
        for traits in (self._of(document, sort) for sort in sorts):
            first = bisect_left(traits, start, key=_START)
            for _, keys, weight in traits[first : bisect_left(traits, end, first, key=_START)]:
                for key in keys:
                    out[key] = weight
        return out

    def _of(self, document: int, sort: str) -> list[Trait]:
        """The traits of a version of one sort, in text order."""
        scene = self.scene
        if sort == WORD:
            if document not in self._worded:
                traits = _words(scene.passages[document], scene.tokens(document), scene.claims[document])
                self._worded[document] = sorted(traits, key=_START)
            return self._worded[document]
        if document not in self._claimed:
            self._claimed[document] = _by_sort(scene.claims[document])
        return self._claimed[document].get(sort, [])

    def _rarity(self) -> Bag:
        """The weight of each key by how many passages of the story hold it."""
        if not self._rare:
            held: Counter[str] = Counter()
            for document, passages in enumerate(self.scene.passages):
                begins = [p.start for p in passages]
                homes: list[list[Sequence[str]]] = [[] for _ in range(len(begins) + 1)]
                for traits in (self._of(document, sort) for sort in (NAME, FIGURE, MOMENT, WORD)):
                    for start, keys, _ in traits:
                        homes[bisect_right(begins, start)].append(keys)
                held.update(chain.from_iterable(set(chain.from_iterable(home)) for home in homes))
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


def _by_sort(claims: Sequence[Claim]) -> dict[str, list[Trait]]:
    out: dict[str, list[Trait]] = defaultdict(list)
    for claim in claims:
        for key in _said(claim):
            out[_sort(claim)].append((claim.start, (key,), _CLAIMED))
    return {sort: sorted(traits, key=_START) for sort, traits in out.items()}


def _words(passages: Sequence[Passage], tokens: Sequence[Sequence[Token]], claims: Sequence[Claim]) -> Iterator[Trait]:
    """What is told outside names and figures: meanings, and runs of letters."""
    taken = {at for claim in claims if _said(claim) for at in range(claim.start, claim.end)}
    for passage, said in zip(passages, tokens, strict=True):
        yield from ((start, (key,), 1.0) for start, key in passage.terms if start not in taken)
        for start, _, _, _, fold in said:
            if len(fold) >= _GRAM and fold.isalpha() and passage.start + start not in taken:
                grams = _grams(fold)
                yield passage.start + start, grams, _SHARE[len(grams)]


def _said(claim: Claim) -> list[str]:
    """What a claim says that is a name or a figure; an office or a verb is told by its words."""
    if claim.kind in _UNSAID:
        return []
    if claim.kind not in _NAMED:
        return [f"value:{claim.value}"]
    if claim.kind == "person":
        return [f"name:{part}" for part in claim.value.split() if len(part) > 2]
    return [f"{claim.kind}:{claim.value}"]


def _sort(claim: Claim) -> str:
    return NAME if claim.kind in _NAMED else MOMENT if claim.kind in _MOMENTS else FIGURE


# Interned, as bags are looked through for one another's keys.
@lru_cache(maxsize=1 << 16)
def _grams(word: str) -> tuple[str, ...]:
    marked = f"^{word[:_LETTERS]}"
    return tuple(intern(marked[i : i + _GRAM]) for i in range(len(marked) - _GRAM + 1))
