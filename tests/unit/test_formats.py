"""The formats for tools: all tell the same findings, fit their schemas, and nothing in an article can act in any of them."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import xmlschema
from formats_back import READERS, commands, from_json, sheet
from jsonschema import Draft4Validator, Draft202012Validator
from markdown_it import MarkdownIt

from claimdiff import report
from claimdiff.errors import DataError
from claimdiff.model import Evidence, Finding, Story, Version
from claimdiff.report.spreadsheet import harmless

SCHEMAS = Path(__file__).parent.parent / "schemas"

FRENCH = 'Un « congrès »,\r\n96 % des élus: "sûr" \\ fin\n[a](b)\nà 5; =1+1 et 𐐀 97 voix\n'
ITALIAN = "Il congresso,\n97 % degli eletti; così\n"


def story(
    *findings: Finding, texts: tuple[str, str] = (FRENCH, ITALIAN), paths: tuple[str, str] = ("n/a b.fr.txt", "n/c.it.md")
) -> Any:
    """A checked story in two languages."""
    versions = tuple(Version(lang, text, path) for lang, text, path in zip(("fr", "it"), texts, paths, strict=True))

    class Checked:
        story = Story("congress", versions)
        coverage = {"percentage": {"found": [2, 1], "linked": 1}}  # noqa: RUF012

    checked = Checked()
    checked.findings = findings  # type: ignore[attr-defined]
    return checked


def evidence(document: int, words: str, texts: tuple[str, str] = (FRENCH, ITALIAN)) -> Evidence:
    start = texts[document].index(words)
    return Evidence(document, start, start + len(words), words, words, words)


def finding(rule: str, severity: str, message: str, *places: Evidence, why: str = "Two figures, one thing; never both.") -> Finding:
    return Finding(
        rule, f"{rule.lower()}.some-name", "percent", "different", severity, 0.88, message, places,
        f"{rule.lower()}0123456789ab", why, ("read", "linked"),
    )  # fmt: skip


FINDINGS = (
    finding("Q01", "error", 'fr says 96 %, it says "97 %"; both: no', evidence(0, "96 %"), evidence(1, "97 %")),
    finding("Q02", "error", "three places, 100% [sure]", evidence(0, "[a](b)"), evidence(0, '"sûr" \\ fin'), evidence(1, "così")),
    finding("Q03", "warning", "=1+1 behind a wide letter", evidence(0, "=1+1"), evidence(0, "97 voix"), why="Because."),
    finding("Q04", "info", "one version only", evidence(1, "eletti; così")),
)


@pytest.fixture
def told() -> report.Told:
    return report.tell(story(*FINDINGS))


def accepted(told: report.Told, kind: str = "accepted") -> report.Told:
    """The same with its first finding accepted."""
    first, *others = told.document["findings"]
    suppression = {"kind": kind, "reason": "the source says so", "by": "Ada", "expires": "2030-01-31"}
    counts = {**told.document["summary"], "error": told.document["summary"]["error"] - 1}
    document = {**told.document, "findings": others, "accepted": [{**first, "suppression": suppression}], "summary": counts}
    return replace(told, document=document)


# Nothing is lost


@pytest.mark.parametrize("form", READERS)
def test_every_format_tells_the_same_findings(form: str, told: report.Told) -> None:
    """Message, severity, rule, name, type, confidence, fingerprint, reason, and every place with its words."""
    expected = from_json(report.render("json", [told]))
    assert len(expected) == len(FINDINGS)
    assert READERS[form](report.render(form, [told])) == expected


def test_every_format_is_read_back_but_the_page() -> None:
    assert set(report.FORMATS) - set(READERS) == {"html"}


class Everything(HTMLParser):
    """All that a page shows or holds: its words and its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words = ""
        self.held: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.held += [value or "" for _, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_page_holds_the_same_findings(told: report.Told) -> None:
    page = Everything(report.render("html", [told]).decode())
    whole = " ".join([page.words, *page.held])
    for one in from_json(report.render("json", [told])):
        spots = [f"{line}:{column}" for _, line, column, _ in one.places]
        words = [words for *_, words in one.places]
        for said in (one.severity, one.rule, one.name, one.type, one.message, one.why, one.fingerprint, *spots, *words):
            assert said in whole


@pytest.mark.parametrize("form", [form for form in READERS if not form.startswith("json")])
def test_what_is_accepted_does_not_count(form: str, told: report.Told) -> None:
    if form in ("csv", "xlsx"):
        pytest.skip("a spreadsheet has a column for it")
    assert READERS[form](report.render(form, [accepted(told)])) == from_json(report.render("json", [told]))[1:]


@pytest.mark.parametrize(("kind", "where"), [("accepted", "external"), ("inline", "inSource")])
def test_sarif_suppresses_what_is_accepted(kind: str, where: str, told: report.Told) -> None:
    (run,) = json.loads(report.render("sarif", [accepted(told, kind)]))["runs"]
    (suppressed,) = [result for result in run["results"] if "suppressions" in result]
    assert suppressed["ruleId"] == "Q01"
    (suppression,) = suppressed["suppressions"]
    assert (suppression["kind"], suppression["justification"]) == (where, "the source says so")
    assert suppression["properties"] == {"by": "Ada", "expires": "2030-01-31"}


def test_junit_skips_what_is_accepted(told: report.Told) -> None:
    written = report.render("junit", [accepted(told)]).decode()
    assert '<skipped type="accepted" message="the source says so, by Ada, expires 2030-01-31" />' in written
    assert 'tests="4" failures="2" errors="0" skipped="1"' in written


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_spreadsheet_says_what_is_accepted_and_why(form: str, told: report.Told) -> None:
    written = report.render(form, [accepted(told)])
    rows = sheet(written) if form == "xlsx" else list(csv.reader(io.StringIO(written.decode())))
    column = rows[0].index("accepted")
    assert {row[1]: row[column] for row in rows[1:]} == {
        "Q01": "the source says so, by Ada, expires 2030-01-31", "Q02": "", "Q03": "", "Q04": "",
    }  # fmt: skip


# Schemas


def schema(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text("utf-8"))


def valid_sarif(written: bytes) -> None:
    Draft4Validator(schema("sarif-2.1.0-rtm.5.json")).validate(json.loads(written))


def valid_junit(written: bytes) -> None:
    xmlschema.XMLSchema(SCHEMAS / "junit-10.xsd").validate(io.BytesIO(written))


def valid_gitlab(written: bytes) -> None:
    Draft202012Validator(schema("gitlab-code-quality.json")).validate(json.loads(written))


def valid_rdjson(written: bytes) -> None:
    Draft202012Validator(schema("rdjson.json")).validate(json.loads(written))


VALID: dict[str, Callable[[bytes], None]] = {
    "sarif": valid_sarif,
    "junit": valid_junit,
    "gitlab": valid_gitlab,
    "rdjson": valid_rdjson,
}


@pytest.mark.parametrize("form", VALID)
def test_a_report_is_what_its_schema_says(form: str, told: report.Told) -> None:
    nothing, from_a_table = report.tell(story()), report.tell(story(*FINDINGS, paths=("", "")))
    for stories in ([told], [], [nothing], [accepted(told)], [told, from_a_table, nothing], [accepted(told, "inline")]):
        VALID[form](report.render(form, stories, many=True))


@pytest.mark.parametrize("form", VALID)
def test_a_schema_refuses_what_is_wrong(form: str, told: report.Told) -> None:
    written = report.render(form, [told]).decode()
    wrong = written.replace('"path"', '"pth"').replace('"version": "2.1.0"', '"version": "3"').replace("testcase", "case")
    with pytest.raises(Exception, match=r"pth|3|case"):
        VALID[form](wrong.encode())


# What is particular to a format


def test_sarif_regions_point_at_the_words(told: report.Told) -> None:
    (run,) = json.loads(report.render("sarif", [told]))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        for location in (*result["locations"], *result["relatedLocations"]):
            where = location["physicalLocation"]
            text, region = told.texts[where["artifactLocation"]["index"]], where["region"]
            words = text[region["charOffset"] : region["charOffset"] + region["charLength"]]
            assert words == region["snippet"]["text"]
            line = re.split(r"\r\n|\n|\r", text)[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == words


def test_sarif_names_every_version_and_no_place_of_the_machine(told: report.Told) -> None:
    written = report.render("sarif", [told])
    (run,) = json.loads(written)["runs"]
    assert [a["location"]["uri"] for a in run["artifacts"]] == ["n/a%20b.fr.txt", "n/c.it.md"]
    assert b"file:" not in written
    assert all(rule["help"]["text"] and rule["fullDescription"]["text"] for rule in run["tool"]["driver"]["rules"])


def test_a_text_of_a_table_has_a_name_in_the_place_of_a_path() -> None:
    told = report.tell(story(*FINDINGS, paths=("", "")))
    (run,) = json.loads(report.render("sarif", [told]))["runs"]
    assert [a["description"]["text"] for a in run["artifacts"]] == ["congress.fr", "congress.it"]
    assert report.render("concise", [told]).startswith(b"congress.fr:2:1: error Q01 ")
    assert all("file" not in properties for _, properties, _ in commands(report.render("github", [told])))


def test_rdjson_columns_count_bytes(told: report.Told) -> None:
    diagnostic = next(d for d in json.loads(report.render("rdjson", [told]))["diagnostics"] if d["code"]["value"] == "Q03")
    (behind,) = diagnostic["related_locations"]
    start, end = behind["location"]["range"]["start"], behind["location"]["range"]["end"]
    line = FRENCH.split("\n")[start["line"] - 1].encode()
    assert line[start["column"] - 1 : end["column"] - 1].decode() == "97 voix"


def test_a_finding_over_two_lines_has_no_columns_on_github() -> None:
    words = "fin\n[a](b)\nà 5"
    told = report.tell(story(finding("Q01", "error", "long", evidence(0, words))))
    ((_, properties, data),) = commands(report.render("github", [told]))
    assert properties == {"file": "n/a b.fr.txt", "line": "2", "endLine": "4", "title": "Q01 q01.some-name"}
    assert "fin [a](b) à 5" in data


def test_gitlab_fingerprints_are_unique(told: report.Told) -> None:
    other = replace(told, document={**told.document, "story": "other"})
    prints = [issue["fingerprint"] for issue in json.loads(report.render("gitlab", [told, told, other], many=True))]
    assert len(set(prints)) == len(prints) == 3 * len(FINDINGS)


def test_junit_has_a_case_for_a_story_without_findings() -> None:
    written = report.render("junit", [report.tell(story())]).decode()
    assert 'tests="1" failures="0"' in written
    assert 'name="coverage.percentage" value="2 1 found, 1 linked"' in written


def test_a_workbook_is_the_same_bytes_again_and_tells_what_was_compared(told: report.Told) -> None:
    written = report.render("xlsx", [told])
    assert written == report.render("xlsx", [told])
    assert sheet(written, 2) == [["story", "claims", "found", "linked"], ["congress", "percentage", "2 · 1", "1"]]


def test_a_cell_longer_than_the_format_allows_is_cut() -> None:
    told = report.tell(story(finding("Q01", "error", "a" * 40_000, evidence(0, "96 %"))))
    head, row = sheet(report.render("xlsx", [told]))
    message = row[head.index("message")]
    assert (len(message), message[-1]) == (32_767, "…")


def test_a_missing_library_is_told_before_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    with pytest.raises(Exception, match=r"pip install 'claimdiff\[xlsx\]'"):
        report.prepare(["xlsx"])


# The user's own template


def own(folder: Path, name: str, template: str) -> Path:
    path = folder / name
    path.write_text(template, "utf-8")
    return path


def test_a_template_gets_what_the_shipped_ones_get(tmp_path: Path, told: report.Told) -> None:
    own(tmp_path, "head.j2", "{{ story.story }}: {{ story.summary }}\n")
    path = own(
        tmp_path, "lines.j2",
        "{% for story in stories %}{% include 'head.j2' %}{% for f in story.findings %}\n"
        "{{ f.rule }} {{ f.evidence | map(attribute='place') | join(' ') }}\n{% endfor %}{% endfor %}",
    )  # fmt: skip
    assert report.render("template", [told], own=path).decode().splitlines() == [
        "congress: 2 errors, 1 warning, 1 note",
        "Q01 n/a b.fr.txt:2:1 n/c.it.md:2:1",
        "Q02 n/a b.fr.txt:3:1 n/a b.fr.txt:2:16 n/c.it.md:2:20",
        "Q03 n/a b.fr.txt:4:6 n/a b.fr.txt:4:16",
        "Q04 n/c.it.md:2:12",
    ]


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        ("{{ 7 * }}", r"t.j2:1: not a template: "),
        ("\n{{ stories[0].titel }}", r"t.j2:2: the template failed: .*titel"),
        ("{{ 1 / 0 }}", r"t.j2:1: the template failed: division by zero"),
        ("{{ stories.__class__.__mro__ }}", r"t.j2:1: the template failed: .*unsafe"),
        ("{{ stories.append(1) }}", r"t.j2:1: the template failed: .*not safely callable|unsafe"),
        ("{{ range(10**9) | list }}", r"t.j2:1: the template failed: Range too big"),
        ("{% include '../../etc/passwd' %}", r"t.j2:1: there is no template"),
        ("{% include 't.j2' %}", r"the template failed"),
    ],
)
def test_a_template_that_reaches_out_is_one_line(tmp_path: Path, told: report.Told, template: str, problem: str) -> None:
    with pytest.raises(DataError, match=problem) as caught:
        report.render("template", [told], own=own(tmp_path, "t.j2", template))
    assert "\n" not in str(caught.value)


def test_a_template_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "latin.j2").write_bytes(b"\xe9")
    for name, problem in (("no.j2", "no such template"), ("latin.j2", "is not UTF-8"), (".", "no such template")):
        with pytest.raises(DataError, match=problem):
            report.prepare(["template"], tmp_path / name)


# Hostile text


HOSTILE = {
    "script": "<script>alert(1)</script>",
    "image": '"><img src=x onerror=alert(1)>',
    "template": "{{ 7*7 }}{% raw %}${7*7}",
    "command": "=cmd|' /C calc'!A0",
    "plus": "+1+cmd|' /C calc'!A0",
    "minus": "-2+3",
    "at": "@SUM(1+1)*cmd",
    "wide": "\uff1d1+1",
    "cell": 'a;=1+1;"=2"',
    "tab": "a\t=1+1",
    "workflow": "::error::boo",
    "stop": "::stop-commands::x",
    "old": "##[error]boo ##vso[task.complete]",
    "percent": "%0A::error::boo%0D%25",
    "comma": "a,file=b::c",
    "escape": "\x1b[31mred\x1b]0;title\x07\x9b2J",
    "bidi": "\u202eleft\u2066 \u200f \u2028::error::x",
    "link": "[link](javascript:alert(1)) ![i](http://e.org/i.png) <http://e.org> http://e.org www.e.org @user #12",
    "reference": "[a]: http://e.org",
    "heading": "# big\n- item\n| a | b |\n```",
    "cdata": "]]>&lt;b&gt;<!--",
    "nul": "a\x00b\x08c\x0bd\uffff\ufffee",
    "lines": "a\n::error::b\r\n::error::c",
    "excel": "_x0041_ a",
    "long": "b" * 300,
}


@pytest.fixture(scope="module")
def hostile() -> report.Told:
    """Every hostile text as an article's words, a message, a reason, a value and a path."""
    texts = ("".join(f"{words}\n" for words in HOSTILE.values()), "".join(f"{words}\n" for words in HOSTILE.values()))
    findings = [
        replace(
            finding(f"Q{number}", severity, words, evidence(0, words, texts), evidence(1, words, texts), why=words),
            trace=(words,), name=f"n{number}.name",
        )
        for number, words in enumerate(HOSTILE.values(), 10)
        for severity in ["error" if number % 2 else "info"]
    ]  # fmt: skip
    return report.tell(story(*findings, texts=texts, paths=("::error::[a](b)<i>.txt", "=1+1,b:c%0A.md")))


def lines_are_tame(written: bytes) -> None:
    """Nothing that a terminal obeys, no line that a CI job obeys."""
    text = written.decode()
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]", text)
    assert not re.search(r"##\[|##vso\[", text)
    assert not [line for line in text.split("\n") if line.lstrip().startswith("::")]


def markdown_is_tame(text: str) -> None:
    """Rendered, the words are words: no markup, no link, no picture but what the report itself has."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    kinds = {t.type for token in tokens for t in (token, *(token.children or []))}
    assert kinds & {"html_inline", "html_block", "link_open", "image", "fence", "code_block", "code_inline"} == set()
    assert not re.search(r"https?://|www\.|(?<![\w&])@\w|(?<![&\w])#\d", text)


def tame_json(written: bytes) -> None:
    """Printing it does nothing, and read it is the words themselves."""
    lines_are_tame(written)
    read = json.dumps(json.loads(written), ensure_ascii=False)
    assert "<script>alert(1)</script>" in read


def tame_exactly(written: bytes) -> None:
    tame_json(written)
    said = [f["message"] for f in json.loads(written)["findings"]]
    assert sorted(said) == sorted(HOSTILE.values())


def tame_sarif(written: bytes) -> None:
    tame_json(written)
    VALID["sarif"](written)
    (run,) = json.loads(written)["runs"]
    assert len(run["results"]) == len(HOSTILE)
    for result in run["results"]:
        messages = [result["message"], *(location["message"] for location in (*result["locations"], *result["relatedLocations"]))]
        for message in messages:
            assert not re.search(r"(?<!\\)(?:\\\\)*[\[\]]", message["text"])


def tame_junit(written: bytes) -> None:
    lines_are_tame(written)
    VALID["junit"](written)
    assert len(READERS["junit"](written)) == len(HOSTILE)


def tame_github(written: bytes) -> None:
    """Each line is one command, ours, and none of its properties is the article's."""
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202a-\u202e]|##\[", written.decode())
    told = commands(written)
    assert len(told) == len(written.decode().splitlines()) == 2 * len(HOSTILE)
    assert {command for command, _, _ in told} == {"error", "notice"}
    assert {properties["file"] for _, properties, _ in told} == {": :error::[a](b)<i>.txt", "=1+1,b:c%0A.md"}


def tame_gitlab(written: bytes) -> None:
    tame_json(written)
    VALID["gitlab"](written)
    for issue in json.loads(written):
        markdown_is_tame(issue["content"]["body"])


def tame_rdjson(written: bytes) -> None:
    lines_are_tame(written)
    VALID["rdjson"](written)
    for diagnostic in json.loads(written)["diagnostics"]:
        markdown_is_tame(diagnostic["message"])


FORMULA = re.compile(r"[\s\"']*[=+\-@\uff1d]")


def tame_csv(written: bytes) -> None:
    """No cell begins a formula, whichever separator a program takes."""
    lines_are_tame(written)
    rows = list(csv.reader(io.StringIO(written.decode()), strict=True))
    assert len(rows) == 1 + 2 * len(HOSTILE)
    assert {len(row) for row in rows} == {len(rows[0])}
    for separator in ",;\t":
        cells = [cell for row in csv.reader(io.StringIO(written.decode()), delimiter=separator) for cell in row]
        assert not [cell for cell in cells if re.match(r"[\s\"]*[=+\-@\uff1d]", cell)]


def tame_xlsx(written: bytes) -> None:
    """Text cells only: no formula, no link, and XML that can be read."""
    book = zipfile.ZipFile(io.BytesIO(written))
    parts = {name: book.read(name).decode() for name in book.namelist()}
    assert not [name for name, part in parts.items() if "worksheets" in name and re.search(r"<f>|<hyperlink|externalLink", part)]
    head, *rows = sheet(written)
    assert len(rows) == 2 * len(HOSTILE)
    assert "=cmd|' /C calc'!A0" in {row[head.index("message")] for row in rows}
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\ufffe\uffff]", "".join(parts["xl/sharedStrings.xml"].split("\n")))


def tame_markdown(written: bytes) -> None:
    lines_are_tame(written)
    markdown_is_tame(written.decode())


def tame_page(written: bytes) -> None:
    page = Everything(written.decode())
    tags = [tag for tag, _ in page.tags]
    assert tags.count("img") == tags.count("i") == 0
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on") or name == "src"]
    quiet = Everything(report.render("html", [report.tell(story())]).decode())
    assert tags.count("script") == [tag for tag, _ in quiet.tags].count("script")
    assert "{{ 7*7 }}" in page.words
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202e\u2066]", written.decode())


def tame_own(written: bytes) -> None:
    text = written.decode()
    assert "{{ 7*7 }}" in text
    assert "<script>" not in text
    assert not re.search(r"[\x00-\x08\x0b-\x1f\u202e]", text)


TAME: dict[str, Callable[[bytes], None]] = {
    "text": lines_are_tame,
    "concise": lines_are_tame,
    "json": tame_exactly,
    "jsonl": tame_exactly,
    "markdown": tame_markdown,
    "html": tame_page,
    "sarif": tame_sarif,
    "junit": tame_junit,
    "github": tame_github,
    "gitlab": tame_gitlab,
    "rdjson": tame_rdjson,
    "csv": tame_csv,
    "xlsx": tame_xlsx,
    "template": tame_own,
}


@pytest.mark.parametrize("form", [*report.FORMATS, "template"])
def test_nothing_in_an_article_can_act(form: str, hostile: report.Told, tmp_path: Path) -> None:
    template = own(tmp_path, "own.html.j2", "{% for f in stories[0].findings %}<p>{{ f.message }}</p>{% endfor %}")
    TAME[form](report.render(form, [hostile], own=template))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1", "'=1"),
        (" +1", "'+1"),
        ("a;=1", "a;'=1"),
        ('a;"=1', "a;\"'=1"),
        ("'=1", "''=1"),
        ("1-2, a+b", "1-2, a+b"),
        ("a\n=1", "a =1"),
    ],
)
def test_a_cell_is_no_formula(text: str, cell: str) -> None:
    assert harmless(text) == cell
