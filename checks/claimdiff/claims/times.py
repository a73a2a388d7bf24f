"""Claims: times of day, as "18:30", and ranges of them, as "10:00/18:30"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from claimdiff.claims.dates_line import Line
from claimdiff.claims.dates_units import read_units
from claimdiff.claims.dates_words import words
from claimdiff.claims.found import Found
from claimdiff.claims.times_cells import timetabled, written
from claimdiff.claims.times_clock import GRAMMAR, NOON, Clock, Reader
from claimdiff.model import Claim

_HALF_DAY = NOON * 60
# What tells the half of the day of a time behind which it stands.
_HALVES = frozenset({"am", "pm"})
# A comma and a word for "and" at most stand between two times of a list.
_GAP = 2


def find(found: Found) -> list[Claim]:
    """The times of day of a text; takes their tokens. Durations ("4 h 02 min") are left to quantities."""
    code = found.language.code
    spelled = {n.first: n for n in found.numbers if n.form == "words"}
    line = Line(read_units(found.reading, words(code, GRAMMAR), spelled))
    reader = Reader(found, line, words(code, GRAMMAR), code)
    clocks = _ranges(reader, sorted(reader.clocks(), key=lambda c: c.first))
    return [claim for group in clocks if (claim := _claim(found, line, group))]


def _ranges(reader: Reader, clocks: list[Clock]) -> list[list[Clock]]:
    """The sure times; two that a text joins are one range, and a sure one lends its sureness to its partner."""
    out: list[list[Clock]] = []
    for clock in clocks:
        before = out[-1][-1] if out else None
        if before and len(out[-1]) == 1 and _joined(reader, before, clock):
            if not before.sure and not before.half and clock.half == "pm" and before.minutes + _HALF_DAY < clock.minutes:
                before.minutes += _HALF_DAY
            out[-1].append(clock)
        else:
            out.append([clock])
    _lend(reader, out)
    alone = timetabled(reader, [group[0] for group in out if len(group) == 1])
    return [group for group in out if any(c.sure for c in group) or _spans(reader, group) or group[0].first in alone]


def _lend(reader: Reader, groups: list[list[Clock]]) -> None:
    """Make all times of a list sure where one is: "um 8.45, 12.15 und 20.45 Uhr", "alle 9.15, 12 e 18.30"."""
    for run in _runs(reader, groups):
        opened = any(reader.plays(role, run[0][0].first - 1) for role in ("at", "at_sure"))
        joined = any(_tells_and(reader, range(one[-1].last, other[0].first)) for one, other in pairwise(run))
        if not (opened or joined) or not any(clock.sure for group in run for clock in group):
            continue
        halves = {clock.half for group in run for clock in group} & _HALVES
        for group in run:
            bare = not written(reader, group[0])
            # A figure alone may count what follows it: "alle 18, 12 persone".
            listed = not bare or (opened and joined and (group is not run[-1] or reader.closes(group[0].last)))
            if len(group) == 1 and not group[0].sure and listed:
                group[0].sure = True
                # "At 7.15, 10.30 and 6.45 pm": which of them are in the afternoon is not told.
                group[0].later = bool(halves) and not group[0].half


def _runs(reader: Reader, groups: list[list[Clock]]) -> Iterator[list[list[Clock]]]:
    """The times that only commas and "and" part."""
    run: list[list[Clock]] = []
    for group in groups:
        gap = range(run[-1][-1].last, group[0].first) if run else range(0)
        if run and not (0 < len(gap) <= _GAP and all(reader.line.kind(i) == "," or _tells_and(reader, (i,)) for i in gap)):
            yield run
            run = []
        run.append(group)
    if run:
        yield run


def _tells_and(reader: Reader, gap: Iterable[int]) -> bool:
    return any(reader.plays(role, i) for role in ("and", "to") for i in gap)


def _joined(reader: Reader, before: Clock, clock: Clock) -> bool:
    gap = range(before.last, clock.first)
    alike = (before.marked and clock.marked) or _dotted(reader, before)
    if len(gap) not in (1, 2) or not (before.sure or clock.sure or alike) or clock.minutes == before.minutes:
        return False
    if len(gap) == 1 and reader.line.kind(before.last) == "-":
        return True
    opened = reader.plays("from", before.first - 1) or reader.plays("at_sure", before.first - 1)
    told = any(reader.plays("to", i) for i in gap) and all(reader.plays("to", i) or reader.plays("at", i) for i in gap)
    return told and (opened or (before.sure and not _is_and(reader, gap)))


def _is_and(reader: Reader, gap: range) -> bool:
    return any(reader.plays("and", i) for i in gap)


def _dotted(reader: Reader, clock: Clock) -> bool:
    return bool(reader.words.data.get("dot")) and written(reader, clock) == "."


def _spans(reader: Reader, group: list[Clock]) -> bool:
    """True for 10.00–18.30 and 10h-18h."""
    return len(group) == 2 and (all(_dotted(reader, clock) for clock in group) or all(clock.marked for clock in group))


def _claim(found: Found, line: Line, group: list[Clock]) -> Claim | None:
    first, last = line.units[group[0].first], line.units[group[-1].last - 1]
    found.take(first.first, last.last, "time")
    value = "/".join(_told(clock.minutes) for clock in group)
    later = group[0].later and len(group) == 1
    readings = (_told(group[0].minutes + _HALF_DAY),) if later and group[0].minutes < _HALF_DAY else ()
    rule = "times.range" if len(group) > 1 else "times.clock"
    return Claim("time", first.start, last.end, value, readings=readings, found_by=rule)


def _told(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
