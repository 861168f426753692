"""Every picture an exercise can have, each in its own shade, the half of the drawn side white."""

import json
from pathlib import Path

from PySide6.QtGui import QColor, QImage

from supple.domain.exercise import Exercise
from supple.domain.side import Side
from supple.domain.turntable import TURN_SCENES, VIEWS
from supple.ui.figure.pictures import Pictures

FRAMES = 4
PAIR_SCENES = ("mistake_1_right", "mistake_1_wrong", "mistake_2_right", "mistake_2_wrong")


def all_pictures(
    folder: Path, exercise: Exercise, *, pairs: bool = True, turntable: bool = True, side: Side = Side.LEFT
) -> Pictures:
    """A root with the pictures of `exercise`, drawn with `side`; the white half is the left one of the picture."""
    loop = [f"loop_{frame:02d}" for frame in range(FRAMES)]
    scenes = [*exercise.scenes, *loop, *(PAIR_SCENES if pairs else ()), *(TURN_SCENES if turntable else ())]
    (folder / exercise.id).mkdir(parents=True)
    for place, scene in enumerate(scenes):
        image = QImage(64, 48, QImage.Format.Format_RGB32)
        image.fill(QColor(place * 4, 0, 0))
        for x in range(32):
            for y in range(48):
                image.setPixelColor(x, y, QColor("white"))
        assert image.save(str(folder / exercise.id / f"{scene}.webp"))
    facts = {
        "drawn_side": side.value,
        "scenes": {"loop": {"frames": FRAMES}} | ({"turn": {"frames": VIEWS}} if turntable else {}),
    }
    (folder / exercise.id / "pictures.json").write_text(json.dumps(facts))
    return Pictures(str(folder))
