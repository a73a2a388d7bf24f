"""The list of accepted findings as a file: sorted, stable, and its owner's comments stay where they were."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimdiff.accepted import Entry, plain
from claimdiff.accepted_file import entries
from claimdiff.accepted_text import rewritten

PATH = Path("claimdiff.accepted.yaml")
MINE = """\
# Our list.
# Ask the desk first.

# both are right
- story: b
  fingerprint: '0123456789012345'
  rule: Q02
  reason: "counted   twice"   # see the minutes
  by: Anna

# agreed in March
# with Rome
- {story: c, fingerprint: 12e4, rule: Q01, reason: why, expires: 2026-12-31}
# the end
"""


def held(text: str) -> list[Entry]:
    return [placed.entry for placed in entries(text, PATH)]


def test_words_are_read_as_they_are_typed() -> None:
    first, second = held(MINE)
    assert (first.fingerprint, first.reason, first.by, first.line) == ("0123456789012345", "counted twice", "Anna", 5)
    assert (second.fingerprint, second.expires) == ("12e4", date(2026, 12, 31))


def test_nothing_changes_where_nothing_is_wanted() -> None:
    assert rewritten(MINE.replace("\n\n# agreed", "\n# agreed"), PATH, held(MINE)) == MINE.replace("\n\n# agreed", "\n# agreed")


def test_a_new_entry_goes_to_its_place_and_comments_stay_with_theirs() -> None:
    got = rewritten(MINE, PATH, [*held(MINE), Entry("bb", "ff", "Q01", "new: because")])
    assert got == (
        MINE[: MINE.index("\n# agreed")]
        + "- story: bb\n  fingerprint: ff\n  rule: Q01\n  reason: 'new: because'\n"
        + MINE[MINE.index("# agreed") :]
    )


def test_a_removed_entry_takes_its_comment_along() -> None:
    got = rewritten(MINE, PATH, held(MINE)[1:])
    assert "both are right" not in got
    assert got.startswith("# Our list.\n# Ask the desk first.\n\n# agreed in March\n")
    assert got.endswith("# the end\n")


def test_a_renewed_entry_keeps_the_comment_over_it() -> None:
    first, second = held(MINE)
    got = rewritten(MINE, PATH, [first, Entry(second.story, second.fingerprint, second.rule, "still so")])
    assert "# agreed in March\n# with Rome\n- story: c\n" in got
    assert [entry.reason for entry in held(got)] == ["counted twice", "still so"]


def test_an_empty_list_is_a_list_and_can_be_filled_again() -> None:
    empty = rewritten(MINE, PATH, [])
    assert held(empty) == []
    assert "# Our list." in empty
    assert [e.story for e in held(rewritten(empty, PATH, held(MINE)))] == ["b", "c"]


@pytest.mark.parametrize(
    "odd",
    [
        "[{story: a, fingerprint: f, rule: Q01, reason: r}]  # one\n",
        "---\n- &x\n  story: a\n  fingerprint: f\n  rule: Q01\n  reason: r\n...\n",
    ],
)
def test_yaml_written_in_other_ways_is_read_and_written_plainly(odd: str) -> None:
    got = rewritten(odd, PATH, [*held(odd), Entry("b", "g", "Q02", "why")])
    assert [(e.story, e.reason) for e in held(got)] == [("a", "r"), ("b", "why")]


def test_line_ends_stay_what_they_were() -> None:
    got = rewritten(MINE.replace("\n", "\r\n"), PATH, [*held(MINE), Entry("a", "ff", "Q01", "new")])
    assert got.count("\r\n") == got.count("\n")


words = st.text(min_size=1, max_size=30).map(plain).filter(bool)
accepted = st.builds(
    Entry, words, words, words, words, st.none() | words, st.none() | st.dates(), st.text(max_size=20).map(plain),
    st.lists(words, max_size=3).map(tuple),
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(accepted, max_size=4, unique_by=lambda entry: entry.key))
def test_what_is_written_is_read_again(wanted: list[Entry]) -> None:
    """Whatever the words are, in any order, and writing the same again changes no byte."""
    text = rewritten("", PATH, wanted)
    assert {(e.key, e.rule, e.terms, e.message, e.evidence) for e in held(text)} == {
        (e.key, e.rule, e.terms, e.message, e.evidence) for e in wanted
    }
    assert text == rewritten(text, PATH, wanted) == rewritten("", PATH, wanted[::-1])
