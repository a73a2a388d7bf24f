"""Claims: on which side of an event something happens ("excluded before the final", "three days after the opening")."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cache

from claimdiff.claims.clauses import clause, terms_between
from claimdiff.claims.found import Found
from claimdiff.claims.meant import tells, word
from claimdiff.language import Term, grammar
from claimdiff.model import Claim

TABLE, _TABLES = "anchors", ("concepts", "opposites")
# So many tokens behind the word the event is named, in so many words; shorter ones are particles.
_REACH, _MOST, _SHORTEST = 8, 4, 3
# "Not before the final" is after it; a negation so near in front leaves the side open.
_DENIED_WITHIN = 6
_DENYING = frozenset({"closer", "opener", "subject", "never", "negator"})
# A beginning or an end is of something: that is read as well.
_EDGES = "start_end/"
_SMALL = ("of", "in", "to")


def find(found: Found) -> list[Claim]:
    """An `anchor` for every "before X" and "after X" whose X is named in words, in text order."""
    terms = found.of(TABLE)
    sides = {i for term in terms for i in range(term.first, term.last)}
    names = found.named("person", "place", "organisation") if terms else frozenset[int]()
    return [claim for term in terms if not _denied(found, term) and (claim := _claim(found, term, sides, names))]


@cache
def _words(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """Small words behind which another thing is told, and articles."""
    table = grammar(code, "offices")
    small = {word.casefold() for name in _SMALL for word in table.get(name, ())}
    return frozenset(small), frozenset({*table["articles"], *table["definite"]})


def _denied(found: Found, term: Term) -> bool:
    first, _ = clause(found, term.first)
    near = terms_between(found, "polarity", max(first, term.first - _DENIED_WITHIN), term.first)
    return any(t.id in _DENYING for t in near)


def _claim(found: Found, term: Term, sides: set[int], names: Set[int]) -> Claim | None:
    told = _event(found, term, sides, names)
    if not told:
        return None
    (start, _), (_, end) = found.span(term.first, term.last), found.span(told[-1], told[-1] + 1)
    ahead = found.starting(max(0, term.first - _DENIED_WITHIN), term.first, "duration")
    distance = next((c for c in ahead if c.end <= start <= c.end + 1), None)
    details = {"event": "+".join(_named(found, told))}
    if distance is not None:
        start, details["distance"] = distance.start, f"{distance.value} {distance.unit}"
    edge = next((t.id for t in terms_between(found, "opposites", term.last, told[-1] + 1) if t.id.startswith(_EDGES)), None)
    if edge:
        details["edge"] = edge
    return Claim("anchor", start, end, term.id, details=details, found_by=f"anchors.{term.id}")


def _named(found: Found, told: list[int]) -> Iterator[str]:
    """The words with their meanings, an opening or a victory among them; a semi-final is one word."""
    terms = [t for table in _TABLES for t in terms_between(found, table, told[0], told[-1] + 1)]
    inner = {i for term in terms for i in range(term.first + 1, term.last)}
    for index in (i for i in told if i not in inner):
        begun = [t for t in terms if t.first == index]
        last = max((t.last for t in begun), default=index + 1)
        if last == index + 1:
            yield ":".join((word(found, index), *(t.id for t in begun if t.category != _TABLES[0])))
        else:
            fold = "".join(found.reading.tokens[i].fold for i in range(index, last))
            yield ":".join((fold, *(t.id for t in begun)))


def _event(found: Found, term: Term, sides: set[int], names: Set[int]) -> list[int]:
    """The tokens that name the event: the words up to a mark, a figure, a name or, once one is told, a small word."""
    small, articles = _words(found.language.code)
    tokens = found.reading.tokens
    out: list[int] = []
    _, stop = clause(found, term.last - 1)
    edges = {
        i for t in terms_between(found, "opposites", term.last, stop) if t.id.startswith(_EDGES) for i in range(t.first, t.last)
    }
    for index in range(term.last, min(stop, term.last + _REACH)):
        token = tokens[index]
        if not token.text.isalpha() or index in sides or index in found.taken or len(out) == _MOST:
            break
        if token.key in articles and token.key not in small:
            continue
        if token.key in small:
            if out:
                break
        elif index in names:
            break
        elif tells(found, index) and len(token.fold) >= _SHORTEST and index not in edges:
            out.append(index)
    return out
