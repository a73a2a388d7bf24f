"""A text cut into lines and stretches, with the findings that rest on each stretch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimdiff.report.document import SEVERITIES

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")

Mark = tuple[int, int, int, str]
"""start, end, number of the finding, severity"""


class Segment(NamedTuple):
    """A stretch of a text; `findings` are the numbers of those that rest on it, `severity` the worst of theirs."""

    text: str
    findings: tuple[int, ...]
    severity: str


def segments(text: str, marks: Sequence[Mark]) -> list[Segment]:
    """The text cut wherever a mark begins or ends; joined again it is the text."""
    return [segment for line in lines(text, marks) for segment in line]


def lines(text: str, marks: Sequence[Mark]) -> list[list[Segment]]:
    """The lines of the text with their ends, each cut wherever a mark begins or ends."""
    rest, out = _cut(text, marks), []
    start, end, active = next(rest, (0, 0, ()))
    for line in _LINE.finditer(text):
        row: list[Segment] = []
        while start < line.end():
            row.append(_segment(text[max(start, line.start()) : min(end, line.end())], active))
            if end > line.end():
                break
            start, end, active = next(rest, (len(text), len(text), ()))
        if row:
            out.append(row)
    return out


def _cut(text: str, marks: Sequence[Mark]) -> Iterator[tuple[int, int, Sequence[Mark]]]:
    cuts = sorted({0, len(text), *(at for mark in marks for at in mark[:2])})
    opening: dict[int, list[Mark]] = {}
    for mark in marks:
        if mark[0] < mark[1]:
            opening.setdefault(mark[0], []).append(mark)
    active: list[Mark] = []
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark[1] > start] + opening.get(start, [])
        yield start, end, active


def _segment(text: str, active: Sequence[Mark]) -> Segment:
    findings = tuple(sorted({finding for _, _, finding, _ in active}))
    return Segment(text, findings, min((severity for *_, severity in active), key=SEVERITIES.index, default=""))
