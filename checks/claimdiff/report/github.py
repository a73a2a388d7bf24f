"""Findings as workflow commands of GitHub Actions: an annotation on every version's file that a finding rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimdiff.report.document import Told
from claimdiff.report.entries import Entry, Place, counted
from claimdiff.report.note import lines
from claimdiff.report.terminal import single

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
_IN_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_DATA = str.maketrans(_IN_DATA)
_PROPERTY = str.maketrans({**_IN_DATA, ":": "%3A", ",": "%2C"})


def findings(told: Sequence[Told]) -> str:
    """A line for each version that a finding rests on; the whole finding stands in each of them."""
    return "".join(line + "\n" for entry in counted(told) for line in _annotations(entry))


def _annotations(entry: Entry) -> Iterator[str]:
    said = "\n".join(lines(entry)).translate(_DATA)
    first = {place.document: place for place in reversed(entry.places)}
    for _, place in sorted(first.items()):
        properties = {**_where(place), "title": f"{entry.rule} {entry.name}"}
        told = ",".join(f"{key}={single(str(value)).translate(_PROPERTY)}" for key, value in properties.items())
        yield f"::{_COMMANDS[entry.severity]} {told}::{said}"


def _where(place: Place) -> dict[str, str | int]:
    """Columns only within a line, which is all that GitHub takes; nothing for a text that is in no file."""
    if not place.path:
        return {}
    if place.line != place.end_line:
        return {"file": place.path, "line": place.line, "endLine": place.end_line}
    spot = {"line": place.line, "endLine": place.end_line, "col": place.column, "endColumn": place.end_column}
    return {"file": place.path, **spot}
