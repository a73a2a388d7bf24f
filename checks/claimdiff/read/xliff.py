"""XLIFF (1.x and 2.x) and TMX -> the units of a translation, each with its words in every language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from claimdiff.read.mask import spaces, unseen
from claimdiff.read.sides import Unit, Words, character
from claimdiff.read.xml import Part, parts

UNNAMED = {"source": "", "target": "", "seg": ""}
"""What a side is called when the file names no language for it."""

# Elements whose words are code of the original file and not the translator's.
_CODE = re.compile(r"[be]?pt|ph|it|ut|[be]?x|cp|[se]c")
_UNITS = frozenset({"trans-unit", "segment", "tu"})
_DECLARED = {"srcLang": "source", "source-language": "source", "trgLang": "target", "target-language": "target"}
_UNTRANSLATED = frozenset({"new", "needs-translation"})


def units(text: str, path: str) -> list[Unit]:
    """The units that say something in two languages or more; what awaits its translation is left out."""
    reading = _Reading()
    for part in parts(text, path):
        reading.take(part, text)
    return [unit for unit in reading.units if sum(not words.blank for words in unit.values()) > 1]


@dataclass(slots=True)
class _Reading:
    """Where in the document the reader is."""

    units: list[dict[str, Words]] = field(default_factory=list)
    stack: list[str] = field(default_factory=list)
    named: dict[str, str] = field(default_factory=dict)
    lang: str = ""
    words: Words | None = None
    code: int = 0

    def take(self, part: Part, text: str) -> None:
        """The next part."""
        written = text[part.start : part.end]
        if part.kind == "start":
            self._open(part, written)
        elif part.kind == "end":
            self._close(part, written)
        elif self.words is not None:
            hidden = self.code > 0 or part.kind == "other"
            self.words.add(
                part.start, unseen(written) if part.kind == "other" else spaces(written) if hidden else character(written)
            )

    def _seen(self, part: Part, written: str) -> str:
        if part.kind == "other":
            return unseen(written)
        return spaces(written) if self.code else character(written)

    def _open(self, part: Part, written: str) -> None:
        parent = self.stack[-1] if self.stack else ""
        self.stack.append(part.name)
        self._name(part)
        if self.words is not None:
            self.code += bool(_CODE.fullmatch(part.name))
            self.words.add(part.start, unseen(written))
        elif part.name in _UNITS:
            self.units.append({})
        elif self.units and self._speaks(part, parent):
            self.words = self.units[-1].setdefault(self.lang, Words())
            self.words.add(part.start, "\n")

    def _close(self, part: Part, written: str) -> None:
        self.stack.pop()
        if self.words is None:
            return
        if part.name in UNNAMED:
            self.words = None
            return
        self.code -= bool(_CODE.fullmatch(part.name))
        self.words.add(part.start, unseen(written))

    def _name(self, part: Part) -> None:
        """Keep the languages that the document, a file of it or a variant declares."""
        given = part.attributes
        if part.name in ("xliff", "file"):
            self.named |= {_DECLARED[key]: lang for key, lang in given.items() if key in _DECLARED}
        elif part.name == "tuv":
            self.named["seg"] = given.get("lang", "")

    def _speaks(self, part: Part, parent: str) -> bool:
        """True for an element that holds a unit's words in a language; what is only proposed holds none."""
        if part.name not in UNNAMED or parent not in (*_UNITS, "tuv"):
            return False
        self.lang = part.attributes.get("lang") or self.named.get(part.name) or part.name
        return part.attributes.get("state") not in _UNTRANSLATED
