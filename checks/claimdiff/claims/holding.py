"""The words that tie a person to an office, and what a stretch of them says: "was elected as", "goes to"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from claimdiff.claims.pieces import Pieces
from claimdiff.language import grammar
from claimdiff.text import tokenise

# Of these holding.yaml tells; the others of the lists stand around a stretch.
_SAYING = (
    *("being", "been", "becoming", "bare", "named", "taking", "holding", "falling"),
    *("posts", "toward", "articles", "passing"),
)
_WHEN = frozenset({"date", "time", "number"})
_Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Words of holding.yaml: `means` what each phrase says, `longest` the most words of one, `lists` those that are looked up."""

    means: Mapping[_Keys, frozenset[str]]
    longest: int
    lists: Mapping[str, frozenset[str]]

    def has(self, name: str, word: str) -> bool:
        """True when the word stands in the list of this name."""
        return word in self.lists.get(name, ())


@cache
def table(code: str) -> Table:
    """The words of the language with this code."""
    means: dict[_Keys, set[str]] = {}
    lists: dict[str, frozenset[str]] = {}
    for name, phrases in grammar(code, "holding").items():
        said = [tuple(token.key for token in tokenise(phrase)) for phrase in phrases]
        # Of a verb in several words the last one stands beside the person: "has appointed".
        lists[name] = frozenset(keys[-1] for keys in said if name == "naming" or len(keys) == 1)
        for keys in said if name in _SAYING else ():
            means.setdefault(keys, set()).add(name)
    return Table({keys: frozenset(names) for keys, names in means.items()}, max(map(len, means), default=0), lists)


def says(layout: Pieces, first: int, last: int) -> frozenset[str] | None:
    """What tokens first:last say, by the names of their lists; None as soon as a word is none of them."""
    words, at = table(layout.found.language.code), first
    out: set[str] = set()
    while at < last:
        if layout.found.taken.get(at) in _WHEN and not _phrase(layout, words, at, last):
            at += 1
            continue
        keys = _phrase(layout, words, at, last)
        if keys:
            out |= words.means[keys]
            at += len(keys)
        elif "posts" in out and layout.words.has("of", layout.key(at)):
            at += 1
        else:
            return None
    return frozenset(out)


def _phrase(layout: Pieces, words: Table, at: int, last: int) -> _Keys:
    """The longest phrase of the table that begins at a token and ends before `last`; empty when none does."""
    ahead = tuple(layout.key(i) for i in range(at, min(last, at + words.longest)))
    return next((keys for behind in range(len(ahead), 0, -1) if (keys := ahead[:behind]) in words.means), ())


def backwards(layout: Pieces, last: int, names: frozenset[str], first: int) -> int:
    """The first token of the words of these lists (and of "of") that lead up to token `last`; `last` itself when none does."""
    while last > first and _leads(layout, last - 1, names):
        last -= 1
    return last


def _leads(layout: Pieces, at: int, names: frozenset[str]) -> bool:
    own = table(layout.found.language.code).means.get((layout.key(at),), frozenset())
    return bool(own & names) or layout.words.has("of", layout.key(at))


def posts(layout: Pieces, first: int, last: int) -> Iterator[int]:
    """Where words for an office itself stand in tokens first:last."""
    words = table(layout.found.language.code)
    return (at for at in range(first, last) if words.has("posts", layout.key(at)))
