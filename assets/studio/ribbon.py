"""A strap or a band in Blender: a flat ribbon along a line of points."""

from collections.abc import Mapping
from typing import Any

import bpy
import numpy as np
from scipy.interpolate import PchipInterpolator

from .material import COLOURS, plain_material
from .rotation import Vector

THICK_M, ROUND_M, BETWEEN = 0.005, 0.0022, 8


def ribbon(piece: Mapping[str, Any]) -> Any:
    """The object for a piece with `ribbon` (points in metres), `across`, `wide_cm`, `closed` and `colour`."""
    points = _soft(np.array(piece["ribbon"]), closed=piece["closed"])
    across = np.array(piece["across"]) * piece["wide_cm"] / 200
    count = len(points)
    corners = np.vstack([points - across, points + across])
    last = count if piece["closed"] else count - 1
    faces = [[i, (i + 1) % count, count + (i + 1) % count, count + i] for i in range(last)]
    mesh = bpy.data.meshes.new("ribbon")
    mesh.from_pydata(corners.tolist(), [], faces)
    mesh.polygons.foreach_set("use_smooth", np.ones(len(mesh.polygons), bool))
    mesh.materials.append(plain_material(COLOURS[piece["colour"]]))
    thing = bpy.data.objects.new("ribbon", mesh)
    thick = thing.modifiers.new("thick", "SOLIDIFY")
    thick.thickness, thick.offset = THICK_M, 0
    edge = thing.modifiers.new("edge", "BEVEL")
    edge.width, edge.segments = ROUND_M, 3
    return thing


def _soft(points: Vector, *, closed: bool) -> Vector:
    """The line with its corners rounded."""
    way = np.vstack([points, points[:1]]) if closed else points
    length = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(way, axis=0), axis=1))])
    curve = PchipInterpolator(length, way, axis=0)
    count = BETWEEN * (len(way) - 1)
    places = curve(np.linspace(0, length[-1], count + 1))
    return np.asarray(places[:-1] if closed else places)
