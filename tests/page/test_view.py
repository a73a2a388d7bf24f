"""The finding in view, its marks in every version, and the filters."""

from __future__ import annotations

from sheet import Open
from stories import accepted, long, made

from claimdiff import report
from claimdiff.report import Told

# The finding in view


def test_the_finding_in_view_brings_its_evidence_into_view_in_every_version(show: Open) -> None:
    sheet = show(long(60))
    for _ in range(41):
        sheet.press("j")
    boxes = sheet.page.evaluate(
        """[...document.querySelectorAll("mark.current")].map((mark) => {
          const box = mark.closest(".text").getBoundingClientRect(), at = mark.getBoundingClientRect();
          return at.top >= box.top && at.bottom <= box.bottom && box.bottom <= innerHeight;
        })"""
    )
    assert boxes == [True, True]
    assert sheet.text("#position") == "42 of 60"


def test_six_versions_stand_side_by_side(show: Open) -> None:
    texts = [
        (lang, f"{n} " + "lorem ipsum dolor\n" * 80 + "120 maisons") for n, lang in enumerate(("fr", "it", "en", "es", "de", "pt"))
    ]
    sheet = show(made(*texts), viewport={"width": 1300, "height": 800})
    boxes = sheet.page.evaluate(
        "[...document.querySelectorAll('.text')].map((text) => text.getBoundingClientRect().bottom <= innerHeight)"
    )
    assert boxes == [True] * 6


def test_without_scripts_everything_is_there_to_be_read(show: Open, told: Told) -> None:
    sheet = show(told, java_script_enabled=False)
    assert sheet.page.locator(".evidence").count() == sheet.page.locator(".evidence:visible").count() == 4
    assert "read only" in sheet.text("noscript")
    assert not sheet.page.locator("#export").is_visible()


def test_a_run_without_a_story_has_a_page(show: Open) -> None:
    sheet = show(many=True)
    sheet.press("j", "a", "u", "c")
    assert sheet.text("main > .empty") == "No story was checked."


def test_a_click_on_a_mark_brings_its_finding(show: Open, told: Told) -> None:
    sheet = show(told)
    sheet.page.locator("mark", has_text="96 voti").click()
    assert sheet.current() == "1-2"
    assert sheet.page.locator("#f1-2 .head").get_attribute("aria-expanded") == "true"


def test_a_mark_of_several_findings_brings_one_after_the_other(show: Open, told: Told) -> None:
    sheet = show(told)
    mark = sheet.page.locator("mark", has_text="96 États").first
    seen = {(mark.click(), sheet.current())[1] for _ in range(2)}
    assert seen == {"1-2", "1-3"}


def test_evidence_leads_to_its_own_mark(show: Open, told: Told) -> None:
    sheet = show(told)
    sheet.page.locator("#f1-1 .evidence a").nth(1).click()
    assert sheet.text("mark.here") == "[lien](http://exemple.org)"


def test_arrows_in_a_text_go_from_mark_to_mark(show: Open) -> None:
    sheet = show(long(9))
    sheet.page.locator(".text").first.focus()
    told = [(sheet.press("ArrowRight"), sheet.text(".finding.current .message"))[1] for _ in range(3)]
    sheet.press("ArrowLeft")
    assert told == ["1", "2", "3"]
    assert sheet.text(".finding.current .message") == "2"


def test_why_is_told_in_words(show: Open) -> None:
    sheet = show(made(("fr", "Il a été élu par les 96 États membres."), ("it", "È stato eletto con 96 voti.")))
    assert not sheet.page.locator(".finding.current .why p").first.is_visible()
    sheet.press("w")
    assert "one counts member state, the other vote." in sheet.text(".finding.current .trace")


# Filters


def test_filters_count_what_they_would_show(show: Open, told: Told) -> None:
    sheet = show(told)
    assert [sheet.count(f"severity {one}") for one in report.SEVERITIES] == [2, 1, 1]
    sheet.page.uncheck("input[value=error]")
    assert sheet.shown() == ["1-3", "1-4"]
    assert [sheet.count(f"severity {one}") for one in report.SEVERITIES] == [2, 1, 1]
    assert sheet.count("state open") == 2
    assert sheet.text("#position") in ("2 findings", "1 of 2")
    assert not sheet.page.get_by_role("heading", name="Errors").is_visible()


def test_type_rule_and_words_narrow_the_list(show: Open, told: Told) -> None:
    sheet = show(told)
    sheet.page.select_option("#type", "number_unit")
    assert sheet.shown() == ["1-1", "1-2"]
    assert "(1)" in sheet.page.locator("#rule option[value=Q02]").inner_text()
    assert "(0)" in sheet.page.locator("#rule option[value=A01]").inner_text()
    sheet.page.select_option("#rule", "Q02")
    assert sheet.shown() == ["1-2"]
    sheet.page.click("#all")
    sheet.press("/")
    sheet.page.keyboard.type("ETATS  counts")
    assert sheet.shown() == ["1-2"]
    sheet.page.keyboard.type(" nowhere")
    assert sheet.page.locator(".none").is_visible()
    assert sheet.page.locator("mark:not(.off)").count() == 0


def test_a_hidden_finding_has_no_mark_and_is_not_stepped_on(show: Open, told: Told) -> None:
    sheet = show(told)
    sheet.page.uncheck("input[value=info]")
    assert "off" in (sheet.page.locator("mark", has_text="Ahmed").get_attribute("class") or "")
    seen = {(sheet.press("j"), sheet.current())[1] for _ in range(5)}
    assert seen == {"1-1", "1-2", "1-3"}


def test_what_was_accepted_earlier_is_a_state_of_its_own(show: Open, told: Told) -> None:
    sheet = show(accepted(told, "P01", "house style"))
    assert sheet.shown() == ["1-1", "1-2", "1-3"]
    assert sheet.count("state earlier") == 1
    assert sheet.text("#decided") == "0 of 3 decided"
    sheet.page.check("input[value=earlier]")
    assert sheet.state("1-4") == "accepted earlier"
    sheet.page.click("#f1-4 .head")
    assert sheet.text("#f1-4 .earlier") == "Accepted earlier by Ada, until 2030-01-31: house style"
