"""The configuration: found upwards, read whole or refused kindly, shown with the origin of each value."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from inspect import signature
from pathlib import Path

import jsonschema
import pytest
import yaml

from claimdiff import asked, pipeline
from claimdiff.cli import main
from claimdiff.config import Config, find, load
from claimdiff.config_check import schema_text
from claimdiff.config_model import Settings
from claimdiff.config_show import rows
from claimdiff.errors import DataError
from claimdiff.files import shipped
from claimdiff.house import Word

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project's folder, with a folder below it; commands run in it."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "docs/deep").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def configured(folder: Path, text: str) -> Config:
    """The configuration that a text is, with everything in it checked."""
    (folder / "claimdiff.yaml").write_text(text, "utf-8")
    config = load()
    asked.checked(config)
    return config


# Where it is


def test_the_nearest_one_upwards_is_taken(here: Path) -> None:
    (here / "claimdiff.yaml").write_text("source: fr", "utf-8")
    assert find(here / "docs/deep") == here / "claimdiff.yaml"
    (here / "docs/claimdiff.yaml").write_text("source: it", "utf-8")
    assert find(here / "docs/deep") == here / "docs/claimdiff.yaml"


def test_pyproject_counts_only_with_its_table(here: Path) -> None:
    (here / "docs/pyproject.toml").write_text("[tool.other]\nwords = '[tool.claimdiff]'", "utf-8")
    (here / "pyproject.toml").write_text("[tool.claimdiff]\nsource = 'fr'", "utf-8")
    assert find(here / "docs") == here / "pyproject.toml"
    assert load().settings.source == "fr"
    (here / "claimdiff.yaml").write_text("source: it", "utf-8")
    assert load().settings.source == "it"


def test_it_is_not_looked_for_beyond_the_repository(here: Path) -> None:
    (here / "claimdiff.yaml").write_text("source: fr", "utf-8")
    (here / "docs/.git").mkdir()
    assert find(here / "docs/deep") is None


def test_both_files_say_the_same_things(here: Path) -> None:
    said = "fail-level: info\nrules: {ignore: [X01], severity: {Q: warning}}\nstories: ['{story}.{lang}.md']"
    settings = configured(here, said).settings
    (here / "claimdiff.yaml").unlink()
    toml = """
        [tool.claimdiff]
        fail-level = "info"
        stories = ["{story}.{lang}.md"]
        rules = { ignore = ["X01"], severity.Q = "warning" }
    """
    (here / "pyproject.toml").write_text(toml, "utf-8")
    assert load().settings == settings


def test_nothing_is_configured_where_nothing_is_wanted(here: Path) -> None:
    (here / "claimdiff.yaml").write_text("stories: wrong", "utf-8")
    assert load(wanted=False).path is None


def test_a_toml_file_named_must_have_the_table(here: Path) -> None:
    (here / "own.toml").write_text("source = 'fr'", "utf-8")
    with pytest.raises(DataError, match=r"^own\.toml: has no table \[tool\.claimdiff\]$"):
        load(Path("own.toml"))


# What is wrong


WRONG = {
    "misspelt key": "storys: [a]",
    "underscore": "source: fr\nfail_level: info",
    "misspelt key inside": "rules:\n  selct: [Q01]",
    "misspelt key in a list": "stories:\n  - {pattern: 'a/{lang}.md', defalt: fr}",
    "misspelt field": "stories: 'content/{story}.{lnag}.md'",
    "no language in a pattern": "stories: [a.md]",
    "nobody knows the language": "stories: [[README.md, 'README.{lang}.md']]",
    "out of the folder": "exclude: ['../x']",
    "too many wildcards": "include: ['*a*b*c*d*e*f*g']",
    "no character class": "exclude: ['[z-a]']",
    "unknown language": "source: nl",
    "unknown level": "fail-level: errors",
    "not a level": "rules:\n  severity: {people: warn}",
    "too sure": "min-confidence: 2",
    "no number": "jobs: many",
    "unknown rule": "rules:\n  select: [Q01, N0]",
    "unknown rule of a severity": "rules:\n  severity: {peson: off}",
    "unknown rule in an override": "overrides:\n  - {paths: [a], ignore: [Q99]}",
    "rule file not there": "rules:\n  files: [no.yaml]",
    "override for everything": "overrides:\n  - ignore: [Q01]",
    "unknown word": "lexicon:\n  aliases:\n    - means: organisations/inf\n      forms: [the Fund]",
    "unknown table": "lexicon:\n  aliases:\n    - {means: organisation/imf, forms: [the Fund]}",
    "own word that is known": "lexicon:\n  organisations:\n    - {id: imf, forms: [x]}",
    "forms in an unknown language": "lexicon:\n  concepts:\n    - {id: acme, forms: {xx: x}}",
    "empty word": "lexicon:\n  unchecked: ['']",
    "fact that is no mapping": "facts: [INTERPOL has 196 member states]",
    "fact that says nothing": "facts:\n  - says: {}",
    "unknown format": "format: htm",
    "unknown format of a report": "output: {htm: a.html}",
    "report out of the folder": "output: {html: ../a.html}",
    "key twice": "source: fr\nsource: it",
    "aliases": "a: &x [1]\nb: *x",
    "a list": "- a",
    "no YAML": "a: [",
    "control character": 'format: "a\\0b"',
    "no date": "a: 2020-13-45",
    "code": "!!python/object/apply:os.system [echo]",
    "a key that is no word": "? [a]\n: b",
    "deep": "[" * 50_000,
    "another shape": "rules: [Q01]",
}


def test_what_is_wrong_is_told_with_its_place(here: Path, golden: Callable[[str, str], None]) -> None:
    lines = []
    for name, text in WRONG.items():
        with pytest.raises(DataError) as told:
            configured(here, text)
        assert re.match(r"claimdiff\.yaml:(\d+:\d+:)? ", str(told.value)), name
        lines.append(f"{name}\n    {told.value}\n")
    golden("config/faults.txt", "".join(lines))


def test_a_key_of_pyproject_is_told_with_its_line(here: Path) -> None:
    (here / "pyproject.toml").write_text("[project]\nname = 'a'\n[tool.claimdiff.rules]\nselct = ['Q01']\n", "utf-8")
    with pytest.raises(DataError, match=r'^pyproject\.toml:4:1: there is no setting "selct" in "rules"; did you mean "select"\?$'):
        load()


def test_a_wrong_configuration_ends_the_run_with_2(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "docs/own.yaml").write_text("sorce: fr", "utf-8")
    for command in (["check"], ["config", "show"], ["rules", "list"], ["extract", "x.txt"], ["trace", "1"], ["explain", "Q01"]):
        with pytest.raises(SystemExit) as ended:
            main([*command, "--config", "docs/own.yaml"])
        assert ended.value.code == 2
        assert capsys.readouterr().err == 'claimdiff: docs/own.yaml:1:1: there is no setting "sorce"; did you mean "source"?\n'


# What it says


def test_show_tells_where_each_value_is_from(here: Path) -> None:
    config = configured(here, "stories: 'a/{lang}.md'\nrules:\n  severity:\n    Q01: off\nmin-confidence: 0.8\n")
    shown = {name: (value, origin) for name, value, origin in rows(config)}
    assert shown["stories[0].pattern"] == ('["a/{lang}.md"]', "claimdiff.yaml:1:1")
    assert shown["rules.severity.Q01"] == ('"off"', "claimdiff.yaml:4:5")
    assert shown["min-confidence"] == ("0.8", "claimdiff.yaml:5:1")
    assert shown["fail-level"] == ('"error"', "default")
    named = {re.split(r"[.\[]", name)[0] for name in shown}
    assert named == {field.alias for field in Settings.model_fields.values()}


def test_defaults_are_those_of_the_pipeline() -> None:
    assert signature(pipeline.check).parameters["minimum"].default == Config().settings.min_confidence


def test_the_schema_is_fresh_and_takes_what_claimdiff_takes(here: Path) -> None:
    shipped_schema = (shipped("reports") / "config.schema.json").read_text("utf-8")
    assert shipped_schema == schema_text(), "claimdiff config schema > reports/config.schema.json"
    schema = json.loads(shipped_schema)
    jsonschema.validate(yaml.safe_load(EXAMPLE), schema)
    configured(here, EXAMPLE)
    for name in ("misspelt key", "misspelt key inside", "unknown level", "too sure", "no number", "another shape"):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(yaml.safe_load(WRONG[name]), schema)


def _example() -> str:
    """The configuration in README: the block after its file name."""
    text = (ROOT / "README.md").read_text("utf-8")
    (block,) = re.findall(r"\n\n((?:    .*\n|\n(?=    ))*    stories:\n(?:    .*\n|\n(?=    ))*)", text)
    return re.sub("^    ", "", block, flags=re.M)


EXAMPLE = _example()


def test_what_is_declared_reaches_the_house(here: Path) -> None:
    text = """
source: fr
facts: [{says: {en: INTERPOL has 196 member states}, why: its web site}]
names: [{write: North Macedonia, never: [Macedonia, FYROM]}]
lexicon:
  unchecked: [Formula 1]
  aliases: [{means: organisations/imf, forms: {en: the Fund}}]
"""
    house = configured(here, text).house
    assert (house.source, house.facts[0].says, house.facts[0].severity) == ("fr", {"en": "INTERPOL has 196 member states"}, "error")
    assert house.names[0].never == {"*": ("Macedonia", "FYROM")}
    assert house.words == (
        Word("*", "unchecked", "Formula 1", "Formula 1", True),
        Word("*", "spellings", "North Macedonia", "Macedonia|FYROM", True),
        Word("*", "spellings", "", "North Macedonia", True),
        Word("en", "organisations", "imf", "the Fund"),
    )


# The command line wins


def test_the_command_line_wins_over_the_configuration(here: Path) -> None:
    text = "format: json\nfail-level: info\nmin-confidence: 0.7\nmin-coverage: 60\njobs: 2\noutput: {html: out/a.html}\n"
    config = configured(here, text)
    from_file = asked.asked(config, None, ())
    assert from_file == asked.Asked("json", (("html", Path("out/a.html")),), "info", 0.7, 2, 60)
    given = asked.asked(config, ["text=b.txt"], (), form="jsonl", fail_level="never", minimum=0.9, jobs=1, coverage=0)
    assert given == asked.Asked("jsonl", (("text", Path("b.txt")),), "never", 0.9, 1)
    assert asked.asked(Config(), None, ()) == asked.Asked()


def test_reports_are_written_from_the_folder_of_the_configuration(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configured(here, "output: {html: out/a.html}")
    monkeypatch.chdir(here / "docs/deep")
    assert asked.asked(load(), None, ()).outputs == (("html", Path("../../out/a.html")),)
