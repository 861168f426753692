"""The small copy of a photo that a person may keep: what it holds, how small it is, and how one is laid on another.

Points are pixels of the copy, from its upper left corner.
"""

from dataclasses import dataclass
from datetime import datetime
from math import hypot

from supple.domain.checks.photo import Marking, Point
from supple.domain.side import Side

MOST_PX = 1280
"""The longer edge of a copy (docs/EVIDENCE.md 3.13)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoRecord:
    """A copy with the points that were placed on it; `pixels` are a WebP without place, date or camera."""

    photo_id: str
    self_test_id: str
    kept_at: datetime
    side: Side
    width: int
    height: int
    marking: Marking
    pixels: bytes


def small_size(width: int, height: int) -> tuple[int, int]:
    """Width and height of the copy of a photo: at most 1280 either way, and never larger than it was."""
    factor = min(1.0, MOST_PX / max(width, height))
    return max(1, round(width * factor)), max(1, round(height * factor))


def on_another_size(marking: Marking, factor: float) -> Marking:
    """The same points on the same photo `factor` times as large."""
    first, second = (_scaled(point, factor) for point in marking.horizontal)
    return Marking(
        hip=_scaled(marking.hip, factor),
        knee=_scaled(marking.knee, factor),
        horizontal=(first, second),
        ankle=None if marking.ankle is None else _scaled(marking.ankle, factor),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """How one photo lies on another: x' = a x - b y + dx and y' = b x + a y + dy, with -x for x where it is `mirrored`.

    Nothing is bent: angles and ratios of lengths stay as they were.
    """

    a: float
    b: float
    dx: float
    dy: float
    mirrored: bool

    def place(self, point: Point) -> Point:
        """Where a point of the photo comes to lie."""
        x = -point.x if self.mirrored else point.x
        return Point(self.a * x - self.b * point.y + self.dx, self.b * x + self.a * point.y + self.dy)


def laid_on(last: tuple[Point, Point], present: tuple[Point, Point]) -> Laid | None:
    """The photo of last time turned and scaled so that its hip and knee fall on the present ones.

    It is mirrored when the person lay the other way round, or it would stand on its head. None where either pair lies
    on one place.
    """
    hip, knee = last
    onto_hip, onto_knee = present
    mirrored = (knee.x - hip.x) * (onto_knee.x - onto_hip.x) < 0
    sign = -1.0 if mirrored else 1.0
    from_x, from_y = sign * (knee.x - hip.x), knee.y - hip.y
    to_x, to_y = onto_knee.x - onto_hip.x, onto_knee.y - onto_hip.y
    square = from_x * from_x + from_y * from_y
    if min(square, hypot(to_x, to_y)) <= 0.0:
        return None
    a = (from_x * to_x + from_y * to_y) / square
    b = (from_x * to_y - from_y * to_x) / square
    x = sign * hip.x
    return Laid(
        a=a,
        b=b,
        dx=onto_hip.x - (a * x - b * hip.y),
        dy=onto_hip.y - (b * x + a * hip.y),
        mirrored=mirrored,
    )


def _scaled(point: Point, factor: float) -> Point:
    return Point(point.x * factor, point.y * factor)
