"""How two portions compare: all of something, nearly all, most of it, half."""

from __future__ import annotations

from claimdiff.model import Claim
from claimdiff.relations.base import EQUAL, Relation
from claimdiff.relations.concepts import related

_ALL, _EVERY = "all", "every"
# What leaves somebody out. Few and none are not among them: all is said of the contrary ("all survived", "none died").
_NOT_ALL = frozenset({"almost_all", "half", "many", "most", "some"})
# What was never before, and what was, if seldom.
_NEVER, _SELDOM = frozenset({"first", "first_time", "unprecedented"}), frozenset({"few_precedents", "one_of_few"})


def relate_portions(a: Claim, b: Claim, _lang_a: str, _lang_b: str) -> Relation | None:
    """Equal, or different where the one leaves nobody out and the other does; None for portions of two things or vague ones."""
    told = {a.value, b.value}
    if told <= _NEVER | _SELDOM:
        never = [c.value in _NEVER for c in (a, b)]
        return EQUAL if all(never) or not any(never) else Relation("different", f"{a.value} is not {b.value}")
    if told & (_NEVER | _SELDOM) or (a.about and b.about and not related(a.about, b.about)):
        return None
    one, other = (_ALL if c.value == _EVERY else c.value for c in (a, b))
    if one == other:
        return EQUAL
    if "excepted" in a.details or "excepted" in b.details:
        return None  # All but one may well be most of them.
    apart = _ALL in (one, other) and not _NOT_ALL.isdisjoint((one, other))
    return Relation("different", f"{a.value} is not {b.value}") if apart else None
