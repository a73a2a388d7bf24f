"""The Jinja environments of the report templates; what a template prints is made safe for its format unless marked."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from claimdiff.files import shipped


class Ready(str):
    """Text that is safe as it stands in the format of the template."""

    __slots__ = ()


@cache
def environment(safe: Callable[[str], str], markup: bool = False) -> Environment:
    """Templates of reports/; all that they print goes through `safe`, and for markup is escaped as well."""
    return Environment(
        loader=FileSystemLoader(shipped("reports")),
        autoescape=markup,
        finalize=lambda value: value if isinstance(value, Ready | Markup) else safe(str(value)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
