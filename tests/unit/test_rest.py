"""A total that "the other five" closes: the parts told since must make it."""

from __future__ import annotations

import pytest

from claimdiff.model import Story, Version
from claimdiff.pipeline import check

Said = tuple[str, str]


def _sums(*versions: Said) -> list[str]:
    (done,) = check([Story("story", tuple(Version(*v) for v in versions))])
    return [f.evidence[0].text for f in done.findings if f.rule == "C05"]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (
            ("en", "Eight people stood trial. Five were convicted and the other two acquitted."),
            ("de", "Acht Personen standen vor Gericht. Fünf wurden verurteilt, drei freigesprochen."),
        ),
        (
            ("fr", "Sur les huit personnes jugées, cinq ont été condamnées et les deux autres relaxées."),
            ("en", "Eight people stood trial. Five were convicted and three acquitted."),
        ),
        (
            ("it", "Undici le raccomandazioni. Sette vanno all'agenzia, le altre cinque ai costruttori."),
            ("en", "Of the eleven recommendations, seven go to the agency, the rest to makers."),
        ),
        (
            ("de", "Acht Personen standen vor Gericht. Fünf wurden verurteilt, die übrigen zwei freigesprochen."),
            ("es", "Ocho personas fueron juzgadas. Cinco fueron condenadas y las otras tres, absueltas."),
        ),
        (
            ("es", "Doce camiones irán a las aldeas, siete a la sierra y los cuatro restantes a la costa."),
            ("pt", "Doze camiões vão para as aldeias, sete na serra e os outros cinco no litoral."),
        ),
        (
            ("pt", "Doze camiões vão para as aldeias, sete na serra e os outros quatro no litoral."),
            ("es", "Doce camiones irán a las aldeas, siete a la sierra y los cinco restantes a la costa."),
        ),
        (
            ("it", "Quindici squadre in gara: nove italiane, le restanti cinque francesi."),
            ("de", "Fünfzehn Mannschaften treten an, neun aus Italien und sechs aus Frankreich."),
        ),
    ],
)
def test_a_rest_that_does_not_make_the_total_is_told(wrong: Said, right: Said) -> None:
    """In six languages, before and behind the figure, in one sentence or in two, whichever version comes first."""
    assert len(_sums(wrong, right)) == 1
    assert len(_sums(right, wrong)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # It adds up.
        (
            ("de", "Acht Personen standen vor Gericht. Fünf wurden verurteilt, die übrigen drei freigesprochen."),
            ("es", "Ocho personas fueron juzgadas. Cinco fueron condenadas y las otras tres, absueltas."),
        ),
        # Both tell the same: there is nothing that mends it.
        (
            ("it", "Quindici squadre in gara: nove italiane, le restanti cinque francesi."),
            ("de", "Fünfzehn Mannschaften treten an, neun aus Italien und die anderen fünf aus Frankreich."),
        ),
        # "Altre sei" adds, "le altre sei" closes.
        (
            ("it", "Quindici persone sono morte: nove nel crollo, altre cinque nei dintorni."),
            ("de", "Fünfzehn Menschen starben, neun beim Einsturz, sechs in der Umgebung."),
        ),
        # One more part is told in a word.
        (
            ("en", "Ten boats sank. Six were towed, one was burned and the other three were lost."),
            ("fr", "Dix bateaux ont coulé. Six ont été remorqués et quatre perdus."),
        ),
        # Some are only counted among the others.
        (
            ("en", "Ten people, including three children, were aboard. Six were hurt and the other four unhurt."),
            ("fr", "Dix personnes, dont trois enfants, étaient à bord. Six ont été blessées."),
        ),
        # The five that came are the whole of the last two figures.
        (
            ("en", "Nine ministers came. Five arrived on Monday; two of them left early and the other three stayed."),
            ("de", "Neun Minister kamen. Fünf trafen am Montag ein; vier reisten später an."),
        ),
        # The rest is of another thing.
        (
            ("fr", "Huit personnes étaient à bord. Cinq ont été secourues ; les deux autres bateaux ont fait demi-tour."),
            ("en", "Eight people were aboard. Five were rescued, three drowned."),
        ),
        # No part is told before it.
        (
            ("es", "Participan 27 países. Los otros 20 socios esperan."),
            ("pt", "Participam 27 países. Os outros 21 sócios esperam."),
        ),
    ],
)
def test_what_is_no_rest_of_a_total_is_silent(one: Said, other: Said) -> None:
    """Sums that add up, that both versions tell, or that are none."""
    assert not _sums(one, other)
    assert not _sums(other, one)
