"""Who is named behind a quotation, or before its colon, by a short clause whose verb no list need know: "…", sighs Anna Roy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from claimdiff.claims.found import Found
from claimdiff.claims.negation import negating
from claimdiff.language import grammar
from claimdiff.model import Claim

# A comma behind the quotation or its own last mark, then the clause.
_CLOSE = re.compile(r"\s?[»«“”\"'›]\s?,\s|(?<=[,!?…])\s?[»«“”\"'›]\s")
_COLON = re.compile(r"\s?:\s?[«»“„\"'‹]?\s?")
# At most so many code points before a quotation that begins its sentence: its mark and a space.
_MARK = 3
# The clause: so many words to the name, and before its verb so many small ones.
_WORDS, _SMALL = 9, 3
_STOPS = frozenset('.,;:!?…()[]«»“”„"–—|•')
# Before a colon the verb and few small words stand alone.
_LEADING = 4


class Telling(NamedTuple):
    """The small words of a language: with which somebody else or something else is meant, articles, endings of no finite verb."""

    others: frozenset[str]
    of: frozenset[str]
    articles: frozenset[str]
    small: frozenset[str]
    unfinished: tuple[str, ...]


@cache
def telling(code: str) -> Telling:
    """The small words of a language; none where it has no such file."""
    data, polarity, offices = (grammar(code, name) or {} for name in ("quotations", "polarity", "offices"))
    others = frozenset((*data.get("others", ()), *polarity.get("prepositions", ()), *polarity.get("adding", ())))
    articles = frozenset(polarity.get("articles", ()))
    return Telling(
        others, frozenset(offices.get("of", ())), articles, negating(code).passed | articles, tuple(data.get("unfinished", ()))
    )


def behind(found: Found, start: int, end: int, people: Sequence[Claim]) -> Claim | None:
    """The one person of the clause behind text[start:end], which begins its sentence; `people` follow it in that sentence."""
    text = found.reading.text
    close = _CLOSE.match(text, end)
    opening = found.reading.sentences[found.reading.sentence_at(start)].start
    if close is None or not people or start - opening > _MARK:
        return None
    person, first = people[0], found.reading.token_at(close.end())
    last = found.reading.token_at(person.start)
    clause = range(first, last)
    if not 0 < len(clause) <= _WORDS or _shared(found, people):
        return None
    return person if _tells(found, clause, person) else None


def before(found: Found, start: int, people: Sequence[Claim]) -> Claim | None:
    """The one person of the sentence before a quotation whom a verb and a colon tie to it; `people` of that sentence."""
    if len(people) != 1:
        return None
    person, colon = people[0], found.reading.text.rfind(":", people[0].end, start)
    if colon < 0 or not _COLON.fullmatch(found.reading.text, colon, start):
        return None
    at = found.reading.token_at
    clause, words = range(at(person.end), at(colon)), telling(found.language.code)
    ahead = found.reading.tokens[at(person.start) - 1].key if at(person.start) else ""
    if not 0 < len(clause) <= _LEADING or ahead in words.others or _barred(found, clause, words):
        return None
    verbs = [i for i in clause if found.reading.tokens[i].key not in words.small]
    return person if len(verbs) == 1 and _is_verb(found, verbs[0], words) else None


def _shared(found: Found, people: Sequence[Claim]) -> bool:
    """True where a second person stands before the next mark behind the first."""
    if len(people) < 2:
        return False
    between = found.reading.text[people[0].end : people[1].start]
    return not _STOPS & set(between)


def _tells(found: Found, clause: range, person: Claim) -> bool:
    """True for small words, one verb, and perhaps the office of the person between it and the name."""
    words, tokens = telling(found.language.code), found.reading.tokens
    small = next((n for n, i in enumerate(clause) if tokens[i].key not in words.small), len(clause))
    if small > _SMALL or small == len(clause) or _barred(found, clause[: small + 1], words):
        return False
    verb, rest = clause[small], clause[small + 1 :]
    if not _is_verb(found, verb, words) or (small and tokens[verb - 1].key in words.articles):
        return False
    return _introduces(found, rest, person, words)


def _introduces(found: Found, rest: range, person: Claim, words: Telling) -> bool:
    """True when nothing but articles and an office stands before a name, or what it is set beside by a comma: "the tailor, X,"."""
    tokens = found.reading.tokens
    if _holds(found, rest, person, words):
        return True
    held = set(_held(found, rest))
    free = [i for i in rest if i not in held]
    if any(tokens[i].key in words.others | words.of for i in free):
        return False
    commas = [i for i in rest if tokens[i].text in _STOPS]
    if not commas:
        return all(tokens[i].key in words.small for i in free)
    apposed = commas == [rest[-1]] and len(rest) > 1 and tokens[commas[0]].text == ","
    behind = found.reading.token_at(person.end)
    return apposed and (behind >= len(tokens) or tokens[behind].text in _STOPS)


def _holds(found: Found, rest: range, person: Claim, words: Telling) -> bool:
    """True when the first thing named before the person is the office that the person holds: "the mayor of Metz, X"."""
    first = next((i for i in rest if found.reading.tokens[i].key not in words.small), None)
    names = {person.value, person.details.get("full")}
    return first is not None and any(c.details.get("holder") in names for c in found.starting(first, first + 1, "office"))


def _held(found: Found, rest: range) -> Iterator[int]:
    """The tokens of the offices that lie in a range."""
    at = found.reading.token_at
    for office in found.starting(rest.start, rest.stop, "office"):
        yield from range(at(office.start), min(at(office.end), rest.stop))


def _barred(found: Found, clause: Sequence[int], words: Telling) -> bool:
    tokens = found.reading.tokens
    return any(tokens[i].key in words.others | words.of or tokens[i].text in _STOPS for i in clause)


def _is_verb(found: Found, index: int, words: Telling) -> bool:
    """True for a word in small letters that no list knows as a noun and that is no participle of another clause."""
    token = found.reading.tokens[index]
    return token.text.islower() and token.text.isalpha() and not token.key.endswith(words.unfinished or ("\0",))
