"""How much of something two versions tell, in whatever words they call it."""

from __future__ import annotations

import pytest

from claimdiff import Story, Version, compare

SHARE, PORTION = "W02", "W16"


def rules(*versions: tuple[str, str]) -> set[str]:
    found = compare(Story("story", tuple(Version(lang, text) for lang, text in versions)))
    return {f.rule for f in found if f.severity != "info"}


ALL = ("es", "En Villamora todos los horneros cierran los lunes, según una encuesta del gremio.")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (ALL, ("it", "Secondo un sondaggio della categoria, a Villamora quasi tutti i panettieri chiudono il lunedì.")),
        (
            ("fr", "C'était la première grève de facteurs de l'histoire du canton de Brévans."),
            ("de", "Er war einer der wenigen Ausstände in der Geschichte des Kantons Brévans."),
        ),
    ],
)
def test_portions_of_one_place_are_told(a: tuple[str, str], b: tuple[str, str]) -> None:
    assert rules(a, b) & {SHARE, PORTION}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (ALL, ("it", "Secondo un sondaggio della categoria, a Villamora tutti i panettieri chiudono il lunedì.")),
        (ALL, ("en", "According to a survey of the guild, none of the bakers of Villamora is open on Mondays.")),
        (
            ("fr", "Tous les commerçants de Sarnes ont rouvert lundi, sauf la fleuriste."),
            ("de", "Die meisten Händler von Sarnes haben am Montag wieder geöffnet."),
        ),
    ],
)
def test_the_same_the_contrary_of_the_contrary_and_all_but_one_are_not(a: tuple[str, str], b: tuple[str, str]) -> None:
    """None is open where all are closed, and all but one are most of them."""
    assert not rules(a, b) & {SHARE, PORTION}


def test_a_difference_is_told_once() -> None:
    """Two shares of one known thing are the other rule's."""
    a, b = ("en", "Almost all of the schools in Turin reopened on Monday."), ("fr", "Toutes les écoles de Turin ont rouvert lundi.")
    assert rules(a, b) & {SHARE, PORTION} == {SHARE}


def test_most_before_any_plural_at_the_head_of_a_sentence_is_a_portion() -> None:
    """Whatever it is counted of; an adjective or a verb that ends as plurals do is none."""
    routes = ("pt", "Todas as rotas atuais serão mantidas, garante a empresa.")
    assert rules(routes, ("en", "Most existing routes will be kept, the company says.")) & {SHARE, PORTION}
    assert not rules(routes, ("en", "Most famous is the bridge, the company says.")) & {SHARE, PORTION}
