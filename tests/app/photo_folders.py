"""Data folders of somebody who kept copies of photos: a check by photo of last week."""

from collections.abc import Sequence
from datetime import timedelta
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from supple.domain.checks.kept_photo import PhotoRecord
from supple.domain.checks.photo import Marking
from supple.domain.findings import Finding
from supple.domain.measurement import Measurement, Unit
from supple.domain.record import Check, CheckRecord, SelfTestRecord
from supple.domain.side import Side
from supple.services.writes import AddSelfTest, KeepPhoto
from supple.storage.database import open_history

from .photo_walk import ENDS, HIP, SIZE, knee
from .place import QUIET
from .window import now, ready_folder

PHOTO = Path(__file__).parents[1] / "data/thigh.jpg"
WAS = (200, 40, 160)
"""The colour of everything on the photo of then."""


def with_photos(folder: Path, *, sides: Sequence[Side] = (Side.LEFT, Side.LEFT)) -> Path:
    """A check a week ago with a kept photo of each of `sides`."""
    ready_folder(folder, settings=QUIET)
    taken = now() - timedelta(days=7)
    numbers = [list(sides[: place + 1]).count(side) for place, side in enumerate(sides)]
    rows = [
        CheckRecord(
            check=Check.HIP_LENGTH_EDGE,
            side=side,
            try_number=number,
            answer="back flat, camera level, marked at 24.0, and 26.0",
            finding=Finding.LIMITED,
            measured=Measurement(value=25.0, unit=Unit.DEGREES, error=5.0),
            rules_version="photo-1",
            photo_id=f"p{place}",
        )
        for place, (side, number) in enumerate(zip(sides, numbers, strict=True))
    ]
    history = open_history(folder, now=now())
    test = SelfTestRecord(self_test_id="then", taken_at=taken, checks=tuple(rows))
    history.write(AddSelfTest(self_test=test))
    for place, side in enumerate(sides):
        history.write(
            KeepPhoto(
                photo=PhotoRecord(
                    photo_id=f"p{place}",
                    self_test_id="then",
                    kept_at=taken,
                    side=side,
                    width=SIZE[0],
                    height=SIZE[1],
                    marking=Marking(hip=HIP, knee=knee(25), horizontal=ENDS),
                    pixels=photo_of_then(),
                )
            )
        )
    history.close()
    return folder


def with_two_photos(folder: Path) -> Path:
    """Both of the left hip."""
    return with_photos(folder)


def photo_of_then() -> bytes:
    """One colour with a bed and a thigh."""
    image = Image.new("RGB", SIZE, WAS)
    draw = ImageDraw.Draw(image)
    draw.rectangle((620, 560, 1180, 700), fill=(120, 90, 190))
    draw.line((HIP.x, HIP.y, knee(25).x, knee(25).y), fill=(240, 200, 180), width=40)
    out = BytesIO()
    image.save(out, "WEBP")
    return out.getvalue()
