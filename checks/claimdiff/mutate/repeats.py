"""Plants that a version betrays by itself: one of two mentions changed, an item of an enumeration told twice.

Also here: what is planted inside a quotation is a quotation changed, whatever its words are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimdiff.language import world
from claimdiff.model import Claim
from claimdiff.mutate.ground import Ground
from claimdiff.mutate.plant import Plant, lot

# What a text that tells it twice must tell alike.
FIGURES = frozenset({"figure", "number-word", "percent", "amount", "day", "month", "year", "range", "time", "ordinal"})
# Items of an enumeration stand no further apart.
APART = 16
LISTED = ("place", "office", "person", "organisation")


def duplicate(ground: Ground) -> Iterator[Plant]:
    """An item of an enumeration told again behind the next one: "A, B, A and C"."""
    for kind in LISTED:
        items = [(n, c) for n, c in ground.of(kind) if c.details.get("form", "name") == "name" and "generic" not in c.details]
        for (one, a), (_, b), (_, c) in zip(items, items[1:], items[2:], strict=False):
            between, behind = ground.text[a.end : b.start], ground.text[b.end : c.start]
            if _listed(between) and _listed(behind) and _level(a) == _level(b) and ground.plain(a.start, c.end):
                yield ground.plant("duplicate", [(b.end, b.end, between + ground.words(a))], one)


def _listed(between: str) -> bool:
    """True for what stands between two items of an enumeration."""
    return len(between) <= APART and between.startswith(",")


def _level(claim: Claim) -> str:
    """What a place is one of; nothing is listed beside what it lies in."""
    tables = ("countries", "cities", "regions") if claim.kind == "place" else ()
    return next((table for table in tables if claim.value in world(table)), "")


def resorted(ground: Ground, plants: Iterable[Plant]) -> Iterator[Plant]:
    """The plants, those inside quotations and half of those in facts told twice under kinds of their own."""
    quoted = [c for c in ground.claims if c.kind == "quotation"]
    twice = _told_twice(ground)
    for plant in plants:
        start, end = plant.edits[0].start, plant.edits[-1].end
        if any(q.start <= start and end <= q.end for q in quoted):
            yield replace(plant, kind="quotation")
        elif plant.kind in FIGURES and plant.claim in twice and lot(ground.seed, start) % 2:
            yield replace(plant, kind="internal")
        else:
            yield plant


def _told_twice(ground: Ground) -> set[int]:
    """The claims whose figure and thing the version tells in another place as well."""
    seen: dict[tuple[str | None, ...], list[int]] = {}
    for number, claim in enumerate(ground.claims):
        if _says_what(claim):
            seen.setdefault((claim.kind, claim.value, claim.unit, claim.about), []).append(number)
    return {number for numbers in seen.values() if len(numbers) > 1 for number in numbers}


def _says_what(claim: Claim) -> bool:
    """True for figures that say what they are of, and for dates with their day."""
    full = claim.kind == "date" and len(claim.value) >= len("XXXX-01-01") and not claim.value.endswith("XX")
    return full or claim.kind in ("money", "percentage", "time") or (claim.kind in ("quantity", "ordinal") and bool(claim.about))
