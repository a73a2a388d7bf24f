"""Goldens, and one story made by hand that every report is tried on."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from claimdiff.model import Claim, Evidence, Finding, Link, Story, Version

# What one test found must not answer another; tests of the cache have a folder of their own.
os.environ["CLAIMDIFF_NO_CACHE"] = "1"
os.environ["CLAIMDIFF_CACHE_DIR"] = os.path.join(tempfile.gettempdir(), "claimdiff-tests")  # noqa: PTH118  # nobody's own

GOLDEN = Path(__file__).parent / "golden"
ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--growth", action="store_true", help="time every hostile piece in every language (20 minutes)")
    parser.addoption("--accept", action="store_true", help="write the goldens anew; read the diff before you commit it")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with tests/golden/NAME, whole and exact; only --accept writes."""

    def compare(name: str, got: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--accept"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(got.encode())
        assert got == (path.read_bytes().decode() if path.exists() else f"no golden {name}: pytest --accept writes it")

    return compare


@dataclass(frozen=True)
class Sample:
    """A checked story in the shape that the pipeline gives."""

    story: Story
    findings: list[Finding]
    coverage: dict[str, dict[str, Any]]
    claims: list[list[Claim]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


# Hostile on purpose: markup of every format, an escape sequence, a right-to-left override, a byte-order mark.
FRENCH = (
    "\ufeffLe congrès\r\n\r\nIl a été élu par les 96 États membres <script>alert(1)</script> de l’Organisation.\r\n"
    "\x1b[31mRouge\x1b[0m et *gras* | `code` @nom #12 [lien](http://exemple.org) \u202egauche.\r\n"
)
ITALIAN = "Il congresso\n\nÈ stato eletto con 96 voti dai delegati & dai membri.\n1. Ahmed Al-Raisi\n"


def evidence(document: int, words: str, value: str) -> Evidence:
    text = (FRENCH, ITALIAN)[document]
    start = text.index(words)
    return Evidence(document, start, start + len(words), words, value, "the passage")


def finding(rule: str, severity: str, confidence: float, message: str, *places: Evidence) -> Finding:
    kind = {"error": "number_unit", "warning": "person_name", "info": "omission"}[severity]
    trace = ("96 is read in both versions", "the things counted differ: <b>voti</b>")
    return Finding(rule, f"{kind.replace('_', '-')}.sample", kind, "different", severity, confidence, message, places,
                   f"{rule.lower()}0123456789ab", "The figure is the same, the thing counted is not.", trace)  # fmt: skip


@pytest.fixture
def checked() -> Sample:
    """Two versions, four findings in no order, two of them on the same words."""
    story = Story("congress", (Version("fr", FRENCH, "news/congress.fr.txt"), Version("it", ITALIAN, "news/congress.it.txt")))
    findings = [
        finding("A01", "info", 0.6, "Only it says: Ahmed Al-Raisi", evidence(1, "Ahmed Al-Raisi", "ahmed al raisi")),
        finding(
            "P01", "warning", 0.7, "*gras* | \x1b[31mRouge @nom",
            evidence(0, "96 États membres <script>", "x"), evidence(1, "delegati &", "y"),
        ),
        finding("Q02", "error", 0.93, "fr counts <b>, it counts voti", evidence(0, "96 États", "96"), evidence(1, "96 voti", "96")),
        finding("Q01", "error", 0.95, "1. `code` #12", evidence(0, "`code`", "1"), evidence(0, "[lien](http://exemple.org)", "2")),
    ]  # fmt: skip
    return Sample(story, findings, {"quantity": {"found": [2, 1], "linked": 1}, "person": {"found": [0, 1], "linked": 0}})
