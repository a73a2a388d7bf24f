"""Operator: a name that stands twice in one list, and the list in the other versions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from claimdiff.judge.lists import ENUMERATION
from claimdiff.judge.scene import Match, Place, Scene
from claimdiff.judge.twice_short import SHAPE, short_twice
from claimdiff.model import Passage
from claimdiff.text import folded

# Names in two languages share their beginning (Chopi, chope); two such items make two lists one.
_BEGINNING, _SHARED = 4, 2
_PHRASE, _MARKS = "phrase", ".,;:()"


def listed_twice(scene: Scene) -> Iterator[Match]:
    """An item named twice in one list; a list of known places is left to the operator that knows what they are."""
    for document, claims in enumerate(scene.claims):
        groups: dict[str, list[Place]] = defaultdict(list)
        for number, claim in enumerate(claims):
            if claim.kind == "item" and not claim.outside:
                groups[claim.details["of"]].append((document, number))
        for places in groups.values():
            if _is_place(scene, places[0]) and not _among_unknown(scene, document, places):
                continue
            shape = scene.claim(places[0]).details["shape"]
            yield from {_PHRASE: _phrased, SHAPE: short_twice}.get(shape, _judged)(scene, document, places)


def _judged(scene: Scene, document: int, places: list[Place]) -> Iterator[Match]:
    item = scene.claim(places[0])
    own = next(p for p in _lists(scene, document) if scene.claim(p).details["of"] == item.details["of"])
    others = [p for d in range(len(scene.claims)) if d != document for p in _likest(scene, own, d)]
    counts = [_count(scene, other, item.value) for other in others]
    # One capital may be the surname of two people: only another version that names it once tells.
    open_name = item.details["shape"] == "capital" and " " not in item.value and 1 not in counts
    if len(places) > 1 and max(counts, default=0) < len(places) and not open_name:
        steps = (f"twice in a list of {item.details['items']}",)
        yield Match("repeated", "repeated", tuple(places), 0.8, steps, (*others, *_linked(scene, own, others)))


def _phrased(scene: Scene, document: int, places: list[Place]) -> Iterator[Match]:
    """A phrase that stands twice, where a sentence of another version with most of the other names holds its own once."""
    item = scene.claim(places[0])
    names, others = (set(item.details[key].split("|")) for key in ("names", "others"))
    for other in range(len(scene.claims)):
        told = [p for p in scene.passages[other] if other != document and _shares(p, names, others)]
        if told:
            shown = [(other, n) for n, c in enumerate(scene.claims[other]) if c.kind == "assertion" and c.start == told[0].start]
            steps = (f"twice in a list of {item.details['items']}, once in the other version",)
            yield Match("repeated", "repeated", tuple(places), 0.85, steps, tuple(shown))


def _shares(passage: Passage, names: set[str], others: set[str]) -> bool:
    words = [folded(w.strip(_MARKS).casefold()) for w in passage.text.replace("\u2019", " ").replace("'", " ").split()]
    once = any(words.count(name) == 1 for name in names) and all(words.count(name) < 2 for name in names)
    return once and len(others & set(words)) >= max(_SHARED, (len(others) + 1) // 2)


def _linked(scene: Scene, own: Place, others: list[Place]) -> list[Place]:
    """What the names of a list are linked to in the versions whose list is not known."""
    known = {document for document, _ in others}
    return [p for p in scene.counterparts([own], _SHARED) if p[0] not in known]


def _is_place(scene: Scene, item: Place) -> bool:
    return any(scene.claim(p).end >= scene.claim(item).end for p in scene.inside(item, "place"))


def _among_unknown(scene: Scene, document: int, places: list[Place]) -> bool:
    """True for a town in a list of others of which few are known, where the list of another version names it once."""
    own = _own(scene, document, scene.claim(places[0]).details["of"])
    if own is None or len(list(scene.inside(own, "place"))) >= ENUMERATION:
        return False
    others = [p for d in range(len(scene.claims)) if d != document for p in _likest(scene, own, d)]
    return any(_count(scene, other, scene.claim(places[0]).value) == 1 for other in others)


def _own(scene: Scene, document: int, number: str) -> Place | None:
    """The list of an item."""
    return next((p for p in _lists(scene, document) if scene.claim(p).details["of"] == number), None)


def _lists(scene: Scene, document: int) -> list[Place]:
    found = enumerate(scene.claims[document])
    return [(document, n) for n, c in found if c.kind == "enumeration" and not c.outside]


def _likest(scene: Scene, own: Place, document: int) -> list[Place]:
    """The list of another version that shares most items with this one, where it shares any two."""
    mine = set(_beginnings(scene, own))
    best = max(_lists(scene, document), key=lambda p: len(mine & set(_beginnings(scene, p))), default=None)
    return [best] if best is not None and len(mine & set(_beginnings(scene, best))) >= _SHARED else []


def _count(scene: Scene, place: Place, item: str) -> int:
    return _beginnings(scene, place).count(item[:_BEGINNING])


def _beginnings(scene: Scene, place: Place) -> list[str]:
    return [item[:_BEGINNING] for item in scene.claim(place).value.split("|")]
