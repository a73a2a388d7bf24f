"""Which of two things in a quotation comes first or is more: "we lost our heads before the match", "more schools than roads"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from claimdiff.claims.clauses import clause, sentence
from claimdiff.claims.found import Found
from claimdiff.claims.meant import tells, word
from claimdiff.language import Index, Term, grammar, language, look_up_in, world

TABLE = "comparisons"
_THAN, _FORM = "than", "form"
# What else tells what a word names: a second half-year is a date, Portugal a place.
_NAMING = ("date", "ordinal", "organisation", "person", "place")


class _Pivot(NamedTuple):
    """The word that ranks and the particle that closes it, as tokens; what is compared."""

    id: str
    lead: range
    than: range
    compared: int | None


def compared(found: Found, parts: Sequence[range]) -> dict[str, str]:
    """The words on both sides of the one word that ranks in these tokens, and how it ranks; nothing where there are two."""
    pivots = [pivot for part in parts for pivot in _pivots(found, part)]
    if len(pivots) != 1:
        return {}
    [pivot], row = pivots, world(TABLE)[pivots[0].id]
    part = next(p for p in parts if pivot.lead.start in p)
    start = max(part.start, sentence(found, pivot.lead.start)[0])
    stop = min(part.stop, clause(found, pivot.than.stop - 1)[1])
    left = [i for i in range(start, pivot.than.start) if i not in pivot.lead or i == pivot.compared]
    sides = [i for i in left if tells(found, i)], [i for i in range(pivot.than.stop, stop) if tells(found, i)]
    if not all(sides):
        return {}
    names = _names(found, parts)
    told = ("+".join(":".join((word(found, i), *names.get(i, ()))) for i in side) for side in sides)
    own = "" if pivot.compared is None else word(found, pivot.compared)
    return dict(zip(("left_of", "right_of"), told, strict=True)) | {"ranks": f"{row['kind']}/{row['ahead']}", "compared": own}


def _pivots(found: Found, part: range) -> Iterator[_Pivot]:
    """The words that rank in a part, each with its particle."""
    [looked] = look_up_in(_index(found.language.code), found.reading, [(part.start, part.stop)])
    terms = looked.get(TABLE, [])
    leads = [t for t in terms if _row(t) and not _row(t)["than"]]
    yield from (_Pivot(t.id, _of(t), _of(t), None) for t in leads)
    needing = [t for t in terms if _row(t) and _row(t)["than"]]
    claimed = set()
    for lead in needing:
        if (than := _particle(found, lead, terms, part)) is not None and than.first not in claimed:
            claimed.add(than.first)
            yield _Pivot(lead.id, _of(lead), _of(than), _compares(found, lead, than))
    for than in (t for t in terms if t.id == _THAN and t.first not in claimed):
        if than.first - 1 in part and not any(than.first - 1 in _of(t) for t in terms) and _is_form(found, than.first - 1):
            here = range(than.first - 1, than.first)
            yield _Pivot(_FORM, here, _of(than), here.start)


def _row(term: Term) -> dict[str, str]:
    row = world(TABLE)[term.id]
    return row.values() if row["kind"] else {}


def _of(term: Term) -> range:
    return range(term.first, term.last)


def _particle(found: Found, lead: Term, terms: Sequence[Term], part: range) -> Term | None:
    """The one particle behind a word of degree in its clause: the first kind of which there is one."""
    stop = min(part.stop, clause(found, lead.last - 1)[1])
    for kind in _row(lead)["than"].split("|"):
        here = [t for t in terms if t.id == kind and lead.last <= t.first < stop]
        if here:
            return here[0] if len(here) == 1 else None
    return None


def _compares(found: Found, lead: Term, than: Term) -> int | None:
    how = world(TABLE)[lead.id]["compared"]
    if how == "own":
        return lead.first
    # "more beautiful than": what is compared stands alone before the particle; so may a side ("more schools than").
    return than.first - 1 if how and than.first - 1 == lead.last and tells(found, lead.last) else None


def _is_form(found: Found, index: int) -> bool:
    """True for a comparative by its ending."""
    data, token = grammar(found.language.code, TABLE), found.reading.tokens[index]
    return token.text.islower() and token.key.endswith(tuple(data["endings"])) and token.key not in data["not_forms"]


def _names(found: Found, parts: Sequence[range]) -> dict[int, list[str]]:
    """What the claims that begin with a token name."""
    out: dict[int, list[str]] = {}
    for claim in (claim for part in parts for claim in found.starting(part.start, part.stop, *_NAMING)):
        told = claim.value.replace(":", "-").replace("+", "-")
        out.setdefault(found.reading.token_at(claim.start), []).append(f"{claim.kind}={told}")
    return out


@cache
def _index(code: str) -> Index:
    lexicon = language(code)
    return Index({TABLE: lexicon.tables.get(TABLE, [])}, lexicon.folder)
