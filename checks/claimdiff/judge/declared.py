"""Operators on what the user declared: facts that a version contradicts, names in a form that the house does not write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimdiff.judge.scene import Declared, Match, Place, Scene
from claimdiff.model import Claim
from claimdiff.relations import group, relate

_ENTITIES = frozenset({"organisation", "person", "place"})
# Relations of two figures that cannot both be right.
_WRONG = frozenset({"different", "different-currency", "different-rate", "different-unit", "rescaled"})
_SURE_OF_NAME, _SURE_OF_FACT = 0.98, 0.85


def misspelt(scene: Scene) -> Iterator[Match]:
    """A name in a form that the house does not write."""
    for document, claims in enumerate(scene.claims):
        for number, claim in enumerate(claims):
            if claim.kind == "spelling":
                told = f"written in this house: {claim.value}"
                yield Match("declared", "not-house-style", ((document, number),), _SURE_OF_NAME, (told,), declared=claim.value)


def contradicted(scene: Scene) -> Iterator[Match]:
    """A figure or the holder of an office that a declared fact gives otherwise, in a passage about the same."""
    for fact in scene.facts:
        for document, claims in enumerate(scene.claims):
            for number, claim in enumerate(claims):
                place = document, number
                if not claim.outside and _contradicts(scene, fact, place):
                    yield Match(
                        "declared", "contradicted", (place,), _SURE_OF_FACT, (f"declared: {fact.text}",), declared=fact.text
                    )


def _contradicts(scene: Scene, fact: Declared, place: Place) -> bool:
    claim, lang = scene.claim(place), scene.langs[place[0]]
    rivals = [c for c in fact.claims if group(c.kind) == group(claim.kind)]
    if not any(_wrong(mine, claim, fact.lang, lang) for mine in rivals):
        return False
    return not any(_right(mine, claim, fact.lang, lang) for mine in rivals) and _about_the_same(scene, fact, place)


def _wrong(mine: Claim, claim: Claim, lang_mine: str, lang: str) -> bool:
    if group(claim.kind) == "numeric":
        whole = not {"part_of", "bound", "approximate"} & set(claim.details)
        relation = relate(mine, claim, lang_mine, lang) if whole and mine.about == claim.about and mine.unit == claim.unit else None
        return relation is not None and relation.name in _WRONG and bool(mine.about or mine.unit)
    return claim.kind == "office" and _held_by_another(mine, claim, lang_mine, lang)


def _right(mine: Claim, claim: Claim, lang_mine: str, lang: str) -> bool:
    relation = relate(mine, claim, lang_mine, lang)
    return relation is not None and relation.name not in _WRONG


def _held_by_another(mine: Claim, claim: Claim, lang_mine: str, lang: str) -> bool:
    """True for the same office, of the same body or country, with another holder."""
    told = ("of", "organisation", "portfolio", "modifiers")
    same = mine.value == claim.value and all(mine.details.get(part) == claim.details.get(part) for part in told)
    holders = mine.details.get("holder"), claim.details.get("holder")
    if not same or not all(holders) or not any(mine.details.get(part) for part in ("of", "organisation")):
        return False
    one, other = (Claim("person", 0, 0, str(name)) for name in holders)
    relation = relate(one, other, lang_mine, lang)
    return relation is not None and relation.name == "different"


def _about_the_same(scene: Scene, fact: Declared, place: Place) -> bool:
    """True when the passage, or the one before it, names all that the fact names."""
    claim = scene.claim(place)
    if claim.kind == "office":
        return True
    wanted = _named(fact.claims)
    passages = scene.passages[place[0]]
    home = scene.passage(place)
    if home is None or not wanted:
        return False
    begin = passages[max(0, home.number - 1)].start
    return wanted <= _named([c for c in scene.claims[place[0]] if begin <= c.start < home.end])


def _named(claims: Sequence[Claim]) -> set[str]:
    return {c.value for c in claims if c.kind in _ENTITIES}
