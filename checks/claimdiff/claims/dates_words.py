"""The words of dates and times in one language, from rules/languages/CODE, laid out for looking up token by token."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from claimdiff.language import expand, grammar
from claimdiff.text import plain, tokenise


class Phrase(NamedTuple):
    """One wording: what its tokens must be, the kind of unit that it makes, and what it says."""

    words: tuple[str, ...]
    keys: tuple[str, ...]
    folds: tuple[str, ...]
    kind: str
    value: str


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """phrases by their first word; `glue` gives each small word a private character; `roles` says who plays what."""

    phrases: dict[str, list[Phrase]]
    glue: dict[str, str]
    roles: dict[str, str]
    data: dict[str, Any]
    doubtful: frozenset[str]
    suffixes: frozenset[str]
    decade_suffixes: frozenset[str]
    number_words: dict[str, str]
    glued: frozenset[str]
    glue_starts: frozenset[str]


# Kinds of units; digits and marks have their own, see dates_units.py.
_LISTS = (("M", "months"), ("m", "months_short"), ("W", "weekdays"), ("V", "weekdays_plural"), ("v", "weekdays_short"))
_WORDS = (("C", "century"), ("T", "quarter"), ("H", "half"), ("E", "decade_before"), ("B", "before_christ"), ("!", "names"))
_MAPS = (("P", "parts"), ("R", "relative"), ("F", "holidays"), ("K", "centuries"), ("G", "decades"), ("U", "units"))
_TIMES = (
    *(("h", "marks"), ("a", "dayparts"), ("k", "clock")),
    *(("f", "fractions_after"), ("b", "fractions_before"), ("g", "minutes_before")),
)
_FIRST_SEASON = 21
_PRIVATE = 0xE000


@cache
def words(code: str, name: str = "dates") -> Words:
    """The words of a language's grammar file NAME.yaml (dates or times), built once."""
    data = grammar(code, name)
    phrases: dict[str, list[Phrase]] = {}
    for phrase in _phrases(data):
        phrases.setdefault(phrase.folds[0], []).append(phrase)
    for entries in phrases.values():
        entries.sort(key=lambda p: -len(p.keys))
    glue, roles = _glue(data)
    return Words(
        phrases,
        glue,
        roles,
        data,
        frozenset(data.get("doubtful", ())),
        frozenset(data.get("ordinal_suffixes", ())),
        frozenset(data.get("decade_suffixes", ())),
        {word: str(value) for word, value in data.get("number_words", {}).items()},
        frozenset(data.get("glued", ())),
        frozenset(key.partition(" ")[0] for key in glue if " " in key),
    )


def _phrases(data: dict[str, Any]) -> Iterator[Phrase]:
    for kind, name in _LISTS:
        for number, cell in enumerate(data.get(name, ()), 1):
            yield from _forms(cell, kind, str(number))
    for number, cell in enumerate(data.get("seasons", ()), _FIRST_SEASON):
        yield from _forms(cell, "S", str(number))
    for kind, name in _WORDS:
        for cell in data.get(name, ()):
            yield from _forms(cell, kind, "")
    for kind, name in (*_MAPS, *_TIMES):
        for value, cells in data.get(name, {}).items():
            for cell in cells:
                yield from _forms(cell, kind, str(value))


def _forms(cell: str, kind: str, value: str) -> Iterator[Phrase]:
    for form in expand(cell):
        tokens = tokenise(plain(form).text)
        yield Phrase(tuple(t.text for t in tokens), tuple(t.key for t in tokens), tuple(t.fold for t in tokens), kind, value)


def _glue(data: dict[str, Any]) -> tuple[dict[str, str], dict[str, str]]:
    """A private character for every small word (or phrase), and for each role the characters that play it."""
    glue: dict[str, str] = {}
    roles: dict[str, str] = {}
    for role, forms in data.get("roles", {}).items():
        keys = [" ".join(t.key for t in tokenise(plain(form).text)) for form in forms]
        for key in keys:
            glue.setdefault(key, chr(_PRIVATE + len(glue)))
        roles[role] = "".join(dict.fromkeys(glue[key] for key in keys))
    for key, char in glue.items():
        # "en el" is read as one word and still is the "el" that goes before a day.
        last = glue.get(key.rpartition(" ")[2], char)
        roles = {role: chars + char if last in chars and char not in chars else chars for role, chars in roles.items()}
    return glue, roles
