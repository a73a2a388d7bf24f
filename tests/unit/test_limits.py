"""Limits of whole numbers: "under 4" lets in what "up to 3" lets in."""

from __future__ import annotations

import pytest

from claimdiff import claims
from claimdiff.model import Claim, Version
from claimdiff.relations import relate


def limit(lang: str, text: str) -> Claim:
    (claim,) = (c for c in claims.find(Version(lang, text)) if "bound" in c.details)
    return claim


def name(a: tuple[str, str], b: tuple[str, str]) -> str | None:
    relation = relate(limit(*a), limit(*b), a[0], b[0])
    return relation.name if relation else None


UNDER = [
    ("en", "under-4s"),
    ("en", "under the age of 4"),
    ("es", "menores de 4 años"),
    ("fr", "les moins de 4 ans"),
    ("de", "Kinder unter 4 Jahren"),
    ("it", "sotto i 4 anni"),
    ("pt", "menores de 4 anos"),
]
UP_TO = [
    ("en", "up to the age of 3"),
    ("es", "hasta los 3 años"),
    ("fr", "jusqu'à 3 ans"),
    ("de", "bis 3 Jahre"),
    ("it", "fino a 3 anni"),
    ("pt", "até aos 3 anos"),
]


@pytest.mark.parametrize("under", UNDER)
@pytest.mark.parametrize("up_to", UP_TO)
def test_under_four_is_up_to_three(under: tuple[str, str], up_to: tuple[str, str]) -> None:
    """In any two languages, either way round."""
    assert name(under, up_to) == name(up_to, under) == "equal"


def test_over_twenty_is_at_least_twenty_one() -> None:
    """The lower limit moves the other way."""
    assert name(("en", "more than 20 people"), ("de", "mindestens 21 Personen")) == "equal"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("en", "children under 4 years"), ("de", "Kinder unter 3 Jahren")),
        (("en", "more than 20 people"), ("de", "höchstens 21 Personen")),
        (("en", "less than 4 kilometres"), ("de", "bis zu 3 Kilometer")),
        (("en", "less than 4 euros"), ("de", "höchstens 3 Euro")),
    ],
)
def test_other_limits_and_measures_are_not_equal(a: tuple[str, str], b: tuple[str, str]) -> None:
    """Kilometres and euros go on between 3 and 4; two limits of one kind differ."""
    assert name(a, b) != "equal"
