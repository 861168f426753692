"""A strap or a band in Blender: a flat ribbon along a line of points."""

from collections.abc import Mapping
from typing import Any

import bpy
import numpy as np

from .material import COLOURS, plain_material

THICK_M = 0.003


def ribbon(piece: Mapping[str, Any]) -> Any:
    """The object for a piece with `ribbon` (points in metres), `across`, `wide_cm`, `closed` and `colour`."""
    points, across = np.array(piece["ribbon"]), np.array(piece["across"]) * piece["wide_cm"] / 200
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
    return thing
