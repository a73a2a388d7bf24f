"""What is looked up in a text says the same as looking at each of its words."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

import pytest

from claimdiff.claims.clauses import clause
from claimdiff.claims.found import Found
from claimdiff.language import Index, language, languages, look_up, look_up_in, row_of
from claimdiff.text import Reading

TEXT = """Élodie Marchal-Rey, l'élue d'OSLO et d'Oslo, a dit: « Non. »
The ETATS of Oslo - and the états - met at the gates,        the gates of Oslo; but nobody (not one) spoke…

L'élue dit non; Élue, elle l'a dit. The end of the gates of Oslo of the end"""


@pytest.fixture(params=languages())
def reading(request: pytest.FixtureRequest) -> Reading:
    return language(request.param).read(TEXT)


def test_words_are_found_by_spelling_key_and_fold(reading: Reading) -> None:
    tokens = reading.tokens
    for places, told in (
        (reading.by_text, [t.text for t in tokens]),
        (reading.by_key, [t.key for t in tokens]),
        (reading.by_fold, [t.fold for t in tokens]),
    ):
        assert places == {word: [i for i, one in enumerate(told) if one == word] for word in set(told)}
    assert reading.where_text({"Oslo", "nobody"}) == [i for i, t in enumerate(tokens) if t.text in ("Oslo", "nobody")]
    assert reading.where({"oslo", "élue"}) == [i for i, t in enumerate(tokens) if t.key in ("oslo", "élue")]
    assert reading.where_fold({"etats"}) == [i for i, t in enumerate(tokens) if t.fold == "etats"]


def test_capitals_gaps_and_starts_are_those_of_the_tokens(reading: Reading) -> None:
    tokens = reading.tokens
    assert reading.capitals == [i for i, t in enumerate(tokens) if t.text[0].isupper()]
    gaps = [reading.text[a.end : b.start] for a, b in pairwise(tokens)]
    assert [reading.gap(i) for i in range(1, len(tokens))] == gaps
    assert reading.gapped == {gap: [i for i, one in enumerate(gaps, 1) if one == gap] for gap in set(gaps) - {"", " "}}
    assert [reading.joins(i) for i in range(1, len(tokens))] == [bool(re.fullmatch(r"[' -]{0,3}\n?[' ]?", gap)) for gap in gaps]
    assert not reading.joins(0)
    assert not reading.joins(len(tokens))


def test_a_token_is_found_by_any_offset(reading: Reading) -> None:
    starts = [token.start for token in reading.tokens]
    for _ in range(2):  # The second time it is remembered.
        assert [reading.token_at(o) for o in range(len(TEXT) + 2)] == [bisect_left(starts, o) for o in range(len(TEXT) + 2)]


@pytest.mark.parametrize(("first", "second"), [("the", "gates"), ("of", "oslo"), ("the", "end"), ("oslo", "the"), ("no", "such")])
def test_words_behind_others_are_found_from_the_rarer_one(reading: Reading, first: str, second: str) -> None:
    folds = [token.fold for token in reading.tokens]
    assert reading.followed(first, second) == [i for i in range(len(folds) - 1) if folds[i : i + 2] == [first, second]]


def test_a_clause_lies_between_two_marks_of_its_sentence(reading: Reading) -> None:
    found = Found(reading, language(reading.lang), {})
    marks = set(',;:.!?…()[]«»“”„"–—|•')
    for sentence in reading.sentences:
        for index in range(sentence.first, sentence.last):
            first, last = index, index + 1
            while first > sentence.first and reading.tokens[first - 1].text not in marks:
                first -= 1
            while last < sentence.last and reading.tokens[last].text not in marks:
                last += 1
            assert clause(found, index) == (first, last)


FORMS = (
    "gates|gates of|gates of Oslo|the gates of|the end|of the|elue|Etats|no such word|no",
    "the|the gates|gates of Oslo of the end",
)


def test_terms_of_a_span_are_those_of_the_span_as_a_text(reading: Reading) -> None:
    rows = {f"t{n}": [row_of({"id": f"r{n}", "forms": forms})] for n, forms in enumerate(FORMS)}
    index, spans = Index(rows, language(reading.lang).folder), [(s.first, s.last) for s in reading.sentences]
    for (first, last), terms in zip(spans, look_up_in(index, reading, spans), strict=True):
        alone = language(reading.lang).read(reading.text[reading.tokens[first].start : reading.tokens[last - 1].end])
        told = [(t.first - first, t.last - first, t.id) for some in terms.values() for t in some]
        assert sorted(told) == sorted((t.first, t.last, t.id) for some in look_up(index, alone).values() for t in some)


def test_the_longest_form_wins() -> None:
    reading = language("en").read("Oslo, the gates of Rome, gates of Oslo, Gates")
    index = Index({"t": [row_of({"id": "r", "forms": FORMS[0]})]}, language("en").folder)
    said = [reading.texts[t.first : t.last] for t in look_up(index, reading)["t"]]
    assert said == [["the", "gates", "of"], ["gates", "of", "Oslo"], ["Gates"]]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Il Podravac regge fino al 107'. Poi segna Davor Lonček.", 2),
        ("Il gol arriva al 23’. Poi segna Davor Lonček.", 2),
        ("The so-called 'wall'. Then it fell.", 2),
        ("Die Sitzung am 23. Juni fiel aus.", 1),
    ],
)
def test_a_minute_or_a_quote_before_a_stop_ends_a_sentence(text: str, sentences: int) -> None:
    """A short number right before a stop is a rank as often; one with a mark behind it is none."""
    assert len(language("de" if "Juni" in text else "it").read(text).sentences) == sentences
