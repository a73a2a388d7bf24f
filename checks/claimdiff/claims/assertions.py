"""Claims: what a sentence denies as a whole; the other half of a negation that only one version has."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from claimdiff.claims.found import Found
from claimdiff.model import Claim
from claimdiff.text import Sentence

# Shorter ones are headings and cells; of longer ones no editor sees what is meant.
FEWEST_TOKENS, LONGEST = 4, 190
# Terms of polarity.tsv that deny in another way, or only seem to: where one stands, two versions may say the same.
_HINTS = frozenset(
    {"without", "only", "plain", "expletive", "implicit", "stopping", "little", "lacking", "negator", "instead", "correction"}
)


def find(found: Found) -> list[Claim]:
    """An `assertion` for every sentence: value "denied" or "affirmed", with the number of its negations and of hints at one."""
    denied, hints = _by_sentence(found, _denials(found)), _by_sentence(found, _hints(found))
    return [_claim(number, sentence, denied[number], hints[number]) for number, sentence in _sentences(found)]


def _sentences(found: Found) -> Iterator[tuple[int, Sentence]]:
    return ((n, s) for n, s in enumerate(found.reading.sentences) if s.last - s.first >= FEWEST_TOKENS)


def _denials(found: Found) -> Iterator[tuple[int, int]]:
    return ((c.start, c.end) for c in found.kind("polarity") if c.value == "negated")


def _hints(found: Found) -> Iterator[tuple[int, int]]:
    yield from (found.span(t.first, t.last) for t in found.of("polarity") if t.id in _HINTS and t.first not in found.parted)
    yield from found.corrected
    yield from ((c.start, c.end) for c in found.kind("quantifier") if c.value in ("first", "none", "only"))


def _by_sentence(found: Found, spans: Iterator[tuple[int, int]]) -> dict[int, list[tuple[int, int]]]:
    out: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for span in spans:
        out[found.reading.sentence_at(span[0])].append(span)
    return out


def _claim(number: int, sentence: Sentence, denied: list[tuple[int, int]], hints: list[tuple[int, int]]) -> Claim:
    start, end = sentence.start, sentence.end
    if end - start > LONGEST:
        start, end = denied[0] if denied else (start, start + LONGEST)
    starts = [d[0] for d in denied]
    free = [h for h in hints if (at := bisect_right(starts, h[0])) == 0 or h[0] >= denied[at - 1][1]]
    details = {"denials": str(len(denied)), "hints": str(len(free)), "sentence": str(number)}
    if free:
        # Where the hints stand, counted from the claim's start.
        details["asides"] = "+".join(str(h[0] - start) for h in free)
    return Claim("assertion", start, end, "denied" if denied else "affirmed", details=details, found_by="assertions.sentence")
