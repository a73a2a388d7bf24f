"""The words that two versions share and seldom say: by what they mean, or by their letters."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from claimdiff.judge.bearing import Said

# A word that a version says more often tells nothing of who is meant.
MOST = 2
# Words of kindred languages share runs of letters, this share of them at least; a run that more words have is no mark of one.
_GRAM, _HEAD, _SHARE, _COMMON = 4, 9, 0.5, 40

Homes = dict[str, list[int]]


def shared(mine: Sequence[Said], theirs: Sequence[Said]) -> Iterator[tuple[Said, Said, float]]:
    """The pairs of words that say the same, each with how rare it is: 1 for what each version says once."""
    keys = _by_key(mine), _by_key(theirs)
    spelt = _Spelt(mine), _Spelt(theirs)
    for one in mine:
        found: dict[int, float] = {}
        for key in one.keys:
            there = keys[1].get(key)
            if there and max(len(here := keys[0][key]), len(there)) <= MOST:
                found.update({n: max(found.get(n, 0.0), 1 / max(len(here), len(there))) for n in there})
        there = spelt[1].like(one.letters) if spelt[0].rare(one.letters) else []
        here = spelt[0].like(one.letters) if 0 < len(there) <= MOST else []
        if 0 < len(here) <= MOST:
            found.update({n: max(found.get(n, 0.0), 1 / max(len(here), len(there))) for n in there})
        for number in sorted(found):
            yield one, theirs[number], found[number]


def _by_key(said: Sequence[Said]) -> Homes:
    out: Homes = defaultdict(list)
    for number, word in enumerate(said):
        for key in word.keys:
            out[key].append(number)
    return out


@lru_cache(maxsize=65536)
def _grams(word: str) -> frozenset[str]:
    marked = f"^{word[:_HEAD]}"
    return frozenset(marked[i : i + _GRAM] for i in range(len(marked) - _GRAM + 1)) if word else frozenset()


class _Spelt:
    """The words of a version by the runs of letters in them."""

    def __init__(self, said: Sequence[Said]) -> None:
        """These words."""
        self._said = said
        self._homes: Homes = defaultdict(list)
        self._times = Counter(word.letters for word in said)
        for number, word in enumerate(said):
            if word.letters:
                for gram in _grams(word.letters):
                    self._homes[gram].append(number)

    def rare(self, letters: str) -> bool:
        """True for a word that is seldom spelt just so."""
        return letters != "" and self._times[letters] <= MOST

    def like(self, letters: str) -> list[int]:
        """The numbers of the words that are spelt much like this one."""
        mine = _grams(letters)
        homes = (self._homes[gram] for gram in mine if gram in self._homes)
        near = set(chain.from_iterable(home for home in homes if len(home) <= _COMMON))
        return [n for n in sorted(near) if _alike(mine, _grams(self._said[n].letters))]


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _SHARE * max(len(one), len(other))
