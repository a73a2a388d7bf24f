"""Pages of stories in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sheet import Open, Sheet

from browser import browser, chromium
from claimdiff import report
from claimdiff.report import Told


@pytest.fixture(scope="session")
def started() -> Iterator[Any]:
    """A browser; what wants it is skipped where there is none."""
    pytest.importorskip("playwright", reason="playwright is not installed: the page is not tried in a browser")
    if chromium() is None:
        pytest.skip("there is no chromium on PATH: the page is not tried in a browser")
    with browser() as one:
        yield one


@pytest.fixture
def show(started: Any, tmp_path: Path) -> Iterator[Open]:
    """Opens the page of some stories; nothing may go wrong in it and nothing but the file may be asked for."""
    opened: list[tuple[Any, Sheet]] = []

    def show(*told: Told, many: bool = False, script: str = "", **options: Any) -> Sheet:
        path = tmp_path / f"page{len(opened)}.html"
        path.write_bytes(report.render("html", told, many))
        context = started.new_context(**{"viewport": {"width": 1300, "height": 800}, **options})
        if script:
            context.add_init_script(script)
        sheet = Sheet(context.new_page(), path.as_uri())
        opened.append((context, sheet))
        return sheet

    yield show
    for context, sheet in opened:
        context.close()
        assert sheet.wrong == []
        assert [url for url in sheet.asked if url != sheet.address and not url.startswith(("data:,", "blob:"))] == []


@pytest.fixture
def told(checked: Any) -> Told:
    return report.tell(checked)
