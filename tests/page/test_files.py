"""Decisions go out as a file and come back; correction notes are ready to send."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from sheet import Open
from stories import made

from claimdiff import pipeline, read, report
from claimdiff.cli import main
from claimdiff.files import shipped
from claimdiff.report import Told

DECISIONS = Draft202012Validator(json.loads((shipped("reports") / "decisions.schema.json").read_text("utf-8")))


def test_decisions_go_out_as_a_file_and_come_back(show: Open, told: Told) -> None:
    sheet = show(told)
    sheet.press("2", "x", "n")
    sheet.page.keyboard.type("a note alone")
    sheet.press("Escape", "j", "a", "k", "k", "n")
    sheet.page.keyboard.type("say 96 votes")
    name, content = sheet.download(lambda: sheet.page.click("#export"))
    out = json.loads(content)
    DECISIONS.validate(out)
    assert name == "decisions.json"
    told_of = {f["rule"]: f["fingerprint"] for f in told.document["findings"]}
    assert [(one["rule"], one["decision"], one["document"], one["note"]) for one in out["decisions"]] == [
        ("Q01", "fix-b", 1, "say 96 votes"),
        ("Q02", "not-an-issue", None, ""),
        ("A01", "accept", None, ""),
    ]
    assert all(one["story"] == "congress" and one["fingerprint"] == told_of[one["rule"]] for one in out["decisions"])
    assert "1 note without a decision" in sheet.text("#word")
    fresh = show(told)
    assert fresh.state("1-1") == ""
    fresh.take(content)
    fresh.page.wait_for_function("document.querySelector('#word').textContent.includes('Took 3 decisions')")
    assert [fresh.state(f"1-{n}") for n in (1, 2, 3, 4)] == ["fix in B", "not an issue", "", "accepted"]
    assert fresh.page.locator("#f1-1 .note").text_content() == "say 96 votes"
    fresh.press("u")
    assert [fresh.state(f"1-{n}") for n in (1, 2, 3, 4)] == ["", "", "", ""]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "Nothing was imported: this is no JSON"),
        ("[]", "this is no file of decisions"),
        ('{"schema_version": "2", "decisions": []}', "this is no file of decisions"),
        ('{"schema_version": "1", "decisions": [null, {"story": "x"}]}', "2 of findings that are not here"),
        ('{"schema_version": "1", "decisions": [{"story": "congress", "fingerprint": "q010123456789ab", "decision": "fix-c"}]}',
         "Took 0 decisions; left out: 1 not understood"),
    ],
)  # fmt: skip
def test_a_wrong_file_changes_nothing_and_is_told(show: Open, told: Told, content: str, said: str) -> None:
    sheet = show(told)
    sheet.press("a")
    sheet.take(content)
    sheet.page.wait_for_function(f"document.querySelector('#word').textContent.includes({json.dumps(said)})")
    assert [sheet.state("1-1"), sheet.state("1-2")] == ["accepted", ""]


def test_a_correction_note_is_ready_to_send(show: Open) -> None:
    sheet = show(made(("fr", "Titre\n\nLe feu a détruit 120 maisons à Nice."), ("it", "L'incendio ha distrutto 210 case a Nizza.")))
    sheet.press("1", "n")
    sheet.page.keyboard.type("the fire brigade says 210")
    sheet.press("Escape", "c")
    note = sheet.page.input_value("#note")
    assert note == (
        "Corrections for fire.fr.txt, French version\n===========================================\n\nStory: fire. 1 correction.\n\n"
        "1. Line 3\n   stands there: Le feu a détruit [120 maisons] à Nice.\n"
        "   Italian version, line 1: L'incendio ha distrutto [210 case] a Nizza.\n"
        "   why: fr says 120 maisons, it says 210 case (Q01)\n   note: the fire brigade says 210\n"
    )
    name, content = sheet.download(lambda: sheet.page.click("#save-note"))
    assert (name, content) == ("fire.fr.corrections.txt", note)
    sheet.page.select_option("#note-form", "md")
    assert sheet.page.input_value("#note").startswith("# Corrections for fire\\.fr\\.txt")
    assert "**120 maisons**" in sheet.page.input_value("#note")


def test_a_note_in_markdown_holds_no_markup_of_the_article(show: Open, told: Told) -> None:
    sheet = show(told)
    sheet.press("1", "c")
    sheet.page.select_option("#note-form", "md")
    note = sheet.page.input_value("#note")
    assert r"\[lien\]\(http://exemple\.org\)" in note
    assert "&#64;nom" in note
    assert "](http" not in note
    assert "<script" not in note


def test_the_command_line_takes_what_was_decided_on_the_page(
    show: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Accepted on the page of a real story, taken by `accept --from`, and no longer counted by `check`."""
    pair = {"fr": "L'incendie a détruit 120 maisons à Nice.\n", "it": "L'incendio ha distrutto 210 case a Nizza.\n"}
    for lang, text in pair.items():
        (tmp_path / f"fire.{lang}.txt").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    files = [f"fire.{lang}.txt" for lang in pair]

    def run(*arguments: str) -> tuple[object, str]:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        return ended.value.code, capfdbinary.readouterr().out.decode()

    told = next(pipeline.check([read.story(files)]))
    sheet = show(report.tell(told))
    sheet.press("x", "n")
    sheet.page.keyboard.type("counted a day later")
    _, content = sheet.download(lambda: sheet.page.click("#export"))
    (tmp_path / "decisions.json").write_text(content, "utf-8")
    assert run("check", *files)[0] == 1
    status, listed = run("accept", *files, "--from", "decisions.json", "--reason", "looked at")
    assert (status, listed.count("+ ")) == (0, 1)
    assert "counted a day later" in (tmp_path / "claimdiff.accepted.yaml").read_text("utf-8")
    status, printed = run("check", *files)
    assert (status, "1 accepted" in printed) == (0, True)
