"""A configuration file -> plain values, and the line and column of each: YAML, or a table of pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from claimdiff.config import shown
from claimdiff.errors import DataError
from claimdiff.yaml_nodes import LOADER, compose, place

_LARGEST = 1024 * 1024
_DEEPEST = 12
_WORD = "tag:yaml.org,2002:str"
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_TOML_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")
TABLE = ("tool", "claimdiff")

Loc = tuple[int | str, ...]
Mark = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class Written:
    """What a file says: values, and where each key and item stands (line, column; from 1)."""

    path: Path
    data: Mapping[str, Any]
    marks: Mapping[Loc, Mark]

    def place(self, loc: Loc) -> Mark | tuple[None, None]:
        """Where the deepest part of `loc` that the file holds stands."""
        return next((self.marks[loc[:size]] for size in range(len(loc), 0, -1) if loc[:size] in self.marks), (None, None))

    def fault(self, problem: str, loc: Loc = ()) -> DataError:
        """An error at this place of the file."""
        return DataError(problem, shown(self.path), *self.place(loc))


def read(path: Path) -> Written:
    """The configuration in a YAML or TOML file; DataError when it is no such file."""
    text = _text(path)
    written = _toml(path, text) if path.suffix == ".toml" else _yaml(path, text)
    for loc, words in _texts(written.data):
        if _CONTROLS.search(words):
            raise written.fault("a control character, which no setting holds", loc)
    return written


def holds_table(path: Path) -> bool:
    """True when a pyproject.toml may have a table for claimdiff; only then is it worth parsing."""
    try:
        with path.open("rb") as file:
            return ".".join(TABLE).encode() in re.sub(rb"[ \t\"']", b"", file.read(_LARGEST))
    except OSError:
        return False


def _texts(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every text among the values, and where it is."""
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, Mapping | list):
        for key, one in value.items() if isinstance(value, Mapping) else enumerate(value):
            yield from _texts(key, (*loc, key))
            yield from _texts(one, (*loc, key))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise DataError(f"cannot be read: {error.strerror}", shown(path)) from None
    if len(data) > _LARGEST:
        raise DataError("larger than 1 MB; this is no configuration", shown(path))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError("is not UTF-8", shown(path), data[: error.start].count(b"\n") + 1) from None


def _yaml(path: Path, text: str) -> Written:
    node = compose(text, shown(path), "a configuration", _DEEPEST)
    if node is None:
        return Written(path, {}, {})
    if not isinstance(node, yaml.MappingNode):
        raise DataError("a configuration is a mapping of keys, such as `source: …`", shown(path), *place(node))
    marks = dict(_marks(path, node))
    try:
        return Written(path, yaml.load(text, Loader=LOADER), marks)
    except (yaml.YAMLError, ValueError) as error:
        # A date or a number that cannot be.
        raise DataError(f"not YAML: {str(error).splitlines()[0]}", shown(path)) from None


def _marks(path: Path, node: yaml.Node, loc: Loc = ()) -> Iterator[tuple[Loc, Mark]]:
    if isinstance(node, yaml.MappingNode):
        seen = set()
        for key, value in node.value:
            if key.tag != _WORD:
                raise DataError("a key is a word; put it in quotes if it is meant", shown(path), *place(key))
            if key.value in seen:
                raise DataError(f'the key "{key.value}" stands twice', shown(path), *place(key))
            seen.add(key.value)
            yield (*loc, key.value), place(key)
            yield from _marks(path, value, (*loc, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield (*loc, number), place(item)
            yield from _marks(path, item, (*loc, number))


def _toml(path: Path, text: str) -> Written:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        where = map(int, place.groups()) if place else ()
        raise DataError(f"not TOML: {_TOML_PLACE.sub('', str(error))}", shown(path), *where) from None
    for part in TABLE:
        data = data.get(part, {}) if isinstance(data, dict) else {}
    if not isinstance(data, dict):
        raise DataError("[tool.claimdiff] is a table", shown(path))
    return Written(path, data, _toml_marks(text))


_HEADER = re.compile(r"\s*\[+([^\]]*)\]+")
_KEY = re.compile(r"\s*([\w.\"' -]+?)\s*=")


def _toml_marks(text: str) -> dict[Loc, Mark]:
    """The lines of the tables and keys, one a line as they are mostly written: the parser itself tells none."""
    marks: dict[Loc, Mark] = {}
    table: Loc = ()
    for number, line in enumerate(text.splitlines(), 1):
        header, key = _HEADER.match(line), _KEY.match(line)
        if header and not line[0].isspace():
            table = _parts(header.group(1))
            marks.setdefault(table[len(TABLE) :], (number, 1)) if table[: len(TABLE)] == TABLE else None
        elif key and table[: len(TABLE)] == TABLE:
            marks.setdefault((*table[len(TABLE) :], *_parts(key.group(1))), (number, key.start(1) + 1))
    marks.pop((), None)
    return marks


def _parts(dotted: str) -> Loc:
    return tuple(part.strip(" \t\"'") for part in dotted.split("."))
