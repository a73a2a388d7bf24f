"""A finding in a few lines of plain text: all of it, for formats that give a tool one text and little else."""

from __future__ import annotations

from collections.abc import Iterator

from claimdiff.report.entries import Entry, Place
from claimdiff.report.terminal import single


def lines(entry: Entry) -> Iterator[str]:
    """The message, the words in every version, the reason, and by what names the finding goes; each a safe line."""
    yield single(entry.message)
    for place in entry.places:
        yield words(place)
    if entry.why:
        yield single(entry.why)
    yield names(entry)


def words(place: Place) -> str:
    """`fr a.fr.txt:3:22 "96 États membres"`."""
    return f"{single(place.lang)} {single(place.spot)} {quoted(place.text)}"


def names(entry: Entry) -> str:
    """`Q02 quantity.other-thing-counted, number_unit, error, confidence 0.93, fingerprint 1a2b3c`."""
    fields = (f"{entry.rule} {entry.name}", entry.type, entry.severity, f"confidence {entry.confidence}")
    return single(", ".join((*fields, f"fingerprint {entry.fingerprint}")))


def quoted(text: str) -> str:
    """The text on one line in quotation marks; a quotation mark or a backslash in it has a backslash before it."""
    return '"' + single(text).replace("\\", "\\\\").replace('"', '\\"') + '"'
