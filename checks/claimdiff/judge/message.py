"""A rule's message for a match: Jinja in its sandbox, over a closed set of fields."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from claimdiff.judge.scene import Match, Place, Scene

_ENVIRONMENT = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)


@cache
def template(source: str) -> Template:
    """The compiled message, once a rule."""
    return _ENVIRONMENT.from_string(source)


def fields(scene: Scene, place: Place) -> dict[str, Any]:
    """What a message may say of a claim."""
    claim = scene.claim(place)
    return {
        "lang": scene.langs[place[0]],
        "text": scene.words(place),
        "value": claim.value,
        "kind": claim.kind,
        "unit": claim.unit or "",
        "about": (claim.about or "").replace("_", " "),
        "counted": claim.details.get("noun") or (claim.about or "").replace("_", " ") or claim.unit or "",
        "per": claim.details.get("per", "").replace("+", " and ").replace("-", " "),
        "details": dict(claim.details),
    }


def message(source: str, scene: Scene, match: Match) -> str:
    """The message with `a` and `b` the first and the last claim, and what the user declared."""
    a, b = (fields(scene, match.places[at]) for at in (0, -1))
    return template(source).render(a=a, b=b, count=len(match.places), declared=match.declared).strip()
