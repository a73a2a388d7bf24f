"""Claims: who did what to whom, as far as names tell ("X beat Y", "Y was beaten by X", "X scored from a pass by Y")."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from claimdiff.claims.deeds_names import LED, MARKS, PARTIES, STRONG, TABLE, Named, Party, ands, articles, words_of
from claimdiff.claims.deeds_sides import NEXT, side
from claimdiff.claims.found import Found
from claimdiff.claims.order_steps import NAME
from claimdiff.language import Term, world
from claimdiff.model import Claim
from claimdiff.text import Sentence

# So many words lie at most between the verb and who stands before it, behind it, behind "to", or beside a word for one party.
_BEFORE, _BEHIND, _THIRD, _BESIDE = 14, 8, 16, 5
# A sentence with more deeds than these is a list or a broken text.
_MOST = 40
# So many words lie at most up to the particle that closes a verb.
_CLOSE = 12
# The end of the id of a row whose other party needs no "to", though the deed has a third thing: "X robbed Y of".
_DIRECT = "direct"
# Who are set against each other: people first, then bodies and what no lexicon has, then countries and towns.
_TIERS = (frozenset({"person"}), frozenset({"person", "organisation", NAME}), frozenset({"place"}))


class _Deed(NamedTuple):
    """The two parties of a deed, the doer first."""

    id: str
    doer: Party
    other: Party


def find(found: Found) -> list[Claim]:
    """A `deed` claim for every verb whose two parties are named."""
    by_sentence: dict[int, list[Term]] = defaultdict(list)
    for term in found.of(TABLE):
        by_sentence[found.reading.sentence_at(found.span(term.first, term.last)[0])].append(term)
    claims: dict[tuple[str, int, int], Claim] = {}
    for number, terms in by_sentence.items():
        if len(terms) > _MOST or not _named(found, found.reading.sentences[number]):
            continue
        told = _Told(found, found.reading.sentences[number], terms)
        whole = [claim for claim in map(_claim, told.deeds()) if claim is not None]
        known = {claim.details["deed"] for claim in whole}
        for claim in (*whole, *(_half(*one) for one in told.sides if one[0] not in known)):
            claims[claim.value, claim.start, claim.end] = claim
    return list(claims.values())


def _named(found: Found, sentence: Sentence) -> bool:
    """False where nothing behind the first word has a capital and nothing a claim of its own: no party is named."""
    large = found.reading.capitals
    capitals = bisect_left(large, sentence.last) - bisect_left(large, sentence.first)
    return capitals > 1 or bool(found.starting(sentence.first, sentence.last, *PARTIES))


def _half(deed: str, taken: str, party: Party) -> Claim:
    step = party.step
    details = {"deed": deed, "side": taken, "party": step.key, "of": step.sort}
    return Claim("deed_side", step.start, step.end, f"{deed}/{taken}: {step.key}", details=details, found_by="deeds.side")


def _claim(deed: _Deed) -> Claim | None:
    one, other = deed.doer.step, deed.other.step
    if one.key == other.key:
        return None
    details = {"deed": deed.id, "first": one.key, "second": other.key, "of": one.sort if one.sort == other.sort else NAME}
    start, end = min(one.start, other.start), max(one.end, other.end)
    return Claim("deed", start, end, f"{deed.id}: {one.key} > {other.key}", details=details, found_by="deeds.verb")


class _Told(Named):
    """A sentence with the deeds that its words tell."""

    sides: list[tuple[str, str, Party]]

    def deeds(self) -> Iterator[_Deed]:
        """The deeds of the sentence, each with both parties; `sides` then holds those of which one party alone is named."""
        self.sides = []
        alone: dict[str, dict[str, list[Party]]] = defaultdict(lambda: defaultdict(list))
        for term in self.terms:
            if self.to_oneself(term):
                continue
            deed, _, sides = term.id.partition("/")
            frame = sides.split("_")
            if "a" in frame and "b" in frame:
                pair = self._pair(term, deed, frame)
                if pair is not None:
                    yield _Deed(deed, *(pair if frame.index("a") < frame.index("b") else pair[::-1]))
                else:
                    self._aside_of(term, deed, frame)
            elif frame[-1] == NEXT:
                self._aside_of(term, deed, frame)
            else:
                party = self._nearest(term, bool(frame[0]))
                if party is not None:
                    alone[deed][frame[0] or frame[1]].append(party)
        for deed, told in alone.items():
            one, other = ({p.step.key: p for p in told[side]} for side in "ab")
            if len(one) == len(other) == 1:
                yield _Deed(deed, *one.values(), *other.values())

    def _aside_of(self, term: Term, deed: str, frame: list[str]) -> None:
        """Note the one party that is named, of a deed that tells much of one alone."""
        if world(TABLE)[deed]["alone"]:
            told = side(self, term, frame, (p for p in self.parties if p.step.sort in _TIERS[1]))
            if told is not None:
                self.sides.append((deed, *told))

    def _nearest(self, term: Term, before: bool) -> Party | None:
        """The person, or else the name, right before or behind a word for one party."""
        for tier in _TIERS[:2]:
            people = [p for p in self.parties if p.step.sort in tier]
            ahead = [p for p in people if p.last <= term.first and not self.parted(p.last, term.first, STRONG)]
            behind = [p for p in people if term.last <= p.first <= term.last + _BESIDE]
            behind = behind if behind and not self.parted(term.last, behind[0].first, MARKS) else []
            if before:
                near = [p for p in ahead if term.first - p.last <= _BESIDE and not self.aside(p) and not self.owns(p, term)]
                if near:
                    return near[-1]
                # "In der 88. Minute traf X".
                behind = [] if any(not self.aside(p) for p in ahead) else [p for p in behind if not self.aside(p)]
            if behind:
                return behind[0]
        return None

    def _pair(self, term: Term, deed: str, frame: list[str]) -> tuple[Party, Party] | None:
        """Who is told first and who second, in the order of an active verb."""
        for tier in _TIERS:
            parties = [p for p in self.parties if p.step.sort in tier and not (p.first < term.last and term.first < p.last)]
            before = [p for p in parties if p.last <= term.first and not self.parted(p.last, term.first, STRONG)]
            behind = [p for p in parties if p.first >= term.last and not self.parted(term.last, self._apposed(p), MARKS)]
            if len(frame) > 2 and {"a", "b"} != {*frame[:2]}:
                pair = self._linked(term, before, behind, frame)
            elif len(frame) == 2 and world(TABLE)[deed]["to"]:
                pair = self._third(term, before, behind)
            else:
                pair = self._around(term, before, behind)
                pair = pair if pair is None or frame[2:] in ([], [_DIRECT]) or self._framed(term, pair, frame[2]) else None
            if pair is not None:
                return pair
        return None

    def _around(self, term: Term, before: list[Party], behind: list[Party]) -> tuple[Party, Party] | None:
        closed = self._closed(term, before) or self._subordinate(term, before)
        if closed is not None:
            return closed
        near = behind[0] if behind and behind[0].first - term.last <= _BEHIND else None
        if near is None or self.is_owner(near):
            return None
        # "Die Übernahme von Y durch X".
        if term.last - term.first > 1 and len(behind) > 1 and self.led(behind[1], near.last, "by"):
            # "Die Tochter von Y besiegte den Sohn von X".
            return None if self.repeated(behind[1], term) else (behind[1], near)
        one = self._doer(term, before)
        if one is not None:
            if self.led(near, term.last, "by") and self.can_be_passive(term):
                return (near, one) if self.is_passive(one.last, term) and not self.of_another(near, term.last, "by") else None
            if self.aside(near, term.last):
                return None
            if self.is_object(one):
                return (near, one) if one.last == term.first else None
            # "X, que bat Y", "X lo sostituisce Y".
            clitic = range(max(one.last, term.first - 2), term.first)
            turned = self.has(range(one.last, term.first), "whom") or self.has(clitic, "clitic")
            return (near, one) if turned else (one, near)
        # "Im Finale besiegte X die Titelverteidigerin Y".
        free = not any(not self.aside(p) for p in before) and not self.aside(near, term.last)
        second = behind[1] if len(behind) > 1 and behind[1].first - near.last <= _BEHIND else None
        if not free or second is None or self.aside(second, near.last) or not words_of(self.code, "perfect"):
            return None
        return (second, near) if self.is_object(near) else (near, second)

    def _closed(self, term: Term, before: list[Party]) -> tuple[Party, Party] | None:
        """The parties of a verb that closes its clause: "hat Y besiegt", "wurde von Y besiegt"."""
        if len(before) < 2 or term.first - before[-1].last > _BEHIND or self.parted(before[-1].last, term.first, MARKS):
            return None
        one, other = before[-2:]
        # "X hat Y besiegt", "am Samstag hat X Y besiegt".
        lead = range(before[-3].last if len(before) > 2 else self.sentence.first, other.first)
        passive = self.has(lead, "passive") or self.has(range(term.last, min(term.last + 2, self.sentence.last)), "passive")
        if passive and self.led(other, one.last, "by"):
            return other, one
        if passive and self.led(one, lead.start, "by"):
            return one, other
        if self.has(lead, "perfect") and not self.aside(other) and not self.aside(one):
            return (other, one) if self.is_object(one) else (one, other)
        return None

    def _subordinate(self, term: Term, before: list[Party]) -> tuple[Party, Party] | None:
        """The parties of a verb that closes a subordinate clause: "dass X Y besiegte", "X, der Y besiegt hat"."""
        if not before or not words_of(self.code, "closing"):
            return None
        opens = next((i for i in range(term.first - 1, self.sentence.first, -1) if self.tokens[i].text in MARKS), None)
        first = self.sentence.first if opens is None else opens + 1
        held, word = [p for p in before if p.first >= first], self.tokens[first].key
        if word in words_of(self.code, "closing") and len(held) > 1:
            one, other = held[-2:]
        elif held and len(before) > len(held) and self.has(range(first, first + 1), "who", "whom"):
            one, other = before[-len(held) - 1], held[-1]
            if one.last != opens:
                return None
        else:
            return None
        if self.led(other, first, "by"):
            return (other, one) if self.has(range(first, min(term.last + 3, self.sentence.last)), "passive") else None
        if self.aside(other) or (one.first > first and self.aside(one)):
            return None
        return (other, one) if word in words_of(self.code, "whom") or (one.first > first and self.is_object(one)) else (one, other)

    def _apposed(self, party: Party) -> int:
        """Where a name begins, with the comma before one that stands between two: "pulled the driver, X, from the train"."""
        around = [self.tokens[i].text for i in (party.first - 1, party.last) if 0 <= i < self.sentence.last]
        return party.first - (around == [",", ","])

    def _doer(self, term: Term, before: list[Party]) -> Party | None:
        """Who stands before a verb and does it: nobody behind a preposition, in another's clause or with somebody else."""
        stand = [p for p in before if not self.aside(p) and not self.owns(p, term)]
        if not stand:
            return None
        one = stand[-1]
        # "Y, who had beaten X, lost to Z".
        opens = next((i for i in range(one.first - 1, self.sentence.first, -1) if self.tokens[i].text == ","), None)
        if opens is not None and self.has(range(opens + 1, opens + 2), "who") and self.parted(one.last, term.first, MARKS):
            one = next((p for p in reversed(stand) if p.last == opens), one)
        between = range(one.last, term.first)
        if len(between) > _BEFORE or self._joined(one, before) or self.has(between, "that") or self._other(one, term):
            return None
        return one

    def _other(self, one: Party, term: Term) -> bool:
        """True where somebody else does it: "X won and the coach praised Y", "the team that Y met beat Z"."""
        for i in range(one.last, term.first):
            if self.tokens[i].key in ands(self.code) and self.tokens[min(i + 1, term.first)].key in articles(self.code):
                return True
            if self.tokens[i].key in words_of(self.code, "whom") and any(t.text.isalnum() for t in self.tokens[one.last : i]):
                return True
        return False

    def _joined(self, party: Party, before: list[Party]) -> bool:
        """True for the second of two who do something together."""
        at = self.lead(party)
        return at > 0 and self.tokens[at].key in ands(self.code) and any(p.last >= at - 1 and p.last <= at for p in before)

    def _linked(self, term: Term, before: list[Party], behind: list[Party], frame: list[str]) -> tuple[Party, Party] | None:
        """The first and who stands behind a word of its own: "X won in Oslo against Y", "the victory of X over Y"."""
        link = frame[-2]
        other = next((p for p in behind if p.first - term.last <= _THIRD and self.led(p, term.last, link)), None)
        if other is None:
            # "X hat gegen Y gewonnen".
            held = before[-2:] if words_of(self.code, "perfect") else []
            other = next((p for p in reversed(held) if self.led(p, self.sentence.first, link)), None)
            if other is None or not frame[0] or self.parted(other.last, term.first, MARKS):
                return None
            one = self._doer(term, [p for p in before if p != other])
            return None if one is None else (one, other)
        one = self._doer(term, before) if frame[0] else None
        if one is None and behind[0] != other and not self.aside(behind[0], term.last):
            one = behind[0] if not frame[0] or not any(not self.aside(p) for p in before) else None
        return None if one is None or self.is_owner(other) else (one, other)

    def _third(self, term: Term, before: list[Party], behind: list[Party]) -> tuple[Party, Party] | None:
        """Who gives and who gets: the latter stands behind "to", or the former behind "from"."""
        near = [p for p in behind if p.first - term.last <= _THIRD and not self.is_owner(p)]
        held = before[-2:] if words_of(self.code, "perfect") and not near else []
        to = "receiver" if words_of(self.code, "receiver") else "to"
        start = term.last if near else self.sentence.first
        led = (p for p in (*near, *reversed(held)) if self.led(p, start, to))
        got = next((p for p in led if not self.of_another(p, start, to)), None)
        giver = next((p for p in (*near, *held) if p != got and self.led(p, start, "by")), None)
        one = self._doer(term, [p for p in before if p != got])
        if got is not None:
            doer = giver if giver is not None and self.has(range(self.sentence.first, term.first), "passive") else giver or one
            return None if doer is None else (doer, got)
        if one is None:
            return None
        source = next((p for p in near if self.led(p, term.last, "from")), None)
        if source is not None:
            return source, one
        # "X lent Y a boat", "Y was lent a boat by X".
        bare = words_of(self.code, "bare")
        if near and near[0].first - term.last < LED and self.is_thing(near[0].last, bare):
            return one, near[0]
        return (giver, one) if giver is not None and self.is_thing(term.last, bare) else None

    def _framed(self, term: Term, pair: tuple[Party, Party], word: str) -> bool:
        """True where the word that closes a verb follows in its clause: "nahm … fest"; "next": where both are beside a noun."""
        if word == NEXT:
            first, last = sorted(pair)
            between = [*self.tokens[first.last : term.first], *self.tokens[term.last : last.first]]
            return all(t.key in articles(self.code) for t in between if t.text.isalnum())
        start = term.last
        for token in self.tokens[start : min(start + _CLOSE, self.sentence.last)]:
            if token.key == word:
                return True
            if token.text in STRONG:
                break
        return False
