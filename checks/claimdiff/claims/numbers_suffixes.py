"""What belongs to digits: a sign before them, an ordinal ending (92e, 1.º, 4. November) or a short scale (5M) behind them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from claimdiff.claims.numbers_context import Surroundings
from claimdiff.claims.numbers_digits import Digits
from claimdiff.claims.numbers_lexicon import Lexicon
from claimdiff.text import Reading

_MONEY = frozenset("$€£¥₹")
_MARKS = frozenset("ªº")
_HIGHEST = 10**6
_THOUSAND = "k"
_CELL = 30


def lowered(mark: str) -> str:
    """A raised ending as plain letters (1ᵉʳ: er); ª and º have a meaning of their own."""
    return mark if mark.isascii() or mark in _MARKS else unicodedata.normalize("NFKC", mark)


@dataclass(frozen=True, slots=True)
class Suffixes:
    """Looks before and behind digits in one text."""

    reading: Reading
    lexicon: Lexicon
    around: Surroundings

    def ordinal(self, first: int, last: int, one: Digits) -> int | None:
        """The token behind the ordinal ending of the digits first:last, or None when they have none."""
        tokens = self.reading.tokens
        if last >= len(tokens) or tokens[last].start != tokens[last - 1].end:
            return None
        if one.value % 1 or one.readings or not 0 < one.value < _HIGHEST:
            return None
        if self._stop_before_mark(last):
            return last + 2
        if self._ending(last, one):
            return last + 1
        return self._german_stop(first, last) if last - first == 1 else None

    def scale(self, last: int) -> tuple[int, int] | None:
        """The factor of a short scale right behind the digits (30k, 5M, $5m, 5 M€) and the token behind it."""
        token = self._token(last)
        if token is None:
            return None
        data = self.lexicon.data
        factor, money = (data.get("suffixes") or {}).get(token), (data.get("money_suffixes") or {}).get(token)
        if not (factor or money):
            return None
        gap = self.reading.gap(last)
        if factor and (gap == "" or (gap in (" ", "  ") and (token == _THOUSAND or self._token(last + 1) in _MONEY))):
            return int(factor), last + 1
        before = self.reading.text[max(0, self.reading.tokens[last - 1].start - 12) : self.reading.tokens[last - 1].end]
        return (int(money), last + 1) if money and gap == "" and re.search(r"[$€£¥₹] ?[\d.,]+$", before) else None

    def point(self, last: int) -> int:
        """Behind the point of an abbreviated scale: "2,5 Mio. Euro"."""
        short = self.reading.tokens[last - 1].key in self.lexicon.listed("short_scales")
        return last + 1 if short and self._token(last) == "." and self.reading.gap(last) == "" else last

    def signed(self, first: int, start: int) -> int:
        """The offset of the minus that belongs to the digits (or of the word for it), or `start` when there is none."""
        text = self.reading.text
        if (
            text[start - 1 : start] == "-"
            and text[start].isdecimal()
            and text[max(0, start - 2) : start - 1] in ("", " ", "\n", "(")
        ):
            return start if self._range(first) else start - 1
        if self._signed_cell(first, start):
            return start - 2
        word = first - 1
        if word >= 0 and self.reading.gap(first) == " " and self._minus_word(word, first):
            return self.reading.tokens[word].start
        return start

    def _signed_cell(self, first: int, start: int) -> bool:
        """True for the minus of "- 1.200.000" in a line or a cell of its own, which is no list item's mark."""
        text, tokens = self.reading.text, self.reading.tokens
        if text[max(0, start - 2) : start] != "- " or not text[start].isdecimal():
            return False
        opens = first == 0 or tokens[first - 1].text == "|" or "\n" in self.reading.gap(first)
        line = text[start : start + _CELL].split("\n", 1)[0].split("|", 1)[0]
        return opens and len(line) < _CELL and not any(len(word) > 1 and word.isalpha() for word in line.split())

    def _token(self, at: int) -> str | None:
        return self.reading.tokens[at].text if at < len(self.reading.tokens) else None

    def _key(self, at: int) -> str:
        return self.reading.tokens[at].key if 0 <= at < len(self.reading.tokens) else ""

    def _range(self, first: int) -> bool:
        """10 -15: the minus joins two numbers."""
        return first > 0 and self.reading.tokens[first - 1].text.isdecimal() and "\n" not in self.reading.gap(first)

    def _minus_word(self, word: int, first: int) -> bool:
        key, always = self._key(word), self.lexicon.listed("minus.always")
        if key not in always and key not in self.lexicon.listed("minus.before_units"):
            return False
        if self._key(word - 1) in self.lexicon.listed("minus.not_after") and "\n" not in self.reading.gap(word):
            return False
        if key in always:
            return True
        behind = first
        while (self._token(behind) or "x")[0] in "0123456789.,":
            behind += 1
        return self._token(behind) in ("°", "%", None) or self._key(behind) in self.lexicon.listed("minus.units")

    def _stop_before_mark(self, last: int) -> bool:
        """1.º, 2.ª, 1.er, 3.ᵒˢ."""
        if self._token(last) != "." or self.reading.gap(last) or last + 1 >= len(self.reading.tokens) or self.reading.gap(last + 1):
            return False
        mark = self._token(last + 1) or ""
        return (mark in _MARKS or len(mark) > 1) and lowered(mark) in (self.lexicon.data.get("ordinal_suffixes") or {})

    def _ending(self, last: int, one: Digits) -> bool:
        """92e, 1re, 4ª; 30° only where a noun follows or nothing at all."""
        token = self._token(last)
        if token is None or self.reading.gap(last):
            return False
        if token == "°":
            return bool(self.lexicon.data.get("degree_ordinal")) and self._degree_ordinal(last + 1)
        endings = self.lexicon.data.get("ordinal_suffixes") or {}
        value = endings.get(token.lower() if token.isupper() and len(token) > 1 else lowered(token))
        return value is not None and value in (0, one.value % 10)

    def _degree_ordinal(self, behind: int) -> bool:
        if behind >= len(self.reading.tokens):
            return True
        return self.around.noun_at(behind) and self._key(behind) not in self.lexicon.listed("degree_words")

    def _german_stop(self, first: int, last: int) -> int | None:
        """The stop of "der 92. Kongress", "am 4. November", "3. Platz"; the end of a sentence is none."""
        rule = self.lexicon.data.get("dot_ordinal")
        behind = self._token(last + 1)
        if not rule or behind is None or self._token(last) != ".":
            return None
        if self.reading.gap(last) or self.reading.gap(last + 1) != " ":
            return None
        if not behind.isalpha() or len(self.reading.tokens[first].text) > 3:
            return None
        led = self._key(first - 1) in self.lexicon.listed("dot_ordinal.leads") and self.reading.gap(first) == " "
        opens = self._key(last + 1) in self.lexicon.listed("dot_ordinal.starters")
        if behind[0].islower() or (led and not opens):
            return last + 1
        noun_before = first > 0 and self.reading.tokens[first - 1].text[:1].isalnum() and self.reading.gap(first) == " "
        return None if opens or noun_before else last + 1
