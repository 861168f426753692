"""The one table of limits that holds for every picture of every exercise, and the picture that made each limit.

A change here is a commit of its own, with the picture that forced it. Most values must not be above their limit; those
that are marked `least` must reach it.
"""

from enum import StrEnum
from typing import Final, NamedTuple


class Kind(StrEnum):
    """What is measured."""

    REACH = "missed reach"
    ANGLE = "angle against the data"
    WRIST = "wrist"
    WRIST_CARRYING = "wrist under a carrying palm"
    HAND_OFF = "hand off its target"
    HAND = "hand in the body"
    FINGERTIP = "fingertip in cloth"
    CALF_THIGH = "calf in thigh"
    THIGH_BELLY = "thigh in belly"
    SEAT = "buttocks, back or thigh in what carries"
    BODY = "body in body"
    GROUND = "body in floor or prop"
    SLIDE = "slide of what is planted"
    GAP = "gap under what rests"
    OFF_MAT = "beyond the mat"
    GRIP = "finger off its grip"
    HEM = "hem out of line"
    WAISTBAND = "waistband over the top"
    GLOW = "glow on the card"
    GLOW_MOST = "share of the figure that glows"
    GLOW_CHECK = "glow on a check"
    FILLS = "figure in the frame"
    CUT_OFF = "figure cut off"
    BETWEEN_LEGS = "camera between the legs"
    MOVES = "outline at a pair's spot"
    ALPHA = "alpha levels of the card"


class Limit(NamedTuple):
    """A limit, its unit, the picture that made it, and whether a value must reach it instead of staying below."""

    value: float
    unit: str
    made_by: str
    least: bool = False


MM, DEG, PX, PERCENT, LEVELS = "mm", "deg", "px", "%", "levels"
TABLE: Final = {
    Kind.REACH: Limit(8, MM, "lessons: arms stretched stiff, 24 mm beyond their length"),
    Kind.ANGLE: Limit(
        8, DEG, "hip_length_floor: a thigh that was to lie flat was 8 degrees up and looked fine"
    ),
    Kind.WRIST: Limit(40, DEG, "a1_piriformis_supine: wrists bent 55 to 71 degrees round the thigh"),
    # A flat palm under the shoulder (hands and knees, leaning back on the hands) bends the wrist by nature.
    Kind.WRIST_CARRYING: Limit(90, DEG, "a2_glute_seated_twist: the hand behind, 99 degrees"),
    Kind.HAND_OFF: Limit(12, MM, "a1_piriformis_supine: hands 12 cm from the thigh they hold"),
    Kind.HAND: Limit(12, MM, "a3_half_kneeling_hip_flexor: hands 24 mm deep in the waist"),
    Kind.FINGERTIP: Limit(8, MM, "a3_half_kneeling_hip_flexor: a fingertip through the shorts"),
    Kind.CALF_THIGH: Limit(30, MM, "childs_pose: the calf in the thigh"),
    Kind.THIGH_BELLY: Limit(30, MM, "knee_to_chest: the thigh in the belly"),
    Kind.SEAT: Limit(30, MM, "seated_march: the buttocks in the chair"),
    Kind.BODY: Limit(8, MM, "hip_length_floor: a forearm through the belly"),
    Kind.GROUND: Limit(8, MM, "hip_length_floor: a heel 32 mm in the mat"),
    Kind.SLIDE: Limit(5, MM, "glute_bridge: feet that slide while the hips rise"),
    Kind.GAP: Limit(5, MM, "hip_90_90: shins and rear foot float over the mat"),
    Kind.OFF_MAT: Limit(10, MM, "cat_cow, march: toes and feet beside the mat"),
    Kind.GRIP: Limit(25, DEG, "seated_figure4: the near hand crumpled"),
    Kind.HEM: Limit(12, MM, "side_plank, a2_glute_seated_twist: a torn hem"),
    Kind.WAISTBAND: Limit(20, MM, "childs_pose: a hole in the shorts", least=True),
    Kind.GLOW: Limit(150, PX, "bird_dog: 6 glowing pixels at 240x180", least=True),
    Kind.GLOW_MOST: Limit(100 / 3, PERCENT, "breathing_90_90: a corset of glow"),
    Kind.GLOW_CHECK: Limit(0, PX, "hip_length_floor: a check watches, it treats nothing"),
    # Of the height, or seven twelfths of that share of the width: see `filled_percent`.
    Kind.FILLS: Limit(35, PERCENT, "childs_pose: the figure fills 16 % of its card", least=True),
    Kind.CUT_OFF: Limit(0, PX, "hip_hold: feet at the picture's edge"),
    Kind.BETWEEN_LEGS: Limit(80, PX, "happy_baby step_2 and turn_03: a view between open thighs"),
    Kind.MOVES: Limit(4, PERCENT, "cat_cow 2, glute_bridge 1: right and wrong alike", least=True),
    Kind.ALPHA: Limit(48, LEVELS, "18 of 37 cards with 8 to 10 levels: saw teeth on dark", least=True),
}


def is_beyond(kind: Kind, value: float) -> bool:
    """Whether a value fails; rounded to a tenth, so that a limit that is just reached holds."""
    limit = TABLE[kind]
    return round(value, 1) < limit.value if limit.least else round(value, 1) > limit.value


def share_of_limit(kind: Kind, value: float) -> float:
    """How bad a value is: more than one fails."""
    limit = TABLE[kind]
    if limit.least:
        return limit.value / max(value, 0.01)
    return value / limit.value if limit.value else 1 + value


def between_parts(one: str, other: str) -> Kind:
    """Which limit two parts of the body have against each other; parts as in "thigh.L", "trunk"."""
    pair = {one.partition(".")[0], other.partition(".")[0]}
    if "hand" in pair:
        return Kind.HAND
    if pair == {"thigh", "shin"}:
        return Kind.CALF_THIGH
    if pair == {"thigh", "trunk"}:
        return Kind.THIGH_BELLY
    return Kind.BODY


def on_ground(part: str) -> Kind:
    """Which limit a part has against floor and props."""
    return Kind.SEAT if part.partition(".")[0] in {"trunk", "thigh"} else Kind.GROUND
