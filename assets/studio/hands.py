"""Brings the hands of a posed figure to rest where its pose file says, and carries them along."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .contacts import HARD_PALM_M, PALM_M, Palm, Surface, close_fingers, rest_palm
from .figure import Figure
from .grips import GRIPS, grip_of, in_grip, off_grip_deg
from .positions import CM
from .props import Piece
from .recipe import PoseData, PoseFileError
from .rotation import Matrix, Vector, across, between, unit
from .skeleton import SIGN, THUMB, UP, Skeleton
from .terms import SEGMENTS, Terms

CARRIER = {
    "thigh": "upperleg02", "shin": "lowerleg01", "foot": "foot", "upper arm": "upperarm02", "forearm": "lowerarm01",
}  # fmt: skip
FIST_DEG = (80.0, 95.0, 55.0)
ELBOW_HEIGHT_M, FOREARM_HEIGHT_M, KNUCKLE_SINK_M = 0.040, 0.034, 0.003
SHAPES = ("open", "fist", "holding")


@dataclass(frozen=True, slots=True)
class Hold:
    """A hand in the frame of what it holds, so that it stays on it when that moves."""

    place: Vector
    rotation: Matrix
    fingers: Mapping[int, tuple[float, float, float]]


class Hands:
    """Poses the hands of one figure."""

    def __init__(self, figure: Figure, terms: Terms) -> None:
        self._figure, self._terms = figure, terms

    def surfaces(self, skeleton: Skeleton, slabs: Sequence[Piece]) -> Mapping[str, Surface]:
        """For each arm, what it can lean on."""
        posed = skeleton.skin()
        return {side: Surface(self._figure, posed, without_arm=side, slabs=slabs) for side in "LR"}

    def hold(self, skeleton: Skeleton, pose: PoseData, who: str, surface_of: Mapping[str, Surface]) -> Hold:
        """Bring a hand to rest and close its fingers."""
        hand, side = pose[who]["hand"], self._terms.sides[who]
        fingers: Mapping[int, tuple[float, float, float]] = {}
        if hand["rest_on"] == "air":
            fingers = self._in_air(skeleton, pose, who)
        elif hand["rest_on"] == "forearm":
            self._on_forearm(skeleton, pose, who)
            fingers = _shaped(skeleton, side, hand.get("shape", "open"))
        elif hand.get("shape") == "fist":
            fingers = _shaped(skeleton, side, "fist")
            self._rest_fist(skeleton, side, self._palm(skeleton, pose, who), surface_of[side])
        else:
            rest_palm(skeleton, side, self._palm(skeleton, pose, who), surface_of[side])
            limit = hand.get("curl_deg", 75.0)
            touching = close_fingers(skeleton, side, surface_of[side], (limit, limit * 1.13, limit * 0.67))
            fingers = in_grip(touching, grip_of(hand))
            for finger, bend in fingers.items():
                skeleton.curl(side, finger, bend)
        skeleton.grip_off_deg[side] = off_grip_deg(fingers, grip_of(hand))
        base_place, base_rotation = self._carrier(skeleton, hand)
        return Hold(
            place=base_rotation.T @ (skeleton.place[f"wrist.{side}"] - base_place),
            rotation=base_rotation.T @ skeleton.rotation[f"wrist.{side}"],
            fingers=fingers,
        )

    def keep_hold(
        self, skeleton: Skeleton, pose: PoseData, who: str, start: Hold, end: Hold, share: float
    ) -> None:
        """Carry a hand with what it holds, between two holds."""
        hand, side = pose[who]["hand"], self._terms.sides[who]
        if "flex_deg" in hand or hand["rest_on"] == "forearm":
            (self._on_forearm if hand["rest_on"] == "forearm" else self._by_angles)(skeleton, pose, who)
        else:
            base_place, base_rotation = self._carrier(skeleton, hand)
            place = base_place + base_rotation @ (start.place + (end.place - start.place) * share)
            skeleton.arm_to(side, place, self._terms.direction(pose, side, hand["elbow"]))
            skeleton.turn_hand(side, base_rotation @ between(start.rotation, end.rotation, share))
        if not start.fingers:
            skeleton.relax_fingers(side)
        for finger, angles in start.fingers.items():
            mixed = np.array(angles) + (np.array(end.fingers[finger]) - angles) * share
            skeleton.curl(side, finger, (mixed[0], mixed[1], mixed[2]))

    def _in_air(
        self, skeleton: Skeleton, pose: PoseData, who: str
    ) -> Mapping[int, tuple[float, float, float]]:
        """A hand that rests nowhere: by the arm's angles, or its wrist at a place."""
        hand, side = pose[who]["hand"], self._terms.sides[who]
        if "flex_deg" in hand:
            self._by_angles(skeleton, pose, who)
        else:
            wrist = self._terms.joint(skeleton, hand.get("from", f"{who}.shoulder"))
            wrist = wrist + self._terms.offset(pose, side, hand) + UP * hand["height_cm"] * CM
            skeleton.arm_to(side, wrist, self._terms.direction(pose, side, hand["elbow"]))
            skeleton.turn_hand(side, skeleton.rotation[f"lowerarm01.{side}"])
            if "fingers" in hand:
                fingers, palm = (self._terms.direction(pose, side, hand[key]) for key in ("fingers", "palm"))
                skeleton.hand_in_world(side, fingers, palm)
        if hand.get("shape", "open") == "open":
            skeleton.relax_fingers(side)
            return {}
        return _shaped(skeleton, side, hand["shape"])

    def _by_angles(self, skeleton: Skeleton, pose: PoseData, who: str) -> None:
        hand = pose[who]["hand"]
        skeleton.arm_by_angles(
            self._terms.sides[who],
            flex=hand["flex_deg"],
            abduct=hand.get("abduct_deg", 0.0),
            rotate=hand.get("rotate_out_deg", 0.0),
            elbow=hand.get("elbow_flex_deg", 0.0),
            turn_palm=hand.get("turn_palm_deg", 0.0),
        )

    def _on_forearm(self, skeleton: Skeleton, pose: PoseData, who: str) -> None:
        """Elbow and forearm on the floor: the elbow at its spot, the wrist where the fingers point."""
        hand, side = pose[who]["hand"], self._terms.sides[who]
        ground = hand.get("height_cm", 0.0) * CM
        elbow = self._terms.joint(skeleton, hand.get("from", f"{who}.shoulder"))
        elbow = elbow + self._terms.offset(pose, side, hand)
        elbow[2] = ground + ELBOW_HEIGHT_M
        fingers = self._terms.direction(pose, side, hand["fingers"])
        head = self._figure.head
        length = float(np.linalg.norm(head[f"wrist.{side}"] - head[f"lowerarm01.{side}"]))
        wrist = elbow + across(fingers, UP) * length
        wrist[2] = ground + FOREARM_HEIGHT_M
        shoulder = skeleton.place[f"upperarm01.{side}"]
        skeleton.arm_to(side, wrist, elbow - (shoulder + wrist) / 2)
        missed = float(np.linalg.norm(skeleton.place[f"lowerarm01.{side}"] - elbow))
        skeleton.missed_reach_m[f"elbow.{side}"] = missed
        palm = self._terms.direction(pose, side, hand.get("palm", [0, 0, -1]))
        skeleton.hand_in_world(side, unit(wrist - elbow), palm)

    def _rest_fist(self, skeleton: Skeleton, side: str, palm: Palm, surface: Surface) -> None:
        """Knuckles down: the closed hand goes along its fingers until it meets something."""
        figure = self._figure
        closed = [f"finger{n}-{j}.{side}" for n in range(2, 6) for j in (1, 2)]
        own = figure.bone_weight(*closed) > 0.8
        wrist = palm.place - palm.fingers * 0.09
        for _ in range(8):
            skeleton.arm_to(side, wrist, palm.elbow)
            skeleton.hand_in_world(side, palm.fingers, palm.facing)
            gap = float(surface.distance(_carried_skin(skeleton, own)).min()) + KNUCKLE_SINK_M
            if abs(gap) < 0.0007:
                return
            wrist = wrist + palm.fingers * float(np.clip(gap, -0.03, 0.03))

    def _palm(self, skeleton: Skeleton, pose: PoseData, who: str) -> Palm:
        hand, side = pose[who]["hand"], self._terms.sides[who]
        rest_on = str(hand["rest_on"])
        fingers, facing = (self._terms.direction(pose, side, hand[key]) for key in ("fingers", "palm"))
        elbow = self._terms.direction(pose, side, hand["elbow"])
        if rest_on in {"floor", "prop"}:
            place = self._terms.joint(skeleton, hand.get("from", f"{who}.hip"))
            place = place + self._terms.offset(pose, side, hand)
            place[2] = hand.get("height_cm", 0.0) * CM + (0.012 if rest_on == "floor" else 0.0)
        elif rest_on == "pelvis":
            root = self._figure.head["root"]
            offset = [SIGN[side] * hand["out_cm"] * CM, -hand["ahead_cm"] * CM, hand["height_cm"] * CM]
            place = skeleton.carried("root", root + offset)
        else:
            start, end = self._terms.segment(skeleton, rest_on)
            along = unit(end - start)
            face = across(self._terms.direction(pose, side, hand["face"]), along)
            place = start + (end - start) * hand["at_percent"] / 100 + face * hand["radius_cm"] * CM
            place = place + self._terms.offset(pose, side, hand) + along * hand.get("along_cm", 0.0) * CM
        return Palm(place, fingers, facing, elbow, HARD_PALM_M if rest_on in {"floor", "prop"} else PALM_M)

    def _carrier(self, skeleton: Skeleton, hand: Mapping[str, Any]) -> tuple[Vector, Matrix]:
        """What the hand moves with."""
        rest_on = str(hand["rest_on"])
        if rest_on in {"floor", "prop", "forearm"}:
            return np.zeros(3), np.eye(3)
        bone = "root"
        if rest_on == "air":
            bone = "spine01"
        elif rest_on != "pelvis":
            who, _, segment = rest_on.partition(".")
            if segment not in CARRIER:
                known = ", ".join(f"target.{name}" for name in SEGMENTS)
                raise PoseFileError(
                    f"a hand cannot rest on {rest_on}; there are air, floor, prop, forearm, pelvis, {known}"
                )
            bone = f"{CARRIER[segment]}.{self._terms.sides[who]}"
        return skeleton.place[bone], skeleton.rotation[bone]


def _shaped(skeleton: Skeleton, side: str, shape: str) -> Mapping[int, tuple[float, float, float]]:
    if shape not in SHAPES:
        raise PoseFileError(f"the hand's shape {shape} is not known; there are {', '.join(SHAPES)}")
    angles, thumb = GRIPS["relaxed" if shape == "open" else "strap"]
    if shape == "fist":
        angles = FIST_DEG
    found = {finger: thumb if finger == THUMB else angles for finger in range(1, 6)}
    for finger, bend in found.items():
        skeleton.curl(side, finger, bend)
    return found


def _carried_skin(skeleton: Skeleton, own: NDArray[np.bool_]) -> Vector:
    """Some of the skin, plainly carried by its bones."""
    figure = skeleton.figure
    points = np.zeros((int(own.sum()), 3))
    for column in np.flatnonzero(figure.weights[own].sum(0) > 0):
        bone = figure.bones[column]
        weight = figure.weights[own, column]
        offset = (figure.vertices[own] - figure.head[bone]) @ skeleton.rotation[bone].T
        points += weight[:, None] * (offset + skeleton.place[bone])
    return points
