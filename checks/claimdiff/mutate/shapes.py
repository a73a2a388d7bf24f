"""Which form of one row of the lexicon stands where a form of another row stood: the same ending, number and case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from claimdiff.language import Row, expand
from claimdiff.text import folded


@lru_cache(maxsize=50_000)
def _groups(cell: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Singular and plural (`||`), in each the alternatives, in each its forms."""
    return tuple(tuple(tuple(expand(part)) for part in group.split("|") if part.strip()) for group in cell.split("||"))


def _endings(forms: tuple[str, ...]) -> tuple[str, ...]:
    """What stands behind the letters that all the forms begin with; of a single form nothing."""
    shared = next(
        (n for n, letters in enumerate(zip(*forms, strict=False)) if len(set(letters)) > 1), min(map(len, forms), default=0)
    )
    return tuple(form[shared:] for form in forms)


def counterparts(row: Row, form: str, other: Row, letters: int = 2) -> Iterator[str]:
    """The forms of another row that are to it what `form` is to its own, the likest first; none where no table tells.

    letters: so many at the end a word without endings must share with the old one; with 1, endings need be no more than alike.
    """
    for number, group in enumerate(_groups(row["forms"])):
        for forms in group:
            places = [n for n, one in enumerate(forms) if one.casefold() == form.casefold()]
            theirs = _groups(other["forms"])
            if places and number < len(theirs):
                yield from _alike(forms, places[0], theirs[number], letters)


def _alike(forms: tuple[str, ...], place: int, group: tuple[tuple[str, ...], ...], letters: int) -> Iterator[str]:
    same = [one[place] for one in group if len(one) == len(forms) and (letters == 1 or _endings(one) == _endings(forms))]
    yield from (word for word in same if agrees(forms[place], word, letters if len(forms) == 1 else 1))


def agrees(old: str, new: str, letters: int = 1) -> bool:
    """True when the new word may stand behind the article of the old one: it ends alike, and is no phrase for a word."""
    same = old[-letters:].casefold() == new[-letters:].casefold()
    return same and old.isupper() == new.isupper() and (" " in old or " " not in new)


def begins_alike(old: str, new: str) -> bool:
    """True when both begin with a vowel or neither does: l'Italie, la France."""
    return _sound(old) == _sound(new)


def _sound(word: str) -> str:
    first = folded(word[:1].casefold())
    return "vowel" if first in "aeiou" else first if first in "hy" else "consonant"


def cased(old: str, new: str) -> str:
    """The new word in the capitals of the old one."""
    if len(old) > 1 and old.isupper():
        return new.upper()
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def in_place(old: str, row: Row, others: Iterable[Row], letters: int = 2) -> list[str]:
    """The forms of other rows that can stand in place of `old`, a form of `row`, in the order of the rows."""
    found = (next((w for w in counterparts(row, old, other, letters) if begins_alike(old, w)), None) for other in others)
    return [cased(old, word) for word in found if word]
