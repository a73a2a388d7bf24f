"""Every report: whole and exact on one story, safe with hostile text, in the shape of the shipped schema."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from claimdiff import __version__, report
from claimdiff.files import shipped
from claimdiff.formats import BINARY
from claimdiff.model import Claim, Version
from claimdiff.report import html, markdown, terminal
from claimdiff.report.marks import lines, segments
from claimdiff.report.place import Lines, context

SCHEMA = json.loads((shipped("reports") / "findings.schema.json").read_text("utf-8"))


@pytest.fixture
def told(checked: Any) -> report.Told:
    return report.tell(checked)


@pytest.mark.parametrize("form", [form for form in report.FORMATS if form not in BINARY])
def test_report_is_as_it_was(form: str, told: report.Told, golden: Callable[[str, str], None]) -> None:
    printed = report.render(form, [told]).decode()
    golden(f"report/congress.{form}", printed.replace(f'"version": "{__version__}"', '"version": "of claimdiff"'))


def test_coloured_text_is_as_it_was(told: report.Told, golden: Callable[[str, str], None]) -> None:
    golden("report/congress.colour", report.render("text", [told], colour=True).decode())


def test_trace_is_as_it_was(told: report.Told, golden: Callable[[str, str], None]) -> None:
    rule = {"id": "Q02", "name": "quantity.other-thing-counted", "place": "rules/quantities.yaml:7"}
    golden("report/congress.trace", report.trace(told, 2, rule, False))


@pytest.mark.parametrize("form", report.FORMATS)
def test_same_findings_in_any_order_give_the_same_bytes(form: str, checked: Any, told: report.Told) -> None:
    checked.findings.reverse()
    assert report.render(form, [report.tell(checked)]) == report.render(form, [told])


def test_findings_come_worst_first_then_surest(told: report.Told) -> None:
    assert [f["rule"] for f in told.document["findings"]] == ["Q01", "Q02", "P01", "A01"]
    assert told.document["summary"] == {"error": 2, "warning": 1, "info": 1}


@pytest.mark.parametrize("many", [False, True])
def test_json_is_what_the_schema_says(many: bool, told: report.Told) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    document = json.loads(report.render("json", [told], many))
    assert isinstance(document, list) is many
    Draft202012Validator(SCHEMA).validate(document)


def test_schema_refuses_what_the_contract_does_not_name(told: report.Told) -> None:
    assert not Draft202012Validator(SCHEMA).is_valid({**told.document, "more": 1})


def test_jsonl_is_one_object_a_line(told: report.Told) -> None:
    lines = report.render("jsonl", [told, told], many=True).decode().splitlines()
    assert [json.loads(line) for line in lines] == [told.document, told.document]


def test_offsets_lines_and_columns_point_at_the_words(told: report.Told) -> None:
    for finding in told.document["findings"]:
        for e in finding["evidence"]:
            text = told.texts[e["document"]]
            assert text[e["start"] : e["end"]] == e["text"]
            line = re.split(r"\r\n|\n|\r", text)[e["line"] - 1]
            assert line[e["column"] - 1 :].startswith(e["text"])


@pytest.mark.parametrize("form", report.FORMATS)
def test_a_story_without_findings_has_a_report(form: str, checked: Any) -> None:
    checked.findings.clear()
    silent = {"concise", "github"}  # a line a finding, and so no line
    assert bool(report.render(form, [report.tell(checked)])) is (form not in silent)


def test_claims_of_a_version() -> None:
    version = Version("it", "È stato eletto con 96 voti")
    claim = Claim("quantity", 19, 26, "96", about="vote", details={"b": "2", "a": "1"}, found_by="quantities.counted")
    told = report.extracted("congress", version, [claim])
    assert told == {
        "story": "congress",
        "lang": "it",
        "claims": [{"kind": "quantity", "start": 19, "end": 26, "text": "96 voti", "value": "96", "unit": None, "about": "vote",
                    "details": {"a": "1", "b": "2"}, "readings": [], "found_by": "quantities.counted"}],
    }  # fmt: skip
    assert json.loads(b"".join(report.render_claims("json", [told]))) == told
    assert json.loads(b"".join(report.render_claims("json", [told], many=True))) == [told]
    assert "quantity" in b"".join(report.render_claims("text", [told])).decode()


@pytest.mark.parametrize("form", ["text", "jsonl"])
def test_claims_of_many_versions_are_not_held_until_the_last(form: str) -> None:
    asked: list[int] = []

    def versions() -> Iterator[dict[str, Any]]:
        for number in range(3):
            asked.append(number)
            yield report.extracted(f"s{number}", Version("it", ""), [])

    first = next(report.render_claims(form, versions(), many=True))
    assert b"s0" in first
    assert b"s1" not in first
    assert asked == [0]


# Terminal


def test_article_text_cannot_steer_the_terminal(told: report.Told) -> None:
    shown = report.render("text", [told]).decode()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)
    coloured = report.render("text", [told], colour=True).decode()
    assert not re.search(r"[\x00-\x1f]", re.sub(r"\x1b\[[0-9;]+m|\n", "", coloured))


@given(st.text())
def test_clean_text_has_no_controls(text: str) -> None:
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", terminal.clean(text))


# Markdown


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("<script>", "&#60;script&#62;"),
        ("a | b", r"a \| b"),
        ("**a** _b_ `c`", r"\*\*a\*\* \_b\_ \`c\`"),
        ("[a](b)", r"\[a\]\(b\)"),
        ("@a #12 $x$", "&#64;a &#35;12 &#36;x&#36;"),
        ("http://a www.a.org", "http&#58;//a www&#46;a.org"),
        ("1. a 0.5", r"1\. a 0.5"),
        ("- a", r"\- a"),
        ("a\r\n# b", "a &#35; b"),
    ],
)
def test_markdown_text_stays_text(text: str, safe: str) -> None:
    assert markdown.escaped(text) == safe


# HTML


class Page(HTMLParser):
    """The tags of a page, and the text of its versions."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if dict(attrs).get("class") == "text":
            self.texts.append("")
            self._inside = True

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "div"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.texts[-1] += data


@pytest.fixture
def page(told: report.Told) -> Page:
    return Page(report.render("html", [told]).decode())


def test_page_shows_both_texts_whole(page: Page, told: report.Told) -> None:
    assert page.texts == [html.visible(text) for text in told.texts]
    assert not re.search(r"[\x00-\x08\x0b-\x1f\u202e]", "".join(page.texts))


def test_page_asks_for_nothing_and_runs_nothing_but_its_own(page: Page, told: report.Told) -> None:
    assert [a for _, attrs in page.tags for a in attrs if a.startswith("on") or a in ("src", "srcset", "style")] == []
    assert {attrs["href"] for _, attrs in page.tags if "href" in attrs} == {"data:,", "#d1-0", "#d1-1"}
    whole = report.render("html", [told]).decode()
    policy = next(a["content"] or "" for _, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    for tag in ("style", "script"):
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", whole, re.S)
        assert base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() in policy
    assert not re.search(r"https?://|@import|url\(", whole.replace("http://exemple.org", ""))


def test_every_finding_is_marked_in_every_version_it_rests_on(page: Page, told: report.Told) -> None:
    marked = {number for tag, attrs in page.tags if tag == "mark" for number in (attrs["data-findings"] or "").split()}
    assert marked == {f"1-{n}" for n in range(1, len(told.document["findings"]) + 1)}


def test_overlapping_marks_are_cut_where_they_begin_and_end() -> None:
    cut = segments("abcdef", [(1, 4, 1, "info"), (2, 6, 2, "error")])
    assert [tuple(s) for s in cut] == [("a", (), ""), ("b", (1,), "info"), ("cd", (1, 2), "error"), ("ef", (2,), "error")]


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
def test_segments_joined_are_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [(min(s), max(s), n, "error") for n, s in enumerate(spans) if max(s) <= len(text)]
    cut = segments(text, marks)
    assert "".join(s.text for s in cut) == text
    assert ["".join(s.text for s in line) for line in lines(text, marks)] == [
        m for m in re.findall(r"[^\r\n]*(?:\r\n|\n|\r|\Z)", text) if m
    ]
    covered = {n for s in cut for n in s.findings}
    assert covered == {n for a, b, n, _ in marks if a < b}


# Places


def test_place_counts_every_kind_of_line_end() -> None:
    lines = Lines("a\r\nbc\rd\n\ne")
    assert [lines.place(at) for at in (0, 3, 4, 6, 9)] == [(1, 1), (2, 1), (2, 2), (3, 1), (5, 1)]


def test_context_stays_on_its_line_and_cuts_between_words() -> None:
    text = "before\n" + "word " * 30 + "HERE" + " word" * 30 + "\nafter"
    start = text.index("HERE")
    before, words, after = context(text, start, start + 4)
    assert words == "HERE"
    assert before.startswith("… word")
    assert after.endswith("word …")
    assert "before" not in before + after
