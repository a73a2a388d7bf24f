"""Gettext PO -> the units of a translation: message and translation, without what is fuzzy, obsolete or not translated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from claimdiff.errors import InputError
from claimdiff.read.mask import UNSEEN
from claimdiff.read.sides import Unit, Words

SOURCE, TARGET = "msgid", "msgstr"

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_STRING = re.compile(
    r"[ \t]*(?:(?P<key>msgctxt|msgid_plural|msgid|msgstr)(?:\[\d{1,2}\])?[ \t]*)?"
    r'"(?P<words>[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*)"[ \t]*[\r\n]*'
)
_ESCAPE = re.compile(r"\\(.)")
_READ = {"n": "\n", "r": " ", "t": " "}
_HEADER = re.compile(r"(?m)^(Language|X-Source-Language):[ \t]*([A-Za-z]{2,3}(?:[-_@][A-Za-z0-9]+)*)")


@dataclass(slots=True)
class _Entry:
    """An entry as far as it is read; `last` is the side that a continued string goes on with."""

    words: dict[str, Words] = field(default_factory=dict)
    fuzzy: bool = False
    last: str = ""

    @property
    def blank(self) -> set[str]:
        """The sides on which it says nothing; of the entry that tells of the file, the message."""
        return {side for side in (SOURCE, TARGET) if side not in self.words or self.words[side].blank}

    def add(self, match: re.Match[str]) -> None:
        """One string of it; a context is for translators and is no words of the text."""
        key = match["key"]
        if key is not None:
            self.last = SOURCE if key.startswith(SOURCE) else key
        if self.last in (SOURCE, TARGET):
            words = self.words.setdefault(self.last, Words())
            if key is not None:
                # Two plural forms are two sentences.
                words.add(match.start("words") - 1, "\n")
            seen = _ESCAPE.sub(lambda escape: UNSEEN + _READ.get(escape[1], escape[1]), match["words"])
            words.add(match.start("words"), seen)


def units(text: str, path: str) -> tuple[list[Unit], dict[str, str]]:
    """The units with the words of message and translation, and the languages of the two where the header tells them."""
    entries = list(_entries(text, path))
    named = {SOURCE: "", TARGET: ""}
    for entry in entries:
        if entry.blank == {SOURCE}:
            said = "".join(seen for *_, seen in entry.words[TARGET].spans).replace(UNSEEN, "")
            told = dict(_HEADER.findall(said))
            named = {SOURCE: told.get("X-Source-Language", ""), TARGET: told.get("Language", "")}
            break
    return [entry.words for entry in entries if not entry.blank and not entry.fuzzy], named


def _entries(text: str, path: str) -> Iterator[_Entry]:
    entry = _Entry()
    for number, line in enumerate(_LINE.finditer(text, text.startswith("\ufeff")), 1):
        written = line.group().strip()
        string = None if not written or written.startswith("#") else _string(text, line, path, number)
        if entry.last == TARGET and (string is None or string["key"] not in (None, TARGET)):
            yield entry
            entry = _Entry()
        if string is not None:
            _continues(string, entry, path, number)
            entry.add(string)
        entry.fuzzy |= written.startswith("#,") and "fuzzy" in written
    yield entry


def _string(text: str, line: re.Match[str], path: str, number: int) -> re.Match[str]:
    match = _STRING.fullmatch(text, line.start(), line.end())
    if match is None:
        raise InputError('not a line of a PO file: msgid "…", msgstr "…", "…" or # expected', path, number)
    return match


def _continues(string: re.Match[str], entry: _Entry, path: str, number: int) -> None:
    if string["key"] is None and not entry.last:
        raise InputError("a string that belongs to no msgid or msgstr", path, number)
