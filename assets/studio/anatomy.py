"""Bones and deep muscles under the skin, posed with the skeleton, for the see-through pictures (`anatomy.toml`)."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from scipy.interpolate import PchipInterpolator

from .muscles import place_of
from .recipe import PoseFileError
from .rotation import Vector, smoothstep, unit
from .skeleton import Skeleton

Mesh = tuple[Vector, list[list[int]]]
RING, STEPS = 14, 28
PLATE_STEPS = (30, 18)
THIN_END = 0.42
BOWL_RING, BOWL_DOWN = 64, 14
BODY_UP, BODY_SIZE = (-0.5, -0.46, -0.2, 0.2, 0.46, 0.5), (0.8, 1, 0.9, 0.9, 1, 0.8)


class Tissue(StrEnum):
    """What a part is made of; the meshes of a bone grow together."""

    BONE = "bone"
    DISC = "disc"
    MUSCLE = "muscle"
    BOWL = "bowl"


@dataclass(frozen=True, slots=True)
class Part:
    """One solid shape in the world."""

    name: str
    meshes: tuple[Mesh, ...]
    tissue: Tissue


def parts(skeleton: Skeleton, what: str, side: str) -> list[Part]:
    """Spine, pelvis and thigh bones, and one muscle of one side or the bowl; `PoseFileError` when it is not drawn."""
    table = _table()
    if what != Tissue.BOWL and what not in table["muscles"]:
        known = ", ".join([*table["muscles"], Tissue.BOWL])
        raise PoseFileError(f"{what} is not drawn from within; there are {known}")
    made = [
        Part(f"vertebra {i}", shape, Tissue.BONE)
        for i, shape in enumerate(_vertebrae(skeleton, table["spine"]))
    ]
    made.append(Part("discs", tuple(_discs(skeleton, table["spine"])), Tissue.DISC))
    made += [Part(name, tuple(_bone(skeleton, bone)), Tissue.BONE) for name, bone in table["bones"].items()]
    if what == Tissue.BOWL:
        made.append(Part(what, (_bowl(skeleton, table["bowl"]),), Tissue.BOWL))
    else:
        made.append(Part(what, tuple(_strands(skeleton, table["muscles"][what], side)), Tissue.MUSCLE))
    return made


def _vertebrae(skeleton: Skeleton, spine: Mapping[str, Any]) -> Iterator[tuple[Mesh, ...]]:
    """Body, a spine behind and two side spines, each; carried by the nearest bone of the spine."""
    wide, deep, high = (spine[key] / 100 for key in ("wide", "deep", "high"))
    for share, ahead in spine["levels"]:
        middle = place_of(skeleton.figure, [f"trunk:{share}", 0, ahead, 0], "L")
        bone = _spine_bone(skeleton, middle[2])
        rings = [
            _oval(middle + np.array([0, 0, up * high]), wide * size, deep * size)
            for up, size in zip(BODY_UP, BODY_SIZE, strict=True)
        ]
        behind = middle + np.array([0, deep / 2, -0.002])
        rods = [(behind, 0.009, behind + np.array([0, 0.030, -0.010]), 0.005)]
        for sign in (-1, 1):
            tip = behind + np.array([sign * 0.036, 0.008, 0.002])
            rods.append((behind - np.array([0, 0.004, 0]), 0.007, tip, 0.004))
        meshes = [_lofted(rings), *(_rod(*rod) for rod in rods)]
        yield tuple((_carried(skeleton, bone, points), faces) for points, faces in meshes)


def _discs(skeleton: Skeleton, spine: Mapping[str, Any]) -> Iterator[Mesh]:
    """A disc under each vertebra."""
    wide, deep, high, disc = (spine[key] / 100 for key in ("wide", "deep", "high", "disc_high"))
    for share, ahead in spine["levels"]:
        middle = place_of(skeleton.figure, [f"trunk:{share}", 0, ahead, 0], "L") - [0, 0, (high + disc) / 2]
        rings = [
            _oval(middle + np.array([0, 0, up * disc]), wide * size, deep * size)
            for up, size in ((-0.6, 0.86), (0, 0.96), (0.6, 0.86))
        ]
        points, faces = _lofted(rings)
        yield _carried(skeleton, _spine_bone(skeleton, middle[2]), points), faces


def _spine_bone(skeleton: Skeleton, height: float) -> str:
    """The bone of the spine that carries a point at that height of the rest pose."""
    heights = {bone: head[2] for bone, head in skeleton.figure.head.items() if bone.startswith("spine0")}
    return max((bone for bone in heights if heights[bone] <= height), key=heights.__getitem__, default="root")


def _oval(middle: Vector, wide: float, deep: float) -> Vector:
    angles = np.linspace(0, 2 * np.pi, RING, endpoint=False)
    return np.asarray(
        middle + np.stack([np.cos(angles) * wide / 2, np.sin(angles) * deep / 2, 0 * angles], 1)
    )


def _bowl(skeleton: Skeleton, bowl: Mapping[str, Any]) -> Mesh:
    """A bowl with a round rim that lies in the pelvis and tips with it."""
    middle, thick = place_of(skeleton.figure, bowl["middle"], "L"), bowl["thick"] / 100
    half = np.array(bowl["half"]) / 100
    turns = np.linspace(0, 2 * np.pi, BOWL_RING, endpoint=False)
    profile = [(1.0, -d) for d in np.linspace(0, np.pi / 2 * 0.97, BOWL_DOWN)]
    inner = 1 - thick / half.mean()
    profile = [*profile[::-1], *((inner, d) for _, d in profile)]
    rings = [
        middle
        + size
        * half
        * np.stack([np.cos(turns) * np.cos(d), np.sin(turns) * np.cos(d), 0 * turns + np.sin(d)], 1)
        for size, d in profile
    ]
    points, faces = _lofted(rings)
    return _carried(skeleton, "root", points), faces


def _bone(skeleton: Skeleton, bone: Mapping[str, Any]) -> Iterator[Mesh]:
    for side in "LR" if bone.get("mirrored") else "L":
        for points, faces in _shapes(skeleton, bone, side):
            on = bone["on"] if bone["on"] == "root" else f"{bone['on']}.{side}"
            yield _carried(skeleton, on, points), faces


def _shapes(skeleton: Skeleton, bone: Mapping[str, Any], side: str) -> Iterator[Mesh]:
    figure = skeleton.figure
    for point, radius in bone.get("balls", ()):
        place = place_of(figure, point, side)
        yield _rod(place - [0, 0, 1e-4], radius / 100, place + np.array([0, 0, 1e-4]), radius / 100)
    for start, thick, end, thin in bone.get("rods", ()):
        yield _rod(place_of(figure, start, side), thick / 100, place_of(figure, end, side), thin / 100)
    for rows in bone.get("plates", ()):
        yield _plate(
            np.array([[place_of(figure, p, side) for p in row] for row in rows]), bone["thick"] / 100
        )


def _strands(skeleton: Skeleton, muscle: Mapping[str, Any], side: str) -> Iterator[Mesh]:
    """Tubes that swell in the middle; the way from the trunk's bones to the thigh's is gradual."""
    figure, radius = skeleton.figure, muscle["radius"] / 100
    for strand in muscle["strands"]:
        knots = np.array([place_of(figure, p, side) for p in (strand["from"], *strand["over"], muscle["to"])])
        far = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(knots, axis=0), axis=1))])
        share = np.linspace(0, 1, STEPS)
        line = PchipInterpolator(far / far[-1], knots)(share)
        bone = (
            "spine05"
            if strand["from"][0].startswith("trunk") and float(strand["from"][0][6:]) > 0.15
            else "root"
        )
        upper, lower = _carried(skeleton, bone, line), _carried(skeleton, f"upperleg02.{side}", line)
        line = upper + smoothstep(share, 0.55, 0.95)[:, None] * (lower - upper)
        swell = THIN_END + (1 - THIN_END) * np.sin(np.pi * np.clip(share * 0.92 + 0.06, 0, 1)) ** 0.8
        yield _tube(line, radius * swell)


def _carried(skeleton: Skeleton, bone: str, points: Vector) -> Vector:
    offset = points - skeleton.figure.head[bone]
    return np.asarray(skeleton.place[bone] + offset @ skeleton.rotation[bone].T)


def _rod(start: Vector, thick: float, end: Vector, thin: float) -> Mesh:
    """A rod with round ends."""
    way = unit(end - start)
    first = [(start - way * thick * np.cos(a), thick * np.sin(a)) for a in np.linspace(0.15, np.pi / 2, 6)]
    last = [(end + way * thin * np.cos(a), thin * np.sin(a)) for a in np.linspace(np.pi / 2, 0.15, 6)]
    line, sizes = zip(*first, *last, strict=True)
    return _tube(np.array(line), np.array(sizes))


def _tube(line: Vector, sizes: Vector) -> Mesh:
    angles = np.linspace(0, 2 * np.pi, RING, endpoint=False)
    ways = unit(np.gradient(line, axis=0))
    aside = unit(np.cross(ways[0], [0.31, 0.87, 0.38]))
    rings = []
    for place, way, size in zip(line, ways, sizes, strict=True):
        aside = unit(aside - way * (aside @ way))
        rings.append(
            place + size * (np.outer(np.cos(angles), aside) + np.outer(np.sin(angles), np.cross(way, aside)))
        )
    return _lofted(rings)


def _lofted(rings: Sequence[Vector]) -> Mesh:
    """The closed skin through rings of equally many points."""
    ring = len(rings[0])
    faces = [
        [row * ring + i, row * ring + (i + 1) % ring, (row + 1) * ring + (i + 1) % ring, (row + 1) * ring + i]
        for row in range(len(rings) - 1)
        for i in range(ring)
    ]
    faces += [list(range(ring))[::-1], list(range((len(rings) - 1) * ring, len(rings) * ring))]
    return np.vstack(rings), faces


def _plate(rows: Vector, thick: float) -> Mesh:
    """A closed plate round a smooth sheet through the rows."""
    long, wide = PLATE_STEPS
    sheet = PchipInterpolator(np.linspace(0, 1, len(rows)), rows)(np.linspace(0, 1, wide))
    sheet = PchipInterpolator(np.linspace(0, 1, rows.shape[1]), sheet, axis=1)(np.linspace(0, 1, long))
    normal = unit(np.cross(np.gradient(sheet, axis=0), np.gradient(sheet, axis=1)))
    count = wide * long
    points = np.vstack(
        [(sheet + normal * thick / 2).reshape(-1, 3), (sheet - normal * thick / 2).reshape(-1, 3)]
    )
    quads = [
        [a * long + b, (a + 1) * long + b, (a + 1) * long + b + 1, a * long + b + 1]
        for a in range(wide - 1)
        for b in range(long - 1)
    ]
    rim = [*range(long), *(a * long + long - 1 for a in range(1, wide))]
    rim += [
        *((wide - 1) * long + b for b in range(long - 2, -1, -1)),
        *(a * long for a in range(wide - 2, 0, -1)),
    ]
    faces = quads + [[corner + count for corner in quad[::-1]] for quad in quads]
    faces += [[a, b, b + count, a + count] for a, b in zip(rim, [*rim[1:], rim[0]], strict=True)]
    return points, faces


@cache
def _table() -> Mapping[str, Any]:
    with (Path(__file__).parent / "anatomy.toml").open("rb") as file:
        return tomllib.load(file)
