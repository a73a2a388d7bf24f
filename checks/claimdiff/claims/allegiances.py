"""Claims: a person and the party that the text sets beside the name, by what the words of the party's name mean."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimdiff.claims.found import Found
from claimdiff.claims.site_names import Names
from claimdiff.claims.vocabulary import meanings
from claimdiff.language import Term, world
from claimdiff.model import Claim

# "X, elected for the Y": so many words may lead from the comma to the party's name; the name is no longer than this.
_LEADING, _LONGEST = 6, 7
_BRACKET = re.compile(r" ?\( ?")
_CLOSED = re.compile(r" ?[,.;:)!?]|$|\n")


class Body(NamedTuple):
    """Tokens first:last that are the name of a party."""

    first: int
    last: int


def find(found: Found) -> list[Claim]:
    """An `allegiance` for everybody with a party beside the name; value is what the party's name means."""
    names = Names(found)
    terms = {t.first: t for t in found.of("parties")}
    if not terms:
        return []
    out = []
    for person in found.kind("person"):
        behind = found.reading.token_at(person.end)
        body = _bracketed(names, terms, person, behind) or _apposed(names, terms, behind)
        if body is not None and (claim := _claim(found, terms, person, body)) is not None:
            out.append(claim)
    return out


def _bracketed(names: Names, terms: dict[int, Term], person: Claim, behind: int) -> Body | None:
    """ "X (Y)": nothing but the name in the brackets, or the name before a comma."""
    reading, first = names.found.reading, behind + 1
    if first >= len(reading.tokens) or not _BRACKET.fullmatch(reading.text, person.end, reading.tokens[first].start):
        return None
    body = _body(names, terms, first)
    return body if body is not None and _closed(names, body) else None


def _apposed(names: Names, terms: dict[int, Term], behind: int) -> Body | None:
    """ "X, élue de l'Y", "X of the Y": small letters up to an "of", then the name."""
    reading, at = names.found.reading, behind
    comma = at < len(reading.tokens) and reading.tokens[at].text == ","
    at += comma
    stop = min(len(reading.tokens) - 1, at + (_LEADING if comma else 2))
    while at < stop and not names.capital(at) and reading.tokens[at].text.isalpha():
        at += 1
    if at > stop or not names.capital(at) or (at > behind + comma and not names.link(at - 1)) or (at == behind and not comma):
        return None
    if not comma and any(not names.link(i) for i in range(behind, at)):
        return None
    body = _body(names, terms, at)
    return body if body is not None and (_closed(names, body) or not comma) else None


def _body(names: Names, terms: dict[int, Term], first: int) -> Body | None:
    """The name that begins here: words with capitals, or such as parties are called by, "of" between them."""
    reading, last, at = names.found.reading, first, first
    while at < min(len(reading.tokens), first + _LONGEST) and (at == first or reading.joins(at)):
        if at in terms:
            last = at = terms[at].last
        elif names.capital(at):
            last = at = at + 1
        elif at > first and names.link(at):
            at += 1
        else:
            break
    return Body(first, last) if last > first and names.capital(first) else None


def _closed(names: Names, body: Body) -> bool:
    reading = names.found.reading
    return _CLOSED.match(reading.text, reading.tokens[body.last - 1].end) is not None


def _claim(found: Found, terms: dict[int, Term], person: Claim, body: Body) -> Claim | None:
    inside = [terms[i] for i in range(body.first, body.last) if i in terms]
    told = {t.id for t in inside}
    if not told or all(world("parties")[i]["generic"] for i in told):
        return None
    covered = {i for t in inside for i in range(t.first, t.last)}
    tokens = enumerate(found.reading.tokens[body.first : body.last], body.first)
    rest = [t.fold for i, t in tokens if i not in covered and t.text[0].isupper() and t.text.isalpha()]
    start, end = found.span(body.first, body.last)
    details = {
        "person": person.details.get("full") or person.value,
        "words": " ".join(rest),
        "unknown": "yes" if any(not meanings(found.language.code, word) for word in rest) else "",
    }
    return Claim(
        "allegiance", min(person.start, start), end, "+".join(sorted(told)), details=details, found_by="allegiances.beside"
    )
