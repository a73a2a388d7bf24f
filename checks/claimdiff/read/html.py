"""HTML -> the same text with its tags, scripts and code made invisible; nothing moves."""

from __future__ import annotations

import html
import re
from itertools import pairwise

from claimdiff.read.mask import UNSEEN, Span, spaces, unseen

# Every pattern ends at the end of the text too, so an unclosed comment costs one pass and no more.
_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<head\b.*?(?:</head\s*>|(?=<body)|\Z)"
    r"|<(script|style|template|noscript|svg|math|code|pre|del|nav|select|textarea|iframe)\b.*?(?:</\1\s*>|\Z)",
    re.S | re.I,
)
# What a comment may stand in without being one, and comments; one that never ends is none, and takes the rest with it.
_COMMENT = re.compile(r"<!--.*?(-->|\Z)|<(script|style|template|textarea|iframe|code|pre)\b.*?(?:</\2\s*>|\Z)", re.S | re.I)
_TAG = re.compile(r"<[/!?]?([a-z][a-z0-9-]*)?[^<>]*(?:>|\Z)", re.I)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_INLINE = re.compile(
    r"a|abbr|acronym|b|bdi|bdo|big|cite|data|dfn|em|font|i|ins|kbd|mark|q|s"
    r"|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr",
    re.I,
)
_LANGUAGE = re.compile(r"""<html\b[^<>]{0,2000}?\b(?:xml:)?lang\s*=\s*["']?([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*)""", re.I)


def declared_language(text: str) -> str | None:
    """What the page says in `<html lang=…>`."""
    match = _LANGUAGE.search(text, 0, 20_000)
    return match.group(1) if match else None


def mask(text: str) -> str:
    """The text of a page, as long as the page; lines end where blocks end, not where the source wraps."""
    text = text.replace("\r\n", " \n").replace("\n", " ").replace("\r", " ")
    return mask_tags(_HIDDEN.sub(lambda m: spaces(m.group()), text))


def comments(text: str) -> list[Span]:
    """Where the comments of a page stand; what stands in scripts, styles and code is none."""
    return [match.span() for match in _COMMENT.finditer(text) if match[1]]


def blocks(text: str) -> list[Span]:
    """The blocks of a page, and what stands between them, in order: cut where the mask ends a line."""
    ends = [m.end() for m in re.finditer("\n", mask(text))]
    return list(pairwise(dict.fromkeys([0, *ends, len(text)])))


def mask_tags(text: str) -> str:
    """The text without tags, with its character references read; inline tags part no words."""
    return _ENTITY.sub(_character, _TAG.sub(_tag, text))


def _tag(match: re.Match[str]) -> str:
    name = match.group(1)
    if name is None and not match.group().startswith(("<!", "<?")):
        return match.group()  # "a < b" is no tag
    if name and _INLINE.fullmatch(name):
        return unseen(match.group())
    return "\n" + spaces(match.group()[1:])


def _character(match: re.Match[str]) -> str:
    written = match.group()
    read = html.unescape(written)
    return written if read == written or len(read) > len(written) else read + UNSEEN * (len(written) - len(read))
