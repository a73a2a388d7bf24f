"""How sure a version is of what it tells, and when another version is surer."""

from __future__ import annotations

import pytest

from claimdiff import Story, Version, compare
from claimdiff.claims import read

TOLD = "W15"


def certainties(lang: str, text: str) -> list[tuple[str, str]]:
    """(what it says, its words) of a text's certainties that are no mere hints."""
    found = (c for c in read(Version(lang, text))[1] if c.kind == "certainty" and "hint" not in c.details)
    return [(c.value, text[c.start : c.end]) for c in found]


def rules(*versions: tuple[str, str]) -> set[str]:
    found = compare(Story("story", tuple(Version(lang, text) for lang, text in versions)))
    return {f.rule for f in found if f.severity != "info"}


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("de", "Der Fund stammt vermutlich aus Metz.", ("supposed", "vermutlich")),
        ("en", "The council is mulling a ban on scooters.", ("considered", "is mulling")),
        ("es", "Se recomienda llevar mascarilla.", ("advised", "Se recomienda")),
        ("fr", "C'est sans aucun doute un faux.", ("certain", "sans aucun doute")),
        ("it", "Il sindaco è indagato.", ("suspect", "indagato")),
        ("pt", "Nada está decidido quanto à ponte.", ("open", "Nada está decidido")),
        ("fr", "La ligne fermera en mai.", ("will", "fermera")),
        ("it", "La linea chiuderà a maggio, conferma il comune.", ("assured", "chiuderà")),
        ("pt", "A linha fechará em maio.", ("will", "fechará")),
    ],
)
def test_words_and_endings_say_how_sure_it_is(lang: str, text: str, told: tuple[str, str]) -> None:
    """By a word of the table, or by the ending of a future, surer where somebody confirms it."""
    assert told in certainties(lang, text)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The origin of the coins has never been proven."),
        ("de", "Der Umzug ist nicht beschlossen worden."),
        ("fr", "C'est un plan qui changera la ville."),
        ("fr", "La caméra est à l'opéra."),
        ("pt", "No verão a ponte é bonita."),
        ("es", "El barco zarpó de Irán."),
    ],
)
def test_what_is_denied_described_or_only_spelt_so_is_none(lang: str, text: str) -> None:
    assert not {value for value, _ in certainties(lang, text)} & {"certain", "decided", "will", "assured"}


DIFFERENT = [
    (
        ("en", "Police believe the thief of the Hartwell cello knew the hall."),
        ("it", "Il ladro del violoncello Hartwell conosceva senza ombra di dubbio la sala."),
    ),
    (
        ("fr", "La mairie de Valbrune songe à rendre payant le parking du lac."),
        ("de", "Die Stadt Valbrune hat beschlossen, für den Parkplatz am See Gebühren zu verlangen."),
    ),
    (
        ("es", "El ayuntamiento de Villamora baraja prohibir los patinetes."),
        ("pt", "A câmara de Villamora proibirá as trotinetes."),
    ),
    (
        ("it", "L'ospedale di Montegrano consiglia la mascherina alle visite."),
        ("pt", "No hospital de Montegrano a máscara é obrigatória para as visitas."),
    ),
    (
        ("fr", "Le trésorier du club de Brévans est mis en examen pour 80 000 euros."),
        ("es", "El tesorero del club de Brévans fue condenado por 80.000 euros."),
    ),
]
ALIKE = [
    (
        ("en", "Police believe the thief of the Hartwell cello knew the hall."),
        ("it", "Il ladro del violoncello Hartwell conosceva probabilmente la sala."),
    ),
    (
        ("fr", "La mairie de Valbrune songe à rendre payant le parking du lac."),
        ("de", "Die Stadt Valbrune überlegt, für den Parkplatz am See Gebühren zu verlangen."),
    ),
    (
        ("es", "El ayuntamiento de Villamora baraja prohibir los patinetes."),
        ("pt", "A câmara de Villamora pondera proibir as trotinetes, o que mudará a cidade."),
    ),
    (
        ("en", "The bridge of Redby may close, but that is not decided."),
        ("de", "Die Brücke von Redby könnte geschlossen werden."),
    ),
]


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_supposed_and_certain_are_told(a: tuple[str, str], b: tuple[str, str]) -> None:
    """Supposed and certain, considered and decided, advised and required, accused and convicted, in either order."""
    assert TOLD in rules(a, b)
    assert TOLD in rules(b, a)


@pytest.mark.parametrize(("a", "b"), ALIKE)
def test_as_sure_in_other_words_is_nothing(a: tuple[str, str], b: tuple[str, str]) -> None:
    assert TOLD not in rules(a, b)


def test_a_version_that_also_says_the_other_contradicts_none() -> None:
    """Who tells the trial and the sentence has told of the accused too, wherever it stands."""
    accused = ("fr", "Le trésorier du club de Brévans est mis en examen pour 80 000 euros.")
    sentenced = "El tesorero del club de Brévans fue condenado por 80.000 euros."
    assert TOLD in rules(accused, ("es", sentenced))
    assert TOLD not in rules(accused, ("es", f"{sentenced} Había sido acusado de estafa en 2019."))
