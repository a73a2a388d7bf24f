"""Digits that are no number: telephone and account numbers, addresses, versions, G7, Covid-19, flight AF447."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimdiff.claims.numbers_lexicon import Lexicon
from claimdiff.text import Reading, Token

_AT_DIGITS = re.compile(
    r"0[1-9](?:[ .\-]\d\d){4}(?!\d)"  # 06 12 34 56 78
    r"|0\d{2,4}[ /\-]\d{2,8}(?:[ \-]\d{2,8}){0,3}(?!\d)"  # 0800 123 456, 089 1234567
    r"|\d{3}\) ?\d{3}-\d{4}|[2-9]\d{2}-[2-9]\d{2}-\d{4}(?!\d)"  # (212) 555-0123
    r"|\d{4}(?:[ \-]\d{4}){2,4}(?!\d)"  # a card
    r"|97[89][ \-]\d{1,5}[ \-]\d{1,7}[ \-]\d{1,6}(?:[ \-]\d)?"  # a book
    r"|\d{1,3}(?:\.\d{1,3}){3}(?!\.?\d)(?<!\.\d{3}\.\d{3}\.\d{3})"  # 192.168.1.2, but not 1.234.567.890
)
_ABROAD = re.compile(r"\d{1,3}(?:[ .\-]?\(?\d{1,5}\)?){2,7}(?!\d)")
_ACCOUNT = re.compile(r"[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,8}(?: ?[A-Z\d]{1,3})?\b")
_ADDRESS = re.compile(
    r"://|www\.|@|_|=|\\|~|#\d|[^\W\d]/[^\W\d]*\d|\w\.[a-z]{2,4}/|\w[^\W\d]\.(?:com|org|net|int|eu|io|html?|pdf|json|py)\b"
)
_REACH = 200
_SPACE = re.compile(r"[ \n]")


@dataclass(slots=True)
class Chunks:
    """What stands between two spaces in one text, each looked at once: is it an address?"""

    text: str
    _start: int = 0
    _end: int = 0
    _words: str = ""
    _is_address: bool = False

    def at(self, offset: int) -> tuple[str, int, bool]:
        """The chunk around an offset (its words only when it is short), its end, and whether it is an address."""
        if not self._start <= offset < self._end:
            self._start = max(self.text.rfind(" ", self._end, offset), self.text.rfind("\n", self._end, offset), self._end - 1) + 1
            end = _SPACE.search(self.text, offset)
            self._end = end.start() if end else len(self.text)
            self._words = self.text[self._start : min(self._end, self._start + _REACH)]
            self._is_address = _ADDRESS.search(self.text, self._start, self._end) is not None
        return self._words, self._end, self._is_address


# Digits that nothing is glued to and no digits follow: what they are in depends on the words around them alone.
_ALONE = re.compile(r"\d{1,18}(?=[ \n]\D|[,.;:](?:[ \n]|\Z)|\Z)")


def stands_alone(text: str, token: Token) -> bool:
    """True for digits between spaces, maybe with a mark of the sentence behind them."""
    start, end, _, _, _ = token
    match = _ALONE.match(text, start)
    return match is not None and match.end() == end and (start == 0 or text[start - 1] in " \n")


def is_named(reading: Reading, lexicon: Lexicon, at: int) -> bool:
    """True for the digits alone at token `at` that are a number nowhere, or not behind the word before them (Boeing 737)."""
    return reading.tokens[at].text in lexicon.listed("never") or _named(reading, lexicon, at)


def identifier_end(reading: Reading, lexicon: Lexicon, chunks: Chunks, at: int) -> int | None:
    """The plain offset behind the identifier that the digits at token `at` belong to, or None when they are a number."""
    token, text = reading.tokens[at], reading.text
    start = token.start
    if match := _AT_DIGITS.match(text, start):
        return match.end()
    if text[start - 1 : start] == "+" and (match := _ABROAD.match(text, start)) and sum(map(str.isdigit, match[0])) > 7:
        return match.end()
    if glued := _glued(reading, lexicon, at):
        return glued
    chunk, end, is_address = chunks.at(start)
    if is_address:
        return end
    return token.end if chunk.strip(".,;:()") in lexicon.listed("never") or _named(reading, lexicon, at) else None


def _glued(reading: Reading, lexicon: Lexicon, at: int) -> int | None:
    """G7, A380, Covid-19: letters right before the digits; 5G, 3D: one capital right behind them."""
    tokens, text = reading.tokens, reading.text
    token = tokens[at]
    before = tokens[at - 1] if at else None
    if before and before.text[0].isalpha():
        gap = text[before.end : token.start]
        if match := _ACCOUNT.match(text, before.start) if gap == "" and len(before.text) == 2 else None:
            return match.end()
        if gap == "" and not _follows_digits(reading, at - 1):
            return _run_end(reading, at)
        if gap == "-" and not _follows_digits(reading, at - 1) and before.key not in lexicon.listed("hyphen_leads"):
            return _run_end(reading, at)
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    capital = behind is not None and len(behind.text) == 1 and behind.text.isupper() and behind.text not in lexicon.data["suffixes"]
    return token.end if behind and capital and text[token.end : behind.start] in ("", "-") else None


def _follows_digits(reading: Reading, at: int) -> bool:
    """18h30, 1m80, 4x100: letters between digits are a unit."""
    return at > 0 and reading.gap(at) == "" and reading.tokens[at - 1].text.isdecimal()


def _run_end(reading: Reading, at: int) -> int:
    """The end of the glued run of letters, digits and inner points: v2.10.3."""
    tokens, last = reading.tokens, at
    while last + 1 < len(tokens) and tokens[last + 1].start == tokens[last].end and _runs_on(tokens, last + 1):
        last += 1
    return tokens[last].end


def _runs_on(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if token.text.isalnum():
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return token.text == "." and following is not None and following.start == token.end and following.text.isdecimal()


def _named(reading: Reading, lexicon: Lexicon, at: int) -> bool:
    """Boeing 737, http 429."""
    return at > 0 and reading.gap(at) in (" ", ". ") and reading.tokens[at - 1].key in lexicon.listed("identifier_leads")
