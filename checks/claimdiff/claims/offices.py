"""Claims: offices - who holds which role, of what: "vice-président d'Interpol", "Germany's transport minister"."""

from __future__ import annotations

from claimdiff.claims.found import Found
from claimdiff.claims.offices_holders import holders
from claimdiff.claims.offices_told import Told, told
from claimdiff.claims.phrases import Phrase, phrase
from claimdiff.claims.pieces import Piece, Pieces, pieces
from claimdiff.claims.roles import plurals
from claimdiff.language import world
from claimdiff.model import Claim


def find(found: Found) -> list[Claim]:
    """Office claims: value a role id; details say its modifiers, portfolio, of what, and who holds it.

    `told` is there where a verb names the holder: past, now or next.
    """
    layout = pieces(found)
    phrases = _phrases(layout)
    held = {number: Told(holder, "") for number, holder in holders(layout, phrases).items()}
    held |= told(layout, phrases, [number for number in range(len(phrases)) if number not in held])
    claims = (_claim(layout, out, held.get(number)) for number, out in enumerate(phrases))
    return [claim for claim in claims if claim is not None]


def _phrases(layout: Pieces) -> list[Phrase]:
    """The office phrases in text order; none begins inside another or inside an organisation's name."""
    names = [*layout.of("organisation"), *layout.of("place")]
    # The PM of "12:00 PM" is no prime minister.
    clocks = {index for index, kind in layout.found.taken.items() if kind == "time"}
    inside = {i for p in names for i in range(p.first, p.last)} | _surnames(layout) | clocks
    out: list[Phrase] = []
    for head in layout.of("role"):
        if head.first in inside or (out and head.first < out[-1].last):
            continue
        found = phrase(layout, head)
        if out and found.first < out[-1].last:
            found.first = max(out[-1].last, min(found.first, head.first))
        out.append(found)
    return out


def _surnames(layout: Pieces) -> set[int]:
    """Tokens inside a person's name, behind its first word, or the only one: neither Stephen King nor King is a king."""
    spans = ((layout.starting(c.start), layout.ending(c.end)) for c in layout.found.kind("person"))
    whole = ((first, last) for first, last in spans if first is not None and last is not None)
    return {i for first, last in whole for i in range(min(first + 1, last - 1), last)}


def _claim(layout: Pieces, out: Phrase, held: Told | None) -> Claim | None:
    holder = held.person if held else None
    if holder is None and (not _plain_enough(layout, out) or _surname(layout, out)):
        return None
    start, end = layout.found.span(out.first, out.last)
    details = {**_complement(layout, out), **_modifiers(out)}
    if holder is not None:
        details["holder"] = holder.value
        details["holder_text"] = layout.found.reading.text[holder.start : holder.end]
        details.update({"told": held.when} if held and held.when else {})
    elif _generic(layout, out):
        details["generic"] = "yes"
    return Claim("office", start, end, out.head.id, None, None, details, (), "offices.phrase")


def _plain_enough(layout: Pieces, out: Phrase) -> bool:
    """False for a word that is something else as often ("chef", "général", "scientifique"), unless the phrase shows its sense."""
    needs = out.head.row["needs"] if out.head.row else ""
    if needs == "article":
        before = layout.key(out.first - 1)
        return any(layout.words.has(name, before) for name in ("definite", "indefinite", "several")) or not out.bare
    return needs != "holder" and (needs != "complement" or not out.bare)


def _surname(layout: Pieces, out: Phrase) -> bool:
    """True for a single bare word right behind a capital: "Stephen King", "Peter Richter"."""
    if not out.bare or out.modifiers or out.last - out.first > 1 or not layout.capital(out.first):
        return False
    reading = layout.found.reading
    at_start = out.first == reading.sentences[reading.sentence_at(reading.tokens[out.first].start)].first
    return not at_start and reading.gap(out.first) == " " and layout.capital(out.first - 1) and not _small(layout, out.first - 1)


def _small(layout: Pieces, index: int) -> bool:
    """True for an article or another small word, capital or not."""
    return any(layout.words.has(n, layout.key(index)) for n in ("definite", "indefinite", "several", "of", "in", "and"))


def _modifiers(out: Phrase) -> dict[str, str]:
    each = {part for modifier in out.modifiers for part in modifier.split("+")}
    return {"modifiers": "+".join(sorted(each))} if each else {}


def _complement(layout: Pieces, out: Phrase) -> dict[str, str]:
    """What the office is of: portfolio, organisation, place; the place also where only the organisation names it."""
    portfolios, details = set(out.portfolios), dict[str, str]()
    organisation = out.organisation
    if organisation is not None:
        details.update(_inherited(organisation))
        own = None if portfolios else _own_portfolio(out.head, organisation)
        portfolios.update(filter(None, (own,)))
        if own is None:
            details["organisation"] = organisation.id
            if organisation.claim is not None:
                details.setdefault("of", organisation.id)
        details["of_text"] = layout.text(organisation.first, organisation.last)
    if out.place is not None:
        details["of"] = out.place.id
        details.setdefault("of_text", layout.text(out.place.first, out.place.last))
    if out.scope is not None:
        details["scope"] = out.scope.id
    return {**details, **({"portfolio": "+".join(sorted(portfolios))} if portfolios else {})}


def _inherited(organisation: Piece) -> dict[str, str]:
    """What a composed organisation (or one that goes by a composed value) says of its place and of what it belongs to."""
    claim = organisation.claim
    if claim is None or claim.value in world("organisations"):
        return {}
    return {key: value for key, value in claim.details.items() if key in ("of", "parent")}


def _own_portfolio(head: Piece, organisation: Piece) -> str | None:
    """The portfolio that stands in the organisation's place: a ministry of justice's minister, the head of a police."""
    kind, _, what = organisation.id.partition(":")
    if what and kind == world("roles")[head.id]["house"]:
        return what
    return kind if not what and kind in world("portfolios") else ("" if kind == world("roles")[head.id]["house"] else None)


def _generic(layout: Pieces, out: Phrase) -> bool:
    """True for a mere mention: several holders, or any one of them."""
    words, before = layout.words, layout.key(out.first - 1)
    if words.has("indefinite", before) or words.has("several", before):
        return True
    said = tuple(layout.key(i) for i in range(out.head.first, out.head.last))
    return out.head.row is not None and said in plurals(layout.found.language.code, out.head.id)
