"""Sentences of two versions that are each other's only likeness: what the one denies, the other should deny."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimdiff.link.likeness import Likeness
from claimdiff.link.side import Side
from claimdiff.model import Claim, Link
from claimdiff.relations.utterances import turned
from claimdiff.relations.words import side as effective
from claimdiff.text import plain, tokenise

# Less alike, two sentences may well be about two things; much longer, one holds more than the other.
LEAST, LONGER = 0.35, 1.8
# Of two partners, one so much less alike than the other is none.
SHARE, SOME = 0.8, 0.2
# What a link is worth where the denied word has no counterpart: antonyms and idioms say in other words what is denied here.
UNBACKED = 0.4
# Letters at the beginning that make two words of two languages cognates.
COGNATE = 4


def denials(likeness: Likeness, quoted: Sequence[Link]) -> Iterator[Link]:
    """A link between the assertions of two passages that have no other partner; what is quoted is compared as such."""
    heads = _heads(likeness)
    for i, a in sorted(heads[0].items()):
        partners = likeness.partners(0, i, SHARE, SOME)
        if len(partners) != 1 or partners[0] not in heads[1] or len(likeness.partners(1, partners[0], SHARE, SOME)) != 1:
            continue
        score = likeness.passages[i][partners[0]]
        lengths = sorted(len(s.passages[n].text) for s, n in ((likeness.a, i), (likeness.b, partners[0])))
        if score >= LEAST and lengths[1] <= LONGER * lengths[0] and not _told_elsewhere(likeness, i, partners[0], quoted):
            b = heads[1][partners[0]]
            backed = _said_plainly(likeness.a, i, likeness.b, partners[0]) or _said_plainly(likeness.b, partners[0], likeness.a, i)
            told = (f"sentences alike {score:.2f}", "what one denies, the other says" if backed else "not in the same words")
            yield Link((likeness.a.document, a), (likeness.b.document, b), min(1.0, score) * (1.0 if backed else UNBACKED), told)


def _told_elsewhere(likeness: Likeness, i: int, j: int, quoted: Sequence[Link]) -> bool:
    """True when contraries explain the denial, or it stands in a quotation whose sides are compared as such."""
    pairs = ((likeness.a.claims[link.a[1]], likeness.b.claims[link.b[1]]) for link in quoted if _homes(likeness, link) == (i, j))
    spoken = any(turned(a, b) and (_denied_within(likeness.a, i, a) or _denied_within(likeness.b, j, b)) for a, b in pairs)
    return spoken or _said_by_contraries(likeness, i, j)


def _homes(likeness: Likeness, link: Link) -> tuple[int, int]:
    return likeness.a.home[link.a[1]], likeness.b.home[link.b[1]]


def _denied_within(side: Side, passage: int, spoken: Claim) -> bool:
    claims = (side.claims[n] for n in side.at_home(passage))
    return any(c.value == "negated" and spoken.start <= c.start < spoken.end for c in claims)


def _said_by_contraries(likeness: Likeness, i: int, j: int) -> bool:
    """True when one passage denies the very contrary of what the other says: "not professional" and "amateur"."""
    one, other = (_opposites(side, passage) for side, passage in ((likeness.a, i), (likeness.b, j)))
    alike = ((one[pair], other[pair]) for pair in one.keys() & other.keys())
    return any(a.value != b.value and effective(a) == effective(b) for a, b in alike)


def _opposites(side: Side, passage: int) -> dict[str, Claim]:
    """Pair of opposites -> the claim of a passage that takes a side."""
    claims = (side.claims[n] for n in side.at_home(passage))
    return {c.details["pair"]: c for c in claims if c.kind == "polarity" and "pair" in c.details}


def _said_plainly(side: Side, passage: int, other: Side, there: int) -> bool:
    """True when the word that a passage denies stands in the other one: a cognate of it, or the same concept."""
    words = {t.fold for t in tokenise(plain(other.passages[there].text).text) if len(t.fold) >= COGNATE}
    keys = {key.partition(":")[2] for _, key in other.passages[there].terms}
    for claim in (side.claims[n] for n in side.at_home(passage)):
        if claim.kind == "polarity" and claim.value == "negated":
            predicate = claim.details.get("predicate", "")
            meant = {(claim.about or "").partition("/")[0], *claim.details.get("meanings", "").split("+")}
            if meant & keys or any(_cognate(predicate, word) for word in words):
                return True
    return False


def _cognate(one: str, other: str) -> bool:
    return len(one) >= COGNATE and one[:COGNATE] == other[:COGNATE]


def _heads(likeness: Likeness) -> tuple[dict[int, int], dict[int, int]]:
    """Passage -> its assertion, in each version."""
    sides = (likeness.a, likeness.b)
    one, other = ({side.home[n]: n for n, c in enumerate(side.claims) if c.kind == "assertion" and not c.outside} for side in sides)
    return one, other
