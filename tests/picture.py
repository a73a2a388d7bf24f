"""Makes docs/page.png, the picture of the page in the README, from the pair in seeds/: `make picture`."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from browser import browser
from claimdiff import pipeline, read, report
from claimdiff.judge import load_rules

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "page.png"
SIZE = {"width": 1200, "height": 640}


def seeds() -> bytes:
    """The page of the pair in seeds/, with paths as from the checkout."""
    story = read.story([f"{path.relative_to(Path.cwd())}" for path in sorted((ROOT / "seeds").resolve().glob("*.txt"))])
    checked = next(iter(pipeline.check([story], load_rules(None))))
    return report.render("html", [report.tell(checked)])


def picture(page: bytes) -> bytes:
    """The page with the second finding in view and a decision on the first, as PNG."""
    with browser() as started, TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_bytes(page)
        shown = started.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
        shown.goto(path.as_uri())
        for key in ("1", "j", "k"):
            shown.keyboard.press(key)
        shown.wait_for_timeout(500)
        shown.evaluate("document.activeElement.blur(); document.getElementById('word').textContent = ''")
        return bytes(shown.screenshot(animations="disabled", caret="hide"))


if __name__ == "__main__":
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_bytes(picture(seeds()))
