"""Claims: who did what to whom, as far as names tell ("X beat Y", "Y was beaten by X", "X scored from a pass by Y")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from claimdiff.claims.found import Found
from claimdiff.claims.order_steps import NAME, Step, capitals, key_of
from claimdiff.language import Term, grammar, world
from claimdiff.model import Claim
from claimdiff.text import Sentence, folded

TABLE = "deeds"
# So many words lie at most between the verb and who stands before it, behind it, behind "to", or beside a word for one party.
_BEFORE, _BEHIND, _THIRD, _BESIDE = 14, 8, 16, 5
# So many words lie at most between a particle and the name that it belongs to, and up to the particle that closes a verb.
_LED, _CLOSE = 5, 12
# The end of a row's id where but articles and marks may stand between: "X, the lawyer of Y".
_NEXT = "next"
# The end of the id of a row whose other party needs no "to", though the deed has a third thing: "X robbed Y of".
_DIRECT = "direct"
_MONEY = frozenset("$£€")
# Marks that part what is told of two.
_STRONG = frozenset(';:!?()«»“”„"')
_MARKS = _STRONG | frozenset(",–—")
# Who are set against each other: people first, then bodies and what no lexicon has, then countries and towns.
_TIERS = (frozenset({"person"}), frozenset({"person", "organisation", NAME}), frozenset({"place"}))


class _Party(NamedTuple):
    """A name as tokens first:last, as the order of a sentence knows it."""

    first: int
    last: int
    step: Step


class _Deed(NamedTuple):
    """The two parties of a deed, the doer first."""

    id: str
    doer: _Party
    other: _Party


def find(found: Found) -> list[Claim]:
    """A `deed` claim for every verb whose two parties are named."""
    by_sentence: dict[int, list[Term]] = defaultdict(list)
    for term in found.of(TABLE):
        by_sentence[found.reading.sentence_at(found.span(term.first, term.last)[0])].append(term)
    claims: dict[tuple[str, int, int], Claim] = {}
    for number, terms in by_sentence.items():
        for deed in _Told(found, found.reading.sentences[number]).deeds(terms):
            claim = _claim(deed)
            if claim is not None:
                claims[claim.value, claim.start, claim.end] = claim
    return list(claims.values())


def _claim(deed: _Deed) -> Claim | None:
    one, other = deed.doer.step, deed.other.step
    if one.key == other.key:
        return None
    details = {"deed": deed.id, "first": one.key, "second": other.key, "of": one.sort if one.sort == other.sort else NAME}
    start, end = min(one.start, other.start), max(one.end, other.end)
    return Claim("deed", start, end, f"{deed.id}: {one.key} > {other.key}", details=details, found_by="deeds.verb")


@cache
def _words(code: str, key: str) -> frozenset[str]:
    return frozenset(grammar(code, "doings").get(key, ()))


@cache
def _articles(code: str) -> frozenset[str]:
    return frozenset({*grammar(code, "offices")["articles"], *grammar(code, "quantities")["definite"], *_words(code, "one")})


@cache
def _openers(code: str) -> frozenset[str]:
    return _articles(code) | frozenset(grammar(code, "people")["starters"].split())


@cache
def _ands(code: str) -> frozenset[str]:
    return frozenset(grammar(code, "offices")["and"])


class _Told:
    """A sentence with the names in it."""

    def __init__(self, found: Found, sentence: Sentence) -> None:
        """The names that claims tell, and those that no lexicon has."""
        self._found, self._sentence = found, sentence
        self._tokens, self._code = found.reading.tokens, found.language.code
        claims = found.starting(sentence.first, sentence.last, "person", "organisation", "place")
        steps = [Step(c.start, c.end, key_of(c), c.kind) for c in claims if c.end <= sentence.end]
        at = found.reading.token_at
        named = sorted({*steps, *capitals(found, sentence, steps, opening=True)})
        verbs = {i for t in found.of(TABLE) for i in range(t.first, t.last)}
        parties = [p for s in named for p in self._split(_Party(at(s.start), at(s.end), s), verbs)]
        self._parties = [p for p in parties if p.step.sort != NAME or self._is_name(p)]
        self._known = {i for p in parties if p.step.sort != NAME for i in range(p.first, p.last)}

    def _split(self, party: _Party, verbs: set[int]) -> Iterator[_Party]:
        """The names of a run of capitals that a verb or a word for "by" parts: "Ferrand by Norrvik", "Norrvik bat Ferrand"."""
        if party.step.sort != NAME:
            yield party
            return
        first = party.first
        for at in range(party.first, party.last + 1):
            here = range(at, min(at + 1, party.last))
            small = self._has(here, "by", "over", "on", "parts") and self._tokens[at].text.islower()
            if small or at == party.last or at in verbs or not self._found.free(at, at + 1):
                if first < at:
                    one, last = self._tokens[first], self._tokens[at - 1]
                    yield _Party(first, at, Step(one.start, last.end, folded(last.key), NAME))
                first = at + 1

    def _is_name(self, party: _Party) -> bool:
        """False for dates, and for the word that opens a sentence."""
        alone = party.last - party.first < 2 and self._tokens[party.first].key in _openers(self._code)
        return not alone and self._found.free(party.first, party.last)

    def deeds(self, terms: Sequence[Term]) -> Iterator[_Deed]:
        """The deeds that these words tell, each with both parties."""
        alone: dict[str, dict[str, list[_Party]]] = defaultdict(lambda: defaultdict(list))
        for term in terms:
            if self._to_oneself(term):
                continue
            deed, _, sides = term.id.partition("/")
            frame = sides.split("_")
            if "a" in frame and "b" in frame:
                pair = self._pair(term, deed, frame)
                if pair is not None:
                    yield _Deed(deed, *(pair if frame.index("a") < frame.index("b") else pair[::-1]))
            else:
                party = self._nearest(term, bool(frame[0]))
                if party is not None:
                    alone[deed][frame[0] or frame[1]].append(party)
        for deed, told in alone.items():
            one, other = ({p.step.key: p for p in told[side]} for side in "ab")
            if len(one) == len(other) == 1:
                yield _Deed(deed, *one.values(), *other.values())

    def _to_oneself(self, term: Term) -> bool:
        """True behind "oneself": done so it is another deed ("se despidió X")."""
        at = term.first - 1
        at -= at > self._sentence.first and self._has(range(at, at + 1), "have")
        before = at >= self._sentence.first and self._has(range(at, at + 1), "self")
        behind = range(term.last, min(term.last + 1, self._sentence.last))
        return before or any(self._found.reading.gap(i) == "-" and self._has(behind, "self") for i in behind)

    def _nearest(self, term: Term, before: bool) -> _Party | None:
        """The person, or else the name, right before or behind a word for one party."""
        for tier in _TIERS[:2]:
            people = [p for p in self._parties if p.step.sort in tier]
            ahead = [p for p in people if p.last <= term.first and not self._parted(p.last, term.first, _STRONG)]
            behind = [p for p in people if term.last <= p.first <= term.last + _BESIDE]
            behind = behind if behind and not self._parted(term.last, behind[0].first, _MARKS) else []
            if before:
                near = [p for p in ahead if term.first - p.last <= _BESIDE and not self._aside(p) and not self._owns(p, term)]
                if near:
                    return near[-1]
                # "In der 88. Minute traf X".
                behind = [] if any(not self._aside(p) for p in ahead) else [p for p in behind if not self._aside(p)]
            if behind:
                return behind[0]
        return None

    def _pair(self, term: Term, deed: str, frame: list[str]) -> tuple[_Party, _Party] | None:
        """Who is told first and who second, in the order of an active verb."""
        for tier in _TIERS:
            parties = [p for p in self._parties if p.step.sort in tier and not (p.first < term.last and term.first < p.last)]
            before = [p for p in parties if p.last <= term.first and not self._parted(p.last, term.first, _STRONG)]
            behind = [p for p in parties if p.first >= term.last and not self._parted(term.last, self._apposed(p), _MARKS)]
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

    def _around(self, term: Term, before: list[_Party], behind: list[_Party]) -> tuple[_Party, _Party] | None:
        closed = self._closed(term, before) or self._subordinate(term, before)
        if closed is not None:
            return closed
        near = behind[0] if behind and behind[0].first - term.last <= _BEHIND else None
        if near is None or self._is_owner(near):
            return None
        # "Die Übernahme von Y durch X".
        if term.last - term.first > 1 and len(behind) > 1 and self._led(behind[1], near.last, "by"):
            # "Die Tochter von Y besiegte den Sohn von X".
            return None if self._repeated(behind[1], term) else (behind[1], near)
        one = self._doer(term, before)
        if one is not None:
            if self._led(near, term.last, "by"):
                return (near, one) if self._is_passive(one.last, term) and not self._of_another(near, term.last, "by") else None
            if self._aside(near, term.last):
                return None
            if self._is_object(one):
                return (near, one) if one.last == term.first else None
            # "X, que bat Y", "X lo sostituisce Y".
            clitic = range(max(one.last, term.first - 2), term.first)
            turned = self._has(range(one.last, term.first), "whom") or self._has(clitic, "clitic")
            return (near, one) if turned else (one, near)
        # "Im Finale besiegte X die Titelverteidigerin Y".
        free = not any(not self._aside(p) for p in before) and not self._aside(near, term.last)
        second = behind[1] if len(behind) > 1 and behind[1].first - near.last <= _BEHIND else None
        if not free or second is None or self._aside(second, near.last) or not _words(self._code, "perfect"):
            return None
        return (second, near) if self._is_object(near) else (near, second)

    def _closed(self, term: Term, before: list[_Party]) -> tuple[_Party, _Party] | None:
        """The parties of a verb that closes its clause: "hat Y besiegt", "wurde von Y besiegt"."""
        if len(before) < 2 or term.first - before[-1].last > _BEHIND or self._parted(before[-1].last, term.first, _MARKS):
            return None
        one, other = before[-2:]
        # "X hat Y besiegt", "am Samstag hat X Y besiegt".
        lead = range(before[-3].last if len(before) > 2 else self._sentence.first, other.first)
        passive = self._has(lead, "passive") or self._has(range(term.last, min(term.last + 2, self._sentence.last)), "passive")
        if passive and self._led(other, one.last, "by"):
            return other, one
        if passive and self._led(one, lead.start, "by"):
            return one, other
        if self._has(lead, "perfect") and not self._aside(other) and not self._aside(one):
            return (other, one) if self._is_object(one) else (one, other)
        return None

    def _subordinate(self, term: Term, before: list[_Party]) -> tuple[_Party, _Party] | None:
        """The parties of a verb that closes a subordinate clause: "dass X Y besiegte", "X, der Y besiegt hat"."""
        if not before or not _words(self._code, "closing"):
            return None
        opens = next((i for i in range(term.first - 1, self._sentence.first, -1) if self._tokens[i].text in _MARKS), None)
        first = self._sentence.first if opens is None else opens + 1
        held, word = [p for p in before if p.first >= first], self._tokens[first].key
        if word in _words(self._code, "closing") and len(held) > 1:
            one, other = held[-2:]
        elif held and len(before) > len(held) and self._has(range(first, first + 1), "who", "whom"):
            one, other = before[-len(held) - 1], held[-1]
            if one.last != opens:
                return None
        else:
            return None
        if self._led(other, first, "by"):
            return (other, one) if self._has(range(first, min(term.last + 3, self._sentence.last)), "passive") else None
        if self._aside(other) or (one.first > first and self._aside(one)):
            return None
        return (other, one) if word in _words(self._code, "whom") or (one.first > first and self._is_object(one)) else (one, other)

    def _apposed(self, party: _Party) -> int:
        """Where a name begins, with the comma before one that stands between two: "pulled the driver, X, from the train"."""
        around = [self._tokens[i].text for i in (party.first - 1, party.last) if 0 <= i < self._sentence.last]
        return party.first - (around == [",", ","])

    def _doer(self, term: Term, before: list[_Party]) -> _Party | None:
        """Who stands before a verb and does it: nobody behind a preposition, in another's clause or with somebody else."""
        stand = [p for p in before if not self._aside(p) and not self._owns(p, term)]
        if not stand:
            return None
        one = stand[-1]
        # "Y, who had beaten X, lost to Z".
        opens = next((i for i in range(one.first - 1, self._sentence.first, -1) if self._tokens[i].text == ","), None)
        if opens is not None and self._has(range(opens + 1, opens + 2), "who") and self._parted(one.last, term.first, _MARKS):
            one = next((p for p in reversed(stand) if p.last == opens), one)
        between = range(one.last, term.first)
        if len(between) > _BEFORE or self._joined(one, before) or self._has(between, "that") or self._other(one, term):
            return None
        return one

    def _other(self, one: _Party, term: Term) -> bool:
        """True where somebody else does it: "X won and the coach praised Y", "the team that Y met beat Z"."""
        for i in range(one.last, term.first):
            if self._tokens[i].key in _ands(self._code) and self._tokens[min(i + 1, term.first)].key in _articles(self._code):
                return True
            if self._tokens[i].key in _words(self._code, "whom") and any(t.text.isalnum() for t in self._tokens[one.last : i]):
                return True
        return False

    def _joined(self, party: _Party, before: list[_Party]) -> bool:
        """True for the second of two who do something together."""
        at = self._lead(party)
        return at > 0 and self._tokens[at].key in _ands(self._code) and any(p.last >= at - 1 and p.last <= at for p in before)

    def _lead(self, party: _Party) -> int:
        """The word before a name, an article (in German with a noun) between them left out."""
        at = party.first - 1
        while _words(self._code, "object") and at > self._sentence.first and self._is_noun(at):
            at -= 1
        return at - (at > self._sentence.first and self._tokens[at].key in _articles(self._code))

    def _repeated(self, party: _Party, term: Term) -> bool:
        """True behind the preposition with which a term ends."""
        return self._tokens[self._lead(party)].key == self._tokens[term.last - 1].key

    def _is_noun(self, at: int) -> bool:
        """True for a word with a capital that is in no name and no date."""
        return self._tokens[at].text[:1].isupper() and at not in self._known and self._found.free(at, at + 1)

    def _aside(self, party: _Party, start: int = 0) -> bool:
        """True behind a preposition: "with X", "the coach of X"."""
        at = self._lead(party)
        return at >= max(start, self._sentence.first) and self._tokens[at].key in _words(self._code, "aside")

    def _of_another(self, party: _Party, start: int, key: str) -> bool:
        """True behind another preposition than the one that leads up to it: "by the father of X", "sold to the son of X"."""
        at = self._lead(party)
        return self._aside(party, start) and not self._has(range(at, at + 1), key)

    def _is_owner(self, party: _Party) -> bool:
        return self._has(range(party.last, min(party.last + 1, self._sentence.last)), "owner")

    def _owns(self, party: _Party, term: Term) -> bool:
        """True for "X's coach beat …", but not for "X's 2-1 win over …"."""
        if not self._is_owner(party) or party.last == term.first:
            return False
        between = [t.text for t in self._tokens[party.last + 1 : term.first] if t.text.isalnum()]
        return term.last - term.first < 2 or not all(text[:1].isdigit() for text in between)

    def _is_passive(self, start: int, term: Term) -> bool:
        """True where nothing but a word for "by" tells the passive, or a verb of it stands beside."""
        return not _words(self._code, "passive") or self._has(range(start, min(term.last + 2, self._sentence.last)), "passive")

    def _is_object(self, party: _Party) -> bool:
        """True behind an article that only an object has: "den Titelverteidiger X"."""
        at = party.first - 1
        while at > self._sentence.first and party.first - at < _LED and self._tokens[at].text[:1].isupper():
            at -= 1
        return at >= self._sentence.first and self._tokens[at].key in _words(self._code, "object")

    def _linked(self, term: Term, before: list[_Party], behind: list[_Party], frame: list[str]) -> tuple[_Party, _Party] | None:
        """The first and who stands behind a word of its own: "X won in Oslo against Y", "the victory of X over Y"."""
        link = frame[-2]
        other = next((p for p in behind if p.first - term.last <= _THIRD and self._led(p, term.last, link)), None)
        if other is None:
            # "X hat gegen Y gewonnen".
            held = before[-2:] if _words(self._code, "perfect") else []
            other = next((p for p in reversed(held) if self._led(p, self._sentence.first, link)), None)
            if other is None or not frame[0] or self._parted(other.last, term.first, _MARKS):
                return None
            one = self._doer(term, [p for p in before if p != other])
            return None if one is None else (one, other)
        one = self._doer(term, before) if frame[0] else None
        if one is None and behind[0] != other and not self._aside(behind[0], term.last):
            one = behind[0] if not frame[0] or not any(not self._aside(p) for p in before) else None
        return None if one is None or self._is_owner(other) else (one, other)

    def _third(self, term: Term, before: list[_Party], behind: list[_Party]) -> tuple[_Party, _Party] | None:
        """Who gives and who gets: the latter stands behind "to", or the former behind "from"."""
        near = [p for p in behind if p.first - term.last <= _THIRD and not self._is_owner(p)]
        held = before[-2:] if _words(self._code, "perfect") and not near else []
        to = "receiver" if _words(self._code, "receiver") else "to"
        start = term.last if near else self._sentence.first
        led = (p for p in (*near, *reversed(held)) if self._led(p, start, to))
        got = next((p for p in led if not self._of_another(p, start, to)), None)
        giver = next((p for p in (*near, *held) if p != got and self._led(p, start, "by")), None)
        one = self._doer(term, [p for p in before if p != got])
        if got is not None:
            doer = giver if giver is not None and self._has(range(self._sentence.first, term.first), "passive") else giver or one
            return None if doer is None else (doer, got)
        if one is None:
            return None
        source = next((p for p in near if self._led(p, term.last, "from")), None)
        if source is not None:
            return source, one
        # "X lent Y a boat", "Y was lent a boat by X".
        bare = _words(self._code, "bare")
        if near and near[0].first - term.last < _LED and self._is_thing(near[0].last, bare):
            return one, near[0]
        return (giver, one) if giver is not None and self._is_thing(term.last, bare) else None

    def _is_thing(self, at: int, bare: frozenset[str]) -> bool:
        """True where an article or a figure begins what is given."""
        token = self._tokens[at] if at < self._sentence.last else None
        return bool(bare) and token is not None and (token.key in bare or token.text[:1].isdigit() or token.text[:1] in _MONEY)

    def _led(self, party: _Party, start: int, key: str) -> bool:
        """True where a word of this sort leads up to a name from behind `start`."""
        words = _words(self._code, key)
        for index in range(party.first - 1, max(start, party.first - _LED) - 1, -1):
            if self._tokens[index].text[:1].isdigit():
                return False
            if self._tokens[index].key in words:
                return True
        return False

    def _framed(self, term: Term, pair: tuple[_Party, _Party], word: str) -> bool:
        """True where the word that closes a verb follows in its clause: "nahm … fest"; "next": where both are beside a noun."""
        if word == _NEXT:
            first, last = sorted(pair)
            between = [*self._tokens[first.last : term.first], *self._tokens[term.last : last.first]]
            return all(t.key in _articles(self._code) for t in between if t.text.isalnum())
        start = term.last
        for token in self._tokens[start : min(start + _CLOSE, self._sentence.last)]:
            if token.key == word:
                return True
            if token.text in _STRONG:
                break
        return False

    def _has(self, tokens: range, *keys: str) -> bool:
        return any(self._tokens[i].key in _words(self._code, key) for i in tokens for key in keys)

    def _parted(self, first: int, last: int, marks: frozenset[str]) -> bool:
        return any(self._tokens[i].text in marks for i in range(first, last))
