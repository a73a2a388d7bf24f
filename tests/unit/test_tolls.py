"""The dead of a story counted twice by one version: what is a slip, and what may be other dead."""

from __future__ import annotations

import pytest

from claimdiff import Story, Version, compare

FRENCH = "Quatre ouvriers ont perdu la vie à Bex. Le patron paiera une amende."
GERMAN = "Vier Tote auf der Baustelle. Das Gericht tagte in Bex. Der Chef zahlt an die Angehörigen der {} Todesopfer.{}"


def rules(*versions: tuple[str, str]) -> set[str]:
    return {f.rule for f in compare(Story("story", tuple(Version(lang, text) for lang, text in versions)))}


def test_more_dead_than_were_told_before_are_told() -> None:
    assert "C01" in rules(("fr", FRENCH), ("de", GERMAN.format("fünf", "")))


@pytest.mark.parametrize(
    ("french", "german"),
    [
        (FRENCH, GERMAN.format("vier", "")),
        (FRENCH, GERMAN.format("drei", "")),
        (FRENCH, GERMAN.format("fünf", " Fünf Menschen waren damals gestorben.")),
        (FRENCH, GERMAN.format("fünf", "").replace("Todesopfer", "Todesopfer von 1994")),
        (FRENCH.replace("Quatre", "Cinq"), GERMAN.format("fünf", "")),
    ],
)
def test_others_may_be_dead_as_well(french: str, german: str) -> None:
    """A part of them, the dead of another day, and a figure that another version tells."""
    assert "C01" not in rules(("fr", french), ("de", german))
