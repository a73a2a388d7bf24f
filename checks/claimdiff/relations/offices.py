"""How two offices compare: role, rank, field, country or body, holder."""

from __future__ import annotations

from functools import cache

from claimdiff.language import world
from claimdiff.model import Claim
from claimdiff.relations.base import AGREEING, EQUAL, Relation
from claimdiff.relations.names import compared
from claimdiff.relations.places import contains


def relate(a: Claim, b: Claim, lang_a: str, lang_b: str) -> Relation | None:
    """The relation of two offices; None unless they share enough to be one office or one person's: rather silent than wrong."""
    if "yes" in (a.details.get("generic"), b.details.get("generic")):
        return EQUAL if a.value == b.value else None
    holder, place, field = _same_holder(a, b, lang_a, lang_b), _same(_of(a), _of(b)), _same(fields(a), fields(b))
    if holder is False:
        return None
    if not same_role(a.value, b.value):
        if holder and field is False and one_time(a, b) and _holds_one(a, b):
            return Relation("different-field", f"{'+'.join(sorted(fields(a)))} is not {'+'.join(sorted(fields(b)))}")
        if _at_home(a, b) or _at_home(b, a):
            return None  # The president of a court is a judge, the head of a ministry a minister.
        apart = Relation("different-role", f"{a.value} is not {b.value}", 0.8)
        of_state = _exclusive(a, b) and (holder or (place and field))
        return apart if one_time(a, b) and (of_state or (holder and kept_apart(a, b))) else None
    return _one_role(a, b, bool(holder), place, field)


# Words for whoever is in charge; what of, the portfolio says.
_OWNER = "owner"
IN_CHARGE = frozenset({"head", _OWNER})
_CABINET = "office:cabinet"


def _holds_one(a: Claim, b: Claim) -> bool:
    """True for "la ministre des Finances" and "la titolare dell'Agricoltura"; the head of some service may be a minister too."""
    cabinet = any(world("roles")[c.value]["class"] == _CABINET for c in (a, b) if c.value in world("roles"))
    return cabinet and any(_OWNER in _families(c.value) for c in (a, b))


def _at_home(head: Claim, one: Claim) -> bool:
    """True when the one holds the very office that the other heads the house of."""
    row = world("roles").get(one.value)
    return row is not None and row["house"] != "" and row["house"] == _house(head.details.get("organisation", ""))


def _house(organisation: str) -> str:
    """What kind of house an organisation is: a supreme court is a court."""
    head = organisation.partition(":")[0]
    known, kind = world("organisations").get(head), world("organisation_kinds").get(head)
    return known["kind"] if known else (kind["kind"] if kind else "") or head


# A film's director as well as a museum's, where the text does not say of what.
_LOOSE = frozenset({"director"})


def _exclusive(a: Claim, b: Claim) -> bool:
    """True for two offices of state; a person may well be a lawyer and a father, an inspector and an investigator."""
    table = world("roles")
    if any(c.value in _LOOSE and not fields(c) and "organisation" not in c.details for c in (a, b)):
        return False
    classes = [table[c.value]["class"] if c.value in table else "" for c in (a, b)]
    # "office:cabinet": what one country calls a minister, another calls a secretary of state or an attorney general.
    return all(c.startswith("office") for c in classes) and (classes[0] != classes[1] or classes[0] == "office")


def one_time(a: Claim, b: Claim) -> bool:
    """False where one office is over and the other is not, or where a verb tells of the one that it begins."""
    return _when(a) == _when(b)


def _when(claim: Claim) -> str:
    told = claim.details.get("told", "")
    return "past" if "former" in claim.details.get("modifiers", "").split("+") else told.replace("now", "")


def kept_apart(a: Claim, b: Claim) -> bool:
    """True for two roles that nobody has both of at one body: its president and its spokesperson."""
    shared = _groups(a.value) & _groups(b.value)
    return bool(shared) and not same_role(a.value, b.value) and _one_body(a, b)


def _groups(role: str) -> frozenset[str]:
    row = world("roles").get(role)
    return frozenset(row["apart"].split()) if row else frozenset()


def _one_body(a: Claim, b: Claim) -> bool:
    """True where both tell what the office is of, and tell the same."""
    if _same(_of(a), _of(b)) is False or fields(a) != fields(b):
        return False
    bodies = {claim.details.get("organisation") for claim in (a, b)}
    return bool(fields(a)) or (len(bodies) == 1 and None not in bodies)


def _one_role(a: Claim, b: Claim, holder: bool, place: bool | None, field: bool | None) -> Relation | None:
    if _rank(a) != _rank(b):
        apart = Relation("different-rank", f"{_rank(a) or 'full'} is not {_rank(b) or 'full'}", 0.8)
        return apart if holder or field or (place and field is not False) else None
    if field is False:
        apart = Relation("different-field", f"{'+'.join(sorted(fields(a)))} is not {'+'.join(sorted(fields(b)))}")
        return apart if holder or place else None
    if place is False:
        return Relation("different-office-place", f"of {_of(a)} and of {_of(b)}") if holder or field else None
    return EQUAL


def _same_holder(a: Claim, b: Claim, lang_a: str, lang_b: str) -> bool | None:
    """Whether both name one holder; None when one names none."""
    mine, theirs = a.details.get("holder"), b.details.get("holder")
    if not mine or not theirs:
        return None
    return compared(mine, theirs, lang_a, lang_b).name in AGREEING | {"respelt"}


def _same(mine: object, theirs: object) -> bool | None:
    """True or False when both say it, None when one leaves it open; sets agree when they meet, places when one holds the other."""
    if not mine or not theirs:
        return None
    if isinstance(mine, frozenset) and isinstance(theirs, frozenset):
        return not mine.isdisjoint(theirs)
    one, other = str(mine), str(theirs)
    return one == other or contains(one, other) or contains(other, one)


def same_role(a: str, b: str) -> bool:
    """True when one role is the other or a kind of it (director_general is a director), or one word can mean both."""
    return a == b or not _families(a).isdisjoint(_families(b))


@cache
def _families(role: str) -> frozenset[str]:
    row = world("roles").get(role)
    return frozenset(row["family"].split() if row else (role,))


# "Former", "outgoing", "elect" come and go with the day of writing; "deputy" and "acting" are another office.
_RANKS = frozenset({"deputy", "acting"})


def _rank(claim: Claim) -> str:
    return "+".join(sorted(_RANKS & set(claim.details.get("modifiers", "").split("+"))))


def _of(claim: Claim) -> str:
    """The country, region or city of the office; a body that it belongs to is compared as its field."""
    of = claim.details.get("of", "")
    return of if any(of in world(table) for table in ("countries", "regions", "cities")) else ""


def fields(claim: Claim) -> frozenset[str]:
    """The portfolios of an office, its own or those of the body it heads ("office:criminal_police")."""
    own = set(filter(None, claim.details.get("portfolio", "").split("+")))
    kind, _, field = claim.details.get("organisation", "").partition(":")
    body = set(field.split("+")) if field else {kind}
    known = ("portfolios", "organisations")
    return frozenset(f for f in own | body if any(f in world(table) for table in known))
