"""Two names, each nowhere in the other version, that a slip of the pen or of the mind parts: one thing told wrongly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from claimdiff.link.named import Named
from claimdiff.model import Claim
from claimdiff.names import letters_apart
from claimdiff.relations.alike import look_alike

# How sure such a pair is whatever the passages; towns are many, and more of them are alike by chance.
SLIP, COUNTRIES, TOWNS = 0.5, 0.5, 0.42
# What being nowhere in the other version adds to the likeness of the surroundings.
NOWHERE = 0.1


def slips(kind: Named) -> Iterator[tuple[float, int, int]]:
    """The pairs of strangers that are near each other and near nothing else, each with how sure it is."""
    mine, theirs = _strangers(kind, 0), _strangers(kind, 1)
    near = [(a, b, sure) for a in mine for b in theirs if (sure := _near(kind, a, b))]
    partners: tuple[dict[str, set[str]], dict[str, set[str]]] = (defaultdict(set), defaultdict(set))
    for a, b, _ in near:
        one, other = _who(kind.likeness.a.claims[a]), _who(kind.likeness.b.claims[b])
        partners[0][one].add(other)
        partners[1][other].add(one)
    for a, b, sure in near:
        alone = len(partners[0][_who(kind.likeness.a.claims[a])]) == 1 == len(partners[1][_who(kind.likeness.b.claims[b])])
        if alone:
            for x, y in product(mine[a], theirs[b]):
                yield max(sure, min(1.0, kind.likeness.claims(x, y) + 2 * NOWHERE)), x, y


def _strangers(kind: Named, which: int) -> dict[int, list[int]]:
    """The claims whose like is nowhere in the other version: the first of those that say the same -> all of them."""
    alike = (kind.likeness.a, kind.likeness.b)[which].alike
    out: dict[int, list[int]] = defaultdict(list)
    for number in sorted(n for numbers in kind.homes[which].values() for n in numbers):
        if kind.absent(which, number):
            out[alike[number]].append(number)
    return out


def _near(kind: Named, a: int, b: int) -> float:
    """How sure it is that the two are one, by the names alone; 0 where nothing says so."""
    relation = kind.likeness.relation(a, b)
    if relation is None:
        return 0.0
    one, other = kind.likeness.a.claims[a], kind.likeness.b.claims[b]
    if kind.name == "person":
        return SLIP if relation.name == "respelt" and letters_apart(_who(one), _who(other)) else 0.0
    if kind.name == "place" and relation.name.startswith("different"):
        alike = look_alike(one.value, other.value, kind.likeness.a.lang, kind.likeness.b.lang)
        return (COUNTRIES if relation.name == "different-country" else TOWNS) if alike else 0.0
    return 0.0


def _who(claim: Claim) -> str:
    """The person or place that a claim is about, by its fullest name."""
    return claim.details.get("full") or claim.value
