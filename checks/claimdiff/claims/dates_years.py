"""Builders for years, decades and centuries."""

from __future__ import annotations

from claimdiff.claims.dates_line import Unit
from claimdiff.claims.dates_match import Builder, Draft, Match
from claimdiff.claims.dates_values import When, long_year

_PLAIN_YEARS = range(1800, 2101)
# The years of the living: behind an article they name an event even where it could be counted ("the 2017 elections").
_RECENT_YEARS = range(1950, 2050)
_LAST_CENTURY = 25
_FIRST_OLD_DECADE = 30


def century(match: Match) -> Draft | None:
    """XVIIIe siècle, siglo XVIII, 18th century, XVIe et XVIIe siècles."""
    number, other = match.number("n", "n2"), match.number("n3", "n4")
    if not 1 <= number <= _LAST_CENTURY or match.line.kind(match.hit.end()) == "B":
        return None
    end = When(f"{other - 1:02d}XX") if other > number else None
    return match.draft(match.hit.start(), When(f"{number - 1:02d}XX"), end)


def named_century(match: Match) -> Draft | None:
    """Nel Settecento; "Settecento persone" at the start of a sentence is a number."""
    small = match.line.kind(match.hit.start() - 1) >= "\ue000" or match.value("p")
    return match.draft(match.hit.start(), When(f"{match.value('k')}XX")) if small else None


def decade(match: Match) -> Draft | None:
    """Les années 1990, anni Novanta, the '90s, 90er Jahre."""
    named, unit, index = match.value("g"), match.unit("y", "e"), match.index("y", "e")
    if named:
        return match.draft(match.hit.start(), When(f"19{named}X"))
    if unit is None or not unit.value.endswith("0") or len(unit.value) not in (2, 4):
        return None
    follows = match.line.kind(match.hit.end())
    if (unit.kind in "dDw" and follows in "zN") or (unit.kind == "e" and len(unit.value) == 2 and not _spoken_decade(match, index)):
        return None
    draft = match.draft(match.hit.start(), When(_decade(unit.value)), readings=_other_decade(unit.value))
    other = match.value("y2")
    if other:
        if not other.endswith("0") or _decade(other) <= draft.when.edtf:
            draft.last = index + 1
        else:
            draft.end = When(_decade(other))
    if unit.kind == "e" and follows == "U":
        draft.last += 1
    return draft


def _spoken_decade(match: Match, index: int) -> bool:
    """True for the '90s, the 90s, die 90er Jahre: "in her 50s" is an age."""
    text, start = match.found.reading.text, match.line.units[index].start
    return text[start - 1 : start] == "'" or match.before(index, "article") or bool(match.value("p"))


def _decade(text: str) -> str:
    if len(text) == 4:
        return f"{text[:3]}X"
    return f"{20 if text == '00' else 19}{text[0]}X"


def _other_decade(text: str) -> tuple[str, ...]:
    """ "The twenties" of this century, as well as of the last."""
    return (f"20{text[0]}X",) if len(text) == 2 and 0 < int(text) < _FIRST_OLD_DECADE else ()


def years(match: Match) -> Draft | None:
    """2014-2018, 2017/18."""
    first, last = match.value("y"), match.value("y2")
    both = len(last) == 4
    wide = both and match.line.kind(match.index("s")) == "-"
    if match.glued(match.hit.start(), match.hit.end()) or not (wide or match.tight(match.hit.start(), match.hit.end())):
        return None
    if len(last) == 1 or (not both and int(last) != int(first[2:]) + 1 and int(last) <= 12):
        return None
    end = last if both else first[:2] + last
    if int(end) <= int(first):
        return None
    return match.draft(match.hit.start(), When(first), When(end))


def short_year(match: Match) -> Draft | None:
    """Nel '68, in '98: two digits are a year behind an apostrophe and a preposition."""
    index = match.hit.start()
    start = match.line.units[index].start
    if match.found.reading.text[max(0, start - 2) : start] != " '" or not match.before(index, "year_before"):
        return None
    return match.draft(index, When(long_year(match.value("n")))) if not _noun_follows(match, index) else None


def year(match: Match) -> Draft | None:
    """En 2025, since 1998, (2030), l'année 2008; never the number of something counted."""
    index = match.index("y")
    unit = match.line.units[index]
    led = match.before(match.hit.start(), "year_before") or match.hit.end() - match.hit.start() > 1
    if (
        match.glued(index, index + 1)
        or _hung(match, unit.start)
        or not _whole_number(match, unit)
        or _stands_for_more(match, index)
    ):
        return None
    if not (_sure_year(match, index) if led else _likely_year(match, index) or _of_participle(match, index)):
        return None
    if unit.value.endswith("0") and match.before(index, "decade_article"):
        return match.draft(match.hit.start(), When(_decade(unit.value)))
    return match.draft(match.hit.start(), When(unit.value))


def _hung(match: Match, start: int) -> bool:
    """True for a number hung on a word or a path: orari-2025, /2025."""
    left = match.found.reading.text[max(0, start - 2) : start]
    return left[-1:] == "/" or (left[-1:] == "-" and left[:1].isalpha() and match.index("p") < 0)


def _whole_number(match: Match, year: Unit) -> bool:
    """True when no number reaches over the year's digits ("2 500", "2000 millions"); nineteen eighty-four is in words."""
    return year.first not in match.line.wide or year.last > year.first + 1


def _stands_for_more(match: Match, index: int) -> bool:
    """True behind a sign of money, arithmetic or a telephone, behind "page" or "n°", before a hyphened word."""
    hung = match.line.kind(index - 1) == "-" and match.index("p") < 0
    named = match.line.kind(index - 1) == "." and match.before(index - 1, "not_after")
    previous, following = match.line.kind(index - 1), match.line.kind(index + 1)
    if hung or named:
        return True
    if previous in "$€£×*+±<>≤≥=~°№#@&§x" or match.before(index, "not_after"):
        return True
    return following in "%€$£°×BU" or _dashed(match, index)


def _dashed(match: Match, index: int) -> bool:
    """True for a year hung on what follows it: 2020-X."""
    end = match.line.units[index].end
    return match.line.kind(index + 1) == "-" and match.found.reading.text[end : end + 1] == "-"


def _sure_year(match: Match, index: int) -> bool:
    """Behind "en", "since", "im Jahr": a year unless a round number of things follows."""
    number = match.number("y")
    odd = number % 100 and number in _PLAIN_YEARS
    return bool(odd) or not (_noun_follows(match, index) or _counted(match, index))


def _likely_year(match: Match, index: int) -> bool:
    """A bare 1800 to 2100 that counts nothing; "the 2018 election" where the year may go before the noun."""
    number = match.number("y")
    leading = number % 100 > 0 and match.before(index, "year_article")
    if number not in _PLAIN_YEARS or match.line.kind(index - 1) in "dDnYxwN":
        return False
    if _counted(match, index):
        return leading and number in _RECENT_YEARS
    return leading or not _noun_follows(match, index)


def _of_participle(match: Match, index: int) -> bool:
    """True between an article and a participle of one thing: "das 1868 eröffnete Haus"; "die 1868 eröffneten" may be so many."""
    tokens, unit = match.found.reading.tokens, match.line.units[index]
    endings = (match.words.data.get("year_attributes") or {}).get(tokens[unit.first - 1].key, ()) if unit.first else ()
    if match.number("y") not in _PLAIN_YEARS or unit.last + 1 >= len(tokens) or not match.found.reading.joins(unit.first):
        return False
    following, noun = tokens[unit.last : unit.last + 2]
    word = following.key
    return following.text.islower() and noun.text.isalpha() and any(word.endswith(e) and len(word) > len(e) + 3 for e in endings)


def _noun_follows(match: Match, index: int) -> bool:
    following = match.line.kind(index + 1)
    return following in "zNwdDx" or (following == "Z" and bool(match.words.data.get("capital_nouns")))


def _counted(match: Match, index: int) -> bool:
    """True when the next words are something that is counted or measured."""
    return match.line.units[index].last in match.line.counted


BUILDERS: dict[str, Builder] = {
    "century": century,
    "named_century": named_century,
    "decade": decade,
    "years": years,
    "short_year": short_year,
    "year": year,
}
