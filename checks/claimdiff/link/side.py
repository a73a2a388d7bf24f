"""One version as linking sees it: passages, claims, and language-free features with their places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, repeat
from operator import itemgetter
from sys import intern
from typing import Any

from claimdiff.model import INNER, Claim, Passage
from claimdiff.relations import group
from claimdiff.text import Token, plain, tokenise

# Letters of a word that its n-grams are taken from, and their length; the sizes a trial of variants settled on.
WORD_LETTERS, GRAM = 9, 4
# Values, names and places weigh as much as each other; they tell more than letters do.
VALUE, NAME, CONCEPT = 2.0, 2.0, 1.0
_SHARE = (0.0, *(1 / count**0.5 for count in range(1, WORD_LETTERS + 1)))
_NOTHING: frozenset[str] = frozenset()


Features = tuple[int, tuple[str, ...], float]
"""Where something stands that two languages can share, what it is, and how much each of it counts."""


@dataclass(slots=True)
class Side:
    """A version laid out for linking; `owned[c]` are the keys that claim c brings, `tokens[p]` the tokens of passage p.

    `starts`, `keys` and `weights` are the features of the version in text order: where each stands, what it is, how much
    it counts; `spans[p]` are those in passage p, `places[c]` those in the words of claim c. `alike[c]` is the first claim
    that says just what claim c says: what holds of one of them holds of the other.
    """

    document: int
    lang: str
    passages: list[Passage]
    claims: list[Claim]
    tokens: list[list[Token]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    spans: list[slice] = field(default_factory=list)
    places: list[slice] = field(default_factory=list)
    home: list[int] = field(default_factory=list)
    owned: list[frozenset[str]] = field(default_factory=list)
    alike: list[int] = field(default_factory=list)
    _guests: dict[int, list[int]] = field(default_factory=dict)
    _groups: dict[str, list[int]] = field(default_factory=dict)

    def at_home(self, passage: int) -> list[int]:
        """The claims that stand in a passage."""
        if not self._guests and self.claims:
            for number, home in enumerate(self.home):
                self._guests.setdefault(home, []).append(number)
        return self._guests.get(passage, [])

    def of(self, name: str) -> list[int]:
        """The claims of a group of kinds, in text order."""
        if not self._groups and self.claims:
            for number, claim in enumerate(self.claims):
                self._groups.setdefault(group(claim.kind), []).append(number)
        return self._groups.get(name, [])

    def between(self, start: int, end: int) -> slice:
        """The features that start in start:end."""
        low = bisect_left(self.starts, start)
        return slice(low, bisect_left(self.starts, end, low))


def lay_out(document: int, lang: str, passages: list[Passage], claims: list[Claim]) -> Side:
    """The version with its features, and for every claim the passage it stands in."""
    side = Side(document, lang, passages, claims, [tokenise(plain(p.text).text) for p in passages])
    found = sorted([*_of_claims(claims), *_of_words(passages, side.tokens), *_of_terms(passages)], key=itemgetter(0))
    side.starts = [*chain.from_iterable(repeat(start, len(keys)) for start, keys, _ in found)]
    side.keys = [*chain.from_iterable(map(itemgetter(1), found))]
    side.weights = [*chain.from_iterable(repeat(weight, len(keys)) for _, keys, weight in found)]
    side.spans = [side.between(p.start, p.end) for p in passages]
    side.places = [side.between(c.start, c.end) for c in claims]
    begins = [p.start for p in passages]
    side.home = [max(0, bisect_right(begins, c.start) - 1) for c in claims]
    side.owned = [frozenset(side.keys[at]) if c.kind not in INNER else _NOTHING for c, at in zip(claims, side.places, strict=True)]
    side.alike = _alike(claims)
    return side


def _alike(claims: list[Claim]) -> list[int]:
    first: dict[tuple[Any, ...], int] = {}
    said = ((c.kind, c.value, c.unit, c.about, c.readings, *sorted(c.details.items())) for c in claims)
    return [first.setdefault(content, number) for number, content in enumerate(said)]


def _of_claims(claims: list[Claim]) -> Iterator[Features]:
    return ((claim.start, (intern(key),), weight) for claim in claims for key, weight in _keys(claim))


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


def _of_words(passages: list[Passage], tokens: list[list[Token]]) -> Iterator[Features]:
    for passage, said in zip(passages, tokens, strict=True):
        for start, _, _, _, fold in said:
            if len(fold) >= GRAM and fold.isalpha():
                grams = _grams(fold)
                yield passage.start + start, grams, _SHARE[len(grams)]


# Keys are interned: what is looked up in a bag and stands there is then one object, and told so at once.
@lru_cache(maxsize=1 << 16)
def _grams(word: str) -> tuple[str, ...]:
    marked = f"^{word[:WORD_LETTERS]}"
    return tuple(intern(marked[i : i + GRAM]) for i in range(len(marked) - GRAM + 1))


def _of_terms(passages: list[Passage]) -> Iterator[Features]:
    return ((start, (intern(key),), CONCEPT) for passage in passages for start, key in passage.terms)
