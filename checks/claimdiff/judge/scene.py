"""A story as judging sees it, and the matches that operators find in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, TypeVar

from claimdiff.model import Claim, Link, Passage
from claimdiff.relations import agree
from claimdiff.text import Token, plain, tokenise

T = TypeVar("T")
_START = attrgetter("start")
Place = tuple[int, int]
"""(document, number of the claim in it)."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A fact that the user declared: its words, their language, and the claims in them."""

    text: str
    lang: str
    claims: Sequence[Claim]
    severity: str


@dataclass(slots=True)
class Scene:
    """The versions of one story with their passages, claims and links."""

    langs: Sequence[str]
    texts: Sequence[str]
    passages: Sequence[Sequence[Passage]]
    claims: Sequence[Sequence[Claim]]
    links: Sequence[Link]
    paths: Sequence[str] = ()
    facts: Sequence[Declared] = ()
    # How grave a form is that the house does not write, by what it writes; the language that is right where versions differ.
    names: Mapping[str, str] = field(default_factory=dict)
    source: str | None = None
    _begins: dict[int, list[int]] = field(default_factory=dict)
    _linked: dict[Place, list[Place]] = field(default_factory=dict)
    _worked_out: dict[object, Any] = field(default_factory=dict)

    def once(self, make: Callable[[Scene], T]) -> T:
        """What `make` makes of the story, made for the first operator that asks."""
        if make not in self._worked_out:
            self._worked_out[make] = make(self)
        made: T = self._worked_out[make]
        return made

    def forget(self) -> None:
        """Lets go of what was worked out: it holds the story that holds it, and would stay until cycles are looked for."""
        self._worked_out.clear()

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

    def tokens(self, document: int) -> Sequence[Sequence[Token]]:
        """The tokens of each passage of a version."""
        return self.once(_tokens)[document]

    def begun(self, document: int, start: int, end: int) -> range:
        """The numbers of the claims of a version that begin at offsets start:end of its text."""
        first, last = (bisect_left(self.claims[document], at, key=_START) for at in (start, end))
        return range(first, last)

    def inside(self, place: Place, *kinds: str) -> list[Place]:
        """The claims of these kinds within the words of the claim at this place."""
        document, (start, end) = place[0], (self.claim(place).start, self.claim(place).end)
        claims = self.claims[document]
        return [(document, n) for n in self.begun(document, start, end) if claims[n].kind in kinds and claims[n].end <= end]

    def linked(self, place: Place) -> list[Place]:
        """The claims of other versions that the claim at this place is linked to."""
        if not self._linked:
            for link in self.links:
                self._linked.setdefault(link.a, []).append(link.b)
                self._linked.setdefault(link.b, []).append(link.a)
        return self._linked.get(place, [])

    def counterparts(self, places: Iterable[Place], least: int = 1) -> tuple[Place, ...]:
        """What each other version says in the place of these claims or of those within them, in the passage that holds most of it.

        Nothing of a version where fewer than `least` of them are said just so in that passage.
        """
        kinds = ("number", "quantity", "money", "place", "person", "organisation")
        own = dict.fromkeys(p for place in places for p in (place, *self.inside(place, *kinds)))
        pairs = [(p, other) for p in own for other in self.linked(p) if not self.claim(other).outside]
        agreed = Counter(self._home(other) for p, other in pairs if self._agree(p, other))
        fullest = {d: max(n for home, n in agreed.items() if home[0] == d) for d, _ in agreed}
        homes = {home for home, n in agreed.items() if n == fullest[home[0]] >= least}
        return tuple(sorted({other for _, other in pairs if self._home(other) in homes}))

    def _home(self, place: Place) -> Place:
        passage = self.passage(place)
        return place[0], passage.number if passage else -1

    def _agree(self, one: Place, other: Place) -> bool:
        return agree(self.claim(one), self.claim(other), self.langs[one[0]], self.langs[other[0]])


def _tokens(scene: Scene) -> list[list[list[Token]]]:
    return [[tokenise(plain(passage.text).text) for passage in passages] for passages in scene.passages]


@dataclass(frozen=True, slots=True)
class Match:
    """What an operator found: how it compares, a relation, the claims it rests on, how sure, and the steps to it.

    witnesses: claims of other versions that show what was meant; evidence, but no part of what the finding is.
    """

    compare: str
    relation: str
    places: tuple[Place, ...]
    score: float
    trace: tuple[str, ...]
    witnesses: tuple[Place, ...] = ()
    declared: str = ""
