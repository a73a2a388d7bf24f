"""Findings and claims -> text: JSON by code, everything else through the templates in reports/; decides nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from claimdiff.report import data, html, markdown, terminal
from claimdiff.report.document import SEVERITIES, Told, extracted, tell

__all__ = ["FORMATS", "SEVERITIES", "Told", "extracted", "render", "render_claims", "rule", "table", "tell", "trace"]

FORMATS = ("text", "json", "jsonl", "markdown", "html")

rule, table, trace = terminal.rule, terminal.table, terminal.trace


def render(form: str, told: Sequence[Told], many: bool = False, colour: bool = False) -> bytes:
    """The report in one of FORMATS, as UTF-8; `many`: of a table, which JSON answers with a list."""
    if form == "text":
        return terminal.findings(told, colour).encode()
    if form == "markdown":
        return markdown.findings(told).encode()
    if form == "html":
        return html.page(told).encode()
    return _data(form, [one.document for one in told], many)


def render_claims(form: str, versions: Sequence[Mapping[str, Any]], many: bool = False, colour: bool = False) -> bytes:
    """The claims of one version, or of many, as text, json or jsonl, in UTF-8."""
    return terminal.claims(versions, colour).encode() if form == "text" else _data(form, versions, many)


def _data(form: str, documents: Sequence[Mapping[str, Any]], many: bool) -> bytes:
    return (data.as_jsonl(documents) if form == "jsonl" else data.as_json(documents, many)).encode()
