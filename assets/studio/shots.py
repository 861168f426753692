"""Turns an exercise into shots: posed bodies with camera, props and glow, ready for the stage."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from .anatomy import Part, parts
from .breathing import breath_shares, breathed
from .figure import Figure
from .framing import TURNS, all_round, hides, hips, nearby, top_corners
from .landmarks import BONY_POINTS, bony_point
from .mistakes import difference, spot_place
from .muscles import highlight
from .positions import Axes, axes
from .recipe import LOOP_SIZE, MISTAKE_SIZE, STILL_SIZE, TURN_SIZE, Camera, Exercise, Loop, Mat, Still
from .rotation import Vector, smoothstep
from .shot import Shot, kind
from .skeleton import BACK, SIGN, UP
from .solve import Body, Solver

MAT_CM, MAT_THICK_CM, MAT_RIM_M = (183.0, 61.0), 1.4, 0.02
LOW_M, CUSHION_CM = 0.03, 25.0
STILL_SAMPLES, LOOP_SAMPLES, MISTAKE_SAMPLES, TURN_SAMPLES = 16, 12, 16, 10
INNER_SAMPLES = 24  # glass is slow, and its transparency is not smoothed by the denoiser
EYES_CLOSED = {"supine", "prone"}
FACE_DOWN, HEAD_LOW_M = -0.6, 0.25
EYE_M, GAZE_DOWN_DEG, GAZE_SHARE, GAZE_MOST_DEG = 0.012, 5.0, 0.35, 14.0
FULL_COLOUR = 0.55
NEAR_M, DOT_CM = (-0.19, 0.19), 1.2  # what a loupe sees round a bony point
LOUPE_ALONG_M, LOUPE_HEIGHT_M = (-0.38, 0.32), (-0.12, 0.40)


class Shooting:
    """Makes the shots of one exercise; poses are solved once each."""

    def __init__(self, figure: Figure, exercise: Exercise) -> None:
        self._figure, self._exercise = figure, exercise
        self.side = exercise.drawn_side[0].upper()
        self.solver = Solver(figure, self.side)
        self._solved: dict[str, Body] = {}
        self._still = np.zeros(len(figure.vertices))
        self._hands = figure.bone_weight("wrist", "finger", "metacarpal", "lowerarm", "upperarm") > 0.5
        self._shown: tuple[Vector, Vector] | None = None

    def body(self, pose: str) -> Body:
        """The solved pose."""
        if pose not in self._solved:
            self._solved[pose] = self._awake(pose, self.solver.solve(self._exercise.poses[pose]))
        return self._solved[pose]

    def direction(self, pose: str, turn_deg: float, height_deg: float) -> Vector:
        """From the figure to the camera: beside the target (lying on the side: in front), then turned ahead."""
        turn, height = np.radians(turn_deg), np.radians(height_deg)
        way = self._axes(pose)
        flat = way.ahead * np.sin(turn) + way.second(self.side) * np.cos(turn)
        return np.asarray(flat * np.cos(height) + UP * np.sin(height))

    def _axes(self, pose: str) -> Axes:
        return axes(
            self._exercise.poses[pose], {"target": self.side, "other": "R" if self.side == "L" else "L"}
        )

    def stills(self) -> Iterator[Shot]:
        """One shot for each still of the pose file."""
        for still in self._exercise.stills:
            framed = [self.body(pose).vertices for pose in still.framed]
            slabs = (*self._mat(still.pose, still.mat), *still.props, *self._dot(still))
            yield Shot(
                name=still.name,
                body=self.body(still.pose),
                framed=hips(self.body(still.pose))
                if still.see_through
                else self._framed(still.pose, still.camera, framed, slabs, still.near),
                inner=self._inner(still),
                direction=self.direction(still.pose, still.camera.turn_deg, still.camera.height_deg),
                margin=still.camera.margin,
                slabs=slabs,
                strength=self._strength(still.glow),
                phase=self._phase(),
                size=STILL_SIZE,
                samples=INNER_SAMPLES if still.see_through else STILL_SAMPLES,
                loupe=still.camera.loupe,
                pose=still.pose,
                gaze=self._gaze(still.pose),
                marks=self._marks(still),
            )

    def of_series(self, names: set[str]) -> Iterator[Shot]:
        """Every picture of each series that one of the names belongs to; the other series are not posed."""
        series = {_series(name) for name in names}
        for word, shots in (
            ("still", self.stills), ("loop", self.loop), ("mistake", self.mistakes), ("turn", self.turntable),
        ):  # fmt: skip
            if word in series:
                yield from shots()
        if "breath" in series and "loop" not in series:
            yield from self.breath()

    def named(self, names: list[str]) -> list[Shot]:
        """Those pictures only; a series (loop, breath, turn) is asked for frame by frame, as in `loop_09`."""
        made: list[Shot] = []
        for shots, mine in (
            (self.stills, {still.name for still in self._exercise.stills}),
            (self.mistakes, {name for name in names if name.startswith("mistake")}),
            (self.turntable, {name for name in names if name.startswith("turn")}),
            (self.loop, {name for name in names if name.startswith(("loop", "breath"))}),
        ):
            if mine & set(names):
                made += [shot for shot in shots() if shot.name in names or kind(shot.name) in names]
        return made

    def turned(self, shot: Shot, turn_deg: float, height_deg: float) -> Shot:
        """The same picture from another angle."""
        return replace(shot, direction=self.direction(shot.pose, turn_deg, height_deg))

    def loop(self) -> Iterator[Shot]:
        """The frames from the start of the stretch to its end, slow at both, then a breath; all in one frame."""
        loop = self._exercise.loop
        if loop is None:
            return
        shares = smoothstep(np.linspace(0, 1, loop.frames), 0, 1)
        bodies = self._way(loop, shares)
        named = [
            (f"loop_{number:02d}", body, loop.glow[0] + (loop.glow[1] - loop.glow[0]) * float(share))
            for number, (body, share) in enumerate(zip(bodies, shares, strict=True))
        ]
        yield from self._moving(loop, [*named, *self._breath(loop, bodies[-1])], bodies)

    def breath(self) -> Iterator[Shot]:
        """The breath alone, in the loop's frame: of the way only start, middle and end are posed."""
        loop = self._exercise.loop
        if loop is None:
            return
        shares = smoothstep(np.linspace(0, 1, loop.frames), 0, 1)
        bodies = self._way(loop, shares[[0, loop.frames // 2, -1]])
        yield from self._moving(loop, self._breath(loop, bodies[-1]), bodies)

    def _breath(self, loop: Loop, held: Body) -> list[tuple[str, Body, float]]:
        frames = []
        for number, share in enumerate(breath_shares() if loop.breath_mm else ()):
            skin = breathed(self._figure, held.vertices, float(share) * loop.breath_mm)
            frames.append((f"breath_{number:02d}", replace(held, vertices=skin), loop.glow[1]))
        return frames

    def _moving(
        self, loop: Loop, frames: list[tuple[str, Body, float]], bodies: list[Body]
    ) -> Iterator[Shot]:
        slabs = (*self._mat(loop.end, loop.mat), *loop.props)
        ends = [bodies[0].vertices, bodies[len(bodies) // 2].vertices, bodies[-1].vertices]
        framed = self._framed(loop.end, loop.camera, ends, slabs)
        for name, body, glow in frames:
            yield Shot(
                name=name,
                body=body,
                framed=framed,
                direction=self.direction(loop.end, loop.camera.turn_deg, loop.camera.height_deg),
                margin=loop.camera.margin,
                slabs=slabs,
                strength=self._strength(glow),
                phase=self._phase(),
                pose=loop.end,
                gaze=self._gaze(loop.end),
                size=LOOP_SIZE,
                samples=LOOP_SAMPLES,
            )

    def mistakes(self) -> Iterator[Shot]:
        """Each mistake beside the right form, from one camera and in one frame."""
        for number, mistake in enumerate(self._exercise.mistakes, start=1):
            right, wrong = self.body(mistake.right), self.body(mistake.wrong)
            slabs = (*self._mat(mistake.right, mistake.mat), *mistake.props)
            framed = self._framed(mistake.right, mistake.camera, [right.vertices, wrong.vertices], slabs)
            camera = mistake.camera
            for form, body in (("right", right), ("wrong", wrong)):
                yield Shot(
                    name=f"mistake_{number}_{form}",
                    body=body,
                    framed=framed,
                    direction=self.direction(mistake.right, camera.turn_deg, camera.height_deg),
                    margin=camera.margin,
                    slabs=slabs,
                    strength=self._strength(mistake.glow),
                    phase=self._phase(),
                    pose=mistake.right,
                    gaze=self._gaze(mistake.right if form == "right" else mistake.wrong),
                    size=MISTAKE_SIZE,
                    samples=MISTAKE_SAMPLES,
                    loupe=camera.loupe,
                    spot=spot_place(body.skeleton, mistake.spot, self.side),
                    differs=difference(right.skeleton, wrong.skeleton, mistake.spot, self.side),
                )

    def turntable(self) -> Iterator[Shot]:
        """The pose from twelve directions, 30 degrees apart, always as large and round the same middle."""
        table = self._exercise.turntable
        if table is None:
            return
        body = self.body(table.pose)
        slabs = (*self._mat(table.pose, table.mat), *table.props)
        framed = all_round(self._framed(table.pose, table.camera, [body.vertices], slabs))
        for number in range(TURNS):
            turn_deg = table.camera.turn_deg + number * 360 / TURNS
            direction = self.direction(table.pose, turn_deg, table.camera.height_deg)
            seen = tuple(piece for piece in body.pieces if not hides(piece, body, direction))
            yield Shot(
                name=f"turn_{number:02d}",
                body=replace(body, pieces=seen),
                framed=framed,
                direction=direction,
                margin=table.camera.margin,
                slabs=slabs,
                strength=self._strength(table.glow),
                phase=self._phase(),
                pose=table.pose,
                gaze=self._gaze(table.pose),
                size=TURN_SIZE,
                samples=TURN_SAMPLES,
            )

    def _way(self, loop: Loop, shares: Vector) -> list[Body]:
        bodies = self.solver.way(self._exercise.poses[loop.start], self._exercise.poses[loop.end], shares)
        return [self._awake(loop.end, body) for body in bodies]

    def _gaze(self, pose: str) -> tuple[float, float]:
        """How far the eyes look to the figure's left and up, in metres: with the head's turn, and a little down."""
        turn_deg = self._exercise.poses[pose].get("head", {}).get("turn_deg", 0.0) * SIGN[self.side]
        aside = np.radians(np.clip(turn_deg * GAZE_SHARE, -GAZE_MOST_DEG, GAZE_MOST_DEG))
        return EYE_M * float(np.sin(aside)), -EYE_M * float(np.sin(np.radians(GAZE_DOWN_DEG)))

    def _awake(self, pose: str, body: Body) -> Body:
        """Eyes open, unless the figure lies on its back or its front, or rests with its face down on the floor."""
        face = body.skeleton.rotation["head"] @ -BACK
        resting = face[2] < FACE_DOWN and body.skeleton.place["head"][2] < HEAD_LOW_M
        if self._exercise.poses[pose]["position"] in EYES_CLOSED or resting:
            return body
        opened = self._figure.eyes_open @ body.skeleton.rotation["head"].T
        return replace(body, vertices=body.vertices + opened)

    def _framed(
        self,
        pose: str,
        camera: Camera,
        bodies: list[Vector],
        slabs: tuple[Mapping[str, Any], ...],
        near: str | None = None,
    ) -> Vector:
        if camera.loupe and near:
            middle = self._point(pose, near)
            around = [[a, b, c] for a in NEAR_M for b in NEAR_M for c in NEAR_M]
            return np.asarray(middle + np.array(around))
        if camera.loupe:
            back = self.body(pose).skeleton.place["spine05"]
            return np.array(
                [[back[0] + along, back[1], height] for along in LOUPE_ALONG_M for height in LOUPE_HEIGHT_M]
            )
        seen = [piece for piece in self.body(pose).pieces if piece.get("colour") != "wall"]
        skin = np.vstack(bodies)
        return np.vstack([skin, *[nearby(top_corners(slab), skin) for slab in (*slabs, *seen)]])

    def _point(self, pose: str, name: str) -> Vector:
        """Where one of the target's bony points is on the skin."""
        return np.asarray(self.body(pose).vertices[bony_point(self._figure, name, self.side)])

    def _marks(self, still: Still) -> dict[str, Vector]:
        """The target's bony points, and the floor straight below them."""
        if not still.marked:
            return {}
        points = {name: self._point(still.pose, name) for name in BONY_POINTS}
        return {**points, **{f"{name}_floor": point * [1, 1, 0] for name, point in points.items()}}

    def _dot(self, still: Still) -> tuple[Mapping[str, Any], ...]:
        if still.near is None:
            return ()
        return ({"ball": self._point(still.pose, still.near).tolist(), "radius_cm": DOT_CM},)

    def _mat(self, pose: str, mat: Mat | None) -> tuple[Mapping[str, Any], ...]:
        """The one mat there is, under whoever does not stand or sit on a chair; so placed that the body is on it."""
        data = self._exercise.poses[pose]
        seat_cm = data.get("pelvis", {}).get("seat_cm", 0.0)
        if mat is None or data["position"] == "standing" or seat_cm > CUSHION_CM:
            return ()
        long, wide = MAT_CM if self._lies_along_x(pose) else MAT_CM[::-1]
        place = self._axes(pose).ahead[:2] * mat.ahead_cm / 100
        skin = self.body(pose).vertices
        low = skin[(skin[:, 2] < LOW_M) & ~self._hands, :2]
        half = np.array([long, wide]) / 200 - MAT_RIM_M
        # As far as the pose file says, but never so that feet or head lie beside it.
        first, last = low.max(0) - half, low.min(0) + half
        x, y = np.where(first > last, (first + last) / 2, np.clip(place, first, last)) * 100
        return (
            {
                "length_cm": long,
                "width_cm": wide,
                "thick_cm": MAT_THICK_CM,
                "x_cm": round(float(x), 2),
                "y_cm": round(float(y), 2),
                "mat": True,
            },
        )

    def _lies_along_x(self, pose: str) -> bool:
        return bool(abs(self._axes(pose).ahead[0]) > 0.5)

    def _inner(self, still: Still) -> tuple[Part, ...]:
        if still.see_through is None:
            return ()
        return tuple(parts(self.body(still.pose).skeleton, still.see_through, self.side))

    def _strength(self, glow: float) -> Vector:
        if not glow or not self._exercise.muscles:
            return self._still
        # Half way between orange and the blue of the shorts lies mauve: be past it early, let the area grow.
        return np.clip(self._muscle()[0] * glow / FULL_COLOUR, 0, 1)

    def _phase(self) -> Vector:
        return self._muscle()[1] if self._exercise.muscles else self._still

    def _muscle(self) -> tuple[Vector, Vector]:
        if self._shown is None:
            self._shown = highlight(self._figure, self._exercise.muscles, self.side)
        return self._shown


def _series(name: str) -> str:
    first = name.partition("_")[0]
    return first if first in {"loop", "breath", "mistake", "turn"} else "still"


def shot_names(exercise: Exercise) -> list[str]:
    """The names of all pictures of an exercise, without posing anything."""
    names = [still.name for still in exercise.stills]
    if exercise.loop:
        names += [f"loop_{number:02d}" for number in range(exercise.loop.frames)]
        names += [
            f"breath_{number:02d}" for number in range(len(breath_shares()) if exercise.loop.breath_mm else 0)
        ]
    for number in range(1, len(exercise.mistakes) + 1):
        names += [f"mistake_{number}_right", f"mistake_{number}_wrong"]
    return names + [f"turn_{number:02d}" for number in range(TURNS if exercise.turntable else 0)]
