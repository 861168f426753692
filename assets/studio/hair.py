"""Short hair: where it grows, how far it stands off the head, and which way its strands run."""

from dataclasses import dataclass

import numpy as np
from scipy.interpolate import PchipInterpolator

from .rotation import Vector, smoothstep

# The hair line: degrees round the head from the face (0) over the ear (90) to the nape (180), height as its share.
ROUND_DEG = (0, 18, 34, 44, 52, 58, 64, 69, 74, 79, 82, 84, 90, 100, 110, 118, 126, 150, 180)
LINE = (
    0.71, 0.71, 0.735, 0.735, 0.70, 0.62, 0.50, 0.37, 0.23, 0.19, 0.24, 0.42, 0.42, 0.43, 0.40, 0.30, 0.10, -0.09,
    -0.13,
)  # fmt: skip
EARS_BACK = -0.095  # the front edge of the ears behind the head's joint, as share of the head
CROWN = (0.42, 0.98)  # back and height of the whorl that the strands run from
STRANDS, CURL_STRANDS = 46.0, 26.0
RUN = 2.2  # how fast the strands' wave changes along them


@dataclass(frozen=True, slots=True)
class Hair:
    """How far hair stands off at the sides, on top and over the forehead, in metres; curls instead of strands."""

    sides_m: float
    crown_m: float
    front_m: float
    curls: bool


def grown(back: Vector, beside: Vector, height: Vector) -> Vector:
    """Above the hair line where positive; all as shares of the head's size, `beside` from its middle."""
    round_deg = np.degrees(np.arctan2(np.abs(beside), EARS_BACK - back))
    return np.asarray(height - PchipInterpolator(ROUND_DEG, LINE)(round_deg))


def off_head_m(hair: Hair, field_m: Vector, back: Vector, height: Vector) -> Vector:
    """How far the hair lifts the skin of the head; it starts flat at its line and is fullest on top."""
    top = smoothstep(height, 0.45, 0.95)
    front = smoothstep(-back, 0.05, 0.45) * smoothstep(height, 0.62, 0.85)
    full = hair.sides_m + (hair.crown_m - hair.sides_m) * top + hair.front_m * front
    return np.asarray(smoothstep(field_m, -0.002, 0.006) * 0.002 + smoothstep(field_m, 0.0, 0.045) * full)


def strands(hair: Hair, back: Vector, beside: Vector, height: Vector) -> Vector:
    """A place for each vertex that runs fast across the strands and slowly along them."""
    behind, above = back - CROWN[0], height - CROWN[1]
    # Seen along the axis of the whorl, which leans back.
    lean = np.radians(32)
    flat = behind * np.cos(lean) - above * np.sin(lean)
    far = np.sqrt(flat**2 + beside**2) + 1e-6
    depth = behind * np.sin(lean) + above * np.cos(lean)
    along = np.hypot(far, depth)
    round_rad = np.arctan2(beside, -flat) + 0.9 * along
    count = CURL_STRANDS if hair.curls else STRANDS
    run = count * 0.9 if hair.curls else RUN
    return np.stack([np.cos(round_rad) * count, np.sin(round_rad) * count, along * run], 1)
