"""How number words add up: each word is fed to a Sum, which takes it or refuses it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

Amount = int | Decimal
HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A number word, or a piece of a compound one.

    kind: "add" (a value below 1000), "article" (counts as one before a scale and behind tens, alone never), "hundred",
    "scale", "collective" (dozen, centaine), "half" (before a scale), "and_half" (behind a number), "link" (und).
    room: values below it may follow (20 behind French soixante). upto: how many hundreds it can make (nineteen hundred).
    inner_room: as room, but only inside a number (the dix of a badly made quatre-vingt-dix-troisième).
    """

    kind: str
    value: Amount
    room: int = 0
    ordinal: bool = False
    bare: bool = False
    approximate: bool = False
    upto: int = 0
    inner_room: int = 0
    opening: bool = False
    only_scale: bool = False


class Sum(NamedTuple):
    """A number on its way: closed parts ("two million"), the open group below 1000, and what may follow."""

    parts: tuple[tuple[Amount, Amount], ...] = ()
    group: Amount | None = None
    room: int = 0
    last: str = ""
    ordinal: bool = False
    approximate: bool = False
    linked: bool = False

    @property
    def total(self) -> Amount:
        """The value so far."""
        return sum((value for value, _ in self.parts), start=self.group or 0)

    @property
    def empty(self) -> bool:
        """True before the first word."""
        return not self.last

    @property
    def whole(self) -> bool:
        """True when this can be the end: an article, a half or a bare scale alone is no number."""
        return not self.empty and self.last not in ("article alone", "half")

    def feed(self, lexeme: Lexeme) -> Sum | None:
        """The sum with this word, or None when the word does not continue the number."""
        taken = _FEED[lexeme.kind](self, lexeme)
        if taken is None or not (lexeme.ordinal or lexeme.approximate):
            return taken
        return taken._replace(ordinal=lexeme.ordinal or self.ordinal, approximate=self.approximate or lexeme.approximate)


def digits(value: Decimal) -> Sum:
    """The sum that starts with a number in digits: only scales can follow."""
    return Sum(group=value, last="digits")


def _add(number: Sum, lexeme: Lexeme) -> Sum | None:
    if number.last in ("collective", "and_half"):
        return None
    if number.group is None:
        if number.parts and not lexeme.value:
            return None
        return number._replace(group=lexeme.value, room=lexeme.room, last="add")
    if 0 < lexeme.value < number.room:
        return number._replace(group=number.group + lexeme.value, room=lexeme.room or lexeme.inner_room, last="add")
    return None


def _article(number: Sum, lexeme: Lexeme) -> Sum | None:
    if number.empty:
        return number._replace(group=1, room=0, last="article alone")
    return None if lexeme.opening else _add(number, lexeme)


def _hundred(number: Sum, lexeme: Lexeme) -> Sum | None:
    if number.last in ("collective", "and_half", "half"):
        return None
    group = number.group
    if group is None:
        return number._replace(group=100, room=100, last="hundred") if lexeme.bare else None
    if number.last == "digits":
        return number._replace(group=group * 100, room=100, last="hundred") if lexeme.upto > 20 and group < 100 else None
    if 1 <= group <= lexeme.upto and (group < 10 or group % 10):
        return number._replace(group=group * 100, room=100, last="hundred")
    return None


def _scale(number: Sum, lexeme: Lexeme) -> Sum | None:
    kept = tuple(part for part in number.parts if part[1] >= lexeme.value)
    inner = number.parts[len(kept) :]
    base: Amount = sum((value for value, _ in inner), start=number.group or 0)
    if (kept and kept[-1][1] == lexeme.value) and not _goes_on(number, base):
        return None
    if inner and number.linked and number.group is not None:
        return None
    if number.group is None and not inner:
        if not lexeme.bare:
            return None
        base = 1
    if not base or (number.last != "digits" and base >= lexeme.value and lexeme.value < 10**6):
        return None
    return number._replace(parts=(*kept, (base * lexeme.value, lexeme.value)), group=None, room=0, last="scale", linked=False)


def _goes_on(number: Sum, base: Amount) -> bool:
    """True for the second million of "seis mil milhões duzentos milhões": behind whole thousands of them."""
    value, scale = number.parts[-1]
    return number.group is not None and base < 1000 <= value / scale and value / scale % 1000 == 0


def _collective(number: Sum, lexeme: Lexeme) -> Sum | None:
    if number.last == "of":
        return _scale(number, lexeme)
    if number.parts or number.last == "collective":
        return None
    group = number.group
    if group is None:
        group = 1 if lexeme.bare else None
    if group is None or not 0 < group < 1000 or (group > 100 and group % 100 and number.last != "digits"):
        return None
    part = (group * lexeme.value, lexeme.value)
    return number._replace(parts=(part,), group=None, room=0, last="collective")


def _half(number: Sum, lexeme: Lexeme) -> Sum | None:
    return number._replace(group=lexeme.value, room=0, last="half") if number.empty else None


def _and_half(number: Sum, lexeme: Lexeme) -> Sum | None:
    if number.group is None:
        if not number.parts or number.ordinal:
            return None
        value, scale = number.parts[-1]
        return number._replace(parts=(*number.parts[:-1], (value + HALF * scale, scale)), last="and_half")
    if lexeme.only_scale or number.last in ("half", "and_half") or number.ordinal:
        return None
    return number._replace(group=number.group + HALF, room=0, last="and_half")


def _link(number: Sum, _: Lexeme) -> Sum | None:
    return None if number.empty else number


_FEED: dict[str, Callable[[Sum, Lexeme], Sum | None]] = {
    "add": _add,
    "article": _article,
    "hundred": _hundred,
    "scale": _scale,
    "collective": _collective,
    "half": _half,
    "and_half": _and_half,
    "link": _link,
}


def spelled(value: Amount) -> str:
    """A decimal string without exponent and without trailing zeros."""
    text = format(Decimal(value), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text if text not in ("-0", "") else "0"
