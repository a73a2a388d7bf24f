"""Claims: steps that follow each other: the lines of a numbered list, the clauses around "before", "after" and "then"."""

from __future__ import annotations

from collections.abc import Iterator, Set

from claimdiff.claims.clauses import terms_between
from claimdiff.claims.found import Found
from claimdiff.language import Term
from claimdiff.model import Claim
from claimdiff.text import Sentence

EARLIER, LATER, NEXT = "forward", "backward", "next"
# A list of fewer numbered lines is told by its numbers in nothing; numbers of more digits are years.
FEWEST, DIGITS = 3, 2
# A clause has so many words of some length; a shorter one says too little to be known again.
_WORDS, _LONG = 2, 3
_MASKED = "   "
_NUMBERING, _PARTING = frozenset(".)°"), frozenset(",;:–—")
# Offsets of the steps of one sequence, in the order in which they happen.
Sequence = list[tuple[int, int]]


def find(found: Found) -> list[Claim]:
    """A `step` for every line of a numbered list and every clause of a sequence: its value is its place in it."""
    sequences = [*(("list", s) for s in _lists(found)), *(("clauses", s) for s in _told(found))]
    return [
        Claim("step", start, end, str(place), details={"of": str(number), "form": form}, found_by=f"steps.{form}")
        for number, (form, sequence) in enumerate(sequences)
        for place, (start, end) in enumerate(sequence, 1)
    ]


def _lists(found: Found) -> Iterator[Sequence]:
    """The numbered lists: lines 1, 2, 3; also lines behind the blanks of a marker that Markdown's reader has masked."""
    run: Sequence = []
    for sentence in found.reading.sentences:
        number = _number(found, sentence, len(run) + 1)
        if number is None:
            # Further sentences of a line belong to it; a line without a marker ends the list.
            if _opens(found, sentence) and run:
                yield from _long(run)
                run = []
        elif number == len(run) + 1:
            run.append((sentence.start, sentence.end))
        else:
            yield from _long(run)
            run = [(sentence.start, sentence.end)] if number == 1 else []
    yield from _long(run)


def _long(run: Sequence) -> Iterator[Sequence]:
    if len(run) >= FEWEST:
        yield run


def _opens(found: Found, sentence: Sentence) -> bool:
    """True for a sentence that begins its line."""
    return not sentence.first or "\n" in found.reading.gap(sentence.first)


def _number(found: Found, sentence: Sentence, awaited: int) -> int | None:
    """The number that a line begins with; the one that is awaited where a marker is masked."""
    if not _opens(found, sentence):
        return None
    tokens = found.reading.tokens[sentence.first : sentence.first + FEWEST]
    if found.reading.text.endswith(_MASKED, 0, sentence.start):
        return awaited
    marked = sentence.last - sentence.first >= FEWEST and tokens[1].text in _NUMBERING and tokens[1].start == tokens[0].end
    return int(tokens[0].text) if marked and tokens[0].text.isdecimal() and len(tokens[0].text) <= DIGITS else None


def _told(found: Found) -> Iterator[Sequence]:
    """The clauses that a word of order parts: "before X, Y", "Y, then X", "Y after X"."""
    names = found.named("person", "place", "organisation") if found.of("sequence") else frozenset[int]()
    for number, sentence in enumerate(found.reading.sentences):
        terms = [t for t in terms_between(found, "sequence", sentence.first, sentence.last) if t.id in (EARLIER, LATER, NEXT)]
        if len(terms) == 1:
            before = found.reading.sentences[number - 1] if number else None
            parts = _then(found, sentence, before, terms[0]) if terms[0].id == NEXT else _around(found, sentence, terms[0])
            if parts and all(_says(found, names, *part) for part in parts):
                yield [found.span(*part) for part in parts]


def _then(found: Found, sentence: Sentence, before: Sentence | None, term: Term) -> list[tuple[int, int]]:
    """What stands before and behind "then", where it begins a clause or the sentence."""
    behind = (term.last, sentence.last)
    if term.first == sentence.first:
        return [(before.first, before.last), behind] if before else []
    parted = found.reading.tokens[term.first - 1].text in _PARTING
    return [(sentence.first, term.first - 1), behind] if parted else []


def _around(found: Found, sentence: Sentence, term: Term) -> list[tuple[int, int]]:
    """The clause behind "before" or "after" and the one that it goes with, in the order in which they happen."""
    tokens = found.reading.tokens
    comma = next((i for i in range(term.last, sentence.last) if tokens[i].text == ","), sentence.last)
    if term.first > sentence.first:
        main, other = (sentence.first, term.first), (term.last, comma)
    else:
        main, other = (comma + 1, sentence.last), (term.last, comma)
    return [main, other] if term.id == EARLIER else [other, main]


def _says(found: Found, names: Set[int], first: int, last: int) -> bool:
    """True for a clause: some words beside the names in it."""
    words = [i for i in range(first, last) if len(found.reading.tokens[i].text) > _LONG and found.reading.tokens[i].text.isalpha()]
    return len(words) >= _WORDS and sum(index not in names for index in words) >= _WORDS
