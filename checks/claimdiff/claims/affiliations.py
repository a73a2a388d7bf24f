"""Claims: a person and the body that the text sets right beside the name ("X of Ghent University", "Ghent University's X")."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from claimdiff.claims.found import Found
from claimdiff.language import grammar, world
from claimdiff.model import Claim

# Three small words ("of the", ", von der") are as many as lead from a name to its body.
_FARTHEST, _MOST_WORDS = 16, 3
_MARK = re.compile(r" ?[,(]? ?")
# What ends a bracket that a body stands in right behind a name.
_CLOSING = (")", ",", ";")
_WORD = re.compile(r"[^\W\d_]+")


def find(found: Found) -> list[Claim]:
    """An `affiliation` for every person beside an organisation; value the organisation's, details the person's full name."""
    people = sorted(found.kind("person"), key=lambda c: c.start)
    starts = [person.start for person in people]
    out = []
    for body in [*found.kind("organisation"), *_staffed(found)]:
        at = bisect_left(starts, body.start)
        pairs = [(people[at - 1], body)] if at else []
        pairs += [(body, people[at])] if at < len(people) else []
        out += [_claim(one, other) for one, other in pairs if _beside(found, one, other)]
    return out


def _staffed(found: Found) -> list[Claim]:
    """The named buildings that people are of and no organisation was read in: universities, museums, hospitals."""
    told = {claim.start for claim in found.kind("organisation")}
    kinds = world("organisation_kinds")
    return [c for c in found.kind("facility") if c.details["kind"] in kinds and c.start not in told]


@cache
def _words(code: str) -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """Words for "of", articles, and the endings that say whose."""
    table = grammar(code, "offices")
    return frozenset(table.get("of", ())), frozenset(table.get("articles", ())), tuple(table.get("possessive", ()))


def _beside(found: Found, one: Claim, other: Claim) -> bool:
    """True when nothing but a bracket, "of" and an article, or a possessive ending stands between the two."""
    text = found.reading.text
    if not 0 < other.start - one.end <= _FARTHEST:
        return False
    of, articles, possessive = _words(found.language.code)
    gap = text[one.end : other.start]
    if one.kind != "person":
        return any(gap == f"'{ending} " for ending in possessive)
    if gap == " (":
        return text[other.end : other.end + 1] in _CLOSING
    words = [word.casefold() for word in _WORD.findall(gap)]
    mark = _MARK.match(gap)
    small = _WORD.sub("", gap[mark.end() if mark else 0 :]).strip(" '")
    return not small and 0 < len(words) <= _MOST_WORDS and words[0] in of and all(w in of | articles for w in words)


def _claim(one: Claim, other: Claim) -> Claim:
    person, body = (one, other) if one.kind == "person" else (other, one)
    details = {"person": person.details.get("full") or person.value}
    return Claim("affiliation", one.start, other.end, body.value, details=details, found_by="affiliations.beside")
