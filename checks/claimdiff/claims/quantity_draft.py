"""A claim in the making, and what the recognisers of quantities share while they work on one version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from claimdiff.claims.found import Found, Number
from claimdiff.claims.quantity_words import Words, words
from claimdiff.language import Term, world
from claimdiff.model import Claim
from claimdiff.text import Reading

# Signs that many currencies share, and that no text without money has.
OPEN_SIGNS = frozenset("$£")


def _weighs(unit: str) -> bool:
    row = world("units").get(unit)
    return row is not None and row["dimension"] == "mass" and unit != "pound"


@dataclass(slots=True)
class Draft:
    """What a claim will say; tokens first:last are its words, head:tail the number alone."""

    first: int
    last: int
    head: int
    tail: int
    value: str
    kind: str = "number"
    unit: str | None = None
    about: str | None = None
    details: dict[str, str] = field(default_factory=dict)
    readings: tuple[str, ...] = ()
    rule: str = "quantities.number"
    number: Number | None = None

    @property
    def bare(self) -> bool:
        """True while nothing is known but the number."""
        return self.kind == "number" and not self.details.get("label")

    @property
    def amount(self) -> Decimal:
        """The value as a number; NaN for what is none (a range)."""
        return decimal(self.value)

    def scale_by(self, factor: Decimal) -> None:
        """Multiply the value and every other reading of it."""
        self.value = told(self.amount * factor)
        self.readings = tuple(told(decimal(r) * factor) for r in self.readings)


def decimal(value: str) -> Decimal:
    """The value as a Decimal; NaN when it is none."""
    try:
        return Decimal(value)
    except InvalidOperation:
        return Decimal("NaN")


def told(value: Decimal) -> str:
    """A decimal string without exponent and without trailing zeros."""
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


@dataclass(slots=True)
class Context:
    """One version while its quantities are read: terms by where they start and end, tokens used or barred."""

    found: Found
    reading: Reading
    words: Words
    starts: dict[str, dict[int, Term]] = field(default_factory=dict)
    ends: dict[str, dict[int, Term]] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    barred: dict[str, set[int]] = field(default_factory=dict)
    number_starts: frozenset[int] = frozenset()
    number_ends: frozenset[int] = frozenset()
    inside_numbers: frozenset[int] = frozenset()
    number_at: Mapping[int, Number] = field(default_factory=dict)
    # True where the text measures in masses and shows no sign of money: a pound is a weight there.
    weighs: bool = False

    @classmethod
    def of(cls, found: Found) -> Context:
        """The context of one version."""
        starts, ends = frozenset(n.first for n in found.numbers), frozenset(n.last for n in found.numbers)
        inside = frozenset(i for n in found.numbers for i in range(n.first + 1, n.last))
        at = {n.first: n for n in found.numbers}
        weighs = any(_weighs(t.id) for t in found.of("units")) and not any(sign in found.reading.text for sign in OPEN_SIGNS)
        return cls(found, found.reading, words(found.reading.lang), {}, {}, set(), {}, starts, ends, inside, at, weighs)

    def term(self, category: str, first: int) -> Term | None:
        """The term of a table that starts at a token (the first in the table when two share the words)."""
        if category not in self.starts:
            self.starts[category] = {t.first: t for t in reversed(self.found.of(category))}
        return self.starts[category].get(first)

    def term_before(self, category: str, last: int) -> Term | None:
        """The term of a table that ends right before a token."""
        if category not in self.ends:
            self.ends[category] = {t.last: t for t in reversed(self.found.of(category))}
        return self.ends[category].get(last)

    def bar(self, name: str, first: int, last: int) -> None:
        """Keep tokens first:last from being read as `name`."""
        self.barred.setdefault(name, set()).update(range(first, last))

    def is_barred(self, name: str, token: int) -> bool:
        """True when the token must not be read as `name`."""
        return token in self.barred.get(name, ())

    def free(self, first: int, last: int) -> bool:
        """True when neither an earlier recogniser nor a draft has taken the tokens."""
        return self.found.free(first, last) and self.used.isdisjoint(range(first, last))

    def use(self, draft: Draft) -> Draft:
        """The draft, its tokens marked as used."""
        self.used.update(range(draft.first, draft.last))
        return draft

    def said(self, first: int, last: int) -> str:
        """The words of tokens first:last."""
        start, end = self.found.span(first, last)
        return self.reading.text[start:end]

    def after_of(self, last: int) -> int | None:
        """Where what is counted starts behind "of", "des", "der"; None when there is no such word."""
        for phrases in (self.words.of_definite, self.words.of):
            hit = phrases.after(self.reading, last)
            if hit:
                return hit[0]
        return None


def claims(context: Context, drafts: Iterable[Draft]) -> list[Claim]:
    """The drafts as claims, their tokens taken."""
    out = []
    for draft in drafts:
        start, end = context.found.span(draft.first, draft.last)
        if draft.number:
            start, end = min(start, draft.number.start), max(end, draft.number.end)
        context.found.take(draft.first, draft.last, draft.kind)
        out.append(Claim(draft.kind, start, end, draft.value, draft.unit, draft.about, draft.details, draft.readings, draft.rule))
    return out
