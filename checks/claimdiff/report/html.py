"""Findings as one self-contained HTML page: the versions side by side, the evidence marked where it stands."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from markupsafe import Markup

from claimdiff.files import shipped
from claimdiff.report.document import SEVERITIES, Told
from claimdiff.report.templates import environment
from claimdiff.report.view import view

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Segment(NamedTuple):
    """A stretch of a text; `findings` are the numbers of those that rest on it, `severity` the worst of theirs."""

    text: str
    findings: tuple[int, ...]
    severity: str


def page(told: Sequence[Told]) -> str:
    """The page; it asks for nothing, and its policy lets nothing but its own style and script run."""
    style, script = _part("page.css"), _part("page.js")
    stories = [_story(number, one) for number, one in enumerate(told, 1)]
    template = environment(visible, markup=True).get_template("report.html.j2")
    return template.render(
        stories=stories,
        style=Markup(style),
        script=Markup(script),
        policy=f"default-src 'none'; img-src data:; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'",
        severities=SEVERITIES,
        types=sorted({finding["type"] for one in told for finding in one.document["findings"]}),
    )


def segments(text: str, marks: Sequence[tuple[int, int, int, str]]) -> list[Segment]:
    """The text cut wherever a mark (start, end, finding, severity) begins or ends; joined again it is the text."""
    cuts = sorted({0, len(text), *(at for mark in marks for at in mark[:2])})
    opening: dict[int, list[tuple[int, int, int, str]]] = {}
    for mark in marks:
        if mark[0] < mark[1]:
            opening.setdefault(mark[0], []).append(mark)
    out, active = [], list[tuple[int, int, int, str]]()
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark[1] > start] + opening.get(start, [])
        out.append(_segment(text[start:end], active))
    return out


def _segment(text: str, active: Sequence[tuple[int, int, int, str]]) -> Segment:
    findings = tuple(sorted({finding for _, _, finding, _ in active}))
    return Segment(text, findings, min((severity for *_, severity in active), key=SEVERITIES.index, default=""))


def _story(number: int, told: Told) -> dict[str, Any]:
    shown = view(told)
    marks: list[list[tuple[int, int, int, str]]] = [[] for _ in told.texts]
    for finding in shown["findings"]:
        for evidence in finding["evidence"]:
            marks[evidence["document"]].append((evidence["start"], evidence["end"], finding["number"], finding["severity"]))
    for document, text, of_it in zip(shown["documents"], told.texts, marks, strict=True):
        document["segments"] = segments(text, of_it)
    return {**shown, "number": number}


def visible(text: str) -> str:
    """The text with a sign for the controls that HTML does not allow, and for those that would turn the text around."""
    return _CONTROLS.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def _part(name: str) -> str:
    return (shipped("reports") / name).read_text("utf-8")


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
