"""What somebody quoted can, must, should or wants to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from claimdiff.claims.found import Found
from claimdiff.language import Index, language, look_up_in

TABLE = "modals"
# Words that are no modal verb in such an expression ("it may be that").
_NEITHER = "neither"


def modals(found: Found, tokens: Sequence[range]) -> Iterator[tuple[int, str]]:
    """(token, modality) of each modal verb in these tokens, in order."""
    looked = look_up_in(_index(found.language.code), found.reading, [(part.start, part.stop) for part in tokens])
    return ((term.first, term.id) for terms in looked for term in terms.get(TABLE, ()) if term.id != _NEITHER)


@cache
def _index(code: str) -> Index:
    lexicon = language(code)
    return Index({TABLE: lexicon.tables.get(TABLE, [])}, lexicon.folder)
