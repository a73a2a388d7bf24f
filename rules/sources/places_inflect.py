"""The inflected forms of demonyms, and the genitives of German names: data of grammar for places.py."""

from __future__ import annotations

# (ending of the dictionary form, letters to cut, endings of all forms); the first that fits wins.
ENDINGS: dict[str, list[tuple[str, int, str]]] = {
    "fr": [
        ("e", 0, ",s"),
        ("en", 0, ",ne,s,nes"),
        ("s", 0, ",e,es"),
        ("x", 0, ",e,es"),
        ("alpin", 0, ",e,s,es"),
        ("é", 0, ",s,e,es"),
        ("u", 0, ",s"),
        ("", 0, ",e,s,es"),
    ],
    "it": [
        ("ese", 1, "e,i"),
        ("co", 1, "o,a,i,hi,he"),
        ("go", 1, "o,a,i,hi,he"),
        ("io", 1, "o,a,,e"),
        ("o", 1, "o,a,i,e"),
        ("ita", 1, "a,i,e"),
        ("ota", 1, "a,i,e"),
        ("sta", 1, "a,i,e"),
        ("e", 1, "e,i"),
        ("", 0, ""),
    ],
    "es": [
        ("ú", 0, ",es,s"),
        ("í", 0, ",es,s"),
        ("és", 2, "és,esa,eses,esas"),
        ("án", 2, "án,ana,anes,anas"),
        ("ón", 2, "ón,ona,ones,onas"),
        ("ín", 2, "ín,ina,ines,inas"),
        ("o", 1, "o,a,os,as"),
        ("a", 0, ",s"),
        ("e", 0, ",s"),
        ("r", 0, ",es"),
        ("l", 0, ",es"),
        ("", 0, ""),
    ],
    "pt": [
        ("eu", 2, "eu,eia,eus,eias"),
        ("ês", 2, "ês,esa,eses,esas"),
        ("ol", 2, "ol,ola,óis,olas"),
        ("ão", 2, "ão,ã,ãos,ãs,ões"),
        ("o", 1, "o,a,os,as"),
        ("a", 0, ",s"),
        ("e", 0, ",s"),
        ("i", 0, ",s"),
        ("z", 0, ",es"),
        ("r", 0, ",es"),
        ("", 0, ""),
    ],
    "en": [
        ("ese", 0, ""),
        ("ish", 0, ""),
        ("ch", 0, ""),
        ("s", 0, ""),
        ("men", 0, ""),
        ("man", 0, ""),
        ("women", 0, ""),
        ("ic", 0, ""),
        ("kmen", 0, ""),
        ("", 0, ",s"),
    ],
    "de_adjective": [("isch", 0, ",e,en,er,es,em"), ("", 0, "")],
    "de_noun": [
        ("er", 0, ",n,s,in,innen"),
        ("e", 1, "e,en,in,innen"),
        ("i", 0, ",s"),
        ("a", 0, ",s"),
        ("", 0, ",s"),
    ],
}
# German names that add nothing in the genitive, for they end in an s sound or are spoken of with an article.
GERMAN_SIBILANT = ("s", "ß", "x", "z", "ce")
INVARIABLE = {"en": {"english", "irish", "welsh", "dutch", "swiss", "french", "saudi arabian"}}


def inflected(cell: str, grammar: str) -> str:
    """The cell of dictionary forms (`/` between words; `!` before forms already typed out) as a cell of forms."""
    if cell.startswith("!"):
        return cell[1:]
    return "|".join(_inflect(word, grammar) for word in cell.split("/") if word)


def _inflect(word: str, grammar: str) -> str:
    if word.lower() in INVARIABLE.get(grammar, ()):
        return word
    for ending, cut, endings in ENDINGS[grammar]:
        if word.endswith(ending):
            stem = word[: len(word) - cut]
            return stem + "{" + endings + "}" if "," in endings else stem + endings
    return word


def german(names: list[str]) -> list[str]:
    """The names, each with its genitive (Marokko{,s}) where German builds one; a genitive typed out too is left out."""
    built = {n + "s" for n in names if _builds_genitive(n)}
    return [n + "{,s}" if _builds_genitive(n) else n for n in names if n not in built]


def _builds_genitive(name: str) -> bool:
    return not (name.endswith(GERMAN_SIBILANT) or name.isupper() or (name.endswith((".", "en", "er", "ei")) and " " in name))


def german_demonyms(adjective: str, noun: str) -> str:
    """The cell of adjectives and nouns; an adjective that is the noun's own form (Tessiner) is typed once."""
    own = noun.split("/")
    adjectives = "/".join(word for word in adjective.split("/") if word not in own)
    return "|".join(filter(None, (inflected(adjectives, "de_adjective"), inflected(noun, "de_noun"))))
