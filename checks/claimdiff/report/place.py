"""Where a code point stands: its line and column, and the words around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\n|\r")
_AROUND = 60


class Context(NamedTuple):
    """Words of a text with what stands before and behind on their line, spaces run together."""

    before: str
    words: str
    after: str


class Lines:
    """The lines of a text; `place(offset)` is line and column, both from 1, the column in code points."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(m.end() for m in _LINE_END.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def context(text: str, start: int, end: int) -> Context:
    """The words at start:end with up to sixty code points of their line on either side, cut between words."""
    before = _LINE_END.split(text[max(0, start - _AROUND) : start])[-1]
    after = _LINE_END.split(text[end : end + _AROUND])[0]
    if len(before) == _AROUND:
        before = "…" + before[max(0, before.find(" ")) :]
    if len(after) == _AROUND:
        after = after[: after.rfind(" ") + 1 or _AROUND] + "…"
    return Context(_single(before), " ".join(text[start:end].split()), _single(after))


def _single(words: str) -> str:
    """One space for each run of them, also at the ends."""
    return re.sub(r"\s+", " ", words)
