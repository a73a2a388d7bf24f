"""A run of capitalised words -> the names in it: what is trimmed off, and what speaks for a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimdiff.claims.people_names import Name
from claimdiff.claims.people_told import in_office, told
from claimdiff.claims.people_trim import Trimmer
from claimdiff.claims.people_words import Run, Word

CERTAIN = 3
# Verbrauchertechnologie is a noun in front of a name; given names are shorter.
_LONGEST_GIVEN = 11


@dataclass(frozen=True, slots=True)
class Judge(Trimmer):
    """Reads names out of the runs of one text."""

    def full_names(self, run: Run) -> Iterator[Name]:
        """The names of two words or more in a run, one behind the other, that are people for certain."""
        while len(run.words) > 1:
            words, _ = self.trimmed(run)
            name = self.full_name(run)
            if name is not None and name.score >= CERTAIN:
                yield name
            if not words or words[-1] is run.words[-1]:
                return
            run = run.behind(words[-1])

    def full_name(self, run: Run) -> Name | None:
        """The name of two words or more in a run, with what speaks for a person; None when nothing can be one."""
        words, lead = self.trimmed(run)
        if not 2 <= sum(w.capital or "-" in w.text for w in words) <= 6 or any(w.shouted and len(w.text) < 4 for w in words):
            return None
        if self._never(words, run, len(lead)) or self._is_place(words, run, len(lead)):
            return None
        before = self.before(run, len(lead))
        score = self._score(words, before, run)
        whose = words[-1] is not run.words[-1] and self._noun_behind(words[-1], run.words[run.words.index(words[-1]) + 1])
        return self.name(words, before, score, "full", whose)

    def _never(self, words: tuple[Word, ...], run: Run, at: int) -> bool:
        given = words[0].given
        if self.around.long_places.get(words[0].first, (words[0].first,))[0] < words[0].first:
            return True  # West [Virginia Republican]
        if self.vocab.nouns_have_capitals and not given and any(w.first in self.around.nouns for w in words):
            return True
        if words[-1].initial and words[-1].text.isalpha() and not words[-1].roman:
            return True  # Vega C, Vitamin C
        for word in words:
            if word.first in self.around.organisations or (word.capital and word.key in self.vocab.starters and not given):
                return True
            nouns = self.vocab.not_a_name if given else self.vocab.not_a_name_anywhere
            if self._noun_in(word, nouns) and not (given and (self._called(word, words, run, at) or self._named(word, words))):
                return True
            noun = word.key.endswith(self.vocab.noun_endings) and not (given and word.key in self.vocab.surnames_too)
            if word is words[-1] and (noun or word.title):
                return True
        return any(self._placed(w) for w in words[-1:]) and not given

    def _called(self, word: Word, words: tuple[Word, ...], run: Run, at: int) -> bool:
        """True behind a title or a role: la ministra Marina Sereni is no navy."""
        return word is words[0] and any(map(self.tells, run.before(at)[-1:]))

    def _named(self, word: Word, words: tuple[Word, ...]) -> bool:
        return word is words[-1] and self._surname_too(words[0], word)

    def _is_place(self, words: tuple[Word, ...], run: Run, at: int) -> bool:
        """True where all the words are one known place (Santiago de Cuba, Virginia Occidental), unless a title comes first."""
        whole = self.around.long_places.get(words[0].first) == (words[0].first, words[-1].last)
        return whole and not any(word.title for word in run.before(at)[-1:])

    def _surname_too(self, first: Word, word: Word) -> bool:
        """True for a noun that is a surname as well (West, Young) where the text uses it alone too."""
        if word.key not in self.vocab.surnames_too or word.key in self.around.small:
            return False
        return self._alone_elsewhere(first, word) or (word.key in self.vocab.surnames_mostly and not self._placed(first))

    def _noun_in(self, word: Word, nouns: frozenset[str]) -> bool:
        """True for a noun of institutions and events, alone or in a compound (Cup-Finale, War-era)."""
        if word.key in nouns or "-" not in word.text:
            return word.key in nouns
        compound = self.vocab.nouns_have_capitals or word.text.split("-")[-1].islower()
        return compound and any(len(part) > 2 and part in nouns for part in word.key.split("-"))

    def name(self, words: tuple[Word, ...], before: Sequence[Word], score: int, rule: str, whose: bool = False) -> Name:
        """The words as a name, with the title that stands right before it."""
        title = before[-1].text if before and before[-1].title else None
        key = " ".join([*(w.key for w in words[:-1]), self.nominative(words[-1], whose)])
        return Name(key, words, title, score, f"people.{rule}")

    def _score(self, words: tuple[Word, ...], before: Sequence[Word], run: Run) -> int:
        """What speaks for a person, added up; CERTAIN is enough."""
        first, last = words[0], words[-1]
        score = 0
        if first.given:
            doubtful = self._placed(first) and self.vocab.nouns_have_capitals
            score += 2 if doubtful or first.key in self.around.small else 3
        if before and self.tells(before[-1]):
            score += 3 if not self.vocab.nouns_have_capitals or before[-1].title or self.role(before[-1]) else 2
        elif (len(before) > 1 and before[-1].text in ",(:" and self.role(before[-2])) or self.role_with_field(before):
            score += 2
        score += self._aged(before) + self._behind(run.after) + 2 * (bool(before) and before[-1].key in self.vocab.saying)
        score += 2 * any(w.key in self.vocab.marked or w.initial for w in words[1:])
        score += 2 * any("-" in w.text and w.text.split("-")[-1].islower() for w in words[1:])
        score += _camel(last)
        score += self._said_alone(words, before)
        score += self._unknown(words, run) * (1 + _apposed(before, run.after))
        # Nancy Pelosi, Ivan Russo: behind a given name a place or a demonym is a surname.
        score -= 2 * sum(self._placed(w) for w in words if not first.given)
        score -= sum(w.key in self.around.small for w in words)
        score += told(self, words, before, run) or in_office(self, words, run)
        return score - 2 * _headline(run) - (sum(w.capital for w in words) > 4)

    def _behind(self, after: Sequence[Word]) -> int:
        """2 for an age, an office or a verb of saying behind a name, 1 for a comma."""
        if not after:
            return 0
        if after[0].text in ",(" and len(after) > 1:
            aged = after[1].text.isdecimal() and 9 < int(after[1].text[:4]) < 120
            held = self._held_office(after[1:3])
            if self._office_between_commas(after[1:]):
                return 3
            return 3 if held and self.vocab.nouns_have_capitals else 2 if aged or held else 1
        return 2 * self.says(after)

    def _held_office(self, near: Sequence[Word]) -> bool:
        """True for an office without an article, as texts put it behind a name: ", former president of"."""
        if self.vocab.nouns_have_capitals:
            return near[0].capital and self.role(near[0])
        if not near[0].text.islower():
            return False
        roles = self.around.roles
        former = near[0].first in self.around.modifiers and any(w.first in roles for w in near[1:])
        return former or any(index in roles for index in range(near[0].first, near[0].last))

    def _office_between_commas(self, behind: Sequence[Word]) -> bool:
        """True for ", le président indonésien, ": an article, an office in small letters, a comma within four words."""
        if self.vocab.nouns_have_capitals or len(behind) < 3 or behind[0].key not in self.vocab.starters:
            return False
        comma = next((i for i, w in enumerate(behind[1:6]) if w.text == ","), 0)
        return comma > 0 and behind[1].text.islower() and behind[1].first in self.around.roles and behind[0].text.islower()

    def _aged(self, before: Sequence[Word]) -> int:
        """3 behind "the 20-year-old" as one word (der 20-jährige)."""
        return 3 * bool(self.vocab.aged and before and before[-1].key.endswith(self.vocab.aged))

    def _said_alone(self, words: tuple[Word, ...], before: Sequence[Word]) -> int:
        """What it tells that the surname stands alone elsewhere: of nouns with capitals, those that no article leads."""
        if not self._alone_elsewhere(words[0], words[-1]):
            return 0
        if not self.vocab.nouns_have_capitals:
            led = self._placed(words[0]) or (not words[0].given and any(w.given for w in words[1:-1]))
            return 3 if words[-1].head in self.around.speakers and not led else 1
        if len(words[0].text) > _LONGEST_GIVEN or any(self._placed(w) or self._led(w) for w in words):
            return 0
        return 3 if before and before[-1].text.islower() and before[-1].key in self.vocab.starters else 2

    def _led(self, word: Word) -> bool:
        """True for a word that has an article somewhere in the text."""
        return any((article, word.head) in self.around.led for article in self.vocab.determiners)

    def _unknown(self, words: tuple[Word, ...], run: Run) -> int:
        """1 where capitals mean names: words in the middle of a sentence that are nothing else we know."""
        if self.vocab.nouns_have_capitals or run.titled or run.opens:
            return 0
        return int(all(not self._placed(w) and not w.shouted and w.key not in self.around.small for w in words))

    def _alone_elsewhere(self, first: Word, last: Word) -> bool:
        """True when the last word of a name stands elsewhere in the text without the first one."""
        return self.around.often[last.head] > self.around.pairs[first.key.rsplit("-", 1)[-1], last.head]


def _apposed(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """True between two commas, where texts say who somebody is ("the secretary general of the body, X Y, who")."""
    return bool(before and after) and before[-1].text == after[0].text == ","


def _headline(run: Run) -> bool:
    """True for a long run in a line in which nearly every word has a capital: where a name ends cannot be seen."""
    return run.titled and len(run.words) > 3 and all(w.capital for w in run.words)


def _camel(word: Word) -> int:
    """1 for McAllister, O'Neill, MacLeod."""
    return int(any(c.isupper() for c in word.text[2:]) and not word.shouted)
