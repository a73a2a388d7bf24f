"""How quantifiers, opposites and quotations compare."""

from __future__ import annotations

from claimdiff.language import world
from claimdiff.model import Claim
from claimdiff.relations.base import AGREEING, EQUAL, Relation
from claimdiff.relations.concepts import related
from claimdiff.relations.names import compared

# What excludes what: a reader cannot hold both of the same vote, set or rank.
_EXCLUSIVE = (
    ("unanimous", "majority"),
    ("all", "most"),
    ("all", "almost_all"),
    ("all", "some"),
    ("all", "many"),
    ("all", "half"),
    ("every", "most"),
    ("none", "most"),
    ("none", "almost_all"),
    ("none", "some"),
    ("none", "many"),
    ("none", "every"),
    ("superlative", "one_of"),
    ("first", "last"),
    ("first", "one_of_first"),
    ("first_time", "few_precedents"),
    ("unprecedented", "few_precedents"),
)
_COUNTING = frozenset({"all", "almost_all", "every", "half", "many", "most", "none", "some"})
_PAIRS = frozenset(_EXCLUSIVE) | frozenset((b, a) for a, b in _EXCLUSIVE)


def relate_quantifiers(a: Claim, b: Claim, _lang_a: str, _lang_b: str) -> Relation | None:
    """Equal, different where one excludes the other, else None."""
    if a.value == b.value:
        turned = a.details.get("degree") != b.details.get("degree") and a.about is not None and a.about == b.about
        return Relation("different", "the most is not the least") if turned else EQUAL
    if (a.value, b.value) not in _PAIRS:
        return None
    # All of one thing and most of another do not meet; how a vote went and the oldest of its kind stand for themselves.
    weight = _of_one(a.about, b.about) if {a.value, b.value} & _COUNTING else 1.0
    if "some" in (a.value, b.value) and weight < 1:
        return None
    return Relation("different", f"{a.value} is not {b.value}", weight) if weight else None


def _of_one(about: str | None, other: str | None) -> float:
    """How sure it is that two shares are of one thing, from what is counted: 0 where it is another or neither says."""
    if about and other:
        return float(related(about, other))
    return 0.7 if about or other else 0.0


def relate_polarities(a: Claim, b: Claim, _lang_a: str, _lang_b: str) -> Relation | None:
    """Equal or opposite, for claims of one pair of opposites; None where a negation or another subject may explain it."""
    pair = a.details.get("pair")
    if pair is None or pair != b.details.get("pair") or (a.about and b.about and not related(a.about, b.about)):
        return None
    if _vaguely_denied(a) or _vaguely_denied(b):
        return EQUAL if a.details.get("side") == b.details.get("side") and _vaguely_denied(a) == _vaguely_denied(b) else None
    if side(a) == side(b):
        return EQUAL
    # "Forbidden but on the lawn", "allowed on the lawn alone": an exception takes the other side.
    if _turns(pair) or "excepted" in a.details or "excepted" in b.details:
        return None
    denied = "direct" in a.details or "direct" in b.details
    return Relation("opposite", f"{a.value} is the opposite of {b.value}", 0.85 if denied else 1.0)


def _vaguely_denied(claim: Claim) -> bool:
    """True where a negation stands in the clause, but not on the word itself: which of the two it denies is open."""
    return "negated" in claim.details and "direct" not in claim.details


def _turns(pair: str) -> bool:
    """True for opposites that turn with who is looking: one side's win is the other's loss, a sale is a purchase."""
    row = world("opposites").get(pair)
    return row is not None and row["turns"] == "yes"


def side(claim: Claim) -> str:
    """Which of the two opposites is said in the end, a negation taken into account."""
    return claim.details.get("effective") or claim.details.get("side", "")


# A name that one language's lexicon holds for a person is no more than a name in another's.
_NAMES = frozenset({"person", "organisation", "name"})


def relate_orders(a: Claim, b: Claim, lang_a: str, lang_b: str) -> Relation | None:
    """Equal or swapped, for two orders of the same two things."""
    one, other = (a.details["first"], a.details["second"]), (b.details["first"], b.details["second"])
    sorts = {a.details["of"], b.details["of"]}
    if len(sorts) > 1 and not sorts <= _NAMES:
        return None
    exact = "thing" in sorts or "place" in sorts
    if all(_same_name(x, y, lang_a, lang_b, exact) for x, y in zip(one, other, strict=True)):
        return EQUAL
    if all(_same_name(x, y, lang_a, lang_b, exact) for x, y in zip(one, reversed(other), strict=True)):
        return Relation("swapped", f"{a.value} against {b.value}")
    return None


def _same_name(x: str, y: str, lang_a: str, lang_b: str, exact: bool) -> bool:
    """True for one key, or two spellings of one name where the keys are names and no ids."""
    return x == y or (not exact and compared(x, y, lang_a, lang_b).name in AGREEING)


def relate_quotations(a: Claim, b: Claim, _lang_a: str, _lang_b: str) -> Relation | None:
    """Quotations are compared by the claims inside them; on their own they only go together."""
    return EQUAL if a.value == b.value else Relation("narrower", "compared by what they hold")


def relate_assertions(a: Claim, b: Claim, _lang_a: str, _lang_b: str) -> Relation | None:
    """Equal, or denied where one of two linked sentences holds one negation more than the other."""
    counts = sorted(int(c.details["denials"]) for c in (a, b))
    if counts[0] == counts[1]:
        return EQUAL
    return Relation("denied", "only one of the two sentences holds a negation") if counts[1] - counts[0] == 1 else None
