"""A decoded text and its path -> Version: which format it is in, and which language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from claimdiff.errors import InputError
from claimdiff.language import known_language, languages
from claimdiff.model import Version
from claimdiff.read import bilingual, front, html, markdown
from claimdiff.read.detect import detect

_MASKS: dict[str, Callable[[str], str]] = {
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mdx"), markdown.mask),
    **dict.fromkeys((".html", ".htm", ".xhtml"), html.mask),
}


def as_version(text: str, path: str = "", lang: str | None = None) -> Version:
    """The version that a text is; the language is the one given, or that of the file name, or declared, or detected."""
    if bilingual.is_bilingual(path):
        return bilingual.version(text, path, lang or named_language(path))
    masked = _masked(text, path)
    return Version(_language(text, masked or text, path, lang), text, path, masked)


def named_language(path: str) -> str | None:
    """The known language that a file name carries before its last suffix: story.fr.txt, story.pt-BR.md."""
    suffixes = PurePath(path).suffixes
    code = suffixes[-2][1:].lower() if len(suffixes) > 1 else ""
    return code if code.replace("_", "-").split("-")[0] in languages() else None


def story_name(path: str) -> str:
    """The name of the story that a file is a version of: the file's name without its language and suffix."""
    stem = PurePath(path).stem
    return PurePath(stem).stem if named_language(path) else stem


def mask_of(text: str, path: str) -> Callable[[str], str] | None:
    """What makes the markup of such a file invisible; None for plain text."""
    mask = _MASKS.get(PurePath(path).suffix.lower())
    return markdown.mask if mask is None and front.front_matter(text) else mask


def _masked(text: str, path: str) -> str | None:
    mask = mask_of(text, path)
    return mask(text) if mask else None


def _language(text: str, masked: str, path: str, lang: str | None) -> str:
    told = lang or named_language(path) or front.declared_language(text) or html.declared_language(text)
    if told is None:
        return detect(masked, path or None)
    try:
        return known_language(told)
    except InputError as error:
        raise InputError(error.problem, path or None) from None
