"""Ages: 52-year-old, âgé de 24 ans, de 38 años, 24enne, zweiundfünfzigjährig, "Anna Berg, 38,"."""

from __future__ import annotations

from functools import cache

from claimdiff.claims import numbers
from claimdiff.claims.found import Found
from claimdiff.claims.quantity_draft import Context, Draft
from claimdiff.claims.quantity_words import is_word
from claimdiff.language import Term, language, world

_OLDEST = 120
_YOUNGEST_IN_COMMAS = 15
_LOOK_BACK = 3


def aged(context: Context, draft: Draft) -> bool:
    """True when the number is somebody's age; `draft` may be measured in years already."""
    if draft.unit not in (None, "year") or not 0 < draft.amount <= _OLDEST:
        return False
    behind = context.words.age["after"].after(context.reading, draft.tail)
    behind = behind or (context.words.age["after"].after(context.reading, draft.last) if draft.unit else None)
    if behind is None and not _told_before(context, draft) and not _between_commas(context, draft):
        return False
    draft.last = behind[0] if behind else draft.last
    draft.kind, draft.unit, draft.rule, draft.about = "age", "year", "ages.age", None
    draft.details.pop("noun", None)
    return True


def _told_before(context: Context, draft: Draft) -> bool:
    words, reading, head = context.words.age, context.reading, draft.head
    if words["before"].before(reading, head):
        return draft.unit is not None or draft.bare
    if draft.unit is None:
        return False
    ends = context.after_of(draft.last) is None
    if words["at"].before(reading, head):
        return ends
    cue = context.words.cues.before(reading, head)
    head = cue[0] if cue else head
    of = words["of"].before(reading, head)
    return of is not None and ends and _person_before(context, of[0])


def _person_before(context: Context, last: int) -> bool:
    """True when a person stands before "de 35 ans", at most two words away: "un homme australien de 35 ans"."""
    tokens, reading = context.reading.tokens, context.reading
    for end in range(last, max(last - _LOOK_BACK, 0), -1):
        # Behind an article another noun has begun: "al jugador un contrato de tres años".
        if not reading.joins(end) or not is_word(tokens[end - 1]) or _articles(context, end):
            return False
        if tokens[end - 1].key in context.words.person:
            return True
        term = context.term_before("concepts", end)
        if term and (world("concepts").get(term.id) or {"kind": ""})["kind"] == "person":
            return True
        if any(_with_article(context, context.term_before(table, end)) for table in ("demonyms", "roles")):
            return True
        if _apposed(context, context.term_before("roles", end)):
            return True
    return False


def _with_article(context: Context, term: Term | None) -> bool:
    """True for a word that an article makes a noun: "el escocés", "un mecánico"; a "plan general" is no person."""
    return term is not None and _articles(context, term.first)


def _apposed(context: Context, term: Term | None) -> bool:
    """True for a calling right behind a comma: ", ex banchiera di 68 anni"."""
    if term is None:
        return False
    modifier = context.term_before("role_modifiers", term.first)
    first = modifier.first if modifier else term.first
    return first > 0 and context.reading.tokens[first - 1].text == ","


def _articles(context: Context, last: int) -> bool:
    """True when an article stands right before a token."""
    return any(words.before(context.reading, last) is not None for words in (context.words.one, context.words.definite))


def _between_commas(context: Context, draft: Draft) -> bool:
    """True for ", 38 ans," and, behind a full name, for ", 38,"."""
    tokens, text = context.reading.tokens, context.reading.text
    of = context.words.age["of"].before(context.reading, draft.head) if draft.unit else None
    comma = (of[0] if of else draft.head) - 1
    if comma < 1 or tokens[comma].text not in (",", "(") or not is_word(tokens[comma - 1]):
        return False
    following = text[tokens[draft.last - 1].end : tokens[draft.last - 1].end + 1]
    if draft.unit:
        return following in (",", ")", ".", "") and (tokens[comma - 1].text[0].isupper() or of is not None)
    named = comma > 1 and all(_is_name(tokens[i].text) for i in (comma - 1, comma - 2)) and context.reading.joins(comma - 1)
    return named and tokens[comma].text == "," and following == "," and _is_two_digits(context, draft)


def _is_name(word: str) -> bool:
    return word[:1].isupper() and word[1:].islower()


def _is_two_digits(context: Context, draft: Draft) -> bool:
    digits = context.reading.tokens[draft.head].text
    alone = draft.tail - draft.head == 1 and digits.isdecimal() and draft.amount > _YOUNGEST_IN_COMMAS
    after = context.reading.tokens[draft.tail + 1 : draft.tail + 2]
    return alone and bool(after) and not after[0].text.isdecimal()


def age_word(context: Context, index: int) -> Draft | None:
    """The age that one word tells: "ventiquattrenne", "zweiundfünfzigjährige"."""
    key = context.reading.tokens[index].key
    for suffix in context.words.suffixes:
        if key.endswith(suffix) and len(key) > len(suffix) + 1:
            value = spoken(context.reading.lang, key[: -len(suffix)], context.words.endings)
            if value and context.free(index, index + 1):
                return Draft(index, index + 1, index, index + 1, value, "age", "year", rule="ages.word")
    return None


@cache
def spoken(code: str, stem: str, endings: tuple[str, ...]) -> str | None:
    """The number that a stem spells with one of the endings ("ventiquattr" + "o"); None when it spells none."""
    lexicon = language(code)
    for ending in endings:
        reading = lexicon.read(stem + ending)
        found = Found(reading, lexicon, lexicon.terms(reading))
        numbers.find(found)
        if len(found.numbers) == 1 and found.numbers[0].start == 0 and found.numbers[0].end == len(reading.text):
            value = found.numbers[0].value
            return value if value.isdecimal() and not found.numbers[0].ordinal else None
    return None
