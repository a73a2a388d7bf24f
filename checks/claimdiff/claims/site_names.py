"""Proper names of buildings, works, waters and towns: runs of capitals, and what their words are."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache, cached_property

from claimdiff.claims.found import Found
from claimdiff.claims.vocabulary import meanings
from claimdiff.files import shipped
from claimdiff.language import grammar, load_yaml, world
from claimdiff.model import Claim
from claimdiff.text import folded

_LONGEST = 6
# No heading is longer to either side; a shorter word may be a number in Roman letters, an initial, an acronym's part.
_HEADING, _SHORTEST = 40, 3
_DATED = frozenset({"date", "time", "money"})


@dataclass(frozen=True)
class Names:
    """The names of one version: which tokens are small words, places, people."""

    found: Found
    # The words that `towns` has looked for elsewhere in the text.
    strangers: dict[str, bool] = field(default_factory=dict)

    def small(self, index: int) -> bool:
        """True for "of", "in" and articles."""
        return self.found.reading.tokens[index].key in small_words(self.found.language.code)

    def link(self, index: int) -> bool:
        """True for "of" and articles, which go on with a name."""
        return self.found.reading.tokens[index].key in links(self.found.language.code)

    def capital(self, index: int) -> bool:
        """True for a word with a capital."""
        tokens = self.found.reading.tokens
        return 0 <= index < len(tokens) and tokens[index].text[0].isupper() and tokens[index].text.isalpha()

    def run(self, first: int) -> int:
        """The end of the name that begins at a token: capitals, with small words between two of them; `first` for none."""
        reading, at, last = self.found.reading, first, first
        while at < min(len(reading.tokens), first + _LONGEST) and (at == first or reading.joins(at)):
            if self.capital(at):
                last = at + 1
            elif at == first or not (self.link(at) or reading.gap(at) == "-"):
                break
            at += 1
        return last

    def words(self, first: int, last: int) -> tuple[str, ...]:
        """The words of a name that tell it apart, folded: no small words, no saints, nothing short."""
        tokens = self.found.reading.tokens[first:last]
        return tuple(
            t.fold for i, t in enumerate(tokens, first) if self.capital(i) and len(t.fold) >= _SHORTEST and not saint(t.fold)
        )

    def places(self, first: int, last: int) -> list[Claim]:
        """The known places within tokens first:last."""
        start, end = self.found.span(first, last)
        places = self._claims["place"]
        at = bisect_left(places, start, key=lambda c: c.start)
        return [c for c in places[at : at + last - first] if c.start < end and c.end <= end]

    def of_people(self, first: int, last: int) -> bool:
        """True when a person is named there."""
        return self._covered("person", first, last)

    def taken(self, first: int, last: int) -> bool:
        """True when an organisation is named there, or a day or a sum; of Ponte da Barca the last word alone names none."""
        return self._covered("organisation", first, first + 1) or any(self.found.taken.get(i) in _DATED for i in range(first, last))

    def plain(self, word: str) -> bool:
        """True for a word of the language that means something, whatever is called so."""
        return bool(meanings(self.found.language.code, word)) or word in self._said

    def shouting(self, index: int) -> bool:
        """True in a heading where most words have a capital: there a capital shows no name."""
        reading = self.found.reading
        sentence = reading.sentence_of(index)
        near = reading.tokens[max(sentence.first, index - _HEADING) : min(sentence.last, index + _HEADING)]
        longer = [t.text for t in near if len(t.text) > _SHORTEST and t.text.isalpha()]
        return len(longer) > _SHORTEST and sum(w[0].isupper() for w in longer) * 8 > len(longer) * 7

    @cached_property
    def people(self) -> frozenset[str]:
        """The words of the names of everybody in the version, folded."""
        return frozenset(part for c in self._claims["person"] for part in (c.details.get("full") or c.value).split())

    def _covered(self, kind: str, first: int, last: int) -> bool:
        start, end = self.found.span(first, last)
        claims = self._claims[kind]
        at = bisect_left(claims, end, key=lambda c: c.start) - 1
        return at >= 0 and claims[at].end > start

    @cached_property
    def _claims(self) -> dict[str, list[Claim]]:
        kinds = ("place", "person", "organisation")
        return {kind: sorted((c for c in self.found.kind(kind) if not _built(c)), key=lambda c: c.start) for kind in kinds}

    @cached_property
    def _said(self) -> frozenset[str]:
        """The words of the lexicon that stand in this text, where each is one token."""
        tokens = self.found.reading.tokens
        tables = ("concepts", "roles", "organisation_kinds", "portfolios", "opposites", "facilities")
        return frozenset(tokens[t.first].fold for name in tables for t in self.found.of(name) if t.last - t.first == 1)


def _built(claim: Claim) -> bool:
    """True for an organisation that is called after the building it is in: a hospital, a university."""
    return claim.kind == "organisation" and claim.value.partition(":")[0] in world("facilities")


@cache
def small_words(code: str) -> frozenset[str]:
    """Words for "of", "in" and "the", casefolded."""
    return links(code) | frozenset(grammar(code, "offices")["in"])


@cache
def links(code: str) -> frozenset[str]:
    """Words for "of" and "the", casefolded."""
    table = grammar(code, "offices")
    return frozenset(word for name in ("of", "articles") for word in table[name])


def saint(word: str) -> bool:
    """True for Saint, San and Sankt."""
    return word in _saints()


@cache
def _saints() -> frozenset[str]:
    return frozenset(folded(w.casefold()) for w in load_yaml(shipped("rules") / "world" / "places.yaml")["saints"])
