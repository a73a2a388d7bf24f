"""Timetables: what is a time of day in a cell, and which two cells of two versions are the same."""

from __future__ import annotations

import pytest

from claimdiff import claims, pipeline
from claimdiff.model import Claim, Finding, Story, Version

FRENCH = "# Bateaux\n\n| Aller | Retour |\n|---|---|\n| 9 h 30 | 10 h 40 |\n| 11 h 45 | 13 h |\n| 19 h | 20 h 15 |\n"
SPANISH = "# Barcos\n\n| Ida | Vuelta |\n|---|---|\n| 9:30 | 10:40 |\n| 11:45 | 13:00 |\n| 19:00 | 20:15 |\n"
TURNED = "# Barcos\n\n| Ida | 9h30 | 11h45 | 19h |\n|---|---|---|---|\n| Volta | 10h40 | 13h | 20h15 |\n"


def read(lang: str, text: str) -> list[Claim]:
    return [claim for claim in claims.find(Version(lang, text)) if claim.kind in ("time", "duration", "number")]


def check(*versions: tuple[str, str]) -> list[Finding]:
    story = Story("story", tuple(Version(lang, text) for lang, text in versions))
    return [f for f in next(pipeline.check([story])).findings if f.severity != "info"]


def test_hours_of_a_timetable_are_times_of_day() -> None:
    """An hour alone ("13 h") is one beside others."""
    assert [c.value for c in read("fr", FRENCH) if c.kind == "time"] == ["09:30", "10:40", "11:45", "13:00", "19:00", "20:15"]


@pytest.mark.parametrize("heading", ["Durée", "Temps"])
def test_a_heading_makes_durations_of_the_same_cells(heading: str) -> None:
    """How long it takes to get there, whatever the hours."""
    table = f"| Ligne | {heading} |\n|---|---|\n| Nice – Rome | 11 h 05 |\n| Nice – Gênes | 7 h 50 |\n"
    assert {c.kind for c in read("fr", table)} == {"duration"}


def test_prices_with_a_point_are_no_times() -> None:
    """9.30 beside 12.75, or under "price", is a sum."""
    assert {c.kind for c in read("it", "| 9.30 | 12.75 |")} == {"number"}
    assert {c.kind for c in read("it", "| Biglietto | Prezzo |\n| Adulti | 9.30 |\n| Bambini | 7.20 |")} == {"number"}


def test_the_same_timetable_is_silent() -> None:
    """Formats and a table turned on its side change nothing."""
    assert check(("fr", FRENCH), ("es", SPANISH)) == check(("fr", FRENCH), ("pt", TURNED)) == []


@pytest.mark.parametrize("other", [("es", SPANISH.replace("20:15", "20:45")), ("pt", TURNED.replace("20h15", "20h45"))])
def test_one_time_that_differs_is_told_at_its_two_cells(other: tuple[str, str]) -> None:
    """The row and the column tell which cells belong together."""
    (finding,) = check(("fr", FRENCH), other)
    assert (finding.rule, [e.value for e in finding.evidence]) == ("D05", ["20:15", "20:45"])
    assert "in the same row and column" in finding.trace


@pytest.mark.parametrize(
    "text", ["|", "||\n||", "| 9 h 30", "9 h 30 |\n\n| 10 h", "|\n" * 50 + "| 9 h | 10 h |", "| 9 h | 10 h |\n" * 500]
)
def test_broken_and_long_tables_are_read(text: str) -> None:
    """Whatever stands between marks, spans stay exact."""
    assert all(text[c.start : c.end].strip() for c in read("fr", text))


LISTED = "# Boote\n\n- ab Ulm: 9.30, 11.45, 15.00 und 19.00 Uhr\n- ab Au: 10.40, 13.00, 16.10 und 20.15 Uhr\n\nFahrt frei.\n"
TABLE = "# Boats\n\n| Out | 9.30 am | 11.45 am | 3 pm | 7 pm |\n|-|-|-|-|-|\n| Back | 10.40 am | 1 pm | 4.10 pm | 8.15 pm |\n"


def test_one_time_of_a_list_makes_all_of_them_times() -> None:
    """What the last says, all mean; the figure behind a time may count what follows it."""
    assert {c.kind for c in read("de", LISTED)} == {"time"}
    assert [c.value for c in read("it", "Parte alle 8.45, 12.15, 16 e 20.30.")] == ["08:45", "12:15", "16:00", "20:30"]
    assert [c.kind for c in read("it", "Alle 18.30, 12 erano partiti.")] == ["time", "number"]
    assert [c.kind for c in read("de", "Eintritt 8.50, 19.30 Uhr.")] == ["number", "time"]


def test_the_half_of_the_day_of_a_list_is_left_open() -> None:
    """At 7.15, 10.30 and 6.45 pm."""
    (first, second, last) = read("en", "It leaves at 7.15, 10.30 and 6.45 pm.")
    assert (first.readings, second.readings, last.value) == (("19:15",), ("22:30",), "18:45")


def test_a_list_and_a_table_are_one_timetable() -> None:
    """The times beside tell which go together, unless one version has both rows."""
    assert check(("en", TABLE), ("de", LISTED)) == []
    late = LISTED.replace("20.15", "20.45")
    (finding,) = check(("en", TABLE), ("de", late))
    assert (finding.rule, sorted(e.value or "" for e in finding.evidence)) == ("D05", ["20:15", "20:45"])
    both = late + "\nAm Sonntag fährt es um 10.40, 13.00, 16.10 und 20.15 Uhr.\n"
    assert check(("en", TABLE), ("de", both)) == []
