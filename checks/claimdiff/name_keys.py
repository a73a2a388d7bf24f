"""A name of a person -> its key, and its words laid out for comparison."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claimdiff.files import shipped
from claimdiff.language import expand, grammar, load_yaml
from claimdiff.text import folded

# Letters that carry a stroke or are two letters in one: no accent that folding takes off.
_STROKES = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n", "ə": "a"}
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "đ": "dj"})
_TYPED = str.maketrans("\u2019\u2018\u02bc\u2010\u2011", "'''--")
_MARKS = re.compile(r"[^\w' -]+")
_ROMAN = re.compile(r"(?=[ivx])x{0,2}(?:i[vx]|v?i{0,3})")


def key(name: str) -> str:
    """The folded key of a name: small letters without accents, stops or double spaces."""
    if name.isascii() and name.isalpha():
        return name.lower()
    return " ".join(_MARKS.sub(" ", folded(name.casefold().translate(_STROKES))).split())


def told_in_two(name: str) -> str:
    """The key of a name with umlauts where each is written as two letters (Wüst, Wuest); empty for one that has none."""
    small = name.casefold()
    typed = small.translate(_UMLAUTS)
    return key(typed) if typed != small else ""


@cache
def people(part: str) -> frozenset[str]:
    """One list of rules/world/people.yaml."""
    return frozenset(load_yaml(shipped("rules") / "world" / "people.yaml")[part].split())


def without_article(word: str) -> str:
    """The folded word without an Arabic article in front: al-raisi -> raisi."""
    head, hyphen, rest = word.partition("-")
    return rest if hyphen and rest and head in people("articles") else word


@dataclass(frozen=True, slots=True)
class Spelt:
    """A name laid out for comparison: folded words without titles and articles, a ruler's number."""

    words: tuple[str, ...]
    number: str
    umlauts: str
    royal: bool

    @property
    def joined(self) -> str:
        """The words as one run of letters."""
        return letters("".join(self.words))


def letters(word: str) -> str:
    """The word without hyphens and apostrophes."""
    return word.replace("-", "").replace("'", "")


@cache
def _own(lang: str, part: str) -> frozenset[str]:
    words = str(grammar(lang, "people").get(part, "")) if lang else ""
    return frozenset(key(form) for word in words.split() for form in expand(word))


@cache
def _royal(lang: str) -> frozenset[str]:
    return _own(lang, "royal")


@cache
def _titles(lang: str) -> frozenset[str]:
    return _own(lang, "titles") | _royal(lang) | people("titles")


@cache
def spelt(name: str, lang: str) -> Spelt:
    """Lay a name out, as written in this language."""
    name = name.translate(_TYPED)
    words = key(name).split()
    royal = False
    while len(words) > 1 and words[0] in _titles(lang):
        royal = royal or words[0] in _royal(lang)
        words = words[1:]
    number = words.pop() if len(words) > 1 and (_ROMAN.fullmatch(words[-1]) or words[-1].isdigit()) else ""
    if number or royal:
        words = [part for word in words for part in word.split("-")]
    bare = [without_article(w) for i, w in enumerate(words) if not (0 < i < len(words) - 1 and w in ("al", "el"))]
    umlauts = (told_in_two(name) or key(name)).replace(" ", "")
    return Spelt(tuple(bare), number, letters(umlauts), royal)
