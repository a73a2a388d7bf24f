"""Bytes -> text, code point for code point: newlines stay as they are, and what is no text is refused with a reason."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from claimdiff.errors import InputError, did_you_mean

LARGEST = 20 * 1024 * 1024

_LINE_END = re.compile(rb"\r\n|\n|\r")
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def read_bytes(path: Path, largest: int | None = LARGEST) -> bytes:
    """The bytes of a file; InputError when it is not there, no file, or larger than `largest` bytes."""
    try:
        with path.open("rb") as file:
            data = file.read() if largest is None else file.read(largest + 1)
    except FileNotFoundError:
        raise InputError(f"no such file{_sibling(path)}", path) from None
    except IsADirectoryError:
        raise InputError("is a directory; name a file", path) from None
    except (OSError, ValueError) as error:
        raise InputError(f"cannot be read: {getattr(error, 'strerror', None) or error}", path) from None
    if largest is not None and len(data) > largest:
        raise InputError(f"larger than {largest // 1024 // 1024} MB; give claimdiff one article at a time", path)
    return data


def decode(data: bytes, path: Path) -> str:
    """The text of a file in UTF-8 (a byte-order mark stays: it is a code point of the file) or in UTF-16 with a mark."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return checked(_decode(data, "utf-16", path), path)
    if b"\0" in data:
        raise InputError("is a binary file, not a text", path)
    return checked(_decode(data, "utf-8", path), path)


def checked(text: str, path: Path | None, line: int | None = None) -> str:
    """The text itself; InputError when it is empty, holds NUL or half a surrogate pair."""
    if "\0" in text:
        raise InputError("is binary, not a text", path, line)
    if not text.strip("\ufeff \t\r\n\f\v\u00a0\u200b"):
        raise InputError("is empty", path, line)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError(f"half a surrogate pair at character {error.start + 1}", path, line) from None
    return text


def _decode(data: bytes, encoding: str, path: Path) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8" or _CONTROLS.search(data):
            raise InputError("is a binary file, not a text", path) from None
        lines = _LINE_END.split(data[: error.start])
        byte, column = data[error.start], len(lines[-1].decode(encoding)) + 1
        hint = "if the file is in Windows-1252, convert it: iconv -f cp1252 -t utf-8"
        raise InputError(f"byte 0x{byte:02X} is not UTF-8; {hint}", path, len(lines), column) from None


def _sibling(path: Path) -> str:
    try:
        return did_you_mean(path.name, (p.name for p in path.parent.iterdir() if p.is_file()))
    except OSError:
        return ""
