"""Findings through a Jinja template of the user's own: in a sandbox, with the data that the shipped templates get."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from traceback import extract_tb
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, Template, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from claimdiff import __version__
from claimdiff.errors import DataError
from claimdiff.report.document import Told
from claimdiff.report.markdown import escaped
from claimdiff.report.spreadsheet import harmless
from claimdiff.report.terminal import clean
from claimdiff.report.view import view

_MARKUP = re.compile(r"\.(html?|xhtml|xml|svg)(\.(j2|jinja2?))?\Z", re.I)


def render(told: Sequence[Told], path: Path | None) -> str:
    """The report as the template has it; DataError, with the line where there is one, for a template that is wrong."""
    if path is None:
        raise DataError("the report template needs --template PATH, a Jinja template")
    template = load(path)
    try:
        return template.render(stories=[_story(one) for one in told], version=__version__)
    except TemplateNotFound as error:
        raise DataError(f'there is no template "{error.name}" beside it', path, _line(error, path)) from None
    except Exception as error:
        # A template may divide by nought, ask for what is not there, or try to leave the sandbox.
        raise DataError(f"the template failed: {_first(error)}", path, _line(error, path)) from None


def load(path: Path) -> Template:
    """The template, compiled; templates that it includes are looked for beside it."""
    try:
        return _environment(path).get_template(path.name)
    except TemplateNotFound:
        raise DataError("no such template", path) from None
    except TemplateSyntaxError as error:
        raise DataError(f"not a template: {error.message}", path, error.lineno) from None
    except UnicodeDecodeError:
        raise DataError("is not UTF-8", path) from None
    except OSError as error:
        raise DataError(f"cannot be read: {error.strerror}", path) from None


def _environment(path: Path) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(path.parent),
        autoescape=bool(_MARKUP.search(path.name)),
        finalize=lambda value: value if isinstance(value, Markup) else clean(str(value)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"markdown": escaped, "csv": lambda value: '"' + str(harmless(str(value))).replace('"', '""') + '"'}
    return environment


def _story(told: Told) -> dict[str, Any]:
    return {**view(told), "accepted": told.document.get("accepted", [])}


def _line(error: Exception, path: Path) -> int | None:
    lines = [frame.lineno for frame in extract_tb(error.__traceback__) if frame.filename == str(path)]
    return lines[-1] if lines else None


def _first(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
