"""Whether the clothes stay whole: how far a hem is out of line, and how far the waistband covers the top."""

from collections.abc import Mapping
from functools import cached_property

import numpy as np
import scipy.sparse as sp

from .figure import Figure
from .rotation import Vector

HEMS = ("shorts", "top")
ROUNDS = 2


class Cloth:
    """The hems of one figure: where the mesh's edges cross the end of a garment."""

    def __init__(self, figure: Figure) -> None:
        self._figure = figure
        faces = figure.faces[figure.is_body[figure.faces].all(1)]
        sides = np.concatenate([faces[:, [k, (k + 1) % 4]] for k in range(4)])
        self._edges, number = np.unique(np.sort(sides, 1), axis=0, return_inverse=True)
        self._of_face = number.reshape(4, -1).T

    def out_of_line_mm(self, posed: Vector) -> Mapping[str, float]:
        """For each garment, how far the worst point of a hem is out of line with those beside it, more than at rest."""
        return {
            name: float((_bends(self._points(name, posed), beside) - rest).max()) * 1000
            for name, (beside, rest) in self._at_rest.items()
        }

    def waistband_mm(self) -> float:
        """How far the shorts reach above the lower end of the top, where they reach least."""
        shorts, top = self._figure.fields["shorts"], self._figure.fields["top"]
        ends, share = self._crossings("top")
        height = self._figure.head["upperleg01.L"][2], self._figure.head["spine02"][2]
        middle = self._figure.vertices[ends].mean(1)[:, 2]
        waist = (middle > height[0]) & (middle < height[1]) & (top[ends].min(1) > -0.1)
        over = shorts[ends[:, 0]] * (1 - share) + shorts[ends[:, 1]] * share
        return float(over[waist].min()) * 1000 if waist.any() else 0.0

    @cached_property
    def _at_rest(self) -> Mapping[str, tuple[sp.csr_matrix, Vector]]:
        found = {}
        for name in HEMS:
            beside = self._beside(name)
            found[name] = beside, _bends(self._points(name, self._figure.vertices), beside)
        return found

    def _crossings(self, name: str) -> tuple[Vector, Vector]:
        """The edges that cross a garment's end, and at which share of their length."""
        inside = self._figure.fields[name][self._edges]
        crosses = (inside[:, 0] > 0) != (inside[:, 1] > 0)
        ends, inside = self._edges[crosses], inside[crosses]
        return ends, inside[:, 0] / (inside[:, 0] - inside[:, 1])

    def _points(self, name: str, posed: Vector) -> Vector:
        ends, share = self._crossings(name)
        return np.asarray(posed[ends[:, 0]] * (1 - share[:, None]) + posed[ends[:, 1]] * share[:, None])

    def _beside(self, name: str) -> sp.csr_matrix:
        """The mean of the crossings that share a face with each."""
        inside = self._figure.fields[name][self._edges]
        crosses = (inside[:, 0] > 0) != (inside[:, 1] > 0)
        place = np.cumsum(crosses) - 1
        cut = self._of_face[crosses[self._of_face].sum(1) == 2]
        ends = np.array([place[face[crosses[face]]] for face in cut])
        both = np.concatenate([ends, ends[:, ::-1]])
        size = int(crosses.sum())
        linked = sp.csr_matrix((np.ones(len(both)), (both[:, 0], both[:, 1])), (size, size))
        count = np.maximum(np.asarray(linked.sum(1)).ravel(), 1)
        return sp.csr_matrix(sp.diags(1 / count) @ linked)


def _bends(points: Vector, beside: sp.csr_matrix) -> Vector:
    """How far each point is from the middle of its neighbours' middles; hem points without neighbours count nothing."""
    alone = np.asarray(beside.sum(1)).ravel() == 0
    away = np.linalg.norm(points - beside @ points, axis=1)
    return np.where(alone, 0.0, away)
