"""YAML that users write -> nodes with their places; what is broken, nested without end or refers back is told with its place."""

from __future__ import annotations

from pathlib import Path

import yaml

from claimdiff.errors import DataError

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def compose(text: str, path: Path | str, what: str, deepest: int) -> yaml.Node | None:
    """The root of a document (None: empty); DataError for what is no YAML or no `what`, such as "a configuration"."""
    try:
        _bounded(text, path, what, deepest)
        return yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise DataError(f"not YAML: {error.problem}", path, *((mark.line + 1, mark.column + 1) if mark else ())) from None
    except (yaml.YAMLError, ValueError) as error:
        # A character that YAML forbids; a date or a number that cannot be.
        raise DataError(f"not YAML: {' '.join(str(error).split())}", path) from None


def place(node: yaml.Node) -> tuple[int, int]:
    """Line and column of a node, from 1."""
    return node.start_mark.line + 1, node.start_mark.column + 1


def _bounded(text: str, path: Path | str, what: str, deepest: int) -> None:
    """Refuses what could blow up: aliases, and nesting that libyaml's composer would follow off the end of the stack."""
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        where = (event.start_mark.line + 1, event.start_mark.column + 1) if event.start_mark else ()
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent):
            raise DataError(f"{what} has no aliases (*name); write the value out", path, *where)
        if depth > deepest:
            raise DataError(f"nested too deeply for {what}", path, *where)
