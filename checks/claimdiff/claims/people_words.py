"""The words of a text as people's names need them, and the runs of capitalised words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimdiff.claims.found import Found
from claimdiff.claims.people_vocabulary import Vocabulary, vocabulary
from claimdiff.names import key
from claimdiff.text import Sentence, Token

# No name with its titles is longer; without an end a line of capitals takes the square of its length.
_LONGEST_RUN = 40
_ROMAN = re.compile(r"(?=[IVX])X{0,2}(?:I[VX]|V?I{0,3})")


@dataclass(frozen=True, slots=True)
class Word:
    """A word between spaces: tokens first:last, parts joined by hyphens or apostrophes (Jean-Pierre, O'Neill, al-Raisi)."""

    first: int
    last: int
    start: int
    end: int
    text: str
    key: str
    possessive: bool = False

    @property
    def head(self) -> str:
        """The first part of a hyphenated word: what a list of given names knows."""
        return self.key.split("-")[0]

    @property
    def capital(self) -> bool:
        """True for a capitalised word."""
        return self.text[:1].isupper()

    @property
    def shouted(self) -> bool:
        """True for two capitals or more and nothing else: an acronym, or a name in capitals."""
        return len(self.key) > 1 and self.text.isupper()

    @property
    def initial(self) -> bool:
        """True for a single capital, as in "George W. Bush"."""
        return len(self.key) == 1 and self.text[:1].isupper()

    @property
    def roman(self) -> bool:
        """True for a Roman numeral up to XXIX."""
        return _ROMAN.fullmatch(self.text) is not None


def words(found: Found, sentence: Sentence) -> Iterator[Word]:
    """The words of a sentence in order; an elided article (l', dell') stands alone in front of a capital."""
    tokens, text = found.reading.tokens, found.reading.text
    index = sentence.first
    while index < sentence.last:
        last = index + 1
        while last < sentence.last and _hangs_on(text, tokens[last - 1], tokens[last]):
            last += 1
        if last < sentence.last and tokens[last].text == "." and _abbreviated(found, index, last):
            last += 1
        yield from _parted(found, index, last)
        index = last


def _hangs_on(text: str, left: Token, right: Token) -> bool:
    return right.text[0].isalpha() and text[left.end : right.start] in ("-", "'")


def _abbreviated(found: Found, first: int, last: int) -> bool:
    """True when the stop behind tokens first:last belongs to an initial or a title ("W.", "Sen.")."""
    token, stop = found.reading.tokens[last - 1], found.reading.tokens[last]
    if stop.start != token.end or not token.text[0].isupper():
        return False
    short = len(token.text) == 1 or (len(token.text) < 5 and token.fold in vocabulary(found.language.code).titles)
    return short and last - first == 1


def _parted(found: Found, first: int, last: int) -> Iterator[Word]:
    """The word at tokens first:last without an elided word before it (l') and without the English 's behind it."""
    tokens, text = found.reading.tokens, found.reading.text
    vocab = vocabulary(found.language.code)
    while last - first > 1 and text[tokens[first].end] == "'" and _elided(tokens[first], tokens[first + 1], vocab):
        yield _word(found, first, first + 1)
        first += 1
    end = tokens[last - 1]
    if last - first > 1 and end.text.islower() and len(end.text) <= 2 and text[end.start - 1] == "'":
        yield replace(_word(found, first, last - 1), possessive=True)
    else:
        yield _word(found, first, last)


def _elided(token: Token, after: Token, vocab: Vocabulary) -> bool:
    """True for an article or preposition in front of its word: l'Interpol, All'intervallo; O'Neill is one name."""
    if token.fold in vocab.starters and token.fold not in vocab.prefixes:
        return True
    return token.text.islower() and after.text[:1].isupper()


def _word(found: Found, first: int, last: int) -> Word:
    start, end = found.span(first, last)
    text = found.reading.text[start:end]
    return Word(first, last, start, end, text, key(text))


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words that follow each other, with particles between; `before` and `after` are the words around."""

    words: tuple[Word, ...]
    before: tuple[Word, ...]
    after: tuple[Word, ...]
    opens: bool
    titled: bool
    elided: bool

    def behind(self, word: Word) -> Run:
        """What is left of the run behind one of its words."""
        at = self.words.index(word) + 1
        while at < len(self.words) and not self.words[at].capital:
            at += 1
        return Run(self.words[at:], self.words[max(0, at - 3) : at], self.after, False, self.titled, False)


def runs(found: Found) -> list[Run]:
    """Every run of capitalised words in the text, in order."""
    out: list[Run] = []
    for sentence in found.reading.sentences:
        line = list(words(found, sentence))
        titled = _title_case(line)
        index = 0
        while index < len(line):
            last = _run_end(found, line, index)
            if last > index:
                before, after = tuple(line[max(0, index - 5) : index]), tuple(line[last : last + 7])
                out.append(Run(tuple(line[index:last]), before, after, _opens(line, index), titled, _elides(found, line, index)))
            index = max(last, index + 1)
    return out


def _elides(found: Found, line: list[Word], index: int) -> bool:
    """True when an article or preposition is joined to the word by an apostrophe: dell'Industria."""
    return index > 0 and found.reading.text[line[index - 1].end : line[index].start] == "'"


def _opens(line: list[Word], index: int) -> bool:
    """True when nothing but marks stands before the word in its sentence, or a mark that begins a quotation."""
    return not any(line[at].text[0].isalnum() for at in range(index - 1, -1, -1)) or line[index - 1].text in '"«“„»”:–—|•'


def _title_case(line: list[Word]) -> bool:
    long = [w for w in line if len(w.text) > 3 and w.text[0].isalpha()]
    return len(long) > 4 and sum(w.capital for w in long) >= 0.8 * len(long)


def _run_end(found: Found, line: list[Word], index: int) -> int:
    """The end of the run that begins at word index (index itself when none does)."""
    vocab = vocabulary(found.language.code)
    last = index
    while last < min(len(line), index + _LONGEST_RUN):
        word = line[last]
        if last > index and not _continues(found, line[last - 1], word):
            break
        if word.capital:
            last += 1
            continue
        ahead = _over_particles(found, line, last, vocab) if last > index else last
        if ahead == last:
            break
        last = ahead
    return last


def _over_particles(found: Found, line: list[Word], index: int, vocab: Vocabulary) -> int:
    """The index of the capitalised word behind one to three particles, or index itself."""
    ahead = index
    while ahead < min(len(line), index + 3) and _particle(line[ahead], vocab) and _continues(found, line[ahead - 1], line[ahead]):
        ahead += 1
    fits = index < ahead < len(line) and line[ahead].capital and _continues(found, line[ahead - 1], line[ahead])
    if fits or (ahead < len(line) and _article_word(line[ahead], vocab)):
        return ahead
    return index


def _particle(word: Word, vocab: Vocabulary) -> bool:
    return not word.capital and (word.key in vocab.particles or _article_word(word, vocab))


def _article_word(word: Word, vocab: Vocabulary) -> bool:
    """True for "al-Raisi": a small article hyphenated to a capital."""
    return "-" in word.text and word.head in vocab.articles and word.text[word.text.index("-") + 1 :][:1].isupper()


def _continues(found: Found, left: Word, right: Word) -> bool:
    gap = found.reading.text[left.end : right.start]
    if gap in (" ", "'", ""):
        return gap != "" or left.text[-1:].isalpha()
    return False
