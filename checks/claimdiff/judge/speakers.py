"""Operator: one quotation given to two speakers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from statistics import mean

from claimdiff.judge.confidence import calibrated
from claimdiff.judge.scene import Match, Place, Scene
from claimdiff.model import Claim
from claimdiff.relations import AGREEING
from claimdiff.relations.names import compared
from claimdiff.text import folded

# So alike must two quotations be, and so near in length, to be the same words.
LEAST, LENGTH = 0.45, 0.6
FEWEST_WORDS = 6
_SURE = 0.95
# Words of kindred languages begin alike; so many of them, at least, and this share make two quotations one.
_BEGINNING, _FEWEST, _SHARE = 4, 2, 0.5
# A beginning that more quotations share tells nothing.
_COMMON = 20


def spoken_by_another(scene: Scene) -> Iterator[Match]:
    """Two quotations that say the same, by two people whom both versions name."""
    for one, other, score, reasons in _pairs(scene):
        if _same(scene, one, _speaker(scene, other), other[0]):
            continue
        if _speaks_of(scene, one[0], other) and _speaks_of(scene, other[0], one):
            steps = (*reasons, f"said by {_speaker(scene, one)} and by {_speaker(scene, other)}")
            sure = mean((calibrated("quotation", score), _SURE))
            beside = tuple(p for quotation in (one, other) for p in _named_beside(scene, quotation))
            yield Match("across", "another-speaker", (one, other), sure, steps, beside)


def _named_beside(scene: Scene, quotation: Place) -> list[Place]:
    """Where the speaker is named nearest to the quotation."""
    said, document = scene.claim(quotation), quotation[0]
    people = [((document, n), c) for n, c in enumerate(scene.claims[document]) if c.kind == "person"]
    named = [(min(abs(c.start - said.end), abs(said.start - c.end)), p) for p, c in people if _full(c) == said.details["speaker"]]
    return [min(named)[1]] if named else []


def _full(person: Claim) -> str:
    return person.details.get("full") or person.value


def _pairs(scene: Scene) -> Iterator[tuple[Place, Place, float, tuple[str, ...]]]:
    """Quotations of the same words, with how alike they are and why: by the words they share, then by their links.

    A link may rest on who stands beside the quotation; where the words of two others are the same, it says nothing.
    """
    quoted = [_quotations(scene, document) for document in range(len(scene.claims))]
    worded: set[tuple[Place, int]] = set()
    for mine, theirs in combinations(quoted, 2):
        for one, other, share in _worded(scene, mine, theirs):
            worded |= {(one, other[0]), (other, one[0])}
            yield one, other, share, (f"{share:.0%} of the words begin alike",)
    for link in scene.links:
        known = (link.a, link.b[0]) in worded or (link.b, link.a[0]) in worded
        if not known and link.score >= LEAST and _one_length(scene, link.a, link.b):
            yield link.a, link.b, link.score, link.reasons


def _quotations(scene: Scene, document: int) -> list[Place]:
    return [(document, n) for n, c in enumerate(scene.claims[document]) if _quotes(c)]


def _quotes(claim: Claim) -> bool:
    told = claim.kind == "quotation" and "speaker" in claim.details and not claim.outside
    return told and int(claim.details["words"]) >= FEWEST_WORDS


def _one_length(scene: Scene, one: Place, other: Place) -> bool:
    """True for two quotations with a speaker each that are of like length."""
    pair = [scene.claim(place) for place in (one, other)]
    few, many = sorted(int(c.details.get("words", "0")) for c in pair)
    return all(map(_quotes, pair)) and few >= LENGTH * many


def _worded(scene: Scene, mine: list[Place], theirs: list[Place]) -> Iterator[tuple[Place, Place, float]]:
    """Each other's likest quotations by the beginnings of their words, with the share that is common."""
    bags = {place: _beginnings(scene.claim(place).value) for place in (*mine, *theirs)}
    homes: dict[str, list[Place]] = defaultdict(list)
    for other in theirs:
        for word in bags[other]:
            homes[word].append(other)
    common: Counter[tuple[Place, Place]] = Counter()
    for one in mine:
        common.update((one, other) for word in bags[one] if len(homes.get(word, ())) <= _COMMON for other in homes.get(word, ()))
    best: dict[Place, int] = defaultdict(int)
    for (one, other), count in common.items():
        best[one], best[other] = max(best[one], count), max(best[other], count)
    for (one, other), count in sorted(common.items()):
        share = count / max(1, min(len(bags[one]), len(bags[other])))
        if count == best[one] == best[other] >= _FEWEST and share >= _SHARE and _one_length(scene, one, other):
            yield one, other, share


def _beginnings(value: str) -> frozenset[str]:
    return frozenset(folded(word)[:_BEGINNING] for word in value.split() if len(word) >= _BEGINNING)


def _speaker(scene: Scene, place: Place) -> str:
    return scene.claim(place).details["speaker"]


def _same(scene: Scene, place: Place, name: str, document: int) -> bool:
    told = compared(_speaker(scene, place), name, scene.langs[place[0]], scene.langs[document])
    return told.name in AGREEING | {"respelt"}


def _speaks_of(scene: Scene, document: int, place: Place) -> bool:
    """True when this version names the speaker of that quotation."""
    names = {_full(c) for c in scene.claims[document] if c.kind == "person" and not c.outside}
    return any(_same(scene, place, name, document) for name in names)
