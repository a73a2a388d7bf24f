"""claimdiff: diff for facts, between the language versions of one story."""

from __future__ import annotations

from claimdiff.errors import ClaimdiffError
from claimdiff.model import Claim, Evidence, Finding, Story, Version

__all__ = ["Claim", "ClaimdiffError", "Evidence", "Finding", "Story", "Version", "__version__", "compare", "extract"]

__version__ = "0.1.0"


def compare(story: Story) -> list[Finding]:
    """The findings of a story by the shipped rules, worst and surest first; DataError when a rule file is wrong."""
    from claimdiff.pipeline import check

    return [finding for checked in check([story]) for finding in checked.findings]


def extract(version: Version) -> list[Claim]:
    """The claims of a version in text order; `version.text[claim.start:claim.end]` are the claim's words."""
    from claimdiff.claims import find

    return find(version)
