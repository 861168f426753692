"""Where parts of the posed body are in each other, and flesh that makes room instead."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from .figure import Figure
from .rotation import Vector

PART_OF = {
    "upperleg": "thigh", "lowerleg": "shin", "foot": "foot", "toe": "foot", "upperarm": "upper arm",
    "lowerarm": "forearm", "wrist": "hand", "finger": "hand", "metacarpal": "hand", "clavicle": "trunk",
    "shoulder": "trunk", "spine": "trunk", "root": "trunk", "pelvis": "trunk", "breast": "trunk", "neck": "neck",
}  # fmt: skip
# Nearer than this at rest, two parts are one fold of skin and cannot be told from each other.
APART_M, SEEN_M, NEAREST = 0.07, 0.10, 3
STIFF = ("hand", "head")
# Chin and nape are apart, but joined by a neck that is not: a wall so far aside of a point is across it.
ACROSS_NECK_M = 0.03
LIPS_END = 0.5  # of the lining's field: past this a vertex is in the mouth
MAKE_ROOM_ROUNDS, SPREAD_ROUNDS, SPARE_M = 5, 3, 0.0005


@dataclass(frozen=True, slots=True)
class Overlap:
    """Vertices of `part` that are inside `inside`, how deep in metres, and the way out of it."""

    part: str
    inside: str
    vertices: NDArray[np.int64]
    depth: Vector
    out: Vector


class Flesh:
    """The parts of one figure; made once, because distances at rest take a while."""

    def __init__(self, figure: Figure) -> None:
        self._figure = figure
        names = [_part(bone) for bone in figure.bones]
        strongest = figure.weights.argmax(1)
        of_vertex = np.array(names)[strongest]
        skin = is_outside(figure.neighbour_mean, figure.is_body, figure.fields["lining"])
        self.parts: dict[str, NDArray[np.int64]] = {
            str(name): np.flatnonzero((of_vertex == name) & skin) for name in sorted(set(names))
        }
        rest = figure.vertices
        self._apart = {
            name: np.asarray(cKDTree(rest[own]).query(rest)[0]) > APART_M
            for name, own in self.parts.items()
            if len(own)
        }

    def overlaps(self, posed: Vector) -> Iterator[Overlap]:
        """Every pair of parts that are in each other."""
        normals = self._figure.normals(posed)
        boxes = {name: (posed[own].min(0), posed[own].max(0)) for name, own in self.parts.items() if len(own)}
        for inside, own in self.parts.items():
            if not len(own):
                continue
            low, high = boxes[inside]
            for part, others in self.parts.items():
                if part == inside or not len(others):
                    continue
                if (boxes[part][0] > high).any() or (boxes[part][1] < low).any():
                    continue
                near = others[self._apart[inside][others]]
                near = near[((posed[near] > low) & (posed[near] < high)).all(1)]
                wall = own[self._apart[part][own]]
                if len(near) and len(wall) >= NEAREST:
                    aside_m = ACROSS_NECK_M if "head" in (part, inside) else math.inf
                    yield from found(posed, normals, part, inside, near, wall, aside_m)

    def gap(self, posed: Vector, own: NDArray[np.int64], side: str) -> float:
        """The least distance in metres of some vertices of an arm to the rest of the body; negative inside."""
        arm = {f"{name}.{side}" for name in ("hand", "forearm", "upper arm")}
        rest = np.concatenate([place for name, place in self.parts.items() if name not in arm])
        normals = self._figure.normals(posed)
        far, which = cKDTree(posed[rest]).query(posed[own])
        offset = posed[own] - posed[rest[which]]
        along = np.einsum("nj,nj->n", offset, normals[rest[which]])
        return float(np.where(along < 0, along, np.minimum(far, np.maximum(along, 0) + far * 0.25)).min())

    def made_room(self, posed: Vector) -> Vector:
        """Soft parts that are in each other give way by half each; the skin round them follows."""
        shape = posed
        for _ in range(MAKE_ROOM_ROUNDS):
            push = np.zeros_like(shape)
            weight = np.zeros(len(shape))
            for overlap in self.overlaps(shape):
                if any(name.startswith(STIFF) for name in (overlap.part, overlap.inside)):
                    continue
                push[overlap.vertices] += overlap.out * (overlap.depth[:, None] / 2 + SPARE_M)
                weight[overlap.vertices] += 1
            if not weight.any():
                break
            push /= np.maximum(weight, 1)[:, None]
            spread = self._figure.smoothed(push, SPREAD_ROUNDS)
            # Smoothing takes half of the push away where it is needed: what must move still moves.
            shape = shape + np.where((weight > 0)[:, None], push, spread)
        return shape


def is_outside(
    neighbours: sparse.csr_matrix, is_body: NDArray[np.bool_], lining: Vector
) -> NDArray[np.bool_]:
    """Which vertices are skin, not the inside of mouth and throat: all that the lips' `lining` does not cut off.

    The throat faces forwards, so to a wall made of it the nape would be 6 cm deep in the head.
    """
    kept = np.flatnonzero(is_body & (lining < LIPS_END))
    _, piece = connected_components(neighbours[kept][:, kept], directed=False)
    outside = np.zeros(len(is_body), bool)
    outside[kept[piece == np.bincount(piece).argmax()]] = True
    return outside


def _part(bone: str) -> str:
    name, _, side = bone.partition(".")
    for start, part in PART_OF.items():
        if name.startswith(start):
            return part if part in {"trunk", "neck"} else f"{part}.{side}"
    return "head"


def found(
    posed: Vector,
    normals: Vector,
    part: str,
    inside: str,
    near: NDArray[np.int64],
    wall: NDArray[np.int64],
    aside_m: float,
) -> Iterator[Overlap]:
    """Which of `near` are behind the nearest points of the wall, and not more than `aside_m` beside them."""
    tree = cKDTree(posed[wall])
    far, which = tree.query(posed[near], k=NEAREST, distance_upper_bound=SEEN_M)
    far, which = np.asarray(far), np.asarray(which)
    seen = np.isfinite(far).all(1)
    if not seen.any():
        return
    near, which = near[seen], wall[which[seen]]
    offset = posed[near][:, None] - posed[which]
    depths = -np.einsum("nkj,nkj->nk", offset, normals[which])
    depth = depths.min(1)
    deep = (depth > 0) & (np.linalg.norm(offset, axis=2)[:, 0] ** 2 - depth**2 < aside_m**2)
    if deep.any():
        out = normals[which[deep]].mean(1)
        yield Overlap(part, inside, near[deep], depth[deep], out)
