"""The angle of the thigh by tape: two heights from the floor, the length between them, and the angle's honest error.

The bony point at the side of the hip lies a over the floor, the outer bump of the knee b, and the thigh from one to the
other is L long. The thigh then stands asin((b - a) / L) over level (docs/EVIDENCE.md 3.10).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from math import asin, ceil, degrees

from supple.domain.measurement import Measurement, Unit

HEIGHT_CM = (10.0, 120.0)
"""What the height of a hip or knee over the floor can be, on a bed, a bench or a table (ours)."""

THIGH_CM = (20.0, 70.0)
"""What the distance from hip to knee point of an adult can be, with room on both sides (ours)."""

ALMOST = 1e-6  # of a degree: 3 is 3, whatever floating point makes of it
READ_TO_CM = 1.0
"""How far off each of the three numbers may be: a tape that is held and read by somebody without practice."""


class Place(StrEnum):
    """One of the three numbers; the value is the letter that stands for it on the page."""

    HIP = "a"
    KNEE = "b"
    THIGH = "L"


RANGE_CM = {Place.HIP: HEIGHT_CM, Place.KNEE: HEIGHT_CM, Place.THIGH: THIGH_CM}


def is_possible(place: Place, cm: float) -> bool:
    """Whether a tape can say `cm` there; not a number is not possible."""
    least, most = RANGE_CM[place]
    return least <= cm <= most


def are_too_far_apart(*, hip_cm: float, knee_cm: float, thigh_cm: float) -> bool:
    """Whether the two heights differ by more than the thigh is long: there is no such leg."""
    return abs(knee_cm - hip_cm) > thigh_cm


@dataclass(frozen=True, slots=True, kw_only=True)
class Tape:
    """What the tape said, in centimetres; raises ValueError for numbers that no leg has."""

    hip_cm: float
    knee_cm: float
    thigh_cm: float

    def __post_init__(self) -> None:
        """Each number in its range, and no height above the other by more than the thigh."""
        for place, cm in zip(Place, (self.hip_cm, self.knee_cm, self.thigh_cm), strict=True):
            if not is_possible(place, cm):
                raise ValueError(f"{place} of {cm} cm")
        if are_too_far_apart(hip_cm=self.hip_cm, knee_cm=self.knee_cm, thigh_cm=self.thigh_cm):
            raise ValueError("the heights differ by more than the thigh is long")

    @property
    def angle_deg(self) -> float:
        """How far the thigh stands above level, -90 to 90; below level is less than zero."""
        return _angle_deg(self.knee_cm - self.hip_cm, self.thigh_cm)

    @property
    def error_deg(self) -> float:
        """How far off the angle is at most if each of the three numbers is right to READ_TO_CM.

        The angle grows with b, falls with a, and comes nearer to level with a longer L: it is nowhere farther off than
        where each number is wrong by the whole centimetre. Two heights wrong against each other make two centimetres.
        For a level thigh of 40 cm that is asin(2 / 39), 2.9 degrees; farther from level it is more.
        """
        return max(abs(angle - self.angle_deg) for angle in self._angles_at_worst())

    @property
    def told_error_deg(self) -> int:
        """The error in whole degrees, never less than it is."""
        return ceil(self.error_deg - ALMOST)

    @property
    def measured(self) -> Measurement:
        """The angle with the error that is told."""
        return Measurement(
            value=round(self.angle_deg, 2), unit=Unit.DEGREES, error=float(self.told_error_deg)
        )

    def _angles_at_worst(self) -> Iterator[float]:
        for heights, length in product((-2 * READ_TO_CM, 2 * READ_TO_CM), (-READ_TO_CM, READ_TO_CM)):
            yield _angle_deg(self.knee_cm - self.hip_cm + heights, self.thigh_cm + length)


def _angle_deg(rise_cm: float, length_cm: float) -> float:
    """No rise is longer than the thigh: numbers that are a little wrong can say so."""
    return degrees(asin(max(-1.0, min(1.0, rise_cm / length_cm))))
