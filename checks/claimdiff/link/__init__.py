"""Claims of several versions -> links, each with a score and its reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from claimdiff.link.anchors import anchors
from claimdiff.link.assign import assign
from claimdiff.link.bracketed import bracketed
from claimdiff.link.certainties import certainties
from claimdiff.link.denials import denials
from claimdiff.link.having import having
from claimdiff.link.likeness import liken
from claimdiff.link.mentions import mention
from claimdiff.link.portions import portions
from claimdiff.link.side import Side, lay_out
from claimdiff.link.sites import sites
from claimdiff.link.utterances import utterances
from claimdiff.model import Link

__all__ = ["Side", "lay_out", "link"]


def link(sides: Sequence[Side]) -> Iterator[Link]:
    """The links between every two versions of a story."""
    for a, b in combinations(sides, 2):
        likeness = liken(a, b)
        linked = list(bracketed(likeness, [*assign(likeness), *mention(likeness)]))
        yield from linked
        yield from having(likeness)
        yield from sites(likeness)
        yield from anchors(likeness)
        yield from certainties(likeness)
        yield from portions(likeness, linked)
        quoted = list(utterances(likeness))
        yield from quoted
        yield from denials(likeness, quoted)
