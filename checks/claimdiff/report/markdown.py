"""Findings as Markdown, for a pull request or a ticket; article text stays text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

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


def rule_pages(shown: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """File name -> page: one a rule, and one that lists them."""
    page, index = (environment(escaped).get_template(name) for name in ("rule.md.j2", "rules.md.j2"))
    return {"README.md": index.render(rules=shown), **{f"{rule['id']}.md": page.render(rule=rule) for rule in shown}}


def findings(told: Sequence[Told]) -> str:
    """The report of some stories as Markdown."""
    return environment(escaped).get_template("markdown.md.j2").render(stories=[view(one) for one in told])
