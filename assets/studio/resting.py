"""What of a body must rest on something, and how far it is from there: gaps under it, and how far it is off the mat."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from .flesh import Flesh
from .positions import CARRIERS
from .props import slab_distance
from .recipe import PoseData, PoseFileError
from .solve import WHO, Body

# What comes to rest by the position alone; a bent knee lifts a shin and a foot that would lie otherwise.
RESTS: Mapping[str, tuple[str, ...]] = {
    "supine": ("trunk", "head"),
    "prone": ("trunk", "head", "target.thigh", "other.thigh"),
    "side_lying": ("trunk", "head"),
    "half_kneeling": ("target.shin", "target.foot"),
    "kneeling": ("target.shin", "target.foot", "other.shin", "other.foot"),
    "sitting": (),
    "standing": (),
}
SEAT = "seat"  # buttocks and thighs
STRAIGHT_DEG = 25.0
MAT_HIGH_M = 0.03  # what is higher over the mat does not stand on it
SPACING_M = 0.006  # vertices are so far apart: nearer ones touch
ON_MAT = ("foot", "shin", "trunk", "head", "thigh")


def gaps(flesh: Flesh, sides: Mapping[str, str], pose: PoseData, body: Body) -> Iterator[tuple[str, float]]:
    """For each thing that must rest, its name and the gap in metres: 0 when it touches.

    A pose's `rests` add to what its position says: "target.foot" rests on the ground or on a prop,
    "target.foot on other.thigh" on that; its `lifted` take parts away.
    """
    stated = [str(word) for word in pose.get("rests", ())]
    lifted = set(pose.get("lifted", ()))
    for word in dict.fromkeys([*_by_position(pose), *stated]):
        part, _, base = word.partition(" on ")
        if part in lifted:
            continue
        points = body.vertices[_own(flesh, sides, part)]
        if base:
            away = float(np.min(cKDTree(body.vertices[_own(flesh, sides, base)]).query(points)[0]))
            away = max(0.0, away - SPACING_M)
        else:
            away = float(np.minimum(points[:, 2], slab_distance(body.pieces, points)).min())
        yield word, max(0.0, away)


def off_mat(
    flesh: Flesh, sides: Mapping[str, str], body: Body, mat: Mapping[str, Any]
) -> Iterator[tuple[str, float]]:
    """How far what stands or lies at the mat's height is beyond its edge, in metres; hands may reach beyond."""
    half = np.array([mat["length_cm"], mat["width_cm"]]) / 200
    centre = np.array([mat["x_cm"], mat["y_cm"]]) / 100
    names = {side: who for who, side in sides.items()}
    for part, own in flesh.parts.items():
        name, _, side = part.partition(".")
        if name not in ON_MAT:
            continue
        points = body.vertices[own]
        low = points[points[:, 2] < MAT_HIGH_M]
        if len(low):
            beyond = float((np.abs(low[:, :2] - centre) - half).max())
            yield (f"{names[side]} {name}" if side else name), max(0.0, beyond)


def _by_position(pose: PoseData) -> Iterator[str]:
    if "carried_by" not in pose:
        yield from RESTS[pose["position"]]
    carried = pose.get("carried_by", CARRIERS[pose["position"]])
    for carrier in carried:
        who, _, joint = str(carrier).partition(".")
        if joint:
            yield f"{who}.{'shin' if joint == 'knee' else 'foot'}"
        elif carrier == "seat":
            yield SEAT
    for who in WHO:
        foot, leg = pose[who].get("foot", {}), pose[who]["leg"]
        if foot.get("flat") and leg.get("ankle_from") == "origin":
            yield f"{who}.foot"
        lies = pose["position"] == "prone" or (
            pose["position"] == "side_lying" and pose.get("lies_on", "other") == who
        )
        if lies and leg.get("knee_flex_deg", 0.0) < STRAIGHT_DEG and "ankle_on" not in leg:
            yield f"{who}.foot"


def _own(flesh: Flesh, sides: Mapping[str, str], part: str) -> NDArray[np.int64]:
    if part == SEAT:
        return np.concatenate([flesh.parts[name] for name in ("trunk", "thigh.L", "thigh.R")])
    who, _, name = part.rpartition(".")
    key = f"{name}.{sides[who]}" if who in sides else name
    if key not in flesh.parts:
        known = ", ".join(sorted({name.partition(".")[0] for name in flesh.parts}))
        raise PoseFileError(f"{part} cannot rest; there are (target. or other.) {known}")
    return flesh.parts[key]
