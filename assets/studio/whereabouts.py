"""Where on a picture the face, the whole figure and the lit area are: what the app's rings and arrows go by."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from .figure import Figure
from .rotation import Vector
from .shot import Shot

Mask = NDArray[np.bool_]
HEAD_BONES = ("head", "jaw", "eye", "orb", "oris", "levator", "special", "tempor", "oculi", "risor", "tongue")
FACE_AHEAD_M = 0.03  # so far in front of the head's joint the face begins
PROBE = (240, 180)  # what is lit on a card of that size is what a person sees of it
# The muscle is #E8601C; skin has half of that distance (as in the app's glow.py).
LEAST_RED, LEAST_ALPHA, RED_OVER_GREEN, GREEN_OVER_BLUE = 140, 128, 65, 10
LEAST_LIT, PART_OF_LARGEST, MOST_AREAS = 12, 0.25, 2
GAP = 3  # pixels of the probe: less between two lit places is one area
LIT = 0.5
ROUND_THE_HIDDEN = (
    1.5,
    0.02,
    0.08,
)  # times the mean distance from the middle; least, most, as shares of the width


def face_of(figure: Figure) -> Mask:
    """Which vertices are of the face: of the head, and in front of its joint."""
    ahead = figure.head["head"][1] - figure.vertices[:, 1] > FACE_AHEAD_M
    return np.asarray((figure.bone_weight(*HEAD_BONES) > 0.5) & ahead)


def box_round(points: Vector) -> list[float]:
    """Left, top, width and height of what holds all `points`, within the picture."""
    inside = np.clip(points, 0, 1)
    (left, top), (right, bottom) = inside.min(0), inside.max(0)
    return [round(float(value), 4) for value in (left, top, right - left, bottom - top)]


def face_box(shot: Shot, face: Mask) -> list[float]:
    """The box round the face; a face turned away still has one, behind the head."""
    return box_round(shot.view().on_picture(shot.body.vertices[face]))


def figure_box(shot: Shot) -> list[float]:
    """The box round the body alone, without mat and props."""
    return box_round(shot.view().on_picture(shot.body.vertices))


def felt_areas(picture: Path, shot: Shot) -> list[list[float]]:
    """Circles round what is lit, the largest first: across, down, radius, as shares of width, height and width.

    Where none of it can be seen, one circle is where it lies behind what is in front of it; [] where nothing is lit.
    """
    return lit_areas(picture) or _hidden_area(shot)


def lit_areas(picture: Path) -> list[list[float]]:
    """Circles round what is seen to be lit on a picture, two at most."""
    with Image.open(picture) as image:
        pixels = np.asarray(image.convert("RGBA").resize(PROBE, Image.Resampling.BOX)).astype(int)
    red, green, blue, alpha = (pixels[..., band] for band in range(4))
    lit = (red >= LEAST_RED) & (alpha >= LEAST_ALPHA)
    lit &= (red - green >= RED_OVER_GREEN) & (green - blue >= GREEN_OVER_BLUE)
    areas, count = ndimage.label(ndimage.binary_dilation(lit, iterations=GAP))
    sizes = [int((lit & (areas == number)).sum()) for number in range(1, count + 1)]
    largest = max(sizes, default=0)
    order = sorted(range(count), key=lambda at: -sizes[at])[:MOST_AREAS]
    return [
        _circle(lit & (areas == at + 1))
        for at in order
        if sizes[at] >= max(LEAST_LIT, PART_OF_LARGEST * largest)
    ]


def _circle(area: Mask) -> list[float]:
    down, across = np.nonzero(area)
    y, x = (down.min() + down.max() + 1) / 2, (across.min() + across.max() + 1) / 2
    far = np.hypot(down + 0.5 - y, across + 0.5 - x).max() + 0.5
    return [round(float(value), 4) for value in (x / PROBE[0], y / PROBE[1], far / PROBE[0])]


def _hidden_area(shot: Shot) -> list[list[float]]:
    lit = np.asarray(shot.strength) > LIT
    if not lit.any():
        return []
    places = shot.view().on_picture(shot.body.vertices[lit])
    middle = places.mean(0)
    tall = shot.size[1] / shot.size[0]
    mean = float(np.hypot(*((places - middle) * [1, tall]).T).mean())
    times, least, most = ROUND_THE_HIDDEN
    return [[round(float(value), 4) for value in (*middle, min(most, max(least, times * mean)))]]
