"""Names of other scripts: whether two spellings are one name, written as two languages write it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from claimdiff.files import shipped
from claimdiff.language import grammar, load_yaml
from claimdiff.text import folded

LONGEST = 60


@dataclass(frozen=True, slots=True)
class Spelling:
    """Letters that stand for a sound, anywhere or only at one end of a word."""

    letters: str
    starts: bool
    ends: bool

    @classmethod
    def of(cls, written: str) -> Spelling:
        """`^est` at the beginning, `ine$` at the end of a word."""
        return cls(folded(written.strip("^$")), written.startswith("^"), written.endswith("$"))

    def at(self, name: str, index: int) -> int:
        """The index behind the letters when they stand at index of the name, else -1."""
        end = index + len(self.letters)
        if not name.startswith(self.letters, index):
            return -1
        if (self.starts and index and name[index - 1] != " ") or (self.ends and end < len(name) and name[end] != " "):
            return -1
        return end


@cache
def _world() -> dict[str, Any]:
    data: dict[str, Any] = load_yaml(shipped("rules") / "world" / "transliteration.yaml")
    return data


def families() -> tuple[str, ...]:
    """The families of scripts that have rules."""
    return tuple(_world())


@cache
def _table(family: str, lang: str) -> dict[str, tuple[Spelling, ...]]:
    """The spellings of each sound in a language: its own where it has some, else those of the world."""
    own = _own(lang).get(family, {})
    sounds = _world()[family]["sounds"]
    return {sound: tuple(Spelling.of(w) for w in own.get(sound, sounds.get(sound, ()))) for sound in {**sounds, **own}}


def _own(lang: str) -> dict[str, Any]:
    own: dict[str, Any] = grammar(lang, "people").get("spellings", {}) if lang else {}
    return own


@cache
def _pairs(family: str, lang_a: str, lang_b: str) -> dict[str, tuple[tuple[Spelling, Spelling], ...]]:
    """Pairs of different spellings of one sound, by the first letter in the first language ("" where it writes none)."""
    left, right = _table(family, lang_a), _table(family, lang_b)
    found: dict[str, dict[tuple[Spelling, Spelling], None]] = {}
    for sound in sorted(left.keys() & right.keys()):
        for x, y in product(left[sound], right[sound]):
            if x.letters != y.letters:
                found.setdefault(x.letters[:1], {})[x, y] = None
    return {first: tuple(pairs) for first, pairs in found.items()}


@cache
def _doubling(family: str, lang_a: str, lang_b: str) -> tuple[bool, bool, bool]:
    """May a letter doubled in the first stand single in the second; single in the first doubled; an s only so or so."""
    a, b = _own(lang_a), _own(lang_b)
    single_a, single_b = family in a.get("single", ()), family in b.get("single", ())
    sharp = (family in a.get("ss", ())) != (family in b.get("ss", ()))
    return single_b, single_a, sharp


@cache
def explained(family: str, a: str, b: str, lang_a: str, lang_b: str) -> bool:
    """True when every difference of two folded names is a sound that the two languages write differently."""
    if len(a) > LONGEST or len(b) > LONGEST:
        return False
    pairs = _pairs(family, lang_a, lang_b)
    doubling = _doubling(family, lang_a, lang_b)
    ahead, seen = [(0, 0)], {(0, 0)}
    while ahead:
        i, j = ahead.pop()
        if i == len(a) and j == len(b):
            return True
        for step in _steps(a, b, i, j, pairs, doubling):
            if step not in seen:
                seen.add(step)
                ahead.append(step)
    return False


def _steps(
    a: str, b: str, i: int, j: int, pairs: dict[str, tuple[tuple[Spelling, Spelling], ...]], doubling: tuple[bool, bool, bool]
) -> Iterable[tuple[int, int]]:
    letter, other = a[i : i + 1], b[j : j + 1]
    if letter and letter == other:
        yield i + 1, j + 1
        single_b, single_a, sharp = doubling
        sharp = sharp and letter == "s"
        if (single_b or sharp) and a[i + 1 : i + 2] == letter:
            yield i + 2, j + 1
        if (single_a or sharp) and b[j + 1 : j + 2] == letter:
            yield i + 1, j + 2
    for x, y in (*pairs.get(letter, ()), *pairs.get("", ())):
        behind_x, behind_y = x.at(a, i), y.at(b, j)
        if behind_x >= 0 and behind_y >= 0:
            yield behind_x, behind_y


@cache
def belongs(family: str, word: str, lang: str) -> bool:
    """True when a folded word is a given name of the family, as the language writes it, or ends like its surnames."""
    data = _world()[family]
    given = data["given"].split()
    if word in given:
        return True
    if any(word.endswith(e) and len(word) > len(e) + 1 for e in data.get("endings", "").split()):
        return True
    return len(word) > 3 and any(_may_be(word, g) and explained(family, word, g, lang, "") for g in given)


def _may_be(word: str, name: str) -> bool:
    """True when two words are near enough in length and letters for the slower comparison to be worth its time."""
    letters = set(name)
    return abs(len(word) - len(name)) < 4 and 2 * len(letters.intersection(word)) >= len(letters)
