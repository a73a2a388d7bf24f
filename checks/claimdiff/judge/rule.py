"""The rule files: loaded, checked, answered kindly when wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Protocol

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from claimdiff.errors import DataError, did_you_mean
from claimdiff.files import shipped
from claimdiff.yaml_nodes import compose, place

# A rule is four levels deep: cases, fires, a case, a text.
_DEEPEST = 8

# YAML reads a bare `off` as false.
Severity = Annotated[Literal["error", "warning", "info", "off"], BeforeValidator(lambda value: "off" if value is False else value)]
Compare = Literal["across", "within", "absent", "repeated", "declared"]
TYPES = (
    "number", "number_unit", "scale", "percent", "money", "date", "date_range", "weekday_date_conflict", "time", "ordinal",
    "country", "country_name_status", "place", "person_name", "person_swap", "role", "affiliation", "organisation", "polarity",
    "quote_changed", "superlative_quantifier", "order", "internal", "duplicate", "omission",
)  # fmt: skip


class Cases(BaseModel):
    """Small stories in which the rule fires, and in which it stays silent: language -> text."""

    model_config = ConfigDict(extra="forbid")
    fires: list[dict[str, str]] = Field(min_length=1)
    silent: list[dict[str, str]] = Field(min_length=1)


class Rule(BaseModel):
    """Which relation between which claims is a finding, how severe, in what words."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str = Field(pattern=r"^[A-Z]{1,3}\d{2}$")
    name: str = Field(pattern=r"^[a-z-]+\.[a-z-]+$")
    claims: list[str] = Field(min_length=1)
    compare: Compare
    relation: list[str] = Field(min_length=1)
    severity: Severity
    type: Literal[TYPES]  # type: ignore[valid-type]
    message: str
    why: str
    confidence: float = Field(default=1.0, gt=0, le=1)
    least: float = Field(default=0.0, ge=0, le=1)
    cases: Cases
    path: str = ""
    line: int = 0


class Override(Protocol):
    """Other severities for the findings in which it holds."""

    @property
    def levels(self) -> Mapping[str, Severity]:
        """Rule code -> severity."""

    def holds(self, langs: Collection[str], paths: Collection[str]) -> bool:
        """True for a finding in these languages that rests on versions with these paths."""


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rules in force, by id, and where others hold."""

    rules: tuple[Rule, ...]
    overrides: tuple[Override, ...] = ()
    _by: dict[tuple[str, str, str], tuple[Rule, ...]] = field(default_factory=dict)

    def which(self, compare: str, kind: str, relation: str) -> tuple[Rule, ...]:
        """The rules that make a finding of this relation between claims of this kind."""
        key = (compare, kind, relation)
        if key not in self._by:
            self._by[key] = tuple(
                r for r in self.rules if r.compare == compare and kind in r.claims and relation in r.relation and self._on(r)
            )
        return self._by[key]

    def level(self, rule: str, severity: str, langs: Collection[str], paths: Collection[str]) -> str:
        """How severe a finding of a rule is in these languages and files: "off" for one that is not wanted there."""
        held = (o.levels[rule] for o in reversed(self.overrides) if rule in o.levels and o.holds(langs, paths))
        return next(held, severity)

    def _on(self, rule: Rule) -> bool:
        return rule.severity != "off" or any(o.levels.get(rule.id, "off") != "off" for o in self.overrides)


def load_rules(paths: Iterable[Path] | None = None) -> RuleBook:
    """The shipped rules and those of further files; DataError with path, line and column when one is wrong."""
    return _load(tuple(sorted(shipped("rules").glob("*.yaml")) + sorted(paths or ())))


@cache
def _load(paths: tuple[Path, ...]) -> RuleBook:
    rules = [rule for path in paths for rule in _rules_of(path)]
    for what in ("id", "name"):
        _unique(rules, what)
    return RuleBook(tuple(sorted(rules, key=lambda r: r.id)))


def _unique(rules: list[Rule], what: str) -> None:
    seen: dict[str, Rule] = {}
    for rule in rules:
        word = getattr(rule, what)
        if word in seen:
            first = seen[word]
            raise DataError(f'the {what} "{word}" is taken by a rule in {first.path}:{first.line}', rule.path, rule.line, 3)
        seen[word] = rule


def _rules_of(path: Path) -> list[Rule]:
    node = _compose(path)
    if node is None:
        return []
    if not isinstance(node, yaml.SequenceNode):
        raise DataError("a rule file is a list of rules", path, *place(node))
    return [_rule(item, path) for item in node.value]


def _compose(path: Path) -> yaml.Node | None:
    try:
        return compose(path.read_text("utf-8"), path, "a rule file", _DEEPEST)
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"cannot be read: {error}", path) from error


def _rule(node: yaml.Node, path: Path) -> Rule:
    if not isinstance(node, yaml.MappingNode):
        raise DataError("a rule is a mapping of keys", path, *place(node))
    _no_key_twice(node, path)
    data = _plain(node, path)
    try:
        return Rule(**{**data, "path": str(path), "line": node.start_mark.line + 1})
    except ValidationError as error:
        raise _answer(error, node, data, path) from error


def _plain(node: yaml.MappingNode, path: Path) -> Any:
    loader = yaml.SafeLoader("")
    try:
        return loader.construct_document(node)
    except (yaml.YAMLError, ValueError) as error:
        # A date or a number that cannot be.
        raise DataError(f"not YAML: {str(error).splitlines()[0]}", path, *place(node)) from None
    finally:
        loader.dispose()


def _no_key_twice(node: yaml.MappingNode, path: Path) -> None:
    seen: set[str] = set()
    for key, _ in node.value:
        if key.value in seen:
            raise DataError(f'the key "{key.value}" stands twice', path, *place(key))
        seen.add(key.value)


def _answer(error: ValidationError, node: yaml.MappingNode, data: dict[str, Any], path: Path) -> DataError:
    # A misspelt key is reported before the key that it was meant to be is reported as missing.
    first = min(error.errors(), key=lambda e: e["type"] != "extra_forbidden")
    mark = _place(node, first["loc"])
    name = data.get("id", "?")
    where = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        word = str(first["loc"][-1])
        known = Cases.model_fields if len(first["loc"]) > 1 else Rule.model_fields
        problem = f'rule {name} has no key "{word}"{did_you_mean(word, known)}'
    elif first["type"] == "missing":
        problem = f'rule {name} lacks the key "{where}"'
    else:
        near = did_you_mean(str(first.get("input")), TYPES) if where == "type" else ""
        problem = f"rule {name}: {where}: {first['msg']}{near}"
    return DataError(problem, path, mark[0], mark[1])


def _place(node: yaml.Node, loc: tuple[int | str, ...]) -> tuple[int, int]:
    """Line and column of the deepest part of `loc` that stands in the file."""
    here: yaml.Node = node
    for part in loc:
        if isinstance(here, yaml.MappingNode):
            pair = next(((k, v) for k, v in here.value if k.value == part), None)
            if pair is None:
                break
            if part == loc[-1]:
                return place(pair[0])
            here = pair[1]
        elif isinstance(here, yaml.SequenceNode) and isinstance(part, int) and part < len(here.value):
            here = here.value[part]
    return place(here)
