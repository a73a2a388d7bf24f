"""The kinds of errors that are planted: their name, the type of the taxonomy that they belong to, and what plants them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from claimdiff.errors import InputError, did_you_mean
from claimdiff.mutate import counted, days, figures, names, people, repeats, wording
from claimdiff.mutate.ground import Ground
from claimdiff.mutate.plant import Plant


class Kind(NamedTuple):
    """One kind of errors; `plants` is None for those that other kinds become in a certain place."""

    name: str
    type: str
    plants: Callable[[Ground], Iterator[Plant]] | None


KINDS = (
    Kind("figure", "number", figures.figure),
    Kind("number-word", "number", figures.number_word),
    Kind("scale", "scale", figures.scale),
    Kind("percent", "percent", figures.percent),
    Kind("amount", "money", figures.amount),
    Kind("currency", "money", counted.currency),
    Kind("unit", "number_unit", counted.unit),
    Kind("thing", "number_unit", counted.thing),
    Kind("day", "date", days.day),
    Kind("month", "date", days.month),
    Kind("year", "date", days.year),
    Kind("range", "date_range", days.date_range),
    Kind("weekday", "weekday_date_conflict", days.weekday),
    Kind("time", "time", figures.time),
    Kind("ordinal", "ordinal", figures.ordinal),
    Kind("country", "country", names.country),
    Kind("demonym", "country", names.demonym),
    Kind("former-name", "country_name_status", names.former_name),
    Kind("city", "place", names.city),
    Kind("misspelling", "person_name", people.misspelling),
    Kind("people-exchanged", "person_swap", people.exchanged),
    Kind("role", "role", names.role),
    Kind("affiliation", "affiliation", names.affiliation),
    Kind("organisation", "organisation", names.organisation),
    Kind("negation", "polarity", wording.negation),
    Kind("opposite", "polarity", wording.opposite),
    Kind("quantifier", "superlative_quantifier", wording.quantifier),
    Kind("order", "order", wording.order),
    Kind("internal", "internal", None),
    Kind("duplicate", "duplicate", repeats.duplicate),
    Kind("quotation", "quote_changed", None),
)

TYPES_OF = {kind.name: kind.type for kind in KINDS}

NOT_PLANTED = {"omission": "a version may leave out what it likes: that is told as information and no error to be found"}


def named(words: Sequence[str]) -> frozenset[str]:
    """The kinds that these names of kinds or of types of the taxonomy mean, all for none; InputError for another word."""
    for word in words:
        if word in NOT_PLANTED:
            raise InputError(f'"{word}" is never planted: {NOT_PLANTED[word]}')
        if word not in TYPES_OF and word not in TYPES_OF.values():
            known = (*TYPES_OF, *TYPES_OF.values())
            raise InputError(f'nothing called "{word}" can be planted{did_you_mean(word, known)}; known: {", ".join(TYPES_OF)}')
    return frozenset(kind for kind, type_ in TYPES_OF.items() if not words or {kind, type_} & set(words))


def sites(ground: Ground) -> list[Plant]:
    """Every error that can be planted in a version, one a place and kind, in text order."""
    plants = (plant for kind in KINDS if kind.plants for plant in kind.plants(ground))
    order = {kind.name: n for n, kind in enumerate(KINDS)}
    return sorted(set(repeats.resorted(ground, plants)), key=lambda p: (p.edits, order[p.kind]))
