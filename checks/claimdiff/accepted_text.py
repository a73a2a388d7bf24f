"""The text of claimdiff.accepted.yaml after a change: sorted, stable, with the comments and the wording of its owner."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

from claimdiff.accepted import Entry
from claimdiff.accepted_file import Placed, entries
from claimdiff.errors import DataError

_HEAD = """\
# Findings that somebody looked at and accepted. `claimdiff accept` adds to this file, `--prune` takes away what matches no
# finding any more, and comments stay. An entry holds for one story and fingerprint, to the end of the day it expires on.

"""


def rewritten(said: str, path: Path, wanted: Sequence[Entry]) -> str:
    """The file with the `wanted` entries: those that stand in it as they stand, new and changed ones in their place."""
    held = entries(said, path)
    plain = said.replace("\r\n", "\n")
    text = _patched(plain, held, wanted)
    if not _holds(text, path, wanted):
        text = _patched(_comments(plain), [], wanted)
    return text if plain == said else text.replace("\n", "\r\n")


def _patched(said: str, held: Sequence[Placed], wanted: Sequence[Entry]) -> str:
    lines = said.splitlines(keepends=True)
    head, blocks, foot = _parts(lines, held)
    known = {placed.entry.key: (placed.entry, block) for placed, block in zip(held, blocks, strict=True)}
    body = [_block(entry, known.get(entry.key)) for entry in sorted(wanted, key=_order)]
    opening = head if head.strip() or held else _HEAD
    return opening + ("".join(body) or "[]\n") + foot


def _order(entry: Entry) -> tuple[str, ...]:
    return entry.story, entry.rule, entry.fingerprint


def _block(entry: Entry, known: tuple[Entry, tuple[str, str]] | None) -> str:
    """The lines of an entry: as they stand unless its terms have changed, and always with the comment over them."""
    if known is None:
        return dumped(entry)
    held, (comment, lines) = known
    return comment + (lines if held.terms == entry.terms else dumped(entry))


def dumped(entry: Entry) -> str:
    """An entry as YAML."""
    told: dict[str, Any] = {
        "story": entry.story,
        "fingerprint": entry.fingerprint,
        "rule": entry.rule,
        "message": entry.message or None,
        "evidence": list(entry.evidence) or None,
        "confidence": entry.confidence,
        "reason": entry.reason,
        "by": entry.by,
        "expires": entry.expires,
    }
    return _yaml([{key: value for key, value in told.items() if value is not None}])


def _yaml(told: Sequence[Mapping[str, Any]]) -> str:
    return yaml.dump(told, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000)


class _Dumper(yaml.SafeDumper):
    """Lists stand in from their key, as people write them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Go one level in, also for a list."""
        del indentless
        super().increase_indent(flow, False)


Block = tuple[str, str]
"""The comment lines over an entry, and its own lines."""


def _parts(lines: list[str], held: Sequence[Placed]) -> tuple[str, list[Block], str]:
    """What stands over the entries, each entry, and what stands below them."""
    if not held:
        return "".join(line for line in lines if line.strip() != "[]"), [], ""
    starts = [_dash(lines, placed.first) for placed in held]
    tops = [_over(lines, start) for start in starts]
    ends = [*tops[1:], _foot(lines, held[-1])]
    blocks = [
        ("".join(lines[top:start]), _ended("".join(lines[start:end]))) for top, start, end in zip(tops, starts, ends, strict=True)
    ]
    return "".join(lines[: tops[0]]), blocks, "".join(lines[ends[-1] :])


def _ended(block: str) -> str:
    return block.rstrip() + "\n"


def _dash(lines: list[str], line: int) -> int:
    """The line of the dash that opens an entry; its first key may stand below."""
    while line and not lines[line].lstrip().startswith("-"):
        line -= 1
    return line


def _over(lines: list[str], start: int) -> int:
    """The first of the comment lines right over an entry."""
    while start and lines[start - 1].startswith("#"):
        start -= 1
    return start


def _foot(lines: list[str], last: Placed) -> int:
    """The first line below the last entry that is not its own."""
    indented = (n for n in range(len(lines) - 1, last.first, -1) if lines[n].strip() and not lines[n].startswith("#"))
    return next(chain(indented, [last.first])) + 1


def _holds(text: str, path: Path, wanted: Iterable[Entry]) -> bool:
    """True when the text reads as the entries that were wanted; YAML can be written in ways that lines do not show."""
    try:
        read = [placed.entry for placed in entries(text, path)]
    except DataError:
        return False
    return {(entry.key, entry.terms) for entry in read} == {(entry.key, entry.terms) for entry in wanted}


def _comments(said: str) -> str:
    """The comment lines of a text."""
    return "".join(line for line in said.splitlines(keepends=True) if line.lstrip().startswith("#"))
