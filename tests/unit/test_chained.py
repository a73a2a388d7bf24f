"""A part told right behind its whole: linked with the part behind the same whole, and told apart from the other part of it."""

from __future__ import annotations

import pytest

from claimdiff.claims import read
from claimdiff.link.chained import chained
from claimdiff.link.likeness import liken
from claimdiff.link.side import lay_out
from claimdiff.model import Story, Version
from claimdiff.pipeline import check


def _numbers(*versions: tuple[str, str]) -> list[str]:
    (done,) = check([Story("story", tuple(Version(*v) for v in versions))])
    return [f.rule for f in done.findings if f.type == "number" and f.severity == "error"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("en", "He got five years in prison, two of them suspended."),
            ("fr", "Il écope de cinq ans de prison, dont trois avec sursis."),
        ),
        (
            ("de", "Sie erhielt fünf Jahre Haft, davon zwei auf Bewährung."),
            ("it", "Ha avuto cinque anni, di cui tre con la condizionale."),
        ),
        (
            ("es", "La banda dio 18 conciertos, siete de ellos en Italia."),
            ("pt", "A banda deu 18 concertos, onze dos quais em Itália."),
        ),
        (
            ("de", "Die Gruppe gab 18 Konzerte, davon sieben in Italien."),
            ("fr", "Le groupe a donné 18 concerts, dont onze en Italie."),
        ),
    ],
)
def test_one_part_told_in_two_figures_that_make_the_whole_is_an_error(one: tuple[str, str], other: tuple[str, str]) -> None:
    """Two and three make five, yet both are the suspended years."""
    assert _numbers(one, other)
    assert _numbers(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("en", "She got five years, two of them suspended."), ("fr", "Elle écope de cinq ans de prison, dont trois ferme.")),
        (("en", "She got five years, two of them suspended."), ("fr", "Elle écope de cinq ans de prison, dont trois sans sursis.")),
        (
            ("de", "Die Gruppe gab 18 Konzerte, davon sieben in Italien."),
            ("fr", "Le groupe a donné 18 concerts, dont onze en France."),
        ),
        (("it", "Il consiglio ha otto membri, di cui cinque hanno votato sì."), ("en", "Three of the eight members voted no.")),
        (
            ("en", "The club won 12 games, five of them at home and seven away."),
            ("it", "Il club ha vinto 12 partite, di cui sette in trasferta e cinque in casa."),
        ),
        (
            ("fr", "Le musée a 300 toiles, dont quarante italiennes et vingt espagnoles."),
            ("es", "Hay 300 lienzos, de los cuales veinte son españoles y cuarenta italianos."),
        ),
    ],
)
def test_two_parts_of_one_whole_are_no_error(one: tuple[str, str], other: tuple[str, str]) -> None:
    """One version tells the one part, the other the rest, or both tell both in another order."""
    assert not _numbers(one, other)
    assert not _numbers(other, one)


@pytest.mark.parametrize(
    ("one", "other", "values", "whole"),
    [
        (("en", "Five years, two of them suspended."), ("fr", "Cinq ans, dont trois avec sursis."), ("2", "3"), "5"),
        (("de", "64 Bäume, davon neun am Fluss."), ("es", "64 árboles, siete de ellos junto al río."), ("9", "7"), "64"),
        (("en", "Six years, two of them suspended."), ("fr", "Cinq ans, dont trois avec sursis."), ("2", "3"), ""),
        (
            ("en", "12 games, five of them lost, seven won."),
            ("it", "12 partite, di cui sette vinte, cinque perse."),
            ("5", "7"),
            "",
        ),
    ],
)
def test_two_parts_stand_behind_the_same_whole(
    one: tuple[str, str], other: tuple[str, str], values: tuple[str, str], whole: str
) -> None:
    """The same whole right before both; not another whole, nor a list in another order."""
    sides = [lay_out(n, v[0], *read(Version(*v))) for n, v in enumerate((one, other))]
    likeness = liken(*sides)
    a, b = (next(n for n, c in enumerate(side.claims) if c.value == v) for side, v in zip(sides, values, strict=True))
    assert chained(likeness, a, b) == whole
