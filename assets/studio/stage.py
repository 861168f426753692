"""The set in Blender: the figure, mat and furniture, lights, camera, and the render itself."""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import bpy
import numpy as np
from mathutils import Vector as BlenderVector

from .anatomy import Part
from .figure import Figure
from .floor import FloorShadow
from .inner import glass_material, inner_objects
from .material import (
    COLOURS,
    body_material,
    fading_material,
    flat_material,
    plain_material,
    shadow_material,
    shadow_veil,
    wall_veil,
)
from .ribbon import ribbon
from .rotation import Vector
from .view import View

EDGE = 0.012  # share of the picture that is rendered round what is seen
DOT, BALL_RINGS, BALL_SIDES = "#F2B33D", 17, 32
EDGE_SAMPLES, VEIL_SAMPLES = 64, 8
FLOOR_M = -0.001
VERSION = 6  # raise it when the look changes: every picture is then made anew


class Stage:
    """One figure under the lights; poses, props and the camera change from picture to picture."""

    def __init__(self, figure: Figure, *, smooth_levels: int = 1, threads: int = 2) -> None:
        bpy.ops.wm.read_factory_settings(use_empty=True)
        self._scene = bpy.context.scene
        self._settings(threads)
        mesh = self._mesh = bpy.data.meshes.new("body")
        mesh.from_pydata(figure.vertices.tolist(), [], figure.faces.tolist())
        mesh.polygons.foreach_set("use_smooth", np.ones(len(mesh.polygons), bool))
        self._body = bpy.data.objects.new("body", mesh)
        self._scene.collection.objects.link(self._body)
        for name, values in figure.fields.items():
            self._attribute(name, values)
        self.show_muscle(np.zeros(len(figure.vertices)), np.zeros(len(figure.vertices)))
        for name, places in (("rest", figure.vertices), ("strand", figure.strand)):
            attribute = mesh.attributes.new(name, "FLOAT_VECTOR", "POINT")
            attribute.data.foreach_set("vector", np.ascontiguousarray(places, np.float32).ravel())
        subdivision = self._body.modifiers.new("smooth", "SUBSURF")
        subdivision.levels = subdivision.render_levels = smooth_levels
        self._flat, self._veils = flat_material(), dict[str, Any]()
        self._opaque, self._glass = (
            body_material(figure.colours, _left_eye(figure), curls=figure.curls),
            glass_material(),
        )
        mesh.materials.append(self._opaque)

    def _settings(self, threads: int) -> None:
        scene = self._scene
        scene.render.engine = "CYCLES"
        cycles = scene.cycles
        cycles.device = "CPU"
        cycles.use_denoising = True
        cycles.denoiser = "OPENIMAGEDENOISE"
        cycles.denoising_input_passes = "RGB_ALBEDO_NORMAL"
        # Measured: these three halve the time at the same quality (49 dB against 64 samples).
        cycles.denoising_quality, cycles.denoising_prefilter = "BALANCED", "FAST"
        cycles.use_light_tree = False
        cycles.use_adaptive_sampling, cycles.adaptive_threshold = True, 0.02
        cycles.max_bounces, cycles.diffuse_bounces, cycles.glossy_bounces = 4, 2, 1
        cycles.caustics_reflective = cycles.caustics_refractive = False
        render = scene.render
        render.film_transparent = True
        render.image_settings.file_format, render.image_settings.color_mode = "PNG", "RGBA"
        render.image_settings.compression = 5
        render.threads_mode, render.threads = "FIXED", threads
        render.use_persistent_data = True
        scene.view_settings.view_transform, scene.view_settings.look = "Standard", "None"
        world = bpy.data.worlds.new("sky")
        scene.world = world
        world.use_nodes = True
        sky = world.node_tree.nodes["Background"]
        sky.inputs[0].default_value, sky.inputs[1].default_value = (0.93, 0.96, 1, 1), 0.5

    # --- the figure

    def pose(self, vertices: Vector) -> None:
        """Move the figure's skin."""
        self._mesh.vertices.foreach_set("co", np.ascontiguousarray(vertices, np.float32).ravel())
        self._mesh.update()

    def show_muscle(self, strength: Vector, phase: Vector) -> None:
        """Let a muscle glow through the cloth."""
        self._attribute("glow", strength)
        self._attribute("fibre", phase)

    def look_towards(self, side_m: float, up_m: float) -> None:
        """Turn the eyes: where iris and pupil are beside and above the middle of each eye, in metres."""
        nodes = self._opaque.node_tree.nodes
        nodes["gaze_side"].outputs[0].default_value = side_m
        nodes["gaze_up"].outputs[0].default_value = up_m

    def show_inside(self, parts: Sequence[Part]) -> None:
        """Make the skin glassy and put bones and a muscle into it; nothing when there are no parts."""
        self._mesh.materials[0] = self._glass if parts else self._opaque
        for thing in inner_objects(parts) if parts else ():
            self._scene.collection.objects.link(thing)

    def _attribute(self, name: str, values: Vector) -> None:
        attribute = self._mesh.attributes.get(name) or self._mesh.attributes.new(name, "FLOAT", "POINT")
        attribute.data.foreach_set("value", np.ascontiguousarray(values, np.float32))

    # --- props, lights, camera

    def clear(self) -> None:
        """Take away everything but the figure."""
        self._veils.clear()
        for thing in list(bpy.data.objects):
            if thing is not self._body:
                bpy.data.objects.remove(thing)

    def add_slab(self, prop: Mapping[str, Any]) -> Vector:
        """A board with rounded corners whose top is at a height; returns its corners. Centimetres."""
        if "ribbon" in prop:
            self._scene.collection.objects.link(ribbon(prop))
            return np.array(prop["ribbon"])
        if "ball" in prop:
            self._scene.collection.objects.link(_ball(prop))
            return np.array([prop["ball"]])
        length, width, thick = (prop[key] / 100 for key in ("length_cm", "width_cm", "thick_cm"))
        x, y, top = (prop.get(key, 0.0) / 100 for key in ("x_cm", "y_cm", "top_cm"))
        outline = _rounded(length, width, min(prop.get("corner_cm", 5.0) / 100, length / 2.01, width / 2.01))
        count = len(outline)
        corners = [(a, b, 0.0) for a, b in outline] + [(a, b, -thick) for a, b in outline]
        faces = [list(range(count)), list(range(2 * count - 1, count - 1, -1))]
        faces += [[i, count + i, count + (i + 1) % count, (i + 1) % count] for i in range(count)]
        mesh = bpy.data.meshes.new("slab")
        mesh.from_pydata(corners, [], faces)
        mesh.polygons.foreach_set("use_smooth", np.ones(len(mesh.polygons), bool))
        slab = bpy.data.objects.new("slab", mesh)
        slab.location = (x, y, top)
        self._scene.collection.objects.link(slab)
        bevel = slab.modifiers.new("edge", "BEVEL")
        bevel.width, bevel.segments = min(prop.get("edge_cm", 0.5) / 100, thick / 2.1), 4
        bevel.limit_method, bevel.angle_limit = "ANGLE", math.radians(50)
        slab.modifiers.new("flat", "WEIGHTED_NORMAL").keep_sharp = True
        colour = prop.get("colour", "mat")
        if colour == "wall":
            mesh.materials.append(fading_material(_colour(colour), along_x=length > width))
            self._veils[slab.name] = wall_veil(along_x=length > width)
        else:
            mesh.materials.append(plain_material(_colour(colour)))
        return np.array([[x + a * length / 2, y + b * width / 2, top] for a in (-1, 1) for b in (-1, 1)])

    def add_floor_shadow(self, shadow: FloorShadow) -> None:
        """Lay a soft shadow on the floor."""
        high, wide = shadow.dark.shape
        picture = bpy.data.images.new("shadow", wide, high, float_buffer=True, is_data=True)
        picture.pixels.foreach_set(np.repeat(shadow.dark.astype(np.float32).ravel(), 4))
        (left, near), (along, aside) = shadow.corner, shadow.size
        mesh = bpy.data.meshes.new("floor")
        corners = [(0, 0), (along, 0), (along, aside), (0, aside)]
        mesh.from_pydata([(left + x, near + y, FLOOR_M) for x, y in corners], [], [(0, 1, 2, 3)])
        places = mesh.uv_layers.new()
        places.data.foreach_set("uv", [0, 0, 1, 0, 1, 1, 0, 1])
        mesh.materials.append(shadow_material(picture))
        floor = bpy.data.objects.new("floor", mesh)
        self._veils[floor.name] = shadow_veil(picture)
        self._scene.collection.objects.link(floor)

    def look_from(self, view: View, *, whole: bool = False) -> None:
        """Put the camera there; lights stand with it. Only the box that something fills is rendered, or the `whole`."""
        self._lights(np.array([view.centre[0], view.centre[1], 0.3]), view.direction)
        data = bpy.data.cameras.new("camera")
        data.lens = view.lens_mm
        self._scene.camera = self._aimed(data, view.eye, view.centre)
        render = self._scene.render
        render.resolution_x, render.resolution_y = view.size
        render.use_border = not whole
        if whole:
            return
        places = view.on_picture(self._corners())
        (left, top), (right, bottom) = places.min(0) - EDGE, places.max(0) + EDGE
        render.use_crop_to_border = False
        render.border_min_x, render.border_max_x = max(left, 0), min(right, 1)
        render.border_min_y, render.border_max_y = max(1 - bottom, 0), min(1 - top, 1)

    def _corners(self) -> Vector:
        """The figure's points and the corners of everything beside it."""
        body = np.empty(len(self._mesh.vertices) * 3, np.float32)
        self._mesh.vertices.foreach_get("co", body)
        rest = [
            list(thing.matrix_basis @ BlenderVector(corner))
            for thing in bpy.data.objects
            if thing.type in {"MESH", "CURVE"} and thing is not self._body
            for corner in thing.bound_box
        ]
        return np.vstack([body.reshape(-1, 3), np.array(rest).reshape(-1, 3)])

    def _lights(self, centre: Vector, direction: Vector) -> None:
        to_camera = np.array([direction[0], direction[1], 0])
        to_camera /= np.linalg.norm(to_camera)
        right = np.array([-to_camera[1], to_camera[0], 0])
        key = centre + to_camera * 1.6 - right * 1.5 + [0, 0, 2.4]
        fill = centre + to_camera * 1.8 + right * 2.2 + [0, 0, 1.0]
        rim = centre - to_camera * 2.0 + right * 0.8 + [0, 0, 1.9]
        for place, size_m, watts, colour in (
            (key, 2.2, 78, (1, 0.97, 0.93)),
            (fill, 2.5, 26, (0.9, 0.95, 1)),
            (rim, 1.6, 70, (0.92, 0.97, 1)),
        ):
            light = bpy.data.lights.new("light", "AREA")
            light.shape, light.size, light.energy, light.color = "DISK", size_m, watts, colour
            self._aimed(light, place, centre)

    def _aimed(self, data: Any, place: Vector, at: Vector) -> Any:
        thing = bpy.data.objects.new("aimed", data)
        thing.location = place
        thing.rotation_euler = BlenderVector(at - place).to_track_quat("-Z", "Y").to_euler()
        self._scene.collection.objects.link(thing)
        return thing

    def render(self, path: Path, samples: int) -> None:
        """Write the picture as a transparent PNG."""
        self._scene.cycles.samples = samples
        self._scene.render.filepath = str(path)
        bpy.ops.render.render(write_still=True)

    def render_edges(self, path: Path) -> None:
        """Write where something solid is, without light: there many samples cost little, and none is guessed."""
        solid = {thing: self._flat for thing in self._things() if thing.name not in self._veils}
        self._render_only(solid, path, EDGE_SAMPLES)

    def render_veil(self, path: Path) -> bool:
        """Write how much there is of what is not solid, as light; false when there is nothing such."""
        veils = {thing: self._veils[thing.name] for thing in self._things() if thing.name in self._veils}
        if veils:
            self._render_only(veils, path, VEIL_SAMPLES)
        return bool(veils)

    def _things(self) -> list[Any]:
        return [thing for thing in bpy.data.objects if thing.type in {"MESH", "CURVE"}]

    def _render_only(self, materials: Mapping[Any, Any], path: Path, samples: int) -> None:
        """Render those things in those materials, as they are, and nothing else."""
        kept = {thing: thing.data.materials[0] for thing in materials}
        hidden = [thing for thing in bpy.data.objects if thing.type != "CAMERA" and thing not in materials]
        cycles, colours = self._scene.cycles, self._scene.view_settings
        bounces, transform = cycles.max_bounces, colours.view_transform
        cycles.use_denoising = cycles.use_adaptive_sampling = False
        cycles.max_bounces, colours.view_transform = 0, "Raw"
        for thing, material in materials.items():
            thing.data.materials[0] = material
        for thing in hidden:
            thing.hide_render = True
        self.render(path, samples)
        cycles.use_denoising = cycles.use_adaptive_sampling = True
        cycles.max_bounces, colours.view_transform = bounces, transform
        for thing, material in kept.items():
            thing.data.materials[0] = material
        for thing in hidden:
            thing.hide_render = False


def _left_eye(figure: Figure) -> Vector:
    ball = figure.vertices[~figure.is_body & (figure.vertices[:, 0] > 0)]
    return np.asarray((ball.min(0) + ball.max(0)) / 2)


def _colour(word: str) -> str:
    """A word of the table, or a colour of its own such as "#F2B33D"."""
    return word if word.startswith("#") else COLOURS[word]


def _ball(prop: Mapping[str, Any]) -> Any:
    """A dot to stick on the skin."""
    radius, mesh = prop["radius_cm"] / 100, bpy.data.meshes.new("ball")
    heights, turns = np.meshgrid(
        np.linspace(0, np.pi, BALL_RINGS),
        np.linspace(0, 2 * np.pi, BALL_SIDES, endpoint=False),
        indexing="ij",
    )
    points = np.stack([np.sin(heights) * np.cos(turns), np.sin(heights) * np.sin(turns), np.cos(heights)], 2)
    corners = np.arange(BALL_RINGS * BALL_SIDES).reshape(BALL_RINGS, BALL_SIDES)
    beside = np.roll(corners, -1, axis=1)
    faces = np.stack([corners[:-1], corners[1:], beside[1:], beside[:-1]], 2).reshape(-1, 4)
    mesh.from_pydata((points.reshape(-1, 3) * radius).tolist(), [], faces.tolist())
    mesh.polygons.foreach_set("use_smooth", np.ones(len(mesh.polygons), bool))
    mesh.materials.append(plain_material(_colour(prop.get("colour", DOT))))
    ball = bpy.data.objects.new("ball", mesh)
    ball.location = prop["ball"]
    return ball


def _rounded(length: float, width: float, radius: float) -> list[tuple[float, float]]:
    outline: list[tuple[float, float]] = []
    for x, y, start in ((1, 1, 0), (-1, 1, 90), (-1, -1, 180), (1, -1, 270)):
        middle = (x * (length / 2 - radius), y * (width / 2 - radius))
        angles = np.radians(np.linspace(start, start + 90, 9))
        outline += [(middle[0] + radius * math.cos(a), middle[1] + radius * math.sin(a)) for a in angles]
    return outline
