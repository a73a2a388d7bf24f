"""Operators between versions: linked claims that differ, and claims that only one version makes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from claimdiff.judge.complements import shared_out
from claimdiff.judge.confidence import calibrated
from claimdiff.judge.country_names import of_its_time
from claimdiff.judge.derived import derived
from claimdiff.judge.explained import explained
from claimdiff.judge.same_part import same_part
from claimdiff.judge.scene import Match, Place, Scene
from claimdiff.model import Claim, Link
from claimdiff.relations import group, relate
from claimdiff.relations.dates import weekday_of
from claimdiff.relations.numbers import decimals
from claimdiff.relations.places import contains


def linked(scene: Scene) -> Iterator[Match]:
    """One match for every link, with the relation of its two claims."""
    for link in scene.links:
        a, b = scene.claim(link.a), scene.claim(link.b)
        relation = relate(a, b, scene.langs[link.a[0]], scene.langs[link.b[0]])
        if relation is None or (relation.name == "renamed" and (of_its_time(scene, link.a) or of_its_time(scene, link.b))):
            continue
        if relation.name == "opposite" and shared_out(scene, link):
            continue
        if relation.name != "equal" and not (relation.name in _SETTLED and _same_story(scene, link)):
            score = calibrated(group(a.kind), link.score) * relation.weight
            trace = (*link.reasons, f"{relation.name}: {relation.why}" if relation.why else relation.name)
            yield Match("across", relation.name, (link.a, link.b), score, trace)


# What may follow from what stands beside the two.
_SETTLED = frozenset({"different", "different-year"})
# So many claims before and behind a figure are looked through for the whole that it is a part of.
_NEAR = 8


def _same_story(scene: Scene, link: Link) -> bool:
    """True for two unequal figures, times or years that follow from each other and from what stands beside them."""
    if group(scene.claim(link.a).kind) != "numeric":
        return explained(scene, link.a, link.b)
    return _parts(scene, link) or derived(scene, link.a, link.b, link.score)


def _parts(scene: Scene, link: Link) -> bool:
    """True for two parts of one whole that both versions tell beside them: of 132 km 79 in one country, 53 in the other."""
    a, b = decimals(scene.claim(link.a).value), decimals(scene.claim(link.b).value)
    whole = len(a) == len(b) == 1 and a[0] + b[0] in _figures(scene, link.a) & _figures(scene, link.b)
    return whole and not same_part(scene, link.a, link.b)


def _figures(scene: Scene, place: Place) -> set[Decimal]:
    document, number = place
    near = scene.claims[document][max(0, number - _NEAR) : number + _NEAR + 1]
    return {d[0] for c in near if group(c.kind) == "numeric" and len(d := decimals(c.value)) == 1}


def dated(scene: Scene) -> Iterator[Match]:
    """A weekday that does not fall on its day and month in the year that another version gives."""
    days = [
        ((d, n), c) for d, claims in enumerate(scene.claims) for n, c in enumerate(claims) if c.kind == "date" and not c.outside
    ]
    full = {c.value[4:]: (place, c) for place, c in reversed(days) if weekday_of(c.value)}
    for place, claim in days:
        told = full.get(claim.value[4:]) if claim.value.startswith("XXXX-") else None
        if told is None or told[0][0] == place[0] or "weekday" not in claim.details:
            continue
        real = weekday_of(told[1].value)
        if real != claim.details["weekday"]:
            yield Match("across", "different-weekday", (place, told[0]), 0.85, (f"{told[1].value} is weekday {real} of ISO 8601",))


# Kinds whose absence an editor may want to know of; a quantifier or a negation that is gone is style.
TOLD_WHEN_ABSENT = frozenset({"quantity", "money", "percentage", "date", "place", "person", "organisation", "ordinal"})


def absent(scene: Scene) -> Iterator[Match]:
    """Claims with no link whose value no other version holds."""
    linked_places = {place for link in scene.links for place in (link.a, link.b)}
    for document, claims in enumerate(scene.claims):
        others: dict[str, list[tuple[str, Claim]]] = defaultdict(list)
        for lang, claims_ in ((scene.langs[d], cs) for d, cs in enumerate(scene.claims) if d != document):
            for other in claims_:
                if not other.outside:
                    others[group(other.kind)].append((lang, other))
        told = {(kind, other.value) for kind, known in others.items() for _, other in known}
        seen: set[str] = set()
        for number, claim in enumerate(claims):
            place = (document, number)
            if place in linked_places or claim.kind not in TOLD_WHEN_ABSENT or claim.outside or claim.value in seen:
                continue
            kind = group(claim.kind)
            if (kind, claim.value) in told:
                continue
            if not any(_covers(other, claim, lang, scene.langs[document]) for lang, other in others[kind]):
                seen.add(claim.value)
                yield Match("absent", "absent", (place,), 0.6, ("no claim of another version says the same",))


def _covers(other: Claim, claim: Claim, lang_other: str, lang: str) -> bool:
    """True where a claim of the same group, with another value, may yet say the same."""
    if claim.kind == "place":
        return contains(claim.value, other.value)
    if claim.kind == "person":
        relation = relate(other, claim, lang_other, lang)
        return relation is not None and relation.name != "different"
    return claim.kind == "date" and (claim.value in other.value.split("/") or set(claim.value) <= set("X-"))


def places(match: Match) -> tuple[Place, ...]:
    """The places of a match, by document."""
    return tuple(sorted(match.places))
