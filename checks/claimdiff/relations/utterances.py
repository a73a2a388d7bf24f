"""How what is quoted compares: the same, or its contrary by one opposite, one denial, or two things exchanged."""

from __future__ import annotations

from claimdiff.language import world
from claimdiff.model import Claim
from claimdiff.relations.base import EQUAL, Relation
from claimdiff.relations.comparisons import CONTRARY, SAME, ranked
from claimdiff.relations.leftover import changed
from claimdiff.relations.meant import Words, alike, words

_TURNED = "!"
# What is set right in so few words leaves nothing else to be the same.
_BRIEF = 3


def relate_utterances(a: Claim, b: Claim, _lang_a: str, _lang_b: str) -> Relation | None:
    """Equal, or contrary where the one takes back what the other says; None where another wording may explain it."""
    if _exchanged(a, b):
        return Relation("contrary", "what the one sets right is wrong in the other")
    rank = ranked(a, b)
    if rank == CONTRARY:
        return Relation("contrary", "what comes first or is more in the one comes last or is less in the other")
    opposed = [] if rank == SAME else _opposed(a, b)
    if a.details["doubts"] != b.details["doubts"] or len(opposed) > 1:
        return None
    if opposed:
        one, other = opposed[0]
        # Antonym and negation are a paraphrase.
        return Relation("contrary", "the two take the two sides of an opposite") if _beside(a, one) == _beside(b, other) else None
    told = _denied(a, b)
    return changed(a, b) or told if told == EQUAL or (told is None and _deny_alike(a, b)) else told


def _deny_alike(a: Claim, b: Claim) -> bool:
    """True where both say nobody, or both never: what else denies belongs to that."""
    mine, theirs = ({side for side in _listed(c) if _holds_denial(side)} for c in (a, b))
    return bool(mine) and mine == theirs


def _denied(a: Claim, b: Claim) -> Relation | None:
    """Contrary where one of two quotations denies a word that the other says, and nothing else denies anything."""
    counts = sorted(int(c.details["denials"]) for c in (a, b))
    if counts[0] == counts[1]:
        return EQUAL
    denying, plain = (a, b) if a.details["denials"] == "1" else (b, a)
    silent = plain.details["hints"] == plain.details["closers"] == "0" and not any(map(_holds_denial, _listed(plain)))
    alone = denying.details["hints"] == "1" and silent
    if counts == [0, 1] and alone and _backed(denying, plain):
        return Relation("contrary", "only one of the two denies it", 0.9)
    return None


def turned(a: Claim, b: Claim) -> bool:
    """True when two quotations take two sides or exchange two things: what a denial in one of them says is told by that."""
    found = relate_utterances(a, b, "", "")
    return bool(_opposed(a, b)) or (found is not None and found.name == "contrary")


def relate_having(a: Claim, b: Claim, _lang_a: str, _lang_b: str) -> Relation | None:
    """Equal, or contrary where the one is with and the other without the same thing; None for two things."""
    if not _meet(words(a.details["thing"]), words(b.details["thing"])):
        return None
    return EQUAL if a.value == b.value else Relation("contrary", "with and without the same thing")


def _opposed(a: Claim, b: Claim) -> list[tuple[str, str]]:
    """The sides of each pair that the two take, each one of them alone, where they are not the same."""
    mine, theirs = _sides(a), _sides(b)
    both = [pair for pair in sorted(mine.keys() & theirs.keys()) if len(mine[pair]) == len(theirs[pair]) == 1]
    one = ((mine[pair][0], theirs[pair][0]) for pair in both if not _turns(pair))
    return [(x, y) for x, y in one if x.rstrip(_TURNED) != y.rstrip(_TURNED)]


def _sides(claim: Claim) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for side in _listed(claim):
        out.setdefault(side.partition("/")[0], []).append(side)
    return out


def _listed(claim: Claim) -> list[str]:
    return [side for side in claim.details["sides"].split("+") if side]


def _holds_denial(side: str) -> bool:
    """True for never, nobody, nothing."""
    pair, _, which = side.partition("/")
    row = world("contraries").get(pair)
    return row is not None and row["denied"] == which


def _turns(pair: str) -> bool:
    row = world("opposites").get(pair)
    return row is not None and row["turns"] == "yes"


def _beside(claim: Claim, side: str) -> tuple[int, int, int]:
    """The denials, hints at one and sides that hold one (nobody) beside that which made the side; its own are not counted."""
    own = int(side.endswith(_TURNED) or (_holds_denial(side) and claim.details["denials"] != "0"))
    # The word that denies (never) is part of the side and no hint; the "ne" and "non" that second it are.
    hints = int(claim.details["hints"])
    # Of several clauses nobody knows which one "nobody" stands in.
    others = sum(_holds_denial(told) for told in _listed(claim) if told != side) if "+" not in claim.details["clauses"] else 0
    return max(0, int(claim.details["denials"]) - own), max(0, hints - own), others


def _backed(denying: Claim, plain: Claim) -> bool:
    """True when the word that the one denies stands in the other."""
    said = words(plain.details["said"])
    return any(alike(word, other) for word in words(denying.details["denied"]) for other in said)


def _exchanged(a: Claim, b: Claim) -> bool:
    """True for "not costs but volumes" against "not volumes but costs", also where only one of the two is known to be the same."""
    if "wrong" not in a.details or "wrong" not in b.details:
        return False
    pieces = [(words(c.details["wrong"]), words(c.details["right"])) for c in (a, b)]
    (wrong, right), (other_wrong, other_right) = ((_apart(x, y), _apart(y, x)) for x, y in pieces)
    straight = _meet(wrong, other_wrong) or _meet(right, other_right)
    # The verb that both clauses share says nothing: "instead of a wall we build a bridge".
    mine, theirs = _apart(right, other_right), _apart(other_right, right)
    crossed = _meet(_apart(wrong, other_wrong), theirs), _meet(_apart(other_wrong, wrong), mine)
    longest = max(map(len, (wrong, right, other_wrong, other_right)))
    return longest <= (_BRIEF if straight or not all(crossed) else 2 * _BRIEF) and (all(crossed) or (any(crossed) and not straight))


def _apart(one: Words, other: Words) -> Words:
    """The words of one that are not among the other's."""
    return [word for word in one if not _meet([word], other)]


def _meet(one: Words, other: Words) -> bool:
    return any(alike(x, y) for x in one for y in other)
