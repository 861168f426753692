"""How a figure lies, sits, kneels or stands: its axes, how its pelvis is turned, and what carries it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from .figure import Figure
from .recipe import PoseData, PoseFileError
from .rotation import Matrix, Vector
from .rotation import turn as rotation_about
from .skeleton import BACK, RIGHT, SIGN, UP, Skeleton

CM = 0.01
# Head towards -X, face up, the figure's left at +Y.
LYING: Matrix = np.array([[0, 0, -1.0], [1, 0, 0], [0, -1, 0]])
ON_SIDE: Mapping[str, Matrix] = {
    "L": np.array([[0, 0, -1.0], [0, -1, 0], [-1, 0, 0]]),  # its front at +Y
    "R": np.array([[0, 0, -1.0], [0, 1, 0], [1, 0, 0]]),  # its front at -Y
}
KNEE_HEIGHT_M = 0.037
KNEE_SPOT_M, FOOT_SPOT_M, SEAT_SPOT_M = (0.10, 0.15), (0.09, 0.0), 0.06
CARRIERS: Mapping[str, tuple[str, ...]] = {
    "supine": (),
    "prone": ("front",),
    "side_lying": ("side",),
    "sitting": ("seat",),
    "half_kneeling": ("target.knee",),
    "kneeling": ("target.knee", "other.knee"),
    "standing": ("lowest",),
}
# The skin that comes to rest, and how far it gives way in metres.
SKIN: Mapping[str, tuple[tuple[str, ...], float]] = {
    "seat": (("root", "pelvis", "upperleg01", "spine05"), 0.016),
    "front": (("root", "pelvis", "spine", "upperleg"), 0.010),
    "side": (("root", "pelvis", "spine", "upperleg01", "upperleg02"), 0.014),
    "lowest": (("",), 0.004),
}


@dataclass(frozen=True, slots=True)
class Axes:
    """Where ahead is, and what the second word of a direction means."""

    ahead: Vector
    left: Vector
    front: Vector | None = None

    def second(self, side: str) -> Vector:
        """Out on that side; lying on the side, the figure's front on both."""
        return self.left * SIGN[side] if self.front is None else self.front


def axes(pose: PoseData, sides: Mapping[str, str]) -> Axes:
    """The axes of a pose: lying, ahead is where the feet are, else where the figure looks."""
    match pose["position"]:
        case "supine":
            return Axes(RIGHT, BACK)
        case "side_lying":
            return Axes(RIGHT, BACK, BACK * SIGN[lower_side(pose, sides)])
        case position if position in CARRIERS:
            return Axes(-BACK, RIGHT)
        case unknown:
            raise PoseFileError(f"the position {unknown} is not known; there are {', '.join(CARRIERS)}")


def lower_side(pose: PoseData, sides: Mapping[str, str]) -> str:
    """The side that is lain on, "L" or "R"."""
    return sides[str(pose.get("lies_on", "other"))]


def root_rotation(pose: PoseData, sides: Mapping[str, str]) -> Matrix:
    """How the pelvis is turned in the world."""
    pelvis = pose.get("pelvis", {})
    towards = SIGN[sides["target"]]
    tilt = rotation_about(RIGHT, pelvis.get("lean_deg", 0.0) - pelvis.get("tuck_deg", 0.0))
    turned = rotation_about(UP, pelvis.get("turn_deg", 0.0) * towards)
    own = turned @ rotation_about(BACK, pelvis.get("side_deg", 0.0) * towards) @ tilt
    incline = pelvis.get("incline_deg", 0.0)
    match pose["position"]:
        case "supine":
            return rotation_about(BACK, -incline) @ LYING @ own
        case "side_lying":
            return rotation_about(BACK, incline) @ ON_SIDE[lower_side(pose, sides)] @ own
        case "prone":
            return rotation_about(RIGHT, 90) @ own
        case _:
            return own


def carry(skeleton: Skeleton, pose: PoseData, sides: Mapping[str, str]) -> bool:
    """Move the figure so that what carries it is on its spot; whether nothing more had to be moved."""
    seat = float(pose.get("pelvis", {}).get("seat_cm", 0.0)) * CM
    carriers = tuple(pose.get("carried_by", CARRIERS[pose["position"]]))
    moves = [_move(skeleton, name, pose, sides, seat) for name in carriers]
    if not moves:
        return True
    flat = [move[:2] for move in moves if not np.isnan(move[0])]
    across = np.mean(flat, axis=0) if flat else np.zeros(2)
    # The lowest carrier decides the height, or the others would be pushed into the ground.
    move = np.array([*across, max(move[2] for move in moves)])
    skeleton.move_root(move)
    return bool(np.abs(move).max() < 0.0005)


def _move(skeleton: Skeleton, name: str, pose: PoseData, sides: Mapping[str, str], seat: float) -> Vector:
    if name in SKIN:
        bones, sink = SKIN[name]
        own = skeleton.figure.bone_weight(*bones) > 0.6
        rise = seat - sink - float(skeleton.skin()[own, 2].min())
        if name != "seat":
            return np.array([np.nan, np.nan, rise])
        hips = (skeleton.place["upperleg01.L"] + skeleton.place["upperleg01.R"]) / 2
        return np.array([-hips[0], SEAT_SPOT_M - hips[1], rise])
    who, _, joint = name.partition(".")
    if who not in sides or joint not in {"knee", "foot"}:
        raise PoseFileError(f"{name} cannot carry; there are {', '.join(SKIN)}, target.knee, target.foot …")
    side = sides[who]
    spot = pose.get("spot", {})
    if joint == "knee":
        place = skeleton.place[f"lowerleg01.{side}"]
        out, back = KNEE_SPOT_M
        rise = KNEE_HEIGHT_M + seat - place[2]
    else:
        place = skeleton.place[f"foot.{side}"]
        out, back = FOOT_SPOT_M
        rise = seat - 0.004 - lowest_of_foot(skeleton, side)
    way = axes(pose, sides)
    goal = way.second(side) * spot.get("out_cm", out / CM) * CM
    goal = goal + way.ahead * spot.get("ahead_cm", -back / CM) * CM
    return np.array([*(goal - place)[:2], rise])


def lowest_of_foot(skeleton: Skeleton, side: str) -> float:
    """The height of the lowest point of a foot."""
    figure = skeleton.figure
    heights = []
    for bone in (f"foot.{side}", *(f"toe{toe}-1.{side}" for toe in range(1, 6))):
        own = figure.weights[:, figure.bones.index(bone)] > 0.5
        if own.any():
            offset = (figure.vertices[own] - figure.head[bone]) @ skeleton.rotation[bone].T
            heights.append(float((skeleton.place[bone] + offset)[:, 2].min()))
    return min(heights)


def first_place(figure: Figure, pose: PoseData) -> Vector:
    """Where the pelvis is before anything carries it."""
    root, hip = figure.head["root"], figure.head["upperleg01.L"]
    seat = pose.get("pelvis", {}).get("seat_cm", 0) * CM
    if pose["position"] == "sitting":
        return np.array([0, SEAT_SPOT_M, 0.09 + seat + root[2] - hip[2]])
    return np.array([0, 0, seat + (0.2 if pose["position"] in {"side_lying", "prone"} else root[2])])
