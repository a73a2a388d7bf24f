"""Figures that one version works out from what the other tells: a rest, a difference, a sum, a share of a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, localcontext
from fractions import Fraction

from claimdiff.judge.inclusive import one_left_out
from claimdiff.judge.scene import Place, Scene
from claimdiff.model import Claim
from claimdiff.relations import agree, group
from claimdiff.relations.concepts import related
from claimdiff.relations.numbers import decimals
from claimdiff.relations.rounding import slip

# Below this a sum or a difference is as likely chance: its parts stand in one sentence.
SMALL = 25
# Parts that a sentence lists in a row, at most.
MOST = 6
# Two shares in passages so much alike are one share, unless something there is turned round.
ALIKE = 0.45
_COUNTS = frozenset({"number", "quantity"})
_SUMMED = _COUNTS | {"money", "duration", "age"}
# A share of a whole is told to the unit, of large wholes to the hundredth.
_UNIT, _HUNDREDTH = Decimal("0.5"), Decimal("0.01")
_WHOLE = Decimal(100)


def derived(scene: Scene, one: Place, other: Place, score: float) -> bool:
    """True when one of two figures follows from the other and from what stands beside it; score: how alike the surroundings are."""
    if slip(scene.claim(one), scene.claim(other)):
        return False  # Exchanged digits are nines apart: a small figure near them makes the one of the other by chance.
    pairs = ((one, other), (other, one))
    rest = score < ALIKE or not _exact_rest(scene.claim(one), scene.claim(other)) or _turned(scene, one, other)
    return any((rest and _complements(scene, a, b)) or _follows(scene, a, b) or one_left_out(scene, a, b) for a, b in pairs)


def _exact_rest(one: Claim, other: Claim) -> bool:
    """True for two shares told exactly that make a whole: 40 % in the place of 60 % may well be an error."""
    told = figure(one), figure(other)
    return None not in told and sum(abs(n) for n in told if n is not None) == _WHOLE


def _turned(scene: Scene, one: Place, other: Place) -> bool:
    """True where only one of two passages denies, takes a side, or says that something is less: what is told may be the rest."""
    return _sides(scene, one) != _sides(scene, other)


def _sides(scene: Scene, place: Place) -> set[str]:
    home = scene.passage(place)
    claims = scene.claims[place[0]]
    begin, end = (home.start, home.end) if home else (0, 0)
    told = (claims[n] for n in scene.begun(place[0], begin, end))
    said = {claim.details.get("effective") or claim.value for claim in told if claim.kind == "polarity"}
    return said | ({"less"} if scene.claim(place).value.startswith("-") else set())


def figure(claim: Claim) -> Decimal | None:
    """The single number that a claim says; None for a range, a rank, a label."""
    told = decimals(claim.value)
    return told[0] if len(told) == 1 and "label" not in claim.details else None


def _complements(scene: Scene, one: Place, other: Place) -> bool:
    """True for two shares that make a whole: 6 % want it, 94 % do not."""
    a, b = scene.claim(one), scene.claim(other)
    # "Less 45 %" may be read as a number below nought.
    share = abs(figure(a) or Decimal(0))
    if a.kind != "percentage" or b.kind != "percentage" or "point" in (a.unit, b.unit) or not 0 < share < _WHOLE:
        return False
    rest = replace(a, value=str(_WHOLE - share), readings=(), details={k: v for k, v in a.details.items() if k == "share"})
    return agree(rest, b, scene.langs[one[0]], scene.langs[other[0]])


def _follows(scene: Scene, one: Place, other: Place) -> bool:
    x, wanted = figure(scene.claim(one)), figure(scene.claim(other))
    if x is None or wanted is None or not {scene.claim(one).kind, scene.claim(other).kind} <= _SUMMED | {"percentage"}:
        return False
    if any(_is_share(x, share, wanted) for share in _shares(scene, one)):
        return True
    beside = list(_beside(scene, one, other, min(x, wanted)))
    return any(wanted in (x + z, abs(x - z)) for z in beside) or (
        len(beside) <= MOST and len(beside) > 1 and wanted == x + sum(beside)
    )


def _shares(scene: Scene, place: Place) -> Iterator[Fraction]:
    """The shares told in the sentence of a count or a sum, and in the next."""
    if scene.claim(place).kind not in _SUMMED:
        return
    for other in _near(scene, place, 1):
        claim = scene.claim(other)
        if claim.kind == "percentage" and claim.unit != "point" and (said := figure(claim)) is not None and 0 < said < _WHOLE:
            yield Fraction(claim.details["share"]) if "share" in claim.details else Fraction(said) / 100


def _is_share(whole: Decimal, share: Fraction, wanted: Decimal) -> bool:
    """True when the one is this share of the other."""
    with localcontext(prec=28):
        part = whole * share.numerator / share.denominator
        return abs(part - wanted) < max(_UNIT, _HUNDREDTH * wanted)


def _beside(scene: Scene, place: Place, target: Place, small: Decimal) -> Iterator[Decimal]:
    """The figures near a claim that count the same or do not say what; of small figures, those of the same sentence."""
    claim, reach = scene.claim(place), 0 if small < SMALL else 1
    for other in _near(scene, place, reach):
        value = figure(scene.claim(other))
        if (
            value
            and value != figure(claim)
            and _adds(claim, scene.claim(other))
            and not (_twin(scene, place, target) and _told_twice(scene, other, target))
        ):
            yield value


def _twin(scene: Scene, one: Place, other: Place) -> bool:
    """True for two counts of one thing named in both, of which neither is said to be a part or a whole."""
    a, b = scene.claim(one), scene.claim(other)
    return a.about is not None and a.about == b.about and not {"part_of", "whole"} & {*a.details, *b.details}


def _told_twice(scene: Scene, place: Place, target: Place) -> bool:
    """True when the other version says this figure too, beside its own: no sum or difference is left to work out."""
    value, home = figure(scene.claim(place)), scene.passage(target)
    return any(figure(scene.claim(p)) == value and scene.passage(p) == home for p in scene.linked(place) if p[0] == target[0])


def _near(scene: Scene, place: Place, behind: int) -> Iterator[Place]:
    """The other figures of the passage of a claim, and of so many behind it."""
    home = scene.passage(place)
    if home is None:
        return
    document = place[0]
    passages, claims = scene.passages[document], scene.claims[document]
    last = passages[min(home.number + behind, len(passages) - 1)]
    for number in scene.begun(document, home.start, last.end):
        claim = claims[number]
        if number != place[1] and group(claim.kind) == "numeric" and not claim.outside and claim.kind not in ("ordinal", "score"):
            yield document, number


def _adds(claim: Claim, near: Claim) -> bool:
    """True when the two can be added or taken from each other: one unit, and one thing counted or none named."""
    if claim.kind == "percentage" or near.kind == "percentage":
        points = "point" in (claim.unit, near.unit) or {"change"} & claim.details.keys() & near.details.keys()
        return claim.kind == near.kind and bool(points)
    bare = near.kind == "number" and "noun" not in near.details
    if claim.unit != near.unit:
        return bare and claim.kind in _SUMMED
    if claim.about and near.about:
        return related(claim.about, near.about)
    return bare or claim.details.get("noun") == near.details.get("noun")
