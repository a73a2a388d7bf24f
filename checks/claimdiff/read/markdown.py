"""Markdown -> the same text with its marks, code and addresses made invisible; nothing moves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise, zip_longest

from claimdiff.read import front, html
from claimdiff.read.mask import Span, comments_in, spaces, unseen

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_RULE = re.compile(r"[ \t|:=*_-]{3,}\r?\n?\Z")
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:[ \t]+\S")
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\]\n]{1,200}\]:")
_START = re.compile(r"[ \t]*(?:>[ \t]?)*(?:#{1,6}[ \t]+|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)?")
_ITEM = re.compile(r"^[ \t>]*(\d{1,3})[.)][ \t]+", re.M)
_BLOCK = re.compile(r"[ \t]*(?:>[ \t]?)*(?:#{1,6}[ \t]|[-*+][ \t]|\d{1,3}[.)][ \t]|\|)")
_WRAPPED = 50
_STOPS = (".", "!", "?", "…", ":", "|", "\\", "  ")

# Bounds keep every pattern linear on hostile lines.
_CODE = re.compile(r"(?<!`)(`{1,2})(?!`)[^\n]{1,400}?(?<!`)\1(?!`)")
_SHORTCODE = re.compile(r"\{\{[^\n]{0,400}?\}\}|\{%[^\n]{0,400}?%\}")
_TARGET = r"\([^()\s]{0,1000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?:[ \t]+[\"'][^\n\"']{0,300}[\"'])?\)"
_LINK = re.compile(r"(!?\[)([^\[\]\n]{0,500})(\](?:" + _TARGET + r"|\[[^\]\n]{0,200}\]))")
_NOTE = re.compile(r"\[\^[^\]\n]{1,200}\]")
_ADDRESS = re.compile(r"<?\b(?:https?://|ftp://|mailto:|www\.)[^\s<>()\[\]\"«»]{0,2000}[^\s<>()\[\]\"«».,;:!?]>?")
_MARKS = re.compile(r"\\[!-/:-@\[-`{-~]|\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}|(?<!\w)_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?!\w)|~~")

_INLINE: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_SHORTCODE, lambda m: spaces(m.group())),
    # Twice: an image may stand inside a link.
    (_LINK, lambda m: unseen(m[1]) + m[2] + unseen(m[3])),
    (_LINK, lambda m: unseen(m[1]) + m[2] + unseen(m[3])),
    (_NOTE, lambda m: unseen(m.group())),
    (_ADDRESS, lambda m: spaces(m.group())),
)


def mask(text: str) -> str:
    """The prose of a Markdown text, as long as the text: cells, headings, list items and the words of links stay."""
    head = front.front_matter(text)
    body = _uncommented(_uncoded(_join(_lines(_items(text[len(head) :])))))
    for pattern, hide in _INLINE:
        body = pattern.sub(hide, body)
    return front.mask(head) + _MARKS.sub(_mark, html.mask_tags(body))


def comments(text: str) -> list[Span]:
    """Where the HTML comments of a Markdown text stand; what stands in code is none."""
    start = len(front.front_matter(text))
    return [(start + a, start + b) for a, b in comments_in(_uncoded("".join(_lines(text[start:]))))]


def blocks(text: str) -> list[Span]:
    """The paragraphs, headings, list items and table rows of a Markdown text, and the blank lines between, in order."""
    starts, at, blank = [0], 0, True
    for line in text.splitlines(keepends=True):
        if blank or not line.strip() or _BLOCK.match(line):
            starts.append(at)
        at, blank = at + len(line), not line.strip()
    return list(pairwise([*dict.fromkeys(starts), at]))


def _uncoded(text: str) -> str:
    return _CODE.sub(lambda m: spaces(m.group()), text)


def _uncommented(text: str) -> str:
    out, at = [], 0
    for start, end in comments_in(text):
        out += [text[at:start], unseen(text[start:end])]
        at = end
    return "".join([*out, text[at:]])


def _mark(match: re.Match[str]) -> str:
    """Emphasis unseen; of an escaped mark only the backslash."""
    written = match.group()
    return unseen("\\") + written[1:] if written.startswith("\\") else unseen(written)


def _items(text: str) -> str:
    """The text without the numbers of its lists; "4. novembre 2024" alone at the start of a line is no list."""
    numbers = Counter(int(m[1]) for m in _ITEM.finditer(text))

    def hide(match: re.Match[str]) -> str:
        number = int(match[1])
        listed = numbers[number] > 1 or numbers[number - 1] or numbers[number + 1]
        return spaces(match.group()) if listed else match.group()

    return _ITEM.sub(hide, text)


def _lines(text: str) -> list[str]:
    """The lines without fenced code, rules, link definitions and the marks that open a line."""
    out, fence = [], ""
    for line in text.splitlines(keepends=True):
        match = _FENCE.match(line)
        if fence or match:
            out.append(spaces(line))
            fence = _fence(fence, match)
        else:
            out.append(_line(line))
    return out


def _fence(fence: str, match: re.Match[str] | None) -> str:
    """The fence that stands open after a line."""
    if not fence:
        return match[1] if match else ""
    return "" if match and match[1].startswith(fence) else fence


def _line(line: str) -> str:
    if _RULE.match(line) or (_DEFINITION.match(line) and not _FOOTNOTE.match(line)):
        return spaces(line)
    opening = _FOOTNOTE.match(line) or _START.match(line)
    end = opening.end() if opening else 0
    return spaces(line[:end]) + line[end:]


def _join(lines: list[str]) -> str:
    """The text with a space for the line ends that only wrap a paragraph."""
    out = []
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        goes_on = len(line) >= _WRAPPED and following[:1].strip() and not line.rstrip("\r\n").endswith(_STOPS)
        out.append(line.rstrip("\r\n").ljust(len(line)) if goes_on else line)
    return "".join(out)
