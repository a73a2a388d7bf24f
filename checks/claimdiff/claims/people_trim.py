"""What is trimmed off a run of capitalised words: articles, titles, roles and demonyms before a name, nouns behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from claimdiff.claims.found import Found
from claimdiff.claims.people_names import Surroundings, surroundings
from claimdiff.claims.people_vocabulary import Vocabulary, vocabulary
from claimdiff.claims.people_words import BEFORE, Run, Word


@dataclass(frozen=True, slots=True)
class Trimmer:
    """Knows the words of one text, and trims what is no name off its runs."""

    vocab: Vocabulary
    around: Surroundings

    @classmethod
    def of(cls, found: Found, capitals: Sequence[int]) -> Self:
        """For a text and its capitalised tokens."""
        return cls(vocabulary(found.language.code), surroundings(found, capitals))

    def tells(self, word: Word) -> bool:
        """True when the word in front of a name says that a person follows: a title, a role, a demonym."""
        return word.title or word.role or word.first in self.around.roles or word.first in self.around.demonyms

    def role(self, word: Word) -> bool:
        """True for a word of an office, a profession or kinship."""
        return word.role or word.first in self.around.roles

    def says(self, near: Sequence[Word]) -> bool:
        """True when the next word but one at most is a verb of saying ("a déclaré")."""
        return any(w.key in self.vocab.saying for w in near[:1]) or (
            len(near) > 1 and near[0].text.islower() and len(near[0].text) < 6 and near[1].key in self.vocab.saying
        )

    def role_with_field(self, before: Sequence[Word]) -> bool:
        """True behind an office and its field: ministro degli esteri, directeur de la santé."""
        if len(before) < 3 or before[-1].first not in self.around.portfolios or self.role(before[-2]):
            return False  # Without a preposition it is a given name: ministra Marina Sereni.
        return any(w.first in self.around.roles for w in before[-5:-2]) and all(w.text[0].isalpha() for w in before[-3:])

    def before(self, run: Run, at: int) -> tuple[Word, ...]:
        """The words before one of a run: the nearest two, and those of an office behind its field."""
        near = run.before(at)
        return run.before(at, BEFORE) if near and near[-1].first in self.around.portfolios else near

    def role_with_noun(self, before: Sequence[Word]) -> bool:
        """True behind a role and whose it is, where nouns have capitals: Sprecher der Behörde."""
        if not self.vocab.nouns_have_capitals or len(before) < 3 or not before[-1].capital:
            return False
        return before[-2].key in self.vocab.determiners and self.role(before[-3])

    def trimmed(self, run: Run) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
        """The words of the run that may be a name, and the words before them: articles, titles, roles, demonyms."""
        if run.trimmed is None:
            run.trimmed = self._trim(run)
        return run.trimmed

    def _trim(self, run: Run) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
        words = run.words
        cut = 0
        while cut < len(words) and self._leads(words, cut, run):
            cut += 1
        cut = self._to_given_name(words, cut, run.elided)
        rest = words[cut:]
        while rest and not rest[-1].capital and "-" not in rest[-1].text:
            rest = rest[:-1]
        return self._ended(rest), words[:cut]

    def _leads(self, words: tuple[Word, ...], at: int, run: Run) -> bool:
        word = words[at]
        if not word.capital:
            return word.key not in self.vocab.marked and "-" not in word.text
        german = self.vocab.nouns_have_capitals
        if word.key in self.vocab.starters and (run.opens or run.titled or german) and not self._sure_given(words, at):
            return True
        if run.opens and at == 0 and word.key in self.vocab.according and len(words) > 2 and words[1].capital:
            return True  # Per Nora Valli, Segundo Nora Valle: given names elsewhere
        if at + 1 < len(words) and self._fielded(run, at):
            return True
        if self._whence(run, at):
            return True
        if self._sure_given(words, at) and word.key not in self.vocab.titles:
            return False
        if (word.first in self.around.places or word.first in self.around.organisations) and not word.given:
            return True
        return self.tells(word) or (run.opens and word.key in self.vocab.not_a_name)

    def _whence(self, run: Run, at: int) -> bool:
        """True for the town of "la diciannovenne di Lilla Clémence Astier", which is a given name as well."""
        words, before = run.words, run.before(at)
        placed = words[at].first in self.around.places and bool(before) and before[-1].key in self.vocab.placing | self.vocab.of
        return placed and at + 2 < len(words) and words[at + 1].given and words[at + 1].capital

    def _fielded(self, run: Run, at: int) -> bool:
        """True for the last word of an office and its field, or of a role and whose it is."""
        noun = self.vocab.nouns_have_capitals and run.words[at + 1].capital
        if not noun and run.words[at].first not in self.around.portfolios:
            return False
        before = run.before(at + 1, BEFORE)
        return self.role_with_field(before) or (noun and self.role_with_noun(before))

    def _sure_given(self, words: tuple[Word, ...], at: int) -> bool:
        if not words[at].given or at + 1 == len(words) or not words[at + 1].capital or words[at + 1].given:
            return False
        # The German Minister is nobody called German.
        return not (words[at].first in self.around.demonyms and self.role(words[at + 1]))

    def _to_given_name(self, words: tuple[Word, ...], cut: int, elided: bool) -> int:
        """Skip what stands before a role inside the run, or common nouns before a given name (Talkshowmoderatorin Karen Hunter)."""
        for at in range(len(words) - 2, cut, -1):
            if self.tells(words[at - 1]) and words[at].capital and not words[at - 1].given:
                return at
        if cut >= len(words) or words[cut].given:
            return cut
        for at in range(cut + 1, len(words) - 1):
            if words[at].given and words[at].capital and (elided or self._common(words[cut], words[cut + 1])):
                return at
        return cut

    def _common(self, word: Word, after: Word) -> bool:
        """True for a word in front of a given name that is no part of the name: known, or said elsewhere without it."""
        if self.vocab.nouns_have_capitals or word.key in self.vocab.not_a_name or word.shouted:
            return True
        if word.key in self.around.small or word.first in self.around.places or word.first in self.around.organisations:
            return True
        return self.around.often[word.head] > self.around.pairs[word.head, after.head]

    def _ended(self, words: tuple[Word, ...]) -> tuple[Word, ...]:
        """The words up to one that no name goes on with: a month, a preposition, a noun behind a German name."""
        family = False
        for at, word in enumerate(words):
            if not word.capital and "-" not in word.text:
                if not self._binds(word, words[:at], words[at + 1 :], family):
                    return _without_particles(words[:at])
                continue
            closed = family and self._noun_behind(words[at - 1], word)
            whose = at == 1 and self.nominative(words[0]) != words[0].key
            if whose or (at >= 2 and not word.given and (closed or self._closes(word))):
                return _without_particles(words[:at])
            family = family or not (word.given or word.initial)
        return words

    def _binds(self, word: Word, before: tuple[Word, ...], behind: tuple[Word, ...], family: bool) -> bool:
        """True for a particle that goes on with the name: always a foreign one, behind given names one of the language."""
        own = word.key in self.vocab.starters
        if not before or not before[-1].capital or not (own or word.key in self.vocab.joins):
            return True
        at = next((i for i, w in enumerate(behind) if w.capital), None)
        if at is None:
            return "-" in behind[-1].text if behind else False
        after, led_by = behind[at], (word, *behind)[at]
        if at and len(before) > 1 and self.vocab.nouns_have_capitals and led_by.key in self.vocab.determiners:
            return False  # Peter Martin von der Bank; Ursula von der Leyen
        if self._placed(after) or self.around.often[after.head] > self.around.led[led_by.key, after.head]:
            return "-" in behind[-1].text
        if after.key in self.vocab.led_surnames and before[0].given:
            return True
        if word.key in self.vocab.joins:
            # Behind "and" two capitals are somebody else, one is the other half of a surname (Ortega y Gasset).
            return len(before) > 1 and not after.given and not any(w.capital for w in behind[at + 1 :])
        return word.key in self.vocab.after_given and not family and before[0].given

    def _noun_behind(self, name: Word, word: Word) -> bool:
        """True where nouns have capitals and this one goes with the genitive before it (Trumps Wahlkampfteam)."""
        if not (self.vocab.nouns_have_capitals and word.capital) or name.given or word.given:
            return False
        return word.key.endswith(self.vocab.noun_endings) or (len(name.key) > 3 and name.key.endswith(self.vocab.genitive))

    def _closes(self, word: Word) -> bool:
        vocab = self.vocab
        known = any(word.key in words for words in (vocab.not_a_name, vocab.starters, vocab.roles))
        return known or word.first in self.around.demonyms

    def nominative(self, word: Word, whose: bool = False) -> str:
        """The key without a genitive ending, where the text has the name without it too, or a noun follows (whose)."""
        for ending in self.vocab.genitive:
            stem = word.key.removesuffix(ending)
            if stem != word.key and len(stem) > 2 and (whose or stem in self.around.often):
                return stem
        return word.key

    def _placed(self, word: Word) -> bool:
        return word.first in self.around.places or word.first in self.around.demonyms


def _without_particles(words: tuple[Word, ...]) -> tuple[Word, ...]:
    while words and not words[-1].capital and "-" not in words[-1].text:
        words = words[:-1]
    return words
