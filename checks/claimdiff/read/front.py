"""Front matter: the lines between `---` (or `+++`) on top of a page, read as plain lines, never as YAML."""

from __future__ import annotations

import re

from claimdiff.read.mask import spaces

_A_KEY = r"""["']?([A-Za-z][\w-]*)["']?[ \t]*[:=][ \t]*"""
_KEY = re.compile(_A_KEY)
# A line of dashes with no key under it is a rule between paragraphs.
_FRONT = re.compile(r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*\r?\n(?=#|" + _A_KEY + r")(?:.*\n){0,300}?(?P=fence)[ \t]*\r?(?:\n|\Z)")
_SHOWN = frozenset({"title", "subtitle", "description", "summary", "headline"})
_LANGUAGE = frozenset({"lang", "language", "locale"})
_MARKS = "\"' \t\r\n>|-"


def front_matter(text: str) -> str:
    """The front matter with its fences, or an empty string."""
    match = _FRONT.match(text)
    return match.group() if match else ""


def declared_language(text: str) -> str | None:
    """What the front matter says after `lang:`, `language:` or `locale:`."""
    for line in front_matter(text).splitlines():
        match = _KEY.match(line)
        if match and match.group(1).lower() in _LANGUAGE:
            return line[match.end() :].strip(_MARKS) or None
    return None


def mask(front: str) -> str:
    """The front matter with nothing but the values of its title and description left."""
    out, shown = [], False
    for line in front.splitlines(keepends=True):
        match = _KEY.match(line)
        if match or not line.startswith((" ", "\t")):
            shown = match is not None and match.group(1).lower() in _SHOWN
        out.append(_value(line, match.end() if match else 0) if shown else spaces(line))
    return "".join(out)


def _value(line: str, start: int) -> str:
    value = line[start:]
    kept = value.strip(_MARKS)
    at = start + value.find(kept)
    return spaces(line[:at]) + kept + spaces(line[at + len(kept) :])
