"""The whole run: what an editor finds in the seeds, mirrored, repeated, and silent on a copy."""

from __future__ import annotations

import gc
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claimdiff import pipeline
from claimdiff.model import Finding, Story, Version
from claimdiff.undisturbed import undisturbed

ROOT = Path(__file__).parent.parent.parent
FR = (ROOT / "seeds/interpol.fr.txt").read_text("utf-8")
IT = (ROOT / "seeds/interpol.it.txt").read_text("utf-8")
GOLD = yaml.safe_load((ROOT / "tests/pairs/interpol/gold.yaml").read_text("utf-8"))


def check(*versions: tuple[str, str]) -> list[Finding]:
    story = Story("story", tuple(Version(lang, text) for lang, text in versions))
    return next(pipeline.check([story])).findings


@pytest.fixture(scope="module")
def seeds() -> list[Finding]:
    return check(("fr", FR), ("it", IT))


def places(row: dict[str, str | None]) -> dict[int, list[tuple[int, int]]]:
    out: dict[int, list[tuple[int, int]]] = {}
    for key, document in (("a", 0), ("a2", 0), ("b", 1), ("b2", 1)):
        quote, text = row.get(key), (FR, IT)[document]
        at = text.find(quote) if quote else -1
        while quote and at >= 0:
            out.setdefault(document, []).append((at, at + len(quote)))
            at = text.find(quote, at + 1)
    return out


def touches(finding: Finding, row: dict[str, str | None]) -> bool:
    return all(
        any(e.document == document and e.start < end and start < e.end for e in finding.evidence for start, end in spans)
        for document, spans in places(row).items()
    )


@pytest.mark.parametrize("row", [r for r in GOLD["discrepancies"] if r["severity"] != "info"], ids=lambda r: r["id"])
def test_the_seeds_hold_what_an_editor_finds(seeds: list[Finding], row: dict[str, str | None]) -> None:
    assert any(touches(f, row) for f in seeds if f.severity != "info")


@pytest.mark.parametrize("row", GOLD["traps"], ids=lambda r: str(r["a"]))
def test_no_alarm_on_the_same_fact_in_two_wordings(seeds: list[Finding], row: dict[str, str | None]) -> None:
    known = [r for r in [*GOLD["discrepancies"], *GOLD["tolerated"]] if r.get("severity") != "info"]
    loud = [f for f in seeds if f.severity != "info" and not any(touches(f, r) for r in known)]
    assert not any(touches(f, row) for f in loud)


def test_every_evidence_points_at_its_words(seeds: list[Finding]) -> None:
    for finding in seeds:
        for e in finding.evidence:
            assert (FR, IT)[e.document][e.start : e.end] == e.text


def test_exchanged_versions_give_mirrored_findings(seeds: list[Finding]) -> None:
    back = check(("it", IT), ("fr", FR))
    assert {(f.rule, f.fingerprint, f.confidence) for f in back} == {(f.rule, f.fingerprint, f.confidence) for f in seeds}


def across(findings: list[Finding]) -> list[Finding]:
    return [f for f in findings if len({e.document for e in f.evidence}) > 1 or f.severity == "info"]


COPIES: dict[str, Callable[[str], str]] = {
    "itself": lambda t: t,
    "NFD": lambda t: unicodedata.normalize("NFD", t),
    "CRLF": lambda t: t.replace("\n", "\r\n"),
    "byte-order mark": lambda t: "\ufeff" + t,
    "no-break spaces": lambda t: t.replace(" ", "\u00a0"),
    "narrow spaces": lambda t: t.replace(" ", "\u202f"),
    "straight apostrophes": lambda t: t.replace("’", "'"),
    "soft hyphens": lambda t: t.replace("sécurité", "sé\u00adcu\u00adri\u00adté"),
}


@pytest.mark.parametrize("how", COPIES)
@pytest.mark.parametrize(("lang", "text"), [("fr", FR), ("it", IT)])
def test_a_version_against_its_copy_is_silent_across_versions(lang: str, text: str, how: str) -> None:
    assert across(check((lang, text), (lang, COPIES[how](text)))) == []


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([p for p in FR.split("\n") if p]), min_size=1, max_size=4), st.sampled_from(sorted(COPIES)))
def test_any_part_of_a_version_against_its_copy_is_silent(parts: list[str], how: str) -> None:
    text = "\n".join(parts)
    assert across(check(("fr", text), ("fr", COPIES[how](text)))) == []


def test_the_same_findings_with_any_number_of_workers() -> None:
    french, italian = ([p for p in text.split("\n") if p] for text in (FR, IT))
    pairs = [(french[n % len(french)], italian[n % len(italian)]) for n in range(pipeline.BATCH + 2)]
    stories = [Story(f"s{n}", (Version("fr", fr), Version("it", it))) for n, (fr, it) in enumerate(pairs)]
    one = [c.findings for c in pipeline.check(stories)]
    two = [c.findings for c in pipeline.check(stories, jobs=2)]
    assert one == two
    assert any(one)


@undisturbed()
def broken() -> None:
    assert not gc.isenabled()
    raise LookupError("nothing there")


@pytest.mark.parametrize("looked", [True, False])
def test_cycles_are_looked_for_again_behind_undisturbed_work_even_where_it_failed(looked: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if looked else gc.disable)()
        with pytest.raises(LookupError, match="nothing there"):
            broken()
        assert gc.isenabled() is looked
    finally:
        (gc.enable if before else gc.disable)()
