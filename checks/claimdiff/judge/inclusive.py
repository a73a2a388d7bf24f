"""One more than was counted: "two of the army and one of the police", "nine skiers and their guide", "ten, guide included"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from claimdiff.judge.scene import Place, Scene
from claimdiff.language import grammar
from claimdiff.relations.numbers import decimals
from claimdiff.text import plain, tokenise, words

# So many words behind a count its noun and what belongs to it end; behind "and one", the whole sentence is looked through.
_NEAR, _FAR = 6, 20
_COUNTS = frozenset({"number", "quantity"})
_Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one language that add one: `single` with `of` behind it, `their` with a noun, `included`, `other`."""

    joining: tuple[_Phrase, ...]
    single: tuple[_Phrase, ...]
    of: tuple[_Phrase, ...]
    their: tuple[_Phrase, ...]
    included: tuple[_Phrase, ...]
    other: tuple[_Phrase, ...]


@cache
def _words(code: str) -> _Words:
    table = grammar(code, "quantities")
    said = table.get("sums") or {}
    parts = (table["and"], said.get("single", ()), [*table["of"], *table["of_definite"]], said.get("their", ()))
    joining, single, of, their = (_phrases(part) for part in parts)
    return _Words(joining, single, of, their, _phrases(said.get("included", ())), _phrases(said.get("other", ())))


def _phrases(forms: Iterable[str]) -> tuple[_Phrase, ...]:
    return tuple(sorted({tuple(w.casefold() for w in words(form)) for form in forms}, key=lambda p: (-len(p), p)))


def one_left_out(scene: Scene, one: Place, other: Place) -> bool:
    """True when `other` counts one more than `one`, and one of the two says who that is."""
    a, b = scene.claim(one), scene.claim(other)
    low, high = decimals(a.value), decimals(b.value)
    if not {a.kind, b.kind} <= _COUNTS or len(low) != 1 or len(high) != 1 or high[0] - low[0] != 1:
        return False
    mine, theirs = _words(scene.langs[one[0]]), _words(scene.langs[other[0]])
    behind = _behind(scene, one)
    return (
        any(_run(behind, n, mine.joining, mine.single, mine.of) for n in range(min(len(behind), _FAR)))
        or any(_run(behind, n, mine.joining, mine.their) for n in range(min(len(behind), _NEAR)))
        or _others(scene, one, mine)
        or (_includes(scene, other, theirs) and not _includes(scene, one, mine))
    )


def _includes(scene: Scene, place: Place, known: _Words) -> bool:
    return any(_run(_behind(scene, place), n, known.included) for n in range(_NEAR))


def _others(scene: Scene, place: Place, known: _Words) -> bool:
    """True for "43 other countries" and "gli altri 43 Paesi": one more stands beside them."""
    claim, passage = scene.claim(place), scene.passage(place)
    start = passage.start if passage else claim.start
    said = [token.key for token in tokenise(plain(scene.texts[place[0]][start : claim.end]).text)]
    return any(_run(said, n, known.other) for n in range(max(0, len(said) - _NEAR), len(said)))


def _behind(scene: Scene, place: Place) -> list[str]:
    """The words of the passage behind a claim."""
    passage = scene.passage(place)
    text = passage.text[max(0, scene.claim(place).end - passage.start) :] if passage else ""
    return [token.key for token in tokenise(plain(text).text)]


def _run(said: Sequence[str], at: int, *steps: tuple[_Phrase, ...]) -> bool:
    """True when from `at` on one phrase of each step follows the other."""
    if not steps:
        return True
    return any(_run(said, end, *steps[1:]) for end in _ends(said, at, steps[0]))


def _ends(said: Sequence[str], at: int, phrases: tuple[_Phrase, ...]) -> Iterator[int]:
    return (at + len(p) for p in phrases if tuple(said[at : at + len(p)]) == p)
