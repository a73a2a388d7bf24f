"""The arrows between the stages: one pandas table each, with its pandera model, and the way in and out of it.

A table holds any number of stories, so a stage can be run, saved and looked at alone. Nested values (details, readings,
terms, reasons) are JSON text, so that a table survives CSV and parquet.
"""

from __future__ import annotations

import json
from collections import defaultdict, namedtuple
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

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


class _Layout(NamedTuple):
    """The types that the columns of a model are made with, those without gaps, and the bounds with the columns they hold for."""

    types: Mapping[str, Any]
    whole: list[str]
    bounds: list[tuple[pa.Check, list[str]]]


@cache
def _layout(model: type[pa.DataFrameModel]) -> _Layout:
    columns = model.to_schema().columns
    types = {name: pd.api.types.pandas_dtype(str(column.dtype)) for name, column in columns.items()}
    bounds: dict[pa.Check, list[str]] = defaultdict(list)
    for name, column in columns.items():
        for check in column.checks:
            bounds[check].append(name)
    return _Layout(types, [name for name, column in columns.items() if not column.nullable], list(bounds.items()))


def _table(model: type[pa.DataFrameModel], rows: Iterable[Sequence[Any]]) -> Table:
    layout = _layout(model)
    cells = list(zip(*rows, strict=True)) or [()] * len(layout.types)
    # Each column gets its type at once: left to be guessed, it would be made twice.
    columns = {name: pd.array(values, dtype=kind) for (name, kind), values in zip(layout.types.items(), cells, strict=True)}
    table = pd.DataFrame(columns, copy=False)
    # Pandera looks at a column in the time of a thousand claims: it is asked for the faults of a table that has some.
    return table if _sound(layout, columns) else model.to_schema().validate(table)


def _sound(layout: _Layout, columns: Mapping[str, Any]) -> bool:
    """True when the columns, which have their types, have no gaps where the model wants none, and surely keep within its bounds."""
    if any(columns[name].isna().any() for name in layout.whole):
        return False
    return all(_within(check, columns[name]) for check, names in layout.bounds for name in names)


def _within(check: pa.Check, column: Any) -> bool:
    """True when a column without gaps surely passes; what checks pandera's way costs the first run a tenth of a second."""
    if not len(column):
        return True
    told = check.statistics or {}
    if check.name == "greater_than_or_equal_to":
        return bool(column.min() >= told["min_value"])
    if check.name == "less_than_or_equal_to":
        return bool(column.max() <= told["max_value"])
    return check.name == "isin" and set(column) <= set(told["allowed_values"])


@cache
def _row(columns: tuple[str, ...]) -> Any:
    return namedtuple("Row", columns)


def _rows(table: Table) -> Iterator[Any]:
    """The rows, taken out of whole columns: cell by cell a column of text is slow to read."""
    cells = (column.to_numpy(dtype=object).tolist() for _, column in table.items())
    return map(_row(tuple(table.columns))._make, zip(*cells, strict=True))


_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


def _json(value: Any) -> str:
    return _encode(value) if value else "[]"


def _nested(column: pd.Series[str]) -> list[Any]:
    """The values of a column of JSON texts, read as one text."""
    values: list[Any] = json.loads(f"[{','.join(column.to_numpy(dtype=object))}]")
    return values


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
    for r, terms, place in zip(_rows(table), _nested(table["terms"]), _nested(table["cell"]), strict=True):
        cell = Cell(*place) if place else None
        yield r.story, r.document, r.lang, Passage(r.number, r.start, r.end, r.text, tuple(map(tuple, terms)), cell)


def claims(rows: Iterable[tuple[str, int, str, int, Claim]]) -> Table:
    """(story, document, lang, number, Claim) -> a `Claims` table."""
    return _table(Claims, (_claim_row(*row) for row in rows))


def _claim_row(story: str, document: int, lang: str, number: int, c: Claim) -> tuple[Any, ...]:
    details = _encode(dict(c.details)) if c.details else "{}"
    return (
        story, document, lang, number, c.kind, c.start, c.end, c.value, c.unit, c.about, details, _json(c.readings), c.found_by,
    )  # fmt: skip


def each_claim(table: Table) -> Iterator[tuple[str, int, str, Claim]]:
    """(story, document, lang, Claim) for every row of a `Claims` table, in order."""
    for r, details, readings in zip(_rows(table), _nested(table["details"]), _nested(table["readings"]), strict=True):
        claim = Claim(r.kind, r.start, r.end, r.value, _maybe(r.unit), _maybe(r.about), details, tuple(readings), r.found_by)
        yield r.story, r.document, r.lang, claim


def _maybe(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def links(rows: Iterable[tuple[str, Link]]) -> Table:
    """(story, Link) -> a `Links` table."""
    return _table(Links, ((s, *k.a, *k.b, float(k.score), _json(k.reasons)) for s, k in rows))


def each_link(table: Table) -> Iterator[tuple[str, Link]]:
    """(story, Link) for every row of a `Links` table."""
    for r, reasons in zip(_rows(table), _nested(table["reasons"]), strict=True):
        yield r.story, Link((r.document_a, r.claim_a), (r.document_b, r.claim_b), r.score, tuple(reasons))


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
    names = ("rule", "name", "type", "relation", "severity", "confidence", "message", "fingerprint", "why")
    for r, shown, trace in zip(_rows(table), _nested(table["evidence"]), _nested(table["trace"]), strict=True):
        evidence = tuple(Evidence(*e) for e in shown)
        yield r.story, Finding(**{n: getattr(r, n) for n in names}, evidence=evidence, trace=tuple(trace))
