"""Proper names around an organisation word: "Open Strata Foundation", "Fondation Open Strata", "University of Évora"."""

from __future__ import annotations

from typing import NamedTuple

from claimdiff.claims.phrases import Phrase
from claimdiff.claims.pieces import Pieces
from claimdiff.language import world

_LONGEST = 6
# No heading is longer to either side.
_HEADING = 40


class Name(NamedTuple):
    """Tokens first:last of the name without the organisation word, and its key: the same in every language."""

    first: int
    last: int
    key: str


def name_of(pieces: Pieces, out: Phrase) -> Name | None:
    """The name in an organisation phrase that nothing else tells apart."""
    known_by = world("organisation_kinds")[out.head.id]["known_by"].split()
    if out.place or out.portfolios or not {"name", "of"} & set(known_by) or _shouting(pieces, out.head.first):
        return None
    behind = pieces.words.has("names", "after") and "name" in known_by
    before = pieces.words.has("names", "before") or pieces.words.has("names", "hyphen")
    return (
        (_behind(pieces, out) if behind else None)
        or (_before(pieces, out) if before and "name" in known_by else None)
        or (_behind_of(pieces, out, "of" in known_by) if pieces.words.has("names", "of") else None)
    )


def _shouting(pieces: Pieces, index: int) -> bool:
    """True in a heading where most words have a capital: there a capital shows no name."""
    reading = pieces.found.reading
    sentence = reading.sentences[reading.sentence_at(reading.tokens[index].start)]
    first, last = max(sentence.first, index - _HEADING), min(sentence.last, index + _HEADING)
    longer = [t.text for t in reading.tokens[first:last] if len(t.text) > 3 and t.text.isalpha()]
    return sum(w[0].isupper() for w in longer) * 8 > len(longer) * 7 and len(longer) > 4


def _behind(pieces: Pieces, out: Phrase) -> Name | None:
    """The run of capitals right behind the word: "l'équipe Lumio-Deltagas"."""
    if pieces.starts.get(out.last) and any(p.sort in ("organisation", "kind", "role") for p in pieces.starts[out.last]):
        return None
    if not pieces.found.reading.joins(out.last) or not pieces.capital(out.last):
        return None
    return _run(pieces, out.last, pieces.capital(out.head.first))


def _behind_of(pieces: Pieces, out: Phrase, small_too: bool) -> Name | None:
    """The run of capitals behind "of": "University of Évora"; behind a small word only where its kind goes by place."""
    at, reading = out.last, pieces.found.reading
    if not (small_too or pieces.capital(out.head.first)):
        return None
    while at < out.last + 3 and reading.joins(at) and not pieces.capital(at):
        if not pieces.words.classes(pieces.key(at)) & {"of", "articles"}:
            return None
        at += 1
    if at == out.last or not reading.joins(at) or not pieces.capital(at):
        return None
    if any(p.sort in ("organisation", "kind", "role", "portfolio") for p in pieces.starts.get(at, ())):
        return None
    return _run(pieces, at, False)


def _run(pieces: Pieces, first: int, over_links: bool) -> Name | None:
    """Capitals in a row; with `over_links` small words of the "of" kind may stand between two."""
    reading, last, at = pieces.found.reading, first, first
    while at < first + _LONGEST and (at == first or reading.joins(at)):
        if pieces.capital(at):
            last = at + 1
        elif not (over_links and pieces.words.classes(pieces.key(at)) & {"of"}):
            break
        at += 1
    return _named(pieces, first, last)


def _before(pieces: Pieces, out: Phrase) -> Name | None:
    """The run of capitals in front: "Open Strata Foundation", "Konrad-Adenauer-Stiftung"."""
    reading, first = pieces.found.reading, out.head.first
    hyphened = pieces.words.has("names", "hyphen")
    if not (hyphened or pieces.capital(first) or pieces.words.has("names_small", out.head.id)):
        return None
    while first > 0 and reading.joins(first) and pieces.capital(first - 1) and (reading.gap(first) == "-" or not hyphened):
        if out.head.first - first >= _LONGEST or pieces.words.has("definite", pieces.key(first - 1)) or _small(pieces, first - 1):
            break
        first -= 1
    return _named(pieces, first, out.head.first)


def _small(pieces: Pieces, index: int) -> bool:
    return bool(pieces.words.classes(pieces.key(index))) or pieces.words.has("indefinite", pieces.key(index))


def _named(pieces: Pieces, first: int, last: int) -> Name | None:
    """The name, unless it is nothing but places, dates or titles."""
    tokens = pieces.found.reading.tokens
    if first >= last or not pieces.found.free(first, last):
        return None
    inner = [p for i in range(first, last) for p in pieces.starts.get(i, ()) if p.last <= last]
    told = {i for p in inner for i in range(p.first, p.last) if p.sort in ("place", "role", "modifier", "portfolio")}
    words = [t.fold for i, t in enumerate(tokens[first:last], first) if not _small(pieces, i) and t.text.isalpha()]
    common = pieces.words.has("not_names", pieces.key(first))
    if common or not words or told >= set(range(first, last)) or len("".join(words)) < 2:
        return None
    return Name(first, last, " ".join(words))
