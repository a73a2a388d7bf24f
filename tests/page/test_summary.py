"""Many stories on one page: the summary, and the way from story to story."""

from __future__ import annotations

from sheet import Open
from stories import accepted, named

from claimdiff import report
from claimdiff.report import Told

# Many stories


def test_the_summary_puts_the_worst_story_first_and_leads_to_it(show: Open, told: Told) -> None:
    calm = Told({**told.document, "story": "calm", "findings": [], "summary": dict.fromkeys(report.SEVERITIES, 0)}, told.texts)
    sheet = show(calm, named(told, "grave"), named(accepted(told, "Q01", "meant"), "less"))
    rows = sheet.page.locator("#summary tbody").first.locator("tr")
    assert [row.split("\t")[0] for row in rows.all_inner_texts()] == ["grave", "less", "calm"]
    rows.nth(1).get_by_role("link").click()
    assert sheet.current() == "2-1"
    assert not sheet.page.locator("#summary").is_visible()
    sheet.press("a", "s")
    assert sheet.page.locator("[data-open='2']").inner_text() == "2"
    sheet.press("]")
    assert sheet.current() == "1-1"
    sheet.press("[")
    assert sheet.page.locator("#story-3").is_visible()


def test_the_summary_is_sorted_by_any_column(show: Open, told: Told) -> None:
    sheet = show(named(told, "b"), named(accepted(told, "Q01", "meant"), "a"))
    names = sheet.page.locator("#summary tbody th a")
    assert names.all_inner_texts() == ["b", "a"]
    sheet.page.get_by_role("button", name="Story", exact=True).click()
    assert names.all_inner_texts() == ["a", "b"]
    assert sheet.page.locator("th[data-sort=name]").get_attribute("aria-sort") == "ascending"
    sheet.page.get_by_role("button", name="Accepted earlier").click()
    assert names.all_inner_texts() == ["a", "b"]


def test_steps_go_on_from_story_to_story(show: Open, told: Told) -> None:
    sheet = show(told, named(told, "other"))
    seen = [(sheet.press("j"), sheet.current())[1] for _ in range(5)]
    assert seen == ["1-1", "1-2", "1-3", "1-4", "2-1"]
    assert sheet.page.locator("#story").input_value() == "2"


def test_a_table_of_one_story_has_a_summary_and_files_have_none(show: Open, told: Told) -> None:
    assert show(told, many=True).page.locator("#summary").is_visible()
    assert show(told).page.locator("#summary").count() == 0
