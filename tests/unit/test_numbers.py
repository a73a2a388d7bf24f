"""Numbers as written: what `found.numbers` holds before quantities, dates and times say what they count."""

from __future__ import annotations

import itertools
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimdiff.claims import numbers
from claimdiff.claims.found import Found, Number
from claimdiff.claims.numbers_grammar import spelled
from claimdiff.claims.numbers_lexicon import lexicon, words_of
from claimdiff.language import language, languages

CORPUS = Path(__file__).parent.parent / "corpus"
LANGUAGES = languages()


def read(lang: str, text: str) -> list[Number]:
    known = language(lang)
    found = Found(known.read(text), known, {})
    assert numbers.find(found) == []
    return found.numbers


def values(lang: str, text: str) -> list[str]:
    return [number.value for number in read(lang, text)]


def phrases(nothing: bool) -> list[Any]:
    out = []
    for path in sorted(CORPUS.glob("*/numbers.yaml")):
        for item in yaml.safe_load(path.read_text("utf-8")):
            if (item["means"] == "nothing") == nothing:
                out += [
                    pytest.param(path.parent.name, item["means"], said, id=f"{path.parent.name}: {said}") for said in item["said"]
                ]
    return out


@pytest.mark.parametrize(("lang", "means", "said"), phrases(nothing=False))
def test_every_wording_of_a_number_has_its_value(lang: str, means: dict[str, str], said: str) -> None:
    found = read(lang, said)
    wanted = (means["value"], means["kind"] == "ordinal", "approximate" in means)
    assert wanted in [(n.value, n.ordinal, n.approximate) for n in found]


@pytest.mark.parametrize(("lang", "means", "said"), phrases(nothing=True))
def test_what_only_looks_like_a_number_is_none(lang: str, means: str, said: str) -> None:
    assert values(lang, said) == [], means


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_number_word_of_the_data_reads_as_its_value(lang: str) -> None:
    data = lexicon(lang).data
    articles = words_of(data.get("articles"))
    elided = words_of(data.get("elided"))
    for value, forms in [*data["cardinals"].items(), *data["ordinals"].items()]:
        for form in words_of(forms):
            if form not in articles and form not in elided:
                assert values(lang, form) == [str(value)], form


@pytest.mark.parametrize("lang", LANGUAGES)
@given(value=st.integers(min_value=0, max_value=10**12))
def test_digits_grouped_as_the_language_groups_them_are_read_back(lang: str, value: int) -> None:
    for mark in lexicon(lang).data["digits"]["group"] + "'":
        assert values(lang, f"{value:,}".replace(",", mark)) == [str(value)]


@pytest.mark.parametrize("lang", LANGUAGES)
@given(text=st.text(alphabet="0123456789.,' -+/%°ªe mil cent due and und y a\n", max_size=60))
def test_any_text_is_read_without_fault_and_numbers_stand_in_order(lang: str, text: str) -> None:
    found = read(lang, text)
    assert all(a.last <= b.first for a, b in itertools.pairwise(found))
    assert all(n.first < n.last and 0 <= n.start < n.end for n in found)


@pytest.mark.parametrize(
    ("lang", "said", "value", "reading"),
    [
        ("fr", "1.500", "1500", "1.5"),
        ("fr", "4,800", "4.8", "4800"),
        ("fr", "26,412", "26.412", "26412"),
        ("it", "1.500", "1500", "1.5"),
        ("en", "1,500", "1500", "1.5"),
        ("en", "1.500", "1.5", "1500"),
        ("pt", "1,500 milhões", "1500000", "1500000000"),
    ],
)
def test_an_ambiguous_mark_keeps_both_readings_likeliest_first(lang: str, said: str, value: str, reading: str) -> None:
    (number,) = read(lang, said)
    assert (number.value, number.readings) == (value, (reading,))


@pytest.mark.parametrize(
    ("lang", "said", "wanted"),
    [
        ("fr", "en 2018 96 États et en 2018 196 pays", ["2018", "96", "2018", "196"]),
        ("fr", "518 2000", ["518", "2000"]),
        ("fr", "le 24.11.2025 à 18h30", ["24", "11", "2025", "18", "30"]),
        ("it", "3-1 e 6:4", ["3", "1", "6", "4"]),
        ("en", "between one hundred and two hundred", ["100", "200"]),
        ("pt", "entre cem e duzentos", ["100", "200"]),
        ("de", "zwischen tausend und zweitausend", ["1000", "2000"]),
        ("es", "dos segundos", ["2"]),
        ("fr", "deux tiers des membres", ["2"]),
        ("en", "a third of the votes", []),
        ("pt", "entre mil e dois mil", ["1000", "2000"]),
        ("en", "between one thousand and two thousand people", ["1000", "2000"]),
        ("fr", "1 million 200 000 habitants en 2 000 communes", ["1200000", "2000"]),
        ("de", "zweier Länder", ["2"]),
    ],
)
def test_neighbouring_numbers_are_kept_apart(lang: str, said: str, wanted: list[str]) -> None:
    assert values(lang, said) == wanted


@pytest.mark.parametrize(
    ("lang", "said", "value"),
    [
        ("fr", "il fait -5 °C", "-5"),
        ("fr", "moins 5 degrés", "-5"),
        ("fr", "au moins 5 degrés", "5"),
        ("fr", "de 10 -15 ans", "15"),
        ("en", "minus five degrees", "-5"),
        ("it", "più o meno 5 gradi", "5"),
    ],
)
def test_a_minus_is_a_sign_only_where_it_stands_as_one(lang: str, said: str, value: str) -> None:
    assert values(lang, said)[-1] == value


@pytest.mark.parametrize(
    ("lang", "said"),
    [("fr", "le XXIe siècle"), ("it", "il XXI secolo"), ("en", "the XXI century"), ("es", "el siglo XXI"), ("pt", "no século XXI")],
)
def test_a_roman_numeral_beside_its_noun_is_an_ordinal(lang: str, said: str) -> None:
    assert [(n.value, n.ordinal, n.form) for n in read(lang, said)] == [("21", True, "roman")]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("fr", "Le vote et Ce jour"),
        ("it", "La gente, Lo stato, Io sono, la IA"),
        ("es", "La IA"),
        ("pt", "a IA"),
        ("de", "darauf zu achten"),
    ],
)
def test_short_words_with_a_capital_are_no_roman_numerals(lang: str, said: str) -> None:
    assert values(lang, said) == []


def test_the_end_of_a_sentence_makes_no_ordinal() -> None:
    numbers_read = read("de", "Es waren 92. Danach kam der 93. Kongress")
    assert [(n.value, n.ordinal) for n in numbers_read] == [("92", False), ("93", True)]


def test_the_point_of_a_short_scale_belongs_to_the_number() -> None:
    (number,) = read("de", "2,5 Mio. Euro")
    assert (number.value, number.end, number.form) == ("2500000", 8, "mixed")


def test_a_value_is_written_without_exponent_and_trailing_zeros() -> None:
    assert [spelled(10**12), spelled(Decimal("1.50")), spelled(Decimal("-0"))] == ["1000000000000", "1.5", "0"]


def test_a_hostile_word_takes_no_long_time() -> None:
    assert values("de", "dreizehn" * 4000 + "x") == []
    assert values("de", ("zehn" * 20 + "q ") * 500) == []
