"""Hostile texts: one piece over and over is read in a time that grows with the length, in every language, and never fails."""

from __future__ import annotations

import gc
import math
import time

import pytest

from claimdiff import claims as recognition
from claimdiff import pipeline
from claimdiff.claims import read
from claimdiff.language import languages
from claimdiff.model import Story, Version

LANGUAGES = languages()
# fmt: off
PIECES = (
    "(", "[", "|", "-", "«", "»", "\"", "“", "'", "’", "…", ".", "!", "_", "@", "#", "*", " ", "\n", "\t", "\u00ad",
    "\u202e", "\u0301", "中", "😀", "٣", "½", "ª", "1", "0", "x", "A", "\r\n", "- ", "# ", "; ", ": ", "e\u0301", "http://",
    "a@", "a.", "a A ", "A ", "A\n", "A. ", "« A ", "1/", "1.", "1,", "1:", "1-", "1'", "$1", "1h", "1°", "1%", "1 ", "1, ",
    "192.", "1.000.", "10.000 ", "1-1 ", "3:1 ", "18:30 ", "1/2 ", "2020/", "2020-", "en 2020 ", "1.1.2020 ", "1 mai ",
    "- 1\n", "| 1 ", "1 km ", "1 € ", "+33 ", "II ", "§1 ", "lundi ", "M. ", "Mr. ", "Dr ", "Jean ", "Jean-", "Jean de ",
    "Jean Dupont ", "M. Dupont ", "président Dupont ", "Mr Smith said ", "O'", "UN ", "U.N. ", "ABC (", "(ABC) ", "Paris, ",
    "France ", "ministre de la ", "Ministry ", "Committee of ", "Corte ", "van der ", "vice", "Vize", "King ",
    "Charles III ", "a dit : « ", "said ", "mille ", "mille", "cento", "ein", "zwei", "vingt ", "million ", "vingt-et-un-",
    "two hundred and ", "Million", "Deux ", "Two ", "et ", "and ", "und ", "e ", "y ", "de la ", "of the ", "der ", "di ",
    "du 1 au ", "entre 1 et ", "âgé de 1 ", "5-year-old ", "ne ", "n'", "pas ", "not ", "nicht ", "no ", "não ", "non ",
    "tous ", "not all ", "no one in ", "half ", "first ",
    "Jean Dupont bat Paul Weber ", "dann schlug Jean Dupont Paul Weber ", "then Jean Dupont beat Paul Weber ",
    "Ferrand by Norrvik ",
)
# fmt: on
SHORT, LONG = 2_000, 12_000
# With --growth.
SHORTER, LONGER = 12_500, 100_000
# A square would take 2; what times vary by on a busy machine stays far below 0.5.
STEEPEST = 1.4


def seconds(lang: str, piece: str, length: int) -> float:
    """Processor time of reading that many characters of the piece."""
    text = (piece * (length // len(piece) + 1))[:length]
    recognition.forget()
    # A collection of what other tests left would be timed too.
    gc.disable()
    start = time.process_time()
    read(Version(lang, text))
    took = time.process_time() - start
    gc.enable()
    return took


def exponent(lang: str, piece: str, short: int, long: int) -> float:
    """By which power of the length the time grows."""
    return math.log(seconds(lang, piece, long) / seconds(lang, piece, short)) / math.log(long / short)


@pytest.mark.parametrize("number", range(len(PIECES)), ids=map(repr, PIECES))
def test_a_piece_repeated_is_read_in_time_that_grows_with_the_length(number: int) -> None:
    """Each piece in one language; over the table the languages take turns."""
    lang = LANGUAGES[number % len(LANGUAGES)]
    seconds(lang, "1. Jean ", 400)
    steepness = (exponent(lang, PIECES[number], SHORT, LONG) for _ in range(4))
    assert any(one < STEEPEST for one in steepness), f"{PIECES[number]!r} in {lang}"


SYLLABLES = ("ba", "do", "fe", "gri", "ka", "lu", "mo", "ne", "pra", "ri", "so", "tu", "ve", "za")


def name(number: int) -> str:
    """A name that no other number has."""
    digits = (number % 14, number // 14 % 14, number // 196 % 14)
    return "".join(SYLLABLES[d] for d in digits).capitalize() + "ni"


def report(people: int) -> Story:
    """A long story: everybody says something, and does something else, some before others."""
    said = {
        "fr": "« Le {w} coûte {n} euros », a dit {a} {b}. Puis {b} est allé à {c}, et {a} a acheté {m} livres avant de rentrer.",
        "it": "«Il {w} costa {n} euro», ha detto {a} {b}. Poi {b} è partito per {c}, e {a} ha comprato {m} libri prima di tornare.",
    }
    told = [
        {"w": name(3 * n).lower(), "a": name(n), "b": name(2 * n + 1), "c": name(5 * n + 2), "n": 100 + n, "m": 7 * n + 30}
        for n in range(people)
    ]
    return Story("long", tuple(Version(lang, "\n\n".join(text.format(**one) for one in told)) for lang, text in said.items()))


def test_a_long_report_is_linked_and_judged_in_time_that_grows_with_its_length() -> None:
    """Quotations, people, figures and steps are compared with their like, not each with each; four times as long, not sixteen."""
    few, many = report(60), report(240)

    def taken(story: Story) -> float:
        recognition.forget()
        gc.disable()
        start = time.process_time()
        list(pipeline.check([story]))
        gc.enable()
        return time.process_time() - start

    taken(report(5))
    assert any(math.log(taken(many) / taken(few)) / math.log(4) < STEEPEST for _ in range(3))


def test_offices_are_compared_by_their_holders_and_not_four_by_four() -> None:
    """Sixty lawyers in each version took forty seconds when every two were held against every two."""
    told = {"fr": "L'avocat {a} {b} habite à {c}.", "it": "L'avvocato {a} {b} abita a {c}."}
    names = [{"a": name(n), "b": name(2 * n + 1), "c": name(5 * n + 2)} for n in range(60)]
    story = Story("lawyers", tuple(Version(lang, " ".join(line.format(**n) for n in names)) for lang, line in told.items()))
    start = time.process_time()
    list(pipeline.check([story]))
    assert time.process_time() - start < 8


@pytest.mark.slow
@pytest.mark.skipif("not config.getoption('--growth')")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_piece_in_every_language_up_to_a_hundred_thousand_characters(lang: str) -> None:
    """The whole table at its full length, asked for with --growth."""
    steep = {piece: exponent(lang, piece, SHORTER, LONGER) for piece in PIECES}
    steep = {piece: min(value, exponent(lang, piece, SHORTER, LONGER)) for piece, value in steep.items() if value > STEEPEST}
    assert {piece: value for piece, value in steep.items() if value > STEEPEST} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("piece", ["192.", "1", "vice", "mille", "1 000 000 ", "A-", "1,"])
def test_a_word_of_any_length_is_no_fault(lang: str, piece: str) -> None:
    """Digits beyond every amount and words beyond every name make no claim of their own size, and no error."""
    text = piece * 3000
    claims = read(Version(lang, text))[1]
    assert all(0 <= claim.start < claim.end <= len(text) for claim in claims)
