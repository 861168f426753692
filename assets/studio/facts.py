"""What the app must know of an exercise's pictures: the side drawn, sizes, filled boxes, joints and differences."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PIL import Image

from .shot import ANCHORS, SERIES, Shot, kind

Box = list[float]


def write_facts(folder: Path, drawn_side: str, figure: str, shots: list[Shot], names: list[str]) -> None:
    """Write `pictures.json` for those shots whose picture is there.

    What was not posed this time is kept as it was; `names` are all pictures that the exercise can have.
    """
    posed = {kind(shot.name) for shot in shots}
    scenes: dict[str, Any] = {
        name: scene for name, scene in _known(folder).items() if name not in posed and _is_there(folder, name)
    }
    for shot in shots:
        picture = folder / f"{shot.name}.webp"
        if not picture.exists():
            continue
        box, anchors = _filled_box(picture), _anchors(shot)
        if kind(shot.name) not in SERIES:
            scenes[shot.name] = {
                "size": list(shot.size), "box": box, "anchors": anchors, **_of_mistake(shot), **_marks(shot),
            }  # fmt: skip
            continue
        series = scenes.setdefault(
            kind(shot.name), {"frames": 0, "size": list(shot.size), "box": box, "anchors": []}
        )
        series["frames"] += 1
        series["box"] = _joined(series["box"], box)
        series["anchors"].append(anchors)
    ordered = {name: scenes[name] for name in dict.fromkeys(map(kind, names)) if name in scenes}
    text = json.dumps({"drawn_side": drawn_side, "figure": figure, "scenes": ordered}, separators=(",", ":"))
    (folder / "pictures.json").write_text(text.replace('},"', '},\n"') + "\n", "utf-8")


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


def _anchors(shot: Shot) -> dict[str, list[float]]:
    place, view = shot.body.skeleton.place, shot.view()
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
