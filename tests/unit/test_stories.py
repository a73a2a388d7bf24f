"""A configured project from the command line: its stories, rules by path and language, own words, git, and the cache."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from test_discovery import git

from claimdiff import cache, pipeline, report
from claimdiff.claims import find
from claimdiff.cli import main
from claimdiff.config import load
from claimdiff.house import Word
from claimdiff.model import Version

TEXTS = {
    "content/fire.fr.md": "L'incendie a détruit 120 maisons à Nice.\n",
    "content/fire.it.md": "L'incendio ha distrutto 210 case a Nizza.\n",
    "content/vote.fr.md": "Le congrès a 96 États membres.\n",
    "content/vote.it.md": "Il congresso ha 96 Stati membri.\n",
    "blog/rain.fr.md": "La pluie a duré 12 jours à Nice.\n",
    "blog/rain.de.md": "Der Regen dauerte 13 Tage in Nizza.\n",
    "blog/alone.fr.md": "Il y a 4 arbres.\n",
}
CONFIGURATION = "stories: ['content/{story}.{lang}.md', 'blog/{story}.{lang}.md']\n"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in git with three stories, two of them with a discrepancy, and a file without a counterpart."""
    for path, text in TEXTS.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    (tmp_path / "claimdiff.yaml").write_text(CONFIGURATION, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(project: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:  # noqa: ARG001
    """Runs a command: its status, what it printed, what it told besides."""

    def command(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        out, err = capfdbinary.readouterr()
        return int(ended.value.code or 0), out.decode("utf-8", "replace"), err.decode()

    return command


def told(run: Run, *arguments: str) -> dict[str, list[tuple[str, str]]]:
    """Story -> (rule, severity) of what `check` finds in it."""
    status, out, err = run("check", "--format", "jsonl", *arguments)
    assert status in (0, 1), err
    documents = [json.loads(line) for line in out.splitlines()]
    return {d["story"]: [(f["rule"], f["severity"]) for f in d["findings"]] for d in documents}


def configure(project: Path, more: str) -> None:
    (project / "claimdiff.yaml").write_text(CONFIGURATION + more, "utf-8")


BOTH = {"fire": [("Q01", "error")], "rain": [("Q01", "error")], "vote": []}


# Stories


def test_every_story_is_checked_from_anywhere_below(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("check")[0] == 1
    monkeypatch.chdir(project / "content")
    status, out, _ = run("check", "--format", "json")
    assert status == 1
    assert [[d["path"] for d in s["documents"]] for s in json.loads(out)] == [
        ["fire.fr.md", "fire.it.md"],
        ["../blog/rain.de.md", "../blog/rain.fr.md"],
        ["vote.fr.md", "vote.it.md"],
    ]


def test_status_is_over_all_stories(run: Run, project: Path) -> None:
    (project / "blog/rain.de.md").unlink()
    (project / "content/fire.it.md").write_text(TEXTS["content/fire.it.md"].replace("210", "120"), "utf-8")
    assert run("check")[0] == 0
    (project / "content/vote.it.md").write_bytes(b"\xff")
    status, out, err = run("check", "--format", "jsonl")
    assert (status, [json.loads(line)["story"] for line in out.splitlines()]) == (2, ["fire"])
    assert err.startswith("claimdiff: content/vote.it.md:1:1: byte 0xFF")


def test_files_named_are_checked_by_the_same_configuration(run: Run, project: Path) -> None:
    configure(project, "rules: {ignore: [quantity]}\n")
    assert run("check", "content/fire.fr.md", "content/fire.it.md")[0] == 0
    assert run("check", "content/fire.fr.md", "content/fire.it.md", "--no-config")[0] == 1


def test_no_story_is_no_success(run: Run, project: Path) -> None:
    (project / "claimdiff.yaml").write_text("stories: 'nowhere/{story}.{lang}.md'\n", "utf-8")
    assert run("check")[::2] == (2, "claimdiff: claimdiff.yaml:1:1: no story in two versions or more is found by these patterns\n")
    (project / "claimdiff.yaml").write_text("source: fr\n", "utf-8")
    assert run("check")[2].endswith('claimdiff.yaml has no "stories"\n')


def test_a_report_is_never_written_over_what_was_read(run: Run, project: Path) -> None:
    for path in ("content/fire.fr.md", "claimdiff.yaml"):
        before = (project / path).read_bytes()
        assert run("check", "--output", f"json={path}")[0] == 2
        assert (project / path).read_bytes() == before


def test_trace_finds_what_the_report_shows(run: Run) -> None:
    _, out, _ = run("check", "--format", "json")
    fingerprint = json.loads(out)[0]["findings"][0]["fingerprint"]
    status, out, _ = run("trace", fingerprint)
    assert (status, "120 maisons" in out) == (0, True)


# Rules


def test_rules_are_selected_ignored_and_levelled(run: Run, project: Path) -> None:
    for more, level in (("ignore: [Q01]", None), ("select: [N, date]", None), ("severity: {Q: info, Q01: warning}", "warning")):
        configure(project, f"rules: {{{more}}}\n")
        assert told(run)["fire"] == ([("Q01", level)] if level else []), more
    assert run("rules", "list")[1].count("warning") > 0
    assert "Q01  warning" in run("rules", "list")[1]


def test_rules_differ_by_path_and_by_language_pair(run: Run, project: Path) -> None:
    configure(project, "overrides:\n  - {paths: [blog], severity: {Q01: warning}}\n  - {languages: [it, fr], ignore: [Q01]}\n")
    assert told(run) == {"fire": [], "rain": [("Q01", "warning")], "vote": []}
    configure(project, "rules: {ignore: [Q]}\noverrides:\n  - {paths: ['content/*.it.md'], severity: {Q01: info}}\n")
    assert told(run) == {"fire": [("Q01", "info")], "rain": [], "vote": []}
    configure(project, "overrides:\n  - {languages: [de, it], ignore: [Q01]}\n")
    assert told(run) == BOTH


def test_own_rule_files_are_taken_from_the_folder_of_the_configuration(run: Run, project: Path) -> None:
    (project / "rules").mkdir()
    text = (Path(pipeline.__file__).parents[2] / "rules/quantities.yaml").read_text("utf-8").partition("\n- id: Q02")[0]
    own = text.replace("id: Q01", "id: ZZ1".replace("ZZ1", "ZZ11")).replace("name: quantity.", "name: house.")
    (project / "rules/house.yaml").write_text(own[own.index("- id") :] + "\n", "utf-8")
    configure(project, "rules: {files: ['rules/*.yaml'], ignore: [Q]}\n")
    assert told(run)["fire"] == [("ZZ11", "error")]


# Words


def values(text: str, lang: str, *words: Word) -> set[tuple[str, str, str | None]]:
    return {(c.kind, c.value, c.about) for c in find(Version(lang, text), words)}


def test_own_words_and_aliases_are_read(project: Path) -> None:
    configure(
        project,
        """
lexicon:
  aliases: [{means: organisations/imf, forms: {fr: le Grand Fonds, it: il Gran Fondo}}]
  organisations: [{id: nuvolaria, forms: [Nuvolaria, Nuvolaria SA]}]
  concepts: [{id: glimp, forms: {fr: "glimp{,s}", it: "glimp{o,i}"}}]
""",
    )
    words = load().house.words
    french, italian = "Le Grand Fonds a donné 12 glimps à Nuvolaria SA.", "Il Gran Fondo ha dato 12 glimpi a Nuvolaria."
    expected = {("organisation", "imf", None), ("organisation", "nuvolaria", None), ("quantity", "12", "glimp")}
    assert expected <= values(french, "fr", *words)
    assert expected <= values(italian, "it", *words)
    assert not expected & values(french, "fr")


def test_no_claim_is_read_in_words_that_are_not_checked(project: Path) -> None:
    configure(project, "lexicon: {unchecked: [20 Minuti]}\n")
    words = load().house.words
    text = "Il giornale 20 Minuti racconta di 12 paesi e di 20 minuti di pioggia."
    assert [c.value for c in find(Version("it", text), words)] == ["12", "20"]
    assert [c.value for c in find(Version("it", text))] == ["20", "12", "20"]


def test_words_reach_the_run_and_its_workers(run: Run, project: Path) -> None:
    for path in ("content/fire.fr.md", "content/fire.it.md"):
        (project / path).write_text(TEXTS[path].replace("120 maisons", "120 Maisons").replace("210 case", "210 Case"), "utf-8")
    assert told(run, "--jobs", "2") == BOTH
    configure(project, "lexicon: {unchecked: [120 Maisons, 210 Case]}\n")
    assert told(run, "--jobs", "2")["fire"] == []


# Since a revision


@pytest.fixture
def committed(project: Path) -> Path:
    """The project with everything committed."""
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-qm", "one")
    return project


@pytest.mark.parametrize("form", report.FORMATS)
@pytest.mark.usefixtures("committed")
def test_every_format_can_say_that_nothing_changed(run: Run, form: str) -> None:
    status, _, err = run("check", "--changed-since", "HEAD", "--format", form)
    assert (status, err) == (0, "")


def test_only_stories_that_changed_are_checked(run: Run, committed: Path) -> None:
    assert told(run, "--changed-since", "HEAD") == {}
    (committed / "blog/rain.fr.md").write_text("La pluie a duré 13 jours à Nice.\n", "utf-8")
    assert told(run, "--changed-since", "HEAD") == {"rain": []}
    git(committed, "commit", "-qam", "two")
    assert told(run, "--changed-since", "HEAD~1") == {"rain": []}
    (committed / "content/fire.de.md").write_text("Das Feuer zerstörte 120 Häuser in Nizza.\n", "utf-8")
    assert set(told(run, "--changed-since", "HEAD")) == {"fire"}


def test_what_changed_there_since_the_work_began_is_not_ours(run: Run, committed: Path) -> None:
    git(committed, "checkout", "-qb", "work")
    (committed / "content/vote.fr.md").write_text("Le congrès a 97 États membres.\n", "utf-8")
    git(committed, "commit", "-qam", "ours")
    git(committed, "checkout", "-q", "-")
    (committed / "content/fire.fr.md").write_text("L'incendie a détruit 9 maisons à Nice.\n", "utf-8")
    git(committed, "commit", "-qam", "theirs")
    there = git(committed, "rev-parse", "HEAD")
    git(committed, "checkout", "-q", "work")
    assert set(told(run, "--changed-since", there)) == {"vote"}


def test_renamed_and_deleted_versions_are_told(run: Run, committed: Path) -> None:
    git(committed, "mv", "content/fire.it.md", "content/blaze.it.md")
    git(committed, "rm", "-q", "content/vote.it.md", "blog/alone.fr.md")
    (committed / "content/blaze.fr.md").write_text(TEXTS["content/fire.fr.md"], "utf-8")
    status, out, err = run("check", "--changed-since", "HEAD", "--format", "jsonl")
    assert (status, [json.loads(line)["story"] for line in out.splitlines()]) == (1, ["blaze"])
    assert err.splitlines() == [
        'claimdiff: blog/alone.fr.md was deleted since HEAD: story "alone" lost a version',
        'claimdiff: content/fire.it.md was renamed to content/blaze.it.md since HEAD: story "fire" lost a version',
        'claimdiff: content/vote.it.md was deleted since HEAD: story "vote" lost a version',
    ]
    assert run("check", "--changed-since", "HEAD", "--quiet")[2] == ""


def test_a_revision_is_no_option(run: Run, committed: Path) -> None:
    for revision in ("--output=x", "nowhere", "HEAD:claimdiff.yaml"):
        assert run("check", "--changed-since", revision)[::2] == (2, f'claimdiff: git knows no revision "{revision}"\n')
    assert not (committed / "x").exists()


def test_changed_since_needs_git_and_a_configuration(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("check", "--changed-since", "HEAD")[2].startswith("claimdiff: git: not a git repository")
    assert run("check", "--changed-since", "HEAD", "content/fire.fr.md", "content/fire.it.md")[0] == 2
    monkeypatch.setenv("PATH", "")
    assert run("check", "--changed-since", "HEAD")[::2] == (2, "claimdiff: git is not installed\n")


# What is remembered


@pytest.fixture
def remembering(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own, and a cache that is on."""
    monkeypatch.setenv(cache.VARIABLE, str(project / "cache"))
    monkeypatch.delenv("CLAIMDIFF_NO_CACHE")
    return project / "cache"


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the stories that went through the pipeline."""
    seen: list[str] = []
    check = pipeline.check

    def watched(stories: Any, *rest: Any, **options: Any) -> Any:
        seen.extend(story.name for story in stories)
        return check(stories, *rest, **options)

    monkeypatch.setattr(pipeline, "check", watched)
    return seen


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_reports_are_the_same_with_and_without_the_cache(run: Run, remembering: Path, checked: list[str], form: str) -> None:
    without = run("check", "--no-cache", "--format", form)
    assert not remembering.exists()
    assert run("check", "--format", form) == without
    checked.clear()
    assert run("check", "--format", form) == without
    assert checked == []


@pytest.mark.usefixtures("remembering")
def test_only_what_is_new_is_checked(run: Run, project: Path, checked: list[str]) -> None:
    run("check")
    checked.clear()
    (project / "content/fire.fr.md").write_text("L'incendie a détruit 210 maisons à Nice.\n", "utf-8")
    assert told(run) == {**BOTH, "fire": []}
    assert checked == ["fire"]


@pytest.mark.usefixtures("remembering")
@pytest.mark.parametrize(
    "more",
    [
        "rules: {ignore: [Q01]}\n",
        "min-confidence: 0.995\n",
        "lexicon: {unchecked: [maisons]}\n",
        "overrides: [{paths: [blog], ignore: [Q01]}]\n",
    ],
)
def test_another_setting_is_another_result(run: Run, project: Path, checked: list[str], more: str) -> None:
    run("check")
    checked.clear()
    configure(project, more)
    run("check")
    assert checked == ["fire", "rain", "vote"]


def test_broken_entries_are_as_good_as_none(run: Run, remembering: Path) -> None:
    first = run("check", "--format", "json")
    for spoil in (lambda b: b[:-9], lambda b: b.replace(b'"Q01"', b'"Q02"'), lambda _: b"", lambda _: b"[" * 99_999):
        for path in cache.entries(remembering):
            path.write_bytes(spoil(path.read_bytes()))
        assert run("check", "--format", "json") == first


def test_a_cache_that_cannot_be_written_costs_nothing(run: Run, remembering: Path) -> None:
    remembering.write_text("a file", "utf-8")
    assert run("check")[::2] == (1, "")


def test_info_and_clear_touch_nothing_but_entries(run: Run, remembering: Path) -> None:
    run("check")
    (remembering / "mine.json").write_text("{}", "utf-8")
    assert "\n3 results, " in run("cache", "info")[1]
    assert run("cache", "clear")[1] == "3 results forgotten\n"
    assert run("cache", "info")[1].endswith("\n0 results, 0 bytes\n")
    assert (remembering / "mine.json").exists()


# What is told


def test_quiet_prints_what_was_found_and_nothing_else(run: Run, project: Path) -> None:
    _, out, err = run("check", "--quiet")
    assert ("fire: 1 error" in out, "vote" in out, "linked" in out, err) == (True, False, False, "")
    (project / "blog/rain.de.md").unlink()
    assert run("check", "-q", "--min-confidence", "1")[:2] == (0, "")
    assert run("check", "-q", "--format", "json")[1] == run("check", "--format", "json")[1]


def test_statistics_count_by_rule(run: Run) -> None:
    status, out, _ = run("check", "--statistics")
    assert (status, out) == (1, "2  Q01  error  quantity.other-figure\n3 stories, 6 versions, 2 findings\n")
    counted = [{"count": 2, "rule": "Q01", "severity": "error", "name": "quantity.other-figure"}]
    assert json.loads(run("check", "--statistics", "--format", "json")[1]) == counted
    assert run("check", "--statistics", "--format", "html")[0] == 2


def test_verbose_tells_what_was_found_and_left_out(run: Run) -> None:
    _, _, err = run("check", "-v")
    assert err.splitlines() == [
        "claimdiff: configuration: claimdiff.yaml",
        "claimdiff: 8 files, 3 stories; without another version: blog/alone.fr.md",
    ]


def test_progress_is_for_terminals(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("check")[2] == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert run("check")[2] == "\r1 of 3 stories\r2 of 3 stories\r\x1b[K"
    assert run("check", "--quiet")[2] == ""
