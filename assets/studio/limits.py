"""The one table of limits that holds for every picture of every exercise; millimetres and degrees.

A change here is a commit of its own, with the picture that forced it.
"""

from enum import StrEnum
from typing import Final


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


LIMITS: Final = {
    Kind.REACH: 8.0,
    Kind.ANGLE: 8.0,
    Kind.WRIST: 40.0,
    # A flat palm under the shoulder (hands and knees, leaning back on the hands) bends the wrist by nature.
    Kind.WRIST_CARRYING: 90.0,
    Kind.HAND_OFF: 12.0,
    Kind.HAND: 12.0,
    Kind.FINGERTIP: 8.0,
    Kind.CALF_THIGH: 30.0,
    Kind.THIGH_BELLY: 30.0,
    Kind.SEAT: 30.0,
    Kind.BODY: 8.0,
    Kind.GROUND: 8.0,
    Kind.SLIDE: 5.0,
}
DEGREES: Final = frozenset({Kind.ANGLE, Kind.WRIST, Kind.WRIST_CARRYING})


def unit(kind: Kind) -> str:
    """The unit of a kind's values."""
    return "deg" if kind in DEGREES else "mm"


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
