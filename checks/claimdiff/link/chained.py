"""A part told right behind its whole: "five years, two of them suspended" is about what "cinq ans, dont trois" is about."""

from __future__ import annotations

import re
from functools import cache

from claimdiff.language import grammar
from claimdiff.link.likeness import Likeness
from claimdiff.link.side import Side
from claimdiff.model import Claim
from claimdiff.relations import group

# How alike a part is to the part behind the same whole, whatever their words.
CHAINED = 0.4
# The whole and what is counted of it take so many code points before the part at most.
_NEAR = 45
# A bare whole below this is met by chance.
_TELLING = 10
_PLAIN = ("number", "quantity")
_WHOLES = (*_PLAIN, "duration", "money")
_ENDS = re.compile(r"[.!?;:](?!\d)|[\n|]")
_CLAUSE = re.compile(r"[,;:.!?](?!\d)|[()\n–—|]")


def chained(likeness: Likeness, a: int, b: int) -> str:
    """The whole that both versions tell right before the two unequal parts, and nothing where they are no such parts."""
    one, other = likeness.a, likeness.b
    if not (_may_be(one, a) and _may_be(other, b)) or not (_partitive(one, a) or _partitive(other, b)):
        return ""
    mine, theirs = _whole(one, a), _whole(other, b)
    if mine is None or theirs is None or not _same_whole(likeness, mine, theirs):
        return ""
    if _also_told(likeness, a, b) or _of_two_kinds(likeness, a, b):
        return ""
    return one.claims[mine].value


def _may_be(side: Side, number: int) -> bool:
    claim = side.claims[number]
    return claim.kind in _PLAIN and "/" not in claim.value and side.passages[side.home[number]].cell is None and not claim.outside


def _whole(side: Side, number: int) -> int | None:
    """The figure right before a part in its sentence, where a comma, a bracket or "of which" joins them."""
    claim, home = side.claims[number], side.passages[side.home[number]]
    figures = (n for n in side.at_home(side.home[number]) if group(side.claims[n].kind) == "numeric")
    before = [n for n in figures if side.claims[n].end <= claim.start]
    last = max(before, key=lambda n: (side.claims[n].end, -n), default=None)
    if last is None or side.claims[last].kind not in _WHOLES or claim.start - side.claims[last].end > _NEAR:
        return None
    between = home.text[side.claims[last].end - home.start : claim.start - home.start]
    joined = between.count(",") + between.count("(") == 1 or _behind_partitive(side.lang, between)
    return last if joined and not _ENDS.search(between) else None


def _partitive(side: Side, number: int) -> bool:
    """True for "of which two" and "two of them"."""
    claim, home = side.claims[number], side.passages[side.home[number]]
    start, end = claim.start - home.start, claim.end - home.start
    before, behind = home.text[max(0, start - _NEAR) : start], home.text[end : end + _NEAR]
    said = _among(side.lang)
    return said is not None and (_behind_partitive(side.lang, before) or said.match(behind.lstrip()) is not None)


def _behind_partitive(lang: str, words: str) -> bool:
    said = _among(lang)
    return said is not None and any(m.end() == len(words.rstrip()) for m in said.finditer(words))


@cache
def _among(lang: str) -> re.Pattern[str] | None:
    """The words of "of them" in a language; None when it has none."""
    said = (grammar(lang, "quantities").get("sums") or {}).get("among", ())
    forms = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(said, key=lambda f: (-len(f), f)))
    return re.compile(rf"\b(?:{forms})\b", re.IGNORECASE) if forms else None


def _same_whole(likeness: Likeness, a: int, b: int) -> bool:
    one, other, relation = likeness.a.claims[a], likeness.b.claims[b], likeness.relation(a, b)
    if relation is None or relation.name != "equal" or one.value != other.value or one.unit != other.unit:
        return False
    return bool(one.unit or (one.about and one.about == other.about)) or _telling(one)


def _telling(claim: Claim) -> bool:
    digits = claim.value.replace(".", "")
    return digits.isdigit() and int(digits) >= _TELLING


def _also_told(likeness: Likeness, a: int, b: int) -> bool:
    """True where the sentence of one part also tells the figure of the other: a list in another order."""
    one, other = likeness.a, likeness.b
    mine, theirs = (
        {side.claims[n].value for n in side.at_home(side.home[at]) if group(side.claims[n].kind) == "numeric"}
        for side, at in ((one, a), (other, b))
    )
    return one.claims[a].value in theirs or other.claims[b].value in mine


def _of_two_kinds(likeness: Likeness, a: int, b: int) -> bool:
    """True where both say what the part is, in words that languages share, and nothing of it is the same."""
    mine, theirs = _told_of(likeness.a, a), _told_of(likeness.b, b)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _told_of(side: Side, number: int) -> set[str]:
    claim, home = side.claims[number], side.passages[side.home[number]]
    mark = _CLAUSE.search(home.text, claim.end - home.start)
    end = home.start + (mark.start() if mark else len(home.text))
    places = {
        c.value for n in side.at_home(side.home[number]) if (c := side.claims[n]).kind == "place" and claim.end <= c.start < end
    }
    return places | {key for at, key in home.terms if claim.start <= at < end}
