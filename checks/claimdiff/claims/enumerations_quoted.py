"""Claims: quoted titles in a row, and what stands in the row twice ("Norma", "Aida", "Norma" and "Tosca")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from claimdiff.claims.enumerations_phrases import joints
from claimdiff.claims.found import Found
from claimdiff.claims.quotations import spans
from claimdiff.model import Claim
from claimdiff.text import folded

# Two titles are no list; longer quotations are sentences.
FEWEST, LONGEST = 3, 10
SHAPE = "title"
_WORD = re.compile(r"[^\W_]+")
# What may stand between two titles beside "and" and "or": marks, and who made them in brackets.
_BETWEEN = re.compile(r"[\s\"«»“”„‹›']*(?:\([^()\n]{1,60}\))?[\s\"«»“”„‹›',;]*")

Span = tuple[int, int]


def find(found: Found) -> list[Claim]:
    """An `enumeration` for every row of three quoted titles or more, and an `item` for each of two that are the same."""
    out: list[Claim] = []
    for run in _rows(found):
        out += _claims(found, run, f"title {len(out)}")
    return out


def _rows(found: Found) -> Iterator[list[Span]]:
    run: list[Span] = []
    for span in spans(found.reading.text):
        if not 0 < len(_key(found, span)) <= LONGEST:
            continue
        if run and not _joined(found, run[-1][1], span[0]):
            yield from _long(run)
            run = []
        run.append(span)
    yield from _long(run)


def _long(run: list[Span]) -> Iterator[list[Span]]:
    if len(run) >= FEWEST:
        yield run


@cache
def _between(code: str) -> re.Pattern[str]:
    """Marks, at most one "and" or "or", marks: linear, for what stands between two quotations is looked at once."""
    words = "|".join(sorted(map(re.escape, joints(code)), key=len, reverse=True))
    return re.compile(f"{_BETWEEN.pattern}(?:(?:{words})\\b[\\s\"«»“”„‹›']*)?", re.IGNORECASE)


# Two titles of one row are never farther apart.
_FARTHEST = 80


def _joined(found: Found, end: int, start: int) -> bool:
    between = found.reading.text[end:start]
    return end < start and len(between) <= _FARTHEST and _between(found.language.code).fullmatch(between) is not None


def _key(found: Found, span: Span) -> tuple[str, ...]:
    return tuple(folded(word.casefold()) for word in _WORD.findall(found.reading.text[span[0] : span[1]]))


def _claims(found: Found, run: list[Span], name: str) -> Iterator[Claim]:
    keys = [_key(found, span) for span in run]
    details = {"of": name, "items": str(len(run)), "shape": SHAPE}
    told = "|".join(" ".join(key) for key in keys)
    yield Claim("enumeration", run[0][0], run[-1][1], told, details=details, found_by="enumerations.titles")
    twice = [key for key, count in Counter(keys).items() if count > 1]
    if len(twice) == 1 and keys.count(twice[0]) == 2:
        for (start, end), key in zip(run, keys, strict=True):
            if key == twice[0]:
                yield Claim("item", start, end, " ".join(key), details=details, found_by="enumerations.title")
