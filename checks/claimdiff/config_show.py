"""The configuration that holds, a line a setting: its name, its value, and where it was made."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from claimdiff.config import Config, shown

Row = tuple[str, str, str]


def rows(config: Config) -> list[Row]:
    """(setting, value as JSON, origin) for every setting; origin is path:line:column or `default`."""
    return list(_rows(config, config.settings.model_dump(mode="json", by_alias=True), ()))


def _rows(config: Config, value: Any, loc: tuple[int | str, ...]) -> Iterator[Row]:
    """A row a leaf: a list of plain values is one, an empty part too."""
    inner: list[tuple[int | str, Any]] = []
    if isinstance(value, Mapping):
        inner = list(value.items())
    elif isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
        inner = list(enumerate(value))
    for key, one in inner:
        yield from _rows(config, one, (*loc, key))
    if not inner and loc:
        yield _name(loc), json.dumps(value, ensure_ascii=False), _origin(config, loc)


def _name(loc: tuple[int | str, ...]) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc).removeprefix(".")


def _origin(config: Config, loc: tuple[int | str, ...]) -> str:
    """Where the value stands in the file; a short form (a pattern without its key) stands where it is written."""
    if config.written is None or not _given(config, loc):
        return "default"
    place = [str(part) for part in config.written.place(loc) if part is not None]
    return ":".join([shown(config.written.path), *place])


def _given(config: Config, loc: tuple[int | str, ...]) -> bool:
    if config.value(loc) is not None:
        return True
    # `stories: a/{lang}.md` is short for [{pattern: [a/{lang}.md]}]: the nearest part that is written is a word or a list.
    near = next((config.value(loc[:size]) for size in range(len(loc), 0, -1) if config.value(loc[:size]) is not None), None)
    return isinstance(near, str | list) and loc[-1] in ("pattern", "*")
