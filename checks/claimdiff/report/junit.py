"""Findings as JUnit XML: a suite a story, a case a finding; errors and warnings fail, notes pass, accepted ones are skipped."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from claimdiff.report.document import Told
from claimdiff.report.entries import Entry, entries
from claimdiff.report.note import lines
from claimdiff.report.terminal import single

_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FAILING = ("error", "warning")


def findings(told: Sequence[Told]) -> str:
    """The suites; a story in which nothing is found has one case that passes, so that nobody takes it for unchecked."""
    root = Element("testsuites", {"name": "claimdiff"})
    totals = {"tests": 0, "failures": 0}
    for one in told:
        suite = _suite(root, one)
        totals = {key: count + int(suite.attrib[key]) for key, count in totals.items()}
    root.attrib |= {**{key: str(count) for key, count in totals.items()}, "errors": "0"}
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, "unicode") + "\n"


def _suite(root: Element, told: Told) -> Element:
    suite = SubElement(root, "testsuite", {"name": safe(told.document["story"])})
    _properties(suite, told)
    every = list(entries(told))
    for entry in every:
        _case(suite, entry)
    if not every:
        SubElement(suite, "testcase", {"name": "nothing found", "classname": safe(told.document["story"])})
    skipped = sum(entry.suppression is not None for entry in every)
    failing = sum(entry.suppression is None and entry.severity in _FAILING for entry in every)
    counts = {"tests": max(1, len(every)), "failures": failing, "errors": 0, "skipped": skipped}
    suite.attrib |= {key: str(count) for key, count in counts.items()}
    return suite


def _properties(suite: Element, told: Told) -> None:
    """What was read and compared."""
    properties = SubElement(suite, "properties")
    for document in told.document["documents"]:
        _property(properties, f"version.{document['lang']}", document["path"])
    for kind, row in told.document["coverage"].items():
        _property(properties, f"coverage.{kind}", f"{' '.join(map(str, row['found']))} found, {row['linked']} linked")


def _property(properties: Element, name: str, value: str) -> None:
    SubElement(properties, "property", {"name": safe(name), "value": safe(value)})


def _case(suite: Element, entry: Entry) -> None:
    name = f"{entry.rule} {entry.name} {entry.fingerprint}"
    case = SubElement(suite, "testcase", {"name": safe(name), "classname": safe(entry.places[0].label)})
    body = "\n".join(safe(line) for line in lines(entry))
    if entry.suppression is not None:
        _outcome(case, "skipped", {"type": str(entry.suppression["kind"]), "message": entry.accepted})
    elif entry.severity in _FAILING:
        _outcome(case, "failure", {"type": entry.severity, "message": entry.message}, body)
        return
    SubElement(case, "system-out").text = body


def _outcome(case: Element, name: str, said: Mapping[str, str], body: str | None = None) -> None:
    SubElement(case, name, {key: safe(value) for key, value in said.items()}).text = body


def safe(text: str) -> str:
    """The text on one line, with a sign for each character that XML forbids."""
    return _FORBIDDEN.sub("\ufffd", single(text))
