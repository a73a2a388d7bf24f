"""The pages under docs/rules are those that the rule files make, and every rule shows its cases in two languages or more."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimdiff.cli import main
from claimdiff.judge import load_rules
from claimdiff.judge.rule import Rule

ROOT = Path(__file__).parent.parent.parent
PAGES = ROOT / "docs/rules"
RULES = load_rules().rules


def written(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def pages(folder: Path, *options: str) -> dict[str, str]:
    with pytest.raises(SystemExit) as ended:
        main(["rules", "pages", str(folder), *options])
    assert ended.value.code == 0
    return written(folder)


def test_the_pages_are_fresh(tmp_path: Path) -> None:
    """claimdiff rules pages writes them anew."""
    assert written(PAGES) == pages(tmp_path)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_cases_are_in_two_languages_or_more(rule: Rule) -> None:
    for cases in (rule.cases.fires, rule.cases.silent):
        assert len({lang for case in cases for lang in case}) >= 2


def test_a_page_shows_each_case_and_what_the_rule_says() -> None:
    page = (PAGES / "Q07.md").read_text("utf-8")
    (rule,) = (rule for rule in RULES if rule.id == "Q07")
    assert rule.why in page
    for case in [*rule.cases.fires, *rule.cases.silent]:
        for lang, text in case.items():
            assert f"| {lang} | {text.replace('$', '&#36;')} |" in page


def test_rules_of_ones_own_get_a_page_and_cannot_break_it(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(
        "- {id: Z01, name: mine.own, claims: [quantity], compare: across, relation: [different], severity: 'off', type: number,"
        ' message: "a | b", why: "<script>alert(1)</script> [x](http://example.org)",'
        ' cases: {fires: [{fr: "1 | 2"}], silent: [{fr: "3"}]}}\n',
        "utf-8",
    )
    made = pages(tmp_path / "to", "--rules", str(mine))
    assert "[Z01](Z01.md)" in made["README.md"]
    assert "<script>" not in made["Z01.md"]
    assert "](http" not in made["Z01.md"]
    assert r"| 1 | fr | 1 \| 2 |" in made["Z01.md"]
    assert "| written in | mine.yaml |" in made["Z01.md"]
