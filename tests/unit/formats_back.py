"""What a tool understands of each format: a report read back into findings."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree

PLACE = re.compile(r'\w+ ([^"]+?):(\d+):(\d+) "((?:[^"\\]|\\.)*)"')
NAMES = re.compile(r"(\w+) ([\w.-]+), (\w+), (\w+), confidence ([\d.]+), fingerprint (\w+)")
CONCISE = re.compile(r'(.+?):(\d+):(\d+): (\w+) (\w+) (.*) \[(.+?), (\w+), ([\d.]+), (\w+)\] \w+ ("(?:[^"\\]|\\.)*")(.*) \((.*?)\)')
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class Told(NamedTuple):
    """A finding as every format tells it; places are path, line, column and words."""

    severity: str
    rule: str
    name: str
    type: str
    confidence: float
    fingerprint: str
    message: str
    why: str
    places: tuple[tuple[str, int, int, str], ...]


def from_json(report: bytes) -> list[Told]:
    story = json.loads(report)
    paths = [document["path"] for document in story["documents"]]
    return [_told(f, [(paths[e["document"]], e["line"], e["column"], e["text"]) for e in f["evidence"]]) for f in story["findings"]]


def _told(finding: Any, places: Iterable[tuple[str, int, int, str]]) -> Told:
    fields = {name: finding[name] for name in Told._fields if name != "places"}
    return Told(**fields, places=tuple(places))


def from_sarif(report: bytes) -> list[Told]:
    (run,) = json.loads(report)["runs"]
    return [_sarif(result, run) for result in run["results"] if not result.get("suppressions")]


def _sarif(result: Any, run: Any) -> Told:
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert rule["id"] == result["ruleId"]
    places = []
    for location in [*result["locations"], *result["relatedLocations"]]:
        where = location["physicalLocation"]
        uri = run["artifacts"][where["artifactLocation"]["index"]]["location"]["uri"]
        assert uri == where["artifactLocation"]["uri"]
        region = where["region"]
        places.append((unquote(uri), region["startLine"], region["startColumn"], region["snippet"]["text"]))
    more = result["properties"]
    severity = "info" if result["level"] == "note" else result["level"]
    message = re.sub(r"\\([\[\]\\])", r"\1", result["message"]["text"])
    why = re.sub(r"\\([\[\]\\])", r"\1", rule["fullDescription"]["text"])
    fingerprint = result["partialFingerprints"]["claimdiff/v1"]
    return Told(
        severity, rule["id"], rule["name"], more["type"], more["confidence"], fingerprint, message, why, tuple(places)
    )  # fmt: skip


def from_note(lines: list[str]) -> Told:
    """A finding from the lines that several formats hold."""
    message, *places, why, names = lines
    match = NAMES.fullmatch(names)
    assert match, names
    rule, name, kind, severity, confidence, fingerprint = match.groups()
    return Told(severity, rule, name, kind, float(confidence), fingerprint, message, why, tuple(map(_place, places)))


def _place(line: str) -> tuple[str, int, int, str]:
    match = PLACE.fullmatch(line)
    assert match, line
    path, row, column, words = match.groups()
    return path, int(row), int(column), _unquoted(f'"{words}"')


def _unquoted(words: str) -> str:
    return re.sub(r"\\(.)", r"\1", words[1:-1])


def from_junit(report: bytes) -> list[Told]:
    found = []
    for case in ElementTree.fromstring(report).iter("testcase"):
        failure, said = case.find("failure"), case.find("system-out")
        body = failure if failure is not None else said
        if body is None or body.text is None or case.find("skipped") is not None:
            continue
        told = from_note(body.text.split("\n"))
        assert case.get("name") == f"{told.rule} {told.name} {told.fingerprint}"
        assert failure is None or failure.get("message") == told.message
        found.append(told)
    return found


def commands(report: bytes) -> list[tuple[str, dict[str, str], str]]:
    """What a runner reads: the command, its properties, its data."""
    out = []
    for line in report.decode().splitlines():
        match = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line)
        assert match, line
        pairs = (pair.split("=", 1) for pair in match[2].split(","))
        out.append((match[1], {key: _decoded(value) for key, value in pairs}, _decoded(match[3])))
    return out


def _decoded(text: str) -> str:
    for written, read in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(written, read)
    return text


def from_github(report: bytes) -> list[Told]:
    """Each finding once; its annotations are one on every file that it rests on, and say the same."""
    annotated: dict[Told, list[str]] = {}
    for command, properties, data in commands(report):
        told = from_note(data.split("\n"))
        assert command == {"error": "error", "warning": "warning", "info": "notice"}[told.severity]
        spot = (properties["file"], int(properties["line"]), int(properties["col"]))
        assert spot in [place[:3] for place in told.places]
        annotated.setdefault(told, []).append(properties["file"])
    for told, files in annotated.items():
        assert sorted(files) == sorted({place[0] for place in told.places})
    return list(annotated)


def _plain(text: str) -> str:
    """Markdown without its escapes."""
    return html.unescape(re.sub(r"\\(.)", r"\1", text))


def from_gitlab(report: bytes) -> list[Told]:
    found = []
    for issue in json.loads(report):
        told = from_note([_plain(line[2:]) for line in issue["content"]["body"].splitlines()])
        spots = [(place["path"], place["lines"]["begin"]) for place in (issue["location"], *issue["other_locations"])]
        assert spots == [place[:2] for place in told.places]
        assert issue["description"] == told.message
        assert issue["fingerprint"].endswith(told.fingerprint)
        found.append(told)
    return found


def from_rdjson(report: bytes) -> list[Told]:
    found = []
    for diagnostic in json.loads(report)["diagnostics"]:
        told = from_note([_plain(line) for line in diagnostic["message"].split("\n")])
        related = [place["location"] for place in diagnostic.get("related_locations", ())]
        spots = [(place["path"], place["range"]["start"]["line"]) for place in (diagnostic["location"], *related)]
        assert spots == [place[:2] for place in told.places]
        assert (diagnostic["severity"], diagnostic["code"]["value"]) == (told.severity.upper(), told.rule)
        found.append(told)
    return found


def from_concise(report: bytes) -> list[Told]:
    found = []
    for line in report.decode().splitlines():
        match = CONCISE.fullmatch(line)
        assert match, line
        path, row, column, severity, rule, message, name, kind, confidence, fingerprint, words, others, why = match.groups()
        places = [(path, int(row), int(column), _unquoted(words))]
        places += [_place(place.group()) for place in PLACE.finditer(others)]
        found.append(Told(severity, rule, name, kind, float(confidence), fingerprint, message, why, tuple(places)))
    return found


def _from_rows(rows: Iterable[dict[str, str]]) -> list[Told]:
    found: dict[str, Told] = {}
    for row in rows:
        plain = {key: re.sub(r"(^|;)([\s\"']*)'(?=[=+\-@])", r"\1\2", value) for key, value in row.items()}
        finding = {**plain, "confidence": float(row["confidence"])}
        place = (plain["path"], int(row["line"]), int(row["column"]), plain["text"])
        before = found.get(row["fingerprint"])
        found[row["fingerprint"]] = _told(finding, (*(before.places if before else ()), place))
    return list(found.values())


def from_csv(report: bytes) -> list[Told]:
    return _from_rows(csv.DictReader(io.StringIO(report.decode(), newline=""), strict=True))


def sheet(report: bytes, number: int = 1) -> list[list[str]]:
    """The cells of a sheet, as text."""
    book = zipfile.ZipFile(io.BytesIO(report))
    strings = [
        "".join(t.text or "" for t in s.iter(f"{SHEET}t")) for s in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
    ]
    rows = []
    for row in ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")).iter(f"{SHEET}row"):
        cells = [(cell.get("t"), cell.findtext(f"{SHEET}v", "")) for cell in row]
        rows.append([strings[int(value)] if kind == "s" else value for kind, value in cells])
    return rows


def from_xlsx(report: bytes) -> list[Told]:
    head, *rows = sheet(report)
    return _from_rows(dict(zip(head, row, strict=True)) for row in rows)


def from_text(report: bytes) -> list[Told]:
    """The report for people; of a note it names the rule once, at the end of the notes."""
    text = report.decode()
    severities = {"error": "errors?", "warning": "warnings?", "info": "notes?"}
    found = []
    for severity, title in severities.items():
        part = re.search(rf"(?ms)^\d+ {title}\n\n(.*?)(?=^\d+ \w+\n\n|^claims )", text)
        if part is None:
            continue
        read = _text_notes if severity == "info" else _text_full
        found += read(part[1], severity)
    return found


def _text_full(part: str, severity: str) -> list[Told]:
    found = []
    for block in part.strip("\n").split("\n\n"):
        head, message, *places, last = (line.strip() for line in block.splitlines())
        _, rule, name, confidence = head.split()
        kind, fingerprint, why = re.fullmatch(r"(\w+) (\w+): (.*)", last).groups()  # type: ignore[union-attr]
        spots = [re.fullmatch(r"\w+  (.+):(\d+):(\d+)", place) for place in places[::2]]
        words = [re.search(r"\[(.*)\]", line) for line in places[1::2]]
        read = tuple((s[1], int(s[2]), int(s[3]), w[1]) for s, w in zip(spots, words, strict=True) if s and w)
        found.append(Told(severity, rule, name, kind, float(confidence), fingerprint, message, why, read))
    return found


def _text_notes(part: str, severity: str) -> list[Told]:
    rules = {m[1]: m.groups() for m in re.finditer(r"(?m)^     (\w+) ([\w.-]+), (\w+): (.*)$", part)}
    found = []
    for m in re.finditer(r"(?m)^ *\d+  (\w+) (.*?)  (\S+):(\d+):(\d+) \[(.*)\]  ([\d.]+) (\w+)$", part):
        _, name, kind, why = rules[m[1]]
        place = (m[3], int(m[4]), int(m[5]), m[6])
        found.append(Told(severity, m[1], name, kind, float(m[7]), m[8], m[2], why, (place,)))
    return found


def from_markdown(report: bytes) -> list[Told]:
    severity, found, rules = "", [], {}
    for line in report.decode().splitlines():
        if line.startswith("### "):
            severity = {"error": "error", "warning": "warning", "note": "info"}[line.split()[2].rstrip("s")]
        elif m := re.fullmatch(r"\d+\. \*\*(\w+)\*\* ([\w.-]+) \((.+?), confidence ([\d.]+), (\w+)\): (.*)", line):
            found.append(Told(severity, m[1], m[2], _plain(m[3]), float(m[4]), m[5], _plain(m[6]), "", ()))
        elif m := re.fullmatch(r"    - \w+ (.+?):(\d+):(\d+): .*?\*\*(.*)\*\*.*", line):
            place = (_plain(m[1]), int(m[2]), int(m[3]), _plain(m[4]))
            found[-1] = found[-1]._replace(places=(*found[-1].places, place))
        elif line.startswith("    - "):
            found[-1] = found[-1]._replace(why=_plain(line[6:]))
        elif m := re.fullmatch(r"\*\*(\w+)\*\* (.*)", line):
            rules[m[1]] = _plain(m[2])
    return [told._replace(why=told.why or rules[told.rule]) for told in found]


READERS: dict[str, Callable[[bytes], list[Told]]] = {
    "text": from_text,
    "concise": from_concise,
    "json": from_json,
    "jsonl": from_json,
    "markdown": from_markdown,
    "sarif": from_sarif,
    "junit": from_junit,
    "github": from_github,
    "gitlab": from_gitlab,
    "rdjson": from_rdjson,
    "csv": from_csv,
    "xlsx": from_xlsx,
}
