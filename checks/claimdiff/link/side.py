"""One version as linking sees it: passages, claims, and language-free features with their places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, NamedTuple

from claimdiff.model import INNER, Claim, Passage
from claimdiff.text import plain, tokenise

# Letters of a word that its n-grams are taken from, and their length; the sizes a trial of variants settled on.
WORD_LETTERS, GRAM = 9, 4
# Values, names and places weigh as much as each other; they tell more than letters do.
VALUE, NAME, CONCEPT = 2.0, 2.0, 1.0


class Feature(NamedTuple):
    """Something that two languages can share, where it stands, how much it counts, and which claim brought it."""

    start: int
    key: str
    weight: float
    claim: int = -1


@dataclass(slots=True)
class Side:
    """A version laid out for linking; `features` are sorted by start, `owned[c]` are the keys that claim c brings.

    `alike[c]` is the first claim that says just what claim c says: what holds of one of them holds of the other.
    """

    document: int
    lang: str
    passages: list[Passage]
    claims: list[Claim]
    features: list[Feature] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    home: list[int] = field(default_factory=list)
    owned: list[frozenset[str]] = field(default_factory=list)
    alike: list[int] = field(default_factory=list)
    _guests: dict[int, list[int]] = field(default_factory=dict)

    def at_home(self, passage: int) -> list[int]:
        """The claims that stand in a passage."""
        if not self._guests and self.claims:
            for number, home in enumerate(self.home):
                self._guests.setdefault(home, []).append(number)
        return self._guests.get(passage, [])

    def between(self, start: int, end: int) -> list[Feature]:
        """The features that start in start:end."""
        return self.features[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def lay_out(document: int, lang: str, passages: list[Passage], claims: list[Claim]) -> Side:
    """The version with its features, and for every claim the passage it stands in."""
    side = Side(document, lang, passages, claims)
    found = sorted([*_of_claims(claims), *_of_words(passages), *_of_terms(passages)], key=itemgetter(0, 1))
    side.features, side.starts = found, [f.start for f in found]
    begins = [p.start for p in passages]
    side.home = [max(0, bisect_right(begins, c.start) - 1) for c in claims]
    side.owned = [frozenset(f.key for f in side.between(c.start, c.end)) if c.kind not in INNER else frozenset() for c in claims]
    side.alike = _alike(claims)
    return side


def _alike(claims: list[Claim]) -> list[int]:
    first: dict[tuple[Any, ...], int] = {}
    said = ((c.kind, c.value, c.unit, c.about, c.readings, *sorted(c.details.items())) for c in claims)
    return [first.setdefault(content, number) for number, content in enumerate(said)]


def _of_claims(claims: list[Claim]) -> Iterator[Feature]:
    for number, claim in enumerate(claims):
        for key, weight in _keys(claim):
            yield Feature(claim.start, key, weight, number)


def _keys(claim: Claim) -> list[tuple[str, float]]:
    if claim.kind in ("place", "organisation"):
        country = claim.details.get("country") or claim.details.get("of")
        keys = [(f"{claim.kind}:{claim.value}", NAME)]
        return [*keys, (f"place:{country}", NAME / 2)] if country and country != claim.value else keys
    if claim.kind == "person":
        return [(f"name:{part}", NAME) for part in claim.value.split() if len(part) > 2]
    if claim.kind == "office":
        return [(f"role:{claim.value}", CONCEPT)]
    if claim.kind in ("polarity", "quantifier"):
        return [(f"{claim.kind}:{claim.details.get('pair') or claim.value}", CONCEPT)]
    if claim.kind in INNER or claim.kind in ("quotation", "order"):
        return []
    return [(f"value:{claim.value}", VALUE)] + ([(f"unit:{claim.unit}", CONCEPT / 2)] if claim.unit else [])


def _of_words(passages: list[Passage]) -> Iterator[Feature]:
    for passage in passages:
        for token in tokenise(plain(passage.text).text):
            if len(token.fold) >= GRAM and token.fold.isalpha():
                grams = _grams(token.fold)
                for gram in grams:
                    yield Feature(passage.start + token.start, gram, 1 / len(grams) ** 0.5)


def _grams(word: str) -> list[str]:
    marked = f"^{word[:WORD_LETTERS]}"
    return [marked[i : i + GRAM] for i in range(len(marked) - GRAM + 1)]


def _of_terms(passages: list[Passage]) -> Iterator[Feature]:
    for passage in passages:
        for start, key in passage.terms:
            yield Feature(start, key, CONCEPT)
