"""A told story -> typed entries for the formats that machines read: every place with its end, accepted findings included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claimdiff.report.document import Told
from claimdiff.report.place import Lines


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words of a finding stand; lines and columns count code points from 1, ends are the first behind."""

    document: int
    path: str
    lang: str
    label: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    value: str

    @property
    def spot(self) -> str:
        """path:line:column, or a name for the text where there is no path."""
        return f"{self.label}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding of a story; `suppression` says why it does not count, and is None for one that does."""

    story: str
    rule: str
    name: str
    type: str
    relation: str
    severity: str
    confidence: float
    fingerprint: str
    message: str
    why: str
    trace: tuple[str, ...]
    places: tuple[Place, ...]
    suppression: Mapping[str, Any] | None

    @property
    def accepted(self) -> str:
        """Why an accepted finding does not count, who said so and until when; empty for one that counts."""
        if self.suppression is None:
            return ""
        told = {key: self.suppression.get(key) for key in ("by", "expires")}
        more = [f"{key} {value}" for key, value in told.items() if value]
        return ", ".join([str(self.suppression.get("reason") or self.suppression["kind"]), *more])


_COPIED = ("rule", "name", "type", "relation", "severity", "confidence", "fingerprint", "message", "why")


def counted(told: Sequence[Told]) -> Iterator[Entry]:
    """The findings that count, story by story, in the order of the report."""
    return (entry for one in told for entry in entries(one) if entry.suppression is None)


def entries(told: Told) -> Iterator[Entry]:
    """The findings of a story, and behind them those that are accepted."""
    lines = [Lines(text) for text in told.texts]
    for finding in (*told.document["findings"], *told.document.get("accepted", ())):
        places = tuple(_place(told, evidence, lines[evidence["document"]]) for evidence in finding["evidence"])
        copied = {key: finding[key] for key in _COPIED}
        story = told.document["story"]
        yield Entry(story, **copied, trace=tuple(finding["trace"]), places=places, suppression=finding.get("suppression"))


def label(told: Told, document: int) -> str:
    """The path of a version, or a name for it where there is none."""
    version = told.document["documents"][document]
    return str(version["path"] or f"{told.document['story']}.{version['lang']}")


def _place(told: Told, evidence: Mapping[str, Any], lines: Lines) -> Place:
    number, end = evidence["document"], evidence["end"]
    version = told.document["documents"][number]
    end_line, end_column = lines.place(end)
    copied = {key: evidence[key] for key in ("start", "line", "column", "text", "value")}
    where = {"path": version["path"], "lang": version["lang"], "label": label(told, number)}
    return Place(number, **where, end=end, end_line=end_line, end_column=end_column, **copied)
