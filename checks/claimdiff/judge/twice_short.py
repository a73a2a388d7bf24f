"""A short list that names something twice, and the list of another version that names it once."""

from __future__ import annotations

from collections.abc import Iterator

from claimdiff.judge.scene import Match, Place, Scene
from claimdiff.relations.meant import Words, alike, words

SHAPE, KIND = "short", "list"
# Lists of one length that share more than what is twice are one list; where they share that alone, as likely two.
_SURE, _LIKELY = 0.8, 0.6


def short_twice(scene: Scene, document: int, places: list[Place]) -> Iterator[Match]:
    """A match where the likest list of each version that has such a list is as long and names it but once."""
    item = scene.claim(places[0])
    name, told = words(item.details["name"]), _items(item.details["told"])
    if len(places) != 2 or not name:
        return
    found = [best for d in range(len(scene.claims)) if d != document for best in _likest(scene, d, name, told)]
    if found and all(count == 1 for _, count, _ in found):
        steps = (f"twice in a list of {item.details['items']}, once in the other version",)
        score = _SURE if any(shared for *_, shared in found) else _LIKELY
        yield Match("repeated", "repeated", tuple(places), score, steps, tuple(place for place, *_ in found))


def _items(told: str) -> list[Words]:
    return [words(item) for item in told.split("|") if item]


def _likest(scene: Scene, document: int, name: Words, told: list[Words]) -> Iterator[tuple[Place, int, int]]:
    """(list, how often it names the thing, how many of the others it shares) of the likest list as long, if any names it."""
    others = [item for item in told if not _same(item, name)]
    lists = []
    for number, claim in enumerate(scene.claims[document]):
        if claim.kind == KIND and not claim.outside:
            items = _items(claim.details["told"])
            count, shared = sum(_same(i, name) for i in items), sum(any(_same(i, o) for i in items) for o in others)
            if count and len(items) == len(told):
                lists.append(((document, number), count, shared))
    yield from sorted(lists, key=lambda found: (-found[2], -found[1], found[0]))[:1]


def _same(one: Words, other: Words) -> bool:
    """True where each word of the shorter has its like in the longer."""
    few, many = sorted((one, other), key=len)
    return bool(few) and all(any(alike(x, y) for y in many) for x in few)
