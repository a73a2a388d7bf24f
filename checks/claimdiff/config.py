"""The configuration: found upwards from the working directory, read, checked, and frozen.

Looking for the file is all that a run without one pays; what reads it is imported when there is something to read.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from claimdiff.config_file import Loc, Written
    from claimdiff.config_model import Settings
    from claimdiff.discovery import Layout, Tree
    from claimdiff.errors import DataError
    from claimdiff.house import House

NAMES = ("claimdiff.yaml", "claimdiff.yml")
PROJECT = "pyproject.toml"
_TABLE = b"claimdiff"
# What holds without a configuration, of which nothing is imported then.
FORMAT: Final = "text"
FAIL_LEVEL: Final = "error"


@dataclass(frozen=True)
class Config:
    """What the user configured: the settings, and where each was written. Without a file all of them are the defaults."""

    written: Written | None = None

    @cached_property
    def settings(self) -> Settings:
        """Every setting, given or by default."""
        from claimdiff import config_check
        from claimdiff.config_model import Settings

        return Settings() if self.written is None else config_check.checked(self.written)

    @property
    def path(self) -> Path | None:
        """The file, when there is one."""
        return self.written.path if self.written else None

    @property
    def root(self) -> Path:
        """The folder that its patterns and paths start from."""
        return self.path.parent if self.path else Path.cwd()

    @cached_property
    def house(self) -> House:
        """What the user declares for recognition and judging: words, facts, names and the source of truth."""
        from claimdiff.house import NOTHING, declared

        return declared(self.settings) if self.written else NOTHING

    @property
    def layouts(self) -> list[Layout]:
        """The patterns of stories, as discovery takes them."""
        from claimdiff.discovery import Layout

        settings = self.settings
        return [Layout(one.pattern, settings.default_language(one)) for one in settings.stories]

    @property
    def tree(self) -> Tree:
        """The files that stories may be in."""
        from claimdiff.discovery import Tree

        settings = self.settings
        return Tree(self.root, settings.include, settings.exclude, settings.gitignore)

    def fault(self, problem: str, loc: Loc = ()) -> DataError:
        """An error at a place of the file: path, line and column."""
        from claimdiff.errors import DataError

        return self.written.fault(problem, loc) if self.written else DataError(problem)

    def value(self, loc: Loc) -> Any:
        """The value as the file has it; None when the file does not hold it."""
        here: Any = self.written.data if self.written else None
        for part in loc:
            try:
                here = here[part]
            except (KeyError, IndexError, TypeError):
                return None
        return here


def find(start: Path | None = None) -> Path | None:
    """The configuration nearest to a folder, going upwards, not beyond the repository that it is in."""
    for folder in _upwards((start or Path.cwd()).absolute()):
        for name in NAMES:
            if (folder / name).is_file():
                return folder / name
        if (folder / PROJECT).is_file() and _has_table(folder / PROJECT):
            return folder / PROJECT
        if (folder / ".git").exists():
            break
    return None


def load(path: Path | None = None, wanted: bool = True) -> Config:
    """The configuration in a file, or in the one that is found; without either, or unless `wanted`, the defaults."""
    found = path or find() if wanted else None
    if found is None:
        return Config()
    from claimdiff import config_file

    config = Config(config_file.read(found.absolute()))
    if path and path.suffix == ".toml" and not config_file.holds_table(path):
        raise config.fault("has no table [tool.claimdiff]")
    _ = config.settings  # what is wrong with it is told now
    return config


def shown(path: Path) -> str:
    """A path as messages and reports show it: from here, whatever is above."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()


def _upwards(folder: Path) -> Iterator[Path]:
    yield folder
    yield from folder.parents


def _has_table(path: Path) -> bool:
    # Most projects are about something else: their file is looked at, not read.
    if _TABLE not in path.read_bytes():
        return False
    from claimdiff.config_file import holds_table, read

    return holds_table(path) and bool(read(path).data)
