"""Operator: a figure that rises to less or falls to more ("41,000 tickets, up from 43,000", "rose from 12 to 9")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from claimdiff.judge.scene import Match, Place, Scene
from claimdiff.language import grammar
from claimdiff.model import Claim
from claimdiff.relations import group
from claimdiff.relations.concepts import related
from claimdiff.relations.numbers import decimals
from claimdiff.text import plain, tokenise, words

_SCORE = 0.85
_PAIR = "rise_fall"
# A verb stands so many words before its figures at most, or behind them ("von 25 auf 30 gesunken").
_BESIDE = 4
# So many characters before a figure are looked at for the word that opens a change.
_OPENING = 20
# Figures further apart are two things, or one is short of its scale.
_FARTHEST = 10
_YEARS = range(1900, 2101)
# Who rises in a ranking goes from a high number to a low one.
_RANK = "concepts:rank"


def backwards(scene: Scene) -> Iterator[Match]:
    """Changes whose two figures go the other way than the words say, and figures compared with a former one in the wrong way."""
    for document in range(len(scene.claims)):
        for terms, places in _sentences(scene, document):
            if any(term == _RANK for _, term in terms):
                continue
            for one, other, side in (*_changes(scene, places), *_compared(scene, places)):
                before, now = _figure(scene.claim(one)), _figure(scene.claim(other))
                rises = scene.claim(side).details["side"] == "a"
                if before and now and _against(before, now, rises) and (rises or not _by_range(scene, one, other)):
                    steps = (f"{scene.words(side)}: from {before} to {now}",)
                    yield Match("within", "change-backwards", (other, one), _SCORE, steps)


_Sentence = tuple[Sequence[tuple[int, str]], list[Place]]


def _sentences(scene: Scene, document: int) -> Iterator[_Sentence]:
    """(terms, figures and sides of rise and fall in order) of each passage that has both."""
    homes: dict[int, list[Place]] = {}
    for number, claim in enumerate(scene.claims[document]):
        if not claim.outside and (_is_figure(claim) or _is_side(claim)):
            passage = scene.passage((document, number))
            homes.setdefault(passage.number if passage else -1, []).append((document, number))
    terms = {p.number: p.terms for p in scene.passages[document]}
    for home, places in homes.items():
        if len({_is_side(scene.claim(p)) for p in places}) > 1:
            yield terms.get(home, ()), sorted(places, key=lambda p: scene.claim(p).start)


def _is_figure(claim: Claim) -> bool:
    return group(claim.kind) == "numeric" and claim.kind not in ("ordinal", "score", "age")


def _is_side(claim: Claim) -> bool:
    return claim.kind == "polarity" and claim.details.get("pair") == _PAIR and "negated" not in claim.details


def _changes(scene: Scene, places: list[Place]) -> Iterator[tuple[Place, Place, Place]]:
    """(from, to, side) of "rose from 12 to 9", the side right before the two figures or right behind them."""
    for n in range(len(places) - 1):
        ends = {scene.claim(p).details.get("change"): p for p in places[n : n + 2]}
        if ends.keys() != {"from", "to"}:
            continue
        if n and _is_side(scene.claim(places[n - 1])) and _beside(scene, places[n - 1], places[n]):
            yield ends["from"], ends["to"], places[n - 1]
        elif n + 2 < len(places) and _is_side(scene.claim(places[n + 2])) and _beside(scene, places[n + 1], places[n + 2]):
            yield ends["from"], ends["to"], places[n + 2]


def _beside(scene: Scene, one: Place, other: Place) -> bool:
    """True when a few words and no mark stand between the two."""
    said = _words_between(scene, one[0], scene.claim(one).end, scene.claim(other).start)
    return len(said) <= _BESIDE and all(word.isalpha() or word in (",", "%") for word in said)


def _by_range(scene: Scene, one: Place, other: Place) -> bool:
    """True where the words may also say by how much: "baissé de 25 à 30 %" is a fall by 25 to 30 as well."""
    low, high = scene.claim(one), scene.claim(other)
    said = _words_between(scene, one[0], max(0, low.start - _OPENING), low.start)
    table = grammar(scene.langs[one[0]], "quantities")
    plainly = any(len(v := _key(form)) > 1 and said[-len(v) :] == v for form in table["range"]["from"])
    joint = _words_between(scene, one[0], low.end, high.start)
    return (
        not plainly and said[-1:] in map(_key, (*table["of"], *table["of_definite"])) and joint in map(_key, table["range"]["to"])
    )


def _key(form: str) -> list[str]:
    return [w.casefold() for w in words(form)]


def _compared(scene: Scene, places: list[Place]) -> Iterator[tuple[Place, Place, Place]]:
    """(former figure, figure, side) of "41,000 tickets, up from 43,000"."""
    for now, side, before in zip(places, places[1:], places[2:], strict=False):
        trio = [scene.claim(p) for p in (now, side, before)]
        if _is_figure(trio[0]) and _is_side(trio[1]) and _is_figure(trio[2]) and _one_thing(trio[0], trio[2]):
            said = _words_between(scene, now[0], trio[1].start, trio[2].start)
            room = len(_words_between(scene, now[0], trio[1].start, trio[1].end))
            if any(said[-len(v) :] == v and len(said) <= room + len(v) for v in _versus(scene.langs[now[0]])):
                yield before, now, side


def _one_thing(now: Claim, before: Claim) -> bool:
    """True when the second figure may be the first of another day: it counts the same, or nothing is said of it."""
    if "change" in before.details or "change" in now.details or {"bound", "part_of"} & {*now.details, *before.details}:
        return False
    bare = before.kind == "number" and "noun" not in before.details
    if now.unit != before.unit or now.kind == "percentage" != before.kind:
        return bare and now.kind in ("quantity", "money") and now.unit is not None
    return bare or bool(before.about and now.about and related(before.about, now.about)) or now.kind == before.kind == "percentage"


@cache
def _versus(code: str) -> tuple[list[str], ...]:
    forms = (grammar(code, "quantities").get("changes") or {}).get("versus", ())
    return tuple(_key(form) for form in forms)


def _words_between(scene: Scene, document: int, start: int, end: int) -> list[str]:
    return [token.key for token in tokenise(plain(scene.texts[document][start:end]).text)]


def _figure(claim: Claim) -> Decimal | None:
    told = decimals(claim.value)
    return told[0] if len(told) == 1 and told[0] > 0 and not (claim.kind == "number" and told[0] in _YEARS) else None


def _against(before: Decimal, now: Decimal, rises: bool) -> bool:
    """True when the figures fall and the words rise, or the other way round."""
    near = max(before, now) <= _FARTHEST * min(before, now)
    return near and before != now and (now > before) != rises
