"""A file -> its text: as decoded, or taken out of a DOCX document."""

from __future__ import annotations

from pathlib import Path

from claimdiff.read.decode import decode, read_bytes


def load(path: Path) -> str:
    """The text of a file; InputError when it cannot be read."""
    data = read_bytes(path)
    if path.suffix.lower() != ".docx":
        return decode(data, path)
    from claimdiff.read import docx

    return docx.text(data, path)
