"""What is worked out once for each word and kept: a text says the same words again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

# More words than a book has, few enough to stay small over ten thousand stories.
_MOST = 200_000
_Said = TypeVar("_Said")


class Remembered(dict[str, _Said]):
    """What words say, by word: a word that is not known yet is worked out and remembered."""

    def __init__(self, work_out: Callable[[str], _Said]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, word: str) -> _Said:
        said = self._work_out(word)
        if len(self) < _MOST:
            self[word] = said
        return said
