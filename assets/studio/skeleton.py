"""One posed skeleton: bones turned by joint angles or by inverse kinematics, and the skin that follows them."""

from dataclasses import dataclass, field

import numpy as np

from .figure import Figure
from .rotation import Matrix, Vector, across, frame, swing_and_twist, turn, unit

SIGN = {"L": 1, "R": -1}
SPINE_SHARE = {"spine05": 0.18, "spine04": 0.22, "spine03": 0.22, "spine02": 0.20, "spine01": 0.18}
# Pressing the low back flat happens in the lumbar spine.
LUMBAR_SHARE = {"spine05": 0.34, "spine04": 0.32, "spine03": 0.20, "spine02": 0.09, "spine01": 0.05}
NECK_SHARE = {"neck01": 0.2, "neck02": 0.2, "neck03": 0.2, "head": 0.4}
THIGH_TWIST, UPPER_ARM_TWIST, FOREARM_TWIST = 0.35, 0.40, 0.55
FINGERS = (2, 3, 4, 5)
THUMB = 1
PARTS = {
    "leg": ("upperleg", "lowerleg", "foot", "toe"),
    "foot": ("foot", "toe"),
    "arm": ("clavicle", "shoulder", "upperarm", "lowerarm", "wrist", "finger", "metacarpal"),
}
FULL_REACH = 0.9999
RIGHT, BACK, UP = np.eye(3)


@dataclass(frozen=True, slots=True)
class Limb:
    """The bones of an arm or a leg; each segment is two bones which share its twist."""

    upper: str
    lower: str
    end: str
    twist_share: float


LEG = Limb("upperleg", "lowerleg", "foot", THIGH_TWIST)
ARM = Limb("upperarm", "lowerarm", "wrist", UPPER_ARM_TWIST)


@dataclass(slots=True)
class Skeleton:
    """World places and rotations of all bones. Pose in this order: root, spine, head, legs, arms, hands, fingers."""

    figure: Figure
    root_rotation: Matrix
    root_place: Vector
    place: dict[str, Vector] = field(default_factory=dict)
    rotation: dict[str, Matrix] = field(default_factory=dict)
    missed_reach_m: dict[str, float] = field(default_factory=dict)
    wrist_bend_deg: dict[str, float] = field(default_factory=dict)
    grip_off_deg: dict[str, float] = field(default_factory=dict)
    _local: dict[str, Matrix] = field(default_factory=dict)
    _forced: dict[str, Matrix] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.update()

    def update(self) -> None:
        """Carry every bone with its parent."""
        for bone in self.figure.bones:
            above = self.figure.parent[bone]
            local = self._local.get(bone, np.eye(3))
            if above is None:
                self.place[bone] = self.root_place
                self.rotation[bone] = self.root_rotation @ local
                continue
            offset = self.figure.head[bone] - self.figure.head[above]
            self.place[bone] = self.place[above] + self.rotation[above] @ offset
            self.rotation[bone] = self._forced.get(bone, self.rotation[above] @ local)

    def move_root(self, offset: Vector) -> None:
        """Shift the whole figure."""
        self.root_place = self.root_place + offset
        self.update()

    def carried(self, bone: str, rest_point: Vector) -> Vector:
        """Where a point of the rest pose is when it moves with `bone`."""
        return np.asarray(self.place[bone] + self.rotation[bone] @ (rest_point - self.figure.head[bone]))

    def skin(self) -> Vector:
        """The posed vertices."""
        figure = self.figure
        posed = np.zeros_like(figure.vertices)
        for column, bone in enumerate(figure.bones):
            weight = figure.weights[:, column]
            moved = weight > 0
            offset = (figure.vertices[moved] - figure.head[bone]) @ self.rotation[bone].T
            posed[moved] += weight[moved, None] * (offset + self.place[bone])
        return figure.with_detail(posed)

    # --- trunk

    def bend_spine(
        self, *, flex_deg: float, side_deg: float = 0, twist_deg: float = 0, low_flex_deg: float = 0
    ) -> None:
        """Forward, to the figure's left, and round to its left; `low_flex_deg` mostly in the low back."""
        for bone, share in SPINE_SHARE.items():
            flex = flex_deg * share + low_flex_deg * LUMBAR_SHARE[bone]
            self._local[bone] = _bent(flex, side_deg * share, twist_deg * share)
        self.update()

    def bend_neck(self, *, flex_deg: float, side_deg: float = 0, twist_deg: float = 0) -> None:
        """The same for neck and head."""
        for bone, share in NECK_SHARE.items():
            self._local[bone] = _bent(flex_deg * share, side_deg * share, twist_deg * share)
        self.update()

    # --- legs

    def leg_by_angles(self, side: str, *, flex: float, abduct: float, rotate: float, knee: float) -> None:
        """Hip flexion, abduction and outward rotation against the pelvis, knee flexion; degrees."""
        sign = SIGN[side]
        lift, out = np.radians(flex), np.radians(abduct)
        thigh = np.array([sign * np.sin(out), -np.sin(lift) * np.cos(out), -np.cos(lift) * np.cos(out)])
        hinge = turn(thigh, -sign * rotate) @ across(RIGHT, thigh)
        shin = turn(hinge, knee) @ thigh
        pelvis = self.rotation["root"]
        self._set_limb(LEG, side, pelvis @ thigh, pelvis @ shin, pelvis @ hinge, RIGHT)

    def leg_to(self, side: str, ankle: Vector, knee_towards: Vector) -> None:
        """Bring the ankle to a place; the knee bends towards a direction."""
        self._reach(LEG, side, ankle, knee_towards, RIGHT)

    def foot_by_angle(self, side: str, *, plantar_deg: float, toes_deg: float = 0) -> None:
        """Point the foot against the shin."""
        self._forced.pop(f"foot.{side}", None)
        self._local[f"foot.{side}"] = turn(RIGHT, plantar_deg)
        self._bend_toes(side, toes_deg)

    def foot_in_world(
        self, side: str, toes_towards: Vector, dorsum_towards: Vector, *, toes_deg: float = 0
    ) -> None:
        """Plant the foot whatever the shin does."""
        self._forced[f"foot.{side}"] = frame(toes_towards, dorsum_towards) @ self._rest_foot(side).T
        self._bend_toes(side, toes_deg)

    def _rest_foot(self, side: str) -> Matrix:
        ahead = self.figure.head[f"toe2-1.{side}"] - self.figure.head[f"foot.{side}"]
        return frame(unit([ahead[0], ahead[1], 0]), UP)

    def _bend_toes(self, side: str, toes_deg: float) -> None:
        for toe in range(1, 6):
            self._local[f"toe{toe}-1.{side}"] = turn(RIGHT, toes_deg)
        self.update()

    # --- arms and hands

    def lift_shoulder(self, side: str, *, up_deg: float, forward_deg: float) -> None:
        """Move the shoulder blade."""
        sign = SIGN[side]
        self._local[f"clavicle.{side}"] = turn(UP, -sign * forward_deg) @ turn(BACK, -sign * up_deg)
        self.update()

    def arm_to(self, side: str, wrist: Vector, elbow_towards: Vector) -> None:
        """Bring the wrist to a place; the elbow points towards a direction."""
        self._reach(ARM, side, wrist, elbow_towards, self._elbow_hinge(side))

    def arm_by_angles(
        self, side: str, *, flex: float, abduct: float, rotate: float, elbow: float, turn_palm: float = 0
    ) -> None:
        """Shoulder flexion, abduction and outward rotation against the chest, elbow flexion; the hand is straight.

        A hanging arm has its elbow's crease in front; outward rotation turns the crease outwards.
        """
        sign = SIGN[side]
        lift, out = np.radians(flex), np.radians(abduct)
        upper = np.array([sign * np.sin(out), -np.sin(lift) * np.cos(out), -np.cos(lift) * np.cos(out)])
        swing = turn(BACK, -sign * abduct) @ turn(RIGHT, -flex)
        if abs(abduct) > 45:
            swing = turn(RIGHT, -flex) @ turn(BACK, -sign * abduct)
            upper = swing @ -UP
        hinge = turn(upper, sign * rotate) @ across(swing @ -RIGHT, upper)
        lower = turn(hinge, elbow) @ upper
        chest = self.rotation["spine01"]
        self._set_limb(ARM, side, chest @ upper, chest @ lower, chest @ hinge, self._elbow_hinge(side))
        self.turn_hand(side, turn(chest @ lower, -sign * turn_palm) @ self.rotation[f"lowerarm01.{side}"])

    def joints(self, bones: tuple[str, ...]) -> dict[str, Matrix]:
        """How bones are turned against what they hang on."""
        parent = self.figure.parent
        return {bone: self.rotation[str(parent[bone])].T @ self.rotation[bone] for bone in bones}

    def turn_joints(self, joints: dict[str, Matrix]) -> None:
        """Turn bones against what they hang on; the opposite of `joints`."""
        for bone, rotation in joints.items():
            self._forced.pop(bone, None)
            self._local[bone] = rotation
        self.update()

    def limb_bones(self, part: str, side: str) -> tuple[str, ...]:
        """The bones of a "leg" (with foot), a "foot" or an "arm" (with shoulder and hand), the upper first."""
        return tuple(b for b in self.figure.bones if b.startswith(PARTS[part]) and b.endswith(f".{side}"))

    def hand_in_world(self, side: str, fingers_towards: Vector, palm_towards: Vector) -> None:
        """Turn the hand; the forearm takes its share of the twist."""
        rest = frame(*self.rest_hand(side))
        self.turn_hand(side, frame(fingers_towards, palm_towards) @ rest.T)

    def turn_hand(self, side: str, rotation: Matrix) -> None:
        """The same from a rotation of the hand bone."""
        figure = self.figure
        axis = unit(figure.head[f"wrist.{side}"] - figure.head[f"lowerarm01.{side}"])
        forearm = self.rotation[f"lowerarm01.{side}"]
        swing, twist_deg = swing_and_twist(forearm.T @ rotation, axis)
        self._forced[f"lowerarm02.{side}"] = forearm @ turn(axis, twist_deg * FOREARM_TWIST)
        self._forced[f"wrist.{side}"] = rotation
        self.wrist_bend_deg[side] = float(np.degrees(np.arccos(np.clip((np.trace(swing) - 1) / 2, -1, 1))))
        self.update()

    def rest_hand(self, side: str) -> tuple[Vector, Vector]:
        """Finger direction and palm normal of the resting hand."""
        head = self.figure.head
        fingers = unit(head[f"finger3-1.{side}"] - head[f"wrist.{side}"])
        to_index = head[f"finger2-1.{side}"] - head[f"finger5-1.{side}"]
        return fingers, across(np.cross(fingers, to_index) * SIGN[side], fingers)

    def curl(self, side: str, finger: int, angles_deg: tuple[float, float, float]) -> None:
        """Bend the three joints of a finger; the hand closes its fan of fingers while doing so."""
        axis = self._finger_hinge(side, finger)
        for joint, angle in enumerate(angles_deg, start=1):
            bend = turn(axis, angle)
            if joint == 1 and finger != THUMB:
                bend = self._close_fan(side, finger) @ bend
            self._local[f"finger{finger}-{joint}.{side}"] = bend
        self.update()

    def relax_fingers(self, side: str) -> None:
        """A hand that holds nothing."""
        for finger, share in zip(FINGERS, (0.9, 1.0, 1.05, 1.1), strict=True):
            self.curl(side, finger, (18 * share, 22 * share, 14 * share))
        self.curl(side, THUMB, (8, 10, 8))

    def _finger_hinge(self, side: str, finger: int) -> Vector:
        head, tail = self.figure.head, self.figure.tail
        along = unit(tail[f"finger{finger}-3.{side}"] - head[f"finger{finger}-1.{side}"])
        _, palm = self.rest_hand(side)
        if finger != THUMB:
            return unit(np.cross(along, palm))
        over_palm = unit(head[f"finger5-1.{side}"] - head[f"finger2-1.{side}"])
        return unit(np.cross(along, unit(palm * 0.8 + over_palm * 0.9)))

    def _close_fan(self, side: str, finger: int) -> Matrix:
        _, palm = self.rest_hand(side)
        head, tail = self.figure.head, self.figure.tail
        own, middle = (
            across(tail[f"finger{i}-2.{side}"] - head[f"finger{i}-1.{side}"], palm) for i in (finger, 3)
        )  # fmt: skip
        return turn(palm, 0.8 * float(np.degrees(np.arctan2(np.cross(own, middle) @ palm, own @ middle))))

    def _elbow_hinge(self, side: str) -> Vector:
        shoulder, elbow, wrist = (
            self.figure.head[f"{b}.{side}"] for b in ("upperarm01", "lowerarm01", "wrist")
        )
        return unit(np.cross(elbow - shoulder, wrist - elbow))

    # --- both kinds of limb

    def _reach(self, limb: Limb, side: str, goal: Vector, bend_towards: Vector, rest_hinge: Vector) -> None:
        head = self.figure.head
        first, middle, last = (
            head[f"{bone}.{side}"] for bone in (f"{limb.upper}01", f"{limb.lower}01", limb.end)
        )
        upper_m, lower_m = float(np.linalg.norm(middle - first)), float(np.linalg.norm(last - middle))
        start = self.place[f"{limb.upper}01.{side}"]
        way = goal - start
        far, longest = float(np.linalg.norm(way)), (upper_m + lower_m) * FULL_REACH
        self.missed_reach_m[f"{limb.end}.{side}"] = max(0.0, far - longest)
        far = float(np.clip(far, abs(upper_m - lower_m) * 1.02, longest))
        along = unit(way)
        foot = (upper_m**2 - lower_m**2 + far**2) / (2 * far)
        bend = across(bend_towards, along)
        joint = start + along * foot + bend * np.sqrt(max(upper_m**2 - foot**2, 0))
        upper, lower = unit(joint - start), unit(start + along * far - joint)
        hinge = np.cross(upper, lower)
        hinge = unit(hinge) if np.linalg.norm(hinge) > 0.05 else unit(np.cross(upper, -bend))
        self._set_limb(limb, side, upper, lower, hinge, rest_hinge)

    def _set_limb(
        self, limb: Limb, side: str, upper: Vector, lower: Vector, hinge: Vector, rest_hinge: Vector
    ) -> None:
        head = self.figure.head
        upper_1, upper_2 = f"{limb.upper}01.{side}", f"{limb.upper}02.{side}"
        lower_1, lower_2 = f"{limb.lower}01.{side}", f"{limb.lower}02.{side}"
        rest_upper = unit(head[lower_1] - head[upper_1])
        rest_lower = unit(head[f"{limb.end}.{side}"] - head[lower_1])
        turned = frame(upper, hinge) @ frame(rest_upper, rest_hinge).T
        bent = frame(lower, hinge) @ frame(rest_lower, rest_hinge).T
        above = self.rotation[str(self.figure.parent[upper_1])]
        swing, twist_deg = swing_and_twist(above.T @ turned, rest_upper)
        self._forced[upper_1] = above @ swing @ turn(rest_upper, twist_deg * limb.twist_share)
        self._forced[upper_2] = turned
        self._forced[lower_1] = self._forced[lower_2] = bent
        self._forced.pop(f"{limb.end}.{side}", None)
        self.update()


def _bent(flex_deg: float, side_deg: float, twist_deg: float) -> Matrix:
    return np.asarray(turn(UP, twist_deg) @ turn(BACK, side_deg) @ turn(RIGHT, flex_deg))
