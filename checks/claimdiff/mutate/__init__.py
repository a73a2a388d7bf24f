"""Known errors planted into a story, one at a time, to measure how many of them claimdiff finds.

Like `run` it stands above the stages: it reads, links and judges each changed story as a check does.
"""

from __future__ import annotations

from claimdiff.mutate.document import document
from claimdiff.mutate.kinds import named
from claimdiff.mutate.measure import Settings, measure
from claimdiff.mutate.save import empty, save
from claimdiff.mutate.tell import as_json, as_text

__all__ = ["Settings", "as_json", "as_text", "document", "empty", "measure", "named", "save"]
