"""Links and claims, by rules -> findings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from claimdiff.judge.across import absent, dated, linked
from claimdiff.judge.affiliations import affiliated
from claimdiff.judge.allegiances import allied
from claimdiff.judge.bound import figures_bound
from claimdiff.judge.changes import backwards
from claimdiff.judge.country_names import called_otherwise
from claimdiff.judge.declared import contradicted, misspelt
from claimdiff.judge.deeds import deeds_turned
from claimdiff.judge.deeds_sides import sides_turned
from claimdiff.judge.doings import doings_exchanged
from claimdiff.judge.ends import ends_differ, lengths_differ
from claimdiff.judge.exchanges import figures_exchanged
from claimdiff.judge.held import held_by_another
from claimdiff.judge.instead import named_instead
from claimdiff.judge.kin import kin_in_two_ways
from claimdiff.judge.kinship import kin_by_other_ways
from claimdiff.judge.lists import exchanged, named_twice
from claimdiff.judge.message import message
from claimdiff.judge.roles import called_another
from claimdiff.judge.rule import Rule, RuleBook, load_rules
from claimdiff.judge.scene import Declared, Match, Place, Scene
from claimdiff.judge.speakers import spoken_by_another
from claimdiff.judge.steps import steps_swapped
from claimdiff.judge.sums import unsummed
from claimdiff.judge.twice import listed_twice
from claimdiff.judge.within import within
from claimdiff.model import MINIMUM, Claim, Evidence, Finding
from claimdiff.relations import agree

__all__ = ["Declared", "RuleBook", "Scene", "judge", "load_rules"]

OPERATORS = (
    *(misspelt, contradicted, linked, dated, exchanged, held_by_another, spoken_by_another, affiliated, allied),
    *(called_otherwise, called_another, kin_in_two_ways, kin_by_other_ways, figures_exchanged, doings_exchanged, named_instead),
    *(figures_bound, deeds_turned, sides_turned, steps_swapped, ends_differ, lengths_differ),
    *(within, backwards, unsummed, named_twice, listed_twice, absent),
)
SEVERITIES = ("error", "warning", "info")
# What changes places may hold other errors, which are told as well.
EXCHANGES = frozenset({"order", "person_swap"})
# Details that make two claims of one value two.
_IDENTIFYING = ("of", "organisation", "portfolio", "modifiers", "weekday", "government", "pair", "effective")


def judge(rules: RuleBook, scene: Scene, minimum: float = MINIMUM) -> list[Finding]:
    """The findings of a story, the gravest and surest first; those less confident than `minimum` are left out."""
    matches = chain.from_iterable(operator(scene) for operator in OPERATORS)
    fired = ((rule, match) for match in matches for rule in _rules(rules, scene, match) if match.score >= rule.least)
    findings = [_levelled(rules, _finding(rule, group, scene), scene) for rule, group in _merged(fired, scene)]
    scene.forget()
    kept = _outermost([f for f in findings if f.confidence >= minimum and f.severity in SEVERITIES])
    return sorted(kept, key=lambda f: (SEVERITIES.index(f.severity), -f.confidence, _where(f), f.rule))


def _declared(scene: Scene, match: Match, severity: str) -> str:
    """How grave the user holds it to be, where it is against what the user declared."""
    facts = {fact.text: fact.severity for fact in scene.facts}
    return facts.get(match.declared) or scene.names.get(match.declared) or severity if match.declared else severity


def _levelled(rules: RuleBook, finding: Finding, scene: Scene) -> Finding:
    """The finding as severe as it is in its files and languages; what one version alone says, in those of the story."""
    if not rules.overrides:
        return finding
    documents = {e.document for e in finding.evidence}
    langs = {scene.langs[d] for d in documents} if len(documents) > 1 else set(scene.langs)
    paths = [scene.paths[d] for d in sorted(documents) if d < len(scene.paths)]
    return replace(finding, severity=rules.level(finding.rule, finding.severity, langs, paths))


def _outermost(findings: list[Finding]) -> list[Finding]:
    """Without those that a wider finding tells: the country inside an office that two versions give to two countries."""
    loud = [f for f in findings if f.severity != "info" and f.type not in EXCHANGES]
    return [f for f in findings if not any(_holds(other, f) for other in loud)]


def _holds(outer: Finding, inner: Finding) -> bool:
    if outer is inner or {e.document for e in outer.evidence} != {e.document for e in inner.evidence}:
        return False
    return all(any(_around(o, e) for o in outer.evidence) for e in inner.evidence)


def _around(outer: Evidence, inner: Evidence) -> bool:
    wider = outer.end - outer.start > inner.end - inner.start
    return outer.document == inner.document and outer.start <= inner.start and inner.end <= outer.end and wider


def _where(finding: Finding) -> list[tuple[int, int]]:
    return sorted((e.start, e.end) for e in finding.evidence)


def _rules(rules: RuleBook, scene: Scene, match: Match) -> tuple[Rule, ...]:
    return rules.which(match.compare, scene.claim(match.places[0]).kind, match.relation)


def _merged(fired: Iterable[tuple[Rule, Match]], scene: Scene) -> Iterator[tuple[Rule, list[Match]]]:
    """Matches of one rule about the same values, or with a claim in common, are one finding with several places."""
    groups: dict[str, tuple[Rule, list[Match]]] = {}
    homes: dict[tuple[str, Place], str] = {}
    for rule, match in fired:
        key = _fingerprint(rule, match.places, scene)
        if match.compare != "across":
            key += str(match.places[0][0])
        elif len(scene.claims) > 2:
            key = next((homes[rule.id, p] for p in match.places if (rule.id, p) in homes), key)
        groups.setdefault(key, (rule, []))[1].append(match)
        homes.update({(rule.id, p): key for p in match.places})
    yield from groups.values()


def _fingerprint(rule: Rule, places: Iterable[Place], scene: Scene) -> str:
    """Of the rule and what is claimed, not of lines, offsets or wording, and the same with the versions exchanged."""
    told = sorted({(scene.langs[p[0]], *_identity(scene.claim(p))) for p in places})
    return hashlib.sha256(repr((rule.id, told)).encode()).hexdigest()[:16]


def _identity(claim: Claim) -> tuple[str, ...]:
    """What a claim says, without its words and its place."""
    told = claim.details
    return claim.kind, claim.value, claim.unit or "", claim.about or "", *[told.get(part, "") for part in _IDENTIFYING]


def _finding(rule: Rule, matches: list[Match], scene: Scene) -> Finding:
    best = max(matches, key=lambda m: m.score)
    places = _with_witnesses(scene, list(dict.fromkeys([*best.places, *(p for m in matches for p in m.places)])))
    shown = dict.fromkeys([*places, *(w for m in matches for w in m.witnesses)])
    return Finding(
        rule=rule.id,
        name=rule.name,
        type=rule.type,
        relation=best.relation,
        severity=_declared(scene, best, rule.severity),
        confidence=round(min(1.0, best.score * rule.confidence), 2),
        message=message(rule.message, scene, best) + _who_is_right(scene, places),
        evidence=tuple(_evidence(scene, p) for p in sorted(shown, key=lambda p: (p[0], scene.claim(p).start))),
        # Which of three versions or more are the likest may change with their wording; what they all say does not.
        fingerprint=_fingerprint(rule, places if best.compare == "across" else best.places, scene),
        why=rule.why,
        trace=best.trace,
    )


def _who_is_right(scene: Scene, places: list[Place]) -> str:
    """What is known of who is right: the user's source of truth, or the one version that stands against all the others."""
    documents = {p[0] for p in places}
    if len(documents) > 1 and scene.source in {scene.langs[d] for d in documents}:
        return f" ({scene.source} is the source)"
    sides: dict[tuple[str, ...], set[int]] = {}
    for place in places:
        sides.setdefault(_identity(scene.claim(place)), set()).add(place[0])
    lone = [min(held) for held in sides.values() if len(held) == 1]
    if len(documents) < 3 or len(sides) != 2 or len(lone) != 1:
        return ""
    return f" ({scene.langs[lone[0]]} alone against the others)"


def _with_witnesses(scene: Scene, places: list[Place]) -> list[Place]:
    """The places, and for each version without one the claim that takes a side: linked to some of them, not to all."""
    values = {_identity(scene.claim(p)) for p in places}
    for document in sorted(set(range(len(scene.claims))) - {p[0] for p in places}):
        witnesses = [(mine, other) for mine, other in _linked(scene, places) if other[0] == document]
        backed = {_identity(scene.claim(mine)) for mine, _ in witnesses}
        if backed and backed != values:
            places = [*places, witnesses[0][1]]
    return places


def _linked(scene: Scene, places: list[Place]) -> Iterator[tuple[Place, Place]]:
    """(one of the places, a claim of another version that is linked to it and agrees)."""
    if len(places) < 2:
        return
    for link in scene.links:
        for mine, other in ((link.a, link.b), (link.b, link.a)):
            if mine in places and _agree(scene, mine, other):
                yield mine, other


def _agree(scene: Scene, one: Place, other: Place) -> bool:
    return agree(scene.claim(one), scene.claim(other), scene.langs[one[0]], scene.langs[other[0]])


def _evidence(scene: Scene, place: Place) -> Evidence:
    claim, passage = scene.claim(place), scene.passage(place)
    words = scene.texts[place[0]][claim.start : claim.end]
    return Evidence(place[0], claim.start, claim.end, words, claim.value, passage.text if passage else "")
