"""Numbers as written: in digits, in words, mixed, Roman; what they count is for quantities, dates and times to say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, partial

from claimdiff.claims.found import YEAR_RULE, Found, Number
from claimdiff.claims.idioms import counting
from claimdiff.claims.numbers_context import Surroundings
from claimdiff.claims.numbers_digits import Digits, read_digits
from claimdiff.claims.numbers_grammar import Amount, Sum, spelled
from claimdiff.claims.numbers_grammar import digits as digits_sum
from claimdiff.claims.numbers_identifiers import Chunks, identifier_end, is_named, stands_alone
from claimdiff.claims.numbers_lexicon import Lexicon, lexicon
from claimdiff.claims.numbers_roman import ROMAN_LETTERS, may_be_roman, roman_ordinal
from claimdiff.claims.numbers_suffixes import Suffixes
from claimdiff.claims.numbers_words import Spelled, WordReader, feed
from claimdiff.claims.quantity_words import words as around_numbers
from claimdiff.model import Claim
from claimdiff.remembered import Remembered
from claimdiff.text import Reading

_HUNDRED = 100
_THOUSANDS = 1000
_DIGITS = frozenset("0123456789")


def find(found: Found) -> list[Claim]:
    """Fills `found.numbers`; numbers become claims in quantities, dates and times."""
    reader = _Reader.of(found.reading)
    found.numbers.extend(counting(found.reading, [*reader.numbers()]))
    return []


@cache
def _opens(lexicon: Lexicon) -> Remembered[bool]:
    """Whether a number can begin with a word, told from the word without accents."""
    return Remembered(partial(_can_open, lexicon))


def _can_open(lexicon: Lexicon, fold: str) -> bool:
    return fold[:1] in _DIGITS or any(feed(Sum(), entry) is not None for entry in lexicon.words[fold])


@cache
def _roman(lexicon: Lexicon) -> Remembered[bool]:
    """Whether a word may be a Roman numeral, told from the word without accents."""
    return Remembered(partial(may_be_roman, lexicon))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Walks over one text from number to number."""

    reading: Reading
    lexicon: Lexicon
    words: WordReader
    around: Surroundings
    suffixes: Suffixes
    chunks: Chunks

    @classmethod
    def of(cls, reading: Reading) -> _Reader:
        """The reader of a text in its language."""
        known = lexicon(reading.lang)
        words = WordReader(reading, known)
        around = Surroundings(reading, known)
        return cls(reading, known, words, around, Suffixes(reading, known, around), Chunks(reading.text))

    def numbers(self) -> Iterator[Number]:
        """Every number of the text, in order."""
        behind = 0
        for at in self._opening():
            if at >= behind:
                found, behind = self._at(at)
                yield from found

    def _opening(self) -> list[int]:
        """The tokens at which a number may begin: digits, number words, and Roman numerals by their capitals."""
        reading, opens, roman = self.reading, _opens(self.lexicon), _roman(self.lexicon)
        tokens, held = reading.tokens, reading.by_fold
        numerals = reading.where_fold({fold for fold in held if roman[fold]})
        words = reading.where_fold({fold for fold in held if opens[fold]})
        return sorted({*words, *(at for at in numerals if tokens[at].text[0] in ROMAN_LETTERS)})

    def _at(self, at: int) -> tuple[list[Number], int]:
        if self.reading.tokens[at].text[0] in "0123456789":
            return self._in_digits(at)
        number = self._in_words(at) or self._roman(at)
        return ([number], number.last) if number else ([], at + 1)

    def _in_words(self, at: int, alone: bool = True) -> Number | None:
        if not self.lexicon.words[self.reading.tokens[at].fold]:
            return None
        read = self.words.read(at)
        if read is None or not self.around.allow(at, read):
            return None
        begin = self.reading.tokens[at].start
        start = begin if read.sum.ordinal else self.suffixes.signed(at, begin)
        value = f"-{read.value}" if start < begin else read.value
        number = self._number(at, self.suffixes.point(read.last), value, form="words", start=start, read=read)
        scaled = alone and read.sum.last == "scale" and not read.sum.ordinal and value.isdecimal()
        return self._and_more(number, read.sum.parts[-1][1]) if scaled else number

    def _roman(self, at: int) -> Number | None:
        roman = roman_ordinal(self.reading, self.lexicon, at)
        if roman is None:
            return None
        value, last = roman
        return self._number(at, last, str(value), form="roman", ordinal=True)

    def _in_digits(self, at: int, alone: bool = True) -> tuple[list[Number], int]:
        """The numbers that digits write, and where to go on; what goes on behind another number (not `alone`) ends with itself."""
        token = self.reading.tokens[at]
        if stands_alone(self.reading.text, token):
            if is_named(self.reading, self.lexicon, at):
                return [], at + 1
            number = self._finish(at, at + 1, Digits(token.start, token.end, Decimal(token.text)), alone)
            return [number], number.last
        end = identifier_end(self.reading, self.lexicon, self.chunks, at)
        if end is not None:
            return [], max(at + 1, self._token_behind(at, end))
        data = self.lexicon.data["digits"]
        read, end = read_digits(self.reading.text, self.reading.tokens[at].start, data["group"], data["decimal"])
        behind = self._token_behind(at, end)
        numbers: list[Number] = []
        for index, one in enumerate(read):
            first = self._token_behind(numbers[-1].last if numbers else max(0, at - 1), one.start)
            last = self._token_behind(first, one.end)
            ends = index == len(read) - 1
            numbers.append(self._finish(first, last, one, alone) if ends else self._plain(first, last, one))
        return numbers, max([behind, *(n.last for n in numbers)])

    def _finish(self, first: int, last: int, one: Digits, alone: bool) -> Number:
        """The digits with what belongs to them: a sign, an ordinal ending, a scale behind (1,5 million)."""
        signed = self.suffixes.signed(first, one.start)
        ordinal = None if signed < one.start else self.suffixes.ordinal(first, last, one)
        if ordinal is not None:
            return self._number(first, ordinal, spelled(one.value), ordinal=True)
        scaled = self.suffixes.scale(last)
        if scaled is not None:
            factor, last = scaled
            return self._times(first, last, one, factor)
        read = self.words.read(last, digits_sum(one.value)) if self._goes_on(last) else None
        if read is not None and not read.sum.ordinal:
            # "2.3 million five years ago": behind digits and a scale a small number is one of its own.
            if read.sum.parts and read.sum.last == "add" and 0 < (read.sum.group or 0) < _HUNDRED and read.last == last + 2:
                return self._times(first, last + 1, one, int(read.sum.parts[-1][1]))
            return self._scaled(first, read, one, alone)
        return self._plain(first, last, one, signed=signed)

    def _goes_on(self, at: int) -> bool:
        if at >= len(self.reading.tokens):
            return False
        token = self.reading.tokens[at]
        return bool(self.lexicon.words[token.fold]) or token.key in self.lexicon.listed("others")

    def _scaled(self, first: int, read: Spelled, one: Digits, alone: bool) -> Number:
        others = (self.words.read(read.first, digits_sum(value)) for value in one.readings)
        readings = tuple(other.value for other in others if other)
        last = self.suffixes.point(read.last)
        start = self.suffixes.signed(first, one.start)
        value = self._sign(start, one) + read.value
        number = self._number(first, last, value, readings, "mixed", start=start, read=read)
        scaled = alone and read.sum.last == "scale"
        return self._and_more(number, read.sum.parts[-1][1]) if scaled else number

    def _and_more(self, number: Number, scale: Amount) -> Number:
        """1 million 200 000, 4 millones 200 mil, un milione e 800mila: a number in a smaller scale, or thousands, goes on."""
        at, linked = self._over_join(number)
        more = self._following(at, linked)
        if more is None or more.ordinal or not more.value.isdecimal():
            return number
        amount = Decimal(more.value)
        thousands = scale > _THOUSANDS and (not amount % _THOUSANDS or (more.form == "words" and amount > _THOUSANDS))
        scaled = more.form == "mixed" and not linked
        if not (scaled or thousands) or not 0 < amount < scale or Decimal(number.value) % 10 ** len(more.value):
            return number
        value = spelled(Decimal(number.value) + amount)
        return replace(number, last=more.last, end=more.end, value=value, readings=())

    def _over_join(self, number: Number) -> tuple[int, bool]:
        """Where a number may go on, and whether behind "and": of "between a million and 800,000" the two are ends of a range."""
        at = number.last
        if at >= len(self.reading.tokens) or self.reading.tokens[at].key not in self.lexicon.listed("joined_by"):
            return at, False
        ends = around_numbers(self.reading.lang).between.before(self.reading, number.first)
        return (at, False) if ends or self.reading.gap(at) != " " else (at + 1, True)

    def _following(self, at: int, linked: bool) -> Number | None:
        """The number at a token, in digits, or behind "and" in words too; it ends with itself."""
        if at >= len(self.reading.tokens) or self.reading.gap(at) != " ":
            return None
        if self.reading.tokens[at].text.isdecimal():
            more = self._in_digits(at, alone=False)[0]
            return more[0] if len(more) == 1 else None
        return self._in_words(at, alone=False) if linked else None

    def _times(self, first: int, last: int, one: Digits, factor: int) -> Number:
        start = self.suffixes.signed(first, one.start)
        readings = tuple(spelled(value * factor) for value in one.readings)
        return self._number(first, last, self._sign(start, one) + spelled(one.value * factor), readings, "mixed", start=start)

    def _plain(self, first: int, last: int, one: Digits, signed: int | None = None) -> Number:
        start = self.suffixes.signed(first, one.start) if signed is None else signed
        readings = tuple(map(spelled, one.readings))
        return self._number(first, last, self._sign(start, one) + spelled(one.value), readings, start=start)

    def _sign(self, start: int, one: Digits) -> str:
        return "-" if start < one.start and one.value else ""

    def _token_behind(self, at: int, offset: int) -> int:
        """The first token from `at` on that starts at the offset or behind it."""
        tokens = self.reading.tokens
        while at < len(tokens) and tokens[at].start < offset:
            at += 1
        return at

    def _number(
        self,
        first: int,
        last: int,
        value: str,
        readings: tuple[str, ...] = (),
        form: str = "digits",
        *,
        ordinal: bool = False,
        start: int | None = None,
        read: Spelled | None = None,
    ) -> Number:
        tokens = self.reading.tokens
        begin = tokens[first].start if start is None else start
        ordinal = ordinal or bool(read and read.sum.ordinal)
        spoken_year = read is not None and read.sum.last == "year"
        rule = YEAR_RULE if spoken_year else f"numbers.{'ordinal.' if ordinal else ''}{form}"
        approximate = bool(read and read.sum.approximate)
        return Number(first, last, begin, tokens[last - 1].end, value, readings, form, ordinal, rule, approximate)
