"""Negations that only correct: "not in May but in June", "in June, not in May"; whose sentence says yes to the other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claimdiff.claims.clauses import sentence, terms_between
from claimdiff.claims.found import Found
from claimdiff.language import grammar

# A correction that comes later corrects something else.
_WITHIN = 14
_MARKS = frozenset(",;–—(")


@dataclass(frozen=True, slots=True)
class Grammar:
    """Articles, prepositions and words for "and": polarity.yaml."""

    articles: frozenset[str]
    prepositions: frozenset[str]
    adding: frozenset[str]


@cache
def _correcting(code: str) -> Grammar:
    data = grammar(code, "polarity")
    return Grammar(*(frozenset(data.get(key, ())) for key in ("articles", "prepositions", "adding")))


def corrected(found: Found, negation: tuple[int, int], back: int) -> range | None:
    """The tokens that a negation denies where it only corrects them, or None where it denies its sentence.

    back: how many words before it a negation reaches where nothing stands behind it ("stiegen nicht, sondern sanken").
    """
    first, last = negation
    start, stop = sentence(found, first)
    for term in terms_between(found, "polarity", last, min(stop, last + _WITHIN)):
        sure = term.id == "correction"
        if sure or (term.id == "but" and _takes_up(found, last, term.first, term.last)):
            piece = range(last, term.first)
            return piece if _holds_words(found, piece) or not back else range(max(start, first - back), term.first)
        if term.id in ("negator", "opener", "but"):
            break
    return _added(found, first, last, stop)


def _takes_up(found: Found, last: int, before: int, behind: int) -> bool:
    """True when what follows "but" stands for what was denied: in May but in June, the mayor but the clerk, four but five."""
    rules, tokens = _correcting(found.language.code), found.reading.tokens
    if behind >= len(tokens) or last >= before:
        return False
    denied, told = tokens[last], tokens[behind]
    heads = rules.articles | rules.prepositions
    if told.key in heads:
        return denied.key in heads or any(token.key == told.key for token in tokens[last:before])
    return (denied.text.isdigit() and told.text.isdigit()) or _opposed(found, last, before, behind)


def _opposed(found: Found, last: int, before: int, behind: int) -> bool:
    """True for "not risen but fallen": the two sides of one pair."""
    pairs = {t.id.partition("/")[0] for t in terms_between(found, "opposites", last, before)}
    return any(t.id.partition("/")[0] in pairs for t in terms_between(found, "opposites", behind, behind + 2))


def _added(found: Found, first: int, last: int, stop: int) -> range | None:
    """What follows in "in June, not in May", "in June and not in May"; None for any other negation."""
    rules, tokens = _correcting(found.language.code), found.reading.tokens
    start, _ = sentence(found, first)
    if first - 1 <= start or last >= stop or tokens[last].key not in rules.prepositions:
        return None
    ahead = tokens[first - 1]
    return range(last, min(stop, last + _WITHIN)) if ahead.text in _MARKS or ahead.key in rules.adding else None


def _holds_words(found: Found, piece: range) -> bool:
    return any(found.reading.tokens[index].text.isalnum() for index in piece)
