"""Two people with one surname between them: "Anna and Marc Vidal" are Anna Vidal and Marc Vidal."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from claimdiff.claims.found import Found
from claimdiff.claims.people_judge import Judge
from claimdiff.claims.people_names import Name
from claimdiff.claims.people_words import Run, Word
from claimdiff.language import grammar


def sharing(found: Found, judge: Judge, lines: Sequence[Run], names: Sequence[Name]) -> Iterator[tuple[Word, str]]:
    """(a given name, the full name that it stands for) for the given names that an "and" joins to a full name behind it."""
    joiners = frozenset(grammar(found.language.code, "offices").get("and", ()))
    held = {w.first for name in names for w in name.words}
    firsts = [run.words[0].first for run in lines]
    for name in names:
        joiner = name.words[0].first - 1
        if len(name.words) < 2 or joiner < 0 or found.reading.tokens[joiner].key not in joiners:
            continue
        run = lines[max(0, bisect_left(firsts, joiner) - 1)]
        at = next((at for at, word in enumerate(run.words) if word.last == joiner), None)
        if at is None:
            continue
        word = run.words[at]
        if word.first not in held and word.key != name.words[0].key and name.words[0].given and _alone(judge, run, at):
            yield word, f"{word.key} {' '.join(name.key.split()[1:])}"


def _alone(judge: Judge, run: Run, at: int) -> bool:
    """True for a single given name that is no place, nor the end of another name."""
    word, around, vocab = run.words[at], judge.around, judge.vocab
    known = word.first in around.places or word.first in around.organisations or word.key in vocab.starters
    if known or word.initial or word.shouted or not word.given or word.key in around.small:
        return False
    before = run.words[at - 1] if at else None
    if before is None:
        return True
    noun = vocab.nouns_have_capitals and not before.given and before.first not in around.places
    return not before.capital or noun or judge.tells(before) or before.key in vocab.starters
