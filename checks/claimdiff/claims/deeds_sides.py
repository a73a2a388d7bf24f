"""One party of a deed whose other is not named: "sold to X", "sued by X", "X, owner of the app", "the landlord, X"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from claimdiff.claims.deeds_names import LED, MARKS, STRONG, TABLE, Named, Party, articles, words_of
from claimdiff.language import Term, grammar, world

# The end of a row's id where but articles and marks may stand between the words and the party.
NEXT = "next"
# So many words lie at most between the words and a party that a preposition leads up to.
_REACH = 6
_SMALL = frozenset(",(–—:")

Side = tuple[str, Party]


def side(told: Named, term: Term, frame: list[str], people: Iterable[Party]) -> Side | None:
    """Which party of a deed is the only one that is named beside its words, and which side it takes: "a" or "b"."""
    named = [p for p in people if not (p.first < term.last and term.first < p.last)]
    before = [p for p in named if p.last <= term.first]
    behind = [p for p in named if term.last <= p.first and not told.parted(term.last, p.first, STRONG)]
    if frame[-1] == NEXT:
        party = _beside(told, term, before, behind)
        return (frame[0], party) if party is not None and len(frame) == 2 else None
    behind = [p for p in behind if p.first - term.last <= _REACH and not told.parted(term.last, p.first, MARKS)]
    deed = term.id.partition("/")[0]
    if len(frame) > 2 and {*frame[:2]} != {"a", "b"}:
        return _led(told, term, behind, frame[-2], frame[-1])
    if len(frame) == 2 and world(TABLE)[deed]["to"]:
        return _given(told, term, behind, frame)
    return _around(told, term, before, behind, frame) if len(frame) == 2 else None


def _led(told: Named, term: Term, behind: list[Party], word: str, taken: str) -> Side | None:
    """The party behind the particle that a row asks for."""
    found = next((p for p in behind if told.led(p, term.last, word)), None)
    fits = found is not None and not told.of_another(found, term.last, word) and not told.is_owner(found)
    return (taken, found) if found is not None and fits else None


def _given(told: Named, term: Term, behind: list[Party], frame: list[str]) -> Side | None:
    """Who gets stands behind "to", who gives behind "by"."""
    to = "receiver" if words_of(told.code, "receiver") else "to"
    return _led(told, term, behind, to, frame[1]) or _agent(told, term, behind, frame)


def _agent(told: Named, term: Term, behind: list[Party], frame: list[str]) -> Side | None:
    start = max(told.sentence.first, term.first - LED)
    passive = told.can_be_passive(term) and told.is_passive(start, term)
    return _led(told, term, behind[:1], "by", frame[0]) if passive else None


def _around(told: Named, term: Term, before: list[Party], behind: list[Party], frame: list[str]) -> Side | None:
    """Who does it behind "by"; who stands right before words that end in a preposition ("X, owner of the app")."""
    agent = _agent(told, term, behind, frame)
    if (
        agent is not None
        or behind
        or term.last - term.first < 2
        or told.tokens[term.last - 1].key not in words_of(told.code, "aside")
    ):
        return agent
    party = before[-1] if before else None
    return (frame[0], party) if party is not None and _joins(told, party.last, term.first) and not told.aside(party) else None


def _beside(told: Named, term: Term, before: list[Party], behind: list[Party]) -> Party | None:
    """The party right behind the words ("the landlord, X"), or right before them ("X was the winner")."""
    if behind and _apposed(told, term.last, behind[0].first):
        return behind[0]
    stands = bool(before) and _joins(told, before[-1].last, term.first) and not told.aside(before[-1])
    return before[-1] if stands else None


def _apposed(told: Named, first: int, last: int) -> bool:
    """True where nothing but a comma or a bracket stands between."""
    return all(told.tokens[i].text in _SMALL for i in range(first, last))


def _joins(told: Named, first: int, last: int) -> bool:
    """True where but articles, marks and a form of "be" stand between a name and what it is, and something does."""
    between = told.tokens[first:last]
    small = articles(told.code) | _being(told.code)
    return bool(between) and all(t.text in _SMALL or t.key in small for t in between)


@cache
def _being(code: str) -> frozenset[str]:
    """The forms of "be" and "become"."""
    return frozenset(grammar(code, "doings").get("be", ()))
