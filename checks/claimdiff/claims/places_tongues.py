"""Is a demonym a language here? Spoken, studied and translated, French is no place."""

from __future__ import annotations

from claimdiff.claims.found import Found
from claimdiff.claims.places_words import Words, words

_FURTHER = 2


def is_language(found: Found, first: int, last: int, before: frozenset[int]) -> bool:
    """True for `in cinese`, `parlare russo`, `traduit de l'anglais`, and for what `and` joins to one.

    before: the last tokens of the demonyms in the text that are languages.
    """
    known, tokens = words(found.reading.lang), found.reading.tokens
    if not first or last - first > 1 or not found.reading.joins(first):
        return first > 1 and tokens[first - 1].text == "," and first - 2 in before
    if tokens[first].text[0].isupper() and known.capitals_mark_names:
        return False
    left = tokens[first - 1].key
    if left in known.tongue_before or left in known.tongue_words:
        return True
    return (left in known.joiners and first - 2 in before) or _told(found, first, known)


def _told(found: Found, first: int, known: Words) -> bool:
    """True behind a word of speech with an article between, where no name follows that it would describe."""
    tokens, at = found.reading.tokens, first - 1
    while at > max(0, first - 1 - _FURTHER) and tokens[at].key in known.tongue_between and found.reading.joins(at):
        at -= 1
    named = first + 1 < len(tokens) and found.reading.joins(first + 1) and tokens[first + 1].text[0].isupper()
    return at < first - 1 and tokens[at].key in known.tongue_words and not named
