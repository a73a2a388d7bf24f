"""Hours and minutes alone in a cell, list item or line: times of day in a timetable, durations in a table of durations."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from claimdiff.claims.times_clock import Clock, Reader

_CELL, _LINE = "|", "\n"
# Marks of a list item before what stands alone, and what rules of a table are drawn with.
_BULLETS, _RULED = "-*•+", "-:|"
_DIGITS = re.compile(r"\d\d?([.:])\d\d")
_DECIMAL = re.compile(r"\d+\.\d+")
# Where nothing says what they are, hours that no journey takes speak for times of day.
_LATE = 6 * 60
# Lines that are looked back over for the head of a table; longer ones are seen in part.
_MOST_ROWS = 400


def written(reader: Reader, clock: Clock) -> str:
    """The mark between hour and minutes in digits alone: "." or ":"; "h" where the hour is marked; "" for any other wording."""
    if clock.marked:
        return "h"
    text = reader.found.reading.text[reader.line.units[clock.first].start : reader.line.units[clock.last - 1].end]
    match = _DIGITS.fullmatch(text)
    return match[1] if match else ""


def timetabled(reader: Reader, clocks: list[Clock]) -> set[int]:
    """The first units of the clocks that are times of day because of the table or list in which they stand alone."""
    tables: dict[int, _Table] = {}
    unsure = False
    for clock in clocks:
        if written(reader, clock) and _alone(reader, clock):
            start = _start(reader, clock.first)
            tables.setdefault(start, _Table(reader, start)).clocks[_place(reader, clock.first)] = clock
            unsure = unsure or not clock.sure
    return {c.first for table in tables.values() for c in table.times()} if unsure else set()


def _alone(reader: Reader, clock: Clock) -> bool:
    before = clock.first - 1
    while reader.line.kind(before) in _BULLETS:
        before -= 1
    return reader.line.kind(before) in (_CELL, _LINE) and reader.line.kind(clock.last) in (_CELL, _LINE)


Place = tuple[int, int]
"""The unit that a line starts with, and the number of the cell in it."""


def _place(reader: Reader, unit: int) -> Place:
    row = reader.line.shape.rfind(_LINE, 0, unit) + 1
    return row, reader.line.shape.count(_CELL, row, unit)


def _start(reader: Reader, unit: int) -> int:
    """The unit that the first line of the table or list around a unit starts with."""
    row = reader.line.shape.rfind(_LINE, 0, unit) + 1
    for _ in range(_MOST_ROWS):
        if row == 0 or reader.line.units[row - 1].value.count(_LINE) > 1:
            break
        row = reader.line.shape.rfind(_LINE, 0, row - 1) + 1
    return row


@dataclass(slots=True)
class _Table:
    """Lines without an empty one between, with the clocks that stand alone in their cells."""

    reader: Reader
    start: int
    clocks: dict[Place, Clock] = field(default_factory=dict)

    def times(self) -> list[Clock]:
        """The clocks that are times of day."""
        rows, columns = defaultdict(list), defaultdict(list)
        for (row, column), clock in self.clocks.items():
            rows[row].append(clock)
            columns[column].append(clock)
        around = self._above()
        return [
            clock
            for (row, column), clock in self.clocks.items()
            if not clock.sure and self._is_time(clock, around | self._said(row, column), [rows[row], columns[column]])
        ]

    def _is_time(self, clock: Clock, said: set[str], beside: list[list[Clock]]) -> bool:
        data, how = self.reader.words.data, written(self.reader, clock)
        if said & set(data["headings"]["others"]):
            return False
        named, company = bool(said & set(data["headings"]["times"])), any(len(clocks) > 1 for clocks in beside)
        if how == ".":
            return self._no_decimals() and (bool(data.get("dot")) or (named and company and any(map(_rising, beside))))
        return named or (company and any(other.minutes >= _LATE for clocks in beside for other in clocks))

    def _above(self) -> set[str]:
        """The words of the line above the table, a caption or heading."""
        return self._words(*self._line(self.start - 1)) if self.start else set()

    def _said(self, row: int, column: int) -> set[str]:
        """The words of the first cell of the column, and of the first of the row."""
        first = 1 if self.reader.line.kind(row) == _CELL else 0
        top = self._cell(self.start, column)
        return self._words(*top) | (self._words(*self._cell(row, first)) if column > first else set())

    def _line(self, end: int) -> Place:
        return self.reader.line.shape.rfind(_LINE, 0, end) + 1, end

    def _cell(self, row: int, column: int) -> tuple[int, int]:
        shape, start = self.reader.line.shape, row
        end = shape.find(_LINE, row)
        end = len(shape) if end < 0 else end
        for _ in range(column):
            found = shape.find(_CELL, start, end)
            if found < 0:
                return end, end
            start = found + 1
        stop = shape.find(_CELL, start, end)
        return start, end if stop < 0 else stop

    def _words(self, first: int, last: int) -> set[str]:
        units, tokens = self.reader.line.units, self.reader.found.reading.tokens
        return {tokens[index].key for unit in range(first, last) for index in range(units[unit].first, units[unit].last)}

    def _no_decimals(self) -> bool:
        """True where every figure with a point in these lines can be a time of day: 9.30 beside 12.75 is a price."""
        first, last = min(self.clocks)[0], max(clock.last for clock in self.clocks.values())
        units, text = self.reader.line.units, self.reader.found.reading.text
        end = text.find("\n", units[last - 1].end)
        text = text[units[first].start : end if end >= 0 else len(text)]
        return all(_DIGITS.fullmatch(m.group()) and m.group()[-2:] < "60" for m in _DECIMAL.finditer(text))


def _rising(clocks: list[Clock]) -> bool:
    return len(clocks) > 1 and all(one.minutes < other.minutes for one, other in pairwise(clocks))
