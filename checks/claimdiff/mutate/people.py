"""Plants in people: a name misspelt, two people of the text exchanged."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimdiff import names
from claimdiff.model import Claim
from claimdiff.mutate.ground import Ground
from claimdiff.mutate.plant import Plant
from claimdiff.text import folded

# Shorter names turn into other names, not into misspelt ones.
LEAST = 5
# Two people that stand further apart are not easily taken for each other.
REACH = 300
# Letters of one shape or sound that hands and ears mix up.
_MIXED = {
    "c": "g",
    "d": "b",
    "b": "d",
    "m": "n",
    "n": "r",
    "r": "n",
    "k": "r",
    "t": "l",
    "l": "t",
    "f": "v",
    "g": "q",
    "p": "b",
    "h": "k",
}
SAME = ("same", "transliterated", "shorter")


def misspelling(ground: Ground) -> Iterator[Plant]:
    """A family name with two letters exchanged, one wrong or one missing; never what another language would rightly write."""
    for number, claim in ground.of("person"):
        family = ground.words(claim).split()[-1]
        if len(family) >= LEAST and family.isalpha() and not family.isupper():
            start = claim.end - len(family)
            choices = [w for w in dict.fromkeys(_slips(family)) if _respelt(ground, number, family, w)]
            yield from ground.one("misspelling", number, start, claim.end, choices)


def _slips(name: str) -> Iterator[str]:
    """Slips inside a name, its first and last letter left alone."""
    for place in range(2, len(name) - 1):
        head, letter, rest = name[:place], name[place], name[place + 1 :]
        if place < len(name) - 2 and letter != rest[0]:
            yield head + rest[0] + letter + rest[1:]
        if letter in _MIXED:
            yield head + _MIXED[letter] + rest
        if folded(letter) not in "aeiou" and letter != name[place - 1]:
            yield head + rest


def _respelt(ground: Ground, number: int, family: str, new: str) -> bool:
    """True when no convention of a language explains the new spelling."""
    others = [names.key(c.details.get("family") or c.value) for c in ground.partners.get(number, ())]
    code = ground.language.code
    known = {c.details.get("family", "") for c in ground.claims if c.kind == "person"}
    return names.key(new) not in known and all(
        names.compare(new, old, code, code).relation not in SAME for old in (family, *others) if old
    )


def exchanged(ground: Ground) -> Iterator[Plant]:
    """Two people named one after the other, both by full name or both by surname, in each other's place."""
    people = [(n, c) for n, c in ground.of("person")]
    for (one, a), (other, b) in pairwise(people):
        if b.start - a.end < REACH and a.end <= b.start and _alike(a, b):
            edits = [(a.start, a.end, ground.words(b)), (b.start, b.end, ground.words(a))]
            both = one in ground.partners and other in ground.partners
            yield ground.plant("people-exchanged", edits, None, linked=both)


def _alike(a: Claim, b: Claim) -> bool:
    """True for two people who are named in one way."""
    if "given" in a.details or "given" in b.details:
        return "given" in a.details and "given" in b.details and a.details["family"] != b.details["family"]
    return a.value != b.value and a.details.get("full", a.value) != b.details.get("full", b.value)
