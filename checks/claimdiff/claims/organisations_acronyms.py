"""Acronyms that the text itself explains: "Agence nationale de lutte contre la criminalité (NCA)"."""

from __future__ import annotations

import re

from claimdiff.claims.pieces import Pieces
from claimdiff.model import Claim

_ACRONYM = re.compile(r"\(([^\W\d_a-zà-ÿ]{2,8}(?:-[^\W\d_a-zà-ÿ]{1,8})?)\)")


def acronyms(pieces: Pieces, known: list[Claim]) -> list[Claim]:
    """Organisation claims for acronyms in brackets behind a name, and for each further mention of them."""
    meanings: dict[str, Claim] = {}
    text = pieces.found.reading.text
    ends = {claim.end: claim for claim in known}
    covered = {claim.start for claim in known} | {c.start for c in pieces.found.kind("place")}
    for match in _ACRONYM.finditer(text):
        name = match.group(1)
        if match.start(1) not in covered and name == name.upper() and name not in meanings:
            meaning = _explained(pieces, match, ends.get(len(text[: match.start()].rstrip())))
            if meaning is not None:
                meanings[name] = meaning
    return [claim for name, meaning in meanings.items() for claim in _mentions(text, name, meaning, covered)]


def _explained(pieces: Pieces, match: re.Match[str], before: Claim | None) -> Claim | None:
    acronym = match.group(1)
    details = {"form": "acronym", "acronym": acronym.casefold()}
    if before is not None:
        details["expansion"] = pieces.found.reading.text[before.start : before.end]
        details.update({k: v for k, v in before.details.items() if k in ("of", "parent")})
        return Claim("organisation", match.start(1), match.end(1), before.value, None, None, details, (), "organisations.acronym")
    expansion = _expansion(pieces, acronym, pieces.starting(match.start()) or 0)
    if expansion is None:
        return None
    details["expansion"] = expansion
    return Claim("organisation", match.start(1), match.end(1), acronym.casefold(), None, None, details, (), "organisations.acronym")


def _expansion(pieces: Pieces, acronym: str, bracket: int) -> str | None:
    """The words before the bracket whose initials, small words left out, are the acronym."""
    letters = [c for c in acronym.casefold() if c.isalpha()]
    at = bracket
    while letters and at > 0 and pieces.found.reading.tokens[at - 1].text.isalpha() and bracket - at < 14:
        at -= 1
        if pieces.found.reading.tokens[at].fold[:1] == letters[-1] and not _skipped(pieces, at):
            letters.pop()
        elif not _skipped(pieces, at):
            return None
    if letters or not any(pieces.capital(i) for i in range(at, bracket)) or bracket - at < 2:
        return None
    return pieces.text(at, bracket)


def _skipped(pieces: Pieces, index: int) -> bool:
    key = pieces.key(index)
    return bool(pieces.words.classes(key)) or pieces.words.has("and", key) or pieces.words.has("definite", key)


def _mentions(text: str, name: str, meaning: Claim, covered: set[int]) -> list[Claim]:
    # The name comes first, so that the search leaps from one to the next.
    word = re.compile(rf"{re.escape(name)}(?<![^\W_]{re.escape(name)})(?![^\W_])")
    places = [m.span() for m in word.finditer(text) if m.start() not in covered]
    return [
        Claim("organisation", start, end, meaning.value, None, None, meaning.details, (), meaning.found_by) for start, end in places
    ]
