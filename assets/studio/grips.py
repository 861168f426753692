"""The six grips of a hand: how its joints are bent, and how much a hand that touches something may differ from them."""

import itertools
from collections.abc import Mapping
from typing import Any

import numpy as np

from .recipe import PoseFileError
from .skeleton import THUMB

Bend = tuple[float, float, float]
# Degrees at the three joints of a finger, and of the thumb where it need not find its way round something.
GRIPS: Mapping[str, tuple[Bend, Bend]] = {
    "flat": ((4, 5, 4), (6, 8, 6)),
    "cup": ((26, 34, 20), (16, 16, 12)),
    "interlocked": ((38, 52, 26), (20, 22, 18)),
    "strap": ((62, 80, 45), (28, 26, 30)),
    "hip": ((12, 20, 14), (4, 8, 6)),
    "relaxed": ((18, 22, 14), (8, 10, 8)),
}
# What a hand does where its pose file does not say.
BY_PLACE = {"floor": "flat", "prop": "flat", "forearm": "relaxed", "air": "relaxed", "pelvis": "hip"}
BY_SHAPE = {"fist": "strap", "holding": "strap", "open": "relaxed"}
CLOSED_DEG = 40.0  # a hand on a floor or prop that may close so far goes round an edge
MORE_DEG, BESIDE_DEG = 16.0, 14.0  # more bent than the grip, than its neighbour
FINGER_ORDER = (2, 3, 4, 5)


def grip_of(hand: Mapping[str, Any]) -> str:
    """The grip of a hand in a pose file: the one it names, or what its place asks for."""
    if "grip" in hand:
        named = str(hand["grip"])
        if named not in GRIPS:
            raise PoseFileError(f"the grip {named} is not known; there are {', '.join(GRIPS)}")
        return named
    if "shape" in hand:
        return BY_SHAPE.get(str(hand["shape"]), "relaxed")
    by_place = BY_PLACE.get(str(hand["rest_on"]), "cup")
    return "cup" if by_place == "flat" and hand.get("curl_deg", 0.0) >= CLOSED_DEG else by_place


def in_grip(found: Mapping[int, Bend], grip: str) -> dict[int, Bend]:
    """Fingers that closed until they touched, brought into a hand: none much more bent than its grip or its neighbour.

    They only open, so that nothing that was free is now inside of something; a thumb has found its own way out.
    """
    most = np.array(GRIPS[grip][0]) + MORE_DEG
    bent = {
        finger: np.array(angles) if finger == THUMB else np.minimum(angles, most)
        for finger, angles in found.items()
    }
    for finger, beside in (*itertools.pairwise(FINGER_ORDER), *itertools.pairwise(FINGER_ORDER[::-1])):
        if finger in bent and beside in bent:
            bent[beside] = np.minimum(bent[beside], bent[finger] + BESIDE_DEG)
    return {finger: (float(a), float(b), float(c)) for finger, (a, b, c) in bent.items()}


def off_grip_deg(bent: Mapping[int, Bend], grip: str) -> float:
    """How far the worst finger joint is bent beyond its grip or apart from the next finger's, in degrees."""
    worst = 0.0
    fingers = [np.array(bent[finger]) for finger in FINGER_ORDER if finger in bent]
    for angles in fingers:
        worst = max(worst, float((angles - GRIPS[grip][0]).max()))
    for one, other in itertools.pairwise(fingers):
        worst = max(worst, float(np.abs(one - other).max()))
    return worst
