"""Claims: what somebody says in a quotation, its halves joined; which sides it takes, what it denies, what it sets right."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimdiff.claims.clauses import terms_between
from claimdiff.claims.comparisons import compared
from claimdiff.claims.contraries import TURNED, sides
from claimdiff.claims.found import Found
from claimdiff.claims.meant import tells, word
from claimdiff.claims.modals import modals
from claimdiff.claims.negation import BARE, CORRECTING, Negation, negations
from claimdiff.claims.set_right import corrections
from claimdiff.model import Claim

# "…", she says, "…": so many code points part the halves of one quotation at most.
_BETWEEN = 60
# Of longer ones no editor sees what is meant: a finding points at their beginning.
_SHOWN = 190
# Words that deny in their own way: what is affirmed beside them is open.
_DOUBTS = frozenset({"lacking", "without", "stopping", "little", "only", "instead"})
# Words that deny or only seem to.
_HINTS = _DOUBTS | {"negator", "never", "opener", "plain", "expletive", "correction"}
_MARKS = frozenset(",;:.!?…–—")
_ENDS = frozenset(".!?:;\n")


def find(found: Found) -> list[Claim]:
    """An `utterance` for every quotation; for the halves of a sentence that "she says" parts, one around both."""
    quoted = sorted(found.kind("quotation"), key=lambda c: c.start)
    denied = negations(found) if quoted else []
    opposed = sorted((c for c in found.kind("polarity") if "pair" in c.details), key=lambda c: c.start) if quoted else []
    return [_utterance(found, halves, denied, opposed) for halves in _joined(found, quoted)]


def _joined(found: Found, quoted: list[Claim]) -> Iterator[list[Claim]]:
    halves = quoted[:1]
    for before, claim in pairwise(quoted):
        if _goes_on(found, before, claim):
            halves.append(claim)
        else:
            yield halves
            halves = [claim]
    if halves:
        yield halves


def _goes_on(found: Found, before: Claim, claim: Claim) -> bool:
    """True when only "she says" stands between two quotations of one sentence."""
    between = found.reading.text[before.end : claim.start]
    if not 0 < len(between) <= _BETWEEN or _ENDS & set(between):
        return False
    first, last = _tokens(found, before.end, claim.start)
    return bool(terms_between(found, "quotations", first, last))


def _tokens(found: Found, start: int, end: int) -> tuple[int, int]:
    return found.reading.token_at(start), found.reading.token_at(end)


def _utterance(found: Found, halves: Sequence[Claim], denied: Sequence[Negation], opposed: list[Claim]) -> Claim:
    parts = [range(*_tokens(found, c.start, c.end)) for c in halves]
    inside = [n for n in denied if any(n.first in part for part in parts)]
    told = sides(found, parts, inside)
    details = {"sides": "+".join(sorted({*(side for _, side in told), *_opposites(halves, opposed)}))}
    spoken = [c.details["speaker"] for c in halves if "speaker" in c.details]
    if spoken:
        details["speaker"] = spoken[0]
    denials = [n for n in inside if n.word not in BARE and n.word != CORRECTING]
    details["denials"] = str(len(denials))
    own = {index for where, _ in told for index in where}
    polar = [t.id for p in parts for t in terms_between(found, "polarity", p.start, p.stop) if t.first not in own]
    if "restrictive" in polar and "closer" not in polar:
        # "Ne … que" restricts and denies nothing.
        polar = [told for told in polar if told != "opener"]
    # "Le changement, pas l'aventure": half a negation that stands alone.
    details["closers"] = str(0 if "opener" in polar else polar.count("closer"))
    details |= {"doubts": str(sum(i in _DOUBTS for i in polar)), "hints": str(sum(i in _HINTS for i in polar))}
    details["denied"] = "+".join(word(found, n.predicate) for n in denials if n.predicate is not None)
    told_words = [i for part in parts for i in part if tells(found, i)]
    details["said"] = "+".join(word(found, i) for i in told_words)
    details["clauses"] = "+".join(map(str, _clauses(found, told_words)))
    details |= corrections(found, inside, parts) | compared(found, parts)
    details["modals"] = "+".join(which for _, which in modals(found, parts))
    value = " ".join(found.reading.tokens[i].fold for part in parts for i in part if found.reading.tokens[i].text.isalnum())
    end = min(halves[-1].end, halves[0].start + _SHOWN)
    return Claim("utterance", halves[0].start, end, value, details=details, found_by="utterances.quoted")


def _clauses(found: Found, told: Sequence[int]) -> Iterator[int]:
    """How many of the words stand in each clause: between two marks."""
    count = 0
    for before, index in pairwise([*told[:1], *told]):
        if any(found.reading.tokens[i].text in _MARKS for i in range(before, index)):
            yield count
            count = 0
        count += 1
    yield count


def _opposites(halves: Sequence[Claim], opposed: list[Claim]) -> Iterator[str]:
    """The sides of the pairs of opposites; none where a negation in the clause leaves open what it denies."""
    ends = ((bisect_left(opposed, at, key=lambda c: c.start) for at in (half.start, half.end)) for half in halves)
    for claim in (claim for first, last in ends for claim in opposed[first:last]):
        if "negated" not in claim.details or "direct" in claim.details:
            turned = claim.details.get("effective")
            yield f"{claim.details['pair']}/{turned + TURNED if turned else claim.details['side']}"
