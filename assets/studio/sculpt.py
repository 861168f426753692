"""What the data cannot make of a body: shoulders of an adult's width, and a shorter, stronger neck."""

from collections.abc import Mapping

import numpy as np

from .rotation import Vector, smoothstep

ARM_M, BELOW_ARMS_M = (0.19, 0.24), 0.5  # arms hang farther out than that; legs stand below
CHEST_M = (-0.30, -0.05)  # below the shoulder joint: where the trunk begins to widen
NECK_M = (-0.030, 0.060)  # from the lowest neck joint, along a slope that keeps the chin with the head
SLOPE = 0.45


def sculpted(shape: Vector, joints: Mapping[str, Vector], shoulders_m: float, neck_m: float) -> Vector:
    """The upright body (metres, facing -Y) with each shoulder so much farther out and the head so much lower.

    `joints` are the places of the skeleton's joints in the same shape.
    """
    x, y, z = shape.T
    shoulder, neck = joints["l-shoulder"], joints["neck"]
    widening = smoothstep(np.abs(x), 0.25 * shoulder[0], 0.95 * shoulder[0])
    chest = smoothstep(z - shoulder[2], *CHEST_M)
    arm = smoothstep(np.abs(x), *ARM_M) * (z > shoulder[2] - BELOW_ARMS_M)
    out = np.sign(x) * np.maximum(widening * chest, arm) * shoulders_m
    slope = z - neck[2] - SLOPE * (y - neck[1] + 0.05)
    up = np.clip((slope - NECK_M[0]) / (NECK_M[1] - NECK_M[0]), 0, 1)
    bell = 4 * up * (1 - up)
    near = np.abs(x) < 0.10
    thick = 1 + 0.9 * neck_m / 0.25 * bell * near
    sculpted = np.stack([x * thick + out, y, z - neck_m * up], 1)
    return np.asarray(sculpted)
