"""Findings and claims -> text: JSON by code, pages through the templates in reports/, one module a format; decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from claimdiff.errors import DataError
from claimdiff.formats import Format
from claimdiff.report import data, terminal
from claimdiff.report.document import SEVERITIES, Told, extracted, tell

__all__ = [
    "FORMATS", "SEVERITIES", "Told", "extracted", "prepare", "render", "render_claims", "rule", "rule_pages", "table", "tell",
    "trace",
]  # fmt: skip

FORMATS = tuple(form.value for form in Format if form is not Format.template)
"""What needs no template of the user's."""

rule, table, trace = terminal.rule, terminal.table, terminal.trace

# Module and function, imported when a report asks for them.
_WRITERS = {
    Format.concise: ("concise", "findings"),
    Format.markdown: ("markdown", "findings"),
    Format.html: ("html", "page"),
    Format.sarif: ("sarif", "findings"),
    Format.junit: ("junit", "findings"),
    Format.github: ("github", "findings"),
    Format.gitlab: ("gitlab", "findings"),
    Format.rdjson: ("rdjson", "findings"),
    Format.csv: ("spreadsheet", "table"),
    Format.xlsx: ("spreadsheet", "workbook"),
}


def _written_by(module: str, function: str) -> Callable[..., Any]:
    writer: Callable[..., Any] = getattr(import_module(f"claimdiff.report.{module}"), function)
    return writer


def rule_pages(rules: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The page of each rule in Markdown and one that lists them, by file name."""
    pages: dict[str, str] = _written_by("markdown", "rule_pages")(rules)
    return pages


def prepare(forms: Sequence[str], own: Path | None = None) -> None:
    """Nothing when every report asked for can be made; else an error, before a run is spent on it."""
    if (own is not None) != (Format.template in forms):
        raise DataError("--template PATH goes with --format template or --output template=PATH", own)
    if own is not None:
        _written_by("template", "load")(own)
    if Format.xlsx in forms:
        _written_by("spreadsheet", "writer")()


def render(form: str, told: Sequence[Told], many: bool = False, colour: bool = False, own: Path | None = None) -> bytes:
    """The report as bytes, text in UTF-8; `many`: of a table, which JSON answers with a list; `own`: the user's template."""
    if form == Format.text:
        return terminal.findings(told, colour).encode()
    if form == Format.template:
        page: str = _written_by("template", "render")(told, own)
        return page.encode()
    if form not in _WRITERS:
        return _data(form, [one.document for one in told], many)
    writer = _written_by(*_WRITERS[Format(form)])
    report: str | bytes = writer(told, many) if form == Format.html else writer(told)
    return report if isinstance(report, bytes) else report.encode("utf-8", "replace")


def render_claims(form: str, versions: Iterable[Mapping[str, Any]], many: bool = False, colour: bool = False) -> Iterator[bytes]:
    """The claims of one version, or of many, as text, json or jsonl, in UTF-8: version by version, but JSON whole or not at all."""
    if form == "json":
        yield _data(form, list(versions), many)
        return
    for one in versions:
        yield terminal.claims([one], colour).encode() if form == "text" else _data(form, [one], many)


def _data(form: str, documents: Sequence[Mapping[str, Any]], many: bool) -> bytes:
    return (data.as_jsonl(documents) if form == "jsonl" else data.as_json(documents, many)).encode()
