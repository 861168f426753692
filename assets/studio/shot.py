"""One picture to be rendered: a posed body with camera, props and glow, and what tells it from every other."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from .anatomy import Part
from .mistakes import Difference
from .rotation import Vector
from .solve import Body
from .view import View, framed_view

SERIES = ("loop", "breath", "turn")
ANCHORS = {
    "head": "head", "shoulder": "upperarm01", "elbow": "lowerarm01", "wrist": "wrist", "hip": "upperleg01",
    "knee": "lowerleg01", "ankle": "foot",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture to be rendered."""

    name: str
    body: Body
    framed: Vector
    direction: Vector
    margin: float
    slabs: tuple[Mapping[str, Any], ...]
    strength: Vector
    phase: Vector
    size: tuple[int, int]
    samples: int
    loupe: bool = False
    inner: tuple[Part, ...] = ()
    pose: str = ""
    gaze: tuple[float, float] = (0.0, 0.0)
    spot: Vector | None = None
    differs: Difference | None = None
    marks: Mapping[str, Vector] = field(default_factory=dict)

    def view(self) -> View:
        """The camera of this picture."""
        return framed_view(self.direction, self.framed, self.size, self.margin)

    def fingerprint(self, look: str) -> str:
        """Changes when, and only when, the picture would."""
        digest = hashlib.sha256()
        for array in (self.body.vertices, self.framed, self.direction, self.strength, self.phase):
            digest.update(np.round(array, 4).astype(np.float32).tobytes())
        rest = [
            self.margin,
            self.slabs,
            self.body.pieces,
            self.size,
            self.samples,
            self.loupe,
            look,
            self.gaze,
        ]
        for part in self.inner:
            for points, _ in part.meshes:
                digest.update(np.round(points, 4).astype(np.float32).tobytes())
        digest.update(json.dumps(rest, sort_keys=True).encode())
        return digest.hexdigest()[:16]


def kind(name: str) -> str:
    """The series that a picture belongs to, or its own name."""
    series, _, number = name.partition("_")
    return series if series in SERIES and number.isdigit() else name
