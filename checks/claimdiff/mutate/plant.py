"""The words of planting: an edit, a plant (one known error in one version), and the version with it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

from claimdiff.model import Version

T = TypeVar("T")


class Edit(NamedTuple):
    """The words start:end of a version become `words`."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Plant:
    """One error: its kind, the version it goes into, what it changes, and whether another version says the same as now.

    claim: the number of the claim that is made wrong, for what is told of the place (a mention that stands twice).
    """

    kind: str
    document: int
    edits: tuple[Edit, ...]
    linked: bool
    claim: int | None = None


def planted(version: Version, plant: Plant) -> Version:
    """The version with the error in it; markup around the words stays as it is."""
    masked = None if version.masked is None else changed(version.masked, plant.edits)
    return replace(version, text=changed(version.text, plant.edits), masked=masked)


def changed(text: str, edits: Sequence[Edit]) -> str:
    """The text after the edits, which do not overlap."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.words + text[edit.end :]
    return text


def spans(edits: Sequence[Edit]) -> list[tuple[int, int]]:
    """Where the planted words stand in the changed text; of words cut out, the letters on both sides."""
    out, moved = [], 0
    for edit in sorted(edits):
        start = edit.start + moved
        out.append((start, start + len(edit.words)) if edit.words else (max(0, start - 1), start + 1))
        moved += len(edit.words) - (edit.end - edit.start)
    return out


def before(offset: int, edits: Sequence[Edit]) -> int:
    """The offset in the unchanged text of one in the changed text; inside planted words, where they begin."""
    moved = 0
    for edit in sorted(edits):
        start = edit.start + moved
        if offset <= start:
            break
        if offset < start + len(edit.words):
            return edit.start
        moved += len(edit.words) - (edit.end - edit.start)
    return offset - moved


def drawn(choices: Sequence[T], *why: object) -> T:
    """One of the choices, always the same one for the same reasons."""
    return choices[lot(*why) % len(choices)]


def lot(*why: object) -> int:
    """A number that depends on nothing but the reasons."""
    return int.from_bytes(hashlib.sha256(repr(why).encode("utf-8", "surrogatepass")).digest()[:8])
