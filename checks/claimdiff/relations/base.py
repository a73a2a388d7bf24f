"""The word for how two claims compare, with its reason."""

from __future__ import annotations

from typing import NamedTuple

# Relations in which both versions can be right.
AGREEING = frozenset(
    {"equal", "rounded", "approximate", "narrower", "broader", "converted", "shorter", "renamed", "transliterated"}
)


class Relation(NamedTuple):
    """`name` is what rules ask for, `why` a few words for the trace, `weight` 0..1 how sure the relation itself is."""

    name: str
    why: str = ""
    weight: float = 1.0


EQUAL = Relation("equal")
