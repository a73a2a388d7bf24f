"""What README and CONTRIBUTING say is so: every command, option, excerpt and example in them is run."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from claimdiff import pipeline
from claimdiff.cli import main
from claimdiff.files import shipped
from claimdiff.judge import RuleBook, load_rules
from claimdiff.judge.cases import run_cases
from claimdiff.language import languages

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
SEEDS = ("seeds/interpol.fr.txt", "seeds/interpol.it.txt")
STAND_INS = {"FILE": SEEDS[0], "A": SEEDS[0], "B": SEEDS[1], "FINDING": "1", "RULE": "Q02", "STORIES.jsonl": "stories.jsonl"}

Run = Callable[..., str]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in the checkout: what it printed; it must not fail."""
    monkeypatch.chdir(ROOT)

    def command(*arguments: str) -> str:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        out, err = capfdbinary.readouterr()
        assert ended.value.code in (0, 1), err.decode()
        return out.decode()

    return command


def blocks(text: str) -> list[str]:
    """The indented blocks of a page."""
    found = re.findall(r"(?<=\n\n)(?: {4}.*\n|\n(?= {4}))+", text)
    return [textwrap.dedent(block) for block in found]


def commands() -> list[str]:
    """Every command line of README, with its choices (list|test) told apart."""
    said = [line.split("  ")[0] for block in blocks(README) for line in block.splitlines() if line.startswith("claimdiff ")]
    lines = [line.split("[")[0].strip() for line in said]
    return [
        line.replace(choices.group(), choice) if choices else line
        for line in lines
        for choices in [re.search(r"\w+(?:\|\w+)+", line)]
        for choice in (choices.group().split("|") if choices else [""])
    ]


@pytest.fixture
def configured(tmp_path: Path) -> Path:
    """A folder with two versions of a story and nothing else."""
    for lang, text in (("fr", "Le feu a détruit 12 maisons."), ("it", "Il fuoco ha distrutto 13 case.")):
        (tmp_path / "configured").mkdir(exist_ok=True)
        (tmp_path / f"configured/fire.{lang}.txt").write_text(text, "utf-8")
    return tmp_path / "configured"


@pytest.mark.parametrize("line", commands())
def test_every_command_of_the_readme_runs(
    run: Run, line: str, tmp_path: Path, configured: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    if line in ("claimdiff check", "claimdiff init"):
        monkeypatch.chdir(configured)
        assert run("init")
    (tmp_path / "stories.jsonl").write_text(
        '{"story": "s", "lang": "fr", "text": "12 morts"}\n{"story": "s", "lang": "it", "text": "13 morti"}\n', "utf-8"
    )
    arguments = [STAND_INS.get(word, word) for word in line.split()[1:]] + (["--force"] if line == "claimdiff init" else [])
    assert run(*(str(tmp_path / word) if word == "stories.jsonl" else word for word in arguments))


def test_every_option_of_check_is_in_the_readme(run: Run) -> None:
    shown = set(re.findall(r"^  (--[\w-]+)", run("check", "--help"), re.M)) - {"--help"}
    assert set(re.findall(r"^\| `(--[\w-]+)", README, re.M)) == shown


def unnumbered(text: str) -> set[str]:
    """The lines without what moves when a rule changes: the number of a finding and its confidence."""
    return {re.sub(r"^\s*\d+  (?=[A-Z])|\s+\d\.\d\d$", "", line.strip()) for line in text.splitlines() if line.strip()}


def test_the_excerpt_in_the_readme_is_what_the_command_prints(run: Run) -> None:
    (excerpt,) = (block for block in blocks(README) if block.startswith("$ "))
    command, _, printed = excerpt.partition("\n")
    assert unnumbered(printed) <= unnumbered(run(*command.split()[2:]))


def test_the_python_in_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = (block for block in blocks(README) if block.startswith("from claimdiff"))
    exec(compile(code, "README.md", "exec"), {})
    assert re.fullmatch(r"error .*120 maisons.*210 case\n", capsys.readouterr().out)


def test_the_rule_in_contributing_is_in_order(tmp_path: Path) -> None:
    (rule,) = (block for block in blocks(CONTRIBUTING) if block.startswith("- id:"))
    path = tmp_path / "mine.yaml"
    path.write_text(rule, "utf-8")
    book = load_rules([path])
    mine = RuleBook(tuple(rule for rule in book.rules if rule.path == str(path)))
    results = run_cases(mine, lambda story, house: next(pipeline.check([story], book, house=house)).findings)
    assert [result.ok for result in results] == [True, True]


def test_contributing_names_every_file_of_a_language() -> None:
    named = set(re.findall(r"`(\w+)`", CONTRIBUTING[CONTRIBUTING.index("## A word, a language") :]))
    held = {p.stem for code in languages() for p in (shipped("rules") / "languages" / code).iterdir()}
    assert held <= named
