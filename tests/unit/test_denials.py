"""W05 in a story that follows the other sentence by sentence: a denial that one version lacks is found by its neighbours."""

from __future__ import annotations

import pytest

from claimdiff.model import Finding, Story, Version
from claimdiff.pipeline import check

FRENCH = [
    "Le conseil communal de Metz a publié mardi son rapport sur les ponts de la Moselle.",
    "Selon l'architecte Hélène Marchetti, le tablier du pont de 1934 est rongé par la rouille sur 40 mètres.",
    "Les entreprises Ferrand et Colin ont déposé leurs offres avant le 3 mars.",
    "La ville de Metz rebouchera cet été les fissures du pont, selon Hélène Marchetti.",
    "Le ministère allemand des Transports suit les travaux depuis Berlin avec 12 experts.",
    "Le chantier coûtera 4 millions d'euros et durera jusqu'en octobre 2027.",
]
ITALIAN = [
    "Il consiglio comunale di Metz ha pubblicato martedì il suo rapporto sui ponti della Mosella.",
    "Secondo l'architetta Hélène Marchetti, l'impalcato del ponte del 1934 è corroso dalla ruggine per 40 metri.",
    "Le imprese Ferrand e Colin hanno presentato le loro offerte prima del 3 marzo.",
    "La città di Metz stuccherà quest'estate le crepe del ponte, secondo Hélène Marchetti.",
    "Il ministero tedesco dei Trasporti segue i lavori da Berlino con 12 esperti.",
    "Il cantiere costerà 4 milioni di euro e durerà fino a ottobre 2027.",
]
GERMAN = [
    "Der Gemeinderat von Metz hat am Dienstag seinen Bericht über die Brücken der Mosel veröffentlicht.",
    "Laut der Architektin Hélène Marchetti ist die Fahrbahn der Brücke von 1934 auf 40 Metern vom Rost zerfressen.",
    "Die Firmen Ferrand und Colin haben ihre Angebote vor dem 3. März eingereicht.",
    "Laut Hélène Marchetti wird die Stadt Metz diesen Sommer die Risse der Brücke verspachteln.",
    "Das deutsche Verkehrsministerium verfolgt die Arbeiten aus Berlin mit 12 Experten.",
    "Die Baustelle wird 4 Millionen Euro kosten und bis Oktober 2027 dauern.",
]
# Version, sentence, the words that are denied, and how.
DENIED = [
    ("it", 3, "stuccherà", "non stuccherà"),
    ("fr", 3, "rebouchera", "ne rebouchera pas"),
    ("de", 3, "verspachteln", "nicht verspachteln"),
]


def denied(one: tuple[str, list[str]], other: tuple[str, list[str]]) -> list[Finding]:
    versions = tuple(Version(lang, " ".join(told)) for lang, told in (one, other))
    return [f for f in next(check([Story("story", versions)])).findings if f.rule == "W05"]


def story(lang: str) -> list[str]:
    return [*{"fr": FRENCH, "it": ITALIAN, "de": GERMAN}[lang]]


@pytest.mark.parametrize(("lang", "at", "said", "denial"), DENIED)
@pytest.mark.parametrize("other", ["fr", "it", "de"])
def test_a_denial_that_the_translation_lacks_is_told(lang: str, at: int, said: str, denial: str, other: str) -> None:
    """Although no list knows what to fill a crack is in the other language."""
    if other == lang:
        other = "it" if lang == "fr" else "fr"
    turned = story(lang)
    turned[at] = turned[at].replace(said, denial)
    (found,) = denied((lang, turned), (other, story(other)))
    assert any(denial.split()[0] in e.text for e in found.evidence)
    assert denied((other, story(other)), (lang, turned))
    assert not denied((lang, story(lang)), (other, story(other)))


def test_a_denial_in_both_is_none() -> None:
    french, italian = story("fr"), story("it")
    french[3] = french[3].replace("rebouchera", "ne rebouchera pas")
    italian[3] = italian[3].replace("stuccherà", "non stuccherà")
    assert not denied(("fr", french), ("it", italian))


def test_a_word_that_denies_of_itself_is_a_denial() -> None:
    """ "Renonce à reboucher" and "non stuccherà" say the same."""
    french, italian = story("fr"), story("it")
    french[3] = "La ville de Metz renonce à reboucher cet été les fissures du pont, selon Hélène Marchetti."
    italian[3] = italian[3].replace("stuccherà", "non stuccherà")
    assert not denied(("fr", french), ("it", italian))


def test_in_another_order_the_versions_are_adapted_and_not_translated() -> None:
    """What one of two adapted stories denies the other may say by an antonym: where no word is known, there is doubt."""
    italian = story("it")
    italian[3] = italian[3].replace("stuccherà", "non stuccherà")
    adapted = denied(("fr", story("fr")), ("it", [italian[n] for n in (5, 3, 1, 4, 0, 2)]))
    (translated,) = denied(("fr", story("fr")), ("it", italian))
    assert all(found.confidence <= 0.5 < translated.confidence for found in adapted)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The town won't fill the cracks of the bridge this summer.", "La città riempirà le crepe del ponte quest'estate."),
        ("The town can\u2019t fill the cracks of the bridge.", "La città può riempire le crepe del ponte."),
    ],
)
def test_a_short_form_denies(text: str, other: str) -> None:
    """Nobody won who "won't"."""
    assert denied(("en", [text]), ("it", [other]))


# Sentences whose verbs no list knows: only small words stand about the denial.
MAYORS = {
    "fr": "Pourtant, le maire ronfle encore chaque jour avec elle.",
    "it": "Tuttavia, il sindaco russa ancora ogni giorno con lei.",
    "de": "Der Bürgermeister schnarcht aber noch jeden Tag mit ihr.",
}
SNORING = [("fr", "ronfle", "ne ronfle pas"), ("it", "russa", "non russa")]


@pytest.mark.parametrize(("lang", "said", "denial"), SNORING)
@pytest.mark.parametrize("other", ["fr", "it", "de"])
def test_small_words_tell_where_a_denial_stands(lang: str, said: str, denial: str, other: str) -> None:
    """Still, each, day, with: none of them says what it is about, together they say where."""
    if other == lang:
        pytest.skip("one language")
    turned, plain = story(lang), story(other)
    turned[3], plain[3] = MAYORS[lang].replace(said, denial), MAYORS[other]
    assert denied((lang, turned), (other, plain))
    turned[3] = MAYORS[lang]
    assert not denied((lang, turned), (other, plain))


def answered(french_sentence: str, italian_sentence: str) -> list[Finding]:
    french, italian = story("fr"), story("it")
    french[3], italian[3] = french_sentence, italian_sentence
    return denied(("fr", french), ("it", italian))


def test_a_word_that_denies_in_both_explains_no_denial() -> None:
    told = "La ville de Metz rebouchera cet été les inévitables fissures du pont, selon Hélène Marchetti."
    assert answered(told, "La città di Metz non stuccherà quest'estate le inevitabili crepe del ponte, secondo Hélène Marchetti.")
    assert not answered(told, "La città di Metz eviterà quest'estate di stuccare le crepe del ponte, secondo Hélène Marchetti.")


def test_what_remains_has_not_gone() -> None:
    denying = "À Metz, la rouille n'a pas molli après l'été, selon Hélène Marchetti."
    assert answered(denying, "A Metz, la ruggine ha brillato dopo l'estate, secondo Hélène Marchetti.")
    assert not answered(denying, "A Metz, la ruggine è rimasta dopo l'estate, secondo Hélène Marchetti.")


def test_a_clause_that_is_left_out_denies_nothing() -> None:
    denying = "La città di Metz conosce le crepe che non vernicerà sul ponte, secondo Hélène Marchetti."
    assert not answered("La ville de Metz connaît les fissures du pont, selon Hélène Marchetti.", denying)
    assert answered("La ville de Metz connaît les fissures qu'elle peindra sur le pont, selon Hélène Marchetti.", denying)
