"""Organisations that the text itself explains behind a comma: "Solidar, the trade union, said"."""

from __future__ import annotations

from claimdiff.claims.pieces import Piece, Pieces
from claimdiff.language import world
from claimdiff.model import Claim

# A name is no longer; an article and one word more may stand before the kind.
_LONGEST, _BEFORE = 3, 2
_CLOSING = frozenset(",.;:)")


def apposed(pieces: Pieces) -> list[Claim]:
    """Organisation claims for capitals before a comma, behind which "the" and a kind stand between two marks."""
    return [claim for head in pieces.of("kind") if (claim := _explained(pieces, head)) is not None]


def _explained(pieces: Pieces, head: Piece) -> Claim | None:
    tokens = pieces.found.reading.tokens
    if "name" not in world("organisation_kinds")[head.id]["known_by"].split():
        return None
    if head.last >= len(tokens) or tokens[head.last].text not in _CLOSING:
        return None
    comma = next((i for i in range(head.first - 1, max(-1, head.first - 2 - _BEFORE), -1) if tokens[i].text == ","), None)
    if comma is None or not pieces.words.has("definite", pieces.key(comma + 1)):
        return None
    first = comma
    while first > max(0, comma - _LONGEST) and pieces.capital(first - 1) and (first == comma or pieces.found.reading.joins(first)):
        first -= 1
    if first == comma or not _free(pieces, first, comma):
        return None
    start, end = pieces.found.span(first, head.last)
    value = f"{head.id}:{' '.join(t.fold for t in tokens[first:comma])}"
    return Claim("organisation", start, end, value, None, None, {"form": "name"}, (), "organisations.apposed")


def _free(pieces: Pieces, first: int, last: int) -> bool:
    """True for words that are a name: nothing else was read there, and a mark or the beginning of a sentence is before them."""
    reading = pieces.found.reading
    known = any(p.sort in ("place", "organisation", "role", "kind") for i in range(first, last) for p in pieces.starts.get(i, ()))
    return pieces.found.free(first, last) and not known and not (first and reading.joins(first) and pieces.capital(first - 1))
