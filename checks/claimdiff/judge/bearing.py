"""Whose each word of a version is: what a sentence tells of each person that it names, and on which side of a verb."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from claimdiff.judge.scene import Place, Scene
from claimdiff.language import grammar
from claimdiff.model import Claim, Passage
from claimdiff.text import Token

_STRONG, _SOFT = frozenset(";:"), frozenset(",–—()")
# A word that means nothing known is told by its letters if it has so many.
_LETTERS = 5
_NOTHING: frozenset[str] = frozenset()
# What a stretch can say beside its words.
FIGURES = frozenset({"number", "quantity", "money", "percentage"})
_TOLD = frozenset({"place", "organisation", "date", "time", "ordinal"}) | FIGURES
# So many words before a name may describe it behind the word for "by".
_DESCRIBED = 4
# Who does, who has it done to them, or what is told of one alone.
SUBJECT, OBJECT, OWN = "subject", "object", ""

People = tuple[Place, ...]


class Bearer(NamedTuple):
    """Who bears a word: where they are named, by the fullest name, and on which side."""

    place: Place
    name: str
    side: str


class Said(NamedTuple):
    """A word of a version: where it stands, what it can mean, its letters, and who bears it."""

    start: int
    passage: int
    keys: frozenset[str]
    letters: str
    bearers: tuple[Bearer, ...]


class _Stretch(NamedTuple):
    """The words between two marks: the mark or word that opens it, its words, the people named in it."""

    opener: str
    words: tuple[Token, ...]
    people: People


class _Sentence(NamedTuple):
    """A passage with the people in it, and the words of its language that part clauses."""

    scene: Scene
    passage: Passage
    people: People
    ands: frozenset[str]
    joints: frozenset[str]
    by: frozenset[str]
    to: frozenset[str]

    def span(self, place: Place) -> tuple[int, int]:
        """Where a person is named, counted from the beginning of the passage."""
        claim = self.scene.claim(place)
        return claim.start - self.passage.start, claim.end - self.passage.start


def full(claim: Claim) -> str:
    """The person that a claim is about, by the fullest name."""
    return claim.details.get("full") or claim.value


@cache
def _words(code: str, file: str, key: str) -> frozenset[str]:
    return frozenset(grammar(code, file).get(key, ()))


def bearing(scene: Scene, document: int) -> list[Said]:
    """Every word of a version that says something, with who bears it."""
    lang = scene.langs[document]
    ands, by = _words(lang, "offices", "and"), _words(lang, "doings", "by")
    to = _words(lang, "doings", "to")
    joints = ands | _words(lang, "doings", "while")
    out: list[Said] = []
    for passage, tokens in zip(scene.passages[document], scene.tokens(document), strict=True):
        within = _within(scene, document, passage)
        people = tuple((document, n) for n, c in within if c.kind == "person" and not c.outside)
        sentence = _Sentence(scene, passage, people, ands, joints, by, to)
        out += _said(sentence, tokens, [c for _, c in within if c.kind in _TOLD])
    return out


def _within(scene: Scene, document: int, passage: Passage) -> list[tuple[int, Claim]]:
    return [(n, scene.claim((document, n))) for n in scene.begun(document, passage.start, passage.end)]


def _said(sentence: _Sentence, tokens: Sequence[Token], told: list[Claim]) -> Iterator[Said]:
    passage = sentence.passage
    keys: dict[int, set[str]] = defaultdict(set)
    for start, key in passage.terms:
        keys[start - passage.start].add(key)
    for claim in told:
        keys[claim.start - passage.start].add(f"{claim.kind}:{claim.value}")
    borne = _borne(sentence, tokens)
    spans = [sentence.span(p) for p in sentence.people]
    for start, _, text, _, fold in tokens:
        letters = fold if len(fold) >= _LETTERS and text.isalpha() else ""
        if (letters or start in keys) and not (spans and any(a <= start < b for a, b in spans)):
            said = frozenset(keys[start]) if start in keys else _NOTHING
            yield Said(passage.start + start, passage.number, said, letters, borne.get(start, ()))


class _Course:
    """How far a sentence has come: whom its clause began with, whom it named last, and who was named alone just before."""

    def __init__(self, sentence: _Sentence) -> None:
        """At the beginning."""
        self._sentence = sentence
        self._subject: People = ()
        self._last: People = ()
        self._before: People = ()
        self._alone: People = ()

    def goes_on(self, stretch: _Stretch) -> None:
        """A new clause begins behind a strong mark."""
        if stretch.opener in _STRONG:
            self._before, self._subject, self._last = self._last or self._before, (), ()

    def names(self, stretch: _Stretch) -> dict[int, tuple[Bearer, ...]]:
        """Who bears the words of a stretch that names somebody; "X and Y did" is told of both."""
        joined = stretch.opener in self._sentence.ands and self._alone
        people = (*self._alone, *stretch.people) if joined else stretch.people
        self._subject = self._subject or stretch.people[:1]
        self._last = stretch.people[-1:]
        self._alone = people if _bare(self._sentence, stretch) else ()
        if joined:
            return {t.start: _bearers(self._sentence, people) for t in stretch.words}
        return _shared_out(self._sentence, stretch)

    def tells(self, stretch: _Stretch, ahead: People) -> dict[int, tuple[Bearer, ...]]:
        """Who bears the words of one that names nobody: who stands before it in its clause, or else ahead, or else before that."""
        self._alone = ()
        nearest = self._subject if stretch.opener in self._sentence.joints else self._last
        people = nearest or self._subject or ahead or self._before
        return {t.start: _bearers(self._sentence, people) for t in stretch.words}


def _borne(sentence: _Sentence, tokens: Sequence[Token]) -> dict[int, tuple[Bearer, ...]]:
    """Where a word begins in the passage -> who bears it."""
    out: dict[int, tuple[Bearer, ...]] = {}
    stretches = list(_stretches(sentence, tokens)) if sentence.people else []
    course = _Course(sentence)
    for number, stretch in enumerate(stretches):
        course.goes_on(stretch)
        ahead = next((s.people[:1] for s in stretches[number:] if s.people), ())
        out.update(course.names(stretch) if stretch.people else course.tells(stretch, ahead))
    return out


def _bearers(sentence: _Sentence, people: People) -> tuple[Bearer, ...]:
    return tuple(_bearer(sentence, p) for p in people)


def _bearer(sentence: _Sentence, place: Place, side: str = OWN) -> Bearer:
    return Bearer(place, full(sentence.scene.claim(place)), side)


def _bare(sentence: _Sentence, stretch: _Stretch) -> bool:
    """True for a stretch that is a name and nothing else."""
    spans = [sentence.span(p) for p in stretch.people]
    return all(any(a <= t.start < b for a, b in spans) for t in stretch.words)


def _stretches(sentence: _Sentence, tokens: Sequence[Token]) -> Iterator[_Stretch]:
    spans = [sentence.span(p) for p in sentence.people]
    opener, words = "", list[Token]()
    for token in tokens:
        parts = token.text in _STRONG or token.text in _SOFT or token.key in sentence.joints
        if parts and not any(a <= token.start < b for a, b in spans):
            yield from _stretch(sentence, opener, words)
            opener, words = token.key, []
        else:
            words.append(token)
    yield from _stretch(sentence, opener, words)


def _stretch(sentence: _Sentence, opener: str, words: list[Token]) -> Iterator[_Stretch]:
    if words:
        people = (p for p in sentence.people if words[0].start <= sentence.span(p)[0] <= words[-1].start)
        yield _Stretch(opener, tuple(words), tuple(people))


def _shared_out(sentence: _Sentence, stretch: _Stretch) -> dict[int, tuple[Bearer, ...]]:
    """Who bears the words of a stretch that names somebody: those between two people and behind them are told of both."""
    out: dict[int, tuple[Bearer, ...]] = {}
    spans = {p: sentence.span(p) for p in stretch.people}
    for token in stretch.words:
        before = [p for p in stretch.people if spans[p][1] <= token.start]
        behind = [p for p in stretch.people if spans[p][0] > token.start]
        if not before or len(stretch.people) == 1:
            out[token.start] = (_bearer(sentence, stretch.people[0]),)
        elif behind:
            out[token.start] = _both(sentence, stretch, before[-1], behind[0])
        else:
            out[token.start] = tuple(_bearer(sentence, p) for p in before)
    return out


def _both(sentence: _Sentence, stretch: _Stretch, one: Place, other: Place) -> tuple[Bearer, ...]:
    """Two people of whom the first does something to the second, or the other way round where a small word says so."""
    start = sentence.span(other)[0]
    near = [t for t in stretch.words if sentence.span(one)[1] <= t.start < start][-_DESCRIBED:]
    ahead = [t for t in stretch.words if t.start < sentence.span(one)[0]]
    turned = any(t.key in sentence.by for t in near) or (0 < len(ahead) < _DESCRIBED and ahead[0].key in sentence.to)
    sides = (OBJECT, SUBJECT) if turned else (SUBJECT, OBJECT)
    return _bearer(sentence, one, sides[0]), _bearer(sentence, other, sides[1])
