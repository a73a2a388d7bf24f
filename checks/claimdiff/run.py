"""What the commands do, without printing: what was named goes in, stories, reports and statuses come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from claimdiff import read, report, sources
from claimdiff.errors import InputError, did_you_mean
from claimdiff.files import shipped, write_whole
from claimdiff.formats import Format
from claimdiff.house import NOTHING, House
from claimdiff.judge import RuleBook, load_rules
from claimdiff.judge.cases import CaseResult, run_cases
from claimdiff.judge.rule import Rule
from claimdiff.model import Story, Version
from claimdiff.report import Told
from claimdiff.sources import Fault, Work


def told(
    files: Sequence[str],
    table: Path | None,
    book: RuleBook,
    fault: Fault,
    minimum: float | None = None,
    jobs: int | None = None,
    work: Work | None = None,
) -> list[Told]:
    """The documents of the story in `files`, or of every readable story in `table`, or of all that the configuration finds."""
    work = work or Work()
    stories = list(sources.stories(files, table, fault, work))
    if work.cache is None:
        return list(_judged(stories, book, minimum, jobs, work))
    keys = [work.cache.key(story) for story in stories]
    kept = {n: document for n, key in enumerate(keys) if (document := work.cache.get(key))}
    fresh = _judged([s for n, s in enumerate(stories) if n not in kept], book, minimum, jobs, work)
    out = []
    for number, story in enumerate(stories):
        if number not in kept:
            out.append(next(fresh))
            work.cache.put(keys[number], out[-1].document)
        else:
            out.append(Told(kept[number], tuple(version.text for version in story.versions)))
    work.cache.close()
    work.detail(f"{work.cache.hits} of {len(stories)} stories were remembered")
    return out


def _judged(stories: Sequence[Story], book: RuleBook, minimum: float | None, jobs: int | None, work: Work) -> Iterator[Told]:
    if not stories:
        return
    from claimdiff import ahead

    house = work.config.house
    options: dict[str, Any] = {"house": house} if minimum is None else {"minimum": minimum, "house": house}
    if len(stories) == 1 and (work.reader or ahead.worthwhile(1)):
        options["reader"] = work.reader or ahead.reader(stories[0], house.words)
    # Half a second of imports that a run with nothing new does without.
    from claimdiff import pipeline

    # One story is checked in this process, which alone can wait for what is being read ahead.
    jobs = 1 if len(stories) == 1 else jobs or workers(len(stories))
    checked = pipeline.check(stories, book, jobs=jobs, **options)
    for number, one in enumerate(checked, 1):
        work.progress(number, len(stories))
        yield report.tell(one)


def workers(stories: int) -> int:
    """How many processes so many stories are worth: one a processor, but none without a batch to work on."""
    from claimdiff import ahead, pipeline

    return min(ahead.processors(), -(-stories // pipeline.BATCH)) or 1


def abreast(jobs: int | None) -> int:
    """How many processes work on one story: as many as were asked for, or one a processor."""
    from claimdiff import ahead

    return jobs or ahead.processors()


def extracted(file: str | None, table: Path | None, fault: Fault, house: House = NOTHING) -> Iterator[dict[str, Any]]:
    """The claims of the version in `file`, or of every version in `table` that could be read, each when it is asked for."""
    from claimdiff import claims

    if (file is None) == (table is None):
        raise InputError("name one file or one table: claimdiff extract FILE")
    for story, version in read.versions(table) if table else _one(str(file)):
        if isinstance(version, InputError):
            fault(version)
        else:
            yield report.extracted(story, version, claims.find(version, house.words))


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
    known = [one.value for one in Format]
    if form not in known or not path:
        raise InputError(f'--output is FORMAT=PATH with one of {", ".join(known)}, not "{argument}"{did_you_mean(form, known)}')
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
    from claimdiff import pipeline

    return list(run_cases(book, lambda story, house: next(pipeline.check([story], book, house=house)).findings))


def shown(rule: Rule) -> dict[str, Any]:
    """A rule as a template shows it."""
    words = {key: ", ".join(value) if isinstance(value, list) else value for key, value in rule.model_dump().items()}
    tried = [(_EXPECTED[key], [list(case.items()) for case in told]) for key, told in rule.cases.model_dump().items()]
    return {**words, "cases": tried, "place": place(rule)}


def rule_pages(book: RuleBook) -> dict[str, str]:
    """File name -> page: one a rule, and one that lists them; the same from any working directory."""
    return report.rule_pages([{**shown(rule), "home": _home(Path(rule.path))} for rule in book.rules])


def _home(path: Path) -> str:
    """The rule file as it is called in the checkout, or by its name alone."""
    root = shipped("rules").parent
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name


def place(rule: Rule) -> str:
    """path:line of a rule, from here when it is below."""
    path = Path(rule.path)
    return f"{path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path}:{rule.line}"


_EXPECTED = {"fires": "must be found", "silent": "must be left alone"}


def wrong_case(result: CaseResult) -> str:
    """One line on a case that does not do what it says."""
    return f"{place(result.rule)}: {result.rule.id}: {_EXPECTED[result.expected]}: {' '.join(result.text.split())}"
