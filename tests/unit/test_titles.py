"""What stands twice: quoted titles, short lists closed by "and", and lists behind a colon."""

from __future__ import annotations

import pytest

from claimdiff.claims import read
from claimdiff.model import Version


def items(lang: str, text: str) -> list[str]:
    return [text[c.start : c.end].strip(" ,") for c in read(Version(lang, text))[1] if c.kind == "item"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("it", "Arriveranno «Norma», «Aida», «Norma» e «Nabucco»."),
        ("en", "They will give “Norma,” “Aida,” “Norma” and “Nabucco.”"),
        ("de", "Es folgen »Norma«, »Aida« oder »Norma«."),
        ("pt", 'Seguem-se "Norma" (Bellini), "Aida" (Verdi) e "Norma".'),
    ],
)
def test_a_title_stands_twice_in_a_row(lang: str, text: str) -> None:
    """Whatever marks quote it, and whoever made it stands in brackets behind it."""
    assert items(lang, text) == ["Norma", "Norma"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("it", "«Norma» e «Norma»."),
        ("en", '"I came", he said, "I saw", he said, "I came".'),
        ("de", "Es folgen »Norma«, »Aida« und »Nabucco«."),
        ("fr", "« Norma », qui ouvre la saison, « Aida », et surtout « Norma »."),
    ],
)
def test_quotations_apart_are_no_row(lang: str, text: str) -> None:
    """Two titles, other titles, or titles with words between them."""
    assert items(lang, text) == []


@pytest.mark.parametrize(
    ("lang", "text", "twice"),
    [
        ("fr", "Le club propose le judo, l'escrime et le judo.", "judo"),
        ("it", "In programma tennis, nuoto, scherma e nuoto per tutti.", "nuoto"),
        ("es", "Abre lunes, martes y lunes.", "lunes"),
        ("de", "Geöffnet am Montag, Dienstag und Montag.", "Montag"),
    ],
)
def test_a_word_stands_twice_in_a_short_list(lang: str, text: str, twice: str) -> None:
    """Three items are enough."""
    assert items(lang, text) == [twice, twice]


def test_a_list_opens_behind_its_colon() -> None:
    """Commas before the colon part no items."""
    text = (
        "Il lotto, tutto antico, vale molto: una tela di Orsini, un disegno di Belfanti, una stampa di Carli e una tela di Orsini."
    )
    assert items("it", text) == ["una tela di Orsini", "una tela di Orsini"]
