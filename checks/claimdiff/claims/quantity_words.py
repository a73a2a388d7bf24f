"""The words around a number in one language, and the signs that are the same in all: phrases looked up from either end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from claimdiff.language import grammar, world
from claimdiff.text import Reading, Token, plain, tokenise


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    exact: bool
    meaning: str


class _Sharing(NamedTuple):
    """The phrases that share their first word (or their last): it alone, and the longer ones by the word next to it."""

    alone: list[_Phrase]
    longer: dict[str, list[_Phrase]]


class Phrases:
    """Phrases with a meaning each; the longest that fits wins. Typed small matches any case, else exactly as typed."""

    def __init__(self, meanings: Mapping[str, Iterable[str]], short_exact: bool = False) -> None:
        self._by_first: dict[str, _Sharing] = {}
        self._by_last: dict[str, _Sharing] = {}
        phrases = [phrase for meaning, said in meanings.items() for form in said if (phrase := _phrase(form, meaning, short_exact))]
        for phrase in sorted(phrases, key=lambda p: -len(p.words)):
            _share(self._by_first, phrase, phrase.words)
            _share(self._by_last, phrase, phrase.words[::-1])
        self.firsts = frozenset(self._by_first)
        """The words that phrases start with, in small letters."""
        self.longest = max((len(phrase.words) for phrase in phrases), default=0)
        """The number of words in the longest phrase."""

    def at(self, reading: Reading, first: int) -> tuple[int, str] | None:
        """The end of the longest phrase that starts at this token, and its meaning."""
        tokens = reading.tokens
        if first < 0 or first >= len(tokens):
            return None
        sharing = self._by_first.get(tokens[first].key)
        if sharing is None:
            return None
        if sharing.longer and first + 1 < len(tokens):
            for phrase in sharing.longer.get(tokens[first + 1].key, ()):
                if _fits(reading, first, phrase):
                    return first + len(phrase.words), phrase.meaning
        for phrase in sharing.alone:
            if not phrase.exact or tokens[first].text == phrase.words[0]:
                return first + 1, phrase.meaning
        return None

    def places(self, reading: Reading) -> Iterator[int]:
        """The tokens at which a phrase may start, as far as its first two words tell."""
        tokens, held = reading.tokens, reading.by_key
        for first in held.keys() & self.firsts:
            alone, longer = self._by_first[first]
            if alone:
                yield from held[first]
            elif not longer.keys().isdisjoint(held):
                yield from [at for at in held[first] if at + 1 < len(tokens) and tokens[at + 1].key in longer]

    def after(self, reading: Reading, last: int) -> tuple[int, str] | None:
        """As `at`, for a phrase that goes on from what ends before token `last`."""
        hit = self.at(reading, last)
        return hit if hit and reading.joins(last) else None

    def before(self, reading: Reading, last: int) -> tuple[int, str] | None:
        """The start of the longest phrase that ends right before token `last` and joins it, and its meaning."""
        tokens = reading.tokens
        sharing = self._by_last.get(tokens[last - 1].key) if last > 0 else None
        if sharing is None or not reading.joins(last):
            return None
        if sharing.longer and last > 1:
            for phrase in sharing.longer.get(tokens[last - 2].key, ()):
                first = last - len(phrase.words)
                if first >= 0 and _fits(reading, first, phrase):
                    return first, phrase.meaning
        for phrase in sharing.alone:
            if not phrase.exact or tokens[last - 1].text == phrase.words[0]:
                return last - 1, phrase.meaning
        return None

    def spanning(self, reading: Reading, first: int, last: int) -> str | None:
        """The meaning of the phrase that fills tokens first:last exactly and joins both its neighbours."""
        tokens = reading.tokens
        sharing = self._by_first.get(tokens[first].key) if 0 < first < last < len(tokens) else None
        if sharing is None or not (reading.joins(first) and reading.joins(last)):
            return None
        for phrase in sharing.alone if last - first == 1 else sharing.longer.get(tokens[first + 1].key, ()):
            if len(phrase.words) == last - first and _fits(reading, first, phrase):
                return phrase.meaning
        return None


def _phrase(form: str, meaning: str, short_exact: bool) -> _Phrase | None:
    # A single letter says another thing in capitals: 5 m is a length, 5 M are millions.
    exact = form != form.lower() or (short_exact and len(form) == 1)
    words = tuple(t.text if exact else t.key for t in tokenise(plain(form).text))
    return _Phrase(words, exact, meaning) if words else None


def _share(table: dict[str, _Sharing], phrase: _Phrase, words: tuple[str, ...]) -> None:
    sharing = table.setdefault(words[0].casefold(), _Sharing([], {}))
    same = sharing.alone if len(words) == 1 else sharing.longer.setdefault(words[1].casefold(), [])
    same.append(phrase)


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
    changed_by: Phrases
    ordinal_shares: Phrases
    told: Phrases
    stops: frozenset[str]
    plural: tuple[str, ...]
    plurals: frozenset[str]
    copulas: Phrases
    further: Phrases
    labels: Phrases
    ranked: Phrases
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
        plural=tuple(data.get("plural", ())),
        plurals=frozenset(data.get("plurals", ())),
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
    *("percent_before", "of", "of_definite", "definite", "ratio", "rate", "parts", "every", "changed_by"),
    *("copulas", "further", "labels", "ranked", "identifiers", "half_after", "cents", "half_units", "below_zero"),
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
