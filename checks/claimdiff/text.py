"""A version's text as the recognisers read it: one plain spelling, tokens, sentences, and the way back."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

# One code point for one: lengths do not change. Typographic apostrophes and hyphens, every kind of space.
_APOSTROPHES = "\u2018\u2019\u02bc\u2032\u00b4`\uff07"
_HYPHENS = "\u2010\u2011\u2212\ufe63\uff0d"
_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_SAME_LENGTH = str.maketrans(
    {**dict.fromkeys(_APOSTROPHES, "'"), **dict.fromkeys(_HYPHENS, "-"), **dict.fromkeys(_SPACES, " ")}
    | {"\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n"}
)
_DROPPED = re.compile("[\ufeff\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\r]")
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+")

# Hyphens and apostrophes join: they stand in the gap between two tokens and are no tokens themselves.
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s'\-]|_")
_JOINING = re.compile(r"[' \-]{0,3}\n?[' ]?")


@dataclass(frozen=True, slots=True)
class Plain:
    """The text with one spelling for each apostrophe, space and accent; `origin` and `ends` lead back where lengths changed."""

    text: str
    origin: tuple[int, ...] | None
    ends: tuple[int, ...] = ()

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text that the plain span start:end was read from."""
        if self.origin is None or start >= end:
            return start, end
        return self.origin[start], self.ends[end - 1]


def plain(text: str) -> Plain:
    """Composed (NFC), with plain apostrophes, hyphens and spaces, without marks that nobody sees."""
    if unicodedata.is_normalized("NFC", text) and not _DROPPED.search(text):
        return Plain(text.translate(_SAME_LENGTH), None)
    out: list[str] = []
    origin: list[int] = []
    ends: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        kept = unicodedata.normalize("NFC", _DROPPED.sub("", cluster.group())).translate(_SAME_LENGTH)
        out.append(kept)
        origin.extend([cluster.start()] * len(kept))
        # An accent belongs to its letter; unseen marks behind the last letter (a masked link's address) stay outside.
        ends.extend([cluster.end()] * len(kept))
    return Plain("".join(out), tuple(origin), tuple(ends))


def _bare(letter: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))


# Latin, Greek and Cyrillic letters with accents -> without; whatever stands elsewhere keeps its marks.
_BARE = str.maketrans({chr(n): _bare(chr(n)) for block in (range(0xC0, 0x530), range(0x1E00, 0x2000)) for n in block})


def folded(key: str) -> str:
    """The key without accents: what a capital without its accent (Etats) is compared by."""
    return key if key.isascii() else key.translate(_BARE)


class Token(NamedTuple):
    """A word, a run of digits or one mark; offsets in the plain text; `key` is casefolded, `fold` without accents too."""

    start: int
    end: int
    text: str
    key: str
    fold: str


def tokenise(text: str) -> list[Token]:
    """The tokens of a plain text, in order."""
    tokens = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        key = word.casefold()
        tokens.append(Token(match.start(), match.end(), word, key, key if key.isascii() else folded(key)))
    return tokens


def words(form: str) -> tuple[str, ...]:
    """The words of a form of the lexicon, which is composed (NFC) as all data is."""
    return tuple(_TOKEN.findall(form.translate(_SAME_LENGTH)))


def first_word(form: str) -> str:
    """The first word of a form of the lexicon; "" when it has none."""
    first = _TOKEN.search(form)
    return first.group() if first else ""


def joined(text: str, left: Token, right: Token) -> bool:
    """True when two tokens can belong to one expression: nothing but a space, a hyphen or an apostrophe between."""
    return _JOINING.fullmatch(text, left.end, right.start) is not None


class Sentence(NamedTuple):
    """A sentence, heading, cell or list item: tokens first:last (last excluded), offsets in the plain text."""

    first: int
    last: int
    start: int
    end: int


@dataclass(slots=True)
class Reading:
    """A version laid out for the recognisers."""

    lang: str
    plain: Plain
    tokens: list[Token]
    sentences: list[Sentence]
    dateline: str | None = None
    _starts: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The plain text; recognisers give offsets in it."""
        return self.plain.text

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds the plain offset (the last one that starts before it)."""
        if not self._starts:
            self._starts = [s.start for s in self.sentences]
        return max(0, bisect_right(self._starts, offset) - 1)

    def gap(self, index: int) -> str:
        """What stands between token index-1 and token index."""
        return self.text[self.tokens[index - 1].end : self.tokens[index].start] if index else ""

    def joins(self, index: int) -> bool:
        """True when token index continues the expression that token index-1 is in."""
        return 0 < index < len(self.tokens) and joined(self.text, self.tokens[index - 1], self.tokens[index])


_BREAK = re.compile(r"\n[ ]*\n|\n")
_CLOSERS = frozenset("\"»”)]'’")


def sentences(text: str, tokens: list[Token], abbreviations: frozenset[str]) -> list[Sentence]:
    """Sentences of a plain text: at line ends and after . ! ? … that end a sentence.

    A full stop ends none behind an abbreviation, an initial or digits that go on ("92. Kongress", "18.30"); a stop
    glued to a capital ("travaux.Un") ends one, for bad typing is the rule in what claimdiff reads.
    """
    out: list[Sentence] = []
    first = 0
    for index, token in enumerate(tokens):
        last = index + 1
        following = tokens[last] if last < len(tokens) else None
        if following is None or "\n" in text[token.end : following.start] or _ends(text, tokens, index, abbreviations):
            if following is not None and following.text in _CLOSERS and following.start == token.end:
                continue
            out.append(Sentence(first, last, tokens[first].start, token.end))
            first = last
    return out


def _ends(text: str, tokens: list[Token], index: int, abbreviations: frozenset[str]) -> bool:
    mark = tokens[index]
    if mark.text in _CLOSERS and index and tokens[index - 1].end == mark.start:
        return tokens[index - 1].text in ".!?…" and _starts_anew(tokens, index)
    if mark.text in "!?…" or mark.text == "|":
        return _starts_anew(tokens, index) or mark.text == "|"
    if mark.text != "." or index == 0:
        return False
    before, after = tokens[index - 1], tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None:
        return True
    if before.end != mark.start:
        return False
    if before.key in abbreviations or (len(before.text) == 1 and before.text.isalpha() and before.text.isupper()):
        return False
    if before.text.isdigit() and (after.start == mark.end or len(before.text) <= 2):
        # "92. Kongress", "am 4. November": a short number before a stop is an ordinal as often as an end.
        return after.start > mark.end and "\n" in text[mark.end : after.start]
    return _starts_anew(tokens, index)


def _starts_anew(tokens: list[Token], index: int) -> bool:
    if index + 1 >= len(tokens):
        return True
    mark, after = tokens[index], tokens[index + 1]
    glued = after.start == mark.end
    if glued:
        # "travaux.Un" but not "U.S" or "site.Com": a word of two letters or more before, a capital and a small after.
        before = tokens[index - 1].text if index else ""
        return len(before) > 1 and before.isalpha() and before[-1].islower() and after.text[:1].isupper() and len(after.text) > 1
    return not after.text[:1].islower()
