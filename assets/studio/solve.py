"""Makes a posed body from pose data: joint angles first, then what must touch what, then the hands."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Any

import numpy as np

from .contacts import (
    BACK_SINK_M,
    BISECTIONS,
    Trunk,
    lie_down,
    pressed_on_floor,
    rest_head,
    rest_side,
    settled_back,
    shoulder_height,
    torso_height,
)
from .figure import Figure
from .flesh import Flesh
from .hands import Hands, Hold
from .positions import CM, carry, first_place, lower_side, root_rotation
from .props import Piece, pieces
from .recipe import PoseData, blended
from .rotation import Vector, across, smoothstep, unit
from .rotation import between as rotation_between
from .skeleton import SIGN, UP, Skeleton
from .terms import Terms

LIE_SINK_M, FLAT_SINK_M = 0.014, 0.021
BRIDGE_DEG = 15.0
CARRY_ROUNDS = 6
WHO = ("target", "other")
# Words that say what holds a leg, a foot or a hand: where they change, the joints are carried between instead.
HELD_BY = {
    "leg": ("ankle_from", "ankle_on", "ankle_height_cm"),
    "foot": ("flat", "top_down", "ball_down_deg", "sole_towards"),
    "hand": ("rest_on", "from", "shape", "flex_deg"),
}
CARRIED_ANYWAY = {"floor", "prop", "forearm"}


@dataclass(frozen=True, slots=True)
class Body:
    """A posed figure with its props; `skin` is what it would be without a ground to press on."""

    skeleton: Skeleton
    vertices: Vector
    skin: Vector
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a way: its body, and how each hand holds."""

    skeleton: Skeleton
    holds: Mapping[str, Hold]


class Solver:
    """Poses one figure; `target` is the side that is treated or watched, "L" or "R"."""

    def __init__(self, figure: Figure, target: str) -> None:
        self._figure = figure
        self._side = {"target": target, "other": "R" if target == "L" else "L"}
        self._terms = Terms(self._side)
        self._hands = Hands(figure, self._terms)
        self.flesh = Flesh(figure)

    def solve(self, pose: PoseData) -> Body:
        """The pose with its hands brought to rest where the data say."""
        return self._finished(self._end(pose).skeleton, pose)

    def way(self, start: PoseData, end: PoseData, shares: Vector) -> list[Body]:
        """Bodies between two poses; hands are solved at both ends only, so nothing flickers between.

        A leg or hand that is held by something else at the end turns its joints from one end to the other.
        """
        ends = [self._end(start), self._end(end)]
        free = {(who, part) for who in WHO for part in HELD_BY if _changes(start, end, who, part)}
        free |= {(who, "foot") for who, part in free if part == "leg"}
        common = _with_parts_of(end, start, free)
        bodies = []
        for share in shares:
            pose = blended(start, common, float(share))
            skeleton = self._trunk_and_legs(pose, ends, free, float(share))
            for who in WHO:
                if (who, "hand") in free:
                    self._between(skeleton, ends, "arm", who, float(share))
                else:
                    holds = (ends[0].holds[who], ends[1].holds[who])
                    self._hands.keep_hold(skeleton, pose, who, *holds, float(share))
            bodies.append(self._finished(skeleton, pose))
        return bodies

    def _end(self, pose: PoseData) -> _End:
        skeleton = self._trunk_and_legs(pose)
        surface_of = self._hands.surfaces(skeleton, self._pieces(pose))
        return _End(skeleton, {who: self._hands.hold(skeleton, pose, who, surface_of) for who in WHO})

    def _between(self, skeleton: Skeleton, ends: list[_End], part: str, who: str, share: float) -> None:
        bones = skeleton.limb_bones(part, self._side[who])
        first, last = (end.skeleton.joints(bones) for end in ends)
        skeleton.turn_joints({bone: rotation_between(first[bone], last[bone], share) for bone in bones})

    def _pieces(
        self, pose: PoseData, skeleton: Skeleton | None = None, skin: Vector | None = None
    ) -> tuple[Piece, ...]:
        return tuple(
            piece
            for prop in pose.get("props", ())
            for piece in pieces(prop, pose, self._terms, skeleton, skin)
        )

    # --- trunk and legs

    def _trunk_and_legs(
        self,
        pose: PoseData,
        ends: list[_End] | None = None,
        free: Set[tuple[str, str]] = frozenset(),
        share: float = 0,
    ) -> Skeleton:
        skeleton = Skeleton(self._figure, root_rotation(pose, self._side), first_place(self._figure, pose))
        pelvis = pose.get("pelvis", {})
        skeleton.move_root(self._terms.offset(pose, self._side["target"], pelvis))
        if pose["position"] == "supine":
            self._lie(skeleton, pose)
        else:
            self._bend_trunk(skeleton, pose)
        for _ in range(CARRY_ROUNDS):
            self._legs(skeleton, pose, free)
            for who in WHO:
                loose = next((part for part in ("leg", "foot") if (who, part) in free), None)
                if ends and loose:
                    self._between(skeleton, ends, loose, who, share)
            if carry(skeleton, pose, self._side):
                break
        for who in WHO:
            shoulder = pose[who].get("shoulder", {})
            skeleton.lift_shoulder(
                self._side[who],
                up_deg=shoulder.get("up_deg", 0.0),
                forward_deg=shoulder.get("forward_deg", 0.0),
            )
        if pose["position"] == "side_lying" and "carried_by" not in pose:
            self._rest_side(skeleton, pose)
        return skeleton

    def _rest_side(self, skeleton: Skeleton, pose: PoseData) -> None:
        slabs = [piece for piece in self._pieces(pose) if piece.get("colour") == "cushion"]
        rest_side(
            skeleton,
            lower_side(pose, self._side),
            self._trunk_of(pose),
            flex_deg=pose.get("trunk", {}).get("flex_deg", 0.0),
            height_m=pose.get("pelvis", {}).get("seat_cm", 0.0) * CM,
            pillow=() if "side_deg" in pose.get("head", {}) else slabs,
        )

    def _trunk_of(self, pose: PoseData) -> Trunk:
        trunk, head = pose.get("trunk", {}), pose.get("head", {})
        towards = SIGN[self._side["target"]]
        return Trunk(
            side_deg=trunk.get("side_deg", 0.0) * towards,
            turn_deg=trunk.get("turn_deg", 0.0) * towards,
            head_turn_deg=head.get("turn_deg", 0.0) * towards,
            lift_head_deg=head.get("flex_deg", 0.0),
        )

    def _bend_trunk(self, skeleton: Skeleton, pose: PoseData) -> None:
        trunk, head = pose.get("trunk", {}), pose.get("head", {})
        towards = SIGN[self._side["target"]]
        skeleton.bend_spine(
            flex_deg=trunk.get("flex_deg", 0.0),
            low_flex_deg=trunk.get("low_flex_deg", 0.0),
            side_deg=trunk.get("side_deg", 0.0) * towards,
            twist_deg=trunk.get("turn_deg", 0.0) * towards,
        )
        skeleton.bend_neck(
            flex_deg=head.get("flex_deg", 0.0),
            side_deg=head.get("side_deg", 0.0) * towards,
            twist_deg=head.get("turn_deg", 0.0) * towards,
        )

    def _lie(self, skeleton: Skeleton, pose: PoseData) -> None:
        """A tucked pelvis lifts the tail; the body then sinks until the low back carries it.

        A raised pelvis (`incline_deg`) leaves the shoulders where they lay, and the spine goes straight.
        """
        pelvis, trunk = pose.get("pelvis", {}), pose.get("trunk", {})
        ground, incline = pelvis.get("seat_cm", 0.0) * CM, pelvis.get("incline_deg", 0.0)
        bend = self._trunk_of(pose)
        flat = pelvis.get("tuck_deg", 0.0) > 0 and not incline
        raised = skeleton.root_rotation
        if incline:
            skeleton.root_rotation = root_rotation(
                {**pose, "pelvis": {**pelvis, "incline_deg": 0.0}}, self._side
            )
        torso = self._figure.bone_weight("root", "pelvis", "spine") > 0.6
        depth = self._figure.vertices[torso, 1].max() - self._figure.head["root"][1]
        skeleton.move_root(np.array([0, 0, ground + depth - LIE_SINK_M - skeleton.root_place[2]]))
        if pelvis.get("turn_deg") or pelvis.get("side_deg"):
            skeleton.move_root(np.array([0, 0, ground - LIE_SINK_M - torso_height(skeleton)]))
        flex = lie_down(skeleton, bend, height_m=ground, flat=flat)
        for _ in range(3 if flat else 0):
            skeleton.move_root(np.array([0, 0, ground - FLAT_SINK_M - torso_height(skeleton)]))
            lie_down(skeleton, bend, height_m=ground, flat=True)
        if not incline:
            return
        lain = skeleton.place["spine01"]
        share = float(smoothstep(incline, 0, BRIDGE_DEG))
        skeleton.root_rotation = raised
        skeleton.bend_spine(
            flex_deg=flex * (1 - share) + trunk.get("flex_deg", 0.0) * share,
            low_flex_deg=trunk.get("low_flex_deg", 0.0) * share,
            side_deg=bend.side_deg,
            twist_deg=bend.turn_deg,
        )
        move = lain - skeleton.place["spine01"]
        move[2] = ground - BACK_SINK_M - shoulder_height(skeleton)
        skeleton.move_root(move)
        rest_head(skeleton, bend, height_m=ground)

    def _legs(self, skeleton: Skeleton, pose: PoseData, free: Set[tuple[str, str]] = frozenset()) -> None:
        order = sorted(("target", "other"), key=lambda who: _needs_the_other(who, pose[who]["leg"]))
        for who in order:
            if (who, "leg") in free:
                continue
            self._leg(skeleton, pose, who)
            self._foot(skeleton, pose, who)

    def _leg(self, skeleton: Skeleton, pose: PoseData, who: str) -> None:
        leg, side = pose[who]["leg"], self._side[who]
        if "ankle_on" not in leg and "ankle_from" not in leg:
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
        elif "sole_towards" in foot:
            toes_towards = self._terms.direction(pose, side, foot["toes_towards"])
            sole = self._terms.direction(pose, side, foot["sole_towards"])
            skeleton.foot_in_world(side, toes_towards, -sole, toes_deg=toes)
        elif foot.get("top_down"):
            skeleton.foot_in_world(
                side, -0.945 * ahead - 0.327 * UP, 0.327 * ahead - 0.945 * UP, toes_deg=toes
            )
        else:
            skeleton.foot_by_angle(side, plantar_deg=foot.get("point_deg", 0.0), toes_deg=toes)

    def _finished(self, skeleton: Skeleton, pose: PoseData) -> Body:
        skin = self.flesh.made_room(skeleton.skin())
        pelvis = pose.get("pelvis", {})
        settled = skin
        if pose["position"] == "supine" and pelvis.get("tuck_deg", 0.0) > 0 and not pelvis.get("incline_deg"):
            ground = np.array([0, 0, pelvis.get("seat_cm", 0.0) * CM])
            settled = settled_back(self._figure, skin - ground) + ground
        props = self._pieces(pose, skeleton, skin)
        return Body(skeleton, pressed_on_floor(settled, props), skin, props)


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


def _changes(start: PoseData, end: PoseData, who: str, part: str) -> bool:
    """Whether a leg, foot or hand is held by something else at the end."""
    one, other = start[who].get(part, {}), end[who].get(part, {})
    if part == "hand" and one["rest_on"] in CARRIED_ANYWAY and one["rest_on"] == other["rest_on"]:
        return False
    for word in HELD_BY[part]:
        if isinstance(one.get(word), str) or isinstance(other.get(word), str):
            if one.get(word) != other.get(word):
                return True
        elif (word in one) != (word in other):
            return True
    return False


def _with_parts_of(end: PoseData, start: PoseData, parts: Set[tuple[str, str]]) -> PoseData:
    """The end pose, but those parts as in the start pose: they are carried otherwise."""
    mixed = dict(end)
    for who in WHO:
        own = dict(end[who])
        for part in (part for name, part in parts if name == who):
            own[part] = start[who].get(part, {})
        mixed[who] = own
    return mixed
