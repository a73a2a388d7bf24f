"""Whose a demonym is: "the Italian novelist Anna Weber" says it of her, and of nobody else."""

from __future__ import annotations

import re

from claimdiff.link.side import Side

# A name stands at most this far behind its demonym ("the Irish film director"), and just behind a comma before it.
_AHEAD, _BEHIND = 45, 14
_PARTS = re.compile(r"[,;:.!?()\n«»\"“”–—|]")
_APPOSED = re.compile(r", ?(?:\w+['’ ]\s?)?(?:\w+ )?")


def bearer(side: Side, number: int) -> int | None:
    """The person whom the demonym at this place describes, as a number of a claim; None for other places and for no one."""
    claim = side.claims[number]
    if claim.kind != "place" or claim.details.get("form") != "demonym":
        return None
    passage = side.passages[side.home[number]]
    people = [n for n in side.at_home(side.home[number]) if side.claims[n].kind == "person"]
    for n in people:
        person = side.claims[n]
        gap = passage.text[claim.end - passage.start : person.start - passage.start]
        if 0 < person.start - claim.end <= _AHEAD and not _PARTS.search(gap):
            return n
    for n in people:
        person = side.claims[n]
        gap = passage.text[person.end - passage.start : claim.start - passage.start]
        if 0 < claim.start - person.end <= _BEHIND and _APPOSED.fullmatch(gap):
            return n
    return None
