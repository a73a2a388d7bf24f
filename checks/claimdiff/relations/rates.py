"""What two amounts are for: 3 € an hour and 3 € a day, 12 € each and 12 € in total are two things."""

from __future__ import annotations

from functools import lru_cache

from claimdiff.language import world
from claimdiff.model import Claim

_TOTAL, _NIGHT, _DAY = "total", "night", "day"
# A bed is let by the night or by the day: nobody means two prices.
_ONE_NIGHT = {_NIGHT: _DAY}
# "Each" is whatever is counted there.
EACH = "each"
_THINGS = frozenset({"person", "household", "vehicle"})


def apart(a: Claim, b: Claim) -> bool:
    """True when both amounts say what they are for, and of one order of things they name two."""
    one, other = a.details.get("per"), b.details.get("per")
    return one is not None and other is not None and one != other and _apart(one, other)


@lru_cache(maxsize=1024)
def _apart(one: str, other: str) -> bool:
    a, b = ({_ONE_NIGHT.get(p, p) for p in told.split("+")} for told in (one, other))
    # 38 € a pupil and year is for the pupil as well as 38 € a pupil and month.
    both = bool(a & b)
    a, b = a - b, b - a
    if not both and (_TOTAL in a or _TOTAL in b):
        return True
    return any(_order(x) == _order(y) != "" for x in a for y in b)


def _order(thing: str) -> str:
    """What only one of can hold: a time, a mass, a thing; empty for "each", which may be any thing."""
    if thing in _THINGS:
        return "thing"
    row = world("units").get(thing)
    return row["dimension"] if row and thing != EACH else ""
