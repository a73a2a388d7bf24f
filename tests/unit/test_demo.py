"""The demonstration repository, as a CI job meets it: found by patterns, accepted and new, annotated, since a commit."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from claimdiff import cli
from claimdiff.cli import main

DEMO = Path(__file__).parent.parent / "demo"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the demonstration with everything committed; commands run in it."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    shutil.copytree(DEMO, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cli, "_today", lambda: date(2026, 3, 1))
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, check=True)


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "more")


@pytest.fixture
def run(here: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:  # noqa: ARG001
    """Runs a command: its status, what it printed, what it said beside."""

    def command(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        out, err = capfdbinary.readouterr()
        return int(ended.value.code or 0), out.decode(), err.decode()

    return command


def test_the_story_is_found_by_its_pattern_with_what_is_accepted_and_what_is_new(run: Run) -> None:
    status, out, err = run("check", "--format", "json")
    (document,) = json.loads(out)
    assert (status, err) == (1, "")
    assert [d["path"] for d in document["documents"]] == [f"content/harbour.{lang}.md" for lang in ("fr", "it", "de")]
    assert [f["rule"] for f in document["findings"] if f["severity"] == "error"] == ["Q06"]
    assert [f["suppression"]["by"] for f in document["accepted"]] == ["Italian desk"]


def test_the_new_finding_is_annotated_in_every_file_that_it_stands_in(run: Run) -> None:
    status, out, _ = run("check", "--format", "github")
    errors = [line for line in out.splitlines() if line.startswith("::error ")]
    assert status == 1
    for lang in ("fr", "it"):
        assert any(f"file=content/harbour.{lang}.md,line=" in line for line in errors)


def test_only_a_story_that_changed_since_a_commit_is_checked(run: Run, here: Path) -> None:
    assert run("check", "--changed-since", "HEAD")[0] == 0
    page = here / "content/harbour.de.md"
    page.write_text(page.read_text("utf-8").replace("420", "240"), "utf-8")
    status, out, _ = run("check", "--changed-since", "HEAD")
    assert status == 1
    assert "240" in out
    commit(here)
    assert run("check", "--changed-since", "HEAD")[0] == 0
    assert run("check", "--changed-since", "HEAD~1")[0] == 1


def test_once_corrected_the_job_passes(run: Run, here: Path) -> None:
    page = here / "content/harbour.it.md"
    page.write_text(page.read_text("utf-8").replace("53 milioni", "35 milioni"), "utf-8")
    assert run("check")[0] == 0
