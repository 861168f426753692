"""Turns an exercise into shots: posed bodies with camera, props and glow, ready for the stage."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from .figure import Figure
from .muscles import Muscle, fibre_phase, highlight
from .recipe import LOOP_SIZE, STILL_SIZE, Camera, Exercise, Mat
from .rotation import Vector, smoothstep
from .skeleton import SIGN
from .solve import Body, Solver

MAT_THICK_CM = 1.4
STILL_SAMPLES, LOOP_SAMPLES = 24, 16
FULL_COLOUR = 0.55
LOUPE_ALONG_M, LOUPE_HEIGHT_M = (-0.38, 0.32), (-0.12, 0.40)
ANCHORS = {
    "head": "head", "shoulder": "upperarm01", "elbow": "lowerarm01", "wrist": "wrist", "hip": "upperleg01",
    "knee": "lowerleg01", "ankle": "foot",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture to be rendered."""

    name: str
    body: Body
    framed: Vector
    direction: Vector
    margin: float
    slabs: tuple[Mapping[str, Any], ...]
    strength: Vector
    phase: Vector
    size: tuple[int, int]
    samples: int
    loupe: bool = False

    def fingerprint(self, look: str) -> str:
        """Changes when, and only when, the picture would."""
        digest = hashlib.sha256()
        for array in (self.body.vertices, self.framed, self.direction, self.strength, self.phase):
            digest.update(np.round(array, 4).astype(np.float32).tobytes())
        rest = [self.margin, self.slabs, self.size, self.samples, self.loupe, look]
        digest.update(json.dumps(rest, sort_keys=True).encode())
        return digest.hexdigest()[:16]


class Shooting:
    """Makes the shots of one exercise; poses are solved once each."""

    def __init__(self, figure: Figure, exercise: Exercise) -> None:
        self._figure, self._exercise = figure, exercise
        self.side = exercise.drawn_side[0].upper()
        self._solver = Solver(figure, self.side)
        self._solved: dict[str, Body] = {}
        self._still = np.zeros(len(figure.vertices))

    def body(self, pose: str) -> Body:
        """The solved pose."""
        if pose not in self._solved:
            self._solved[pose] = self._solver.solve(self._exercise.poses[pose])
        return self._solved[pose]

    def lying(self, pose: str) -> bool:
        """Whether the figure's front is its feet's direction."""
        return bool(self._exercise.poses[pose]["position"] == "supine")

    def direction(self, pose: str, turn_deg: float, height_deg: float) -> Vector:
        """From the figure to the camera."""
        turn, height = np.radians(turn_deg), np.radians(height_deg)
        ahead, out = np.cos(height) * np.sin(turn), np.cos(height) * np.cos(turn) * SIGN[self.side]
        flat = [ahead, out] if self.lying(pose) else [out, -ahead]
        return np.array([*flat, np.sin(height)])

    def stills(self) -> Iterator[Shot]:
        """One shot for each still of the pose file."""
        for still in self._exercise.stills:
            framed = [self.body(pose).vertices for pose in still.framed]
            slabs = (*self._mat(still.pose, still.mat), *still.props)
            yield Shot(
                name=still.name,
                body=self.body(still.pose),
                framed=self._framed(still.pose, still.camera, framed, slabs),
                direction=self.direction(still.pose, still.camera.turn_deg, still.camera.height_deg),
                margin=still.camera.margin,
                slabs=slabs,
                strength=self._strength(still.glow),
                phase=self._phase(),
                size=STILL_SIZE,
                samples=STILL_SAMPLES,
                loupe=still.camera.loupe,
            )

    def loop(self) -> Iterator[Shot]:
        """The frames from the start of the stretch to its end, slow at both; all in one frame."""
        loop = self._exercise.loop
        if loop is None:
            return
        shares = smoothstep(np.linspace(0, 1, loop.frames), 0, 1)
        bodies = self._solver.way(self._exercise.poses[loop.start], self._exercise.poses[loop.end], shares)
        slabs = self._mat(loop.end, loop.mat)
        ends = [bodies[0].vertices, bodies[len(bodies) // 2].vertices, bodies[-1].vertices]
        framed = self._framed(loop.end, loop.camera, ends, slabs)
        for number, (body, share) in enumerate(zip(bodies, shares, strict=True)):
            yield Shot(
                name=f"loop_{number:02d}",
                body=body,
                framed=framed,
                direction=self.direction(loop.end, loop.camera.turn_deg, loop.camera.height_deg),
                margin=loop.camera.margin,
                slabs=slabs,
                strength=self._strength(loop.glow[0] + (loop.glow[1] - loop.glow[0]) * float(share)),
                phase=self._phase(),
                size=LOOP_SIZE,
                samples=LOOP_SAMPLES,
            )

    def _framed(
        self, pose: str, camera: Camera, bodies: list[Vector], slabs: tuple[Mapping[str, Any], ...]
    ) -> Vector:
        if camera.loupe:
            back = self.body(pose).skeleton.place["spine05"]
            return np.array(
                [[back[0] + along, back[1], height] for along in LOUPE_ALONG_M for height in LOUPE_HEIGHT_M]
            )
        return np.vstack([*bodies, *[_top_corners(slab) for slab in slabs]])

    def _mat(self, pose: str, mat: Mat | None) -> tuple[Mapping[str, Any], ...]:
        if mat is None:
            return ()
        along, across = ("length_cm", "width_cm") if self.lying(pose) else ("width_cm", "length_cm")
        x, y = (mat.ahead_cm, 0.0) if self.lying(pose) else (0.0, -mat.ahead_cm)
        return ({along: mat.length_cm, across: mat.width_cm, "thick_cm": MAT_THICK_CM, "x_cm": x, "y_cm": y},)

    def _strength(self, glow: float) -> Vector:
        if not glow or self._exercise.muscle is None:
            return self._still
        # Half way between orange and the blue of the shorts lies mauve: be past it early, let the area grow.
        shown = highlight(self._figure, Muscle(self._exercise.muscle), self.side) * glow / FULL_COLOUR
        return np.clip(shown, 0, 1)

    def _phase(self) -> Vector:
        if self._exercise.muscle is None:
            return self._still
        return fibre_phase(self._figure, Muscle(self._exercise.muscle), self.side)


def _top_corners(slab: Mapping[str, Any]) -> Vector:
    x, y, top = (slab.get(key, 0.0) / 100 for key in ("x_cm", "y_cm", "top_cm"))
    length, width = slab["length_cm"] / 200, slab["width_cm"] / 200
    return np.array([[x + a * length, y + b * width, top] for a in (-1, 1) for b in (-1, 1)])
