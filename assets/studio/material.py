"""Colours and materials: skin, cloth, hair and the glow of a muscle, all from fields of the figure."""

from collections.abc import Mapping
from typing import Any

import bpy

from .rotation import Vector

COLOURS = {
    "mat": "#8EA3B8", "wood": "#B7A592", "wall": "#C9CDD0", "cushion": "#A9BBB4", "strap": "#4F5D6B",
    "black": "#15100E", "bone": "#E4DBC8", "disc": "#B9C6CC", "bowl": "#3C93A3", "muscle": "#D0540D",
    "fibre": "#9C3D08", "sheet": "#BFC2BF", "sofa": "#8494A0", "shadow": "#0B1116",
}  # fmt: skip
SHARP_M = 0.0012
FADE_ASIDE, FADE_UP = (
    (0.24, 0.48),
    (0.55, 0.98),
)  # shares of a wall's width from its middle, and of its height
GLOW_SHINE, LINING_SHINE = 0.07, 0.42
# How much of its colour a deep muscle keeps under cloth; at 60 % the app could not tell it from skin.
DEEP, DEEP_GLOW = 0.85, (0.6, 0.75)
HAIR_RELIEF = 0.45
UNDER_SKIN, UNDER_SKIN_M = 0.14, 0.012  # how much light goes under the skin, and how far
LID_SHADOW_M = (0.0015, 0.0060)  # above the middle of the eye
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


def fading_material(colour: str, *, along_x: bool) -> Any:
    """A wall that ends in nothing above and at both sides."""
    material = plain_material(colour)
    nodes = _Nodes(material, {})
    nodes.link(_shown_of_wall(nodes, along_x=along_x), nodes.surface.inputs["Alpha"])
    return material


def wall_veil(*, along_x: bool) -> Any:
    """How much of a fading wall there is, as light instead of transparency: that has no grain."""
    material = flat_material()
    nodes = _Nodes(material, {})
    nodes.link(_shown_of_wall(nodes, along_x=along_x), material.node_tree.nodes[0].inputs["Color"])
    return material


def shadow_veil(picture: Any) -> Any:
    """How dark a floor's shadow is, as light."""
    material = flat_material()
    tree = material.node_tree
    tree.links.new(_clipped(tree, picture), tree.nodes[0].inputs["Color"])
    return material


def _shown_of_wall(nodes: "_Nodes", *, along_x: bool) -> Any:
    across, along, up = nodes.place_in_box()
    beside = nodes.math("ABSOLUTE", nodes.math("SUBTRACT", across if along_x else along, 0.5))
    return nodes.math(
        "MULTIPLY",
        nodes.math("SUBTRACT", 1.0, nodes.ramp(beside, *FADE_ASIDE)),
        nodes.math("SUBTRACT", 1.0, nodes.ramp(up, *FADE_UP)),
    )


def _clipped(tree: Any, picture: Any) -> Any:
    image = tree.nodes.new("ShaderNodeTexImage")
    image.image, image.extension = picture, "CLIP"
    return image.outputs["Color"]


def shadow_material(picture: Any) -> Any:
    """Nothing but darkness, as much as the picture says."""
    material = bpy.data.materials.new("shadow")
    material.use_nodes = True
    tree = material.node_tree
    tree.nodes.clear()
    clear, dark = tree.nodes.new("ShaderNodeBsdfTransparent"), tree.nodes.new("ShaderNodeEmission")
    dark.inputs["Color"].default_value = linear(COLOURS["shadow"])
    mixed, output = tree.nodes.new("ShaderNodeMixShader"), tree.nodes.new("ShaderNodeOutputMaterial")
    tree.links.new(_clipped(tree, picture), mixed.inputs[0])
    tree.links.new(clear.outputs[0], mixed.inputs[1])
    tree.links.new(dark.outputs[0], mixed.inputs[2])
    tree.links.new(mixed.outputs[0], output.inputs["Surface"])
    return material


def flat_material() -> Any:
    """One light colour without any lamp: only where something is matters."""
    material = bpy.data.materials.new("flat")
    material.use_nodes = True
    tree = material.node_tree
    tree.nodes.clear()
    shine, output = tree.nodes.new("ShaderNodeEmission"), tree.nodes.new("ShaderNodeOutputMaterial")
    tree.links.new(shine.outputs[0], output.inputs["Surface"])
    return material


class _Nodes:
    """A few words for building a material."""

    def __init__(self, material: Any, colours: Mapping[str, str]) -> None:
        self._colours = {**COLOURS, **colours}
        self._tree = material.node_tree
        self.surface = self._tree.nodes.get("Principled BSDF")

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
        for given, goal in ((value, node.inputs[0]), (other, node.inputs[1])):
            if isinstance(given, int | float):
                goal.default_value = given
            elif given is not None:
                self.link(given, goal)
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

    def value(self, name: str) -> Any:
        """A number that changes from picture to picture."""
        node = self._tree.nodes.get(name) or self._tree.nodes.new("ShaderNodeValue")
        node.name = name
        return node.outputs[0]

    def place_in_box(self) -> tuple[Any, Any, Any]:
        """The three shares of the object's box, 0 to 1."""
        place = self._tree.nodes.new("ShaderNodeTexCoord")
        parts = self._tree.nodes.new("ShaderNodeSeparateXYZ")
        self.link(place.outputs["Generated"], parts.inputs[0])
        return parts.outputs[0], parts.outputs[1], parts.outputs[2]

    def noise(self, place: str, stretch: tuple[float, float, float], *, detail: float = 1.0) -> Any:
        mapping = self._tree.nodes.new("ShaderNodeMapping")
        mapping.inputs["Scale"].default_value = stretch
        self.link(self.attribute(place, "Vector"), mapping.inputs["Vector"])
        noise = self._tree.nodes.new("ShaderNodeTexNoise")
        noise.inputs["Scale"].default_value, noise.inputs["Detail"].default_value = 1, detail
        self.link(mapping.outputs[0], noise.inputs["Vector"])
        return noise.outputs["Fac"]

    def bump(self, height: Any, strength: Any) -> Any:
        node = self._tree.nodes.new("ShaderNodeBump")
        node.inputs["Distance"].default_value = 0.004
        self.link(strength, node.inputs["Strength"])
        self.link(height, node.inputs["Height"])
        return node.outputs[0]


def body_material(colours: Mapping[str, str], eye: Vector, *, curls: bool) -> Any:
    """The figure: layers of colour from skin outwards, cut off where a field ends; `eye` is the left eye's middle."""
    material = bpy.data.materials.new("body")
    material.use_nodes = True
    nodes = _Nodes(material, colours)
    surface = nodes.surface
    strands = nodes.noise("strand", (1, 1, 1), detail=2.0 if curls else 3.0)
    hair_share = _hair_share(nodes, strands)
    cloth = nodes.math(
        "MAXIMUM",
        nodes.ramp(nodes.attribute("top"), 0, SHARP_M),
        nodes.ramp(nodes.attribute("shorts"), 0, SHARP_M),
    )
    colour = nodes.mix(
        hair_share, _face(nodes), nodes.mix(nodes.ramp(strands, 0.34, 0.70), "hair", "hair_light")
    )
    colour = nodes.mix(nodes.ramp(nodes.attribute("top"), 0, SHARP_M), colour, "top")
    colour = nodes.mix(nodes.ramp(nodes.attribute("shorts"), 0, SHARP_M), colour, "shorts")
    colour = nodes.mix(nodes.ramp(nodes.attribute("band"), 0, SHARP_M), colour, "band")
    colour = nodes.mix(nodes.attribute("eyeball"), colour, _eye(nodes, eye))
    glow = nodes.attribute("glow")
    nodes.link(nodes.mix(_glow_share(nodes, glow), colour, _muscle(nodes)), surface.inputs["Base Color"])
    nodes.link(nodes.bump(strands, nodes.math("MULTIPLY", hair_share, HAIR_RELIEF)), surface.inputs["Normal"])
    covered = nodes.math("MAXIMUM", nodes.math("MAXIMUM", cloth, hair_share), nodes.ramp(glow, 0.06, 0.4))
    bare = nodes.math("SUBTRACT", 1.0, nodes.math("MAXIMUM", covered, nodes.attribute("eyeball")))
    _feel(nodes, cloth, bare)
    lining = nodes.math("MULTIPLY", nodes.attribute("lining"), LINING_SHINE)
    nodes.link(nodes.mix(nodes.attribute("lining"), "muscle", "lips"), surface.inputs["Emission Color"])
    shine = nodes.math("ADD", nodes.math("MULTIPLY", glow, GLOW_SHINE), lining)
    nodes.link(shine, surface.inputs["Emission Strength"])
    # The glow is seen but lights nothing by itself: looking for it as a lamp would cost a fifth of the time.
    material.cycles.emission_sampling = "NONE"
    return material


def _face(nodes: _Nodes) -> Any:
    """Skin with a little more blood where it lies thin, lips, brows and lid lines."""
    tone = nodes.math("MULTIPLY", nodes.ramp(nodes.noise("rest", (26, 26, 26), detail=2.0), 0.4, 0.7), 0.12)
    skin = nodes.mix(nodes.math("ADD", nodes.attribute("blush"), tone), "skin", "blush")
    lips = nodes.math("MULTIPLY", nodes.ramp(nodes.attribute("lips"), 0, 0.004), 0.55)
    brow = nodes.math("MULTIPLY", nodes.ramp(nodes.attribute("brow"), -0.0010, 0.0014), 0.72)
    lash = nodes.math("MULTIPLY", nodes.ramp(nodes.attribute("lash"), -0.0004, 0.0008), 0.9)
    return nodes.mix(lash, nodes.mix(brow, nodes.mix(lips, skin, "lips"), "brow"), "lash")


def _hair_share(nodes: _Nodes, strands: Any) -> Any:
    """The hair line is feathered by the strands themselves instead of ending like the rim of a cap."""
    fringe = nodes.math("MULTIPLY", nodes.math("SUBTRACT", strands, 0.5), 0.014)
    return nodes.ramp(nodes.math("ADD", nodes.attribute("hair"), fringe), -0.001, 0.006)


def _glow_share(nodes: _Nodes, glow: Any) -> Any:
    """A narrow edge (between orange and the blue of the shorts lies mauve); what lies deep shows through."""
    edge = nodes.ramp(glow, 0.06, 0.45)
    deep = nodes.math("ADD", nodes.math("MULTIPLY", nodes.ramp(glow, *DEEP_GLOW), 1 - DEEP), DEEP)
    return nodes.math("MULTIPLY", nodes.math("MULTIPLY", edge, deep), 0.97)


def _muscle(nodes: _Nodes) -> Any:
    stripes = nodes.math("MULTIPLY", nodes.ramp(nodes.math("SINE", nodes.attribute("fibre")), -0.2, 1), 0.6)
    return nodes.mix(stripes, "muscle", "fibre")


def _feel(nodes: _Nodes, cloth: Any, bare: Any) -> None:
    """Matt cloth, skin with soft light under it and a roughness that varies, eyes that do not glint."""
    surface = nodes.surface
    uneven = nodes.math("MULTIPLY", nodes.ramp(nodes.noise("rest", (90, 90, 90), detail=2.0), 0.3, 0.7), 0.16)
    skin = nodes.math("ADD", uneven, 0.52)
    rough = nodes.math("ADD", skin, nodes.math("MULTIPLY", cloth, 0.34))
    nodes.link(rough, surface.inputs["Roughness"])
    nodes.link(nodes.math("MULTIPLY", bare, 0.20), surface.inputs["Specular IOR Level"])
    nodes.link(nodes.math("MULTIPLY", bare, UNDER_SKIN), surface.inputs["Subsurface Weight"])
    surface.inputs["Subsurface Radius"].default_value = (1.0, 0.36, 0.20)
    surface.inputs["Subsurface Scale"].default_value = UNDER_SKIN_M


def _eye(nodes: _Nodes, middle: Vector) -> Any:
    """White, iris and pupil by the distance from the line of sight, the same for both eyes."""
    x, z = nodes.rest_place()
    # The gaze moves iris and pupil: aside on both eyes alike, so to the nose on one of them.
    left = nodes.math("MULTIPLY", nodes.math("SIGN", x), nodes.value("gaze_side"))
    beside = nodes.math("SUBTRACT", nodes.math("ABSOLUTE", x), float(middle[0]))
    above = nodes.math("SUBTRACT", z, float(middle[2]))
    beside, above = (
        nodes.math("SUBTRACT", beside, left),
        nodes.math("SUBTRACT", above, nodes.value("gaze_up")),
    )
    squares = [nodes.math("MULTIPLY", value, value) for value in (beside, above)]
    far = nodes.math("SQRT", nodes.math("ADD", *squares))
    shade = nodes.math(
        "MULTIPLY", nodes.ramp(nodes.math("SUBTRACT", z, float(middle[2])), *LID_SHADOW_M), 0.8
    )
    white = nodes.mix(
        nodes.ramp(far, IRIS_M, IRIS_M + 0.0006), "iris", nodes.mix(shade, "eye_white", "lid_shadow")
    )
    return nodes.mix(nodes.ramp(far, PUPIL_M, PUPIL_M + 0.0005), "black", white)
