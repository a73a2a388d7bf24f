"""The measure for a terminal, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from claimdiff import report
from claimdiff.report.terminal import clean

HEAD = ("type", "planted", "said by both", "", "anywhere", "", "places")


def as_json(document: dict[str, Any]) -> str:
    """The measure as JSON, one line end at its end."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def as_text(document: dict[str, Any], verbose: bool = False) -> str:
    """A table with a row a kind and the total; with `verbose`, the errors that were missed as well."""
    kinds = [kind for kind in document["kinds"] if kind["all"]["places"]]
    rows = [HEAD, *(_row(kind["type"], kind["kind"], kind) for kind in kinds), _row("total", "", document["total"])]
    parts = [_before(document), report.table(rows), _beside(document)]
    return "\n".join([*parts, *([_missed(document)] if verbose else [])])


def _row(type_: str, kind: str, told: dict[str, Any]) -> tuple[str, ...]:
    linked, everything = told["linked"], told["all"]
    places = f"{linked['places']} of {everything['places']}"
    return (type_, kind, _count(linked), _share(linked), _count(everything), _share(everything), places)


def _count(base: dict[str, int]) -> str:
    return f"{base['found']} of {base['planted']}" if base["planted"] else "-"


def _share(base: dict[str, int]) -> str:
    return f"{round(100 * base['found'] / base['planted'])} %" if base["planted"] else ""


def _before(document: dict[str, Any]) -> str:
    stories = document["stories"]
    told = {s: sum(story["baseline"][s] for story in stories) for s in report.SEVERITIES}
    counts = ", ".join(f"{severity} {count}" for severity, count in told.items())
    versions = sum(len(story["documents"]) for story in stories)
    several = f"{len(stories)} stories" if len(stories) > 1 else "1 story"
    return f"{several}, {versions} versions; told before anything is planted: {counts}\n"


def _beside(document: dict[str, Any]) -> str:
    nowhere = [kind["kind"] for kind in document["kinds"] if not kind["all"]["places"]]
    lines = [f"no place for: {', '.join(nowhere)}"] if nowhere else []
    lines += [f"never planted: {type_} ({why})" for type_, why in document["not_planted"].items()]
    return "".join(f"{line}\n" for line in (*lines, f"alarms that a planted error set off elsewhere: {document['elsewhere']}"))


def _missed(document: dict[str, Any]) -> str:
    return "".join(f"{line}\n" for plant in document["planted"] if not plant["found"] for line in _lines(document, plant))


def _lines(document: dict[str, Any], plant: dict[str, Any]) -> Iterator[str]:
    story = next(s for s in document["stories"] if s["story"] == plant["story"])
    path = story["documents"][plant["document"]]["path"] or f"{plant['story']}.{plant['lang']}"
    first = plant["edits"][0]
    words = "; ".join(f"{clean(e['before']) or '(nothing)'} -> {clean(e['after']) or '(nothing)'}" for e in plant["edits"])
    said = "" if plant["linked"] else "  (one version alone)"
    yield f"missed  {clean(path)}:{first['line']}:{first['column']}  {plant['kind']}  {words}{said}"
