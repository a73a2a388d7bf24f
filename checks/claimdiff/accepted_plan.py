"""What `claimdiff accept` would change in the list of accepted findings, told before it is written."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimdiff.accepted import Entry


@dataclass(frozen=True, slots=True)
class Plan:
    """The list as it is to be, and what that changes; `story`, `rule` and `fingerprint` order each part."""

    entries: tuple[Entry, ...]
    added: tuple[Entry, ...]
    renewed: tuple[Entry, ...]
    removed: tuple[Entry, ...]

    @property
    def changes(self) -> bool:
        """True when there is something to write."""
        return bool(self.added or self.renewed or self.removed)

    def lines(self) -> Iterator[str]:
        """A line a change: `+` accepted anew, `~` for another reason or time than before, `-` removed."""
        for sign, entries in (("+", self.added), ("~", self.renewed), ("-", self.removed)):
            for entry in entries:
                yield f"{sign} {entry.rule} {entry.story} {entry.fingerprint}  {entry.message}".rstrip()

    def summary(self) -> str:
        """How many of each."""
        kept = len(self.entries) - len(self.added) - len(self.renewed)
        return f"{len(self.added)} accepted, {len(self.renewed)} renewed, {len(self.removed)} removed, {kept} as before"


def plan(held: Sequence[Entry], wanted: Iterable[Entry], removed: Container[Entry]) -> Plan:
    """The `held` entries without those `removed`, and with those `wanted`, which replace what is held for the same finding."""
    before = {entry.key: entry for entry in held}
    anew = {entry.key: entry for entry in wanted}
    out = {**{key: entry for key, entry in before.items() if entry not in removed}, **anew}
    return Plan(
        _sorted(before[key] if key in before and before[key].terms == entry.terms else entry for key, entry in out.items()),
        _sorted(entry for key, entry in anew.items() if key not in before),
        _sorted(entry for key, entry in anew.items() if key in before and before[key].terms != entry.terms),
        _sorted(entry for key, entry in before.items() if key not in out),
    )


def _sorted(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.story, entry.rule, entry.fingerprint)))
