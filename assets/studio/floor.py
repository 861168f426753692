"""The soft shadow that a figure and its furniture throw on a floor that is not seen: a picture on a sheet of glass."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.ndimage import gaussian_filter

from .rotation import Vector

CELL_M, AROUND_M = 0.01, 0.45
# What is so high above the floor darkens it so much, blurred over so far: metres, share, metres.
LAYERS = ((0.025, 0.46, 0.018), (0.09, 0.26, 0.045), (0.25, 0.17, 0.09), (0.60, 0.11, 0.17))
DARKEST = 0.55


@dataclass(frozen=True, slots=True)
class FloorShadow:
    """How dark each cell of the floor is, 0 to 1, and where the picture's lower left corner and its size are."""

    dark: Vector
    corner: tuple[float, float]
    size: tuple[float, float]


def floor_shadow(skin: Vector, pieces: Iterable[Mapping[str, Any]]) -> FloorShadow:
    """The shadow of a posed skin and of furniture, as if light came from everywhere above."""
    points = np.vstack([skin, *(_footprint(piece) for piece in pieces)])
    low = points[:, :2].min(0) - AROUND_M
    count = np.ceil((points[:, :2].max(0) + AROUND_M - low) / CELL_M).astype(int)
    light, from_m = np.ones(count), -1.0
    for up_to_m, share, blur_m in LAYERS:
        here = points[(points[:, 2] > from_m) & (points[:, 2] <= up_to_m), :2]
        cells = ((here - low) / CELL_M).astype(int)
        filled = np.zeros(count)
        filled[cells[:, 0], cells[:, 1]] = 1
        closed = gaussian_filter(filled, 1.2) > 0.06
        light *= 1 - share * gaussian_filter(closed.astype(float), blur_m / CELL_M)
        from_m = up_to_m
    dark = np.minimum(1 - light, DARKEST)
    return FloorShadow(
        dark.T, (float(low[0]), float(low[1])), (float(count[0] * CELL_M), float(count[1] * CELL_M))
    )


def _footprint(piece: Mapping[str, Any]) -> Vector:
    """Points spread over the lower face of a slab, one in each cell."""
    if "length_cm" not in piece or piece.get("colour") == "wall":
        return np.zeros((0, 3))
    half = np.array([piece["length_cm"], piece["width_cm"]]) / 200
    along, aside = (np.arange(-reach, reach + CELL_M / 2, CELL_M) for reach in half)
    x, y = (grid.ravel() for grid in np.meshgrid(along, aside))
    bottom = (piece.get("top_cm", 0.0) - piece["thick_cm"]) / 100
    return np.stack(
        [x + piece.get("x_cm", 0.0) / 100, y + piece.get("y_cm", 0.0) / 100, np.full(len(x), bottom)], 1
    )
