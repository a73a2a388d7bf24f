"""Orders: what comes first, told by adverbs of sequence, and when two versions turn it round."""

from __future__ import annotations

import pytest

from claimdiff import claims, pipeline
from claimdiff.model import Story, Version


def orders(lang: str, text: str) -> set[str]:
    return {claim.value for claim in claims.find(Version(lang, text)) if claim.kind == "order"}


def found(*versions: tuple[str, str]) -> set[str]:
    story = Story("story", tuple(Version(lang, text) for lang, text in versions))
    return {finding.rule for finding in next(pipeline.check([story])).findings}


def test_what_follows_after_that_comes_later_and_what_follows_after_comes_first() -> None:
    """ "After that" and "after" share a word and say the opposite."""
    assert orders("en", "They saw Portugal, and after that Spain.") == {"PT < ES"}
    assert orders("en", "They saw Portugal after Spain.") == {"ES < PT"}


def test_every_step_comes_before_the_next() -> None:
    """Three steps make two orders."""
    told = orders("en", "First came the buyers, then the experts, and finally the witnesses.")
    assert told == {"buyer < expert", "expert < witness"}


def test_steps_of_one_sort_are_ordered() -> None:
    """Names go with names, things with things."""
    told = orders("it", "Prima gli acquirenti di Sarola, poi gli esperti di Monteforte.")
    assert told == {
        "buyer < expert",
        "sarola < monteforte",
    }


def test_a_step_may_begin_the_next_sentence_but_not_the_one_after() -> None:
    """A sequence goes on only where the next sentence says so at once."""
    assert orders("fr", "D'abord parlent les acheteurs. Puis les experts.") == {"buyer < expert"}
    assert orders("fr", "D'abord parlent les acheteurs. Il pleut. Puis les experts.") == set()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The first buyers came, then the experts left."),
        ("en", "First the buyers, then the buyers."),
        ("en", "France finally beat Germany."),
        ("es", "Dos años después, España firmó con Portugal."),
    ],
)
def test_a_rank_or_an_adverb_of_time_orders_nothing(lang: str, text: str) -> None:
    """Rather silent than wrong."""
    assert orders(lang, text) == set()


def test_names_that_no_lexicon_has_are_ordered_across_languages() -> None:
    """Two ports that nobody knows: turned round is told, the same order is not."""
    french = ("fr", "Le bateau fait d'abord escale à Sarola, ensuite à Monteforte.")
    assert "W04" in found(french, ("it", "La nave tocca prima Monteforte e solo dopo Sarola."))
    assert "W04" not in found(french, ("es", "El barco hace escala primero en Sarola y luego en Monteforte."))


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("fr", "Marta Kessel prend l'argent, Luisa Obrador le bronze.", {"kessel < obrador"}),
        ("en", "Norway came fourth, with Sweden fifth.", {"NO < SE"}),
        ("de", "Zweite wurde Marta Kessel, Dritte Luisa Obrador.", {"kessel < obrador"}),
        ("es", "El bronce fue para Noruega y la plata para Suecia.", {"SE < NO"}),
        ("pt", "O México é o maior mercado, seguido da Argentina e da Colômbia.", {"MX < AR", "AR < CO"}),
        ("it", "Argento alla Norvegia, nove secondi più tardi; bronzo alla Svezia.", {"NO < SE"}),
        ("fr", "Or, la Norvège a gagné de l'argent.", set()),
    ],
)
def test_places_and_prizes_order_those_who_have_them(lang: str, text: str, told: set[str]) -> None:
    """Neighbouring places in neighbouring clauses; a prize alone orders nobody."""
    assert orders(lang, text) == told
