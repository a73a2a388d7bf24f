"""`claimdiff mutate`: what is planted, that it reads well and is an error, and that the count of what is found is true."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff import pipeline, read
from claimdiff.claims.numbers_lexicon import words_of
from claimdiff.cli import main
from claimdiff.judge import load_rules
from claimdiff.judge.rule import TYPES
from claimdiff.language import expand, grammar, language, languages
from claimdiff.model import Story, Version
from claimdiff.mutate import Settings, digits, document, measure, named, spelling
from claimdiff.mutate.checker import Checker
from claimdiff.mutate.kinds import KINDS, NOT_PLANTED, TYPES_OF, sites
from claimdiff.mutate.plant import Edit, Plant, before, changed, planted, spans
from claimdiff.read.document import as_version

ROOT = Path(__file__).parent.parent.parent
SEEDS = (ROOT / "seeds/interpol.fr.txt", ROOT / "seeds/interpol.it.txt")
PAGE = sorted((ROOT / "tests/pairs/page-ferry").glob("?.??.md"))
FRENCH = (
    "Lundi 4 mai 2026, l'incendie a détruit 120 maisons à Nice, selon la ministre marocaine Salma Benkirane.\n\n"
    "Il est resté 31 arbres.\n"
)
ITALIAN = "Lunedì 4 maggio 2026 l'incendio ha distrutto 120 case a Nizza, secondo la ministra marocchina Salma Benkirane.\n"


def told(*texts: str, langs: Sequence[str] = ("fr", "it")) -> Story:
    return Story("fire", tuple(Version(lang, text) for lang, text in zip(langs, texts, strict=False)))


def checker(story: Story) -> Checker:
    return Checker.of(story, load_rules(), 0.5)


def plants(story: Story, *kinds: str) -> list[Plant]:
    return [p for ground in checker(story).grounds(0) for p in sites(ground) if not kinds or p.kind in kinds]


def exchanged(story: Story, *kinds: str) -> list[tuple[str, str]]:
    """(words before, words after) of every edit."""
    return [(story.versions[p.document].text[e.start : e.end], e.words) for p in plants(story, *kinds) for e in p.edits]


def settings(**options: Any) -> Settings:
    return Settings(load_rules(), named(options.pop("types", ())), **options)


# What is planted


def test_every_type_of_the_taxonomy_is_planted_or_it_is_said_why_not() -> None:
    assert set(TYPES_OF.values()) | set(NOT_PLANTED) == set(TYPES)
    assert not set(TYPES_OF.values()) & set(NOT_PLANTED)
    assert len(TYPES_OF) == len(KINDS)


@pytest.mark.parametrize("paths", [SEEDS, PAGE], ids=["news", "page"])
def test_every_plant_changes_words_of_its_version_and_nothing_else(paths: Sequence[Path]) -> None:
    story = read.story([str(p) for p in paths])
    found = plants(story)
    assert len({p.kind for p in found}) >= 12
    for plant in found:
        old, new = story.versions[plant.document], planted(story.versions[plant.document], plant)
        assert new.text != old.text
        assert [new.text[s:e] for (s, e), edit in zip(spans(plant.edits), sorted(plant.edits), strict=True) if edit.words] == [
            edit.words for edit in sorted(plant.edits) if edit.words
        ]
        assert abs(len(new.text) - len(old.text)) < 120


def test_markup_stays_markup() -> None:
    story = read.story([str(p) for p in PAGE])
    for plant in plants(story):
        new = planted(story.versions[plant.document], plant)
        assert new.readable == as_version(new.text, new.path, new.lang).readable, plant


def test_words_are_exchanged_for_words_of_the_same_form() -> None:
    ((old, new),) = exchanged(told(FRENCH, ITALIAN[:60]), "demonym", "affiliation")
    assert (old, new[-2:]) == ("marocaine", "ne")
    months = dict(exchanged(told(FRENCH, ITALIAN), "month"))
    assert months["mai"] in words_of(grammar("fr", "dates")["months"])
    assert months["maggio"] in words_of(grammar("it", "dates")["months"])
    weekdays = dict(exchanged(told(FRENCH, ITALIAN), "weekday"))
    assert weekdays["Lundi"].istitle()


def test_a_sentence_is_denied_as_its_language_denies() -> None:
    assert ("est", "n'est pas") in exchanged(told("Le pont est fermé.", "Il ponte è chiuso."), "negation")
    assert ("è", "non è") in exchanged(told("Le pont est fermé.", "Il ponte è chiuso."), "negation")
    english = exchanged(told("The bridge is closed.", "Die Brücke ist gesperrt.", langs=("en", "de")), "negation")
    assert english == [("is", "is not"), ("ist", "ist nicht")]


def test_a_denial_is_taken_out_with_all_its_words() -> None:
    story = told("Le ministre n'est pas arrivé à Nice.", "Il ministro non è arrivato a Nizza.")
    after = [planted(story.versions[p.document], p).text for p in plants(story, "negation")]
    assert after == ["Le ministre est arrivé à Nice.", "Il ministro è arrivato a Nizza."]


def test_what_stands_in_a_quotation_is_a_quotation_changed() -> None:
    story = told(
        "« Nous avons compté 120 morts », a dit Salma Benkirane.", "«Abbiamo contato 120 morti», ha detto Salma Benkirane."
    )
    assert {p.kind for p in plants(story) if story.versions[p.document].text[p.edits[0].start].isdigit()} == {"quotation"}


def test_an_item_of_a_list_is_told_twice() -> None:
    story = told("Étaient là la France, la Suède, la Norvège, la Grèce et le Portugal.", "C'erano la Francia e la Svezia.")
    first = plants(story, "duplicate")[0]
    assert planted(story.versions[0], first).text.startswith("Étaient là la France, la Suède, la France, la Norvège")


def test_two_people_are_exchanged() -> None:
    story = told("Salma Benkirane a battu Julie Marchand.", "Salma Benkirane ha battuto Julie Marchand.")
    texts = [planted(story.versions[p.document], p).text for p in plants(story, "people-exchanged")]
    assert texts == ["Julie Marchand a battu Salma Benkirane.", "Julie Marchand ha battuto Salma Benkirane."]


def test_the_end_of_a_range_stays_behind_its_beginning() -> None:
    story = told("Le salon se tient du 4 au 7 novembre 2026.", "La fiera è dal 4 al 7 novembre 2026.")
    assert exchanged(story, "range")
    assert all(4 < int(new) <= 28 and new != "7" for _, new in exchanged(story, "range"))


def test_places_that_the_report_tells_already_are_left_alone() -> None:
    story = told("L'incendie a détruit 120 maisons à Nice.", "L'incendio ha distrutto 210 case a Nizza.")
    assert [f.rule for f in checker(story).findings if f.severity == "error"] == ["Q01"]
    assert not exchanged(story, "figure", "scale", "thing")


def test_masked_words_are_never_planted_in() -> None:
    text = "# Feu\n\nL'incendie a détruit `120 maisons` à **Ni**ce.\n"
    versions = (as_version(text, "a.fr.md", "fr"), as_version(ITALIAN, "a.it.txt", "it"))
    assert [p.kind for p in plants(Story("fire", versions)) if p.document == 0] == ["negation"]


# Figures


@given(st.integers(2, 10**9), st.booleans())
def test_other_digits_are_another_number_written_alike(number: int, exact: bool) -> None:
    numeral = f"{number:,}"
    for other in digits.others(numeral, exact):
        assert [c for c in other if not c.isdigit()] == [c for c in numeral if not c.isdigit()]
        value = int(other.replace(",", ""))
        assert len(str(value)) == len(str(number))
        assert abs(value - number) / number >= (0.012 if exact and number > 99 else 0.25 if not exact else 0)
        assert value != number


@pytest.mark.parametrize(("numeral", "others"), [("34,100", ["341,000", "3,410"]), ("120", ["1200", "12"]), ("1.5", []), ("7", [])])
def test_a_nought_more_or_less(numeral: str, others: list[str]) -> None:
    assert digits.tenfold(numeral) == others


@pytest.mark.parametrize(
    ("lang", "words", "one"),
    [
        ("fr", "vingt-deux", "vingt-quatre"),
        ("fr", "quatre-vingt-douzième", "quatre-vingt-quinzième"),
        ("it", "trentaquattro", "trentasei"),
        ("it", "settima", "quinta"),
        ("de", "vierunddreißig", "vierundfünfzig"),
        ("de", "zwölfte", "elfte"),
        ("en", "twenty-five", "twenty-seven"),
        ("en", "ninth", "fourth"),
        ("es", "doscientas", "trescientas"),
        ("es", "tercero", "cuarto"),
        ("pt", "duas", "três"),
        ("pt", "sete", "nove"),
        ("pt", "oitava", "quarta"),
    ],
)
def test_number_words_are_spelled_by_their_language(lang: str, words: str, one: str) -> None:
    others = spelling.others(language(lang), words)
    mine = spelling.value(language(lang), words)
    assert one in others
    for other in others:
        value = spelling.value(language(lang), other)
        assert value is not None
        assert mine is not None
        assert value[1] == mine[1]
        assert value[0] not in (mine[0], Decimal(1))


# The data


@pytest.mark.parametrize("lang", languages())
def test_words_that_are_exchanged_are_words_of_the_tables(lang: str) -> None:
    data, tables = grammar(lang, "planting"), language(lang).tables
    ids = {form.casefold(): row["id"].partition("/")[0] for row in tables["quantifiers"] for form in expand(row["forms"])}
    for one, other in data["quantifiers"].items():
        assert ids[one] in ids.values(), one
        assert other.casefold() in ids, other
    sequence = {form.casefold(): row["id"] for row in tables["sequence"] for form in expand(row["forms"])}
    for one, other in data["order"].items():
        assert sequence.get(one) != sequence.get(other) or {rank(lang, one), rank(lang, other)} == {1, 2}, (one, other)


def rank(lang: str, word: str) -> int:
    """What a word counts: as the table of ordinals has it, or as the language reads it."""
    listed = [n for n in (1, 2) if word in words_of(grammar(lang, "numbers")["ordinals"][n])]
    read_as = spelling.value(language(lang), word)
    return listed[0] if listed else int(read_as[0]) if read_as else 0


# What is found


def test_a_story_is_checked_as_the_pipeline_checks_it() -> None:
    for paths in (SEEDS, PAGE):
        story = read.story([str(p) for p in paths])
        assert checker(story).findings == next(iter(pipeline.check([story]))).findings


def test_what_is_found_is_what_a_check_of_the_changed_story_tells() -> None:
    story = told(FRENCH, ITALIAN)
    mine = checker(story)
    old = {(f.fingerprint, e.document) for f in mine.findings for e in f.evidence}
    for plant in plants(story, "figure", "month", "demonym", "city"):
        version = planted(story.versions[plant.document], plant)
        again = Story(story.name, (*story.versions[: plant.document], version, *story.versions[plant.document + 1 :]))
        findings = next(iter(pipeline.check([again]))).findings
        touching = {
            f.rule
            for f in findings
            for e in f.evidence
            for start, end in spans(plant.edits)
            if f.severity in ("error", "warning") and e.document == plant.document and e.start < end and start < e.end
            if (f.fingerprint, e.document) not in old
        }
        assert {rule for rule, _ in mine.check(plant).found_by} == touching


def outcomes(story: Story, *types: str) -> dict[tuple[str, str], bool]:
    (one,) = measure([story], settings(types=types))
    texts = [v.text for v in story.versions]
    return {(texts[o.plant.document][e.start : e.end], e.words): o.found for o in one.outcomes for e in o.plant.edits}


def test_a_wrong_figure_is_found_where_both_versions_tell_it() -> None:
    found = outcomes(told(FRENCH, ITALIAN), "figure")
    assert {old: hit for (old, _), hit in found.items()} == {"120": True, "31": False}


def test_what_one_version_alone_says_counts_in_one_base_only() -> None:
    story = told(FRENCH, ITALIAN)
    (row,) = document(measure([story], settings(types=("figure",))), settings(types=("figure",)))["kinds"]
    assert row["linked"] == {"places": 2, "planted": 2, "found": 2}
    assert row["all"] == {"places": 3, "planted": 3, "found": 2}


def test_what_is_told_before_is_the_baseline_and_never_found() -> None:
    story = told(FRENCH, ITALIAN.replace("Nizza", "Torino"))
    (one,) = measure([story], settings(types=("day",)))
    assert one.baseline["error"] >= 1
    assert not [o for o in one.outcomes if "P02" in dict(o.found_by)]


def test_the_limit_counts_each_kind_over_all_stories() -> None:
    stories = [told(FRENCH, ITALIAN), Story("again", told(FRENCH, ITALIAN).versions)]
    measured = measure(stories, settings(types=("number",), limit=1))
    assert sum(o.plant.linked for one in measured for o in one.outcomes) == 1
    assert sum(len(one.places) for one in measured) == 6


def test_the_same_seed_plants_the_same_and_workers_change_nothing() -> None:
    story = told(FRENCH, ITALIAN)
    once, again, abreast = (document(measure([story], s), s) for s in (settings(), settings(), settings(jobs=2)))
    assert once == again == abreast
    assert any(document(measure([story], s), s)["planted"] != once["planted"] for s in (settings(seed=1), settings(seed=2)))


def test_offsets_are_followed_through_edits() -> None:
    text, edits = "one two three four", (Edit(4, 7, "twenty"), Edit(14, 18, ""))
    assert changed(text, edits) == "one twenty three "
    assert [before(n, edits) for n in (0, 3, 4, 9, 10, 11)] == [0, 3, 4, 4, 7, 8]
    assert spans(edits) == [(4, 10), (16, 18)]


# The command


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs a command in a folder with two versions: its status, what it printed, what it said went wrong."""
    (tmp_path / "a.fr.txt").write_text(FRENCH, "utf-8")
    (tmp_path / "a.it.txt").write_text(ITALIAN, "utf-8")
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        out, err = capfdbinary.readouterr()
        return int(str(ended.value.code)), out.decode(), err.decode()

    return command


MUTATE = ("mutate", "a.fr.txt", "a.it.txt", "--jobs", "1")


def test_the_command_tells_a_row_a_kind_and_a_total(run: Run) -> None:
    status, out, err = run(*MUTATE, "--type", "number", "-v")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith("1 story, 2 versions; told before anything is planted: error 0")
    assert lines[3].split() == ["number", "figure", "2", "of", "2", "100", "%", "2", "of", "3", "67", "%", "2", "of", "3"]
    assert lines[4].split()[:4] == ["total", "2", "of", "2"]
    assert lines[-1].startswith("missed  a.fr.txt:3:14  figure  31 -> ")
    assert lines[-1].endswith("(one version alone)")


def test_the_command_tells_json(run: Run) -> None:
    told = json.loads(run(*MUTATE, "--type", "day", "--format", "json")[1])
    assert [(k["kind"], k["type"], k["linked"]["planted"]) for k in told["kinds"]] == [("day", "date", 2)]
    assert told["planted"][0]["edits"][0]["before"] == "4"
    assert told["not_planted"]["omission"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--type", "figur"), 'nothing called "figur" can be planted; did you mean "figure"?'),
        (("--type", "omission"), '"omission" is never planted: a version may leave out what it likes'),
        (("--output", "a.fr.txt"), "a.fr.txt: is there already; name a new folder for the changed versions"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(run: Run, arguments: Sequence[str], said: str) -> None:
    status, out, err = run(*MUTATE, *arguments)
    assert (status, out) == (2, "")
    assert err.startswith(f"claimdiff: {said}")
    assert err.count("\n") == 1


def test_the_changed_versions_can_be_checked_by_others(run: Run, tmp_path: Path) -> None:
    run(*MUTATE, "--type", "number", "--type", "date", "--output", "made")
    manifest = [json.loads(line) for line in (tmp_path / "made/manifest.jsonl").read_text("utf-8").splitlines()]
    checked = {d["story"]: d for d in json.loads(run("check", "--table", "made/stories.jsonl", "--format", "json")[1])}
    assert set(checked) == {plant["id"] for plant in manifest}
    for plant in manifest:
        text = (tmp_path / "made" / plant["files"][plant["document"]]).read_text("utf-8")
        assert [text[e["start"] : e["end"]] for e in plant["edits"]] == [e["after"] for e in plant["edits"]]
        assert bool(checked[plant["id"]]["summary"]["error"]) == plant["found"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.fr.txt", "a.it.txt", "made"]


def test_a_story_that_cannot_be_read_fails_the_run_and_the_others_go_on(run: Run, tmp_path: Path) -> None:
    rows = [("1", "fr", FRENCH), ("1", "it", ITALIAN), ("2", "fr", FRENCH)]
    table = "".join(json.dumps({"story": s, "lang": lang, "text": text}) + "\n" for s, lang, text in rows)
    (tmp_path / "stories.jsonl").write_text(table, "utf-8")
    status, out, err = run("mutate", "--table", "stories.jsonl", "--type", "figure")
    assert status == 2
    assert 'story "2" has one version only' in err
    assert "2 of 2" in out


def test_the_readme_shows_every_kind_that_is_planted() -> None:
    told = (ROOT / "README.md").read_text("utf-8").partition("claimdiff mutate seeds/")[2].partition("\n## ")[0]
    shown = {word for line in told.splitlines() for word in re.split(r"[\s,.]+", line)}
    assert set(TYPES_OF) <= shown
