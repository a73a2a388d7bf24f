"""The command line: statuses, one clear line for what goes wrong, reports where they were asked for."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from claimdiff import __version__, ahead, pipeline, report
from claimdiff import run as run_module
from claimdiff.cli import main
from claimdiff.model import Story

ROOT = Path(__file__).parent.parent.parent
GOLDEN = ROOT / "tests/golden"
FRENCH = "Il a été élu par les 96 États membres de l’Organisation.\n"
ITALIAN = "È stato eletto con 97 voti dai delegati dell’organizzazione.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two versions of a story and a table of two stories; commands run in it."""
    (tmp_path / "a.fr.txt").write_text(FRENCH, "utf-8")
    (tmp_path / "a.it.txt").write_text(ITALIAN, "utf-8")
    rows = [{"story": s, "lang": lang, "text": text} for s in "12" for lang, text in (("fr", FRENCH), ("it", ITALIAN))]
    (tmp_path / "stories.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    return tmp_path


@pytest.fixture
def sampled(checked: Any, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Lets the pipeline answer with the sample for every story that it is given; holds what it was asked."""
    asked: list[Any] = []

    def check(stories: Any, _rules: Any = None, **options: Any) -> Iterator[Any]:
        for story in stories:
            asked.append((story, options))
            yield replace(checked, story=Story(story.name, checked.story.versions))

    monkeypatch.setattr(pipeline, "check", check)
    return asked


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(here: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:  # noqa: ARG001
    """Runs a command: its status, what it printed, what it said went wrong."""

    def command(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        out, err = capfdbinary.readouterr()
        return int(ended.value.code or 0), out.decode("utf-8", "surrogateescape"), err.decode()

    return command


PAIR = ("a.fr.txt", "a.it.txt")


# Statuses


@pytest.mark.usefixtures("sampled")
@pytest.mark.parametrize(("level", "status"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)])
def test_status_says_whether_something_was_found(run: Run, level: str, status: int) -> None:
    assert run("check", *PAIR, "--fail-level", level)[0] == status


@pytest.mark.usefixtures("sampled")
@pytest.mark.parametrize(("level", "status"), [("error", 0), ("warning", 0), ("info", 1)])
def test_fail_level_decides_from_which_severity_on(run: Run, checked: Any, level: str, status: int) -> None:
    checked.findings[:] = [f for f in checked.findings if f.severity == "info"]
    assert run("check", *PAIR, "--fail-level", level)[0] == status


@pytest.mark.usefixtures("sampled")
@pytest.mark.parametrize(("least", "status"), [("40", 0), ("50", 0), ("51", 1), ("100", 1)])
def test_min_coverage_fails_a_story_that_was_hardly_compared(run: Run, checked: Any, least: str, status: int) -> None:
    """Half of what could be linked is; without a finding, nothing else decides."""
    checked.findings.clear()
    checked.coverage.clear()
    checked.coverage["date"] = {"found": [4, 9], "linked": 2}
    ended, _, told = run("check", *PAIR, "--min-coverage", least)
    assert ended == status
    assert ("of 100 claims 50 are linked, less than" in told) == bool(status)


@pytest.mark.usefixtures("sampled")
def test_min_coverage_fails_a_story_without_claims(run: Run, checked: Any) -> None:
    checked.findings.clear()
    checked.coverage.clear()
    assert run("check", *PAIR)[0] == 0
    assert run("check", *PAIR, "--min-coverage", "1")[0] == 1


def test_status_is_that_of_the_whole_run(run: Run, checked: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    quiet = replace(checked, findings=[])
    monkeypatch.setattr(pipeline, "check", lambda *_, **__: [checked, quiet])
    assert run("check", "--table", "stories.jsonl")[0] == 1
    monkeypatch.setattr(pipeline, "check", lambda *_, **__: [quiet, quiet])
    assert run("check", "--table", "stories.jsonl")[0] == 0


def test_an_unexpected_fault_is_no_finding(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "check", lambda *_, **__: 1 / 0)
    assert run("check", *PAIR)[0] == 2


# Faults


FAULTS = {
    "nothing named": ["check"],
    "one file only": ["check", "a.fr.txt"],
    "the same file twice": ["check", "a.fr.txt", "./a.fr.txt"],
    "files and a table": ["check", "a.fr.txt", "a.it.txt", "--table", "stories.jsonl"],
    "not there": ["check", "a.fr.txt", "a.pt.txt"],
    "empty": ["check", "a.fr.txt", "empty.it.txt"],
    "binary": ["check", "a.fr.txt", "binary.it.txt"],
    "not UTF-8": ["check", "a.fr.txt", "latin.it.txt"],
    "a folder": ["check", "a.fr.txt", "folder"],
    "unknown language": ["check", "a.fr.txt", "nl=a.it.txt"],
    "unknown language of a page": ["check", "a.fr.txt", "page.html"],
    "unknown table": ["check", "--table", "stories.xlsx"],
    "table not there": ["check", "--table", "no.jsonl"],
    "unknown report": ["check", "a.fr.txt", "a.it.txt", "--output", "htm=a.html"],
    "report without a format": ["check", "a.fr.txt", "a.it.txt", "--output", "a.html"],
    "template without a template": ["check", "a.fr.txt", "a.it.txt", "--format", "template"],
    "a template that nothing uses": ["check", "a.fr.txt", "a.it.txt", "--template", "wrong.j2"],
    "template not there": ["check", "a.fr.txt", "a.it.txt", "--format", "template", "--template", "no.j2"],
    "broken template": ["check", "a.fr.txt", "a.it.txt", "--format", "template", "--template", "wrong.j2"],
    "template that fails": ["check", "a.fr.txt", "a.it.txt", "--format", "template", "--template", "failing.j2"],
    "template that breaks out": ["check", "a.fr.txt", "a.it.txt", "--format", "template", "--template", "hostile.j2"],
    "report over a version": ["check", "a.fr.txt", "it=a.it.txt", "--output", "text=a.it.txt"],
    "misspelt key in a rule": ["check", "a.fr.txt", "a.it.txt", "--rules", "wrong.yaml"],
    "rule file not there": ["rules", "validate", "no.yaml"],
    "no YAML": ["rules", "validate", "broken.yaml"],
    "unknown rule": ["explain", "Z99"],
    "unknown finding": ["trace", "zzz", "a.fr.txt", "a.it.txt"],
    "nothing to extract": ["extract"],
    "steering": ["check", "a.fr.txt", "\x1b[31mno\n.txt"],
}


@pytest.fixture
def bad_files(here: Path) -> None:
    (here / "empty.it.txt").write_bytes(b"\n")
    (here / "binary.it.txt").write_bytes(b"GIF89a\0\1")
    (here / "latin.it.txt").write_bytes(b"uno\nperch\xe9")
    (here / "page.html").write_text("<html lang=nl><p>Hallo", "utf-8")
    (here / "stories.xlsx").write_bytes(b"PK")
    (here / "folder").mkdir()
    (here / "wrong.yaml").write_text("- id: Z01\n  mesage: a\n", "utf-8")
    (here / "wrong.j2").write_text("{% for story in stories %}\n{{ story.story }\n", "utf-8")
    (here / "failing.j2").write_text("{% for story in stories %}\n{{ story.title }}\n{% endfor %}\n", "utf-8")
    (here / "hostile.j2").write_text("{{ ''.__class__.__mro__[1].__subclasses__() }}\n", "utf-8")
    (here / "broken.yaml").write_text("- id: [\n", "utf-8")


@pytest.mark.usefixtures("bad_files", "sampled")
def test_what_goes_wrong_is_one_clear_line(run: Run, golden: Callable[[str, str], None]) -> None:
    lines = []
    for name, arguments in FAULTS.items():
        status, out, err = run(*arguments)
        assert (status, out) == (2, ""), name
        assert re.fullmatch(r"claimdiff: [^\x00-\x1f]+\n", err), (name, err)
        lines.append(f"{name}\n    {err}")
    golden("cli/faults.txt", "".join(lines))


@pytest.mark.usefixtures("sampled")
def test_one_bad_story_is_told_and_the_others_go_on(run: Run, here: Path) -> None:
    with (here / "stories.jsonl").open("a") as table:
        table.write('{"story": "3", "lang": "nl", "text": "a"}\n')
    status, out, err = run("check", "--table", "stories.jsonl", "--format", "jsonl")
    assert status == 2
    assert [json.loads(line)["story"] for line in out.splitlines()] == ["1", "2"]
    assert err.startswith('claimdiff: stories.jsonl:5: unknown language "nl"')


# Reports


@pytest.mark.usefixtures("sampled")
@pytest.mark.parametrize("form", report.FORMATS)
def test_what_is_printed_is_what_is_written(run: Run, here: Path, form: str) -> None:
    _, out, _ = run("check", *PAIR, "--format", form, "--output", f"{form}=to/report", "--output", "json=to/report.json")
    assert (here / "to/report").read_bytes().decode("utf-8", "surrogateescape") == out
    assert json.loads((here / "to/report.json").read_text("utf-8"))["story"] == "a"


@pytest.mark.usefixtures("sampled")
def test_a_template_of_the_users_own_is_a_report_too(run: Run, here: Path) -> None:
    (here / "own.j2").write_text("{{ stories[0].story }} {{ stories[0].findings | length }}\n", "utf-8")
    own = ("--template", "own.j2", "--output", "template=to/own", "--output", "sarif=to/sarif")
    assert run("check", *PAIR, "--format", "concise", *own)[0] == 1
    assert (here / "to/own").read_text("utf-8") == "a 4\n"
    assert run("check", *PAIR, "--format", "template", *own)[1] == "a 4\n"
    assert len(json.loads((here / "to/sarif").read_text("utf-8"))["runs"][0]["results"]) == 4


@pytest.mark.usefixtures("sampled")
def test_a_workbook_is_not_printed_on_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    status, out, err = run("check", *PAIR, "--format", "xlsx")
    assert (status, out) == (2, "")
    assert "--output xlsx=PATH" in err


@pytest.mark.usefixtures("sampled")
def test_a_run_that_fails_writes_nothing(run: Run, here: Path) -> None:
    assert run("check", "a.fr.txt", "no.txt", "--output", "json=report.json")[0] == 2
    assert sorted(p.name for p in here.iterdir()) == ["a.fr.txt", "a.it.txt", "stories.jsonl"]


@pytest.mark.usefixtures("sampled")
def test_table_is_a_list_in_json_and_a_line_a_story_in_jsonl(run: Run) -> None:
    _, listed, _ = run("check", "--table", "stories.jsonl", "--format", "json")
    _, lines, _ = run("check", "--table", "stories.jsonl", "--format", "jsonl")
    assert [s["story"] for s in json.loads(listed)] == ["1", "2"] == [json.loads(line)["story"] for line in lines.splitlines()]


@pytest.mark.usefixtures("sampled")
def test_colour_is_for_terminals_that_want_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def coloured(*arguments: str) -> bool:
        return "\x1b[" in run("check", *PAIR, *arguments)[1]

    assert not coloured()
    assert coloured("--color", "always")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert not coloured("--color", "never")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not coloured()
    assert coloured("--color", "always")


def test_min_confidence_reaches_the_pipeline(run: Run, sampled: list[Any]) -> None:
    run("check", *PAIR, "--min-confidence", "0.8")
    assert sampled[0][1]["minimum"] == 0.8


def test_tables_of_many_stories_get_a_process_a_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: 4)
    batch = pipeline.BATCH
    assert [run_module.workers(n) for n in (0, 1, batch, batch + 1, 3 * batch, 99 * batch)] == [1, 1, 1, 2, 3, 4]


def test_jobs_given_are_the_jobs_taken(run: Run, sampled: list[Any]) -> None:
    run("check", "--table", "stories.jsonl", "--jobs", "3")
    run("check", "--table", "stories.jsonl")
    assert [options["jobs"] for _, options in sampled] == [3, 3, 1, 1]


# The other commands


@pytest.mark.usefixtures("sampled")
@pytest.mark.parametrize("finding", ["2", "q020123456789ab", "q0201"])
def test_trace_takes_a_number_or_a_fingerprint(run: Run, finding: str) -> None:
    status, out, _ = run("trace", finding, *PAIR)
    assert status == 0
    assert "read as 96" in out


def test_extract_prints_the_claims_of_each_version(run: Run) -> None:
    status, out, _ = run("extract", "a.fr.txt")
    assert status == 0
    told = json.loads(out)
    assert (told["story"], told["lang"]) == ("a", "fr")
    assert all(FRENCH[c["start"] : c["end"]] == c["text"] for c in told["claims"])
    _, lines, _ = run("extract", "--table", "stories.jsonl", "--format", "jsonl")
    rows = [json.loads(line) for line in lines.splitlines()]
    assert [(r["story"], r["lang"]) for r in rows] == [("1", "fr"), ("1", "it"), ("2", "fr"), ("2", "it")]
    assert "claims" in run("extract", "a.it.txt", "--format", "text")[1]


def test_explain_and_list_know_every_rule(run: Run) -> None:
    listed = run("rules", "list")[1].splitlines()
    for line in listed[:3]:
        code, *_, name = line.split()
        assert run("explain", code) == run("explain", name)
        assert name in run("explain", code.lower())[1]
    assert run("rules", "validate") == (0, f"{len(listed)} rules are in order\n", "")


def test_languages_lists_each_with_what_is_known(run: Run) -> None:
    head, names, *tables = run("languages")[1].splitlines()
    assert head.split() == ["de", "en", "es", "fr", "it", "pt"]
    assert names.split() == ["language", "German", "English", "Spanish", "French", "Italian", "Portuguese"]
    assert all(re.fullmatch(r"[\w ,:()]+?(  +(\d+|yes)){6}", row) for row in tables)


# As a process


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, *arguments]
    return subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment})


def test_version_imports_no_stage() -> None:
    done = process("-X", "importtime", "-m", "claimdiff", "--version")
    assert done.stdout.decode() == f"claimdiff {__version__}\n"
    imported = {line.rpartition(b"|")[2].strip().decode() for line in done.stderr.splitlines()}
    assert imported & {"pandas", "pandera", "numpy", "jinja2", "yaml", "pydantic", "claimdiff.run"} == set()


@pytest.mark.usefixtures("here")
def test_reports_are_utf_8_in_any_locale() -> None:
    done = process("-m", "claimdiff", "extract", "a.fr.txt", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert (done.returncode, json.loads(done.stdout.decode())["lang"]) == (0, "fr")


# The seeds


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_report_on_the_seeds_is_as_accepted(
    form: str, run: Run, golden: Callable[[str, str], None], request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"seeds/interpol.{form}"
    if not (GOLDEN / name).exists() and not request.config.getoption("--accept"):
        pytest.skip("no report on the seeds has been accepted yet")
    monkeypatch.chdir(ROOT)
    golden(name, run("check", "seeds/interpol.fr.txt", "seeds/interpol.it.txt", "--format", form)[1])
