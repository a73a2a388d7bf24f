"""The small words that turn a quotation round: behind or ahead of us, always or never, at once or after a while."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimdiff.claims.found import Found
from claimdiff.claims.negation import BARE, Negation
from claimdiff.language import Index, Term, language, look_up_in, world

TABLE = "contraries"
# Words that are no side of any pair in such an expression ("more than ever").
_NEITHER = "neither"
_OTHER = {"a": "b", "b": "a"}


# Marks a side that a negation has turned ("not afraid" is calm).
TURNED = "!"


def sides(found: Found, tokens: Sequence[range], denied: Sequence[Negation]) -> list[tuple[range, str]]:
    """Where a contrary stands, and its `pair/side`, `!` behind it where a negation made it; none where that is open."""
    looked = look_up_in(_index(found.language.code), found.reading, [(part.start, part.stop) for part in tokens])
    terms = (term for terms in looked for term in terms.get(TABLE, ()) if term.id != _NEITHER)
    told = ((range(term.first, term.last), _effective(term, denied)) for term in terms)
    return [(where, side) for where, side in told if side is not None]


def _effective(term: Term, denied: Sequence[Negation]) -> str | None:
    pair, _, side = term.id.partition("/")
    denies = world(TABLE)[pair]["denied"]
    if denies == side:
        return term.id
    over = [n for n in denied if term.first in n.scope and n.first != term.first]
    if not over:
        return term.id
    own = len(over) == 1 and (over[0].word in BARE or over[0].predicate in range(term.first, term.last))
    return f"{pair}/{_OTHER[side]}{TURNED}" if own and not denies else None


@cache
def _index(code: str) -> Index:
    lexicon = language(code)
    return Index({TABLE: lexicon.tables.get(TABLE, [])}, lexicon.folder)
