"""Comments to claimdiff in a text -> marks: which rule they take off which words, and why; a wrong one is refused.

<!-- claimdiff-ignore Q02: both are right, the vote was by states -->
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from claimdiff.accepted import Mark, plain
from claimdiff.errors import InputError, did_you_mean

HERE, NEXT, FILE, BEGIN, END = FORMS = (
    "claimdiff-ignore",
    "claimdiff-ignore-next",
    "claimdiff-ignore-file",
    "claimdiff-ignore-begin",
    "claimdiff-ignore-end",
)
_SAID = re.compile(r"(?P<form>[\w-]+)(?P<rules>[^:]*)(?::(?P<reason>.*))?", re.S)
_SHOWN = 60

Place = tuple[str, int, int]


class Remark(Protocol):
    """A comment as `read.remarks` finds it."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """The first code point behind it."""

    @property
    def words(self) -> str:
        """What it says."""

    @property
    def here(self) -> tuple[int, int]:
        """The block it stands in."""

    @property
    def following(self) -> tuple[int, int]:
        """The next block with prose."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A comment taken apart."""

    remark: Remark
    form: str
    rules: tuple[str, ...]
    reason: str
    place: Place


def marks(
    document: int, remarks: Sequence[Remark], length: int, place: Callable[[int], Place], rules: Mapping[str, str]
) -> list[Mark]:
    """The marks of a version of so many code points; `rules`: code or name, casefolded -> code. InputError for a wrong comment."""
    said = [_said(remark, place(remark.start), rules) for remark in remarks]
    return [
        Mark(document, rule, one.reason, start, end, one.place, one.form)
        for one, start, end in _reaches(said, length)
        for rule in one.rules
    ]


def _said(remark: Remark, place: Place, rules: Mapping[str, str]) -> _Said:
    match = _SAID.match(remark.words)
    form = match["form"] if match else ""
    if match is None or form not in FORMS:
        raise InputError(f'there is no comment "{form[:_SHOWN]}"{did_you_mean(form, FORMS)}', *place)
    named = match["rules"].replace(",", " ").split()
    reason = plain(match["reason"] or "")
    if form != END and not (named and reason):
        missing = "a rule" if not named else "a reason"
        raise InputError(f"lacks {missing}: <!-- {form} RULE: reason -->", *place)
    return _Said(remark, form, tuple(dict.fromkeys(_rule(name, place, rules) for name in named)), reason, place)


def _rule(name: str, place: Place, rules: Mapping[str, str]) -> str:
    code = rules.get(name.casefold())
    if code is None:
        raise InputError(f'there is no rule "{plain(name)[:_SHOWN]}"{did_you_mean(name, rules)}', *place)
    return code


def _reaches(said: Sequence[_Said], length: int) -> Iterator[tuple[_Said, int, int]]:
    """Each comment with the words that it reaches; a region is that of the comment that begins it."""
    opened: list[_Said] = []
    for one in said:
        if one.form == BEGIN:
            opened.append(one)
        elif one.form == END:
            begun = _begun(one, opened)
            yield begun, begun.remark.end, one.remark.start
        else:
            yield one, *{HERE: one.remark.here, NEXT: one.remark.following, FILE: (0, length)}[one.form]
    if opened:
        raise InputError(f"never ends: <!-- {END} -->", *opened[-1].place)


def _begun(end: _Said, opened: list[_Said]) -> _Said:
    """The comment that begins the region which `end` ends: the last one open, and of the same rules where it names any."""
    if not opened:
        raise InputError(f"ends nothing: no <!-- {BEGIN} RULE: reason --> before it", *end.place)
    begun = opened.pop()
    if end.rules and set(end.rules) != set(begun.rules):
        wanted = f"{', '.join(begun.rules)}, which begins in line {begun.place[1]}"
        raise InputError(f"ends {', '.join(end.rules)}, but the region open here is of {wanted}", *end.place)
    return begun
