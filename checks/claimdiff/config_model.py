"""What a configuration may say: the one place where its keys, their types and their defaults stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from claimdiff.config import FAIL_LEVEL, FORMAT
from claimdiff.errors import ClaimdiffError
from claimdiff.language import expand, known_language
from claimdiff.model import MINIMUM
from claimdiff.patterns import glob, story_pattern

Severity = Literal["error", "warning", "info"]


def _valid(check: Callable[[str], object]) -> Callable[[str], str]:
    """The word itself when `check` takes it; what it refuses becomes an error of the model, at the word's place."""

    def validated(word: str) -> str:
        try:
            check(word)
        except ClaimdiffError as error:
            raise ValueError(error.problem) from None
        return word

    return validated


def _code(word: str) -> str:
    try:
        return known_language(word)
    except ClaimdiffError as error:
        raise ValueError(error.problem) from None


def _below(path: str) -> str:
    if not path or "\\" in path or PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts:
        raise ValueError("a report is written below the folder of the configuration")
    return path


def _form(word: str) -> str:
    if not any(character.isalnum() for form in expand(word) for character in form) or not expand(word):
        raise ValueError("a form is a word or several")
    return word


Lang = Annotated[str, AfterValidator(_code)]
Glob = Annotated[str, AfterValidator(_valid(glob))]
StoryGlob = Annotated[str, AfterValidator(_valid(story_pattern))]
Below = Annotated[str, AfterValidator(_below)]
Form = Annotated[str, AfterValidator(_form)]


def _one(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _pattern(value: Any) -> Any:
    return {"pattern": value} if isinstance(value, str | list) else value


def _everywhere(value: Any) -> Any:
    """A list of forms holds in every language."""
    return {"*": value} if isinstance(value, str | list) else value


def _hyphened(name: str) -> str:
    return name.replace("_", "-")


def _off(value: Any) -> Any:
    return "off" if value is False else value


# YAML reads a bare `off` as false.
Level = Annotated[
    Literal["error", "warning", "info", "off"],
    BeforeValidator(_off, json_schema_input_type=Literal["error", "warning", "info", "off", False]),
]


class Part(BaseModel):
    """A closed set of keys, written with hyphens."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=_hyphened)


class Stories(Part):
    """Where the versions of stories are."""

    pattern: Annotated[tuple[StoryGlob, ...], BeforeValidator(_one, json_schema_input_type=str | list[str])] = Field(
        min_length=1, description="Paths from this file's folder, with {lang} and {story}; several may belong together."
    )
    default: Lang | None = Field(default=None, description="The language of files that name none: README.md beside README.fr.md.")


class RuleChoice(Part):
    """Which rules hold, and how severe they are. A rule is named by code (Q02), letter (Q), name or the name's first part."""

    files: tuple[str, ...] = Field(default=(), description="Rule files of your own: paths or patterns from this file's folder.")
    select: tuple[str, ...] = Field(default=(), description="Only these rules; all of them when empty.")
    ignore: tuple[str, ...] = Field(default=(), description="Not these rules.")
    severity: dict[str, Level] = Field(default={}, description="Another severity for a rule; the more exact name wins.")


class Override(Part):
    """Other rules for some paths or between some languages."""

    paths: tuple[Glob, ...] = Field(default=(), description="For findings that rest on a version with such a path.")
    languages: tuple[Lang, ...] = Field(default=(), max_length=2, description="For findings between these two, or with this one.")
    select: tuple[str, ...] = Field(default=(), description="Only these rules.")
    ignore: tuple[str, ...] = Field(default=(), description="Not these rules.")
    severity: dict[str, Level] = Field(default={}, description="Another severity for a rule.")


Forms = Annotated[
    dict[Lang | Literal["*"], Annotated[tuple[Form, ...], BeforeValidator(_one), Field(min_length=1)]],
    BeforeValidator(_everywhere, json_schema_input_type=str | list[str] | dict[str, str | list[str]]),
    Field(min_length=1, description="Wordings, in every language or by language; endings in braces: member{,s}."),
]


class Alias(Part):
    """Further wordings of something that claimdiff knows."""

    means: str = Field(pattern=r"^[a-z_]+/[^/]+$", description="TABLE/ID, as in rules/languages: organisations/imf.")
    forms: Forms


class Entry(Part):
    """Something of your own: an organisation, or a thing that is counted."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$", description="A name for it that claimdiff does not know yet.")
    forms: Forms


class Words(Part):
    """Words that claimdiff does not know, or shall not read."""

    unchecked: tuple[Form, ...] = Field(default=(), description="Product names and the like: no claim is read inside them.")
    aliases: tuple[Alias, ...] = ()
    organisations: tuple[Entry, ...] = ()
    concepts: tuple[Entry, ...] = ()


class Fact(Part):
    """What is so, as a sentence in one language or several; claimdiff reads the claims in it."""

    says: dict[Lang, str] = Field(min_length=1)
    why: str = ""
    severity: Severity = "error"


class Name(Part):
    """How a name is written in this house, and how it is not."""

    write: Annotated[dict[Lang | Literal["*"], str], BeforeValidator(_everywhere, json_schema_input_type=str | dict[str, str])]
    never: Forms | None = None
    why: str = ""
    severity: Severity = "warning"


class Settings(Part):
    """Configuration of claimdiff: claimdiff.yaml, or [tool.claimdiff] in pyproject.toml."""

    stories: Annotated[
        tuple[Annotated[Stories, BeforeValidator(_pattern, json_schema_input_type=str | list[str] | Stories)], ...],
        BeforeValidator(_one, json_schema_input_type=str | list[str | list[str] | Stories]),
    ] = Field(default=(), description="Where stories are; `claimdiff check` without files checks them all.")
    languages: tuple[Lang, ...] = Field(default=(), description="Those of the stories, in the order of reports; all known ones.")
    source: Lang | None = Field(default=None, description="The language that is right where versions differ; listed first.")
    include: tuple[Glob, ...] = Field(default=(), description="Only stories below these paths.")
    exclude: tuple[Glob, ...] = Field(default=(), description="No stories below these paths.")
    gitignore: bool = Field(default=True, description="Leave out what git ignores.")
    format: str = Field(default=FORMAT, description="What `check` prints.")
    output: dict[str, Below] = Field(default={}, description="Reports to write as well: FORMAT: PATH, from this file's folder.")
    fail_level: Literal["error", "warning", "info", "never"] = Field(default=FAIL_LEVEL, description="Status 1 from this one on.")
    min_confidence: float = Field(default=MINIMUM, ge=0, le=1, description="Findings less sure are left out.")
    min_coverage: int = Field(default=0, ge=0, le=100, description="Of a hundred claims, how many must be linked in each story.")
    jobs: int | None = Field(default=None, ge=1, description="Worker processes; one a processor where that is worth it.")
    cache: bool = Field(default=True, description="Remember results of stories that did not change.")
    rules: RuleChoice = RuleChoice()
    overrides: tuple[Override, ...] = Field(default=(), description="Other rules for some paths or language pairs; later ones win.")
    lexicon: Words = Words()
    facts: tuple[Fact, ...] = Field(default=(), description="What is so, whatever the versions say.")
    names: tuple[Name, ...] = Field(default=(), description="House style: how names are written.")

    def default_language(self, stories: Stories) -> str | None:
        """The language of a story's file whose path names none."""
        return stories.default or self.source
