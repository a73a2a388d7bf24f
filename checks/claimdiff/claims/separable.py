"""Separable verbs: a particle at the end of its clause and the verb before it, looked up as the one word that tables list."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from claimdiff.claims.clauses import clause, sentence
from claimdiff.claims.found import Found
from claimdiff.errors import DataError, did_you_mean
from claimdiff.language import Entry, Term, expand, grammar
from claimdiff.text import folded

# Tables in which a verb is looked up together with its particle.
TABLES = ("opposites",)
# So near before a particle, "from" makes it part of a time or place: "von Montag an".
_FROM_WITHIN = 3
# "…, nicht ab": in a clause this short the particle closes one that another clause was put into.
_REMNANT = 2
# A verb that stands farther before the clause put in between belongs to something else.
_FAR = 25


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a language parts its verbs: `separable` of polarity.yaml."""

    particles: frozenset[str]
    followed_by: frozenset[str]
    origins: frozenset[str]
    away: frozenset[str]
    supposing: frozenset[str]
    alone: frozenset[str]


@cache
def parting(code: str) -> Grammar:
    """The particles of a language; none where its verbs stay whole."""
    said = _checked(grammar(code, "polarity"))
    return Grammar(**{f.name: frozenset(form for cell in said.get(f.name, ()) for form in expand(cell)) for f in fields(Grammar)})


def _checked(file: Mapping[str, Any]) -> Mapping[str, list[str]]:
    """`separable` of the file: lists of words under known keys, or a DataError."""
    data, known = file.get("separable", {}), [f.name for f in fields(Grammar)]
    if not isinstance(data, dict) or not all(isinstance(v, list) and all(isinstance(w, str) for w in v) for v in data.values()):
        raise DataError(f"separable wants lists of words under {', '.join(known)}", getattr(file, "path", None))
    for key in data:
        if key not in known:
            raise DataError(f'separable has no key "{key}"{did_you_mean(str(key), known)}', getattr(file, "path", None))
    return data


def join(found: Found) -> None:
    """Puts parted verbs into `found.terms` and `found.parted`; what their second halves alone would mean goes out."""
    rules = parting(found.language.code)
    verbs: dict[int, list[Entry]] = {}
    for particle in particles(found, rules):
        found.parted[particle] = None
        for verb in _before(found, particle):
            known = list(compounds(found, particle, verb, TABLES))
            if known or found.reading.tokens[verb].key in rules.alone:
                found.parted[particle], verbs[verb] = verb, known
                break
    for table in TABLES if verbs else ():
        found.terms[table] = _replaced(found, table, verbs)


def particles(found: Found, rules: Grammar) -> Iterator[int]:
    """The tokens that close a clause as the particle of a verb would."""
    tokens = found.reading.tokens
    if not rules.particles:
        return
    for index in found.reading.where_text(rules.particles):
        if _closes(found, rules, index):
            nearest = tokens[max(clause(found, index)[0], index - _FROM_WITHIN) : index]
            if tokens[index].text not in rules.away or not any(near.key in rules.origins for near in nearest):
                yield index


def _closes(found: Found, rules: Grammar, index: int) -> bool:
    tokens, (_, last) = found.reading.tokens, clause(found, index)
    if index + 1 == last:
        return not any(token.key in rules.supposing for token in tokens[last + 1 : last + 2])
    return tokens[index + 1].key in rules.followed_by


def _before(found: Found, particle: int) -> Iterator[int]:
    """The tokens that may be its verb, the nearest first: in its clause, or before one that was put in between."""
    first, _ = clause(found, particle)
    start, _ = sentence(found, particle)
    yield from range(particle - 1, first - 1, -1)
    if particle - first < _REMNANT and first - 1 > start:
        inserted, _ = clause(found, first - 2)
        yield from range(inserted - 1, max(start, inserted - _FAR) - 1, -1)


def compounds(found: Found, particle: int, verb: int, tables: Collection[str]) -> Iterator[Entry]:
    """The rows of these tables that list particle and verb as one word."""
    key = joined(found, particle, verb)
    for entry in found.language.index.get(folded(key)) or ():
        if entry.keys == (key,) and entry.category in tables:
            yield entry


def joined(found: Found, particle: int, verb: int) -> str:
    """The verb (casefolded) as it stands where it is not parted: "lehnte … ab" -> "ablehnte"."""
    tokens = found.reading.tokens
    return tokens[particle].key + tokens[verb].key


def _replaced(found: Found, table: str, verbs: dict[int, list[Entry]]) -> list[Term]:
    kept = [t for t in found.of(table) if not any(index in verbs for index in range(t.first, t.last))]
    # A noun may be spelt like the verb ("Anstieg", "anstieg"): one row, one term.
    said = {(verb, e.id): e.row for verb, known in verbs.items() for e in known if e.category == table}
    put = [Term(verb, verb + 1, table, key, row) for (verb, key), row in said.items()]
    return sorted((*kept, *put), key=lambda t: (t.first, t.last))
