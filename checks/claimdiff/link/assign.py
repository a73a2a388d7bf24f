"""One claim to one claim: figures, dates, times, offices, by one joint assignment of equal and unequal pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from claimdiff.link import claimants, ends, restated, scores, timetables
from claimdiff.link.chained import CHAINED, chained
from claimdiff.link.likeness import Likeness
from claimdiff.link.side import Side
from claimdiff.link.singled import clock_digits
from claimdiff.model import Claim, Link
from claimdiff.relations import AGREEING, Relation, group
from claimdiff.relations.concepts import related
from claimdiff.relations.dates import points, resemblance, weekday, weekday_of
from claimdiff.relations.rounding import LONG, significant, slip

# What equality is worth: enough to win between like places, too little to steal a value from another passage.
EQUALITY = 0.25
# Two digits or more that are the same are seldom so by chance.
RARE = 0.08
# A vaguer agreement (a weekday with a full date, a year with a month) is worth less than a good resemblance.
VAGUE = 0.12
# A figure that only rounds to the other, a count that equals a rank: more than that, less than the same.
ROUGHLY = 0.16
# The same figure of another thing, the same days of another month: part of a claim that is found again tells on its own.
RESEMBLANCE = 0.2
# What the same (or surely another) thing counted is worth; half of that for a bare figure.
COUNTED = 0.15
# A figure that each version tells once, of two things: one datum wherever it stands, unless its passages share nothing.
SINGLED, LEAST_SHARED = 0.4, 0.04
# Two figures in the same digits, or a nought apart, each told by one version only.
STRAYED = 0.3
# Two dates that a slip of the pen keeps apart, each told by one version only.
MISTAKEN = 0.28
# One day of the calendar with two weekdays: one date wherever it stands; where the year is not told, it may be of two years.
CALENDAR, OF_SOME_YEAR = 0.6, 0.45
# Two ranges that begin or end alike, each told by one version only.
ONE_END = 0.35
# In passages less alike than this a year that the other version tells elsewhere is another event's.
WEAK = 0.3
_OTHERWISE = frozenset({"different-rate", "different-thing", "different-unit"})
# How alike the surroundings of two times are whose rows and columns agree in a timetable, whatever the words around.
SAME_CELL = 0.7
# Below this two claims are not held to be about the same thing, equal or not.
LEAST_EQUAL, LEAST_UNEQUAL = 0.02, 0.08

ONE_TO_ONE = ("numeric", "date", "time", "office", "quantifier", "polarity", "quotation", "order")


# Claims of one value that a claim is compared with wherever they stand; beyond, the value tells nothing.
MOST_ALIKE = 50
# How many of the pairs that lost to a link its trace tells.
REFUSED_TOLD = 3


class Candidate(NamedTuple):
    """A pair of claims that could be linked: `rank` decides, `score` is how alike what surrounds them is, `why` what else tells."""

    rank: float
    a: int
    b: int
    score: float
    why: tuple[str, ...]


def assign(likeness: Likeness) -> Iterator[Link]:
    """The links of the kinds that go one to one."""
    for kind in ONE_TO_ONE:
        scored = sorted(_candidates(likeness, kind), key=_order)
        taken_a: dict[int, Candidate] = {}
        taken_b: dict[int, Candidate] = {}
        refused: dict[int, list[Candidate]] = defaultdict(list)
        for one in scored:
            holder = taken_a.get(one.a) or taken_b.get(one.b)
            if holder is None:
                taken_a[one.a] = taken_b[one.b] = one
            elif len(refused[holder.a]) < REFUSED_TOLD:
                refused[holder.a].append(one)
        for one in taken_a.values():
            yield _link(likeness, one, refused.get(one.a, []))


def _order(one: Candidate) -> tuple[float, int, int]:
    """The best first, whichever version comes first."""
    rank, a, b, *_ = one
    return (-round(rank, 6), a, b) if a < b else (-round(rank, 6), b, a)


def _link(likeness: Likeness, one: Candidate, refused: list[Candidate]) -> Link:
    told = [f"refused {_told(likeness, c)}: {c.rank:.2f} against {one.rank:.2f}" for c in refused]
    reasons = (*_reasons(likeness, one), *one.why, *told)
    return Link((likeness.a.document, one.a), (likeness.b.document, one.b), one.score, reasons)


def _told(likeness: Likeness, one: Candidate) -> str:
    return f"{likeness.a.claims[one.a].value} / {likeness.b.claims[one.b].value}"


def _candidates(likeness: Likeness, kind: str) -> Iterator[Candidate]:
    side_a, side_b = likeness.a, likeness.b
    by_home: dict[int, list[int]] = defaultdict(list)
    by_value: dict[str, list[int]] = defaultdict(list)
    for b in side_b.of(kind):
        by_home[side_b.home[b]].append(b)
        for key in _found_by(side_b.claims[b]):
            by_value[key].append(b)
    placed = timetables.places(side_a, side_b) if kind == timetables.KIND else {}
    for a in side_a.of(kind):
        # Orders are few, and the lines of two rankings are unlike just where they matter.
        homes = by_home if kind == "order" else likeness.passages[side_a.home[a]]
        near = [b for j in homes if j in by_home for b in by_home[j]]
        same = [b for key in _found_by(side_a.claims[a]) if key in by_value for b in by_value[key][:MOST_ALIKE]]
        for b in sorted({*near, *same}.difference(placed.get(a, ()))):
            if one := _scored(likeness, a, b):
                yield one
        for b in placed.get(a, ()):
            if one := _scored(likeness, a, b, SAME_CELL):
                yield one


def _found_by(claim: Claim) -> set[str]:
    """What a claim is looked up by beyond the passages like its own: its values, the ends of a date, a long figure's digits."""
    if claim.kind == "date":
        ends = points(claim.value)
        ranged = {f"{n}:{p}" for n, p in enumerate(ends) if len(ends) > 1 and any(p)}
        return {claim.value, *claim.readings, *ranged, *(f"{p.month}-{p.day}" for p in ends if p.day)}
    if claim.kind == "time":
        slipped = clock_digits(claim)
        return {claim.value, *claim.readings, *([f"clock:{slipped}"] if slipped else [])}
    digits = "".join(sorted(significant(claim.value)))
    told = len(digits) >= LONG or (len(digits) > 1 and len(claim.value.partition(".")[0]) > LONG)
    return {claim.value, *claim.readings, *([f"digits:{digits}"] if told else [])}


def _scored(likeness: Likeness, a: int, b: int, placed: float = 0.0) -> Candidate | None:
    relation = likeness.relation(a, b)
    if relation is None:
        return None
    one, other = likeness.a.claims[a], likeness.b.claims[b]
    agrees = relation.name in AGREEING
    likely = RESEMBLANCE * _resemblance(one, other, relation)
    alike = likeness.claims(a, b)
    score = _surely(likeness, a, b, min(1.0, max(placed, alike + (0.0 if agrees else likely))))
    whole = chained(likeness, a, b) if relation.name == "different" and score < CHAINED else ""
    score = max(score, CHAINED) if whole else score
    if score < (LEAST_EQUAL if agrees else LEAST_UNEQUAL) or (not agrees and _said_beside(likeness, a, b)):
        return None
    if not agrees and group(one.kind) in ends.KINDS and ends.other_end(likeness, a, b):
        return None
    if relation.name == "different" and (
        claimants.of_two(likeness, a, b) or restated.told(likeness, a, b) or scores.on_the_way(likeness, a, b)
    ):
        return None
    if relation.name == "different-weekday" and _weekday_elsewhere(likeness, one, other):
        return None
    worth = _worth(one, other, relation) if agrees else 0.0
    if relation.name == "different-year" and alike < WEAK and likeness.singled.told_elsewhere(a, b):
        return None
    rank = score + worth + _part(one, other)
    why = (f"both right behind {whole}",) if whole else ()
    return Candidate(rank, a, b, score, (*why, "in the same row and column") if placed else why)


def _surely(likeness: Likeness, a: int, b: int, score: float) -> float:
    """The score of a pair, raised where the two claims are one datum wherever they stand, unless their passages share nothing."""
    relation, singled = likeness.relation(a, b), likeness.singled
    if relation is None or likeness.claims(a, b) < LEAST_SHARED:
        return score
    kinds = {likeness.a.claims[a].kind, likeness.b.claims[b].kind}
    if (relation.name in _OTHERWISE and singled.once(a, b)) or (kinds == {"quantifier"} and singled.votes(a, b)):
        return max(score, SINGLED)
    if relation.name == "different" and (singled.strays(a, b) or singled.misread(a, b)):
        return max(score, STRAYED)
    if relation.name == "different-weekday" and likeness.a.claims[a].value == likeness.b.claims[b].value:
        return max(score, _of_the_calendar(likeness.a.claims[a].value))
    if kinds == {"date"} and singled.mistaken(a, b):
        return max(score, MISTAKEN)
    if kinds == {"date"} and relation.name not in AGREEING and singled.one_end(a, b):
        return max(score, ONE_END)
    return score


def _of_the_calendar(value: str) -> float:
    """How sure a date with two weekdays is one day: 0 where no day of a month is told."""
    if weekday_of(value):
        return CALENDAR
    return OF_SOME_YEAR if any(p.month and p.day for p in points(value)) else 0.0


def _worth(one: Claim, other: Claim, relation: Relation) -> float:
    if relation.name in ("narrower", "broader"):
        return VAGUE
    if relation.weight < 1:
        return VAGUE / 2  # Amounts in two currencies agree only in that no rate is known.
    if relation.name in ("rounded", "approximate") or (one.kind == "ordinal") != (other.kind == "ordinal"):
        return ROUGHLY
    return EQUALITY + (RARE if relation.name == "equal" and len(one.value.strip("0").replace(".", "")) > 1 else 0.0)


def _resemblance(one: Claim, other: Claim, relation: Relation) -> float:
    if one.kind == other.kind == "date":
        return resemblance(one, other)
    if relation.name == "swapped":
        return 1.5
    if one.kind == "quantifier" and one.details.get("of", "") == other.details.get("of"):
        return 1.0
    if relation.name == "different" and slip(one, other):
        return 1.0
    same_figure = relation.name in (
        "different-thing",
        "different-rate",
        "different-unit",
        "different-currency",
        "other-limit",
        "rescaled",
    )
    return float((same_figure and len(one.value.strip("0")) > 1) or (same_figure and len(one.value) > 2))


# Words come and go in adaptation: these differ only where neither version also says what the other says.
_FLEETING = frozenset({"office", "order", "polarity", "quantifier"})


def _said_beside(likeness: Likeness, a: int, b: int) -> bool:
    """True when the passage of one claim also holds what the other claim says."""
    one, other = likeness.a, likeness.b
    if _in_two_units(one.claims[a], other.claims[b]):
        return _told_at_home(one, a, other.claims[b]) or _told_at_home(other, b, one.claims[a])
    if group(one.claims[a].kind) not in _FLEETING:
        return False
    return any(likeness.agree(n, b) for n in one.at_home(one.home[a]) if n != a) or any(
        likeness.agree(a, n) for n in other.at_home(other.home[b]) if n != b
    )


def _in_two_units(one: Claim, other: Claim) -> bool:
    """True for "a month" and "60 days", which a sentence sets against each other as often as not."""
    return one.kind == other.kind == "duration" and one.unit != other.unit


def _told_at_home(side: Side, number: int, other: Claim) -> bool:
    """True where the passage of a claim tells another one's figure and unit as well, however it counts them."""
    return any((side.claims[n].value, side.claims[n].unit) == (other.value, other.unit) for n in side.at_home(side.home[number]))


def _weekday_elsewhere(likeness: Likeness, one: Claim, other: Claim) -> bool:
    """True for a weekday without its date that the other version says of something else."""
    bare = not all(any(p.day for p in points(claim.value)) for claim in (one, other))
    recurring = all(claim.details.get("every") for claim in (one, other))
    mine, theirs = likeness.weekdays()
    return bare and not recurring and (weekday(one) in theirs or weekday(other) in mine)


def _part(one: Claim, other: Claim) -> float:
    """The same part in the story: the thing counted, the unit, the kind, the role."""
    bonus = 0.0
    if one.kind == other.kind == "date" and "/" in one.value and "/" in other.value:
        bonus += COUNTED
    if one.about and other.about:
        bonus += COUNTED if related(one.about, other.about) else -COUNTED
    if one.unit or other.unit:
        bonus += COUNTED / 2 if one.unit == other.unit else -COUNTED / 2
    if one.kind == other.kind == "office":
        bonus += COUNTED if one.value == other.value else -COUNTED
    return bonus + (0.0 if one.kind == other.kind else -0.05)


def _reasons(likeness: Likeness, pair: Candidate) -> Iterator[str]:
    yield f"surroundings alike {pair.score:.2f}"
    relation = likeness.relation(pair.a, pair.b)
    if relation is not None:
        yield f"{relation.name}{': ' + relation.why if relation.why else ''}"
    one, other = likeness.a.claims[pair.a], likeness.b.claims[pair.b]
    if one.about and one.about == other.about:
        yield f"both about {one.about}"
