"""What one of two linked quotations says where the other says something else, everything around it being the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from claimdiff.language import world
from claimdiff.model import Claim
from claimdiff.relations.base import Relation
from claimdiff.relations.concepts import another, related
from claimdiff.relations.meant import Word, Words, alike, words

# So many words at least are the same, and this share of the words of the shorter one.
_LEAST, _SHARE = 2, 0.5
# Of two things of any kind more must be the same, and no more words than these be left over on a side.
_LEAST_OF_ALL, _SHARE_OF_ALL, _LEFT = 3, 0.6, 3
# How sure it is: of two things that exclude each other, of any two, of two modal verbs.
_EXCLUDED, _UNLIKE, _MODAL = 0.95, 0.8, 0.9
# Shorter words without a meaning are pronouns and the like.
_WORDY = 4
# What is counted by loose names: one stands for the other in translations.
_LOOSE = frozenset({"abstract", "event", "", "kind"})


class Compared(NamedTuple):
    """The words of two quotations, which of them are the same (one -> other), and the words left over."""

    mine: Words
    theirs: Words
    same: dict[int, int]
    left: tuple[list[int], list[int]]

    @property
    def share(self) -> float:
        """The share of the words that are the same, in the quotation that has fewer."""
        fewer = min(sum(map(_is_wordy, side)) for side in (self.mine, self.theirs))
        return sum(_is_wordy(self.mine[i]) or _is_wordy(self.theirs[j]) for i, j in self.same.items()) / fewer if fewer else 0.0


def changed(a: Claim, b: Claim) -> Relation | None:
    """Changed where one modal verb or one thing stands for another; None where another wording may explain it."""
    told = _compare(a, b)
    return _modal(a, b, told) or _thing(told)


def _compare(a: Claim, b: Claim) -> Compared:
    mine, theirs = (words(c.details["said"]) for c in (a, b))
    near = sorted(
        (abs((i + 1) / (len(mine) + 1) - (j + 1) / (len(theirs) + 1)), i, j)
        for i, one in enumerate(mine)
        for j, other in enumerate(theirs)
        if alike(one, other)
    )
    same: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in near:
        if i not in same and j not in taken:
            same[i] = j
            taken.add(j)
    left = [i for i in range(len(mine)) if i not in same], [j for j in range(len(theirs)) if j not in taken]
    return Compared(mine, theirs, same, left)


def _modal(a: Claim, b: Claim, told: Compared) -> Relation | None:
    """Changed where the one wants what the other can or must."""
    one, other = a.details["modals"], b.details["modals"]
    row = world("modals").get(one)
    if row is None or other not in world("modals") or len(told.same) < _LEAST or told.share < _SHARE:
        return None
    denied = any(c.details["hints"] != "0" or "nobody" in c.details["sides"] for c in (a, b))
    unlike = row["unlike_denied" if denied else "unlike"].split()
    return Relation("changed", f"{one} is not {other}", _MODAL) if other in unlike else None


def _thing(told: Compared) -> Relation | None:
    """Changed where one thing is named and another one in its place."""
    if len(told.same) < _LEAST or told.share < _SHARE:
        return None
    pairs = [(i, j) for i in told.left[0] for j in told.left[1] if _one_place(told, i, j)]
    for i, j in pairs:
        if _excluded(told.mine[i], told.theirs[j]):
            return Relation("changed", f"{told.mine[i][0]} is not {told.theirs[j][0]}", _EXCLUDED)
    if len(told.same) < _LEAST_OF_ALL or told.share < _SHARE_OF_ALL or max(map(len, map(list, _wordy(told)))) > _LEFT:
        return None
    for i, j in pairs:
        if _unlike(told.mine[i], told.theirs[j]) and not any(_is_open(told, n, m) for n, m in pairs):
            return Relation("changed", f"{told.mine[i][0]} is not {told.theirs[j][0]}", _UNLIKE)
    return None


def _wordy(told: Compared) -> Iterator[Iterator[int]]:
    for side, left in zip((told.mine, told.theirs), told.left, strict=True):
        yield (n for n in left if _is_wordy(side[n]))


def _is_wordy(word: Word) -> bool:
    return bool(word[1]) or len(word[0]) >= _WORDY


def _is_open(told: Compared, i: int, j: int) -> bool:
    """True where nothing is known of one of the two: it may well be a word for the other."""
    return not (told.mine[i][1] and told.theirs[j][1]) and _is_wordy(told.mine[i]) and _is_wordy(told.theirs[j])


def _one_place(told: Compared, i: int, j: int) -> bool:
    """True where the words before the two are the same, or those behind them; beginnings and ends are the same."""
    back = {other: one for one, other in told.same.items()}
    before = _anchor(told.same, range(i - 1, -1, -1)), _anchor(back, range(j - 1, -1, -1))
    behind = _anchor(told.same, range(i + 1, len(told.mine))), _anchor(back, range(j + 1, len(told.theirs)))
    return any(told.same.get(one, None) == other if one is not None else other is None for one, other in (before, behind))


def _anchor(same: dict[int, int], places: range) -> int | None:
    return next((n for n in places if n in same), None)


def _excluded(one: Word, other: Word) -> bool:
    """True for a brother and a father, dawn and noon: two groups of one field."""
    fields = _fields()
    mine, theirs = ({place for m in word[1] for place in fields.get(m, ())} for word in (one, other))
    return any(field == another_ and n != m for field, n in mine for another_, m in theirs) and not mine & theirs


@cache
def _fields() -> dict[str, set[tuple[str, int]]]:
    """Meaning -> (field, group) of each that it stands in."""
    out: dict[str, set[tuple[str, int]]] = {}
    for field, row in world("fields").items():
        for number, members in enumerate(row["members"].split("|")):
            for member in members.split():
                out.setdefault(member, set()).add((field, number))
    return out


def _unlike(one: Word, other: Word) -> bool:
    """True for two things that nobody would take one for the other: daybreak and the police."""
    mine, theirs = (_things(word) for word in (one, other))
    return bool(mine and theirs) and not any(related(x, y) or not _apart(x, y) for x in mine for y in theirs)


def _things(word: Word) -> set[str]:
    """The meanings of a word if each of them names a thing."""
    meant = set(word[1])
    return meant if all(m in _fields() or _kind(m) not in _LOOSE for m in meant) else set()


def _kind(concept: str) -> str:
    row = world("concepts").get(concept)
    return row["kind"] if row else ""


def _apart(one: str, other: str) -> bool:
    kinds = _kind(one), _kind(other)
    return another(one, other) if all(kinds) else kinds[0] != kinds[1]
