"""Operator: two steps of a sequence that change places between versions."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, combinations

from claimdiff.judge.scene import Match, Place, Scene
from claimdiff.judge.traits import FIGURE, MOMENT, NAME, WORD, Bag, Traits, likeness

# So much a step must have in common with the other version's step in another place, and so little of it with that in its own.
CLEAR, STRAIGHT = 0.3, 0.25
# So much it must have where the two sequences are each other's likest, told anew with a word or two in common, and so much of
# what the other step has, for one event that is told again with another one says nothing.
FAINT, BALANCE = 0.07, 0.3
# Rooms with their seats and services with their prices are numbered as well; their order is free.
_OFFERED = ("money", "quantity")
_NUMBER = re.compile(r"\W*(\d{1,2})[.)°]")
# What so many sequences hold marks none of them.
_MOST = 40
# A list of so many lines is the same list in a third version.
_LONG = 3
_SURE_LIST, _SURE_CLAUSES, _SURE_FAINT = 0.85, 0.7, 0.6

_TOLD = (FIGURE, MOMENT, WORD)
_LISTED = (NAME, *_TOLD)

Steps = list[tuple[Place, Bag]]


def steps_swapped(scene: Scene) -> Iterator[Match]:
    """Two lines of a numbered list, or two clauses around "before", "after" or "then", in two orders."""
    traits = scene.once(Traits)
    told = [list(_sequences(scene, document, traits)) for document in range(len(scene.claims))]
    for mine, theirs in combinations(told, 2):
        rest = [steps for steps in chain(*(t for t in told if t is not mine and t is not theirs)) if steps]
        near = [(a, b) for a, b in _near(mine, theirs) if len(a) == len(b) > 1 and _form(scene, a) == _form(scene, b)]
        likest = _likest(near)
        for number, (one, other) in enumerate(near):
            lists = [steps for steps in rest if len(steps) == len(one) >= _LONG and _form(scene, steps) == _form(scene, one)]
            clear = FAINT if number in likest else CLEAR
            yield from _swapped(scene, one, other, lists, clear)


def _likest(near: list[tuple[Steps, Steps]]) -> set[int]:
    """The pairs of which either sequence is like none as it is like the other."""
    alike = [math.fsum(likeness(a, b) for _, a in one for _, b in other) for one, other in near]
    best: dict[int, float] = defaultdict(float)
    for pair, score in zip(near, alike, strict=True):
        for steps in pair:
            best[id(steps)] = max(best[id(steps)], score)
    return {n for n, (pair, score) in enumerate(zip(near, alike, strict=True)) if all(score >= best[id(s)] for s in pair)}


def _near(mine: list[Steps], theirs: list[Steps]) -> Iterator[tuple[Steps, Steps]]:
    """The pairs of sequences that share something that is not everywhere."""
    held: dict[str, set[int]] = defaultdict(set)
    for number, steps in enumerate(theirs):
        for key in (key for _, bag in steps for key in bag):
            held[key].add(number)
    for one in mine:
        rare = (held[key] for _, bag in one for key in bag if key in held and len(held[key]) <= _MOST)
        yield from ((one, theirs[number]) for number in sorted(set().union(*rare)))


def _form(scene: Scene, steps: Steps) -> str:
    return scene.claim(steps[0][0]).details["form"]


def _sequences(scene: Scene, document: int, traits: Traits) -> Iterator[Steps]:
    """The sequences of a version: their steps in order, each with what it alone of them says."""
    groups: dict[str, list[Place]] = defaultdict(list)
    for number, claim in enumerate(scene.claims[document]):
        if claim.kind == "step" and not claim.outside:
            groups[claim.details["of"]].append((document, number))
    named = [n for n, c in enumerate(scene.claims[document]) if c.kind == "order" and c.details["of"] != "thing"]
    orders = {p.number for n in named if (p := scene.passage((document, n)))}
    for places in groups.values():
        ordered = sorted(places, key=lambda p: int(scene.claim(p).value))
        if scene.claim(places[0]).details["form"] == "list":
            ordered = _numbered(scene, ordered)
            if any(scene.inside(place, *_OFFERED) for place in ordered):
                continue
        elif any((home := scene.passage(place)) is not None and home.number in orders for place in ordered):
            continue  # Names in an order are compared as such.
        # Who does two things after each other is named beside either of them.
        sorts = _LISTED if scene.claim(places[0]).details["form"] == "list" else _TOLD
        bags = [traits.bag(document, scene.claim(p).start, scene.claim(p).end, *sorts) for p in ordered]
        yield [(p, _alone(bag, [b for b in bags if b is not bag])) for p, bag in zip(ordered, bags, strict=True)]


def _numbered(scene: Scene, places: list[Place]) -> list[Place]:
    """The longest run of lines that begin with 1, 2, 3: headings stand before a list, and bullets have no order."""
    runs: list[list[Place]] = [[]]
    for place in places:
        number = _number(scene, place)
        if number == len(runs[-1]) + 1:
            runs[-1].append(place)
        else:
            runs.append([place] if number == 1 else [])
    return max(runs, key=len)


def _number(scene: Scene, place: Place) -> int | None:
    """The number at the beginning of a step's line, which the words that are read may lack."""
    text, claim = scene.texts[place[0]], scene.claim(place)
    found = _NUMBER.match(text[text.rfind("\n", 0, claim.start) + 1 : claim.end])
    return int(found.group(1)) if found else None


def _alone(bag: Bag, others: list[Bag]) -> Bag:
    return {key: weight for key, weight in bag.items() if not any(key in other for other in others)}


def _swapped(scene: Scene, one: Steps, other: Steps, lists: list[Steps], clear: float) -> Iterator[Match]:
    """The two steps that stand in each other's place while all the rest stands in its own."""
    alike = [[likeness(a, b) for _, b in other] for _, a in one]
    listed = _form(scene, one) == "list"
    # All else in its place makes a list one of steps; "before" is a place as often as a time: both clauses must be known again.
    for i, j in combinations(range(len(one)), 2):
        crossed, straight = sorted((alike[i][j], alike[j][i])), max(alike[i][i], alike[j][j])
        if (
            crossed[1] < (CLEAR if listed else clear)
            or (not listed and crossed[0] < min(CLEAR, BALANCE * crossed[1]))
            or straight > STRAIGHT * crossed[1]
            or (not _left_over(alike, i, j) if listed else crossed[0] < clear)
        ):
            continue
        steps = (f"the one is alike {crossed[1]:.2f} in the other's place, {straight:.2f} in its own",)
        places = (one[i][0], one[j][0], other[j][0], other[i][0])
        witnesses = tuple(steps[n][0] for steps in lists for n in (i, j))
        sure = _SURE_LIST if listed else _SURE_CLAUSES if crossed[0] >= CLEAR else _SURE_FAINT
        yield Match("across", "swapped", places, sure, steps, witnesses)


def _left_over(alike: list[list[float]], i: int, j: int) -> bool:
    """True where every other step of a list has its like in its own place, so that the two that remain must be one step."""
    rest = [n for n in range(len(alike)) if n not in (i, j)]
    kept = all(alike[n][n] > 0 and alike[n][n] == max(*alike[n], *(row[n] for row in alike)) for n in rest)
    return bool(rest) and kept
