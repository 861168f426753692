"""A room for photographs: boards, a wall, and things that stand about, all of it slabs and balls in centimetres."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

Thing = Mapping[str, Any]
WALL_CM, WALL_HIGH_CM, LONG_CM = 135, 420, 1200
BOARD_CM, BOARDS = 24, 34
BOARD_COLOURS = ("#A87B52", "#B08358", "#9F734B", "#B58A60")
WALL_COLOURS = ("#CFC6B8", "#BFC4C0", "#D3CABF", "#B9B3A8")
THING_COLOURS = ("#8C3B34", "#3F5D7A", "#D0A24C", "#5C7351", "#6B4C6E", "#E2DED6", "#2F3236", "#A9674B")


def room(chance: np.random.Generator, out: int) -> Iterator[Thing]:
    """Everything but the bed; `out` (1 or -1) is the way from the bed to the camera."""
    for number in range(BOARDS):
        yield _slab(
            (0, (number - BOARDS / 3) * BOARD_CM * out),
            (LONG_CM, BOARD_CM - 0.6, 2),
            0,
            _one(chance, BOARD_COLOURS),
        )
    yield _slab((0, -WALL_CM * out), (LONG_CM, 6, WALL_HIGH_CM), WALL_HIGH_CM, _one(chance, WALL_COLOURS))
    yield _slab((0, (4 - WALL_CM) * out), (LONG_CM, 3, 9), 9, "#E6E1D8")
    yield from _on_the_wall(chance, out)
    yield from _on_the_floor(chance, out)


def _on_the_wall(chance: np.random.Generator, out: int) -> Iterator[Thing]:
    """Pictures and a shelf with books."""
    for middle in (-150, -40, 90, 190):
        if chance.random() < 0.6:
            wide, high, top = chance.uniform(24, 60), chance.uniform(24, 50), chance.uniform(150, 190)
            place = (middle + chance.uniform(-20, 20), (3.6 - WALL_CM) * out)
            yield _slab(place, (wide, 2, high), top, _one(chance, THING_COLOURS))
            yield _slab((place[0], place[1] + out), (wide - 6, 2, high - 6), top - 3, "#E9E4DA")
    left = chance.uniform(-200, 60)
    yield _slab((left + 45, (15 - WALL_CM) * out), (100, 24, 3), 118, "#C9B79C")
    for book in range(int(chance.integers(4, 12))):
        high = chance.uniform(16, 26)
        place = (left + book * 7, (14 - WALL_CM) * out)
        yield _slab(place, (chance.uniform(2.5, 6), 16, high), 118 + high, _one(chance, THING_COLOURS))


def _on_the_floor(chance: np.random.Generator, out: int) -> Iterator[Thing]:
    """Boxes and balls behind the bed and at its ends, a rug, and low things before it."""
    yield _slab(
        (chance.uniform(-60, 60), chance.uniform(70, 110) * out), (150, 90, 1), 1, _one(chance, THING_COLOURS)
    )
    for _ in range(int(chance.integers(4, 8))):
        high = chance.uniform(18, 80)
        place = (chance.uniform(-230, 230), chance.uniform(20 - WALL_CM, -70) * out)
        size = (chance.uniform(15, 55), chance.uniform(15, 35), high)
        yield _slab(place, size, high, _one(chance, THING_COLOURS))
    for _ in range(int(chance.integers(2, 5))):
        radius = chance.uniform(5, 13)
        yield {
            "ball": [chance.uniform(-1.6, 1.2), chance.uniform(0.55, 1.0) * out, radius / 100],
            "radius_cm": radius,
            "colour": _one(chance, THING_COLOURS),
        }
    for _ in range(int(chance.integers(1, 4))):
        high = chance.uniform(4, 16)
        place = (chance.uniform(-170, -70), chance.uniform(55, 110) * out)
        size = (chance.uniform(10, 30), chance.uniform(8, 24), high)
        yield _slab(place, size, high, _one(chance, THING_COLOURS))


def _slab(
    place: tuple[float, float], size: tuple[float, float, float], top: float, colour: str
) -> dict[str, Any]:
    """A box by its middle on the floor, its length, width and height, and the height of its top."""
    return {
        "x_cm": float(place[0]),
        "y_cm": float(place[1]),
        "length_cm": float(size[0]),
        "width_cm": float(size[1]),
        "thick_cm": float(size[2]),
        "top_cm": float(top),
        "corner_cm": 0.4,
        "edge_cm": 0.3,
        "colour": colour,
    }


def _one(chance: np.random.Generator, colours: tuple[str, ...]) -> str:
    return colours[int(chance.integers(len(colours)))]
