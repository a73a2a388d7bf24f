"""Which rules hold and how severe they are, as the user chose: over all, for some paths, between some languages."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from claimdiff.judge.rule import Rule, RuleBook, Severity
from claimdiff.patterns import fits


class Choice(Protocol):
    """Rules selected, ignored and re-levelled, each by code, letter, name or first part of the name."""

    @property
    def select(self) -> tuple[str, ...]:
        """Only these, unless empty."""

    @property
    def ignore(self) -> tuple[str, ...]:
        """Not these."""

    @property
    def severity(self) -> Mapping[str, Severity]:
        """Other severities."""


@dataclass(frozen=True, slots=True)
class Override:
    """Severities by rule code for findings on these paths (globs below `root`) and between these languages."""

    levels: Mapping[str, Severity]
    paths: tuple[str, ...]
    languages: frozenset[str]
    root: Path

    def holds(self, langs: Collection[str], paths: Collection[str]) -> bool:
        """True for a finding in these languages that rests on versions with these paths."""
        spoken = self.languages <= set(langs)
        return spoken and (not self.paths or any(fits(self._below(path), self.paths) for path in paths if path))

    def _below(self, path: str) -> str:
        return Path(os.path.relpath(path, self.root)).as_posix()


def names(rule: Rule) -> tuple[str, ...]:
    """What a rule may be called by, the exact ones first: Q02, quantity.other-thing-counted, Q, quantity."""
    return rule.id, rule.name, rule.id.rstrip("0123456789"), rule.name.partition(".")[0]


def known(rules: Sequence[Rule]) -> list[str]:
    """Everything that rules may be called by."""
    return sorted({name for rule in rules for name in names(rule)})


def chosen(book: RuleBook, choice: Choice) -> RuleBook:
    """The rule book with the choice made: what is not selected or is ignored is off."""
    levels = levels_of(book.rules, choice)
    return RuleBook(tuple(r.model_copy(update={"severity": levels[r.id]}) if r.id in levels else r for r in book.rules))


def overridden(book: RuleBook, overrides: Sequence[Override]) -> RuleBook:
    """The rule book with other levels for some findings; of two overrides that hold, the later one wins."""
    return RuleBook(book.rules, tuple(overrides))


def levels_of(rules: Iterable[Rule], choice: Choice) -> dict[str, Severity]:
    """Rule code -> severity, for the rules that the choice changes."""
    out: dict[str, Severity] = {}
    for rule in rules:
        called = names(rule)
        if (choice.select and not set(called) & set(choice.select)) or set(called) & set(choice.ignore):
            out[rule.id] = "off"
        else:
            out |= next(({rule.id: choice.severity[name]} for name in called if name in choice.severity), {})
    return out
