"""The arrows between the stages: one pandas table each, with its pandera model, and the way in and out of it.

A table holds any number of stories, so a stage can be run, saved and looked at alone. Nested values (details, readings,
terms, reasons) are JSON text, so that a table survives CSV and parquet.
"""

from __future__ import annotations

import json
from collections import namedtuple
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from claimdiff.model import Cell, Claim, Evidence, Finding, Link, Passage, Story, Version


class Versions(pa.DataFrameModel):
    """A row a version: what `read` gives."""

    story: Series[str]
    document: Series[int] = pa.Field(ge=0)
    lang: Series[str]
    path: Series[str]
    text: Series[str]
    masked: Series[str] = pa.Field(nullable=True)


class Passages(pa.DataFrameModel):
    """A row a passage: `terms` is a JSON list of [offset, key], `cell` one of table, row and column, empty for prose."""

    story: Series[str]
    document: Series[int] = pa.Field(ge=0)
    lang: Series[str]
    number: Series[int] = pa.Field(ge=0)
    start: Series[int] = pa.Field(ge=0)
    end: Series[int] = pa.Field(ge=0)
    text: Series[str]
    terms: Series[str]
    cell: Series[str]


class Claims(pa.DataFrameModel):
    """A row a claim: `details` is a JSON object of text, `readings` a JSON list."""

    story: Series[str]
    document: Series[int] = pa.Field(ge=0)
    lang: Series[str]
    number: Series[int] = pa.Field(ge=0)
    kind: Series[str]
    start: Series[int] = pa.Field(ge=0)
    end: Series[int] = pa.Field(ge=0)
    value: Series[str]
    unit: Series[str] = pa.Field(nullable=True)
    about: Series[str] = pa.Field(nullable=True)
    details: Series[str]
    readings: Series[str]
    found_by: Series[str]


class Links(pa.DataFrameModel):
    """A row a link: claims by document and number."""

    story: Series[str]
    document_a: Series[int] = pa.Field(ge=0)
    claim_a: Series[int] = pa.Field(ge=0)
    document_b: Series[int] = pa.Field(ge=0)
    claim_b: Series[int] = pa.Field(ge=0)
    score: Series[float] = pa.Field(ge=0, le=1)
    reasons: Series[str]


class Findings(pa.DataFrameModel):
    """A row a finding: `evidence` is a JSON list of [document, start, end, text, value, passage]."""

    story: Series[str]
    rule: Series[str]
    name: Series[str]
    type: Series[str]
    relation: Series[str]
    severity: Series[str] = pa.Field(isin=["error", "warning", "info"])
    confidence: Series[float] = pa.Field(ge=0, le=1)
    message: Series[str]
    evidence: Series[str]
    fingerprint: Series[str]
    why: Series[str]
    trace: Series[str]


Table = pd.DataFrame


def _table(model: type[pa.DataFrameModel], rows: Iterable[Sequence[Any]]) -> Table:
    schema = model.to_schema()
    cells = list(zip(*rows, strict=True)) or [()] * len(schema.columns)
    # Each column gets its type at once: left to be guessed, it would be made twice.
    typed = ((name, values, str(column.dtype)) for (name, column), values in zip(schema.columns.items(), cells, strict=True))
    return schema.validate(pd.DataFrame({name: pd.Series(values, dtype=kind) for name, values, kind in typed}))


def _rows(table: Table) -> Iterator[Any]:
    """The rows, taken out of whole columns: cell by cell a column of text is slow to read."""
    row = namedtuple("Row", table.columns)  # type: ignore[misc]  # the model's columns
    return map(row._make, zip(*(table[name].to_numpy(dtype=object).tolist() for name in table.columns), strict=True))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if value else "[]"


def versions(stories: Iterable[Story]) -> Table:
    """Stories -> a `Versions` table."""
    return _table(Versions, ((s.name, d, v.lang, v.path, v.text, v.masked) for s in stories for d, v in enumerate(s.versions)))


def each_version(table: Table) -> Iterator[tuple[str, int, Version]]:
    """(story, document, Version) for every row of a `Versions` table."""
    for row in _rows(table):
        yield row.story, row.document, Version(row.lang, row.text, row.path, None if pd.isna(row.masked) else row.masked)


def passages(rows: Iterable[tuple[str, int, str, Passage]]) -> Table:
    """(story, document, lang, Passage) -> a `Passages` table."""
    told = ((s, d, lang, p.number, p.start, p.end, p.text, _json(p.terms), _json(p.cell)) for s, d, lang, p in rows)
    return _table(Passages, told)


def each_passage(table: Table) -> Iterator[tuple[str, int, str, Passage]]:
    """(story, document, lang, Passage) for every row of a `Passages` table."""
    for r in _rows(table):
        terms = tuple((start, key) for start, key in json.loads(r.terms))
        cell = Cell(*place) if (place := json.loads(r.cell)) else None
        yield r.story, r.document, r.lang, Passage(r.number, r.start, r.end, r.text, terms, cell)


def claims(rows: Iterable[tuple[str, int, str, int, Claim]]) -> Table:
    """(story, document, lang, number, Claim) -> a `Claims` table."""
    return _table(Claims, (_claim_row(*row) for row in rows))


def _claim_row(story: str, document: int, lang: str, number: int, c: Claim) -> tuple[Any, ...]:
    details = json.dumps(dict(c.details), ensure_ascii=False, sort_keys=True) if c.details else "{}"
    return (
        story, document, lang, number, c.kind, c.start, c.end, c.value, c.unit, c.about, details, _json(c.readings), c.found_by,
    )  # fmt: skip


def each_claim(table: Table) -> Iterator[tuple[str, int, str, Claim]]:
    """(story, document, lang, Claim) for every row of a `Claims` table, in order."""
    for r in _rows(table):
        details = json.loads(r.details) if r.details != "{}" else {}
        readings = tuple(json.loads(r.readings)) if r.readings != "[]" else ()
        claim = Claim(r.kind, r.start, r.end, r.value, _maybe(r.unit), _maybe(r.about), details, readings, r.found_by)
        yield r.story, r.document, r.lang, claim


def _maybe(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def links(rows: Iterable[tuple[str, Link]]) -> Table:
    """(story, Link) -> a `Links` table."""
    return _table(Links, ((s, *k.a, *k.b, float(k.score), _json(k.reasons)) for s, k in rows))


def each_link(table: Table) -> Iterator[tuple[str, Link]]:
    """(story, Link) for every row of a `Links` table."""
    for r in _rows(table):
        yield r.story, Link((r.document_a, r.claim_a), (r.document_b, r.claim_b), r.score, tuple(json.loads(r.reasons)))


def findings(rows: Iterable[tuple[str, Finding]]) -> Table:
    """(story, Finding) -> a `Findings` table."""
    return _table(Findings, (_finding_row(s, f) for s, f in rows))


def _finding_row(story: str, f: Finding) -> tuple[Any, ...]:
    evidence = _json([(e.document, e.start, e.end, e.text, e.value, e.passage) for e in f.evidence])
    return (
        story, f.rule, f.name, f.type, f.relation, f.severity, float(f.confidence), f.message, evidence, f.fingerprint, f.why,
        _json(f.trace),
    )  # fmt: skip


def each_finding(table: Table) -> Iterator[tuple[str, Finding]]:
    """(story, Finding) for every row of a `Findings` table."""
    for r in _rows(table):
        evidence = tuple(Evidence(*e) for e in json.loads(r.evidence))
        names = ("rule", "name", "type", "relation", "severity", "confidence", "message", "fingerprint", "why")
        yield r.story, Finding(**{n: getattr(r, n) for n in names}, evidence=evidence, trace=tuple(json.loads(r.trace)))
