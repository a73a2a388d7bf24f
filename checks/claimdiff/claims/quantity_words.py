"""The words around a number in one language, and the signs that are the same in all: phrases looked up from either end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from claimdiff.language import grammar, world
from claimdiff.text import Reading, Token, plain, tokenise


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    exact: bool
    meaning: str


class Phrases:
    """Phrases with a meaning each; the longest that fits wins. Typed small matches any case, else exactly as typed."""

    def __init__(self, meanings: Mapping[str, Iterable[str]], short_exact: bool = False) -> None:
        self._by_first: dict[str, list[_Phrase]] = {}
        self._by_last: dict[str, list[_Phrase]] = {}
        for meaning, said in meanings.items():
            for form in said:
                # A single letter says another thing in capitals: 5 m is a length, 5 M are millions.
                exact = form != form.lower() or (short_exact and len(form) == 1)
                words = tuple(t.text if exact else t.key for t in tokenise(plain(form).text))
                if words:
                    self._by_first.setdefault(words[0].casefold(), []).append(_Phrase(words, exact, meaning))
                    self._by_last.setdefault(words[-1].casefold(), []).append(_Phrase(words, exact, meaning))
        for table in (self._by_first, self._by_last):
            for phrases in table.values():
                phrases.sort(key=lambda p: -len(p.words))

    @property
    def firsts(self) -> frozenset[str]:
        """The words that phrases start with, in small letters."""
        return frozenset(self._by_first)

    def at(self, reading: Reading, first: int) -> tuple[int, str] | None:
        """The end of the longest phrase that starts at this token, and its meaning."""
        if first < 0 or first >= len(reading.tokens):
            return None
        phrases = self._by_first.get(reading.tokens[first].key)
        if phrases is None:
            return None
        for phrase in phrases:
            if _fits(reading, first, phrase):
                return first + len(phrase.words), phrase.meaning
        return None

    def after(self, reading: Reading, last: int) -> tuple[int, str] | None:
        """As `at`, for a phrase that goes on from what ends before token `last`."""
        hit = self.at(reading, last)
        return hit if hit and reading.joins(last) else None

    def before(self, reading: Reading, last: int) -> tuple[int, str] | None:
        """The start of the longest phrase that ends right before token `last` and joins it, and its meaning."""
        phrases = self._by_last.get(reading.tokens[last - 1].key) if last > 0 else None
        if phrases is None or not reading.joins(last):
            return None
        for phrase in phrases:
            first = last - len(phrase.words)
            if first >= 0 and _fits(reading, first, phrase):
                return first, phrase.meaning
        return None

    def spanning(self, reading: Reading, first: int, last: int) -> str | None:
        """The meaning of the phrase that fills tokens first:last exactly and joins both its neighbours."""
        if not 0 < first < last < len(reading.tokens) or not (reading.joins(first) and reading.joins(last)):
            return None
        for phrase in self._by_first.get(reading.tokens[first].key, ()):
            if len(phrase.words) == last - first and _fits(reading, first, phrase):
                return phrase.meaning
        return None


def _fits(reading: Reading, first: int, phrase: _Phrase) -> bool:
    tokens = reading.tokens
    if first + len(phrase.words) > len(tokens):
        return False
    for offset, word in enumerate(phrase.words):
        token = tokens[first + offset]
        if (token.text if phrase.exact else token.key) != word:
            return False
        # The 2 of "ft2" is glued: "12 ft 2 in" is no area.
        if offset and (not reading.joins(first + offset) or (word.isdecimal() and len(word) == 1 and reading.gap(first + offset))):
            return False
    return True


@dataclass(frozen=True, slots=True)
class Words:
    """What rules/languages/CODE/quantities.yaml says, compiled; `told` marks whole expressions: fixed durations, halves, traps."""

    percent: Phrases
    percent_before: Phrases
    of: Phrases
    of_definite: Phrases
    definite: Phrases
    one: Phrases
    one_units: frozenset[str]
    also: Phrases
    between: Phrases
    between_and: Phrases
    to: Phrases
    start: Phrases
    into: Phrases
    cues: Phrases
    after: Phrases
    ratio: Phrases
    cents: Phrases
    half_units: Phrases
    below_zero: Phrases
    rate: Phrases
    parts: Phrases
    among: Phrases
    every: Phrases
    denominators: Phrases
    ordinal_denominators: Phrases
    ordinal_shares: Phrases
    told: Phrases
    stops: frozenset[str]
    copulas: Phrases
    labels: Phrases
    identifiers: Phrases
    age: Mapping[str, Phrases]
    person: frozenset[str]
    suffixes: tuple[str, ...]
    endings: tuple[str, ...]
    half_after: Phrases
    score: Phrases
    score_cues: frozenset[str]
    offsets: Phrases
    scales: Phrases
    minor: Phrases
    instants: Phrases
    pound: str
    primes: str
    capital_nouns: bool


@cache
def starters(code: str) -> frozenset[str]:
    """The words at which something can be told without a number: articles, halves, whole expressions, currency signs."""
    known = words(code)
    told = (known.told, known.one, known.definite, known.every, known.half_units, currency_signs())
    return frozenset().union(*(phrases.firsts for phrases in told))


def _listed(data: Mapping[str, Any], key: str) -> Phrases:
    return Phrases({key: data.get(key, ())})


def _told(data: Mapping[str, Any]) -> Phrases:
    """Whole expressions by what they say: `fixed value unit`, `half`, `age years`, or a trap by its name."""
    meanings: dict[str, list[str]] = {key: data.get(key, []) for key in ("half", "not_share", "not_ordinal")}
    for item in data.get("fixed", ()):
        meanings.setdefault(f"fixed {item['value']} {item['unit']}", []).extend(item["said"])
    meanings["percent 100"] = data.get("hundred_percent", [])
    for years, said in data.get("age", {}).get("words", {}).items():
        meanings[f"age {years}"] = said
    return Phrases(meanings)


def _cues(data: Mapping[str, Any]) -> Phrases:
    cues = {f"bound {name}": said for name, said in data.get("bounds", {}).items()}
    return Phrases(cues | {f"approximate {name}": said for name, said in data.get("approximate", {}).items()})


def _after(data: Mapping[str, Any]) -> Phrases:
    bounds = data.get("bounds", {})
    return Phrases({f"{'bound' if name in bounds else 'approximate'} {name}": said for name, said in data.get("after", {}).items()})


@cache
def words(code: str) -> Words:
    """The compiled words of one language."""
    data = grammar(code, "quantities") or {}
    ranges, age, score, one = (data.get(key, {}) for key in ("range", "age", "score", "one"))
    return Words(
        percent=Phrases({"percent": data.get("percent", ()), "point": data.get("point", ())}),
        told=_told(data),
        cues=_cues(data),
        after=_after(data),
        one=_listed(one, "words"),
        one_units=frozenset(one.get("units", ())),
        also=_listed(data, "and"),
        between=_listed(ranges, "between"),
        between_and=_listed(ranges, "and"),
        to=_listed(ranges, "to"),
        start=_listed(ranges, "from"),
        into=_listed(ranges, "into"),
        stops=frozenset(data.get("stops", ())),
        among=_listed(data.get("sums", {}), "among"),
        age={key: _listed(age, key) for key in ("before", "at", "after", "of")},
        person=frozenset(age.get("person", ())),
        suffixes=tuple(age.get("suffixes", ())),
        endings=tuple(age.get("endings", ())),
        score=_listed(score, "between"),
        score_cues=frozenset(score.get("cues", ())),
        **{key: Phrases(data.get(key, {})) for key in _TABLES},
        **{key: _listed(data, key) for key in _LISTS},
        pound=data.get("pound", "money"),
        primes=data.get("primes", "duration"),
        capital_nouns=bool(data.get("nouns_capitalised")),
    )


_TABLES = ("instants", "offsets", "denominators", "ordinal_denominators", "ordinal_shares", "scales", "minor")
_LISTS = (
    *("percent_before", "of", "of_definite", "definite", "ratio", "rate", "parts", "every"),
    *("copulas", "labels", "identifiers", "half_after", "cents", "half_units", "below_zero"),
)


@cache
def unit_symbols() -> Phrases:
    """The unit signs that every language shares: km, m², °C."""
    return Phrases({row["id"]: row["symbols"].split("|") for row in world("units").values() if row["symbols"]}, short_exact=True)


@cache
def currency_signs() -> Phrases:
    """Currency signs alone, which may be glued to an amount: USD5, Rs20."""
    return Phrases({row["id"]: row["symbol"].split("|") for row in world("currencies").values() if row["symbol"]})


@cache
def currency_symbols() -> Phrases:
    """Currency signs and ISO 4217 codes: €, US$, CHF."""
    rows = [row for row in world("currencies").values() if row["id"].isupper()]
    return Phrases({row["id"]: [row["id"], *filter(None, row["symbol"].split("|"))] for row in rows})


def is_word(token: Token) -> bool:
    """True for a token of letters."""
    return token.text[0].isalpha()
