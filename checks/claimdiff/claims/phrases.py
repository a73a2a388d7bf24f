"""A role or an organisation word with all that belongs to it: "the Turkish deputy interior minister" is one phrase."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimdiff.claims.compounds import stems
from claimdiff.claims.pieces import Piece, Pieces
from claimdiff.language import world

_MOST_LINKS = 4  # "chargé de la" and the like
_DESCRIBING = frozenset({"demonym", "adjective"})


@dataclass(slots=True)
class Phrase:
    """Tokens first:last around a head; what the words say of it."""

    head: Piece
    first: int
    last: int
    modifiers: list[str] = field(default_factory=list)
    portfolios: list[str] = field(default_factory=list)
    place: Piece | None = None
    scope: Piece | None = None
    organisation: Piece | None = None
    name: str = ""

    @property
    def bare(self) -> bool:
        """True when nothing but modifiers stands with the head."""
        return not (self.portfolios or self.place or self.organisation or self.name)


def phrase(pieces: Pieces, head: Piece) -> Phrase:
    """The phrase of a head: first what stands before it, then what follows."""
    out = Phrase(head, head.first, head.last, list(head.modifiers), list(head.portfolios))
    _hyphened_half(pieces, out)
    while _take_before(pieces, out):
        pass
    while _take_behind(pieces, out):
        pass
    return out


def describing(piece: Piece, pieces: Pieces) -> bool:
    """True for a place told by an adjective ("turc", "Turkish"), false for its name."""
    form = piece.claim.details.get("form", "") if piece.claim else ""
    return form in _DESCRIBING or not pieces.capital(piece.first)


def _take_before(pieces: Pieces, out: Phrase) -> bool:
    at = out.first
    if not pieces.found.reading.joins(at):
        return False
    for piece in pieces.ends.get(at, ()):
        if pieces.words.has("before", piece.sort) and _fits_before(pieces, out, piece):
            _put(out, piece)
            out.first = piece.first
            _other_half(pieces, out, piece)
            return True
    return _owner_before(pieces, out)


def _fits_before(pieces: Pieces, out: Phrase, piece: Piece) -> bool:
    if piece.sort == "modifier":
        side = piece.row["side"] if piece.row else ""
        return side != "behind" and (side != "hyphen" or pieces.found.reading.gap(piece.last) == "-")
    if piece.sort == "portfolio":
        return not out.portfolios
    if piece.sort == "place":
        # "in France President Macron": the place is where it happens, not whose president.
        return out.place is None and (describing(piece, pieces) or not pieces.words.has("in", pieces.key(piece.first - 1)))
    return out.organisation is None and out.place is None


def _other_half(pieces: Pieces, out: Phrase, piece: Piece) -> None:
    """Take "economy and" before "energy minister"."""
    if piece.sort != "portfolio" or not pieces.words.has("and", pieces.key(piece.first - 1)):
        return
    for other in pieces.ends.get(piece.first - 1, ()):
        if other.sort == "portfolio" and pieces.found.reading.joins(piece.first):
            out.portfolios.append(other.id)
            out.first = other.first
            return


def _hyphened_half(pieces: Pieces, out: Phrase) -> None:
    """Take "Wirtschafts- und" before "Energieminister"."""
    half, reading = out.first - 2, pieces.found.reading
    if not out.portfolios or half < 0 or not pieces.words.has("and", pieces.key(half + 1)):
        return
    portfolio = stems(pieces.found.language.code, "portfolios").get(reading.tokens[half].fold)
    if portfolio and reading.gap(half + 1).startswith("-"):
        out.portfolios.append(portfolio)
        out.first = half


def _owner_before(pieces: Pieces, out: Phrase) -> bool:
    """Take the owner in "Germany's transport minister"."""
    mark = out.first - 1
    reading = pieces.found.reading
    if mark < 1 or not pieces.words.has("possessive", pieces.key(mark)) or reading.gap(mark) != "'":
        return False
    for piece in pieces.ends.get(mark, ()):
        if piece.sort in ("place", "organisation") and _fits_before(pieces, out, piece):
            _put(out, piece)
            out.first = piece.first
            return True
    return False


def _take_behind(pieces: Pieces, out: Phrase) -> bool:
    at, classes = out.last, frozenset[str]()
    for _ in range(_MOST_LINKS + 1):
        if not pieces.found.reading.joins(at):
            return False
        for piece in pieces.starts.get(at, ()):
            if _fits_behind(pieces, out, piece, classes):
                _put(out, piece, classes)
                out.last = piece.last
                _more_portfolios(pieces, out, piece)
                return True
        here = pieces.words.classes(pieces.key(at))
        if not here:
            return False
        # What the first small word allows counts; articles after it change nothing.
        classes = here if not classes or classes == {"articles"} else classes
        at += 1
    return False


def _fits_behind(pieces: Pieces, out: Phrase, piece: Piece, classes: frozenset[str]) -> bool:
    if piece.sort == "modifier":
        return not classes and out.last == _end_of_head(out)
    if piece.sort == "portfolio":
        apposed = not classes and out.head.sort == "kind" and bool(world("portfolios")[piece.id]["apposed"])
        return not out.portfolios and (apposed or bool(classes & {"of", "to"}))
    if piece.sort == "organisation":
        linked = "of" in classes or ("for" in classes and out.head.sort == "role")
        return out.organisation is None and linked and (out.place is None or describing(out.place, pieces))
    if piece.sort == "kind":
        return out.head.sort == "role" and out.organisation is None and not out.portfolios and "of" in classes
    return piece.sort == "place" and _place_fits(pieces, out, piece, classes)


def _end_of_head(out: Phrase) -> int:
    """The end of the phrase while nothing but modifiers was read behind the head."""
    return out.last if out.bare or out.last == out.head.last else out.head.last


def _place_fits(pieces: Pieces, out: Phrase, piece: Piece, classes: frozenset[str]) -> bool:
    named = not describing(piece, pieces)
    if "for" in classes and out.head.sort == "role":
        beside = {pieces.key(piece.first - 1), pieces.key(piece.last)}
        return out.scope is None and (named or any(pieces.words.has("filler", key) for key in beside))
    if out.place is not None:
        return False
    if not classes:
        if named and out.head.sort == "kind" and _both(pieces, piece) and pieces.words.has("after", "place"):
            return True
        sort = "name_place" if named else "place"
        return pieces.words.has("after", sort) and (not named or out.head.sort == "kind")
    if not named:
        return False
    if "of" in classes or ("for" in classes and out.head.sort == "kind"):
        return True
    return "in" in classes and len(piece.id) == 2 and piece.id.isupper() and not out.bare


def _both(pieces: Pieces, piece: Piece) -> bool:
    """True for the name of a country that is spelt like its adjective: "Unión Suiza", "Guardia Suiza"."""
    return any((t.first, t.last) == (piece.first, piece.last) for t in pieces.found.of("demonyms"))


def _more_portfolios(pieces: Pieces, out: Phrase, piece: Piece) -> None:
    """Take ", of finance and of trade" behind a portfolio; a comma counts where an "and" closes the list or "of" stands again."""
    if piece.sort != "portfolio":
        return
    pending: list[Piece] = []
    at = piece.last
    while True:
        comma, closing = pieces.key(at) == ",", pieces.words.has("and", pieces.key(at))
        another = _portfolio_at(pieces, at + 1) if comma or closing else None
        if another is None:
            return
        pending.append(another)
        linked = pieces.words.classes(pieces.key(at + 1)) == {"of"}
        at = another.last
        if closing or linked:
            out.portfolios.extend(p.id for p in pending)
            out.last = at
            pending = []
        if closing:
            return


def _portfolio_at(pieces: Pieces, at: int) -> Piece | None:
    """The portfolio at a token or behind "of the" there; behind an article alone something new begins."""
    classes: frozenset[str] = frozenset()
    for _ in range(_MOST_LINKS):
        if not pieces.found.reading.joins(at):
            return None
        here = pieces.starts.get(at, ())
        # "of the interior and police chief": what begins with a role or an organisation is no portfolio.
        piece = next((p for p in here if p.sort == "portfolio"), None)
        if piece and (not classes or classes & {"of", "to"}):
            return piece if not any(p.sort in ("role", "organisation") and p.last >= piece.last for p in here) else None
        small = pieces.words.classes(pieces.key(at))
        if not small:
            return None
        classes = classes or small
        at += 1
    return None


def _put(out: Phrase, piece: Piece, classes: frozenset[str] = frozenset()) -> None:
    if piece.sort == "modifier":
        out.modifiers.append(piece.id)
    elif piece.sort == "portfolio":
        out.portfolios.append(piece.id)
    elif piece.sort == "place" and "for" in classes and out.head.sort == "role":
        out.scope = piece
    elif piece.sort == "place":
        out.place = piece
    else:
        out.organisation = piece
