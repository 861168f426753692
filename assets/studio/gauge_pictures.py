"""Measures what each picture of an exercise shows: glow, frame, what rests, hems, and how a pair's outline moves."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .cloth import Cloth
from .figure import Figure
from .flesh import Flesh
from .limits import Kind
from .recipe import Exercise
from .resting import off_mat
from .rotation import Vector, angle_between
from .seen import Mask, Seen, cut_off, moved_percent, seen
from .shot import Shot
from .shots import Shooting
from .value import Value

CHECKS = frozenset(
    {"hip_length_floor", "hip_length_edge", "hip_hold", "bridge_hold", "march", "heel_to_buttock"}
)
UNJUDGED = frozenset({"lessons"})  # they show what is inside, no exercise
# Between the legs: so near to the middle below the hips, facing the camera, thighs so far apart.
MIDDLE_M, FACING, APART_DEG = 0.055, 0.55, 55.0
PARTS_OF_SPOT = {
    "hip": ("thigh", "trunk"), "knee": ("thigh", "shin"), "ankle": ("shin", "foot"), "foot": ("foot",),
    "thigh": ("thigh",), "shin": ("shin",), "shoulder": ("upper arm", "trunk"), "elbow": ("upper arm", "forearm"),
    "wrist": ("forearm", "hand"), "upper arm": ("upper arm",), "forearm": ("forearm",),
    "neck": ("neck", "head"), "head": ("head",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pictures:
    """Measures the pictures of one figure; made once, because the parts and hems of a figure take a while."""

    figure: Figure
    flesh: Flesh
    cloth: Cloth

    def measure(self, exercise: Exercise, shooting: Shooting) -> Iterator[Value]:
        """Every still and every pair."""
        for shot in shooting.stills():
            if shot.loupe or shot.inner or exercise.id in UNJUDGED:
                continue
            yield from self._still(exercise, shooting.side, shot)
        pairs = list(shooting.mistakes())
        for number, mistake in enumerate(exercise.mistakes):
            right, wrong = pairs[2 * number : 2 * number + 2]
            looks = [seen(self.figure, shot) for shot in (right, wrong)]
            yield from self._pair(right, wrong, looks, self._parts(mistake.spot, shooting.side))
            for shot, look in zip((right, wrong), looks, strict=True):
                yield from self._any(exercise, shot, look)
                yield from self._lies(exercise, shooting.side, shot)

    def _still(self, exercise: Exercise, side: str, shot: Shot) -> Iterator[Value]:
        look = seen(self.figure, shot)
        yield from self._any(exercise, shot, look)
        yield from self._lies(exercise, side, shot)
        if shot.name != "card":
            return
        yield Value(Kind.FILLS, look.filled_percent(), "card", "height, or width by 35/60")
        if exercise.id not in CHECKS:
            glowing = look.glowing(shot.strength)
            yield Value(Kind.GLOW, glowing, "card", " and ".join(exercise.muscles) or "nothing")
            share = 100 * glowing / max(int(look.figure.sum()), 1)
            yield Value(Kind.GLOW_MOST, share, "card", "of the figure")

    def _any(self, exercise: Exercise, shot: Shot, look: Seen) -> Iterator[Value]:
        """What holds for every picture."""
        if exercise.id in CHECKS:
            yield Value(Kind.GLOW_CHECK, look.glowing(shot.strength), shot.name, "a check watches")
        yield Value(Kind.CUT_OFF, cut_off(shot), shot.name, "points of the figure")
        yield Value(Kind.BETWEEN_LEGS, self._between_legs(shot, look), shot.name, "between the legs")
        for garment, line_mm in self.cloth.out_of_line_mm(shot.body.vertices).items():
            yield Value(Kind.HEM, line_mm, shot.name, garment)

    def _lies(self, exercise: Exercise, side: str, shot: Shot) -> Iterator[Value]:
        mats = [slab for slab in shot.slabs if slab.get("mat")]
        if not mats or exercise.poses[shot.pose]["position"] == "standing":
            return
        sides = {"target": side, "other": "R" if side == "L" else "L"}
        for part, beyond_m in off_mat(self.flesh, sides, shot.body, mats[0]):
            yield Value(Kind.OFF_MAT, beyond_m * 1000, shot.name, part)

    def _pair(self, right: Shot, wrong: Shot, looks: list[Seen], parts: list[Mask]) -> Iterator[Value]:
        spots = [shot.view().on_picture(shot.spot)[0] for shot in (right, wrong) if shot.spot is not None]
        moved = moved_percent(looks[0], looks[1], spots, parts)
        yield Value(Kind.MOVES, moved, right.name.removesuffix("_right"), "outline at the spot")

    def _between_legs(self, shot: Shot, look: Seen) -> int:
        """Pixels between the legs that face the camera, while the thighs are apart or the buttocks raised."""
        place = shot.body.skeleton.place
        thighs = [place[f"lowerleg01.{side}"] - place[f"upperleg01.{side}"] for side in "LR"]
        behind = shot.body.skeleton.rotation["root"] @ np.array([0.0, 1.0, -0.4])
        raised = float(behind @ shot.direction) > FACING and float(behind[2]) > FACING
        if angle_between(*thighs) < APART_DEG and not raised:
            return 0
        facing = self.figure.normals(shot.body.vertices) @ shot.direction > FACING
        return int(look.where(self._middle & facing).sum())

    @property
    def _middle(self) -> Mask:
        rest, hip = self.figure.vertices, self.figure.head["upperleg01.L"]
        below = np.array([0.0, hip[1], hip[2] - 0.09])
        near: Vector = np.abs(rest - below)
        return np.asarray((near[:, 0] < MIDDLE_M) & (near[:, 1] < 0.11) & (near[:, 2] < 0.06))

    def _parts(self, spot: str, side: str) -> list[Mask]:
        """Masks of the vertices of the parts that a spot belongs to."""
        who, _, name = spot.rpartition(".")
        own = "" if not who else f".{side if who == 'target' else 'R' if side == 'L' else 'L'}"
        masks = []
        for part in PARTS_OF_SPOT.get(name, ("trunk",)):
            key = part if part in {"trunk", "neck", "head"} else f"{part}{own}"
            mask = np.zeros(len(self.figure.vertices), bool)
            mask[self.flesh.parts[key]] = True
            masks.append(mask)
        return masks
