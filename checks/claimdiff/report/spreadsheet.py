"""Findings as rows for a spreadsheet: CSV and XLSX; no cell can become a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from claimdiff.errors import ClaimdiffError
from claimdiff.report.document import Told
from claimdiff.report.entries import entries
from claimdiff.report.junit import safe
from claimdiff.report.terminal import single

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | float

FINDING = ("story", "rule", "name", "type", "relation", "severity", "confidence", "fingerprint", "message", "why", "accepted")
EVIDENCE = ("lang", "path", "line", "column", "text", "value")

# A formula begins a cell, or what another separator would make of it; the wide signs are read as the narrow ones in places.
_FORMULA = re.compile(r"(^|;)([\s\"']*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
_LONGEST = 32_767
_MADE = datetime(2000, 1, 1)


def table(told: Sequence[Told]) -> str:
    """CSV with a row for every place that a finding rests on; the finding's own columns are the same in each of its rows."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    writer.writerow((*FINDING, *EVIDENCE))
    for one in told:
        writer.writerows([harmless(cell) for cell in row] for row in _rows(one))
    return out.getvalue()


def workbook(told: Sequence[Told]) -> bytes:
    """The same rows as a workbook, with a sheet of what was compared; the same bytes for the same findings."""
    out = io.BytesIO()
    book = writer().Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "claimdiff", "created": _MADE})
    _sheet(book, "findings", (*FINDING, *EVIDENCE), (row for one in told for row in _rows(one)))
    _sheet(book, "coverage", ("story", "claims", "found", "linked"), (row for one in told for row in _coverage(one)))
    book.close()
    return out.getvalue()


def writer() -> ModuleType:
    """The library that writes workbooks; ClaimdiffError where it is not installed."""
    try:
        return import_module("xlsxwriter")
    except ImportError:
        raise ClaimdiffError("writing XLSX needs xlsxwriter: pip install 'claimdiff[xlsx]'") from None


def _rows(told: Told) -> Iterator[list[Cell]]:
    for entry in entries(told):
        shared = [getattr(entry, name) for name in FINDING]
        for place in entry.places:
            yield [*shared, place.lang, place.label, place.line, place.column, place.text, place.value]


def _coverage(told: Told) -> Iterator[list[Cell]]:
    for kind, row in told.document["coverage"].items():
        yield [told.document["story"], kind, " · ".join(map(str, row["found"])), row["linked"]]


def harmless(cell: Cell) -> Cell:
    """A text with an apostrophe in front of what a spreadsheet would reckon out."""
    return _FORMULA.sub(r"\1\2'", single(cell)) if isinstance(cell, str) else cell


def _sheet(book: Workbook, name: str, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, head, book.add_format({"bold": True}))
    plain, last = book.add_format({"quote_prefix": True}), 0
    for last, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            _write(sheet, (last, column), cell, plain)
    sheet.autofilter(0, 0, last, len(head) - 1)


def _write(sheet: Worksheet, at: tuple[int, int], cell: Cell, plain: Format) -> None:
    """A cell as what it is: text never as a formula, not even when it is edited later, and cut where the format ends."""
    if isinstance(cell, str):
        text = safe(cell)
        sheet.write_string(*at, text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…", plain)
    else:
        sheet.write_number(*at, cell)
