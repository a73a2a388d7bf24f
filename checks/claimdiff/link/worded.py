"""The words of a passage by what two languages can share: which word of one version stands beside which of the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from claimdiff.language import expand, grammar, language
from claimdiff.link.side import Side
from claimdiff.text import Token

# Words that begin with these letters alike are cognates; shorter ones are none. Shorter ones yet mean little on their own.
COGNATE, SHORTEST, MEANING = 4, 5, 3
# Small words, found word by word; they tell where something stands, not what it is.
PARTICLES = "particles"

Keys = dict[str, set[int]]
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a passage; `keys` maps what two languages can share to the words that bring it.

    `denied` are the words that deny, `sides` pairs of opposites with the word that takes a side and which, `meant` the
    words that mean something of their own.
    """

    tokens: list[Token]
    starts: list[int]
    keys: Keys
    denied: list[int]
    sides: dict[str, tuple[int, str]]
    meant: list[int]

    def at(self, offset: int) -> int:
        """The word that stands at an offset of the text."""
        return bisect_right(self.starts, offset) - 1

    def meaning(self, first: int, last: int) -> int:
        """How many words between two others mean something."""
        return max(0, bisect_left(self.meant, last) - bisect_right(self.meant, first))


def shared(one: Keys, other: Keys, often: int = 1) -> Iterator[Pair]:
    """The places of what both passages say as many times, and no more often."""
    for key in one.keys() & other.keys():
        if len(one[key]) == len(other[key]) <= often:
            yield from zip(sorted(one[key]), sorted(other[key]), strict=True)


def words(side: Side, passage: int) -> Words:
    """The words of a passage of one version; small words bring nothing."""
    home = side.passages[passage]
    tokens = side.tokens[passage]
    starts = [home.start + t.start for t in tokens]
    keys: Keys = defaultdict(set)
    here = side.between(home.start, home.end)
    for key, start in zip(side.keys[here], side.starts[here], strict=True):
        # Letters of words tell little on their own.
        if ":" in key and not key.startswith("polarity:negated"):
            keys[key].add(max(0, bisect_right(starts, start) - 1))
    passed = frozenset(grammar(side.lang, "polarity").get("passed", ()))
    own = [place for place, token in enumerate(tokens) if token.fold.isalpha() and token.key not in passed]
    for place in own:
        if len(tokens[place].fold) >= SHORTEST:
            keys[f"letters:{tokens[place].fold[:COGNATE]}"].add(place)
    told = [c for n in side.at_home(passage) if (c := side.claims[n]).kind == "polarity"]
    denied = [bisect_right(starts, c.start) - 1 for c in told if c.value == "negated"]
    sides = {c.details["pair"]: (bisect_right(starts, c.start) - 1, c.details["side"]) for c in told if "pair" in c.details}
    return Words(tokens, starts, keys, denied, sides, [place for place in own if len(tokens[place].fold) >= MEANING])


def with_particles(plain: Words, code: str) -> Words:
    """The words of a passage with what small words bring."""
    keys, known = defaultdict(set, {key: set(places) for key, places in plain.keys.items()}), _particles(code)
    for place, token in enumerate(plain.tokens):
        for key in known.get(token.key, ()):
            keys[key].add(place)
    return replace(plain, keys=keys)


@cache
def _particles(code: str) -> dict[str, tuple[str, ...]]:
    """Small word -> the rows it is a form of."""
    rows: dict[str, list[str]] = defaultdict(list)
    for row in language(code).tables.get(PARTICLES, ()):
        for form in expand(row["forms"]):
            rows[form].append(f"{PARTICLES}:{row['id']}")
    return {form: tuple(ids) for form, ids in rows.items()}
