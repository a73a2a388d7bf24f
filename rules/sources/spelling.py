"""Writes tests/oracle/cldr_rules.txt: CLDR's rules for numbers in words (`npm pack cldr-rbnf`, unpack, `spelling.py package`)."""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
TARGET = ROOT / "tests" / "oracle" / "cldr_rules.txt"
GROUPS = ("Spellout", "Ordinal")
HEAD = """\
# source: Unicode CLDR {version} (npm cldr-rbnf), rules of rule-based number formatting, written by rules/sources/spelling.py
# licence: Unicode-3.0
#
# [locale], then %public or %%inner sets of rules, then `base value: text;` as UTS #35 part 3 describes them.
# A locale of a region follows its language; what it writes as the language does is left out.
"""


def locales(package: Path) -> list[str]:
    """The locales of CLDR that are in a language claimdiff knows, each language before its regions."""
    known = {folder.name for folder in (ROOT / "rules" / "languages").iterdir()}
    return sorted(
        p.stem.replace("_", "-") for p in (package / "rbnf").glob("*.json") if p.stem.replace("_", "-").split("-")[0] in known
    )


def sets(package: Path, locale: str) -> dict[str, str]:
    """The rules of a locale by the name of their set; of several files, one after the other."""
    out: dict[str, str] = {}
    for group in GROUPS:
        path = package / "rbnf" / f"{locale.replace('-', '_')}-{group}Rules.txt"
        for line in path.read_text("utf-8").splitlines() if path.exists() else ():
            if line.startswith("%"):
                name = line.rstrip(":")
                out[name] = ""
            elif line.strip():
                out[name] += line.strip() + "\n"
    return {name: rules for name, rules in out.items() if name != "%%lenient-parse"}


def written(package: Path) -> str:
    """The rules of every locale, without those that repeat what their language has."""
    version = json.loads((package / "package.json").read_text("utf-8"))["version"]
    out = [HEAD.format(version=version)]
    for locale in locales(package):
        parent = sets(package, locale.split("-")[0]) if "-" in locale else {}
        own = {name: rules for name, rules in sets(package, locale).items() if parent.get(name) != rules}
        if own:
            out += [f"\n[{locale}]\n", *(f"{name}\n{rules}" for name, rules in own.items())]
    return "".join(out)


if __name__ == "__main__":
    TARGET.write_text(written(Path(sys.argv[1])), "utf-8")
