"""Claims: a total whose last part is "the other two": what closes it, the parts before it and the total before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import combinations

from claimdiff.claims.found import Found
from claimdiff.claims.quantity_draft import decimal
from claimdiff.claims.quantity_words import Phrases
from claimdiff.claims.sums import COUNTS, NEAR, claims_of
from claimdiff.language import grammar
from claimdiff.model import Claim
from claimdiff.relations.concepts import related

FOUND_BY = "sums.rest"
# The total stands in the sentence of the last part or in one of so many before it.
_BACK = 2
# So many figures stand before the last part at most: the total and its first parts.
_MOST = 5
# Between the last figure and its "remaining" the thing counted takes so many tokens at most.
_NOUN = 1
# The total of a sum of units is missed by one; of a larger sum by the share that other totals are.
_UNIT = Decimal(1)
_INEXACT = frozenset({"approximate", "bound", "label", "share"})
_BREAKS = ("\n\n", "|", "\n- ", "\n* ")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language that close a total ("the other"), and those that leave it open."""

    definite: frozenset[str]
    others: Phrases
    open: Phrases
    single: frozenset[str]


@cache
def words(code: str) -> Words | None:
    """The words of a language; None when it has none for the rest of a total."""
    said = grammar(code, "quantities").get("sums") or {}
    rest = said.get("rest")
    if not rest:
        return None
    others = Phrases({"rest": rest["others"]})
    left_open = [w for w in said["open"] if w not in rest["others"]]
    return Words(frozenset(rest["definite"]), others, Phrases({"open": left_open}), frozenset(said.get("single", ())))


def find(found: Found) -> list[Claim]:
    """A `sum` for every total that "the other" figures close and do not make, and a `part` for each part told since."""
    said = words(found.language.code)
    if said is None or not found.reading.where(said.others.firsts):
        return []
    figures = sorted(found.kind(*COUNTS), key=lambda c: c.start)
    out: list[Claim] = []
    for at, figure in enumerate(figures):
        if _closes(found, said, figure) and _exact(figure):
            split = _split(found, said, figures, at)
            if split is not None:
                out += claims_of(*split, f"rest {figure.start}", FOUND_BY)
    return out


def _closes(found: Found, said: Words, figure: Claim) -> bool:
    """True for "the other five", "the five others" and "the five remaining countries"."""
    reading = found.reading
    first = reading.token_at(figure.start)
    behind = reading.token_at(figure.end)
    before = said.others.before(reading, first)
    start = before[0] if before else first
    if start < 1 or reading.tokens[start - 1].key not in said.definite:
        return False
    return before is not None or any(said.others.after(reading, i) for i in range(behind, behind + _NOUN + 1))


def _split(found: Found, said: Words, figures: Sequence[Claim], at: int) -> tuple[Claim, list[Claim]] | None:
    """The total and its parts, the last of them the figure at this place; None where any reading makes them agree."""
    near, rest = _before(found, figures, at), figures[at]
    if _agrees(near, rest, _behind(found, figures, at)):
        return None
    for first in range(len(near) - 2, -1, -1):
        total, parts = near[first], [*near[first + 1 :], rest]
        if _fits(total, parts) and not _left_open(found, said, total, parts):
            return total, parts
    return None


def _before(found: Found, figures: Sequence[Claim], at: int) -> list[Claim]:
    """The figures before the one at this place in its sentence, in those before it and in its paragraph."""
    reading, end = found.reading, figures[at].start
    first = reading.sentence_at(end) - _BACK
    near = [c for c in figures[max(0, at - _MOST) : at] if reading.sentence_at(c.start) >= first]
    return [c for c in near if not any(mark in reading.text[c.start : end] for mark in _BREAKS)]


def _behind(found: Found, figures: Sequence[Claim], at: int) -> list[Claim]:
    """The figures behind it in its sentence and the next: a part may be told late."""
    last = found.reading.sentence_at(figures[at].start) + 1
    return [c for c in figures[at + 1 : at + 3] if found.reading.sentence_at(c.start) <= last]


def _agrees(before: Sequence[Claim], rest: Claim, behind: Sequence[Claim]) -> bool:
    """True when the last part and some of the figures around it make one of the figures before it."""
    for n, total in enumerate(before):
        wanted = {decimal(v) - decimal(rest.value) for v in (total.value, *total.readings)}
        if wanted & _made([decimal(c.value) for c in (*before[n + 1 :], *behind)]):
            return True
    return False


def _made(values: Sequence[Decimal]) -> set[Decimal]:
    """What any of the values make together."""
    plain = [v for v in values if not v.is_nan()]
    return {sum(some, Decimal(0)) for n in range(1, len(plain) + 1) for some in combinations(plain, n)}


def _exact(claim: Claim) -> bool:
    value = decimal(claim.value)
    return not (_INEXACT & set(claim.details)) and not value.is_nan() and value == int(value) and value > 1


def _fits(total: Claim, parts: Sequence[Claim]) -> bool:
    """True for parts of the same thing, or of none that is named, that miss the total by little."""
    if "part_of" in total.details or not all(map(_exact, (total, *parts))) or not all(_of(total, p) for p in parts):
        return False
    whole, values = decimal(total.value), [decimal(p.value) for p in parts]
    return max(values) < whole and 0 < abs(sum(values) - whole) <= max(_UNIT, NEAR * whole)


def _of(total: Claim, part: Claim) -> bool:
    if part.unit != total.unit and (part.unit or "money" in (part.kind, total.kind)):
        return False
    return not part.about or not total.about or part.about == total.about or related(part.about, total.about)


def _left_open(found: Found, said: Words, total: Claim, parts: Sequence[Claim]) -> bool:
    """True where a part is but an example ("including three children") or a single one, told in a word, makes up the total."""
    reading = found.reading
    missing = decimal(total.value) - sum((decimal(p.value) for p in parts), Decimal(0))
    singles = sum(key in said.single for key in _keys(found, total.end, parts[-1].start))
    starts = [reading.token_at(p.start) for p in parts[:-1]]
    return 0 < missing <= singles or any(said.open.before(reading, s) for s in starts)


def _keys(found: Found, start: int, end: int) -> Iterator[str]:
    tokens = found.reading.tokens
    first, last = (found.reading.token_at(at) for at in (start, end))
    return (token.key for token in tokens[first:last])
