"""Whose each of several figures is: a sentence cut between its figures, and what each part names that could have one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from claimdiff.judge.scene import Place, Scene
from claimdiff.language import grammar
from claimdiff.model import Claim, Passage
from claimdiff.text import Token, plain, tokenise

PERSON, NAME, THING, WORD = "person", "name", "thing", "word"
# Figures of these kinds are told apart by kind and unit; ages, spans and counts may be read as one another.
_APART = frozenset({"percentage", "money"})
FIGURES = _APART | {"quantity", "number", "age", "duration"}
_STRONG, _COMMAS, _DASHES, _CLOSING = frozenset(";"), frozenset(","), frozenset("–—:"), frozenset(")]")
# The tables whose words say what a thing is; what it does is told by others.
_NOUNS = frozenset({"concepts", "organisation_kinds", "portfolios", "roles"})
_SPELT, _PLACED = "spelt", frozenset({"organisation", "place"})
# What the keys of names begin with.
NAMES = _PLACED | {_SPELT}
# A capital word, or a part of a name, has so many letters; a last letter that makes a genitive is none of the name.
_LETTERS, _GENITIVE = 3, "s"
# Words of kindred languages share runs of letters, this share of them at least.
_GRAM, _HEAD, _WORD, _SHARE = 4, 9, 6, 0.5
# What is longer, in code points, is a list or no text at all.
_LONGEST = 1500
# A comma so close before a figure stands for a verb: "54 % for the one, and the other, 46 %".
_ELLIPSIS = 2


class Subject(NamedTuple):
    """What may have a figure: where it is named, the keys that two languages can share, its sort, a word's runs of letters."""

    start: int
    keys: frozenset[str]
    sort: str
    grams: frozenset[str] = frozenset()

    def same(self, other: Subject) -> bool:
        """True for what means the same, or words of kindred languages that are spelt much alike."""
        return bool(self.keys & other.keys) or len(self.grams & other.grams) >= _SHARE * max(len(self.grams), len(other.grams), 1)


class Clause(NamedTuple):
    """The part of a sentence that tells of one figure, which stands `at`.

    parted: no doubt where the next one begins; alone: the sentence has no other figure of this family.
    """

    place: Place
    family: str
    value: str
    passage: int
    at: int
    parted: bool
    alone: bool
    subjects: tuple[Subject, ...]


class _Cut(NamedTuple):
    """Where a text is parted between two figures: at one place, or somewhere between two."""

    low: int
    high: int
    clear: bool


@cache
def _words(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words for "and", and those for "while"."""
    return frozenset(grammar(code, "offices").get("and", ())), frozenset(grammar(code, "doings").get("while", ()))


def clauses(scene: Scene, document: int) -> list[Clause]:
    """Every figure of a version that shares its clause with no other one of its family, in text order by family.

    Sentences are left out of which no figure stands in another version.
    """
    homes: dict[tuple[str, int], list[Place]] = defaultdict(list)
    before, family = -1, ""
    for number, claim in enumerate(scene.claims[document]):
        passage = scene.passage((document, number))
        if claim.kind in FIGURES and not claim.outside and passage is not None and _is_sentence(passage):
            # A bare number behind an amount counts the same: "12 million euros for the one and 9 million for the other".
            family = family if passage.number == before and _bare(claim) else _family(claim)
            before = passage.number
            homes[family, before].append((document, number))
    told = scene.once(_told_twice)
    wanted = ((home, places) for home, places in homes.items() if any(scene.claim(p).value in told for p in places))
    out = [c for (family, number), places in wanted for c in _parted(scene, family, scene.passages[document][number], places)]
    return sorted(out, key=lambda c: (c.family, c.at))


def _is_sentence(passage: Passage) -> bool:
    return passage.cell is None and passage.end - passage.start <= _LONGEST


def _told_twice(scene: Scene) -> frozenset[str]:
    """The values that two versions tell."""
    held = Counter(v for claims in scene.claims for v in {c.value for c in claims if c.kind in FIGURES})
    return frozenset(v for v, count in held.items() if count > 1)


def _family(claim: Claim) -> str:
    return f"{claim.kind} {claim.unit or ''}" if claim.kind in _APART else ""


def _bare(claim: Claim) -> bool:
    return claim.kind == "number" and not (claim.unit or claim.about)


def _parted(scene: Scene, family: str, passage: Passage, places: Sequence[Place]) -> Iterator[Clause]:
    """The clauses of a sentence; none of two figures that nothing parts."""
    named = _subjects(scene, places[0][0], passage)
    cuts = [_cut(scene, one, other) for one, other in pairwise(places)]
    if len(places) == 2 and cuts[0] is None:
        cuts = [_turns(scene, places[0], places[1], named)]
    for n, place in enumerate(places):
        before, behind = cuts[n - 1] if n else None, cuts[n] if n < len(cuts) else None
        if (n and before is None) or (n < len(cuts) and behind is None):
            continue
        start, end = before.low if before else passage.start, behind.high if behind else passage.end
        held = tuple(s for s in named if start <= s.start < end)
        parted = behind is None or behind.clear
        claim = scene.claim(place)
        yield Clause(place, family, claim.value, passage.number, claim.start, parted, len(places) == 1, held)


def _cut(scene: Scene, one: Place, other: Place) -> _Cut | None:
    """Where the text between two figures parts them; None where nothing does."""
    start = scene.claim(one).end
    between = plain(scene.texts[one[0]][start : scene.claim(other).start]).text
    tokens = tokenise(between)
    if tokens and tokens[0].text in _CLOSING:
        return _Cut(start + tokens[0].end, start + tokens[0].end, True)
    ands, whiles = _words(scene.langs[one[0]])
    joints = [n for n, t in enumerate(tokens) if t.key in ands or t.key in whiles]
    commas = [n for n, t in enumerate(tokens) if t.text in _COMMAS and not _in_figure(between, t)]
    joined = {n + 1 for n in commas} & set(joints)
    strong = [n for n, t in enumerate(tokens) if t.text in _STRONG or n in joined or t.key in whiles]
    soft = sorted({*joints, *commas})
    if len(soft) > 1 and soft[-1] in commas and len(tokens) - soft[-1] <= _ELLIPSIS:
        soft.pop()
    found = strong or soft or [n for n, t in enumerate(tokens) if t.text in _DASHES]
    if not found:
        return None
    low, high = (start + tokens[found[n]].start for n in (0, -1))
    return _Cut(low, high, low == high and (bool(strong) or found[0] in joints))


def _turns(scene: Scene, one: Place, other: Place, named: list[Subject]) -> _Cut | None:
    """Where nothing parts two figures but what has them: behind the first if each has its subject before it ("54 to X's 46")."""
    first, second = scene.claim(one), scene.claim(other)
    told = [s.start for s in named if s.sort != WORD]
    between = any(first.end <= at < second.start for at in told)
    turns = between and any(at < first.start for at in told) and not any(at >= second.end for at in told)
    return _Cut(first.end, first.end, False) if turns else None


def _in_figure(text: str, mark: Token) -> bool:
    """True for the comma of "2,5"."""
    return text[max(0, mark.start - 1) : mark.start].isdigit() and text[mark.end : mark.end + 1].isdigit()


def _subjects(scene: Scene, document: int, passage: Passage) -> list[Subject]:
    """What a sentence names: people, bodies, places, known things, and words with a capital, outside its figures."""
    told = [scene.claim((document, n)) for n in scene.begun(document, passage.start, passage.end)]
    taken = [(c.start, c.end) for c in told if c.kind in FIGURES or c.kind == "date"]
    found = [*_named(told), *_spelt(scene, document, passage, told), *_terms(passage)]
    free = sorted((s for s in found if not any(a <= s.start < b for a, b in taken)), key=lambda s: s.start)
    return [_joined(list(group)) for _, group in groupby(free, key=lambda s: s.start)]


def _joined(group: list[Subject]) -> Subject:
    """One subject of all that stands at one place."""
    sorts = {s.sort for s in group}
    sort = next(s for s in (PERSON, NAME, THING, WORD) if s in sorts)
    grams = frozenset().union(*(s.grams for s in group)) if sort in (THING, WORD) else frozenset[str]()
    return Subject(group[0].start, frozenset().union(*(s.keys for s in group)), sort, grams)


def _named(told: list[Claim]) -> Iterator[Subject]:
    for claim in told:
        if claim.kind == "person":
            parts = (claim.details.get("family") or claim.value).split()
            yield Subject(claim.start, frozenset(f"{_SPELT}:{p.rstrip(_GENITIVE)}" for p in parts if len(p) >= _LETTERS), PERSON)
        elif claim.kind in _PLACED:
            yield Subject(claim.start, frozenset({f"{claim.kind}:{claim.value}"}), NAME)


def _spelt(scene: Scene, document: int, passage: Passage, told: list[Claim]) -> Iterator[Subject]:
    """Words with a capital, names that nothing else is known of; other words by their letters."""
    people = [c for c in told if c.kind == "person"]
    for token in scene.tokens(document)[passage.number]:
        at = passage.start + token.start
        if not token.fold.isalpha() or any(c.start <= at < c.end for c in people):
            continue
        if len(token.fold) >= _LETTERS and token.text[:1].isupper():
            yield Subject(at, frozenset({f"{_SPELT}:{token.fold.rstrip(_GENITIVE)}"}), NAME)
        elif len(token.fold) >= _WORD:
            yield Subject(at, frozenset(), WORD, _grams(token.fold))


@lru_cache(maxsize=1 << 16)
def _grams(word: str) -> frozenset[str]:
    marked = f"^{word[:_HEAD]}"
    return frozenset(marked[i : i + _GRAM] for i in range(len(marked) - _GRAM + 1))


def _terms(passage: Passage) -> Iterator[Subject]:
    for start, key in passage.terms:
        yield Subject(start, frozenset({key}), THING if key.partition(":")[0] in _NOUNS else WORD)
