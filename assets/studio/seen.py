"""What the camera of a shot sees at the size of a small card, without Blender: the vertex at each pixel."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_erosion, distance_transform_edt

from .figure import Figure
from .rotation import Vector
from .shot import Shot
from .view import View

SIZE = (240, 180)
NOTHING, PROP = -1, -2
DENSE, FINEST = 1.6, 24  # samples for a pixel, and at most so many along the side of a face
GLOWS = 0.35
SPOT_SHARE, WORST_PIXELS = 0.18, 6
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Seen:
    """The vertex at each pixel of a small card, `PROP` or `NOTHING`; one row per line."""

    vertex: NDArray[np.int64]
    view: View

    @property
    def figure(self) -> Mask:
        """Where the figure is."""
        return np.asarray(self.vertex >= 0)

    def where(self, flags: Mask) -> Mask:
        """Where a vertex with that flag is."""
        return np.asarray(self.figure & flags[np.clip(self.vertex, 0, None)])

    def glowing(self, strength: Vector) -> int:
        """How many pixels glow."""
        return int(self.where(strength >= GLOWS).sum())

    def filled_percent(self) -> float:
        """How much of the height the figure fills, or of the width times 35/60, whichever is more."""
        rows, columns = np.nonzero(self.figure)
        if not len(rows):
            return 0.0
        high = (np.ptp(rows) + 1) / SIZE[1]
        wide = (np.ptp(columns) + 1) / SIZE[0]
        return float(max(high, wide * 35 / 60) * 100)


def seen(figure: Figure, shot: Shot) -> Seen:
    """Look at a shot."""
    view = View(**{**{name: getattr(shot.view(), name) for name in View.__slots__}, "size": SIZE})
    corners = shot.body.vertices[figure.faces]
    found = [_samples(view, corners, figure.faces)]
    for piece in (*shot.slabs, *shot.body.pieces):
        faces = np.array(list(_faces(piece)))
        if len(faces):
            found.append(_samples(view, faces, np.full(faces.shape[:2], PROP)))
    pixel, depth, owner = (np.concatenate(parts) for parts in zip(*found, strict=True))
    order = np.lexsort((depth, pixel))
    first = order[np.unique(pixel[order], return_index=True)[1]]
    vertex = np.full(SIZE[0] * SIZE[1], NOTHING)
    vertex[pixel[first]] = owner[first]
    return Seen(vertex.reshape(SIZE[1], SIZE[0]), view)


def cut_off(shot: Shot) -> int:
    """How many of the figure's points are beyond the picture's edge."""
    places = shot.view().on_picture(shot.body.vertices)
    return int(((places < 0) | (places > 1)).any(1).sum())


def moved_percent(right: Seen, wrong: Seen, spots: Iterable[Vector], parts: Sequence[Mask]) -> float:
    """How far the outline moves near a pair's spots between both forms, in percent of the picture's width.

    The outline is that of the whole figure or of one of the `parts`; the farthest few pixels count.
    """
    near = np.zeros(right.vertex.shape, bool)
    down, across = np.mgrid[0 : SIZE[1], 0 : SIZE[0]]
    for spot in spots:
        x, y = spot * SIZE
        near |= np.hypot(across - x, down - y) < SPOT_SHARE * SIZE[0]
    pairs = [(right.figure, wrong.figure), *((right.where(part), wrong.where(part)) for part in parts)]
    return max(_apart(one, other, near) for one, other in pairs) * 100 / SIZE[0]


def _apart(one: Mask, other: Mask, near: Mask) -> float:
    """How far the outlines of two masks are from each other near the spot, in pixels."""
    if not one.any() or not other.any():
        return 0.0
    edges = [mask & ~binary_erosion(mask) for mask in (one, other)]
    farthest = [0.0]
    for edge, goal in (edges, edges[::-1]):
        away = np.asarray(distance_transform_edt(~goal))[edge & near]
        if len(away):
            farthest.append(float(np.sort(away)[-WORST_PIXELS:].mean()))
    return max(farthest)


def _samples(
    view: View, corners: Vector, owners: NDArray[np.int64]
) -> tuple[NDArray[np.int64], Vector, NDArray[np.int64]]:
    """Pixel, depth and owner of points spread over faces of four corners, so densely that no pixel is missed."""
    flat = corners.reshape(-1, 3)
    places = (view.on_picture(flat) * SIZE).reshape(-1, 4, 2)
    depth = ((view.eye - flat) @ view.direction).reshape(-1, 4)
    sides = np.linalg.norm(places - np.roll(places, 1, axis=1), axis=2).max(1)
    steps = np.clip(np.ceil(sides * DENSE), 1, FINEST if owners.min() >= 0 else 400).astype(int)
    found = []
    for count in np.unique(steps):
        own = steps == count
        share = (np.arange(count) + 0.5) / count
        u, v = (grid.ravel() for grid in np.meshgrid(share, share))
        weights = np.stack([(1 - u) * (1 - v), u * (1 - v), u * v, (1 - u) * v], 1)
        place = np.einsum("sc,fck->fsk", weights, places[own]).reshape(-1, 2)
        far = (depth[own] @ weights.T).ravel()
        owner = owners[own][:, weights.argmax(1)].ravel()
        x, y = np.floor(place).astype(int).T
        inside = (x >= 0) & (x < SIZE[0]) & (y >= 0) & (y < SIZE[1]) & (far > 0)
        found.append(((y * SIZE[0] + x)[inside], far[inside], owner[inside]))
    pixel, depths, owned = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return pixel, depths, owned


def _faces(piece: Mapping[str, Any]) -> Iterator[Vector]:
    """A prop's faces of four corners in the world."""
    if "ball" in piece or piece.get("colour") == "wall":
        return
    if "ribbon" in piece:
        points, across = np.array(piece["ribbon"]), np.array(piece["across"]) * piece["wide_cm"] / 200
        for start, end in itertools.pairwise(points):
            yield np.array([start - across, end - across, end + across, start + across])
        return
    half = np.array([piece["length_cm"], piece["width_cm"], piece["thick_cm"]]) / 200
    centre = np.array([piece.get("x_cm", 0.0), piece.get("y_cm", 0.0), piece.get("top_cm", 0.0)]) / 100
    centre = centre - [0, 0, half[2]]
    for axis in range(3):
        for sign in (-1, 1):
            beside = [other for other in range(3) if other != axis]
            corners = np.zeros((4, 3))
            corners[:, axis] = sign
            corners[:, beside] = [(-1, -1), (1, -1), (1, 1), (-1, 1)]
            yield centre + corners * half
