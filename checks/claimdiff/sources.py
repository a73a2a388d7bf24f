"""What a run is about: the stories in files, in a table, or those that the configuration finds."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from claimdiff import read
from claimdiff.cache import Cache
from claimdiff.config import Config
from claimdiff.errors import ClaimdiffError, InputError
from claimdiff.model import Story

if TYPE_CHECKING:
    from claimdiff.ahead import Reader

Fault = Callable[[ClaimdiffError], None]
"""What is done with a story that cannot be read while the others go on."""


def _silent(*_: object) -> None:
    """Tells nobody."""


@dataclass(frozen=True)
class Work:
    """How a run goes about it: the configuration, the revision to look back to, and what is remembered and told on the way.

    `note` is told what the user should know, `detail` what only a curious one wants; `progress` (done, of how many);
    `reader` reads a story that another process has begun to read.
    """

    config: Config = field(default_factory=Config)
    since: str | None = None
    cache: Cache | None = None
    progress: Callable[[int, int], None] = _silent
    note: Callable[[str], None] = _silent
    detail: Callable[[str], None] = _silent
    reader: Reader | None = None


def stories(files: Sequence[str], table: Path | None, fault: Fault, work: Work) -> Iterable[Story]:
    """The story in `files`, every readable story of `table`, or without either every one that the configuration finds."""
    if work.since is not None and (files or table is not None):
        raise InputError("--changed-since chooses among the stories that the configuration finds; name no files and no table")
    if files and table is None:
        return [read.story(files)]
    if table is not None and not files:
        return _readable(read.stories(table), fault)
    if files or not work.config.settings.stories:
        raise InputError(_nothing_named(work.config))
    return _found(work, fault)


def _nothing_named(config: Config) -> str:
    if config.path is None:
        return "name two versions of a story, or one table: claimdiff check A B; or let claimdiff init write a configuration"
    return f'name two versions of a story, or one table: claimdiff check A B; {config.path.name} has no "stories"'


def _readable(stories: Iterable[Story | InputError], fault: Fault) -> Iterator[Story]:
    for story in stories:
        if isinstance(story, InputError):
            fault(story)
        else:
            yield story


def _found(work: Work, fault: Fault) -> Iterable[Story]:
    from claimdiff.discovery import groups

    config, settings = work.config, work.config.settings
    files = config.tree.files()
    found = groups(files, config.layouts, settings.languages, settings.source)
    lone = [group.versions[0][1] for group in found if len(group.versions) < 2]
    whole = [group for group in found if len(group.versions) > 1]
    alone = f"; without another version: {', '.join(lone)}" if lone else ""
    work.detail(f"{len(files)} files, {len(whole)} stories{alone}")
    if not whole and work.since is None:
        raise config.fault("no story in two versions or more is found by these patterns", ("stories",))
    if work.since is not None:
        touched = _touched(work, files)
        whole = [group for group in whole if group.name in touched]
        work.detail(f"{len(whole)} stories changed since {work.since}")
    return _readable((_read(config.root, group.name, group.versions) for group in whole), fault)


def _touched(work: Work, files: Sequence[str]) -> set[str]:
    """The names of the stories of which a version is new, altered, renamed or gone; what is gone is told."""
    from claimdiff import git
    from claimdiff.discovery import groups

    config, settings = work.config, work.config.settings
    changes = git.changes(config.root, work.since or "")
    gone = sorted(path for path in changes.gone.keys() - set(files) if config.tree.holds(path))
    touched = set()
    for group in groups([*files, *gone], config.layouts, settings.languages, settings.source):
        paths = [path for _, path in group.versions]
        lost = [path for path in paths if path in gone]
        for path in lost:
            now = changes.gone[path]
            what = f"was renamed to {now}" if now else "was deleted"
            work.note(f'{path} {what} since {work.since}: story "{group.name}" lost a version')
        if lost or changes.present & set(paths):
            touched.add(group.name)
    return touched


def _read(root: Path, name: str, versions: Sequence[tuple[str, str]]) -> Story | InputError:
    try:
        return Story(name, tuple(read.opened(Path(os.path.relpath(root / path)), lang) for lang, path in versions))
    except InputError as error:
        return error
