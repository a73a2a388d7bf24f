"""Stories by patterns: which files are versions of one story, and what a first configuration makes of a tree."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from claimdiff import asked, begin
from claimdiff.config import load
from claimdiff.discovery import Layout, Tree, groups
from claimdiff.errors import DataError, InputError
from claimdiff.patterns import fits, story_pattern

Found = dict[str, list[tuple[str, str]]]


def found(files: Sequence[str], *patterns: str, default: str | None = None, codes: Sequence[str] = ()) -> Found:
    """Story -> its (language, path), as the patterns find them."""
    return {g.name: list(g.versions) for g in groups(sorted(files), [Layout(patterns, default)], codes)}


@pytest.mark.parametrize(
    ("pattern", "files", "stories"),
    [
        ("content/{story}.{lang}.md", ["content/a.fr.md", "content/a.it.md", "a.fr.md"], {"a": ["fr", "it"]}),
        ("content/{story}.{lang}.md", ["content/x/a.fr.md", "content/y/a.fr.md"], {"x/a": ["fr"], "y/a": ["fr"]}),
        ("{lang}/{story}.html", ["fr/a/b.html", "it/a/b.html", "nl/a/b.html"], {"a/b": ["fr", "it"]}),
        ("{story}/{lang}.md", ["news/fire/fr.md", "news/fire/pt-BR.md"], {"news/fire": ["fr", "pt-BR"]}),
        ("*/{lang}/{story}.md", ["x/fr/a.md", "y/it/a.md", "x/it/a.md"], {"x/a": ["fr", "it"], "y/a": ["it"]}),
        ("docs/**/{story}.{lang}.*", ["docs/p/q/a.fr.md", "docs/p/q/a.it.txt"], {"p/q/a": ["fr", "it"]}),
        ("i18n/{lang}/{story}.{lang}.md", ["i18n/fr/a.fr.md", "i18n/it/a.fr.md"], {"a": ["fr"]}),
        ("{story}_{lang}.txt", ["a_b_fr.txt", "a_b_it.txt", "a_test.txt"], {"a_b": ["fr", "it"]}),
        ("{story}.{lang}.md", [".hidden/a.fr.md", "b/.a.fr.md"], {}),
        (".github/{story}.{lang}.md", [".github/a.fr.md"], {"a": ["fr"]}),
        ("docs/{lang}.md", ["docs/fr.md", "docs/de.md"], {"docs": ["de", "fr"]}),
        ("[ab]?.{lang}.md", ["ax.fr.md", "by.fr.md", "cx.fr.md"], {"[ab]?": ["fr", "fr"]}),
    ],
)
def test_patterns_tell_story_and_language(pattern: str, files: list[str], stories: dict[str, list[str]]) -> None:
    assert {name: [lang for lang, _ in versions] for name, versions in found(files, pattern).items()} == stories


def test_a_file_without_a_language_is_the_default_one() -> None:
    files = ["README.md", "README.fr.md", "README.pt-BR.md"]
    expected = [("en", "README.md"), ("fr", "README.fr.md"), ("pt-BR", "README.pt-BR.md")]
    assert found(files, "README.{lang}.md", default="en") == {"README": expected}
    assert found(files, "README.{lang}.md") == {"README": expected[1:]}


def test_a_page_beside_the_language_folders_is_none_where_there_is_one() -> None:
    files = ["index.html", "en/index.html", "fr/index.html"]
    told = found(files, "{lang}/{story}.html", default="en")
    assert told == {"index": [("en", "en/index.html"), ("fr", "fr/index.html")]}


def test_patterns_that_belong_together_share_their_stories() -> None:
    files = ["docs/a/b.md", "i18n/fr/docs/a/b.md"]
    told = found(files, "docs/{story}.md", "i18n/{lang}/docs/{story}.md", default="en")
    assert told == {"a/b": [("en", "docs/a/b.md"), ("fr", "i18n/fr/docs/a/b.md")]}


def test_languages_choose_and_order_the_versions_and_the_source_comes_first() -> None:
    files = ["a.de.md", "a.en.md", "a.fr.md", "a.it.md"]
    (told,) = groups(files, [Layout(("{story}.{lang}.md",))], ["it", "fr", "en"], "en")
    assert [lang for lang, _ in told.versions] == ["en", "it", "fr"]


def test_stories_of_one_name_are_told_apart() -> None:
    files = ["blog/a.fr.md", "blog/a.it.md", "docs/a.fr.md", "docs/a.it.md"]
    layouts = [Layout(("blog/{story}.{lang}.md",)), Layout(("docs/{story}.{lang}.md",))]
    assert [g.name for g in groups(files, layouts)] == ["blog/a.fr.md", "docs/a.fr.md"]


def test_a_file_is_taken_once() -> None:
    layouts = [Layout(("docs/{story}.{lang}.md",)), Layout(("**/{story}.{lang}.md",))]
    assert [g.name for g in groups(["docs/a.fr.md", "docs/a.it.md"], layouts)] == ["a"]


@pytest.mark.parametrize(
    ("path", "glob", "expected"),
    [
        ("drafts/a.md", "drafts", True),
        ("x/drafts/a.md", "drafts", True),
        ("x/drafts/a.md", "drafts/**", False),
        ("drafts/x/a.md", "drafts/**", True),
        ("x/a.draft.md", "*.draft.md", True),
        ("x/y/a.md", "x/*.md", False),
        ("x/y/a.md", "x/**/*.md", True),
        ("x/a.md", "x/**/*.md", True),
        ("xy/a.md", "x", False),
        ("a1.md", "a[0-9].md", True),
        ("ab.md", "a[!0-9].md", True),
        ("a(1)+.md", "a(1)+.md", True),
    ],
)
def test_globs_fit_as_those_of_gitignore(path: str, glob: str, expected: bool) -> None:
    assert fits(path, [glob]) is expected


def test_hostile_paths_are_matched_at_once() -> None:
    pattern = story_pattern("**/*a*/{story}-{lang}-*.md")
    assert pattern.read("a" * 2000) is None
    with pytest.raises(DataError, match="more than 6 wildcards"):
        story_pattern("*a*a*a*a*a*a*{lang}")


# Trees


def git(folder: Path, *arguments: str) -> str:
    """Runs git as nobody in particular; without git there is nothing to test."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def planted(folder: Path, *paths: str) -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("12", "utf-8")


def test_what_git_ignores_is_left_out_unless_it_is_wanted(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    planted(tmp_path, "a.fr.md", "build/a.it.md", "drafts/é.fr.md")
    (tmp_path / ".gitignore").write_text("build/\n", "utf-8")
    assert [p for p in Tree(tmp_path).files() if p.endswith(".md")] == ["a.fr.md", "drafts/é.fr.md"]
    assert "build/a.it.md" in Tree(tmp_path, gitignore=False).files()
    assert Tree(tmp_path, include=("*.md",), exclude=("drafts",)).files() == ["a.fr.md"]


def test_without_a_repository_hidden_folders_and_links_are_left_out(tmp_path: Path) -> None:
    planted(tmp_path, "x/a.fr.md", ".venv/a.fr.md")
    (tmp_path / "x/a.it.md").symlink_to(tmp_path / "x/a.fr.md")
    Path(os.fsdecode(bytes(tmp_path) + b"/x/\xff.de.md")).write_text("12", "utf-8")
    assert Tree(tmp_path).files() == ["x/a.fr.md"]


# A first configuration


def written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The stories that the configuration made for a folder finds, after it was written and read again."""
    monkeypatch.chdir(folder)
    text, count = begin.configuration(folder)
    begin.write(folder / "claimdiff.yaml", text, force=False)
    config = load()
    stories = [g.name for g in groups(config.tree.files(), config.layouts) if len(g.versions) > 1]
    assert len(stories) == count
    return stories


def test_init_finds_suffixes_folders_and_readmes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planted(
        tmp_path, "content/a.fr.md", "content/x/b.fr.md", "content/x/b.it.md", "content/a.it.md", "src/de/main.py", "img/it/a.png"
    )
    planted(tmp_path, "site/fr/a.html", "site/de/a.html", "site/de/only.html", "notes.md", "it/alone.md")
    english, french = "The congress meets in Rome this year and elects a president.", "Le congrès se réunit à Rome."
    (tmp_path / "README.md").write_text(english, "utf-8")
    (tmp_path / "README.fr.md").write_text(french, "utf-8")
    assert written(tmp_path, monkeypatch) == ["README", "content/a.fr.md", "site/de/a.html", "x/b"]
    told = yaml.safe_load((tmp_path / "claimdiff.yaml").read_text("utf-8"))["stories"]
    assert sorted(map(str, told)) == sorted(
        [
            "content/{story}.{lang}.md",
            "site/{lang}/{story}.html",
            str({"pattern": "README.{lang}.md", "default": "en"}),
        ]
    )


def test_init_of_an_empty_folder_shows_how(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert written(tmp_path, monkeypatch) == []
    text = (tmp_path / "claimdiff.yaml").read_text("utf-8")
    # What is commented out would be in order if it were not.
    (tmp_path / "claimdiff.yaml").write_text(text[text.index("# stories") :].replace("# ", ""), "utf-8")
    asked.checked(load())
    assert load().settings.stories[0].pattern == ("content/{story}.{lang}.md",)


def test_init_writes_over_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claimdiff.yaml").write_text("source: fr", "utf-8")
    with pytest.raises(InputError, match="is there already"):
        begin.write(tmp_path / "claimdiff.yaml", "", force=False)
    assert (tmp_path / "claimdiff.yaml").read_text("utf-8") == "source: fr"
    begin.write(tmp_path / "claimdiff.yaml", "source: it\n", force=True)
    assert (tmp_path / "claimdiff.yaml").read_text("utf-8") == "source: it\n"


def test_init_cannot_be_led_to_write_settings_by_a_file_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planted(tmp_path, "d/a\nformat: html\n.fr.md", "d/a\nformat: html\n.it.md", "x: y\n- z/fr/a.md", "x: y\n- z/it/a.md")
    written(tmp_path, monkeypatch)
    assert load().settings.format == "text"
