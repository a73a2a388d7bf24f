"""Findings in reviewdog's diagnostic format (rdjson); its messages become comments, so they are escaped as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from claimdiff.report.data import dumps
from claimdiff.report.document import Told
from claimdiff.report.entries import Entry, Place, entries
from claimdiff.report.markdown import escaped
from claimdiff.report.note import lines, words

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def findings(told: Sequence[Told]) -> str:
    """One diagnostic a finding, with the places in the other versions as related locations."""
    return dumps({"source": {"name": "claimdiff"}, "diagnostics": list(_diagnostics(told))})


def _diagnostics(told: Sequence[Told]) -> Iterator[dict[str, Any]]:
    for one in told:
        yield from (_diagnostic(entry, one.texts) for entry in entries(one) if entry.suppression is None)


def _diagnostic(entry: Entry, texts: Sequence[str]) -> dict[str, Any]:
    first, *others = entry.places
    related = [{"message": escaped(words(place)), "location": _location(place, texts)} for place in others]
    return {
        "message": "\n".join(map(escaped, lines(entry))),
        "location": _location(first, texts),
        "severity": _SEVERITIES[entry.severity],
        "code": {"value": entry.rule},
        **({"related_locations": related} if related else {}),
    }


def _location(place: Place, texts: Sequence[str]) -> dict[str, Any]:
    text = texts[place.document]
    start = {"line": place.line, "column": _column(text, place.start, place.column)}
    end = {"line": place.end_line, "column": _column(text, place.end, place.end_column)}
    return {"path": place.label, "range": {"start": start, "end": end}}


def _column(text: str, at: int, column: int) -> int:
    """The column in bytes of UTF-8, which is what the format counts."""
    return len(text[at - column + 1 : at].encode("utf-8", "replace")) + 1
