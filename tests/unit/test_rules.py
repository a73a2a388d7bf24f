"""Every rule does in each of its cases what the case expects; a wrong rule file is answered kindly."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimdiff import pipeline
from claimdiff.errors import DataError
from claimdiff.house import NOTHING, House
from claimdiff.judge.cases import run_cases
from claimdiff.judge.rule import TYPES, Rule, RuleBook, load_rules
from claimdiff.model import Finding, Story

BOOK = load_rules()


def findings(story: Story, house: House = NOTHING) -> list[Finding]:
    return next(pipeline.check([story], BOOK, house=house)).findings


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
def test_rule_does_what_its_cases_expect(rule: Rule) -> None:
    wrong = [(case.expected, case.text, case.got) for case in run_cases(RuleBook((rule,)), findings) if not case.ok]
    assert wrong == []


def test_ids_and_names_are_never_used_twice() -> None:
    for what in ("id", "name"):
        words = [getattr(rule, what) for rule in BOOK.rules]
        assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("  message:", "  mesage:"), 'has no key "mesage"; did you mean "message"?'),
        (("severity: error", "severity: fatal"), "severity"),
        (("type: polarity", "type: polarty"), 'did you mean "polarity"?'),
        (("  why:", "  name:"), 'the key "name" stands twice'),
        (("    silent:", "    slent:"), 'has no key "slent"; did you mean "silent"?'),
        (("- id: W01", "- id: Q01"), 'the id "Q01" is taken'),
        (("- id: W01", "- id: [W01"), "not YAML"),
        (("- id: W01", "- id: " + 100_000 * "["), "nested too deeply for a rule file"),
        (("- id: W01", "- &a\n  id: *a"), "a rule file has no aliases"),
        (("severity: error", "severity: 2026-13-45"), "not YAML: month must be in 1..12"),
    ],
)
def test_a_wrong_rule_file_is_answered_with_place_and_what_was_meant(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    shipped = Path(next(r.path for r in BOOK.rules if r.id == "W01")).read_text("utf-8")
    text = shipped.split("- id: W02")[0].replace("- id: W01", "- id: Z91", 1).replace("polarity.opposite", "polarity.other")
    old, new = change[0].replace("- id: W01", "- id: Z91"), change[1]
    path = tmp_path / "mine.yaml"
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DataError) as caught:
        load_rules([path])
    assert said in str(caught.value)
    assert str(caught.value).startswith(f"{path}:")
    assert caught.value.line is not None


def test_a_rule_is_off_with_and_without_quotes(tmp_path: Path) -> None:
    text = Path(next(r.path for r in BOOK.rules if r.id == "W01")).read_text("utf-8").split("- id: W02")[0]
    for number, off in enumerate(("off", '"off"')):
        path = tmp_path / f"mine{number}.yaml"
        mine = text.replace("id: W01", "id: Z91").replace("polarity.opposite", "polarity.other")
        path.write_text(mine.replace("severity: error", f"severity: {off}"), "utf-8")
        assert next(r.severity for r in load_rules([path]).rules if r.id == "Z91") == "off"


def test_types_of_rules_are_of_the_taxonomy() -> None:
    assert {rule.type for rule in BOOK.rules} <= set(TYPES)
