"""Sentences of two versions that are each other's only likeness: what the one denies, the other should deny."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimdiff.link.between import stands_plainly
from claimdiff.link.likeness import TRANSLATED, Likeness
from claimdiff.link.side import Side
from claimdiff.model import Claim, Link
from claimdiff.relations.polarities import side as effective
from claimdiff.relations.utterances import turned

# Less alike, two sentences may well be about two things; much longer, one holds more than the other.
LEAST, LONGER = 0.35, 1.8
# Of two partners, one so much less alike than the other is none.
SHARE, SOME = 0.8, 0.2
# What a link is worth where the denied word has no counterpart: antonyms and idioms say in other words what is denied here.
UNBACKED = 0.4
# What it is worth at least where its neighbours stand together in the other sentence, which must be at least so alike.
BESIDE, BESIDE_LEAST = 0.4, 0.2
# Letters at the beginning that make two words of two languages cognates.
COGNATE = 4


def denials(likeness: Likeness, quoted: Sequence[Link]) -> Iterator[Link]:
    """A link between the assertions of two passages that have no other partner; what is quoted is compared as such."""
    heads = _heads(likeness)
    for i, a in sorted(heads[0].items()):
        j = _partner(likeness, i)
        if j is None or j not in heads[1] or not _as_long(likeness, i, j) or _told_elsewhere(likeness, i, j, quoted):
            continue
        yield from _linked(likeness, (i, j), (a, heads[1][j]))


def _partner(likeness: Likeness, i: int) -> int | None:
    """The passage of b that alone is about as like passage i as any, both ways; else the likest of several."""
    partners = likeness.partners(0, i, SHARE, SOME)
    return partners[0] if len(partners) == 1 and _alone(likeness, i, partners[0]) else likeness.likest(i)


def _as_long(likeness: Likeness, i: int, j: int) -> bool:
    lengths = sorted((len(likeness.a.passages[i].text), len(likeness.b.passages[j].text)))
    return lengths[1] <= LONGER * lengths[0]


def _linked(likeness: Likeness, homes: tuple[int, int], heads: tuple[int, int]) -> Iterator[Link]:
    """The link of two assertions, worth less where the denied word has no counterpart and its neighbours have none either."""
    (i, j), (a, b) = homes, heads
    score, alone = likeness.passages[i][j], _alone(likeness, i, j)
    one, other = likeness.a.claims[a], likeness.b.claims[b]
    sides = ((likeness.a, i, likeness.b, j), (likeness.b, j, likeness.a, i))
    # A denial in one of them alone, and nothing in the other that denies in another way.
    bare = (
        sorted(int(c.details["denials"]) for c in (one, other)) == [0, 1] and "asides" not in min(one, other, key=_denials).details
    )
    if alone and bare and score >= LEAST and any(_said_plainly(*side) for side in sides):
        worth, why = score, "what one denies, the other says"
    elif score >= BESIDE_LEAST and _stands_plainly(likeness, homes, (one, other)):
        worth, why = max(BESIDE, score), "between the same words the one denies and the other does not"
    elif alone and score >= LEAST and (bare or _denials(one) == _denials(other)):
        worth, why = UNBACKED * score, "not in the same words"
    else:
        return
    told = (f"sentences alike {score:.2f}", why)
    yield Link((likeness.a.document, a), (likeness.b.document, b), min(1.0, worth), told)


def _stands_plainly(likeness: Likeness, homes: tuple[int, int], told: tuple[Claim, Claim]) -> bool:
    """True when the sentence of the more denials has one whose neighbours stand in the other without."""
    (i, j), sides = homes, (likeness.a, likeness.b)
    # Told anew, a story says by an antonym, as often as not, what the other denies.
    if _denials(told[0]) == _denials(told[1]) or likeness.followed < TRANSLATED:
        return False
    denying, plainly = (1, 0) if _denials(told[0]) < _denials(told[1]) else (0, 1)
    return stands_plainly(
        sides[denying], (i, j)[denying], sides[plainly], (i, j)[plainly], (_asides(told[denying]), _asides(told[plainly]))
    )


def _asides(claim: Claim) -> list[int]:
    """The offsets in the text of the words of a sentence that deny in another way."""
    return [claim.start + int(offset) for offset in claim.details.get("asides", "").split("+") if offset]


def _denials(claim: Claim) -> int:
    return int(claim.details["denials"])


def _alone(likeness: Likeness, i: int, j: int) -> bool:
    """True for two passages of which neither is as like another."""
    return likeness.partners(0, i, SHARE, SOME) == [j] and likeness.partners(1, j, SHARE, SOME) == [i]


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
    words = {t.fold for t in other.tokens[there] if len(t.fold) >= COGNATE}
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
