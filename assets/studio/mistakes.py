"""How far a mistake is from the right form at the spot that its pair shows, so that everybody can see it."""

from dataclasses import dataclass

import numpy as np

from .recipe import PoseFileError
from .rotation import Matrix, Vector
from .skeleton import Skeleton

CLEAR_DEG, CLEAR_CM = 15.0, 4.0
# What a spot turns against (nothing: the world), which bone turns, and the joint whose place counts.
_SPOTS = {
    "hip": ("root", "upperleg02", "upperleg01"),
    "knee": ("upperleg02", "lowerleg01", "lowerleg01"),
    "ankle": ("lowerleg02", "foot", "foot"),
    "foot": (None, "foot", "toe2-1"),
    "thigh": (None, "upperleg02", "lowerleg01"),
    "shin": (None, "lowerleg01", "foot"),
    "shoulder": ("spine01", "upperarm02", "upperarm01"),
    "elbow": ("upperarm02", "lowerarm01", "lowerarm01"),
    "wrist": ("lowerarm02", "wrist", "wrist"),
    "upper arm": (None, "upperarm02", "lowerarm01"),
    "forearm": (None, "lowerarm01", "wrist"),
}
_MIDDLE_SPOTS = {
    "pelvis": (None, "root", "root"),
    "low back": ("root", "spine02", "spine04"),
    "trunk": (None, "spine02", "spine01"),
    "chest": (None, "spine01", "spine01"),
    "neck": ("spine01", "head", "head"),
    "head": (None, "head", "head"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """Degrees and centimetres between the right and the wrong form at one spot."""

    angle_deg: float
    away_cm: float

    @property
    def is_clear(self) -> bool:
        """At least 15 degrees or 4 cm: enough to be told at a glance."""
        return self.angle_deg >= CLEAR_DEG or self.away_cm >= CLEAR_CM


def difference(right: Skeleton, wrong: Skeleton, spot: str, target: str) -> Difference:
    """At a spot such as "target.knee", "other.thigh" or "low back"; `target` is the drawn side, "L" or "R"."""
    against, bone, joint = _bones(spot, target)
    turned = _turned(right, against, bone).T @ _turned(wrong, against, bone)
    angle = np.degrees(np.arccos(np.clip((np.trace(turned) - 1) / 2, -1, 1)))
    away = np.linalg.norm(right.place[joint] - wrong.place[joint]) * 100
    return Difference(round(float(angle), 1), round(float(away), 1))


def spot_place(skeleton: Skeleton, spot: str, target: str) -> Vector:
    """Where the spot is in the world; a segment's is its middle."""
    against, bone, joint = _bones(spot, target)
    if against is None and "." in joint:
        return np.asarray((skeleton.place[bone.replace("02", "01")] + skeleton.place[joint]) / 2)
    return np.asarray(skeleton.place[joint])


def _bones(spot: str, target: str) -> tuple[str | None, str, str]:
    who, _, name = spot.rpartition(".")
    if not who and name in _MIDDLE_SPOTS:
        return _MIDDLE_SPOTS[name]
    if who not in {"target", "other"} or name not in _SPOTS:
        known = ", ".join([*(f"target.{word}" for word in _SPOTS), *_MIDDLE_SPOTS])
        raise PoseFileError(f"the spot {spot} is not known; there are (target or other) {known}")
    side = target if who == "target" else {"L": "R", "R": "L"}[target]
    against, bone, joint = _SPOTS[name]
    sided = against if against is None or against in {"root", "spine01"} else f"{against}.{side}"
    return sided, f"{bone}.{side}", f"{joint}.{side}"


def _turned(skeleton: Skeleton, against: str | None, bone: str) -> Matrix:
    rotation = skeleton.rotation[bone]
    return rotation if against is None else skeleton.rotation[against].T @ rotation
