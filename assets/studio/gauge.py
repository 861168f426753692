"""Measures every pose, picture and frame of an exercise, and holds them against the one table of limits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from .cloth import Cloth
from .figure import Figure
from .gauge_pictures import Pictures
from .limits import TABLE, Kind, between_parts, on_ground
from .measure import leg_angles
from .positions import CARRIERS
from .props import slab_distance
from .recipe import Exercise, PoseData, PoseFileError, blended
from .resting import gaps
from .rotation import smoothstep
from .rotation import unit as unit_vector
from .shots import Shooting
from .solve import WHO, Body, Solver
from .value import Value

PLANTED_HANDS = {"floor", "prop", "forearm"}
ANGLES = {"hip_flex_deg": "hip flexion", "hip_abduct_deg": "abduction", "knee_flex_deg": "knee flexion"}
TIP = ("finger1-3", "finger2-3", "finger3-3", "finger4-3", "finger5-3")
STEEP = 0.5
CLOTH = ("trunk", "thigh")


@dataclass(frozen=True, slots=True)
class Report:
    """All figures of one exercise that are worth telling, worst first within their kind."""

    exercise: str
    values: tuple[Value, ...]

    def worst(self) -> Mapping[Kind, Value]:
        """The largest value of each kind, those without an excuse first."""
        found: dict[Kind, Value] = {}
        for value in sorted(self.values, key=_weight):
            found[value.kind] = value
        return found

    def beyond(self) -> list[Value]:
        """What fails, the worst of each kind and each thing once."""
        found: dict[tuple[Kind, str], Value] = {}
        for value in sorted(self.values, key=_weight):
            if value.is_beyond:
                found[value.kind, value.what] = value
        return sorted(found.values(), key=_share, reverse=True)

    def failed(self) -> list[Kind]:
        """The kinds that fail, in the table's order."""
        kinds = {value.kind for value in self.beyond()}
        return [kind for kind in Kind if kind in kinds]


def gauge(figure: Figure, exercise: Exercise) -> Report:
    """Measure every pose that is shown, every picture and every frame of the loop."""
    side = exercise.drawn_side[0].upper()
    shooting = Shooting(figure, exercise)
    solver = shooting.solver
    gauged = _Gauge(figure, solver, side)
    shown = [still.pose for still in exercise.stills]
    shown += [pose for mistake in exercise.mistakes for pose in (mistake.right, mistake.wrong)]
    values: list[Value] = []
    for name in dict.fromkeys(shown):
        values += gauged.measure(f"pose {name}", exercise.poses[name], shooting.body(name))
        values += gauged.rests(f"pose {name}", exercise.poses[name], shooting.body(name))
    cloth = Cloth(figure)
    values.append(Value(Kind.WAISTBAND, cloth.waistband_mm(), "all", f"{exercise.figure} figure"))
    values += Pictures(figure, solver.flesh, cloth).measure(exercise, shooting)
    if exercise.loop:
        start, end = exercise.poses[exercise.loop.start], exercise.poses[exercise.loop.end]
        shares = smoothstep(np.linspace(0, 1, exercise.loop.frames), 0, 1)
        bodies = solver.way(start, end, shares)
        for number, (share, body) in enumerate(zip(shares, bodies, strict=True)):
            pose = _mixed(start, end, float(share))
            values += gauged.measure(f"frame {number}", pose, body, _kept(start, end))
        values += gauged.slides(start, end, bodies)
    return Report(exercise.id, tuple(values))


class _Gauge:
    """Measures bodies of one figure; `side` is the target's."""

    def __init__(self, figure: Figure, solver: Solver, side: str) -> None:
        self._figure, self._flesh = figure, solver.flesh
        self._side = {"target": side, "other": "R" if side == "L" else "L"}
        tips = np.flatnonzero(figure.bone_weight(*TIP) > 0.7)
        self._is_tip = np.isin(np.arange(len(figure.vertices)), tips)

    def measure(
        self, where: str, pose: PoseData | None, body: Body, kept: PoseData | None = None
    ) -> Iterator[Value]:
        """Everything about one body; `kept` says what hands hold where there is no pose between two."""
        stated = pose or kept or {}
        for joint, missed in body.skeleton.missed_reach_m.items():
            yield Value(Kind.REACH, missed * 1000, where, self._named(joint))
        for side, bend in body.skeleton.wrist_bend_deg.items():
            held = self._who(side) in stated
            why = stated[self._who(side)]["hand"].get("why", "") if held else ""
            carries = held and self._carries(stated, body, side)
            kind = Kind.WRIST_CARRYING if carries else Kind.WRIST
            yield Value(kind, bend, where, self._named(f"wrist.{side}"), why)
        for side, off_deg in body.skeleton.grip_off_deg.items():
            yield Value(Kind.GRIP, off_deg, where, f"{self._who(side)} hand")
        if pose:
            yield from self._angles(where, pose, body)
            yield from self._hands(where, pose, body)
        yield from self._overlaps(where, body)
        yield from self._ground(where, body)

    def rests(self, where: str, pose: PoseData, body: Body) -> Iterator[Value]:
        """The gap under everything that must rest."""
        for what, gap_m in gaps(self._flesh, self._side, pose, body):
            yield Value(Kind.GAP, gap_m * 1000, where, what)

    def slides(self, start: PoseData, end: PoseData, bodies: list[Body]) -> Iterator[Value]:
        """How far what is planted at both ends strays on the way."""
        for joint in self._planted(start, end):
            path = np.array([body.skeleton.place[joint] for body in bodies])
            away = np.linalg.norm(path - path[0], axis=1)
            yield Value(Kind.SLIDE, float(away.max() * 1000), f"frame {away.argmax()}", self._named(joint))

    def _planted(self, start: PoseData, end: PoseData) -> Iterator[str]:
        for who in WHO:
            side = self._side[who]
            one, other = start[who]["hand"], end[who]["hand"]
            if one["rest_on"] in PLANTED_HANDS and one == other and one.get("from") == "origin":
                yield f"wrist.{side}"
            leg = start[who]["leg"]
            if leg == end[who]["leg"] and leg.get("ankle_from") == "origin":
                yield f"foot.{side}"
        for carrier in start.get("carried_by", CARRIERS[start["position"]]):
            who, _, joint = str(carrier).partition(".")
            if joint:
                yield f"{'lowerleg01' if joint == 'knee' else 'foot'}.{self._side[who]}"

    def _angles(self, where: str, pose: PoseData, body: Body) -> Iterator[Value]:
        for who in WHO:
            leg = pose[who]["leg"]
            found = leg_angles(body.skeleton, self._side[who])
            for key, name in ANGLES.items():
                if key in leg and not (key == "knee_flex_deg" and "ankle_height_cm" in leg):
                    off = abs(leg[key] - found[name])
                    yield Value(Kind.ANGLE, off, where, f"{who} {name}", leg.get("why", ""))

    def _hands(self, where: str, pose: PoseData, body: Body) -> Iterator[Value]:
        for who in WHO:
            hand = pose[who]["hand"]
            if hand["rest_on"] == "air":
                continue
            side = self._side[who]
            own = self._flesh.parts[f"forearm.{side}" if hand["rest_on"] == "forearm" else f"hand.{side}"]
            points = body.skin[own]
            if hand["rest_on"] in PLANTED_HANDS:
                gap = float(np.minimum(points[:, 2], slab_distance(body.pieces, points)).min())
            else:
                gap = self._flesh.gap(body.skin, own, side)
            yield Value(Kind.HAND_OFF, max(0.0, gap) * 1000, where, f"{who} hand")

    def _carries(self, pose: PoseData, body: Body, side: str) -> bool:
        """Whether the palm is on the ground below a steep forearm."""
        hand = pose[self._who(side)]["hand"]
        if hand["rest_on"] not in PLANTED_HANDS or "shape" in hand or hand.get("palm", [0, 0, -1])[2] > -0.9:
            return False
        elbow, wrist = body.skeleton.place[f"lowerarm01.{side}"], body.skeleton.place[f"wrist.{side}"]
        return bool(unit_vector(elbow - wrist)[2] > STEEP)

    def _overlaps(self, where: str, body: Body) -> Iterator[Value]:
        for overlap in self._flesh.overlaps(body.skin):
            what = f"{self._named(overlap.part)} in {self._named(overlap.inside)}"
            yield Value(
                between_parts(overlap.part, overlap.inside), float(overlap.depth.max()) * 1000, where, what
            )
            if overlap.part.startswith("hand") and overlap.inside.startswith(CLOTH):
                tips = overlap.depth[self._is_tip[overlap.vertices]]
                if len(tips):
                    yield Value(Kind.FINGERTIP, float(tips.max()) * 1000, where, what)

    def _ground(self, where: str, body: Body) -> Iterator[Value]:
        cushions = [piece for piece in body.pieces if piece.get("colour") == "cushion"]
        hard = [piece for piece in body.pieces if piece.get("colour") != "cushion"]
        for part, own in self._flesh.parts.items():
            points = body.skin[own]
            depth = -float(np.minimum(points[:, 2], slab_distance(hard, points)).min())
            if depth > 0:
                yield Value(on_ground(part), depth * 1000, where, self._named(part))
            soft = -float(slab_distance(cushions, points).min())
            if soft > 0:
                yield Value(Kind.SEAT, soft * 1000, where, f"{self._named(part)} in a cushion")

    def _who(self, side: str) -> str:
        return "target" if side == self._side["target"] else "other"

    def _named(self, name: str) -> str:
        words = {"foot": "ankle", "lowerleg01": "knee"}
        first, _, side = name.partition(".")
        return f"{self._who(side)} {words.get(first, first)}" if side else first


def _mixed(start: PoseData, end: PoseData, share: float) -> PoseData | None:
    """The data of a frame; none where something changes its hold, for then only the ends have data."""
    try:
        mixed = blended(start, end, share)
    except PoseFileError:
        return None
    same = all(set(start[who]["leg"]) == set(end[who]["leg"]) for who in WHO)
    return mixed if same else None


def _kept(start: PoseData, end: PoseData) -> PoseData:
    """Who has the same hold at both ends, and which."""
    return {who: start[who] for who in WHO if start[who]["hand"] == end[who]["hand"]}


def _weight(value: Value) -> tuple[bool, float]:
    return (not value.why, value.share)


def _share(value: Value) -> float:
    return value.share


def table(reports: list[Report]) -> str:
    """The report as Markdown: the worst of each kind for every exercise, then what is beyond or excused."""
    kinds = [kind for kind in Kind if kind is not Kind.ALPHA]
    lines = ["# What the studio's check found", ""]
    lines += [
        "Worst values over all poses, pictures and loop frames; the limits stand in the first row.",
        "",
    ]
    lines += ["| exercise | " + " | ".join(kinds) + " |", "|---" * (len(kinds) + 1) + "|"]
    lines += ["| *limit* | " + " | ".join(_limit(kind) for kind in kinds) + " |"]
    for report in reports:
        worst = report.worst()
        cells = [f"{worst[kind].value:.0f}" if kind in worst else "" for kind in kinds]
        lines.append(f"| {report.exercise} | " + " | ".join(cells) + " |")
    for report in reports:
        beyond = report.beyond()
        excused = [v for v in report.worst().values() if v.why and v.share > 1]
        if beyond or excused:
            lines += ["", f"## {report.exercise}", *(f"- {value}" for value in [*beyond, *excused])]
    return "\n".join(lines) + "\n"


def _limit(kind: Kind) -> str:
    limit = TABLE[kind]
    return f"{'at least ' if limit.least else ''}{limit.value:.0f} {limit.unit}"
