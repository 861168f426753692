"""Measures solved poses: joint angles as a physiotherapist reads them, reaches, wrists and depth of contact."""

import itertools
from collections.abc import Iterator

import numpy as np

from .contacts import Surface
from .figure import Figure
from .recipe import Exercise
from .rotation import Vector, angle_between
from .shots import Shooting
from .skeleton import SIGN, Skeleton
from .solve import Body

HAND = ("wrist", "finger", "metacarpal")


def rows(figure: Figure, exercise: Exercise) -> Iterator[str]:
    """One line for each pose that a picture shows."""
    shooting = Shooting(figure, exercise)
    shown = dict.fromkeys(still.pose for still in exercise.stills)
    for pose in shown:
        body = shooting.body(pose)
        yield f"{exercise.id} {pose}"
        for side in "LR":
            who = "target" if side == shooting.side else "other"
            angles = leg_angles(body.skeleton, side)
            words = ", ".join(f"{name} {value:.0f}" for name, value in angles.items())
            hand = hand_depth_mm(figure, body, side)
            gap = gap_under_knee_mm(figure, body, side)
            wrist = body.skeleton.wrist_bend_deg.get(side, 0.0)
            yield f"  {side} ({who}): {words}"
            yield f"    wrist {wrist:.0f}; hand at most {hand:.0f} mm deep; under knee {gap:.0f} mm"
        missed = {k: round(v * 1000) for k, v in body.skeleton.missed_reach_m.items() if v > 0.001}
        yield f"  largest gap under the back {low_back_mm(figure, body):.0f} mm; missed reach mm {missed or 'none'}"


def leg_angles(skeleton: Skeleton, side: str) -> dict[str, float]:
    """Hip flexion and abduction against the pelvis, thigh against the floor line, knee flexion; degrees."""
    hip, knee, ankle = (skeleton.place[f"{b}.{side}"] for b in ("upperleg01", "lowerleg01", "foot"))
    thigh = skeleton.rotation["root"].T @ (knee - hip)
    return {
        "hip flexion": float(np.degrees(np.arctan2(-thigh[1], -thigh[2]))),
        "abduction": float(np.degrees(np.arctan2(SIGN[side] * thigh[0], np.hypot(thigh[1], thigh[2])))),
        "thigh above floor line": _rise(knee - hip),
        "knee flexion": angle_between(knee - hip, ankle - knee),
        "knee height cm": float(knee[2] * 100),
    }


def hand_depth_mm(figure: Figure, body: Body, side: str) -> float:
    """How deep the deepest point of a hand is in the body or the floor."""
    weight = figure.weights[
        :, [i for i, b in enumerate(figure.bones) if b.startswith(HAND) and b.endswith(side)]
    ]
    own = weight.sum(1) > 0.9
    distance = Surface(figure, body.vertices, without_arm=side).distance(body.vertices[own])
    return float(max(0.0, -distance.min()) * 1000)


def gap_under_knee_mm(figure: Figure, body: Body, side: str) -> float:
    """The lowest point of the leg about the knee: what a hand would have to fit under."""
    knee = body.skeleton.place[f"lowerleg01.{side}"]
    leg = figure.bone_weight("upperleg01", "upperleg02", "lowerleg01", "lowerleg02") > 0.5
    near = (
        leg & (np.abs(body.vertices[:, 0] - knee[0]) < 0.03) & (np.abs(body.vertices[:, 1] - knee[1]) < 0.12)
    )
    return float(body.vertices[near, 2].min() * 1000)


def low_back_mm(figure: Figure, body: Body) -> float:
    """The largest gap between the back and the floor from the pelvis to the shoulder blades, lying."""
    torso = figure.bone_weight("root", "pelvis", "spine") > 0.6
    points = body.vertices[torso]
    start, end = body.skeleton.place["root"][0], body.skeleton.place["spine02"][0]
    edges = np.linspace(min(start, end), max(start, end), 13)
    slices = (points[(points[:, 0] >= a) & (points[:, 0] < b), 2] for a, b in itertools.pairwise(edges))
    return float(max((heights.min() for heights in slices if len(heights)), default=0.0) * 1000)


def _rise(direction: Vector) -> float:
    return float(np.degrees(np.arctan2(direction[2], np.hypot(direction[0], direction[1]))))
