"""The comments of a Markdown or HTML file that speak to claimdiff, each with the block it stands in and the one it heads."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from claimdiff.read import html, markdown
from claimdiff.read.document import mask_of
from claimdiff.read.mask import UNSEEN, Span

ADDRESS = "claimdiff-"
"""What a comment to claimdiff begins with."""

_WORDS = re.compile(rf"[^\s{UNSEEN}]+")
_END = sys.maxsize


class Remark(NamedTuple):
    """A comment: where it stands, what it says, its block, and the next block with prose (empty when there is none)."""

    start: int
    end: int
    words: str
    here: Span
    following: Span


def remarks(text: str, path: str) -> list[Remark]:
    """The comments to claimdiff in a file, in order; plain text has none."""
    mask = mask_of(text, path) if ADDRESS in text else None
    if mask is None:
        return []
    form = html if mask is html.mask else markdown
    said = [(start, end, text[start + 4 : end - 3].strip()) for start, end in form.comments(text)]
    layout = _Layout(mask(text), form.blocks(text))
    return [Remark(*one, *layout.around(*one[:2])) for one in said if one[2].startswith(ADDRESS)]


class _Layout:
    """The blocks of a file and those with prose, by where they begin."""

    def __init__(self, readable: str, blocks: list[Span]) -> None:
        self._words = [match.span() for match in _WORDS.finditer(readable)]
        self._blocks, self._begins = blocks, [start for start, _ in blocks]
        self._told = [block for block in blocks if self._prose(*block)]
        self._told_begins = [start for start, _ in self._told]

    def around(self, start: int, end: int) -> tuple[Span, Span]:
        """The block that holds start:end, and the next one with prose: the rest of the same one below its top."""
        here = self._blocks[bisect_right(self._begins, start) - 1]
        if not self._prose(here[0], start) and self._prose(end, here[1]):
            return here, (end, here[1])
        at = bisect_left(self._told_begins, end)
        return here, self._told[at] if at < len(self._told) else (end, end)

    def _prose(self, start: int, end: int) -> bool:
        at = bisect_right(self._words, (start, _END))
        return (at > 0 and self._words[at - 1][1] > start) or (at < len(self._words) and self._words[at][0] < end)
