"""Claims: organisations, by their known names and acronyms, by composition, and by acronyms that the text explains."""

from __future__ import annotations

from functools import cache

from claimdiff.claims.found import Found
from claimdiff.claims.organisations_acronyms import acronyms
from claimdiff.claims.organisations_apposed import apposed
from claimdiff.claims.organisations_composed import composed
from claimdiff.claims.people_vocabulary import first_names
from claimdiff.claims.pieces import pieces
from claimdiff.files import shipped
from claimdiff.language import Index, Row, Term, expand, look_up, read_table, world
from claimdiff.model import Claim


def find(found: Found) -> list[Claim]:
    """Organisation claims: value a concept id, or a kind with what tells it apart ("ministry:interior")."""
    known = _known(found)
    layout = pieces(found)
    for claim in known:
        layout.add_claim(claim, "organisation")
    built = [*composed(layout), *apposed(layout)]
    return [*known, *built, *acronyms(layout, [*known, *built])]


def _known(found: Found) -> list[Claim]:
    """Organisations of the tables: a language's own names and those that are the same everywhere; the longest wins."""
    everywhere = look_up(_everywhere(), found.reading).get("organisations", [])
    terms = sorted([*found.of("organisations"), *everywhere], key=lambda t: (t.first, -t.last))
    out: list[Claim] = []
    end = 0
    for term in terms:
        if term.first >= end and not _surname(found, term) and not _given_name(found, term):
            out.append(_concept(found, term))
            end = term.last
    return out


def _surname(found: Found, term: Term) -> bool:
    """True for a maker's name right behind a capital, where it is somebody's surname as often: "Anna Ferrari"."""
    tokens, gap = found.reading.tokens, found.reading.gap(term.first)
    return bool(_facts(term)["surname"]) and gap == " " and tokens[term.first - 1].text[:1].isupper()


def _given_name(found: Found, term: Term) -> bool:
    """True for an acronym that is written like a given name, with a capital behind it: "Irena Weber"."""
    tokens = found.reading.tokens
    token = tokens[term.first]
    if term.last - term.first > 1 or token.text.isupper() or token.fold not in first_names() or term.last >= len(tokens):
        return False
    acronym = token.text.upper() in expand(term.row["forms"])
    return acronym and found.reading.gap(term.last) == " " and tokens[term.last].text[:1].isupper()


def _concept(found: Found, term: Term) -> Claim:
    start, end = found.span(term.first, term.last)
    text = found.reading.text[start:end]
    form = "acronym" if term.last - term.first == 1 and len(text) < 8 and text.isupper() else "name"
    row = _facts(term)
    details = {"form": form, "type": row["kind"], **({"of": row["of"]} if row["of"] else {})}
    return Claim("organisation", start, end, row["value"], None, None, details, (), "organisations.known")


def _facts(term: Term) -> Row:
    """What is known of the organisation; of the user's own no more than the row itself says."""
    return world("organisations").get(term.id, term.row)


@cache
def _everywhere() -> Index:
    """The names that no language changes, ready to be looked up in a text."""
    path = shipped("rules") / "world" / "organisations.tsv"
    return Index({path.stem: read_table(path)}, path.parent)
