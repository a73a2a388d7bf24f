"""Plants in what a figure is of: another currency, another unit, another thing counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from math import log10

from claimdiff.language import Row, world
from claimdiff.model import Claim
from claimdiff.mutate.ground import Ground, Spot
from claimdiff.mutate.plant import Plant
from claimdiff.mutate.shapes import in_place
from claimdiff.relations.concepts import another

# Units as near as metre and yard are one for the eye; further apart than this nobody takes one for the other.
NEAR, FAR = 1.3, 1500.0
# How many of the likest currencies and things are taken into account.
LIKEST = 6
# Signs of money that readers everywhere know.
KNOWN_SIGNS = "€$£¥"


def currency(ground: Ground) -> Iterator[Plant]:
    """The same amount in another currency: by its sign, its code or its name."""
    for number, claim in ground.of("money"):
        signs = _signs(ground.words(claim))
        if signs:
            start, end, choices = signs
            yield from ground.one("currency", number, claim.start + start, claim.start + end, choices)
            continue
        for spot in ground.spots("currencies", claim.start, claim.end)[-1:]:
            rows = {row["id"]: row for row in ground.language.tables.get("currencies", ())}
            others = [rows[code] for code in _traded() if code in rows and code != spot.id]
            choices = in_place(ground.text[spot.start : spot.end], spot.row, others, 1)[:LIKEST]
            yield from ground.one("currency", number, spot.start, spot.end, choices)


def _traded() -> list[str]:
    """Currencies that news everywhere tell of."""
    return [code for code, row in world("currencies").items() if row["symbol"][:1] in tuple(KNOWN_SIGNS)]


def _signs(words: str) -> tuple[int, int, list[str]] | None:
    """Where the sign or the code of a currency stands, and those of others."""
    known = world("currencies")
    signs = [row["symbol"][0] for row in known.values() if row["symbol"] and not row["symbol"][0].isalnum()]
    for place, char in enumerate(words):
        if char in signs and not words[max(0, place - 1) : place].isalpha() and not words[place + 1 : place + 2].isalpha():
            return place, place + 1, [known[code]["symbol"][0] for code in _traded()[:LIKEST] if known[code]["symbol"][0] != char]
    code = next((m for m in re.finditer(r"\b[A-Z]{3}\b", words) if m.group() in known), None)
    return (*code.span(), [c for c in _traded()[:LIKEST] if c != code.group()]) if code else None


def unit(ground: Ground) -> Iterator[Plant]:
    """The same figure in another unit of the same dimension."""
    rows = {row["id"]: row for row in ground.language.tables.get("units", ())}
    for number, claim in ground.of("quantity", "duration"):
        others = _confused(claim.unit or "")
        spots = [s for s in ground.spots("units", claim.start, claim.end) if s.id == claim.unit]
        for spot in spots[-1:]:
            choices = in_place(ground.text[spot.start : spot.end], spot.row, (rows[o] for o in others if o in rows), 1)
            yield from ground.one("unit", number, spot.start, spot.end, choices[:1])
        if not spots:
            yield from _symbol(ground, number, claim, others)


def _confused(unit: str) -> list[str]:
    """Units of the same dimension that a writer may take for this one: of another system, then the nearest."""
    units = world("units")
    mine = units.get(unit)
    if mine is None or not mine["factor"]:
        return []
    ratios = {
        u: _ratio(mine, row) for u, row in units.items() if row["dimension"] == mine["dimension"] and row["factor"] and u != unit
    }
    near = (u for u, ratio in ratios.items() if NEAR <= ratio <= FAR)
    return sorted(near, key=lambda u: (log10(ratios[u]).is_integer(), ratios[u], u))


def _ratio(one: Row, other: Row) -> float:
    low, high = sorted((float(one["factor"]), float(other["factor"])))
    return high / low


def _symbol(ground: Ground, number: int, claim: Claim, others: Iterable[str]) -> Iterator[Plant]:
    """km for mi: what is written the same way in every language."""
    units = world("units")
    match = re.search(r"[^\W\d]{1,3}[²³]?$", ground.words(claim))
    mine = units.get(claim.unit or "")
    if match and mine and match.group() in mine["symbols"].split("|"):
        choices = [s for o in others for s in units[o]["symbols"].split("|")[:1] if s.isalpha() and len(s) > 1]
        yield from ground.one("unit", number, claim.start + match.start(), claim.end, choices[:1])


def thing(ground: Ground) -> Iterator[Plant]:
    """The same figure of another thing, first of one that the version tells of as well."""
    rows = {row["id"]: row for row in ground.language.tables.get("concepts", ())}
    told = list(dict.fromkeys(spot.id for spot in ground.spots("concepts")))
    for number, claim in ground.of("quantity"):
        for spot in _counted(ground, claim):
            near = [c for c in told if c in rows and another(claim.about or "", c)]
            far = sorted(c for c in rows if another(claim.about or "", c) and _alike(claim.about or "", c))
            old = ground.text[spot.start : spot.end]
            choices = _fitting(old, spot, [rows[c] for c in near]) or _fitting(old, spot, [rows[c] for c in far])
            yield from ground.one("thing", number, spot.start, spot.end, choices)


def _counted(ground: Ground, claim: Claim) -> list[Spot]:
    """The noun that a claim counts, where it is one word of the table and the measure of nothing."""
    if not claim.about or claim.unit:
        return []
    return [s for s in ground.spots("concepts", claim.start, claim.end) if s.id == claim.about and ground.text[s.start - 1] == " "][
        -1:
    ]


def _fitting(old: str, spot: Spot, rows: list[Row]) -> list[str]:
    return in_place(old, spot.row, rows)[: LIKEST * 2]


def _alike(one: str, other: str) -> bool:
    """True for two fates of people, or two things that are none: the dead and the injured, votes and seats."""
    rows = world("concepts")
    mine, theirs = rows.get(one), rows.get(other)
    return bool(mine and theirs and mine["kind"] == theirs["kind"])
