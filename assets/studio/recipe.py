"""Reads one exercise's pose file: the poses in a physiotherapist's terms, and which pictures are made of them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

POSES = Path(__file__).parent / "poses"
STILL_SIZE, LOOP_SIZE, MISTAKE_SIZE, TURN_SIZE = (1280, 960), (800, 600), (960, 720), (640, 480)
FIGURES = ("first", "second")
BREATH_MM = 5.0

POSE_KEYS = {
    "like", "position", "lies_on", "carried_by", "spot", "props", "pelvis", "trunk", "head", "target", "other",
    "rests", "lifted",
}  # fmt: skip
PART_KEYS = {"leg", "foot", "shoulder", "hand"}
VALUE_KEYS = {
    "pelvis": {"tuck_deg", "lean_deg", "side_deg", "turn_deg", "incline_deg", "seat_cm", "ahead_cm", "out_cm"},
    "spot": {"ahead_cm", "out_cm"},
    "trunk": {"flex_deg", "low_flex_deg", "turn_deg", "side_deg"},
    "head": {"flex_deg", "turn_deg", "side_deg"},
    "leg": {
        "hip_flex_deg", "hip_abduct_deg", "hip_rotate_out_deg", "knee_flex_deg", "ankle_height_cm",
        "ankle_from", "ankle_on", "at_percent", "face", "radius_cm", "ahead_cm", "out_cm", "height_cm",
        "knee_towards", "why",
    },
    "foot": {
        "point_deg", "flat", "turn_out_deg", "top_down", "toes_deg", "ball_down_deg", "toes_towards", "sole_towards",
    },
    "shoulder": {"up_deg", "forward_deg"},
    "hand": {
        "rest_on", "at_percent", "face", "radius_cm", "from", "ahead_cm", "out_cm", "height_cm", "along_cm",
        "fingers", "palm", "elbow", "curl_deg", "shape", "why", "flex_deg", "abduct_deg", "rotate_out_deg",
        "elbow_flex_deg", "turn_palm_deg", "grip",
    },
}  # fmt: skip
WORDS = {
    "like", "position", "lies_on", "carried_by", "props", "ankle_from", "ankle_on", "rest_on", "from", "shape", "why",
    "rests", "lifted", "grip",
}  # fmt: skip
# Words that may change on the way: they move nothing by themselves.
FREE_WORDS = {"like", "why", "rests", "lifted", "grip"}

ABSENT = {"curl_deg": 75.0}

PoseData = Mapping[str, Any]


class PoseFileError(Exception):
    """A pose file says something the studio does not know."""


@dataclass(frozen=True, slots=True)
class Camera:
    """Where the camera stands: beside the target side, turned so far towards the figure's front, so high.

    A loupe sees only the low back, or what the still is `near`, in a circle.
    """

    turn_deg: float
    height_deg: float
    margin: float = 0.04
    loupe: bool = False


@dataclass(frozen=True, slots=True)
class Mat:
    """The mat under the figure; `ahead_cm` moves it towards the front (lying: towards the feet)."""

    length_cm: float
    width_cm: float = 66.0
    ahead_cm: float = 0.0


@dataclass(frozen=True, slots=True)
class Still:
    """One picture; it is framed so that every pose of `framed` would fit.

    `see_through` names a deep muscle: the skin is glassy, and bones and that muscle are seen in the hips.
    `marked` writes where the target's bony points are into the facts; `near` names one of them ("hip", "knee"): a
    dot is stuck on it, and a loupe looks at it.
    """

    name: str
    pose: str
    camera: Camera
    mat: Mat | None
    framed: tuple[str, ...]
    props: tuple[Mapping[str, Any], ...]
    glow: float = 0.0
    see_through: str | None = None
    marked: bool = False
    near: str | None = None


@dataclass(frozen=True, slots=True)
class Loop:
    """The way from one pose into another; the glow rises with it."""

    start: str
    end: str
    camera: Camera
    mat: Mat | None
    frames: int
    glow: tuple[float, float]
    props: tuple[Mapping[str, Any], ...] = ()
    breath_mm: float = BREATH_MM


@dataclass(frozen=True, slots=True)
class Mistake:
    """A usual mistake beside the right form, from one camera; they must differ clearly at the `spot`."""

    right: str
    wrong: str
    spot: str
    camera: Camera
    mat: Mat | None
    props: tuple[Mapping[str, Any], ...]
    glow: float = 0.0


@dataclass(frozen=True, slots=True)
class Turntable:
    """One pose from all round; the first view is the camera's."""

    pose: str
    camera: Camera
    mat: Mat | None
    props: tuple[Mapping[str, Any], ...]
    glow: float


@dataclass(frozen=True, slots=True)
class Exercise:
    """One pose file."""

    id: str
    folder: str
    drawn_side: str
    muscles: tuple[str, ...]
    poses: Mapping[str, PoseData]
    stills: tuple[Still, ...]
    loop: Loop | None
    figure: str = "first"
    mistakes: tuple[Mistake, ...] = ()
    turntable: Turntable | None = None
    named: str = field(
        default="target", repr=False
    )  # whose side the pictures are named for; changes no picture

    @property
    def named_side(self) -> str:
        """The side that the app's words mean when this picture is shown as it was drawn."""
        if self.named == "target":
            return self.drawn_side
        return "right" if self.drawn_side == "left" else "left"


def all_exercises() -> list[Exercise]:
    """Every pose file, by name."""
    return [read_exercise(path) for path in sorted(POSES.glob("*.toml"))]


def read_exercise(path: Path) -> Exercise:
    """One pose file; `PoseFileError` names the file and what it does not understand."""
    try:
        with path.open("rb") as file:
            text = tomllib.load(file)
        return _exercise(path.stem, text)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, PoseFileError) as problem:
        raise PoseFileError(f"{path.name}: {problem}") from problem


def _exercise(name: str, text: Mapping[str, Any]) -> Exercise:
    cameras = {key: Camera(**value) for key, value in text["cameras"].items()}
    poses: dict[str, PoseData] = {}
    for key, value in text["poses"].items():
        pose = _merged(poses[value["like"]], value) if "like" in value else dict(value)
        _check(key, pose)
        poses[key] = {**pose, "props": _pose_props(pose, text)}
    mat = Mat(**text["mat"]) if "mat" in text else None
    stills = tuple(_still(key, value, cameras, text) for key, value in text["stills"].items())
    loop = text.get("loop")
    figure = text.get("figure", FIGURES[0])
    if figure not in FIGURES:
        raise PoseFileError(f"the figure {figure} is not known")
    return Exercise(
        id=name,
        folder=text.get("folder", name),
        drawn_side=text["drawn_side"],
        muscles=_named(text.get("muscle", ())),
        poses=poses,
        stills=stills,
        loop=_loop(loop, cameras, mat, text) if loop else None,
        figure=figure,
        mistakes=tuple(_mistake(value, cameras, text) for value in text.get("mistakes", ())),
        turntable=_turntable(text, cameras),
        named=text.get("named", "target"),
    )


def _still(
    name: str, value: Mapping[str, Any], cameras: Mapping[str, Camera], text: Mapping[str, Any]
) -> Still:
    mat = value.get("mat", text.get("mat"))
    return Still(
        name=name,
        pose=value["pose"],
        camera=cameras[value["camera"]],
        mat=Mat(**mat) if mat else None,
        framed=tuple(value.get("framed", [value["pose"]])),
        props=_props(value, text),
        glow=value.get("glow", 0.0),
        see_through=value.get("see_through"),
        marked=value.get("marked", False),
        near=value.get("near"),
    )


def _loop(
    value: Mapping[str, Any], cameras: Mapping[str, Camera], mat: Mat | None, text: Mapping[str, Any]
) -> Loop:
    return Loop(
        value["start"],
        value["end"],
        cameras[value["camera"]],
        mat,
        value["frames"],
        tuple(value["glow"]),
        _props(value, text),
        value.get("breath_mm", BREATH_MM),
    )


def _mistake(value: Mapping[str, Any], cameras: Mapping[str, Camera], text: Mapping[str, Any]) -> Mistake:
    mat = value.get("mat", text.get("mat"))
    return Mistake(
        right=value["right"],
        wrong=value["wrong"],
        spot=value["spot"],
        camera=cameras[value["camera"]],
        mat=Mat(**mat) if mat else None,
        props=_props(value, text),
        glow=value.get("glow", 0.0),
    )


def _turntable(text: Mapping[str, Any], cameras: Mapping[str, Camera]) -> Turntable | None:
    """As the pose file says; what it leaves out is taken from the loop's end. None without either."""
    own, loop = text.get("turntable", {}), text.get("loop", {})
    if not own and not loop:
        return None
    value = {**loop, **own}
    mat = value.get("mat", text.get("mat"))
    return Turntable(
        pose=own.get("pose", loop.get("end")),
        camera=cameras[value["camera"]],
        mat=Mat(**mat) if mat else None,
        props=_props(value, text),
        glow=own.get("glow", loop.get("glow", (0.0, 0.0))[-1]),
    )


def _named(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _props(value: Mapping[str, Any], text: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    return tuple(slab for prop in value.get("props", ()) for slab in text["props"][prop])


def _pose_props(pose: PoseData, text: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """What a pose's props are made of; those of a pose that it is like are known already."""
    found: list[Mapping[str, Any]] = []
    for prop in pose.get("props", ()):
        kind = text["props"][prop] if isinstance(prop, str) else prop
        found += kind if isinstance(kind, list) else [kind]
    return found


def _merged(base: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """A pose that is like another but for what it names; a new hand or leg replaces the whole of the old one."""
    merged = dict(base)
    for key, value in change.items():
        merged[key] = {**base.get(key, {}), **value} if isinstance(value, Mapping) else value
    return merged


def _check(name: str, pose: PoseData) -> None:
    unknown = set(pose) - POSE_KEYS
    for key, value in pose.items():
        if key in {"target", "other"}:
            unknown |= set(value) - PART_KEYS
            for part, detail in value.items():
                unknown |= set(detail) - VALUE_KEYS.get(part, set())
        elif key in VALUE_KEYS:
            unknown |= set(value) - VALUE_KEYS[key]
    if unknown:
        raise PoseFileError(f"pose {name} has the unknown {', '.join(sorted(unknown))}")


def blended(start: PoseData, end: PoseData, share: float) -> PoseData:
    """A pose between two that hold the same things: numbers are mixed, words must agree."""
    mixed: dict[str, Any] = {}
    for key in {**start, **end}:
        one, other = start.get(key, _absent(key, end)), end.get(key, _absent(key, start))
        if isinstance(one, Mapping) and isinstance(other, Mapping):
            mixed[key] = blended(one, other, share)
        elif isinstance(one, list) and isinstance(other, list) and key not in WORDS:
            mixed[key] = [a + (b - a) * share for a, b in zip(one, other, strict=True)]
        elif key in WORDS or isinstance(one, bool):
            if one != other and key not in FREE_WORDS:
                raise PoseFileError(f"{key} changes from {one} to {other}: there is no way between")
            mixed[key] = one
        else:
            mixed[key] = one + (other - one) * share
    return mixed


def _absent(key: str, given: PoseData) -> Any:
    """What a word stands for that only one of two poses has: no angle, no way, and for all else the same."""
    value = given.get(key)
    if isinstance(value, Mapping):
        return {}
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return ABSENT.get(key, 0.0) if number else value
