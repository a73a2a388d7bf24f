"""A first configuration from what is in a folder: language-suffixed files, language folders, README beside README.fr."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import yaml

from claimdiff import read
from claimdiff.config import FAIL_LEVEL, shown
from claimdiff.discovery import Group, Layout, Tree, base_code, groups
from claimdiff.errors import ClaimdiffError, InputError
from claimdiff.files import write_whole
from claimdiff.language import languages
from claimdiff.patterns import without_language

# What claimdiff reads; other kinds of files in language folders (images, scripts) are no versions.
KINDS = (".md", ".markdown", ".mdx", ".html", ".htm", ".xhtml", ".txt")
# So many single files beside each other get a pattern each; more of them are a folder of stories.
_SINGLE = 3
_IN_NAME = re.compile(r"(?P<stem>.*?)(?P<mark>[._-]?)(?P<lang>[A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?)", re.S)


@dataclass(frozen=True, slots=True)
class Guess:
    """A layout, and the stories in two versions or more that it finds."""

    layout: Layout
    stories: tuple[Group, ...]


def configuration(folder: Path) -> tuple[str, int]:
    """The text of a configuration for a folder, and how many stories it finds."""
    files = [path for path in Tree(folder).files() if PurePosixPath(path).suffix.lower() in KINDS]
    guesses = list(_chosen(folder, files))
    stories = sum(len(guess.stories) for guess in guesses)
    return _text(guesses), stories


def write(path: Path, content: str, force: bool) -> None:
    """Write the configuration; InputError when there is one already, unless forced."""
    if path.exists() and not force:
        raise InputError("is there already; --force writes over it, --print shows what would be written", shown(path))
    try:
        write_whole(path, content.encode())
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", shown(path)) from None


def _chosen(folder: Path, files: Sequence[str]) -> Iterator[Guess]:
    """The patterns that find most, each file used once."""
    left = list(files)
    tried = sorted((_guess(folder, pattern, files) for pattern in _patterns(files)), key=_worth)
    for one in tried:
        fresh = _guess(folder, one.layout.patterns[0], left)
        if fresh.stories:
            used = {path for group in fresh.stories for _, path in group.versions}
            left = [path for path in left if path not in used]
            yield fresh


def _worth(guess: Guess) -> tuple[int, int, str]:
    return -sum(len(group.versions) for group in guess.stories), len(guess.layout.patterns[0]), guess.layout.patterns[0]


def _guess(folder: Path, pattern: str, files: Sequence[str]) -> Guess:
    layout = Layout((pattern,), _default(folder, pattern, files))
    return Guess(layout, tuple(g for g in groups(files, [layout]) if len({base_code(lang) for lang, _ in g.versions}) > 1))


def _default(folder: Path, pattern: str, files: Sequence[str]) -> str | None:
    """The language of the first file that the pattern finds when its language is left out, beside one with a language."""
    if "/" in pattern.partition("{lang}")[2] or without_language(pattern) == pattern:
        return None
    for code in languages():
        beside = groups(files, [Layout((pattern,), code)])
        plain = [path for g in beside for lang, path in g.versions if lang == code and len(g.versions) > 1 and not _named(path)]
        if plain:
            return _language(folder / plain[0])
    return None


def _named(path: str) -> bool:
    match = _IN_NAME.fullmatch(PurePosixPath(path).stem)
    return match is not None and bool(match["mark"]) and base_code(match["lang"]) in languages()


def _language(path: Path) -> str | None:
    try:
        return read.opened(path).lang
    except ClaimdiffError:
        return None


def _patterns(files: Iterable[str]) -> list[str]:
    """Every pattern that a path with a language in it suggests."""
    found = Counter(pattern for path in files for pattern in _suggested(PurePosixPath(path)))
    single = Counter(PurePosixPath(p).suffix for p in found if "/" not in p and "{story}" not in p)
    wide = {f"{{story}}{mark}{{lang}}{end}" for end in single if single[end] > _SINGLE for mark in "._-"}
    return sorted({*found, *wide})


def _suggested(path: PurePosixPath) -> Iterator[str]:
    """`a/b.fr.md` -> `a/{story}.{lang}.md`; `fr/a.md` -> `{lang}/{story}.md`; `README.fr.md` -> `README.{lang}.md`."""
    match, parts = _IN_NAME.fullmatch(path.stem), path.parts
    if match and base_code(match["lang"]) in languages():
        if match["stem"] and match["mark"]:
            story = "{story}" if len(parts) > 1 else match["stem"]
            yield "/".join([*parts[:1][: len(parts) - 1], f"{story}{match['mark']}{{lang}}{path.suffix}"])
        elif not match["stem"] and len(parts) > 1:
            yield "/".join([*parts[:1], *(["{story}"] if len(parts) > 2 else []), "{lang}" + path.suffix])
    for at, part in enumerate(parts[:-1]):
        if base_code(part) in languages():
            yield "/".join([*parts[:at], "{lang}", "{story}" + path.suffix])


def _text(guesses: Sequence[Guess]) -> str:
    """The configuration as YAML with a word on what it found, and on what else can be said."""
    lines = ["# What claimdiff checks here, and how; `claimdiff config show` prints every setting."]
    if guesses:
        lines.append("stories:")
        for guess in guesses:
            example = ", ".join(path for _, path in guess.stories[0].versions)
            lines += [f"  # {len(guess.stories)} found, such as {example.encode('unicode_escape').decode()}", *_entry(guess.layout)]
    else:
        lines += ["# No versions were found. A pattern says where they are:", "# stories:", "#   - content/{story}.{lang}.md"]
    return "\n".join([*lines, "", f"fail-level: {FAIL_LEVEL}", *_HINTS, ""])


_HINTS = (
    "# rules:",
    "#   ignore: [X01]",
    "# lexicon:",
    "#   unchecked: [Formula 1]",
)


def _entry(layout: Layout) -> list[str]:
    pattern = yaml.safe_dump(layout.patterns[0], allow_unicode=True, width=1000).removesuffix("...\n").strip()
    return [f"  - pattern: {pattern}", f"    default: {layout.default}"] if layout.default else [f"  - {pattern}"]
