"""What git knows of a folder: the files that it does not ignore, and what changed since a revision."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimdiff.errors import InputError

# A repository's own settings may name programs that git starts; nothing that is asked here needs them.
_QUIET = ("-c", "core.fsmonitor=false", "-c", "core.quotepath=off", "--no-optional-locks", "--literal-pathspecs")


@dataclass(frozen=True, slots=True)
class Changes:
    """Paths relative to the folder asked for: what was added or altered, what is gone, and where a renamed file went."""

    present: frozenset[str]
    gone: dict[str, str | None]


def files(folder: Path) -> list[str] | None:
    """The files below a folder that git does not ignore, relative to it; None when the folder is in no repository."""
    try:
        listed = _git(folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    except InputError:
        return None
    return sorted(path for path in set(listed) if path and (folder / path).is_file())


def changes(folder: Path, revision: str) -> Changes:
    """What is different below a folder from where it and the revision parted; InputError when git cannot tell."""
    commit = _commit(folder, revision)
    told = _git(folder, "diff", "--name-status", "-z", "-M", "--no-ext-diff", "--relative", commit, "--", ".")
    new = _git(folder, "ls-files", "-z", "--others", "--exclude-standard")
    present, gone = set(filter(None, new)), dict[str, str | None]()
    for status, old, now in _entries(told):
        if now is not None:
            present.add(now)
        if status in "DR":
            gone[old] = now
    return Changes(frozenset(present), {path: now for path, now in gone.items() if path not in present})


def _entries(told: list[str]) -> Iterator[tuple[str, str, str | None]]:
    """(status, path, path that it has now): `--name-status -z` gives a renamed or copied file two paths."""
    rest = iter(told)
    for status in rest:
        if status:
            old = next(rest)
            now = next(rest) if status[0] in "RC" else None if status[0] == "D" else old
            yield status[0], old, now


def _commit(folder: Path, revision: str) -> str:
    """The commit in which this work and the revision parted, or the revision where git cannot tell (a shallow clone)."""
    _git(folder, "rev-parse", "--show-toplevel")
    try:
        (commit, *_) = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
    except InputError:
        raise InputError(f'git knows no revision "{revision}"') from None
    try:
        (base, *_) = _git(folder, "merge-base", commit.strip(), "HEAD")
    except InputError:
        return commit.strip()
    return base.strip()


def _git(folder: Path, *arguments: str) -> list[str]:
    """What a git command prints, parted at NUL; InputError when it fails or there is no git."""
    # Variables such as GIT_DIR, set by hooks, would lead to another repository than the folder's.
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_") or k.startswith("GIT_CONFIG")}
    try:
        done = subprocess.run(["git", *_QUIET, *arguments], cwd=folder, env=environment, capture_output=True, check=False)
    except OSError:
        raise InputError("git is not installed") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise InputError(f"git: {said[0].removeprefix('fatal: ') if said else 'failed'}")
    return os.fsdecode(done.stdout).split("\0")
