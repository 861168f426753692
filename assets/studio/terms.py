"""What the words of a pose file mean in the world: sides, directions, joints and segments."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from .positions import CM, axes
from .recipe import PoseData, PoseFileError
from .rotation import Vector, unit
from .skeleton import UP, Skeleton

JOINTS = {
    "hip": "upperleg01", "knee": "lowerleg01", "ankle": "foot", "toes": "toe2-1", "shoulder": "upperarm01",
    "elbow": "lowerarm01", "wrist": "wrist", "hand": "finger3-1",
}  # fmt: skip
MIDDLE = {"pelvis": "root", "chest": "spine01", "head": "head"}
SEGMENTS = {
    "thigh": ("hip", "knee"), "shin": ("knee", "ankle"), "foot": ("ankle", "toes"),
    "upper arm": ("shoulder", "elbow"), "forearm": ("elbow", "wrist"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Terms:
    """Knows which side the target is; `sides` gives "L" or "R" for "target" and "other"."""

    sides: Mapping[str, str]

    def direction(self, pose: PoseData, side: str, parts: list[float]) -> Vector:
        """[ahead, out, up]; out is away from the middle on that side, lying on the side the figure's front."""
        ahead, out, up = parts
        way = axes(pose, self.sides)
        return unit(way.ahead * ahead + way.second(side) * out + UP * up)

    def offset(self, pose: PoseData, side: str, place: Mapping[str, Any]) -> Vector:
        """The metres ahead and out that a place names."""
        way = axes(pose, self.sides)
        ahead_cm, out_cm = float(place.get("ahead_cm", 0.0)), float(place.get("out_cm", 0.0))
        return (way.ahead * ahead_cm + way.second(side) * out_cm) * CM

    def joint(self, skeleton: Skeleton, name: str) -> Vector:
        """Where a joint such as "other.knee" is; "origin" is the spot on the floor that never moves."""
        if name == "origin":
            return np.zeros(3)
        if name in MIDDLE:
            return skeleton.place[MIDDLE[name]].copy()
        who, _, joint = name.partition(".")
        if who not in self.sides or joint not in JOINTS:
            known = ", ".join([*(f"target.{joint}" for joint in JOINTS), *MIDDLE, "origin"])
            raise PoseFileError(f"there is no joint {name}; there are {known}")
        return skeleton.place[f"{JOINTS[joint]}.{self.sides[who]}"].copy()

    def segment(self, skeleton: Skeleton, name: str) -> tuple[Vector, Vector]:
        """Both ends of a segment such as "target.thigh"."""
        who, _, segment = name.partition(".")
        if segment not in SEGMENTS:
            raise PoseFileError(f"there is no segment {name}; there are target.thigh, {', '.join(SEGMENTS)}")
        start, end = SEGMENTS[segment]
        return self.joint(skeleton, f"{who}.{start}"), self.joint(skeleton, f"{who}.{end}")
