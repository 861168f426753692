"""The points a person puts on one photo: where they are, which are placed, and the way back from each move."""

from enum import StrEnum

from supple.domain.checks.photo import Marking, Point
from supple.domain.side import Side


class Spot(StrEnum):
    """The points, in their order."""

    HIP = "hip"
    KNEE = "knee"
    ANKLE = "ankle"
    HORIZONTAL_1 = "horizontal 1"
    HORIZONTAL_2 = "horizontal 2"


NEEDED = tuple(spot for spot in Spot if spot is not Spot.ANKLE)
_THIRDS = {
    Spot.HIP: (2 / 3, 1 / 2),
    Spot.KNEE: (1 / 3, 1 / 2),
    Spot.ANKLE: (1 / 4, 3 / 4),
    Spot.HORIZONTAL_1: (1 / 3, 2 / 3),
    Spot.HORIZONTAL_2: (2 / 3, 2 / 3),
}
"""Where they wait on a photo of the left hip, as parts of its width and height; on the right one mirrored."""


class Spots:
    """Points of a photo of `width` by `height`; none can leave it."""

    def __init__(self, width: int, height: int, *, side: Side) -> None:
        """All wait at the thirds of the photo, none is placed."""
        self._width = width
        self._height = height
        self._where: dict[Spot, Point] = {}
        for spot, (across, down) in _THIRDS.items():
            x = across if side is Side.LEFT else 1 - across
            self._where[spot] = Point(round(x * width, 2), round(down * height, 2))
        self._placed: frozenset[Spot] = frozenset()
        self._before: list[tuple[Spot, Point, frozenset[Spot]]] = []

    def where(self, spot: Spot) -> Point:
        """Where it is, or waits."""
        return self._where[spot]

    def is_placed(self, spot: Spot) -> bool:
        """Whether the person put it there."""
        return spot in self._placed

    @property
    def lacks(self) -> tuple[Spot, ...]:
        """What has still to be placed."""
        return tuple(spot for spot in NEEDED if spot not in self._placed)

    def begin(self, spot: Spot) -> None:
        """A move of `spot` begins: the way back leads to here."""
        self._before.append((spot, self._where[spot], self._placed))

    def put(self, spot: Spot, x: float, y: float) -> None:
        """It is there now, or at the nearest place that is on the photo."""
        self._where[spot] = Point(min(max(0.0, x), self._width), min(max(0.0, y), self._height))
        self._placed |= {spot}

    def take_out(self, spot: Spot) -> None:
        """It is not placed any more."""
        self.begin(spot)
        self._placed -= {spot}

    def undo(self) -> Spot | None:
        """Take the last move back; the point it was of, None where there is none."""
        if not self._before:
            return None
        spot, where, self._placed = self._before.pop()
        self._where[spot] = where
        return spot

    @property
    def marking(self) -> Marking | None:
        """What is marked; None while a point is wanting."""
        if self.lacks:
            return None
        return Marking(
            hip=self._where[Spot.HIP],
            knee=self._where[Spot.KNEE],
            horizontal=(self._where[Spot.HORIZONTAL_1], self._where[Spot.HORIZONTAL_2]),
            ankle=self._where[Spot.ANKLE] if Spot.ANKLE in self._placed else None,
        )
