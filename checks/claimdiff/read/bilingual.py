"""XLIFF, TMX and PO: one file that holds two versions of a story or more."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from claimdiff.errors import InputError
from claimdiff.language import known_language, languages
from claimdiff.model import Version
from claimdiff.read.detect import detect
from claimdiff.read.mask import UNSEEN

if TYPE_CHECKING:
    from claimdiff.read.sides import Unit

_CATALOGUE, _MARKED_UP = ".po", (".tmx", ".xlf", ".xliff")


def is_bilingual(path: str) -> bool:
    """True for a file that holds several languages, by its name."""
    return PurePath(path).suffix.lower() in (_CATALOGUE, *_MARKED_UP)


def _units(text: str, path: str) -> tuple[list[Unit], dict[str, str]]:
    """The units of the file, and the languages that its names of sides stand for; readers are imported for their files only."""
    if PurePath(path).suffix.lower() == _CATALOGUE:
        from claimdiff.read import po

        return po.units(text, path)
    from claimdiff.read import xliff

    return xliff.units(text, path), xliff.UNNAMED


def versions(text: str, path: str) -> tuple[Version, ...]:
    """A version for each language of the file that claimdiff knows, the original first, with offsets in the file."""
    from claimdiff.read import sides

    units, named = _units(text, path)
    if not units:
        raise InputError("holds nothing that is translated", path)
    out = []
    for side in sides.languages(units):
        masked = sides.mask(text, units, side)
        lang = _language(named.get(side, side), masked, path)
        if lang:
            out.append(Version(lang, text, path, masked))
    return tuple(out)


def version(text: str, path: str, lang: str | None) -> Version:
    """The version in the language given, or the translation; InputError where the file has none such."""
    held = versions(text, path)
    known = ", ".join(version.lang for version in held)
    if lang is not None:
        of_it = [version for version in held if version.lang == known_language(lang)]
        if not of_it:
            raise InputError(f'holds no "{lang}", but {known or "no language that claimdiff knows"}', path)
        return of_it[-1]
    if len(held) > 2:
        raise InputError(f"holds {known}; name one: LANGUAGE=PATH", path)
    if not held:
        raise InputError(f"holds no language that claimdiff knows; known: {', '.join(languages())}", path)
    return held[-1]


def _language(named: str, masked: str, path: str) -> str:
    """The code of a known language, empty for another one; told by the words where the file does not tell it."""
    if not named:
        return detect(" ".join(masked.replace(UNSEEN, "").split()), path)
    try:
        return known_language(named)
    except InputError:
        return ""
