"""The one family of errors: they carry facts, and only the command line speaks them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path


class ClaimdiffError(Exception):
    """What went wrong, where, and what was meant instead."""

    def __init__(
        self,
        problem: str,
        path: str | Path | None = None,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.path = None if path is None else str(path)
        self.line = line
        self.column = column

    def __str__(self) -> str:
        place = [str(part) for part in (self.path, self.line, self.column) if part is not None]
        return ": ".join([":".join(place), self.problem] if place else [self.problem])

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions cross process boundaries in a run with several workers.
        return type(self), (self.problem, self.path, self.line, self.column)


class InputError(ClaimdiffError):
    """A story, a version or a table that cannot be read."""


class DataError(ClaimdiffError):
    """A rule, lexicon or configuration file that is wrong."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean "message"?` or nothing, for the end of an error."""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f'; did you mean "{near[0]}"?' if near else ""
