"""The people whom a text names in full, and who is meant by a surname alone, be it spelt a little differently."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claimdiff.claims.people_judge import Judge
from claimdiff.claims.people_names import Name
from claimdiff.claims.people_words import Word
from claimdiff.names import without_article

SHORTEST_NEAR = 5
_LONGEST_NEAR = 40


@dataclass(frozen=True, slots=True)
class Parts:
    """A name in its parts: given names, particles, family name, as folded keys."""

    given: str
    particles: str
    family: str


def parts(judge: Judge, words: Sequence[Word]) -> Parts:
    """The parts of a name; without a given name known to the world, the last word is the family name."""
    if len(words) == 1:
        return Parts("", "", judge.nominative(words[0]))
    if _family_first(words):
        return Parts(words[-1].key, "", words[0].key)
    at = len(words) - 1
    while at > 1 and words[at - 1].capital and not words[at - 1].initial and not words[at - 1].given:
        at -= 1
    if at > 2 and words[at - 1].key in judge.vocab.particles and words[at - 2].capital and not words[at - 2].given:
        at -= 2  # Ortega y Gasset, García de la Torre
    start = at
    while start > 1 and not words[start - 1].capital:
        start -= 1
    family = " ".join([*(w.key for w in words[at:-1]), judge.nominative(words[-1])])
    return Parts(_keys(words[:start]), _keys(words[start:at]), family)


def _keys(words: Sequence[Word]) -> str:
    return " ".join(w.key for w in words)


def _family_first(words: Sequence[Word]) -> bool:
    """True for Kim Jong-un, Moon Jae-in: a hyphen with a small letter behind it, and a short name before."""
    tail = words[-1].text.split("-")
    return len(words) == 2 and len(tail) == 2 and tail[1][:1].islower() and len(words[0].text) <= 5


def deletions(word: str) -> Iterator[str]:
    """The word and every word with one letter less: two words with a common one are a letter or a swap apart."""
    yield word
    for at in range(len(word) if len(word) <= _LONGEST_NEAR else 0):
        yield word[:at] + word[at + 1 :]


@dataclass(slots=True)
class Known:
    """Full names by surname; `near` leads from spellings that lack a letter to surnames."""

    by_surname: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    fulls: dict[str, tuple[str, ...]] = field(default_factory=dict)
    near: dict[str, str] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)
    # The first two letters of all in `near`: most words begin otherwise.
    openings: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, judge: Judge, names: Sequence[Name]) -> Known:
        """Know the full names of a text."""
        known = cls()
        for name in names:
            known._add(judge, name)
        for surname in known.by_surname:
            known.learn(surname)
        return known

    def learn(self, surname: str) -> None:
        """Know a surname by its near spellings as well."""
        plain = without_article(surname)
        if len(plain) >= SHORTEST_NEAR:
            for spelling in deletions(plain):
                self.near.setdefault(spelling, surname)
                self.openings.add(spelling[:2])

    def _add(self, judge: Judge, name: Name) -> None:
        its = parts(judge, name.words)
        self.fulls.setdefault(name.key, (*(w.key for w in name.words[:-1]), judge.nominative(name.words[-1])))
        self._same_person(name.key, its)
        for surname in self._aliases(its):
            self.by_surname.setdefault(surname, []).append((name.words[0].start, name.key))

    def _same_person(self, full: str, its: Parts) -> None:
        """Two spellings of one full name lead to the one met first."""
        plain = without_article(its.family)
        for spelling in deletions(plain) if len(plain) >= SHORTEST_NEAR else (plain,):
            first = self.same.setdefault(f"{its.given}|{spelling}", full)
            if first != full:
                self.same.setdefault(full, first)

    def _aliases(self, its: Parts) -> Iterator[str]:
        yield its.family
        yield from (p for p in its.family.split("-") if "-" in its.family and len(p) > 3)
        yield from (p for p in its.family.split() if " " in its.family and len(p) > 2)
        if "-" in its.given and " " not in its.given and len(its.family) <= 5:
            yield its.given  # Jae-in

    def surname(self, key: str) -> str | None:
        """The known surname that a word is, as it stands or without its article."""
        if key in self.by_surname:
            return key
        bare = without_article(key)
        return bare if bare in self.by_surname else None

    def near_surname(self, key: str) -> str | None:
        """The known surname one letter, one swap or an article away."""
        bare = without_article(key)
        if len(bare) < SHORTEST_NEAR or self.openings.isdisjoint((bare[:2], bare[1:3], bare[0] + bare[2])):
            return None
        return next((self.near[s] for s in deletions(bare) if s in self.near), None)

    def full(self, surname: str, start: int) -> str | None:
        """The full name that a surname at this offset stands for: the last one before it, or the first of all."""
        held = self.by_surname.get(surname)
        if not held:
            return None
        at = bisect_right(held, (start, "\U0010ffff")) - 1
        name = held[max(at, 0)][1]
        return self.same.get(name, name)

    def details(self, judge: Judge, name: Name) -> dict[str, str]:
        """What a claim tells of a name: its parts, its title, the fullest name of the person."""
        its = parts(judge, name.words)
        told = {"family": its.family, "given": its.given, "particles": its.particles, "title": name.title or ""}
        if name.key in self.fulls:
            told["full"] = self.same.get(name.key, name.key)
        else:
            surname = self.surname(its.family) or self.near_surname(its.family)
            told["full"] = (self.full(surname, name.words[0].start) if surname else None) or ""
        return {k: v for k, v in told.items() if v}
