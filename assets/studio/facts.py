"""What the app must know of an exercise's pictures: the side drawn, sizes, filled boxes, joints and differences."""

import json
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from PIL import Image

from .figure import Figure
from .shot import ANCHORS, SERIES, Shot, kind
from .whereabouts import Mask, face_box, face_of, felt_areas, figure_box

Box = list[float]


CARD, STEP = "card", "step_"
MOVED = 0.004  # share of the picture: rounding moves no joint so far


def write_facts(
    folder: Path, drawn_side: str, figure: tuple[str, Figure | None], shots: list[Shot], names: list[str]
) -> None:
    """Write `pictures.json` for those shots whose picture is there.

    What was not posed this time is kept as it was; `names` are all pictures that the exercise can have.
    `figure` is the name of the figure and, where anything was posed, the figure.
    """
    figure_name, posed_figure = figure
    face = face_of(posed_figure) if posed_figure is not None else None
    before = _steps_before(shots)
    posed = {kind(shot.name) for shot in shots}
    scenes: dict[str, Any] = {
        name: scene for name, scene in _known(folder).items() if name not in posed and _is_there(folder, name)
    }
    for shot in shots:
        picture = folder / f"{shot.name}.webp"
        if not picture.exists():
            continue
        box, anchors, seen = _filled_box(picture), _anchors(shot), _whereabouts(shot, face)
        if kind(shot.name) not in SERIES:
            scenes[shot.name] = {
                "size": list(shot.size), "box": box, "anchors": anchors, **seen,
                **_felt(shot, picture), **_came(shot, before), **_of_mistake(shot), **_marks(shot),
            }  # fmt: skip
            continue
        series = scenes.setdefault(
            kind(shot.name),
            {"frames": 0, "size": list(shot.size), "box": box, "anchors": [], "face": [], "figure": box},
        )
        series["figure"] = _joined(series["figure"], seen["figure"]) if series["frames"] else seen["figure"]
        series["frames"] += 1
        series["box"] = _joined(series["box"], box)
        series["anchors"].append(anchors)
        series["face"].append(seen["face"])
    ordered = {name: scenes[name] for name in dict.fromkeys(map(kind, names)) if name in scenes}
    text = json.dumps(
        {"drawn_side": drawn_side, "figure": figure_name, "scenes": ordered}, separators=(",", ":")
    )
    (folder / "pictures.json").write_text(text.replace('},"', '},\n"') + "\n", "utf-8")


def older_than_their_poses(folder: Path, shots: list[Shot]) -> set[str]:
    """The scenes whose picture shows another pose than `shots` have, or none: only rendering brings them up to date."""
    known, old = _known(folder), set()
    for shot in shots:
        scene = kind(shot.name)
        told = known.get(scene, {}).get("anchors")
        if isinstance(told, list):
            number = int(shot.name.partition("_")[2])
            told = told[number] if number < len(told) else None
        if told is None or _farthest(told, _anchors(shot)) > MOVED:
            old.add(scene)
    return old


def _farthest(told: Mapping[str, list[float]], now: Mapping[str, list[float]]) -> float:
    """How far the joint that differs most is from where it was."""
    if told.keys() != now.keys():
        return 1.0
    return max(abs(a - b) for name, place in now.items() for a, b in zip(told[name], place, strict=True))


def _steps_before(shots: list[Shot]) -> dict[str, Shot]:
    """By the name of a step, the step before it."""
    steps = sorted((shot for shot in shots if shot.name.startswith(STEP)), key=_name)
    return {after.name: before for before, after in pairwise(steps)}


def _name(shot: Shot) -> str:
    return shot.name


def _whereabouts(shot: Shot, face: Mask | None) -> dict[str, list[float]]:
    return {} if face is None else {"face": face_box(shot, face), "figure": figure_box(shot)}


def _felt(shot: Shot, picture: Path) -> Mapping[str, Any]:
    """Where a card says that it is felt."""
    areas = felt_areas(picture, shot) if shot.name == CARD else []
    return {"felt": areas} if areas else {}


def _came(shot: Shot, before: Mapping[str, Shot]) -> Mapping[str, Any]:
    """Where the joints of a step were in the step before it, seen by the same camera."""
    return {"came": _anchors(shot, of=before[shot.name])} if shot.name in before else {}


def _known(folder: Path) -> dict[str, Any]:
    path = folder / "pictures.json"
    scenes: dict[str, Any] = json.loads(path.read_text("utf-8"))["scenes"] if path.exists() else {}
    return scenes


def _is_there(folder: Path, scene: str) -> bool:
    return (folder / f"{f'{scene}_00' if scene in SERIES else scene}.webp").exists()


def _of_mistake(shot: Shot) -> Mapping[str, Any]:
    if shot.spot is None or shot.differs is None:
        return {}
    return {
        "spot": [round(float(value), 4) for value in shot.view().on_picture(shot.spot)[0]],
        "differs": {"angle_deg": shot.differs.angle_deg, "away_cm": shot.differs.away_cm},
    }


def _marks(shot: Shot) -> Mapping[str, Any]:
    """The target's bony points on the picture, and the floor straight below them."""
    view = shot.view()
    places = {
        name: [round(float(value), 4) for value in view.on_picture(point)[0]]
        for name, point in shot.marks.items()
    }
    return {"marks": places} if places else {}


def _anchors(shot: Shot, of: Shot | None = None) -> dict[str, list[float]]:
    """The joints of `shot`, or those of another body as the camera of `shot` sees them."""
    place, view = (of or shot).body.skeleton.place, shot.view()
    return {
        f"{word}.{side}": [
            round(float(value), 4)
            for value in view.on_picture(place[bone if word == "head" else f"{bone}.{side}"])[0]
        ]
        for word, bone in ANCHORS.items()
        for side in "LR"
    }


def _filled_box(picture: Path) -> Box:
    """Left, top, width and height of what is not transparent, as shares of the picture."""
    with Image.open(picture) as image:
        left, top, right, bottom = image.convert("RGBA").getchannel("A").getbbox() or (0, 0, *image.size)
        width, height = image.size
    shares = (left / width, top / height, (right - left) / width, (bottom - top) / height)
    return [round(share, 4) for share in shares]


def _joined(one: Box, other: Box) -> Box:
    """The smallest box round both."""
    left, top = min(one[0], other[0]), min(one[1], other[1])
    right, bottom = max(one[0] + one[2], other[0] + other[2]), max(one[1] + one[3], other[1] + other[3])
    return [round(value, 4) for value in (left, top, right - left, bottom - top)]
