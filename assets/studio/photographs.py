"""Small photographs of the hip check at the edge of a bed, with the true angle of each thigh, to try a measurement on.

They look like what somebody takes at home: a room with things in it, a wide lens, a camera too high or askew.
"""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from .figure import Figures
from .recipe import POSES, PoseData, read_exercise
from .room import room
from .rotation import Vector
from .solve import Body, Solver
from .stage import Stage
from .view import HALF_SENSOR_MM, View

EXERCISE, POSE, BED = "hip_length_edge", "level", "sitting"
SIZE, LENS_MM, SAMPLES, QUALITY = (640, 480), 26.0, 10, 68  # a phone's usual lens, as if on 36 mm film
LOWEST_DEG, HIGHEST_DEG, THIGHS = -20.0, 35.0, 20
TUCK_DEG = 12.0  # the pelvis is tipped back: a thigh at so much less against it lies level
DRIFTS_DEG, KNEE_DEG, KNEE_LESS = (2, 4, 6, 1), 76.0, 0.3
CAMERAS = 3  # of each thigh
HEIGHTS_CM, DISTANCES_CM = (0, 25, 50), (250, 200, 300)
YAWS_DEG = (0, 10, -20, 0, -10, 20, 5, -15, 15, 0, -5, 20, -20, 0, 10, -10, 15, -15, 0, 20)
AIMED_FROM_CM = 50  # from there somebody points the camera down at the hip; lower ones are level
EDGE_AHEAD_M, EDGE_OUT_M, EDGE_UP_M = (-0.92, -0.06), 0.40, 0.52  # the bed's upper edge, level by its nature
JOINTS = {"hip": "upperleg01", "knee": "lowerleg01", "ankle": "foot"}
GRAIN, SEED = 2.0, 11


@dataclass(frozen=True, slots=True)
class Photograph:
    """One photograph to be: whose thigh, which side is near, and where the camera stands from the hip."""

    name: str
    figure: str
    side: str
    thigh: int
    height_cm: int
    distance_cm: int
    yaw_deg: int


def photographs() -> Iterator[Photograph]:
    """All of them: every thigh from three places, so that heights, distances and yaws are mixed."""
    for thigh in range(THIGHS):
        for place in range(CAMERAS):
            yield Photograph(
                name=f"thigh_{thigh + 1:02d}_{place + 1}",
                figure=("first", "second")[thigh % 2],
                side="LR"[thigh // 2 % 2],
                thigh=thigh,
                height_cm=HEIGHTS_CM[(thigh + place) % 3],
                distance_cm=DISTANCES_CM[(thigh // 3 + 2 * place) % 3],
                yaw_deg=YAWS_DEG[(3 * thigh + 7 * place) % len(YAWS_DEG)],
            )


def take_all(figures: Figures, folder: Path, *, anew: bool = False) -> list[str]:
    """Write the photographs that are missing (`anew`: all) and `photographs.json`; returns the names of those made."""
    folder.mkdir(parents=True, exist_ok=True)
    bodies: dict[int, Body] = {}
    stages: tuple[str, Stage] | None = None
    facts, made = [], []
    for photograph in sorted(photographs(), key=_figure_first):
        body = bodies.setdefault(photograph.thigh, _body(figures, photograph))
        view, level_edge = _view(photograph, body), _edge(photograph)
        path = folder / f"{photograph.name}.jpg"
        facts.append(_facts(photograph, body, view, level_edge))
        if path.exists() and not anew:
            continue
        if stages is None or stages[0] != photograph.figure:
            stages = photograph.figure, Stage(figures[photograph.figure])
        _take(stages[1], photograph, body, view, path)
        made.append(photograph.name)
        print(photograph.name, flush=True)
    facts.sort(key=_name_of)
    text = ",\n".join(json.dumps(fact) for fact in facts)
    (folder / "photographs.json").write_text(f"[\n{text}\n]\n", "utf-8")
    return made


def _figure_first(photograph: Photograph) -> tuple[str, str]:
    return photograph.figure, photograph.name


def _name_of(fact: Mapping[str, Any]) -> str:
    return str(fact["file"])


def _body(figures: Figures, photograph: Photograph) -> Body:
    """The check's pose with the thigh where it is wanted."""
    exercise = read_exercise(POSES / f"{EXERCISE}.toml")
    base = exercise.poses[POSE]
    wanted = LOWEST_DEG + (HIGHEST_DEG - LOWEST_DEG) * photograph.thigh / (THIGHS - 1)
    leg = {
        "hip_flex_deg": wanted - TUCK_DEG,
        "hip_abduct_deg": DRIFTS_DEG[photograph.thigh % len(DRIFTS_DEG)],
        "knee_flex_deg": KNEE_DEG - KNEE_LESS * max(wanted, 0.0),
    }
    pose: PoseData = {
        **base,
        "props": exercise.poses[BED]["props"],
        "target": {**base["target"], "leg": leg},
    }
    return Solver(figures[photograph.figure], photograph.side).solve(pose)


def _out(photograph: Photograph) -> int:
    """Which way is out on the near side: the figure lies along x with its left at +y."""
    return 1 if photograph.side == "L" else -1


def _view(photograph: Photograph, body: Body) -> View:
    """The camera at its place; it is level, or points at the hip from high up."""
    hip = body.skeleton.place[f"{JOINTS['hip']}.{photograph.side}"]
    yaw = math.radians(photograph.yaw_deg)
    flat = np.array([math.sin(yaw), _out(photograph) * math.cos(yaw), 0.0])
    away, up = flat * photograph.distance_cm / 100, np.array([0.0, 0.0, photograph.height_cm / 100])
    if photograph.height_cm < AIMED_FROM_CM:
        return View(hip + up, flat, photograph.distance_cm / 100, SIZE, LENS_MM)
    length = float(np.linalg.norm(away + up))
    return View(hip, (away + up) / length, length, SIZE, LENS_MM)


def _edge(photograph: Photograph) -> list[Vector]:
    return [np.array([ahead, _out(photograph) * EDGE_OUT_M, EDGE_UP_M]) for ahead in EDGE_AHEAD_M]


def _facts(photograph: Photograph, body: Body, view: View, edge: list[Vector]) -> dict[str, Any]:
    """What is true of a photograph: the thigh's angle, and where joints and the bed's edge are, in pixels."""
    joints = {name: body.skeleton.place[f"{bone}.{photograph.side}"] for name, bone in JOINTS.items()}
    thigh = joints["knee"] - joints["hip"]
    return {
        "file": f"{photograph.name}.jpg",
        "figure": photograph.figure,
        "side": {"L": "left", "R": "right"}[photograph.side],
        "angle_deg": round(math.degrees(math.asin(thigh[2] / np.linalg.norm(thigh))), 2),
        "camera": {
            "above_hip_cm": photograph.height_cm,
            "distance_cm": photograph.distance_cm,
            "yaw_deg": photograph.yaw_deg,
        },
        **{name: _point(view, place) for name, place in joints.items()},
        "horizontal": [_point(view, place) for place in edge],
    }


def _point(view: View, place: Vector) -> list[float]:
    """Across and down in pixels, and how many pixels a centimetre is there."""
    across, down = view.on_picture(place)[0] * SIZE
    depth_m = float((view.eye - place) @ view.direction)
    per_cm = SIZE[0] / 2 / (depth_m * 100 * HALF_SENSOR_MM / LENS_MM)
    return [round(float(value), 2) for value in (across, down, per_cm)]


def _take(stage: Stage, photograph: Photograph, body: Body, view: View, path: Path) -> None:
    chance = np.random.default_rng([SEED, photograph.thigh, photograph.yaw_deg % 360, photograph.height_cm])
    stage.clear()
    stage.pose(body.vertices)
    for slab in (*body.pieces, *room(chance, _out(photograph))):
        stage.add_slab(slab)
    stage.look_from(view, whole=True)
    raw = path.with_suffix(".png")
    stage.render(raw, SAMPLES)
    with Image.open(raw) as picture:
        _developed(picture, chance).save(path, quality=QUALITY)
    raw.unlink()


def _developed(picture: Image.Image, chance: np.random.Generator) -> Image.Image:
    """With the light, the colour and the grain of an ordinary phone indoors."""
    pixels = np.asarray(picture.convert("RGB"), np.float64)
    tone = np.array([1.04, 1.0, 0.93]) * chance.uniform(0.86, 1.04)
    grain = chance.normal(0, GRAIN, pixels.shape[:2])[..., None]
    return Image.fromarray(np.clip(pixels * tone + grain, 0, 255).astype(np.uint8))
