"""Claims: what stands twice in a short list of any words ("judo, fencing and judo"); another version tells if it is a slip."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from claimdiff.claims.enumerations_phrases import joints
from claimdiff.claims.found import Found
from claimdiff.claims.meant import tells, word
from claimdiff.language import grammar
from claimdiff.model import Claim
from claimdiff.text import Sentence

# Longer items are clauses; shorter words are particles as often as names.
LONGEST, _SHORTEST, FEWEST = 4, 4, 3
SHAPE = "short"
_COMMA = ","
_COMMAS = frozenset({_COMMA})
_SMALL = ("of", "in", "to", "definite", "articles")

Item = tuple[int, int]


def find(found: Found) -> list[Claim]:
    """A `list` for every short list closed by "and" or "or", and an `item` for each of two items of one that are the same words."""
    taken = {c.start for c in found.kind("item")}
    meant = _meant(found)
    out: list[Claim] = []
    for sentence in found.reading.sentences:
        for joint in _joints(found, sentence):
            items = _items(found, sentence, joint)
            if len(items) >= FEWEST:
                out += [c for c in _claims(found, items, f"short {joint}", meant) if c.start not in taken]
    return out


def _meant(found: Found) -> dict[int, str]:
    """Where a place or a weekday begins, what it is in every language."""
    days = {c.start: f"weekday {c.details['weekday']}" for c in found.kind("date") if "weekday" in c.details}
    return {**days, **{c.start: f"place {c.value}" for c in found.kind("place")}}


def _joints(found: Found, sentence: Sentence) -> list[int]:
    """The words for "and" and "or" of a sentence that may close a list."""
    return found.within(joints(found.language.code), sentence.first + 2, sentence.last - 1)


@cache
def _small(code: str) -> frozenset[str]:
    table = grammar(code, "offices")
    return frozenset(word.casefold() for name in _SMALL for word in table.get(name, ()))


def _items(found: Found, sentence: Sentence, joint: int) -> list[Item]:
    """The items before and behind an "and": whole between commas; the first and the last as long as one of the others."""
    tokens = found.reading.tokens
    ends = [joint - 1 if tokens[joint - 1].text == _COMMA else joint]
    inner: list[Item] = []
    while True:
        commas = found.within(_COMMAS, max(sentence.first, ends[-1] - LONGEST - 3) + 1, ends[-1])
        comma = commas[-1] if commas else None
        item = _item(found, comma + 1, ends[-1]) if comma is not None else None
        if comma is None or item is None:
            break
        inner.append(item)
        ends.append(comma)
    if not inner:
        return []
    known = {_key(found, item) for item in inner}
    last = _last(found, joint + 1, sentence.last, ends[-1], known)
    if last is None:
        return []
    first = _first(found, sentence.first, ends[-1], known | {_key(found, last)})
    return [*([first] if first else []), *reversed(inner), last]


def _item(found: Found, first: int, last: int) -> Item | None:
    tokens = found.reading.tokens
    while first < last and tokens[first].key in _small(found.language.code):
        first += 1
    return (first, last) if 0 < last - first <= LONGEST and all(tokens[i].text.isalpha() for i in range(first, last)) else None


def _key(found: Found, item: Item) -> tuple[str, ...]:
    return tuple(t.fold for t in found.reading.tokens[item[0] : item[1]])


def _last(found: Found, first: int, stop: int, before: int, known: set[tuple[str, ...]]) -> Item | None:
    """The last item: the longest beginning that is one of the others or ends where the first one does, else one word."""
    tokens = found.reading.tokens
    while first < stop and tokens[first].key in _small(found.language.code):
        first += 1
    lasts = range(min(stop, first + LONGEST), first, -1)
    fits = [(first, last) for last in lasts if all(t.text.isalpha() for t in tokens[first:last])]
    same = [i for i in fits if _key(found, i) in known or _key(found, i) == _key(found, (before - (i[1] - i[0]), before))]
    fits = [(a, b) for a, b in fits if b == stop or not tokens[b].text.isalpha()]
    return next(iter([*same, *fits]), None)


def _first(found: Found, start: int, end: int, known: set[tuple[str, ...]]) -> Item | None:
    """The first item: the longest ending that is one of the others, else one word."""
    items = [(first, end) for first in range(max(start, end - LONGEST), end)]
    same = [i for i in items if _key(found, i) in known]
    alone = [(end - 1, end)] if end > start and found.reading.tokens[end - 1].text.isalpha() else []
    return next(iter([*same, *alone]), None)


def _claims(found: Found, items: list[Item], name: str, meant: dict[int, str]) -> Iterator[Claim]:
    keys = [_key(found, item) for item in items]
    told = [_told(found, item, meant) for item in items]
    details = {"of": name, "items": str(len(items)), "shape": SHAPE, "told": "|".join(told)}
    (start, _), (_, end) = found.span(*items[0]), found.span(*items[-1])
    yield Claim("list", start, end, " | ".join(map(" ".join, keys)), details=details, found_by="enumerations.short")
    twice = [key for key, count in Counter(keys).items() if count > 1]
    if len(twice) != 1 or keys.count(twice[0]) != 2 or not any(len(w) >= _SHORTEST for w in twice[0]):
        return
    for item, key, words in zip(items, keys, told, strict=True):
        if key == twice[0]:
            start, end = found.span(*item)
            yield Claim("item", start, end, " ".join(key), details={**details, "name": words}, found_by="enumerations.short")


def _told(found: Found, item: Item, meant: dict[int, str]) -> str:
    """The words of an item with their meanings."""
    tokens = found.reading.tokens
    said = (i for i in range(*item) if tells(found, i))
    return "+".join(":".join((word(found, i), *([meant[tokens[i].start]] if tokens[i].start in meant else []))) for i in said)
