"""What the words of a pose file mean in the world: sides, directions, joints and segments."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from .recipe import PoseData
from .rotation import Vector, unit
from .skeleton import BACK, RIGHT, SIGN, UP, Skeleton

CM = 0.01
JOINTS = {
    "hip": "upperleg01", "knee": "lowerleg01", "ankle": "foot", "shoulder": "upperarm01", "elbow": "lowerarm01",
}  # fmt: skip
SEGMENTS = {"thigh": ("hip", "knee"), "shin": ("knee", "ankle"), "upper arm": ("shoulder", "elbow")}


@dataclass(frozen=True, slots=True)
class Terms:
    """Knows which side the target is; `sides` gives "L" or "R" for "target" and "other"."""

    sides: Mapping[str, str]

    def direction(self, pose: PoseData, side: str, parts: list[float]) -> Vector:
        """[ahead, out, up]; lying, ahead is towards the feet. Out is away from the middle on that side."""
        ahead, out, up = parts
        if pose["position"] == "supine":
            return unit(np.array([ahead, out * SIGN[side], up]))
        return unit(ahead * -BACK + out * SIGN[side] * RIGHT + up * UP)

    def offset(self, pose: PoseData, side: str, place: Mapping[str, Any]) -> Vector:
        """The metres ahead and out that a place names."""
        ahead, out = place.get("ahead_cm", 0.0) * CM, place.get("out_cm", 0.0) * CM * SIGN[side]
        return np.array([ahead, out, 0]) if pose["position"] == "supine" else np.array([out, -ahead, 0])

    def joint(self, skeleton: Skeleton, name: str) -> Vector:
        """Where a joint such as "other.knee" is."""
        who, joint = name.split(".")
        return skeleton.place[f"{JOINTS[joint]}.{self.sides[who]}"].copy()

    def segment(self, skeleton: Skeleton, name: str) -> tuple[Vector, Vector]:
        """Both ends of a segment such as "target.thigh"."""
        who, segment = name.split(".")
        start, end = SEGMENTS[segment]
        return self.joint(skeleton, f"{who}.{start}"), self.joint(skeleton, f"{who}.{end}")
