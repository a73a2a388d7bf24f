"""Findings as Markdown, for a pull request or a ticket; article text stays text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimdiff.report.document import Told
from claimdiff.report.templates import environment
from claimdiff.report.terminal import clean
from claimdiff.report.view import view

_SPECIAL = re.compile(r"[\\`*_{}\[\]()~|]|^[-+=]|(?<=\d)\.(?=\s|\Z)")
# A backslash does not keep a host from reading @name, #12, $x$ or an address.
_ENTITY = re.compile(r"[<>&@#$]|(?<=[A-Za-z]):(?=//)|(?<=www)\.", re.I)


def escaped(text: str) -> str:
    """The text on one line with everything that Markdown or its host would read as markup made plain."""
    line = clean(text).replace("\n", " ").replace("\t", " ")
    return _ENTITY.sub(lambda m: f"&#{ord(m.group())};", _SPECIAL.sub(r"\\\g<0>", line))


def findings(told: Sequence[Told]) -> str:
    """The report of some stories as Markdown."""
    return environment(escaped).get_template("markdown.md.j2").render(stories=[view(one) for one in told])
