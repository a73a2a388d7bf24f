"""Builders for dates told from the day of writing: hier, two years ago, next week."""

from __future__ import annotations

from claimdiff.claims.dates_match import Builder, Draft, Match
from claimdiff.claims.dates_values import When


def ago(match: Match) -> Draft | None:
    """Il y a deux ans, two years ago, vor zwei Jahren, hace tres meses."""
    return _shifted(match, "-")


def ahead(match: Match) -> Draft | None:
    """Dans trois semaines, fra due anni, dentro de un mes."""
    return _shifted(match, "+")


def _shifted(match: Match, sign: str) -> Draft | None:
    amount, unit = match.unit("n", "n2"), match.unit("u", "u2")
    if amount is None or unit is None:
        return None
    spelled = match.found.reading.text[amount.start : amount.end].casefold()
    value = amount.value if amount.kind in "wdDNnoY" else match.words.number_words.get(spelled, "")
    if not value.isdecimal() or match.glued(match.index("n", "n2"), match.index("n", "n2") + 1):
        return None
    draft = _moved(match.draft(match.hit.start(), When()), f"{sign}{int(value)} {unit.value or 'year'}")
    draft.span = match.index("n", "n2"), match.index("u", "u2") + 1
    return draft


def relative(match: Match) -> Draft | None:
    """Hier, l'an dernier, next week."""
    return _moved(match.draft(match.hit.start(), When()), match.value("r"))


def _moved(draft: Draft, relative: str) -> Draft:
    draft.details["relative"] = relative
    return draft


BUILDERS: dict[str, Builder] = {
    "ago": ago,
    "ahead": ahead,
    "relative": relative,
}
