"""Who is quoted: the one person whom a verb of saying or a colon ties to a quotation; nobody where it might be another."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from claimdiff.claims import speakers_named
from claimdiff.claims.found import Found
from claimdiff.language import grammar
from claimdiff.model import Claim

# A speaker begins this near (in code points) to the quotation, a verb of saying this near in tokens.
_NEAR, _TOKENS = 90, 5
_COLON = re.compile(r"(?: \([^()\n]{1,40}\))? ?: ?\W? ?")


@dataclass(frozen=True, slots=True)
class Speakers:
    """The people and the verbs of saying of one version, in text order."""

    found: Found
    people: tuple[Claim, ...]
    verbs: tuple[int, ...]
    of: frozenset[str]

    @classmethod
    def of_version(cls, found: Found) -> Speakers:
        """What the quotations of one version may be tied to."""
        people = tuple(sorted(found.kind("person"), key=lambda c: c.start))
        of = (grammar(found.language.code, "offices") or {}).get("of", ())
        return cls(found, people, tuple(term.first for term in found.of("quotations")), frozenset(of))

    def speaker(self, start: int, end: int) -> str | None:
        """The full name of who says text[start:end], None where nobody or two could be meant."""
        tied = (self._before(start) or self._named_before(start), self._behind(end) or self._named_behind(start, end))
        told = {p.details.get("full") or p.value for p in tied if p is not None}
        return told.pop() if len(told) == 1 else None

    def _before(self, start: int) -> Claim | None:
        """The one person of the sentence before a quotation, where a colon or a verb of saying leads to it."""
        sentence = self._sentence(start - 2) if start > 1 else None
        if sentence is None:
            return None
        people = self._people(sentence[0], start)
        if people and _COLON.fullmatch(self.found.reading.text, people[-1].end, start) and self._says_itself(people[-1]):
            return people[-1]
        at = self._token(start)
        return people[0] if len(people) == 1 and self._verb(at - _TOKENS, at) and self._says_itself(people[0]) else None

    def _behind(self, end: int) -> Claim | None:
        """The first person behind a quotation in the sentence that goes on from it, a verb of saying between or next."""
        sentence = self._sentence(end)
        people = self._people(end, min(sentence[1], end + _NEAR))
        if not people or not self._says_itself(people[0]):
            return None
        at, person = self._token(end), self._token(people[0].start)
        if self._verb(at, at + _TOKENS + 1) and self._verb(at, person):
            return people[0]
        close = person - at <= _TOKENS
        return people[0] if close and not self._people(people[0].end, sentence[1]) and self._verb(person, sentence[2]) else None

    def _named_before(self, start: int) -> Claim | None:
        """The one person of the sentence before a quotation whom any verb and a colon tie to it."""
        sentence = self._sentence(start - 2) if start > 1 else None
        person = speakers_named.before(self.found, start, self._people(sentence[0], start)) if sentence else None
        return person if person is not None and self._says_itself(person) else None

    def _named_behind(self, start: int, end: int) -> Claim | None:
        """The one person of the clause behind a quotation, whatever its verb is."""
        person = speakers_named.behind(self.found, start, end, self._people(end, min(self._sentence(end)[1], end + _NEAR)))
        return person if person is not None and self._says_itself(person) else None

    def _sentence(self, offset: int) -> tuple[int, int, int]:
        """Where the sentence at an offset begins and ends, and its last token (excluded)."""
        sentence = self.found.reading.sentences[self.found.reading.sentence_at(offset)]
        return sentence.start, sentence.end, sentence.last

    def _people(self, start: int, end: int) -> tuple[Claim, ...]:
        first = bisect_left(self.people, start, key=lambda c: c.start)
        return self.people[first : bisect_left(self.people, end, key=lambda c: c.start)]

    def _token(self, offset: int) -> int:
        return self.found.reading.token_at(offset)

    def _verb(self, first: int, last: int) -> bool:
        """True when a verb of saying begins in tokens first:last."""
        at = bisect_right(self.verbs, first - 1)
        return at < len(self.verbs) and self.verbs[at] < last

    def _says_itself(self, person: Claim) -> bool:
        """False for the brother of X and for X's lawyer."""
        before = self._token(person.start) - 1
        whose = before >= 0 and self.found.reading.tokens[before].key in self.of
        return not whose and self.found.reading.text[person.end : person.end + 1] != "'"
