"""A version's text as the recognisers read it: one plain spelling, tokens, sentences, and the way back."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import accumulate, chain, compress
from operator import attrgetter, itemgetter
from typing import NamedTuple

from claimdiff.remembered import Remembered

# One code point for one: lengths do not change. Typographic apostrophes and hyphens, every kind of space.
_APOSTROPHES = "\u2018\u2019\u02bc\u2032\u00b4`\uff07"
_HYPHENS = "\u2010\u2011\u2212\ufe63\uff0d"
_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_SAME_LENGTH = {**dict.fromkeys(_APOSTROPHES, "'"), **dict.fromkeys(_HYPHENS, "-"), **dict.fromkeys(_SPACES, " ")} | dict.fromkeys(
    "\u2028\u2029\x0b\x0c\x85", "\n"
)
_ODD = re.compile(f"[{re.escape(''.join(_SAME_LENGTH))}]")
_DROPPED = re.compile("[\ufeff\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\r]")
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+")

# Hyphens and apostrophes join: they stand in the gap between two tokens and are no tokens themselves.
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s'\-]|_")
_PARTED = re.compile(f"({_TOKEN.pattern})")
_JOINING = re.compile(r"[' \-]{0,3}\n?[' ]?")
_JOINING_ONE = " '-\n"


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


def _respelled(text: str) -> str:
    return _ODD.sub(lambda odd: _SAME_LENGTH[odd.group()], text)


def plain(text: str) -> Plain:
    """Composed (NFC), with plain apostrophes, hyphens and spaces, without marks that nobody sees."""
    if unicodedata.is_normalized("NFC", text) and not _DROPPED.search(text):
        return Plain(_respelled(text), None)
    out: list[str] = []
    origin: list[int] = []
    ends: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        kept = _respelled(unicodedata.normalize("NFC", _DROPPED.sub("", cluster.group())))
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


_TOKEN_OF: Callable[[tuple[int, int, str, str, str]], Token] = partial(tuple.__new__, Token)
_FIRST, _SECOND, _THIRD = itemgetter(0), itemgetter(1), itemgetter(2)
# Words whose keys are remembered: more than a book has, few enough to stay small over ten thousand stories.
_REMEMBERED = 1 << 16
_KEY, _FOLD = attrgetter("key"), attrgetter("fold")


@lru_cache(maxsize=_REMEMBERED)
def _keys(word: str) -> tuple[str, str, str]:
    """A word with its key and its fold; the same strings wherever it stands, which keeps a text in the processor's cache."""
    key = word.casefold()
    key = word if key == word else key
    return word, key, folded(key)


def tokenise(text: str) -> list[Token]:
    """The tokens of a plain text, in order."""
    return tokens_of(parted(text))


def parted(text: str) -> list[str]:
    """A plain text as gaps and tokens by turns, a gap first and last."""
    return _PARTED.split(text)


def tokens_of(parts: list[str]) -> list[Token]:
    """The tokens of a parted text."""
    # Where each part ends; a text is nothing but tokens, so no line of Python is run for each.
    ends = list(accumulate(map(len, parts)))
    keys = list(map(_keys, parts[1::2]))
    said = zip(ends[::2], ends[1::2], map(_FIRST, keys), map(_SECOND, keys), map(_THIRD, keys), strict=False)
    return list(map(_TOKEN_OF, said))


def words(form: str) -> tuple[str, ...]:
    """The words of a form of the lexicon, which is composed (NFC) as all data is."""
    return tuple(_TOKEN.findall(_respelled(form)))


def first_word(form: str) -> str:
    """The first word of a form of the lexicon; "" when it has none."""
    first = _TOKEN.search(form)
    return first.group() if first else ""


def _joins(gap: str) -> bool:
    return gap in _JOINING_ONE if len(gap) < 2 else _JOINING.fullmatch(gap) is not None


# Texts have few short gaps, and most of them a thousand times; a longer one joins nothing.
_JOINED: Remembered[bool] = Remembered(_joins)
_LONGEST = 5


class Sentence(NamedTuple):
    """A sentence, heading, cell or list item: tokens first:last (last excluded), offsets in the plain text."""

    first: int
    last: int
    start: int
    end: int


@dataclass(slots=True)
class Reading:
    """A version laid out for the recognisers; `text` is the plain text, in which they give offsets.

    gaps: what stands before each token, and behind the last one. starts, texts: where each token starts, and its letters.
    """

    lang: str
    plain: Plain
    tokens: list[Token]
    sentences: list[Sentence]
    gaps: list[str]
    dateline: str | None = None
    text: str = field(init=False)
    starts: list[int] = field(init=False)
    texts: list[str] = field(init=False)
    _starts: list[int] = field(default_factory=list)
    _firsts: list[int] = field(default_factory=list)
    # Recognisers ask where the same claims start and end.
    _token_at: dict[int, int] = field(default_factory=dict)
    _by_text: dict[str, list[int]] = field(default_factory=dict)
    _by_key: dict[str, list[int]] = field(default_factory=dict)
    _gapped: dict[str, list[int]] = field(default_factory=dict)
    _capitals: list[int] | None = None
    _by_fold: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.text = self.plain.text
        self.starts = list(map(_FIRST, self.tokens))
        self.texts = list(map(_THIRD, self.tokens))

    @property
    def by_text(self) -> dict[str, list[int]]:
        """The places of every word, in order, as it is spelled."""
        if not self._by_text:
            by_text = defaultdict[str, list[int]](list)
            for index, text in enumerate(self.texts):
                by_text[text].append(index)
            self._by_text = dict(by_text)
        return self._by_text

    @property
    def capitals(self) -> list[int]:
        """The tokens that begin with a capital, in order."""
        if self._capitals is None:
            capital = (places for text, places in self.by_text.items() if text[0].isupper())
            self._capitals = sorted(chain.from_iterable(capital))
        return self._capitals

    @property
    def gapped(self) -> dict[str, list[int]]:
        """The tokens by the gap before them, in order; none behind a mere space or right behind another."""
        if not self._gapped:
            gapped = defaultdict[str, list[int]](list)
            for index, gap in enumerate(self.gaps[:-1]):
                if gap and gap != " ":
                    gapped[gap].append(index)
            self._gapped = dict(gapped)
        return self._gapped

    @property
    def by_key(self) -> dict[str, list[int]]:
        """The places of every word, in order, by its key: which tokens hold it."""
        if not self._by_key:
            self._by_key = self._merged(_KEY)
        return self._by_key

    @property
    def by_fold(self) -> dict[str, list[int]]:
        """The places of every word, in order, by its key without accents."""
        if not self._by_fold:
            self._by_fold = self._merged(_FOLD)
        return self._by_fold

    def _merged(self, key_of: Callable[[Token], str]) -> dict[str, list[int]]:
        """The places of words by one of their keys: several spellings have one."""
        out: dict[str, list[int]] = {}
        for places in self.by_text.values():
            key = key_of(self.tokens[places[0]])
            known = out.get(key)
            out[key] = places if known is None else sorted((*known, *places))
        return out

    def where_text(self, texts: Set[str]) -> list[int]:
        """The tokens that are spelled in one of these ways, in order."""
        return _places(self.by_text, texts)

    def where(self, keys: Set[str]) -> list[int]:
        """The tokens with one of these keys, in order: a recogniser looks there and nowhere else."""
        return _places(self.by_key, keys)

    def where_fold(self, folds: Set[str]) -> list[int]:
        """The tokens with one of these keys without accents, in order."""
        return _places(self.by_fold, folds)

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds the plain offset (the last one that starts before it)."""
        if not self._starts:
            self._starts = [s.start for s in self.sentences]
        return max(0, bisect_right(self._starts, offset) - 1)

    def sentence_of(self, index: int) -> Sentence:
        """The sentence that token index stands in."""
        if not self._firsts:
            self._firsts = [s.first for s in self.sentences]
        return self.sentences[max(0, bisect_right(self._firsts, index) - 1)]

    def token_at(self, offset: int) -> int:
        """The first token that starts at this offset or behind it."""
        index = self._token_at.get(offset)
        if index is None:
            index = self._token_at[offset] = bisect_left(self.starts, offset)
        return index

    def followed(self, fold: str, second: str) -> list[int]:
        """The tokens with one key without accents, behind which another stands."""
        tokens, here, behind = self.tokens, self.by_fold.get(fold, []), self.by_fold.get(second, [])
        if len(behind) < len(here):
            return [at - 1 for at in behind if at and tokens[at - 1].fold == fold]
        return [at for at in here if at + 1 < len(tokens) and tokens[at + 1].fold == second]

    def gap(self, index: int) -> str:
        """What stands between token index-1 and token index."""
        return self.gaps[index] if index else ""

    def joins(self, index: int) -> bool:
        """True when token index continues the expression that token index-1 is in."""
        return 0 < index < len(self.texts) and len(gap := self.gaps[index]) <= _LONGEST and _JOINED[gap]


def _places(held: Mapping[str, list[int]], wanted: Set[str]) -> list[int]:
    return sorted(chain.from_iterable([held[word] for word in held.keys() & wanted]))


_BREAK = re.compile(r"\n[ ]*\n|\n")
_CLOSERS = frozenset("\"»”)]'’")
_ENDING = _CLOSERS | frozenset(".!?…|")


def sentences(text: str, tokens: list[Token], abbreviations: frozenset[str]) -> list[Sentence]:
    """Sentences of a plain text: at line ends and after . ! ? … that end a sentence.

    A full stop ends none behind an abbreviation, an initial or digits that go on ("92. Kongress", "18.30"); a stop
    glued to a capital ("travaux.Un") ends one, for bad typing is the rule in what claimdiff reads.
    """
    out: list[Sentence] = []
    first = 0
    for index in _possible_ends(text, tokens):
        token, last = tokens[index], index + 1
        following = tokens[last] if last < len(tokens) else None
        if following is None or "\n" in text[token.end : following.start] or _ends(text, tokens, index, abbreviations):
            if following is not None and following.text in _CLOSERS and following.start == token.end:
                continue
            out.append(Sentence(first, last, tokens[first].start, token.end))
            first = last
    return out


def _possible_ends(text: str, tokens: list[Token]) -> list[int]:
    """The tokens at which a sentence may end: a mark, the last one of a line, the last one of all."""
    ends = set(compress(range(len(tokens)), map(_ENDING.__contains__, map(_THIRD, tokens))))
    starts, line = list(map(_FIRST, tokens)), text.find("\n")
    while line >= 0:
        following = bisect_right(starts, line)
        ends.add(following - 1)
        # Further line ends before the next token part nothing else.
        line = text.find("\n", starts[following]) if following < len(starts) else -1
    return sorted((ends | {len(tokens) - 1}) - {-1})


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
    between = text[before.end : mark.start]
    if between.strip("'"):
        return False
    # "Until 107'.", "the so-called 'wall'.": behind the mark of a minute or of a quotation a stop ends the sentence.
    if not between and _stops_inside(before, abbreviations):
        return False
    if not between and before.text.isdigit() and (after.start == mark.end or len(before.text) <= 2):
        # "92. Kongress", "am 4. November": a short number before a stop is an ordinal as often as an end.
        return after.start > mark.end and "\n" in text[mark.end : after.start]
    return _starts_anew(tokens, index)


def _stops_inside(before: Token, abbreviations: frozenset[str]) -> bool:
    """True for an abbreviation or an initial, whose stop ends no sentence."""
    return before.key in abbreviations or (len(before.text) == 1 and before.text.isalpha() and before.text.isupper())


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
