"""Stories -> how many planted errors are found, kind by kind, and how many findings there were before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any

from claimdiff.judge import RuleBook
from claimdiff.model import Story
from claimdiff.mutate.checker import Checker, Outcome
from claimdiff.mutate.kinds import sites
from claimdiff.mutate.plant import Plant, lot

# Plants that one worker is handed at a time: enough to be worth reading the story for.
CHUNK = 12


@dataclass(frozen=True, slots=True)
class Settings:
    """What is planted: so many errors of each kind, of which kinds, by which seed; how sure a finding must be."""

    rules: RuleBook
    kinds: frozenset[str]
    limit: int = 10
    seed: int = 0
    minimum: float = 0.5
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class Measured:
    """A story with what came of each plant in it, the places where more could be planted, and what was told before.

    places: (kind, said by another version too) of every error that could be planted.
    baseline: how many findings of each severity the story has as it is.
    """

    story: Story
    outcomes: list[Outcome]
    places: list[tuple[str, bool]]
    baseline: dict[str, int]


Run = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]
"""`map`, here or over worker processes."""


def measure(stories: Sequence[Story], settings: Settings) -> list[Measured]:
    """Every story measured; the same for any number of workers."""
    if settings.jobs <= 1:
        return _measured(stories, settings, map)
    with ProcessPoolExecutor(settings.jobs) as pool:
        return _measured(stories, settings, pool.map)


def _measured(stories: Sequence[Story], settings: Settings, run: Run) -> list[Measured]:
    surveyed = list(run(_survey, ((story, settings) for story in stories)))
    chosen = choose([plants for plants, _ in surveyed], settings)
    tasks = [(n, chunk) for n, plants in enumerate(chosen) for chunk in _chunks(plants)]
    outcomes: dict[int, list[Outcome]] = defaultdict(list)
    done = run(_check, ((stories[n], settings, chunk) for n, chunk in tasks))
    for (n, _), found in zip(tasks, done, strict=True):
        outcomes[n].extend(found)
    return [
        Measured(story, outcomes[n], [(p.kind, p.linked) for p in plants], baseline)
        for n, (story, (plants, baseline)) in enumerate(zip(stories, surveyed, strict=True))
    ]


def _survey(task: tuple[Story, Settings]) -> tuple[list[Plant], dict[str, int]]:
    """Every error of the kinds asked for that can be planted in a story, and what is told of it as it is."""
    story, settings = task
    checker = _checker(story, settings)
    baseline: dict[str, int] = defaultdict(int)
    for finding in checker.findings:
        baseline[finding.severity] += 1
    plants = [p for ground in checker.grounds(settings.seed) for p in sites(ground) if p.kind in settings.kinds]
    return plants, dict(baseline)


def choose(plants: Sequence[Sequence[Plant]], settings: Settings) -> list[list[Plant]]:
    """Of the plants of each story so many that no kind has more than the limit, said by two versions and by one each."""
    sorts: dict[tuple[str, bool], list[tuple[int, int, int]]] = defaultdict(list)
    for story, found in enumerate(plants):
        for number, plant in enumerate(found):
            sorts[plant.kind, plant.linked].append((lot(settings.seed, plant.kind, story, number), story, number))
    kept = {(story, number) for drawn in sorts.values() for _, story, number in sorted(drawn)[: settings.limit]}
    return [[p for number, p in enumerate(found) if (story, number) in kept] for story, found in enumerate(plants)]


def _chunks(plants: Sequence[Plant]) -> Iterator[Sequence[Plant]]:
    return (plants[first : first + CHUNK] for first in range(0, len(plants), CHUNK))


def _check(task: tuple[Story, Settings, Iterable[Plant]]) -> list[Outcome]:
    story, settings, plants = task
    checker = _checker(story, settings)
    return [checker.check(plant) for plant in plants]


_LAST: list[tuple[Story, Checker]] = []


def _checker(story: Story, settings: Settings) -> Checker:
    """The checker of a story; the last one is kept, for its plants come in several chunks."""
    if not _LAST or _LAST[0][0] != story:
        _LAST[:] = [(story, Checker.of(story, settings.rules, settings.minimum))]
    return _LAST[0][1]
