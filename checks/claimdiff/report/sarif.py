"""Findings as SARIF 2.1.0, for code scanning and editors; message texts are escaped, snippets are the words themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from claimdiff import __version__
from claimdiff.report.data import dumps
from claimdiff.report.document import Told
from claimdiff.report.entries import Entry, Place, entries, label
from claimdiff.report.terminal import single

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_PROBLEMS = {"error": "error", "warning": "warning", "info": "recommendation"}
_LINK = re.compile(r"[\\\[\]]")


def findings(told: Sequence[Told]) -> str:
    """One run with a rule for every rule that fired, a result a finding, and the coverage of every story."""
    every = [entry for one in told for entry in entries(one)]
    artifacts = {name: (number, artifact) for number, (name, artifact) in enumerate(dict(_artifacts(told)).items())}
    numbers = {name: number for name, (number, _) in artifacts.items()}
    rules = {entry.rule: _rule(entry) for entry in sorted(every, key=lambda entry: entry.rule)}
    run = {
        "tool": {"driver": {"name": "claimdiff", "version": __version__, "rules": list(rules.values())}},
        "columnKind": "unicodeCodePoints",
        "artifacts": [artifact for _, artifact in artifacts.values()],
        "results": [_result(entry, list(rules), numbers) for entry in every],
        "properties": {"stories": [{key: one.document[key] for key in ("story", "coverage", "summary")} for one in told]},
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def escaped(text: str) -> str:
    """The text with the brackets that SARIF reads as links made plain."""
    return _LINK.sub(r"\\\g<0>", single(text))


def _artifacts(told: Sequence[Told]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each file once; a text from a table has a description in the place of a location."""
    for one in told:
        for number, version in enumerate(one.document["documents"]):
            name = label(one, number)
            where = {"location": {"uri": _uri(version["path"])}} if version["path"] else {"description": {"text": escaped(name)}}
            yield name, {**where, "hashes": {"sha-256": version["sha256"]}}


def _uri(path: str) -> str:
    """A relative reference for a relative path, so that a report names no place of the machine it was made on."""
    plain = PurePath(path).as_posix()
    return ("file://" if plain.startswith("/") else "") + quote(plain)


def _rule(entry: Entry) -> dict[str, Any]:
    why = escaped(entry.why or entry.name)
    return {
        "id": entry.rule,
        "name": entry.name,
        "shortDescription": {"text": f"{escaped(entry.name)} ({escaped(entry.type)})"},
        "fullDescription": {"text": why},
        "help": {"text": f"{why} More: claimdiff explain {entry.rule}"},
        "defaultConfiguration": {"level": _LEVELS[entry.severity]},
        "properties": {"tags": [entry.type], "problem.severity": _PROBLEMS[entry.severity]},
    }


def _result(entry: Entry, rules: list[str], artifacts: dict[str, int]) -> dict[str, Any]:
    first, *others = entry.places
    result = {
        "ruleId": entry.rule,
        "ruleIndex": rules.index(entry.rule),
        "level": _LEVELS[entry.severity],
        "rank": round(entry.confidence * 100, 1),
        "message": {"text": escaped(entry.message)},
        "locations": [_location(first, artifacts)],
        "relatedLocations": [{"id": number, **_location(place, artifacts)} for number, place in enumerate(others, 1)],
        "partialFingerprints": {"claimdiff/v1": entry.fingerprint},
        "properties": _properties(entry),
    }
    return {**result, "suppressions": [_suppression(entry)]} if entry.suppression else result


def _properties(entry: Entry) -> dict[str, Any]:
    copied = ("story", "name", "type", "relation", "confidence", "why")
    return {**{key: getattr(entry, key) for key in copied}, "trace": list(entry.trace)}


def _location(place: Place, artifacts: dict[str, int]) -> dict[str, Any]:
    uri = {"uri": _uri(place.path)} if place.path else {}
    region = {"startLine": place.line, "startColumn": place.column, "endLine": place.end_line, "endColumn": place.end_column}
    span = {"charOffset": place.start, "charLength": place.end - place.start, "snippet": {"text": place.text}}
    return {
        "physicalLocation": {"artifactLocation": {**uri, "index": artifacts[place.label]}, "region": {**region, **span}},
        "message": {"text": escaped(f"{place.lang}: {place.text}")},
        "properties": {"lang": place.lang, "value": place.value},
    }


def _suppression(entry: Entry) -> dict[str, Any]:
    told = entry.suppression or {}
    kept = {key: told[key] for key in ("by", "expires") if told.get(key)}
    kind = "inSource" if told.get("kind") == "inline" else "external"
    return {"kind": kind, "status": "accepted", "justification": str(told.get("reason") or ""), "properties": kept}
