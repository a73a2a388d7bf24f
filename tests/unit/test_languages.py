"""A language is added as data alone, and is refused, by name of what is missing, until it is complete."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimdiff import knowledge
from claimdiff.language import languages, load_yaml

ROOT = Path(__file__).parent.parent.parent
CORPUS = ROOT / "tests" / "corpus"
DUTCH = "De president van Frankrijk sprak maandag met 12 ministers.\n"


def corpus_gaps(corpus: Path, code: str) -> list[str]:
    """What a language's corpus lacks: a file that another one has, meanings, or wordings that mean nothing."""
    wanted = {path.name for path in corpus.glob("*/*.yaml")}
    held = {path.name: load_yaml(path) for path in (corpus / code).glob("*.yaml")}
    missing = [f"{name} is missing" for name in sorted(wanted - set(held))]
    return missing + [f"{name} has no {what}" for name, items in sorted(held.items()) for what in lacking(items)]


def lacking(items: list[dict[str, Any]]) -> list[str]:
    negative = [item for item in items if item["means"] == "nothing" or None in item["means"].values()]
    return ["negatives"] * (not negative) + ["positives"] * (len(negative) == len(items))


@pytest.mark.parametrize("code", languages())
def test_every_language_is_complete_by_the_measure_of_the_others(code: str) -> None:
    assert knowledge.gaps(code) == []


@pytest.mark.parametrize("code", languages())
def test_every_language_has_a_corpus_with_negatives_for_every_kind(code: str) -> None:
    assert corpus_gaps(CORPUS, code) == []


Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the package with all languages, and an empty folder for Dutch."""
    shutil.copytree(ROOT / "checks" / "claimdiff", tmp_path / "checks" / "claimdiff", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    shutil.copytree(ROOT / "reports", tmp_path / "reports")
    (tmp_path / "rules" / "languages" / "nl").mkdir()
    (tmp_path / "story.nl.txt").write_text(DUTCH, "utf-8")
    return tmp_path


@pytest.fixture
def run(house: Path) -> Command:
    """Runs a command of the copy: status, output, complaint."""

    def command(*arguments: str) -> tuple[int, str, str]:
        environment = {**os.environ, "PYTHONPATH": str(house / "checks"), "PYTHONDONTWRITEBYTECODE": "1"}
        called = [sys.executable, "-m", "claimdiff", *arguments]
        done = subprocess.run(called, capture_output=True, text=True, check=False, cwd=house, env=environment)
        return done.returncode, done.stdout, done.stderr

    return command


def gaps_told(run: Command) -> list[str]:
    return [line.removeprefix("nl: ") for line in run("languages")[1].splitlines() if line.startswith("nl: ")]


def borrow(house: Path, *names: str) -> None:
    """Stand-ins for files that a Dutch developer has yet to write."""
    for name in names:
        shutil.copy(house / "rules" / "languages" / "en" / name, house / "rules" / "languages" / "nl" / name)


def edit(path: Path, change: Callable[[list[str]], list[str]]) -> None:
    path.write_text("".join(change(path.read_text("utf-8").splitlines(keepends=True))), "utf-8")


def test_an_empty_folder_is_refused_with_what_it_lacks(run: Command) -> None:
    status, out, complaint = run("extract", "story.nl.txt")
    assert (status, out, complaint.count("\n")) == (2, "", 1)
    assert "languages/nl: the language lacks anchors.tsv, boilerplate.tsv, certainties.tsv and " in complaint
    assert len(gaps_told(run)) == len(list((ROOT / "rules" / "languages" / "en").iterdir()))


def test_other_languages_go_on_beside_an_unfinished_one(run: Command, house: Path) -> None:
    (house / "story.en.txt").write_text("12 ministers met in France.\n", "utf-8")
    assert run("extract", "story.en.txt")[0] == 0


def test_a_sketch_grows_into_a_language_step_by_step(run: Command, house: Path) -> None:
    """Files, then rows, then keys: each step the tool names what is left, and at the end Dutch is read without new code."""
    folder = house / "rules" / "languages" / "nl"
    borrow(house, *(path.name for path in (house / "rules" / "languages" / "en").iterdir() if path.name != "dates.yaml"))
    assert gaps_told(run) == ["dates.yaml is missing"]
    assert "the language lacks dates.yaml;" in run("extract", "story.nl.txt")[2]

    borrow(house, "dates.yaml")
    edit(folder / "roles.tsv", lambda lines: lines[:20])
    assert [gap for gap in gaps_told(run) if gap.startswith("roles.tsv has 1")] == gaps_told(run)

    borrow(house, "roles.tsv")
    edit(folder / "times.yaml", lambda lines: [line for line in lines if not line.startswith("dot:")])
    assert gaps_told(run) == ['times.yaml has no key "dot"']

    borrow(house, "times.yaml")
    edit(folder / "countries.tsv", lambda lines: [line.replace("FR\tFrance", "FR\tFrankrijk") for line in lines])
    assert gaps_told(run) == []
    status, out, _ = run("extract", "story.nl.txt", "--format", "json")
    assert status == 0
    assert ("FR", "Frankrijk") in {(claim["value"], claim["text"]) for claim in json.loads(out)["claims"]}


def test_a_missing_key_is_told_with_its_file(run: Command, house: Path) -> None:
    borrow(house, *(path.name for path in (house / "rules" / "languages" / "en").iterdir()))
    (house / "rules" / "languages" / "nl" / "numbers.yaml").write_text("# source: x\n# licence: x\nand: [en]\n", "utf-8")
    status, out, complaint = run("extract", "story.nl.txt")
    assert (status, out) == (2, "")
    assert 'numbers.yaml: the key "' in complaint


def test_a_corpus_without_negatives_is_refused(tmp_path: Path) -> None:
    shutil.copytree(CORPUS, tmp_path / "corpus")
    (tmp_path / "corpus" / "nl").mkdir()
    (tmp_path / "corpus" / "nl" / "numbers.yaml").write_text('- means: {kind: number, value: "80"}\n  said: [tachtig]\n', "utf-8")
    told = corpus_gaps(tmp_path / "corpus", "nl")
    assert "dates.yaml is missing" in told
    assert told[-1] == "numbers.yaml has no negatives"
