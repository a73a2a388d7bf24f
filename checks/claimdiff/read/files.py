"""Files named on the command line -> Story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from claimdiff.errors import InputError
from claimdiff.language import known_language
from claimdiff.model import Story, Version
from claimdiff.read.decode import decode, read_bytes
from claimdiff.read.document import as_version, story_name

_GIVEN = re.compile(r"([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*)=(.+)", re.S)


def story(arguments: Sequence[str]) -> Story:
    """The story whose versions are the files named, each as PATH or LANGUAGE=PATH; InputError for fewer than two."""
    if len(arguments) < 2:
        raise InputError("a story needs two versions or more: claimdiff check A B", arguments[0] if arguments else None)
    paths = [_given(argument)[1] for argument in arguments]
    _distinct(paths)
    return Story(story_name(paths[0].name), tuple(version(argument) for argument in arguments))


def version(argument: str) -> Version:
    """The version in a file named as PATH or LANGUAGE=PATH."""
    lang, path = _given(argument)
    if lang is not None:
        known_language(lang)
    return as_version(decode(read_bytes(path), path), path.as_posix(), lang)


def _given(argument: str) -> tuple[str | None, Path]:
    match = _GIVEN.fullmatch(argument)
    # A file that is really called "a=b.txt" is that file.
    if match is None or Path(argument).exists():
        return None, Path(argument)
    return match[1], Path(match[2])


def _distinct(paths: Sequence[Path]) -> None:
    seen: dict[Path, Path] = {}
    for path in paths:
        first = seen.setdefault(path.resolve(), path)
        if first is not path:
            raise InputError("the same file twice; a story is compared with another version of itself", path)
