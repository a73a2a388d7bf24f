"""The names of the reports, the one place where they stand; it imports nothing, for the command line starts with it."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """What `check` prints."""

    text = "text"
    concise = "concise"
    json = "json"
    jsonl = "jsonl"
    markdown = "markdown"
    html = "html"
    sarif = "sarif"
    junit = "junit"
    github = "github"
    gitlab = "gitlab"
    rdjson = "rdjson"
    csv = "csv"
    xlsx = "xlsx"
    template = "template"


BINARY = frozenset({Format.xlsx})
"""What a terminal cannot show."""
