"""Reads the figure's public data: mesh, skeleton, skin weights and morph targets (all CC0, none of it kept here)."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from .rotation import Vector

VARIABLE = "SUPPLE_FIGURE_DATA"
NEEDED = ("3dobjs/base.obj", "rigs/default.mhskel", "rigs/default_weights.mhw", "targets/macrodetails")
RACES = ("african", "asian", "caucasian")
MOUTH_COMPRESSION = 0.35
BODY_AGE = 0.4
NO_DETAIL = {"breast/nipple-size-decr.target": 1.0, "breast/nipple-point-decr.target": 1.0}


class MissingFigureDataError(Exception):
    """The figure's data were not named, or are not where they were said to be."""


@dataclass(frozen=True, slots=True)
class Build:
    """What the figure's body is like; each from 0 to 1 (age: young to old; weight may go beyond).

    `races` are shares of the data's own, in their order. `shoulders_cm` moves each shoulder out and `neck_cm` the head
    down; `smile` pulls the corners of the mouth.
    """

    male: float = 0.5
    muscle: float = 0.68
    weight: float = 0.42
    ideal_proportions: float = 0.7
    age: float = 0.0
    races: tuple[float, float, float] = (1 / 3, 1 / 3, 1 / 3)
    shoulders_cm: float = 0.0
    neck_cm: float = 0.0
    smile: float = 0.0


@dataclass(frozen=True, slots=True)
class Mesh:
    """The whole mesh with its helper parts, in the data's own axes and decimetres."""

    vertices: Vector
    faces: list[list[int]]
    groups: list[str]


def find_figure_data(named: str | None) -> Path:
    """The folder that was named on the command line or in the environment; there is no default."""
    name = named or os.environ.get(VARIABLE)
    if not name:
        raise MissingFigureDataError(
            f"The figure's data were not named. Say where they are with --figure-data FOLDER or {VARIABLE}; "
            "assets/studio/README.md tells where anybody can get them."
        )
    folder = Path(name)
    absent = [part for part in NEEDED if not (folder / part).exists()]
    if absent:
        raise MissingFigureDataError(
            f"{folder} does not hold the figure's data: {', '.join(absent)} is missing."
        )
    return folder


def read_mesh(folder: Path) -> Mesh:
    """The base mesh; each face with the name of its group."""
    vertices: list[list[float]] = []
    faces: list[list[int]] = []
    groups: list[str] = []
    group = ""
    for line in (folder / NEEDED[0]).read_text("utf-8").splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "v":
            vertices.append([float(part) for part in rest.split()[:3]])
        elif kind == "g":
            group = rest.strip()
        elif kind == "f":
            faces.append([int(corner.split("/")[0]) - 1 for corner in rest.split()])
            groups.append(group)
    return Mesh(np.array(vertices), faces, groups)


def read_rig(folder: Path) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """The skeleton (bones, joints) and the weights of each bone."""
    skeleton = json.loads((folder / NEEDED[1]).read_text("utf-8"))
    weights = json.loads((folder / NEEDED[2]).read_text("utf-8"))["weights"]
    return skeleton, weights


def read_target(folder: Path, name: str, size: int) -> Vector:
    """How far each vertex moves in one morph target."""
    offsets = np.zeros((size, 3))
    for line in (folder / "targets" / name).read_text("utf-8").splitlines():
        parts = line.split()
        if len(parts) == 4 and not line.startswith("#"):
            offsets[int(parts[0])] = [float(part) for part in parts[1:]]
    return offsets


def target_weights(build: Build) -> dict[str, float]:
    """Which morph targets make this body, and how much of each: an adult of average height, eyes closed."""
    chosen: dict[str, float] = dict(NO_DETAIL)
    for race, of_race in zip(RACES, build.races, strict=True):
        chosen |= eye_closure(race, of_race)
        # The base face keeps its lips a little apart; together they leave no dark slit.
        chosen[f"expression/units/{race}/mouth-compression.target"] = MOUTH_COMPRESSION * of_race
        chosen[f"expression/units/{race}/mouth-corner-puller.target"] = build.smile * of_race
    for sex, of_sex in (("female", 1 - build.male), ("male", build.male)):
        for age, of_age in (("young", 1 - build.age), ("old", build.age)):
            for race, of_race in zip(RACES, build.races, strict=True):
                chosen[f"macrodetails/{race}-{sex}-{age}.target"] = of_sex * of_age * of_race
        # The data's old bodies have one weight only: the face takes all of the age, the body less.
        aged = build.age * BODY_AGE
        chosen[f"macrodetails/universal-{sex}-old-averagemuscle-averageweight.target"] = of_sex * aged
        share = of_sex * (1 - aged)
        for muscle, of_muscle in _shares(build.muscle, "muscle").items():
            for weight, of_weight in _shares(build.weight, "weight").items():
                amount = share * of_muscle * of_weight
                body = f"{sex}-young-{muscle}-{weight}"
                chosen[f"macrodetails/universal-{body}.target"] = amount
                chosen[f"macrodetails/proportions/{body}-idealproportions.target"] = (
                    max(amount, 0.0) * build.ideal_proportions
                )
                if sex == "female":
                    chosen[f"breast/{body}-mincup-averagefirmness.target"] = max(amount, 0.0)
    return {name: amount for name, amount in chosen.items() if amount}


def eye_closure(race: str, amount: float) -> dict[str, float]:
    """The targets that close both eyes."""
    return {f"expression/units/{race}/eye-{side}-closure.target": amount for side in ("left", "right")}


def _shares(value: float, noun: str) -> dict[str, float]:
    """How much of average and of the nearer extreme makes `value`."""
    far = abs(value - 0.5) * 2
    return {f"average{noun}": 1 - far, f"{'max' if value >= 0.5 else 'min'}{noun}": far}
