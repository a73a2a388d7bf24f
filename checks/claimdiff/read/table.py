"""A table of stories (JSON lines, CSV, Parquet) -> versions and stories; rows of one story need not stand together."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from claimdiff.errors import InputError, did_you_mean
from claimdiff.model import Story, Version
from claimdiff.read.decode import LARGEST, checked, decode, read_bytes
from claimdiff.read.document import as_version
from claimdiff.read.load import load

_COLUMNS = ("story", "lang", "text", "path")


class Row(NamedTuple):
    """A row that was read: its story, and its version or what is wrong with it."""

    story: str
    version: Version | InputError


def stories(table: Path) -> Iterator[Story | InputError]:
    """Every story of the table, in the order of its first row; an InputError in the place of one that cannot be read."""
    found: dict[str, list[Version | InputError]] = {}
    for row in rows(table):
        found.setdefault(row.story, []).append(row.version)
    for name, parts in found.items():
        wrong = [part for part in parts if isinstance(part, InputError)]
        yield from wrong
        if not wrong:
            yield _story(table, name, tuple(part for part in parts if isinstance(part, Version)))


def versions(table: Path) -> Iterator[Row]:
    """Every row of the table, in order: what `extract` reads, where a story may have one version."""
    return rows(table)


def rows(table: Path) -> Iterator[Row]:
    """Every row of the table, in order; InputError when the table itself cannot be read."""
    reader = _READERS.get(table.suffix.lower())
    if reader is None:
        raise InputError(f"unknown kind of table; known: {', '.join(_READERS)}{did_you_mean(table.suffix, _READERS)}", table)
    for line, row in reader(table):
        story = str(row.get("story", "")) if isinstance(row, Mapping) else ""
        try:
            yield Row(story, _version(table, line, row))
        except InputError as error:
            yield Row(story, error)


def _story(table: Path, name: str, parts: tuple[Version, ...]) -> Story | InputError:
    paths = [part.path for part in parts if part.path]
    if len(parts) < 2:
        return InputError(f'story "{name}" has one version only', table)
    if len(set(paths)) < len(paths):
        return InputError(f'story "{name}" names the same file twice', table)
    return Story(name, parts)


def _version(table: Path, line: int, row: Mapping[str, Any] | InputError) -> Version:
    if isinstance(row, InputError):
        raise row
    if row.get("story") in (None, ""):
        raise InputError('no "story"', table, line)
    cells = {name: _cell(table, line, row, name) for name in ("lang", "text", "path")}
    try:
        if cells["text"] or (cells["path"] is None and cells["text"] is not None):
            if len(cells["text"]) > LARGEST:
                raise InputError("a text too large to be an article", table, line)
            return as_version(checked(cells["text"], table, line), cells["path"] or "", cells["lang"])
        if cells["path"] is None:
            raise InputError('neither "text" nor "path"', table, line)
        path = table.parent / cells["path"]
        return as_version(load(path), path.as_posix(), cells["lang"])
    except InputError as error:
        raise error if error.path else InputError(error.problem, table, line) from None


def _cell(table: Path, line: int, row: Mapping[str, Any], name: str) -> str | None:
    value = row.get(name)
    if value is None or (value == "" and name != "text"):
        return None
    if not isinstance(value, str):
        raise InputError(f'"{name}" is no text', table, line)
    return value


_Rows = Iterator[tuple[int, "Mapping[str, Any] | InputError"]]


def _jsonl(table: Path) -> _Rows:
    for line, content in enumerate(_text(table).split("\n"), 1):
        if content.strip():
            yield line, _json_row(table, line, content)


def _json_row(table: Path, line: int, content: str) -> Mapping[str, Any] | InputError:
    try:
        row = json.loads(content)
    except json.JSONDecodeError as error:
        return InputError(f"not JSON: {error.msg}", table, line, error.pos + 1)
    except (RecursionError, ValueError):
        return InputError("not JSON that a story could be in", table, line)
    if not isinstance(row, dict):
        return InputError('a line is an object {"story", "lang", "text"}', table, line)
    return row


def _csv(table: Path) -> _Rows:
    csv.field_size_limit(LARGEST)
    text = _text(table)
    head = text.split("\n", 1)[0]
    separator = max("\t;,", key=head.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    _known_columns(table, reader.fieldnames or ())
    line = reader.line_num + 1
    out = []
    try:
        for row in reader:
            out.append((line, row))
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(f"not CSV: {error}", table, line) from None
    # A table that is broken in its last line is told before anything is made of its first.
    yield from out


def _parquet(table: Path) -> _Rows:
    import pandas

    read_bytes(table, None)
    try:
        frame = pandas.read_parquet(table)
    except ImportError:
        raise InputError("reading Parquet needs pyarrow: pip install claimdiff[parquet]", table) from None
    except (OSError, ValueError) as error:
        raise InputError(f"not Parquet: {' '.join(str(error).split())[:200]}", table) from None
    _known_columns(table, [str(c) for c in frame.columns])
    columns = [c for c in _COLUMNS if c in frame.columns]
    frame = frame[columns].astype(object)
    for line, cells in enumerate(frame.where(frame.notna(), None).itertuples(index=False, name=None), 1):
        yield line, dict(zip(columns, cells, strict=True))


def _text(table: Path) -> str:
    return decode(read_bytes(table, None), table).removeprefix("\ufeff")


def _known_columns(table: Path, columns: Any) -> None:
    if "story" not in columns or not {"text", "path"} & set(columns):
        named = ", ".join(str(c) for c in columns)
        raise InputError(f"a table needs the columns story, lang, text (or path); it has {named or 'none'}", table, 1, 1)


_READERS: dict[str, Callable[[Path], _Rows]] = {
    ".jsonl": _jsonl,
    ".ndjson": _jsonl,
    ".csv": _csv,
    ".tsv": _csv,
    ".parquet": _parquet,
}
