"""Writes rules/languages/*/currency_names.tsv from CLDR's names of currencies (needs `pip install babel` at building time)."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from babel import Locale
from babel.core import get_global

RULES = Path(__file__).parent.parent
# Money of the lands that took the euro, still met in stories about the past.
PAST = {"ATS", "BEF", "DEM", "ESP", "FIM", "FRF", "GRD", "HRK", "IEP", "ITL", "NLG", "PTE"}
HEAD = "# source: Unicode CLDR through Babel, written by rules/sources/currencies.py\n# licence: Unicode-3.0\nid\tforms\n"
# CLDR calls one currency by a word that means many.
LEFT_OUT = {"XXX", "XTS"}


def current() -> set[str]:
    """The ISO 4217 codes that are legal tender somewhere today."""
    return {code for rows in get_global("territory_currencies").values() for code, _, end, tender in rows if tender and not end}


def forms(locale: Locale, code: str) -> list[str]:
    """The currency's names in the singular and the plural, without the years that CLDR adds in brackets."""
    names = [locale.currencies.get(code, ""), *locale._data["currency_names_plural"].get(code, {}).values()]
    kept = [unicodedata.normalize("NFC", name.split("(")[0].strip()).replace("\u00a0", " ") for name in names]
    return sorted({small(name) for name in kept if name and name != code})


def small(name: str) -> str:
    """The name in small letters (it then matches any case), but for words in capitals: US dollar, franc CFA."""
    return re.sub(r"\w+", lambda word: word[0] if len(word[0]) > 1 and word[0].isupper() else word[0].lower(), name)


def main() -> None:
    """Write one table a language."""
    for folder in sorted((RULES / "languages").iterdir()):
        locale = Locale(folder.name)
        with (folder / "currency_names.tsv").open("w", encoding="utf-8") as out:
            out.write(HEAD)
            for code in sorted((current() | PAST) - LEFT_OUT):
                if names := forms(locale, code):
                    out.write(f"{code}\t{'|'.join(names)}\n")


if __name__ == "__main__":
    main()
