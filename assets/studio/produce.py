"""Renders what has changed into transparent WebP files with their anchors, and previews poses in seconds."""

import hashlib
import json
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from .figure import Figure
from .material import COLOURS
from .recipe import Exercise
from .shots import ANCHORS, Shooting, Shot
from .stage import VERSION, Stage

QUALITY = 85
LOUPE_COLOUR, LOUPE_FILL, LOUPE_RING_PX = (142, 163, 184), 36, 9
PREVIEW_SIZE, PREVIEW_SAMPLES, PREVIEW_COLUMNS = (560, 420), 6, 3
PAPER = (240, 243, 244)


class Ledger:
    """Which content each picture was made from; written after every picture, so a stopped run goes on there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._made: dict[str, str] = json.loads(path.read_text("utf-8")) if path.exists() else {}

    def is_made(self, picture: Path, name: str, fingerprint: str) -> bool:
        """Whether the file is there and was made from the same content."""
        return picture.exists() and self._made.get(name) == fingerprint

    def note(self, name: str, fingerprint: str) -> None:
        """Remember what a picture was made from."""
        self._made[name] = fingerprint
        self._path.write_text(json.dumps(self._made, indent=1, sort_keys=True) + "\n", "utf-8")


class Production:
    """Renders exercises on one stage; `share` under 1 makes quick drafts with fewer samples."""

    def __init__(
        self, figure: Figure, *, pictures: Path, work: Path, ledger: Ledger, share: float = 1.0
    ) -> None:
        self._figure, self._pictures, self._work, self._ledger = figure, pictures, work, ledger
        self._share = share
        self._look = _look(figure)
        self._stage = Stage(figure)

    def render(self, exercises: Iterable[Exercise], only: set[str], *, anew: bool) -> list[str]:
        """Make every picture that changed, and the facts of each folder; returns the names of those made."""
        work: list[tuple[Exercise, list[Shot], list[Shot]]] = []
        for exercise in exercises:
            shooting = Shooting(self._figure, exercise)
            shots = [*shooting.stills(), *shooting.loop()]
            chosen = [shot for shot in shots if not only or _kind(shot) in only or shot.name in only]
            work.append(
                (exercise, shots, [shot for shot in chosen if anew or not self._is_made(exercise, shot)])
            )
        total = sum(len(waiting) for _, _, waiting in work)
        started = time.monotonic()
        made: list[str] = []
        for exercise, shots, waiting in work:
            for shot in waiting:
                self._make(exercise, shot)
                made.append(_name(exercise, shot))
                each = (time.monotonic() - started) / len(made)
                left = each * (total - len(made)) / 60
                print(f"{len(made)}/{total}  {made[-1]}  {each:.1f} s each, {left:.1f} min left", flush=True)
            self._write_facts(exercise, shots)
        return made

    def _is_made(self, exercise: Exercise, shot: Shot) -> bool:
        picture = self._pictures / exercise.folder / f"{shot.name}.webp"
        return self._ledger.is_made(picture, _name(exercise, shot), self._fingerprint(shot))

    def _fingerprint(self, shot: Shot) -> str:
        return shot.fingerprint(self._look) + ("" if self._share == 1 else f"-draft-{self._share}")

    def _make(self, exercise: Exercise, shot: Shot) -> None:
        self._work.mkdir(parents=True, exist_ok=True)
        raw = self._work / "raw.png"
        self._set(shot)
        self._stage.render(raw, max(4, round(shot.samples * self._share)))
        folder = self._pictures / exercise.folder
        folder.mkdir(parents=True, exist_ok=True)
        with Image.open(raw) as picture:
            finished = _in_circle(picture) if shot.loupe else picture
            finished.save(folder / f"{shot.name}.webp", quality=QUALITY, method=6)
        self._ledger.note(_name(exercise, shot), self._fingerprint(shot))

    def _set(self, shot: Shot) -> None:
        self._stage.clear()
        self._stage.pose(shot.body.vertices)
        self._stage.show_muscle(shot.strength, shot.phase)
        for slab in shot.slabs:
            self._stage.add_slab(slab)
        self._stage.frame(shot.direction, shot.framed, shot.size, shot.margin)

    def _write_facts(self, exercise: Exercise, shots: list[Shot]) -> None:
        """Which side was drawn, and per scene its size, its joints and the box that its figure and mat fill."""
        folder = self._pictures / exercise.folder
        scenes: dict[str, Any] = {}
        for shot in shots:
            self._set(shot)
            box = _filled_box(folder / f"{shot.name}.webp")
            if _kind(shot) != "loop":
                scenes[shot.name] = {"size": list(shot.size), "box": box, "anchors": self._anchors(shot)}
                continue
            loop = scenes.setdefault(
                "loop", {"frames": 0, "size": list(shot.size), "box": box, "anchors": []}
            )
            loop["frames"] += 1
            loop["box"] = _joined(loop["box"], box)
            loop["anchors"].append(self._anchors(shot))
        text = json.dumps({"drawn_side": exercise.drawn_side, "scenes": scenes}, separators=(",", ":"))
        (folder / "pictures.json").write_text(text.replace('},"', '},\n"') + "\n", "utf-8")

    def _anchors(self, shot: Shot) -> dict[str, list[float]]:
        place = shot.body.skeleton.place
        points = {}
        for word, bone in ANCHORS.items():
            for side in "LR":
                points[f"{word}.{side}"] = self._stage.on_picture(
                    place[bone if word == "head" else f"{bone}.{side}"]
                )
        return points


def preview(
    figure: Figure, exercise: Exercise, poses: list[str], angles: list[tuple[float, float]], sheet: Path
) -> None:
    """A sheet with each pose from each angle (turn, height), a few seconds a view."""
    stage = Stage(figure, smooth_levels=1)
    shooting = Shooting(figure, exercise)
    stills = {shot.name: shot for shot in shooting.stills()}
    raw = sheet.with_suffix(".raw.png")
    views = []
    for name in poses:
        shot = stills[name]
        pose = next(still.pose for still in exercise.stills if still.name == name)
        directions = [shooting.direction(pose, *angle) for angle in angles] or [shot.direction]
        for direction in directions:
            stage.clear()
            stage.pose(shot.body.vertices)
            stage.show_muscle(shot.strength, shot.phase)
            for slab in shot.slabs:
                stage.add_slab(slab)
            stage.frame(direction, shot.framed, PREVIEW_SIZE, shot.margin)
            stage.render(raw, PREVIEW_SAMPLES)
            with Image.open(raw) as picture:
                views.append(picture.convert("RGBA"))
    columns = min(PREVIEW_COLUMNS, len(views))
    rows = -(-len(views) // columns)
    page = Image.new("RGB", (columns * PREVIEW_SIZE[0], rows * PREVIEW_SIZE[1]), PAPER)
    for number, view in enumerate(views):
        page.paste(view, (number % columns * PREVIEW_SIZE[0], number // columns * PREVIEW_SIZE[1]), view)
    page.save(sheet)
    raw.unlink()


def _in_circle(picture: Image.Image) -> Image.Image:
    """The picture as through a loupe: a circle that fills its height, faintly filled, with a ring round it."""
    width, height = picture.size
    y, x = np.mgrid[0:height, 0:width]
    far = np.hypot(x - (width - 1) / 2, y - (height - 1) / 2)
    tint = Image.new("RGBA", picture.size, (*LOUPE_COLOUR, LOUPE_FILL))
    pixels = np.array(Image.alpha_composite(tint, picture.convert("RGBA")))
    ring = np.clip(far - (height / 2 - LOUPE_RING_PX), 0, 1)[..., None]
    pixels = (pixels * (1 - ring) + np.array([*LOUPE_COLOUR, 255]) * ring).astype(np.uint8)
    pixels[..., 3] = (pixels[..., 3] * np.clip(height / 2 - 0.5 - far, 0, 1)).astype(np.uint8)
    return Image.fromarray(pixels)


def _name(exercise: Exercise, shot: Shot) -> str:
    return f"{exercise.folder}/{shot.name}"


def _look(figure: Figure) -> str:
    """Changes with clothes, hair, face and colours, and with the version of the look."""
    digest = hashlib.sha256(json.dumps([VERSION, COLOURS]).encode())
    for name in sorted(figure.fields):
        digest.update(np.round(figure.fields[name], 4).astype(np.float32).tobytes())
    return digest.hexdigest()[:16]


def _kind(shot: Shot) -> str:
    return "loop" if shot.name.startswith("loop_") else shot.name


def _filled_box(picture: Path) -> list[float]:
    """Left, top, width and height of what is not transparent, as shares of the picture."""
    with Image.open(picture) as image:
        left, top, right, bottom = image.convert("RGBA").getchannel("A").getbbox() or (0, 0, *image.size)
        width, height = image.size
    shares = (left / width, top / height, (right - left) / width, (bottom - top) / height)
    return [round(share, 4) for share in shares]


def _joined(one: list[float], other: list[float]) -> list[float]:
    """The smallest box round both."""
    left, top = min(one[0], other[0]), min(one[1], other[1])
    right, bottom = max(one[0] + one[2], other[0] + other[2]), max(one[1] + one[3], other[1] + other[3])
    return [round(value, 4) for value in (left, top, right - left, bottom - top)]
