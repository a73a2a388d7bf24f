"""The number words of one language, from its numbers.yaml: single words, phrases, and pieces of compound words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from claimdiff.claims.numbers_grammar import HALF, Lexeme
from claimdiff.language import expand, grammar
from claimdiff.remembered import Remembered
from claimdiff.text import folded, plain, tokenise

_LONGEST = 150


class Entry(NamedTuple):
    """A number word or phrase: the words without accents, what each piece means, and whether it was one compound word."""

    words: tuple[str, ...]
    pieces: tuple[Lexeme, ...]

    @property
    def ordinal(self) -> bool:
        """True for twelfth, douzième, zwölfte."""
        return self.pieces[-1].ordinal


class Link(NamedTuple):
    """A word between number words: behind what it may stand ("tens", "scale", "any") and before which values."""

    after: str
    before: frozenset[int]


class Context(NamedTuple):
    """Where a word that is not always a number is one: see `contexts` in numbers.yaml."""

    not_after: frozenset[str]
    not_before: frozenset[str]
    after: frozenset[str]
    noun: bool


class Words(Remembered[tuple[Entry, ...]]):
    """Entries by first word, longest first; a word that is not known yet is tried as a compound and remembered."""


@dataclass(slots=True, eq=False)
class Lexicon:
    """What numbers.yaml says, ready to use."""

    data: dict[str, Any]
    words: Words
    links: dict[str, Link]
    contexts: dict[str, Context]
    fractions: frozenset[str]
    # Words that are articles before they are numbers, and (both without accents) what no number word behind them may be
    # for a number to go on.
    articles: frozenset[str]
    behind_articles: frozenset[str]
    sets: dict[str, frozenset[str]] = field(default_factory=dict)

    def listed(self, name: str) -> frozenset[str]:
        """The words of a list of numbers.yaml in small letters; a point leads inside: "roman.nouns"."""
        if name not in self.sets:
            cell: Any = self.data
            for key in name.split("."):
                cell = (cell or {}).get(key)
            self.sets[name] = frozenset(w.casefold() for w in words_of(cell))
        return self.sets[name]


@cache
def lexicon(code: str) -> Lexicon:
    """The number lexicon of a language, built once."""
    data = grammar(code, "numbers") or {}
    forms = list(_lexemes(data))
    pieces = {"".join(words): lexeme for words, lexeme in forms if lexeme.kind not in ("half", "article") and not lexeme.opening}
    # Alone a million is a noun; inside a word it opens a number (milionesimo, milioneunesimo).
    pieces = {word: replace(lexeme, bare=lexeme.bare or lexeme.value >= 10**6) for word, lexeme in pieces.items()}
    pieces |= {folded(w): Lexeme("add", 1) for w in words_of(data.get("compound_one"))}
    pieces |= {folded(w): Lexeme("link", 0) for w in words_of(data.get("compound_links"))}
    words = Words(_Compounds(pieces if data.get("compounds") else {}))
    for form, lexeme in forms:
        words[form[0]] = (*words.get(form[0], ()), Entry(form, (lexeme,)))
    for first in list(words):
        words[first] = tuple(sorted(words[first], key=lambda e: -len(e.words)))
    fractions = frozenset(form for forms in (data.get("fractions") or {}).values() for form in words_of(forms))
    articles = frozenset(word for word, same in words.items() if _only_articles(same))
    behind = _behind_articles(data, [entry for word in articles for entry in words[word]])
    return Lexicon(data, words, _links(data), _contexts(data), fractions, articles, behind)


def _only_articles(entries: tuple[Entry, ...]) -> bool:
    alone = {entry.pieces[0].kind for entry in entries if len(entry.words) == 1}
    return "article" in alone and alone <= {"article", "half"}


def _behind_articles(data: dict[str, Any], entries: list[Entry]) -> frozenset[str]:
    listed = (words_of(data.get(name)) for name in ("others", "decimal_words", "share_words"))
    said = (*(data.get("links") or ()), *(word for words in listed for word in words))
    firsts = {folded(str(word).casefold().partition(" ")[0]) for word in said}
    return frozenset(firsts.union(entry.words[1] for entry in entries if len(entry.words) > 1))


def words_of(cell: Any) -> list[str]:
    """The words of a YAML value: a list, or forms parted by `|` with endings in braces."""
    if cell is None:
        return []
    cells = cell if isinstance(cell, list) else [cell]
    return [form for one in cells for form in expand(str(one))]


def _split(form: str) -> tuple[str, ...]:
    return tuple(token.fold for token in tokenise(plain(form).text))


def _lexemes(data: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], Lexeme]]:
    cardinals = list(_cardinals(data))
    yield from cardinals
    for value, forms in (data.get("ordinals") or {}).items():
        for form in words_of(forms):
            room = 10 if value == 10 else _room(value)
            yield _split(form), Lexeme(_kind(value, data), value, room, ordinal=True, bare=True, upto=9)
    for rule in data.get("ordinal_endings") or ():
        for words, lexeme in cardinals:
            if lexeme.kind in ("add", "hundred", "scale") and rule.get("from", 1) <= lexeme.value <= rule.get("to", 10**15):
                yield from _made_ordinal(words, lexeme, rule)
    parts = {HALF: data.get("half"), **{Decimal(part): forms for part, forms in (data.get("quarters") or {}).items()}}
    for part, forms in parts.items():
        for form in words_of(forms):
            yield _split(form), Lexeme("half", part)
    for form in words_of(data.get("and_half")):
        yield _split(form), Lexeme("and_half", 0)
    for form in words_of(data.get("one_and_a_half")):
        yield _split(form), Lexeme("add", HALF + 1)
    for form in words_of(data.get("and_half_of_scale")):
        yield _split(form), Lexeme("and_half", 0, only_scale=True)


def _cardinals(data: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], Lexeme]]:
    rooms, inner = data.get("rooms") or {}, data.get("rooms_inside") or {}
    simple = {value: words_of(forms) for value, forms in data["cardinals"].items()}
    articles = words_of(data.get("articles"))
    for value, forms in [*simple.items(), *_composed(data, simple)]:
        for form in (form for form in forms if form not in articles):
            yield _split(form), Lexeme("add", value, rooms.get(form, _room(value)), inner_room=inner.get(form, 0))
    for form in articles:
        yield _split(form), Lexeme("article", 1, opening=bool(data.get("articles_open")))
    for item in data.get("hundreds") or ():
        for form in words_of(item["forms"]):
            yield _split(form), Lexeme("hundred", 100, bare=item.get("bare", False), upto=item.get("upto", 9))
    bare = set(words_of(data.get("bare_scales")))
    for value, cell in data["scales"].items():
        for form in words_of(cell):
            yield _split(form), Lexeme("scale", value, bare=form in bare)
    for name, approximate in (("collectives", True), ("exact_collectives", False)):
        for value, cell in (data.get(name) or {}).items():
            for form in words_of(cell):
                yield _split(form), Lexeme("collective", value, approximate=approximate)


def _composed(data: dict[str, Any], simple: dict[int, list[str]]) -> Iterator[tuple[int, list[str]]]:
    """21 to 99 where they are one word: einundzwanzig (unit first), ventuno (tens that lose their vowel)."""
    if units_first := data.get("units_first"):
        ones = {**simple, 1: words_of(data["compound_one"])}
        for ten in range(20, 100, 10):
            for unit in range(1, 10):
                yield ten + unit, [one + units_first + form for form in simple[ten] for one in ones[unit]]
    if shorter := data.get("shorter_tens"):
        for ten in range(20, 100, 10):
            for unit in (1, 8):
                units = [*simple[unit], *words_of(data["compound_one"])] if unit == 1 else simple[unit]
                yield ten + unit, [shorter[ten] + one for one in units]


def _made_ordinal(words: tuple[str, ...], lexeme: Lexeme, rule: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], Lexeme]]:
    last = (rule.get("stems") or {}).get(words[-1], words[-1])
    stems = {re.sub(rule["drop"] + "$", "", last) if "drop" in rule else last} | ({last} if rule.get("keep") else set())
    ordinal = replace(lexeme, ordinal=True, bare=lexeme.bare or lexeme.value >= 10**6)
    for stem in sorted(stems):
        for ending in words_of(rule["add"]):
            yield (*words[:-1], stem + folded(ending)), ordinal


def _kind(value: int, data: dict[str, Any]) -> str:
    """Where hundreds are multiplied (two hundredth) so is their ordinal; ducentésimo is a word of its own."""
    if value == 100 and data.get("ordinals_join") == "last":
        return "hundred"
    return "add" if value < 1000 else "scale"


def _room(value: int) -> int:
    if value >= 100:
        return 100 if value % 100 == 0 else 0
    return 10 if value >= 20 and value % 10 == 0 else 0


def _links(data: dict[str, Any]) -> dict[str, Link]:
    return {
        str(word): Link(spec.get("after", "any"), frozenset(spec.get("before") or ()))
        for word, spec in (data.get("links") or {}).items()
    }


def _contexts(data: dict[str, Any]) -> dict[str, Context]:
    out: dict[str, Context] = {}
    for forms, spec in (data.get("contexts") or {}).items():
        not_after, not_before, after = (frozenset(words_of(spec.get(name))) for name in ("not_after", "not_before", "after"))
        context = Context(not_after, not_before, after, bool(spec.get("noun")))
        out |= dict.fromkeys((folded(form) for form in words_of(forms)), context)
    return out


class _Compounds:
    """Reads a compound word: pieces, longest first, that fill it from end to end."""

    def __init__(self, pieces: dict[str, Lexeme]) -> None:
        self._pieces = pieces
        self._longest = max(map(len, pieces), default=0)
        self._starts = frozenset(piece[:2] for piece in pieces)

    def __call__(self, word: str) -> tuple[Entry, ...]:
        if word[:2] not in self._starts or len(word) > _LONGEST:
            return ()
        found = self._cut(word, 0, set())
        return (Entry((word,), tuple(found)),) if found and len(found) > 1 else ()

    def _cut(self, word: str, start: int, dead: set[int]) -> list[Lexeme] | None:
        """The pieces of word[start:]; `dead` holds the places from which no cut leads to the end."""
        for end in range(min(len(word), start + self._longest), start, -1):
            piece = self._pieces.get(word[start:end])
            if piece is None or end in dead:
                continue
            rest = [] if end == len(word) else self._cut(word, end, dead)
            if rest is not None:
                return [piece, *rest]
        dead.add(start)
        return None
