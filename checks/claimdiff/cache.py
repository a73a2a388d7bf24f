"""Results remembered between runs: by what was checked and by what, so that nothing ever has to be declared stale.

An entry is a JSON text behind its own checksum: one that is broken, cut short or tampered with is as good as none.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from claimdiff import __version__
from claimdiff.files import shipped, write_whole
from claimdiff.model import Story

VARIABLE = "CLAIMDIFF_CACHE_DIR"
# Some hundred megabytes of reports; the ones that were not asked for in the longest time go first.
_MOST = 20_000
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# A cache of claimdiff; it may be deleted at any time.\n"


@dataclass
class Cache:
    """Documents by key. Whatever fails here (no folder, no space, no rights) costs time and nothing else."""

    setting: str
    folder: Path
    hits: int = 0
    misses: int = 0
    _new: list[Path] = field(default_factory=list)

    def key(self, story: Story) -> str:
        """Of the story's name and its versions' paths, languages and texts, of the setting, and of claimdiff itself."""
        versions = [(v.path, v.lang, v.sha256, v.masked is None) for v in story.versions]
        return _digest(repr((self._made_by, story.name, versions)))

    @cached_property
    def _made_by(self) -> str:
        return _digest(repr((self.setting, engine())))

    def get(self, key: str) -> dict[str, Any] | None:
        """The document that was kept under a key, unchanged; None when there is none."""
        try:
            checksum, _, body = self._path(key).read_bytes().partition(b"\n")
            document = json.loads(body) if hashlib.sha256(body).hexdigest().encode() == checksum else None
        except (OSError, ValueError, RecursionError):
            document = None
        self.hits += isinstance(document, dict)
        self.misses += not isinstance(document, dict)
        return document if isinstance(document, dict) else None

    def put(self, key: str, document: Mapping[str, Any]) -> None:
        """Keep a document."""
        body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        path = self._path(key)
        try:
            write_whole(path, hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
        except OSError:
            return
        self._new.append(path)

    def close(self) -> None:
        """Mark the folder as a cache, and drop what is too much in it."""
        tag = self.folder / "CACHEDIR.TAG"
        try:
            if self._new and not tag.exists():
                write_whole(tag, _TAG.encode())
            if self._new and sum(1 for _ in (self.folder / self._new[-1].parent.name).iterdir()) * 256 > _MOST:
                _drop_oldest(self.folder)
        except OSError:
            return

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key[2:]}.json"


def folder() -> Path:
    """Where results are kept: $CLAIMDIFF_CACHE_DIR, or the user's cache folder."""
    told = os.environ.get(VARIABLE)
    if told:
        return Path(told)
    import platformdirs

    return Path(platformdirs.user_cache_dir("claimdiff", appauthor=False))


def entries(folder: Path) -> Iterator[Path]:
    """The entries in a cache folder; nothing else that may stand there."""
    for path in folder.glob("[0-9a-f][0-9a-f]/*.json"):
        if len(path.stem) == 62:
            yield path


def clear(folder: Path) -> int:
    """Remove every entry: how many there were."""
    count = 0
    for path in list(entries(folder)):
        path.unlink(missing_ok=True)
        count += 1
    return count


def digest(*parts: object) -> str:
    """A setting in short: of anything that prints the same whenever it is the same."""
    return _digest(repr(parts))


def engine() -> str:
    """What claimdiff itself is now: its version, and in a checkout every module and data file by size and time."""
    return _digest(repr((__version__, *_stamps(Path(__file__).parent), *_stamps(shipped("rules")))))


def _stamps(folder: Path) -> list[tuple[str, int, int]]:
    found = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            told = os.stat(f"{root}/{name}")  # noqa: PTH116  # ten times faster than a Path for each of 300 files
            found.append((f"{root}/{name}", told.st_size, told.st_mtime_ns))
    return found


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _drop_oldest(folder: Path) -> None:
    aged = sorted(entries(folder), key=lambda path: path.stat().st_mtime_ns)
    for path in aged[: len(aged) // 2]:
        path.unlink(missing_ok=True)


def sizes(folder: Path) -> Sequence[int]:
    """The bytes of each entry."""
    return [path.stat().st_size for path in entries(folder)]
