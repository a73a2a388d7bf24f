"""The file of decisions that the report page exports -> what was accepted in it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from claimdiff.accepted import plain
from claimdiff.errors import InputError

_LARGEST = 20 * 1024 * 1024
_VERSION = "1"
# What a decision says that leaves the texts as they are, and why, where no note does.
REASONS = {"accept": "accepted on the report page", "not-an-issue": "held to be no issue on the report page"}


class Decision(NamedTuple):
    """A finding of a story that was accepted, and the note of who did; empty when there is none."""

    story: str
    fingerprint: str
    decision: str
    note: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions that accept a finding, and how many there are of each that does not."""

    accepting: tuple[Decision, ...]
    others: tuple[tuple[str, int], ...]


def load(path: Path) -> Decisions:
    """The decisions in the file; InputError when it cannot be one that the report page wrote."""
    rows = [_decision(row, number, path) for number, row in enumerate(_rows(path), 1)]
    seen: dict[tuple[str, str], tuple[int, Decision]] = {}
    for number, row in enumerate(rows, 1):
        first, held = seen.setdefault((row.story, row.fingerprint), (number, row))
        if held != row:
            raise InputError(f"decision {number} is about the same finding as decision {first}, and differs", path)
    decided = [row for _, row in seen.values()]
    others = Counter(row.decision for row in decided if row.decision not in REASONS)
    return Decisions(tuple(row for row in decided if row.decision in REASONS), tuple(sorted(others.items())))


def _rows(path: Path) -> list[Any]:
    told = _json(path)
    if not isinstance(told, dict) or not isinstance(told.get("decisions"), list):
        raise InputError('is no file of decisions: {"schema_version", "decisions": […]}', path)
    if told.get("schema_version") != _VERSION:
        raise InputError(f'has "schema_version" {json.dumps(told.get("schema_version"))[:40]}; known is "{_VERSION}"', path)
    rows: list[Any] = told["decisions"]
    return rows


def _json(path: Path) -> Any:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise InputError(f"larger than {_LARGEST // 1024 // 1024} MB", path)
        return json.loads(data.decode("utf-8-sig"))
    except FileNotFoundError:
        raise InputError("no such file; the report page exports it", path) from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", path) from None
    except UnicodeDecodeError:
        raise InputError("is not UTF-8", path) from None
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON: {error.msg}", path, error.lineno, error.colno) from None
    except (RecursionError, ValueError):
        raise InputError("not JSON that decisions could be in", path) from None


def _decision(row: Any, number: int, path: Path) -> Decision:
    if not isinstance(row, dict):
        raise InputError(f"decision {number} is no object", path)
    for key in ("story", "fingerprint", "decision"):
        if not isinstance(row.get(key), str) or not row[key].strip():
            raise InputError(f'decision {number} has no "{key}"', path)
    note = row.get("note") or ""
    if not isinstance(note, str):
        raise InputError(f'the "note" of decision {number} is no text', path)
    return Decision(plain(row["story"]), row["fingerprint"], plain(row["decision"]), plain(note))
