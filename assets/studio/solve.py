"""Makes a posed body from pose data: joint angles first, then what must touch what, then the hands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from .contacts import (
    BISECTIONS,
    lie_down,
    pressed_on_floor,
    settled_back,
    torso_height,
)
from .figure import Figure
from .hands import Hands
from .recipe import PoseData, PoseFileError, blended
from .rotation import Matrix, Vector, across, unit
from .rotation import turn as rotation_about
from .skeleton import RIGHT, SIGN, UP, Skeleton
from .terms import CM, Terms

LYING = np.array([[0, 0, -1.0], [1, 0, 0], [0, -1, 0]])  # head towards -X, face up, the figure's left at +Y
SIT_SINK_M, LIE_SINK_M, FLAT_SINK_M, KNEE_HEIGHT_M = 0.016, 0.014, 0.021, 0.037
DEFAULT_SHOULDER = {"up_deg": 0.0, "forward_deg": 0.0}


@dataclass(frozen=True, slots=True)
class Body:
    """A posed figure."""

    skeleton: Skeleton
    vertices: Vector


class Solver:
    """Poses one figure; `target` is the side that is treated or watched, "L" or "R"."""

    def __init__(self, figure: Figure, target: str) -> None:
        self._figure = figure
        self._side = {"target": target, "other": "R" if target == "L" else "L"}
        self._terms = Terms(self._side)
        self._hands = Hands(figure, self._terms)

    def solve(self, pose: PoseData) -> Body:
        """The pose with its hands brought to rest where the data say."""
        skeleton = self._trunk_and_legs(pose)
        surface_of = self._hands.surfaces(skeleton)
        for who in ("target", "other"):
            self._hands.hold(skeleton, pose, who, surface_of)
        return self._finished(skeleton, pose)

    def way(self, start: PoseData, end: PoseData, shares: Vector) -> list[Body]:
        """Bodies between two poses; hands are solved at both ends only, so nothing flickers between."""
        holds = []
        for pose in (start, end):
            skeleton = self._trunk_and_legs(pose)
            surface_of = self._hands.surfaces(skeleton)
            holds.append(
                {who: self._hands.hold(skeleton, pose, who, surface_of) for who in ("target", "other")}
            )
        bodies = []
        for share in shares:
            pose = blended(start, end, float(share))
            skeleton = self._trunk_and_legs(pose)
            for who in ("target", "other"):
                self._hands.keep_hold(skeleton, pose, who, holds[0][who], holds[1][who], float(share))
            bodies.append(self._finished(skeleton, pose))
        return bodies

    # --- trunk and legs

    def _trunk_and_legs(self, pose: PoseData) -> Skeleton:
        skeleton = Skeleton(self._figure, self._root_rotation(pose), self._root_place(pose))
        skeleton.update()
        trunk, head = pose.get("trunk", {}), pose.get("head", {})
        towards = SIGN[self._side["target"]]
        if pose["position"] == "supine":
            self._lie(skeleton, pose)
        else:
            skeleton.bend_spine(
                flex_deg=trunk.get("flex_deg", 0.0),
                side_deg=trunk.get("side_deg", 0.0) * towards,
                twist_deg=trunk.get("turn_deg", 0.0) * towards,
            )
            skeleton.bend_neck(
                flex_deg=head.get("flex_deg", 0.0), twist_deg=head.get("turn_deg", 0.0) * towards
            )
        if pose["position"] == "half_kneeling":
            self._kneel(skeleton, pose)
        for _ in range(4):
            self._legs(skeleton, pose)
            error = self._support_error(skeleton, pose)
            if abs(error) < 0.0005:
                break
            skeleton.move_root(np.array([0, 0, error]))
        for who in ("target", "other"):
            shoulder = pose[who].get("shoulder", DEFAULT_SHOULDER)
            skeleton.lift_shoulder(
                self._side[who],
                up_deg=shoulder.get("up_deg", 0.0),
                forward_deg=shoulder.get("forward_deg", 0.0),
            )
        return skeleton

    def _root_rotation(self, pose: PoseData) -> Matrix:
        pelvis = pose.get("pelvis", {})
        tilt = rotation_about(RIGHT, pelvis.get("lean_deg", 0.0) - pelvis.get("tuck_deg", 0.0))
        return LYING @ tilt if pose["position"] == "supine" else tilt

    def _root_place(self, pose: PoseData) -> Vector:
        root, hip = self._figure.head["root"], self._figure.head["upperleg01.L"]
        match pose["position"]:
            case "supine":
                torso = self._figure.bone_weight("root", "pelvis", "spine") > 0.6
                return np.array([0, 0, self._figure.vertices[torso, 1].max() - root[1] - LIE_SINK_M])
            case "sitting":
                return np.array(
                    [0, 0.06, 0.09 + pose.get("pelvis", {}).get("seat_cm", 0) * CM + root[2] - hip[2]]
                )
            case "half_kneeling" | "standing":
                return np.array([0, 0, root[2]])
            case unknown:
                raise PoseFileError(f"the position {unknown} is not known")

    def _lie(self, skeleton: Skeleton, pose: PoseData) -> None:
        """A tucked pelvis lifts the tail; the body then sinks until the low back carries it."""
        flat = bool(pose.get("pelvis", {}).get("tuck_deg", 0.0))
        lie_down(skeleton, flat=flat)
        for _ in range(3 if flat else 0):
            skeleton.move_root(np.array([0, 0, -FLAT_SINK_M - torso_height(skeleton)]))
            lie_down(skeleton, flat=True)

    def _kneel(self, skeleton: Skeleton, pose: PoseData) -> None:
        """Put the target knee on its spot of the floor, below where the hip would stand."""
        side = self._side["target"]
        skeleton.leg_by_angles(side, **_leg_angles(pose["target"]["leg"]))
        knee = skeleton.place[f"lowerleg01.{side}"]
        spot = np.array([SIGN[side] * 0.10, 0.15, KNEE_HEIGHT_M])
        skeleton.move_root(spot - knee)

    def _legs(self, skeleton: Skeleton, pose: PoseData) -> None:
        order = sorted(("target", "other"), key=lambda who: _needs_the_other(who, pose[who]["leg"]))
        for who in order:
            self._leg(skeleton, pose, who)
            self._foot(skeleton, pose, who)

    def _leg(self, skeleton: Skeleton, pose: PoseData, who: str) -> None:
        leg, side = pose[who]["leg"], self._side[who]
        if "hip_flex_deg" in leg:
            skeleton.leg_by_angles(side, **_leg_angles(leg))
            if "ankle_height_cm" in leg:
                self._heel_down(skeleton, side, leg)
            return
        knee_towards = self._terms.direction(pose, side, leg["knee_towards"])
        out_of = self._terms.offset(pose, side, leg)
        if "ankle_on" in leg:
            start, end = self._terms.segment(skeleton, leg["ankle_on"])
            face = across(self._terms.direction(pose, side, leg["face"]), unit(end - start))
            goal = start + (end - start) * leg["at_percent"] / 100 + out_of + face * leg["radius_cm"] * CM
        else:
            goal = self._terms.joint(skeleton, leg["ankle_from"]) + out_of
            goal[2] = leg["height_cm"] * CM
        skeleton.leg_to(side, goal, knee_towards)

    def _heel_down(self, skeleton: Skeleton, side: str, leg: Mapping[str, Any]) -> None:
        """Bend the knee until the ankle is at its height; the thigh keeps its angle."""
        low, high = 0.0, 140.0
        for _ in range(BISECTIONS):
            knee = (low + high) / 2
            skeleton.leg_by_angles(side, **{**_leg_angles(leg), "knee": knee})
            above = skeleton.place[f"foot.{side}"][2] > leg["ankle_height_cm"] * CM
            low, high = (knee, high) if above else (low, knee)

    def _foot(self, skeleton: Skeleton, pose: PoseData, who: str) -> None:
        foot, side = pose[who].get("foot", {}), self._side[who]
        toes = foot.get("toes_deg", 0.0)
        out = np.radians(foot.get("turn_out_deg", 0.0))
        ahead = self._terms.direction(pose, side, [np.cos(out), np.sin(out), 0])
        if foot.get("flat"):
            skeleton.foot_in_world(side, ahead, UP, toes_deg=toes)
        elif "ball_down_deg" in foot:
            tip = np.radians(foot["ball_down_deg"])
            toes_towards = ahead * np.cos(tip) - UP * np.sin(tip)
            skeleton.foot_in_world(side, toes_towards, ahead * np.sin(tip) + UP * np.cos(tip), toes_deg=toes)
        elif foot.get("top_down"):
            skeleton.foot_in_world(
                side, -0.945 * ahead - 0.327 * UP, 0.327 * ahead - 0.945 * UP, toes_deg=toes
            )
        else:
            skeleton.foot_by_angle(side, plantar_deg=foot.get("point_deg", 0.0), toes_deg=toes)

    def _support_error(self, skeleton: Skeleton, pose: PoseData) -> float:
        """How far the figure must rise for what carries it to rest as it should."""
        match pose["position"]:
            case "sitting":
                seat = float(pose.get("pelvis", {}).get("seat_cm", 0)) * CM
                buttocks = self._figure.bone_weight("root", "pelvis", "upperleg01", "spine05") > 0.6
                return seat - SIT_SINK_M - float(skeleton.skin()[buttocks, 2].min())
            case "standing":
                return -0.004 - float(skeleton.skin()[:, 2].min())
            case _:
                return 0.0

    def _finished(self, skeleton: Skeleton, pose: PoseData) -> Body:
        vertices = skeleton.skin()
        if pose["position"] == "supine" and pose.get("pelvis", {}).get("tuck_deg", 0.0):
            vertices = settled_back(self._figure, vertices)
        return Body(skeleton, pressed_on_floor(vertices))


def _leg_angles(leg: Mapping[str, Any]) -> dict[str, float]:
    return {
        "flex": leg["hip_flex_deg"],
        "abduct": leg.get("hip_abduct_deg", 0.0),
        "rotate": leg.get("hip_rotate_out_deg", 0.0),
        "knee": leg.get("knee_flex_deg", 0.0),
    }


def _needs_the_other(who: str, leg: Mapping[str, Any]) -> bool:
    other = "other" if who == "target" else "target"
    return str(leg.get("ankle_on", leg.get("ankle_from", ""))).startswith(other)
