"""Two parts of one whole that are the same part: "two of them suspended" and "three of them suspended" are no two parts."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from claimdiff.judge.scene import Place, Scene
from claimdiff.language import grammar
from claimdiff.model import INNER
from claimdiff.relations import group

_CLAUSE = re.compile(r"[,;:.!?](?!\d)|[()\n–—|]")
_WORD = re.compile(r"[^\W\d_]+")


def same_part(scene: Scene, one: Place, other: Place) -> bool:
    """True when behind both figures the clause says one thing alone, in words that both languages know."""
    mine = _told_of(scene, one)
    return bool(mine) and mine == _told_of(scene, other)


def _told_of(scene: Scene, place: Place) -> frozenset[str]:
    """What the rest of its clause tells of a figure, free of any language; nothing where a word of it is not known."""
    home = scene.passage(place)
    if home is None or home.cell is not None:
        return frozenset()
    start, end = _rest(scene, place, home.end)
    claims = scene.claims[place[0]]
    inside = [c for c in claims[_at(scene, place[0], start) : _at(scene, place[0], end)] if c.kind not in INNER]
    terms = [(at, key) for at, key in home.terms if start <= at < end]
    known = {at for at, _ in terms} | {i for c in inside for i in range(c.start, c.end)}
    spoken = _WORD.finditer(scene.texts[place[0]], start, end)
    grammatical = _grammatical(scene.langs[place[0]])
    if any(c.kind in ("polarity", "quantifier") for c in inside):
        return frozenset()
    if any(word.start() not in known and word.group().casefold() not in grammatical for word in spoken):
        return frozenset()
    return frozenset([*(f"{c.kind}:{c.value}" for c in inside), *(key for _, key in terms)])


def _rest(scene: Scene, place: Place, end: int) -> tuple[int, int]:
    """From behind a figure to the end of its clause, or to the next figure."""
    claim, claims = scene.claim(place), scene.claims[place[0]]
    mark = _CLAUSE.search(scene.texts[place[0]], claim.end, end)
    last = mark.start() if mark else end
    behind = claims[_at(scene, place[0], claim.end) : _at(scene, place[0], last)]
    return claim.end, min((c.start for c in behind if group(c.kind) == "numeric"), default=last)


def _at(scene: Scene, document: int, offset: int) -> int:
    return bisect_left(scene.claims[document], offset, key=lambda c: c.start)


@cache
def _grammatical(code: str) -> frozenset[str]:
    """Articles, prepositions and the words of "of them": no "without", which turns what it stands before."""
    said, small = grammar(code, "quantities").get("sums") or {}, grammar(code, "polarity")
    among = {word for phrase in said.get("among", ()) for word in phrase.casefold().split()}
    return frozenset([*small.get("articles", ()), *small.get("prepositions", ()), *among])
