"""The words of a text as people's names need them, and the runs of capitalised words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Set
from functools import cache, partial
from itertools import filterfalse
from typing import NamedTuple

from claimdiff.claims.found import Found
from claimdiff.claims.people_vocabulary import Vocabulary, first_names, vocabulary
from claimdiff.names import key
from claimdiff.remembered import Remembered
from claimdiff.text import Token

# No name with its titles is longer; without an end a line of capitals takes the square of its length.
_LONGEST_RUN = 40
# So many words before a run and behind it tell something of it; most often the nearest two are enough.
BEFORE, _AFTER, _NEAR = 5, 7, 2
_ROMAN = re.compile(r"(?=[IVX])X{0,2}(?:I[VX]|V?I{0,3})")
_OPENING = '"«“„»”:–—|•'
_HYPHENS = "-'"
# Of this many long words, this share with a capital makes a line a title.
_TITLE, _SHARE = 5, 0.8


class Word(NamedTuple):
    """A word between spaces: tokens first:last, parts joined by hyphens or apostrophes (Jean-Pierre, O'Neill, al-Raisi).

    head: the first part of a hyphenated word, what a list of given names knows. capital: begins with a capital.
    shouted: two capitals or more and nothing else: an acronym, or a name in capitals.
    initial: a single capital, as in "George W. Bush". given: it, or its first part, is a given name somewhere in the world.
    title: Mr, Frau, King. role: an office, a profession or kinship; in a compound the last part tells (Ex-Minister).
    barred: too short, too common or too much of a role to be a surname by itself. cue: beside a surname it can tell of a person.
    """

    first: int
    last: int
    start: int
    end: int
    text: str
    possessive: bool
    key: str
    head: str
    capital: bool
    shouted: bool
    initial: bool
    given: bool
    title: bool
    role: bool
    barred: bool
    cue: bool

    @property
    def roman(self) -> bool:
        """True for a Roman numeral up to XXIX."""
        return _ROMAN.fullmatch(self.text) is not None


_Spelling = tuple[str, str, bool, bool, bool, bool, bool, bool, bool, bool]


@cache
def _spellings(code: str) -> Remembered[_Spelling]:
    """What the words of a language are by their letters alone, from `key` to `cue`."""
    return Remembered(partial(_spelling, vocabulary(code)))


def _spelling(vocab: Vocabulary, text: str) -> _Spelling:
    name, capital = key(text), text[:1].isupper()
    head, initial, shouted = name.split("-")[0], len(name) == 1 and capital, len(name) > 1 and text.isupper()
    given = not initial and (name in first_names() or head in first_names())
    title, role = name in vocab.titles or name in vocab.royal, _role(name, vocab)
    barred = len(name) < 3 or not capital or shouted or title or role or _common(name, vocab)
    cue = title or role or name in vocab.saying or name in vocab.of or name in vocab.whose
    return name, head, capital, shouted, initial, given, title, role, barred, cue


def _role(name: str, vocab: Vocabulary) -> bool:
    if name in vocab.roles or name.rsplit("-", 1)[-1] in vocab.roles:
        return True
    return vocab.nouns_have_capitals and name.endswith(vocab.role_endings)


def _common(name: str, vocab: Vocabulary) -> bool:
    if vocab.nouns_have_capitals and any(name.removesuffix(ending) in vocab.not_a_name for ending in vocab.genitive):
        return True
    return name in vocab.not_a_name or name in vocab.starters


class Words:
    """The words of a text by their number; an elided article (l', dell') stands alone in front of a capital.

    begins: the first token of each word, in order; those of several tokens end where `ends` says.
    """

    def __init__(self, found: Found) -> None:
        self.reading, self.vocab, self._spelled = found.reading, vocabulary(found.language.code), _spellings(found.language.code)
        self.ends: dict[int, int] = {}
        self.possessive: set[int] = set()
        self.inner: set[int] = set()
        firsts = {sentence.first for sentence in found.reading.sentences}
        hanging = self._hanging() - firsts
        self._take_stops(hanging, firsts)
        for first, last in _groups(sorted(hanging)):
            self._part(first, last)
        self.begins = list(filterfalse(self.inner.__contains__, range(len(found.reading.tokens))))
        self._made: list[Word | None] = [None] * len(self.begins)

    def word(self, number: int) -> Word:
        """The word of this number."""
        made = self._made[number]
        if made is None:
            made = self._made[number] = self._make(self.begins[number])
        return made

    def _make(self, first: int) -> Word:
        tokens, last = self.reading.tokens, self.ends.get(first)
        if last is None:
            start, end, text, _, _ = tokens[first]
            return tuple.__new__(Word, (first, first + 1, start, end, text, False) + self._spelled[text])
        start, end = tokens[first].start, tokens[last - 1].end
        text = self.reading.text[start:end]
        return Word(first, last, start, end, text, first in self.possessive, *self._spelled[text])

    def between(self, first: int, last: int) -> tuple[Word, ...]:
        """The words of these numbers, `last` excluded."""
        return (self.word(first),) if last - first == 1 else tuple([self.word(number) for number in range(first, last)])

    def continues(self, number: int) -> bool:
        """True when a space or an apostrophe stands between a word and the one before, or nothing behind letters."""
        before, text = self.begins[number - 1], self.reading.text
        end = self.reading.tokens[self.ends.get(before, before + 1) - 1].end
        start = self.reading.tokens[self.begins[number]].start
        return text[end] in " '" if start - end == 1 else start == end and text[end - 1].isalpha()

    def particle(self, number: int) -> bool:
        """True for a word without a capital that a name may hold."""
        first = self.begins[number]
        if first not in self.ends:
            return self._spelled[self.reading.tokens[first].text][0] in self.vocab.particles
        word = self.word(number)
        return word.key in self.vocab.particles or _article_word(word, self.vocab)

    def cue(self, number: int) -> bool:
        """True for a word that tells of a person beside it."""
        first = self.begins[number]
        return self.word(number).cue if first in self.ends else self._spelled[self.reading.tokens[first].text][-1]

    def capital(self, number: int) -> bool:
        """True for a word that begins with a capital."""
        return self.reading.tokens[self.begins[number]].text[0].isupper()

    def _hanging(self) -> set[int]:
        """The tokens that begin with a letter and hang on the one before by a hyphen or an apostrophe."""
        gapped, texts = self.reading.gapped, self.reading.texts
        return {index for mark in _HYPHENS for index in gapped.get(mark, ()) if index and texts[index][0].isalpha()}

    def _take_stops(self, hanging: set[int], firsts: set[int]) -> None:
        """Give the stops behind initials and titles to their words ("W.", "Sen."); what follows one hangs on nothing."""
        tokens = self.reading.tokens
        for index in self.reading.by_key.get(".", ()):
            if index not in firsts and index - 1 not in hanging and self._abbreviated(tokens[index - 1], tokens[index]):
                self.ends[index - 1] = index + 1
                self.inner.add(index)
                hanging.discard(index + 1)

    def _abbreviated(self, token: Token, stop: Token) -> bool:
        if stop.start != token.end or not token.text[0].isupper():
            return False
        return len(token.text) == 1 or (len(token.text) < 5 and token.fold in self.vocab.titles)

    def _part(self, first: int, last: int) -> None:
        """Take the word at tokens first:last in, without an elided word before it (l') and without the English 's behind it."""
        tokens, text = self.reading.tokens, self.reading.text
        while last - first > 1 and text[tokens[first].end] == "'" and _elided(tokens[first], tokens[first + 1], self.vocab):
            first += 1
        self.inner.update(range(first + 1, last))
        end = tokens[last - 1]
        if last - first > 1 and end.text.islower() and len(end.text) <= 2 and text[end.start - 1] == "'":
            self.possessive.add(first)
            last -= 1
            self.ends[first] = last
        elif last - first > 1:
            self.ends[first] = last


def _groups(hanging: list[int]) -> Iterator[tuple[int, int]]:
    """first:last of the tokens that hang together."""
    at = 0
    while at < len(hanging):
        first = hanging[at] - 1
        while at + 1 < len(hanging) and hanging[at + 1] == hanging[at] + 1:
            at += 1
        yield first, hanging[at] + 1
        at += 1


def _elided(token: Token, after: Token, vocab: Vocabulary) -> bool:
    """True for an article or preposition in front of its word: l'Interpol, All'intervallo; O'Neill is one name."""
    if token.fold in vocab.starters and token.fold not in vocab.prefixes:
        return True
    return token.text.islower() and after.text[:1].isupper()


class Line:
    """The words first:last of a sentence, by their numbers."""

    def __init__(self, words: Words, first: int, last: int, capitals: int) -> None:
        self.words, self.first, self.last, self._capitals = words, first, last, capitals
        self._titled: bool | None = None

    @property
    def titled(self) -> bool:
        """True where nearly every word has a capital."""
        if self._titled is None:
            self._titled = self._capitalised()
        return self._titled

    def _capitalised(self) -> bool:
        if self._capitals < _TITLE * _SHARE:
            return False
        long = [w for w in self.words.between(self.first, self.last) if len(w.text) > 3 and w.text[0].isalpha()]
        return len(long) >= _TITLE and sum(w.capital for w in long) >= _SHARE * len(long)

    def run_end(self, number: int) -> int:
        """The end of the run that begins at a capitalised word."""
        words, last, limit = self.words, number + 1, min(self.last, number + _LONGEST_RUN)
        while last < limit:
            if words.capital(last):
                ahead = last + words.continues(last)
            else:
                ahead = self._over_particles(last) if words.particle(last) and words.continues(last) else last
            if ahead == last:
                break
            last = ahead
        return last

    def _over_particles(self, number: int) -> int:
        """The number of the capitalised word behind one to three particles, or the number itself."""
        words, ahead, limit = self.words, number, min(self.last, number + 3)
        while ahead < limit and not words.capital(ahead) and words.particle(ahead) and words.continues(ahead):
            ahead += 1
        if ahead == number or ahead >= self.last:
            return number
        fits = words.capital(ahead) and words.continues(ahead)
        return ahead if fits or _article_word(words.word(ahead), words.vocab) else number


def _article_word(word: Word, vocab: Vocabulary) -> bool:
    """True for "al-Raisi": a small article hyphenated to a capital."""
    return "-" in word.text and word.head in vocab.articles and word.text[word.text.index("-") + 1 :][:1].isupper()


class Run:
    """Capitalised words that follow each other, with particles between.

    number: that of its first word; end: that of what follows it; reach: that of the first one before it that counts;
    rest: what is left of a run.
    """

    __slots__ = ("_after", "end", "line", "number", "reach", "rest", "trimmed", "words")

    def __init__(self, line: Line, number: int, end: int, reach: int, rest: bool = False) -> None:
        self.line, self.number, self.end, self.reach, self.rest = line, number, end, reach, rest
        self.words = line.words.between(number, end)
        self.trimmed: tuple[tuple[Word, ...], tuple[Word, ...]] | None = None
        self._after: tuple[Word, ...] | None = None

    def cued(self, roles: Set[int]) -> bool:
        """True when the word before the run or one of the two behind it can tell of a person."""
        words, before, end = self.line.words, self.number - 1, self.end
        if before >= self.reach and (words.cue(before) or words.begins[before] in roles):
            return True
        last = self.line.last
        return (end < last and words.cue(end)) or (end + 1 < last and words.cue(end + 1))

    def before(self, at: int, most: int = _NEAR) -> tuple[Word, ...]:
        """The words before one of the run (or before what is behind it), in the run and around it."""
        number = self.number + at
        return self.line.words.between(max(self.reach, number - most), number)

    @property
    def after(self) -> tuple[Word, ...]:
        """The words behind the run in its sentence: the nearest two, and of what may be an apposition the nearest seven."""
        if self._after is None:
            words, end = self.line.words, self.end
            apposed = end < self.line.last and words.word(end).text in ",("
            self._after = words.between(end, min(self.line.last, end + (_AFTER if apposed else _NEAR)))
        return self._after

    @property
    def titled(self) -> bool:
        """True in a line in which nearly every word has a capital."""
        return self.line.titled

    @property
    def opens(self) -> bool:
        """True when nothing but marks stands before the run in its sentence, or a mark that begins a quotation."""
        if self.rest:
            return False
        words, line = self.line.words, range(self.number - 1, self.line.first - 1, -1)
        begins, tokens = words.begins, words.reading.tokens
        if line and tokens[begins[line[0]]].text[0].isalnum():
            return False
        return not line or words.word(line[0]).text in _OPENING or not any(tokens[begins[at]].text[0].isalnum() for at in line)

    @property
    def elided(self) -> bool:
        """True when an article or preposition is joined to the run by an apostrophe: dell'Industria."""
        if self.rest or self.number == self.line.first:
            return False
        words, start = self.line.words, self.words[0].start
        return words.reading.text[start - 1] == "'" and words.word(self.number - 1).end == start - 1

    def behind(self, word: Word) -> Run:
        """What is left of the run behind one of its words."""
        at = self.words.index(word) + 1
        while at < len(self.words) and not self.words[at].capital:
            at += 1
        return Run(self.line, self.number + at, self.end, self.number + max(0, at - 3), rest=True)


def runs(found: Found, capitals: list[int]) -> list[Run]:
    """Every run of capitalised words in the text, in order."""
    words, out, at = Words(found), list[Run](), 0
    for sentence in found.reading.sentences:
        behind = bisect_left(capitals, sentence.last, at)
        if at < behind:
            first, last = bisect_left(words.begins, sentence.first), bisect_left(words.begins, sentence.last)
            out += _in_line(Line(words, first, last, behind - at), capitals[at:behind])
        at = behind
    return out


def _in_line(line: Line, capitals: list[int]) -> Iterator[Run]:
    words, end = line.words, line.first
    for index in capitals:
        if index in words.inner:
            continue
        number = bisect_left(words.begins, index, line.first, line.last)
        if number >= end:
            first, end = number, line.run_end(number)
            yield Run(line, first, end, max(line.first, first - BEFORE))
