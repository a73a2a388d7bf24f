"""A story checked again and again with one version changed: what did not change is read and linked once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from claimdiff import claims
from claimdiff.judge import RuleBook, Scene, judge
from claimdiff.language import language
from claimdiff.link import Side, lay_out, link
from claimdiff.model import Claim, Finding, Link, Passage, Story
from claimdiff.mutate.ground import Ground, partners, told_together
from claimdiff.mutate.plant import Plant, before, planted, spans

Read = tuple[list[Passage], list[Claim]]
# Severities that a planted error is found by.
LOUD = ("error", "warning")
# Where a finding rests, in the unchanged story: its fingerprint, a version, a place in it.
Mark = tuple[str, int, int, int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one plant: the rules that found it, and how many further alarms it set off elsewhere."""

    plant: Plant
    found_by: tuple[tuple[str, str], ...]
    elsewhere: int

    @property
    def found(self) -> bool:
        """True when some error or warning points at the planted words."""
        return bool(self.found_by)


@dataclass(eq=False)
class Checker:
    """One story with what was found in it before anything was planted."""

    story: Story
    rules: RuleBook
    minimum: float
    read: list[Read]
    sides: list[Side]
    links: dict[tuple[int, int], list[Link]]
    findings: list[Finding]
    marks: frozenset[Mark] = field(init=False)

    def __post_init__(self) -> None:
        """Remember where the findings rest, so that old ones are known again."""
        self.marks = frozenset(_marks(self.findings))

    @classmethod
    def of(cls, story: Story, rules: RuleBook, minimum: float) -> Checker:
        """The checker of a story: reads it, links it and judges it."""
        read = [claims.read(version) for version in story.versions]
        sides = [lay_out(d, v.lang, *r) for d, (v, r) in enumerate(zip(story.versions, read, strict=True))]
        links = {pair: _linked(sides, pair) for pair in combinations(range(len(sides)), 2)}
        return cls(story, rules, minimum, read, sides, links, _judged(rules, story, read, links, minimum))

    def grounds(self, seed: int) -> list[Ground]:
        """Every version, ready to plant in."""
        all_links = [one for found in self.links.values() for one in found]
        found = [c for _, c in self.read]
        langs = [v.lang for v in self.story.versions]
        spoilt = [(e.document, e.start, e.end) for f in self.findings if f.severity in LOUD for e in f.evidence]
        return [
            Ground(
                d,
                version,
                *self.read[d],
                language(version.lang),
                partners(d, found, langs, all_links),
                told_together(d, self.read, all_links),
                seed,
                [(start, end) for document, start, end in spoilt if document == d],
            )
            for d, version in enumerate(self.story.versions)
        ]

    def check(self, plant: Plant) -> Outcome:
        """What claimdiff finds in the story with this error in it that it did not find before."""
        d = plant.document
        version = planted(self.story.versions[d], plant)
        story = Story(self.story.name, (*self.story.versions[:d], version, *self.story.versions[d + 1 :]))
        read = [*self.read]
        read[d] = claims.read(version)
        sides = [*self.sides]
        sides[d] = lay_out(d, version.lang, *read[d])
        links = {pair: _linked(sides, pair) if d in pair else found for pair, found in self.links.items()}
        return self._outcome(plant, _judged(self.rules, story, read, links, self.minimum))

    def _outcome(self, plant: Plant, findings: Sequence[Finding]) -> Outcome:
        """A finding is new when one of the places that it points at is; it finds what stands there."""
        hit, elsewhere = [], 0
        for finding in (f for f in findings if f.severity in LOUD):
            new = [e for e, mark in zip(finding.evidence, _marks([finding], plant), strict=True) if mark not in self.marks]
            places = [(e.start, e.end) for e in new if e.document == plant.document]
            if any(s < end and start < e for s, e in spans(plant.edits) for start, end in places):
                hit.append((finding.rule, finding.type))
            elif len(new) == len(finding.evidence):
                elsewhere += 1
        return Outcome(plant, tuple(sorted(set(hit))), elsewhere)


def _linked(sides: Sequence[Side], pair: tuple[int, int]) -> list[Link]:
    return list(link([sides[pair[0]], sides[pair[1]]]))


def _judged(
    rules: RuleBook, story: Story, read: Sequence[Read], links: dict[tuple[int, int], list[Link]], minimum: float
) -> list[Finding]:
    versions = story.versions
    told = [one for found in links.values() for one in found]
    scene = Scene([v.lang for v in versions], [v.text for v in versions], [p for p, _ in read], [c for _, c in read], told)
    return judge(rules, scene, minimum)


def _marks(findings: Sequence[Finding], plant: Plant | None = None) -> list[Mark]:
    """Where findings rest; those of a changed story as places of the unchanged one."""
    out = []
    for f in findings:
        for e in f.evidence:
            edits = plant.edits if plant is not None and e.document == plant.document else ()
            out.append((f.fingerprint, e.document, before(e.start, edits), before(e.end, edits)))
    return out
