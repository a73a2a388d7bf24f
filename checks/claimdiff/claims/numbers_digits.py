"""Numbers in digits: groups of three, decimals, chains such as dates; every reading that the marks allow."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

_GROUPED = re.compile(r"[1-9]\d{0,2}(?P<mark>[ .,'])\d{3}(?:(?P=mark)\d{3})*(?!\d)(?:(?!(?P=mark))[.,](?P<rest>\d+))?(?![.,]?\d)")
_INDIAN = re.compile(r"[1-9]\d?(?:,\d\d)+,\d{3}(?:\.(?P<rest>\d+))?(?![.,]?\d)")
_CHAIN = re.compile(r"\d+(?:[.,]\d+){2,}")
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)|\d{4}\.\d{1,2}\.\d{1,2}|\d+(?:,\d+)+")
# "am 7.5. beginnt", but "magnitudo 7.5." at the end of a sentence.
_DAY_MONTH = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?= ?[a-zà-ÿ\d,;)\-–])(?!\d)")
_DECIMAL = re.compile(r"(\d+)[.,](\d+)(?!\d)")
_PLAIN = re.compile(r"\d+")
_LONGEST = 18
# With its marks and decimals.
_WIDEST = 40


class Digits(NamedTuple):
    """A number in digits: plain offsets, its likeliest value and the other readings."""

    start: int
    end: int
    value: Decimal
    readings: tuple[Decimal, ...] = ()


def read_digits(text: str, at: int, group: str, decimal: str) -> tuple[list[Digits], int]:
    """The numbers that the digits at offset `at` write, and where they end.

    group: the language's marks between groups; decimal: its mark before decimals. A date's or a list's chain is several
    numbers; a version number or an address is none, nor is what has more digits than any amount.
    """
    read, end = _read(text, at, group, decimal)
    return [one for one in read if one.end - one.start <= _WIDEST], end


def _read(text: str, at: int, group: str, decimal: str) -> tuple[list[Digits], int]:
    if "," in group and (match := _INDIAN.match(text, at)):
        return [_grouped(match)], match.end()
    if match := _GROUPED.match(text, at):
        return [_by_language(match, decimal)], match.end()
    if match := _CHAIN.match(text, at):
        return (_each(match) if _DATE.fullmatch(match[0]) else []), match.end()
    if decimal != "." and (match := _DAY_MONTH.match(text, at)):
        return _each(match), match.end() - 1
    if match := _DECIMAL.match(text, at):
        return [Digits(at, match.end(), Decimal(f"{match[1]}.{match[2]}"))], match.end()
    return _whole(text, at)


def _whole(text: str, at: int) -> tuple[list[Digits], int]:
    match = _PLAIN.match(text, at)
    end = match.end() if match else at + 1
    if not match or end - at > _LONGEST:
        return [], end
    if text[max(0, at - 1) : at] in (".", ",") and text[max(0, at - 2) : at - 1] in ("", " ", "(", "\n", "-"):
        return [Digits(at - 1, end, Decimal(f"0.{match[0]}"))], end
    return [Digits(at, end, Decimal(match[0]))], end


def _each(match: re.Match[str]) -> list[Digits]:
    base = match.start()
    return [Digits(base + m.start(), base + m.end(), Decimal(m[0])) for m in _PLAIN.finditer(match[0]) if len(m[0]) <= _LONGEST]


def _grouped(match: re.Match[str]) -> Digits:
    rest = match["rest"]
    whole = re.sub(r"\D", "", match[0][: -len(rest) - 1] if rest else match[0])
    return Digits(match.start(), match.end(), Decimal(f"{whole}.{rest}" if rest else whole))


def _by_language(match: re.Match[str], decimal: str) -> Digits:
    """1.500: the language says whether thousands or decimals are likelier; the other one is kept as a reading."""
    grouped, mark = _grouped(match), match["mark"]
    if mark not in ".," or match["rest"] or match[0].count(mark) > 1:
        return grouped
    fraction = Decimal(match[0].replace(mark, "."))
    if match[0].endswith("000"):
        # Nobody measures to three noughts: "480.000" is thousands in whatever language, and 480 at most in a wrong one.
        return grouped._replace(readings=(fraction,)) if mark == decimal else grouped
    if mark == decimal:
        return grouped._replace(value=fraction, readings=(grouped.value,))
    return grouped._replace(readings=(fraction,))
