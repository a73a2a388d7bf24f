"""Times and years that a delay or an age explains, and those that nothing does."""

from __future__ import annotations

import pytest

from claimdiff import pipeline
from claimdiff.model import Story, Version

DELAYED = ("es", "La gala de Cádiz comenzó a las 21.00, con media hora de retraso.")
BORN = ("it", "Sandro Verri, 51 anni, allena il Lumio di Bastia fino al giugno 2026. Il Lumio ha vinto il 29 maggio 2025.")


def told(*versions: tuple[str, str]) -> set[str]:
    """The loud rules that fire."""
    story = Story("explained", tuple(Version(lang, text) for lang, text in versions))
    return {f.rule for c in pipeline.check([story]) for f in c.findings if f.severity != "info"}


@pytest.mark.parametrize(("hour", "expected"), [("20 h 30", set()), ("20 h 50", {"D05"})])
def test_an_hour_and_its_delay_are_the_later_hour(hour: str, expected: set[str]) -> None:
    """Planned for half past eight, half an hour late; an hour that is neither is told."""
    french = ("fr", f"La gala de Cadix, prévue à {hour}, a débuté avec trente minutes de retard.")
    assert told(DELAYED, french) == expected


def test_a_year_of_birth_is_no_other_date() -> None:
    """The year in which a man of 51 was born is none of the other dates told of him."""
    assert "D01" not in told(BORN, ("pt", "Sandro Verri, nascido em 1974, treina o Lumio de Bastia por mais um ano."))
