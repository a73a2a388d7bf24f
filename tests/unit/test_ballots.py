"""Counts beside votes that tell of no division."""

from __future__ import annotations

import pytest

from claimdiff.claims import find
from claimdiff.model import Version

UNDIVIDED = [
    ("en", "They got 12 votes and 3 seats."),
    ("en", "It passed by 30 votes to 0."),
    ("en", "The town won 14-7 against Ghent."),
    ("es", "Obtuvo 12 votos y 3 escaños."),
    ("fr", "Il obtient 12 voix et 3 sièges."),
    ("it", "Ha avuto 12 voti e 3 seggi."),
    ("pt", "Teve 12 votos e 3 lugares."),
    ("de", "Er erhielt 12 Stimmen und 3 Sitze."),
]


@pytest.mark.parametrize(("lang", "text"), UNDIVIDED)
def test_counts_of_one_side_are_no_majority(lang: str, text: str) -> None:
    """Votes beside seats, votes to none, and the score of a match."""
    assert not [claim for claim in find(Version(lang, text)) if claim.kind == "quantifier"]
