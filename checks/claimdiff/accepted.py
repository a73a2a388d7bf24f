"""What was accepted: entries of claimdiff.accepted.yaml and comments in the texts, and a story's document without it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

Document = Mapping[str, Any]
"""A story as reports/findings.schema.json has it."""
Found = Mapping[str, Any]
"""A finding of such a document."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One accepted finding. Story and fingerprint name it; `expires` is the last day on which it holds; `line` its place.

    message, evidence and confidence are those of the day it was accepted, for who reads the file.
    """

    story: str
    fingerprint: str
    rule: str
    reason: str
    by: str | None = None
    expires: date | None = None
    message: str = ""
    evidence: tuple[str, ...] = ()
    confidence: float | None = None
    line: int = 0

    @property
    def key(self) -> tuple[str, str]:
        """What no two entries share."""
        return self.story, self.fingerprint

    @property
    def terms(self) -> tuple[str, str | None, date | None]:
        """Why it holds, who says so, and until when."""
        return self.reason, self.by, self.expires

    def holds(self, today: date) -> bool:
        """True to the end of the day it expires on."""
        return self.expires is None or today <= self.expires


@dataclass(frozen=True, slots=True)
class Mark:
    """A comment in a text that takes one rule off the words at start:end; `place` is path, line and column of the comment."""

    document: int
    rule: str
    reason: str
    start: int
    end: int
    place: tuple[str, int, int]
    form: str

    def covers(self, finding: Found) -> bool:
        """True when the finding is of its rule and rests on words in its reach."""
        return bool(finding["rule"] == self.rule) and any(
            e["document"] == self.document and e["start"] < self.end and self.start < e["end"] for e in finding["evidence"]
        )


@dataclass(frozen=True, slots=True)
class Settled:
    """A document without what is accepted, the entries that its findings match (in force or not), and the marks that cover one."""

    document: dict[str, Any]
    matched: frozenset[Entry]
    used: frozenset[Mark]


def settle(document: Document, entries: Iterable[Entry], marks: Sequence[Mark], today: date) -> Settled:
    """The document with what is accepted under "accepted", and the rest counted anew."""
    story = plain(document["story"])
    known = {entry.fingerprint: entry for entry in entries if entry.story == story}
    told = [(finding, known.get(finding["fingerprint"]), _covering(marks, finding)) for finding in document["findings"]]
    reasons = [(finding, _suppression(entry, over, today)) for finding, entry, over in told]
    return Settled(
        _parted(document, reasons),
        frozenset(entry for _, entry, _ in told if entry),
        frozenset(mark for *_, over in told for mark in over),
    )


def everything(document: Document) -> list[dict[str, Any]]:
    """The findings of a document, those that are accepted last."""
    return [*document["findings"], *document.get("accepted", ())]


def entry(document: Document, finding: Found, reason: str, by: str | None, expires: date | None) -> Entry:
    """The entry that accepts this finding."""
    languages = [shown["lang"] for shown in document["documents"]]
    words = [f"{languages[e['document']]}: {plain(e['text'])}" for e in finding["evidence"]]
    return Entry(
        plain(document["story"]), finding["fingerprint"], finding["rule"], plain(reason), plain(by or "") or None, expires,
        plain(finding["message"]), tuple(dict.fromkeys(words)), finding["confidence"],
    )  # fmt: skip


def plain(text: str) -> str:
    """The text on one line, without what is not printed."""
    return " ".join("".join(c if c.isprintable() else " " if c.isspace() else "" for c in text).split())


def _covering(marks: Iterable[Mark], finding: Found) -> list[Mark]:
    return [mark for mark in marks if mark.covers(finding)]


def _suppression(entry: Entry | None, marks: Sequence[Mark], today: date) -> dict[str, Any] | None:
    """Why a finding does not count; None when it does. The comment in the text comes first: it stands nearer."""
    if marks:
        return {"kind": "inline", "reason": marks[0].reason, "by": None, "expires": None}
    if entry is None or not entry.holds(today):
        return None
    expires = entry.expires.isoformat() if entry.expires else None
    return {"kind": "accepted", "reason": entry.reason, "by": entry.by, "expires": expires}


def _parted(document: Document, told: Sequence[tuple[Found, dict[str, Any] | None]]) -> dict[str, Any]:
    accepted = [{**finding, "suppression": why} for finding, why in told if why]
    if not accepted:
        return dict(document)
    counting = [finding for finding, why in told if not why]
    summary = {level: sum(finding["severity"] == level for finding in counting) for level in document["summary"]}
    out: dict[str, Any] = {}
    for key, value in document.items():
        out[key] = {"findings": counting, "summary": summary}.get(key, value)
        if key == "findings":
            out["accepted"] = accepted
    return out
