"""Claims: which of two names comes first, in time or in rank ("ahead of France", "then to Nice", "4. X … 5. Y")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from operator import attrgetter

from claimdiff.claims.found import Found
from claimdiff.claims.order_ranks import ranks, rows
from claimdiff.claims.order_steps import OPENER, STEPS, Step, capitals, key_of, steps
from claimdiff.claims.pieces import Words, words
from claimdiff.language import Term, grammar
from claimdiff.model import Claim

_START = attrgetter("start")
# Words of order that stand between two names.
_SIDES = ("backward", "forward")
NAMED = ("place", "person", "organisation")
# How far from the word of order the two names may stand, in code points.
REACH = 60
# Marks behind which "then" begins a step of its own.
_PARTING = frozenset(",;:–—(")
# A numbered line is told by its number, a mark and the name right behind.
_BEHIND_NUMBER = (" ", ".", ")", "-", "°", "º", "ª", "|", ":")


def find(found: Found) -> list[Claim]:
    """An `order` claim for every word of order between two names, every two steps of a sequence or neighbours of a list."""
    names = sorted(found.kind(*NAMED), key=lambda c: (c.start, -c.end))
    worded = _worded(found, names)
    stepped = (_claim(one, other, "order.steps") for one, other in steps(found, names).pairs())
    ranked = (_claim(one, other, "order.ranks") for one, other in (*ranks(found, names), *rows(found, names)))
    told = [claim for claim in (*worded, *stepped, *ranked, *_numbered(found, names)) if claim is not None]
    return list({(claim.start, claim.end, claim.value): claim for claim in told}.values())


def _worded(found: Found, names: list[Claim]) -> Iterator[Claim | None]:
    """The orders that words of order tell: of names told by claims, else of any two that stand there with capitals."""
    starts = [name.start for name in names]
    for term in found.of("sequence"):
        told = _around(found, term, names, starts)
        if told is None and term.id in _SIDES:
            near = sorted(_unknown(found, term, names), key=lambda c: (c.start, -c.end))
            told = _around(found, term, near, [name.start for name in near])
        yield told


def _unknown(found: Found, term: Term, names: list[Claim]) -> Iterator[Claim]:
    """The people and places of the sentence, and the names that no lexicon has; a school or a quay is known by its name alone."""
    sentence = found.reading.sentence_of(term.first)
    near = names[bisect_left(names, sentence.start, key=_START) : bisect_left(names, sentence.end, key=_START)]
    held = [name for name in near if name.kind != "organisation"]
    yield from held
    for run in capitals(found, sentence, map(_step, held)):
        yield Claim(run.sort, run.start, run.end, run.key)


def _around(found: Found, term: Term, names: list[Claim], starts: list[int]) -> Claim | None:
    start, end = found.span(term.first, term.last)
    at = bisect_left(starts, start)
    before = [n for n in names[max(0, at - 4) : at] if n.end <= start and start - n.end <= REACH]
    behind = next((n for n in names[at : at + 3] if n.start >= end), None)
    if not before or behind is None or behind.start - end > REACH or not _orders(found, term, behind):
        return None
    if found.reading.sentence_at(before[-1].start) != found.reading.sentence_at(behind.start):
        return None
    pair = (behind, before[-1]) if term.id == "backward" else (before[-1], behind)
    return _claim(_step(pair[0]), _step(pair[1]), "order.word")


def _orders(found: Found, term: Term, behind: Claim) -> bool:
    """True where the word orders what stands around it: "X, then in Y", but not "X then beat Y" nor "X finally beat Y"."""
    if term.id not in STEPS:
        return term.id != OPENER
    leads, tokens, at = _leads(found.language.code), found.reading.tokens, term.last
    while tokens[at].start < behind.start and (tokens[at].text == "," or tokens[at].key in leads):
        at += 1
    parted = _parted(found, term, words(found.language.code))
    direct = tokens[at].start >= behind.start
    return (parted and direct) if term.id == "last" else (parted or direct)


@cache
def _leads(code: str) -> frozenset[str]:
    """The small words that stand before a name: articles and prepositions."""
    return frozenset({*grammar(code, "offices")["articles"], *grammar(code, "places")["prepositions"]})


def _parted(found: Found, term: Term, small: Words) -> bool:
    """True behind a comma or "and", or where the words hold the "and" themselves."""
    tokens = found.reading.tokens
    before = tokens[term.first - 1] if term.first else None
    led = before is not None and (before.text in _PARTING or small.has("and", before.key))
    return led or small.has("and", tokens[term.first].key)


def _numbered(found: Found, names: list[Claim]) -> Iterator[Claim | None]:
    """Neighbours n and n+1 of a list whose items are a number and a name."""
    ranked = [(rank, name) for name in names for rank in [_rank(found, name)] if rank is not None]
    for (rank, name), (following, other) in pairwise(ranked):
        if following == rank + 1:
            yield _claim(_step(name), _step(other), "order.list")


def _rank(found: Found, name: Claim) -> int | None:
    ahead = found.reading.text[max(0, name.start - 6) : name.start]
    digits = ahead.rstrip("".join(_BEHIND_NUMBER))
    if digits == ahead or not digits[-1:].isdigit():
        return None
    number = digits[len(digits.rstrip("0123456789")) :]
    return int(number) if len(number) <= 2 else None


def _step(name: Claim) -> Step:
    return Step(name.start, name.end, key_of(name), name.kind)


def _claim(first: Step, second: Step, rule: str) -> Claim | None:
    if first.key == second.key or first.sort != second.sort:
        return None
    start, end = min(first.start, second.start), max(first.end, second.end)
    details = {"first": first.key, "second": second.key, "of": first.sort}
    return Claim("order", start, end, f"{first.key} < {second.key}", details=details, found_by=rule)
