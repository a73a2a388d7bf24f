"""Many to many: places, people and organisations are named again and again, so like passages are compared by whom they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimdiff.link.bearers import bearer
from claimdiff.link.likeness import Likeness
from claimdiff.link.named import Named
from claimdiff.link.side import Side
from claimdiff.link.strangers import NOWHERE, slips
from claimdiff.model import Link

KINDS = ("place", "person", "organisation")
# Surroundings must be at least this alike before two names that differ are set against each other.
LEAST = 0.15
# More is asked where a passage nearby does name the same: the versions may only part their sentences elsewhere.
LEAST_BESIDE = 0.4
# By how much a passage must be liker than the one where an equal stands, to be the place of the equal.
MARGIN = 0.1
# A city and its country agree, but hold each other's place only loosely.
VAGUELY = 0.5
# Strangers to the other version in passages only somewhat alike.
LEAST_STRANGERS = 0.35
# Two people or towns that the other version has as well, in another place, are more often told in another order than wrongly.
LEAST_KNOWN, LEAST_KNOWN_SHAPED, LEAST_HALF_KNOWN = 0.65, 0.45, 0.55

# The reason of a link between two that differ, and how many of the others its trace tells.
UNLIKE, REFUSED_TOLD = "in each other's place", 3
SLIPPED = "each nowhere in the other version, and all but alike"

Pair = tuple[float, int, int]
# A small word and a capital behind a name.
_LONGER = re.compile(r" [a-z]{2} [A-ZÀ-Þ]|-[A-ZÀ-Þ]")


def mention(likeness: Likeness) -> Iterator[Link]:
    """The links of the kinds that go many to many."""
    like = {(i, j) for i in range(len(likeness.a.passages)) for j in likeness.partners(0, i)}
    near = {(i, j) for i in range(len(likeness.a.passages)) for j in likeness.partners(0, i, 0.4, 0.05)}
    beside = {(i + x, j + y) for i, j in near for x, y in ((0, 0), (0, 1), (0, -1), (1, 0), (-1, 0))}
    anywhere = {(i, j) for i, row in enumerate(likeness.passages) for j in row}
    for name in KINDS:
        kind = Named.of(likeness, name)
        slipped = _one_to_one(slips(kind))
        same = _one_to_one(_agreeing(kind, like, slipped))
        rest = _one_to_one(_agreeing(kind, beside - like, [*same, *slipped]))
        unlike = _one_to_one(
            [
                *_unlike(kind, like, same, rest),
                *_strangers(kind, (anywhere if name == "organisation" else near) - like, beside - like),
            ]
        )
        taken = {p[1] for p in slipped}, {p[2] for p in slipped}
        unlike = [p for p in unlike if p[1] not in taken[0] and p[2] not in taken[1]]
        told = {p[1] for p in unlike}, {p[2] for p in unlike}
        rest = [p for p in rest if p[1] not in told[0] and p[2] not in told[1]]
        found = (("named in a like passage", same), ("named in a passage beside", rest), (SLIPPED, slipped), (UNLIKE, unlike))
        for how, pairs in found:
            yield from (_link(kind, pair, how, like) for pair in pairs)


# No longer is an item of a list; so many before and behind it are looked through for a name.
ITEM, LINES = 60, 4


def _one_to_one(pairs: Iterable[Pair]) -> list[Pair]:
    """The surest pairs first, each claim once."""
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    out = []
    for score, a, b in sorted(set(pairs), key=_order):
        if a not in taken_a and b not in taken_b:
            taken_a.add(a)
            taken_b.add(b)
            out.append((score, a, b))
    return out


def _order(pair: Pair) -> Pair:
    """The surest first, whichever version comes first."""
    score, a, b = pair
    return (-score, a, b) if a < b else (-score, b, a)


def _agreeing(kind: Named, passages: set[tuple[int, int]], done: Iterable[Pair] = ()) -> Iterator[Pair]:
    """What agrees in these passages, but for the claims that are done."""
    done_a, done_b = {p[1] for p in done}, {p[2] for p in done}
    for a, b in kind.pairs(sorted(passages)):
        if a not in done_a and b not in done_b and kind.likeness.agree(a, b):
            yield kind.likeness.claims(a, b), a, b


def _unlike(kind: Named, like: set[tuple[int, int]], same: list[Pair], rest: list[Pair]) -> Iterator[Pair]:
    """Mentions that found no equal in the passages like their own, each with what stands in its place there."""
    done = {p[1]: p[0] for p in same}, {p[2]: p[0] for p in same}
    beside = {p[1] for p in rest}, {p[2] for p in rest}
    equal = [p for p in same if (found := kind.likeness.relation(p[1], p[2])) is not None and found.name == "equal"]
    exact = {p[1] for p in equal}, {p[2] for p in equal}
    for a, b in kind.pairs(sorted(like)):
        if a in done[0] and b in done[1] and (a in exact[0] or b in exact[1]):
            continue
        if kind.likeness.relation(a, b) is None or _both_named(kind, a, b) or _of_two(kind, a, b):
            continue
        if kind.name != "person" and (kind.printed(0, a) or kind.printed(1, b)) and not (a in done[0] or b in done[1]):
            continue  # The other version has the acronym, or the adjective of the town, where no name is read.
        strange = _strange(kind, a, b)
        if a in done[0] and b in done[1] and not all(strange):
            continue
        score = kind.likeness.claims(a, b)
        if a in done[0] or b in done[1]:
            # Its equal stands in a passage less like this one, and the other is a stranger: it may be the equal's true place.
            stranger = strange[1] if a in done[0] else strange[0]
            held = (done[0].get(a, 0.0) + done[1].get(b, 0.0)) * (1.0 if a in exact[0] or b in exact[1] else VAGUELY)
            if not stranger or score < max(LEAST_BESIDE, held + MARGIN):
                continue
        score += NOWHERE * sum(strange)
        if score >= max(LEAST_BESIDE if a in beside[0] or b in beside[1] else LEAST, _least_of_known(kind, a, b, strange)):
            yield min(1.0, score), a, b


def _strange(kind: Named, a: int, b: int) -> tuple[bool, bool]:
    """Whether the other version does not know each of the two; where it names the country of a town, a town of that country."""
    strange = kind.absent(0, a), kind.absent(1, b)
    if kind.name == "person" and all(strange) and kind.respelt(0, a) and kind.respelt(1, b):
        return False, False  # Names that the other version only writes in another way are no strangers there.
    towns = kind.name == "place" and all("country" in side.claims[n].details for side, n in _claims(kind, a, b))
    if not towns or _one_country(kind, a, b):
        return strange
    return strange[0] and not kind.named(0, a), strange[1] and not kind.named(1, b)


def _least_of_known(kind: Named, a: int, b: int, strange: tuple[bool, bool]) -> float:
    """How sure a pair must be of which the other version names one, or each, in another place."""
    relation = kind.likeness.relation(a, b)
    if kind.name == "organisation" or all(strange) or (relation is not None and relation.name == "respelt"):
        return 0.0
    shapes = {_shape(side, n) for side, n in _claims(kind, a, b)}
    if not any(strange):
        return LEAST_KNOWN if len(shapes) > 1 else LEAST_KNOWN_SHAPED
    return LEAST_HALF_KNOWN if kind.name == "person" and len(shapes) > 1 else 0.0


def _shape(side: Side, number: int) -> tuple[int, str, bool]:
    """How a claim names: a surname alone goes back to somebody named before, the adjective of a town says whose."""
    claim = side.claims[number]
    town = "country" in claim.details
    return (
        (len(claim.value.split()), "", False)
        if claim.kind == "person"
        else (0, claim.details.get("form", "") if town else "", town)
    )


def _of_two(kind: Named, a: int, b: int) -> bool:
    """True for the demonyms of two people: they come in another order, or with another of them left out."""
    one, other = bearer(kind.likeness.a, a), bearer(kind.likeness.b, b)
    if one is None or other is None:
        return False
    relation = kind.likeness.relation(one, other)
    return relation is not None and relation.name == "different"


def _both_named(kind: Named, a: int, b: int) -> bool:
    """True for people where one passage names both: a name more or less is how sentences are built."""
    side_a, side_b = kind.likeness.a, kind.likeness.b
    if kind.name != "person":
        return False
    return any(kind.likeness.agree(n, b) for home in _lines(side_a, a) for n in kind.homes[0].get(home, ())) or any(
        kind.likeness.agree(a, n) for home in _lines(side_b, b) for n in kind.homes[1].get(home, ())
    )


def _lines(side: Side, number: int) -> range:
    """The passage of a claim, with its neighbours where it is an item of a list, in which names come in another order."""
    home = side.home[number]
    around = LINES if len(side.passages[home].text) <= ITEM else 0
    return range(max(0, home - around), min(len(side.passages), home + around + 1))


def _strangers(kind: Named, near: set[tuple[int, int]], beside: set[tuple[int, int]]) -> Iterator[Pair]:
    """Two that neither version names elsewhere, in passages that are less alike: each is missing where the other stands."""
    for passages, countrymen in ((near, False), (beside - near, True)):
        for a, b in kind.absent_pairs(sorted(passages)):
            if kind.likeness.relation(a, b) is None or _of_two(kind, a, b) or (countrymen and not _one_country(kind, a, b)):
                continue
            if all(_strange(kind, a, b)):
                score = kind.likeness.claims(a, b) + 2 * NOWHERE
                if score >= LEAST_STRANGERS:
                    yield min(1.0, score), a, b


def _one_country(kind: Named, a: int, b: int) -> bool:
    """True for two towns of one country."""
    claims = _claims(kind, a, b)
    countries = [side.claims[n].details.get("country", "") for side, n in claims]
    return kind.name == "place" and countries[0] == countries[1] != "" and not any(_goes_on(side, n) for side, n in claims)


def _goes_on(side: Side, number: int) -> bool:
    """True for a town whose name may be the beginning of a longer one: Vila Real de Santo António."""
    claim, passage = side.claims[number], side.passages[side.home[number]]
    return _LONGER.match(passage.text, claim.end - passage.start) is not None


def _claims(kind: Named, a: int, b: int) -> tuple[tuple[Side, int], tuple[Side, int]]:
    return (kind.likeness.a, a), (kind.likeness.b, b)


def _link(kind: Named, pair: Pair, how: str, like: set[tuple[int, int]]) -> Link:
    score, a, b = pair
    sides = kind.likeness.a, kind.likeness.b
    reasons = (f"surroundings alike {score:.2f}", how, *(_refused(kind, pair, like) if how == UNLIKE else ()))
    return Link((sides[0].document, a), (sides[1].document, b), score, reasons)


def _refused(kind: Named, pair: Pair, like: set[tuple[int, int]]) -> Iterator[str]:
    """What else stood in the like passages, and why it is not held to be the counterpart."""
    score, a, b = pair
    home = kind.likeness.a.home[a]
    others = [(kind.likeness.claims(a, n), n) for i, j in like if i == home for n in kind.homes[1].get(j, ()) if n != b]
    for other, n in sorted(others, key=lambda o: (-o[0], o[1]))[:REFUSED_TOLD]:
        relation = kind.likeness.relation(a, n)
        why = relation.name if relation else "not to be compared"
        yield f"refused {kind.likeness.b.claims[n].value}: {other:.2f} against {score:.2f}, {why}"
