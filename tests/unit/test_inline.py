"""Comments in a text that take a rule off its words: what they reach, and which of them are refused or told as unused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from claimdiff import read
from claimdiff.cli import main

FRENCH = """\
# Incendie à Nice

{over}L'incendie a détruit 120 maisons à Nice.{behind}

{between}Le train transporte 300 passagers vers Lyon.
{below}"""
ITALIAN = "# Incendio a Nizza\n\nL'incendio ha distrutto 210 case a Nizza.\n\nIl treno trasporta 400 passeggeri a Lione.\n"
NOWHERE = {"over": "", "behind": "", "between": "", "below": ""}

Check = Callable[..., tuple[int, list[str], list[str], str]]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Check:
    """Checks the story with comments in it: status, what counts, what is accepted (by the first words), what is said beside."""
    monkeypatch.chdir(tmp_path)

    def run(*options: str, suffix: str = "md", **comments: str) -> tuple[int, list[str], list[str], str]:
        text = FRENCH.format(**{**NOWHERE, **comments})
        if suffix == "html":
            text = "<html><body>" + "".join(f"<p>{part}</p>\n" for part in text.split("\n\n")) + "</body></html>"
        (tmp_path / f"a.fr.{suffix}").write_text(text, "utf-8")
        (tmp_path / "a.it.txt").write_text(ITALIAN, "utf-8")
        with pytest.raises(SystemExit) as ended:
            main(["check", f"a.fr.{suffix}", "a.it.txt", "--format", "json", *options])
        out, err = capfdbinary.readouterr()
        told = json.loads(out) if out else {"findings": []}
        counting, accepted = ([f["evidence"][0]["text"] for f in told.get(key, [])] for key in ("findings", "accepted"))
        return int(ended.value.code or 0), sorted(counting), sorted(accepted), err.decode()

    return run


HOUSES, PASSENGERS = "120 maisons", "300 passagers"


def test_without_a_comment_both_count(check: Check) -> None:
    assert check() == (1, [HOUSES, PASSENGERS], [], "")


@pytest.mark.parametrize("suffix", ["md", "html"])
@pytest.mark.parametrize(
    "comments",
    [
        {"behind": " <!-- claimdiff-ignore Q01: two days -->"},
        {"over": "<!-- claimdiff-ignore q01 : two days -->"},
        {"over": "<!-- claimdiff-ignore quantity.other-figure: two days -->"},
        {"over": "<!-- claimdiff-ignore-next Q01: two days -->\n"},
        {"over": "<!-- claimdiff-ignore-next Q01: two days -->\n\n"},
        {"over": "<!--\n  claimdiff-ignore-next Q01:\n  two days\n-->\n\n"},
        {"over": "<!-- claimdiff-ignore-begin Q01: two days -->", "between": "<!-- claimdiff-ignore-end Q01 -->"},
        {"over": "<!-- claimdiff-ignore-begin Q01: two days -->", "behind": "<!-- claimdiff-ignore-end -->"},
    ],
)
def test_a_comment_reaches_its_words_and_no_others(check: Check, suffix: str, comments: dict[str, str]) -> None:
    assert check(suffix=suffix, **comments) == (1, [PASSENGERS], [HOUSES], "")


def test_a_comment_for_the_file_reaches_all_of_it(check: Check) -> None:
    assert check(below="\n<!-- claimdiff-ignore-file Q01: figures are of two days -->\n") == (0, [], [HOUSES, PASSENGERS], "")


def test_a_comment_changes_nothing_that_is_read(check: Check) -> None:
    """It may even stand inside a sentence, and hold figures of its own."""
    assert check(between="Alors <!-- 96 > 12, and\n5 houses -->") == check(between="Alors ")


def test_no_comment_counts_where_all_findings_are_wanted(check: Check) -> None:
    assert check("--no-accepted", below="<!-- claimdiff-ignore-file Q01: why -->") == (1, [HOUSES, PASSENGERS], [], "")


def test_another_rule_is_not_taken_off_and_the_comment_is_told_as_unused(check: Check) -> None:
    status, counting, accepted, err = check(behind=" <!-- claimdiff-ignore Q05, Q01: two days -->")
    assert (status, counting, accepted) == (1, [PASSENGERS], [HOUSES])
    assert err == (
        "claimdiff: a.fr.md:3:42: claimdiff-ignore Q05 covers no finding in its paragraph; "
        "claimdiff-ignore-next is for the one below\n"
    )


def test_code_and_plain_text_hold_no_comments(check: Check) -> None:
    fenced = "```\n<!-- claimdiff-ignore Z -->\n```\n`<!-- claimdiff-ignore Z -->` <!-- claimdiff-ignore Z"
    assert check(below=fenced) == (1, [HOUSES, PASSENGERS], [], "")
    assert check(suffix="html", below="<pre><!-- claimdiff-ignore Z --></pre><script>'<!-- claimdiff-x -->'</script>")[0] == 1
    assert check(suffix="txt", below="<!-- claimdiff-ignore Z -->") == (1, [HOUSES, PASSENGERS], [], "")


WRONG = {
    "claimdiff-ignore: two days": "lacks a rule: <!-- claimdiff-ignore RULE: reason -->",
    "claimdiff-ignore Q01": "lacks a reason: <!-- claimdiff-ignore RULE: reason -->",
    "claimdiff-ignore-next Q01: \n": "lacks a reason: <!-- claimdiff-ignore-next RULE: reason -->",
    "claimdiff-ignore Q99: two days": 'there is no rule "Q99"',
    "claimdiff-ignore quantity.other-figur: x": 'there is no rule "quantity.other-figur"; did you mean "quantity.other-figure"?',
    "claimdiff-ignor Q01: two days": 'there is no comment "claimdiff-ignor"; did you mean "claimdiff-ignore"?',
    "claimdiff-ignore-begin Q01: two days": "never ends: <!-- claimdiff-ignore-end -->",
    "claimdiff-ignore-end": "ends nothing: no <!-- claimdiff-ignore-begin RULE: reason --> before it",
    "claimdiff-ignore-begin Q01: x --><!-- claimdiff-ignore-end Q02": (
        "ends Q02, but the region open here is of Q01, which begins in line 3"
    ),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_comment_is_refused_with_its_place(check: Check, wrong: str) -> None:
    status, _, _, err = check(over=f"<!-- {wrong} -->")
    assert status == 2
    place, _, problem = err.removeprefix("claimdiff: a.fr.md:3:").partition(": ")
    assert problem == f"{WRONG[wrong]}\n"
    assert place.isdecimal()


def test_in_a_table_a_wrong_comment_fails_its_story_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(tmp_path)
    rows = []
    for story, comment in (("one", "<!-- claimdiff-ignore Q01 -->"), ("two", "<!-- claimdiff-ignore Q01: two days -->")):
        (tmp_path / f"{story}.md").write_text(f"L'incendie a détruit 120 maisons à Nice. {comment}\n", "utf-8")
        rows += [{"story": story, "lang": "fr", "path": f"{story}.md"}, {"story": story, "lang": "it", "text": ITALIAN}]
    (tmp_path / "t.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["check", "--table", "t.jsonl", "--format", "jsonl"])
    out, err = capfdbinary.readouterr()
    assert ended.value.code == 2
    assert [(told["story"], len(told["accepted"])) for told in map(json.loads, out.splitlines())] == [("two", 1)]
    assert err.decode().startswith("claimdiff: one.md:1:42: lacks a reason")


@pytest.mark.parametrize("suffix", ["md", "html"])
@pytest.mark.parametrize(
    "text", ["<!-- claimdiff-", "<!-- claimdiff-x -->", "<!-- claimdiff-x -->\n", "<script>claimdiff-", "<!--"]
)
def test_hostile_files_are_read_in_no_time(text: str, suffix: str) -> None:
    """Forty thousand of them; with work that grows as the square this would run for minutes."""
    found = read.remarks(text * 40_000 + "claimdiff-", f"a.{suffix}")
    assert len(found) in (0, 40_000)
