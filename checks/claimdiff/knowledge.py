"""What claimdiff knows of each language, in words a user understands, and what one lacks by the measure of the others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from claimdiff.errors import ClaimdiffError
from claimdiff.files import shipped
from claimdiff.language import grammar, languages, load_yaml, missing_files, read_table, world

# A table with less than this share of the rows that the others have at the median is a sketch.
LEAST = 0.5


def held() -> list[list[str]]:
    """A row a file of the languages: what it holds, in words, and how much of it each language has."""
    names = sorted({path.name for code in languages() for path in _files(code)})
    said = world("lexicon")
    rows = [
        [said[name]["said"] if name in said else name, *(_amount(_folder(code) / name) for code in languages())] for name in names
    ]
    return [["", *languages()], ["language", *map(_name, languages())], *rows]


def all_gaps() -> list[str]:
    """What the languages lack, a line each; nothing when all are complete."""
    return [f"{code}: {gap}" for code in languages() for gap in gaps(code)]


def gaps(code: str) -> list[str]:
    """What a language lacks by the measure of the others: files, rows, columns, keys of grammar; what of it is broken."""
    missing = [f"{name} is missing" for name in missing_files(code)]
    return missing + [gap for path in _files(code) for gap in _gaps_of(code, path)]


def _gaps_of(code: str, path: Path) -> Iterator[str]:
    others = [other for c in languages() if c != code and (other := _folder(c) / path.name).exists()]
    try:
        yield from _table_gaps(path, others) if path.suffix == ".tsv" else _grammar_gaps(path, others)
    except ClaimdiffError as error:
        yield f"{path.name}: {error.problem}"


def _table_gaps(path: Path, others: list[Path]) -> Iterator[str]:
    rows, theirs = read_table(path), [read_table(other) for other in others]
    usual = median(map(len, theirs)) if theirs else 0
    if len(rows) < LEAST * usual:
        yield f"{path.name} has {len(rows)} rows where the others have about {usual:.0f}"
    wanted = set.intersection(*(set(table[0].values()) for table in theirs if table)) if any(theirs) else set()
    for column in sorted(wanted - set(rows[0].values()) if rows else ()):
        yield f'{path.name} has no column "{column}"'


def _grammar_gaps(path: Path, others: list[Path]) -> Iterator[str]:
    own = {*_keys(path), *(world("lexicon")[path.name]["may_lack"].split() if path.name in world("lexicon") else ())}
    wanted = set.intersection(*(set(_keys(other)) for other in others)) if others else set()
    for key in sorted(wanted - own):
        yield f'{path.name} has no key "{key}"'


def _keys(path: Path) -> dict[str, Any]:
    content = load_yaml(path)
    return content if isinstance(content, dict) else {}


def _folder(code: str) -> Path:
    return shipped("rules") / "languages" / code


def _files(code: str) -> list[Path]:
    return sorted(path for path in _folder(code).iterdir() if path.suffix in (".tsv", ".yaml"))


def _name(code: str) -> str:
    return str(grammar(code, "text").get("name", "-")) if (_folder(code) / "text.yaml").exists() else "-"


def _amount(path: Path) -> str:
    if not path.exists():
        return "-"
    return str(len(read_table(path))) if path.suffix == ".tsv" else "yes"
