"""Times of the commands and of the stages, printed as a table; no test, for times are the machine's.

    .venv/bin/python tests/benchmark.py

Whole processes from a cold start (median of RUNS), then extraction and the whole check over growing stories.
"""

from __future__ import annotations

import math
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from claimdiff import claims, pipeline
from claimdiff.model import Story, Version

ROOT = Path(__file__).resolve().parent.parent
SEEDS = [ROOT / "seeds/interpol.fr.txt", ROOT / "seeds/interpol.it.txt"]
RUNS = 7
LENGTHS = (1, 3, 10)
DOCUMENTS, LENGTH = 10_000, 800


def seconds(work: Callable[[], object]) -> float:
    """Wall-clock seconds of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def cold(*arguments: str) -> float:
    """Median wall-clock seconds of the command as a process of its own."""
    command = [sys.executable, "-m", "claimdiff", *arguments]
    alone = {**os.environ, "CLAIMDIFF_NO_CACHE": "1"}
    run = partial(subprocess.run, command, capture_output=True, check=False, env=alone)
    return statistics.median(seconds(run) for _ in range(RUNS))


def story(times: int) -> Story:
    """The seeds, that many times as long."""
    texts = [path.read_text("utf-8") for path in SEEDS]
    return Story("seeds", (Version("fr", "\n\n".join([texts[0]] * times)), Version("it", "\n\n".join([texts[1]] * times))))


def growth(name: str, work: Callable[[Story], object]) -> None:
    """Megabytes a second at each length, and the exponent of the growth between the first and the last."""
    work(story(1))
    taken = [seconds(partial(work, story(times))) for times in LENGTHS]
    size = sum(len(v.text.encode()) for v in story(1).versions) / 1e6
    for times, spent in zip(LENGTHS, taken, strict=True):
        print(f"{name} x{times:<3} {spent:8.3f} s {size * times / spent:8.3f} MB/s")
    print(f"{name} exponent {math.log(taken[-1] / taken[0]) / math.log(LENGTHS[-1] / LENGTHS[0]):.2f}")


def memory() -> None:
    """The most memory that reading so many documents, no two alike, took until then: flat, whatever their number."""
    words = [path.read_text("utf-8") for path in SEEDS]
    for number in range(1, DOCUMENTS + 1):
        at = number % len(words)
        claims.find(Version(("fr", "it")[at], f"{words[at][number % 997 :][:LENGTH]} {number}"))
        if number in (DOCUMENTS // 100, DOCUMENTS // 10, DOCUMENTS):
            print(f"extract {number:6} documents   {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB at most")


def main() -> None:
    """The table."""
    print(f"claimdiff --version        {cold('--version'):.2f} s")
    print(f"claimdiff check (seeds)    {cold('check', *map(str, SEEDS)):.2f} s")
    memory()
    growth("extract", lambda one: [(claims.forget(), claims.find(version)) for version in one.versions])
    growth("check  ", lambda one: (claims.forget(), list(pipeline.check([one]))))


if __name__ == "__main__":
    main()
