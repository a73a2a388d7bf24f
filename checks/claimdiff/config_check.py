"""What a file says -> settings; what is wrong is told with its place and what was meant."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from claimdiff.config_file import Loc, Written
from claimdiff.config_model import Settings, Words
from claimdiff.errors import DataError, did_you_mean
from claimdiff.language import language, languages, rows_of, world


def checked(written: Written) -> Settings:
    """The settings in a file; DataError for the first thing that is wrong with it."""
    try:
        settings = Settings.model_validate(dict(written.data))
    except ValidationError as error:
        # A misspelt key is told before the key that it was meant to be is told as missing.
        first = min(error.errors(), key=lambda e: e["type"] != "extra_forbidden")
        raise _answer(first, written) from None
    for loc, problem in _contradictions(settings):
        raise written.fault(problem, loc)
    return settings


def schema() -> dict[str, Any]:
    """The JSON schema that an editor checks a claimdiff.yaml by."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "claimdiff.yaml"} | {
        key: value for key, value in Settings.model_json_schema().items() if key != "title"
    }


def schema_text() -> str:
    """The schema as it is shipped."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _answer(error: Any, written: Written) -> DataError:
    loc = tuple(part for part in error["loc"] if part != "[key]")
    if error["type"] == "extra_forbidden":
        known = _known(loc[:-1])
        where = f' in "{_dotted(loc[:-1])}"' if loc[:-1] else ""
        near = did_you_mean(str(loc[-1]), known) or f"; known: {', '.join(known)}"
        return written.fault(f'there is no setting "{loc[-1]}"{where}{near}', loc)
    if error["type"] == "missing":
        return written.fault(f'"{_dotted(loc[:-1])}" lacks the key "{loc[-1]}"', loc)
    # A list or a mapping that may also be a word is a union; its branches are no keys of the file.
    told = loc[: max((n for n in range(len(loc) + 1) if n == 0 or loc[:n] in written.marks), default=0)] or loc
    problem = _SAID.get(error["type"]) or error["msg"].removeprefix("Value error, ").replace("Input should be", "should be")
    return written.fault(f'"{_dotted(told)}": {problem}{_near(error)}', told)


# Where the library speaks of Python's types.
_SAID = {
    **dict.fromkeys(("dict_type", "model_type", "model_attributes_type"), "should be a mapping of keys"),
    "tuple_type": "should be a list",
    "too_short": "should not be empty",
    "string_type": "should be a text",
    "int_parsing": "should be a whole number",
    "float_parsing": "should be a number",
    "bool_parsing": "should be true or false",
}


def _near(error: Any) -> str:
    if error["type"] != "literal_error":
        return ""
    expected = error["ctx"]["expected"].replace(" or ", ",").split(",")
    return did_you_mean(str(error["input"]), [word.strip("' ") for word in expected])


def _dotted(loc: Loc) -> str:
    """`rules.select[0]`, as the settings are called in messages and by `config show`."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc).removeprefix(".")


def _known(loc: Loc) -> list[str]:
    """The keys that the settings have at this place."""
    whole = Settings.model_json_schema()
    here: list[Mapping[str, Any]] = [whole]
    for part in loc:
        here = [inner for one in here for inner in _inside(one, part, whole)]
    return sorted({key for one in here for key in _plain(one, whole).get("properties", {})})


def _inside(schema: Mapping[str, Any], part: int | str, whole: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for one in (_plain(branch, whole) for branch in schema.get("anyOf", [schema])):
        inner = one.get("items") if isinstance(part, int) else one.get("properties", {}).get(part)
        if isinstance(inner, Mapping):
            inner = _plain(inner, whole)
            yield from (_plain(branch, whole) for branch in inner.get("anyOf", [inner]))


def _plain(schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Mapping[str, Any]:
    name = schema.get("$ref", "").rpartition("/")[2]
    return whole["$defs"][name] if name else schema


def _contradictions(settings: Settings) -> Iterator[tuple[Loc, str]]:
    yield from _layouts(settings)
    yield from _words(settings.lexicon)
    for number, over in enumerate(settings.overrides):
        if not over.paths and not over.languages:
            yield ("overrides", number), 'an override holds for "paths" or "languages"; for all stories there is "rules"'


def _layouts(settings: Settings) -> Iterator[tuple[Loc, str]]:
    for number, one in enumerate(settings.stories):
        lone = [pattern for pattern in one.pattern if "{lang}" not in pattern]
        if len(lone) == len(one.pattern):
            yield ("stories", number), f'"{lone[0]}" has no {{lang}}: a story is found by the languages in its paths'
        if lone and settings.default_language(one) is None:
            problem = f'"{lone[0]}" names no language; say which with "default", or "source" for all stories'
            yield ("stories", number), problem


def _words(lexicon: Words) -> Iterator[tuple[Loc, str]]:
    """Aliases of what nobody knows, and entries of one's own that are known already."""
    for number, alias in enumerate(lexicon.aliases):
        table, _, key = alias.means.partition("/")
        known = rows_of(table)
        near = did_you_mean(key, known) if known else did_you_mean(table, language(languages()[0]).tables)
        if key not in known:
            what = f'has no "{key}"' if known else "is no table of rules/languages"
            yield ("lexicon", "aliases", number, "means"), f'"{table}" {what}{near}'
    for table, entries in (("organisations", lexicon.organisations), ("concepts", lexicon.concepts)):
        for number, entry in enumerate(entries):
            if entry.id in world(table):
                problem = f'claimdiff knows "{entry.id}"; further wordings of it are aliases: means: {table}/{entry.id}'
                yield ("lexicon", table, number, "id"), problem
