"""Where the camera stands so that everything fits, and where a point of the world is on the picture."""

from dataclasses import dataclass

import numpy as np

from .rotation import Vector

LENS_MM, HALF_SENSOR_MM = 85, 18
ROUNDS = 60


@dataclass(frozen=True, slots=True)
class View:
    """A camera: what it looks at, from which direction and how far away, the picture's size in pixels, the lens."""

    centre: Vector
    direction: Vector
    away_m: float
    size: tuple[int, int]
    lens_mm: float = LENS_MM

    @property
    def eye(self) -> Vector:
        """Where the camera stands."""
        return np.asarray(self.centre + self.direction * self.away_m)

    def on_picture(self, points: Vector) -> Vector:
        """Across and down, 0 to 1 from the top left corner, one row per point."""
        across, up = _axes(self.direction)
        offset = np.atleast_2d(points) - self.eye
        depth = -(offset @ self.direction)
        half_width = HALF_SENSOR_MM / self.lens_mm
        half_height = half_width * self.size[1] / self.size[0]
        x, y = offset @ across / depth / half_width, offset @ up / depth / half_height
        return np.stack([(x + 1) / 2, (1 - y) / 2], 1)


def framed_view(direction: Vector, points: Vector, size: tuple[int, int], margin: float) -> View:
    """The camera in that direction, just so far away that all points fit with a margin (share of the width)."""
    across, up = _axes(direction)
    half_width = HALF_SENSOR_MM / LENS_MM * (1 - 2 * margin)
    half_height = half_width * size[1] / size[0]
    centre, away = points.mean(0), 4.0
    for _ in range(ROUNDS):
        offset = points - (centre + direction * away)
        depth = -(offset @ direction)
        x, y = offset @ across / depth, offset @ up / depth
        centre = centre + across * (x.max() + x.min()) / 2 * away + up * (y.max() + y.min()) / 2 * away
        spread = max((x.max() - x.min()) / (2 * half_width), (y.max() - y.min()) / (2 * half_height))
        away *= 1 + (spread - 1) * 0.7
    return View(centre, direction, float(away), size)


def _axes(direction: Vector) -> tuple[Vector, Vector]:
    across = np.array([-direction[1], direction[0], 0])
    across /= np.linalg.norm(across)
    return across, np.cross(direction, across)
