"""A story as judging sees it, and the matches that operators find in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimdiff.model import Claim, Link, Passage

Place = tuple[int, int]
"""(document, number of the claim in it)."""


@dataclass(slots=True)
class Scene:
    """The versions of one story with their passages, claims and links."""

    langs: Sequence[str]
    texts: Sequence[str]
    passages: Sequence[Sequence[Passage]]
    claims: Sequence[Sequence[Claim]]
    links: Sequence[Link]
    _begins: dict[int, list[int]] = field(default_factory=dict)

    def claim(self, place: Place) -> Claim:
        """The claim at this place."""
        return self.claims[place[0]][place[1]]

    def words(self, place: Place) -> str:
        """The claim's words as they stand in the text, on one line."""
        claim = self.claim(place)
        return " ".join(self.texts[place[0]][claim.start : claim.end].split())

    def passage(self, place: Place) -> Passage | None:
        """The passage that holds the claim."""
        document = place[0]
        if document not in self._begins:
            self._begins[document] = [p.start for p in self.passages[document]]
        at = bisect_right(self._begins[document], self.claim(place).start) - 1
        return self.passages[document][at] if at >= 0 else None


@dataclass(frozen=True, slots=True)
class Match:
    """What an operator found: how it compares, a relation, the claims it rests on, how sure, and the steps to it."""

    compare: str
    relation: str
    places: tuple[Place, ...]
    score: float
    trace: tuple[str, ...]
