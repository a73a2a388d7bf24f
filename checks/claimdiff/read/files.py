"""Files named on the command line -> Story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from claimdiff.errors import InputError
from claimdiff.language import known_language
from claimdiff.model import Story, Version
from claimdiff.read import bilingual
from claimdiff.read.document import as_version, story_name
from claimdiff.read.load import load

_GIVEN = re.compile(r"([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*)=(.+)", re.S)


def story(arguments: Sequence[str]) -> Story:
    """The story whose versions are the files named, each as PATH or LANGUAGE=PATH; InputError for fewer than two.

    A file that holds several languages (XLIFF, TMX, PO) is a story alone, and beside others its translation is a version.
    """
    given = [_given(argument) for argument in arguments]
    paths = [path for _, path in given]
    if len(given) == 1 and given[0][0] is None and bilingual.is_bilingual(paths[0].name):
        return _held(paths[0])
    if len(arguments) < 2:
        raise InputError("a story needs two versions or more: claimdiff check A B", arguments[0] if arguments else None)
    _distinct(paths)
    return Story(story_name(paths[0].name), tuple(version(argument) for argument in arguments))


def _held(path: Path) -> Story:
    """The story whose versions are the languages of one file."""
    versions = bilingual.versions(load(path), path.as_posix())
    if len(versions) < 2:
        raise InputError("holds fewer than two languages that claimdiff knows", path)
    return Story(story_name(path.name), versions)


def version(argument: str) -> Version:
    """The version in a file named as PATH or LANGUAGE=PATH."""
    lang, path = _given(argument)
    if lang is not None:
        known_language(lang)
    return opened(path, lang)


def opened(path: Path, lang: str | None = None) -> Version:
    """The version in a file, in the language given or found out."""
    return as_version(load(path), path.as_posix(), lang)


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
