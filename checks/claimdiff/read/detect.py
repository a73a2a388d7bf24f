"""The language of a text that says nothing about it: py3langid on its first 2,000 characters."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimdiff.errors import InputError
from claimdiff.language import languages

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_READ = 2_000
# Of the known languages the likeliest must have half; and no unknown one may be ten times likelier than it. Short texts
# of the known languages came out at most 8.5 times likelier in another (3,500 sentences tried), Dutch ones at 12 and more.
_ENOUGH = 0.5
_FOREIGN = 10


def detect(text: str, path: str | None) -> str:
    """The code of the known language that the text is in; InputError when it is another one or cannot be told."""
    ranked = _identifier().rank(" ".join(text[: 2 * _READ].split())[:_READ])
    first, likeliest = ranked[0]
    known = [(code, share) for code, share in ranked if code in languages()]
    total = sum(share for _, share in known)
    if likeliest >= _FOREIGN * (known[0][1] if known else 0):
        raise InputError(f'looks like the language "{first}"; claimdiff knows {", ".join(languages())}', path)
    if known[0][1] < _ENOUGH * total:
        raise InputError("cannot tell the language; write it in front, as in LANGUAGE=PATH", path)
    return str(known[0][0])


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
