"""What a process of its own reads ahead is what `claims.read` reads, and what fails there fails here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from claimdiff import ahead, claims, read
from claimdiff.errors import InputError
from claimdiff.house import Word
from claimdiff.model import Story, Version

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="nothing is read ahead elsewhere")
STORY = Story("s", (Version("fr", "Trois ministres sont venus de Norvège."), Version("de", "Drei Minister kamen aus Norwegen.")))


@pytest.mark.parametrize("order", [(0, 1), (1, 0), (0, 0)])
def test_what_is_read_ahead_is_what_is_read(order: tuple[int, int]) -> None:
    reader = ahead.reader(STORY, ())
    for number in order:
        passages, found = reader(STORY.versions[number], ())
        assert found
        assert (passages, found) == claims.read(STORY.versions[number])


def test_what_was_not_asked_for_ahead_is_read_at_once() -> None:
    reader, other = ahead.reader(STORY, ()), Version("it", "Quattro navi.")
    assert reader(other, ()) == claims.read(other)
    word = Word("fr", "organisations", "Minfos", "Minfos", own=True)
    version = Version("fr", "Minfos a trois navires.")
    assert reader(version, (word,)) == claims.read(version, (word,))


def test_what_fails_ahead_fails_here() -> None:
    unknown = Version("xx", "Three ships.")
    with pytest.raises(InputError, match="unknown language"):
        ahead.reader(Story("s", (unknown,)), ())(unknown, ())


def test_only_one_story_is_read_ahead() -> None:
    assert not ahead.worthwhile(2)
    assert not ahead.worthwhile(0)


def test_files_are_read_ahead_before_they_are_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "worthwhile", lambda _: True)
    paths = [tmp_path / f"a.{version.lang}.txt" for version in STORY.versions]
    for path, version in zip(paths, STORY.versions, strict=True):
        path.write_text(version.text, "utf-8")
    begun = ahead.begun([str(path) for path in paths], ())
    assert begun is not None
    for version in read.story([str(path) for path in paths]).versions:
        assert begun(version, ()) == claims.read(version)


def test_files_that_cannot_be_read_are_left_to_whoever_tells_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "worthwhile", lambda _: True)
    assert ahead.begun([str(tmp_path / "none.fr.txt"), str(tmp_path / "none.it.txt")], ()) is None


@pytest.mark.parametrize("jobs", ["1", "2", "8"])
def test_one_story_is_checked_whatever_the_number_of_jobs(jobs: str, tmp_path: Path) -> None:
    """In a process of its own: here the tables are imported already, and nothing is read ahead."""
    for lang, text in (("fr", "Trois ministres sont venus de Norvège."), ("de", "Vier Minister kamen aus Norwegen.")):
        (tmp_path / f"a.{lang}.txt").write_text(text, "utf-8")
    command = [sys.executable, "-m", "claimdiff", "check", "a.fr.txt", "a.de.txt", "--jobs", jobs, "--no-cache"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("Traceback")) == (1, 0), done.stderr
    assert "Vier Minister" in done.stdout
