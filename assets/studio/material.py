"""Colours and materials: skin, cloth, hair and the glow of a muscle, all from fields of the figure."""

from collections.abc import Mapping
from typing import Any

import bpy

from .rotation import Vector

COLOURS = {
    "mat": "#8EA3B8", "wood": "#B7A592", "wall": "#C9CDD0", "cushion": "#A9BBB4", "strap": "#4F5D6B",
    "black": "#15100E", "bone": "#E4DBC8", "disc": "#B9C6CC", "bowl": "#3C93A3", "muscle": "#E06310",
    "fibre": "#AC450C",
}  # fmt: skip
SHARP_M = 0.0012
GLOW_SHINE, LINING_SHINE = 0.07, 0.42
IRIS_M, PUPIL_M = 0.0068, 0.0031


def linear(colour: str) -> tuple[float, float, float, float]:
    """A colour of the table as Blender wants it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return red, green, blue, 1.0


def plain_material(colour: str) -> Any:
    """One matt colour, for mats and furniture."""
    material = bpy.data.materials.new("plain")
    material.use_nodes = True
    surface = material.node_tree.nodes["Principled BSDF"]
    surface.inputs["Base Color"].default_value = linear(colour)
    surface.inputs["Roughness"].default_value = 0.8
    surface.inputs["Specular IOR Level"].default_value = 0.2
    return material


class _Nodes:
    """A few words for building a material."""

    def __init__(self, material: Any, colours: Mapping[str, str]) -> None:
        self._colours = {**COLOURS, **colours}
        self._tree = material.node_tree
        self.surface = self._tree.nodes["Principled BSDF"]

    def link(self, source: Any, goal: Any) -> None:
        self._tree.links.new(source, goal)

    def attribute(self, name: str, output: str = "Fac") -> Any:
        node = self._tree.nodes.new("ShaderNodeAttribute")
        node.attribute_name = name
        return node.outputs[output]

    def ramp(self, value: Any, low: float, high: float) -> Any:
        node = self._tree.nodes.new("ShaderNodeMapRange")
        node.inputs[1].default_value, node.inputs[2].default_value, node.clamp = low, high, True
        self.link(value, node.inputs[0])
        return node.outputs[0]

    def math(self, operation: str, value: Any, other: Any = None) -> Any:
        node = self._tree.nodes.new("ShaderNodeMath")
        node.operation = operation
        self.link(value, node.inputs[0])
        if isinstance(other, int | float):
            node.inputs[1].default_value = other
        elif other is not None:
            self.link(other, node.inputs[1])
        return node.outputs[0]

    def mix(self, share: Any, one: Any, other: Any) -> Any:
        node = self._tree.nodes.new("ShaderNodeMix")
        node.data_type = "RGBA"
        self.link(share, node.inputs["Factor"])
        for value, goal in ((one, node.inputs[6]), (other, node.inputs[7])):
            if isinstance(value, str):
                goal.default_value = linear(self._colours[value])
            else:
                self.link(value, goal)
        return node.outputs[2]

    def rest_place(self) -> tuple[Any, Any]:
        """Across and up in the resting figure."""
        parts = self._tree.nodes.new("ShaderNodeSeparateXYZ")
        self.link(self.attribute("rest", "Vector"), parts.inputs[0])
        return parts.outputs[0], parts.outputs[2]

    def noise(self, stretch: tuple[float, float, float]) -> Any:
        mapping = self._tree.nodes.new("ShaderNodeMapping")
        mapping.inputs["Scale"].default_value = stretch
        self.link(self.attribute("rest", "Vector"), mapping.inputs["Vector"])
        noise = self._tree.nodes.new("ShaderNodeTexNoise")
        noise.inputs["Scale"].default_value, noise.inputs["Detail"].default_value = 1, 1
        self.link(mapping.outputs[0], noise.inputs["Vector"])
        return noise.outputs["Fac"]

    def bump(self, height: Any, strength: Any) -> Any:
        node = self._tree.nodes.new("ShaderNodeBump")
        node.inputs["Distance"].default_value = 0.012
        self.link(strength, node.inputs["Strength"])
        self.link(height, node.inputs["Height"])
        return node.outputs[0]


def body_material(colours: Mapping[str, str], eye: Vector) -> Any:
    """The figure: layers of colour from skin outwards, cut off where a field ends; `eye` is the left eye's middle."""
    material = bpy.data.materials.new("body")
    material.use_nodes = True
    nodes = _Nodes(material, colours)
    surface = nodes.surface
    surface.inputs["Roughness"].default_value = 0.62
    surface.inputs["Specular IOR Level"].default_value = 0.25
    strands = nodes.noise((170, 22, 40))
    # The hair line is feathered by the strands themselves instead of ending like the rim of a cap.
    fringe = nodes.math("MULTIPLY", nodes.math("SUBTRACT", strands, 0.5), 0.007)
    fine = nodes.math("MULTIPLY", nodes.math("SUBTRACT", nodes.noise((620, 90, 140)), 0.5), 0.016)
    fringe = nodes.math("ADD", fringe, fine)
    feathered = nodes.math("ADD", nodes.attribute("hair"), fringe)
    lips = nodes.math("MULTIPLY", nodes.ramp(nodes.attribute("lips"), 0, 0.004), 0.55)
    brow = nodes.math("MULTIPLY", nodes.ramp(nodes.attribute("brow"), -0.0006, 0.0010), 0.8)
    colour = nodes.mix(brow, nodes.mix(lips, "skin", "lips"), "brow")
    colour = nodes.mix(
        nodes.math("MULTIPLY", nodes.ramp(nodes.attribute("lash"), -0.0004, 0.0008), 0.85), colour, "lash"
    )
    hair = nodes.mix(nodes.ramp(strands, 0.35, 0.75), "hair", "hair_light")
    colour = nodes.mix(nodes.ramp(feathered, -0.001, 0.008), colour, hair)
    colour = nodes.mix(nodes.ramp(nodes.attribute("top"), 0, SHARP_M), colour, "top")
    colour = nodes.mix(nodes.ramp(nodes.attribute("shorts"), 0, SHARP_M), colour, "shorts")
    colour = nodes.mix(nodes.attribute("eyeball"), colour, _eye(nodes, eye))
    glow = nodes.attribute("glow")
    stripes = nodes.math("MULTIPLY", nodes.ramp(nodes.math("SINE", nodes.attribute("fibre")), -0.2, 1), 0.6)
    muscle = nodes.mix(stripes, "muscle", "fibre")
    # A narrow edge: between orange and the blue of the shorts lies mauve, which should not be seen as a colour.
    shown = nodes.math("MULTIPLY", nodes.ramp(glow, 0.06, 0.62), 0.97)
    colour = nodes.mix(shown, colour, muscle)
    nodes.link(colour, surface.inputs["Base Color"])
    nodes.link(nodes.bump(strands, nodes.ramp(nodes.attribute("hair"), 0, 0.004)), surface.inputs["Normal"])
    lining = nodes.math("MULTIPLY", nodes.attribute("lining"), LINING_SHINE)
    nodes.link(nodes.mix(nodes.attribute("lining"), "muscle", "lips"), surface.inputs["Emission Color"])
    shine = nodes.math("ADD", nodes.math("MULTIPLY", glow, GLOW_SHINE), lining)
    nodes.link(shine, surface.inputs["Emission Strength"])
    # The glow is seen but lights nothing by itself: looking for it as a lamp would cost a fifth of the time.
    material.cycles.emission_sampling = "NONE"
    return material


def _eye(nodes: _Nodes, middle: Vector) -> Any:
    """White, iris and pupil by the distance from the line of sight, the same for both eyes."""
    x, z = nodes.rest_place()
    beside = nodes.math("SUBTRACT", nodes.math("ABSOLUTE", x), float(middle[0]))
    above = nodes.math("SUBTRACT", z, float(middle[2]))
    squares = [nodes.math("MULTIPLY", value, value) for value in (beside, above)]
    far = nodes.math("SQRT", nodes.math("ADD", *squares))
    white = nodes.mix(nodes.ramp(far, IRIS_M, IRIS_M + 0.0006), "iris", "eye_white")
    return nodes.mix(nodes.ramp(far, PUPIL_M, PUPIL_M + 0.0005), "black", white)
