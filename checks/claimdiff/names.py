"""Names of people across languages: how two spellings of a name compare."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from claimdiff.language import world
from claimdiff.name_keys import Spelt, key, letters, people, spelt, without_article
from claimdiff.transliteration import belongs, explained, families

__all__ = ["NameRelation", "close", "compare", "key", "letters_apart", "same_given", "without_article"]

_SERVANT = re.compile(r"^abd(?:[aeu]l|oul|ool|e[srnt])?-?(?=..)")


@dataclass(frozen=True, slots=True)
class NameRelation:
    """How two spellings compare: same, transliterated, shorter, respelt or different; score 0..1; why, for an editor."""

    relation: str
    score: float
    reason: str


def compare(a: str, b: str, lang_a: str, lang_b: str) -> NameRelation:
    """How name a of a text in lang_a compares with name b of one in lang_b; an empty language has no conventions."""
    left, right = spelt(a, lang_a), spelt(b, lang_b)
    if left.number or right.number or (left.royal and right.royal):
        return _rulers(left, right)
    if left.joined == right.joined or left.umlauts in (right.umlauts, right.joined) or right.umlauts == left.joined:
        return NameRelation("same", 1.0, "the same letters")
    if sorted(left.words) == sorted(right.words):
        return NameRelation("same", 0.98, "the same words in another order")
    cued = _families(left, right, lang_a, lang_b)
    for family in cued:
        if _written_otherwise(family, left, right, lang_a, lang_b):
            return NameRelation("transliterated", 0.95, f"one {family} name as the two languages write it")
    return _by_words(left.words, right.words, cued, lang_a, lang_b)


@cache
def _given() -> dict[str, frozenset[str]]:
    """Equivalents of a given name: the ids of every row of rules/world/given_names.tsv that has it."""
    found: dict[str, set[str]] = {}
    for row_id, row in world("given_names").items():
        for form in row["forms"].split("|"):
            found.setdefault(form, set()).add(row_id)
    return {form: frozenset(ids) for form, ids in found.items()}


def same_given(a: str, b: str) -> bool:
    """True when two folded given names are one name in two languages (Charles, Carlo)."""
    return a == b or bool(_given().get(a, frozenset()) & _given().get(b, frozenset()))


def _rulers(left: Spelt, right: Spelt) -> NameRelation:
    """Rulers are one when names and numbers agree; given names are translated (Charles III, Carlo III)."""
    pairs = list(zip(left.words, right.words, strict=False))
    if len(left.words) != len(right.words) or not all(same_given(x, y) for x, y in pairs):
        near = len(left.words) == len(right.words) and left.number == right.number and all(close(x, y) for x, y in pairs)
        return NameRelation("respelt", 0.8, "the ruler's name is spelt in two ways") if near else _different("another ruler")
    if left.number != right.number:
        one = not (left.number and right.number)
        return NameRelation("shorter", 0.7, "only one has the ruler's number") if one else _different("the ruler's number differs")
    if left.words == right.words:
        return NameRelation("same", 1.0, "the same ruler")
    return NameRelation("transliterated", 0.95, "the ruler's name in two languages")


def _different(reason: str) -> NameRelation:
    return NameRelation("different", 0.0, reason)


@lru_cache(maxsize=4096)
def _families(left: Spelt, right: Spelt, lang_a: str, lang_b: str) -> tuple[str, ...]:
    """The families of scripts that both names give cues of; none for names of Latin script or one convention for both."""
    if lang_a == lang_b:
        return ()
    return tuple(f for f in families() if _cued(f, left, lang_a) and _cued(f, right, lang_b))


def _cued(family: str, name: Spelt, lang: str) -> bool:
    return any(belongs(family, _servant(word), lang) for word in name.words)


def _servant(word: str) -> str:
    """abdelfattah -> abd: the word that is written with the next one or without."""
    return "abdel" if _SERVANT.match(word) else word


def _written_otherwise(family: str, left: Spelt, right: Spelt, lang_a: str, lang_b: str) -> bool:
    if len(left.words) == len(right.words):
        pairs = zip(left.words, right.words, strict=True)
        if all(_one_word(family, x, y, lang_a, lang_b, at < len(left.words) - 1) for at, (x, y) in enumerate(pairs)):
            return True
    return explained(family, _run(left.words), _run(right.words), lang_a, lang_b)


def _one_word(family: str, a: str, b: str, lang_a: str, lang_b: str, given: bool) -> bool:
    """True for one word in two spellings, or a given name in two languages (Iosif, Joseph)."""
    if letters(a) == letters(b) or explained(family, letters(a), letters(b), lang_a, lang_b):
        return True
    return given and same_given(a, b)


def _run(words: tuple[str, ...]) -> str:
    """The name as one run of letters, with "son of" and "servant of" written in one way."""
    sons = people("sons")
    joined, servant = "", False
    for word in words:
        if servant and word in people("articles"):
            continue
        match = _SERVANT.match(word + "--" if word.startswith("abd") and len(word) < 6 else word)
        servant = bool(match) and len(word) < 6
        if match:
            word = "abd" + ("" if servant else word[match.end() :])
        joined += "bin" if word in sons else letters(word)
    return joined


def close(a: str, b: str, slack: int = 0) -> bool:
    """True when two folded words are a slip apart: one letter in three, at most three, none in words of two letters.

    slack: letters more, where conventions differ beside the slip.
    """
    from rapidfuzz.distance import OSA  # 30 ms to import, and most runs compare few names

    parts_a, parts_b = a.split("-"), b.split("-")
    if len(parts_a) == len(parts_b) > 1:
        return all(x == y or close(x, y, slack) for x, y in zip(parts_a, parts_b, strict=True))
    x, y = letters(a), letters(b)
    longest = max(len(x), len(y))
    allowed = 0 if longest < 3 else 1 if longest < 6 else 2 if longest < 9 else 3
    allowed += slack if longest > 5 else 0
    return OSA.distance(x, y, score_cutoff=allowed) <= allowed


def letters_apart(a: str, b: str) -> bool:
    """True for two folded names, word by word the same but for one word with a letter or two written otherwise."""
    from rapidfuzz.distance import OSA

    one, other = a.split(), b.split()
    unlike = [(x, y) for x, y in zip(one, other, strict=False) if letters(x) != letters(y)]
    if len(one) != len(other) or len(one) < 2 or len(unlike) != 1 or min(map(len, unlike[0])) < 4:
        return False
    return OSA.distance(*unlike[0], score_cutoff=2) <= 2


def _by_words(left: tuple[str, ...], right: tuple[str, ...], cued: tuple[str, ...], lang_a: str, lang_b: str) -> NameRelation:
    """Word by word: the same with something left out, a slip, or someone else."""
    swapped = len(left) > len(right)
    short, long = (right, left) if swapped else (left, right)

    def equal(a: str, b: str) -> bool:
        x, y = (b, a) if swapped else (a, b)
        return letters(x) == letters(y) or any(explained(f, letters(x), letters(y), lang_a, lang_b) for f in cued)

    if _told_apart(short, long):
        return _different("the middle initials differ")
    if _aligned(short, long, lambda x, y: equal(x, y) or _initial(x, y)):
        return _shorter(short, long)
    if _aligned(short, long, lambda x, y: equal(x, y) or _initial(x, y) or close(x, y, int(bool(cued)))):
        return NameRelation("respelt", _likeness(left, right), "spelt in two ways that no rule of the two languages explains")
    if len(short) == len(long) and equal(short[-1], long[-1]) and _clipped(short[:-1], long[:-1]):
        return NameRelation("shorter", 0.8, "a given name is shortened")
    if len(short) != len(long) and min(len(short), len(long)) > 1 and close("".join(short), "".join(long)):
        return NameRelation("respelt", _likeness(left, right), "the words are parted and spelt in two ways")
    return _different("another given name or surname")


def _initial(a: str, b: str) -> bool:
    """True for J and John."""
    return min(len(a), len(b)) == 1 and a[:1] == b[:1]


def _told_apart(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """True when both have middle initials, and not the same ones (George W., George H. W.)."""
    middle_a, middle_b = ([w for w in name[1:-1] if len(w) == 1] for name in (short, long))
    return bool(middle_a) and bool(middle_b) and middle_a != middle_b


def _aligned(short: tuple[str, ...], long: tuple[str, ...], agree: Callable[[str, str], bool]) -> bool:
    """True when each word of the shorter name agrees with a word of the longer one, in order."""
    at = 0
    for word in short:
        while at < len(long) and not agree(word, long[at]):
            at += 1
        if at == len(long):
            return False
        at += 1
    return True


def _clipped(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """True when a given name is the beginning of the other one (Alex, Alexander)."""

    def begins(x: str, y: str) -> bool:
        return x == y or (min(len(x), len(y)) > 2 and (x.startswith(y) or y.startswith(x)))

    return bool(short) and all(begins(x, y) for x, y in zip(short, long, strict=True))


def _shorter(short: tuple[str, ...], long: tuple[str, ...]) -> NameRelation:
    if len(short) == 1 and len(long) > 1:
        return NameRelation("shorter", 0.85, "one part of the name only")
    if len(short) == len(long):
        full = not any(_initial(x, y) and x != y for x, y in zip(short, long, strict=True))
        if full:
            return NameRelation("transliterated", 0.9, "the same name, word by word")
        return NameRelation("shorter", 0.9, "an initial for a given name")
    return NameRelation("shorter", 0.9, "a given name or surname is left out")


def _likeness(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    from rapidfuzz.distance import OSA

    return round(OSA.normalized_similarity(" ".join(left), " ".join(right)), 3)
