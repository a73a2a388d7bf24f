"""Findings one a line, path:line:column first, for editors, grep and the log of a CI job."""

from __future__ import annotations

from collections.abc import Sequence

from claimdiff.report.document import Told
from claimdiff.report.entries import Entry, counted
from claimdiff.report.note import quoted, words
from claimdiff.report.terminal import single


def findings(told: Sequence[Told]) -> str:
    """A line a finding; nothing where nothing is found."""
    return "".join(_line(entry) + "\n" for entry in counted(told))


def _line(entry: Entry) -> str:
    first, *others = entry.places
    names = f"{entry.name}, {entry.type}, {entry.confidence}, {entry.fingerprint}"
    texts = "; ".join([f"{first.lang} {quoted(first.text)}", *(words(place) for place in others)])
    head = f"{first.spot}: {entry.severity} {entry.rule} {single(entry.message)} [{names}]"
    return single(f"{head} {texts}") + (f" ({single(entry.why)})" if entry.why else "")
