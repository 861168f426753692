"""Renders what has changed into transparent WebP files with their facts, and stops cleanly when time is up."""

import hashlib
import json
import math
import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

from .edges import ended, with_edges
from .facts import write_facts
from .figure import Figure, Figures
from .floor import floor_shadow
from .ledger import Ledger, exercise_key
from .material import COLOURS
from .recipe import Exercise
from .shot import Shot, kind
from .shots import Shooting, shot_names
from .stage import VERSION, Stage

# By series; measured on the loops: 80 is told from 85 by nobody at 800 pixels and saves a fifth.
QUALITY = {"loop": 80, "breath": 80, "turn": 78}
STILL_QUALITY = 84
LOUPE_COLOUR, LOUPE_FILL, LOUPE_RING_PX = (142, 163, 184), 36, 9
SOLID, GRAIN_PX = 200, 2.5  # glass is less opaque than this, of 255; its grain is so fine
# Of the samples; measured on 800 pixels: 7 of 12 differ by 0.4 of 255 after denoising, 2 of 12 show saw teeth.
FINAL_SHARE = 0.5
FADE = 0.12  # share of the height
PREVIEW_SIZE, PREVIEW_SAMPLES, PREVIEW_COLUMNS = (560, 420), 6, 3
PAPER = (240, 243, 244)


class Production:
    """Renders exercises, each with its own figure; with that share of the samples; under a half they are drafts."""

    def __init__(
        self,
        figures: Figures,
        *,
        pictures: Path,
        work: Path,
        ledger: Ledger,
        share: float = 1.0,
        threads: int = 2,
    ) -> None:
        self._figures, self._pictures, self._ledger = figures, pictures, ledger
        self._share, self._threads = share, threads
        self._stage: Stage | None = None
        self._staged = ""
        self._raw = work / f"raw-{os.getpid()}.png"
        work.mkdir(parents=True, exist_ok=True)

    def render(
        self, exercises: Sequence[Exercise], only: set[str], *, anew: bool, minutes: float = math.inf
    ) -> list[str]:
        """Make every picture that changed, and the facts of each folder; returns the names of those made.

        Ends after about `minutes` with a word about what is left; the next run goes on there.
        """
        clock = _Clock(minutes)
        ordered = sorted(exercises, key=_figure_of)
        waiting = {exercise.id: self._names(exercise, only, anew=anew) for exercise in ordered}
        clock.expect(sum(len(names) for names in waiting.values()))
        made: list[str] = []
        for exercise in ordered:
            names = waiting[exercise.id]
            if not names:
                continue
            figure = self._figures[exercise.figure]
            look = _look(figure)
            shots = list(Shooting(figure, exercise).of_series(names))
            for shot in shots:
                if shot.name not in names:
                    continue
                if clock.is_over:
                    break
                fingerprint = self._fingerprint(shot, look)
                picture = self._pictures / exercise.folder / f"{shot.name}.webp"
                name = f"{exercise.folder}/{shot.name}"
                if not anew and self._ledger.is_made(picture, name, fingerprint):
                    clock.skipped()
                    continue
                self._make(exercise, shot, picture)
                self._ledger.note(name, fingerprint)
                made.append(name)
                print(clock.made(name), flush=True)
            write_facts(
                self._pictures / exercise.folder,
                exercise.named_side,
                (exercise.figure, figure),
                shots,
                shot_names(exercise),
            )
            _tell_unclear(exercise, shots)
            if clock.is_over:
                print(
                    f"Stopped after {clock.minutes:.0f} min; {clock.left} pictures left. Run it again to go on."
                )
                break
            if not only:
                self._ledger.note(f"exercise:{exercise.id}", self._key(exercise, look))
        self._raw.unlink(missing_ok=True)
        return made

    def _names(self, exercise: Exercise, only: set[str], *, anew: bool) -> set[str]:
        """Which pictures may have changed; nothing is posed for that."""
        names = set(shot_names(exercise))
        folder = self._pictures / exercise.folder
        key = self._key(exercise, _look(self._figures[exercise.figure]))
        whole = all((folder / f"{name}.webp").exists() for name in names)
        if whole and not anew and self._ledger.knows(f"exercise:{exercise.id}", key):
            return set()
        return {name for name in names if not only or kind(name) in only or name in only}

    def _key(self, exercise: Exercise, look: str) -> str:
        return exercise_key(exercise, look) + self._draft()

    def _fingerprint(self, shot: Shot, look: str) -> str:
        return shot.fingerprint(look) + self._draft()

    def _draft(self) -> str:
        return "" if self._share >= FINAL_SHARE else f"-draft-{self._share}"

    def _make(self, exercise: Exercise, shot: Shot, picture: Path) -> None:
        if self._stage is None or self._staged != exercise.figure:
            self._stage = Stage(self._figures[exercise.figure], threads=self._threads)
            self._staged = exercise.figure
        set_up(self._stage, shot)
        raw = rendered(self._stage, shot, self._raw, max(4, round(shot.samples * self._share)))
        picture.parent.mkdir(parents=True, exist_ok=True)
        with raw:
            finished = _in_circle(raw) if shot.loupe else _faded(raw) if shot.inner else ended(raw)
            finished.save(picture, quality=QUALITY.get(kind(shot.name), STILL_QUALITY), method=6)


class _Clock:
    """How long it has taken, how long it still takes, and whether the time is over."""

    def __init__(self, minutes: float) -> None:
        self._end = time.monotonic() + minutes * 60
        self._start = time.monotonic()
        self._total = self._done = self._made = 0

    def expect(self, total: int) -> None:
        self._total = total

    def skipped(self) -> None:
        self._done += 1

    def made(self, name: str) -> str:
        self._done, self._made = self._done + 1, self._made + 1
        each = (time.monotonic() - self._start) / self._made
        return f"{self._done}/{self._total}  {name}  {each:.1f} s each, {each * self.left / 60:.1f} min left"

    @property
    def left(self) -> int:
        return self._total - self._done

    @property
    def minutes(self) -> float:
        return (time.monotonic() - self._start) / 60

    @property
    def is_over(self) -> bool:
        return time.monotonic() > self._end


def rendered(stage: Stage, shot: Shot, path: Path, samples: int) -> Image.Image:
    """The picture of a stage that is set up, with edges from a pass of its own; glass has no edges."""
    stage.render(path, samples)
    with Image.open(path) as lit:
        picture = lit.convert("RGBA")
    if shot.inner:
        return picture
    stage.render_edges(path)
    with Image.open(path) as edges:
        solid = edges.convert("RGBA").getchannel("A")
    if not stage.render_veil(path):
        return with_edges(picture, solid)
    with Image.open(path) as veil:
        # Straight colour is one where there is anything: what counts is the colour times how much is there.
        empty = Image.new("RGBA", veil.size, (0, 0, 0, 255))
        return with_edges(picture, solid, Image.alpha_composite(empty, veil.convert("RGBA")))


def set_up(stage: Stage, shot: Shot) -> None:
    """Pose the figure, lay out the props and put the camera in its place."""
    stage.clear()
    stage.pose(shot.body.vertices)
    stage.look_towards(*shot.gaze)
    stage.show_muscle(shot.strength, shot.phase)
    for slab in (*shot.slabs, *shot.body.pieces):
        stage.add_slab(slab)
    if not shot.loupe and not shot.inner and not any("mat" in slab for slab in shot.slabs):
        stage.add_floor_shadow(floor_shadow(shot.body.vertices, (*shot.slabs, *shot.body.pieces)))
    stage.show_inside(shot.inner)
    stage.look_from(shot.view())


def preview(
    figure: Figure, exercise: Exercise, names: list[str], angles: list[tuple[float, float]], sheet: Path
) -> None:
    """A sheet with each of the named pictures from each angle (turn, height), a second or two a view."""
    stage = Stage(figure)
    shooting = Shooting(figure, exercise)
    raw = sheet.with_suffix(f".{os.getpid()}.raw.png")
    views = []
    for shot in shooting.named(names):
        for seen in [shooting.turned(shot, *angle) for angle in angles] or [shot]:
            set_up(stage, replace(seen, size=PREVIEW_SIZE))
            stage.render(raw, PREVIEW_SAMPLES)
            with Image.open(raw) as picture:
                views.append(picture.convert("RGBA"))
    _tell_unclear(exercise, shooting.named(names))
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


def _faded(picture: Image.Image) -> Image.Image:
    """Glass without grain (the denoiser leaves transparency alone), ending softly where thighs and ribs are cut."""
    clean = picture.convert("RGBA")
    alpha = clean.getchannel("A")
    solid = alpha.filter(ImageFilter.MinFilter(3)).point([0] * SOLID + [255] * (256 - SOLID))
    clean.putalpha(Image.composite(alpha, alpha.filter(ImageFilter.GaussianBlur(GRAIN_PX)), solid))
    pixels = np.array(clean)
    from_edge = np.minimum(np.arange(len(pixels)), np.arange(len(pixels))[::-1]) / len(pixels)
    pixels[..., 3] = (pixels[..., 3] * np.clip(from_edge / FADE, 0, 1)[:, None]).astype(np.uint8)
    return Image.fromarray(pixels)


def _figure_of(exercise: Exercise) -> tuple[str, str]:
    return exercise.figure, exercise.id


def _tell_unclear(exercise: Exercise, shots: Iterable[Shot]) -> None:
    """Say how far each mistake is from the right form, and complain when nobody could see it."""
    for shot in shots:
        if shot.differs and shot.name.endswith("wrong"):
            found = shot.differs
            word = "" if found.is_clear else "  TOO SMALL: 15 degrees or 4 cm are needed"
            print(f"{exercise.id} {shot.name}: {found.angle_deg} degrees, {found.away_cm} cm{word}")


def _look(figure: Figure) -> str:
    """Changes with clothes, hair, face and colours, and with the version of the look."""
    digest = hashlib.sha256(json.dumps([VERSION, COLOURS, dict(figure.colours)], sort_keys=True).encode())
    for name in sorted(figure.fields):
        digest.update(np.round(figure.fields[name], 4).astype(np.float32).tobytes())
    return digest.hexdigest()[:16]
