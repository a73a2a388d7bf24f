"""Claims: lists of names in one sentence ("Changana, Ronga, Chope and Tswa"), and what stands in one of them twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise

from claimdiff.claims.found import Found
from claimdiff.language import grammar
from claimdiff.model import Claim
from claimdiff.text import Sentence

# Fewer items are no list that anybody could lose count of; longer items are clauses.
FEWEST, FEWEST_SMALL, LONGEST = 4, 5, 5
# Shorter small words are particles as often as names.
_SHORTEST = 4
_COMMA = frozenset(",")
# A name, brackets, and a word in them.
_OPENS, _CLOSES, _NOTED = "(", ")", 4
_SMALL = ("of", "in", "to", "definite", "articles")


@dataclass(frozen=True, slots=True)
class Item:
    """Tokens first:last of one item, articles and prepositions in front left out."""

    first: int
    last: int


def find(found: Found) -> list[Claim]:
    """An `enumeration` for every list of four names or more, and an `item` for each of two that are one and the same."""
    words, both = _words(found.language.code)
    people = {c.start: c for c in found.kind("person")}
    out: list[Claim] = []
    for sentence in found.reading.sentences:
        for items in _lists(found, sentence, words, both):
            out += _claims(found, items, str(len(out)), people)
    return out


@cache
def _words(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """The small words that may stand before a name, and those for "and"."""
    table = grammar(code, "offices")
    small = {word for name in _SMALL for word in table.get(name, ())}
    return frozenset(map(str.casefold, small)), frozenset(table.get("and", ()))


@dataclass(slots=True)
class _List:
    """One list in the making: the items between its first and its last comma, and the tokens that it may reach into."""

    found: Found
    words: frozenset[str]
    both: frozenset[str]
    run: list[Item]
    small: bool

    def keys(self) -> set[tuple[str, ...]]:
        """What the items so far are compared by."""
        return {key(self.found, item) for item in self.run}

    def fits(self, index: int) -> bool:
        """True for a token that may open or close an item of this list."""
        text = self.found.reading.tokens[index].text
        return text.isalpha() and (text.islower() if self.small else text[:1].isupper())


def _lists(found: Found, sentence: Sentence, words: frozenset[str], both: frozenset[str]) -> Iterator[list[Item]]:
    """The lists of a sentence: items of one shape, parted by commas, the last perhaps by "and"."""
    commas = found.within(_COMMA, sentence.first, sentence.last)
    inner = [_item(found, a + 1, b, words) for a, b in pairwise(commas)]
    at = 0
    for shape, group in groupby(inner, key=lambda item: _shape(found, item)):
        run = list(group)
        first, last, at = commas[at], commas[at + len(run)], at + len(run)
        if shape is None:
            continue
        out = _List(found, words, both, [item for item in run if item is not None], not shape)
        items, closed = _whole(out, sentence, first, last)
        if len(items) >= (FEWEST_SMALL if out.small else FEWEST) and (closed or not out.small):
            yield items


def _whole(out: _List, sentence: Sentence, first: int, last: int) -> tuple[list[Item], bool]:
    """The list with what stands before its first and behind its last comma, and whether an "and" closes it."""
    before, tail, end, closed = _behind(out, last, sentence.last)
    ends = _prefixes(out, tail, end)
    opened = _before(out, sentence.first, first, out.keys() | set(ends))
    out.run = [*opened, *out.run, *before]
    return [*out.run, *_head(out, ends)], closed


def _item(found: Found, first: int, last: int, words: frozenset[str]) -> Item | None:
    """The item that fills tokens first:last, None for anything but a few words that are all one name or one small word."""
    tokens, last = found.reading.tokens, _bare(found, first, last)
    while first < last and tokens[first].key in words and tokens[first].text[:1].islower():
        first += 1
    if not 0 < last - first <= LONGEST or not all(tokens[i].text.isalpha() for i in range(first, last)):
        return None
    if any(not found.reading.joins(i) for i in range(first + 1, last)):
        return None
    capital = _capital(found, first) and len(tokens[first].text) > 1
    small = last - first == 1 and tokens[first].text.islower() and len(tokens[first].text) >= _SHORTEST
    return Item(first, last) if capital or small else None


def _bare(found: Found, first: int, last: int) -> int:
    """The end of an item without the note in brackets behind it: "Anna Verri (Italia)"."""
    tokens = found.reading.tokens
    if last - first < _NOTED or tokens[last - 1].text != _CLOSES:
        return last
    return next((i for i in range(last - 2, first, -1) if tokens[i].text == _OPENS), last)


def _behind_note(found: Found, first: int, stop: int) -> int:
    """The token behind the note in brackets that begins here; the same where none begins."""
    tokens = found.reading.tokens
    if first >= stop or tokens[first].text != _OPENS:
        return first
    return next((i + 1 for i in range(first + 1, min(stop, first + LONGEST + 2)) if tokens[i].text == _CLOSES), first)


def _capital(found: Found, index: int) -> bool:
    return found.reading.tokens[index].text[:1].isupper()


def _shape(found: Found, item: Item | None) -> bool | None:
    return None if item is None else _capital(found, item.first)


def key(found: Found, item: Item) -> tuple[str, ...]:
    """What an item is compared by: its words without accents and capitals."""
    return tuple(found.reading.tokens[i].fold for i in range(item.first, item.last))


def _behind(out: _List, comma: int, stop: int) -> tuple[list[Item], int, int, bool]:
    """Behind the last comma: the item before an "and", the tokens of what follows, and whether there is such an "and"."""
    tokens, end, noted = out.found.reading.tokens, comma + 1, False
    while end < min(stop, comma + 2 * LONGEST + 3) and tokens[end].text.isalpha():
        # Only one note: the last item ends at its own.
        end = end + 1 if noted else _behind_note(out.found, end + 1, stop)
        noted = noted or tokens[end - 1].text == _CLOSES
    joint = next((i for i in range(comma + 1, end) if tokens[i].key in out.both and tokens[i].text.islower()), None)
    if joint is None:
        return [], comma + 1, end, False
    before = _item(out.found, comma + 1, joint, out.words)
    if joint > comma + 1 and (before is None or not out.fits(before.first)):
        return [], comma + 1, end, False
    return ([before] if before else []), joint + 1, end, True


def _prefixes(out: _List, first: int, end: int) -> dict[tuple[str, ...], Item]:
    """Everything that the last item may be, by what it is compared by: it ends where nobody marks it."""
    tokens = out.found.reading.tokens
    while first < end and tokens[first].key in out.words and tokens[first].text.islower():
        first += 1
    if first >= end or not out.fits(first):
        return {}
    items = [Item(first, last) for last in range(first + 1, min(end, first + LONGEST) + 1)]
    whole = [i for i in items if i.last == end or not _capital(out.found, i.last)]
    return {key(out.found, item): item for item in whole[: 1 if out.small else None]}


def _head(out: _List, ends: dict[tuple[str, ...], Item]) -> list[Item]:
    """The last item: the longest that the list holds already, else as many capitals as follow each other."""
    known = [ends[k] for k in sorted(ends.keys() & out.keys(), key=len)]
    return known[-1:] or list(ends.values())[:1]


def _before(out: _List, start: int, comma: int, known: set[tuple[str, ...]]) -> list[Item]:
    """The item before the first comma: the longest that stands in the list again, else as many capitals as lead to the comma."""
    comma = _bare(out.found, max(start, comma - 2 * LONGEST), comma)
    lead = [Item(first, comma) for first in range(max(start, comma - LONGEST), comma) if out.fits(first)]
    for item in lead:
        if key(out.found, item) in known and (item.first == start or not _capital(out.found, item.first - 1)):
            return [item]
    first = comma
    while first > max(start, comma - LONGEST) and out.fits(first - 1):
        first -= 1
    return [Item(comma - 1 if out.small else first, comma)] if first < comma else []


def _claims(found: Found, items: list[Item], name: str, people: dict[int, Claim]) -> Iterator[Claim]:
    """The list, and of the one item that stands in it twice, not side by side, both mentions."""
    keys = [key(found, item) for item in items]
    start, end = found.span(items[0].first, items[-1].last)
    shared = {"of": name, "items": str(len(items)), "shape": "capital" if _capital(found, items[0].first) else "small"}
    told = "|".join(" ".join(k) for k in keys)
    yield Claim("enumeration", start, end, told, details=shared, found_by="enumerations.list")
    twice = [k for k, count in Counter(keys).items() if count > 1]
    places = [n for n, k in enumerate(keys) if twice and k == twice[0]]
    if len(twice) != 1 or len(places) != 2 or places[1] - places[0] == 1:
        return
    spans = [found.span(items[n].first, items[n].last) for n in places]
    if any(_surname(people.get(a), b) for a, b in spans):
        return
    for a, b in spans:
        yield Claim("item", a, b, " ".join(twice[0]), details=shared, found_by="enumerations.twice")


def _surname(person: Claim | None, end: int) -> bool:
    """True for a single name of a person: two people may well have it."""
    return person is not None and person.end <= end and " " not in person.value
