"""Stories to show on a page: accepted, renamed, made from texts, long."""

from __future__ import annotations

from types import SimpleNamespace

from claimdiff import pipeline, report
from claimdiff.judge import load_rules
from claimdiff.model import Evidence, Finding, Story, Version
from claimdiff.report import Told


def accepted(told: Told, rule: str, reason: str) -> Told:
    """The story with the finding of a rule accepted earlier."""
    document = told.document
    kept = [f for f in document["findings"] if f["rule"] != rule]
    entry = {"kind": "accepted", "reason": reason, "by": "Ada", "expires": "2030-01-31"}
    ours = [{**f, "suppression": entry} for f in document["findings"] if f["rule"] == rule]
    counts = {severity: sum(f["severity"] == severity for f in kept) for severity in report.SEVERITIES}
    return Told({**document, "findings": kept, "accepted": ours, "summary": counts}, told.texts)


def named(told: Told, name: str) -> Told:
    return Told({**told.document, "story": name}, told.texts)


def made(*texts: tuple[str, str]) -> Told:
    """A story of some texts through the whole pipeline."""
    story = Story("fire", tuple(Version(lang, text, f"fire.{lang}.txt") for lang, text in texts))
    return report.tell(next(iter(pipeline.check([story], load_rules(None)))))


def long(findings: int, name: str = "long") -> Told:
    """A story of two versions with so many findings, one a line."""
    lines = [[f"{word} {n} {'lorem ipsum dolor sit amet ' * 6}" for n in range(findings)] for word in ("uno", "two")]
    texts = ["\n".join(one) for one in lines]
    starts = [[text.index(f"{line}") for line in one] for text, one in zip(texts, lines, strict=True)]

    def finding(n: int) -> Finding:
        places = [(d, starts[d][n], starts[d][n] + len(str(n)) + 4) for d in (0, 1)]
        evidence = tuple(Evidence(d, a, b, texts[d][a:b], str(n), "passage") for d, a, b in places)
        severity = report.SEVERITIES[n % 3]
        return Finding(
            f"Q{n % 7:02d}", "quantity.sample", "number", "different", severity, 0.9, f"{n}", evidence, f"{n:016x}", "", ()
        )

    story = Story(name, (Version("it", texts[0]), Version("en", texts[1])))
    coverage = {"quantity": {"found": [9, 9], "linked": 8}}
    return report.tell(SimpleNamespace(story=story, findings=[finding(n) for n in range(findings)], coverage=coverage))
