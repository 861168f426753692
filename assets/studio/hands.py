"""Brings the hands of a posed figure to rest where its pose file says, and carries them along."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from .contacts import Palm, Surface, close_fingers, rest_palm
from .figure import Figure
from .recipe import PoseData
from .rotation import Matrix, Vector, across, between, unit
from .skeleton import SIGN, UP, Skeleton
from .terms import CM, Terms

CARRIER = {"thigh": "upperleg02", "shin": "lowerleg01"}


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

    def surfaces(self, skeleton: Skeleton) -> Mapping[str, Surface]:
        """For each arm, what it can lean on."""
        posed = skeleton.skin()
        return {side: Surface(self._figure, posed, without_arm=side) for side in "LR"}

    def hold(self, skeleton: Skeleton, pose: PoseData, who: str, surface_of: Mapping[str, Surface]) -> Hold:
        """Bring a hand to rest and close its fingers."""
        hand, side = pose[who]["hand"], self._terms.sides[who]
        fingers: Mapping[int, tuple[float, float, float]] = {}
        if hand["rest_on"] == "air":
            wrist = self._terms.joint(skeleton, hand.get("from", f"{who}.shoulder")) + self._terms.offset(
                pose, side, hand
            )
            wrist = wrist + UP * hand["height_cm"] * CM
            skeleton.arm_to(side, wrist, self._terms.direction(pose, side, hand["elbow"]))
            forearm = skeleton.rotation[f"lowerarm01.{side}"]
            skeleton.turn_hand(side, forearm)
            skeleton.relax_fingers(side)
        else:
            rest_palm(skeleton, side, self._palm(skeleton, pose, who), surface_of[side])
            limit = hand.get("curl_deg", 75.0)
            fingers = close_fingers(skeleton, side, surface_of[side], (limit, limit * 1.13, limit * 0.67))
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
        base_place, base_rotation = self._carrier(skeleton, hand)
        place = base_place + base_rotation @ (start.place + (end.place - start.place) * share)
        skeleton.arm_to(side, place, self._terms.direction(pose, side, hand["elbow"]))
        skeleton.turn_hand(side, base_rotation @ between(start.rotation, end.rotation, share))
        if not start.fingers:
            skeleton.relax_fingers(side)
        for finger, angles in start.fingers.items():
            mixed = np.array(angles) + (np.array(end.fingers[finger]) - angles) * share
            skeleton.curl(side, finger, (mixed[0], mixed[1], mixed[2]))

    def _palm(self, skeleton: Skeleton, pose: PoseData, who: str) -> Palm:
        hand, side = pose[who]["hand"], self._terms.sides[who]
        fingers, facing = (self._terms.direction(pose, side, hand[key]) for key in ("fingers", "palm"))
        elbow = self._terms.direction(pose, side, hand["elbow"])
        if hand["rest_on"] == "floor":
            place = self._terms.joint(skeleton, hand.get("from", f"{who}.hip")) + self._terms.offset(
                pose, side, hand
            )
            place[2] = 0.012
        elif hand["rest_on"] == "pelvis":
            root = self._figure.head["root"]
            offset = [SIGN[side] * hand["out_cm"] * CM, -hand["ahead_cm"] * CM, hand["height_cm"] * CM]
            place = skeleton.carried("root", root + offset)
        else:
            start, end = self._terms.segment(skeleton, hand["rest_on"])
            along = unit(end - start)
            face = across(self._terms.direction(pose, side, hand["face"]), along)
            place = start + (end - start) * hand["at_percent"] / 100 + face * hand["radius_cm"] * CM
            place = place + self._terms.offset(pose, side, hand) + along * hand.get("along_cm", 0.0) * CM
        return Palm(place, fingers, facing, elbow)

    def _carrier(self, skeleton: Skeleton, hand: Mapping[str, Any]) -> tuple[Vector, Matrix]:
        """What the hand moves with."""
        if hand["rest_on"] == "floor":
            return np.zeros(3), np.eye(3)
        bone = "root"
        if hand["rest_on"] == "air":
            bone = "spine01"
        elif hand["rest_on"] != "pelvis":
            who, segment = hand["rest_on"].split(".")
            bone = f"{CARRIER[segment]}.{self._terms.sides[who]}"
        return skeleton.place[bone], skeleton.rotation[bone]
