"""How two sides of opposites compare: those of one pair, and those of two pairs of like sense (approved, given consent)."""

from __future__ import annotations

from functools import cache

from claimdiff.language import world
from claimdiff.model import Claim
from claimdiff.relations.base import EQUAL, Relation
from claimdiff.relations.concepts import related

# How sure an opposition is where the word itself is denied, and where the two words are of two pairs.
_DENIED, _AKIN = 0.85, 0.9


def relate_polarities(a: Claim, b: Claim, _lang_a: str, _lang_b: str) -> Relation | None:
    """Equal or opposite, for claims of one sense; None where a negation or another subject may explain it."""
    pairs = a.details.get("pair", ""), b.details.get("pair", "")
    crossed = _crossed(*pairs)
    if crossed is None or (a.about and b.about and not related(a.about, b.about)):
        return None
    if _vaguely_denied(a) or _vaguely_denied(b):
        alike = (a.details.get("side") == b.details.get("side")) != crossed
        return EQUAL if alike and _vaguely_denied(a) == _vaguely_denied(b) else None
    if (side(a) == side(b)) != crossed:
        return EQUAL
    # "Forbidden but on the lawn", "allowed on the lawn alone": an exception takes the other side.
    if any(map(turns, pairs)) or "excepted" in a.details or "excepted" in b.details:
        return None
    denied = "direct" in a.details or "direct" in b.details
    return Relation(
        "opposite",
        f"{a.value} is the opposite of {b.value}",
        (_DENIED if denied else 1.0) * (_AKIN if pairs[0] != pairs[1] else 1.0),
    )


@cache
def _crossed(one: str, other: str) -> bool | None:
    """Whether side a of the one pair is side b of the other; None for two pairs that have no sense in common."""
    if one == other:
        return False if one else None
    mine, theirs = _senses(one), _senses(other)
    shared = sorted(mine.keys() & theirs.keys())
    return mine[shared[0]] != theirs[shared[0]] if shared else None


def _senses(pair: str) -> dict[str, bool]:
    """Sense -> whether side b of the pair stands for what is side a of others ("veto" against "consent")."""
    row = world("opposites").get(pair)
    return {sense.lstrip("-"): sense.startswith("-") for sense in row["sense"].split()} if row else {}


def _vaguely_denied(claim: Claim) -> bool:
    """True where a negation stands in the clause, but not on the word itself: which of the two it denies is open."""
    return "negated" in claim.details and "direct" not in claim.details


def turns(pair: str) -> bool:
    """True for opposites that turn with who is looking: one side's win is the other's loss, a sale is a purchase."""
    row = world("opposites").get(pair)
    return row is not None and row["turns"] == "yes"


def side(claim: Claim) -> str:
    """Which of the two opposites is said in the end, a negation taken into account."""
    return claim.details.get("effective") or claim.details.get("side", "")
