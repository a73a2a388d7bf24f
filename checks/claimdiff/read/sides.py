"""A file that holds several languages side by side: what each of its units says in each, and the masks made of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape

from claimdiff.read.mask import UNSEEN, spaces, unseen

# What a program fills in: {0}, {name}, ${name}, %s, %1$d, %(name)s; "50 % des" is none.
_HOLE = re.compile(
    r"\$?\{[A-Za-z0-9_.-]{0,60}\}|%\([A-Za-z0-9_]{1,60}\)[a-z]"
    r"|(?<!\d)(?<!\d[ \u00a0\u202f])%(?:\d{1,3}\$)?(?:\.\d)?[sdifuxX@](?!\w)"
)


@dataclass(slots=True)
class Words:
    """What a unit says in one language: stretches of the file, each as the reader is to see it, of the same length."""

    spans: list[tuple[int, int, str]] = field(default_factory=list)

    def add(self, start: int, seen: str) -> None:
        """A stretch that starts there and reads so."""
        self.spans.append((start, start + len(seen), seen))

    @property
    def blank(self) -> bool:
        """True when nothing can be read in it."""
        return not "".join(seen for *_, seen in self.spans).replace(UNSEEN, "").strip()


Unit = Mapping[str, Words]
"""Language, as the file names it -> words."""


def languages(units: Iterable[Unit]) -> list[str]:
    """The languages of the units, in the order in which they are met."""
    return list(dict.fromkeys(lang for unit in units for lang in unit))


def mask(text: str, units: Sequence[Unit], lang: str) -> str:
    """The text with nothing left but the words of one language, a line a unit."""
    out, at = [], 0
    for start, end, seen in (span for unit in units for span in _spans(unit.get(lang))):
        out += [_gap(start - at), seen]
        at = end
    return "".join([*out, _gap(len(text) - at)])


def _spans(words: Words | None) -> list[tuple[int, int, str]]:
    """The words as one stretch: what stands between two of its parts parts no words."""
    if words is None or words.blank:
        return []
    first, last = words.spans[0][0], words.spans[-1][1]
    seen, at = [], first
    for start, end, part in words.spans:
        seen += [UNSEEN * (start - at), part]
        at = end
    return [(first, last, _HOLE.sub(lambda match: spaces(match.group()), "".join(seen)))]


def _gap(length: int) -> str:
    return "\n" + " " * (length - 1) if length else ""


def character(written: str) -> str:
    """A character reference as it reads, and other words on one line; as long as what is written."""
    if not written.startswith("&"):
        return written.replace("\n", " ").replace("\r", " ")
    read = unescape(written)
    return read + UNSEEN * (len(written) - len(read)) if len(read) <= len(written) else unseen(written)
