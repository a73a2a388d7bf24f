"""What one passage denies, found in the other one by its neighbours on both sides: there it stands without a denial."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from claimdiff.files import shipped
from claimdiff.language import grammar, load_yaml
from claimdiff.link.side import Side
from claimdiff.link.worded import PARTICLES, Pair, Words, shared, with_particles, words
from claimdiff.relations.polarities import turns

# So many words before and behind a denial its neighbours may stand, so far apart around it, and in the other passage.
NEAR, WIDE, APART = 8, 9, 12
# So many words around that place hold no denial, so many nothing that denies in another way, nor so many before a denial.
AROUND, ASIDE, EARLIER = 3, 6, 12
# What is a contrary only by the way holds none of that place itself.
INSIDE = 0
# Of opposites the second is mostly the one that denies the other (allow, ban).
_REACH = {"a": INSIDE, "b": AROUND}
# A denial so near the beginning of its sentence, or its end, has no neighbour on that side, but two on the other.
START, LAST = 4, 4
# So near both begin, or so near both end, their ends are neighbours themselves.
FROM_START, TO_END = 10, 6
# So many words of meaning more between the neighbours, and the other passage tells something else there.
MORE = 5
# What both passages say so often goes together in its order.
OFTEN = 2
# What both say although only one denies: it tells nothing of what stands there.
_DENYING = ("polarity:negated", "quantifier:none")


class _Bracket(NamedTuple):
    """The neighbours of a denial, before and behind it, each in both passages.

    `open`: the beginning or the end of both passages is one of them; `last`: both stand before the denial, which ends its sentence.
    """

    before: Pair
    behind: Pair
    open: bool = False
    last: bool = False

    @property
    def there(self) -> Pair:
        """Between which words the denied one stands in the other passage."""
        low, high = sorted((self.before[1], self.behind[1]))
        return low, high


def stands_plainly(denying: Side, passage: int, plainly: Side, there: int, asides: tuple[Collection[int], Collection[int]]) -> bool:
    """True when the neighbours of one denial stand together in the other passage, with no denial and no aside about them.

    `asides` are the offsets, in each of the two, of the words that deny in another way.
    """
    one, other = with_particles(words(denying, passage), denying.lang), with_particles(words(plainly, there), plainly.lang)
    beside = sorted(shared(one.keys, other.keys, OFTEN))
    going_on, turned = ([side.at(at) for at in offsets] for side, offsets in zip((one, other), asides, strict=True))
    kept = _kept(one, other, set(turned) - _answered(one, other, beside, going_on))
    # Where the negation follows its verb, the verb may stand last: its neighbours are all before it.
    last, apart = (grammar(side.lang, "polarity").get("backwards", False) for side in (denying, plainly))
    # "Without ... nor": the second only goes on with the first.
    alone = (place for place in one.denied if not any(place - EARLIER <= at < place for at in going_on))
    brackets = (_bracket(beside, place, (len(one.tokens), len(other.tokens)), last) for place in alone)
    return any(b is not None and _tight(b, beside) and _as_much(b, one, other, apart) and _free(b, kept) for b in brackets)


def shared_places(one: Side, passage: int, other: Side, there: int) -> Iterator[tuple[int, int]]:
    """The offsets in the texts of what two passages say once each."""
    mine, theirs = words(one, passage), words(other, there)
    return ((mine.starts[x], theirs.starts[y]) for x, y in shared(mine.keys, theirs.keys))


def _bracket(beside: list[Pair], place: int, ends: Pair, last: bool) -> _Bracket | None:
    """What stands about a denial; None where no neighbour stands on one of its sides."""
    before = [pair for pair in beside if place - NEAR <= pair[0] < place]
    behind = [pair for pair in beside if place < pair[0] <= place + NEAR + 1]
    if before and behind:
        return _Bracket(before[-1], behind[0])
    if len(behind) > 1 and place < START:
        return _Bracket((-1, -1), behind[0], open=True)
    if len(before) > 1 and last and place + LAST >= ends[0]:
        return _Bracket(before[-2], before[-1], last=True)
    if before and ends[0] - place <= TO_END and ends[1] - before[-1][1] <= FROM_START:
        return _Bracket(before[-1], ends, open=True)
    return None


def _tight(bracket: _Bracket, beside: list[Pair]) -> bool:
    """True when the neighbours stand near enough to each other on both sides, in one order, and about nothing from elsewhere."""
    low, high = bracket.there
    if bracket.open and any(low < y < high and not bracket.before[0] < x < bracket.behind[0] for x, y in beside):
        return False
    if not bracket.last and bracket.before[1] > bracket.behind[1]:
        return False
    return bracket.behind[0] - bracket.before[0] <= WIDE and high - low <= (FROM_START if bracket.open else APART)


def _as_much(bracket: _Bracket, one: Words, other: Words, apart: bool) -> bool:
    """True when about as much is told between the neighbours: where nothing is, the other passage leaves the clause out.

    `apart`: its verb may stand elsewhere, last in its clause.
    """
    mine, theirs = one.meaning(bracket.before[0], bracket.behind[0]), other.meaning(*bracket.there)
    if bracket.before[0] < 0 and not theirs and bracket.there[1] <= 0:
        return False
    return (theirs > 0 or apart or not mine) and theirs <= mine + MORE


def _free(bracket: _Bracket, kept: list[tuple[int, int]]) -> bool:
    low, high = bracket.there
    return not any(low - far <= at <= high + far for at, far in kept)


def _kept(one: Words, other: Words, asides: Iterable[int]) -> list[tuple[int, int]]:
    """The words of the other passage that may say what the one denies, each with the words about it that it may speak of."""
    denied = [(at, AROUND) for at in other.denied] + [(at, ASIDE) for at in asides]
    sides = ((at, _REACH[side]) for pair, (at, side) in other.sides.items() if pair not in one.sides and not turns(pair))
    contraries = ((at, INSIDE) for key in _contraries() & other.keys.keys() - one.keys.keys() for at in other.keys[key])
    return [*denied, *sides, *contraries]


def _answered(one: Words, other: Words, beside: list[Pair], asides: list[int]) -> set[int]:
    """The words of the other passage that stand in the one as well: what denies in both in another way explains no denial."""
    telling = {key: at for key, at in one.keys.items() if not key.startswith((f"{PARTICLES}:", *_DENYING))}
    return {y for _, y in shared(telling, other.keys, len(one.tokens))} | {y for x, y in beside if x in asides}


@cache
def _contraries() -> frozenset[str]:
    """What may say in other words what another version denies (rules/world/denials.yaml)."""
    listed: dict[str, str] = load_yaml(shipped("rules") / "world" / "denials.yaml")
    return frozenset(f"{table}:{key}" for table, keys in listed.items() for key in keys.split())
