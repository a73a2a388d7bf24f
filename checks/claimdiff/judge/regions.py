"""Which part of a sentence belongs to which of the things named in it: where a text is cut between them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby, pairwise
from typing import NamedTuple

from claimdiff.judge.scene import Place, Scene
from claimdiff.language import grammar
from claimdiff.text import Token, plain, tokenise

_STRONG, _SOFT, _CLOSING = frozenset(";"), frozenset(",–—:"), ")"


class Region(NamedTuple):
    """What belongs to some claims of a version: its passage, offsets in the text, and the claims, in text order."""

    passage: int
    start: int
    end: int
    places: tuple[Place, ...]


@cache
def _joints(code: str) -> frozenset[str]:
    """The words for "and"."""
    return frozenset(grammar(code, "offices").get("and", ()))


def regions(scene: Scene, document: int, places: list[Place]) -> Iterator[Region]:
    """Every sentence that names some of these, cut between them; what nothing parts stays in one region."""
    homed = ((scene.passage(p), p) for p in sorted(places, key=lambda p: scene.claim(p).start))
    for passage, group in groupby(((h, p) for h, p in homed if h is not None), key=lambda x: x[0]):
        named = [p for _, p in group]
        start, held = passage.start, [named[0]]
        for one, other in pairwise(named):
            cut = _cut(scene, document, scene.claim(one).end, scene.claim(other).start)
            if cut is None:
                held.append(other)
                continue
            yield Region(passage.number, start, cut, tuple(held))
            start, held = cut, [other]
        yield Region(passage.number, start, passage.end, tuple(held))


def units(scene: Scene, place: Place) -> tuple[int, int]:
    """The part of a sentence between two strong marks that holds a claim: its passage and its number in it."""
    passage = scene.passage(place)
    if passage is None:
        return -1, 0
    said = scene.texts[place[0]][passage.start : scene.claim(place).start]
    return passage.number, sum(mark in _STRONG for mark in said)


def _cut(scene: Scene, document: int, start: int, end: int) -> int | None:
    """Where the text between two things parts them: behind the bracket of the first, at a strong mark, an "and", a comma."""
    between = plain(scene.texts[document][start:end]).text
    tokens = tokenise(between)
    joints = _joints(scene.langs[document])
    if tokens and tokens[0].text == _CLOSING:
        return start + tokens[0].end
    strong = [t for t in tokens if t.text in _STRONG]
    joining = [t for t in tokens if t.key in joints]
    soft = [t for t in tokens if t.text in _SOFT and not _in_figure(between, t)]
    found = strong or joining or soft
    return start + found[-1].start if found else None


def _in_figure(text: str, mark: Token) -> bool:
    """True for the comma or colon of "2,5" and "8:30"."""
    return text[max(0, mark.start - 1) : mark.start].isdigit() and text[mark.end : mark.end + 1].isdigit()
