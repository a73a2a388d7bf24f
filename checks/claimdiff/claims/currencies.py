"""Which currency a word names: one of a country, one of many of its name, or the one that the text names in full."""

from __future__ import annotations

from decimal import Decimal

from claimdiff.claims.quantity_draft import Context, Draft
from claimdiff.language import Term, world

# Fewer of what a name that is no code counts ("three crowns") are things as likely as money.
FEW = Decimal(10)


def named(context: Context, first: int) -> tuple[int, str, bool] | None:
    """The currency named at a token: the token behind it, its code, and whether one word names it that names others too."""
    best: Term | None = None
    for table in ("currency_names", "currencies"):
        term = context.term(table, first)
        if term and (best is None or term.last > best.last):
            best = term
    if best is None:
        return _behind_country(context, first)
    own = _of_country(best.id, _country(context, best.last)) if best.last - best.first == 1 else None
    country = context.term("demonyms", best.last) if own else None
    if own and country:
        return country.last, own, False
    return best.last, best.id, best.last - best.first == 1


def _country(context: Context, first: int) -> str | None:
    """The country of the adjective that goes on here: corone islandesi."""
    term = context.term("demonyms", first)
    return term.id.partition("/")[0] if term and context.reading.joins(first) else None


def _behind_country(context: Context, first: int) -> tuple[int, str, bool] | None:
    """The currency of "42 Malaysia ringgit", "20 Hong Kong dollars", "300 isländische Kronen": its country's name and its own."""
    for table in ("countries", "demonyms"):
        country = context.term(table, first)
        if country is None or not context.reading.joins(country.last):
            continue
        name = context.term("currency_names", country.last) or context.term("currencies", country.last)
        own = _of_country(name.id, country.id.partition("/")[0]) if name else None
        if name and own:
            return name.last, own, False
    return None


def _of_country(name: str, country: str | None) -> str | None:
    """The code of the currency with this name in a country; None where it has none or several."""
    rows = world("currencies")
    known = [code for code in rows if code[:2] == country and (code == name or rows[code]["family"] == rows[name]["family"] != "")]
    return known[0] if len(known) == 1 else None


def particular(unit: str) -> bool:
    """False for a currency of no particular country: crowns."""
    return unit.isupper()


def settle(drafts: list[Draft]) -> None:
    """Give an amount of "crowns" the one currency of that name which the text names in full elsewhere."""
    rows = world("currencies")
    told: dict[str, set[str]] = {}
    for draft in drafts:
        if draft.kind == "money" and "currency" not in draft.details and draft.unit in rows and rows[draft.unit]["family"]:
            told.setdefault(rows[draft.unit]["family"], set()).add(draft.unit)
    for draft in drafts:
        if draft.kind == "money" and draft.unit and not particular(draft.unit) and len(told.get(draft.unit, ())) == 1:
            draft.unit = next(iter(told[draft.unit]))
