"""What somebody quoted can, must, should or wants to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from claimdiff.claims.found import Found
from claimdiff.language import Index, language, look_up
from claimdiff.text import Reading

TABLE = "modals"
# Words that are no modal verb in such an expression ("it may be that").
_NEITHER = "neither"


def modals(found: Found, tokens: Sequence[range]) -> Iterator[tuple[int, str]]:
    """(token, modality) of each modal verb in these tokens, in order."""
    reading = found.reading
    for part in tokens:
        inner = Reading(reading.lang, reading.plain, reading.tokens[part.start : part.stop], [])
        for term in look_up(_index(found.language.code), inner).get(TABLE, ()):
            if term.id != _NEITHER:
                yield term.first + part.start, term.id


@cache
def _index(code: str) -> Index:
    lexicon = language(code)
    return Index({TABLE: lexicon.tables.get(TABLE, [])}, lexicon.folder)
