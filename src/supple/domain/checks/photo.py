"""The photo goniometer: from points on a photo to the angle of the thigh, its error and what has to be asked.

Points are pixels of the photo as it is seen, from its upper left corner. Angles are degrees above level, below is
negative; facing either way is the same (docs/EVIDENCE.md 3.13).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import asin, atan2, degrees, hypot
from statistics import median

from supple.domain.checks.angle import read_angle
from supple.domain.checks.bands import SIDES_DIFFER_DEG
from supple.domain.findings import Finding
from supple.domain.side import Side

THIGH_CM = 40.0
"""What a thigh is taken for, from the bony point of the hip to the outer bump of the knee."""
POINT_OFF_CM = 2.0
"""How far a person may set a point beside the bone."""
LEAST_ERROR_DEG = 5.0
"""Less does not cover the truth on photos as people take them (docs/EVIDENCE.md 3.13)."""
MOST_APART_DEG = 6.0
"""Photos of one side that lie further apart tell nothing together."""
MOST_ERROR_DEG = 12.0
"""No error above this is stated: a photo whose markings lie further apart tells nothing (docs/EVIDENCE.md 3.13)."""
TILT_ASKED_DEG = 5.0
SHORT_THIGH_PX = 60.0
LEAST_APART_PX = 12.0
FEWEST_PHOTOS, MOST_PHOTOS = 2, 3


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the photo, in its pixels."""

    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """The points of one marking; the two of the horizontal in any order."""

    hip: Point
    knee: Point
    horizontal: tuple[Point, Point]
    ankle: Point | None = None


class Doubt(StrEnum):
    """What a marking is asked about; it may be right all the same."""

    TILTED = "tilted"
    SHORT = "short"


class Stop(StrEnum):
    """Why a marking cannot be measured: two of its points lie on top of each other."""

    HIP_AND_KNEE = "hip and knee"
    HORIZONTAL = "horizontal"
    KNEE_AND_ANKLE = "knee and ankle"


def tilt_deg(marking: Marking) -> float:
    """How far the horizontal is turned in the photo, -90 to 90; above zero where its right end is higher."""
    first, second = sorted(marking.horizontal, key=_x)
    return degrees(atan2(first.y - second.y, second.x - first.x))


def thigh_deg(marking: Marking) -> float:
    """How far the thigh rises from the hip to the knee against the horizontal, -90 to 90."""
    first, second = sorted(marking.horizontal, key=_x)
    along_x, along_y = second.x - first.x, second.y - first.y
    thigh_x, thigh_y = marking.knee.x - marking.hip.x, marking.knee.y - marking.hip.y
    up = thigh_x * along_y - thigh_y * along_x
    return degrees(atan2(up, abs(thigh_x * along_x + thigh_y * along_y)))


def knee_deg(marking: Marking) -> float | None:
    """How far the knee is bent, 0 for straight; None without an ankle. It is told and never judged."""
    if marking.ankle is None:
        return None
    thigh = (marking.hip.x - marking.knee.x, marking.hip.y - marking.knee.y)
    shin = (marking.ankle.x - marking.knee.x, marking.ankle.y - marking.knee.y)
    across = thigh[0] * shin[1] - thigh[1] * shin[0]
    return 180.0 - degrees(atan2(abs(across), thigh[0] * shin[0] + thigh[1] * shin[1]))


def stops(marking: Marking) -> tuple[Stop, ...]:
    """What keeps `marking` from being measured."""
    close = {
        Stop.HIP_AND_KNEE: _apart(marking.hip, marking.knee),
        Stop.HORIZONTAL: _apart(*marking.horizontal),
        Stop.KNEE_AND_ANKLE: _apart(marking.knee, marking.ankle) if marking.ankle else LEAST_APART_PX,
    }
    return tuple(stop for stop, apart in close.items() if apart < LEAST_APART_PX)


def doubts(marking: Marking) -> tuple[Doubt, ...]:
    """What a person is asked to look at again."""
    asked = {
        Doubt.TILTED: abs(tilt_deg(marking)) > TILT_ASKED_DEG,
        Doubt.SHORT: _apart(marking.hip, marking.knee) < SHORT_THIGH_PX,
    }
    return tuple(doubt for doubt, holds in asked.items() if holds)


def pixel_deg(marking: Marking) -> float:
    """By how much one pixel at one end turns the thigh."""
    return degrees(asin(min(1.0, 1.0 / max(1.0, _apart(marking.hip, marking.knee)))))


def point_error_deg() -> float:
    """What a point set 2 cm beside the bone does to the angle."""
    return degrees(asin(POINT_OFF_CM / THIGH_CM))


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoReading:
    """One photo that counts: the angles of its markings, the second done without seeing the first."""

    first_deg: float
    second_deg: float

    @property
    def angle_deg(self) -> float:
        """The middle of both."""
        return (self.first_deg + self.second_deg) / 2

    @property
    def error_deg(self) -> float:
        """How far the angle may be off, as far as the points are to blame."""
        return error_deg([self.first_deg, self.second_deg])

    @property
    def contradicts_itself(self) -> bool:
        """Whether its two markings cannot both be of the same thigh."""
        return abs(self.first_deg - self.second_deg) > MOST_ERROR_DEG


def error_deg(*spreads: Sequence[float]) -> float:
    """The largest spread, or what 2 cm at either point give, and never under 5 degrees."""
    apart = [max(each) - min(each) for each in spreads if each]
    return max(LEAST_ERROR_DEG, point_error_deg(), *apart)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotosOfASide:
    """What the photos of one side say together; `spread_deg` is how far they lie apart."""

    photos: tuple[PhotoReading, ...]

    @property
    def angle_deg(self) -> float | None:
        """The middle photo; None without one."""
        return median(photo.angle_deg for photo in self.photos) if self.photos else None

    @property
    def spread_deg(self) -> float:
        """How far the photos lie apart."""
        angles = [photo.angle_deg for photo in self.photos]
        return max(angles) - min(angles) if angles else 0.0

    @property
    def error_deg(self) -> float:
        """The largest of the markings' spreads, the photos' spread and what the points give."""
        markings = [(photo.first_deg, photo.second_deg) for photo in self.photos]
        return error_deg(*markings, [photo.angle_deg for photo in self.photos])

    @property
    def lie_too_far_apart(self) -> bool:
        """Whether the photos contradict each other."""
        return self.spread_deg > MOST_APART_DEG

    @property
    def marked_unalike(self) -> int | None:
        """Which photo, from 0, was marked in two places; None where each was marked alike."""
        return next((n for n, photo in enumerate(self.photos) if photo.contradicts_itself), None)

    @property
    def stands_apart(self) -> int | None:
        """Which of three or more photos, from 0, is the one that contradicts the others; None where none does."""
        if not self.lie_too_far_apart or len(self.photos) <= FEWEST_PHOTOS:
            return None
        middle = self.angle_deg or 0.0
        off = [abs(photo.angle_deg - middle) for photo in self.photos]
        worst = off.index(max(off))
        rest = PhotosOfASide(photos=(*self.photos[:worst], *self.photos[worst + 1 :]))
        return None if rest.lie_too_far_apart else worst

    @property
    def finding(self) -> Finding:
        """By bands of 5 degrees; it takes two photos that agree, and each above level for "may be limited"."""
        angle = self.angle_deg
        contradict = self.lie_too_far_apart or self.marked_unalike is not None
        if angle is None or len(self.photos) < FEWEST_PHOTOS or contradict:
            return Finding.UNKNOWN
        finding = read_angle(angle_deg=angle, back_flat=True, pain=False)
        if finding is Finding.LIMITED and any(photo.angle_deg <= 0 for photo in self.photos):
            return Finding.LEVEL
        return finding


def side_that_measured_higher(*, left: PhotosOfASide, right: PhotosOfASide) -> Side | None:
    """The side to name in "your sides differ", when both could be read and lie 10 degrees or more apart."""
    if Finding.UNKNOWN in (left.finding, right.finding) or left.angle_deg is None or right.angle_deg is None:
        return None
    if abs(left.angle_deg - right.angle_deg) < SIDES_DIFFER_DEG:
        return None
    return Side.LEFT if left.angle_deg > right.angle_deg else Side.RIGHT


def _x(point: Point) -> float:
    return point.x


def _apart(one: Point, other: Point) -> float:
    return hypot(one.x - other.x, one.y - other.y)
