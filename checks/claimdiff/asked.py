"""What a command was asked for: the command line first, then the configuration, then what holds by default."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from claimdiff import cache, report
from claimdiff.config import FAIL_LEVEL, FORMAT, Config
from claimdiff.errors import InputError, did_you_mean
from claimdiff.judge import RuleBook, load_rules
from claimdiff.judge.levels import Override, chosen, known, levels_of, overridden
from claimdiff.report import Told, charts
from claimdiff.run import output


@dataclass(frozen=True, slots=True)
class Asked:
    """How `check` reports: format, reports to write, level of failure, least confidence (None: as usual), processes, coverage."""

    form: str = FORMAT
    outputs: tuple[tuple[str, Path], ...] = ()
    fail_level: str = FAIL_LEVEL
    minimum: float | None = None
    jobs: int | None = None
    coverage: int = 0


def asked(config: Config, outputs: Iterable[str] | None, inputs: Iterable[str], **given: Any) -> Asked:
    """What was given on the command line (None: nothing), and the rest from the configuration."""
    wanted = _configured(config) if config.path else Asked()
    named = {key: value for key, value in given.items() if value is not None}
    # A list of its own on the command line is the list, as with every other setting.
    told = tuple(output(one, inputs) for one in outputs) if outputs else wanted.outputs
    return replace(wanted, outputs=told, **named)


def _configured(config: Config) -> Asked:
    settings = config.settings
    if settings.format not in report.FORMATS:
        raise config.fault(_unknown_format(settings.format), ("format",))
    outputs = []
    for form, path in settings.output.items():
        if form not in report.FORMATS:
            raise config.fault(_unknown_format(form), ("output", form))
        outputs.append((form, Path(os.path.relpath(config.root / path))))
    known = settings.fail_level, settings.min_confidence, settings.jobs, settings.min_coverage
    return Asked(settings.format, tuple(outputs), *known)


def _unknown_format(form: str) -> str:
    return f'there is no format "{form}"' + (did_you_mean(form, report.FORMATS) or f"; known: {', '.join(report.FORMATS)}")


def rulebook(paths: Sequence[Path] | None, config: Config, levelled: bool = True) -> RuleBook:
    """The shipped rules, those of the files named and of the configuration; `levelled`: as severe as it says."""
    if config.path is None:
        return load_rules(paths or None)
    book = load_rules(_distinct([*_rule_files(config), *(paths or ())]))
    _names_rules(config, book)
    if not levelled:
        return book
    settings = config.settings
    overrides = [
        Override(levels_of(book.rules, one), one.paths, frozenset(one.languages), config.root) for one in settings.overrides
    ]
    return overridden(chosen(book, settings.rules), overrides)


def _distinct(paths: Iterable[Path]) -> list[Path]:
    return list({path.resolve(): path for path in paths}.values())


def _rule_files(config: Config) -> Iterator[Path]:
    for number, pattern in enumerate(config.settings.rules.files):
        try:
            found = [path for path in sorted(config.root.glob(pattern)) if path.is_file()]
        except (NotImplementedError, ValueError, IndexError):
            found = []
        if not found:
            raise config.fault(f'no rule file fits "{pattern}"', ("rules", "files", number))
        yield from (Path(os.path.relpath(path)) for path in found)


def _names_rules(config: Config, book: RuleBook) -> None:
    """Refuses what is called by no rule, at its place."""
    names = known(book.rules)
    for loc in _selectors(config):
        word = loc[-1] if loc[-2] == "severity" else config.value(loc)
        if word not in names:
            raise config.fault(f'there is no rule "{word}"{did_you_mean(str(word), names)}', loc)


def _selectors(config: Config) -> Iterator[tuple[int | str, ...]]:
    heads: list[tuple[int | str, ...]] = [("rules",), *(("overrides", n) for n in range(len(config.settings.overrides)))]
    for head in heads:
        for key in ("select", "ignore"):
            yield from ((*head, key, number) for number in range(len(config.value((*head, key)) or ())))
        yield from ((*head, "severity", name) for name in config.value((*head, "severity")) or {})


def remembered(config: Config, book: RuleBook, minimum: float | None, wanted: bool) -> cache.Cache | None:
    """The cache of a run with these rules and settings; None unless wanted, also by the configuration."""
    if not wanted or (config.path and not config.settings.cache):
        return None
    return cache.Cache(cache.digest(book.rules, book.overrides, config.house, minimum), cache.folder())


def not_over(outputs: Iterable[tuple[str, Path]], told: Iterable[Told], config: Config) -> None:
    """Refuses a report that would be written over a version of a story or over the configuration."""
    taken = {Path(d["path"]).resolve(): "a version of a story" for one in told for d in one.document["documents"] if d["path"]}
    if config.path:
        taken[config.path.resolve()] = "the configuration"
    for _, path in outputs:
        if path.resolve() in taken:
            raise InputError(f"would write over {taken[path.resolve()]}", path)


def statistics(told: Sequence[Told]) -> list[dict[str, Any]]:
    """How often each rule found something, the busiest first."""
    count = Counter((f["rule"], f["severity"], f["name"]) for one in told for f in one.document["findings"])
    ranked = sorted(count.items(), key=lambda item: (-item[1], item[0]))
    return [{"count": n, "rule": rule, "severity": severity, "name": name} for (rule, severity, name), n in ranked]


def counted(told: Sequence[Told], form: str) -> str:
    """The statistics as text, or as JSON where that is asked for."""
    if form not in (FORMAT, "json"):
        raise InputError(f"--statistics is text or json, not {form}")
    ranked = statistics(told)
    if form == "json":
        return json.dumps(ranked, ensure_ascii=False, indent=2) + "\n"
    versions = sum(len(one.document["documents"]) for one in told)
    total = f"{len(told)} stories, {versions} versions, {sum(row['count'] for row in ranked)} findings\n"
    return (report.table([list(row.values()) for row in ranked]) if ranked else "") + total


def checked(config: Config) -> None:
    """DataError when the configuration names a format or a rule that there is none of."""
    asked(config, None, ())
    rulebook(None, config)


def thin(told: Iterable[Told], least: int) -> list[str]:
    """A line for each story of which less than this was linked, of a hundred claims: what was found there says little."""
    shares = ((one.document["story"], charts.share(one.document["coverage"]) or 0) for one in told)
    said = "{}: of 100 claims {} are linked, less than {}: hardly compared"
    return [said.format(story, share, least) for story, share in shares if share < least]


def quietened(told: Iterable[Told]) -> list[Told]:
    """Only the stories in which something was found, and of them only the findings."""
    return [replace(one, document={**one.document, "coverage": {}}) for one in told if one.document["findings"]]
