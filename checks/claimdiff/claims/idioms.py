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
    known, tokens = idioms(reading.lang), reading.tokens
    around = {index for n in numbers for index in range(max(0, n.first - known.longest + 1), n.last)}
    said: set[int] = set()
    for index in around:
        hit = known.at(reading, index) if tokens[index].key in known.firsts else None
        if hit:
            said.update(range(index, hit[0]))
    return [n for n in numbers if not said.issuperset(range(n.first, n.last))] if said else numbers
