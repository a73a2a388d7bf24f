"""Plants in wording: a negation put in or taken out, an opposite, another quantifier, an order turned round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from claimdiff.claims.numbers_lexicon import words_of
from claimdiff.language import grammar
from claimdiff.model import Claim, Passage
from claimdiff.mutate.ground import Ground, Spot
from claimdiff.mutate.plant import Plant, drawn
from claimdiff.mutate.shapes import cased, counterparts
from claimdiff.text import folded


def negation(ground: Ground) -> Iterator[Plant]:
    """A sentence denied that was not, or no longer denied."""
    for number, claim in ground.of("polarity"):
        if claim.value == "negated":
            yield from _affirmed(ground, number, claim)
    denied = {ground.home(c.start) for c in ground.claims if c.kind == "polarity" and c.value == "negated"}
    for passage in ground.passages:
        if passage.number not in denied:
            yield from _denied(ground, passage)


def _affirmed(ground: Ground, number: int, claim: Claim) -> Iterator[Plant]:
    """Without the words of negation that planting puts in, and the space behind them."""
    data = planting(ground.language.code)["deny"]
    first = rf"\b(?:{data['before']})(?:\s+|(?<=['’]))" if data.get("before") else ""
    behind = rf"\b{data['behind']}\s+" if data.get("behind") else ""
    pattern = rf"{first}(\w+\s+){behind}" if first and behind else first or behind
    home = ground.passages[ground.home(claim.start)]
    match = re.compile(pattern, re.IGNORECASE).search(ground.text, max(home.start, claim.start - 4), min(home.end, claim.end + 12))
    if match and match.start() < claim.end and claim.start < match.end() and ground.plain(*match.span()):
        kept = match.group(1) if first and behind else ""
        edits = [(match.start(), match.end(), cased(match.group(), kept))]
        yield ground.plant("negation", edits, number, linked=ground.home(claim.start) in ground.told_together)


def _denied(ground: Ground, passage: Passage) -> Iterator[Plant]:
    """With one of the verbs denied that a language denies in a plain way."""
    data = planting(ground.language.code)["deny"]
    verbs, stops = words_of(data["verbs"]), {w.casefold() for w in words_of(data.get("not_after"))}
    ends = {w.casefold() for w in words_of(data.get("not_before"))}
    found = []
    for match in re.finditer(rf"(?<=\w )({'|'.join(map(re.escape, verbs))})(?= (\w+))", ground.text[passage.start : passage.end]):
        ahead = re.search(r"(\w+) $", ground.text[passage.start : passage.start + match.start()])
        if ahead and ahead.group(1).casefold() not in stops and match.group(2).casefold() not in ends:
            found.append((passage.start + match.start(), passage.start + match.end(), match.group(1)))
    fit = [f for f in found if ground.plain(f[0], f[1] + 1)]
    if fit:
        start, end, verb = drawn(fit, ground.seed, passage.number)
        edits = [(start, end, _denial(data, verb))]
        yield ground.plant("negation", edits, None, linked=passage.number in ground.told_together)


def _denial(data: dict[str, Any], verb: str) -> str:
    """`is not`, `non è`, `n'est pas`: the verb with its negation around it."""
    before, elided = data.get("before", ""), data.get("elided", "")
    forms = before.split("|")
    head = forms[-1] if elided and folded(verb[0].casefold()) in "aeiouh" else f"{forms[0]} " if before else ""
    return head + verb + (f" {data['behind']}" if data.get("behind") else "")


def opposite(ground: Ground) -> Iterator[Plant]:
    """The opposite word, in the same form; of a superlative it makes another quantifier."""
    superlatives = [c for c in ground.claims if c.kind == "quantifier" and "of" in c.details]
    rows = {row["id"]: row for row in ground.language.tables.get("opposites", ())}
    # Words of many senses: only where another version says it too is it clear that this is the one with an opposite.
    for number, claim in ((n, c) for n, c in ground.of("polarity") if n in ground.partners):
        for spot in ground.spots("opposites", claim.start, claim.end)[:1] if "pair" in claim.details else ():
            pair, _, side = spot.id.partition("/")
            other = rows.get(f"{pair}/{'b' if side == 'a' else 'a'}")
            old = ground.text[spot.start : spot.end]
            choices = list(counterparts(spot.row, old, other, 3))[:1] if other else []
            top = any(c.start <= spot.start and spot.end <= c.end for c in superlatives)
            yield from ground.one(
                "quantifier" if top else "opposite", number, spot.start, spot.end, [cased(old, c) for c in choices]
            )


def quantifier(ground: Ground) -> Iterator[Plant]:
    """All for most, unanimously for by a majority; the largest for the smallest."""
    exchange = planting(ground.language.code)["quantifiers"]
    for number, claim in ground.of("quantifier"):
        yield from _exchanged(ground, "quantifier", number, exchange, ground.spots("quantifiers", claim.start, claim.end))


def order(ground: Ground) -> Iterator[Plant]:
    """Before for after between two names; first for second."""
    exchange = planting(ground.language.code)["order"]
    for number, claim in ground.of("order"):
        if number in ground.partners:
            yield from _exchanged(ground, "order", number, exchange, ground.spots("sequence", claim.start, claim.end))
    for number, claim in ground.of("ordinal"):
        if claim.value in ("1", "2"):
            yield from _ranked(ground, number, claim, exchange)


def _ranked(ground: Ground, number: int, claim: Claim, exchange: dict[str, str]) -> Iterator[Plant]:
    words = ground.words(claim)
    for old, new in exchange.items():
        match = re.match(rf"{re.escape(old)}\b", words, re.IGNORECASE)
        if match:
            place = (claim.start, claim.start + match.end())
            yield from ground.one("order", number, *place, [cased(match.group(), new)])
            return


def _exchanged(ground: Ground, kind: str, number: int, exchange: dict[str, str], spots: list[Spot]) -> Iterator[Plant]:
    for spot in spots:
        old = ground.text[spot.start : spot.end]
        new = exchange.get(old.casefold().replace("’", "'"))
        if new:
            yield from ground.one(kind, number, spot.start, spot.end, [cased(old, new)])
            return


@cache
def planting(code: str) -> dict[str, Any]:
    """rules/languages/CODE/planting.yaml: how to deny, and which words to exchange, both ways."""
    data = grammar(code, "planting")
    both = {name: _both_ways(data.get(name) or {}) for name in ("quantifiers", "order")}
    return {"deny": data["deny"], **both}


def _both_ways(pairs: dict[str, str]) -> dict[str, str]:
    """Each word to the other of its pair; what is told first wins where a word stands in two pairs."""
    out = dict(pairs)
    for one, other in pairs.items():
        out.setdefault(other, one)
    return out
