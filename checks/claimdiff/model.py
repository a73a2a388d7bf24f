"""The words of the house: Story, Version, Claim, Link, Finding."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

MINIMUM = 0.5
"""Findings less confident than this are left out unless the user says otherwise."""

LISTED = "list"
"""The label of a number that only counts off the entries of a list."""

FROM_THE_TOP = "from the top"
"""From where an ordinal counts that is one of a superlative: the second-highest of four steps is the third."""

FURTHER = "further"
"""The offset of a figure that is counted from another one: "900 more"."""

EVER = "ever"
"""From when on a superlative holds that holds of all time."""

INNER = frozenset(
    {
        "affiliation",
        "allegiance",
        "anchor",
        "assertion",
        "certainty",
        "deed",
        "deed_side",
        "enumeration",
        "facility",
        "having",
        "item",
        "kin",
        "list",
        "part",
        "portion",
        "spelling",
        "step",
        "sum",
        "town",
        "utterance",
    }
)
"""Kinds that only carry from stage to stage how claims stand together, or a form not to be written: no statement of fact."""


@dataclass(frozen=True, slots=True)
class Version:
    """One language version of a story; `text` is the file as decoded, and all offsets are code points of it."""

    lang: str
    text: str
    path: str = ""
    # The text with markup blanked by spaces, as long as `text`: what the recognisers read in Markdown and HTML.
    masked: str | None = None

    @property
    def readable(self) -> str:
        """What the recognisers read: the masked text where the format has markup."""
        return self.text if self.masked is None else self.masked

    @property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the text in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Story:
    """One event or page in its versions, in the order in which they were given."""

    name: str
    versions: tuple[Version, ...]


class Cell(NamedTuple):
    """A place in the tables of a version."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, heading or cell: offsets in the version's text, its words, and the lexicon terms in it.

    terms: (offset in the version's text, language-free key) of what two languages can share beyond claims.
    """

    number: int
    start: int
    end: int
    text: str
    terms: tuple[tuple[int, str], ...] = ()
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of fact: `version.text[start:end]` and what it says.

    value: normalised, comparable across languages; see the kinds in `claims/`. unit: CLDR unit id or ISO 4217 code.
    about: concept or key of what the claim is about. details: further facts, closed per kind. found_by: what found it.
    readings: other values that the words allow ("1.500" is 1500 or 1.5); value is the likeliest and not repeated here.
    """

    kind: str
    start: int
    end: int
    value: str
    unit: str | None = None
    about: str | None = None
    details: Mapping[str, str] = field(default_factory=dict)
    readings: tuple[str, ...] = ()
    found_by: str = ""

    @property
    def outside(self) -> bool:
        """True for what stands around the story: buttons, forms, credits, other stories. A caption is story."""
        return self.details.get("boilerplate", "caption") != "caption"


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims held to be about the same thing: version and place in its list of claims, score 0..1, and why."""

    a: tuple[int, int]
    b: tuple[int, int]
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a finding rests on: `versions[document].text[start:end] == text`."""

    document: int
    start: int
    end: int
    text: str
    value: str
    passage: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that fired. `severity` is error, warning or info; `confidence` 0..1; `trace` the steps, for an editor."""

    rule: str
    name: str
    type: str
    relation: str
    severity: str
    confidence: float
    message: str
    evidence: tuple[Evidence, ...]
    fingerprint: str
    why: str = ""
    trace: tuple[str, ...] = ()
