"""How two organisations compare: known ones by concept, described ones part by part (kind, field, country)."""

from __future__ import annotations

from functools import lru_cache

from claimdiff.language import expand, language, world
from claimdiff.model import Claim
from claimdiff.relations.base import EQUAL, Relation
from claimdiff.relations.places import contains
from claimdiff.relations.sites import named_alike
from claimdiff.text import folded


def relate(a: Claim, b: Claim, lang_a: str, lang_b: str) -> Relation | None:
    """The relation of two organisations; None where they may be one under two descriptions."""
    if a.value == b.value:
        return _same_name(a, b)
    if _known(a) and _known(b):
        return _two_known(a, b)
    if {a.details.get("form"), b.details.get("form")} == {"acronym"} and ":" not in a.value + b.value:
        return Relation("different", f"{a.value} is not {b.value}", 0.7)
    return _known_by_name(a, b, lang_a, lang_b) or _of_another_state(a, b) or _described(a, b)


# Bodies that no language calls by another name, and how sure it is that one without a row is none of those with one.
_NAMED, _UNLISTED = frozenset({"union", "company", "bank", "news_agency", "broadcaster"}), 0.7


def _known_by_name(a: Claim, b: Claim, lang_a: str, lang_b: str) -> Relation | None:
    """Different for a union of the tables and another that a text calls by a name that no form of the first is like."""
    if _known(a) == _known(b):
        return None
    known, other = (a, b) if _known(a) else (b, a)
    kind, _, name = other.value.partition(":")
    if kind not in _NAMED or not name or _fields_known(name) or world("organisations")[known.value]["kind"] != kind:
        return None
    words = {word for lang in (lang_a, lang_b) for word in _words(known.value, kind, lang)}
    if named_alike(name.split(), sorted(words)):
        return None
    return Relation("different", f"{known.value} is not {name}", _UNLISTED)


def _of_another_state(a: Claim, b: Claim) -> Relation | None:
    """Different for a body of the tables and one called by its kind and a state, of which each state has its own."""
    if _known(a) == _known(b):
        return None
    known, other = (a, b) if _known(a) else (b, a)
    row, kind, state = (
        world("organisations")[known.value],
        world("organisation_kinds").get(other.value),
        other.details.get("of", ""),
    )
    if kind is None or kind["known_by"] != "place" or row["kind"] != other.value or state not in world("countries"):
        return None
    # A body of no state ("Union européenne"), or of a body of many ("Parlement européen"), is none of one state.
    if row["of"] in world("countries") and (row["of"] == state or contains(row["of"], state) or contains(state, row["of"])):
        return None
    return Relation("different-country", f"{known.value} is not the {other.value} of {state}", _UNLISTED)


@lru_cache(maxsize=4096)
def _words(key: str, kind: str, lang: str) -> frozenset[str]:
    """The words that an organisation is called by everywhere and in a language, folded, without those for its kind."""
    rows = language(lang).row("organisations", key), language(lang).row("organisation_kinds", kind)
    forms, kinds = (expand(row["forms"]) if row else [] for row in rows)
    called, common = (
        {folded(word.casefold()) for form in said for word in form.replace("-", " ").split()}
        for said in ([*expand(world("organisations")[key]["forms"]), *forms], kinds)
    )
    return frozenset(called - common)


def _known(claim: Claim) -> bool:
    return claim.value in world("organisations")


def _two_known(a: Claim, b: Claim) -> Relation:
    if a.value in (b.details.get("of"), b.details.get("parent")) or b.value in (a.details.get("of"), a.details.get("parent")):
        return Relation("narrower", "one is a body of the other")
    table = world("organisations")
    one, other = table[a.value], table[b.value]
    # A company and a court in like places are two statements; two agencies are one statement about another agency.
    weight = 1.0 if one["kind"] == other["kind"] else 0.8
    return Relation("different", f"{a.value} is not {b.value}", weight)


def _described(a: Claim, b: Claim) -> Relation | None:
    kind_a, _, field_a = a.value.partition(":")
    kind_b, _, field_b = b.value.partition(":")
    if kind_a != kind_b or not field_a or not field_b or _clash(a, b):
        return None
    if not (_fields_known(field_a) and _fields_known(field_b)):
        # Names in two languages: "Parti vert" and "Partito Verde" are one, and no table can tell the others apart.
        return EQUAL if _alike(field_a, field_b) else None
    if not _may_be_read_apart(field_a, field_b):
        return None
    return Relation("different-field", f"{field_a} is not {field_b}", 1.0 if a.details.get("of") == b.details.get("of") else 0.7)


def _fields_known(field: str) -> bool:
    tables = ("portfolios", "cities", "countries", "regions")
    return all(any(part in world(table) for table in tables) for part in field.split("+"))


def _alike(a: str, b: str) -> bool:
    one, other = set(a.replace("-", "_").split("_")), set(b.replace("-", "_").split("_"))
    return any(len(word) > 3 for word in one & other) or any(x[:4] == y[:4] for x in one for y in other if len(x) > 3 < len(y))


def _may_be_read_apart(field_a: str, field_b: str) -> bool:
    """Neither field is a part of the other ("security" and "security+police" may be one body)."""
    one, other = set(field_a.split("+")), set(field_b.split("+"))
    return not one & other


def _same_name(a: Claim, b: Claim) -> Relation:
    if _clash(a, b) and ":" in a.value:
        return Relation("different-country", f"of {a.details['of']} and of {b.details['of']}")
    return EQUAL


def seated_apart(a: Claim, b: Claim) -> Relation | None:
    """The relation of two bodies of one kind, each called after a known place, when neither place is in the other."""
    kind_a, _, seat_a = a.value.partition(":")
    kind_b, _, seat_b = b.value.partition(":")
    if kind_a != kind_b or not all(any(s in world(t) for t in ("cities", "regions", "countries")) for s in (seat_a, seat_b)):
        return None
    within = contains(seat_a, seat_b) or contains(seat_b, seat_a) or seat_a == seat_b
    return None if within else Relation("different", f"{kind_a} of {seat_a} and of {seat_b}")


def _clash(a: Claim, b: Claim) -> bool:
    mine, theirs = a.details.get("of"), b.details.get("of")
    return bool(mine and theirs) and mine != theirs
