"""Counts as the widths of bars, in hundredths, and the rows of the page's small charts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from claimdiff.report.document import SEVERITIES
from claimdiff.report.view import summary


class Part(NamedTuple):
    """One part of a bar: what it stands for, where it begins and how wide it is, of a hundred."""

    kind: str
    start: float
    width: float


def bar(counts: Mapping[str, int], whole: int | None = None) -> list[Part]:
    """The counts as parts of one bar, in their order; `whole` is what fills it, their sum if not given."""
    scale = 100 / (whole or sum(counts.values()) or 1)
    widths = [round(count * scale, 2) for count in counts.values()]
    starts = accumulate(widths, initial=0.0)
    return [Part(kind, round(start, 2), width) for kind, start, width in zip(counts, starts, widths, strict=False) if width]


def types(findings: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """A row for each type, the commonest first, with its bar and its counts in words."""
    rows = Counter(finding["type"] for finding in findings)
    most = max(rows.values(), default=0)
    return [_type(kind, [f for f in findings if f["type"] == kind], most) for kind, _ in sorted(rows.items(), key=_commonest)]


def _commonest(row: tuple[str, int]) -> tuple[int, str]:
    return -row[1], row[0]


def _type(kind: str, findings: Sequence[Mapping[str, Any]], most: int) -> dict[str, Any]:
    counts = severities(findings)
    return {"type": kind, "count": len(findings), "bar": bar(counts, most), "words": summary(counts)}


def severities(findings: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """How many findings there are of each severity."""
    count = Counter(finding["severity"] for finding in findings)
    return {severity: count[severity] for severity in SEVERITIES}


def coverage(rows: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]:
    """A row for each kind of claim: found in each version, linked, and the linked part of what could be linked at most."""
    most = max((max(row["found"], default=0) for row in rows.values()), default=0)
    return [_coverage(kind, row, most) for kind, row in rows.items()]


def _coverage(kind: str, row: Mapping[str, Any], most: int) -> dict[str, Any]:
    found = list(row["found"])
    linked = min(row["linked"], max(found, default=0))
    shown = bar({"linked": linked, "alone": max(found, default=0) - linked}, most)
    return {"kind": kind.replace("_", " "), "found": found, "linked": row["linked"], "bar": shown}


def share(rows: Mapping[str, Mapping[str, Any]]) -> int | None:
    """Of a hundred claims of the version that makes fewest, how many are linked, over all kinds; None without any."""
    possible = sum(min(row["found"], default=0) for row in rows.values())
    linked = sum(min(row["linked"], min(row["found"], default=0)) for row in rows.values())
    return round(100 * linked / possible) if possible else None
