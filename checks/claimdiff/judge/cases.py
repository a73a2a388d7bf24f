"""The cases of the rules, run: each in which it must fire, each in which it must stay silent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claimdiff import house
from claimdiff.house import NOTHING, House
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


def run_cases(book: RuleBook, findings: Callable[[Story, House], list[Finding]]) -> Iterator[CaseResult]:
    """Every case of every rule; `findings` runs the whole pipeline over a small story of a house."""
    for rule in book.rules:
        for expected, cases in (("fires", rule.cases.fires), ("silent", rule.cases.silent)):
            for case in cases:
                got = tuple(f.rule for f in findings(_story(rule, case), _house(case)))
                yield CaseResult(rule, (rule.id in got) == (expected == "fires"), expected, " | ".join(case.values()), got)


def _story(rule: Rule, case: dict[str, str]) -> Story:
    return Story(rule.id, tuple(Version(lang.partition("-")[0], text) for lang, text in case.items() if lang not in DECLARED))


DECLARED = ("fact", "write", "never")
"""Keys of a case that are no language: a fact in the language of the case, what to write, and what never."""


def _house(case: dict[str, str]) -> House:
    """What the case declares."""
    if not set(DECLARED) & set(case):
        return NOTHING
    lang = next(lang for lang in case if lang not in DECLARED)
    facts = [{"says": {lang: case["fact"]}}] if "fact" in case else []
    names = [{"write": {lang: case["write"]}, "never": {lang: case["never"]}}] if "never" in case else []
    return house.of(facts, names)
