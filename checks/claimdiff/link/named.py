"""The claims of one kind that is named again and again, by passage, and whether the other version names the same."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from claimdiff.link.likeness import Likeness
from claimdiff.link.side import Side
from claimdiff.relations.places import contains
from claimdiff.text import folded

Homes = dict[int, list[int]]
# A shorter beginning is that of other words as well.
_STEM = 6


@dataclass(slots=True)
class Named:
    """The claims of one kind in the passages of both versions; `which` is 0 for a claim of the first version, 1 of the second."""

    likeness: Likeness
    name: str
    homes: tuple[Homes, Homes]
    _named: dict[tuple[int, int], bool] = field(default_factory=dict)
    _held: dict[tuple[int, int], bool] = field(default_factory=dict)
    _respelt: dict[tuple[int, int], bool] = field(default_factory=dict)
    _others: dict[int, list[int]] = field(default_factory=dict)
    _capitals: list[set[str]] = field(default_factory=list)
    _small: list[list[str]] = field(default_factory=list)

    @classmethod
    def of(cls, likeness: Likeness, name: str) -> Named:
        """The claims of this kind."""
        homes: tuple[Homes, Homes] = (defaultdict(list), defaultdict(list))
        for which, side in enumerate((likeness.a, likeness.b)):
            for number in side.of(name):
                homes[which][side.home[number]].append(number)
        return cls(likeness, name, homes)

    def pairs(self, passages: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """The claims that stand in these pairs of passages."""
        return _pairs(self.homes, passages)

    def absent_pairs(self, passages: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Those of which neither version names the one of the other."""
        one, other = (
            {home: [n for n in held if self.absent(which, n)] for home, held in homes.items()}
            for which, homes in enumerate(self.homes)
        )
        return _pairs((one, other), passages)

    def named(self, which: int, number: int) -> bool:
        """True when the other version names the same, or what it lies in, anywhere."""
        same = which, self._sides(which)[0].alike[number]
        if same not in self._named:
            agree, (mine, theirs) = self.likeness.agree, self._sides(which)
            value = mine.claims[number].value
            # What is said in the very same way is tried first.
            others = sorted(self.others(which), key=lambda n: theirs.claims[n].value != value)
            told = any(agree(*((n, number) if which else (number, n))) for n in others)
            self._named[same] = told or self.printed(which, number)
        return self._named[same]

    def printed(self, which: int, number: int) -> bool:
        """True where a surname, an acronym or the adjective of a town stands in the other version, though none is read there."""
        mine = self._sides(which)[0]
        claim = mine.claims[number]
        if self.name == "organisation":
            return claim.details.get("form") == "acronym" and self._written(which, self._words(mine, number)[0])
        if self.name == "place":
            town = "country" in claim.details and not self._contained(which, number)
            return town and self._begun(which, " ".join(self._words(mine, number)))
        return " " not in claim.value and self._written(which, claim.value)

    def _begun(self, which: int, town: str) -> bool:
        """True where a small word of the other version begins as a town does, up to the ending: "bergamasco", "Bergamo"."""
        stem = town[: max(_STEM, len(town) - 1)]
        if not self._small:
            for side in (self.likeness.b, self.likeness.a):
                self._small.append(sorted({t.fold for tokens in side.tokens for t in tokens if t.text.islower()}))
        at = bisect_left(self._small[which], stem)
        words = self._small[which]
        return len(stem) >= _STEM and at < len(words) and words[at].startswith(stem)

    def _words(self, side: Side, number: int) -> list[str]:
        """The words of a claim as they are compared: a person's are its value, an organisation's stand in the text."""
        claim, passage = side.claims[number], side.passages[side.home[number]]
        if self.name == "person":
            return claim.value.split()
        return folded(passage.text[claim.start - passage.start : claim.end - passage.start].casefold()).split()

    def _written(self, which: int, name: str) -> bool:
        """True where the last word of a name stands with a capital in the other version, though it is read as nobody's there."""
        if not self._capitals:
            for side, homes in zip((self.likeness.b, self.likeness.a), reversed(self.homes), strict=True):
                read = {word for numbers in homes.values() for n in numbers for word in self._words(side, n)}
                self._capitals.append({t.fold for tokens in side.tokens for t in tokens if t.text[:1].isupper()} - read)
        return name.rpartition(" ")[2] in self._capitals[which]

    def absent(self, which: int, number: int) -> bool:
        """True when the other version names the same nowhere; of a town, its country is not the same."""
        if self.name != "place":
            return not self.named(which, number)
        return not (self._contained(which, number) or self.printed(which, number))

    def _contained(self, which: int, number: int) -> bool:
        """True when the other version names the place, or one within it."""
        same = which, self._sides(which)[0].alike[number]
        if same not in self._held:
            mine, theirs = self._sides(which)
            claim = mine.claims[number]
            values = (claim.value, *claim.readings)
            told = (v for n in self.others(which) for v in (theirs.claims[n].value, *theirs.claims[n].readings))
            self._held[same] = any(contains(value, inner) for inner in told for value in values)
        return self._held[same]

    def respelt(self, which: int, number: int) -> bool:
        """True when the other version has the name in another spelling."""
        same = which, self._sides(which)[0].alike[number]
        if same not in self._respelt:
            pairs = ((n, number) if which else (number, n) for n in self.others(which))
            found = (self.likeness.relation(*pair) for pair in pairs)
            self._respelt[same] = any(relation is not None and relation.name == "respelt" for relation in found)
        return self._respelt[same]

    def others(self, which: int) -> list[int]:
        """The claims of this kind in the other version, each thing said once."""
        if which not in self._others:
            theirs = self._sides(which)[1]
            self._others[which] = sorted({theirs.alike[n] for numbers in self.homes[1 - which].values() for n in numbers})
        return self._others[which]

    def _sides(self, which: int) -> tuple[Side, Side]:
        return (self.likeness.b, self.likeness.a) if which else (self.likeness.a, self.likeness.b)


def _pairs(homes: tuple[Homes, Homes], passages: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    mine, theirs = homes
    return ((a, b) for i, j in passages if i in mine and j in theirs for a in mine[i] for b in theirs[j])
