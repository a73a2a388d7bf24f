"""A text as units: a month, a day number, a year, a small word each, with one character a unit, to match shapes on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, partial

from claimdiff.claims.dates_line import Unit, Units
from claimdiff.claims.dates_words import Phrase, Words, words
from claimdiff.claims.found import YEAR_RULE, Found, Number
from claimdiff.claims.numbers_lexicon import lexicon
from claimdiff.claims.numbers_suffixes import lowered
from claimdiff.remembered import Remembered
from claimdiff.text import Reading, Token, folded

_DASHES = frozenset("–—~-")
# Stands for the kind of a token that must be looked at in its place.
_IN_PLACE = "\0"
_PLACES, _FIGURES = re.compile(_IN_PLACE), re.compile("[dDnYx]")
_ORDINAL_MARKS = "ºª"
_WORD_OF_MONTH = re.compile(r"[zZ](?=[\ue000-\uf8ff][MmqQl])")
_DAYS = 31
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_CENTURIES = 25


def units(found: Found) -> Units:
    """The units of a text, in order; every token is in one."""
    reading, vocabulary = found.reading, words(found.language.code)
    spelled = {n.first: n for n in found.numbers if n.form == "words"}
    return read_units(reading, vocabulary, spelled)


def read_units(reading: Reading, vocabulary: Words, spelled: dict[int, Number]) -> Units:
    """The units of a text by one language's words (another language's words can read a dateline)."""
    tokens, known, breaks = reading.tokens, _known(vocabulary), _breaks(reading)
    kinds = "".join(map(known.__getitem__, reading.texts))
    looked_at = {match.start() for match in _PLACES.finditer(kinds)}.union(_phrases_begun(reading, vocabulary), spelled)
    looked_at.update(at for match in _FIGURES.finditer(kinds) if _goes_on(tokens, at := match.start()))
    out, index = Units(tokens), 0
    for at in sorted(looked_at.union(breaks)):
        if at < index:
            continue
        out.extend_plain(kinds[index:at], index)
        index = at
        if at in breaks:
            out.put(breaks[at])
        if at in looked_at:
            unit = _unit_at(reading, vocabulary, spelled, at)
            out.put(unit)
            index = unit.last
    out.extend_plain(kinds[index:], index)
    _days_of(reading, vocabulary, out)
    return out


@cache
def _known(vocabulary: Words) -> Remembered[str]:
    """The kinds of words and marks that say the same wherever they stand, but for phrases that they begin."""
    return Remembered(partial(_plain_kind, vocabulary))


def _plain_kind(vocabulary: Words, text: str) -> str:
    """The kind of a word or mark alone; `_IN_PLACE` for one that must be looked at where it stands."""
    if not text[0].isalnum():
        return "-" if text in _DASHES else text
    key = text.casefold()
    if text.isdecimal():
        return _number_kind(text)
    if any(len(phrase.folds) == 1 for phrase in vocabulary.phrases.get(folded(key), ())):
        return _IN_PLACE
    if key in vocabulary.glue:
        return vocabulary.glue[key]
    if _roman(text, vocabulary.suffixes) or text in vocabulary.data.get("quarter_prefix", ()):
        return _IN_PLACE
    return "Z" if text[0].isupper() else "z"


def _phrases_begun(reading: Reading, vocabulary: Words) -> Iterator[int]:
    """The tokens at which a phrase or a small word of several tokens may begin: its first two words stand there."""
    pairs, held = _pairs(vocabulary), reading.by_fold
    for first in pairs.keys() & held.keys():
        for second in pairs[first] & held.keys():
            yield from reading.followed(first, second)


@cache
def _pairs(vocabulary: Words) -> dict[str, set[str]]:
    """The second words of phrases and small words by their first, both without accents."""
    pairs = defaultdict[str, set[str]](set)
    phrases = (phrase.folds for same in vocabulary.phrases.values() for phrase in same)
    for said in (*phrases, *(tuple(map(folded, small.split(" "))) for small in vocabulary.glue)):
        if len(said) > 1:
            pairs[said[0]].add(said[1])
    return dict(pairs)


def _goes_on(tokens: list[Token], at: int) -> bool:
    """True for digits with letters or a mark of ordinals glued to them."""
    start, end, _, _, _ = tokens[at]
    if at and tokens[at - 1].end == start and tokens[at - 1].text.isalpha():
        return True
    if at + 1 == len(tokens) or tokens[at + 1].start != end:
        return False
    mark = tokens[at + 1].text
    return mark.isalpha() or mark == "°" or (mark == "." and at + 2 < len(tokens) and tokens[at + 2].text in _ORDINAL_MARKS)


def _breaks(reading: Reading) -> dict[int, Unit]:
    """The line ends and hyphens between tokens, by the token that they stand before."""
    starts, out = reading.starts, {}
    for gap, places in reading.gapped.items():
        if "\n" in gap:
            out.update({at: Unit("\n", at, at, starts[at], starts[at], gap) for at in places if at})
        elif "-" in gap:
            out.update({at: Unit("-", at, at, starts[at] - len(gap), starts[at], gap) for at in places if at})
    return out


def _days_of(reading: Reading, vocabulary: Words, units: Units) -> None:
    """Make days of the ordinal words in "the second of August", which no number was read from."""
    days = {}
    for match in _WORD_OF_MONTH.finditer(units.shape):
        day = _day_of(reading, vocabulary, units, match.start())
        if day is not None:
            days[match.start()] = day
    if days:
        units.replace(days)


def _day_of(reading: Reading, vocabulary: Words, units: Units, index: int) -> Unit | None:
    word, of = units[index], units[index + 1]
    if of.kind not in vocabulary.roles.get("of", ()) or word.last - word.first != 1:
        return None
    entries = lexicon(reading.lang).words[reading.tokens[word.first].fold]
    value = next((e.pieces[0].value for e in entries if e.ordinal and len(e.pieces) == len(e.words) == 1), 0)
    return word._replace(kind="o", value=str(value)) if 0 < value <= _DAYS else None


def _unit_at(reading: Reading, vocabulary: Words, spelled: dict[int, Number], index: int) -> Unit:
    token = reading.tokens[index]
    if token.text.isdecimal():
        return _digits(reading, vocabulary, index)
    if token.text in _DASHES:
        return Unit("-", index, index + 1, token.start, token.end, token.text)
    if not token.text[0].isalnum():
        return Unit(token.text, index, index + 1, token.start, token.end, token.text)
    return _word(reading, vocabulary, spelled, index)


def _word(reading: Reading, vocabulary: Words, spelled: dict[int, Number], index: int) -> Unit:
    phrase = _phrase_at(reading, vocabulary, index)
    number = spelled.get(index)
    longer = number is not None and (phrase is None or len(phrase.keys) < number.last - number.first)
    if number is not None and longer and number.value.isdecimal() and int(number.value) > 0:
        small = "o" if number.ordinal else "w"
        kind = "Y" if number.rule == YEAR_RULE else "N" if int(number.value) > _DAYS else small
        return _unit(reading, kind, index, number.last, number.value)
    if phrase is not None:
        return _unit(reading, _kind(reading, vocabulary, phrase, index), index, index + len(phrase.keys), phrase.value)
    return _glue_at(reading, vocabulary, index) or _other(reading, vocabulary, index)


def _unit(reading: Reading, kind: str, first: int, last: int, value: str) -> Unit:
    return Unit(kind, first, last, reading.tokens[first].start, reading.tokens[last - 1].end, value)


def _phrase_at(reading: Reading, vocabulary: Words, index: int) -> Phrase | None:
    tokens = reading.tokens
    phrases = vocabulary.phrases.get(tokens[index].fold)
    if phrases is None:
        return None
    following = tokens[index + 1].fold if index + 1 < len(tokens) else ""
    for phrase in phrases:
        size = len(phrase.folds)
        if (size > 1 and phrase.folds[1] != following) or index + size > len(tokens):
            continue
        if all(_same(reading, phrase, place, index) for place in range(size)):
            return phrase
    return None


def _same(reading: Reading, phrase: Phrase, place: int, index: int) -> bool:
    token, word = reading.tokens[index + place], phrase.words[place]
    if token.fold != phrase.folds[place] or (place and not _near(reading, index + place)):
        return False
    if word[:1].isupper() and not token.text[:1].isupper():
        # A month or weekday typed small is told apart later; any other name needs its capital.
        return phrase.kind in "MmWvV" and len(phrase.words) == 1
    return token.key == phrase.keys[place] or token.text[:1].isupper() or phrase.kind in "MmWvV"


def _near(reading: Reading, index: int) -> bool:
    """True when a token follows the one before it with a space, a hyphen, an apostrophe or nothing between."""
    return len(reading.gap(index)) <= 1 and "\n" not in reading.gap(index)


def _kind(reading: Reading, vocabulary: Words, phrase: Phrase, index: int) -> str:
    token, word = reading.tokens[index], phrase.words[0]
    if phrase.kind not in "MmWvV":
        return phrase.kind
    small = word[:1].isupper() and not token.text[:1].isupper()
    if phrase.kind in "WV":
        return "v" if small else phrase.kind
    doubtful = token.text in vocabulary.doubtful or word in vocabulary.doubtful
    if small and doubtful:
        return "l"
    return ("q" if phrase.kind == "M" else "Q") if doubtful else phrase.kind


def _glue_at(reading: Reading, vocabulary: Words, index: int) -> Unit | None:
    """The longest small word here: "a partir de" before "a"."""
    key, glue = reading.tokens[index].key, vocabulary.glue
    best = (key, index + 1) if key in glue else None
    if key in vocabulary.glue_starts:
        for at in range(index + 1, min(index + 3, len(reading.tokens))):
            if not _near(reading, at):
                break
            key = f"{key} {reading.tokens[at].key}"
            best = (key, at + 1) if key in glue else best
    return _unit(reading, glue[best[0]], index, best[1], best[0]) if best else None


def _other(reading: Reading, vocabulary: Words, index: int) -> Unit:
    token = reading.tokens[index]
    value = _roman(token.text, vocabulary.suffixes)
    if value:
        return _unit(reading, "I", index, index + 1, str(value))
    following = reading.tokens[index + 1] if index + 1 < len(reading.tokens) else None
    glued = following is not None and following.start == token.end and following.text in ("1", "2", "3", "4")
    if following and glued and token.text in vocabulary.data.get("quarter_prefix", ()):
        return _unit(reading, "t", index, index + 2, following.text)
    return _unit(reading, "Z" if token.text[:1].isupper() else "z", index, index + 1, token.text)


def _roman(text: str, suffixes: frozenset[str]) -> int:
    """The century that a word in Roman capitals, maybe with an ordinal ending ("XVIIIe"), counts; 0 for other words."""
    if text[0] not in _ROMAN:
        return 0
    stem = text.rstrip("abcdefghijklmnopqrstuvwxyzèéºª")
    ending = text[len(stem) :]
    if (ending and ending not in suffixes) or any(c not in _ROMAN for c in stem):
        return 0
    values = [_ROMAN[c] for c in stem]
    total = sum(-v if v < w else v for v, w in zip(values, [*values[1:], 0], strict=True))
    return total if total <= _CENTURIES else 0


def _digits(reading: Reading, vocabulary: Words, index: int) -> Unit:
    tokens, token = reading.tokens, reading.tokens[index]
    left = tokens[index - 1] if index and tokens[index - 1].end == token.start else None
    if left and left.text.isalpha() and left.key not in vocabulary.glued:
        return _unit(reading, "x", index, index + 1, token.text)
    last, ending = _ending(reading, index)
    if ending in vocabulary.decade_suffixes and token.text.endswith("0") and len(token.text) in (2, 4):
        return _unit(reading, "e", index, last, token.text)
    if ending in vocabulary.suffixes and len(token.text) <= 2 and int(token.text) <= _DAYS:
        return _unit(reading, "o" if int(token.text) else "x", index, last, token.text)
    if ending and ending not in vocabulary.glued:
        return _unit(reading, "x", index, index + 1, token.text)
    return _unit(reading, _number_kind(token.text), index, index + 1, token.text)


def _ending(reading: Reading, index: int) -> tuple[int, str]:
    """Behind the letters glued to a number ("1er", "1.º", "1990s"): the next token, and the letters."""
    tokens = reading.tokens
    last, end = index + 1, tokens[index].end
    stop = last + 1 < len(tokens) and tokens[last].text == "." and tokens[last].start == end
    if stop and tokens[last + 1].text in _ORDINAL_MARKS:
        return last + 2, tokens[last + 1].text
    if last < len(tokens) and tokens[last].start == end and (tokens[last].text.isalpha() or tokens[last].text == "°"):
        return last + 1, lowered(tokens[last].key)
    return last, ""


def _number_kind(text: str) -> str:
    if len(text) == 4:
        return "Y" if "1000" <= text <= "2999" else "x"
    if len(text) > 2:
        return "x"
    value = int(text)
    return "d" if 0 < value <= 12 else "D" if 12 < value <= _DAYS else "n"
