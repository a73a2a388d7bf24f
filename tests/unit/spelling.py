"""Numbers spelled out as CLDR's rules (tests/oracle/cldr_rules.txt) spell them; UTS #35 part 3 says what the rules mean."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from babel import Locale

DATA = Path(__file__).parent.parent / "oracle" / "cldr_rules.txt"
_RULE = re.compile(r"(\d+)(?:/(\d+))?: '?(.*);$")
_OPTIONAL = re.compile(r"\[([^\]]*)\]")
_PART = re.compile(r"\$\((cardinal|ordinal),(.*?)\)\$|([<>=])([^<>=]*)\3")
_CASE = re.compile(r"(\w+)\{([^}]*)\}")
# Where a line of letters ends and the next part begins with one, CLDR parts them by a mark that nobody sees.
UNSEEN = "\u00ad"


class Rule(NamedTuple):
    """A rule: from which number on it holds, its divisor, its text."""

    base: int
    divisor: int
    text: str

    @property
    def rolls_back(self) -> bool:
        """True for a rule between two multiples of its divisor; multiples themselves belong to the rule before."""
        return self.base % self.divisor > 0 and ">" in self.text


@dataclass(frozen=True)
class Spelling:
    """The sets of rules of one locale, its own before those of its language."""

    locale: str
    sets: dict[str, list[Rule]]

    @property
    def public(self) -> list[str]:
        """The names of the sets that write cardinals in words, and ordinals in words and in digits, without their marks."""
        return sorted(name[1:] for name in self.sets if name.startswith(("%spellout-", "%digits-ordinal-")))

    def spell(self, name: str, number: int) -> str:
        """The number by the set with this name, without unseen marks."""
        return self._by("%" + name, number).replace(UNSEEN, "")

    def _by(self, name: str, number: int) -> str:
        rules = self.sets[name]
        at = bisect_right([rule.base for rule in rules], number) - 1
        rule = rules[at]
        if rule.rolls_back and number % rule.divisor == 0:
            rule = rules[at - 1]
        whole, rest = divmod(number, rule.divisor)
        text = _OPTIONAL.sub(r"\1" if rest else "", rule.text)
        return _PART.sub(lambda part: self._part(part, name, number, whole, rest), text)

    def _part(self, part: re.Match[str], name: str, number: int, whole: int, rest: int) -> str:
        if part[1]:
            return self._plural(part[1], part[2], whole if part[1] == "cardinal" else number)
        value = {"<": whole, ">": rest, "=": number}[part[3]]
        return str(value) if part[4].startswith("#") else self._by(part[4] or name, value)

    def _plural(self, kind: str, cases: str, number: int) -> str:
        locale = Locale.parse(self.locale, sep="-")
        forms = dict(_CASE.findall(cases))
        wanted = locale.plural_form(number) if kind == "cardinal" else locale.ordinal_form(number)
        return forms.get(wanted, forms["other"])


@cache
def spellings() -> dict[str, Spelling]:
    """Every locale of the data, languages before their regions."""
    out: dict[str, Spelling] = {}
    name = ""
    for line in DATA.read_text("utf-8").splitlines():
        if line.startswith("["):
            locale = line.strip("[]")
            parent = out.get(locale.split("-")[0])
            out[locale] = Spelling(locale, dict(parent.sets) if parent else {})
        elif line.startswith("%"):
            name = line
            out[locale].sets[name] = []
        elif rule := _RULE.fullmatch(line):
            out[locale].sets[name].append(_rule(rule))
    return out


def _rule(read: re.Match[str]) -> Rule:
    base, radix = int(read[1]), int(read[2] or 10)
    divisor = 1
    while divisor * radix <= base:
        divisor *= radix
    return Rule(base, divisor, read[3])
