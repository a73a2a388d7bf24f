"""The trace of a finding in words that an editor understands; the wordings are data, in reports/reasons.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import yaml

from claimdiff.files import shipped
from claimdiff.language import world

_NAME = re.compile(r"\{(\w+)\}")
_SHAPES = {"score": r"-?\d+\.\d+", "rank": r"-?\d+\.\d+", "count": r"\d+", "day": "[1-7]", "other": "[1-7]", "relation": "[a-z-]+"}
_RELATION = re.compile(r"[a-z]+(?:-[a-z]+)*: ")
_DATE = re.compile(r"(\d\d(?:\d\d|\dX|XX)|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?")
# Keys of the lexicon have parts (`ministry:interior`), a time of day has none.
_KEY = re.compile(r"(?!\d+:)[\w+.:/-]*")
_NUMBER = re.compile(r"\d{5,}")
# What the texts hold stands in a trace; a step longer than this is nobody's wording and is told as it is.
_LONGEST = 500


class Reason(NamedTuple):
    """Why claimdiff holds the claims to differ: the steps that led to the finding, and what was weighed and left."""

    steps: tuple[str, ...]
    refused: tuple[str, ...]


class _Wording(NamedTuple):
    when: re.Pattern[str]
    say: str


def reason(trace: Iterable[str]) -> Reason:
    """The steps of a trace in words, each once."""
    steps, refused = dict[str, None](), dict[str, None]()
    for step in trace:
        (refused if step.startswith("refused ") else steps)[explained(step)] = None
    return Reason(tuple(steps), tuple(refused))


def explained(step: str) -> str:
    """One step in words; one that no wording fits as it stands, but for the relation in front."""
    if len(step) <= _LONGEST:
        for wording in _wordings():
            if match := wording.when.fullmatch(step):
                return _filled(wording.say, match.groupdict())
    return _sentence(_RELATION.sub("", step, count=1))


def said(value: str) -> str:
    """A normalised value in words: `XXXX-11-04/XXXX-11-07` is 4 November to 7 November, `MA` Morocco."""
    if value[-2:] in ("/a", "/b") and "_" in value:
        return value[:-2].split("_", 1)[value.endswith("b")].replace("_", " ")
    dates = [_DATE.fullmatch(part) for part in value.split("/")]
    if value.count("/") < 2 and all(dates):
        return " to ".join(_date(*match.groups()) for match in dates if match)
    for table in ("countries", "regions", "cities"):
        if row := world(table).get(value):
            return row["name"]
    return ", ".join(map(_plain, value.split(":"))) if _KEY.fullmatch(value) else value


def _plain(part: str) -> str:
    return _NUMBER.sub(lambda m: f"{int(m.group()):,}".replace(",", "\u202f"), part.replace("_", " "))


def _date(year: str, month: str | None, day: str | None) -> str:
    words = _data()
    known = [day.lstrip("0")] if day and day.isdecimal() else []
    if month in words["parts"]:
        known.append(words["parts"][month])
    elif month and month.isdecimal() and 1 <= int(month) <= len(words["months"]):
        known.append(words["months"][int(month) - 1])
    if year != "XXXX":
        known.append(year.replace("XX", "00s").replace("X", "0s"))
    return " ".join(known) or "a day without a date"


def _filled(say: str, parts: Mapping[str, str]) -> str:
    words = {name: _shown(name, part) for name, part in parts.items()}
    if "score" in parts:
        words["alike"] = next(word for least, word in _data()["alike"] if float(parts["score"]) >= least)
    return _sentence(_NAME.sub(lambda m: words[m.group(1)], say))


def _shown(name: str, part: str) -> str:
    if name in ("day", "other"):
        return str(_data()["weekdays"][int(part) - 1])
    return part if name in _SHAPES else said(part)


def _sentence(words: str) -> str:
    """The words with a capital in front and a full stop behind."""
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?", "…")) else ".")


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((shipped("reports") / "reasons.yaml").read_text("utf-8"))
    return data


@cache
def _wordings() -> Sequence[_Wording]:
    return [_Wording(_pattern(step["when"]), step["say"]) for step in _data()["steps"]]


def _pattern(when: str) -> re.Pattern[str]:
    """A pattern of the step: the words as they stand, a name for each part."""
    pieces = re.split(r"\{(\w+)\}", when)
    parts = (f"(?P<{piece}>{_SHAPES.get(piece, '.+?')})" if n % 2 else re.escape(piece) for n, piece in enumerate(pieces))
    return re.compile("".join(parts), re.S)
