"""Operators: two figures, or two people's doings, that change places between versions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, product

from claimdiff.judge.appositions import doings
from claimdiff.judge.regions import Region, regions, units
from claimdiff.judge.scene import Match, Scene
from claimdiff.judge.traits import MOMENT, NAME, WORD, Bag, Traits, likeness

FIGURES = ("percentage", "money", "quantity", "number", "age", "duration")
# So many passages apart, at most, two things are told of together; so many regions behind it, one is a neighbour.
APART, NEXT = 1, 4
# Two figures that stand beside each other so often are no pair that is told; a name in so many places is no mark of one.
FEW, MOST = 12, 60
# As much, at least, must the parts have in common crosswise; so much of that, at most, may they have in common straight.
FIGURES_LEAST, FIGURES_STRAIGHT = 0.1, 0.25
DOINGS_LEAST, COMMA_LEAST, DOINGS_STRAIGHT = 0.1, 0.35, 0.45
_SURE_FIGURES, _SURE_PEOPLE = 0.85, 0.75

Pair = tuple[Region, Region]


@dataclass(slots=True)
class _Bags:
    """What regions say, and how alike two pairs of them are."""

    traits: Traits
    sorts: tuple[str, ...]
    bare: bool = False
    # Whether what is seldom said counts for more, or each thing as much wherever it is said.
    rare: bool = True
    _known: dict[tuple[int, Region], Bag] = field(default_factory=dict)

    def of(self, document: int, region: Region) -> Bag:
        """What a region says of these sorts; where it is bare, without what only tells who its people are."""
        key = (document, region)
        if key not in self._known:
            spans = doings(self.traits.scene, region) if self.bare else [(region.start, region.end)]
            read = self.traits.bag if self.rare else self.traits.plain
            self._known[key] = {k: w for span in spans for k, w in read(document, *span, *self.sorts).items()}
        return self._known[key]

    def alike(self, documents: tuple[int, int], mine: Pair, theirs: Pair) -> tuple[float, float, float]:
        """How alike two pairs of regions are at least, in the order given, and crosswise at least and at most."""
        a, b = _apart(*(self.of(documents[0], r) for r in mine))
        c, d = _apart(*(self.of(documents[1], r) for r in theirs))
        low, high = sorted((likeness(a, d), likeness(b, c)))
        return min(likeness(a, c), likeness(b, d)), low, high


def _apart(one: Bag, other: Bag) -> tuple[Bag, Bag]:
    """Two bags without what both hold."""
    return {k: w for k, w in one.items() if k not in other}, {k: w for k, w in other.items() if k not in one}


def figures_exchanged(scene: Scene) -> Iterator[Match]:
    """Two figures of one kind of which one version gives each to what another version gives the other to."""
    yield from scene.once(found_exchanged)


def found_exchanged(scene: Scene) -> list[Match]:
    """What `figures_exchanged` finds."""
    return list(_exchanged(scene))


def _exchanged(scene: Scene) -> Iterator[Match]:
    traits = scene.once(Traits)
    named, worded = _Bags(traits, (NAME,)), _Bags(traits, (NAME, WORD))
    told = [_figures(scene, document) for document in range(len(scene.claims))]
    for i, j in combinations(range(len(told)), 2):
        for values in told[i].keys() & told[j].keys():
            pairs = list(product(told[i][values][:FEW], told[j][values][:FEW]))
            for bags in (named, worded):
                found = [(bags.alike((i, j), one, (b, a)), one, (a, b)) for one, (a, b) in pairs]
                if any(map(any, (alike for alike, *_ in found))):
                    yield from _clearest(found)
                    break


def _clearest(found: list[tuple[tuple[float, float, float], Pair, Pair]]) -> Iterator[Match]:
    """The exchange that is told most clearly, unless two parts tell these figures of the same things."""
    # The verb of the first of two clauses goes for the second as well: alike in one of them alone says little.
    straight, half = (max(alike[n] for alike, *_ in found) for n in (1, 2))
    (crossed, *_), one, (low, high) = max(found, key=lambda f: f[0][0])
    if crossed >= FIGURES_LEAST and straight <= FIGURES_STRAIGHT * crossed and half <= crossed:
        places = (*one[0].places, *one[1].places, *high.places, *low.places)
        yield Match("across", "exchanged", places, _SURE_FIGURES, (f"what they are told of is alike {crossed:.2f} crosswise",))


def _figures(scene: Scene, document: int) -> dict[tuple[str, ...], list[Pair]]:
    """Kind, unit and two values, the lesser first -> the pairs of regions that hold one each."""
    out: dict[tuple[str, ...], list[Pair]] = defaultdict(list)
    claims = scene.claims[document]
    for kind in FIGURES:
        places = [(document, n) for n, c in enumerate(claims) if c.kind == kind and not c.outside]
        for one, other in _neighbours([r for r in regions(scene, document, places) if len(r.places) == 1]):
            (low, first), (high, second) = sorted((scene.claim(r.places[0]).value, r) for r in (one, other))
            unit, another = (scene.claim(r.places[0]).unit for r in (one, other))
            if low != high and unit == another:
                out[kind, unit or "", low, high].append((first, second))
    return out


def _neighbours(told: list[Region]) -> Iterator[Pair]:
    for number, one in enumerate(told):
        for other in told[number + 1 : number + NEXT]:
            if other.passage - one.passage <= APART:
                yield one, other


def people_exchanged(scene: Scene) -> Iterator[Match]:
    """Two people of whom two versions tell the same two things, each of the other."""
    traits = scene.once(Traits)
    # Of names it is asked whether they are shared, not how rare they are.
    named, done = _Bags(traits, (NAME,), rare=False), _Bags(traits, (WORD, MOMENT), bare=True)
    told = [list(_people(scene, document)) for document in range(len(scene.claims))]
    for i, j in combinations(range(len(told)), 2):
        theirs = [pair for one, other in _neighbours(told[j]) for pair in ((one, other), (other, one))]
        held = [_by_name(named, j, [pair[n] for pair in theirs]) for n in (0, 1)]
        for one in _neighbours(told[i]):
            for number in sorted(_named_in(held[0], named.of(i, one[0])) & _named_in(held[1], named.of(i, one[1]))):
                alike, _, crossed = named.alike((i, j), one, theirs[number])
                if alike > 0 and crossed == 0:
                    yield from _doings_exchanged(done, (i, j), one, theirs[number], told)


def _by_name(named: _Bags, document: int, told: list[Region]) -> dict[str, list[int]]:
    """Part of a name -> the numbers of the regions that hold it."""
    out: dict[str, list[int]] = defaultdict(list)
    for number, region in enumerate(told):
        for key in named.of(document, region):
            out[key].append(number)
    return out


def _named_in(held: dict[str, list[int]], bag: Bag) -> set[int]:
    """The regions that share a name with a bag; of a name that is everywhere nothing is told so briefly."""
    return {n for key in bag if len(held.get(key, ())) <= MOST for n in held.get(key, ())}


def _doings_exchanged(done: _Bags, documents: tuple[int, int], one: Pair, other: Pair, told: list[list[Region]]) -> Iterator[Match]:
    """One and other name the same two people: an exchange where they tell the same crosswise, and no other region does."""
    turned = (other[1], other[0])
    crossed, _, straight = done.alike(documents, one, turned)
    least = COMMA_LEAST if any(_behind_comma(done.traits.scene, r) for r in (*one, *other)) else DOINGS_LEAST
    if crossed < least or straight > DOINGS_STRAIGHT * crossed:
        return
    if all(_likest(done, documents, a, b, told) for a, b in zip(one, turned, strict=True)):
        places = tuple(r.places[0] for r in (*one, *turned))
        yield Match("across", "exchanged", places, _SURE_PEOPLE, (f"what they do is alike {crossed:.2f} crosswise",))


def _behind_comma(scene: Scene, region: Region) -> bool:
    """True where but a comma parts two people: they may stand in one clause."""
    return scene.texts[region.places[0][0]][region.start] == ","


def _likest(done: _Bags, documents: tuple[int, int], a: Region, b: Region, told: list[list[Region]]) -> bool:
    """True when neither region is liker to another one of the other version."""
    mine, theirs = (done.of(document, region) for document, region in zip(documents, (a, b), strict=True))
    score = likeness(mine, theirs)
    return all(likeness(mine, done.of(documents[1], r)) <= score for r in told[documents[1]]) and all(
        likeness(theirs, done.of(documents[0], r)) <= score for r in told[documents[0]]
    )


def _people(scene: Scene, document: int) -> Iterator[Region]:
    """The regions that name people, or a city where nobody is named."""
    claims = enumerate(scene.claims[document])
    told = [(document, n) for n, c in claims if c.kind in ("person", "place") and not c.outside]
    people = [p for p in told if scene.claim(p).kind == "person"]
    peopled = {units(scene, p) for p in people}
    cities = [p for p in told if scene.claim(p).details.get("country") and units(scene, p) not in peopled]
    yield from regions(scene, document, [*people, *cities])
