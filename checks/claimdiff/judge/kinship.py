"""Operator: two versions that make two people kin in two ways: the brother here, the son-in-law there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from claimdiff.judge.scene import Match, Place, Scene
from claimdiff.judge.traits import FIGURE, MOMENT, NAME, WORD, Bag, Traits, likeness
from claimdiff.language import world

# So much two sentences have in common that tell of the same two people; of which kinship, their own words, nothing counts.
_ALIKE = 0.12
_SURE = 0.7
# A story of more sentences about kin is a saga: each is like many.
_MOST = 60
# So many words for kin are looked at in a sentence.
_WORDS = 12
_ROLES = "roles:"

Ways = frozenset[str]


class _Kin(NamedTuple):
    """A sentence that tells of kin: a claim in it, every way that its words can mean, and what else it says."""

    place: Place
    ways: Ways
    bag: Bag


def kin_by_other_ways(scene: Scene) -> Iterator[Match]:
    """Sentences that are each other's likest of those with kin, of which neither version tells the other's way anywhere."""
    told = [list(_told(scene, document)) for document in range(len(scene.claims))]
    for mine, theirs in combinations(told, 2):
        known = [frozenset[str]().union(*(kin.ways for kin in side)) for side in (mine, theirs)]
        for one, other in _likest(mine, theirs):
            if one.ways.isdisjoint(known[1]) and other.ways.isdisjoint(known[0]):
                why = f"{'+'.join(sorted(one.ways))} is not {'+'.join(sorted(other.ways))}"
                yield Match("across", "different-kinship", (one.place, other.place), _SURE, (why,))


def _likest(mine: list[_Kin], theirs: list[_Kin]) -> Iterator[tuple[_Kin, _Kin]]:
    if not (mine and theirs) or max(len(mine), len(theirs)) > _MOST:
        return
    alike = [[likeness(a.bag, b.bag) for b in theirs] for a in mine]
    rows, columns = [max(row) for row in alike], [max(column) for column in zip(*alike, strict=True)]
    for i, row in enumerate(alike):
        for j, score in enumerate(row):
            if score >= max(_ALIKE, rows[i], columns[j]):
                yield mine[i], theirs[j]


def _told(scene: Scene, document: int) -> Iterator[_Kin]:
    """The sentences of a version that hold a `kin` claim; all its words for kin are one statement."""
    held: dict[int, list[Place]] = {}
    for number, claim in enumerate(scene.claims[document]):
        home = scene.passage((document, number)) if claim.kind == "kin" and not claim.outside else None
        if home is not None:
            held.setdefault(home.number, []).append((document, number))
    for places in held.values():
        home = scene.passage(places[0])
        if home is not None:
            bag = scene.once(Traits).bag(document, home.start, home.end, NAME, FIGURE, MOMENT, WORD)
            yield _Kin(places[0], _ways([scene.claim(p).value for p in places]), bag)


def _ways(roles: list[str]) -> Ways:
    """Every way of being kin that these words name, alone and two by two: "the mother of his wife" is an in-law too."""
    single = [_meant(role) for role in roles[:_WORDS]]
    both = (made for one, other in combinations(single, 2) for x in one for y in other for made in _made(x, y))
    return frozenset().union(*single, both)


@cache
def _meant(role: str) -> Ways:
    """The ways that a word can mean: a nipote is a nephew or a grandson."""
    family = {role, *world("roles")[role]["family"].split()}
    return frozenset(way for way, row in world("kinship").items() if family & {*row["roles"].split()})


@cache
def _made(one: str, other: str) -> Ways:
    return frozenset(
        way for way, row in world("kinship").items() if {f"{one}+{other}", f"{other}+{one}"} & {*row["made_of"].split()}
    )
