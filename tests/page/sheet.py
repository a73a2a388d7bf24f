"""A page in the browser, as a test uses it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any


class Sheet:
    """A page in the browser, with all it asked for and all that went wrong in it."""

    def __init__(self, page: Any, address: str) -> None:
        self.page, self.address = page, address
        self.asked: list[str] = []
        self.wrong: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", lambda message: self.wrong.append(message.text) if message.type in ("error", "warning") else None)
        page.on("dialog", lambda dialog: (self.wrong.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.goto(address)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def text(self, selector: str) -> str:
        return str(self.page.locator(selector).first.inner_text())

    def current(self) -> str | None:
        return self.page.evaluate("document.querySelector('.finding.current')?.id.slice(1) ?? null")

    def shown(self) -> list[str]:
        return self.page.evaluate("[...document.querySelectorAll('.finding:not([hidden])')].map((one) => one.id.slice(1))")

    def state(self, key: str) -> str:
        return str(self.page.locator(f"#f{key} .state").text_content())

    def count(self, name: str) -> int:
        return int(self.page.locator(f'[data-count="{name}"]').inner_text())

    def download(self, act: Callable[[], None]) -> tuple[str, str]:
        with self.page.expect_download() as given:
            act()
        return given.value.suggested_filename, Path(given.value.path()).read_text("utf-8")

    def take(self, content: str) -> None:
        self.page.set_input_files("#file", {"name": "decisions.json", "mimeType": "application/json", "buffer": content.encode()})


Open = Callable[..., Sheet]
"""Opens the page of some stories."""
