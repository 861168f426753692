"""Where a muscle shows through on the skin of the resting figure, and which way its fibres run (`muscles.toml`)."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from scipy.interpolate import PchipInterpolator

from .figure import Figure
from .recipe import PoseFileError
from .rotation import Vector, smoothstep

THIGH_M = 0.39
ALONG, BESIDE = 41, 17  # samples of a sheet
EDGE_M = (0.001, 0.020)  # the soft edge, measured along the skin
DEPTH_M = (0.060, 0.085)  # skin farther above the muscle than this belongs to the other side of the body
UNDER_M = (-0.060, -0.035)
DEPTH_SHARE = 0.35  # a sheet lies under the skin: distance in depth counts less than distance along it
SOFTENED = 2
DEEP_SHARE = 0.6  # of the strength of a muscle that lies under others
JOINTS = {
    "hip": "upperleg01", "knee": "lowerleg01", "ankle": "foot", "shoulder": "upperarm01", "elbow": "lowerarm01",
}  # fmt: skip
SEGMENTS = {"thigh": ("hip", "knee"), "shin": ("knee", "ankle"), "arm": ("shoulder", "elbow")}
ARM_PARTS = ("upperarm", "lowerarm", "wrist", "finger", "metacarpal")
HEAD_PARTS = ("head", "jaw", "neck02", "neck03")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A muscle in the rest pose: points by share of its length and of its width."""

    points: Vector
    fibres: int
    fade: tuple[float, float]

    def fading(self, along: Vector) -> Vector:
        """1 on the belly of the muscle, softly 0 at both ends."""
        first, last = self.fade
        return np.asarray(smoothstep(along, 0, first) * (1 - smoothstep(along, 1 - last, 1)))


def sheet(figure: Figure, name: str, side: str) -> Sheet:
    """The sheet of that side's muscle; `PoseFileError` when no such muscle is drawn."""
    muscle = _described(name)
    corners = np.array([[place_of(figure, point, side) for point in row] for row in muscle["rows"]])
    edges = np.linspace(0, 1, corners.shape[1])
    rows = PchipInterpolator(edges, corners, axis=1)(np.linspace(0, 1, BESIDE))
    middle = rows.mean(1)
    lengths = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(middle, axis=0), axis=1))])
    along = PchipInterpolator(lengths / lengths[-1], rows, axis=0)(np.linspace(0, 1, ALONG))
    first, last = muscle["fade"]
    return Sheet(along, muscle["fibres"], (first, last))


def highlight(figure: Figure, names: Sequence[str], side: str) -> tuple[Vector, Vector]:
    """How strongly each vertex shows the muscles, 0 to 1, and a wave whose crests run along the fibres."""
    strength, phase = _projected(figure, names[0], side)
    for name in names[1:]:
        strength, phase = _stronger((strength, phase), _projected(figure, name, side))
    return strength, phase


def _projected(figure: Figure, name: str, side: str) -> tuple[Vector, Vector]:
    """Strength and phase of one muscle, on both sides if it is shown so."""
    shown = _one_side(figure, name, side)
    if _described(name).get("both", False):
        return _stronger(shown, _one_side(figure, name, "R" if side == "L" else "L"))
    return shown


def _stronger(one: tuple[Vector, Vector], other: tuple[Vector, Vector]) -> tuple[Vector, Vector]:
    return np.maximum(one[0], other[0]), np.where(other[0] > one[0], other[1], one[1])


def _one_side(figure: Figure, name: str, side: str) -> tuple[Vector, Vector]:
    muscle, skin = sheet(figure, name, side), figure.vertices
    normal = figure.normals(skin)
    allowed = _allowed(figure, name, side)
    near = np.where(allowed > 0)[0]
    samples = muscle.points.reshape(-1, 3)
    nearest = np.empty(len(near), np.int64)
    for start in range(0, len(near), 1000):
        part = near[start : start + 1000]
        offset = skin[part, None] - samples
        depth = np.einsum("vsk,vk->vs", offset, normal[part])
        flat = (offset**2).sum(2) - (1 - DEPTH_SHARE) * depth**2
        nearest[start : start + 1000] = flat.argmin(1)
    offset = skin[near] - samples[nearest]
    depth = (offset * normal[near]).sum(1)
    beside = np.linalg.norm(offset - depth[:, None] * normal[near], axis=1)
    above = (1 - smoothstep(depth, *DEPTH_M)) * smoothstep(depth, *UNDER_M)
    row, column = nearest // BESIDE, nearest % BESIDE
    width = muscle.points[row, -1] - muscle.points[row, 0]
    across = column / (BESIDE - 1) + (offset * width).sum(1) / (width**2).sum(1)
    strength, phase = np.zeros(len(skin)), np.zeros(len(skin))
    strength[near] = (
        (1 - smoothstep(beside, *EDGE_M)) * above * muscle.fading(row / (ALONG - 1)) * allowed[near]
    )
    if _described(name).get("deep", False):
        strength *= DEEP_SHARE
    phase[near] = across * muscle.fibres * 2 * np.pi
    return figure.smoothed(strength[:, None], SOFTENED)[:, 0], phase


def _allowed(figure: Figure, name: str, side: str) -> Vector:
    """Not on the head, the arms (unless it is an arm's muscle) and the other leg."""
    other = "R" if side == "L" else "L"
    barred = figure.bone_weight(*HEAD_PARTS) + figure.bone_weight(
        f"upperleg01.{other}", f"upperleg02.{other}"
    )
    barred = barred + figure.bone_weight("lowerleg01", "lowerleg02") * (
        figure.vertices[:, 0] * _sign(side) < 0
    )
    if not _described(name).get("arm", False):
        barred = barred + figure.bone_weight(*ARM_PARTS)
    return np.asarray((1 - smoothstep(barred, 0.3, 0.7)) * figure.is_body)


def place_of(figure: Figure, point: list[Any], side: str) -> Vector:
    """A point of the tables in the rest pose."""
    base, out, ahead, up = point
    hip, knee = figure.head[f"upperleg01.{side}"], figure.head[f"lowerleg01.{side}"]
    centimetre = np.linalg.norm(knee - hip) / THIGH_M * 0.01
    return np.asarray(_base(figure, base, side) + np.array([out * _sign(side), -ahead, up]) * centimetre)


def _base(figure: Figure, base: str, side: str) -> Vector:
    name, _, share = base.partition(":")
    if name in JOINTS:
        return figure.head[f"{JOINTS[name]}.{side}"]
    if name == "trunk":
        hip, shoulder = figure.head["upperleg01.L"], figure.head["upperarm01.L"]
        return np.array([0, hip[1], hip[2] + float(share) * (shoulder[2] - hip[2])])
    start, end = (figure.head[f"{JOINTS[joint]}.{side}"] for joint in SEGMENTS[name])
    return np.asarray(start + float(share) * (end - start))


def _sign(side: str) -> int:
    return 1 if side == "L" else -1


def _described(name: str) -> Mapping[str, Any]:
    muscles = all_muscles()
    if name not in muscles:
        raise PoseFileError(f"the muscle {name} is not drawn; there are {', '.join(muscles)}")
    return muscles[name]


@cache
def all_muscles() -> Mapping[str, Mapping[str, Any]]:
    """What `muscles.toml` says, by the name of the vocabulary."""
    with (Path(__file__).parent / "muscles.toml").open("rb") as file:
        return tomllib.load(file)
