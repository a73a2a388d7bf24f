"""The page by keyboard alone, by assistive technology, in both colours, on paper, from right to left."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from sheet import Open, Sheet
from stories import accepted, long, named

from claimdiff import report
from claimdiff.model import Evidence, Finding, Story, Version
from claimdiff.report import Told

# Keyboard alone, axe, colours, paper


def test_the_whole_page_works_by_keyboard_alone(show: Open, told: Told) -> None:
    sheet = show(told)
    sheet.press("j", "?")
    assert sheet.page.locator("#help").is_visible()
    sheet.press("a", "Escape")
    assert sheet.state("1-2") == ""
    sheet.press("Tab", "Tab", "Tab", "Tab")
    assert sheet.page.evaluate("document.activeElement.dataset.decision") == "fix-b"
    sheet.press("Enter")
    assert sheet.state("1-2") == "fix in B"
    assert sheet.page.evaluate("document.activeElement.dataset.finding") == "1-3"


def test_single_keys_can_be_switched_off(show: Open, told: Told) -> None:
    sheet = show(told)
    sheet.press("?")
    sheet.page.uncheck("#use-keys")
    sheet.press("Escape", "a")
    assert sheet.state("1-1") == ""
    sheet.page.reload()
    sheet.press("a")
    assert sheet.state("1-1") == ""


def complaints(sheet: Sheet) -> list[str]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    found = axe.Axe().run(sheet.page)
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found.response["violations"] for node in one["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1300, 480])
def test_axe_has_no_complaint(show: Open, told: Told, scheme: str, width: int) -> None:
    told = accepted(told, "P01", "house style")
    sheet = show(told, named(told, "other"), color_scheme=scheme, viewport={"width": width, "height": 800})
    assert complaints(sheet) == []
    sheet.page.check("input[value=earlier]")
    sheet.press("j", "1", "a", "w", "k")
    assert complaints(sheet) == []
    sheet.press("?")
    assert complaints(sheet) == []
    sheet.press("Escape", "c")
    assert complaints(sheet) == []


def test_colours_follow_the_system_or_the_switch(show: Open, told: Told) -> None:
    sheet = show(told, color_scheme="dark")
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = sheet.page.evaluate(paper)
    sheet.page.select_option("#theme", "light")
    assert sheet.page.evaluate(paper) == "rgb(255, 255, 255)" != dark
    sheet.page.reload()
    assert sheet.page.evaluate(paper) == "rgb(255, 255, 255)"


def test_paper_shows_every_finding_and_both_texts_whole_in_black_on_white(show: Open) -> None:
    sheet = show(long(60), color_scheme="dark")
    sheet.press("1")
    sheet.page.emulate_media(media="print")
    assert sheet.page.locator("#f1-60 .evidence").is_visible()
    assert sheet.state("1-1") == "fix in A"
    assert not sheet.page.locator(".bar button").first.is_visible()
    assert sheet.page.evaluate("[...document.querySelectorAll('.text')].every((one) => one.scrollHeight <= one.clientHeight)")
    assert sheet.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_each_version_runs_in_its_own_direction(show: Open) -> None:
    texts = ("שלום 96 מדינות\nEnglish line", "Le congrès 96 voix")
    places = tuple(Evidence(d, text.index("96"), text.index("96") + 2, "96", "96", "") for d, text in enumerate(texts))
    one = Finding("Q02", "quantity.x", "number", "different", "error", 0.9, "96", places, "0123456789abcdef", "", ())
    story = Story("s", (Version("he", texts[0]), Version("fr", texts[1])))
    sheet = show(report.tell(SimpleNamespace(story=story, findings=[one], coverage={})))
    assert sheet.page.evaluate("[...document.querySelectorAll('.text')].map((t) => t.matches(':dir(rtl)'))") == [True, False]
    beside = sheet.page.evaluate(
        """[...document.querySelectorAll(".text")].map((text) => {
          const line = text.querySelector(".line");
          return [getComputedStyle(line).paddingRight !== "0px", getComputedStyle(line, "::before").right === "0px"];
        })"""
    )
    assert beside == [[True, True], [False, False]]
