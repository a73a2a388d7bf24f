"""What others make of spelled-out numbers, and the differences from what claimdiff reads, each with its reason."""

from __future__ import annotations

import random
import re
from bisect import bisect_right
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from spelling import Spelling, spellings
from text_to_num import alpha2digit, text2num

from claimdiff.claims import numbers
from claimdiff.claims.found import Found
from claimdiff.language import language

DIFFERENCES = Path(__file__).parent.parent / "oracle" / "differences.yaml"
REFUSED = "refused"
_DICE = random.Random(20)


def sample() -> list[int]:
    """0 to 1,199, round numbers and their neighbours to 10^13, and 230 others over all lengths, mostly below 10^9."""
    heads = (1, 2, 3, 11, 21, 80, 100, 101, 200, 999)
    round_ones = (head * 10**power + more for power in range(3, 13) for head in heads for more in (0, 1, 21))
    drawn = [int(10 ** _DICE.uniform(3, 9)) for _ in range(200)] + [int(10 ** _DICE.uniform(9, 12)) for _ in range(30)]
    return sorted({*range(1200), *drawn, *(number for number in round_ones if number < 10**13)})


SAMPLE = sample()
YEARS = [*SAMPLE, *range(1200, 2100)]


class Spelled(NamedTuple):
    """A number as one set of rules of one locale spells it."""

    locale: str
    name: str
    number: int
    text: str

    @property
    def language(self) -> str:
        """The code of the language, without the region."""
        return self.locale.split("-")[0]

    @property
    def in_words(self) -> bool:
        """False for 21st, 1er, 3.ª."""
        return self.name.startswith("spellout")

    @property
    def ordinal(self) -> bool:
        """True for a rank."""
        return "ordinal" in self.name


@cache
def spelled(locale: str) -> tuple[Spelled, ...]:
    """The sample as the locale spells it, in each gender, case and number; a wording that was there before is left out."""
    known = spellings()[locale]
    before = {(one.ordinal, one.text) for one in spelled(locale.split("-")[0])} if "-" in locale else set()
    out: dict[tuple[bool, str], Spelled] = {}
    for name in known.public:
        for one in _by_set(known, name):
            if (one.ordinal, one.text) not in before:
                out.setdefault((one.ordinal, one.text), one)
    return tuple(out.values())


def _by_set(known: Spelling, name: str) -> list[Spelled]:
    numbers_of = YEARS if name.endswith("year") else SAMPLE if name.startswith("spellout") else range(1200)
    every = (Spelled(known.locale, name, number, known.spell(name, number)) for number in numbers_of)
    return [one for one in every if name.startswith("digits") or not re.search(r"\d", one.text)]


def read(ones: tuple[Spelled, ...]) -> list[str]:
    """What claimdiff reads: the value where all the words are one number of the right kind, else what it read of them."""
    out: list[list[str]] = [[] for _ in ones]
    if not ones:
        return []
    known = language(ones[0].language)
    text = "\n".join(one.text for one in ones)
    found = Found(known.read(text), known, {})
    numbers.find(found)
    starts = [0]
    for one in ones:
        starts.append(starts[-1] + len(one.text) + 1)
    for number in found.numbers:
        at = bisect_right(starts, number.start) - 1
        whole = (number.start, number.end) == (starts[at], starts[at + 1] - 1) and number.ordinal == ones[at].ordinal
        out[at].append(number.value if whole else f"({number.value})")
    return [" ".join(values) for values in out]


def second_opinion(one: Spelled) -> str:
    """What text2num reads, or "refused"."""
    try:
        if not one.ordinal:
            return str(text2num(one.text, one.language))
        said = alpha2digit(one.text, one.language, 0)
    # A panic in its Rust is no Exception; only what the user does shall pass.
    except BaseException as error:
        if isinstance(error, (KeyboardInterrupt, SystemExit)):
            raise
        return REFUSED
    rank = re.fullmatch(r"(\d+)\D{0,4}", said)
    return rank[1] if rank else REFUSED


class Difference(NamedTuple):
    """Wordings (`texts`, a pattern) of locales and sets that an oracle and claimdiff read apart, and why."""

    oracle: str
    locales: tuple[str, ...]
    sets: str
    texts: re.Pattern[str]
    why: str

    def explains(self, one: Spelled) -> bool:
        """True for a wording that is known to be read apart."""
        if one.locale not in self.locales and one.language not in self.locales:
            return False
        return re.search(self.sets, one.name) is not None and self.texts.search(one.text) is not None


def differences(oracle: str) -> list[Difference]:
    """The known differences from an oracle, in the order of the file."""
    return [
        Difference(row["oracle"], tuple(row["locales"]), row.get("sets", ""), re.compile(row["texts"]), row["why"])
        for row in _rows()
        if row["oracle"] == oracle and "texts" in row
    ]


def refusals() -> dict[str, int]:
    """By locale, how many wordings text2num is known to make nothing of."""
    return {locale: row["refuses"] for row in _rows() if "refuses" in row for locale in row["locales"]}


@cache
def _rows() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load(DIFFERENCES.read_text("utf-8"))
    return rows
