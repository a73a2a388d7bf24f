"""How sure a finding is, from how alike the surroundings of its two claims are."""

from __future__ import annotations

from bisect import bisect_right

# Score -> share of right alarms at that score, by kind; between two points a straight line.
_POINTS: dict[str, tuple[tuple[float, float], ...]] = {
    "numeric": ((0.0, 0.2), (0.15, 0.5), (0.3, 0.75), (0.5, 0.92), (1.0, 0.99)),
    "date": ((0.0, 0.1), (0.15, 0.4), (0.3, 0.65), (0.5, 0.9), (1.0, 0.99)),
    "place": ((0.0, 0.1), (0.3, 0.5), (0.45, 0.8), (0.65, 0.95), (1.0, 0.99)),
    "person": ((0.0, 0.1), (0.35, 0.5), (0.5, 0.8), (0.7, 0.95), (1.0, 0.99)),
    "organisation": ((0.0, 0.1), (0.35, 0.5), (0.5, 0.8), (0.7, 0.95), (1.0, 0.99)),
}
_POINTS["polarity"] = ((0.0, 0.1), (0.35, 0.5), (0.5, 0.75), (0.7, 0.92), (1.0, 0.99))
_POINTS["assertion"] = ((0.0, 0.1), (0.35, 0.5), (0.6, 0.7), (0.8, 0.85), (1.0, 0.95))
_POINTS["having"] = ((0.0, 0.1), (0.15, 0.4), (0.25, 0.55), (0.5, 0.75), (0.7, 0.92), (1.0, 0.97))
_POINTS["utterance"] = ((0.0, 0.1), (0.3, 0.6), (0.5, 0.8), (0.7, 0.93), (1.0, 0.98))
_POINTS["facility"] = _POINTS["town"] = ((0.0, 0.1), (0.3, 0.5), (0.45, 0.75), (0.65, 0.9), (1.0, 0.97))
_POINTS["anchor"] = ((0.0, 0.2), (0.1, 0.45), (0.2, 0.65), (0.4, 0.85), (1.0, 0.98))
_POINTS["certainty"] = ((0.0, 0.1), (0.15, 0.4), (0.3, 0.65), (0.5, 0.85), (1.0, 0.97))
_OTHER = ((0.0, 0.2), (0.2, 0.5), (0.4, 0.75), (0.6, 0.92), (1.0, 0.99))


def calibrated(kind: str, score: float) -> float:
    """The confidence 0..1 of an unequal link of this kind with this score."""
    points = _POINTS.get(kind, _OTHER)
    at = min(len(points) - 1, max(1, bisect_right([x for x, _ in points], score)))
    (x0, y0), (x1, y1) = points[at - 1], points[at]
    return round(y0 + (y1 - y0) * (min(max(score, x0), x1) - x0) / (x1 - x0), 4)
