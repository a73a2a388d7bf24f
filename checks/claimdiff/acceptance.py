"""Told documents -> the same without what is accepted, and what came of each entry and comment; composes, prints nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from claimdiff import accepted, accepted_file, inline, read
from claimdiff.accepted import Entry, Mark
from claimdiff.errors import ClaimdiffError
from claimdiff.judge import RuleBook, load_rules
from claimdiff.model import MINIMUM
from claimdiff.report import Told
from claimdiff.report.place import Lines

Fault = Callable[[ClaimdiffError], None]


@dataclass(frozen=True, slots=True)
class Terms:
    """What a run takes for accepted, and on which day; `path` is named in what is said about an entry."""

    path: Path
    entries: tuple[Entry, ...]
    today: date
    inline: bool = True


@dataclass(frozen=True, slots=True)
class Settlement:
    """The stories without what is accepted, and what came of each entry and comment; an entry of no story here is in neither."""

    told: list[Told]
    expired: tuple[Entry, ...]
    unmatched: tuple[Entry, ...]
    unused: tuple[Mark, ...]
    path: Path

    def notes(self) -> Iterator[str]:
        """What who runs the check should know, a line each."""
        if self.expired:
            yield _note(self.path, self.expired, "expired and count again", "claimdiff accept renews them")
        if self.unmatched:
            yield _note(self.path, self.unmatched, "match no finding any more", "claimdiff accept --prune removes them")
        for mark in self.unused:
            path, line, column = mark.place
            yield f"{path}:{line}:{column}: {mark.form} {mark.rule} covers no finding{_HINTS.get(mark.form, '')}"


_HINTS = {inline.HERE: f" in its paragraph; {inline.NEXT} is for the one below"}


def _note(path: Path, entries: Sequence[Entry], what: str, remedy: str) -> str:
    places = ", ".join(f"line {entry.line} ({entry.rule} in {entry.story})" for entry in entries)
    return f"{path}: accepted findings that {what}: {places}; {remedy}"


def terms(path: Path | None = None, off: bool = False, today: date | None = None, new: bool = False) -> Terms:
    """What is accepted by the file `path`, or by the one in the working directory if there is one; nothing when `off`.

    new: the file named need not be there yet.
    """
    day = today or date.today()
    if off:
        return Terms(path or Path(accepted_file.NAME), (), day, False)
    where = path or Path(accepted_file.NAME)
    return Terms(where, tuple(accepted_file.load(where, missing=new or path is None)), day)


def settle(told: Iterable[Told], terms: Terms, book: RuleBook, fault: Fault, minimum: float | None = None) -> Settlement:
    """The documents parted by what is accepted; a story with a comment that is wrong goes to `fault`, and the others go on.

    Only what this run could have found is said to match nothing: entries of the stories told, of rules in force, of findings
    as sure as `minimum`.
    """
    out, matched, unused = list[Told](), set[Entry](), list[Mark]()
    words = _rule_words(book)
    for one in told:
        try:
            marks = _marks(one, words) if terms.inline else []
        except ClaimdiffError as error:
            fault(error)
            continue
        settled = accepted.settle(one.document, terms.entries, marks, terms.today)
        out.append(replace(one, document=settled.document))
        matched |= settled.matched
        unused += [mark for mark in marks if mark not in settled.used]
    least = MINIMUM if minimum is None else minimum
    return _settlement(
        out, matched, unused, terms, _Reach(frozenset(accepted.plain(o.document["story"]) for o in out), book, least)
    )


@dataclass(frozen=True, slots=True)
class _Reach:
    """What a run could have found: in which stories, by which rules, and how sure."""

    stories: frozenset[str]
    book: RuleBook
    least: float

    def holds(self, entry: Entry) -> bool:
        """True when the finding of an entry would have been found if it were still there."""
        sure = entry.confidence is None or entry.confidence >= self.least
        return sure and entry.story in self.stories and self.applies(entry.rule)

    def applies(self, code: str) -> bool:
        """True when the rule is in force."""
        return any(rule.id == code and rule.severity != "off" for rule in self.book.rules)


def _settlement(told: list[Told], matched: set[Entry], unused: list[Mark], terms: Terms, reach: _Reach) -> Settlement:
    return Settlement(
        told,
        tuple(entry for entry in terms.entries if entry in matched and not entry.holds(terms.today)),
        tuple(entry for entry in terms.entries if entry not in matched and reach.holds(entry)),
        tuple(mark for mark in unused if reach.applies(mark.rule) and reach.least <= MINIMUM),
        terms.path,
    )


def opened(told: Iterable[Told]) -> list[Told]:
    """The stories with what is accepted behind the other findings, for whom a name may mean any of them."""
    return [replace(one, document={**one.document, "findings": accepted.everything(one.document)}) for one in told]


def _rule_words(book: RuleBook) -> dict[str, str]:
    """Code or name -> code, of the shipped rules too where the run leaves some out."""
    rules = [*load_rules().rules, *book.rules]
    return {word.casefold(): rule.id for rule in rules for word in (rule.id, rule.name)}


def _marks(told: Told, words: dict[str, str]) -> list[Mark]:
    out: list[Mark] = []
    for number, (shown, text) in enumerate(zip(told.document["documents"], told.texts, strict=True)):
        if remarks := read.remarks(text, shown["path"]):
            place = _Places(shown["path"] or f"{told.document['story']}.{shown['lang']}", Lines(text))
            out += inline.marks(number, remarks, len(text), place, words)
    return out


@dataclass(frozen=True, slots=True)
class _Places:
    """An offset -> path, line and column."""

    path: str
    lines: Lines

    def __call__(self, offset: int) -> tuple[str, int, int]:
        return self.path, *self.lines.place(offset)
