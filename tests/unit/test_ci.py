"""The GitHub Action, the pre-commit hook and the recipes of README, run as far as they go without their servers."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimdiff import cli, report

ROOT = Path(__file__).parent.parent.parent
DEMO = ROOT / "tests/demo"
README = (ROOT / "README.md").read_text("utf-8")
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
COMPARE = STEPS["Compare the versions"]
STORY = "content/harbour.fr.md\ncontent/harbour.it.md\r\n\ncontent/harbour.de.md\n"


def given(text: str, inputs: dict[str, str]) -> str:
    """The text with what GitHub puts into `${{ inputs.… }}`."""
    return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: inputs[m[1]], text)


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    """A runner's temporary folder with claimdiff where the action installs it."""
    command = tmp_path / "claimdiff/bin/claimdiff"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m claimdiff "$@"\n', "utf-8")
    command.chmod(0o755)
    return tmp_path


def compare(runner: Path, **told: str) -> tuple[subprocess.CompletedProcess[str], str, str]:
    """Runs the step that compares: the process, what it gives to later steps, and the page of the run."""
    inputs = {name: row["default"] for name, row in ACTION["inputs"].items()} | {k.replace("_", "-"): v for k, v in told.items()}
    out, page = runner / "output", runner / "summary"
    environment = {key: given(value, inputs) for key, value in COMPARE["env"].items()}
    environment |= {"RUNNER_TEMP": str(runner), "GITHUB_OUTPUT": str(out), "GITHUB_STEP_SUMMARY": str(page)}
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", COMPARE["run"]]
    done = subprocess.run(shell, cwd=DEMO, env={**os.environ, **environment}, capture_output=True, text=True, check=False)
    return done, out.read_text("utf-8"), page.read_text("utf-8") if page.exists() else ""


def test_the_action_fails_on_what_is_new_and_shows_it(runner: Path) -> None:
    done, out, page = compare(runner, files=STORY, format="text")
    assert (done.returncode, out) == (1, "status=1\n"), done.stderr
    assert done.stdout.endswith("harbour: 1 error, 1 accepted\n")
    assert "35 millions d" in page


def test_the_action_passes_arguments_one_a_line(runner: Path) -> None:
    done, out, page = compare(runner, files=STORY, format="text", args="--no-accepted\n--fail-level=never\n", summary="false")
    assert (done.returncode, out, page) == (0, "status=0\n", "")
    assert done.stdout.endswith("harbour: 2 errors\n")


def test_what_an_input_says_is_never_run(runner: Path) -> None:
    done, out, _ = compare(runner, files="$(touch owned)`touch owned`; touch owned\n--version", args="", format="text")
    assert (done.returncode, out) == (2, "status=2\n")
    assert "no such file" in done.stderr
    assert not list(DEMO.rglob("owned"))
    assert all("${{" not in step.get("run", "") for step in STEPS.values())


def test_the_inputs_that_the_action_uses_are_those_it_has() -> None:
    used = set(re.findall(r"inputs\.([\w-]+)", (ROOT / "action.yml").read_text("utf-8")))
    assert used == set(ACTION["inputs"])
    assert ACTION["inputs"]["fail-level"]["default"] in set(cli.FailLevel)


@pytest.mark.skipif("github" not in report.FORMATS, reason="annotations for GitHub are a format of their own")
def test_the_format_of_the_action_marks_the_lines_of_each_version(runner: Path) -> None:
    done, _, _ = compare(runner, files=STORY)
    assert done.returncode == 1
    assert re.search(r"^::error .*file=content/harbour\.fr\.md", done.stdout, re.M)


def test_the_hook_is_a_command_that_runs() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert (hook["language"], hook["pass_filenames"]) == ("python", False)
    command = [sys.executable, "-m", *hook["entry"].split(), *STORY.split()]
    done = subprocess.run(command, cwd=DEMO, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")


def recipes() -> list[Any]:
    """The blocks of README's section on CI, which are all YAML."""
    section = README[README.index("## In CI") :]
    section = section[: section.index("\n## ", 1)]
    return [yaml.safe_load(textwrap.dedent(block)) for block in re.findall(r"(?<=\n\n)(?: {4}.*\n)+", section)]


def test_the_recipes_name_what_is_there() -> None:
    action, hook = next(r for r in recipes() if "uses" in r[0]), next(r for r in recipes() if "repo" in r[0])
    (used,) = (step for step in action if "claimdiff" in step["uses"])
    assert set(used["with"]) <= set(ACTION["inputs"])
    assert [h["id"] for h in hook[0]["hooks"]] == ["claimdiff"]


def commands() -> list[str]:
    gitlab = [line for r in recipes() if isinstance(r, dict) for job in r.values() for line in job["script"]]
    steps = [step["run"] for r in recipes() if isinstance(r, list) for step in r if "run" in step]
    return [line.partition(" | ")[0] for line in [*gitlab, *steps] if line.startswith("claimdiff ")]


@pytest.mark.parametrize("line", commands())
def test_the_commands_of_the_recipes_run(line: str, tmp_path: Path) -> None:
    words = shlex.split(line)[1:]
    formats = {w.partition("=")[0] for w in words if "=" in w} | {
        words[words.index("--format") + 1] if "--format" in words else "text"
    }
    if not formats <= set(report.FORMATS):
        pytest.skip(f"no format {', '.join(sorted(formats - set(report.FORMATS)))}")
    (tmp_path / "docs").mkdir()
    for lang in ("fr", "it"):
        (tmp_path / f"docs/page.{lang}.md").write_bytes((DEMO / f"content/harbour.{lang}.md").read_bytes())
    done = subprocess.run([sys.executable, "-m", "claimdiff", *words], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == (0 if "never" in words else 1), done.stderr


def test_there_are_recipes() -> None:
    """Of the two that are looked for above, none is lost."""
    assert [re.findall(r"gitlab|rdjson", line) for line in commands()] == [["gitlab"], ["rdjson"]]
