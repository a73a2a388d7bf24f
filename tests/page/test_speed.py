"""A page with very many findings or stories stays quick."""

from __future__ import annotations

from sheet import Open, Sheet
from stories import long


def delay(sheet: Sheet, *keys: str) -> float:
    """The time in milliseconds from a key to the page laid out; the quicker quarter, for other work shares the machine."""
    sheet.page.evaluate(
        """() => {
          window.took = [];
          addEventListener("keydown", () => (window.since = performance.now()), true);
          addEventListener("keydown", () => {
            document.querySelector("mark.current").getBoundingClientRect();
            took.push(performance.now() - since);
          });
        }"""
    )
    sheet.press(*keys)
    took = sorted(sheet.page.evaluate("took"))
    return float(took[len(took) // 4])


def test_four_hundred_findings_stay_quick(show: Open) -> None:
    sheet = show(long(400))
    assert delay(sheet, *"jjjjjjjjjjjjjjkkkk") < 50
    assert delay(sheet, *"11111xxxxxuuuuuuu") < 50


def test_fifty_stories_stay_quick(show: Open) -> None:
    sheet = show(*(long(20, f"story {n}") for n in range(50)))
    sheet.press("j")
    assert delay(sheet, *"jjjjjjjjjjjjjjjjjjjjjjjj") < 50
    assert delay(sheet, *"11111]]]]]]uuuuu") < 50
