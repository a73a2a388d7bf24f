"""What the user declares: facts and names are checked in every version, and the source is named."""

from __future__ import annotations

from claimdiff import house, pipeline
from claimdiff.house import NOTHING, House
from claimdiff.model import Finding, Story, Version

NAME = [
    {"write": {"en": "Port Lorne", "fr": "Port-Lorne"}, "never": {"en": "Lorne Port", "fr": ["Port Lorne"]}, "severity": "error"}
]


def told(declared: House, **texts: str) -> list[Finding]:
    """The findings of a story in these languages that are no information."""
    story = Story("s", tuple(Version(lang, text) for lang, text in texts.items()))
    return [f for f in next(pipeline.check([story], house=declared)).findings if f.severity != "info"]


def test_a_name_of_the_house_is_checked_in_its_language() -> None:
    declared = house.of([], NAME)
    (found,) = told(declared, en="Ships left Lorne Port at noon.", fr="Des navires ont quitté Port-Lorne à midi.")
    assert (found.rule, found.severity, found.evidence[0].text) == ("H01", "error", "Lorne Port")
    assert "Port Lorne" in found.message


def test_what_is_written_may_hold_what_is_never_written() -> None:
    declared = house.of([], [{"write": "New Lorne", "never": "Lorne"}])
    assert told(declared, en="Ships left New Lorne at noon.", fr="Des navires ont quitté New Lorne à midi.") == []


def test_a_fact_is_held_against_every_version() -> None:
    declared = house.of([{"says": {"en": "Interpol has 196 member states."}, "severity": "warning"}], [])
    findings = told(declared, fr="Les 190 États membres d'Interpol ont voté.", it="I 190 Stati membri dell'Interpol hanno votato.")
    assert [(f.rule, f.severity) for f in findings] == [("H02", "warning"), ("H02", "warning")]
    assert (
        told(declared, fr="Les 196 États membres d'Interpol ont voté.", it="I 196 Stati membri dell'Interpol hanno votato.") == []
    )


def test_the_source_is_named_and_without_one_the_version_that_stands_alone() -> None:
    texts = {
        "fr": "L'incendie a détruit 120 maisons à Nice.",
        "it": "L'incendio ha distrutto 120 case a Nizza.",
        "es": "El incendio destruyó 210 casas en Niza.",
    }
    (alone,) = told(NOTHING, **texts)
    assert alone.message.endswith("(es alone against the others)")
    (sourced,) = told(House(source="fr"), **texts)
    assert sourced.message.endswith("(fr is the source)")
