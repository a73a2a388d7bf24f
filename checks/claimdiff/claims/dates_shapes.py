"""The shapes that dates take: patterns over the kinds of units (dates_units.py), the small words filled in by language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimdiff.claims.dates_words import words

# <role> is any small word with that role in the language; names in capitals are the parts spelled out here.
_PARTS = {
    "WEEKDAY": r"(?:(?P<w>[WvV])\.?[,-]?\(?<article>{0,3})?",
    "N": r"(?:[dD]<DOT>|[ow])",
    "MONTH": r"(?:[mQ]\.?|[Mql])",
    "OF": r"(?:<of>?(?:<article>?<month_word><of>?)?|[-/])",
    "TAIL": r"(?:,|<of>|<in>|<article>|<year_word>){0,3}",
    "SHORT": r"(?![a-zA-Z%\ue000-\uf8ff]|\.?[°ºMmqQl]|[-.,:]?[dDnYx])",
    "YEAR": r"(?:<TAIL>(?P<y>Y)|[-/](?P<ys>Y)|,?<of>(?P<yy>[nDd])|[-/,]?(?P<yn>[nDd])<SHORT>)?",
    "FROM": r"(?:(?:<from>|(?P<between><between>))<article>{0,3})?",
    "TO": r"(?:(?:(?P<to><to>)|(?P<and><and>))<to>{0,3}<article>{0,3}|(?P<dash>-))",
    "ALSO": r"(?:<and>|<to>|-)<article>{0,3}",
    "PART": r"(?:(?P<p>P)-?<of>{0,3}<article>{0,3}(?:<month_word><of>?)?)?",
}

# Repeats are bounded, so that no text takes more than its length times a constant.
# In the order in which they are tried: a unit belongs to the first shape whose builder accepts it.
SHAPES = (
    ("iso", r"(?P<y>Y)(?P<s>[-./])(?P<b>[dD])(?P=s)(?P<a>[dD])"),
    ("numeric_days", r"(?P<d>[dD])\.(?:(?P<m>[dD])\.)?-(?P<a>[dD])\.(?P<b>[dD])\.(?P<y>Y|[dDn])"),
    ("numeric", r"<WEEKDAY>(?P<a>[dD])(?P<s>[-./])(?P<b>[dD])(?:(?P=s)|,)(?P<y>Y|[dDn])"),
    ("month_numeric", r"(?P<a>d)[./](?P<y>Y)"),
    ("odd", r"(?P<y>Y)[-/](?:(?P<d>[dD])[-/](?P<m><MONTH>)|(?P<m2><MONTH>)[-/](?P<d2>[dD]))"),
    ("odd", r"(?P<d>[dD])-(?P<y>Y)-(?P<m><MONTH>)|(?P<m2><MONTH>)-(?P<y2>Y)-(?P<d2>[dD])"),
    (
        "list",
        r"<WEEKDAY>(?P<d><N>)(?P<more>(?:(?:,|,?<and>)<article>{0,3}(?:[WvV]\.?,?<article>?)?<N>){1,8})<OF>(?P<m><MONTH>)<YEAR>",
    ),
    ("list_after", r"(?P<m><MONTH>)(?P<d><N>)(?P<more>(?:,<N>){0,8},?<and><N>)(?!<OF><MONTH>|[-%])<YEAR>"),
    (
        "days",
        r"<FROM>(?:(?P<w>[WvV])\.?,?<article>{0,3})?(?P<d><N>)<TO>(?:(?P<w2>[WvV])\.?,?<article>{0,3})?(?P<d2><N>)"
        r"<OF>(?P<m><MONTH>)<YEAR>",
    ),
    (
        "days_after",
        r"<FROM>(?P<m><MONTH>)(?P<d><N>)(?:(?P<to><to>)<article>{0,3}|(?P<and><and>)|(?P<dash>-))(?P<d2><N>)(?!<OF><MONTH>)<YEAR>",
    ),
    ("day", r"<WEEKDAY>(?P<d><N>)<OF>(?P<m><MONTH>)<YEAR>(?:,?\(?(?P<w2>W)(?!,?<article>{0,3}<N>))?"),
    ("day_after", r"<WEEKDAY>(?P<m><MONTH>)(?:[]]?[-/,]?|\.)<article>?(?P<d><N>)<YEAR>"),
    ("year_first", r"(?P<y>Y),(?P<m>m)"),
    ("months", r"<FROM>(?P<m><MONTH>)<TO>(?P<m2><MONTH>)<TAIL>(?P<y>Y)"),
    ("month_year", r"<PART>(?P<m><MONTH>)(?:<TAIL>(?P<y>Y)|[-/](?P<ys>Y)|<of>?(?P<yn>n)<SHORT>)"),
    ("season", r"<PART>(?P<n>[ow]|[dD]<DOT>|I)?(?P<s>[STHt])(?:<TAIL>(?P<y>Y)(?:[-/](?P<y2>Y|[nDd]))?)?"),
    ("century", r"<PART>(?:(?P<n>[ow]|[dD]<DOT>|I)(?:<ALSO>(?P<n3>I))?-?C|C\.?(?P<n2>[Iow])(?:<ALSO>(?P<n4>I))?)"),
    ("named_century", r"<PART>(?P<k>K)"),
    ("decade", r"<PART>(?:E(?P<y>Y|[nDd]|N|w)(?:<ALSO>(?P<y2>Y|n))?|(?P<e>e)|(?P<g>G))"),
    ("short_day", r"<WEEKDAY>(?P<a>[dD])(?P<s>[-./])(?P<b>[dD])(?P<stop>\.)?"),
    ("weekday_day", r"(?P<w>[Wv])\.?,?<article>{0,3}(?:\((?P<d>[dD]|o)\)|(?P<d2><N>))"),
    ("bare_days", r"(?:<bare_from>|<day_list><article>{1,3})(?P<d><N>)(?:<to>{1,3}<article>{0,3}|<and><article>{1,3})(?P<d2><N>)"),
    ("holiday", r"(?P<f>F)(?:(?:<of>|<in>)?(?P<y>Y))?"),
    ("years", r"(?P<y>Y)(?P<s>[-/])(?P<y2>Y|[nDd])"),
    ("month", r"<PART>(?P<m>[MqQl]|m(?=\.))"),
    ("weekday", r"(?P<w>[WV])"),
    ("ago", r"<ago_before>(?P<n>[wdDNn]|.)(?P<u>[UE])|(?P<n2>[wdDNn]|.)(?P<u2>[UE])(?P<after><ago_after>)"),
    ("ahead", r"<ahead_before>(?P<n>[wdDNn]|.)(?P<u>[UE])|(?P<n2>[wdDNn]|.)(?P<u2>[UE])(?P<after><ahead_after>)"),
    ("relative", r"(?P<r>R)"),
    ("short_year", r"(?P<n>n)"),
    ("year", r"<PART>(?:<year_word><of>?)?(?P<y>Y)"),
)
# "mois", "año", "día" are units of time ("il y a trois mois") and small words before a date ("no dia 4", "im Jahr 2018").
_UNIT_ROLES = ("article", "year_word", "month_word")
_UNIT_WORD = "U"
_NAME = re.compile(r"(?<!\?P)<(\w+)>")


# Kinds of units of which a text must have one for the shape to be worth looking for.
_MONTH, _AGO = frozenset("MmqQl"), frozenset("UE")
_NEEDS = {
    **dict.fromkeys(("odd", "list", "list_after", "days", "days_after", "day", "day_after"), _MONTH),
    **dict.fromkeys(("months", "month_year", "month"), _MONTH),
    **dict.fromkeys(("month_numeric", "iso", "years", "year", "year_first"), frozenset("Y")),
    **dict.fromkeys(("weekday_day", "weekday"), frozenset("WvV")),
    **{"season": frozenset("STHt"), "century": frozenset("C"), "named_century": frozenset("K"), "decade": frozenset("EeG")},
    **{"holiday": frozenset("F"), "relative": frozenset("R"), "short_year": frozenset("n"), "ago": _AGO, "ahead": _AGO},
}


@cache
def _compiled(code: str, template: str) -> re.Pattern[str]:
    return re.compile(fill(template, code), re.DOTALL)


def shapes(code: str, kinds: frozenset[str]) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The shapes with their names, ready for one language, that a text with these kinds of units can hold."""
    for name, template in SHAPES:
        needs = _NEEDS.get(name)
        if needs is None or needs & kinds:
            yield name, _compiled(code, template)


def fill(template: str, code: str, name: str = "dates") -> str:
    """A template as a pattern of one language: parts spelled out, then the characters of each role."""
    return _NAME.sub(lambda m: _part(m.group(1), code, name), template)


def _part(name: str, code: str, grammar: str) -> str:
    if name == "DOT":
        return r"\.?" if words(code).data.get("day_dot") else ""
    return fill(_PARTS[name], code, grammar) if name in _PARTS else role(code, name, grammar)


def role(code: str, name: str, grammar: str) -> str:
    """The character class of a role; one that nothing matches when no word plays it."""
    chars = words(code, grammar).roles.get(name, "") + (_UNIT_WORD if name in _UNIT_ROLES else "")
    return f"[{chars}]" if chars else r"(?!)"


def plays(code: str, name: str, kind: str, grammar: str = "dates") -> bool:
    """True when the unit's kind is a small word with this role."""
    return kind in words(code, grammar).roles.get(name, ())
