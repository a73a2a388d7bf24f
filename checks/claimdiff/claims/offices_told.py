"""Who holds an office, told by a verb: "X becomes treasurer", "the post of treasurer goes to X", "who was her adviser"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claimdiff.claims.clauses import clause
from claimdiff.claims.holding import backwards, posts, says, table
from claimdiff.claims.people_vocabulary import kin
from claimdiff.claims.phrases import Phrase
from claimdiff.claims.pieces import Pieces
from claimdiff.model import Claim

# So many tokens at most stand between a person and an office, between a verb of naming and the person, in an aside.
_REACH, _NEAR = 12, 3
# "X, 51, is", "X (51) is".
_AGED = re.compile(r"(?: ?, ?\d{1,3}[^,\n]{0,14},| ?\([^()\n]{1,20}\)) ?")
_MARKS = frozenset(',.;:!?)»”"|—–')
_BEFORE = frozenset({"articles", "passing", "posts", "toward"})


class Told(NamedTuple):
    """The holder of an office by what a verb says; `when`: past, next or now."""

    person: Claim
    when: str


@dataclass(frozen=True, slots=True)
class _Teller:
    """The people of one text by the tokens they stand at, in text order, and the office phrases."""

    layout: Pieces
    people: Sequence[tuple[int, int, Claim]]
    starts: Sequence[int]
    phrases: Sequence[Phrase]


def told(layout: Pieces, phrases: Sequence[Phrase], free: Sequence[int]) -> dict[int, Told]:
    """The holders of the phrases with these numbers, as far as a verb tells of one person for one office."""
    spans = ((layout.starting(c.start), layout.ending(c.end), c) for c in layout.found.kind("person"))
    people = sorted(((a, b, c) for a, b, c in spans if a is not None and b is not None), key=lambda s: s[:2])
    teller = _Teller(layout, people, [first for first, _, _ in people], phrases)
    out = ((number, _of_phrase(teller, phrases[number])) for number in free if phrases[number].head.id not in kin())
    return {number: holder for number, holder in out if holder is not None}


def _of_phrase(teller: _Teller, out: Phrase) -> Told | None:
    """The person before an office, else the one behind it."""
    layout, reading = teller.layout, teller.layout.found.reading
    if layout.words.has("possessive", layout.key(out.last)) and reading.gap(out.last) == "'":
        return None
    here = reading.sentence_of(out.first)
    at = bisect_left(teller.starts, out.first)
    before = teller.people[at - 1] if at and teller.people[at - 1][1] <= out.first else None
    behind = teller.people[at] if at < len(teller.people) else None
    if before is not None and before[0] >= here.first and out.first - before[1] <= _REACH:
        holder = _subject(teller, out, before)
        if holder is not None:
            return holder
    if behind is not None and out.last < behind[0] <= min(here.last, out.last + _REACH):
        return _behind(teller, out, behind)
    return None


def _subject(teller: _Teller, out: Phrase, person: tuple[int, int, Claim]) -> Told | None:
    """The holder where the person stands before the office: "X was elected as", "X, who was", "elected X as"."""
    layout, (first, last, claim) = teller.layout, person
    words = table(layout.found.language.code)
    if layout.words.has("of", layout.key(first - 1)) or _unsure(layout, first):
        return None  # The brother of X is; if X is
    aged = _AGED.match(layout.found.reading.text, claim.end)
    begin = layout.found.reading.token_at(aged.end()) if aged else last
    relative = layout.key(begin) == "," and words.has("who", layout.key(begin + 1))
    begin += 2 * relative or words.has("who", layout.key(begin))
    end = _over_owner(teller, out.first)
    said = says(layout, begin, end) if begin <= end else None
    if said is None:
        return None
    when = _predicate(layout, said, out) or (_last_verb(layout, out) if relative else None)
    when = when or ("next" if not aged and _names(layout, said, first, out) else None)
    return Told(claim, when) if when else None


def _unsure(layout: Pieces, first: int) -> bool:
    """True for "if X becomes", "if Mr. X had been"."""
    words, opening = table(layout.found.language.code), layout.found.reading.sentence_of(first).first
    return any(words.has("unsure", layout.key(at)) for at in range(max(opening, first - _NEAR), first))


def _over_owner(teller: _Teller, first: int) -> int:
    """Where the owner in front of an office begins ("the minister's chief of staff"), or the office itself."""
    layout, mark = teller.layout, first - 1
    if not layout.words.has("possessive", layout.key(mark)) or layout.found.reading.gap(mark) != "'":
        return first
    owner = next((p for p in teller.phrases if p.last == mark), None)
    return owner.first if owner else first


def _predicate(layout: Pieces, said: frozenset[str], out: Phrase) -> str | None:
    """When the office was held by the person that the words lead from; None when they do not say it."""
    auxiliary = said & {"being", "been", "bare"}
    if said & {"toward"}:
        return "next" if auxiliary and ("named" in said or _named_behind(layout, out)) else None
    if said & {"taking", "holding", "falling"} and "posts" in said:
        return "now" if "holding" in said else "next"
    if "named" in said:
        return "next" if auxiliary or "articles" not in said else None
    if "becoming" in said or ("bare" in said and "articles" not in said):
        return "next"
    if said & {"taking", "holding", "falling", "posts"}:
        return None
    return "past" if "been" in said else "now" if "being" in said else None


def _named_behind(layout: Pieces, out: Phrase) -> bool:
    """True where the clause goes on to a participle: "zum Schatzmeister gewählt"."""
    words = table(layout.found.language.code)
    return any(words.has("named", layout.key(at)) for at in range(out.last, clause(layout.found, out.last - 1)[1]))


def _last_verb(layout: Pieces, out: Phrase) -> str | None:
    """When the verb that closes a relative clause says that the office is held: "die Stabschefin des Ministers war"."""
    last = clause(layout.found, out.last - 1)[1]
    said = says(layout, last - 1, last) if out.last < last <= out.last + _REACH else None
    return _predicate(layout, said, out) if said and said & {"being", "been", "bare"} else None


def _names(layout: Pieces, said: frozenset[str], first: int, out: Phrase) -> bool:
    """True behind a verb of naming: "elected X treasurer", "ernannte X zum Direktor"."""
    if said - {"passing", "toward", "posts"} or (layout.words.has("definite", layout.key(out.first - 1)) and "toward" not in said):
        return False
    words = table(layout.found.language.code)
    near = range(max(layout.found.reading.sentence_of(first).first, first - _NEAR), first)
    verb = next((at for at in reversed(near) if words.has("naming", layout.key(at))), None)
    return verb is not None and says(layout, verb + 1, first) is not None


def _behind(teller: _Teller, out: Phrase, person: tuple[int, int, Claim]) -> Told | None:
    """The holder where the person stands behind: "the post of treasurer goes to X", "new treasurer is X"."""
    layout, (first, last, claim) = teller.layout, person
    said = says(layout, out.last, _described(layout, out.last, first))
    if said is None or layout.words.has("possessive", layout.key(last)):
        return None
    begin = backwards(layout, out.first, _BEFORE, layout.found.reading.sentence_of(out.first).first)
    post = any(posts(layout, begin, out.first))
    if "falling" in said and post:
        return Told(claim, "next")
    if not said & {"being", "been", "bare", "becoming"} or not (_opens(layout, begin) and _closed(layout, last)):
        return None
    if "becoming" in said and layout.words.has("definite", layout.key(out.first - 1)):
        return None
    return Told(claim, "past" if "been" in said and "named" not in said else "next" if "named" in said else "now")


def _described(layout: Pieces, first: int, last: int) -> int:
    """Where what stands right before a name begins: "the Estonian X", "der Norweger X"."""
    kinds = ("place", "role", "modifier")
    while last > first:
        piece = next((p for p in layout.ends.get(last, ()) if p.sort in kinds and p.first >= first), None)
        if piece is None:
            break
        last = piece.first
    return last


def _opens(layout: Pieces, begin: int) -> bool:
    """True where nothing stands before a token in its clause."""
    return clause(layout.found, begin)[0] == begin or layout.words.has("and", layout.key(begin - 1))


def _closed(layout: Pieces, last: int) -> bool:
    """True where the clause ends behind a name, or goes on with a participle that names somebody to an office."""
    reading = layout.found.reading
    if last >= reading.sentence_of(last - 1).last or layout.key(last) in _MARKS or layout.words.has("and", layout.key(last)):
        return True
    return table(layout.found.language.code).has("named", layout.key(last))
