"""Patterns of paths: globs as .gitignore writes them, and story patterns such as `content/{story}.{lang}.md`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from claimdiff.errors import DataError, did_you_mean
from claimdiff.language import languages

_PIECE = re.compile(r"\{[^{}]*\}|\*\*/|\*+|\?|\[!?[^\]/]+\]|[^*?\[{]|.", re.S)
_WILD = re.compile(r"\*+/?|\{story\}")
# So many wildcards are more than a layout needs, and few enough that no path makes the matching slow.
_MOST = 6
# The language with the mark that parts it from the rest; where it is the whole name, nothing would be left.
_LANGUAGE = re.compile(r"[._-]\{lang\}|\{lang\}(?:[_/-]|\.(?=[^/]*\.))")
_FIELDS = ("{story}", "{lang}")


class Place(NamedTuple):
    """What a story pattern reads in a path: the story (with the folders that wildcards matched) and the language as written."""

    story: tuple[str, ...]
    lang: str | None


@dataclass(frozen=True, slots=True)
class StoryPattern:
    """A pattern ready to be tried on paths with `/`, relative to the configuration's folder."""

    text: str
    regex: re.Pattern[str]
    hidden: bool

    def read(self, path: str) -> Place | None:
        """What the path says when the pattern fits it; hidden folders and files only where the pattern names them."""
        match = self.regex.fullmatch(path)
        if match is None or (not self.hidden and _is_hidden(path)):
            return None
        told = match.groupdict()
        folders = tuple(value.strip("/") for name, value in told.items() if name.startswith("wild") and value)
        return Place((*folders, *([told["story"]] if "story" in told else [])), told.get("lang"))


def story_pattern(text: str, codes: Iterable[str] = ()) -> StoryPattern:
    """The pattern of a story's versions; `codes`: the languages that it may find, all known ones when empty."""
    _bounded(text)
    known = "|".join(sorted(codes or languages()))
    fields = {"{lang}": f"(?P<lang>(?i:{known})(?:[-_][A-Za-z0-9]{{2,8}})?)", "{story}": "(?P<story>.+)"}
    pieces, used = [], set[str]()
    name_starts = text.rfind("/") + 1
    for match in _PIECE.finditer(text.removeprefix("./")):
        piece = match.group()
        if piece.startswith("{") and len(piece) > 1:
            pieces.append(_again(piece) if piece in used else _field(piece, fields))
            used.add(piece)
        else:
            wild = piece.startswith("*") and match.start() < name_starts
            pieces.append(f"(?P<wild{match.start()}>{_wild(piece)})" if wild else _wild(piece))
    return StoryPattern(text, _compiled(text, "".join(pieces)), _is_hidden(text.removeprefix("./")))


def without_language(text: str) -> str:
    """The pattern of versions that name no language: `README.{lang}.md` -> `README.md`; `docs/{lang}.md` as it is."""
    return _LANGUAGE.sub("", text)


@cache
def glob(text: str) -> re.Pattern[str]:
    """A glob as .gitignore has it: without a slash it fits at any depth, and a folder holds all that is below."""
    _bounded(text)
    anchored = "/" in text.rstrip("/")
    body = "".join(_wild(m.group()) for m in _PIECE.finditer(text.removeprefix("./").strip("/")))
    return _compiled(text, ("" if anchored else "(?:.*/)?") + body + "(?:/.*)?")


def _compiled(text: str, regex: str) -> re.Pattern[str]:
    try:
        return re.compile(regex, re.S)
    except re.error as error:
        raise DataError(f'"{text}" is no pattern: {error.msg}') from None


def fits(path: str, globs: Iterable[str]) -> bool:
    """True when one of the globs fits the path."""
    return any(glob(one).fullmatch(path) for one in globs)


def _bounded(text: str) -> None:
    if not text.strip() or text.startswith(("/", "../")) or "/../" in text or "\\" in text:
        raise DataError(f'"{text}" is no pattern of paths below the configuration, such as content/{{story}}.{{lang}}.md')
    if len(_WILD.findall(text)) > _MOST:
        raise DataError(f'"{text}" has more than {_MOST} wildcards')


def _field(piece: str, fields: dict[str, str]) -> str:
    if piece not in fields:
        raise DataError(f"a pattern knows {' and '.join(_FIELDS)}, not {piece}{did_you_mean(piece, _FIELDS)}")
    return fields[piece]


def _again(piece: str) -> str:
    return f"(?P={piece.strip('{}')})"


def _wild(piece: str) -> str:
    if piece == "**/":
        return "(?:.*/)?"
    if piece.startswith("*"):
        return "[^/]*" if len(piece) == 1 else ".*"
    if piece == "?":
        return "[^/]"
    if piece.startswith("[") and len(piece) > 2:
        negated = piece.startswith("[!")
        return f"[{'^/' if negated else ''}{re.escape(piece[1 + negated : -1]).replace(chr(92) + '-', '-')}]"
    return re.escape(piece)


def _is_hidden(path: str) -> bool:
    return path.startswith(".") or "/." in path
