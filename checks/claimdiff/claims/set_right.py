"""What somebody quoted sets right: "not A but B", "B, not A", "we sell no A, we sell B", "B instead of A"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimdiff.claims.clauses import clause, sentence, terms_between
from claimdiff.claims.found import Found
from claimdiff.claims.meant import tells, word
from claimdiff.claims.negation import BARE, Negation

_TURNS = frozenset({"correction", "but"})
_MARKS = frozenset(",;–—")
_INSTEAD = "instead"
# A clause with one of these denies as well.
_DENIALS = frozenset({"negator", "opener", "never", "without"})
# What else denies: "keine Brücke", "no bridge"; "hardly a bridge" sets nothing right.
_DENYING = frozenset({"without", _INSTEAD})


def corrections(found: Found, denied: Sequence[Negation], parts: Sequence[range]) -> dict[str, str]:
    """The words of A and of B, `wrong` and `right`, where they stand but once."""
    pieces = [piece for n in denied if (piece := _pieces(found, n, next(p for p in parts if n.first in p)))]
    if len(pieces) != 1:
        return {}
    wrong, right = ([word(found, i) for i in piece if tells(found, i)] for piece in pieces[0])
    return {"wrong": "+".join(wrong), "right": "+".join(right)} if wrong and right else {}


def _pieces(found: Found, negation: Negation, part: range) -> tuple[Sequence[int], Sequence[int]] | None:
    """The tokens of A and of B."""
    if negation.word in BARE and negation.word not in _DENYING:
        return None
    begin, stop = (max(part.start, s) for s in sentence(found, negation.first))
    stop = min(stop, part.stop)
    if negation.word == _INSTEAD:
        return _instead(found, negation, range(begin, stop))
    for term in terms_between(found, "polarity", negation.last, stop):
        if term.id in _TURNS:
            before = range(negation.last, term.first)
            # "stiegen nicht, sondern sanken" denies what stands before.
            return (before if _any_told(found, before) else range(begin, negation.first)), range(term.last, stop)
    ahead = found.reading.tokens[negation.first - 1] if negation.first > begin else None
    if ahead is not None and ahead.text in _MARKS:
        return range(negation.last, stop), range(begin, negation.first)
    return _said_again(found, negation, part)


def _any_told(found: Found, piece: Sequence[int]) -> bool:
    return any(tells(found, i) for i in piece)


def _instead(found: Found, negation: Negation, around: range) -> tuple[Sequence[int], Sequence[int]] | None:
    """What stands behind "instead of" in its clause, and the rest of the sentence."""
    _, end = clause(found, negation.last - 1)
    wrong = range(negation.last, min(end, around.stop))
    right = [*range(around.start, negation.first), *range(wrong.stop, around.stop)]
    return (wrong, right) if _any_told(found, wrong) and _any_told(found, right) else None


def _said_again(found: Found, negation: Negation, part: range) -> tuple[Sequence[int], Sequence[int]] | None:
    """The clause of the negation and the one behind or before it that begins as it does, what both say left out."""
    here = _within(clause(found, negation.first), part)
    for other in _beside(found, here, part):
        denied = any(t.id in _DENIALS for t in terms_between(found, "polarity", other.start, other.stop))
        if not denied and (_begins_alike(found, negation, here, other) or _repeats(found, negation, other)):
            shared = {_fold(found, i) for i in here} & {_fold(found, i) for i in other}
            pieces = tuple([i for i in piece if _fold(found, i) not in shared] for piece in (here, other))
            return (pieces[0], pieces[1]) if all(_any_told(found, piece) for piece in pieces) else None
    return None


def _repeats(found: Found, negation: Negation, other: range) -> bool:
    """True where the other clause says the verb again that is denied: "deltas ask for no alms, they ask for rules"."""
    return negation.predicate is not None and _fold(found, negation.predicate) in {_fold(found, i) for i in other}


def _begins_alike(found: Found, negation: Negation, here: range, other: range) -> bool:
    """True for "it is not … it is", "ce n'est pas … c'est", "non è … è": one first word, the negation left out."""
    denying = range(negation.first, negation.last)
    one, two = (next((_fold(found, i) for i in p if _is_word(found, i) and i not in denying), "") for p in (here, other))
    return bool(one and two) and (one.startswith(two) or two.startswith(one))


def _is_word(found: Found, index: int) -> bool:
    return found.reading.tokens[index].text.isalnum()


def _beside(found: Found, here: range, part: range) -> Iterator[range]:
    """The clause behind and the clause before, inside the quotation."""
    if here.stop + 1 < part.stop:
        yield _within(clause(found, here.stop + 1), part)
    if here.start - 2 >= part.start:
        yield _within(clause(found, here.start - 2), part)


def _within(span: tuple[int, int], part: range) -> range:
    return range(max(span[0], part.start), min(span[1], part.stop))


def _fold(found: Found, index: int) -> str:
    return found.reading.tokens[index].fold
