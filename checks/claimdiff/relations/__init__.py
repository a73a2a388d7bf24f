"""How two claims of one kind compare: a relation, and in words why. Both linking and judging ask here.

Relations: equal, rounded, approximate, narrower, broader, converted, renamed (a former or other name), shorter (part of a
name), respelt, rescaled, different, and the kinds of difference that a rule can tell apart (different-thing,
different-unit, different-rate, different-day, different-office-place …). `None`: the two cannot be compared.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claimdiff.model import Claim
from claimdiff.relations import (
    allegiances,
    anchors,
    certainties,
    dates,
    how_many,
    names,
    numbers,
    offices,
    organisations,
    places,
    polarities,
    sites,
    utterances,
    words,
)
from claimdiff.relations.base import AGREEING, Relation

__all__ = ["AGREEING", "Compared", "Relation", "agree", "group", "relate"]


@dataclass(frozen=True, slots=True)
class Compared:
    """A claim with what comparing it takes beyond its own fields."""

    claim: Claim
    lang: str
    text: str


_GROUPS = {
    **dict.fromkeys(("number", "quantity", "percentage", "money", "ordinal", "age", "duration", "score"), "numeric"),
    **{
        kind: kind
        for kind in (
            "date",
            "time",
            "place",
            "person",
            "organisation",
            "office",
            "quantifier",
            "polarity",
            "quotation",
            "order",
            "assertion",
            "having",
            "utterance",
            "allegiance",
            "facility",
            "town",
            "anchor",
            "certainty",
            "portion",
        )
    },
}

_RELATE: dict[str, Callable[[Claim, Claim, str, str], Relation | None]] = {
    "numeric": numbers.relate,
    "date": dates.relate,
    "time": dates.relate_times,
    "place": places.relate,
    "person": names.relate,
    "organisation": organisations.relate,
    "office": offices.relate,
    "quantifier": words.relate_quantifiers,
    "polarity": polarities.relate_polarities,
    "quotation": words.relate_quotations,
    "order": words.relate_orders,
    "assertion": words.relate_assertions,
    "having": utterances.relate_having,
    "utterance": utterances.relate_utterances,
    "allegiance": allegiances.relate_allegiances,
    "facility": sites.relate_facilities,
    "town": sites.relate_towns,
    "anchor": anchors.relate_anchors,
    "certainty": certainties.relate_certainties,
    "portion": how_many.relate_portions,
}


# The relation of every kind: of two kinds in one group the same one.
_RELATE_KIND = {**_RELATE, **{kind: _RELATE[name] for kind, name in _GROUPS.items()}}


def group(kind: str) -> str:
    """The group of kinds that a claim can be linked within ("quantity" -> "numeric")."""
    return _GROUPS.get(kind, kind)


def relate(a: Claim, b: Claim, lang_a: str, lang_b: str) -> Relation | None:
    """The relation between two claims, or None when they cannot be compared: of two kinds, or one outside the story."""
    compare = _RELATE_KIND.get(a.kind)
    if compare is None or compare is not _RELATE_KIND.get(b.kind):
        return None
    # Most claims have no such detail, and this is asked of every pair.
    if ("boilerplate" in a.details and a.outside) or ("boilerplate" in b.details and b.outside):
        return None
    return compare(a, b, lang_a, lang_b)


def agree(a: Claim, b: Claim, lang_a: str, lang_b: str) -> bool:
    """True when nothing in the two claims contradicts the other."""
    relation = relate(a, b, lang_a, lang_b)
    return relation is not None and relation.name in AGREEING
