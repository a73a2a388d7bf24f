"""Claims: what is quoted, word for word, and who is quoted."""

from __future__ import annotations

import re
from bisect import bisect_right

from claimdiff.claims.clauses import sentence
from claimdiff.claims.found import Found
from claimdiff.model import Claim

_LONGEST = 600
_FEWEST_WORDS = 3
_KEPT = 80
# A speaker and a verb of saying stand this near (in code points) to the quotation.
_NEAR = 90
# Openers with the closers that may answer them: French and Italian, English, German and Swiss ways.
_PAIRS = {"«": "»", "“": "”“", "„": "“”", "»": "«", "‹": "›"}
_STRAIGHT = '"'
_OPENERS = re.compile(f"[{''.join(_PAIRS)}{_STRAIGHT}]")
_SINGLE = re.compile(rf"(?<!\w)'(?=\w)([^\n\"]{{3,{_LONGEST}}}?(?:[.,!?…](?='(?!\w))|\w(?='[.,;:)])))'")
_WORD = re.compile(r"[^\W_]+")


def find(found: Found) -> list[Claim]:
    """The quotations of three words or more, in text order."""
    said = [term.first for term in found.of("quotations")]
    people = sorted((c for c in found.kind("person")), key=lambda c: c.start)
    return [claim for start, end in _spans(found.reading.text) if (claim := _quotation(found, start, end, said, people))]


def _spans(text: str) -> list[tuple[int, int]]:
    """What stands between an opening mark and the mark that closes it, marks left out; never across a blank line."""
    out, index = [], 0
    while match := _OPENERS.search(text, index):
        end = _closing(text, match.start())
        index = match.end() if end is None else end + 1
        if end is not None:
            out.append((match.end(), end))
    # Single marks are apostrophes as often: only where a stop or a comma says that they close.
    out += [match.span(1) for match in _SINGLE.finditer(text) if not _inside(out, match.start())]
    return sorted(out)


def _inside(spans: list[tuple[int, int]], index: int) -> bool:
    place = bisect_right(spans, (index, index)) - 1
    return place >= 0 and spans[place][0] <= index < spans[place][1]


def _closing(text: str, index: int) -> int | None:
    """Where the quotation opened at index closes, or None: nothing closes it near, or it is no opener (1'12" behind)."""
    mark = text[index]
    closers = _PAIRS.get(mark, _STRAIGHT)
    if mark == _STRAIGHT and (text[index - 1 : index].isalnum() or text[index + 1 : index + 2].isspace()):
        return None
    for end in range(index + 1, min(len(text), index + 1 + _LONGEST)):
        if text[end] in closers:
            return end
        if text[end] == mark or (text[end] == "\n" and text[end + 1 : end + 2] == "\n"):
            return None
    return None


def _quotation(found: Found, start: int, end: int, said: list[int], people: list[Claim]) -> Claim | None:
    text = found.reading.text
    words = _WORD.findall(text[start:end])
    if len(words) < _FEWEST_WORDS:
        return None
    details = {"words": str(len(words))}
    speaker = _speaker(found, start, end, said, people)
    if speaker:
        details["speaker"] = speaker
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    value = " ".join(word.casefold() for word in words)[:_KEPT]
    return Claim("quotation", start, end, value, details=details, found_by="quotations.marks")


def _speaker(found: Found, start: int, end: int, said: list[int], people: list[Claim]) -> str | None:
    """The person named beside the quotation, behind it or before, where a verb of saying stands with the name."""
    for person in sorted(_beside(people, start, end), key=lambda p: (p.start < start, abs(p.start - end))):
        if _says(found, person, start, end, said):
            return person.value
    return None


def _beside(people: list[Claim], start: int, end: int) -> list[Claim]:
    first = bisect_right(people, start - _NEAR, key=lambda p: p.start)
    last = bisect_right(people, end + _NEAR, key=lambda p: p.start)
    return [p for p in people[first:last] if p.end <= start or p.start >= end]


def _says(found: Found, person: Claim, start: int, end: int, said: list[int]) -> bool:
    """True when a verb of saying stands between the person and the quotation, or just around the person."""
    tokens = found.reading.tokens
    low, high = (end, person.end + _NEAR // 3) if person.start >= end else (person.start - _NEAR // 3, start)
    place = bisect_right(tokens, low - 1, key=lambda t: t.start)
    first = bisect_right(said, place - 1)
    near = [index for index in said[first : first + 3] if tokens[index].start < high]
    at = sentence(found, bisect_right(tokens, person.start, key=lambda t: t.start) - 1)
    return any(at[0] <= index < at[1] for index in near)
