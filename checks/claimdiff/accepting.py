"""What `claimdiff accept` is asked for -> the change of the list of accepted findings; composes, and prints nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from claimdiff import accepted, accepted_file, accepted_text, decisions, report, run
from claimdiff.acceptance import Settlement, Terms, opened
from claimdiff.accepted import Entry
from claimdiff.accepted_plan import Plan, plan
from claimdiff.errors import InputError
from claimdiff.files import write_whole
from claimdiff.report import Told


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be accepted: findings named, those a file of decisions accepts, or all from a severity on; and on which terms."""

    reason: str | None
    by: str | None
    expires: date | None
    named: Sequence[str]
    decided: Path | None
    level: str
    prune: bool


def wish(
    reason: str | None, by: str | None, expires: str | None, named: Sequence[str], decided: Path | None, level: str, prune: bool,
    today: date,
) -> Wish:  # fmt: skip
    """The wish in the words of the command line; InputError when it lacks a reason, or would end before it begins."""
    why = accepted.plain(reason or "") or None
    if not (why or decided or prune) or (named and not why) or (reason is not None and not why):
        raise InputError('say why the findings are accepted: --reason "…"')
    return Wish(why, by, _last_day(expires, today), named, decided, level, prune)


def _last_day(said: str | None, today: date) -> date | None:
    try:
        last = accepted_file.day(said) if said is not None else None
    except ValueError:
        raise InputError(f'--expires is a day, YYYY-MM-DD, not "{said}"') from None
    if last and last < today:
        raise InputError(f"--expires {last} is past: the findings would count at once")
    return last


def planned(wish: Wish, settlement: Settlement, held: Terms) -> tuple[Plan, list[str]]:
    """What accepting would change, and what is to be said about decisions that change nothing."""
    wanted, notes = list(_wanted(wish, settlement.told)), list[str]()
    if wish.decided:
        by_page, notes = _decided(wish, wish.decided, settlement.told)
        wanted += by_page
    return plan(held.entries, wanted, settlement.unmatched if wish.prune else ()), notes


def _wanted(wish: Wish, told: Sequence[Told]) -> Iterator[Entry]:
    """The entries for the findings named; without a name or a file of decisions, for all from the level on."""
    if wish.reason is None:
        return
    for name in wish.named:
        one, number = run.finding(name, opened(told))
        yield _entry(wish, one, one.document["findings"][number - 1], wish.reason)
    if not wish.named and not wish.decided:
        loud = report.SEVERITIES[: report.SEVERITIES.index(wish.level) + 1]
        for one in told:
            yield from (_entry(wish, one, f, wish.reason) for f in one.document["findings"] if f["severity"] in loud)


def _entry(wish: Wish, told: Told, finding: dict[str, Any], reason: str) -> Entry:
    return accepted.entry(told.document, finding, reason, wish.by, wish.expires)


def _decided(wish: Wish, path: Path, told: Sequence[Told]) -> tuple[list[Entry], list[str]]:
    """The entries that the decisions in a file ask for, and what is to be said about the others."""
    found = {
        (accepted.plain(one.document["story"]), finding["fingerprint"]): (one, finding)
        for one in opened(told)
        for finding in one.document["findings"]
    }
    made = decisions.load(path)
    known = [(decision, *found[decision[:2]]) for decision in made.accepting if decision[:2] in found]
    entries = [_entry(wish, one, f, d.note or wish.reason or decisions.REASONS[d.decision]) for d, one, f in known]
    notes = [f"{path}: {count} decided as {name}: left to be corrected" for name, count in made.others]
    lost = [f"{decision.fingerprint} in {decision.story}" for decision in made.accepting if decision[:2] not in found]
    return entries, [*notes, *([f"{path}: no such finding in this run: {', '.join(lost)}"] if lost else [])]


def write(path: Path, change: Plan) -> None:
    """Write the list anew, whole, with the comments in it; InputError when it cannot be written."""
    said = accepted_text.rewritten(accepted_file.text(path, missing=True), path, change.entries)
    try:
        write_whole(path.resolve(), said.encode())
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", path) from None
