"""Where a muscle shows through on the skin of the resting figure, and which way its fibres run."""

from enum import StrEnum

import numpy as np

from .figure import Figure
from .rotation import Vector, smoothstep, unit

FIBRES_PER_M = 520.0


class Muscle(StrEnum):
    """The muscles that are drawn so far, in the words of the exercises' vocabulary (`muscle_id`)."""

    PIRIFORMIS = "piriformis"
    GLUTEUS_MAXIMUS = "gluteus maximus"
    ILIOPSOAS = "iliopsoas"


def highlight(figure: Figure, muscle: Muscle, side: str) -> Vector:
    """How strongly each vertex shows the muscle of that side, 0 to 1."""
    points = figure.vertices
    normal = figure.normals(points)
    sign = 1 if side == "L" else -1
    hip, knee = figure.head[f"upperleg01.{side}"], figure.head[f"lowerleg01.{side}"]
    if muscle is Muscle.ILIOPSOAS:
        top = hip + np.array([-sign * 0.03, -0.06, 0.095])
        crease = hip + np.array([-sign * 0.008, -0.06, -0.02])
        below = hip * 0.45 + knee * 0.55 + np.array([0, -0.05, 0])
        reach = np.minimum(_distance(points, top, crease) / 0.072, _distance(points, crease, below) / 0.078)
        facing = smoothstep(-normal[:, 1], -0.15, 0.35) * smoothstep(points[:, 0] * sign, -0.005, 0.03)
        return np.asarray((1 - smoothstep(reach, 0.45, 1.1)) * facing)
    middle = hip + np.array([sign * 0.02, 0.075, 0.02])
    size = [0.118, 0.115, 0.128] if muscle is Muscle.GLUTEUS_MAXIMUS else [0.105, 0.110, 0.100]
    reach = np.linalg.norm((points - middle) / size, axis=1)
    facing = smoothstep(normal[:, 1] + 0.55 * sign * normal[:, 0], -0.25, 0.25)
    return np.asarray(
        (1 - smoothstep(reach, 0.5, 1.12)) * facing * smoothstep(points[:, 0] * sign, -0.012, 0.02)
    )


def fibre_phase(figure: Figure, muscle: Muscle, side: str) -> Vector:
    """A wave per vertex whose crests run along the fibres."""
    sign = 1 if side == "L" else -1
    # Down the thigh for the hip flexor; from the sacrum down and out for the buttock.
    direction = [sign, -0.15, 0.12] if muscle is Muscle.ILIOPSOAS else [sign * 0.55, 0.25, 0.80]
    return np.asarray(figure.vertices @ unit(direction) * FIBRES_PER_M)


def _distance(points: Vector, start: Vector, end: Vector) -> Vector:
    way = end - start
    share = np.clip((points - start) @ way / (way @ way), 0, 1)
    return np.asarray(np.linalg.norm(points - start - share[:, None] * way, axis=1))
