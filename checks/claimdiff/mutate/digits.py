"""Figures in digits made wrong: other digits in the same places, so that the way of writing stays as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

NUMERAL = re.compile(r"\d(?:[.,'’\u00a0\u202f ]?\d)*")
# Of what is rounded or hedged only a figure this far off is wrong; of an exact one any that is not within rounding.
CLEARLY, JUST = Decimal("0.25"), Decimal("0.012")


def numerals(text: str) -> list[tuple[int, int]]:
    """Where the numerals of a text stand."""
    return [match.span() for match in NUMERAL.finditer(text)]


def others(numeral: str, exact: bool) -> list[str]:
    """The numeral with other digits, each a slip that a reader would call an error: 34,102 -> 43,102, 34,702, 37,102."""
    digits = [c for c in numeral if c.isdigit()]
    whole = Decimal("".join(digits))
    return [
        _written(numeral, new)
        for new in dict.fromkeys(_slips("".join(digits)))
        if whole and abs(Decimal(new) - whole) / whole >= (JUST if exact and len(digits) > 2 else CLEARLY if not exact else 0)
    ]


def _slips(digits: str) -> Iterator[str]:
    """Digits exchanged with their neighbour, one of the first three changed; never one, nought or more digits."""
    if len(digits) == 1:
        yield from (str(d) for d in range(2, 10) if 1 <= abs(d - int(digits)) <= 3 and digits not in "01")
        return
    for place, (left, right) in enumerate(pairwise(digits)):
        if left != right and not (place == 0 and right == "0"):
            yield digits[:place] + right + left + digits[place + 2 :]
    for place in range(min(3, len(digits))):
        for step in (2, 3, 5, 7):
            digit = (int(digits[place]) + step) % 10
            if digit or place:
                yield digits[:place] + str(digit) + digits[place + 1 :]


def _written(numeral: str, digits: str) -> str:
    rest = iter(digits)
    return "".join(next(rest) if c.isdigit() else c for c in numeral)


def tenfold(numeral: str) -> list[str]:
    """A whole number with a nought more or, where it ends in one, a nought less, grouped as it was."""
    marks = {c for c in numeral if not c.isdigit()}
    groups = re.split(r"\D", numeral)
    if len(marks) > 1 or numeral.startswith("0") or any(len(g) != 3 for g in groups[1:]) or len(numeral) == 1:
        return []
    digits, mark = "".join(groups), next(iter(marks), "")
    return [_grouped(d, mark) for d in (digits + "0", digits[:-1] if digits.endswith("0") and len(digits) > 2 else "") if d]


def _grouped(digits: str, mark: str) -> str:
    return re.sub(r"(?<=\d)(?=(?:\d{3})+$)", lambda _: mark, digits) if mark else digits
