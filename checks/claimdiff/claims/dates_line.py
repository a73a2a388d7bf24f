"""A text's units and their shape: what the shapes of dates and times are matched on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from claimdiff.text import Token

# Kinds of units:
#   M m  month, full and short; q Q the same where the word has another meaning; l such a one typed small
#   W v V  weekday, full, short, in the plural; S season; T quarter; t Q3; H half-year
#   d 1-12; D 13-31; n other two digits; Y four digits; x other digits; o 1st or twelfth; w twelve; N fifty
#   C century; I XVIII; K Settecento; E decade word; e 1990s; G nineties; P part ("end of"); B before Christ
#   R yesterday; F feast; U unit of time; ! a name that is no date; z Z other words, small and with a capital
#   in times: h hour mark; a part of the day; k noon; f b fraction behind and before the hour
#   a private character for each small word; marks stand for themselves


class Unit(NamedTuple):
    """Tokens first:last (none for a hyphen or a line end), plain offsets, the kind as one character, what it says."""

    kind: str
    first: int
    last: int
    start: int
    end: int
    value: str


class Units:
    """The units of a text, in order: a kind and a first token each; plain words and marks are built when asked for."""

    __slots__ = ("_built", "_firsts", "_kinds", "_tokens")

    def __init__(self, tokens: list[Token]) -> None:
        self._kinds: list[str] = []
        self._firsts: list[int] = []
        self._tokens = tokens
        self._built: dict[int, Unit] = {}

    def __len__(self) -> int:
        return len(self._firsts)

    def __getitem__(self, index: int) -> Unit:
        known = self._built.get(index)
        if known is not None:
            return known
        first = self._firsts[index]
        start, end, text, _, _ = self._tokens[first]
        known = self._built[index] = tuple.__new__(Unit, (self.shape[index], first, first + 1, start, end, text))
        return known

    def __iter__(self) -> Iterator[Unit]:
        return (self[index] for index in range(len(self._firsts)))

    @property
    def shape(self) -> str:
        """The kinds of all units, one character each."""
        if len(self._kinds) > 1:
            self._kinds = ["".join(self._kinds)]
        return self._kinds[0] if self._kinds else ""

    def put(self, unit: Unit) -> None:
        """Add a unit."""
        self._built[len(self._firsts)] = unit
        self._firsts.append(unit.first)
        self._kinds.append(unit.kind)

    def replace(self, units: dict[int, Unit]) -> None:
        """Put units in the places of others."""
        kinds = list(self.shape)
        for index, unit in units.items():
            self._built[index] = unit
            kinds[index] = unit.kind
        self._kinds = kinds

    def extend_plain(self, kinds: str, first: int) -> None:
        """Add units from token `first` on that are one token each and say but its text."""
        if kinds:
            self._kinds.append(kinds)
            self._firsts.extend(range(first, first + len(kinds)))


class Line:
    """The units with their shape: a string of their kinds, in which a shape's place is a unit's number.

    wide: the tokens of numbers that are longer than one token; counted: the tokens at which something counted starts.
    """

    __slots__ = ("counted", "shape", "units", "used", "wide")

    def __init__(self, parts: Units, wide: frozenset[int] = frozenset(), counted: frozenset[int] = frozenset()) -> None:
        self.units = parts
        self.shape = parts.shape
        self.used = bytearray(len(parts))
        self.wide, self.counted = wide, counted

    def free(self, first: int, last: int) -> bool:
        """True when no claim stands on the units yet."""
        return not any(self.used[first:last])

    def kind(self, index: int) -> str:
        """The kind of a unit; a line end outside the text."""
        return self.shape[index] if 0 <= index < len(self.shape) else "\n"

    def at(self, offset: int) -> int:
        """The number of the first unit at or behind an offset."""
        return bisect_left(range(len(self.units)), offset, key=lambda index: self.units[index].start)
