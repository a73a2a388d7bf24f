"""Spelled-out numbers: the longest run of number words from a token on that makes one number."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from claimdiff.claims.numbers_grammar import Sum, spelled
from claimdiff.claims.numbers_lexicon import Entry, Lexicon
from claimdiff.text import Reading, Token

# Between the words of one number: spaces and hyphens, also the stray space of "quatre-vingt-dix- troisième"; no line end.
_WITHIN = re.compile(r"[ \-]{1,3}")


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number read from words first:last; `sum` for what it adds up to, `value` its decimal string."""

    first: int
    last: int
    sum: Sum
    value: str


@dataclass(frozen=True, slots=True)
class WordReader:
    """Reads spelled-out numbers of one text."""

    reading: Reading
    lexicon: Lexicon

    def read(self, first: int, number: Sum | None = None) -> Spelled | None:
        """The number whose words begin at token `first`, or that goes on there behind digits (`number`)."""
        if number is None and self._only_article(first):
            return None
        start = number or Sum()
        last, total = self._run(first, start)
        if year := self._year(first, last, total):
            return year
        if total is start or not (total.whole or total.last == "article alone"):
            return None
        if not total.whole:
            return self._one(first, last, total)
        if total.ordinal:
            return Spelled(first, last, total, spelled(total.total))
        return self._with_decimals(first, last, total)

    def _only_article(self, first: int) -> bool:
        """True for an article before a word of which no number is made: "un homme"."""
        tokens = self.reading.tokens
        if tokens[first].fold not in self.lexicon.articles or first + 1 >= len(tokens):
            return False
        following = tokens[first + 1]
        if not following.text.isalpha() or following.fold in self.lexicon.behind_articles or self.lexicon.words[following.fold]:
            return False
        return "\n" not in self.reading.gap(first + 1)

    def _year(self, first: int, last: int, total: Sum) -> Spelled | None:
        """A year told in two parts: nineteen eighty-four, nineteen oh-five, twenty nineteen."""
        pairs = self.lexicon.data.get("year_pairs")
        if not pairs or total.last != "add" or total.parts or not pairs["from"] <= total.total <= pairs["to"]:
            return None
        zero = self._has(last) and self.reading.tokens[last].key in self.lexicon.listed("year_pairs.zero")
        end, rest = self._run(last + zero, Sum()) if self._has(last + zero) else (last, Sum())
        known = rest.last == "add" and not (rest.parts or rest.ordinal or total.ordinal) and (rest.total < 10) == zero
        # Fifteen twenty-year-olds, twenty twenty-dollar notes.
        if not known or not 0 < rest.total < 100 or self.reading.gap(last) != " " or self._multiplies(end) or self._gap(end) == "-":
            return None
        value = total.total * 100 + rest.total
        return Spelled(first, end, Sum(group=value, last="year"), spelled(value))

    def _gap(self, at: int) -> str:
        return self.reading.gap(at) if at < len(self.reading.tokens) else ""

    def follows(self, index: int) -> bool:
        """True when token `index` stands behind its neighbour as the next word of one number does."""
        return 0 < index < len(self.reading.tokens) and _WITHIN.fullmatch(self.reading.gap(index)) is not None

    def _one(self, first: int, last: int, total: Sum) -> Spelled | None:
        """An article that counts: "un sur cinq", "uno coma cinco", "un, deux, trois"."""
        read = self._with_decimals(first, last, total)
        counts = read.last > last or shares(self.reading, self.lexicon, last) or self._counts_up(last) or self._alone(first, last)
        return read if counts else None

    def _alone(self, first: int, last: int) -> bool:
        """True for a line or a cell that is nothing but the word."""
        tokens = self.reading.tokens
        opens = first == 0 or tokens[first - 1].text == "|" or "\n" in self.reading.gap(first)
        return opens and (last == len(tokens) or tokens[last].text == "|" or "\n" in self.reading.gap(last))

    def _counts_up(self, at: int) -> bool:
        """True before ", two": "un, deux, trois"."""
        if not self._has(at + 1) or self.reading.tokens[at].text != ",":
            return False
        return any(e.pieces[0].value == 2 and not e.ordinal for e in self.lexicon.words[self.reading.tokens[at + 1].fold])

    def _run(self, first: int, number: Sum) -> tuple[int, Sum]:
        """Feed words for as long as they fit; where a link led into a number of its own, go back to before it."""
        last = first
        back: tuple[int, Sum] | None = None
        while True:
            step = self._step(last, number, last > first or not number.empty)
            if step is None:
                break
            if step[1].last == "scale":
                back = None
            elif step[2]:
                back = back or (last, number)
            last, number = step[0], step[1]
        if back and (not number.whole or self._multiplies(last)):
            return back
        return last, number

    def _step(self, at: int, number: Sum, inside: bool) -> tuple[int, Sum, bool] | None:
        if at >= len(self.reading.tokens) or (inside and not self._continues(at, number)):
            return None
        if taken := self._take(at, number, inside):
            return (*taken, False)
        return self._over_link(at, number) if inside else None

    def _continues(self, at: int, number: Sum) -> bool:
        # Behind digits a scale may stand without a space: 15mila, 5M.
        if self.follows(at) or self.reading.tokens[at].text == ",":
            return True
        return number.last == "digits" and self.reading.gap(at) == ""

    def _take(self, at: int, number: Sum, inside: bool) -> tuple[int, Sum] | None:
        for entry in self.lexicon.words[self.reading.tokens[at].fold]:
            last = at + len(entry.words)
            if entry.pieces[0].kind == "half" and not self._multiplies(last):
                continue
            if self._matches(entry, at, last) and (not inside or self._may_join(entry, number)):
                fed = feed(number, entry)
                if fed is not None:
                    return last, fed
        return None

    def _matches(self, entry: Entry, first: int, last: int) -> bool:
        if last == first + 1:
            return True
        tokens = self.reading.tokens
        return last <= len(tokens) and all(
            tokens[first + k].fold == word and (k == 0 or self.follows(first + k)) for k, word in enumerate(entry.words) if k
        )

    def _may_join(self, entry: Entry, number: Sum) -> bool:
        """Ordinals: twenty-first ends a number; vigésimo primero goes on with ordinals only; "veinte segundos" is none."""
        if number.empty:
            return True
        if not entry.ordinal:
            return not number.ordinal
        if self.lexicon.data.get("ordinals_join") != "chain":
            return not number.ordinal and number.last != "digits"
        return number.last != "digits" and (number.ordinal or entry.pieces[0].kind == "scale")

    def _over_link(self, at: int, number: Sum) -> tuple[int, Sum, bool] | None:
        key = self.reading.tokens[at].key
        if key in self.lexicon.listed("others"):
            return self._over_other(at, number)
        if number.last == "collective" and key in self.lexicon.listed("of"):
            taken = self._take(at + 1, number._replace(last="of"), True) if self._has(at + 1) else None
            return (*taken, False) if taken and taken[1].last in ("scale", "collective") else None
        if key == "," and self.lexicon.data.get("comma_hundreds"):
            return self._over_comma(at, number)
        link = self.lexicon.links.get(key)
        if link is None or not self._has(at + 1) or not _behind(link.after, number):
            return None
        taken = self._take(at + 1, number._replace(linked=number.linked or number.group is None), True)
        if taken is None or taken[1].last in ("scale", "collective", "and_half"):
            return None
        added = taken[1].total - number.total
        return (*taken, True) if not link.before or added in link.before else None

    def _over_other(self, at: int, number: Sum) -> tuple[int, Sum, bool] | None:
        """Six autres millions, three other million: only a scale goes on behind "other"."""
        if number.last not in ("add", "hundred", "digits", "article alone") or not self._has(at + 1):
            return None
        taken = self._take(at + 1, number, True)
        return (*taken, False) if taken and taken[1].last == "scale" else None

    def _over_comma(self, at: int, number: Sum) -> tuple[int, Sum, bool] | None:
        """ "Sixty-two thousand, three hundred": what goes on behind a comma has hundreds of its own."""
        if number.last != "scale" or not self._has(at + 1):
            return None
        last, total = self._run(at + 1, number)
        return (last, total, False) if total.total - number.total >= 100 and total.parts[0] == number.parts[0] else None

    def _has(self, at: int) -> bool:
        return at < len(self.reading.tokens) and (self.follows(at) or self.reading.gap(at) == "'")

    def _multiplies(self, at: int) -> bool:
        """True when the next word would multiply what was read: the words belong to the next number."""
        if not self._has(at):
            return False
        return any(e.pieces[0].kind in ("scale", "hundred", "collective") for e in self.lexicon.words[self.reading.tokens[at].fold])

    def _with_decimals(self, first: int, last: int, total: Sum) -> Spelled:
        plain = Spelled(first, last, total, spelled(total.total))
        tokens = self.reading.tokens
        if not self.follows(last) or tokens[last].key not in self.lexicon.listed("decimal_words") or not self._has(last + 1):
            return plain
        if tokens[last + 1].text.isdecimal():
            return replace(plain, last=last + 2, value=f"{plain.value}.{tokens[last + 1].text}")
        zeros = 0
        end, after = self._run(last + 1, Sum())
        while after.whole and after.total == 0 and self.follows(end):
            zeros += 1
            end, after = self._run(end, Sum())
        if not (after.whole or after.total == 1) or after.ordinal or "." in plain.value:
            return plain
        return replace(plain, last=end, value=spelled(Decimal(f"{plain.value}.{'0' * zeros}{after.total}")))


def shares(reading: Reading, lexicon: Lexicon, at: int) -> bool:
    """True when "in five", "out of ten", "sur dix" stands at token `at`."""
    tokens = reading.tokens
    for phrase in lexicon.listed("share_words"):
        last = at + phrase.count(" ") + 1
        said = last < len(tokens) and " ".join(t.key for t in tokens[at:last]) == phrase and reading.gap(at) == " "
        if said and is_count(lexicon, tokens[last]):
            return True
    return False


def is_count(lexicon: Lexicon, token: Token) -> bool:
    """True for digits that are no year and for cardinal words."""
    if token.text.isdecimal():
        return len(token.text) != 4
    return any(e.pieces[0].kind in ("add", "hundred", "scale") and not e.ordinal for e in lexicon.words[token.fold])


def _behind(where: str, number: Sum) -> bool:
    if where == "tens":
        return number.room == 10
    if where == "scale":
        return number.last in ("scale", "hundred") or (number.room == 100 and number.last == "add")
    return number.last != "digits"


def feed(number: Sum, entry: Entry) -> Sum | None:
    """The number with this word or phrase; None when it does not continue the number."""
    fed: Sum | None = number
    for piece in entry.pieces:
        fed = fed.feed(piece) if fed is not None else None
    return fed
