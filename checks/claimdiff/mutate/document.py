"""What was measured, as data: kind by kind, in all, and plant by plant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from claimdiff.model import Version
from claimdiff.mutate.checker import Outcome
from claimdiff.mutate.kinds import KINDS, NOT_PLANTED, TYPES_OF
from claimdiff.mutate.measure import Measured, Settings
from claimdiff.mutate.plant import Edit, spans
from claimdiff.report import SEVERITIES
from claimdiff.report.place import Lines

SCHEMA_VERSION = "1"


def document(measured: Sequence[Measured], settings: Settings) -> dict[str, Any]:
    """The measure as JSON has it.

    In `linked` are errors in what another version says too, in `all` these and errors in what one version alone says;
    `places` could be planted, `planted` were, `found` are told by an error or a warning that points at the planted words.
    """
    outcomes = [o for one in measured for o in one.outcomes]
    places = [p for one in measured for p in one.places]
    return {
        "schema_version": SCHEMA_VERSION,
        "seed": settings.seed,
        "limit": settings.limit,
        "stories": [_story(one) for one in measured],
        "kinds": [_kind(kind.name, outcomes, places) for kind in KINDS if kind.name in settings.kinds],
        "total": _bases(outcomes, places),
        "elsewhere": sum(o.elsewhere for o in outcomes),
        "not_planted": NOT_PLANTED,
        "planted": [_planted(number, *pair) for number, pair in enumerate(plants(measured), 1)],
    }


def plants(measured: Sequence[Measured]) -> Iterator[tuple[Measured, Outcome]]:
    """Every plant with its story, in the order of the document."""
    return ((one, outcome) for one in measured for outcome in one.outcomes)


def _story(one: Measured) -> dict[str, Any]:
    versions = [{"path": v.path, "lang": v.lang, "sha256": v.sha256} for v in one.story.versions]
    return {"story": one.story.name, "documents": versions, "baseline": {s: one.baseline.get(s, 0) for s in SEVERITIES}}


def _kind(name: str, outcomes: Sequence[Outcome], places: Sequence[tuple[str, bool]]) -> dict[str, Any]:
    mine = [o for o in outcomes if o.plant.kind == name]
    told = Counter(type_ for o in mine for type_ in {t for _, t in o.found_by})
    found_as = dict(sorted(told.items()))
    return {"kind": name, "type": TYPES_OF[name], **_bases(mine, [p for p in places if p[0] == name]), "found_as": found_as}


def _bases(outcomes: Sequence[Outcome], places: Sequence[tuple[str, bool]]) -> dict[str, dict[str, int]]:
    linked = _base([o for o in outcomes if o.plant.linked], sum(said for _, said in places))
    return {"linked": linked, "all": _base(outcomes, len(places))}


def _base(outcomes: Iterable[Outcome], places: int) -> dict[str, int]:
    found = [o.found for o in outcomes]
    return {"places": places, "planted": len(found), "found": sum(found)}


def _planted(number: int, one: Measured, outcome: Outcome) -> dict[str, Any]:
    plant = outcome.plant
    version = one.story.versions[plant.document]
    lines = Lines(version.text)
    return {
        "id": f"{number:05}",
        "story": one.story.name,
        "kind": plant.kind,
        "type": TYPES_OF[plant.kind],
        "document": plant.document,
        "lang": version.lang,
        "linked": plant.linked,
        "found": outcome.found,
        "found_by": [rule for rule, _ in outcome.found_by],
        "edits": [_edit(version, lines, edit, place) for edit, place in zip(sorted(plant.edits), spans(plant.edits), strict=True)],
    }


def _edit(version: Version, lines: Lines, edit: Edit, place: tuple[int, int]) -> dict[str, Any]:
    """Words before and after; line and column are of the version as it was, start and end of the changed one."""
    line, column = lines.place(edit.start)
    words = {"before": version.text[edit.start : edit.end], "after": edit.words}
    return {"line": line, "column": column, "start": place[0], "end": place[1], **words}
