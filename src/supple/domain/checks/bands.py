"""Every line that is drawn across an angle, a hold or a change, each in one place (docs/EVIDENCE.md 3.11 and 3.12).

All of them are ours, chosen from how far measurements err; none is a norm.
"""

from enum import StrEnum
from math import ceil, floor

from supple.domain.findings import Finding
from supple.domain.measurement import Measurement

LEVEL_DEG = 5
"""Nearer to level a thigh is "about level"; and the width of the bands that are told (docs/EVIDENCE.md 3.11)."""
SIDES_DIFFER_DEG = 10.0
"""From so many degrees between them on the two sides differ."""
CHANGED_DEG, UNSURE_DEG = 10.0, 5.0
"""From so many degrees on an angle changed, or it could be measurement; under that it is about the same."""

LIFT_CAP_S = 30.0
"""The seated lift is held no longer."""
EARLY_S = 15.0
"""A lift that is held shorter, or loses its form before, tired early (docs/EVIDENCE.md 3.7)."""
LESS_S = 10.0
"""So many seconds less than on the other side: it tired early."""
CHANGED_S, UNSURE_S = 10.0, 5.0
"""The same two lines for the time of a hold: a change as large as what counts between two sides, and half of it."""

SITS_LONG_H, ACTIVE_MIN = 7, 150
"""Who sat more hours a day and was active for less minutes a week had 6 degrees less extension (`boukabache2021`)."""

_IN_ORDER = (Finding.BELOW, Finding.LEVEL, Finding.LIMITED)


class Change(StrEnum):
    """What became of a finding since the last time."""

    CHANGED = "changed"
    UNSURE = "could be measurement"
    SAME = "about the same"


def whole_degrees(angle_deg: float) -> int:
    """As it is told; half a degree goes up."""
    return floor(angle_deg + 0.5)


def whole_error(error_deg: float) -> int:
    """How far an angle may be off as it is said: rounded up, never told to be less (docs/EVIDENCE.md 3.13)."""
    return ceil(error_deg - 1e-9)


def told_band(angle_deg: float) -> tuple[int, int]:
    """The band of `angle_deg`, in degrees above level: the 10 about level, else 5 that begin at a multiple of 5.

    -5 is the lower end of the level band and read as below, 5 as above: both lie in the band further out.
    """
    away = abs(whole_degrees(angle_deg))
    if away < LEVEL_DEG:
        return -LEVEL_DEG, LEVEL_DEG
    inner = away // LEVEL_DEG * LEVEL_DEG
    return (inner, inner + LEVEL_DEG) if angle_deg > 0 else (-inner - LEVEL_DEG, -inner)


def change_of_angle(before: Measurement, after: Measurement) -> Change:
    """What became of an angle between two checks of the same kind."""
    return _change(abs(after.value - before.value), CHANGED_DEG, UNSURE_DEG)


def change_of_hold(before: Measurement, after: Measurement) -> Change:
    """What became of the time of a hold."""
    return _change(abs(after.value - before.value), CHANGED_S, UNSURE_S)


def change_of_finding(before: Finding, after: Finding) -> Change | None:
    """What became of a finding that has no number; None where one of the two could not be told.

    From one answer to the next is less than two examiners differ by (docs/EVIDENCE.md 3.5), so it could be measurement.
    """
    if before not in _IN_ORDER or after not in _IN_ORDER:
        return None
    steps = abs(_IN_ORDER.index(before) - _IN_ORDER.index(after))
    return (Change.SAME, Change.UNSURE, Change.CHANGED)[steps]


def _change(by: float, changed: float, unsure: float) -> Change:
    if by >= changed:
        return Change.CHANGED
    return Change.UNSURE if by >= unsure else Change.SAME
