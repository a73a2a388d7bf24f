"""Parts of a text that are not prose, made invisible without moving anything: every mask is as long as what it covers."""

from __future__ import annotations

import re

# Dropped when the text is laid out, so that "<b>196</b> pays" reads "196 pays", and the way back stays exact.
UNSEEN = "\u2060"
Span = tuple[int, int]
"""Where something begins, and the first code point behind it."""

_NO_LINE_END = re.compile(r"[^\n]")


def spaces(text: str) -> str:
    """As many spaces; line ends stay. For what parts words: code, URLs, front matter."""
    return _NO_LINE_END.sub(" ", text)


def unseen(text: str) -> str:
    """As many invisible code points; line ends stay. For what stands inside words: emphasis, inline tags."""
    return _NO_LINE_END.sub(UNSEEN, text)


def comments_in(text: str) -> list[Span]:
    """Where `<!-- … -->` stands in a text without code; a comment that never ends is none."""
    out, start = list[Span](), text.find("<!--")
    while start >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        out.append((start, end + 3))
        start = text.find("<!--", end + 3)
    return out
