"""read -> claims -> link -> judge -> report, readable aloud; each arrow is a table of `claimdiff.tables`."""

from __future__ import annotations

from collections import Counter, defaultdict
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
from claimdiff.undisturbed import undisturbed

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


@undisturbed()
def _check_batch(batch: tuple[list[Story], RuleBook, float, House, Reader]) -> list[Checked]:
    stories, book, minimum, house, reader = batch
    told = by_story(*find_claims(tables.versions(stories), house.words, reader))
    linked = _links(link_claims(told))
    judged = judge_links(book, stories, told, linked, minimum, house)
    return _checked(stories, told, linked, judged)


def find_claims(
    versions: tables.Table, words: tuple[Word, ...] = (), reader: Reader = claims.read
) -> tuple[tables.Table, tables.Table]:
    """A `Versions` table -> a `Passages` and a `Claims` table; `words`: the user's own."""
    rows = [(story, document, v.lang, reader(v, words)) for story, document, v in tables.each_version(versions)]
    passages = tables.passages((s, d, lang, p) for s, d, lang, (found, _) in rows for p in found)
    return passages, tables.claims((s, d, lang, n, c) for s, d, lang, (_, found) in rows for n, c in enumerate(found))


Document = tuple[str, list[Passage], list[Claim]]
Documents = dict[str, dict[int, Document]]


def by_story(passages: tables.Table, found: tables.Table) -> Documents:
    """A `Passages` and a `Claims` table, each read once -> the documents of every story."""
    out: Documents = defaultdict(dict)
    for story, document, lang, passage in tables.each_passage(passages):
        out[story].setdefault(document, (lang, [], []))[1].append(passage)
    for story, document, lang, claim in tables.each_claim(found):
        out[story].setdefault(document, (lang, [], []))[2].append(claim)
    return out


def link_claims(told: Documents) -> tables.Table:
    """The documents of every story -> a `Links` table."""
    return tables.links((s, k) for s, docs in told.items() for k in link([lay_out(d, *doc) for d, doc in sorted(docs.items())]))


def judge_links(
    book: RuleBook,
    stories: list[Story],
    told: Documents,
    links: dict[str, list[Link]],
    minimum: float,
    house: House = NOTHING,
) -> tables.Table:
    """Everything found so far -> a `Findings` table."""
    scenes = ((s.name, _scene(s, told[s.name], links[s.name], house)) for s in stories)
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
    laid = _laid_out(story, documents)
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


def _laid_out(story: Story, documents: dict[int, Document]) -> list[Document]:
    """The documents of a story by its versions, an empty one for a version without a word."""
    return [documents.get(d, ("", [], [])) for d in range(len(story.versions))]


def _checked(stories: list[Story], told: Documents, links: dict[str, list[Link]], judged: tables.Table) -> list[Checked]:
    findings: dict[str, list[Finding]] = defaultdict(list)
    for name, finding in tables.each_finding(judged):
        findings[name].append(finding)
    out = []
    for s in stories:
        per_version = [claims_ for _, _, claims_ in _laid_out(s, told[s.name])]
        out.append(Checked(s, per_version, links[s.name], findings[s.name], coverage(per_version, links[s.name])))
    return out


def coverage(found: list[list[Claim]], links: list[Link]) -> dict[str, dict[str, Any]]:
    """Kind of claims -> how many the story of each version makes, and how many claims of the first are linked."""
    counts = [Counter(c.kind for c in claims_ if not c.outside) for claims_ in found]
    linked = Counter(found[document][number].kind for document, number in {k.a for k in links} if document == 0)
    kinds = sorted(set().union(*counts) - INNER)
    return {kind: {"found": [count[kind] for count in counts], "linked": linked[kind]} for kind in kinds}
