"""Turns of phrase whose numbers count nothing: a due passi, within four walls, unter vier Augen."""

from __future__ import annotations

from functools import cache

from claimdiff.claims.found import Number
from claimdiff.claims.quantity_words import Phrases
from claimdiff.language import grammar
from claimdiff.text import Reading


@cache
def idioms(code: str) -> Phrases:
    """The turns of phrase of one language, from rules/languages/CODE/idioms.yaml."""
    return Phrases({"idiom": (grammar(code, "idioms") or {}).get("idioms", ())})


def counting(reading: Reading, numbers: list[Number]) -> list[Number]:
    """The numbers without those that an idiom holds."""
    known = idioms(reading.lang)
    firsts = known.firsts
    said: set[int] = set()
    for index, token in enumerate(reading.tokens):
        hit = known.at(reading, index) if token.key in firsts else None
        said.update(range(index, hit[0]) if hit else ())
    return [n for n in numbers if not said.issuperset(range(n.first, n.last))] if said else numbers
