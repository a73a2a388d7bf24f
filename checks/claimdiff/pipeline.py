"""read -> claims -> link -> judge -> report, readable aloud; each arrow is a table of `claimdiff.tables`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import Any

from claimdiff import claims, tables
from claimdiff.ahead import Reader
from claimdiff.house import NOTHING, House, Word
from claimdiff.judge import Declared, RuleBook, Scene, judge, load_rules
from claimdiff.link import lay_out, link
from claimdiff.model import INNER, MINIMUM, Claim, Finding, Link, Passage, Story, Version

# Stories that go through the stages as one set of tables: enough to share the cost of a table, few enough to stay small.
BATCH = 24


@dataclass(frozen=True, slots=True)
class Checked:
    """A story with what was found in it: claims per version, links, findings, and how much of each kind was linked."""

    story: Story
    claims: list[list[Claim]]
    links: list[Link]
    findings: list[Finding]
    coverage: dict[str, dict[str, Any]]


def check(
    stories: Iterable[Story],
    rules: RuleBook | None = None,
    minimum: float = MINIMUM,
    jobs: int = 1,
    house: House = NOTHING,
    reader: Reader = claims.read,
) -> Iterator[Checked]:
    """Every story checked, in the order given, whatever the number of worker processes; `house`: what the user declares."""
    book = rules or load_rules()
    batches = ((batch, book, minimum, house, reader) for batch in _batches(stories))
    if jobs <= 1:
        for batch in batches:
            yield from _check_batch(batch)
        return
    with ProcessPoolExecutor(jobs) as pool:
        for done in pool.map(_check_batch, batches):
            yield from done


def _batches(stories: Iterable[Story]) -> Iterator[list[Story]]:
    rest = iter(stories)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _check_batch(batch: tuple[list[Story], RuleBook, float, House, Reader]) -> list[Checked]:
    stories, book, minimum, house, reader = batch
    passages, found = find_claims(tables.versions(stories), house.words, reader)
    linked = link_claims(passages, found)
    judged = judge_links(book, stories, passages, found, linked, minimum, house)
    return _checked(stories, found, linked, judged)


def find_claims(
    versions: tables.Table, words: tuple[Word, ...] = (), reader: Reader = claims.read
) -> tuple[tables.Table, tables.Table]:
    """A `Versions` table -> a `Passages` and a `Claims` table; `words`: the user's own."""
    rows = [(story, document, v.lang, reader(v, words)) for story, document, v in tables.each_version(versions)]
    passages = tables.passages((s, d, lang, p) for s, d, lang, (found, _) in rows for p in found)
    return passages, tables.claims((s, d, lang, n, c) for s, d, lang, (_, found) in rows for n, c in enumerate(found))


def link_claims(passages: tables.Table, found: tables.Table) -> tables.Table:
    """A `Passages` and a `Claims` table -> a `Links` table."""
    by_story = _by_story(passages, found)
    return tables.links((s, k) for s, docs in by_story.items() for k in link([lay_out(d, *doc) for d, doc in sorted(docs.items())]))


Document = tuple[str, list[Passage], list[Claim]]


def _by_story(passages: tables.Table, found: tables.Table) -> dict[str, dict[int, Document]]:
    out: dict[str, dict[int, Document]] = defaultdict(dict)
    for story, document, lang, passage in tables.each_passage(passages):
        out[story].setdefault(document, (lang, [], []))[1].append(passage)
    for story, document, lang, claim in tables.each_claim(found):
        out[story].setdefault(document, (lang, [], []))[2].append(claim)
    return out


def judge_links(
    book: RuleBook,
    stories: list[Story],
    passages: tables.Table,
    found: tables.Table,
    linked: tables.Table,
    minimum: float,
    house: House = NOTHING,
) -> tables.Table:
    """Everything found so far -> a `Findings` table."""
    by_story, links = _by_story(passages, found), _links(linked)
    scenes = ((s.name, _scene(s, by_story[s.name], links[s.name], house)) for s in stories)
    return tables.findings((name, finding) for name, scene in scenes for finding in judge(book, scene, minimum))


def _links(linked: tables.Table) -> dict[str, list[Link]]:
    out: dict[str, list[Link]] = defaultdict(list)
    for story, one in tables.each_link(linked):
        out[story].append(one)
    return out


def _facts(house: House) -> list[Declared]:
    """What the user declared, read as a version is."""
    said = ((fact, lang, text) for fact in house.facts for lang, text in fact.says.items())
    return [Declared(text, lang, claims.find(Version(lang, text), house.words), fact.severity) for fact, lang, text in said]


def _scene(story: Story, documents: dict[int, Document], links: list[Link], house: House = NOTHING) -> Scene:
    none: Document = ("", [], [])
    laid = [documents.get(d, none) for d in range(len(story.versions))]
    return Scene(
        [v.lang for v in story.versions],
        [v.text for v in story.versions],
        [d[1] for d in laid],
        [d[2] for d in laid],
        links,
        [v.path for v in story.versions],
        _facts(house),
        {written: name.severity for name in house.names for written in name.write.values()},
        house.source,
    )


def _checked(stories: list[Story], found: tables.Table, linked: tables.Table, judged: tables.Table) -> list[Checked]:
    links, findings = _links(linked), defaultdict(list)
    for name, finding in tables.each_finding(judged):
        findings[name].append(finding)
    held: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for name, document, _, claim in tables.each_claim(found):
        held[name, document].append(claim)
    out = []
    for s in stories:
        per_version = [held[s.name, d] for d in range(len(s.versions))]
        out.append(Checked(s, per_version, links[s.name], findings[s.name], coverage(per_version, links[s.name])))
    return out


def coverage(found: list[list[Claim]], links: list[Link]) -> dict[str, dict[str, Any]]:
    """Kind of claims -> how many the story of each version makes, and how many claims of the first are linked."""
    out: dict[str, dict[str, Any]] = {}
    for kind in sorted({c.kind for claims_ in found for c in claims_ if not c.outside} - INNER):
        counts = [sum(c.kind == kind and not c.outside for c in claims_) for claims_ in found]
        ends = {k.a for k in links if found[k.a[0]][k.a[1]].kind == kind and k.a[0] == 0}
        out[kind] = {"found": counts, "linked": len(ends)}
    return out
