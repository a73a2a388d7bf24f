"""How quantifiers, orders, quotations and assertions compare."""

from __future__ import annotations

from claimdiff.model import EVER, Claim
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
    ("every", "almost_all"),
    ("only", "one_of_few"),
    ("every", "most"),
    ("none", "most"),
    ("none", "almost_all"),
    ("none", "some"),
    ("none", "many"),
    ("none", "every"),
    ("superlative", "one_of"),
    ("first", "last"),
    ("first", "one_of_first"),
    ("first", "one_of_few"),
    ("first", "few_precedents"),
    ("first_time", "few_precedents"),
    ("first_time", "one_of_few"),
    ("unprecedented", "few_precedents"),
)
_COUNTING = frozenset({"all", "almost_all", "every", "half", "many", "most", "none", "one_of_few", "only", "some"})
_PAIRS = frozenset(_EXCLUSIVE) | frozenset((b, a) for a, b in _EXCLUSIVE)


def relate_quantifiers(a: Claim, b: Claim, _lang_a: str, _lang_b: str) -> Relation | None:
    """Equal, different where one excludes the other, else None."""
    if a.value == b.value:
        turned = a.details.get("degree") != b.details.get("degree") and a.about is not None and a.about == b.about
        if turned:
            return Relation("different", "the most is not the least")
        since = {c.details.get("since", "") for c in (a, b)}
        # Of two years one may be wrong, which dates tell; a record of some years is none of all time.
        if len(since) == 2 and EVER in since and "" not in since:
            return Relation("different", f"since {min(since)} is not ever", 0.9)
        # Many votes are won: one told by its counts and one told in words may well be two.
        return _LOOSELY if a.about != b.about and a.value == "majority" else EQUAL
    # All but one may well be most of them.
    if (a.value, b.value) not in _PAIRS or "excepted" in a.details or "excepted" in b.details:
        return None
    if ("compound" in a.details) != ("compound" in b.details):
        return None  # The best, and one of the best-endowed.
    # All of one thing and most of another do not meet; how a vote went and the oldest of its kind stand for themselves.
    weight = _of_one(a.about, b.about) if {a.value, b.value} & _COUNTING else 1.0
    if "some" in (a.value, b.value) and weight < 1:
        return None
    return Relation("different", f"{a.value} is not {b.value}", weight) if weight else None


_LOOSELY = Relation("equal", "both by a majority", 0.9)


def _of_one(about: str | None, other: str | None) -> float:
    """How sure it is that two shares are of one thing, from what is counted: 0 where it is another or neither says."""
    if about and other:
        return float(related(about, other))
    return 0.7 if about or other else 0.0


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
