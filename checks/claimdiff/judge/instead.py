"""Operator: one person where the other version names another, whom both know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from claimdiff.judge.bearing import full
from claimdiff.judge.crossed import Crossed
from claimdiff.judge.doings import doings_exchanged, sides, who
from claimdiff.judge.lists import exchanged
from claimdiff.judge.scene import Match, Place, Scene
from claimdiff.text import plain, tokenise

# So much must two passages share, and so many times what either shares with any other.
LEAST, CLEARLY = 2.5, 2.0
_SURE = 0.75

Homes = dict[int, list[Place]]


def named_instead(scene: Scene) -> Iterator[Match]:
    """A person named where the other version names another one, in passages that say the same."""
    changed = {who(scene, match.places) for match in doings_exchanged(scene)} | {
        _holders(scene, m.places) for m in exchanged(scene)
    }
    for crossed in scene.once(sides):
        found = {(a, b): why for a, b, why in _of_like_passages(crossed)}
        for (a, b), why in found.items():
            if not any(who(scene, (a, b)) <= people for people in changed):
                yield Match("across", "different", (a, b), _SURE, (why,))


def _holders(scene: Scene, places: tuple[Place, ...]) -> frozenset[tuple[int, str]]:
    """Who holds the offices at these places, each with the version."""
    return frozenset((p[0], scene.claim(p).details.get("holder", "")) for p in places)


def _of_like_passages(crossed: Crossed) -> Iterator[tuple[Place, Place, str]]:
    """Two passages that are each other's likest by far and name the same people equally often, but for one."""
    homes = tuple(_homes(crossed.scene, document) for document in crossed.documents)
    common = {passages: sum(words.values()) for passages, words in crossed.common.items()}
    rival = _rivals(common)
    for (p, q), shared in common.items():
        if shared >= max(LEAST, CLEARLY * rival[p, q]):
            odd = _odd(crossed, homes[0].get(p, []), homes[1].get(q, []))
            if odd and not any(
                _unread(crossed.scene, one, homes[1 - n][at]) or _described(crossed.scene, one, odd[1 - n])
                for n, (one, at) in enumerate(zip(odd, (q, p), strict=True))
            ):
                yield *odd, f"all else that the two passages share weighs {shared:.1f}"


def _unread(scene: Scene, one: Place, others: list[Place]) -> bool:
    """True where the passage of the others has the last word of this name more often than in the names read there."""
    last = _folds(scene.words(one))[-1]
    passage = scene.passage(others[0])
    read = sum(last in _folds(scene.words(p)) for p in others)
    return passage is not None and _folds(passage.text).count(last) > read


def _described(scene: Scene, one: Place, other: Place) -> bool:
    """True where the other passage tells of somebody by the office or calling that this person holds: "the lawyer"."""
    name, document = full(scene.claim(one)), one[0]
    held = {c.value for c in scene.claims[document] if c.kind == "office" and c.details.get("holder") == name}
    passage = scene.passage(other)
    if not held or passage is None:
        return False
    told = (c for c in scene.claims[other[0]] if c.kind == "office" and passage.start <= c.start < passage.end)
    return any(c.value in held and not c.details.get("holder") for c in told)


def _folds(text: str) -> list[str]:
    return [t.fold for t in tokenise(plain(text).text)]


def _homes(scene: Scene, document: int) -> Homes:
    """Passage -> the people named in it."""
    out: Homes = defaultdict(list)
    for number, claim in enumerate(scene.claims[document]):
        passage = scene.passage((document, number)) if claim.kind == "person" and not claim.outside else None
        if passage:
            out[passage.number].append((document, number))
    return out


def _rivals(common: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """Two passages -> the most that either shares with another one."""
    rows: list[dict[int, list[tuple[float, int]]]] = [defaultdict(list), defaultdict(list)]
    for (p, q), shared in common.items():
        rows[0][p].append((shared, q))
        rows[1][q].append((shared, p))
    best = [{at: sorted(row, reverse=True)[:2] for at, row in side.items()} for side in rows]
    return {
        (p, q): max((s for row, own in ((best[0][p], q), (best[1][q], p)) for s, at in row if at != own), default=0.0)
        for p, q in common
    }


def _odd(crossed: Crossed, mine: list[Place], theirs: list[Place]) -> tuple[Place, Place] | None:
    """The one person more that each of two passages names, where all others are named equally often and neither in both."""
    left = list(theirs)
    over: list[Place] = []
    for a in mine:
        same = [crossed.same(a, b) for b in left]
        if None in same:
            return None
        if True in same:
            left.pop(same.index(True))
        else:
            over.append(a)
    if len(over) != 1 or len(left) != 1 or any(crossed.same(a, left[0]) is not False for a in mine):
        return None
    names = [full(crossed.scene.claim(p)) for p in (over[0], left[0])]
    if set(names[0].replace("-", " ").split()) & set(names[1].replace("-", " ").split()):
        return None  # Father and son, or one person under two names.
    return (over[0], left[0]) if crossed.known(0, over[0]) and crossed.known(1, left[0]) else None
