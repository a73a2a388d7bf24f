"""claimdiff.accepted.yaml: a list of entries, read with the place of each, and answered kindly when wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from claimdiff.accepted import Entry, plain
from claimdiff.errors import DataError, did_you_mean
from claimdiff.yaml_nodes import compose

NAME = "claimdiff.accepted.yaml"
"""The file's name, beside the configuration or in the working directory."""

_KEYS = tuple(field.name for field in fields(Entry) if field.name != "line")
_NEEDED = ("story", "fingerprint", "rule", "reason")
_LARGEST = 20 * 1024 * 1024
# An entry is four levels deep.
_DEEPEST = 8


class Placed(NamedTuple):
    """An entry and the lines of the file that it stands on, from 0, the last excluded."""

    entry: Entry
    first: int
    last: int


def load(path: Path, missing: bool = False) -> list[Entry]:
    """The entries of the file, none when it is `missing` and may be; DataError with path, line and column when it is wrong."""
    return [placed.entry for placed in entries(text(path, missing), path)]


def text(path: Path, missing: bool = False) -> str:
    """What the file says; nothing when it is `missing` and may be."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        said = data.decode("utf-8-sig")
    except FileNotFoundError:
        if missing:
            return ""
        raise DataError("no such file; claimdiff accept writes it", path) from None
    except UnicodeDecodeError as error:
        raise DataError("is not UTF-8", path, data.count(b"\n", 0, error.start) + 1) from None
    except OSError as error:
        raise DataError(f"cannot be read: {error.strerror}", path) from None
    if len(data) > _LARGEST:
        raise DataError(f"larger than {_LARGEST // 1024 // 1024} MB", path)
    return said


def entries(said: str, path: Path) -> list[Placed]:
    """The entries in the order of the file; no two of them accept the same finding."""
    node = compose(said, path, "a list of accepted findings", _DEEPEST)
    if node is None:
        return []
    if not isinstance(node, yaml.SequenceNode):
        raise _wrong("accepted findings are a list of entries", path, node)
    found = [Placed(_entry(item, path), item.start_mark.line, item.end_mark.line) for item in node.value]
    seen: dict[tuple[str, str], Entry] = {}
    for item, placed in zip(node.value, found, strict=True):
        first = seen.setdefault(placed.entry.key, placed.entry)
        if first is not placed.entry:
            raise _wrong(f"accepts the same finding as the entry in line {first.line}", path, item)
    return found


def _entry(node: yaml.Node, path: Path) -> Entry:
    if not isinstance(node, yaml.MappingNode):
        raise _wrong(f"an entry is a mapping of keys: {', '.join(_KEYS)}", path, node)
    cells: dict[str, yaml.Node] = {}
    for key, value in node.value:
        if key.value not in _KEYS:
            raise _wrong(f'an entry has no key "{key.value}"{did_you_mean(str(key.value), _KEYS)}', path, key)
        if key.value in cells:
            raise _wrong(f'the key "{key.value}" stands twice', path, key)
        cells[key.value] = value
    told: dict[str, Any] = {name: _READERS.get(name, _words)(value, name, path) for name, value in cells.items()}
    for name in _NEEDED:
        if not told.get(name):
            raise _wrong(f'an entry needs a "{name}"', path, cells.get(name, node))
    return Entry(**{name: value for name, value in told.items() if value is not None}, line=node.start_mark.line + 1)


def _words(node: yaml.Node, name: str, path: Path) -> str | None:
    """A text as it is typed: 1e5 and 2024 are words here, as a fingerprint or a story may look so."""
    if not isinstance(node, yaml.ScalarNode):
        raise _wrong(f'"{name}" is a text', path, node)
    return None if node.tag.endswith(":null") else plain(node.value)


def _day(node: yaml.Node, name: str, path: Path) -> date | None:
    said = _words(node, name, path)
    try:
        return day(said) if said else None
    except ValueError:
        raise _wrong(f'"{name}" is a day, YYYY-MM-DD, not "{said}"', path, node) from None


def day(said: str) -> date:
    """The day that YYYY-MM-DD names; ValueError for anything else."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", said, re.A):
        raise ValueError(said)
    return date.fromisoformat(said)


def _share(node: yaml.Node, name: str, path: Path) -> float | None:
    said = _words(node, name, path)
    try:
        share = float(said or 0)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise _wrong(f'"{name}" is between 0 and 1, not "{said}"', path, node)
    return share if said else None


def _list(node: yaml.Node, name: str, path: Path) -> tuple[str, ...]:
    if not isinstance(node, yaml.SequenceNode):
        raise _wrong(f'"{name}" is a list of texts', path, node)
    return tuple(_words(item, name, path) or "" for item in node.value)


_READERS: dict[str, Callable[[yaml.Node, str, Path], Any]] = {"expires": _day, "confidence": _share, "evidence": _list}


def _wrong(problem: str, path: Path, node: yaml.Node | yaml.Event) -> DataError:
    mark = node.start_mark
    return DataError(problem, path, *((mark.line + 1, mark.column + 1) if mark else ()))
