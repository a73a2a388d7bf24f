"""What tells who somebody is ("the Dutch chemist X", "X, deputy for Lyon,"), apart from what is told of them."""

from __future__ import annotations

from claimdiff.judge.regions import Region
from claimdiff.judge.scene import Place, Scene
from claimdiff.text import Token, plain, tokenise

# So many words before a name describe it, up to a small word; so many behind its comma, up to the next comma.
_BEFORE, _BEHIND, _SMALL = 3, 8, 3
# How far before and behind a name it is looked, in code points.
_NEAR = 100

Span = tuple[int, int]


def doings(scene: Scene, region: Region) -> list[Span]:
    """The spans of a region that tell what its people do: names, descriptions and ages left out."""
    document = region.places[0][0]
    out, start = [], region.start
    for low, high in sorted([*(_described(scene, region, p) for p in region.places), *_ages(scene, document, region)]):
        if low > start:
            out.append((start, low))
        start = max(start, high)
    return [*out, (start, region.end)] if start < region.end else out


def _ages(scene: Scene, document: int, region: Region) -> list[Span]:
    told = (scene.claim((document, n)) for n in scene.begun(document, region.start, region.end))
    return [(c.start, c.end) for c in told if c.kind == "age"]


def _described(scene: Scene, region: Region, place: Place) -> Span:
    """A name with the words that describe it."""
    claim, text = scene.claim(place), scene.texts[place[0]]
    low = max(region.start, claim.start - _NEAR)
    before = _tokens(text[low : claim.start])
    start = claim.start
    for token in before[: -_BEFORE - 2 : -1]:
        if token.text.isalpha() and len(token.text) <= _SMALL:
            break
        if not token.text.isalpha():
            start = claim.start
            break
        start = low + token.start
    else:
        start = claim.start  # No small word opens a description: what stands there is what somebody does ("sings X").
    return start, claim.end + _apposition(_tokens(text[claim.end : min(region.end, claim.end + _NEAR)]))


def _apposition(behind: list[Token]) -> int:
    """How long the apposition is that opens with a comma and closes with one; 0 for none."""
    if not behind or behind[0].text != ",":
        return 0
    return next((t.end for t in behind[1 : _BEHIND + 2] if t.text == ","), 0)


def _tokens(text: str) -> list[Token]:
    return tokenise(plain(text).text)
