"""Findings as a GitLab code quality report: one issue a finding, at its first place, with the others beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from claimdiff.report.data import dumps
from claimdiff.report.document import Told
from claimdiff.report.entries import Entry, Place, counted
from claimdiff.report.markdown import escaped
from claimdiff.report.note import lines
from claimdiff.report.terminal import single

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def findings(told: Sequence[Told]) -> str:
    """A list of issues; GitLab knows an issue again by its fingerprint and shows each only once."""
    seen = Counter[str]()
    issues = []
    for entry in counted(told):
        key = f"{entry.story}:{entry.fingerprint}"
        seen[key] += 1
        issues.append(_issue(entry, key if seen[key] == 1 else f"{key}-{seen[key]}"))
    return dumps(issues)


def _issue(entry: Entry, fingerprint: str) -> dict[str, Any]:
    first, *others = entry.places
    return {
        "type": "issue",
        "check_name": f"{entry.rule} {entry.name}",
        "description": single(entry.message),
        "categories": ["Bug Risk"],
        "severity": _SEVERITIES[entry.severity],
        "fingerprint": fingerprint,
        "location": _location(first),
        "other_locations": [_location(place) for place in others],
        "content": {"body": "".join(f"- {escaped(line)}\n" for line in lines(entry))},
    }


def _location(place: Place) -> dict[str, Any]:
    begin, end = {"line": place.line, "column": place.column}, {"line": place.end_line, "column": place.end_column}
    return {"path": place.label, "lines": {"begin": place.line, "end": place.end_line}, "positions": {"begin": begin, "end": end}}
