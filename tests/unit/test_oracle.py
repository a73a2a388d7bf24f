"""Number words against two oracles, CLDR's own spelling-out and text2num: every difference is known and has its reason."""

from __future__ import annotations

import pytest
from spelling import spellings

from claimdiff.language import languages
from oracle import REFUSED, Spelled, differences, read, refusals, second_opinion, spelled

LOCALES = sorted(spellings())


def held(oracle: str, ones: tuple[Spelled, ...], read_apart: dict[Spelled, str]) -> None:
    """Fails where a difference is new, or where one that the file explains is there no more."""
    known = differences(oracle)
    explained = {one for one in ones if any(row.explains(one) for row in known)}
    new = [f"{one.name}: {one.text} = {one.number}, {said}" for one, said in read_apart.items() if one not in explained]
    gone = [f"{one.name}: {one.text} = {one.number}" for one in ones if one in explained - set(read_apart)]
    assert not new, f"{len(new)} new differences from {oracle}: {new[:9]}"
    assert not gone, f"{len(gone)} differences from {oracle} are there no more: {gone[:9]}"


@pytest.mark.parametrize("locale", LOCALES)
def test_numbers_that_cldr_spells_out_are_read_back(locale: str) -> None:
    """In every gender, case and number: cardinals, ordinals and years."""
    ones = spelled(locale)
    pairs = zip(ones, read(ones), strict=True)
    held("cldr", ones, {one: f"read as {value or 'nothing'}" for one, value in pairs if value != str(one.number)})


@pytest.mark.parametrize("locale", LOCALES)
def test_text2num_reads_what_claimdiff_reads(locale: str) -> None:
    """A second opinion on the same wordings, where it has one; how often it has none is known too."""
    ones = tuple(one for one in spelled(locale) if one.in_words)
    seconds = [second_opinion(one) for one in ones]
    trios = [trio for trio in zip(ones, read(ones), seconds, strict=True) if trio[2] != REFUSED]
    held(
        "text2num",
        tuple(one for one, _, _ in trios),
        {one: f"{value or 'nothing'} / {second}" for one, value, second in trios if value != second},
    )
    assert seconds.count(REFUSED) == refusals().get(locale, 0)


def test_every_known_difference_is_met_and_has_its_reason() -> None:
    """No entry of the file is left over."""
    for oracle in ("cldr", "text2num"):
        for row in differences(oracle):
            assert len(row.why) > 10, row
            assert any(row.explains(one) for locale in LOCALES for one in spelled(locale)), row


def test_every_language_is_spelled_out_in_cardinals_and_ordinals() -> None:
    """The oracle's data covers all languages, and thousands of wordings of each."""
    for lang in languages():
        assert sum(one.ordinal for one in spelled(lang)) > 1500, lang
        assert sum(not one.ordinal for one in spelled(lang)) > 1500, lang
