"""What a text says right behind a name that nobody knows: a calling, an age, where somebody is from."""

from __future__ import annotations

from collections.abc import Sequence

from claimdiff.claims.people_trim import Trimmer
from claimdiff.claims.people_vocabulary import Vocabulary
from claimdiff.claims.people_words import Run, Word

# So many words at most are an office, the body that it is of, and a comma.
_BODY = 12
# A calling stands close behind its comma: ", une jeune épidémiologiste".
_NEAREST = 4
_MARKS = ",;:.!?)—–"
_YOUNGEST, _OLDEST = 10, 110
# What is enough for a person; less has to be borne out by something else.
_ENOUGH, _HALF = 3, 1


def told(trimmer: Trimmer, words: Sequence[Word], before: Sequence[Word], run: Run) -> int:
    """How much an apposition behind words that nothing is known of says that they are a person."""
    after, vocab = run.after, trimmer.vocab
    if len(after) < 3 or after[0].text not in ",(" or words[-1] is not run.words[-1] or not _unknown(trimmer, words):
        return 0
    if run.titled or (run.opens and words[0] is run.words[0] and len(words) > 2):
        return 0  # What opens a sentence may be a verb: Brilló Nuria Castell
    cue = any(w.key in vocab.according for w in before[-2:])
    if before and not cue and _leads(before[-1].key, vocab):
        return 0  # In Marlow Heath, a doctor was arrested
    if _calling(trimmer, after[1:], cue) or _aged(after):
        return _ENOUGH
    if _from_somewhere(trimmer, after[1:], cue):
        return _ENOUGH if cue else _HALF
    return 0


def in_office(trimmer: Trimmer, words: Sequence[Word], run: Run) -> int:
    """How much "the director of the body, X Y, ..." says that X Y is a person: an office with what it is of, and two marks."""
    if (words[0], words[-1]) != (run.words[0], run.words[-1]) or run.titled or not _unknown(trimmer, words):
        return 0
    before = run.line.words.between(max(run.line.first, run.number - _BODY), run.number)
    closed = not run.after or run.after[0].text in _MARKS or trimmer.says(run.after)
    return _ENOUGH * (closed and len(before) > 2 and before[-1].text == "," and _office_of(trimmer, before[:-1]))


def _office_of(trimmer: Trimmer, before: Sequence[Word]) -> bool:
    """True where the words end with an office of one person and what it is of: "the mayor of Vilar", "o diretor do INE"."""
    vocab, around = trimmer.vocab, trimmer.around
    for at in range(len(before) - 1, 0, -1):
        word = before[at]
        if word.first in around.single:
            of = before[at + 1] if at + 1 < len(before) else None
            return of is not None and of.text in vocab.whence
        if not (word.capital or word.text in vocab.whence or word.key in vocab.articled or word.first in around.portfolios):
            return False
    return False


def _leads(key: str, vocab: Vocabulary) -> bool:
    return key in vocab.articled or key in vocab.placing or key in vocab.determiners


def _unknown(trimmer: Trimmer, words: Sequence[Word]) -> bool:
    """True for two or three words with capitals that are nothing else we know."""
    around, nouns = trimmer.around, trimmer.vocab.not_a_name_anywhere
    held = (around.known, around.portfolios, around.nouns)
    return 2 <= len(words) <= 3 and all(
        w.capital and not w.shouted and w.key not in around.small and w.key not in nouns and not any(w.first in h for h in held)
        for w in words
    )


def _calling(trimmer: Trimmer, behind: Sequence[Word], cue: bool) -> bool:
    """True for an office or a calling; behind "for", and without an article, the apposition has to go on or to end."""
    vocab, callings = trimmer.vocab, trimmer.around.callings
    at = next((i for i, w in enumerate(behind[:_NEAREST]) if w.first in callings), None)
    if at is None or any(w.capital or not w.text[0].isalpha() for w in behind[:at]):
        return False
    if behind[at].capital is not vocab.nouns_have_capitals:
        return False
    if not cue and behind[0].key in vocab.articled:
        return True
    ahead = next((w for w in behind[at + 1 :] if w.first not in callings), None)
    return ahead is None or ahead.text in _MARKS or ahead.text in vocab.whence


def _aged(after: Sequence[Word]) -> bool:
    """True for an age between two marks with small letters behind it: ", 45, said"; a table of results has none."""
    if not after[1].text.isdecimal() or not _YOUNGEST <= int(after[1].text[:4]) < _OLDEST:
        return False
    return after[2].text in ",)" and len(after) > 3 and after[3].text[:1].islower()


def _from_somewhere(trimmer: Trimmer, behind: Sequence[Word], cue: bool) -> bool:
    """True for the institution that somebody is from: ", of the Erasmus Medical Center", ", do Centro Médico"."""
    around, vocab = trimmer.around, trimmer.vocab
    if behind[0].text not in vocab.whence:
        return False
    behind = behind[1 + (behind[1].key in vocab.articled) :]
    if not behind:
        return False
    last = next((i for i, w in enumerate(behind) if not w.capital), len(behind))
    its = {w.first for w in behind[: max(1, last)]}
    return bool(its & around.workplaces) or (cue and behind[0].first in around.organisations)
