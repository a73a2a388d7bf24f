"""Operator: where another version shows that a total and what is left of it cannot both be right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimdiff.judge.scene import Place, Scene
from claimdiff.relations.numbers import decimals

FOUND_BY = "sums.rest"
_COUNTS = ("number", "quantity", "money")
# A total and its parts stand so near each other in code points, in any version.
_WITHIN = 400


def contradicted(scene: Scene, places: Sequence[Place]) -> bool:
    """True where another version tells the figures but one, linked to these, and for that one what mends the sum, or nothing."""
    told = [_only(scene.claim(p).value) for p in places]
    if any(value is None for value in told):
        return False
    values = [value for value in told if value is not None]
    missing = values[0] - sum(values[1:], Decimal(0))
    others = (d for d in range(len(scene.claims)) if d != places[0][0])
    return any(_shown(scene, places, values, missing, d) for d in others)


def _shown(scene: Scene, places: Sequence[Place], values: list[Decimal], missing: Decimal, document: int) -> bool:
    windows = list(_windows(scene, places, document))
    there = [Counter(value for _, value in window) for window in windows]
    if any(not Counter(values) - said for said in there):
        return False  # It tells all the same: the figures are no total and its parts, or both versions err.
    return any(
        _otherwise([_linked_same(scene, place, {p for p, _ in window}) for place in places], values, missing, said)
        for window, said in zip(windows, there, strict=True)
    )


def _otherwise(linked: list[bool], values: list[Decimal], missing: Decimal, said: Counter[Decimal]) -> bool:
    """True where all but one of the values are said and linked, or one of them is and in place of the other what mends the sum."""
    for n, value in enumerate(values):
        others = linked[:n] + linked[n + 1 :]
        mended = Counter([*values[:n], *values[n + 1 :], value - missing if n == 0 else value + missing])
        if (n > 0 and all(others)) or (any(others) and not mended - said):
            return True
    return False


def _windows(scene: Scene, places: Sequence[Place], document: int) -> Iterator[list[tuple[Place, Decimal]]]:
    """The figures of a version around each that one of these is linked to: (place, value)."""
    claims = scene.claims[document]
    heads = sorted({p for place in places for own in scene.inside(place, *_COUNTS) for p in scene.linked(own) if p[0] == document})
    for head in heads:
        start = scene.claim(head).start
        near = scene.begun(document, start - _WITHIN, start + _WITHIN)
        figures = [((document, n), _only(claims[n].value)) for n in near if claims[n].kind in _COUNTS]
        yield [(place, value) for place, value in figures if value is not None]


def _linked_same(scene: Scene, place: Place, near: set[Place]) -> bool:
    """True when a figure that says the same nearby is linked to the one at this place."""
    value = _only(scene.claim(place).value)
    pairs = (other for own in scene.inside(place, *_COUNTS) for other in scene.linked(own))
    return any(other in near and _only(scene.claim(other).value) == value for other in pairs)


def _only(value: str) -> Decimal | None:
    found = decimals(value)
    return found[0] if len(found) == 1 else None
