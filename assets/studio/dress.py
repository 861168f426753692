"""Clothes, hair and face of the figure: distances per vertex in the rest pose, and the shape under the cloth.

Nothing is a mesh of its own. Each field is a signed distance in metres, positive inside the garment; the material
cuts it off sharply, so edges do not depend on the mesh and cloth can never run into skin.
"""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.sparse.linalg import spsolve

from .figure import Figure
from .figure_data import NO_DETAIL, read_target
from .hair import Hair, grown, off_head_m, strands
from .rotation import Vector, smoothstep

OUTSIDE = -0.2
LID_RIM = 0.55
LIP_NEAR_M, LIP_DEEP_M = 0.004, (0.003, 0.006)
CLOTH_M = 0.006
# The shorts' waist above the hip joint, the band below it, how far they cover the top, and how far the band stands out.
WAIST_M, BAND_M, OVER_M, BAND_LIFT_M = 0.140, 0.030, 0.028, 0.0016
LEG_SHARE, FLARE_M = 0.50, 0.005
HOLE_M, ARM_SHARE, ARM_SOFT_M = 0.026, 0.42, 0.12
SOURCE_SIZE = 20000
HEAD_PARTS = (
    "head", "jaw", "eye", "orb", "oris", "levator", "special", "tempor", "oculi", "risor", "tongue", "neck03",
)  # fmt: skip
ARM_PARTS = ("upperarm", "lowerarm", "wrist", "finger", "metacarpal")

# Points of a brow and of a lid line from the nose outwards: metres out and up from the middle of the eye.
BROW = ((-0.017, 0.0215), (-0.002, 0.0240), (0.010, 0.0243), (0.022, 0.0190))
LASHES = ((-0.0125, -0.0035), (-0.005, -0.0075), (0.004, -0.0085), (0.0135, -0.0045))


@dataclass(frozen=True, slots=True)
class _Head:
    """Where each vertex is on the head: back, beside and height as shares of its size, how much it belongs to it."""

    back: Vector
    beside: Vector
    height: Vector
    share: Vector
    size_m: float


def dress(figure: Figure, data: Path, style: Hair) -> None:
    """Give the figure its fields, then smooth and thicken what they cover."""
    head = _head(figure)
    arm = figure.bone_weight(*ARM_PARTS)
    shorts = _shorts(figure, arm)
    top = _top(figure, arm)
    hair = _hair(head, figure.is_body)
    waist = figure.head["upperleg01.L"][2] + WAIST_M
    figure.strand = strands(style, head.back, head.beside, head.height)
    figure.fields = {
        "shorts": shorts, "top": top, "hair": hair, "lips": _lips(figure, head),
        "brow": _arcs(figure, head, BROW, 0.0030), "lash": _lashes(figure, head),
        "band": np.minimum(shorts, figure.vertices[:, 2] - (waist - BAND_M)), "blush": _blush(figure, head),
        "eyeball": 1.0 - figure.is_body.astype(float), "lining": _mouth_lining(figure, head),
    }  # fmt: skip
    off_head = off_head_m(style, hair, head.back, head.height)
    _reshape(figure, data, np.maximum(shorts, top), head, arm, off_head)


def _head(figure: Figure) -> _Head:
    joint = figure.head["head"]
    size_m = figure.vertices[figure.is_body, 2].max() - joint[2]
    relative = (figure.vertices - joint) / size_m
    return _Head(relative[:, 1], relative[:, 0], relative[:, 2], figure.bone_weight(*HEAD_PARTS), size_m)


def _shorts(figure: Figure, arm: Vector) -> Vector:
    """From the waist to 47 % of the thigh."""
    z = figure.vertices[:, 2]
    hip, knee = figure.head["upperleg01.L"][2], figure.head["lowerleg01.L"][2]
    inside = np.minimum(hip + WAIST_M - z, z - (hip - LEG_SHARE * (hip - knee)))
    inside[(z < knee) | (arm > 0.3)] = OUTSIDE
    return np.asarray(inside)


def _flare(figure: Figure) -> Vector:
    """1 at the hem of a leg of the shorts, fading upwards: cloth stands off there instead of clinging."""
    hip, knee = figure.head["upperleg01.L"][2], figure.head["lowerleg01.L"][2]
    hem = hip - LEG_SHARE * (hip - knee)
    z = figure.vertices[:, 2]
    return np.asarray(
        (1 - smoothstep(z - hem, 0.0, 0.09)) * smoothstep(figure.fields["shorts"], -0.002, 0.004)
    )


def _top(figure: Figure, arm: Vector) -> Vector:
    """From the waist to the shoulders, with a scoop neck and arm holes."""
    x, y, z = figure.vertices.T
    shoulder = figure.head["upperarm01.L"][2]
    neck = figure.head["neck01"]
    scoop = (
        np.linalg.norm((figure.vertices - (neck + np.array([0, -0.05, 0.035]))) * [1, 1, 0.95], axis=1)
        - 0.098
    )
    wide = figure.head["upperarm01.L"][0] - HOLE_M
    hole = wide - 0.30 * (z - shoulder) - np.abs(x) + 0.10 * np.abs(y + 0.01) * (z < shoulder + 0.03)
    waist = figure.head["upperleg01.L"][2] + WAIST_M - OVER_M
    inside = np.minimum.reduce([z - waist, scoop, hole])
    # What moves with the arm more than this is no cloth, or a raised arm would grow a sleeve.
    inside = np.minimum(inside, (ARM_SHARE - figure.smoothed(arm[:, None], 9)[:, 0]) * ARM_SOFT_M)
    inside[z > neck[2] + 0.03] = OUTSIDE
    return inside


def _hair(head: _Head, is_body: NDArray[np.bool_]) -> Vector:
    """Short hair with temples, round the ear, down to the neck."""
    inside = np.minimum(grown(head.back, head.beside, head.height), 0.6) * head.size_m
    inside[(head.height * head.size_m < -0.03) | ~is_body | (head.share < 0.4)] = OUTSIDE
    return inside


def _blush(figure: Figure, head: _Head) -> Vector:
    """Where skin is a little redder, 0 to 1: cheeks, nose, ears, knees, elbows, fingers and toes."""
    skin, found = figure.vertices, np.zeros(len(figure.vertices))
    spots = []
    for side, sign in (("L", 1), ("R", -1)):
        eye = figure.head[f"eye.{side}"]
        spots += [(eye + np.array([sign * 0.012, -0.006, -0.036]), 0.026, 0.55)]
        spots += [(figure.head[f"lowerleg01.{side}"] + [0, -0.045, 0.01], 0.060, 0.40)]
        spots += [(figure.head[f"lowerarm01.{side}"] + [0, 0.030, 0], 0.045, 0.40)]
    nose = (figure.head["eye.L"] + figure.head["eye.R"]) / 2 + [0, -0.030, -0.040]
    for place, far, most in [*spots, (nose, 0.020, 0.50)]:
        found = np.maximum(
            found, most * (1 - smoothstep(np.linalg.norm(skin - place, axis=1), far * 0.2, far))
        )
    ears = smoothstep(np.abs(skin[:, 0]), 0.070, 0.078) * (head.share > 0.8) * 0.45
    ends = figure.bone_weight(*(f"finger{n}-3" for n in range(1, 6)), "toe") * 0.40
    found = np.maximum.reduce([found, ears, ends])
    return figure.smoothed(found[:, None], 3)[:, 0]


def _arcs(figure: Figure, head: _Head, points: Iterable[tuple[float, float]], half_m: float) -> Vector:
    """A line over each eye: points from the nose outwards, metres out and up from the middle of the eye."""
    inside = np.full(len(figure.vertices), OUTSIDE)
    for side, sign in (("L", 1), ("R", -1)):
        eye = figure.head[f"eye.{side}"]
        arc = [eye + np.array([sign * out, 0, up]) for out, up in points]
        for start, end in itertools.pairwise(arc):
            inside = np.maximum(inside, half_m - _distance_xz(figure.vertices, start, end))
    inside[(head.back > -0.1) | (head.share < 0.5)] = OUTSIDE
    return inside


def _lashes(figure: Figure, head: _Head) -> Vector:
    """The rim of the upper lid, which is what goes up when the eye opens."""
    inside = _arcs(figure, head, LASHES, 0.0014)
    inside[figure.eyes_open[:, 2] < LID_RIM * figure.eyes_open[:, 2].max()] = OUTSIDE
    return inside


def _lips(figure: Figure, head: _Head) -> Vector:
    """A hint of colour round the closed mouth."""
    middle = (figure.head["oris05"] + figure.head["oris01"]) / 2
    offset = (figure.vertices - middle) * [1 / 0.024, 0, 1 / 0.0085]
    inside = (1 - np.linalg.norm(offset, axis=1)) * 0.0085
    inside[(head.back > -0.2) | (head.share < 0.5)] = OUTSIDE
    return np.asarray(inside)


def _distance_xz(points: Vector, start: Vector, end: Vector) -> Vector:
    flat = np.array([1.0, 0, 1.0])
    way = (end - start) * flat
    share = np.clip(((points - start) * flat) @ way / (way @ way), 0, 1)
    return np.asarray(np.linalg.norm((points - start) * flat - share[:, None] * way, axis=1))


def _reshape(figure: Figure, data: Path, cloth: Vector, head: _Head, arm: Vector, off_head: Vector) -> None:
    """Smooth what the cloth hides, keep its volume, and lift cloth and hair off the skin."""
    covered = smoothstep(cloth, 0, 0.03)[:, None]
    rest = figure.vertices
    joint = figure.head["head"]
    face = smoothstep(head.share, 0.3, 0.9) * smoothstep(joint[1] - rest[:, 1], 0.015, 0.06) * figure.is_body
    shape = rest + 0
    for _ in range(3):
        shape = shape + face[:, None] * 0.5 * (figure.neighbour_mean @ shape - shape)
    chest_place = [0, -0.12, figure.head["upperarm01.L"][2] - 0.11]
    chest = 1 - smoothstep(np.linalg.norm((rest - chest_place) / [0.17, 0.12, 0.12], axis=1), 0.6, 1.15)
    for _ in range(40):
        shape = shape + (chest * covered[:, 0])[:, None] * 0.6 * (figure.neighbour_mean @ shape - shape)
    shape = _plain_chest(figure, data, shape, arm)
    before = shape
    for _ in range(26):
        shape = shape + covered * 0.55 * (figure.neighbour_mean @ shape - shape)
    normal = figure.normals(shape)
    lost = np.maximum(((before - shape) * normal).sum(1), 0)
    shape = shape + figure.smoothed(lost[:, None], 8) * normal * covered * 0.85
    lift = smoothstep(cloth, -0.004, 0.010) * CLOTH_M
    lift += smoothstep(figure.fields["band"], -0.004, 0.004) * BAND_LIFT_M + _flare(figure) * FLARE_M
    lift += figure.smoothed(off_head[:, None], 2)[:, 0]
    lift += smoothstep(figure.fields["brow"], -0.002, 0.002) * 0.0008
    lift += _kneecaps(figure, shape)
    figure.vertices = shape + figure.normals(shape) * lift[:, None]


def _kneecaps(figure: Figure, shape: Vector) -> Vector:
    """A hint of the kneecap and of the hollows beside and below it; metres outwards."""
    lift = np.zeros(len(shape))
    for side in "LR":
        knee = figure.head[f"lowerleg01.{side}"]
        beside, above = (shape - knee - [0, 0, 0.012])[:, [0, 2]].T
        front = smoothstep(-figure.normals(shape)[:, 1], 0.1, 0.6)
        far = np.hypot(beside / 0.9, above)
        cap = (1 - smoothstep(far, 0.012, 0.030)) * 0.0065
        hollow = np.exp(-(((far - 0.036) / 0.010) ** 2)) * 0.0030
        tendon = np.exp(-((beside / 0.009) ** 2) - (((above + 0.050) / 0.016) ** 2)) * 0.0030
        lift += front * (cap - hollow + tendon) * (np.abs(above) < 0.12) * (np.abs(beside) < 0.07)
    return lift


def _mouth_lining(figure: Figure, head: _Head) -> Vector:
    """1 inside the mouth: coloured like the lips and shining a little, so that no dark slit is seen between them."""
    middle = (figure.head["oris05"] + figure.head["oris01"]) / 2
    x, y, z = figure.vertices.T
    near = np.where(
        (np.abs(x) < 0.030) & (np.abs(z - middle[2]) < 0.011) & (head.share > 0.5) & figure.is_body
    )[0]  # fmt: skip
    flat = figure.vertices[near][:, [0, 2]]
    front = np.array([y[near[np.hypot(*(flat - point).T) < LIP_NEAR_M]].min() for point in flat])
    lining = np.zeros(len(x))
    lining[near] = smoothstep(y[near] - front, *LIP_DEEP_M)
    return lining


def _plain_chest(figure: Figure, data: Path, shape: Vector, arm: Vector) -> Vector:
    """Fill a disc on each side of the chest without any detail (biharmonic), so that cloth lies on it like cloth."""
    moved = (
        np.linalg.norm(read_target(data, next(iter(NO_DETAIL)), SOURCE_SIZE)[figure.source_index], axis=1)
        > 1e-5
    )
    size = len(shape)
    bend = sp.identity(size) - figure.neighbour_mean
    stiffness = (bend.T @ bend * 0.15 + bend).tocsr()
    for sign in (1, -1):
        centre = shape[moved & (figure.vertices[:, 0] * sign > 0)].mean(0) + np.array([0, 0, 0.008])
        near = np.linalg.norm((shape - centre) * [1, 0.6, 1], axis=1) < 0.072
        free = np.where(near & figure.is_body & (arm < 0.05))[0]
        fixed = np.setdiff1d(np.arange(size), free)
        shape[free] = spsolve(stiffness[free][:, free].tocsc(), -(stiffness[free][:, fixed] @ shape[fixed]))
    return shape
