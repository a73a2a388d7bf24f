"""The words that say what an amount is for: per hour, a head, all'ora, in total."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from claimdiff.claims.quantity_words import Phrases, unit_symbols
from claimdiff.language import grammar
from claimdiff.text import Reading


@dataclass(frozen=True, slots=True)
class RateWords:
    """What rules/languages/CODE/rates.yaml says, compiled."""

    per: Phrases
    rate: Phrases
    article: Phrases
    units: Phrases
    behind: Phrases
    ahead: Phrases
    not_before: Phrases


@cache
def rate_words(code: str) -> RateWords:
    """The compiled words of one language."""
    data: Mapping[str, Any] = grammar(code, "rates") or {}
    lists = {key: Phrases({key: data.get(key, ())}) for key in ("per", "rate", "article", "not_before")}
    return RateWords(**lists, **{key: Phrases(data.get(key, {})) for key in ("units", "behind", "ahead")})


def unit_said(words: RateWords, reading: Reading, first: int) -> tuple[int, str] | None:
    """The end and the id of the unit that an amount is for, told from token `first` on in words or by its sign."""
    said = words.units.after(reading, first)
    sign = unit_symbols().after(reading, first)
    return sign if sign and (said is None or sign[0] > said[0]) else said
