"""Roman numerals that number a century, a session or an edition, and those that belong to a name (Mohammed VI)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from claimdiff.claims.numbers_lexicon import Lexicon
from claimdiff.text import Reading, folded

_ROMAN = re.compile(r"(?=[IVXLC])(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
ROMAN_LETTERS = frozenset("IVXLC")
_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_SMALL = frozenset("IVX")


def may_be_roman(lexicon: Lexicon, fold: str) -> bool:
    """False for a word (without accents) that is no Roman numeral in any spelling, nor one with an ending."""
    if not fold or fold[0] not in "ivxlc":
        return False
    ending = fold.lstrip("ivxlc")
    return not ending.isascii() or not ending or any(folded(suffix).endswith(ending) for suffix in lexicon.listed("roman.suffixes"))


def roman_ordinal(reading: Reading, lexicon: Lexicon, at: int) -> tuple[int, int] | None:
    """The value of the Roman ordinal at token `at` and the token behind it, or None when it is none."""
    match = _ROMAN.match(reading.tokens[at].text)
    if match is None:
        return None
    suffix = reading.tokens[at].text[match.end() :]
    if suffix and not suffix.isascii() and suffix not in "ªº":
        suffix = unicodedata.normalize("NFKC", suffix)
    last = at + 1
    if suffix and (suffix != suffix.lower() or suffix not in lexicon.listed("roman.suffixes")):
        return None
    if len(match[0]) == 1 and match[0] not in _SMALL:
        return None
    # "Ve" and "Xe" need their noun; "XXIe" does not, and "Le", "La", "Io" are words.
    if (suffix and len(match[0]) > 1) or _beside_noun(reading, lexicon, at):
        return _value(match[0]), last
    if len(match[0]) < 2 or not set(match[0]) <= _SMALL or _regnal(reading, lexicon, at) or _all_capitals(reading, at):
        return None
    return (_value(match[0]), last) if _opened(reading, lexicon, at) else None


def _value(numeral: str) -> int:
    worth = [_WORTH[letter] for letter in numeral]
    return sum(-w if w < max(worth[i:]) else w for i, w in enumerate(worth))


def _beside_noun(reading: Reading, lexicon: Lexicon, at: int) -> bool:
    """Siglo XXI, la XCII Assemblea: a noun of the list on either side; a short name may not stand between."""
    nouns = lexicon.listed("roman.nouns")
    return any(reading.tokens[i].key in nouns for i in _neighbours(reading, at)) and not _all_capitals(reading, at)


def _neighbours(reading: Reading, at: int) -> Iterator[int]:
    if at and reading.gap(at) == " ":
        yield at - 1
    behind = at + 1
    if behind < len(reading.tokens) and reading.tokens[behind].text == ".":
        behind += 1
    if behind < len(reading.tokens) and reading.gap(behind) == " ":
        yield behind


def _regnal(reading: Reading, lexicon: Lexicon, at: int) -> bool:
    """Mohammed VI, Vatican II, König Charles III.: a capitalised word before, unless it only opens the sentence."""
    if not at or reading.gap(at) != " ":
        return False
    before = reading.tokens[at - 1]
    return before.text[0].isupper() and before.key not in lexicon.listed("sentence_openers")


def _all_capitals(reading: Reading, at: int) -> bool:
    """In a heading all in capitals MI, DI, LI are words."""
    words = [t.text for t in reading.tokens[max(0, at - 2) : at + 3] if t.text.isalpha() and len(t.text) > 3]
    return bool(words) and all(w.isupper() for w in words)


def _opened(reading: Reading, lexicon: Lexicon, at: int) -> bool:
    """Behind an article and before a word: "la XXI edizione", "il XV incontro"."""
    if not at or at + 1 >= len(reading.tokens) or reading.gap(at) not in (" ", "'") or reading.gap(at + 1) != " ":
        return False
    behind = reading.tokens[at + 1].text
    return reading.tokens[at - 1].key in lexicon.listed("sentence_openers") and behind.isalpha() and len(behind) > 3
