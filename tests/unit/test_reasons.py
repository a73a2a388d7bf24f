"""The trace of a finding is told in words: no key, no code, no step that only a programmer reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff import pipeline, read
from claimdiff.judge import load_rules
from claimdiff.report.reasons import explained, reason, said

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("XXXX-11-04/XXXX-11-07", "4 November to 7 November"),
        ("2024-11-13", "13 November 2024"),
        ("2023-22", "summer 2023"),
        ("199X", "1990s"),
        ("18XX", "1800s"),
        ("XXXX-XX-XX", "a day without a date"),
        ("2024-99-01", "1 2024"),
        ("MA", "Morocco"),
        ("rome", "Rome"),
        ("ministry:public_security", "ministry, public security"),
        ("success_failure/b", "failure"),
        ("2700000000", "2\u202f700\u202f000\u202f000"),
        ("18:30", "18:30"),
        ("96", "96"),
        ("ahmed al-raisi", "ahmed al-raisi"),
    ],
)
def test_a_value_is_told_in_words(value: str, words: str) -> None:
    assert said(value) == words


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("surroundings alike 0.82", "The passages around them are much alike (0.82 of 1)."),
        ("surroundings alike 0.04", "The passages around them are hardly alike (0.04 of 1)."),
        ("different-office-place: of MA and of RS", "One belongs to Morocco, the other to Serbia."),
        ("2024-11-13 is weekday 3 of ISO 8601, not 5", "13 November 2024 is a Wednesday, not a Friday."),
        ("different: 320 is not 230", "320 is not 230."),
        ("renamed: one version uses a former name", "One version uses a former name."),
        ("something new that no wording knows", "Something new that no wording knows."),
        ("", "."),
    ],
)
def test_a_step_is_told_in_words(step: str, words: str) -> None:
    assert explained(step) == words


def test_what_was_refused_stands_apart_and_nothing_twice() -> None:
    told = reason(["renamed: x", "refused a / b: 0.10 against 0.80", "renamed: x"])
    assert told == (("X.",), ("A with b: the fit is 0.10 against 0.80.",))


@pytest.mark.parametrize("story", ["vote-cape-verde", "page-library", "drought-report", "page-leaflet"])
def test_the_traces_of_whole_stories_are_words(story: str) -> None:
    files = [str(path) for path in sorted((ROOT / "pairs" / story).glob("?.*.*"))]
    findings = next(iter(pipeline.check([read.story(files)], load_rules(None)))).findings
    steps = [step for finding in findings for part in reason(finding.trace) for step in part]
    assert steps
    assert [step for step in steps if re.search(r"XXXX|_|refused|\b[A-Z]{2}-\d|/[ab]\b", step)] == []


@given(st.text(max_size=60))
def test_any_step_is_told(step: str) -> None:
    assert explained(step).endswith((".", "!", "?", "…"))
