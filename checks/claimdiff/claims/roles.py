"""The forms of a role: those that mean several people."""

from __future__ import annotations

from functools import cache

from claimdiff.language import expand, language
from claimdiff.text import plain, tokenise


@cache
def plurals(code: str, role: str) -> frozenset[tuple[str, ...]]:
    """The plural forms of a role, as keys: those behind the double bar."""
    row = language(code).row("roles", role)
    forms = expand(row["forms"].partition("||")[2]) if row else []
    return frozenset(tuple(t.key for t in tokenise(plain(form).text)) for form in forms)
