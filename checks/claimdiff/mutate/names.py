"""Plants in names of places and bodies, and in offices: another country, people, city, organisation or role."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from claimdiff.language import Row, expand, world
from claimdiff.model import Claim
from claimdiff.mutate.ground import Ground
from claimdiff.mutate.plant import Plant
from claimdiff.mutate.shapes import begins_alike, cased, in_place
from claimdiff.relations.offices import same_role
from claimdiff.relations.places import containers

# How many of the likest names are taken into account.
LIKEST = 5
# A former name given up earlier is history and nobody's slip.
LIVING = "1960"


def country(ground: Ground) -> Iterator[Plant]:
    """Another country, of the same continent where there is one whose name fits."""
    yield from _countries(ground, "country", "countries", inside=False)


def demonym(ground: Ground) -> Iterator[Plant]:
    """The people or the adjective of another country."""
    yield from _countries(ground, "demonym", "demonyms", inside=False)


def affiliation(ground: Ground) -> Iterator[Plant]:
    """An office or a body of another country."""
    for table in ("countries", "demonyms"):
        yield from _countries(ground, "affiliation", table, inside=True)


def _countries(ground: Ground, kind: str, table: str, inside: bool) -> Iterator[Plant]:
    rows = {row["id"]: row for row in ground.language.tables.get(table, ())}
    told = {claim.value for claim in ground.claims if claim.kind == "place"}
    for number, claim in ground.of("place"):
        owner = _owner(ground, claim)
        exact = [s for s in ground.spots(table, claim.start, claim.end) if (s.start, s.end) == (claim.start, claim.end)]
        if (owner is not None) == inside and exact and claim.value in world("countries"):
            others = [rows[code] for code in _neighbours(claim.value) if code in rows and code not in told]
            choices = in_place(ground.words(claim), exact[0].row, others, 1)[:LIKEST]
            yield from ground.one(kind, number if owner is None else owner, claim.start, claim.end, choices)


def _owner(ground: Ground, claim: Claim) -> int | None:
    """The office or body that is said to be of this place, and stands around its name."""
    around = (
        (n, c)
        for n, c in enumerate(ground.claims)
        if c.kind in ("office", "organisation") and c.start <= claim.start and claim.end <= c.end
    )
    return next((n for n, c in around if c.details.get("of") == claim.value), None)


@cache
def _neighbours(code: str) -> tuple[str, ...]:
    """Countries of today, those of the same continent first, then by how near they are in inhabitants."""
    rows = world("countries")
    mine = rows[code]
    others = [row for row in rows.values() if row["status"] == "current" and row["country"] != mine["country"]]
    return tuple(row["id"] for row in sorted(others, key=lambda r: (r["continent"] != mine["continent"], _apart(mine, r), r["id"])))


def _apart(one: Row, other: Row) -> float:
    low, high = sorted((int(one["population"] or 0) + 1, int(other["population"] or 0) + 1))
    return high / low


def former_name(ground: Ground) -> Iterator[Plant]:
    """A former name of the same country."""
    rows = ground.language.tables.get("countries", ())
    former = {world("countries")[r["id"]]["country"]: r for r in rows if _lately_former(r)}
    for number, claim in ground.of("place"):
        row = former.get(claim.value)
        if row and claim.details.get("status") == "current" and claim.details.get("form") == "name":
            old = ground.words(claim)
            choices = [cased(old, form) for form in expand(row["forms"]) if form[-1:] == old[-1:] and begins_alike(old, form)]
            yield from ground.one("former-name", number, claim.start, claim.end, choices[:1])


def _lately_former(row: Row) -> bool:
    """True for names that people alive have used."""
    known = world("countries").get(row["id"])
    return known is not None and known["status"] == "former" and known["to"] >= LIVING


def city(ground: Ground) -> Iterator[Plant]:
    """Another city, of the same country where the table has one."""
    rows = {row["id"]: row for row in ground.language.tables.get("cities", ())}
    told = {place for claim in ground.claims if claim.kind == "place" for place in containers(claim.value)}
    for number, claim in ground.of("place"):
        if claim.value in world("cities") and claim.details.get("form") == "name":
            old = ground.words(claim)
            names = [expand(rows[c]["forms"])[0] for c in _cities(claim.value) if c in rows and c not in told]
            choices = [name for name in names if begins_alike(old, name) and " " not in name][:LIKEST]
            yield from ground.one("city", number, claim.start, claim.end, [cased(old, name) for name in choices])


@cache
def _cities(city: str) -> tuple[str, ...]:
    rows = world("cities")
    mine = rows[city]
    others = (row for row in rows.values() if row["id"] != city and row["population"])
    return tuple(row["id"] for row in sorted(others, key=lambda r: (_away(mine, r), _apart(mine, r), r["id"])))


def _away(one: Row, other: Row) -> int:
    """0 in the same country, 1 on the same continent, 2 elsewhere."""
    continents = {row["continent"] for row in (world("countries").get(r["country"]) for r in (one, other)) if row}
    return 0 if one["country"] == other["country"] else len(continents)


def organisation(ground: Ground) -> Iterator[Plant]:
    """Another body of the same kind, by an acronym for an acronym and a name for a name."""
    known, rows = world("organisations"), {row["id"]: row for row in ground.language.tables.get("organisations", ())}
    told = {claim.value for claim in ground.claims if claim.kind == "organisation"}
    for number, claim in ground.of("organisation"):
        mine, old = known.get(claim.value), ground.words(claim)
        if mine is None or claim.details.get("form") not in ("name", "acronym"):
            continue
        others = sorted(o for o in known if o not in told and known[o]["kind"] == mine["kind"])
        names = (form for o in others for form in _names(rows.get(o), known[o]) if _fits(old, form))
        choices = [name for name, _ in zip(names, range(LIKEST), strict=False)]
        yield from ground.one("organisation", number, claim.start, claim.end, choices)


def _names(row: Row | None, known: Row) -> list[str]:
    return [form for cell in (row["forms"] if row else "", known["forms"]) for form in expand(cell)]


def _fits(old: str, new: str) -> bool:
    """True for two acronyms, two names of one word, or two names that begin with the same word."""
    if " " in old or " " in new:
        return old != new and old.split()[0] == new.split()[0] and " " in old and " " in new
    return begins_alike(old, new) and old.isupper() == new.isupper() and old.casefold() != new.casefold()


def role(ground: Ground) -> Iterator[Plant]:
    """Another office or profession of the same class, in the same gender and number."""
    known, rows = world("roles"), ground.language.tables.get("roles", ())
    told = {spot.id for spot in ground.spots("roles")}
    for number, claim in ground.of("office"):
        spots = [s for s in ground.spots("roles", claim.start, claim.end) if s.id == claim.value]
        for spot in spots[:1] if "generic" not in claim.details else ():
            others = [r for r in rows if _is_other(known[spot.id], known.get(r["id"])) and not r["needs"]]
            near = [r for r in others if r["id"] in told]
            old = ground.text[spot.start : spot.end]
            choices = in_place(old, spot.row, near, 1) or in_place(old, spot.row, others, 1)
            yield from ground.one("role", number, spot.start, spot.end, choices)


def _is_other(mine: Row, other: Row | None) -> bool:
    return other is not None and other["class"] == mine["class"] and not same_role(mine["id"], other["id"])
