"""What a number counts: the noun that follows it, or stands before "are"; labels such as page 12; whose the counted are."""

from __future__ import annotations

from functools import cache

from claimdiff.claims.quantity_draft import Context, Draft
from claimdiff.claims.quantity_words import is_word
from claimdiff.claims.units import Measured, draft_ends_in_digits, put
from claimdiff.claims.vocabulary import meanings
from claimdiff.language import Term, expand, language, world

_MODIFIERS = 3
_LONGEST_NAME = 3
_MANY = 1000
# Eighty-nine delegates who voted are eighty-nine votes; the verb stands this near behind them.
_VOTING, _VERB = "vote_v", 3


def labelled(context: Context, draft: Draft) -> bool:
    """True when the number is a label: page 12, article 5, No. 10."""
    label = context.words.labels.before(context.reading, draft.head)
    if label is None and _ranked(context, draft):
        return True
    if label is None or context.reading.tokens[draft.head].text == "":
        return False
    term = context.term_before("concepts", draft.head)
    draft.about = term.id if term else None
    draft.details["label"] = "yes"
    draft.rule = "counted.label"
    return True


def _ranked(context: Context, draft: Draft) -> bool:
    """True for "minute 71", which is the 71st."""
    if draft.kind != "number" or context.words.ranked.before(context.reading, draft.head) is None:
        return False
    term = context.term_before("units", draft.head)
    draft.kind, draft.about, draft.rule = "ordinal", term.id if term else None, "counted.ranked"
    return True


def identifies(context: Context, draft: Draft) -> bool:
    """True when the number belongs to a name: version 5.4, Boeing 737."""
    return context.words.identifiers.before(context.reading, draft.head) is not None


# Marks behind which a capital begins anew, and how many words of a heading with capitals have one.
_OPENING = frozenset("\"«»“”„'‘’:—–-(|/.!?…")
_MOST_CAPITALS, _LONGER = 0.8, 3


def names(context: Context, draft: Draft) -> bool:
    """True for a number in words that a name begins with: "festival des Deux Rives"; not in a heading in capitals."""
    reading, at = context.reading, draft.head
    token = reading.tokens[at]
    behind = draft.tail < len(reading.tokens) and reading.joins(draft.tail) and reading.tokens[draft.tail].text[:1].isupper()
    if not (behind and token.text[:1].isupper() and token.text[1:].islower()):
        return False
    sentence = reading.sentence_of(at)
    if at == sentence.first or reading.tokens[at - 1].text in _OPENING:
        return False
    longer = [t.text for t in reading.tokens[sentence.first : sentence.last] if len(t.text) > _LONGER and t.text.isalpha()]
    return sum(text[0].isupper() for text in longer) < _MOST_CAPITALS * len(longer)


# A shorter word with the ending of a plural is none.
_PLURAL = 4


def counts(context: Context, draft: Draft) -> bool:
    """True when a known noun says what is counted, behind the number or before "are"."""
    first = _behind_partitive(context, draft)
    term = _head(context, draft, first)
    if term is None and "noun" not in draft.details:
        term = _before_copula(context, draft)
    if term is None and "noun" not in draft.details:
        first = _behind_the_others(context, draft)
        term = _head(context, draft, first) if first > draft.tail else None
    if term is None:
        return _ranks(context, draft)
    if term.category == "units":
        put(context, draft, Measured(term.last, term.id))
        return True
    draft.kind = "ordinal" if draft.kind == "ordinal" else "quantity"
    draft.about, draft.rule = term.id, "counted.noun"
    if term.first >= draft.tail:
        draft.last = term.last
        draft.details["noun"] = context.said(first, term.last)
        if any(_VOTING in _meanings_at(context, index) for index in range(term.last, term.last + _VERB)):
            draft.details["voting"] = "yes"
    return True


def _ranks(context: Context, draft: Draft) -> bool:
    """True for the "71st minute", which is minute 71."""
    term = context.term("units", draft.tail) if draft.kind == "ordinal" else None
    if term is None or not context.reading.joins(draft.tail) or context.words.ranked.at(context.reading, draft.tail) is None:
        return False
    draft.about, draft.rule = term.id, "counted.ranked"
    return True


def tops(context: Context, draft: Draft) -> bool:
    """True for an ordinal of a superlative: "second-highest", "deuxième plus haut", "segundo nivel más alto", "zweithöchste"."""
    at, reading = draft.tail, context.reading
    if reading.tokens[at - 1].key.endswith(_superlatives(reading.lang)):
        return True
    for index, terms in ((at, _RIGHT_BEHIND), (at + 1, _BEHIND_ITS_NOUN)):
        if index >= len(reading.tokens) or not reading.joins(index):
            return False
        term = context.term("quantifiers", index)
        if term is not None and term.id in terms:
            return True
    return False


# Superlatives, by where they stand: right behind the ordinal, or behind the noun that it ranks.
_BEHIND_ITS_NOUN = frozenset({"superlative/after", "superlative/most"})
_RIGHT_BEHIND = frozenset({*_BEHIND_ITS_NOUN, "superlative/form", "superlative/other"})


@cache
def _superlatives(code: str) -> tuple[str, ...]:
    """The superlatives of one word, with which a language may build its ordinals."""
    rows = (row for row in language(code).tables["quantifiers"] if row["id"] == "superlative/form")
    return tuple(sorted({form for row in rows for form in expand(row["forms"])}))


def _meanings_at(context: Context, index: int) -> tuple[str, ...]:
    tokens = context.reading.tokens
    return meanings(context.reading.lang, tokens[index].key) if index < len(tokens) else ()


def _behind_the_others(context: Context, draft: Draft) -> int:
    """Where the counted stand in "four of the hospitals": some of those that were told before."""
    partitive = context.words.of_definite.after(context.reading, draft.tail) if draft.kind == "number" else None
    return partitive[0] if partitive else draft.tail


def _behind_partitive(context: Context, draft: Draft) -> int:
    """Where the counted stand: behind "of" after millions and dozens ("2 millions de", "una ventina di")."""
    many = draft.number is not None and (draft.number.approximate or abs(draft.amount) >= _MANY)
    if not many or draft_ends_in_digits(context, draft):
        return draft.tail
    partitive = context.words.of.after(context.reading, draft.tail)
    return partitive[0] if partitive else draft.tail


def _head(context: Context, draft: Draft, first: int) -> Term | None:
    """The noun that the number counts, at most three modifiers away; notes the first word when it is unknown."""
    tokens, noun = context.reading.tokens, None
    for index in range(first, min(first + _MODIFIERS + 1, len(tokens))):
        token = tokens[index]
        if not context.reading.joins(index) or "\n" in context.reading.gap(index) or not is_word(token):
            break
        if not context.free(index, index + 1):
            break
        term = context.term("concepts", index) or (context.term("units", index) if draft.kind != "ordinal" else None)
        stops = _stops(context, index)
        if term and _is_noun(context, term) and (not stops or term.last - term.first > 1) and not _modifies(context, draft, term):
            return _narrower(context, term)
        if stops:
            break
        if noun is None and len(token.text) > 1 and (token.text[0].isupper() or not context.words.capital_nouns):
            noun = token.text
    if noun:
        draft.details["noun"] = noun
    return None


def _modifies(context: Context, draft: Draft, term: Term) -> bool:
    """True for the "beach" of "two beach clubs", where a plural has an ending and stands behind."""
    endings, at = context.words.plural, term.last
    if not endings or draft.value == "1" or draft.kind == "ordinal" or at >= len(context.reading.tokens):
        return False
    word, behind = context.reading.tokens[at - 1], context.reading.tokens[at]
    if word.key.endswith(endings) or word.key in context.words.plurals or "-" in context.reading.gap(term.first):
        return False
    goes_on = context.reading.gap(at) == " " and behind.text.islower() and not _stops(context, at)
    return goes_on and len(behind.key) >= _PLURAL and behind.key.endswith(endings)


def _narrower(context: Context, term: Term) -> Term:
    """The "injured" of "37 people injured": a kind of what stands before it."""
    behind = context.term("concepts", term.last)
    row = world("concepts").get(behind.id) if behind else None
    if behind and row and row["broader"] == term.id and context.reading.joins(term.last):
        return behind._replace(first=term.first)
    return term


def _stops(context: Context, index: int) -> bool:
    if context.reading.tokens[index].key in context.words.stops or index in context.number_starts:
        return True
    return context.words.one.at(context.reading, index) is not None


def _is_noun(context: Context, term: Term) -> bool:
    return not context.words.capital_nouns or context.reading.tokens[term.first].text[0].isupper() or term.last - term.first > 1


def _before_copula(context: Context, draft: Draft) -> Term | None:
    """The noun of "i morti sono stati trentotto"."""
    first = draft.first
    cue = context.words.cues.before(context.reading, first)
    first = cue[0] if cue else first
    copula = context.words.copulas.before(context.reading, first)
    return context.term_before("concepts", copula[0]) if copula else None


def scope(context: Context, draft: Draft) -> None:
    """Add whose the counted are: the country, organisation or name right behind "of"."""
    behind = context.after_of(draft.last)
    if behind is None or draft.about is None:
        return
    article = context.words.definite.at(context.reading, behind)
    first = article[0] if article and context.reading.joins(article[0]) else behind
    for category in ("countries", "organisations"):
        term = context.term(category, first)
        if term:
            draft.details["scope"] = term.id
            return
    name = _name(context, first)
    if name:
        draft.details["scope"] = name


def _name(context: Context, first: int) -> str:
    tokens, out = context.reading.tokens, []
    for index in range(first, min(first + _LONGEST_NAME, len(tokens))):
        word = tokens[index].text
        capital = word.isupper() and len(word) > 1 if context.words.capital_nouns else word[0].isupper()
        if not capital or not context.reading.joins(index):
            break
        out.append(tokens[index].fold)
    return " ".join(out)
