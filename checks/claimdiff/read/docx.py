"""DOCX -> text: a paragraph a line, so that a line is the number of the paragraph; nothing in the archive can blow up."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from claimdiff.errors import InputError
from claimdiff.read.decode import LARGEST, checked
from claimdiff.read.xml import parse, refuse_entities

_BODY = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_WORD = "wordprocessingml"
# What was struck out, and what stands in the file a second time for older programs.
_SKIPPED = frozenset({"del", "moveFrom", "Fallback"})
# A break inside a paragraph is no end of a line, for lines count paragraphs.
_SIGNS = {"tab": "\t", "br": "\u2028", "cr": "\u2028", "noBreakHyphen": "\u2011"}


def text(data: bytes, path: Path) -> str:
    """The paragraphs of a document, table cells and notes included; struck-out and hidden words are left out."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [_BODY, *(name for name in _NOTES if name in archive.namelist())]
            lines = [line for name in names for line in _lines(_member(archive, name, path), path)]
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, zlib.error):
        raise InputError("is not a DOCX file, or is encrypted or damaged", path) from None
    return checked("\n".join(lines) + "\n", path)


def _member(archive: zipfile.ZipFile, name: str, path: Path) -> bytes:
    """A file of the archive; no more is unpacked than a text may be large, whatever the archive says."""
    with archive.open(name) as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise InputError(f"larger than {LARGEST // 1024 // 1024} MB when unpacked", path)
    return data


def _lines(data: bytes, path: Path) -> list[str]:
    reading = _Reading()
    parser = expat.ParserCreate(None, " ")
    parser.StartElementHandler = reading.open
    parser.EndElementHandler = reading.close
    parser.CharacterDataHandler = reading.say
    parser.buffer_text = True
    refuse_entities(parser, str(path))
    parse(parser, data, str(path))
    return reading.lines


@dataclass(slots=True)
class _Reading:
    """Where in the document the reader is; paragraphs nest where a text box stands in one."""

    lines: list[str] = field(default_factory=list)
    open_ones: list[list[str]] = field(default_factory=list)
    stack: list[str] = field(default_factory=list)
    skipped: int = 0
    hidden: bool = False

    def open(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        space, _, local = name.rpartition(" ")
        parent = self.stack[-1] if self.stack else ""
        self.stack.append(local if _WORD in space or local in _SKIPPED else "")
        self.skipped += local in _SKIPPED
        if local == "p" and _WORD in space:
            self.open_ones.append([])
        elif local == "r":
            self.hidden = False
        elif local == "vanish" and parent == "rPr":
            self.hidden = not any(key.endswith("val") and value in ("0", "false") for key, value in attributes.items())
        elif local in _SIGNS and parent == "r":
            self._add(_SIGNS[local])

    def close(self, name: str) -> None:
        """An element ends."""
        local = self.stack.pop()
        self.skipped -= name.rpartition(" ")[2] in _SKIPPED
        if local == "p" and self.open_ones:
            self.lines.append("".join(self.open_ones.pop()))

    def say(self, words: str) -> None:
        """Words of the element that is open."""
        if self.stack and self.stack[-1] == "t":
            self._add(words.replace("\r", " ").replace("\n", " "))

    def _add(self, words: str) -> None:
        if self.open_ones and not self.skipped and not self.hidden:
            self.open_ones[-1].append(words)
