"""The bony points that a person feels for on a thigh, as points of the figure's skin."""

from collections.abc import Mapping

import numpy as np

from .figure import Figure
from .muscles import place_of
from .skeleton import SIGN

# [base, out, ahead, up] in centimetres for a thigh of 39 cm: the greater trochanter as in `anatomy.toml`, and the outer
# epicondyle, in the middle of the knee as it is seen from the side.
BONY_POINTS: Mapping[str, tuple[str, float, float, float]] = {
    "hip": ("hip", 5.6, -0.8, -0.6),
    "knee": ("knee", 2.4, 0.8, 1.0),
}
BESIDE_M = 0.02


def bony_point(figure: Figure, name: str, side: str) -> int:
    """The vertex of the skin over the bony point of the hip or the knee of one side, straight outwards from it."""
    middle = place_of(figure, list(BONY_POINTS[name]), side)
    offset = figure.vertices - middle
    outwards = offset[:, 0] * SIGN[side]
    beside = np.hypot(offset[:, 1], offset[:, 2])
    # Farthest out counts, but less than lying straight over the bone.
    worth = np.where((outwards > 0) & (beside < BESIDE_M) & (outwards < 0.1), outwards - 2 * beside, -np.inf)
    return int(worth.argmax())
