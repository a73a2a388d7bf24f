"""The documents of the contract -> JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any


def as_json(documents: Sequence[Mapping[str, Any]], many: bool) -> str:
    """The one document as an object, or a list of objects when there may be many."""
    whole = list(documents) if many else documents[0]
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def as_jsonl(documents: Sequence[Mapping[str, Any]]) -> str:
    """One object a line."""
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in documents)
