"""Where the sentences of a version stand in its tables: a cell is a sentence of its own, parted from the next by "|"."""

from __future__ import annotations

from claimdiff.model import Cell
from claimdiff.text import Reading

_MARK = "|"


def cells(reading: Reading) -> dict[int, Cell]:
    """Sentence number -> its table, row and column; lines that have no "|" are in no table."""
    out: dict[int, Cell] = {}
    table = row = 0
    end = None
    for line in _lines(reading):
        first, last = reading.sentences[line[0]], reading.sentences[line[-1]]
        if end is None or reading.text.count("\n", end, first.start) > 1:
            table, row = table + 1, 0
        end = last.end
        out.update({number: Cell(table, row, column) for column, number in _columns(reading, line)})
        row += 1
    return out


def _lines(reading: Reading) -> list[list[int]]:
    """The numbers of the sentences of each line that has a mark."""
    lines: list[list[int]] = []
    end = 0
    for number, sentence in enumerate(reading.sentences):
        if not lines or "\n" in reading.text[end : sentence.start]:
            lines.append([])
        lines[-1].append(number)
        end = sentence.end
    return [line for line in lines if any(_marked(reading, number) for number in line)]


def _marked(reading: Reading, number: int) -> bool:
    return reading.tokens[reading.sentences[number].last - 1].text == _MARK


def _columns(reading: Reading, line: list[int]) -> list[tuple[int, int]]:
    """(column, sentence) along a line; the mark that a line begins with opens its first cell."""
    opened = len(line) > 1 and _bare(reading, line[0])
    column, out = -1 if opened else 0, []
    for number in line:
        if not _bare(reading, number):
            out.append((column, number))
        column += _marked(reading, number)
    return out


def _bare(reading: Reading, number: int) -> bool:
    sentence = reading.sentences[number]
    return sentence.last - sentence.first == 1 and _marked(reading, number)
