"""What a builder of dates sees: a shape's match in a text, and the draft that it makes of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from claimdiff.claims.dates_line import Line, Unit
from claimdiff.claims.dates_values import HALVES, When
from claimdiff.claims.dates_words import Words
from claimdiff.claims.found import Found


@dataclass(slots=True)
class Draft:
    """A date found: units first:last, its value (an end for a range), the rule and what else is to be told."""

    first: int
    last: int
    when: When
    rule: str
    end: When | None = None
    details: dict[str, str] = field(default_factory=dict)
    readings: tuple[str, ...] = ()
    # The other days of a list ("les 4 et 12 novembre"), and the units that tell how long ago ("32 mois").
    more: tuple[Draft, ...] = ()
    span: tuple[int, int] | None = None


@dataclass(slots=True)
class Match:
    """A shape's match with what a builder asks about it."""

    found: Found
    words: Words
    line: Line
    hit: re.Match[str]
    name: str

    @property
    def code(self) -> str:
        """The language whose words are read."""
        return self.found.language.code

    def unit(self, *groups: str) -> Unit | None:
        """The first unit of the first of these groups that took part."""
        index = self.index(*groups)
        return None if index < 0 else self.line.units[index]

    def index(self, *groups: str) -> int:
        """The number of that unit; -1 when none took part."""
        hit = self.hit
        known = hit.re.groupindex
        for group in groups:
            if group in known and (start := hit.start(group)) >= 0:
                return start
        return -1

    def value(self, *groups: str) -> str:
        """What that unit says; empty when none took part."""
        unit = self.unit(*groups)
        return unit.value if unit else ""

    def number(self, *groups: str) -> int:
        """The same as a number; 0 when none took part."""
        value = self.value(*groups)
        return int(value) if value.isdecimal() else 0

    def before(self, index: int, *roles: str) -> bool:
        """True when the unit before is a small word with one of the roles."""
        return self.after(index - 1, *roles)

    def after(self, index: int, *roles: str) -> bool:
        """True when the unit is a small word with one of the roles."""
        kind, players = self.line.kind(index), self.words.roles
        return any(kind in players.get(role, ()) for role in roles)

    def tight(self, first: int, last: int) -> bool:
        """True when no space stands inside the units, and no digits are glued on ("24.11.2025", not "24. 11")."""
        text, start, end = self.found.reading.text, self.line.units[first].start, self.line.units[last - 1].end
        return " " not in text[start:end] and not self.glued(first, last)

    def glued(self, first: int, last: int) -> bool:
        """True when the units are part of a longer figure: 3,5 or 1/24 or 12-2018-7."""
        text, start, end = self.found.reading.text, self.line.units[first].start, self.line.units[last - 1].end
        left, right = text[max(0, start - 2) : start], text[end : end + 2]
        before = text[start].isdecimal() and _GLUED_LEFT.fullmatch(left)
        return bool(before) or bool(text[end - 1].isdecimal() and _GLUED_RIGHT.fullmatch(right))

    def ends(self, index: int) -> bool:
        """True when what was said before unit index ends there: a mark, a line end."""
        return not (self.line.kind(index).isalnum() or self.line.kind(index) >= "\ue000")

    def draft(self, first: int, when: When, end: When | None = None, readings: tuple[str, ...] = ()) -> Draft:
        """The match from unit `first` on as a date."""
        part = self.value("p")
        if part in HALVES and when.year and when.month is None:
            # "The first half of 2026" is a half of EDTF, the first half of May is not.
            when, part = when._replace(month=HALVES[part]), ""
        return Draft(
            first,
            self.hit.end(),
            when._replace(part=part) if part else when,
            f"dates.{self.name}",
            end,
            {"part": part} if part else {},
            readings,
        )


_GLUED_LEFT = re.compile(r"\d[.,:/\-]|.?[$€£#@_=+]")
_GLUED_RIGHT = re.compile(r"[.,:/\-]\d|[%€$£_=@].?")
Builder = Callable[[Match], Draft | None]
