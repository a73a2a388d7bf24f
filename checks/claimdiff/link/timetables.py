"""Times in the same place of a timetable: two that differ go together where all else in their row and column agrees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from claimdiff.link.side import Side
from claimdiff.model import Cell

KIND = "time"
# So many times around a time must agree before its place is sure.
_LEAST = 2

Line = tuple[int, tuple[str, ...]]
"""How many times stand before one in its row or column, and the values of all the others there."""


def places(a: Side, b: Side) -> dict[int, list[int]]:
    """Claim of a -> the claims of b in the same place of a timetable, turned on its side or not."""
    there: dict[tuple[Line, ...], list[int]] = defaultdict(list)
    for place, number in _placed(b):
        there[place].append(number)
    return {number: there[place] for place, number in _placed(a) if place in there}


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
