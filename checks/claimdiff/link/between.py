"""What one passage denies, found in the other one by its neighbours on both sides: there it stands without a denial."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from claimdiff.language import grammar
from claimdiff.link.side import Side
from claimdiff.text import Token

# So many words before and behind a denial its neighbours may stand, and so far apart in the other passage.
NEAR, APART = 6, 14
# So many words around that place hold no denial, so many nothing that denies in another way, nor so many before a denial.
AROUND, ASIDE, EARLIER = 3, 6, 12
# A denial so near the beginning of its sentence, or its end, has no neighbour on that side, but two on the other.
START, LAST = 4, 4
# Words that begin with these letters alike are cognates; shorter ones are none.
COGNATE, SHORTEST = 4, 5

Keys = dict[str, set[int]]


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a passage; `keys` maps what two languages can share to the words that bring it.

    `denied` are the words that deny, `sides` pairs of opposites with the word that takes a side.
    """

    tokens: list[Token]
    starts: list[int]
    keys: Keys
    denied: list[int]
    sides: dict[str, int]

    def at(self, offset: int) -> int:
        """The word that stands at an offset of the text."""
        return bisect_right(self.starts, offset) - 1


def stands_plainly(denying: Side, passage: int, plainly: Side, there: int, asides: tuple[Collection[int], Collection[int]]) -> bool:
    """True when the neighbours of one denial stand together in the other passage, with no denial and no aside about them.

    `asides` are the offsets, in each of the two, of the words that deny in another way.
    """
    one, other = _words(denying, passage), _words(plainly, there)
    beside = sorted(_shared(one.keys, other.keys))
    contraries = (at for pair, at in other.sides.items() if pair not in one.sides)
    kept = [(at, AROUND) for at in (*other.denied, *contraries)] + [(other.at(at), ASIDE) for at in asides[1]]
    ends = len(one.tokens), len(other.tokens)
    # Where the negation follows its verb, the verb may stand last: its neighbours are all before it.
    last = grammar(denying.lang, "polarity").get("backwards", False)
    # "Without ... nor": the second only goes on with the first.
    going_on = [one.at(at) for at in asides[0]]
    alone = (place for place in one.denied if not any(place - EARLIER <= at < place for at in going_on))
    return any(_undenied(beside, place, kept, ends, last) for place in alone)


def shared_places(one: Side, passage: int, other: Side, there: int) -> Iterator[tuple[int, int]]:
    """The offsets in the texts of what two passages say once each."""
    mine, theirs = _words(one, passage), _words(other, there)
    return ((mine.starts[x], theirs.starts[y]) for x, y in _shared(mine.keys, theirs.keys))


def _undenied(beside: list[tuple[int, int]], place: int, kept: list[tuple[int, int]], ends: tuple[int, int], last: bool) -> bool:
    before = [there for here, there in beside if place - NEAR <= here < place]
    behind = [there for here, there in beside if place < here <= place + NEAR + 1]
    if not before and place < START and len(behind) > 1:
        before = [0]
    if not behind and last and len(before) > 1 and place + LAST >= ends[0]:
        behind = [before[-2]]
    if not before or not behind:
        return False
    low, high = sorted((before[-1], behind[0]))
    return high - low <= APART and not any(low - far <= at <= high + far for at, far in kept)


def _shared(one: Keys, other: Keys) -> Iterator[tuple[int, int]]:
    """The places of what both passages say once."""
    for key in one.keys() & other.keys():
        if len(one[key]) == len(other[key]) == 1:
            yield next(iter(one[key])), next(iter(other[key]))


def _words(side: Side, passage: int) -> _Words:
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
    for place, token in enumerate(tokens):
        if len(token.fold) >= SHORTEST and token.fold.isalpha() and token.key not in passed:
            keys[f"letters:{token.fold[:COGNATE]}"].add(place)
    told = [c for n in side.at_home(passage) if (c := side.claims[n]).kind == "polarity"]
    denied = [bisect_right(starts, c.start) - 1 for c in told if c.value == "negated"]
    sides = {c.details["pair"]: bisect_right(starts, c.start) - 1 for c in told if "pair" in c.details}
    return _Words(tokens, starts, keys, denied, sides)
