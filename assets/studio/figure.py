"""The figure at rest: mesh, skeleton and skin weights in metres, Z up, facing -Y, its own left towards +X."""

import hashlib
import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from .figure_data import RACES, Build, eye_closure, read_mesh, read_rig, read_target, target_weights
from .looks import LOOKS
from .rotation import Vector, unit
from .sculpt import sculpted

VISIBLE_GROUPS = ("body", "helper-l-eye", "helper-r-eye")
DECIMETRE = 0.1
MUSH_ROUNDS = 14
STIFF_PARTS = (
    "finger", "metacarpal", "wrist", "toe", "head", "jaw", "eye", "orb", "oris", "levator", "special", "tempor",
    "oculi", "risor", "tongue", "neck03",
)  # fmt: skip


def _nothing() -> Vector:
    return np.zeros((0, 3))


@dataclass(slots=True)
class Figure:
    """What posing and rendering need to know of the body; `vertices` are the dressed rest pose."""

    vertices: Vector
    faces: NDArray[np.int64]
    is_body: NDArray[np.bool_]
    source_index: NDArray[np.int64]
    weights: Vector
    bones: list[str]
    parent: dict[str, str | None]
    head: dict[str, Vector]
    tail: dict[str, Vector]
    neighbour_mean: sp.csr_matrix
    eyes_open: Vector
    strand: Vector = field(default_factory=_nothing)
    curls: bool = False
    colours: Mapping[str, str] = field(default_factory=dict)
    fields: dict[str, Vector] = field(default_factory=dict)
    _neighbour: NDArray[np.int64] = field(init=False)
    _detail: Vector = field(init=False)
    _soft: Vector = field(init=False)

    def bone_weight(self, *names: str) -> Vector:
        """Per vertex, the weight of all bones whose name begins with one of `names`."""
        columns = [i for i, bone in enumerate(self.bones) if bone.startswith(names)]
        return np.asarray(self.weights[:, columns].sum(1))

    def smoothed(self, values: Vector, rounds: int, share: float = 0.5) -> Vector:
        """`values` (one row per vertex) after so many steps towards the mean of the neighbours."""
        for _ in range(rounds):
            values = values + share * (self.neighbour_mean @ values - values)
        return values

    def normals(self, vertices: Vector) -> Vector:
        """Unit normals of the surface in that shape."""
        corner = vertices[self.faces]
        of_face = np.cross(corner[:, 2] - corner[:, 0], corner[:, 3] - corner[:, 1])
        total = np.zeros_like(vertices)
        for k in range(4):
            np.add.at(total, self.faces[:, k], of_face)
        return unit(total)

    def remember_detail(self) -> None:
        """Store what smoothing would lose, so that `with_detail` can put it back on a bent body."""
        first = self.neighbour_mean.indptr[:-1].clip(max=len(self.neighbour_mean.indices) - 1)
        self._neighbour = self.neighbour_mean.indices[first].astype(np.int64)
        smooth = self.smoothed(self.vertices, MUSH_ROUNDS)
        self._detail = np.einsum("nij,ni->nj", self._frames(smooth), self.vertices - smooth)
        stiff = self.smoothed(self.bone_weight(*STIFF_PARTS)[:, None], 4)[:, 0]
        self._soft = np.clip(1 - stiff * 1.3, 0, 1) * self.is_body

    def with_detail(self, skinned: Vector) -> Vector:
        """Delta mush: what keeps hips and knees round at 130 degrees of flexion."""
        smooth = self.smoothed(skinned, MUSH_ROUNDS)
        detailed = smooth + np.einsum("nij,nj->ni", self._frames(smooth), self._detail)
        return np.asarray(skinned + self._soft[:, None] * (detailed - skinned))

    def _frames(self, vertices: Vector) -> Vector:
        normal = self.normals(vertices)
        edge = vertices[self._neighbour] - vertices
        edge = unit(edge - normal * (edge * normal).sum(1, keepdims=True))
        return np.stack([edge, np.cross(normal, edge), normal], 2)


def build_figure(data: Path, build: Build) -> Figure:
    """The undressed figure from the data files."""
    mesh = read_mesh(data)
    size = len(mesh.vertices)
    shape = mesh.vertices + sum(
        amount * read_target(data, name, size)
        for name, amount in target_weights(build).items()
        if (data / "targets" / name).exists()
    )
    shape = _upright(shape)
    skeleton, weights_of = read_rig(data)
    joint_of = skeleton["bones"]
    named = {
        name: shape[skeleton["joints"][joint_of[bone]["head"]]].mean(0)
        for name, bone in (("l-shoulder", "upperarm01.L"), ("neck", "neck01"))
    }
    shape = sculpted(shape, named, build.shoulders_cm / 100, build.neck_cm / 100)
    lids = sum(
        amount * read_target(data, name, size)
        for race, of_race in zip(RACES, build.races, strict=True)
        for name, amount in eye_closure(race, of_race).items()
    )
    joints = {name: shape[corners].mean(0) for name, corners in skeleton["joints"].items()}
    kept = [i for i, group in enumerate(mesh.groups) if group in VISIBLE_GROUPS]
    used = np.array(sorted({vertex for i in kept for vertex in mesh.faces[i]}))
    place = np.full(size, -1)
    place[used] = range(len(used))
    faces = place[np.array([mesh.faces[i] for i in kept])]
    is_body = np.zeros(len(used), bool)
    is_body[np.unique(faces[[mesh.groups[i] == "body" for i in kept]])] = True
    floor = np.array([0, 0, shape[used][is_body, 2].min()])
    parent = {name: bone["parent"] for name, bone in skeleton["bones"].items()}
    bones = _parents_first(parent)
    return Figure(
        vertices=shape[used] - floor,
        faces=faces,
        is_body=is_body,
        source_index=used,
        weights=_weights(weights_of, place, bones, len(used)),
        bones=bones,
        parent=parent,
        head={name: joints[bone["head"]] - floor for name, bone in skeleton["bones"].items()},
        tail={name: joints[bone["tail"]] - floor for name, bone in skeleton["bones"].items()},
        neighbour_mean=_neighbour_mean(faces, len(used)),
        eyes_open=-_upright(np.asarray(lids))[used],
    )


def _upright(shape: Vector) -> Vector:
    return np.stack([shape[:, 0], -shape[:, 2], shape[:, 1]], 1) * DECIMETRE


def dressed_figure(data: Path, name: str, work: Path) -> Figure:
    """The figure with clothes and hair, from the cache in `work` when nothing that makes it has changed."""
    from .dress import dress

    look = LOOKS[name]
    sources = b"".join(
        (Path(__file__).parent / name).read_bytes()
        for name in ("figure.py", "dress.py", "hair.py", "figure_data.py", "looks.py", "sculpt.py")
    )
    key = hashlib.sha256(sources + repr(look).encode()).hexdigest()[:16]
    cached = work / f"figure-{key}.pickle"
    if cached.exists():
        with cached.open("rb") as file:
            figure: Figure = pickle.load(file)  # noqa: S301 - our own cache, written below
        return figure
    figure = build_figure(data, look.build)
    figure.colours, figure.curls = dict(look.colours), look.hair.curls
    dress(figure, data, look.hair)
    figure.remember_detail()
    work.mkdir(parents=True, exist_ok=True)
    with cached.open("wb") as file:
        pickle.dump(figure, file)
    return figure


class Figures(dict[str, Figure]):
    """The dressed figures by name, each made when it is first asked for."""

    def __init__(self, data: Path, work: Path) -> None:
        super().__init__()
        self._data, self._work = data, work

    def __missing__(self, name: str) -> Figure:
        self[name] = dressed_figure(self._data, name, self._work)
        return self[name]


def _parents_first(parent: dict[str, str | None]) -> list[str]:
    ordered: list[str] = []

    def add(bone: str) -> None:
        above = parent[bone]
        if above and above not in ordered:
            add(above)
        if bone not in ordered:
            ordered.append(bone)

    for bone in parent:
        add(bone)
    return ordered


def _weights(
    weights_of: Mapping[str, list[list[float]]], place: Vector, bones: list[str], size: int
) -> Vector:
    weights = np.zeros((size, len(bones)))
    for bone, pairs in weights_of.items():
        for vertex, weight in pairs:
            if place[int(vertex)] >= 0:
                weights[place[int(vertex)], bones.index(bone)] += weight
    weights[weights.sum(1) < 1e-6, bones.index("head")] = 1  # the eyeballs
    return np.asarray(weights / weights.sum(1, keepdims=True))


def _neighbour_mean(faces: NDArray[np.int64], size: int) -> sp.csr_matrix:
    ends = np.concatenate([np.stack([faces[:, k], faces[:, (k + 1) % 4]], 1) for k in range(4)])
    ends = np.concatenate([ends, ends[:, ::-1]])
    linked = sp.csr_matrix((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), (size, size))
    linked.data[:] = 1
    count = np.asarray(linked.sum(1)).ravel()
    return sp.csr_matrix(sp.diags(1 / np.maximum(count, 1)) @ linked)
