"""What an editor decides: by keys, kept in the browser, undone."""

from __future__ import annotations

import json
from pathlib import Path

from sheet import Open
from stories import made, named

from claimdiff import report
from claimdiff.report import Told

# Decisions


def test_a_decision_is_shown_goes_on_and_is_undone(show: Open, told: Told) -> None:
    sheet = show(told)
    sheet.press("2", "x", "a")
    assert [sheet.state(f"1-{n}") for n in (1, 2, 3, 4)] == ["fix in B", "not an issue", "accepted", ""]
    assert sheet.current() == "1-4"
    assert [sheet.count(f"state {one}") for one in ("open", "accept", "not-an-issue", "fix")] == [1, 1, 1, 1]
    assert sheet.text("#decided") == "3 of 4 decided"
    sheet.press("u", "u")
    assert [sheet.state(f"1-{n}") for n in (1, 2, 3)] == ["fix in B", "", ""]
    assert sheet.current() == "1-2"


def test_the_same_decision_again_takes_it_back(show: Open, told: Told) -> None:
    sheet = show(told)
    sheet.press("a", "k", "a")
    assert sheet.state("1-1") == ""


def test_after_a_decision_the_next_open_finding_is_in_view(show: Open, told: Told) -> None:
    sheet = show(told)
    sheet.press("j", "a", "k", "k", "a", "a")
    assert sheet.current() == "1-4"
    sheet.press("a")
    assert sheet.current() == "1-4"
    assert sheet.text("#word") == "Finding 4: accepted; all that is shown is decided"
    sheet.press("u", "?")
    sheet.page.uncheck("#go-on")
    sheet.press("Escape", "k", "x")
    assert sheet.current() == "1-3"


def test_there_is_a_key_for_each_version_and_for_no_other(show: Open) -> None:
    texts = [("fr", "Le feu a fait 12 morts à Nice."), ("it", "L'incendio ha fatto 13 morti a Nizza."), ("de", "12 Tote in Nizza.")]
    sheet = show(made(*texts))
    sheet.press("4")
    assert sheet.state("1-1") == ""
    sheet.press("3")
    assert sheet.state("1-1") == "fix in C"


def test_decisions_and_notes_stay_in_the_browser(show: Open, told: Told) -> None:
    sheet = show(told)
    sheet.press("a", "n")
    sheet.page.keyboard.type("ask <b>Rabat</b>")
    sheet.press("Escape", "j")
    sheet.page.goto(f"{sheet.address}#f1-3")
    sheet.page.reload()
    assert sheet.state("1-1") == "accepted"
    assert sheet.text("#f1-2 .note") == "ask <b>Rabat</b>"
    sheet.page.click("#f1-2 .head")
    assert sheet.page.locator("textarea").first.input_value() == "ask <b>Rabat</b>"


def test_decisions_belong_to_story_and_fingerprint_not_to_places(show: Open, told: Told) -> None:
    sheet = show(told, named(told, "other"))
    sheet.page.goto(f"{sheet.address}#f1-2")
    sheet.page.reload()
    sheet.press("a")
    assert [sheet.state("1-2"), sheet.state("2-2")] == ["accepted", ""]
    moved = Told({**told.document, "findings": told.document["findings"][1:]}, told.texts)
    path = Path(sheet.address.removeprefix("file://"))
    path.write_bytes(report.render("html", [moved]))
    sheet.page.goto(sheet.address)
    assert [sheet.state("1-1"), sheet.state("1-2")] == ["accepted", ""]


def test_what_the_store_holds_is_not_trusted(show: Open, told: Told) -> None:
    fingerprint = told.document["findings"][0]["fingerprint"]
    other = told.document["findings"][1]["fingerprint"]
    stored = json.dumps({fingerprint: {"decision": "fix-z"}, other: {"decision": 3, "note": "kept"}, "__proto__": None})
    sheet = show(told, script=f"localStorage.setItem('claimdiff/1/story/congress', {json.dumps(stored)})")
    assert [sheet.state("1-1"), sheet.state("1-2")] == ["", ""]
    assert sheet.text("#f1-2 .note") == "kept"
    assert show(told, script="localStorage.setItem('claimdiff/1/story/congress', '{')").state("1-1") == ""


def test_without_storage_the_page_works_and_says_so(show: Open, told: Told) -> None:
    refused = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    sheet = show(told, script=refused)
    assert "decisions last until you close it" in sheet.text(".word.lasting")
    sheet.press("a")
    assert sheet.state("1-1") == "accepted"


def test_a_full_store_is_told(show: Open, told: Told) -> None:
    full = "Storage.prototype.setItem = function (k) { if (k.includes('story')) throw new DOMException('', 'QuotaExceededError'); }"
    sheet = show(told, script=full)
    sheet.press("a", "a")
    assert sheet.page.locator(".word.lasting").count() == 1
    assert sheet.state("1-2") == "accepted"
