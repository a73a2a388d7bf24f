"""The cases of the rules, run: each in which it must fire, each in which it must stay silent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claimdiff.judge.rule import Rule, RuleBook
from claimdiff.model import Finding, Story, Version


@dataclass(frozen=True, slots=True)
class CaseResult:
    """Whether a rule did in one of its cases what the case expects."""

    rule: Rule
    ok: bool
    expected: str
    text: str
    got: tuple[str, ...]


def run_cases(book: RuleBook, findings: Callable[[Story], list[Finding]]) -> Iterator[CaseResult]:
    """Every case of every rule; `findings` runs the whole pipeline over a small story."""
    for rule in book.rules:
        for expected, cases in (("fires", rule.cases.fires), ("silent", rule.cases.silent)):
            for case in cases:
                got = tuple(f.rule for f in findings(_story(rule, case)))
                yield CaseResult(rule, (rule.id in got) == (expected == "fires"), expected, " | ".join(case.values()), got)


def _story(rule: Rule, case: dict[str, str]) -> Story:
    return Story(rule.id, tuple(Version(lang.partition("-")[0], text) for lang, text in case.items()))
