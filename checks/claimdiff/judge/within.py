"""Operators inside one version: two values for one thing, a name in two spellings, an office named twice, a wrong weekday."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from claimdiff.judge.scene import Match, Place, Scene
from claimdiff.language import world
from claimdiff.model import Claim
from claimdiff.relations import AGREEING, relate
from claimdiff.relations.concepts import is_fate, is_of_people
from claimdiff.relations.dates import weekday_of
from claimdiff.relations.names import compared
from claimdiff.relations.offices import fields


def within(scene: Scene) -> Iterator[Match]:
    """Every match of one version against itself."""
    for document in range(len(scene.claims)):
        yield from _wholes(scene, document)
        yield from _tolls(scene, document)
        yield from _spellings(scene, document)
        yield from _repeated(scene, document)
        yield from _weekdays(scene, document)
        yield from _governments(scene, document)


def _numbered(scene: Scene, document: int, kind: str) -> Iterator[tuple[Place, Claim]]:
    for number, claim in enumerate(scene.claims[document]):
        if claim.kind == kind and not claim.outside:
            yield (document, number), claim


def _wholes(scene: Scene, document: int) -> Iterator[Match]:
    """The whole of one thing counted twice with two results: "the 96 member states", "177 of 196 member states"."""
    by_thing: dict[tuple[str, str], list[tuple[Place, Claim]]] = defaultdict(list)
    for place, claim in _numbered(scene, document, "quantity"):
        if claim.details.get("whole") == "yes" and claim.about and claim.details.get("scope"):
            by_thing[claim.about, claim.details["scope"]].append((place, claim))
    for (about, scope), claims in sorted(by_thing.items()):
        for (one, a), (other, b) in combinations(claims, 2):
            relation = relate(a, b, scene.langs[document], scene.langs[document])
            if relation is not None and relation.name not in AGREEING:
                yield Match("within", "conflict", (one, other), 0.85, (f"both count the whole of {about} of {scope}",))


def _tolls(scene: Scene, document: int) -> Iterator[Match]:
    """ "The five dead" of a version that tells of four, as another version does, and of five nowhere else."""
    by_fate: dict[str, list[tuple[Place, Claim]]] = defaultdict(list)
    for place, claim in _numbered(scene, document, "quantity"):
        if claim.about and is_fate(claim.about):
            by_fate[claim.about].append((place, claim))
    for fate, told in sorted(by_fate.items()):
        wholes = [one for one in told if one[1].details.keys() <= _PLAINLY and one[1].details.get("whole") == "yes"]
        if len(wholes) != 1 or len({claim.value for _, claim in told}) != _TWO or not _alone(scene, wholes[0][0]):
            continue
        (place, whole), (first, count) = wholes[0], told[0]
        # A part of the four may be spoken of on its own, and a fifth may have died since.
        more = count.details.keys() <= _PLAINLY and count.value.isdecimal() and whole.value.isdecimal()
        if more and first < place and int(whole.value) > int(count.value):
            same = _borne_out(scene, document, whole, count)
            steps = (f"both count {fate}, and no other version tells {whole.value}",)
            yield from [Match("within", "conflict", (place, first), 0.8, steps, tuple(same[:1]))] if same else []


# What a plain count may say beside its figure, and how many counts contradict each other.
_PLAINLY, _TWO = frozenset({"noun", "whole"}), 2


def _alone(scene: Scene, place: Place) -> bool:
    """True where the sentence of a claim tells no date: the dead of another day are others."""
    passage = scene.passage(place)
    claims = scene.claims[place[0]]
    return passage is not None and not any(c.kind == "date" and passage.start <= c.start < passage.end for c in claims)


def _borne_out(scene: Scene, document: int, whole: Claim, count: Claim) -> list[Place]:
    """Where other versions count people as this one first does; nowhere if any tells the other figure of what may be people."""
    places = [((d, n), c) for d, claims in enumerate(scene.claims) for n, c in enumerate(claims)]
    told = [(place, c) for place, c in places if c.kind in _COUNTS and not c.outside]
    if any(c.value == whole.value and c is not whole and _may_count_people(c) for _, c in told):
        return []
    same = [(place, c) for place, c in told if c.kind == "quantity" and c.value == count.value and place[0] != document]
    return [place for place, c in same if is_of_people(c.about or "")]


_COUNTS = frozenset({"quantity", "number", "ordinal"})


def _may_count_people(claim: Claim) -> bool:
    """True for a bare number, and for what counts people or nobody knows what; of ranks only for people's ("a fifth victim")."""
    return is_of_people(claim.about) if claim.about else claim.kind != "ordinal"


def _spellings(scene: Scene, document: int) -> Iterator[Match]:
    """One person whose name is spelt in two ways or more; all its places, the rarest spelling first."""
    lang = scene.langs[document]
    for families in _people(scene, document):
        rarest = sorted(families.items(), key=lambda f: (len(f[1]), f[0]))
        apart = [(a, b) for a, b in combinations(rarest, 2) if compared(a[0], b[0], lang, lang).name == "respelt"]
        if apart:
            told = {name: places for pair in apart for name, places in pair}
            places = tuple(p for _, ps in sorted(told.items(), key=lambda f: (len(f[1]), f[0])) for p in ps)
            yield Match("within", "respelt", places, 0.85, (" / ".join(sorted(told)),))


def _people(scene: Scene, document: int) -> list[dict[str, list[Place]]]:
    """Family names with their places, person by person; a surname alone goes to the full name that it may be a misspelling of."""
    people: dict[str, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for place, claim in _numbered(scene, document, "person"):
        people[claim.details.get("full") or claim.value][claim.details.get("family") or claim.value].append(place)
    lang = scene.langs[document]
    for alone in [full for full, families in people.items() if " " not in full and set(families) == {full}]:
        owners = [f for f in people if " " in f and any(compared(alone, name, lang, lang).name == "respelt" for name in people[f])]
        if len(owners) == 1:
            people[owners[0]][alone] += people.pop(alone)[alone]
    return list(people.values())


# From so many offices on, a sentence is a list of them, and one named twice is a slip rather than style.
LIST = 3


def _repeated(scene: Scene, document: int) -> Iterator[Match]:
    """One office named twice in the list of one sentence."""
    by_passage: dict[int, dict[tuple[object, ...], list[Place]]] = defaultdict(lambda: defaultdict(list))
    for place, claim in _numbered(scene, document, "office"):
        passage = scene.passage(place)
        if passage and claim.details.get("generic") != "yes" and not claim.details.get("holder"):
            office = (claim.value, claim.details.get("modifiers"), fields(claim), claim.details.get("of"))
            by_passage[passage.number][office].append(place)
    for offices in by_passage.values():
        if sum(map(len, offices.values())) >= LIST:
            yield from (_named_twice(places) for office, places in offices.items() if len(places) > 1 and any(office[1:]))


def _named_twice(places: list[Place]) -> Match:
    return Match("repeated", "repeated", tuple(places), 0.8, ("the same office twice in one sentence",))


def _weekdays(scene: Scene, document: int) -> Iterator[Match]:
    """A weekday that does not fall on its date."""
    for place, claim in _numbered(scene, document, "date"):
        said, real = claim.details.get("weekday"), weekday_of(claim.value)
        if said and real and said != real:
            yield Match(
                "within", "different-weekday", (place,), 0.95, (f"{claim.value} is weekday {real} of ISO 8601, not {said}",)
            )


def _governments(scene: Scene, document: int) -> Iterator[Match]:
    """A country called a republic that is a kingdom, here or in the world."""
    by_country: dict[str, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for place, claim in _numbered(scene, document, "place"):
        if "government" in claim.details:
            by_country[claim.value][claim.details["government"]].append(place)
    for code, forms in sorted(by_country.items()):
        row = world("countries").get(code)
        known = row["government"] if row else ""
        for form, places in sorted(forms.items()):
            if known and _monarchy(form) != _monarchy(known):
                others = [p for other, ps in forms.items() if _monarchy(other) != _monarchy(form) for p in ps[:1]]
                yield Match("within", "different-government", (*places, *others), 0.9, (f"{code} is a {known}",))


def _monarchy(form: str) -> bool:
    return form in ("kingdom", "sultanate", "emirate", "principality", "grand_duchy", "monarchy")
