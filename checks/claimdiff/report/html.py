"""Findings as one self-contained HTML page: the versions side by side, the evidence marked where it stands."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from markupsafe import Markup

from claimdiff.files import shipped
from claimdiff.report import charts
from claimdiff.report.document import SEVERITIES, Told
from claimdiff.report.marks import Mark, lines
from claimdiff.report.reasons import reason, said
from claimdiff.report.templates import environment
from claimdiff.report.view import view

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# One script, in this order: what a part names stands in an earlier one.
_SCRIPTS = ("model", "store", "filters", "desk", "decisions", "files", "notes", "overview", "start")


def page(told: Sequence[Told], many: bool = False) -> str:
    """The page; it asks for nothing, and its policy lets nothing but its own style and script run.

    The stories with most errors come first; `many` puts a summary of them in front.
    """
    style, script = _part("page.css"), _script()
    stories = [_story(number, one) for number, one in enumerate(sorted(told, key=_weight), 1)]
    findings = [finding for one in told for finding in one.document["findings"]]
    most = max((sum(story["totals"]["counts"].values()) for story in stories), default=0)
    for story in stories:
        story["beside"] = charts.bar(story["totals"]["counts"], most)
    return (
        environment(visible, markup=True)
        .get_template("report.html.j2")
        .render(
            stories=stories,
            many=many or len(told) > 1,
            style=Markup(style),
            script=Markup(script),
            data=_data(stories),
            policy=_policy(style, script),
            severities=SEVERITIES,
            types=charts.types(findings),
            totals=_totals(charts.severities(findings)),
        )
    )


def visible(text: str) -> str:
    """The text with a sign for the controls that HTML does not allow, and for those that would turn the text around."""
    return _CONTROLS.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def letter(place: int) -> str:
    """What a version is called on the page: A, B, ... Z, then AA."""
    return (letter(place // 26 - 1) if place > 25 else "") + chr(ord("A") + place % 26)


def _weight(told: Told) -> tuple[Any, ...]:
    """Errors first, then how sure they are, then warnings, then notes."""
    findings = told.document["findings"]
    sure = [sum(f["confidence"] for f in findings if f["severity"] == severity) for severity in SEVERITIES]
    counts = told.document["summary"]
    return tuple(part for severity, sum_ in zip(SEVERITIES, sure, strict=True) for part in (-counts[severity], -round(sum_, 3)))


def _story(number: int, told: Told) -> dict[str, Any]:
    document = told.document
    accepted = document.get("accepted") or []
    shown = view(Told({**document, "findings": [*document["findings"], *accepted]}, told.texts))
    open_ones = len(document["findings"])
    for finding in shown["findings"]:
        finding.update(_finding(finding, number, finding["number"] > open_ones))
    for place, one in enumerate(shown["documents"]):
        one.update(letter=letter(place), lines=lines(told.texts[place], _marks(shown["findings"], place)))
    return {
        **shown,
        "number": number,
        "groups": _groups(shown["findings"]),
        "totals": _totals(document["summary"]),
        "accepted": len(accepted),
        "coverage": charts.coverage(document["coverage"]),
        "share": charts.share(document["coverage"]),
    }


def _finding(finding: dict[str, Any], story: int, accepted: bool) -> dict[str, Any]:
    evidence = [{**one, "letter": letter(one["document"]), "said": said(one["value"])} for one in finding["evidence"]]
    return {"key": f"{story}-{finding['number']}", "evidence": evidence, "reason": reason(finding["trace"]), "accepted": accepted}


def _groups(findings: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The findings by severity, and behind them those that were accepted earlier."""
    groups = [(severity, [f for f in findings if f["severity"] == severity and not f["accepted"]]) for severity in SEVERITIES]
    groups.append(("accepted", [f for f in findings if f["accepted"]]))
    titles = dict(zip((*SEVERITIES, "accepted"), ("Errors", "Warnings", "Notes", "Accepted earlier"), strict=True))
    return [{"kind": kind, "title": titles[kind], "findings": of_it} for kind, of_it in groups if of_it]


def _marks(findings: Iterable[dict[str, Any]], place: int) -> list[Mark]:
    return [
        (evidence["start"], evidence["end"], finding["number"], finding["severity"])
        for finding in findings
        for evidence in finding["evidence"]
        if evidence["document"] == place
    ]


def _totals(counts: dict[str, int]) -> dict[str, Any]:
    return {"counts": counts, "bar": charts.bar(counts)}


def _data(stories: Sequence[dict[str, Any]]) -> Markup:
    """What the script needs to know of the stories, as JSON in which nothing can end its element."""
    told = json.dumps([_told(story) for story in stories], separators=(",", ":"))
    return Markup(told.translate({ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}))


def _told(story: dict[str, Any]) -> dict[str, Any]:
    documents = [{key: one[key] for key in ("label", "lang", "letter")} for one in story["documents"]]
    keys = ("key", "rule", "name", "type", "severity", "fingerprint", "accepted")
    findings = [
        {
            **{key: finding[key] for key in keys},
            "message": visible(finding["message"]),
            "evidence": [_place(one) for one in finding["evidence"]],
        }
        for finding in story["findings"]
    ]
    return {"story": story["story"], "documents": documents, "findings": findings}


def _place(evidence: dict[str, Any]) -> dict[str, Any]:
    around = evidence["context"]
    return {
        **{key: evidence[key] for key in ("document", "line", "column")},
        "context": [visible(part) for part in around],
    }


def _policy(style: str, script: str) -> str:
    """Nothing is fetched, sent or framed; only this style and this script have a meaning."""
    return (
        f"default-src 'none'; img-src data:; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "connect-src 'none'; base-uri 'none'; form-action 'none'"
    )


def _script() -> str:
    parts = "\n".join(_part(f"page/{name}.js") for name in _SCRIPTS)
    return f'"use strict";\n(() => {{\n{parts}}})();\n'


def _part(name: str) -> str:
    return (shipped("reports") / name).read_text("utf-8")


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
