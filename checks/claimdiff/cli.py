"""The command line: the only module that prints or exits. Status 0: nothing found, 1: something, 2: the run failed.

Importing the stages costs half a second, so only the commands that need them import `claimdiff.run`.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from claimdiff import __version__
from claimdiff.errors import ClaimdiffError

OK, FOUND, FAILED = 0, 1, 2


class Format(StrEnum):
    """What `check` prints."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    markdown = "markdown"
    html = "html"


class ClaimFormat(StrEnum):
    """What `extract` prints."""

    text = "text"
    json = "json"
    jsonl = "jsonl"


class FailLevel(StrEnum):
    """The severity from which on `check` exits with 1."""

    error = "error"
    warning = "warning"
    info = "info"
    never = "never"


class Color(StrEnum):
    """Whether text is coloured: `auto` asks the terminal and NO_COLOR."""

    auto = "auto"
    always = "always"
    never = "never"


app = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
rules_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="List, test and check rules.")
app.add_typer(rules_app, name="rules")

Files = Annotated[list[str] | None, typer.Argument(metavar="FILES", help="Versions of one story: PATH or LANGUAGE=PATH.")]
Table = Annotated[Path | None, typer.Option("--table", help="Stories as .jsonl, .csv or .parquet: story, lang, text or path.")]
Rules = Annotated[list[Path] | None, typer.Option("--rules", metavar="PATH", help="A further rule file; repeatable.")]
Colored = Annotated[Color, typer.Option("--color", help="Colour in text; auto follows the terminal and NO_COLOR.")]
Minimum = Annotated[float | None, typer.Option("--min-confidence", min=0.0, max=1.0, help="Leave out what is less sure.")]
Jobs = Annotated[int | None, typer.Option("--jobs", min=1, help="Worker processes for a table; one a processor if not given.")]
Outputs = Annotated[list[str] | None, typer.Option("--output", metavar="FORMAT=PATH", help="Also write this report; repeatable.")]


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


def _version(wanted: bool) -> None:
    if wanted:
        _say(f"claimdiff {__version__}\n")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")]


@app.callback(help="diff for facts: compares the claims that language versions of one story make.")
def _root(version: Version = False) -> None:
    del version


@app.command(help="Compare the versions of a story, or of every story in a table.")
def check(
    files: Files = None,
    table: Table = None,
    form: Annotated[Format, typer.Option("--format", help="What is printed.")] = Format.text,
    output: Outputs = None,
    fail_level: Annotated[FailLevel, typer.Option("--fail-level", help="Status 1 from this severity on.")] = FailLevel.error,
    minimum: Minimum = None,
    rules: Rules = None,
    color: Colored = Color.auto,
    jobs: Jobs = None,
) -> None:
    """Exits with the status of the whole run, never that of the last story only."""
    from claimdiff import report, run

    outputs = [run.output(one, files or ()) for one in output or ()]
    faults = Faults()
    told = run.told(files or (), table, run.rulebook(rules), faults, minimum, jobs)
    many = table is not None
    for name, path in outputs:
        run.write(path, report.render(name, told, many))
    _say(report.render(form, told, many, _coloured(color)))
    raise typer.Exit(FAILED if faults.count else FOUND if run.loud(told, fail_level) else OK)


@app.command(help="Print the claims of a version, or of every version in a table.")
def extract(
    file: Annotated[str | None, typer.Argument(help="A version: PATH or LANGUAGE=PATH.")] = None,
    table: Table = None,
    form: Annotated[ClaimFormat, typer.Option("--format", help="What is printed.")] = ClaimFormat.json,
    color: Colored = Color.auto,
) -> None:
    """Exits with 0, or with 2 when a version could not be read."""
    from claimdiff import report, run

    faults = Faults()
    told = run.extracted(file, table, faults)
    _say(report.render_claims(form, told, table is not None, _coloured(color)))
    raise typer.Exit(FAILED if faults.count else OK)


@app.command(help="Show a finding from the words in the texts to the rule, by its number in the report or its fingerprint.")
def trace(
    finding: Annotated[str, typer.Argument(help="A number, or the beginning of a fingerprint.")],
    files: Files = None,
    table: Table = None,
    minimum: Minimum = None,
    rules: Rules = None,
    color: Colored = Color.auto,
) -> None:
    """Exits with 0 when there is such a finding, else with 2."""
    from claimdiff import report, run

    book, faults = run.rulebook(rules), Faults()
    told, number = run.finding(finding, run.told(files or (), table, book, faults, minimum))
    rule = run.rule(told.document["findings"][number - 1]["rule"], book)
    _say(report.trace(told, number, run.shown(rule), _coloured(color)))
    raise typer.Exit(FAILED if faults.count else OK)


@app.command(help="Show a rule with its reason and its cases, by its code or its name.")
def explain(rule: str, rules: Rules = None, color: Colored = Color.auto) -> None:
    """Exits with 0 when there is such a rule, else with 2."""
    from claimdiff import report, run

    _say(report.rule(run.shown(run.rule(rule, run.rulebook(rules))), _coloured(color)))


@app.command(help="List the languages and what claimdiff knows of each.")
def languages() -> None:
    """Exits with 0."""
    from claimdiff import report, run

    _say(report.table(run.knowledge()))


@rules_app.command("list", help="List the rules in force.")
def rules_list(rules: Rules = None) -> None:
    """Exits with 0."""
    from claimdiff import report, run

    _say(report.table([(r.id, r.severity, r.compare, r.type, r.name) for r in run.rulebook(rules).rules]))


@rules_app.command("test", help="Run the cases of every rule.")
def rules_test(rules: Rules = None) -> None:
    """Exits with 0 when every case does what it says, else with 1."""
    from claimdiff import run

    book = run.rulebook(rules)
    results = run.cases(book)
    wrong = [run.wrong_case(result) + "\n" for result in results if not result.ok]
    _say("".join(wrong) + f"{len(book.rules)} rules, {len(results)} cases, {len(wrong)} wrong\n")
    raise typer.Exit(FOUND if wrong else OK)


@rules_app.command("validate", help="Check rule files: keys, types, cases, unique codes and names.")
def rules_validate(files: Annotated[list[Path] | None, typer.Argument(help="Further rule files.")] = None) -> None:
    """Exits with 0, or with 2 at the first thing that is wrong."""
    from claimdiff import run

    _say(f"{len(run.rulebook(files).rules)} rules are in order\n")


def _coloured(color: Color) -> bool:
    if color is not Color.auto:
        return color is Color.always
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _say(content: str | bytes) -> None:
    """Print bytes as they are and text in UTF-8, whatever the locale."""
    typer.echo(content if isinstance(content, bytes) else content.encode(), nl=False)


def _complain(error: ClaimdiffError) -> None:
    # A file name may hold what a terminal would obey.
    line = "".join(c if c.isprintable() else " " for c in f"claimdiff: {error}")
    typer.echo(line.encode("utf-8", "replace"), err=True)
