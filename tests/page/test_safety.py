"""Hostile text cannot act, and nothing is asked for."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from sheet import Open
from stories import named

from claimdiff import report
from claimdiff.model import Evidence, Finding, Story
from claimdiff.report import Told

# Hostile text, no request, no delay


HOSTILE = (
    '<script>alert(1)</script> "><img src=x onerror=alert(2)> </script><svg onload=alert(3)> {{ 7*7 }} ${7*7} '
    "=cmd|'/c calc'!A1 ::error::x \x1b[31m [a](javascript:alert(4)) <!-- <script> ]]> javascript:alert(5) 96 voix"
)


def test_hostile_text_cannot_act(show: Open, checked: Any) -> None:
    versions = tuple(
        replace(v, text=f"{HOSTILE}\n{v.text}", path=f'"><img src=x onerror=alert(6)>.{v.lang}') for v in checked.story.versions
    )
    texts = [version.text for version in versions]
    evidence = tuple(Evidence(d, 0, len(HOSTILE), HOSTILE, HOSTILE, HOSTILE) for d in (0, 1))
    one = Finding("Q01", HOSTILE, HOSTILE, HOSTILE, "error", 0.9, HOSTILE, evidence, HOSTILE, HOSTILE, (HOSTILE,) * 3)
    told = report.tell(replace(checked, story=Story(HOSTILE, versions), findings=[one]))
    sheet = show(told, named(told, f"{HOSTILE} again"))
    sheet.press("j", "1", "n")
    sheet.page.keyboard.type(HOSTILE.replace("\x1b", ""))
    sheet.press("Escape", "w", "c")
    sheet.page.select_option("#note-form", "md")
    sheet.page.wait_for_timeout(100)
    assert sheet.page.evaluate("document.querySelectorAll('img, svg:not(.chart), .text script, iframe').length") == 0
    assert sheet.page.locator(".text").first.text_content() == texts[0].replace("\x1b", "\ufffd").replace("\r\n", "\n").replace(
        "\u202e", "\ufffd"
    )
    _, content = sheet.download(lambda: (sheet.press("Escape"), sheet.press("e"))[0])
    assert json.loads(content)["decisions"][0]["story"] == HOSTILE


def test_the_policy_stops_what_would_still_get_in(show: Open, told: Told) -> None:
    sheet = show(told)
    stopped = sheet.page.evaluate(
        """async () => {
          const tried = document.createElement("div");
          tried.innerHTML = '<img src="https://example.org/x.png"><button onclick="window.acted = 1">';
          document.body.append(tried);
          tried.querySelector("button").click();
          const script = Object.assign(document.createElement("script"), {textContent: "window.acted = 2"});
          document.body.append(script);
          const sent = await fetch("https://example.org/").then(() => "sent", () => "refused");
          return [window.acted ?? "idle", sent];
        }"""
    )
    assert stopped == ["idle", "refused"]
    assert all("Content Security Policy" in one or "Refused" in one or "violates" in one for one in sheet.wrong)
    sheet.wrong.clear()
    sheet.asked[:] = [url for url in sheet.asked if "example.org" not in url]


def test_no_handler_and_no_style_stands_in_the_page(told: Told) -> None:
    markup = re.sub(r"<(script|style).*?</\1>", "", report.render("html", [told]).decode(), flags=re.S)
    assert not re.search(r"<[^>]*\s(?:on\w+|style)=", markup)
