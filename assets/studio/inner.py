"""What is under the glassy skin in Blender: bones grown together from simple shapes, and the strands of a muscle."""

from collections.abc import Sequence
from typing import Any

import bpy
import numpy as np

from .anatomy import Part, Tissue
from .material import COLOURS, linear, plain_material

VOXEL_M, SMOOTH_ROUNDS = 0.0028, 10
GLASS = "#B9CCD6"
FACE_ON, EDGE_ON = 0.10, 0.62  # how opaque the skin is seen straight on and along its edge


def inner_objects(parts: Sequence[Part]) -> list[Any]:
    """Objects for the parts, ready to be linked."""
    materials = {
        Tissue.BONE: plain_material(COLOURS["bone"]),
        Tissue.DISC: plain_material(COLOURS["disc"]),
        Tissue.BOWL: plain_material(COLOURS["bowl"]),
        Tissue.MUSCLE: _muscle_material(),
    }
    return [_object(part, materials[part.tissue]) for part in parts]


def _object(part: Part, material: Any) -> Any:
    corners: list[list[float]] = []
    faces: list[list[int]] = []
    for points, own in part.meshes:
        faces += [[corner + len(corners) for corner in face] for face in own]
        corners += points.tolist()
    mesh = bpy.data.meshes.new(part.name)
    mesh.from_pydata(corners, [], faces)
    mesh.polygons.foreach_set("use_smooth", np.ones(len(mesh.polygons), bool))
    mesh.materials.append(material)
    thing = bpy.data.objects.new(part.name, mesh)
    if part.tissue is not Tissue.BONE:
        thing.modifiers.new("round", "SUBSURF").render_levels = 1
        return thing
    grown = thing.modifiers.new("grown", "REMESH")
    grown.mode, grown.voxel_size, grown.use_smooth_shade = "VOXEL", VOXEL_M, True
    smooth = thing.modifiers.new("smooth", "SMOOTH")
    smooth.factor, smooth.iterations = 0.5, SMOOTH_ROUNDS
    return thing


def _muscle_material() -> Any:
    material = plain_material(COLOURS["muscle"])
    surface = material.node_tree.nodes["Principled BSDF"]
    surface.inputs["Emission Color"].default_value = linear(COLOURS["muscle"])
    surface.inputs["Emission Strength"].default_value = 0.10
    return material


def glass_material() -> Any:
    """Skin that is clear seen straight on and shows its edges, so that the body's shape stays readable."""
    material = bpy.data.materials.new("glass")
    material.use_nodes = True
    tree = material.node_tree
    surface, output = tree.nodes["Principled BSDF"], tree.nodes["Material Output"]
    surface.inputs["Base Color"].default_value = linear(GLASS)
    surface.inputs["Roughness"].default_value = 0.45
    clear = tree.nodes.new("ShaderNodeBsdfTransparent")
    weight = tree.nodes.new("ShaderNodeLayerWeight")
    weight.inputs["Blend"].default_value = 0.35
    share = tree.nodes.new("ShaderNodeMapRange")
    share.inputs[3].default_value, share.inputs[4].default_value = FACE_ON, EDGE_ON
    mixed = tree.nodes.new("ShaderNodeMixShader")
    tree.links.new(weight.outputs["Facing"], share.inputs[0])
    tree.links.new(share.outputs[0], mixed.inputs[0])
    tree.links.new(clear.outputs[0], mixed.inputs[1])
    tree.links.new(surface.outputs[0], mixed.inputs[2])
    tree.links.new(mixed.outputs[0], output.inputs["Surface"])
    return material
