"""What polarity, quantifiers and quotations say beyond the corpus: spans, scopes, speed and hostile text."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff import claims
from claimdiff.claims import polarity, quantifiers, quotations
from claimdiff.claims.found import Found
from claimdiff.language import language, languages
from claimdiff.model import Claim, Version


def laid_out(lang: str, text: str) -> Found:
    lexicon = language(lang)
    reading = lexicon.read(text)
    return Found(reading, lexicon, lexicon.terms(reading))


def denials(lang: str, text: str) -> list[str]:
    found = laid_out(lang, text)
    return [found.reading.text[c.start : c.end] for c in polarity.find(found) if c.value == "negated"]


def quoted(lang: str, text: str) -> Sequence[Claim]:
    return quotations.find(laid_out(lang, text))


@pytest.mark.parametrize(
    ("lang", "text", "span"),
    [
        ("fr", "Le vote n'a pas été organisé hier.", "n'a pas été organisé"),
        ("it", "Il caos non è stato evitato.", "non è stato evitato"),
        ("de", "Er wurde gestern nicht evakuiert.", "nicht evakuiert"),
        ("en", "She did not sign the text.", "not sign"),
        ("es", "El año pasado no fue duro.", "no fue duro"),
        ("pt", "O problema não está resolvido.", "não está resolvido"),
    ],
)
def test_a_denial_spans_its_words_and_the_word_denied(lang: str, text: str, span: str) -> None:
    assert denials(lang, text) == [span]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Elle n'a que deux ans."),
        ("it", "Non è solo un gioco."),
        ("de", "Das ist nicht nur ein Spiel."),
        ("en", "It is not only a game."),
        ("es", "No es solo un juego."),
        ("pt", "Não é só um jogo."),
    ],
)
def test_a_restriction_denies_nothing(lang: str, text: str) -> None:
    assert denials(lang, text) == []


def test_two_negations_undo_each_other() -> None:
    [won] = [c for c in polarity.find(laid_out("en", "No team did not win.")) if c.value == "win_lose/a"]
    assert "effective" not in won.details


def test_the_capitals_of_a_name_take_no_side() -> None:
    assert polarity.find(laid_out("en", "He met Vincent Best yesterday.")) == []


def test_a_quotation_is_the_words_between_the_marks() -> None:
    for text in ("« Je laisse un festival malade »", "“Je laisse un festival malade”", '"Je laisse un festival malade"'):
        [claim] = quoted("fr", f"Il a dit : {text}, hier.")
        assert (claim.value, claim.details["words"]) == ("je laisse un festival malade", "5")


@pytest.mark.parametrize(
    "text", ['a 47", terzo lo sloveno a 1\'12" dal primo', "l'hôtel et l'autre d'à côté", "« une phrase sans fin", "« oui »"]
)
def test_marks_that_quote_nothing(text: str) -> None:
    assert quoted("fr", text) == []


@given(st.text(alphabet="ne pasquenot l'«»“”\"„.,\n", max_size=300), st.sampled_from(languages()))
def test_no_text_breaks_a_recogniser_and_spans_lie_inside(text: str, lang: str) -> None:
    found = laid_out(lang, text)
    for claim in (*polarity.find(found), *quantifiers.find(found), *quotations.find(found)):
        assert 0 <= claim.start < claim.end <= len(found.reading.text)


@pytest.mark.parametrize("piece", ["n' ", "« ", '"a ', "'a b c d ", "le plus ", "not ", "« a b c » "])
def test_time_grows_with_the_text_and_not_faster(piece: str) -> None:
    found = laid_out("fr", piece * 20_000)
    started = time.process_time()
    for module in (polarity, quantifiers, quotations):
        module.find(found)
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("lang", "text", "sides"),
    [
        ("en", "Norholm gained 3 per cent.", ["rise_fall/a"]),
        ("en", "Norholm shed another 3%.", ["rise_fall/b"]),
        ("de", "Die Aktie hat 3 Prozent verloren.", ["rise_fall/b"]),
        ("fr", "Le titre cède 3 %.", ["rise_fall/b"]),
        ("it", "Il titolo guadagna il 3%.", ["rise_fall/a"]),
        ("es", "La acción se dejó un 3 %.", ["rise_fall/b"]),
        ("pt", "As ações ganharam 3%.", ["rise_fall/a"]),
        ("es", "El partido ganó el 54 % de los votos.", []),
        ("en", "Norholm gained a port.", []),
    ],
)
def test_who_gains_or_loses_per_cent_rises_or_falls(lang: str, text: str, sides: list[str]) -> None:
    """Beside a percentage that is no share of anything; elsewhere such verbs tell of prizes and property."""
    found = (c for c in claims.find(Version(lang, text)) if c.kind == "polarity" and c.details.get("pair") == "rise_fall")
    assert [c.value for c in found] == sides
