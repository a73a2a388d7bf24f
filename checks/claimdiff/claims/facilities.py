"""Claims: buildings, works, waters and mountains by a kind and a name ("tunnel de X", "X bridge", "Krankenhaus X")."""

from __future__ import annotations

from claimdiff.claims.found import Found
from claimdiff.claims.meant import word
from claimdiff.claims.site_names import Names
from claimdiff.language import Term
from claimdiff.model import Claim

# "of the" between the kind and its name, and before that one word more (the railway tunnel of).
_BETWEEN = 3
# Of these a town tells where, not which.
_WHERE = frozenset({"mountain", "square", "street", "forest", "island", "valley", "neighbourhood", "market"})


def find(found: Found) -> list[Claim]:
    """A `facility` for every kind with a name beside it; value is the kind and the words of the name."""
    names, terms = Names(found), found.of("facilities")
    ends = {t.last for t in terms}
    heads = [t for t in terms if t.first not in ends and not names.shouting(t.first)]
    return [claim for head in heads if (claim := _behind(names, head) or _before(names, head)) is not None]


def _behind(names: Names, head: Term) -> Claim | None:
    """ "tunnel de X", "hôpital universitaire X", "Krankenhaus X"."""
    reading, at = names.found.reading, head.last
    if not names.found.language.data("towns")["named_behind"] and not names.capital(head.first):
        return None if at >= len(reading.tokens) or not names.small(at) else _of(names, head)
    return _of(names, head)


def _of(names: Names, head: Term) -> Claim | None:
    reading, at = names.found.reading, head.last
    if at < len(reading.tokens) and reading.joins(at) and reading.tokens[at].text.islower() and not names.small(at):
        at += 1
    linked = at
    while at < linked + _BETWEEN and at < len(reading.tokens) and reading.joins(at) and names.small(at) and not names.capital(at):
        at += 1
    if at >= len(reading.tokens) or not reading.joins(at) or (at == head.last and reading.gap(at) == "-"):
        return None
    return _claim(names, head, at, names.run(at), at > linked)


def _before(names: Names, head: Term) -> Claim | None:
    """ "X bridge", "X-Tunnel"."""
    reading, first = names.found.reading, head.first
    table = names.found.language.data("towns")
    while first > 0 and reading.joins(first) and names.capital(first - 1) and not names.small(first - 1):
        if not (table["named_before"] or reading.gap(first) == "-"):
            break
        first -= 1
    return _claim(names, head, first, head.first, True) if first < head.first else None


def _claim(names: Names, head: Term, first: int, last: int, linked: bool) -> Claim | None:
    if last <= first or names.taken(first, last) or (linked and names.of_people(first, last) and first > head.first):
        return None
    words, places = names.words(first, last), names.places(first, last)
    placed = {t.fold for c in places for t in names.found.reading.tokens[first:last] if c.start <= t.start and t.end <= c.end}
    own = tuple(w for w in words if w not in placed)
    towns = tuple(dict.fromkeys(c.value for c in places if c.details.get("country") and c.details.get("form") == "name"))
    if not own and (not towns or head.id in _WHERE or not linked):
        return None
    if own and all(names.plain(w) for w in own) and not towns:
        return None
    start, end = names.found.span(min(first, head.first), max(last, head.last))
    said = {t.fold: word(names.found, i) for i, t in enumerate(names.found.reading.tokens[first:last], first)}
    details = {
        "kind": head.id,
        "name": " ".join(own),
        "means": "+".join(said[w] for w in own if names.plain(w)),
        "places": " ".join(towns),
        "placed": " ".join(sorted(placed)),
        "linked": "yes" if linked else "",
    }
    return Claim("facility", start, end, f"{head.id}:{' '.join((*own, *towns))}", details=details, found_by="facilities.named")
