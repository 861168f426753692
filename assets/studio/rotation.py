"""Rotations and frames as 3x3 matrices; angles are degrees, axes need not have unit length."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

PARALLEL = -0.9999
TINY = 1e-9


def unit(vectors: ArrayLike) -> Vector:
    """The vectors (last axis) at length one; a zero vector stays zero."""
    array = np.asarray(vectors, float)
    length = np.linalg.norm(array, axis=-1, keepdims=True)
    return np.asarray(array / np.where(length < TINY, 1.0, length))


def across(vector: ArrayLike, axis: Vector) -> Vector:
    """The part of `vector` at right angles to the unit vector `axis`, at length one."""
    array = np.asarray(vector, float)
    return unit(array - axis * (array @ axis))


def turn(axis: ArrayLike, angle_deg: float) -> Matrix:
    """The rotation by `angle_deg` about `axis`, right-handed."""
    x, y, z = unit(axis)
    angle = np.radians(angle_deg)
    skew = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    return np.asarray(np.eye(3) + np.sin(angle) * skew + (1 - np.cos(angle)) * skew @ skew)


def frame(along: ArrayLike, beside: ArrayLike) -> Matrix:
    """Columns: `along`, `beside` made square to it, and their cross product."""
    first = unit(along)
    second = across(beside, first)
    return np.stack([first, second, np.cross(first, second)], 1)


def rotation_vector(matrix: Matrix) -> Vector:
    """Axis times angle in radians."""
    cosine = np.clip((np.trace(matrix) - 1) / 2, -1, 1)
    angle = np.arccos(cosine)
    if angle < 1e-7:
        return np.zeros(3)
    if np.pi - angle < 1e-4:
        _, axes = np.linalg.eigh((matrix + matrix.T) / 2)
        return np.asarray(axes[:, 2] * angle)
    odd = np.array([matrix[2, 1] - matrix[1, 2], matrix[0, 2] - matrix[2, 0], matrix[1, 0] - matrix[0, 1]])
    return np.asarray(angle / (2 * np.sin(angle)) * odd)


def partly(matrix: Matrix, share: float) -> Matrix:
    """The same rotation, `share` of the way."""
    vector = rotation_vector(matrix) * share
    length = float(np.linalg.norm(vector))
    return np.eye(3) if length < TINY else turn(vector, np.degrees(length))


def between(start: Matrix, end: Matrix, share: float) -> Matrix:
    """From `start` to `end` by the shortest way."""
    return start @ partly(start.T @ end, share)


def angle_between(one: ArrayLike, other: ArrayLike) -> float:
    """Degrees between two directions, 0 to 180."""
    return float(np.degrees(np.arccos(np.clip(unit(one) @ unit(other), -1, 1))))


def swing_and_twist(matrix: Matrix, axis: Vector) -> tuple[Matrix, float]:
    """Split into a swing and a twist in degrees about `axis`, the twist being done first."""
    moved = matrix @ axis
    cosine = float(axis @ moved)
    hinge = np.cross(axis, moved)
    sine = float(np.linalg.norm(hinge))
    if cosine < PARALLEL:
        swing = turn(np.cross(axis, [0.3, 0.5, 0.8]), 180)
    elif sine < TINY:
        swing = np.eye(3)
    else:
        swing = turn(hinge, np.degrees(np.arctan2(sine, cosine)))
    return swing, float(np.degrees(rotation_vector(swing.T @ matrix) @ axis))


def smoothstep(value: ArrayLike, low: float, high: float) -> Vector:
    """0 below `low`, 1 above `high`, without a corner between."""
    share = np.clip((np.asarray(value, float) - low) / (high - low), 0, 1)
    return np.asarray(share * share * (3 - 2 * share))
