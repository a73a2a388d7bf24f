"""XML -> its parts in order, each with its offsets in the text; no entity is expanded and nothing is fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple
from xml.parsers import expat

from claimdiff.errors import InputError


class Part(NamedTuple):
    """A stretch of the text: `kind` is start, end, words or other; names are without their prefixes."""

    kind: str
    start: int
    end: int
    name: str
    attributes: Mapping[str, str]


def parts(text: str, path: str) -> Iterator[Part]:
    """Every part of a document; InputError, with the line, for what is no XML or declares entities."""
    data = text.encode()
    met: list[tuple[int, str, str, Mapping[str, str]]] = []
    parser = expat.ParserCreate("utf-8")
    for handler, kind in _KINDS.items():
        setattr(parser, handler, _noting(parser, met, kind))
    refuse_entities(parser, path)
    parse(parser, data, path)
    at = _offsets(data, [index for index, *_ in met])
    for (start, end), (_, kind, name, attributes) in zip(pairwise([*at, len(text)]), met, strict=True):
        yield Part(kind, start, end, name, attributes)


def refuse_entities(parser: expat.XMLParserType, path: str) -> None:
    """Make the parser stop at a declaration of an entity: they can blow up, and no format read here has any."""

    def refuse(name: str, *_: Any) -> None:
        raise InputError(f'declares the entity "{name}", which is not read', path, parser.CurrentLineNumber)

    parser.EntityDeclHandler = refuse


def parse(parser: expat.XMLParserType, data: bytes, path: str) -> None:
    """Run the parser over a document; InputError, with line and column, where it is no XML."""
    try:
        parser.Parse(data, True)
    except (LookupError, ValueError):
        raise InputError("is in an encoding that is not read; save it in UTF-8", path) from None
    except expat.ExpatError as error:
        raise InputError(f"not XML: {expat.ErrorString(error.code)}", path, error.lineno, error.offset + 1) from None


_KINDS = {
    "StartElementHandler": "start",
    "EndElementHandler": "end",
    "CharacterDataHandler": "words",
    "CommentHandler": "other",
    "ProcessingInstructionHandler": "other",
    "StartCdataSectionHandler": "other",
    "EndCdataSectionHandler": "other",
}


def _noting(parser: expat.XMLParserType, met: list[Any], kind: str) -> Callable[..., None]:
    named = kind in ("start", "end")

    def note(name: str = "", attributes: Any = None, *_: Any) -> None:
        given = attributes if isinstance(attributes, dict) else {}
        plain = {key.rpartition(":")[2]: value for key, value in given.items()}
        met.append((parser.CurrentByteIndex, kind, name.rpartition(":")[2] if named else "", plain))

    return note


def _offsets(data: bytes, indices: list[int]) -> list[int]:
    """Offsets in bytes, which rise, as offsets in code points."""
    out, at, before = [], 0, 0
    for index in indices:
        at += len(data[before:index].decode())
        out.append(at)
        before = index
    return out
