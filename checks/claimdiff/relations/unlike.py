"""Which concepts a reader never counts for one another though they are of one sort: employees and customers, flats and houses."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from claimdiff.language import world


def unlike(up_a: Sequence[str], up_b: Sequence[str]) -> bool:
    """True when two concepts, each with its broader ones behind it, are two members of one group of rules/world/unlike.tsv."""
    if up_a[0] in up_b or up_b[0] in up_a:
        return False
    for group in _groups():
        one, other = _member(up_a, group), _member(up_b, group)
        if one and other and one != other and one not in up_b and other not in up_a:
            return True
    return False


def _member(up: Sequence[str], group: frozenset[str]) -> str | None:
    return next((concept for concept in up if concept in group), None)


@lru_cache(maxsize=1)
def _groups() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(row["members"].split(" ")) for row in world("unlike").values())
