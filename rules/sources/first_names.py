"""Write rules/world/first_names.txt: given names of the world in Latin letters, folded, one a line.

Run with `faker` and `anyascii` installed: `python rules/sources/first_names.py`. Faker (MIT) keeps lists of common given
names per country; those in Cyrillic and Greek are romanised. Names of two words are parted, words that a text uses
for something else (months, places, titles) are left out, and the names in first_names_more.txt are added by hand.
"""

from __future__ import annotations

import importlib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from anyascii import anyascii

LATIN = [
    "az_AZ",
    "cs_CZ",
    "da_DK",
    "de_AT",
    "de_CH",
    "de_DE",
    "de_LI",
    "de_LU",
    "en_GB",
    "en_US",
    "en_IE",
    "en_IN",
    "en_KE",
    "en_NG",
    "en_NZ",
    "en_PK",
    "es",
    "es_AR",
    "es_CA",
    "es_CL",
    "es_CO",
    "es_ES",
    "es_MX",
    "et_EE",
    "fi_FI",
    "fr_BE",
    "fr_CA",
    "fr_CH",
    "fr_DZ",
    "fr_FR",
    "fr_QC",
    "ga_IE",
    "hr_HR",
    "hu_HU",
    "it_IT",
    "lt_LT",
    "lv_LV",
    "nl_BE",
    "nl_NL",
    "no_NO",
    "pl_PL",
    "pt_BR",
    "pt_PT",
    "ro_RO",
    "sk_SK",
    "sl_SI",
    "sv_SE",
    "tr_TR",
    "tw_GH",
    "yo_NG",
]
ROMANISED = ["el_GR", "mk_MK", "ru_RU", "uk_UA", "hy_AM", "ka_GE"]
LISTS = ("first_names", "first_names_male", "first_names_female", "first_names_nonbinary", "first_names_unisex")
WORLD = Path(__file__).parent.parent / "world"
STROKES = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a"})


def lines(name: str) -> list[str]:
    """The lines of a list kept by hand, without comments."""
    path = Path(__file__).parent / name
    return [word for line in path.read_text("utf-8").splitlines() if not line.startswith("#") for word in line.split()]


def folded(name: str) -> str:
    """The name in small letters without accents."""
    marked = unicodedata.normalize("NFD", name.casefold().translate(STROKES))
    return "".join(c for c in marked if not unicodedata.combining(c))


def names(locale: str) -> Iterator[str]:
    """Every given name that Faker lists for the locale, word by word."""
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    for attribute in LISTS:
        entries = getattr(provider, attribute, ())
        for entry in () if isinstance(entries, property) else entries:
            for word in str(entry).replace("-", " ").replace(".", " ").split():
                if word[:1].isupper():
                    yield word


def main() -> None:
    """Write the list."""
    kept = {folded(name) for locale in LATIN for name in names(locale)}
    kept |= {folded(anyascii(name)) for locale in ROMANISED for name in names(locale)}
    kept |= {folded(name) for name in lines("first_names_more.txt")}
    kept -= {folded(name) for name in lines("first_names_not.txt")}
    short = {"bo", "ed", "jo"}  # the others are articles and particles somewhere
    words = sorted(name for name in kept if (len(name) > 2 or name in short) and name.isascii() and name.isalpha())
    head = "# source: Faker 40 (provider lists of given names) and rules/sources/first_names_more.txt\n# licence: MIT\n"
    (WORLD / "first_names.txt").write_text(head + "\n".join(words) + "\n", "utf-8")


if __name__ == "__main__":
    main()
