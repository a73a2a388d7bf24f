"""Whether a word that can be a number is one where it stands: neuf, sei, second, Otto von Bismarck."""

from __future__ import annotations

from dataclasses import dataclass

from claimdiff.claims.numbers_lexicon import Context, Lexicon
from claimdiff.claims.numbers_words import Spelled, is_count, shares
from claimdiff.text import Reading, Sentence

_MOSTLY = 0.6
_LONGEST_HEADING = 60


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Looks at the words around a number of one text."""

    reading: Reading
    lexicon: Lexicon

    def allow(self, first: int, found: Spelled) -> bool:
        """True when tokens first:found.last are a number here."""
        sentence = self.reading.sentences[self.reading.sentence_at(self.reading.tokens[first].start)]
        if self._fills(sentence, first, found.last):
            return True
        if self._is_name(sentence, first, found):
            return False
        if found.sum.ordinal and self._is_fraction(first, found):
            return False
        if self.reading.tokens[found.last - 1].fold in self.lexicon.listed("elided"):
            return found.last < len(self.reading.tokens) and self.reading.gap(found.last) == "'"
        context = self.lexicon.contexts.get(self.reading.tokens[first].fold) if found.last == first + 1 else None
        return context is None or self._fits(context, first)

    def noun_at(self, index: int) -> bool:
        """True when token `index` goes on behind a space or hyphen with a word that can be a noun."""
        tokens = self.reading.tokens
        if not 0 < index < len(tokens) or self.reading.gap(index) not in (" ", "-", "  "):
            return False
        token = tokens[index]
        return token.text.isalpha() and len(token.text) > 1 and token.key not in self.lexicon.listed("function_words")

    def _fills(self, sentence: Sentence, first: int, last: int) -> bool:
        tokens = self.reading.tokens
        return first == sentence.first and not any(t.text[0].isalnum() for t in tokens[last : sentence.last])

    def _key(self, index: int) -> str:
        """The word at `index` in small letters; empty where a line ends or there is none."""
        return self.reading.tokens[index].key if 0 <= index < len(self.reading.tokens) else ""

    def _fits(self, context: Context, at: int) -> bool:
        before = "" if at == 0 or "\n" in self.reading.gap(at) else self._key(at - 1)
        behind = "" if at + 1 >= len(self.reading.tokens) or "\n" in self.reading.gap(at + 1) else self._key(at + 1)
        if before in context.not_after or behind in context.not_before:
            return False
        if not context.after and not context.noun:
            return True
        return (
            before in context.after
            or (context.noun and self.noun_at(at + 1))
            or self._in_list(at)
            or shares(self.reading, self.lexicon, at + 1)
        )

    def _in_list(self, at: int) -> bool:
        """Between number words or digits: "quattro, venti, quindici", "de neuf à dix"."""
        tokens, between = self.reading.tokens, self.lexicon.listed("range_words") | {","}
        for step in (-1, 1):
            other = at + 2 * step
            if 0 <= other < len(tokens) and tokens[at + step].key in between and is_count(self.lexicon, tokens[other]):
                return True
        return False

    def _is_fraction(self, first: int, found: Spelled) -> bool:
        """Two thirds, un cinquième des membres, un terzo ha votato."""
        if found.last - first > 1 or found.sum.total < 3 or self.reading.gap(first) not in (" ", "-"):
            # "deux secondes", "30 secondi": a unit of time.
            return found.sum.total == 2 and first > 0 and self._counted(first)
        if self._counted(first):
            return True
        if self._key(first) not in self.lexicon.fractions:
            return False
        return self._key(first - 1) in self.lexicon.listed("indefinite") and not self.noun_at(found.last)

    def _counted(self, first: int) -> bool:
        before = self.reading.tokens[first - 1]
        if self.reading.gap(first) not in (" ", "-"):
            return False
        return before.text.isdecimal() or is_count(self.lexicon, before)

    def _is_name(self, sentence: Sentence, first: int, found: Spelled) -> bool:
        """Renate Hundert, Trois-Rivières, Otto von Bismarck: a capital inside a sentence beside another capital."""
        tokens = self.reading.tokens
        if not tokens[first].text[0].isupper():
            return False
        single = found.last == first + 1
        if single and self._capital_joined(found.last):
            return True
        if self._opens(sentence, first):
            return False
        if self.lexicon.data.get("nouns_capitalised"):
            if self._key(first - 1) in self.lexicon.listed("numeral_articles"):
                return False
            return single and (found.sum.total < 100 or tokens[first - 1].text[0].isupper()) and not found.sum.ordinal
        if self._headline(sentence):
            return False
        beside = [(first - 1, first), (found.last, found.last)]
        return single and any(
            sentence.first <= i < sentence.last and tokens[i].text[0].isupper() and self.reading.gap(gap) in (" ", "-")
            for i, gap in beside
        )

    def _capital_joined(self, index: int) -> bool:
        """The Rivières of Trois-Rivières; where nouns have capitals that says nothing."""
        tokens = self.reading.tokens
        if index >= len(tokens) or self.lexicon.data.get("nouns_capitalised"):
            return False
        return self.reading.gap(index) == "-" and tokens[index].text[0].isupper()

    def _opens(self, sentence: Sentence, first: int) -> bool:
        """True when no word stands before the token in its sentence."""
        return not any(self.reading.tokens[i].text[0].isalnum() for i in range(first - 1, sentence.first - 1, -1))

    def _headline(self, sentence: Sentence) -> bool:
        """A heading in which nearly every word has a capital says nothing about names."""
        if sentence.last - sentence.first > _LONGEST_HEADING:
            return False
        words = [t.text for t in self.reading.tokens[sentence.first : sentence.last] if len(t.text) > 3 and t.text.isalpha()]
        return len(words) > 2 and sum(w[0].isupper() for w in words) > _MOSTLY * len(words)
