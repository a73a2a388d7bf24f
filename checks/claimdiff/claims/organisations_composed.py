"""Organisations put together from a kind, a portfolio, a place or a name: "ministère turc de l'Intérieur"."""

from __future__ import annotations

from claimdiff.claims.organisations_named import name_of
from claimdiff.claims.phrases import Phrase, describing, phrase
from claimdiff.claims.pieces import Piece, Pieces
from claimdiff.language import world
from claimdiff.model import Claim


def composed(pieces: Pieces) -> list[Claim]:
    """The composed organisations, the last first, so that what is inside another is known when the other is read."""
    out: list[Claim] = []
    taken: set[int] = {i for p in pieces.of("organisation") for i in range(p.first, p.last)}
    for head in reversed(pieces.of("kind")):
        if head.first in taken:
            continue
        claim = _compose(pieces, head)
        if claim is not None:
            out.append(claim)
            pieces.add_claim(claim, "organisation")
            taken.update(range(pieces.starting(claim.start) or 0, head.last))
    return out[::-1]


def _compose(pieces: Pieces, head: Piece) -> Claim | None:
    out = phrase(pieces, head)
    span = name_of(pieces, out)
    if span is not None:
        out.name = span.key
        out.first, out.last = min(out.first, span.first), max(out.last, span.last)
    if not _known(pieces, out):
        return None
    start, end = pieces.found.span(out.first, out.last)
    return Claim("organisation", start, end, _value(out), None, None, _details(pieces, out), (), "organisations.composed")


def _known(pieces: Pieces, out: Phrase) -> bool:
    """True when the words name one body: its kind's row says by what it is known."""
    known_by = world("organisation_kinds")[out.head.id]["known_by"].split()
    if out.name:
        return True
    if pieces.words.has("indefinite", pieces.key(out.first - 1)):
        return False
    if out.place is not None and ("place" in known_by or ("portfolio" in known_by and bool(out.portfolios))):
        return True
    return "portfolio" in known_by and bool(out.portfolios or out.organisation) and _is_name(pieces, out)


def _is_name(pieces: Pieces, out: Phrase) -> bool:
    """True when the kind alone stands for one body in a state, or a capital that is no matter of course shows a name."""
    if world("organisation_kinds")[out.head.id]["alone"]:
        return True
    typed_small = out.head.row is not None and out.head.row["forms"][:1].islower()
    return typed_small and pieces.capital(out.head.first) and len(pieces.found.reading.tokens[out.head.first].text) > 1


def _value(out: Phrase) -> str:
    what = out.name or "+".join(sorted(set(out.portfolios))) or _city(out)
    return f"{out.head.id}:{what}" if what else out.head.id


def _city(out: Phrase) -> str:
    """The city that tells one university from another; a country stands in `of` alone."""
    told_by_city = "of" in world("organisation_kinds")[out.head.id]["known_by"].split()
    return out.place.id.casefold() if out.place and told_by_city and not out.place.id.isupper() else ""


def _details(pieces: Pieces, out: Phrase) -> dict[str, str]:
    details = {"form": "name"}
    if out.modifiers:
        details["level"] = "+".join(sorted(set(out.modifiers)))
    if out.organisation is not None and out.organisation.claim is not None:
        details["parent"] = out.organisation.id
        details.update({k: v for k, v in out.organisation.claim.details.items() if k == "of"})
    if out.place is not None:
        details["of"] = out.place.id
        details["of_text"] = pieces.text(out.place.first, out.place.last)
        details["of_form"] = "adjective" if describing(out.place, pieces) else "name"
    return details
