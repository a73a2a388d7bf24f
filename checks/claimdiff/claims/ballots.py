"""Claims: how a vote went that is told by its count: "by five votes to two" is a majority, as "unanimously" is none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from claimdiff.claims.found import Found
from claimdiff.claims.vocabulary import meanings
from claimdiff.language import grammar
from claimdiff.model import Claim

VOTE, MAJORITY, COUNTED = "vote", "majority", "ballots.counts"
# Words between the two counts of a vote, at most ("30 votes in favour and 12 against"), and before the score of one.
_BETWEEN, _BEFORE = 5, 4
_VOTES = "vote_v"


@dataclass(frozen=True, slots=True)
class _Words:
    """Phrases by what they do between the two counts; `and_` may join them."""

    to: tuple[str, ...]
    pro: tuple[str, ...]
    con: tuple[str, ...]
    both: frozenset[str]


@cache
def _words(code: str) -> _Words:
    told = grammar(code, "quantifiers")["ballots"]
    to, pro, con = (tuple(told[key]) for key in ("to", "for", "against"))
    return _Words(to, pro, con, frozenset(grammar(code, "offices").get("and", ())))


def find(found: Found) -> list[Claim]:
    """A quantifier "majority" for every vote with counts on both sides, over both counts."""
    counts = sorted(found.kind("quantity", "number"), key=lambda claim: claim.start)
    ends = [(one, other) for one, other in pairwise(counts) if VOTE in (one.about, other.about)]
    spans = [(one.start, other.end) for one, other in ends if _divided(found, one, other)]
    spans += [(claim.start, claim.end) for claim in found.kind("score") if _voted(found, claim)]
    return [Claim("quantifier", start, end, MAJORITY, about=VOTE, found_by=COUNTED) for start, end in spans]


def _divided(found: Found, one: Claim, other: Claim) -> bool:
    """True for two counts of one vote: "five votes to two", "14 gegen 7 Stimmen", "30 votes in favour and 12 against"."""
    tokens, words = found.reading.tokens, _words(found.language.code)
    first, last = found.reading.token_at(one.end), found.reading.token_at(other.start)
    if not first < last <= first + _BETWEEN or not (_some(one) and _some(other)):
        return False
    between = " ".join(token.key for token in tokens[first:last])
    if between in words.to:
        return True
    linked = between in words.both or any(between.removesuffix(f" {joint}") in words.pro for joint in ("", ",", *words.both))
    behind = " ".join(token.key for token in tokens[found.reading.token_at(other.end) : last + _BETWEEN])
    return linked and any(f" {phrase} " in f" {behind} " for phrase in words.con)


def _some(claim: Claim) -> bool:
    return claim.value.isdecimal() and claim.value != "0"


def _voted(found: Found, claim: Claim) -> bool:
    """True for the score of a vote: "the council voted 14-7"."""
    first = found.reading.token_at(claim.start)
    before = found.reading.tokens[max(0, first - _BEFORE) : first]
    divided = all(part.isdecimal() and part != "0" for part in claim.value.split("/"))
    return divided and any(_VOTES in meanings(found.language.code, token.key) for token in before)
