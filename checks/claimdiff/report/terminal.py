"""Findings, claims and traces for a terminal, with or without colour; article text cannot steer the terminal."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from claimdiff.report.document import Told
from claimdiff.report.templates import Ready, environment
from claimdiff.report.view import view

# Escape sequences whole, then every control, bidirectional override and invisible mark but tabs and line ends.
_UNSAFE = re.compile(
    r"\x1b\[[0-?]{0,64}[ -/]{0,16}[@-~]|\x1b\][^\x07\x1b\n]{0,400}(?:\x07|\x1b\\)|\x1b[ -/]{0,16}[0-~]?"
    r"|[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
# Lines that a CI job takes for commands: "::error::" at the start of one, "##[error]" and "##vso[" anywhere.
_COMMAND = re.compile(r"(?m)(^[^\S\n]*:)(?=:)|(#)(?=#(?:[a-z]*\[|\Z))")
_STYLES = {"error": "1;31", "warning": "1;33", "info": "1;36", "strong": "1", "faint": "2", "mark": "1;4", "place": "36"}


def clean(text: str) -> str:
    """The text without anything that a terminal or the log of a CI job would obey."""
    return _COMMAND.sub(r"\g<0> ", _UNSAFE.sub("", text))


def single(text: str) -> str:
    """The text on one line, without anything that a terminal or the log of a CI job would obey."""
    return " ".join(clean(" ".join(text.split())).split())


def findings(told: Sequence[Told], colour: bool) -> str:
    """The report of some stories as lines of text."""
    stories = [view(one) for one in told]
    return _render("text.j2", colour, stories=stories)


def trace(told: Told, number: int, rule: Mapping[str, Any], colour: bool) -> str:
    """One finding of a story from the words to the rule; `number` as in the report."""
    story = view(told)
    return _render("trace.j2", colour, story=story, finding=story["findings"][number - 1], rule=rule)


def rule(shown: Mapping[str, Any], colour: bool) -> str:
    """A rule with its reason and its cases."""
    return _render("rule.j2", colour, rule=shown)


def claims(told: Sequence[Mapping[str, Any]], colour: bool) -> str:
    """The claims of some versions, one a line."""
    return _render("claims.j2", colour, versions=told)


def table(rows: Sequence[Sequence[object]]) -> str:
    """Rows in columns as wide as their widest cell."""
    cells = [[clean(str(cell)).replace("\n", " ") for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells)
    return "".join(line + "\n" for line in lines)


def _render(template: str, colour: bool, **values: object) -> str:
    return environment(clean).get_template(template).render(paint=_painter(colour), **values)


def _painter(colour: bool) -> Callable[[object, str], str]:
    def paint(text: object, style: str) -> str:
        shown = clean(str(text))
        return Ready(f"\x1b[{_STYLES[style]}m{shown}\x1b[0m") if colour else shown

    return paint
