"""Who is told of: people by their full names, by surname or title, and rulers by name and number."""

from __future__ import annotations

from claimdiff.claims.found import Found
from claimdiff.claims.people_judge import Judge
from claimdiff.claims.people_known import Known
from claimdiff.claims.people_mentions import mentions
from claimdiff.claims.people_names import Name
from claimdiff.claims.people_shared import sharing
from claimdiff.claims.people_words import Word, runs
from claimdiff.model import Claim
from claimdiff.name_keys import told_in_two


def find(found: Found) -> list[Claim]:
    """The people of a text; value is the folded key of the name as written, without title or role."""
    capitals = found.reading.capitals
    judge, lines = Judge.of(found, capitals), runs(found, capitals)
    full = _single([name for run in lines if len(run.words) > 1 for name in judge.full_names(run)])
    known = Known.of(judge, full)
    names = mentions(judge, known, lines, full)
    _no_places_inside(found, names)
    shared = [_shared(found, word, full) for word, full in sharing(found, judge, lines, names)]
    return [*(_claim(found, judge, known, name) for name in names), *shared]


def _shared(found: Found, word: Word, full: str) -> Claim:
    """A given name whose surname stands with the next one."""
    found.take(word.first, word.last, "person")
    details = {"family": full.partition(" ")[2], "given": word.key, "full": full}
    return Claim("person", word.start, word.end, full, details=details, found_by="people.shared")


def _single(names: list[Name]) -> list[Name]:
    """The names without those that begin with another whole name: two people that no mark parts."""
    keys = {n.key for n in names if len(n.words) < 4}
    return [n for n in names if len(n.words) < 4 or " ".join(n.key.split()[:2]) not in keys]


def _claim(found: Found, judge: Judge, known: Known, name: Name) -> Claim:
    first, last = name.words[0].first, name.words[-1].last
    start, end = name.words[0].start, name.words[-1].end
    found.take(first, last, "person")
    details = known.details(judge, name)
    if typed := told_in_two(found.reading.text[start:end]):
        details["umlauts"] = typed
    return Claim("person", start, end, name.key, details=details, found_by=name.rule)


def _no_places_inside(found: Found, names: list[Name]) -> None:
    """A place that was read inside a whole name (Paris Hilton, Jack London) is none."""
    inside = [(n.words[0].start, n.words[-1].end) for n in names]
    kept, at = [], 0
    places = sorted(found.kind("place"), key=lambda c: c.start)
    dropped = set()
    for claim in places:
        while at < len(inside) and inside[at][1] <= claim.start:
            at += 1
        if at < len(inside) and inside[at][0] <= claim.start and claim.end <= inside[at][1]:
            dropped.add(id(claim))
    kept = [c for c in found.claims if id(c) not in dropped]
    found.keep(kept)
