"""Claims: the total row of a table and the cells above it, column by column."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import groupby, pairwise

from claimdiff.claims.found import Found
from claimdiff.claims.quantity_draft import decimal
from claimdiff.claims.sums import COUNTS, FEWEST, NEAR, NUMERIC, claims_of, sums
from claimdiff.language import grammar
from claimdiff.model import Claim
from claimdiff.text import folded

_BAR = "|"
# A cell without a figure that still leaves the column whole.
_EMPTY = re.compile(r"[\s*_\u2060–—-]*")
_RULE = re.compile(r"[\s|:-]*")
_WORD = re.compile(r"[^\W\d_]+")
# A table longer than this is data, not part of a story.
_MOST_ROWS = 200
_RANGE = "/"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its plain offsets, its words, and its one figure; `whole` is False for any other cell with something in it."""

    start: int
    text: str
    figure: Claim | None
    whole: bool


def find(found: Found) -> list[Claim]:
    """A `sum` for every figure in the one total row of a table that the cells above nearly make, and a `part` for each of them."""
    totals, text = _totals(found.language.code), found.reading.text
    if not totals or _BAR not in text:
        return []
    claims = sorted(found.kind(*NUMERIC), key=lambda c: c.start)
    out: list[Claim] = []
    for table in _tables(text):
        rows = [_cells(text, start, end, claims) for start, end in table]
        for total, parts in _columns(rows, totals):
            out += claims_of(total, parts, f"table {table[0][0]} {total.start}", "sums.table")
    return out


@cache
def _totals(code: str) -> frozenset[str]:
    said = grammar(code, "quantities").get("sums") or {}
    return frozenset(folded(word.casefold()) for word in said.get("total", ()))


def _tables(text: str) -> Iterator[list[tuple[int, int]]]:
    """The lines of each table: lines in a row that hold two bars or more, the rule under the heading left out."""
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    ruled = [(a, b) for a, b in lines if text.count(_BAR, a, b) > 1 or (_RULE.fullmatch(text, a, b) is None)]
    for barred, group in groupby(ruled, key=lambda span: text.count(_BAR, *span) > 1):
        rows = list(group)
        if barred and FEWEST < len(rows) <= _MOST_ROWS:
            yield rows


def _cells(text: str, start: int, end: int, claims: list[Claim]) -> list[Cell]:
    """The cells of a row; bars at its two ends open and close nothing."""
    bars = [m.start() + start for m in re.finditer(re.escape(_BAR), text[start:end])]
    edges = [start - 1, *bars, end]
    cells = [_cell(text, a + 1, b, claims) for a, b in pairwise(edges)]
    if cells and not cells[0].text:
        cells = cells[1:]
    return cells[:-1] if cells and not cells[-1].text else cells


def _cell(text: str, start: int, end: int, claims: list[Claim]) -> Cell:
    inside = claims[bisect_left(claims, start, key=lambda c: c.start) : bisect_left(claims, end, key=lambda c: c.start)]
    words = text[start:end].strip(" \u2060*_")
    figure = inside[0] if len(inside) == 1 and _plain(inside[0], words) else None
    return Cell(start, words, figure, figure is not None or _EMPTY.fullmatch(words) is not None)


def _plain(claim: Claim, words: str) -> bool:
    """True for a cell that holds a figure and at most a word of its unit."""
    bare = claim.kind in COUNTS and _RANGE not in claim.value and not decimal(claim.value).is_nan()
    return bare and len(words) <= claim.end - claim.start + 2 and not {"approximate", "bound"} & set(claim.details)


def _columns(rows: list[list[Cell]], totals: frozenset[str]) -> Iterator[tuple[Claim, list[Claim]]]:
    """(total, parts) of the columns of a table with one total row, at its end, whose parts nearly make the total."""
    named = [n for n, row in enumerate(rows) if row and _names_total(row[0], totals)]
    if named != [len(rows) - 1]:
        return
    for column in range(1, len(rows[-1])):
        cells = [row[column] for row in rows[1:] if len(row) == len(rows[-1])]
        figures = [cell.figure for cell in cells if cell.figure is not None]
        full = len(cells) == len(rows) - 1 and all(cell.whole for cell in cells) and cells[-1].figure is not None
        if full and len(figures) > FEWEST and _near(figures[-1], figures[:-1]):
            yield figures[-1], figures[:-1]


def _names_total(cell: Cell, totals: frozenset[str]) -> bool:
    first = _WORD.search(folded(cell.text.casefold()))
    return first is not None and first.group() in totals


def _near(total: Claim, parts: list[Claim]) -> bool:
    """True when the parts miss the total by more than rounding and by less than a figure of another thing would."""
    if len({(c.kind == "money", c.unit) for c in (total, *parts)}) > 1:
        return False
    value, made = decimal(total.value), sums(parts)
    exact = any(decimal(v) in made for v in (total.value, *total.readings))
    return not exact and abs(made[0] - value) <= NEAR * abs(value) and abs(made[0] - value) > _rounding([total, *parts])


def _rounding(figures: list[Claim]) -> Decimal:
    """How far rounded figures may drift apart: half a unit of the last place each, where they are written with decimals."""
    places = max(len(f.value.partition(".")[2]) for f in figures)
    return Decimal(10) ** -places * len(figures) / 2 if places else Decimal(0)
