"""The photos of the demo: pictures of the check at the edge as a camera would see them, opened and marked by hand."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from supple.app.demo.hand import DemoError, Script, Seen, Until, a_moment_later, press, press_it
from supple.app.shipped_files import read_shipped
from supple.domain.checks.photo import FEWEST_PHOTOS, Point
from supple.domain.checks.photo_run import SIDES, Said
from supple.domain.checks.photo_spots import Spot
from supple.domain.side import Side
from supple.ui.check.photo_canvas import PhotoCanvas
from supple.ui.check.photo_open_page import PhotoOpenPage
from supple.ui.figure.pictures import Pictures

FOLDER = "hip_length_edge"
SCENES = {Side.LEFT: "limited", Side.RIGHT: "below"}
"""The left thigh stays above level, the right one reaches below: as the demo answers the floor check."""
EDGE = ((0.42, 0.688), (0.94, 0.682))
"""Two places on the lower edge of the bed, as parts of width and height."""
WALL = QColor("#CFC6BC")
NOT_PACKED = 100  # of a PNG: packing one would hold the window for a twentieth of a second


@dataclass(frozen=True, slots=True)
class DemoPhoto:
    """A file, and where its points are, in its pixels."""

    path: Path
    places: Mapping[Spot, Point]


def make_photo(folder: Path, side: Side) -> DemoPhoto:
    """One of that hip, into `folder`; raises DemoError where it cannot be made."""
    scene = SCENES[side]
    anchors = json.loads(read_shipped(f":/pictures/{FOLDER}/pictures.json"))["scenes"][scene]["anchors"]
    picture = Pictures().still(FOLDER, scene, side=side)
    path = folder / f"photo-of-the-{side}-hip.png"
    if picture is None or not _on_a_wall(picture.image).save(str(path), quality=NOT_PACKED):
        raise DemoError(f"{path} cannot be written")
    drawn = picture.drawn_side.value[0].upper()
    wanted = dict(
        zip(
            (Spot.HIP, Spot.KNEE, Spot.HORIZONTAL_1, Spot.HORIZONTAL_2),
            (anchors[f"hip.{drawn}"], anchors[f"knee.{drawn}"], *EDGE),
            strict=True,
        )
    )
    width, height = picture.image.width(), picture.image.height()
    return DemoPhoto(
        path,
        {
            spot: Point((1 - x if picture.mirrored else x) * width, y * height)
            for spot, (x, y) in wanted.items()
        },
    )


def measure_hips(window: QWidget, folder: Path, keep_picture: Callable[[str], None]) -> Script:
    """From the first photo that is asked for to the result: two of each hip, each marked twice."""
    for side in SIDES:
        photo = make_photo(folder, side)
        for number in range(FEWEST_PHOTOS):
            yield Seen("Choose a file")
            press("Choose a file")
            yield Until(_dialog, "the choice of a photo")
            _choose(photo.path)
            yield Until(_Opened(window), "the photo")
            page = _open_page(window)
            for asked in (page.back_flat, page.camera_level):
                press_it(asked.button(Said.YES), "Yes")
            yield Seen("Continue")
            press("Continue")
            for then in ("Mark once more", "Done"):
                yield Until(_Marking(window), "the points of the photo")
                _mark(window, photo)
                yield Seen(then)
                if not number and then == "Mark once more":
                    yield Until(a_moment_later(), "the window to settle")
                    keep_picture(f"photo-{side}")
                press(then)
        yield Seen("Two are enough")
        press("Two are enough")
    yield Until(a_moment_later(), "what the photos showed")
    keep_picture("photo-result")
    press("Continue")


def _on_a_wall(picture: QImage) -> QImage:
    photo = QImage(picture.size(), QImage.Format.Format_RGB32)
    photo.fill(WALL)
    painter = QPainter(photo)
    painter.drawImage(QPointF(0, 0), picture)
    painter.end()
    return photo


def _dialog() -> bool:
    return isinstance(QApplication.activeModalWidget(), QFileDialog)


def _choose(path: Path) -> None:
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, QFileDialog):
        raise DemoError("the choice of a photo is gone")
    dialog.setDirectory(str(path.parent))
    field = dialog.findChild(QLineEdit)
    if field is not None:
        field.setText(str(path))
    press(dialog.labelText(QFileDialog.DialogLabel.Accept))


def _open_page(window: QWidget) -> PhotoOpenPage:
    page = window.findChild(PhotoOpenPage)
    if page is None:
        raise DemoError("the page of the photo is gone")
    return page


def _mark(window: QWidget, photo: DemoPhoto) -> None:
    """Choose each point by its number and press where it is."""
    canvas = window.findChild(PhotoCanvas)
    if canvas is None:
        raise DemoError("the photo is gone")
    for spot, place in photo.places.items():
        QTest.keyClick(canvas.handles[canvas.chosen], Qt.Key(Qt.Key.Key_1 + tuple(Spot).index(spot)))
        at = canvas.on_screen(place)
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(at.x()), round(at.y())))


class _Opened:
    """Whether the photo can be seen."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def __call__(self) -> bool:
        return _open_page(self._window).photo is not None


class _Marking:
    """Whether points can be set, and none is."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def __call__(self) -> bool:
        canvas = self._window.findChild(PhotoCanvas)
        return canvas is not None and canvas.isVisible() and canvas.spots.marking is None
