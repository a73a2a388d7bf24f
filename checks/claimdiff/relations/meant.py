"""Words with their meanings, as the details of a claim hold them, and whether two of them are one."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

# Letters at the beginning that make two words of two languages cognates.
COGNATE = 4
# Longer words may differ in so little anywhere.
SPELT, NEARLY = 6, 75

Word = tuple[str, frozenset[str]]
Words = list[Word]


def words(told: str) -> Words:
    """(word, its meanings) of `word:meaning:meaning+word`."""
    parts = (word.split(":") for word in told.split("+") if word)
    return [(word, frozenset(meant)) for word, *meant in parts]


def alike(one: tuple[str, Collection[str]], other: tuple[str, Collection[str]]) -> bool:
    """True for two words of one meaning, that begin alike, or of nearly the same letters (réserve, riserva)."""
    return not set(one[1]).isdisjoint(other[1]) or _cognate(one[0], other[0])


@lru_cache(maxsize=65536)
def _cognate(one: str, other: str) -> bool:
    from rapidfuzz.fuzz import ratio

    shortest = min(len(one), len(other))
    begin = one[:COGNATE] == other[:COGNATE] and shortest >= COGNATE
    return begin or one == other or (shortest >= SPELT and ratio(one, other) >= NEARLY)
