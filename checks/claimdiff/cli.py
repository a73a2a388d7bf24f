"""The command line: the only module that prints or exits. Status 0: nothing found, 1: something, 2: the run failed.

Importing the stages costs half a second, so only the commands that need them import `claimdiff.run`.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from claimdiff import __version__
from claimdiff.config import NAMES, Config, load, shown
from claimdiff.errors import ClaimdiffError, InputError
from claimdiff.files import compiled
from claimdiff.formats import BINARY, Format

if TYPE_CHECKING:
    from claimdiff.ahead import Reader
    from claimdiff.cache import Cache
    from claimdiff.sources import Work

OK, FOUND, FAILED = 0, 1, 2


class ClaimFormat(StrEnum):
    """What `extract` prints."""

    text = "text"
    json = "json"
    jsonl = "jsonl"


class MutateFormat(StrEnum):
    """What `mutate` prints."""

    text = "text"
    json = "json"


class FailLevel(StrEnum):
    """The severity from which on `check` exits with 1."""

    error = "error"
    warning = "warning"
    info = "info"
    never = "never"


class Level(StrEnum):
    """The severity from which on `accept` takes findings that nobody named."""

    error = "error"
    warning = "warning"
    info = "info"


class Color(StrEnum):
    """Whether text is coloured: `auto` asks the terminal and NO_COLOR."""

    auto = "auto"
    always = "always"
    never = "never"


app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
rules_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="List, test and check rules.")
config_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Show the configuration that holds here.")
cache_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="What is remembered between runs.")
app.add_typer(rules_app, name="rules")
app.add_typer(config_app, name="config")
app.add_typer(cache_app, name="cache")

Files = Annotated[list[str] | None, typer.Argument(metavar="FILES", help="Versions of one story: PATH or LANGUAGE=PATH.")]
Table = Annotated[Path | None, typer.Option("--table", help="Stories as .jsonl, .csv or .parquet: story, lang, text or path.")]
Rules = Annotated[list[Path] | None, typer.Option("--rules", metavar="PATH", help="A further rule file; repeatable.")]
Colored = Annotated[Color, typer.Option("--color", help="Colour in text; auto follows the terminal and NO_COLOR.")]
Minimum = Annotated[float | None, typer.Option("--min-confidence", min=0.0, max=1.0, help="Leave out what is less sure.")]
Coverage = Annotated[int | None, typer.Option("--min-coverage", min=0, max=100, help="Status 1 for less linked of 100 claims.")]
Jobs = Annotated[int | None, typer.Option("--jobs", min=1, help="Worker processes for a table; one a processor if not given.")]
Own = Annotated[Path | None, typer.Option("--template", metavar="PATH", help="The Jinja template of the format `template`.")]
Outputs = Annotated[list[str] | None, typer.Option("--output", metavar="FORMAT=PATH", help="Also write this report; repeatable.")]

Accepted = Annotated[Path | None, typer.Option("--accepted", metavar="PATH", help="The list of accepted findings.")]
Everything = Annotated[bool, typer.Option("--no-accepted", help="Count accepted findings too, and read no comments.")]
Configured = Annotated[Path | None, typer.Option("--config", metavar="PATH", help="This configuration, not the nearest upwards.")]
Unconfigured = Annotated[bool, typer.Option("--no-config", help="Look for no configuration.")]
Since = Annotated[str | None, typer.Option("--changed-since", metavar="REV", help="Only stories that changed in git since then.")]
NoCache = Annotated[bool, typer.Option("--no-cache", envvar="CLAIMDIFF_NO_CACHE", help="Remember and recall no results.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="In text only findings, and no notes.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Tell on standard error what is done.")]
Counts = Annotated[bool, typer.Option("--statistics", help="Print how often each rule found something instead.")]


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command and exit with its status; what goes wrong is one line on standard error."""
    # A run makes many small objects, hardly a cycle among them, and ends: looking for cycles often costs a fifth of its time.
    gc.set_threshold(50_000, 20, 100)
    try:
        app(args=None if arguments is None else list(arguments), prog_name="claimdiff")
    except ClaimdiffError as error:
        _complain(error)
        raise SystemExit(FAILED) from None
    except Exception:
        # Python's own status would be 1, which says that something was found.
        sys.excepthook(*sys.exc_info())
        raise SystemExit(FAILED) from None
    raise SystemExit(OK)


class Faults:
    """Tells what could not be read and counts it, while the other stories go on."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, error: ClaimdiffError) -> None:
        """Tell one."""
        _complain(error)
        self.count += 1


class Progress:
    """Shows on a terminal how far a run over several stories is; elsewhere nothing."""

    def __init__(self, quiet: bool) -> None:
        self.shown = not quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def __call__(self, done: int, total: int) -> None:
        """So many of so many are done; the line goes with the last one."""
        if self.shown and total > 1:
            typer.echo("\r\x1b[K" if done == total else f"\r{done} of {total} stories", err=True, nl=False)


def _version(wanted: bool) -> None:
    if wanted:
        _say(f"claimdiff {__version__}{' (compiled)' if compiled() else ''}\n")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")]


@app.callback(help="diff for facts: compares the claims that language versions of one story make.")
def _root(version: Version = False) -> None:
    del version


@app.command(help="Compare the versions of a story, or of every story in a table or found by the configuration.")
def check(
    files: Files = None,
    table: Table = None,
    form: Annotated[Format | None, typer.Option("--format", help="What is printed; text if not given.")] = None,
    output: Outputs = None,
    template: Own = None,
    fail_level: Annotated[FailLevel | None, typer.Option("--fail-level", help="Status 1 from this severity on; error.")] = None,
    minimum: Minimum = None,
    coverage: Coverage = None,
    rules: Rules = None,
    color: Colored = Color.auto,
    jobs: Jobs = None,
    path: Configured = None,
    without: Unconfigured = False,
    since: Since = None,
    no_cache: NoCache = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    counts: Counts = False,
    accepted: Accepted = None,
    everything: Everything = False,
) -> None:
    """Exits with the status of the whole run, never that of the last story only."""
    config, faults = _config(path, without), Faults()
    reader = _begun(files if table is None else None, config, no_cache)
    from claimdiff import acceptance, asked, report, run

    least = {"minimum": minimum, "coverage": coverage}
    wanted = asked.asked(config, output, files or (), form=form, fail_level=fail_level, jobs=jobs, **least)
    report.prepare([wanted.form, *(name for name, _ in wanted.outputs)], template)
    _printable(wanted.form)
    book, terms = asked.rulebook(rules, config), acceptance.terms(accepted or _list_beside(config), everything, _today())
    work = _work(config, since, asked.remembered(config, book, wanted.minimum, not no_cache), quiet, verbose, reader)
    found = run.told(files or (), table, book, faults, wanted.minimum, wanted.jobs, work)
    many = not files
    settled = acceptance.settle(found, terms, book, faults if many else _refuse, wanted.minimum)
    told = settled.told
    asked.not_over(wanted.outputs, told, config)
    for name, to in wanted.outputs:
        run.write(to, report.render(name, told, many, own=template))
    shown = asked.quietened(told) if quiet and wanted.form == Format.text else told
    _say(asked.counted(told, wanted.form) if counts else report.render(wanted.form, shown, many, _coloured(color), template))
    thin = asked.thin(found, wanted.coverage)
    _notes([*([] if quiet else settled.notes()), *thin])
    raise typer.Exit(FAILED if faults.count else FOUND if thin or run.loud(told, wanted.fail_level) else OK)


def _config(path: Path | None, without: bool) -> Config:
    if path is not None and without:
        raise InputError("--config and --no-config at once; give one of them")
    return load(path, not without)


def _list_beside(config: Config, new: bool = False) -> Path | None:
    """The list of accepted findings beside the configuration if there is one, or can be; None leaves the working directory."""
    from claimdiff.accepted_file import NAME

    path = Path(os.path.relpath(config.root / NAME)) if config.path else None
    return path if path and (new or path.exists()) else None


def _begun(files: list[str] | None, config: Config, fresh: bool) -> Reader | None:
    """Starts to read the story in some files before all else is imported, where nothing can be remembered of it."""
    from claimdiff import cache

    if not files or not (fresh or not any(cache.entries(cache.folder()))):
        return None
    from claimdiff import ahead

    return ahead.begun(files, config.house.words)


def _work(config: Config, since: str | None, cache: Cache | None, quiet: bool, verbose: bool, reader: Reader | None = None) -> Work:
    from claimdiff.sources import Work

    def note(line: str) -> None:
        if not quiet:
            _note(line)

    def detail(line: str) -> None:
        if verbose:
            _note(line)

    if config.written:
        detail(f"configuration: {shown(config.written.path)}")
    return Work(config, since, cache, Progress(quiet), note, detail, reader)


@app.command(help="Print the claims of a version, or of every version in a table.")
def extract(
    file: Annotated[str | None, typer.Argument(help="A version: PATH or LANGUAGE=PATH.")] = None,
    table: Table = None,
    form: Annotated[ClaimFormat, typer.Option("--format", help="What is printed.")] = ClaimFormat.json,
    color: Colored = Color.auto,
    path: Configured = None,
    without: Unconfigured = False,
) -> None:
    """Exits with 0, or with 2 when a version could not be read."""
    from claimdiff import report, run

    faults = Faults()
    told = run.extracted(file, table, faults, _config(path, without).house)
    for part in report.render_claims(form, told, table is not None, _coloured(color)):
        _say(part)
    raise typer.Exit(FAILED if faults.count else OK)


@app.command(help="Plant known errors into a story, one at a time, and tell how many of them are found, type by type.")
def mutate(
    files: Files = None,
    table: Table = None,
    form: Annotated[MutateFormat, typer.Option("--format", help="What is printed.")] = MutateFormat.text,
    types: Annotated[list[str] | None, typer.Option("--type", help="Only this type or kind of error; repeatable.")] = None,
    limit: Annotated[
        int, typer.Option("--limit", min=1, help="Errors of a kind: so many said by both, so many by one alone.")
    ] = 10,
    seed: Annotated[int, typer.Option("--seed", help="Another number plants other errors.")] = 0,
    output: Annotated[Path | None, typer.Option("--output", help="A new folder for the changed versions and a manifest.")] = None,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="List what was missed.")] = False,
    minimum: Minimum = None,
    rules: Rules = None,
    jobs: Jobs = None,
    path: Configured = None,
    without: Unconfigured = False,
) -> None:
    """Exits with 0, or with 2 when a story could not be read."""
    from claimdiff import asked, mutate, run, sources

    config, faults, kinds = _config(path, without), Faults(), mutate.named(types or ())
    if output:
        mutate.empty(output)
    sure = {} if minimum is None else {"minimum": minimum}
    settings = mutate.Settings(asked.rulebook(rules, config), kinds, limit, seed, jobs=run.abreast(jobs), **sure)
    stories = sources.stories(files or (), table, faults, _work(config, None, None, False, False))
    measured = mutate.measure(list(stories), settings)
    document = mutate.document(measured, settings)
    if output:
        mutate.save(output, document, measured)
    _say(mutate.as_json(document) if form is MutateFormat.json else mutate.as_text(document, verbose))
    raise typer.Exit(FAILED if faults.count else OK)


@app.command(help="Show a finding from the words in the texts to the rule, by its number in the report or its fingerprint.")
def trace(
    finding: Annotated[str, typer.Argument(help="A number, or the beginning of a fingerprint.")],
    files: Files = None,
    table: Table = None,
    minimum: Minimum = None,
    rules: Rules = None,
    color: Colored = Color.auto,
    path: Configured = None,
    without: Unconfigured = False,
    accepted: Accepted = None,
    everything: Everything = False,
) -> None:
    """Exits with 0 when there is such a finding, else with 2."""
    from claimdiff import acceptance, asked, report, run

    config, faults = _config(path, without), Faults()
    wanted, book = asked.asked(config, None, (), minimum=minimum), asked.rulebook(rules, config)
    terms = acceptance.terms(accepted or _list_beside(config), everything, _today())
    found = run.told(files or (), table, book, faults, wanted.minimum, wanted.jobs, _work(config, None, None, False, False))
    settled = acceptance.settle(found, terms, book, _refuse if files else faults, wanted.minimum)
    told, number = run.finding(finding, acceptance.opened(settled.told))
    rule = run.rule(told.document["findings"][number - 1]["rule"], book)
    _say(report.trace(told, number, run.shown(rule), _coloured(color)))
    raise typer.Exit(FAILED if faults.count else OK)


@app.command(help="Accept findings: write them to the list of those that no longer count, with a reason.")
def accept(
    files: Files = None,
    table: Table = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Why they are no discrepancies, or may stay.")] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who accepts them.")] = None,
    expires: Annotated[str | None, typer.Option("--expires", metavar="YYYY-MM-DD", help="The last day on which they hold.")] = None,
    finding: Annotated[
        list[str] | None, typer.Option("--finding", help="Only this one, by number or fingerprint; repeatable.")
    ] = None,
    decisions: Annotated[Path | None, typer.Option("--from", metavar="PATH", help="What was decided on the report page.")] = None,
    level: Annotated[Level, typer.Option("--level", help="From which severity on, where none is named.")] = Level.warning,
    prune: Annotated[bool, typer.Option("--prune", help="Take away what matches no finding any more.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what would change, and write nothing.")] = False,
    minimum: Minimum = None,
    rules: Rules = None,
    jobs: Jobs = None,
    path: Configured = None,
    without: Unconfigured = False,
    accepted: Accepted = None,
) -> None:
    """Exits with 0, or with 2 when a story could not be read."""
    from claimdiff import acceptance, accepting, asked, run

    config, faults = _config(path, without), Faults()
    settings, book = asked.asked(config, None, (), minimum=minimum, jobs=jobs), asked.rulebook(rules, config)
    terms = acceptance.terms(accepted or _list_beside(config, new=True), today=_today(), new=True)
    wish = accepting.wish(reason, by, expires, finding or (), decisions, level, prune, terms.today)
    work = _work(config, None, None, False, False)
    found = run.told(files or (), table, book, faults, settings.minimum, settings.jobs, work)
    settled = acceptance.settle(found, terms, book, _refuse if files else faults, settings.minimum)
    change, notes = accepting.planned(wish, settled, terms)
    _say("".join(f"{line}\n" for line in change.lines()))
    if change.changes and not dry_run:
        accepting.write(terms.path, change)
    _say(f"{terms.path}: {change.summary()}{'; nothing was written' if dry_run else ''}\n")
    _notes(notes)
    raise typer.Exit(FAILED if faults.count else OK)


@app.command(help="Show a rule with its reason and its cases, by its code or its name.")
def explain(
    rule: str, rules: Rules = None, color: Colored = Color.auto, path: Configured = None, without: Unconfigured = False
) -> None:
    """Exits with 0 when there is such a rule, else with 2."""
    from claimdiff import asked, report, run

    _say(report.rule(run.shown(run.rule(rule, asked.rulebook(rules, _config(path, without)))), _coloured(color)))


@app.command(help="List the languages, what claimdiff knows of each, and what one lacks.")
def languages() -> None:
    """Exits with 0."""
    from claimdiff import knowledge, report

    _say(report.table(knowledge.held()) + "".join(f"{gap}\n" for gap in knowledge.all_gaps()))


@rules_app.command("list", help="List the rules in force.")
def rules_list(rules: Rules = None, path: Configured = None, without: Unconfigured = False) -> None:
    """Exits with 0."""
    from claimdiff import asked, report

    book = asked.rulebook(rules, _config(path, without))
    _say(report.table([(r.id, r.severity, r.compare, r.type, r.name) for r in book.rules]))


@rules_app.command("test", help="Run the cases of every rule.")
def rules_test(rules: Rules = None, path: Configured = None, without: Unconfigured = False) -> None:
    """Exits with 0 when every case does what it says, else with 1."""
    from claimdiff import asked, run

    book = asked.rulebook(rules, _config(path, without), levelled=False)
    results = run.cases(book)
    wrong = [run.wrong_case(result) + "\n" for result in results if not result.ok]
    _say("".join(wrong) + f"{len(book.rules)} rules, {len(results)} cases, {len(wrong)} wrong\n")
    raise typer.Exit(FOUND if wrong else OK)


@rules_app.command("validate", help="Check rule files: keys, types, cases, unique codes and names.")
def rules_validate(
    files: Annotated[list[Path] | None, typer.Argument(help="Further rule files.")] = None,
    path: Configured = None,
    without: Unconfigured = False,
) -> None:
    """Exits with 0, or with 2 at the first thing that is wrong."""
    from claimdiff import asked

    _say(f"{len(asked.rulebook(files, _config(path, without)).rules)} rules are in order\n")


@app.command(help="Write a configuration from what is in this folder.")
def init(
    show: Annotated[bool, typer.Option("--print", help="Print it and write nothing.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over the one that is there.")] = False,
) -> None:
    """Exits with 0, or with 2 when there is a configuration already."""
    from claimdiff import begin

    content, stories = begin.configuration(Path.cwd())
    if not show:
        begin.write(Path.cwd() / NAMES[0], content, force)
    _say(content if show else f"{NAMES[0]} is written; it finds {stories} {'story' if stories == 1 else 'stories'}\n")


@config_app.command("show", help="Print every setting that holds here, and where it was made.")
def config_show(path: Configured = None, without: Unconfigured = False) -> None:
    """Exits with 0, or with 2 when the configuration is wrong."""
    from claimdiff import asked, report
    from claimdiff.config_show import rows

    config = _config(path, without)
    asked.checked(config)
    _say(report.table([("setting", "value", "origin"), *rows(config)]))


@config_app.command("schema", help="Print the JSON schema of claimdiff.yaml, for editors.")
def config_schema() -> None:
    """Exits with 0."""
    from claimdiff.config_check import schema_text

    _say(schema_text())


@cache_app.command("info", help="Print where results are remembered, how many, and their size.")
def cache_info() -> None:
    """Exits with 0."""
    from claimdiff import cache

    sizes = cache.sizes(cache.folder())
    _say(f"{cache.folder()}\n{len(sizes)} results, {sum(sizes)} bytes\n")


@cache_app.command("clear", help="Forget every result.")
def cache_clear() -> None:
    """Exits with 0."""
    from claimdiff import cache

    _say(f"{cache.clear(cache.folder())} results forgotten\n")


@rules_app.command("pages", help="Write a Markdown page for each rule, and one that lists them.")
def rules_pages(folder: Annotated[Path, typer.Argument(help="Where to.")] = Path("docs/rules"), rules: Rules = None) -> None:
    """Exits with 0, or with 2 when a page cannot be written."""
    from claimdiff import run

    pages = run.rule_pages(run.rulebook(rules))
    for name, page in pages.items():
        run.write(folder / name, page.encode())
    _say(f"{folder}: {len(pages)} pages\n")


def _printable(form: str) -> None:
    if form in BINARY and sys.stdout.isatty():
        raise ClaimdiffError(f"{form} is nothing for a terminal; write it: --output {form}=PATH")


def _coloured(color: Color) -> bool:
    if color is not Color.auto:
        return color is Color.always
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _say(content: str | bytes) -> None:
    """Print bytes as they are and text in UTF-8, whatever the locale."""
    typer.echo(content if isinstance(content, bytes) else content.encode(), nl=False)


def _today() -> date:
    return date.today()


def _refuse(error: ClaimdiffError) -> NoReturn:
    """With one story, what is wrong with it is what is wrong with the run."""
    raise error


def _complain(error: ClaimdiffError) -> None:
    _note(str(error))


def _notes(lines: Iterable[str]) -> None:
    """Tell some lines on standard error."""
    for line in lines:
        _note(line)


def _note(words: str) -> None:
    # A file name may hold what a terminal would obey.
    line = "".join(c if c.isprintable() else " " for c in f"claimdiff: {words}")
    typer.echo(line.encode("utf-8", "replace"), err=True)
