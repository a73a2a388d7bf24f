"""What the commands do, without printing: what was named goes in, stories, reports and statuses come out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from claimdiff import claims, pipeline, read, report
from claimdiff.errors import ClaimdiffError, InputError, did_you_mean
from claimdiff.files import shipped, write_whole
from claimdiff.judge import RuleBook, load_rules
from claimdiff.judge.cases import CaseResult, run_cases
from claimdiff.judge.rule import Rule
from claimdiff.language import languages, read_table
from claimdiff.model import Story, Version
from claimdiff.report import Told

Fault = Callable[[ClaimdiffError], None]
"""What is done with a story that cannot be read while the others go on."""


def told(
    files: Sequence[str], table: Path | None, book: RuleBook, fault: Fault, minimum: float | None = None, jobs: int | None = None
) -> list[Told]:
    """The documents of the story in `files`, or of every story in `table` that could be read."""
    options: dict[str, Any] = {} if minimum is None else {"minimum": minimum}
    stories = list(_stories(files, table, fault))
    jobs = jobs or workers(len(stories))
    return [report.tell(checked) for checked in pipeline.check(stories, book, jobs=jobs, **options)]


def workers(stories: int) -> int:
    """How many processes so many stories are worth: one a processor, but none without a batch to work on."""
    return min(_processors(), -(-stories // pipeline.BATCH)) or 1


def _processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _stories(files: Sequence[str], table: Path | None, fault: Fault) -> Iterable[Story]:
    if bool(files) == (table is not None):
        raise InputError("name two versions of a story, or one table: claimdiff check A B")
    if table is None:
        return [read.story(files)]
    return _readable(read.stories(table), fault)


def _readable(stories: Iterable[Story | InputError], fault: Fault) -> Iterator[Story]:
    for story in stories:
        if isinstance(story, InputError):
            fault(story)
        else:
            yield story


def extracted(file: str | None, table: Path | None, fault: Fault) -> list[dict[str, Any]]:
    """The claims of the version in `file`, or of every version in `table` that could be read."""
    if (file is None) == (table is None):
        raise InputError("name one file or one table: claimdiff extract FILE")
    out = []
    for story, version in read.versions(table) if table else _one(str(file)):
        if isinstance(version, InputError):
            fault(version)
        else:
            out.append(report.extracted(story, version, claims.find(version)))
    return out


def _one(file: str) -> Iterator[tuple[str, Version | InputError]]:
    version = read.version(file)
    yield read.story_name(version.path), version


def loud(told: Iterable[Told], fail_level: str) -> bool:
    """True when some finding is as severe as `fail_level` or worse; never for "never"."""
    levels = report.SEVERITIES
    loud = levels[: levels.index(fail_level) + 1] if fail_level in levels else ()
    return any(one.document["summary"][severity] for one in told for severity in loud)


def output(argument: str, inputs: Iterable[str]) -> tuple[str, Path]:
    """FORMAT=PATH in two; InputError for an unknown format, or a path that would write over an input."""
    form, _, path = argument.partition("=")
    if form not in report.FORMATS or not path:
        known = ", ".join(report.FORMATS)
        raise InputError(f'--output is FORMAT=PATH with one of {known}, not "{argument}"{did_you_mean(form, report.FORMATS)}')
    if Path(path).resolve() in {Path(one.partition("=")[2] or one).resolve() for one in inputs}:
        raise InputError("would write over a version of the story", path)
    return form, Path(path)


def write(path: Path, data: bytes) -> None:
    """Write a report whole; InputError when it cannot be written."""
    try:
        write_whole(path, data)
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", path) from None


def finding(name: str, told: Sequence[Told]) -> tuple[Told, int]:
    """The story and the number of the finding that a number or the beginning of a fingerprint names."""
    all_of_them = [(one, number, f) for one in told for number, f in enumerate(one.document["findings"], 1)]
    if name.isdecimal() and len(told) == 1 and 1 <= int(name) <= len(all_of_them):
        return told[0], int(name)
    named = [(one, number) for one, number, f in all_of_them if f["fingerprint"].startswith(name)]
    if len({one.document["findings"][number - 1]["fingerprint"] for one, number in named}) != 1:
        several = f"{len(named)} findings begin so" if named else f"the report has {len(all_of_them)} findings"
        raise InputError(f'no finding is called "{name}": {several}; give its number or more of its fingerprint')
    return named[0]


def rulebook(paths: Sequence[Path] | None) -> RuleBook:
    """The shipped rules and those in the files named."""
    return load_rules(paths or None)


def rule(name: str, book: RuleBook) -> Rule:
    """The rule with this code or name."""
    known = {word: one for one in book.rules for word in (one.id, one.name)}
    found = known.get(name) or known.get(name.upper())
    if found is None:
        raise InputError(f'there is no rule "{name}"{did_you_mean(name, known)}')
    return found


def cases(book: RuleBook) -> list[CaseResult]:
    """Every case of every rule, run through the whole pipeline."""
    return list(run_cases(book, lambda story: [f for checked in pipeline.check([story], book) for f in checked.findings]))


def shown(rule: Rule) -> dict[str, Any]:
    """A rule as a template shows it."""
    words = {key: ", ".join(value) if isinstance(value, list) else value for key, value in rule.model_dump().items()}
    tried = [(_EXPECTED[key], [list(case.items()) for case in told]) for key, told in rule.cases.model_dump().items()]
    return {**words, "cases": tried, "place": place(rule)}


def place(rule: Rule) -> str:
    """path:line of a rule, from here when it is below."""
    path = Path(rule.path)
    return f"{path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path}:{rule.line}"


_EXPECTED = {"fires": "must be found", "silent": "must be left alone"}


def wrong_case(result: CaseResult) -> str:
    """One line on a case that does not do what it says."""
    return f"{place(result.rule)}: {result.rule.id}: {_EXPECTED[result.expected]}: {' '.join(result.text.split())}"


def knowledge() -> list[list[str]]:
    """What each language has: a row a table with the number of its entries, `yes` for a grammar file, `-` for none."""
    folders = [shipped("rules") / "languages" / code for code in languages()]
    names = sorted({path.name for folder in folders for path in folder.glob("*.*") if path.suffix in (".tsv", ".yaml")})
    return [["", *languages()], *([Path(name).stem, *(_known(folder / name) for folder in folders)] for name in names)]


def _known(path: Path) -> str:
    if not path.exists():
        return "-"
    return str(len(read_table(path))) if path.suffix == ".tsv" else "yes"
