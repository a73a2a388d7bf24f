"""Claims: what is quoted, word for word, and who is quoted."""

from __future__ import annotations

import re
from bisect import bisect_right

from claimdiff.claims.found import Found
from claimdiff.claims.speakers import Speakers
from claimdiff.model import Claim

_LONGEST = 600
_FEWEST_WORDS = 3
_KEPT = 80
# Openers with the closers that may answer them: French and Italian, English, German and Swiss ways.
_PAIRS = {"«": "»", "“": "”“", "„": "“”", "»": "«", "‹": "›"}
_STRAIGHT = '"'
_OPENERS = re.compile(f"[{''.join(_PAIRS)}{_STRAIGHT}]")
# What ends the search for a closer: it, the same opener again, or a blank line.
_CLOSERS = {mark: re.compile(f"[{mark}{closers}]|\n(?=\n)") for mark, closers in {**_PAIRS, _STRAIGHT: _STRAIGHT}.items()}
# The mark comes first, so that the search leaps from one to the next.
_SINGLE = re.compile(rf"'(?<!\w')(?=\w)([^\n\"]{{3,{_LONGEST}}}?(?:[.,!?…](?='(?!\w))|\w(?='[.,;:)])))'")
_WORD = re.compile(r"[^\W_]+")


def find(found: Found) -> list[Claim]:
    """The quotations of three words or more, in text order."""
    speakers = Speakers.of_version(found)
    return [claim for start, end in spans(found.reading.text) if (claim := _quotation(found, start, end, speakers))]


def spans(text: str) -> list[tuple[int, int]]:
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
    if mark == _STRAIGHT and (text[index - 1 : index].isalnum() or text[index + 1 : index + 2].isspace()):
        return None
    end = _CLOSERS[mark].search(text, index + 1, index + 1 + _LONGEST)
    return end.start() if end and end.group() in _PAIRS.get(mark, _STRAIGHT) else None


def _quotation(found: Found, start: int, end: int, speakers: Speakers) -> Claim | None:
    text = found.reading.text
    words = _WORD.findall(text[start:end])
    if len(words) < _FEWEST_WORDS:
        return None
    details = {"words": str(len(words))}
    speaker = speakers.speaker(start, end)
    if speaker:
        details["speaker"] = speaker
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    value = " ".join(word.casefold() for word in words)[:_KEPT]
    return Claim("quotation", start, end, value, details=details, found_by="quotations.marks")
