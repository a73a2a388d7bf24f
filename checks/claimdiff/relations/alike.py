"""Countries and towns whose names are taken for each other, by the names of the two languages."""

from __future__ import annotations

from functools import lru_cache

from claimdiff.language import expand, language, world
from claimdiff.text import folded

# Austria and Australia, Iran and Iraq: most of the letters are the same; Mali and Malawi: the beginning is.
LETTERS, SHAPE = 0.62, 0.87
# Letters at the beginning that two names of one shape share at least.
BEGINNING = 3


@lru_cache(maxsize=4096)
def look_alike(a: str, b: str, lang_a: str, lang_b: str) -> bool:
    """True for two countries, or two towns, with names that one of the two languages hardly tells apart."""
    tables = [next((t for t in ("countries", "cities") if key in world(t)), "") for key in (a, b)]
    if tables[0] != tables[1] or not tables[0]:
        return False
    return any(_alike(_name(lang, tables[0], a), _name(lang, tables[0], b)) for lang in (lang_a, lang_b))


@lru_cache(maxsize=4096)
def _name(lang: str, table: str, key: str) -> str:
    """What the language calls the place first, folded."""
    row = language(lang).row(table, key)
    forms = expand(row["forms"]) if row else []
    return folded((forms[0] if forms else world(table)[key]["name"]).casefold())


def _alike(a: str, b: str) -> bool:
    from rapidfuzz.distance import OSA, JaroWinkler

    if " " in a + b or not a or not b:
        return False
    if OSA.normalized_similarity(a, b) >= LETTERS:
        return True
    return a[:BEGINNING] == b[:BEGINNING] and JaroWinkler.similarity(a, b) >= SHAPE
