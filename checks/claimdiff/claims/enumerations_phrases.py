"""Claims: what stands twice in a list of phrases or code words ("a sonata by X, a waltz by Y, …", "PDF, EPUB or PDF")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from claimdiff.claims.enumerations import FEWEST
from claimdiff.claims.found import Found
from claimdiff.language import grammar
from claimdiff.model import Claim
from claimdiff.text import Sentence, folded

# Longer items are clauses; in shorter words a capital tells no name.
LONGEST, _SHORTEST = 8, 2
_COMMA, _OPENING = frozenset(","), frozenset(":;(")

Item = tuple[int, int]


def find(found: Found) -> list[Claim]:
    """An `item` for each of two items of one list that are the same words, a name or a code word among them."""
    return list(_twice(found))


def _twice(found: Found) -> Iterator[Claim]:
    for number, sentence in enumerate(found.reading.sentences):
        items = _items(found, sentence)
        if len(items) < FEWEST:
            continue
        keys = [tuple(t.fold for t in found.reading.tokens[a:b]) for a, b in items]
        twice = [key for key in dict.fromkeys(keys) if keys.count(key) > 1]
        if len(twice) != 1 or keys.count(twice[0]) != 2:
            continue
        places = [item for item, key in zip(items, keys, strict=True) if key == twice[0]]
        names = _names(found, places[0])
        others = {name for item in items if item not in places for name in _names(found, item)}
        if names and len(others) > 1 and places[0][1] + 1 != places[1][0]:
            told = {"of": f"phrase {number}", "items": str(len(items)), "shape": "phrase", "names": "|".join(sorted(names))}
            for first, last in places:
                start, end = found.span(first, last)
                details = {**told, "others": "|".join(sorted(others))}
                yield Claim("item", start, end, " ".join(twice[0]), details=details, found_by="enumerations.phrases")


@cache
def joints(code: str) -> frozenset[str]:
    """The words for "and" and "or"."""
    return frozenset({*grammar(code, "offices")["and"], *grammar(code, "offices")["or"]})


def _items(found: Found, sentence: Sentence) -> list[Item]:
    """The short items between commas, the last two perhaps parted by "and" or "or"; the first may follow a colon."""
    tokens, commas = found.reading.tokens, found.within(_COMMA, sentence.first, sentence.last)
    if len(commas) < FEWEST - 2:
        return []
    # A list opens behind a colon, whatever commas its lead has.
    opened = found.within(_OPENING, sentence.first, commas[2 - FEWEST])
    commas = [i for i in commas if not opened or i > opened[-1]]
    bounds = [opened[-1] if opened else sentence.first - 1, *commas, _end(found, commas[-1], sentence)]
    items = [(a + 1, b) for a, b in pairwise(bounds)]
    joint = next((i for i in range(*items[-1]) if tokens[i].key in joints(found.language.code)), None)
    if joint is not None:
        items[-1:] = [(items[-1][0], joint), (joint + 1, items[-1][1])]
    return [(a, b) for a, b in items if 0 < b - a <= LONGEST]


def _end(found: Found, comma: int, sentence: Sentence) -> int:
    """Where the last item ends: at the next mark."""
    texts = found.reading.texts
    for index in range(comma + 1, sentence.last):
        if not texts[index].isalnum():
            return index
    return sentence.last


def _names(found: Found, item: Item) -> set[str]:
    """The names and code words of an item: words with a capital, whole (S3, Blob)."""
    start, end = found.span(*item)
    words = found.reading.text[start:end].replace("'", " ").split()
    return {folded(word.casefold()) for word in words if len(word) >= _SHORTEST and word[0].isupper()}
