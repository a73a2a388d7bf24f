"""Operator: a deed of which one party takes one side in one version, and the other side in another version."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product
from typing import NamedTuple

from claimdiff.judge.scene import Match, Place, Scene
from claimdiff.judge.traits import FIGURE, MOMENT, NAME, WORD, Traits, likeness
from claimdiff.language import world
from claimdiff.relations import AGREEING
from claimdiff.relations.names import compared

# How sure it is where the other party is named beside, and where it is not.
_SURE, _LIKELY = 0.75, 0.65
# So much two sentences have in common that tell of one deed.
_ALIKE = 0.03
# The sides of one deed that a version tells, at most.
_MOST = 60


class _Side(NamedTuple):
    """A party of a deed: where it is told, by which name, on which side, and the other party where it is named."""

    place: Place
    name: str
    side: str
    other: str


def sides_turned(scene: Scene) -> Iterator[Match]:
    """X sells in one version, and is sold to in the other; one of the two names no other party."""
    told = [_sides(scene, document) for document in range(len(scene.claims))]
    for (one, mine), (other, theirs) in combinations(enumerate(told), 2):
        langs = scene.langs[one], scene.langs[other]
        for deed in sorted(mine.keys() & theirs.keys()):
            if max(len(mine[deed]), len(theirs[deed])) > _MOST:
                continue  # Who does it so often does it to many.
            for a, b in product(_single(mine[deed], langs[0]), _single(theirs[deed], langs[1])):
                if a.side != b.side and not (a.other and b.other) and _same(a.name, b.name, langs):
                    yield from _turned(scene, deed, a, b, langs)


def _turned(scene: Scene, deed: str, a: _Side, b: _Side, langs: tuple[str, str]) -> Iterator[Match]:
    beside = _beside(scene, a, b, langs[::-1]) or _beside(scene, b, a, langs)
    if not beside and (world("deeds")[deed]["alone"] != "yes" or _alike(scene, a.place, b.place) < _ALIKE):
        return
    why = f"{deed}: {a.name} is on side {a.side}, or on side {b.side}"
    yield Match("across", "turned", (a.place, b.place), _SURE if beside else _LIKELY, (why,))


def _sides(scene: Scene, document: int) -> dict[str, list[_Side]]:
    """Deed -> who takes which side of it, undenied."""
    out: dict[str, list[_Side]] = defaultdict(list)
    for number, claim in enumerate(scene.claims[document]):
        place, told = (document, number), claim.details
        if claim.outside or claim.kind not in ("deed", "deed_side") or not world("deeds")[told["deed"]]["alone"]:
            continue
        if any(scene.claim(p).value == "negated" for p in scene.inside(place, "polarity")):
            continue
        if claim.kind == "deed":
            out[told["deed"]].append(_Side(place, told["first"], "a", told["second"]))
            out[told["deed"]].append(_Side(place, told["second"], "b", told["first"]))
        else:
            out[told["deed"]].append(_Side(place, told["party"], told["side"], ""))
    return out


def _single(sides: list[_Side], lang: str) -> list[_Side]:
    """The parties that a version tells on one side only."""
    return [s for s in sides if not any(o.side != s.side and _same(o.name, s.name, (lang, lang)) for o in sides)]


def _beside(scene: Scene, half: _Side, whole: _Side, langs: tuple[str, str]) -> bool:
    """True where the other party of the one is named in the sentence of the other, which does not tell it."""
    home = scene.passage(half.place)
    if half.other or not whole.other or home is None:
        return False
    told = (scene.claim((half.place[0], n)) for n in scene.begun(half.place[0], home.start, home.end))
    names = (c.details.get("family") or c.value for c in told if c.kind in _NAMED)
    return any(_same(whole.other, name, langs) for name in names)


_NAMED = frozenset({"person", "organisation"})


def _alike(scene: Scene, one: Place, other: Place) -> float:
    traits = scene.once(Traits)
    homes = [(place[0], home) for place in (one, other) if (home := scene.passage(place)) is not None]
    bags = [traits.bag(document, home.start, home.end, NAME, FIGURE, MOMENT, WORD) for document, home in homes]
    return likeness(*bags) if len(bags) > 1 else 0.0


def _same(one: str, other: str, langs: tuple[str, str]) -> bool:
    return compared(one, other, *langs).name in AGREEING
