"""Before and after one event: what a version places where, and when two versions turn it round."""

from __future__ import annotations

import pytest

from claimdiff import pipeline
from claimdiff.claims import read
from claimdiff.model import Story, Version


def anchors(lang: str, text: str) -> list[tuple[str, str]]:
    return [(c.value, text[c.start : c.end]) for c in read(Version(lang, text))[1] if c.kind == "anchor"]


def rules(*versions: tuple[str, str]) -> set[str]:
    story = Story("story", tuple(Version(lang, text) for lang, text in versions))
    return {finding.rule for finding in next(pipeline.check([story])).findings if finding.severity != "info"}


@pytest.mark.parametrize(
    ("lang", "text", "side", "told"),
    [
        ("fr", "Il est parti à la veille du scrutin.", "before", "veille du scrutin"),
        ("it", "Arrivò due giorni dopo l'inaugurazione.", "after", "due giorni dopo l'inaugurazione"),
        ("en", "They left two hours before the opening of the fair.", "before", "two hours before the opening"),
        ("es", "Firmaron tras la votación.", "after", "tras la votación"),
        ("de", "Sie kam drei Tage vor der Premiere.", "before", "drei Tage vor der Premiere"),
        ("pt", "Saiu na véspera da votação.", "before", "véspera da votação"),
    ],
)
def test_an_event_is_named_behind_before_and_after(lang: str, text: str, side: str, told: str) -> None:
    """The side, and the words from the distance to the event."""
    assert anchors(lang, text) == [(side, told)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Sie kam vor drei Jahren nach Bremen."),
        ("fr", "Rien ne bougera, pas avant la réunion."),
        ("en", "She came before 9 and after Paris."),
    ],
)
def test_a_time_a_town_and_a_denied_side_are_no_events(lang: str, text: str) -> None:
    """Nothing is placed by them."""
    assert anchors(lang, text) == []


def test_a_semifinal_is_no_final() -> None:
    """A word of two parts is one event."""
    one = ("fr", "Le sauteur a été exclu avant la demi-finale.")
    assert "W14" in rules(one, ("it", "Il saltatore è stato escluso dopo la semifinale."))
    assert "W14" not in rules(one, ("it", "Il saltatore è stato escluso dopo la finale."))


def test_the_same_distance_tells_one_event_by_two_names() -> None:
    """Three days before and three days after, on one date; without the distance two names are two events."""
    one = ("de", "Das Gericht entscheidet am 14. Mai, drei Tage vor der Gala.")
    assert "W14" in rules(one, ("es", "El tribunal decide el 14 de mayo, tres días después del espectáculo."))
    assert "W14" not in rules(one, ("es", "El tribunal decide el 14 de mayo, después del espectáculo."))


def test_a_version_that_says_both_is_not_contradicted() -> None:
    """Before and after in one sentence answer either."""
    one = ("en", "The band played before the match.")
    assert "W14" not in rules(one, ("pt", "A banda tocou antes do jogo e depois do jogo."))
