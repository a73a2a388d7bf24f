"""The documents of the contract -> JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

# Valid in JSON and the same when read, but what a terminal obeys, what turns a line round, and what a CI log takes for a command.
_ACTING = re.compile(r"[\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|(?<=#)#(?=[a-z]*\[)")


def as_json(documents: Sequence[Mapping[str, Any]], many: bool) -> str:
    """The one document as an object, or a list of objects when there may be many."""
    return dumps(list(documents) if many else documents[0])


def as_jsonl(documents: Sequence[Mapping[str, Any]]) -> str:
    """One object a line."""
    return "".join(dumps(one, None) for one in documents)


def dumps(value: Any, indent: int | None = 2) -> str:
    """A value as JSON with a line end, written so that printing it does nothing."""
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    return _ACTING.sub(lambda match: f"\\u{ord(match.group()):04x}", written) + "\n"
