"""Every place where a text tells of a person: known full names, surnames alone, titles with a name, rulers by number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimdiff.claims.people_judge import Judge
from claimdiff.claims.people_known import Known
from claimdiff.claims.people_names import Name
from claimdiff.claims.people_words import Run, Word


def mentions(judge: Judge, known: Known, lines: Sequence[Run], full: Sequence[Name]) -> list[Name]:
    """The names of a text in order, none overlapping; `full` are the full names found for certain."""
    by_start = {name.words[0].first: name for name in full}
    firsts = _by_first_word(known)
    told = _told_alone(judge, known, lines, by_start)
    for surname in told:
        known.learn(surname)
    return [name for run in lines for name in _in_run(judge, known, run, by_start, firsts, told)]


def _by_first_word(known: Known) -> dict[str, list[tuple[str, ...]]]:
    firsts: dict[str, list[tuple[str, ...]]] = {}
    for words in known.fulls.values():
        firsts.setdefault(words[0], []).append(words)
    for candidates in firsts.values():
        candidates.sort(key=len, reverse=True)
    return firsts


def _told_alone(judge: Judge, known: Known, lines: Sequence[Run], by_start: dict[int, Name]) -> set[str]:
    """Surnames that stand behind a title or beside a verb of saying somewhere in the text."""
    told = set()
    for run in lines:
        words, lead = judge.trimmed(run)
        if len(words) != 1 or words[0].first in by_start or known.surname(words[0].key):
            continue
        led = any(w.key not in judge.vocab.weekdays for w in lead)
        introduced = _introduced(judge, words[0], [*run.before, *lead]) or _owns(judge, words[0], [*run.before, *lead], run)
        if introduced or _speaks(judge, words[0], run, led):
            told.add(words[0].key)
    return told


def _introduced(judge: Judge, word: Word, before: Sequence[Word]) -> bool:
    """True behind Mr, Frau, President Xxx: a title, or a role with a capital or in front of a word known for nothing else."""
    if not before or not _free(judge, word) or _determined(judge, before):
        return False
    lead = before[-1]
    if lead.key in judge.vocab.titles:
        return True
    return judge.role(lead) and not (judge.vocab.nouns_have_capitals and word.key in judge.around.small)


def _owns(judge: Judge, word: Word, before: Sequence[Word], run: Run) -> bool:
    """True for the owner of what only a person has: "the nomination of Lindqvist", "Lindqvist's predecessors"."""
    if not _free(judge, word) or run.titled or (judge.vocab.nouns_have_capitals and word.first in judge.around.nouns):
        return False
    behind = bool(run.after) and word.possessive and run.after[0].key in judge.vocab.whose
    told = len(before) > 1 and before[-1].key in judge.vocab.of and before[-1].text.islower()
    return behind or (told and before[-2].key in judge.vocab.whose)


def _determined(judge: Judge, before: Sequence[Word]) -> bool:
    """True behind an article or pronoun of a language in which every noun has a capital: ihr Sohn, eine Rallye."""
    return bool(before) and before[-1].key in judge.vocab.determiners


def _speaks(judge: Judge, word: Word, run: Run, led: bool) -> bool:
    """True for a word that nothing else is known of, beside a verb of saying and without an article."""
    if not _free(judge, word) or led or run.titled or word.shouted or word.possessive or _unsure_opening(judge, word, run):
        return False
    if judge.vocab.nouns_have_capitals and word.first in judge.around.nouns:
        return False  # Bericht warnt vor Dürre
    behind = judge.says(run.after)
    before = bool(run.before) and run.before[-1].key in judge.vocab.saying
    if judge.vocab.nouns_have_capitals and not (run.after and not run.after[0].text[0].isalnum()) and not behind:
        return False
    return (behind and (not run.before or not run.before[-1].text[0].isalnum())) or before


def _unsure_opening(judge: Judge, word: Word, run: Run) -> bool:
    """True for a word that opens a sentence and is nowhere else (Sources said)."""
    return run.opens and judge.around.often[word.head] < 2 and not any(c.isupper() for c in word.text[1:])


def _free(judge: Judge, word: Word) -> bool:
    """True when the word is no place, organisation, role, common noun or acronym as far as we know."""
    around, vocab = judge.around, judge.vocab
    if any(word.first in held for held in (around.places, around.organisations, around.demonyms)):
        return False
    if len(word.key) < 3 or not word.capital or word.shouted:
        return False
    if vocab.nouns_have_capitals and any(word.key.removesuffix(e) in vocab.not_a_name for e in vocab.genitive):
        return False
    return not (word.key in vocab.not_a_name or word.key in vocab.starters or word.key in around.small or judge.tells(word))


def _in_run(
    judge: Judge, known: Known, run: Run, by_start: dict[int, Name], firsts: dict[str, list[tuple[str, ...]]], told: set[str]
) -> Iterator[Name]:
    words, at = run.words, 0
    while at < len(words):
        before = [*run.before, *words[:at]]
        name = by_start.get(words[at].first) or _known_full(judge, words, at, before, firsts)
        name = name or _near_full(judge, known, words[at:], before, firsts)
        name = name or _ruler(judge, words, at, before) or _surname(judge, known, run, at, told)
        if name:
            yield name
            at = next(i for i, w in enumerate(words) if w.first == name.words[-1].first) + 1
        else:
            at += 1


def _known_full(
    judge: Judge, words: tuple[Word, ...], at: int, before: Sequence[Word], firsts: dict[str, list[tuple[str, ...]]]
) -> Name | None:
    """A full name that the text gives elsewhere for certain, as in a headline in capitals."""
    for keys in firsts.get(words[at].key, ()):
        here = words[at : at + len(keys)]
        if here[-1].key.startswith(keys[-1]) and (*(w.key for w in here[:-1]), judge.nominative(here[-1])) == keys:
            return judge.name(here, before, 0, "full")
    return None


def _near_full(
    judge: Judge, known: Known, words: tuple[Word, ...], before: Sequence[Word], firsts: dict[str, list[tuple[str, ...]]]
) -> Name | None:
    """A full name that the text gives elsewhere for certain, but for a letter of the surname."""
    for keys in firsts.get(words[0].key, ()):
        here = words[: len(keys)]
        if len(keys) < 2 or tuple(w.key for w in here[:-1]) != keys[:-1] or not _free(judge, here[-1]):
            continue
        if here[-1].key[0] == keys[-1][0] and known.near_surname(judge.nominative(here[-1])) == keys[-1]:
            return judge.name(here, before, 2, "near-full")
    return None


def _ruler(judge: Judge, words: tuple[Word, ...], at: int, before: Sequence[Word]) -> Name | None:
    """Mohammed VI, Giovanni Paolo II; after king or pope also the name alone (papa Francesco)."""
    royal = bool(before) and before[-1].key in judge.vocab.royal
    last = at
    while last < len(words) and judge.given(words[last]) and not words[last].roman:
        last += 1
    if last == at:
        return None
    if last < len(words) and words[last].roman and (royal or len(words[last].text) > 1):
        return judge.name(words[at : last + 1], before, 3, "ruler")
    if royal and last == len(words) and all(w.first not in judge.around.places for w in words[at:last]):
        return judge.name(words[at:last], before, 3, "ruler")
    return None


def _surname(judge: Judge, known: Known, run: Run, at: int, told: set[str]) -> Name | None:
    word = run.words[at]
    before = [*run.before, *run.words[:at]]
    ours = _as_known(judge, known, word, told)
    if ours and _usable(judge, word, before, run, at):
        return judge.name((word,), before, 3, "surname")
    if _near(judge, known, run, at, before):
        return judge.name((word,), before, 2, "near-surname")
    return None


def _as_known(judge: Judge, known: Known, word: Word, told: set[str]) -> bool:
    """True for a known surname, be it in the genitive."""
    return any(known.surname(k) is not None or k in told for k in (word.key, judge.nominative(word)))


def _usable(judge: Judge, word: Word, before: Sequence[Word], run: Run, at: int) -> bool:
    """A surname counts unless the word is a place or an institution here, or a common word that opens a sentence."""
    if word.first in judge.around.organisations or not word.capital:
        return False
    if before and before[-1].first in range(*judge.around.long_places.get(word.first, (0, 0))):
        return False  # Santa Cruz, the town
    if before and judge.titles(before[-1]):
        return True
    if word.first in judge.around.places:
        return False
    if at + 1 < len(run.words) and run.words[at + 1].capital and run.words[at + 1].key in judge.vocab.not_a_name:
        return False
    return not (run.opens and at == 0 and word.key in judge.vocab.starters)


def _near(judge: Judge, known: Known, run: Run, at: int, before: Sequence[Word]) -> bool:
    """True for a word of its own that is a known surname but for a letter: Hammouchi, Al-Hammouchi for Hamouchi."""
    word = run.words[at]
    if not _free(judge, word) or known.near_surname(word.key) is None or _determined(judge, before):
        return False
    if judge.given(word) and not (before and judge.titles(before[-1])):
        return False
    led = at == 0 or judge.tells(run.words[at - 1]) or run.words[at - 1].key in judge.vocab.starters
    led = led or run.words[at - 1].key in judge.vocab.weekdays
    alone = led and sum(w.capital for w in run.words[at:]) == 1
    return alone or bool(before and judge.titles(before[-1]))
