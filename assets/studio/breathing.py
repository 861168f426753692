"""Quiet breathing in the hold: belly and ribs rise a few millimetres, and what lies on them is carried."""

import numpy as np
from scipy.spatial import cKDTree

from .figure import Figure
from .rotation import Vector, smoothstep

FRAMES = 5
CARRIED_M = (0.015, 0.055)
FLOOR_M = (0.008, 0.035)
SETTLE_ROUNDS = 12


def breath_shares(frames: int = FRAMES) -> Vector:
    """How far each frame has breathed in, 0 to 1; the loop's last frame is the rest, and the way back is the same."""
    return np.asarray((1 - np.cos(np.pi * np.arange(1, frames + 1) / frames)) / 2)


def breathed(figure: Figure, vertices: Vector, rise_mm: float) -> Vector:
    """The posed skin after breathing in by that much at the belly; what rests on the floor stays there."""
    rise = _torso_rise(figure)
    free = smoothstep(vertices[:, 2], *FLOOR_M)
    moved = (rise * free)[:, None] * figure.normals(vertices)
    torso = rise > 0.15
    away, nearest = cKDTree(vertices[torso]).query(vertices)
    follows = (1 - smoothstep(away, *CARRIED_M)) * (1 - smoothstep(rise, 0.0, 0.15))
    moved = moved + follows[:, None] * moved[torso][nearest]
    for _ in range(SETTLE_ROUNDS):
        moved = moved + 0.5 * (1 - smoothstep(rise, 0.0, 0.4))[:, None] * (
            figure.neighbour_mean @ moved - moved
        )
    return np.asarray(vertices + moved * rise_mm / 1000)


def _torso_rise(figure: Figure) -> Vector:
    """How much each point of the trunk takes part: the belly in front most, the ribs at the side, the back little."""
    z = figure.vertices[:, 2]
    trunk = smoothstep(figure.bone_weight("root", "pelvis", "spine", "breast", "clavicle"), 0.5, 0.95)
    hip, shoulder = figure.head["upperleg01.L"][2], figure.head["upperarm01.L"][2]
    height = (z - hip) / (shoulder - hip)
    front = smoothstep(-figure.normals(figure.vertices)[:, 1], -0.35, 0.5)
    belly = smoothstep(height, 0.10, 0.32) * (1 - smoothstep(height, 0.50, 0.75))
    ribs = smoothstep(height, 0.35, 0.62) * (1 - smoothstep(height, 0.80, 1.02))
    return np.asarray(trunk * (belly * (0.15 + 0.85 * front) + ribs * (0.30 + 0.40 * front)))
