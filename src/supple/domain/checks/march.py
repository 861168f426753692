"""The tempo of the slow march: which foot is on its way at which moment, and for which time (docs/EVIDENCE.md 3.7)."""

from dataclasses import dataclass

from supple.domain.checks.hold import SIDES
from supple.domain.side import Side

LIFTS = 10
"""Of each foot, by turns."""
LIFT_S = 4
"""Up for two seconds and down for two: slow enough to feel the back (ours)."""
_MS = 1000


@dataclass(frozen=True, slots=True)
class Lift:
    """The `number`th lift of `side`, from 1; `goes_up` in its first half."""

    side: Side
    number: int
    goes_up: bool


def lift_at(elapsed_ms: int) -> Lift:
    """The lift that is under way so many milliseconds after the march began; the last one from its end on."""
    lift_ms = LIFT_S * _MS
    place = min(max(elapsed_ms, 0) // lift_ms, LIFTS * len(SIDES) - 1)
    goes_up = elapsed_ms - place * lift_ms < lift_ms // 2
    return Lift(side=SIDES[place % len(SIDES)], number=place // len(SIDES) + 1, goes_up=goes_up)
