"""A checked story -> the document of the contract (reports/findings.schema.json), in the order every report keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from claimdiff.model import Claim, Evidence, Finding, Story, Version
from claimdiff.report.place import Lines

SEVERITIES = ("error", "warning", "info")


class Checked(Protocol):
    """What a report needs of a story that was checked."""

    @property
    def story(self) -> Story:
        """The story with its versions."""

    @property
    def findings(self) -> Sequence[Finding]:
        """What the rules found."""

    @property
    def coverage(self) -> Mapping[str, Mapping[str, Any]]:
        """Claims found in each version and linked, by kind."""


@dataclass(frozen=True, slots=True)
class Told:
    """A story's document and the texts that its offsets point into."""

    document: dict[str, Any]
    texts: tuple[str, ...]


def tell(checked: Checked) -> Told:
    """The document of a checked story."""
    versions = checked.story.versions
    lines = [Lines(version.text) for version in versions]
    findings = sorted(checked.findings, key=_order)
    count = Counter(finding.severity for finding in findings)
    document = {
        "schema_version": "1",
        "story": checked.story.name,
        "documents": [_document(version) for version in versions],
        "findings": [_finding(finding, lines) for finding in findings],
        "coverage": {kind: dict(checked.coverage[kind]) for kind in sorted(checked.coverage)},
        "summary": {severity: count[severity] for severity in SEVERITIES},
    }
    return Told(document, tuple(version.text for version in versions))


def extracted(story: str, version: Version, claims: Sequence[Claim]) -> dict[str, Any]:
    """The claims of a version as the contract has them."""
    return {"story": story, "lang": version.lang, "claims": [_claim(version, claim) for claim in claims]}


def _order(finding: Finding) -> tuple[Any, ...]:
    """Worst first, then surest, then as the texts go."""
    places = [(e.document, e.start, e.end) for e in finding.evidence]
    return SEVERITIES.index(finding.severity), -finding.confidence, places, finding.rule, finding.fingerprint


def _document(version: Version) -> dict[str, Any]:
    return {"path": version.path, "lang": version.lang, "sha256": version.sha256, "characters": len(version.text)}


def _finding(finding: Finding, lines: Sequence[Lines]) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "name": finding.name,
        "type": finding.type,
        "relation": finding.relation,
        "severity": finding.severity,
        "confidence": round(finding.confidence, 3),
        "fingerprint": finding.fingerprint,
        "message": finding.message,
        "why": finding.why,
        "evidence": [_evidence(evidence, lines[evidence.document]) for evidence in finding.evidence],
        "trace": list(finding.trace),
    }


def _evidence(evidence: Evidence, lines: Lines) -> dict[str, Any]:
    line, column = lines.place(evidence.start)
    return {
        "document": evidence.document,
        "start": evidence.start,
        "end": evidence.end,
        "line": line,
        "column": column,
        "text": evidence.text,
        "value": evidence.value,
        "passage": evidence.passage,
    }


def _claim(version: Version, claim: Claim) -> dict[str, Any]:
    return {
        "kind": claim.kind,
        "start": claim.start,
        "end": claim.end,
        "text": version.text[claim.start : claim.end],
        "value": claim.value,
        "unit": claim.unit,
        "about": claim.about,
        "details": dict(sorted(claim.details.items())),
        "readings": list(claim.readings),
        "found_by": claim.found_by,
    }
