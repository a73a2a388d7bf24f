"""Claims: a total and the parts that a clause splits it into ("38 arrests: 26 in Italy and 12 abroad")."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from claimdiff.claims.found import Found
from claimdiff.claims.quantity_draft import decimal, told
from claimdiff.claims.quantity_words import Phrases
from claimdiff.language import grammar
from claimdiff.model import Claim
from claimdiff.relations.concepts import related
from claimdiff.text import Sentence

NUMERIC = ("number", "quantity", "percentage", "money", "ordinal", "age", "duration", "score")
COUNTS = frozenset({"number", "quantity", "money"})
# Of fewer than two parts nothing is split; more are a table in words, seldom read in full.
FEWEST, MOST = 2, 6
# A part with more tokens is a clause of its own.
LONGEST = 14
# Below this a near miss is chance; beyond this share the parts are of something else.
SMALLEST, NEAR = Decimal(10), Decimal("0.2")
# The thing counted takes so many tokens behind its figure at most.
_NOUN = 4
_COLON, _BRACKET, _DASHES, _COMMAS = ":", "(", ("–", "—"), (",", ";")
_STOPS = (".", "!", "?", ")", "–", "—", ":")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language around a total and its parts."""

    among: Phrases
    open: Phrases
    whole: Phrases
    both: frozenset[str]


@dataclass(slots=True)
class Parts:
    """What stands behind one opening: the parts, whether they can only be too many ("of whom"), and whether verbs tell them."""

    opening: int
    partial: bool
    verbs: bool = False
    claims: list[Claim] = field(default_factory=list)


@cache
def words(code: str) -> Words | None:
    """The words of a language; None when it has none for sums."""
    table = grammar(code, "quantities")
    said = table.get("sums")
    if not said:
        return None
    return Words(
        Phrases({"among": said["among"]}),
        Phrases({"open": said["open"]}),
        Phrases({"whole": said.get("whole", ())}),
        frozenset(table["and"]),
    )


def find(found: Found) -> list[Claim]:
    """A `sum` for every total with parts that are near it, and a `part` for each of them; their details share the list's number."""
    said = words(found.language.code)
    by_sentence: dict[int, list[Claim]] = defaultdict(list)
    for claim in sorted(found.kind(*NUMERIC), key=lambda c: c.start):
        by_sentence[found.reading.sentence_at(claim.start)].append(claim)
    out: list[Claim] = []
    for number, claims in sorted(by_sentence.items()):
        if said is not None and len(claims) > FEWEST:
            for total, parts in _splits(_Clause(found, said, found.reading.sentences[number], claims)):
                rule = "sums.verbs" if parts.verbs else "sums.clause"
                out += claims_of(total, parts.claims, str(len(out)), rule)
    return out


def claims_of(total: Claim, parts: list[Claim], name: str, rule: str) -> Iterator[Claim]:
    """The inner claims of one total and its parts; value of the sum what the text says, details what the parts make."""
    makes = told(sum((decimal(p.value) for p in parts), Decimal(0)))
    details = {"of": name, "parts": " + ".join(p.value for p in parts), "makes": makes}
    yield Claim("sum", total.start, total.end, total.value, total.unit, total.about, details, (), rule)
    for part in parts:
        yield Claim("part", part.start, part.end, part.value, part.unit, part.about, {"of": name}, (), rule)


@dataclass(slots=True)
class _Clause:
    """One sentence with its numeric claims in text order."""

    found: Found
    said: Words
    sentence: Sentence
    claims: list[Claim]

    def opened(self, index: int) -> Claim | None:
        """The numeric claim that begins at a token."""
        start = self.found.reading.tokens[index].start if index < self.sentence.last else -1
        at = bisect_left(self.claims, start, key=lambda c: c.start)
        return self.claims[at] if at < len(self.claims) and self.claims[at].start == start else None

    def behind(self, claim: Claim) -> int:
        """The first token behind a claim."""
        return self.found.reading.token_at(claim.end)


def _splits(clause: _Clause) -> Iterator[tuple[Claim, Parts]]:
    """(total, parts) for the first opening of the sentence that has both."""
    index = clause.sentence.first
    while index < clause.sentence.last:
        parts = _parts(clause, index)
        total = _total(clause, parts) if parts is not None else None
        if parts is not None and total is not None:
            yield total, parts
            return
        index += 1


def _parts(clause: _Clause, index: int) -> Parts | None:
    """The parts that the token opens, where it opens any: a colon, a bracket, a dash, a comma, "of whom"."""
    mark = clause.found.reading.tokens[index].text
    among = clause.said.among.at(clause.found.reading, index)
    if among is not None:
        return _read(clause, Parts(index, True), among[0])
    if mark in _COMMAS:
        first = clause.opened(index + 1)
        follows = first is not None and clause.said.among.at(clause.found.reading, clause.behind(first)) is not None
        whole = first is not None and _of_whole(clause, index)
        parts = _read(clause, Parts(index, follows, not follows), index + 1) if follows or whole else None
        return parts if follows or (parts is not None and len(parts.claims) > FEWEST and not _split_again(clause, index)) else None
    if mark in (_COLON, _BRACKET) or mark in _DASHES:
        return _read(clause, Parts(index, mark != _COLON), index + 1)
    return None


def _of_whole(clause: _Clause, comma: int) -> bool:
    """True for the comma behind "of the 327 voters", which opens the sentence: the parts follow, told by what they did."""
    total = clause.claims[0]
    if not clause.said.whole.at(clause.found.reading, clause.sentence.first):
        return False
    return clause.behind(total) <= comma <= clause.behind(total) + _NOUN and comma <= clause.sentence.first + 2 * _NOUN


def _split_again(clause: _Clause, index: int) -> bool:
    """True where a part has parts of its own: "40 were hurt, 12 of them seriously"."""
    return any(clause.said.among.at(clause.found.reading, i) is not None for i in range(index, clause.sentence.last))


def _read(clause: _Clause, parts: Parts, index: int) -> Parts | None:
    """The parts from a token on, each a number and a few words, parted by commas and "and"; None for anything else."""
    tokens, closed = clause.found.reading.tokens, False
    while (part := clause.opened(index)) is not None:
        parts.claims.append(part)
        end = _end(clause, clause.behind(part))
        if end is None or len(parts.claims) > MOST:
            return None
        if _stops(clause, end):
            break
        if closed and clause.opened(end + 1) is None:
            break
        closed = tokens[end].key in clause.said.both
        index = end + 1
        if tokens[end].text in _COMMAS and index < clause.sentence.last and tokens[index].key in clause.said.both:
            closed, index = True, index + 1
    else:
        return None
    return parts if len(parts.claims) >= FEWEST and _only(clause, parts, end) else None


def _stops(clause: _Clause, index: int) -> bool:
    return index >= clause.sentence.last or clause.found.reading.tokens[index].text in _STOPS


def _end(clause: _Clause, index: int) -> int | None:
    """Where a part ends: at a comma, at an "and" before a number, at the end of the clause; None for one that is no part."""
    reading = clause.found.reading
    for end in range(index, index + LONGEST):
        if _stops(clause, end) or reading.tokens[end].text in _COMMAS:
            return end
        if clause.opened(end) is not None or clause.said.open.at(reading, end) is not None:
            return None
        if reading.tokens[end].key in clause.said.both and clause.opened(end + 1) is not None:
            return end
    return None


def _only(clause: _Clause, parts: Parts, end: int) -> bool:
    """True when no figure follows, nothing says that the parts are not all, and each is a plain count."""
    rest = range(end, clause.sentence.last)
    if any(clause.opened(i) is not None or clause.said.open.at(clause.found.reading, i) is not None for i in rest):
        return False
    return all(_plain(p) for p in parts.claims)


def _plain(claim: Claim) -> bool:
    inexact = {"approximate", "bound", "part_of", "label", "share"} & set(claim.details)
    return claim.kind in COUNTS and not inexact and not decimal(claim.value).is_nan()


def _total(clause: _Clause, parts: Parts) -> Claim | None:
    """The one figure before the parts that they nearly make, and no figure that they do make."""
    opening = clause.found.reading.tokens[parts.opening].start
    made = sums(parts.claims)
    before = [c for c in clause.claims if c.end <= opening]
    if any(decimal(v) in made for c in before for v in (c.value, *c.readings)):
        return None
    near = [c for c in before if _plain(c) and _near(c, made, parts.partial) and _counts_all(c, parts)]
    return near[0] if len(near) == 1 else None


def sums(parts: list[Claim]) -> list[Decimal]:
    """What the parts make, that of their likeliest values first, then with each other reading of one of them."""
    values = [decimal(p.value) for p in parts]
    whole = sum(values, Decimal(0))
    others = (whole - value + decimal(r) for value, part in zip(values, parts, strict=True) for r in part.readings)
    return [whole, *(o for o in others if not o.is_nan())]


def _near(total: Claim, made: list[Decimal], partial: bool) -> bool:
    value = decimal(total.value)
    if value < SMALLEST or (partial and made[0] < value):
        return False
    return abs(made[0] - value) <= NEAR * value


def _counts_all(total: Claim, parts: Parts) -> bool:
    """True when every part may be a part of the total: no noun, the same, or a kind of it; and in the same unit."""
    claims = parts.claims
    if any(p.unit != total.unit and (p.unit or p.kind == "money" or total.kind == "money") for p in claims):
        return False
    bare = parts.verbs or not (claims[0].about or claims[0].details.get("noun"))
    return all(_of_kind(total, part, bare) for part in claims)


def _of_kind(total: Claim, part: Claim, bare: bool) -> bool:
    if part.about and total.about:
        return part.about == total.about or related(part.about, total.about)
    return not part.about and (bare or not part.details.get("noun"))
