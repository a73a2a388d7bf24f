"""A document -> what a template shows: findings numbered and grouped, places, contexts, table rows. Templates only loop."""

from __future__ import annotations

from typing import Any

from claimdiff.report.document import SEVERITIES, Told
from claimdiff.report.place import context

_PLURAL = {"error": "errors", "warning": "warnings", "info": "notes"}
_SINGULAR = {"error": "error", "warning": "warning", "info": "note"}


def view(told: Told) -> dict[str, Any]:
    """The story as templates take it."""
    document = told.document
    findings = [_finding(number, finding, told) for number, finding in enumerate(document["findings"], 1)]
    return {
        "story": document["story"],
        "documents": [_document(document, place) for place in range(len(document["documents"]))],
        "findings": findings,
        "groups": [_group(severity, findings) for severity in SEVERITIES if document["summary"][severity]],
        "coverage": [_coverage(kind, row) for kind, row in document["coverage"].items()],
        "summary": summary(document["summary"], len(document.get("accepted", ()))),
    }


def summary(counts: dict[str, int], accepted: int = 0) -> str:
    """`5 errors, 1 warning`, or that there is nothing, and how many findings are accepted where some are."""
    told = [counted(severity, counts[severity]) for severity in SEVERITIES if counts[severity]] or ["nothing found"]
    return ", ".join([*told, *([f"{accepted} accepted"] if accepted else [])])


def counted(severity: str, count: int) -> str:
    """`1 error`, `2 notes`."""
    return f"{count} {(_SINGULAR if count == 1 else _PLURAL)[severity]}"


def _document(document: dict[str, Any], place: int) -> dict[str, Any]:
    shown = document["documents"][place]
    return {**shown, "label": shown["path"] or f"{document['story']}.{shown['lang']}"}


def _finding(number: int, finding: dict[str, Any], told: Told) -> dict[str, Any]:
    evidence = [_evidence(one, told) for one in finding["evidence"]]
    return {**finding, "number": number, "evidence": evidence, "certainty": f"{finding['confidence']:.2f}"}


def _evidence(evidence: dict[str, Any], told: Told) -> dict[str, Any]:
    shown = _document(told.document, evidence["document"])
    return {
        **evidence,
        "lang": shown["lang"],
        "place": f"{shown['label']}:{evidence['line']}:{evidence['column']}",
        "context": context(told.texts[evidence["document"]], evidence["start"], evidence["end"]),
    }


def _group(severity: str, findings: list[dict[str, Any]]) -> dict[str, Any]:
    of_it = [finding for finding in findings if finding["severity"] == severity]
    return {"severity": severity, "title": counted(severity, len(of_it)), "findings": of_it, "compact": severity == SEVERITIES[-1]}


def _coverage(kind: str, row: dict[str, Any]) -> dict[str, Any]:
    return {"kind": kind, "found": " · ".join(str(count) for count in row["found"]), "linked": row["linked"]}
