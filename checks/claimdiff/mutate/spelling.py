"""Numbers in words made wrong: another word of the same table in the same place, read back before it is planted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from claimdiff.claims import numbers
from claimdiff.claims.found import Found
from claimdiff.claims.numbers_lexicon import words_of
from claimdiff.language import Language, grammar
from claimdiff.mutate.shapes import cased
from claimdiff.text import folded, tokenise

# Words of one size stand for each other: two to nine, eleven to nineteen, the tens, the hundreds.
_SIZES = (range(2, 10), range(11, 20), range(20, 100, 10), range(200, 1000, 100))


def value(language: Language, words: str) -> tuple[Decimal, bool] | None:
    """What the words say as one number from end to end, and whether they tell a rank; None where they are no number."""
    reading = language.read(words)
    found = Found(reading, language, {})
    numbers.find(found)
    whole = [n for n in found.numbers if (n.start, n.end) == (0, len(reading.text)) and n.form == "words"]
    return (Decimal(whole[0].value), whole[0].ordinal) if whole else None


def said(language: Language, text: str) -> list[tuple[int, int, bool]]:
    """Where numbers in words stand in a text, and whether they tell a rank."""
    reading = language.read(text)
    found = Found(reading, language, {})
    numbers.find(found)
    return [(*reading.plain.source(n.start, n.end), n.ordinal) for n in found.numbers if n.form == "words"]


def others(language: Language, words: str) -> list[str]:
    """Other numbers in place of this one, in words, of the same size and ending: vingt-deux -> vingt-quatre."""
    known = value(language, words)
    if known is None:
        return []
    tokens = tokenise(words)
    made = [
        words[: tokens[-1].start] + cased(tokens[-1].text, new)
        for new in _other_words(language.code, tokens[-1].text.lower(), known[1])
    ]
    return [one for one in made if _is_another(language, one, known)]


def _is_another(language: Language, words: str, known: tuple[Decimal, bool]) -> bool:
    new = value(language, words)
    return new is not None and new != known and new[1] == known[1] and min(new[0], known[0]) > 1


def _other_words(code: str, word: str, ordinal: bool) -> Iterator[str]:
    """Words of the same size, then of a compound word its end exchanged: vierunddreißig -> vierundfünfzig."""
    tables = _ordinals(code) if ordinal else _cardinals(code)
    forms = sorted(((form, size) for size, table in enumerate(tables) for form in table), key=lambda f: -len(f[0]))
    for form, size in forms:
        if folded(word) == folded(form) or (len(word) - len(form) > 1 and word.endswith(form)):
            mine = tables[size][form]
            yield from (
                word[: -len(form)] + new for new, other in tables[size].items() if other[1] in ("", mine[1]) and other != mine
            )


Table = dict[str, tuple[int, str]]
"""Words with their value and, where that has several forms, the last letters, which tell their gender or case."""


@cache
def _cardinals(code: str) -> list[Table]:
    cells = (grammar(code, "numbers") or {}).get("cardinals") or {}
    return _sized({int(n): _first_forms(cell) for n, cell in cells.items()}, 2)


@cache
def _ordinals(code: str) -> list[Table]:
    data = grammar(code, "numbers") or {}
    told = {int(n): words_of(str(cell).split("|")[0]) for n, cell in (data.get("ordinals") or {}).items()}
    for rule in data.get("ordinal_endings") or ():
        for n, cell in (data.get("cardinals") or {}).items():
            if rule.get("from", 1) <= n <= rule.get("to", 10**15) and n not in told:
                told[n] = list(_made(_first_forms(cell)[0], rule))
    return _sized(told, 1)


def _made(word: str, rule: dict[str, Any]) -> Iterator[str]:
    last = (rule.get("stems") or {}).get(word, word)
    stem = re.sub(rule["drop"] + "$", "", last) if "drop" in rule else last
    return (stem + ending for ending in words_of(rule["add"]))


def _first_forms(cell: Any) -> list[str]:
    """The forms of the likeliest word for a value: of "septante|soixante-dix" the first, of "dois|duas" both."""
    forms = words_of(cell)
    return forms if len(forms) == 2 and forms[0][:1] == forms[1][:1] and len(forms[0]) == len(forms[1]) else forms[:1]


def _sized(told: dict[int, list[str]], letters: int) -> list[Table]:
    tables = []
    for size in _SIZES:
        # Of forms that differ in an accent alone (séptimo, septimo) the first is the right one.
        chosen = {n: list({folded(form): form for form in reversed(forms)}.values()) for n, forms in told.items() if n in size}
        tables.append({form: (n, form[-letters:] if len(forms) > 1 else "") for n, forms in chosen.items() for form in forms})
    return tables
