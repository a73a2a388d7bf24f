"""A file or a table row -> Story; offsets lead back to the file as decoded."""

from __future__ import annotations

from claimdiff.read.comments import Remark, remarks
from claimdiff.read.document import story_name
from claimdiff.read.files import opened, story, version
from claimdiff.read.table import stories, versions

__all__ = ["Remark", "opened", "remarks", "stories", "story", "story_name", "version", "versions"]
