"""Contacts between the posed body, itself and the floor: lying down, resting a palm, closing the fingers."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from .figure import Figure
from .props import Piece, ground_height, slab_distance
from .rotation import Vector, across, smoothstep, unit
from .skeleton import FINGERS, THUMB, UP, Skeleton

# A palm gives way on the body; on the hard floor it does less.
PALM_M, HARD_PALM_M, FINGER_M = 0.019, 0.019, 0.0095
SOFT_M = 0.004
LOWER_SHOULDER_M = 0.046
HEAD_SINK_M, BACK_SINK_M = 0.003, 0.010
ARM_BONES = ("upperarm", "lowerarm", "wrist", "finger", "metacarpal", "shoulder", "clavicle")
WRIST_TO_PALM_M = 0.075
FINGER_LIMITS_DEG = (75.0, 85.0, 50.0)
THUMB_LIMITS_DEG = (35.0, 30.0, 30.0)
BISECTIONS = 14


class Surface:
    """Distance to the posed body, props and the floor at height 0, without the arm that is looking for a hold."""

    def __init__(
        self,
        figure: Figure,
        posed: Vector,
        *,
        without_arm: str,
        slabs: Sequence[Piece] = (),
        floor: bool = True,
    ) -> None:
        columns = [
            i for i, b in enumerate(figure.bones) if b.startswith(ARM_BONES) and b.endswith(without_arm)
        ]
        kept = figure.is_body & (figure.weights[:, columns].sum(1) < 0.02)
        normals = figure.normals(posed)
        faces = figure.faces[kept[figure.faces].all(1)]
        points, directions = [posed[kept]], [normals[kept]]
        for corners in (faces, faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 3]], faces[:, [3, 0]]):
            points.append(posed[corners].mean(1))
            directions.append(unit(normals[corners].mean(1)))
        self._points, self._directions = np.vstack(points), np.vstack(directions)
        self._tree = cKDTree(self._points)
        self._floor, self._slabs = floor, slabs

    def distance(self, points: Vector) -> Vector:
        """Metres outside the body; negative inside it or below the floor."""
        far, near = self._tree.query(points, k=4)
        share = 1 / (np.asarray(far) + 1e-4)
        share /= share.sum(1, keepdims=True)
        offset = points[:, None] - self._points[near]
        distance = (share * np.einsum("nkj,nkj->nk", offset, self._directions[near])).sum(1)
        if not self._floor:
            return np.asarray(distance)
        ground = np.minimum(points[:, 2], slab_distance(self._slabs, points))
        return np.asarray(np.minimum(distance, ground))


@dataclass(frozen=True, slots=True)
class Palm:
    """Where a palm should rest and how the hand lies there; world directions."""

    place: Vector
    fingers: Vector
    facing: Vector
    elbow: Vector
    thick_m: float = PALM_M


def rest_palm(skeleton: Skeleton, side: str, palm: Palm, surface: Surface) -> None:
    """Slide the hand along its palm's normal until it just touches; never further than a few centimetres."""
    fingers = unit(palm.fingers)
    facing = across(palm.facing, fingers)
    first = palm.place - facing * palm.thick_m
    centre = first
    for _ in range(10):
        skeleton.arm_to(side, centre - fingers * WRIST_TO_PALM_M, palm.elbow)
        skeleton.hand_in_world(side, fingers, facing)
        gap = surface.distance(_palm_points(skeleton, side)).min() - palm.thick_m
        if abs(gap) < 0.0007:
            return
        slide = (centre + facing * np.clip(gap, -0.03, 0.03) * 0.8 - first) @ facing
        centre = first + facing * np.clip(slide, -0.06, 0.035)
    skeleton.arm_to(side, centre - fingers * WRIST_TO_PALM_M, palm.elbow)
    skeleton.hand_in_world(side, fingers, facing)


def close_fingers(
    skeleton: Skeleton,
    side: str,
    surface: Surface,
    limits_deg: tuple[float, float, float] = FINGER_LIMITS_DEG,
) -> dict[int, tuple[float, float, float]]:
    """Bend each finger joint, the nearest to the palm first, until it meets something; returns the angles."""
    found: dict[int, tuple[float, float, float]] = {}
    thumb_limits = tuple(min(pair) for pair in zip(THUMB_LIMITS_DEG, limits_deg, strict=True))
    for finger in (*FINGERS, THUMB):
        limits = thumb_limits if finger == THUMB else limits_deg
        angles = [0.0, 0.0, 0.0]
        for joint in range(3):
            angles[joint] = _last_free(skeleton, side, finger, angles, joint, limits[joint], surface)
            if joint == 0:
                angles[1:] = [0.0, 0.0]
        if finger == THUMB:
            angles = _thumb_out(skeleton, side, angles, surface)
        found[finger] = (angles[0], angles[1], angles[2])
        skeleton.curl(side, finger, found[finger])
    return found


@dataclass(frozen=True, slots=True)
class Trunk:
    """What the spine and the neck do besides coming down; degrees, to the figure's left."""

    side_deg: float = 0.0
    turn_deg: float = 0.0
    head_turn_deg: float = 0.0
    lift_head_deg: float = 0.0


def lie_down(skeleton: Skeleton, trunk: Trunk, *, height_m: float = 0.0, flat: bool = False) -> float:
    """Bend the spine until the upper back rests, then the neck until the head does; returns the spine's bend.

    With `flat` the pelvis was tucked, and the low back bends so far that it comes down as well.
    """
    low, high = -25.0, 40.0
    for _ in range(BISECTIONS):
        flex = (low + high) / 2
        _bend(skeleton, trunk, flex, flat=flat)
        sunk = min(lowest(skeleton, "spine01"), lowest(skeleton, "spine02")) < height_m - BACK_SINK_M
        low, high = (flex, high) if sunk else (low, flex)
    _bend(skeleton, trunk, (low + high) / 2, flat=flat)
    rest_head(skeleton, trunk, height_m=height_m)
    return (low + high) / 2


def rest_head(skeleton: Skeleton, trunk: Trunk, *, height_m: float = 0.0) -> None:
    """Bend the neck until the head rests."""
    low, high = -50.0, 75.0
    for _ in range(BISECTIONS):
        flex = (low + high) / 2
        skeleton.bend_neck(flex_deg=flex, twist_deg=trunk.head_turn_deg)
        low, high = (flex, high) if lowest(skeleton, "head", 0.6) < height_m - HEAD_SINK_M else (low, flex)
    if trunk.lift_head_deg:
        skeleton.bend_neck(flex_deg=flex + trunk.lift_head_deg, twist_deg=trunk.head_turn_deg)


def rest_side(
    skeleton: Skeleton, lower: str, trunk: Trunk, *, flex_deg: float, height_m: float, pillow: Sequence[Piece]
) -> None:
    """Lying on the side: the spine bends up until the lower shoulder lies, then the neck until the head does.

    Without a pillow the head goes on in line with the spine, unless the pose bends it.
    """
    up = 1 if lower == "R" else -1
    low, high = 0.0, 40.0
    for _ in range(BISECTIONS):
        bend = (low + high) / 2
        skeleton.bend_spine(flex_deg=flex_deg, side_deg=trunk.side_deg + up * bend, twist_deg=trunk.turn_deg)
        sunk = skeleton.place[f"upperarm01.{lower}"][2] < height_m + LOWER_SHOULDER_M
        low, high = (bend, high) if sunk else (low, bend)
    if bend < 0.1:
        skeleton.bend_spine(flex_deg=flex_deg, side_deg=trunk.side_deg, twist_deg=trunk.turn_deg)
    head = skeleton.place["head"][None]
    top = float(ground_height(pillow, head + 0.5 * UP)[0])
    if not pillow or not top:
        return
    low, high = -50.0, 50.0
    for _ in range(BISECTIONS):
        tilt = (low + high) / 2
        skeleton.bend_neck(flex_deg=trunk.lift_head_deg, side_deg=up * tilt, twist_deg=trunk.head_turn_deg)
        low, high = (tilt, high) if lowest(skeleton, "head", 0.6) < top - HEAD_SINK_M else (low, tilt)


def shoulder_height(skeleton: Skeleton) -> float:
    """The height of the lowest point of the upper back."""
    return min(lowest(skeleton, "spine01"), lowest(skeleton, "spine02"))


def _bend(skeleton: Skeleton, trunk: Trunk, flex_deg: float, *, flat: bool) -> None:
    skeleton.bend_spine(
        flex_deg=0 if flat else flex_deg,
        low_flex_deg=flex_deg if flat else 0,
        side_deg=trunk.side_deg,
        twist_deg=trunk.turn_deg,
    )


def torso_height(skeleton: Skeleton) -> float:
    """The height of the lowest point of pelvis and low back."""
    figure = skeleton.figure
    torso = figure.bone_weight("root", "pelvis", "spine05", "spine04") > 0.6
    return float(skeleton.skin()[torso, 2].min())


def lowest(skeleton: Skeleton, bone: str, least_weight: float = 0.55) -> float:
    """The height of the lowest point that moves with one bone."""
    figure = skeleton.figure
    own = figure.weights[:, figure.bones.index(bone)] > least_weight
    offset = (figure.vertices[own] - figure.head[bone]) @ skeleton.rotation[bone].T
    return float((skeleton.place[bone] + offset)[:, 2].min())


def pressed_on_floor(posed: Vector, slabs: Sequence[Piece] = ()) -> Vector:
    """Soft flesh on the floor or on a prop: what would be below its top is spread on it."""
    pressed = posed.copy()
    ground = ground_height(slabs, posed)
    pressed[:, 2] = ground + SOFT_M * np.logaddexp(0, (posed[:, 2] - ground) / SOFT_M)
    return pressed


def settled_back(figure: Figure, posed: Vector) -> Vector:
    """A low back that is pressed flat: what little gap the bones leave between pelvis and shoulder blades is closed."""
    torso = figure.smoothed(figure.bone_weight("root", "pelvis", "spine0")[:, None], 6)[:, 0]
    trunk = torso > 0.6
    along = posed[trunk, 0]
    edges = np.linspace(along.min() + 0.02, along.max() - 0.10, 15)
    middles = (edges[1:] + edges[:-1]) / 2
    gaps = [
        posed[trunk & (posed[:, 0] >= low) & (posed[:, 0] < high), 2].min()
        for low, high in itertools.pairwise(edges)
    ]
    gap = np.interp(posed[:, 0], middles, np.clip(gaps, 0, None), left=0, right=0)
    settled = posed.copy()
    settled[:, 2] -= gap * smoothstep(torso, 0.3, 0.8) * (1 - smoothstep(posed[:, 2], 0.03, 0.14))
    return settled


def _palm_points(skeleton: Skeleton, side: str) -> Vector:
    wrist = skeleton.figure.head[f"wrist.{side}"]
    points = []
    for finger in FINGERS:
        knuckle = skeleton.figure.head[f"finger{finger}-1.{side}"]
        points += [
            skeleton.carried(f"wrist.{side}", wrist + (knuckle - wrist) * share) for share in (1, 0.55, 0.2)
        ]
    return np.array(points)


def _clearance(skeleton: Skeleton, side: str, finger: int, surface: Surface) -> Vector:
    """Two points for each of the three bones: how far each is from touching."""
    points = []
    for joint in (1, 2, 3):
        bone = f"finger{finger}-{joint}.{side}"
        start, end = skeleton.figure.head[bone], skeleton.figure.tail[bone]
        points += [skeleton.carried(bone, start + (end - start) * share) for share in (0.5, 1.0)]
    return surface.distance(np.array(points)) - FINGER_M


def _last_free(
    skeleton: Skeleton,
    side: str,
    finger: int,
    angles: list[float],
    joint: int,
    limit: float,
    surface: Surface,
) -> float:
    """The largest angle of one joint before it or what follows it touches."""
    start = 0.0 if joint else (-30.0 if finger == THUMB else -25.0)
    best = start
    for angle in np.arange(start, limit + 0.1, 3):
        trial = list(angles)
        trial[joint] = float(angle)
        if joint == 0:
            trial[1:] = [max(4.0, angle * 0.25), max(3.0, angle * 0.15)]
        elif joint == 1:
            trial[2] = angle * 0.5
        skeleton.curl(side, finger, (trial[0], trial[1], trial[2]))
        if _clearance(skeleton, side, finger, surface)[2 * joint :].min() < -0.001:
            break
        best = float(angle)
    return best


def _thumb_out(skeleton: Skeleton, side: str, angles: list[float], surface: Surface) -> list[float]:
    """A thumb that starts inside something takes the place with the most room instead."""
    skeleton.curl(side, THUMB, (angles[0], angles[1], angles[2]))
    if _clearance(skeleton, side, THUMB, surface).min() > -0.002:
        return angles
    tried = []
    for angle in np.arange(-40.0, 41.0, 8.0):
        skeleton.curl(side, THUMB, (float(angle), 5, 5))
        tried.append((_clearance(skeleton, side, THUMB, surface).min(), -abs(angle), float(angle)))
    return [max(tried)[2], 5.0, 5.0]
