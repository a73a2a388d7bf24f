"""Accepted findings from the outside: what is accepted no longer counts, what is new does, and what is over is told."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from claimdiff import cli, pipeline, report
from claimdiff.cli import main
from claimdiff.files import shipped
from claimdiff.model import Story, Version

DEMO = Path(__file__).parent.parent / "demo"
LIST = "claimdiff.accepted.yaml"
STORY = ("content/harbour.fr.md", "content/harbour.it.md", "content/harbour.de.md")
PAIR = ("a.fr.txt", "a.it.txt")
FRENCH = "L'incendie a détruit 120 maisons à Nice.\n\nLe train transporte 300 passagers vers Lyon.\n"
ITALIAN = "L'incendio ha distrutto 210 case a Nizza.\n\nIl treno trasporta 400 passeggeri a Lione.\n"
TODAY = date(2026, 3, 1)

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the demonstration and a pair with two errors; commands run in it, on the first of March 2026."""
    shutil.copytree(DEMO, tmp_path, dirs_exist_ok=True)
    (tmp_path / PAIR[0]).write_text(FRENCH, "utf-8")
    (tmp_path / PAIR[1]).write_text(ITALIAN, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cli, "_today", lambda: TODAY)
    return tmp_path


@pytest.fixture
def run(here: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:  # noqa: ARG001
    """Runs a command: its status, what it printed, what it said beside."""

    def command(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        out, err = capfdbinary.readouterr()
        return int(ended.value.code or 0), out.decode(), err.decode()

    return command


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def document(run: Run, *arguments: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(run("check", *arguments, "--format", "json")[1])
    return told


def entries(here: Path) -> list[dict[str, Any]]:
    return list(yaml.safe_load((here / LIST).read_text("utf-8")))


# The demonstration


def test_what_is_accepted_is_told_apart_and_what_is_new_fails(run: Run) -> None:
    status, out, err = run("check", *STORY)
    assert (status, err) == (1, "")
    assert "35 millions d'euros" in out
    assert "140 bateaux" not in out
    assert out.endswith("harbour: 1 error, 1 accepted\n")


def test_nothing_new_is_no_failure(run: Run, here: Path) -> None:
    changed(here / STORY[1], "53 milioni", "35 milioni")
    status, out, err = run("check", *STORY, "--fail-level", "info")
    assert (status, err) == (0, "")
    assert out.endswith("harbour: nothing found, 1 accepted\n")


def test_a_new_error_at_the_place_of_an_accepted_one_is_new(run: Run, here: Path) -> None:
    changed(here / STORY[1], "53 milioni", "35 milioni")
    changed(here / STORY[1], "150 barche", "160 barche")
    status, out, err = run("check", *STORY)
    assert status == 1
    assert "160 barche" in out
    assert err == (
        f"claimdiff: {LIST}: accepted findings that match no finding any more: line 4 (Q01 in harbour); "
        "claimdiff accept --prune removes them\n"
    )


def test_what_is_accepted_survives_moved_and_reworded_text(run: Run, here: Path) -> None:
    changed(here / STORY[0], "- Le port accueille désormais 140 bateaux de pêche.\n", "")
    changed(here / STORY[0], "\nLe port de", "\nAprès les travaux, 140 bateaux de pêche ont leur place au port.\n\nLe port de")
    changed(here / STORY[2], "Der Hafen nimmt nun", "Im Hafen von Marseille liegen ab heute")
    status, out, err = run("check", *STORY)
    assert (status, err) == (1, "")
    assert out.endswith("1 error, 1 accepted\n")


def test_every_finding_counts_where_nothing_is_to_be_accepted(run: Run) -> None:
    assert run("check", *STORY, "--no-accepted")[1].endswith("harbour: 2 errors\n")


def test_the_json_report_keeps_what_is_accepted_with_the_reason(run: Run) -> None:
    told = document(run, *STORY)
    jsonschema.validate(told, json.loads((shipped("reports") / "findings.schema.json").read_text("utf-8")))
    assert [f["rule"] for f in told["findings"]] == ["Q06"]
    assert told["summary"] == {"error": 1, "warning": 0, "info": 0}
    (held,) = told["accepted"]
    entry = yaml.safe_load((DEMO / LIST).read_text("utf-8"))[0]
    assert held["fingerprint"] == entry["fingerprint"]
    assert held["suppression"] == {"kind": "accepted", "reason": entry["reason"], "by": entry["by"], "expires": None}


def test_no_key_where_nothing_is_accepted(run: Run) -> None:
    assert "accepted" not in document(run, *PAIR)


def test_entries_of_stories_that_were_not_checked_are_left_alone(run: Run, here: Path) -> None:
    before = (here / LIST).read_bytes()
    assert run("check", *PAIR)[2] == ""
    assert run("accept", *PAIR, "--prune")[0] == 0
    assert (here / LIST).read_bytes() == before


# Accepting


def test_accept_writes_what_a_reader_needs(run: Run, here: Path) -> None:
    status, out, err = run("accept", *PAIR, "--reason", "counted\non two days", "--by", "Anna", "--finding", "1")
    assert (status, err) == (0, "")
    first = document(run, *PAIR)["accepted"][0]
    assert out.splitlines() == [
        f"+ Q01 a {first['fingerprint']}  {first['message']}",
        f"{LIST}: 1 accepted, 0 renewed, 0 removed, 1 as before",
    ]
    assert entries(here)[0] == {
        "story": "a",
        "fingerprint": first["fingerprint"],
        "rule": "Q01",
        "message": first["message"],
        "evidence": [f"{'fr' if e['document'] == 0 else 'it'}: {e['text']}" for e in first["evidence"]],
        "confidence": first["confidence"],
        "reason": "counted on two days",
        "by": "Anna",
    }


def test_accept_without_a_name_takes_all_from_the_level_on(run: Run) -> None:
    run("accept", *PAIR, "--reason", "as agreed")
    assert document(run, *PAIR)["summary"]["error"] == 0
    assert run("check", *PAIR)[0] == 0


def test_information_is_accepted_only_where_it_is_asked_for(run: Run, here: Path) -> None:
    with (here / PAIR[0]).open("a", encoding="utf-8") as text:
        text.write("\nUn concert aura lieu à Bordeaux.\n")
    assert document(run, *PAIR)["summary"]["info"] == 1
    run("accept", *PAIR, "--reason", "as agreed")
    assert document(run, *PAIR)["summary"] == {"error": 0, "warning": 0, "info": 1}
    run("accept", *PAIR, "--reason", "as agreed", "--level", "info")
    assert document(run, *PAIR)["summary"] == {"error": 0, "warning": 0, "info": 0}


def test_accepting_again_changes_nothing(run: Run, here: Path) -> None:
    run("accept", *PAIR, "--reason", "as agreed")
    before = (here / LIST).read_bytes()
    assert run("accept", *PAIR, "--reason", "for another reason")[1] == f"{LIST}: 0 accepted, 0 renewed, 0 removed, 3 as before\n"
    assert (here / LIST).read_bytes() == before


def test_a_dry_run_tells_and_writes_nothing(run: Run, here: Path) -> None:
    before = (here / LIST).read_bytes()
    out = run("accept", *PAIR, "--reason", "as agreed", "--dry-run")[1]
    assert [line[:5] for line in out.splitlines()] == ["+ Q01", "+ Q01", LIST[:5]]
    assert out.endswith("; nothing was written\n")
    assert (here / LIST).read_bytes() == before


def test_prune_removes_what_matches_no_more(run: Run, here: Path) -> None:
    changed(here / STORY[1], "150 barche", "140 barche")
    status, out, _ = run("accept", *STORY, "--prune")
    assert (status, out.splitlines()[-1]) == (0, f"{LIST}: 0 accepted, 0 renewed, 1 removed, 0 as before")
    assert out.startswith("- Q01 harbour ")
    assert run("check", *STORY)[2] == ""


def test_what_is_less_sure_than_was_asked_for_is_not_called_unmatched(run: Run, here: Path) -> None:
    changed(here / STORY[1], "53 milioni", "35 milioni")
    confidence = entries(here)[0]["confidence"]
    status, _, err = run("check", *STORY, "--min-confidence", str(confidence + 0.01))
    assert (status, err) == (0, "")


def test_an_expired_entry_counts_again_and_is_told(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("accept", *PAIR, "--reason", "until the correction is out", "--expires", "2026-03-02")
    for day, status in ((date(2026, 3, 2), 0), (date(2026, 3, 3), 1)):
        monkeypatch.setattr(cli, "_today", lambda day=day: day)
        assert run("check", *PAIR)[0] == status
    line = 1 + (here / LIST).read_text("utf-8").splitlines().index("- story: a")
    assert f"that expired and count again: line {line} (Q01 in a), " in run("check", *PAIR)[2]
    out = run("accept", *PAIR, "--reason", "it takes longer", "--expires", "2026-03-09")[1]
    assert [line[:5] for line in out.splitlines()] == ["~ Q01", "~ Q01", LIST[:5]]
    assert run("check", *PAIR)[::2] == (0, "")


def test_trace_counts_as_the_report_does_and_knows_what_is_accepted(run: Run) -> None:
    accepted = document(run, *STORY)["accepted"][0]
    assert "35 millions" in run("trace", "1", *STORY)[1]
    assert f"fingerprint {accepted['fingerprint']}" in run("trace", accepted["fingerprint"][:9], *STORY)[1]


def test_a_list_of_another_name(run: Run, here: Path) -> None:
    assert run("accept", *PAIR, "--reason", "as agreed", "--accepted", "lists/mine.yaml")[0] == 0
    assert run("check", *PAIR)[0] == 1
    assert run("check", *PAIR, "--accepted", "lists/mine.yaml")[0] == 0
    assert len(yaml.safe_load((here / "lists/mine.yaml").read_text("utf-8"))) == 2


# The decisions of the report page


def decided(here: Path, *rows: tuple[dict[str, Any], str, str]) -> str:
    told = [
        {"story": "a", "fingerprint": f["fingerprint"], "rule": f["rule"], "decision": decision, "document": None, "note": note}
        for f, decision, note in rows
    ]
    (here / "decisions.json").write_text(json.dumps({"schema_version": "1", "decisions": told}), "utf-8")
    return "decisions.json"


def test_decisions_of_the_page_become_entries(run: Run, here: Path) -> None:
    one, other = document(run, *PAIR)["findings"]
    name = decided(here, (one, "not-an-issue", ""), (other, "accept", "two counts"))
    assert run("accept", *PAIR, "--from", name, "--by", "Anna")[0] == 0
    reasons = {e["fingerprint"]: (e["reason"], e["by"]) for e in entries(here) if e["story"] == "a"}
    assert reasons == {
        one["fingerprint"]: ("held to be no issue on the report page", "Anna"),
        other["fingerprint"]: ("two counts", "Anna"),
    }
    assert run("check", *PAIR)[0] == 0


def test_what_is_to_be_corrected_is_not_accepted(run: Run, here: Path) -> None:
    one, other = document(run, *PAIR)["findings"]
    name = decided(here, (one, "fix-a", "wrong"), ({**other, "fingerprint": "gone"}, "accept", ""))
    status, out, err = run("accept", *PAIR, "--from", name)
    assert (status, out) == (0, f"{LIST}: 0 accepted, 0 renewed, 0 removed, 1 as before\n")
    assert err == (
        "claimdiff: decisions.json: 1 decided as fix-a: left to be corrected\n"
        "claimdiff: decisions.json: no such finding in this run: gone in a\n"
    )


# Faults

FAULTS = {
    "no reason": ["accept", *PAIR],
    "an empty reason": ["accept", *PAIR, "--reason", " \n"],
    "a name without a reason": ["accept", *PAIR, "--finding", "1", "--prune"],
    "no such finding": ["accept", *PAIR, "--reason", "why", "--finding", "zzz"],
    "no day": ["accept", *PAIR, "--reason", "why", "--expires", "2026-W09-1"],
    "a day past": ["accept", *PAIR, "--reason", "why", "--expires", "2026-02-28"],
    "no list": ["check", *PAIR, "--accepted", "no.yaml"],
    "a folder": ["check", *PAIR, "--accepted", "content"],
    "misspelt key": ["check", *PAIR, "--accepted", "key.yaml"],
    "key twice": ["check", *PAIR, "--accepted", "twice.yaml"],
    "no reason in the list": ["check", *PAIR, "--accepted", "reason.yaml"],
    "no fingerprint": ["accept", *PAIR, "--reason", "why", "--accepted", "fingerprint.yaml"],
    "no date": ["check", *PAIR, "--accepted", "date.yaml"],
    "no share": ["check", *PAIR, "--accepted", "share.yaml"],
    "the same finding twice": ["check", *PAIR, "--accepted", "same.yaml"],
    "no YAML": ["check", *PAIR, "--accepted", "broken.yaml"],
    "nested without end": ["check", *PAIR, "--accepted", "deep.yaml"],
    "no list of entries": ["check", *PAIR, "--accepted", "mapping.yaml"],
    "not UTF-8": ["check", *PAIR, "--accepted", "latin.yaml"],
    "no decisions": ["accept", *PAIR, "--from", "no.json"],
    "no JSON": ["accept", *PAIR, "--from", "broken.json"],
    "JSON without end": ["accept", *PAIR, "--from", "deep.json"],
    "other JSON": ["accept", *PAIR, "--from", "other.json"],
    "decisions to come": ["accept", *PAIR, "--from", "later.json"],
    "decision without a story": ["accept", *PAIR, "--from", "story.json"],
    "decided twice": ["accept", *PAIR, "--from", "twice.json"],
}
ENTRY = "- story: a\n  fingerprint: 0123456789abcdef\n  rule: Q01\n  reason: why\n"
DECISION = '{"story": "a", "fingerprint": "f", "decision": "accept", "note": "%s"}'
BAD = {
    "key.yaml": ENTRY + "  resaon: why\n",
    "twice.yaml": ENTRY + "  rule: Q02\n",
    "reason.yaml": ENTRY.replace("why", "''"),
    "fingerprint.yaml": "# mine\n- story: a\n  rule: Q01\n  reason: why\n",
    "date.yaml": ENTRY + "  expires: 2026-02-30\n",
    "share.yaml": ENTRY + "  confidence: nan\n",
    "same.yaml": ENTRY + ENTRY,
    "broken.yaml": ENTRY + "- story: [\n",
    "deep.yaml": "[" * 300_000,
    "mapping.yaml": "accepted: []\n",
    "broken.json": '{"schema_version": "1",\n "decisions": [}',
    "deep.json": "[" * 300_000,
    "other.json": "[]",
    "later.json": '{"schema_version": "2", "decisions": []}',
    "story.json": '{"schema_version": "1", "decisions": [{"fingerprint": "f", "decision": "accept"}]}',
    "twice.json": f'{{"schema_version": "1", "decisions": [{DECISION % "one"}, {DECISION % "two"}]}}',
}


def test_what_goes_wrong_is_one_clear_line(run: Run, here: Path, golden: Callable[[str, str], None]) -> None:
    """And the list is not touched."""
    for name, text in BAD.items():
        (here / name).write_text(text, "utf-8")
    (here / "latin.yaml").write_bytes(ENTRY.encode() + b"# caf\xe9\n")
    before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
    lines = []
    for name, arguments in FAULTS.items():
        status, out, err = run(*arguments)
        assert (status, out, err.count("\n")) == (2, "", 1), name
        lines.append(f"{name}\n    {err}")
    golden("cli/accept-faults.txt", "".join(lines))
    assert {path: path.read_bytes() for path in here.rglob("*") if path.is_file()} == before


# Fingerprints


def fingerprints(*texts: tuple[str, str]) -> set[str]:
    story = Story("s", tuple(Version(lang, text) for lang, text in texts))
    told = report.tell(next(pipeline.check([story])))
    return {f["fingerprint"] for f in told.document["findings"] if f["severity"] == "error"}


FIRE = (
    "L'incendie a détruit 120 maisons à Nice.",
    "L'incendio ha distrutto 210 case a Nizza.",
    "The fire destroyed 210 homes in Nice.",
)


def test_a_fingerprint_of_three_versions_does_not_change_with_which_two_are_likest() -> None:
    french, italian, english = FIRE
    first = fingerprints(("fr", french), ("it", italian), ("en", english))
    longer = ("L'incendie a détruit 120 maisons à Nice, près de Cannes.", "The fire destroyed 210 homes in Nice, near Cannes.")
    assert len(first) == 1
    assert fingerprints(("fr", longer[0]), ("it", italian), ("en", longer[1])) == first
    assert fingerprints(("en", english), ("fr", french), ("it", italian)) == first


def test_another_value_is_another_fingerprint() -> None:
    french, italian, english = FIRE
    first = fingerprints(("fr", french), ("it", italian), ("en", english))
    assert fingerprints(("fr", french.replace("120", "130")), ("it", italian), ("en", english)).isdisjoint(first)
    assert fingerprints(("fr", french), ("it", italian), ("en", english.replace("210", "220"))).isdisjoint(first)
