"""What changes places between versions: figures, people's doings, steps; lists that name one thing twice; ends of periods."""

from __future__ import annotations

import pytest

from claimdiff import Story, Version, compare


def rules(**texts: str) -> set[str]:
    """The rules that fire on a story of these texts."""
    return {f.rule for f in compare(Story("s", tuple(Version(lang, text) for lang, text in texts.items())))}


GERMAN = "Theater erhalten 30 Prozent und Museen 12 Prozent."


def test_figures_in_another_order_are_no_exchange() -> None:
    """A figure belongs to what stands in its clause, whichever comes first."""
    assert "E01" not in rules(de=GERMAN, it="I musei ricevono il 12% e i teatri il 30%.")


def test_two_figures_told_of_each_others_things_are_one_finding() -> None:
    """What is told of each other's things is an exchange, though the first clause lends its verb to the second."""
    assert rules(de=GERMAN, it="I musei ricevono il 30% e i teatri il 12%.") == {"E05"}


def test_people_keep_their_doings_in_another_order() -> None:
    """Who leads and who pays may be told the other way round; the people may not."""
    french = "Paule Lorin restaure la chapelle ; Yves Caradec finance le laboratoire."
    assert "E02" not in rules(fr=french, es="Yves Caradec financia el laboratorio; Paule Lorin restaura la capilla.")
    assert "E02" in rules(fr=french, es="Paule Lorin financia el laboratorio; Yves Caradec restaura la capilla.")


@pytest.mark.parametrize("marker", ["-", "*"])
def test_bullets_have_no_order(marker: str) -> None:
    """Only lines with numbers are steps."""
    one = f"{marker} Open the valve.\n{marker} Rinse the filter.\n{marker} Start the motor."
    other = f"{marker} Ouvrir la valve.\n{marker} Démarrer le moteur.\n{marker} Rincer le filtre."
    assert "W04" not in rules(en=one, fr=other)


def test_a_list_of_phrases_asks_the_other_version() -> None:
    """A name twice in one list is a slip only where the other version's list names it once."""
    once = "The programme: a sonata by Orsini, a waltz by Belfanti, a march by Carli and a suite by Ruspoli."
    twice = "Il programma: una sonata di Orsini, un valzer di Belfanti, una marcia di Carli e una sonata di Orsini."
    assert "C06" in rules(en=once, it=twice)
    assert "C06" not in rules(en=once.replace("a suite by Ruspoli", "a sonata by Orsini"), it=twice)


def test_a_paper_prints_a_day_later() -> None:
    """Two days of writing are no two dates of one event."""
    assert "D01" not in rules(
        en="LEEDS, 19 February 2019 - The theatre in Leeds reopens.", fr="Publié le 20 février 2019\n\nLe théâtre de Leeds rouvre."
    )
