"""What stands around a story is recognised by lines, marked, and compared with nothing; captions and datelines are story."""

from __future__ import annotations

import time
from itertools import permutations
from pathlib import Path

import pytest

from claimdiff import claims, pipeline
from claimdiff.claims.boilerplate import marked
from claimdiff.claims.found import Found
from claimdiff.language import language, languages, world
from claimdiff.model import Claim, Finding, Story, Version

ROOT = Path(__file__).parent.parent.parent

STORY = {
    "de": "Bei dem Brand in Lyon starben am Montag 12 Menschen, sagte Bürgermeisterin Anna Meier. Drei Häuser wurden zerstört.",
    "en": "The fire in Lyon killed 12 people on Monday, said the mayor, Anna Meier. Three houses were destroyed.",
    "es": "El incendio de Lyon mató el lunes a 12 personas, dijo la alcaldesa, Anna Meier. Tres casas quedaron destruidas.",
    "fr": "L'incendie de Lyon a tué 12 personnes lundi, a dit la maire, Anna Meier. Trois maisons ont été détruites.",
    "it": "L'incendio di Lione ha ucciso 12 persone lunedì, ha detto la sindaca, Anna Meier. Tre case sono state distrutte.",
    "pt": "O incêndio em Lyon matou 12 pessoas na segunda-feira, disse a presidente, Anna Meier. Três casas foram destruídas.",
}
# Each about other figures, places and people than the next.
AROUND = {
    "de": """
Von Hans Schmidt, Berlin
{story}
Foto: Eva Brandt / dpa
Teilen | 48 | Drucken
Lesen Sie auch: 21 Verletzte in Köln
Ähnliche Artikel
Streik in Hamburg am 3. März
Merkel besucht Rom
Kommentare (14)
Das waren doch 19 Tote in Marseille, schreibt die Zeitung aus Berlin.
© 2023 Kurier. Alle Rechte vorbehalten.
""",
    "en": """
By John Smith, Reuters
{story}
Photo: Jane Brown / AFP
Share 310 Tweet 25
Read more: 7 dead in Leeds flood
Sign up for our newsletter and save 20%.
2 comments
It was 15 people in Marseille, not Lyon!
Last updated: 4 May 2024, 18:30
""",
    "es": """
Por Juan Molina
{story}
Compartir en Facebook | 77
Te puede interesar: 9 muertos en Sevilla
Suscríbete a nuestra newsletter por 5 euros.
Etiquetas: Francia, España, Bélgica
Comentarios (31)
Fueron 18 los muertos de Marsella.
""",
    "fr": """
Par Jean Dupont à Paris
{story}
Crédit photo : Luc Martin
Temps de lecture : 4 minutes
À lire aussi : 16 blessés à Nice
Partager 64
Leave a Reply
Your email address will not be published. Required fields are marked *
""",
    "it": """
di Mario Rossi
{story}
Tempo di lettura: 2 minuti
Leggi anche: Roma, 8 arresti in via Veneto
Seguici su Telegram: siamo in 5000
Commenti (3)
A Marsiglia erano 13 i morti.
Riproduzione riservata © 2022
""",
    "pt": """
Por João Moreira
{story}
Partilhar: WhatsApp | X | E-mail — Comentários (12)
Leia também: 11 detidos no Porto
Assine agora e poupe 30 %.
Publicado às 09:15
""",
}


def found(lang: str, text: str) -> list[Claim]:
    return claims.find(Version(lang, text))


def findings(**texts: str) -> list[Finding]:
    story = Story("fire", tuple(Version(lang, text) for lang, text in texts.items()))
    return next(pipeline.check([story])).findings


def marks(lang: str, text: str) -> dict[str, str | None]:
    """The words of each claim with the boilerplate that they stand in."""
    return {text[c.start : c.end]: c.details.get("boilerplate") for c in found(lang, text)}


@pytest.mark.parametrize(("a", "b"), list(permutations(sorted(STORY), 2)))
def test_versions_whose_boilerplate_differs_stay_silent(a: str, b: str) -> None:
    """Share counts, credits, other stories and readers' comments raise no error or warning and are no omission."""
    bare = {(f.rule, f.message) for f in findings(**{a: STORY[a], b: STORY[b]})}
    dressed = findings(**{lang: AROUND[lang].format(story=STORY[lang]) for lang in (a, b)})
    assert [f.message for f in dressed if (f.rule, f.message) not in bare] == []


@pytest.mark.parametrize(("a", "b"), [("fr", "it"), ("en", "de"), ("es", "pt")])
def test_an_error_of_the_story_is_found_among_boilerplate(a: str, b: str) -> None:
    wrong = {a: STORY[a], b: STORY[b].replace("12", "14")}
    told = findings(**{lang: AROUND[lang].format(story=text) for lang, text in wrong.items()})
    assert [f.type for f in told if f.severity == "error"] == ["number"]


@pytest.mark.parametrize("lang", sorted(STORY))
def test_the_story_itself_is_never_marked(lang: str) -> None:
    text = AROUND[lang].format(story=STORY[lang])
    start = text.index(STORY[lang])
    inside = [c for c in found(lang, text) if start <= c.start < start + len(STORY[lang])]
    assert inside
    assert [c for c in inside if "boilerplate" in c.details] == []


@pytest.mark.parametrize("lang", sorted(STORY))
def test_nothing_is_lost_by_being_marked(lang: str) -> None:
    """The same claims are found whether their lines are boilerplate or a story's."""
    text = AROUND[lang].format(story=STORY[lang])
    outside = [c for c in found(lang, text) if c.outside]
    assert len(outside) >= 2
    assert all(c.value and text[c.start : c.end] for c in outside)


def test_a_caption_is_story() -> None:
    """What a picture's words say is compared as the rest is."""
    told = findings(
        en="The bridge was closed on Monday.\nPhoto: 12 workers repair the bridge in Lyon.",
        fr="Le pont a été fermé lundi.\nPhoto : 14 ouvriers réparent le pont à Lyon.",
    )
    assert [f.type for f in told if f.severity == "error"] == ["number"]
    assert marks("en", "Photo: 12 workers repair the bridge in Lyon.")["Lyon"] == "caption"


def test_a_line_of_people_shown_twice_is_a_caption() -> None:
    line = "Il presidente dell'Interpol Ahmed Rossi alla cerimonia di apertura"
    text = f"{line}\nLa cerimonia si è tenuta a Roma.\n{line}\nÈ durata due ore."
    assert {c.details.get("boilerplate") for c in found("it", text) if c.kind == "person"} == {"caption"}


def test_a_credit_ends_a_caption() -> None:
    told = marks("en", "Rescuers in Lyon on Monday (Photo: John Smith/AFP)")
    assert told["Lyon"] is None
    assert told["John Smith"] == told["AFP"] == "credit"


def test_the_date_of_publication_says_when_the_story_is() -> None:
    text = "Published on 3 May 2024 at 14:30 by John Smith\n\nThe mayor of Lyon resigned yesterday."
    told = marks("en", text)
    assert (told["3 May 2024"], told["14:30"], told["John Smith"]) == (None, "published", "published")
    assert [c.value for c in found("en", text) if text[c.start : c.end] == "yesterday"] == ["2024-05-02"]


def test_a_dateline_behind_a_byline_is_no_boilerplate() -> None:
    assert marks("pt", "Por Redação — Santa Maria, 16/01/2026\n\nA ponte caiu.")["16/01/2026"] is None


def test_the_hour_of_an_update_is_the_newsrooms() -> None:
    text = "3 May 2024\nThe mayor resigned.\nUpdated: 4 May 2024, 18:30"
    assert marks("en", text) == {"3 May 2024": None, "mayor": None, "4 May 2024": "updated", "18:30": "updated"}


def test_titles_below_a_heading_are_other_stories_until_the_next_paragraph() -> None:
    text = "Related articles\nFire in Nice\nFlood in Turin\nWhat the mayor said\nThe mayor of Lyon spoke of 12 houses on Monday."
    told = marks("en", text)
    assert (told["Nice"], told["Turin"]) == ("related", "related")
    assert (told["mayor"], told["mayor of Lyon"]) == (None, None)


def test_comments_below_their_heading_are_the_readers() -> None:
    text = f"{STORY['en']}\n2 comments\nI was there, it was 15 people.\nIn Nice as well!"
    assert {c.details.get("boilerplate") for c in found("en", text) if c.start > text.index("2 comm")} == {"comments"}


def test_a_bar_above_the_story_opens_no_comments() -> None:
    text = f"Share 12 | 3 comments\n{STORY['en']}\nThe mayor of Lyon will resign on 3 May 2024, she said, and two others with her."
    assert [c for c in found("en", text) if c.start > 30 and c.outside] == []


def test_words_of_a_sites_software_are_known_in_every_language() -> None:
    for lang in languages():
        form = "Leave a Reply\nYour email address will not be published. Required fields are marked * 12"
        assert marks(lang, form)["12"] == "comments"


def test_a_table_of_figures_is_no_bar_of_links() -> None:
    assert marks("en", "| Comments | 12 |\n| Votes | 30 |\n")["12"] is None


def test_the_seeds_hold_a_form_and_captions() -> None:
    italian = (ROOT / "seeds" / "interpol.it.txt").read_text("utf-8")
    captions = {italian[c.start : c.end] for c in found("it", italian) if c.details.get("boilerplate") == "caption"}
    assert {"Valdecy Urquiza", "Ahmed Naser Al-Raisi", "Abdellatif Hammouchi"} <= captions
    assert [c for c in found("it", italian) if c.outside] == []


def test_coverage_counts_the_story() -> None:
    story = Story("s", (Version("en", "12 people died.\nShare 30"), Version("fr", "12 personnes sont mortes.\nPartager 40")))
    assert next(pipeline.check([story])).coverage["quantity"] == {"found": [1, 1], "linked": 1}
    assert "number" not in next(pipeline.check([story])).coverage


@pytest.mark.parametrize("lang", languages())
def test_every_kind_of_boilerplate_has_words_in_every_language(lang: str) -> None:
    kinds = {row["id"].partition("/")[0] for row in language(lang).tables["boilerplate"]}
    assert kinds == set(world("boilerplate"))


@pytest.mark.parametrize("row", world("boilerplate").values(), ids=lambda row: str(row["id"]))
def test_rows_name_kinds_of_claims_and_a_known_reach(row: dict[str, str]) -> None:
    assert row["reach"] in {"segment", "line", "block", "rest"}
    assert set(row["takes"].split()) <= {"number", "quantity", "ordinal", "date", "time", "duration", "person", "organisation"}
    assert row["said"]


@pytest.mark.parametrize(
    "line", ["Photo: A ", "Share | ", "a|Share|", "3 comments\n", "Read more: a\n", "(c) 2024 © ", "By Ann Reed\n"]
)
def test_time_grows_with_the_length_alone(line: str) -> None:
    def seconds(times: int) -> float:
        read = language("en").read(line * times)
        here = Found(read, language("en"), {})
        begin = time.process_time()
        marked(here)
        return time.process_time() - begin

    seconds(10)
    # The quickest of several, for a machine may have other things to do.
    assert min(seconds(4_000) for _ in range(3)) < 40 * max(seconds(400), 0.005)


def test_hostile_lines_are_read_in_time_and_without_fault() -> None:
    bars = ("(" * 5000, "Photo: " * 3000, "| " * 5000 + "Share", "©" * 4000, "Read more: " + "a " * 9000)
    for text in (*bars, "\n" * 9000 + "Share 12"):
        found("en", text)
