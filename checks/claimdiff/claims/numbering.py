"""Numbers that only count off what a line lists: "1. Benhamou 2 h 11; 2. Zanotti; 3. Reis", "1) … 2) …"."""

from __future__ import annotations

from claimdiff.claims.found import Found, Number

# A list has at least a first and a second; where no mark stands behind the numbers, a third as well.
_MARKED, _BARE = 2, 3
_MARKS = frozenset(".)°º")
_BEFORE = frozenset(":;,.–—-(|•/")
_MOST_DIGITS = 2


def numbering(found: Found) -> frozenset[int]:
    """The first tokens of the numbers that count off the entries of their line: from one upwards, each before a name."""
    out: set[int] = set()
    run: list[tuple[Number, bool]] = []
    for number in found.numbers:
        marked = _opens(found, number)
        if marked is None:
            continue
        if not (run and int(number.value) == len(run) + 1 and _one_line(found, run[-1][0], number)):
            out |= _kept(run)
            run = []
        if run or number.value == "1":
            run.append((number, marked))
    return frozenset(out | _kept(run))


def _kept(run: list[tuple[Number, bool]]) -> set[int]:
    long = len(run) >= (_MARKED if all(marked for _, marked in run) else _BARE)
    return {number.first for number, _ in run} if long else set()


def _opens(found: Found, number: Number) -> bool | None:
    """Whether a mark stands behind a number that may open an entry; None where it opens none."""
    text = found.reading.text
    digits = len(found.reading.tokens[number.first].text)
    if not number.value.isdecimal() or digits > _MOST_DIGITS or not found.reading.tokens[number.first].text.isdecimal():
        return None
    end = number.start + digits
    before = text[max(0, number.start - 3) : number.start].rstrip(" ")
    if number.start > 0 and before[-1:] not in _BEFORE and not before.endswith("\n"):
        return None
    marked = text[end : end + 1] in _MARKS
    rest = text[end + marked : end + marked + 3]
    return marked if rest[:1] == " " and rest.strip(" «»\"'“„")[:1].isupper() else None


def _one_line(found: Found, one: Number, other: Number) -> bool:
    return "\n" not in found.reading.text[one.end : other.start]
