"""What a picture frames: the figure, the near part of its mat and props, and the same from all round."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from .rotation import Vector
from .solve import Body

TURNS = 12
RIM_STEP_M = 0.02
HIPS_SHOWN_M = (-0.24, 0.36, 0.16)  # below and above the hip joints, and to each side
ROOM_M = 0.09


def top_corners(slab: Mapping[str, Any]) -> Vector:
    if "ribbon" in slab or "ball" in slab:
        return np.atleast_2d(slab.get("ribbon", slab.get("ball")))
    x, y, top = (slab.get(key, 0.0) / 100 for key in ("x_cm", "y_cm", "top_cm"))
    length, width = slab["length_cm"] / 200, slab["width_cm"] / 200
    return np.array([[x + a * length, y + b * width, top] for a in (-1, 1) for b in (-1, 1)])


def nearby(corners: Vector, skin: Vector) -> Vector:
    """Corners of a prop, none farther from the figure than a little: a long mat or bed runs out of the picture."""
    low, high = skin.min(0) - ROOM_M, skin.max(0) + ROOM_M
    return np.clip(corners, [low[0], low[1], -1], [high[0], high[1], 9])


def hides(piece: Mapping[str, Any], body: Body, direction: Vector) -> bool:
    """Whether a wall stands between the camera and the figure."""
    if piece.get("colour") != "wall":
        return False
    way = np.array([piece["x_cm"], piece["y_cm"]]) / 100 - body.vertices[:, :2].mean(0)
    return bool(way @ direction[:2] > 0)


def hips(body: Body) -> Vector:
    """What a see-through picture shows: from the middle of the thighs to the lower ribs."""
    place = body.skeleton.place
    middle = (place["upperleg01.L"] + place["upperleg01.R"]) / 2
    low, high, aside = HIPS_SHOWN_M
    corners = [[a * aside, b * aside, up] for up in (low, high) for a in (-1, 1) for b in (-1, 1)]
    return np.asarray(middle + np.array(corners))


def all_round(points: Vector) -> Vector:
    """The rim that the points sweep when they turn about their middle: it fits the same from every side."""
    middle = (points[:, :2].max(0) + points[:, :2].min(0)) / 2
    away = np.linalg.norm(points[:, :2] - middle, axis=1)
    rim = []
    for low in np.arange(points[:, 2].min(), points[:, 2].max(), RIM_STEP_M):
        level = (points[:, 2] >= low) & (points[:, 2] <= low + RIM_STEP_M)
        if level.any():
            rim += [(away[level].max(), height) for height in (low, low + RIM_STEP_M)]
    turns = np.radians(np.arange(0, 360, 360 / TURNS / 2))
    return np.array(
        [[middle[0] + far * np.cos(a), middle[1] + far * np.sin(a), z] for far, z in rim for a in turns]
    )
