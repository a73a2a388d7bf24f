"""The shapes that dates take: patterns over the kinds of units (dates_units.py), the small words filled in by language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

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


# What every match of a shape holds: the shape is tried nowhere but around it.
_MONTH, _AGO, _WEEKDAY, _NUMERIC = "[MmqQl]", "[UE]", "[WvV]", "[dD](?=[-./][dD])"
_HEARTS = {
    **dict.fromkeys(("odd", "list", "list_after", "days", "days_after", "day", "day_after"), _MONTH),
    **dict.fromkeys(("months", "month_year", "month"), _MONTH),
    **{"month_numeric": "d(?=[./]Y)", "iso": "Y(?=[-./][dD])", "years": "Y(?=[-/])", "year": "Y", "year_first": "Y(?=,m)"},
    **{"numeric": _NUMERIC, "short_day": _NUMERIC, "numeric_days": r"-(?=[dD]\.[dD]\.)", "bare_days": "<N>(?=<to>|<and>)"},
    **{"weekday_day": _WEEKDAY, "weekday": _WEEKDAY, "short_year": "n", "ago": _AGO, "ahead": _AGO},
    **{"season": "[STHt]", "century": "C", "named_century": "K", "decade": "[EeG]", "holiday": "F", "relative": "R"},
}
# Kinds that stand before no heart in the same shape; of "ago" and "ahead" any two may.
_APART = frozenset("zZ!xR\n|")
_ANY_BEFORE = {_AGO: 2}


class Shape(NamedTuple):
    """A shape, ready for one language: its name, its pattern and that of its heart."""

    name: str
    pattern: re.Pattern[str]
    heart: re.Pattern[str]


@cache
def shapes(code: str) -> tuple[Shape, ...]:
    """The shapes of one language, in the order in which they are tried."""
    return tuple(
        Shape(name, re.compile(fill(template, code), re.DOTALL), re.compile(fill(_HEARTS[name], code))) for name, template in SHAPES
    )


class Kinds:
    """The kinds of a text's units, and where in them the hearts of shapes stand."""

    def __init__(self, kinds: str) -> None:
        self._kinds = kinds
        self._windows: dict[re.Pattern[str], list[range]] = {}

    def matches(self, shape: Shape) -> Iterator[re.Match[str]]:
        """The matches of a shape, in order; none overlap."""
        match, kinds, behind = shape.pattern.match, self._kinds, 0
        for window in self._around(shape.heart):
            for start in window:
                hit = match(kinds, start) if start >= behind else None
                if hit:
                    yield hit
                    behind = hit.end()
                    break

    def _around(self, heart: re.Pattern[str]) -> list[range]:
        """For each heart the units at which a match around it can begin, none in two of them."""
        windows = self._windows.get(heart)
        if windows is None:
            windows, behind, most = [], 0, _ANY_BEFORE.get(heart.pattern)
            for hit in heart.finditer(self._kinds):
                at = hit.start()
                first = self._lead(at, behind) if most is None else max(behind, at - most)
                windows.append(range(first, at + 1))
                behind = at + 1
            self._windows[heart] = windows
        return windows

    def _lead(self, at: int, behind: int) -> int:
        while at > behind and self._kinds[at - 1] not in _APART:
            at -= 1
        return at


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
