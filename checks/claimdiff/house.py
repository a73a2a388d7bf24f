"""What the user declares for recognition and judging: words of the house, facts, names and the source of truth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimdiff.config_model import Fact, Name, Settings

EVERYWHERE = "*"


@dataclass(frozen=True, slots=True)
class Word:
    """A row for the tables of a language (or of every language: "*"): its table, its id, its forms."""

    lang: str
    table: str
    id: str
    forms: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class House:
    """Nothing, unless the configuration says otherwise. `words` reach recognition; the rest is for judging."""

    words: tuple[Word, ...] = ()
    facts: tuple[Fact, ...] = ()
    names: tuple[Name, ...] = ()
    source: str | None = None


NOTHING = House()


def declared(settings: Settings) -> House:
    """The house of a configuration."""
    lexicon = settings.lexicon
    words = [Word(EVERYWHERE, UNCHECKED, form, form, True) for form in lexicon.unchecked]
    for table, entries in (("organisations", lexicon.organisations), ("concepts", lexicon.concepts)):
        words += [word for entry in entries for word in _words(table, entry.id, entry.forms, True)]
    words += [word for name in settings.names for word in _spellings(name)]
    for alias in lexicon.aliases:
        table, _, key = alias.means.partition("/")
        words += _words(table, key, alias.forms, False)
    return House(tuple(words), settings.facts, settings.names, settings.source)


def of(facts: list[dict[str, Any]], names: list[dict[str, Any]]) -> House:
    """The house of a configuration with these facts and names alone."""
    from claimdiff.config_model import Settings

    return declared(Settings.model_validate({"facts": facts, "names": names}))


UNCHECKED = "unchecked"
"""The table of words that no claim is read in."""


SPELLINGS = "spellings"
"""The table of forms that a name is not to be written in: the id is what to write; without one, the form is right."""


def _spellings(name: Name) -> list[Word]:
    """The forms that are never to stand, each with what stands instead, and what does, for it may hold one of them."""
    never = name.never or {}
    langs = name.write if EVERYWHERE in never else never
    right = {lang: name.write.get(lang) or name.write.get(EVERYWHERE, "") for lang in langs}
    wrong = [
        Word(lang, SPELLINGS, said, "|".join(never.get(lang) or never[EVERYWHERE]), True) for lang, said in right.items() if said
    ]
    return wrong + [Word(lang, SPELLINGS, "", said, True) for lang, said in right.items() if wrong and said]


def _words(table: str, key: str, forms: dict[str, tuple[str, ...]], own: bool) -> list[Word]:
    return [Word(lang, table, key, "|".join(said), own) for lang, said in forms.items()]
