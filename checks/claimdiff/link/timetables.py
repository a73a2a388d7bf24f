"""Times in the same place of a timetable: two that differ go together where all else in their row and column agrees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from claimdiff.link.side import Side
from claimdiff.model import Cell

KIND = "time"
# So many times around a time must agree before its place is sure.
_LEAST = 2
# No more code points stand between two times of a list ("9.15 e alle 12.30").
_BETWEEN = 8
# Rows of more times are no rows that anybody reads, and so many of one wording are looked at.
_LONGEST, _MOST = 40, 8

Line = tuple[int, tuple[str, ...]]
"""How many times stand before one in its row or column, and the values of all the others there."""


def places(a: Side, b: Side) -> dict[int, list[int]]:
    """Claim of a -> the claims of b in the same place of a timetable, turned on its side or not, or told as a list."""
    out: dict[int, list[int]] = defaultdict(list)
    there: dict[tuple[Line, ...], list[int]] = defaultdict(list)
    for place, number in _placed(b):
        there[place].append(number)
    for place, number in _placed(a):
        out[number] += there.get(place, ())
    for one, other in _told_in_lists(a, b):
        out[one] = sorted({*out[one], other})
    return {number: found for number, found in out.items() if found}


def _told_in_lists(a: Side, b: Side) -> Iterator[tuple[int, int]]:
    """Times that differ in a row, column or list of one version and a list of the other in which all others are the same."""
    mine, theirs = _rows(a), _rows(b)
    known = {row.values for row in mine} & {row.values for row in theirs}
    but_one: dict[tuple[int, tuple[str, ...]], list[_Row]] = defaultdict(list)
    for row in theirs:
        for n, rest in _but_one(row, known):
            but_one[n, rest].append(row)
    for one in mine:
        for n, rest in _but_one(one, known):
            for other in but_one.get((n, rest), ())[:_MOST]:
                if (one.told or other.told) and one.values[n] != other.values[n]:
                    yield one.numbers[n], other.numbers[n]


class _Row(NamedTuple):
    """The times of a row, of a column, or of a list in a sentence (`told`), in order."""

    numbers: tuple[int, ...]
    values: tuple[str, ...]
    told: bool


def _but_one(row: _Row, known: set[tuple[str, ...]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """What a row tells beside each of its times; nothing of one that the other version tells as well, or that is too long."""
    if row.values not in known and len(row.values) <= _LONGEST:
        for n in range(len(row.values)):
            yield n, (*row.values[:n], *row.values[n + 1 :])


def _rows(side: Side) -> list[_Row]:
    cells = _times(side)
    lines: dict[tuple[int, int, bool], list[int]] = defaultdict(list)
    for cell, number in cells.items():
        lines[cell.table, cell.row, False].append(number)
        lines[cell.table, cell.column, True].append(number)
    rows = [(line, False) for line in lines.values()] + [(row, True) for row in _lists(side)]
    return [_Row(tuple(row), tuple(side.claims[n].value for n in row), told) for row, told in rows if len(row) > _LEAST]


def _lists(side: Side) -> Iterator[list[int]]:
    """The times of a sentence between which next to nothing stands."""
    row: list[int] = []
    for number in (n for n, claim in enumerate(side.claims) if claim.kind == KIND and not side.passages[side.home[n]].cell):
        before = row[-1] if row else None
        if before is not None and side.claims[number].start - side.claims[before].end > _BETWEEN:
            yield row
            row = []
        row.append(number)
    yield row


def _placed(side: Side) -> Iterator[tuple[tuple[Line, ...], int]]:
    cells = _times(side)
    rows: dict[tuple[int, int], list[int]] = defaultdict(list)
    columns: dict[tuple[int, int], list[int]] = defaultdict(list)
    for cell, number in cells.items():
        rows[cell.table, cell.row].append(number)
        columns[cell.table, cell.column].append(number)
    for cell, number in cells.items():
        lines = sorted(_line(side, number, beside) for beside in (rows[cell.table, cell.row], columns[cell.table, cell.column]))
        if sum(len(others) for _, others in lines) >= _LEAST:
            yield tuple(lines), number


def _line(side: Side, number: int, beside: list[int]) -> Line:
    return beside.index(number), tuple(side.claims[n].value for n in beside if n != number)


def _times(side: Side) -> dict[Cell, int]:
    """The times that have a cell to themselves, row by row."""
    out: dict[Cell, int] = {}
    for number, claim in enumerate(side.claims):
        passage = side.passages[side.home[number]]
        alone = passage.text[claim.start - passage.start :].rstrip(" |") == passage.text.rstrip(" |")
        if claim.kind == KIND and passage.cell and alone and claim.end >= passage.start + len(passage.text.rstrip(" |")):
            out[passage.cell] = number
    return dict(sorted(out.items()))
