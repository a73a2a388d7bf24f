"""The stories that patterns find in a tree: which files are versions of one story, and in which languages."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from claimdiff import git
from claimdiff.patterns import StoryPattern, fits, story_pattern, without_language


@dataclass(frozen=True, slots=True)
class Group:
    """A story's name and its versions: the language as written in the path, and the path below the configuration's folder."""

    name: str
    versions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Patterns whose files belong together; `default`: the language of files that name none."""

    patterns: tuple[str, ...]
    default: str | None = None

    def ready(self, codes: Sequence[str]) -> list[StoryPattern]:
        """The patterns to try on a path, in turn; those without a language come last, and only where there is a default."""
        told = [one for one in self.patterns if "{lang}" in one]
        plain = [one for one in self.patterns if "{lang}" not in one] or list(map(without_language, told))
        return [story_pattern(one, codes) for one in dict.fromkeys([*told, *(plain if self.default else [])])]


@dataclass(frozen=True, slots=True)
class Tree:
    """The files that discovery looks at: below `root`, as git or the folders list them, through include and exclude."""

    root: Path
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    gitignore: bool = True

    def files(self) -> list[str]:
        """Paths relative to the root, with `/`, in order; no symbolic links, and no names that no report could hold."""
        listed = git.files(self.root) if self.gitignore else None
        named = (path for path in (_walk(self.root) if listed is None else listed) if self.holds(path) and _is_text(path))
        return sorted(path for path in named if not (self.root / path).is_symlink())

    def holds(self, path: str) -> bool:
        """True when include and exclude let the path through, whether or not there is such a file."""
        return (not self.include or fits(path, self.include)) and not fits(path, self.exclude)


def groups(files: Iterable[str], layouts: Iterable[Layout], codes: Sequence[str] = (), source: str | None = None) -> list[Group]:
    """The stories of two versions or more and the lone versions, in order; a file belongs to the first layout that takes it."""
    taken: set[str] = set()
    found: list[tuple[str, list[tuple[str, str]]]] = []
    listed = list(files)
    for layout in layouts:
        for key, versions in _sorted_out([f for f in listed if f not in taken], layout, codes).items():
            taken.update(path for _, path in versions)
            found.append(("/".join(key) or _stem(layout), sorted(versions, key=lambda v: _order(v, codes, source))))
    return _named(found)


def _sorted_out(files: Iterable[str], layout: Layout, codes: Sequence[str]) -> dict[tuple[str, ...], list[tuple[str, str]]]:
    ready = layout.ready(codes)
    out: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    plain: list[tuple[tuple[str, ...], str]] = []
    for path in files:
        place = next((p for p in (pattern.read(path) for pattern in ready) if p), None)
        if place and place.lang:
            out[place.story].append((place.lang, path))
        elif place:
            plain.append((place.story, path))
    for story, path in plain:
        # Beside fr/index.html, an index.html without a language is a redirection as often as a page.
        if layout.default and not any(base_code(lang) == layout.default for lang, _ in out[story]):
            out[story].append((layout.default, path))
    return {story: versions for story, versions in out.items() if versions}


def base_code(lang: str) -> str:
    """The code without its region, as written in a path: `pt-BR` and `PT_br` are `pt`."""
    return lang.lower().replace("_", "-").partition("-")[0]


def _order(version: tuple[str, str], codes: Sequence[str], source: str | None) -> tuple[object, ...]:
    """The source first, then as the configuration lists the languages, then by code."""
    lang = base_code(version[0])
    return lang != source, codes.index(lang) if lang in codes else len(codes), version


def _stem(layout: Layout) -> str:
    """The name of a story whose pattern has no {story}: `README` of README.{lang}.md, `docs` of docs/{lang}.md."""
    path = PurePosixPath(without_language(layout.patterns[0]))
    return next((name for name in (path.name.partition(".")[0], path.parent.name) if name and "{" not in name), "story")


def _named(found: list[tuple[str, list[tuple[str, str]]]]) -> list[Group]:
    """Groups by name; where two would have one name, each is called by its first path."""
    count = Counter(name for name, _ in found)
    named = [Group(name if count[name] == 1 else versions[0][1], tuple(versions)) for name, versions in found]
    return sorted(named, key=lambda g: (g.name, g.versions))


def _walk(root: Path) -> Iterator[str]:
    """Every file below the root but those in hidden folders."""
    for folder, inner, names in os.walk(root):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        below = Path(folder).relative_to(root).as_posix()
        yield from (name if below == "." else f"{below}/{name}" for name in names)


def _is_text(path: str) -> bool:
    """False for a name that is no UTF-8, as the file system may hold."""
    return path.encode("utf-8", "replace").decode() == path
