"""The names of a sentence as deeds know them, and what stands about a name: a particle, an owner, an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from claimdiff.claims.found import Found
from claimdiff.claims.order_steps import NAME, Step, capitals, definite, key_of
from claimdiff.language import Term, grammar
from claimdiff.text import Sentence, folded

TABLE = "deeds"
# The kinds of claims that tell a party; a run of capitals may be one as well.
PARTIES = ("person", "organisation", "place")
# So many words lie at most between a particle and the name that it belongs to.
LED = 5
# Marks that part what is told of two.
STRONG = frozenset(';:!?()«»“”„"')
MARKS = STRONG | frozenset(",–—")
_MONEY = frozenset("$£€")


class Party(NamedTuple):
    """A name as tokens first:last, as the order of a sentence knows it."""

    first: int
    last: int
    step: Step


@cache
def words_of(code: str, key: str) -> frozenset[str]:
    """One list of doings.yaml; empty where the language has none."""
    return frozenset(grammar(code, "doings").get(key, ()))


@cache
def articles(code: str) -> frozenset[str]:
    """The articles of a language, the indefinite ones too."""
    return definite(code) | words_of(code, "one")


@cache
def openers(code: str) -> frozenset[str]:
    """Words that open a sentence, with a capital that says nothing."""
    return articles(code) | frozenset(grammar(code, "people")["starters"].split())


@cache
def ands(code: str) -> frozenset[str]:
    """The words for "and"."""
    return frozenset(grammar(code, "offices")["and"])


class Named:
    """A sentence with the names in it."""

    def __init__(self, found: Found, sentence: Sentence, terms: Sequence[Term]) -> None:
        """The names that claims tell, and those that no lexicon has, parted by the terms of the sentence."""
        self.found, self.sentence, self.terms = found, sentence, terms
        self.tokens, self.code = found.reading.tokens, found.language.code
        claims = found.starting(sentence.first, sentence.last, *PARTIES)
        steps = [Step(c.start, c.end, key_of(c), c.kind) for c in claims if c.end <= sentence.end]
        at = found.reading.token_at
        named = sorted({*steps, *capitals(found, sentence, steps, opening=True)})
        verbs = {i for t in terms for i in range(t.first, t.last)}
        parties = [p for s in named for p in self._split(Party(at(s.start), at(s.end), s), verbs)]
        self.parties = [p for p in parties if p.step.sort != NAME or self._is_name(p)]
        self._known = {i for p in parties if p.step.sort != NAME for i in range(p.first, p.last)}

    def _split(self, party: Party, verbs: set[int]) -> Iterator[Party]:
        """The names of a run of capitals that a verb or a word for "by" parts: "Ferrand by Norrvik", "Norrvik bat Ferrand"."""
        if party.step.sort != NAME:
            yield party
            return
        first = party.first
        for at in range(party.first, party.last + 1):
            here = range(at, min(at + 1, party.last))
            small = self.has(here, "by", "over", "on", "parts") and self.tokens[at].text.islower()
            if small or at == party.last or at in verbs or not self.found.free(at, at + 1):
                if first < at:
                    one, last = self.tokens[first], self.tokens[at - 1]
                    yield Party(first, at, Step(one.start, last.end, folded(last.key), NAME))
                first = at + 1

    def _is_name(self, party: Party) -> bool:
        """False for dates, and for the word that opens a sentence."""
        alone = party.last - party.first < 2 and self.tokens[party.first].key in openers(self.code)
        return not alone and self.found.free(party.first, party.last)

    def parted(self, first: int, last: int, marks: frozenset[str]) -> bool:
        """True when one of these marks stands in tokens first:last."""
        return bool(self.found.within(marks, first, last))

    def has(self, tokens: range, *keys: str) -> bool:
        """True when one of these tokens is in one of these lists of doings.yaml."""
        for key in keys if tokens else ():
            words = words_of(self.code, key)
            for index in tokens:
                if self.tokens[index].key in words:
                    return True
        return False

    def led(self, party: Party, start: int, key: str) -> bool:
        """True where a word of this sort leads up to a name from behind `start`; no "by" that another "to" parts from it.

        "Venció por sorpresa a Y": it is Y who is beaten.
        """
        words = words_of(self.code, key)
        parting = words_of(self.code, "to") - words - articles(self.code) if key == "by" else frozenset[str]()
        for index in range(party.first - 1, max(start, party.first - LED) - 1, -1):
            if self.tokens[index].text[:1].isdigit() or self.tokens[index].key in parting:
                return False
            if self.tokens[index].key in words:
                return True
        return False

    def lead(self, party: Party) -> int:
        """The word before a name, an article (in German with a noun) between them left out."""
        at = party.first - 1
        while words_of(self.code, "object") and at > self.sentence.first and self._is_noun(at):
            at -= 1
        return at - (at > self.sentence.first and self.tokens[at].key in articles(self.code))

    def aside(self, party: Party, start: int = 0) -> bool:
        """True behind a preposition: "with X", "the coach of X"."""
        at = self.lead(party)
        return at >= max(start, self.sentence.first) and self.tokens[at].key in words_of(self.code, "aside")

    def of_another(self, party: Party, start: int, key: str) -> bool:
        """True behind another preposition than the one that leads up to it: "by the father of X", "sold to the son of X"."""
        at = self.lead(party)
        return self.aside(party, start) and not self.has(range(at, at + 1), key)

    def is_owner(self, party: Party) -> bool:
        """True before a word that makes an owner of it: the "'s" of "X's coach"."""
        return self.has(range(party.last, min(party.last + 1, self.sentence.last)), "owner")

    def owns(self, party: Party, term: Term) -> bool:
        """True for "X's coach beat …", but not for "X's 2-1 win over …"."""
        if not self.is_owner(party) or party.last == term.first:
            return False
        between = [t.text for t in self.tokens[party.last + 1 : term.first] if t.text.isalnum()]
        return term.last - term.first < 2 or not all(text[:1].isdigit() for text in between)

    def repeated(self, party: Party, term: Term) -> bool:
        """True behind the preposition with which a term ends."""
        return self.tokens[self.lead(party)].key == self.tokens[term.last - 1].key

    def _is_noun(self, at: int) -> bool:
        """True for a word with a capital that is in no name and no date."""
        return self.tokens[at].text[:1].isupper() and at not in self._known and self.found.free(at, at + 1)

    def is_object(self, party: Party) -> bool:
        """True behind an article that only an object has: "den Titelverteidiger X"."""
        at = party.first - 1
        while at > self.sentence.first and party.first - at < LED and self.tokens[at].text[:1].isupper():
            at -= 1
        return at >= self.sentence.first and self.tokens[at].key in words_of(self.code, "object")

    def is_passive(self, start: int, term: Term) -> bool:
        """True where nothing but a word for "by" tells the passive, or a verb of it stands beside."""
        return not words_of(self.code, "passive") or self.has(range(start, min(term.last + 2, self.sentence.last)), "passive")

    def can_be_passive(self, term: Term) -> bool:
        """False for "derrotou por larga margem a Y", where only a participle makes a passive."""
        endings = tuple(words_of(self.code, "participle"))
        return not endings or any(self.tokens[i].key.endswith(endings) for i in range(term.first, term.last))

    def is_thing(self, at: int, bare: frozenset[str]) -> bool:
        """True where an article or a figure begins what is given."""
        token = self.tokens[at] if at < self.sentence.last else None
        return bool(bare) and token is not None and (token.key in bare or token.text[:1].isdigit() or token.text[:1] in _MONEY)

    def to_oneself(self, term: Term) -> bool:
        """True behind "oneself": done so it is another deed ("se despidió X")."""
        at = term.first - 1
        at -= at > self.sentence.first and self.has(range(at, at + 1), "have")
        before = at >= self.sentence.first and self.has(range(at, at + 1), "self")
        behind = range(term.last, min(term.last + 1, self.sentence.last))
        return before or any(self.found.reading.gap(i) == "-" and self.has(behind, "self") for i in behind)
