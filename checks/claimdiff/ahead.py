"""The versions of one story read in a process of their own, while this one imports the tables.

Half a second of a run that checks one story goes into importing pandas and pandera, which needs no processor that could
not read meanwhile.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection

from claimdiff import claims, read
from claimdiff.errors import ClaimdiffError
from claimdiff.house import Word
from claimdiff.model import Claim, Passage, Story, Version

Read = tuple[list[Passage], list[Claim]]
Reader = Callable[[Version, tuple[Word, ...]], Read]


def worthwhile(stories: int) -> bool:
    """True for one story, with a second processor and the tables still to import, where a fork is cheap and safe."""
    return stories == 1 and sys.platform == "linux" and processors() > 1 and "claimdiff.tables" not in sys.modules


def begun(files: Sequence[str], words: tuple[Word, ...]) -> Reader | None:
    """Start to read the story in these files, as `reader` does; None where that is not worthwhile, or some file cannot be read."""
    if not worthwhile(1):
        return None
    try:
        story = read.story(files)
    except ClaimdiffError:
        return None  # Whoever reads it again tells what is wrong.
    return reader(story, words)


def processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def reader(story: Story, words: tuple[Word, ...]) -> Reader:
    """Start to read the story; what is returned reads as `claims.read` does, and waits for what is being read already."""
    fork = multiprocessing.get_context("fork")
    ours, theirs = fork.Pipe(duplex=False)
    child = fork.Process(target=_read, args=(theirs, story, words), daemon=True)
    child.start()
    theirs.close()

    done: dict[Version, Read] = {}

    def received(version: Version, said: tuple[Word, ...]) -> Read:
        try:
            while said == words and version in story.versions and version not in done:
                done.update([ours.recv()])
        except (EOFError, OSError):
            pass  # Whatever went wrong there goes wrong again here, where it can be told.
        return done[version] if said == words and version in done else claims.read(version, said)

    return received


def _read(pipe: Connection, story: Story, words: tuple[Word, ...]) -> None:
    try:
        for version in story.versions:
            pipe.send((version, claims.read(version, words)))
    except BaseException:  # the parent finds the same, and says it
        pipe.close()
