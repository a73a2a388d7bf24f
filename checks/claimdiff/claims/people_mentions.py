"""Every place where a text tells of a person: known full names, surnames alone, titles with a name, rulers by number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claimdiff.claims.people_judge import Judge
from claimdiff.claims.people_known import Known
from claimdiff.claims.people_names import Name
from claimdiff.claims.people_words import Run, Word


def mentions(judge: Judge, known: Known, lines: Sequence[Run], full: Sequence[Name]) -> list[Name]:
    """The names of a text in order, none overlapping; `full` are the full names found for certain."""
    by_start = {name.words[0].first: name for name in full}
    told = _told_alone(judge, known, lines, by_start)
    for surname in told:
        known.learn(surname)
    heard = Heard(judge, known, _by_first_word(known), told)
    return [name for run in lines if not _nothing_in(heard, run, by_start) for name in _in_run(heard, run, by_start)]


def _nothing_in(heard: Heard, run: Run, by_start: dict[int, Name]) -> bool:
    """True for most runs: one word that is no name."""
    return len(run.words) == 1 and run.words[0].first not in by_start and heard.nothing(run.words[0])


@dataclass(slots=True)
class Heard:
    """What single words of a text can tell of its people; worked out once a key.

    firsts: the full names by their first word; told: the surnames that are told of alone.
    """

    judge: Judge
    known: Known
    firsts: dict[str, list[tuple[str, ...]]]
    told: set[str]
    _surnames: dict[str, bool] = field(default_factory=dict)
    _near: dict[str, str | None] = field(default_factory=dict)

    def surname(self, word: Word) -> bool:
        """True for a known surname, be it in the genitive."""
        known = self._surnames.get(word.key)
        if known is None:
            keys = (word.key, self.judge.nominative(word))
            known = self._surnames[word.key] = any(self.known.surname(k) is not None or k in self.told for k in keys)
        return known

    def near(self, key: str) -> str | None:
        """The known surname that is a letter away."""
        if key not in self._near:
            self._near[key] = self.known.near_surname(key)
        return self._near[key]

    def nothing(self, word: Word) -> bool:
        """True for a word that no name begins with here."""
        if word.given or word.key in self.firsts or self.surname(word):
            return False
        return not _free(self.judge, word) or self.near(word.key) is None


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
        single = len(run.words) == 1
        if single and (run.words[0].barred or not run.cued(judge.around.roles)):
            continue
        # From a word by itself nothing is trimmed that could be told of.
        words, lead = (run.words, ()) if single else judge.trimmed(run)
        if len(words) != 1 or not _free(judge, words[0]) or words[0].key in told:
            continue
        if words[0].first not in by_start and not known.surname(words[0].key) and _told(judge, words[0], lead, run):
            told.add(words[0].key)
    return told


def _told(judge: Judge, word: Word, lead: Sequence[Word], run: Run) -> bool:
    before = run.before(len(lead))
    if _introduced(judge, word, before) or _owns(judge, word, before, run):
        return True
    return all(w.key in judge.vocab.weekdays for w in lead) and _speaks(judge, word, run)


def _introduced(judge: Judge, word: Word, before: Sequence[Word]) -> bool:
    """True behind Mr, Frau, President Xxx: a title, or a role with a capital or in front of a word known for nothing else."""
    if not before or _determined(judge, before):
        return False
    lead = before[-1]
    if lead.key in judge.vocab.titles:
        return True
    return judge.role(lead) and not (judge.vocab.nouns_have_capitals and word.key in judge.around.small)


def _owns(judge: Judge, word: Word, before: Sequence[Word], run: Run) -> bool:
    """True for the owner of what only a person has: "the nomination of Lindqvist", "Lindqvist's predecessors"."""
    behind = word.possessive and bool(run.after) and run.after[0].key in judge.vocab.whose
    told = len(before) > 1 and before[-1].key in judge.vocab.of and before[-1].text.islower()
    if not (behind or (told and before[-2].key in judge.vocab.whose)):
        return False
    return not run.titled and not (judge.vocab.nouns_have_capitals and word.first in judge.around.nouns)


def _determined(judge: Judge, before: Sequence[Word]) -> bool:
    """True behind an article or pronoun of a language in which every noun has a capital: ihr Sohn, eine Rallye."""
    return bool(before) and before[-1].key in judge.vocab.determiners


def _speaks(judge: Judge, word: Word, run: Run) -> bool:
    """True for a word that nothing else is known of, beside a verb of saying and without an article."""
    after, lead = run.after, run.before(0)[-1:]
    behind = judge.says(after)
    before = bool(lead) and lead[0].key in judge.vocab.saying
    if not (behind or before) or run.titled or word.shouted or word.possessive or _unsure_opening(judge, word, run):
        return False
    if judge.vocab.nouns_have_capitals and word.first in judge.around.nouns:
        return False  # Bericht warnt vor Dürre
    if judge.vocab.nouns_have_capitals and not (after and not after[0].text[0].isalnum()) and not behind:
        return False
    return (behind and (not lead or not lead[0].text[0].isalnum())) or before


def _unsure_opening(judge: Judge, word: Word, run: Run) -> bool:
    """True for a word that opens a sentence and is nowhere else (Sources said)."""
    return run.opens and judge.around.often[word.head] < 2 and not any(c.isupper() for c in word.text[1:])


def _free(judge: Judge, word: Word) -> bool:
    """True when the word is no place, organisation, role, common noun or acronym as far as we know."""
    return not word.barred and word.first not in judge.around.known and word.key not in judge.around.small


def _in_run(heard: Heard, run: Run, by_start: dict[int, Name]) -> Iterator[Name]:
    words, at = run.words, 0
    while at < len(words):
        name = by_start.get(words[at].first)
        if name is None and not heard.nothing(words[at]):
            name = _name_at(heard, run, at)
        if name:
            yield name
            at = next(i for i, w in enumerate(words) if w.first == name.words[-1].first) + 1
        else:
            at += 1


def _name_at(heard: Heard, run: Run, at: int) -> Name | None:
    """The name that begins at a word of a run: known in full, all but known, a ruler's, a surname."""
    judge, words, before = heard.judge, run.words, run.before(at)
    return (
        _known_full(judge, words, at, before, heard.firsts)
        or _near_full(heard, words[at:], before)
        or _ruler(judge, words, at, before)
        or _surname(heard, run, at, before)
    )


def _known_full(
    judge: Judge, words: tuple[Word, ...], at: int, before: Sequence[Word], firsts: dict[str, list[tuple[str, ...]]]
) -> Name | None:
    """A full name that the text gives elsewhere for certain, as in a headline in capitals."""
    for keys in firsts.get(words[at].key, ()):
        here = words[at : at + len(keys)]
        if here[-1].key.startswith(keys[-1]) and (*(w.key for w in here[:-1]), judge.nominative(here[-1])) == keys:
            return judge.name(here, before, 0, "full")
    return None


def _near_full(heard: Heard, words: tuple[Word, ...], before: Sequence[Word]) -> Name | None:
    """A full name that the text gives elsewhere for certain, but for a letter of the surname."""
    judge = heard.judge
    for keys in heard.firsts.get(words[0].key, ()):
        here = words[: len(keys)]
        if len(keys) < 2 or tuple(w.key for w in here[:-1]) != keys[:-1] or not _free(judge, here[-1]):
            continue
        if here[-1].key[0] == keys[-1][0] and heard.near(judge.nominative(here[-1])) == keys[-1]:
            return judge.name(here, before, 2, "near-full")
    return None


def _ruler(judge: Judge, words: tuple[Word, ...], at: int, before: Sequence[Word]) -> Name | None:
    """Mohammed VI, Giovanni Paolo II; after king or pope also the name alone (papa Francesco)."""
    royal = bool(before) and before[-1].key in judge.vocab.royal
    last = at
    while last < len(words) and words[last].given and not words[last].roman:
        last += 1
    if last == at:
        return None
    if last < len(words) and words[last].roman and (royal or len(words[last].text) > 1):
        return judge.name(words[at : last + 1], before, 3, "ruler")
    if royal and last == len(words) and all(w.first not in judge.around.places for w in words[at:last]):
        return judge.name(words[at:last], before, 3, "ruler")
    return None


def _surname(heard: Heard, run: Run, at: int, before: Sequence[Word]) -> Name | None:
    judge, word = heard.judge, run.words[at]
    if heard.surname(word) and _usable(judge, word, before, run, at):
        return judge.name((word,), before, 3, "surname")
    if _near(heard, run, at, before):
        return judge.name((word,), before, 2, "near-surname")
    return None


def _usable(judge: Judge, word: Word, before: Sequence[Word], run: Run, at: int) -> bool:
    """A surname counts unless the word is a place or an institution here, or a common word that opens a sentence."""
    if word.first in judge.around.organisations or not word.capital:
        return False
    if before and before[-1].first in range(*judge.around.long_places.get(word.first, (0, 0))):
        return False  # Santa Cruz, the town
    if before and before[-1].title:
        return True
    if word.first in judge.around.places:
        return False
    if at + 1 < len(run.words) and run.words[at + 1].capital and run.words[at + 1].key in judge.vocab.not_a_name:
        return False
    return not (run.opens and at == 0 and word.key in judge.vocab.starters)


def _near(heard: Heard, run: Run, at: int, before: Sequence[Word]) -> bool:
    """True for a word of its own that is a known surname but for a letter: Hammouchi, Al-Hammouchi for Hamouchi."""
    judge, word = heard.judge, run.words[at]
    if not _free(judge, word) or heard.near(word.key) is None or _determined(judge, before):
        return False
    if word.given and not (before and before[-1].title):
        return False
    led = at == 0 or judge.tells(run.words[at - 1]) or run.words[at - 1].key in judge.vocab.starters
    led = led or run.words[at - 1].key in judge.vocab.weekdays
    alone = led and sum(w.capital for w in run.words[at:]) == 1
    return alone or bool(before and before[-1].title)
