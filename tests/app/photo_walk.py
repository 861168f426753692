"""Photos of a hip, and the steps of a person who marks them in the window."""

from math import cos, radians, sin
from pathlib import Path

from PIL import Image, ImageDraw
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.app.demo.hand import press
from supple.app.program import Program
from supple.domain.checks.photo import Point
from supple.domain.checks.photo_run import Said
from supple.domain.checks.photo_spots import Spot
from supple.ui.check.photo_canvas import PhotoCanvas
from supple.ui.check.photo_marking_page import PhotoMarkingPage
from supple.ui.check.photo_open_page import PhotoOpenPage

from .place import press_all
from .places_edge import EDGE_ROW, FLOOR_ROW
from .window import sees

SIZE = (1200, 900)
HIP = Point(600, 450)
ENDS = (Point(620, 560), Point(1100, 560))
EDGE_CHECK = ("Start self-test", FLOOR_ROW, EDGE_ROW, "Continue")
PHOTO_CHECK = (*EDGE_CHECK, "I have my photos")


def knee(angle: float, *, way: int = -1) -> Point:
    """The knee of a thigh that is `angle` above level."""
    return Point(HIP.x + way * 300 * cos(radians(angle)), HIP.y - 300 * sin(radians(angle)))


def photo_of_a_thigh(path: Path, angle: float) -> Path:
    """A thigh as a line over the edge of a bed."""
    image = Image.new("RGB", SIZE, (200, 190, 180))
    draw = ImageDraw.Draw(image)
    draw.rectangle((620, 560, 1180, 700), fill=(120, 150, 190))
    end = knee(angle)
    draw.line((HIP.x, HIP.y, end.x, end.y), fill=(160, 110, 90), width=40)
    image.save(path)
    return path


def pasted(window: QWidget, *paths: Path) -> None:
    """Copied in the file manager, pasted here."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().clear()  # what lies there at the end would outlive the window system


def page_of(program: Program) -> QWidget:
    """The page that lies over the window."""
    page = program.window.full
    assert page is not None
    return page


def open_page(program: Program) -> PhotoOpenPage:
    page = page_of(program)
    assert isinstance(page, PhotoOpenPage)
    return page


def marking_page(program: Program) -> PhotoMarkingPage:
    page = page_of(program)
    assert isinstance(page, PhotoMarkingPage)
    return page


def click(canvas: PhotoCanvas, spot: Spot, place: Point) -> None:
    """Choose `spot` and press on the photo."""
    canvas.choose(spot)
    at = canvas.on_screen(place)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(at.x()), round(at.y())))


def mark(canvas: PhotoCanvas, angle: float, *, way: int = -1) -> None:
    """Place what has to be placed."""
    for spot, place in (
        (Spot.HIP, HIP),
        (Spot.KNEE, knee(angle, way=way)),
        (Spot.HORIZONTAL_1, ENDS[0]),
        (Spot.HORIZONTAL_2, ENDS[1]),
    ):
        click(canvas, spot, place)


def open_photo(program: Program, path: Path) -> PhotoOpenPage:
    """Paste it, and wait for it."""
    page = open_page(program)
    pasted(page, path)
    for _ in range(500):
        if page.photo is not None:
            return page
        QTest.qWait(20)
    raise AssertionError(f"{path} was not opened")


def answer(page: PhotoOpenPage, back: Said = Said.YES, camera: Said = Said.YES) -> None:
    page.back_flat.button(back).click()
    page.camera_level.button(camera).click()


def measure(program: Program, path: Path, angle: float, *, second: float | None = None) -> None:
    """One photo from its opening to the end of its second marking."""
    answer(open_photo(program, path))
    press("Continue")
    mark(marking_page(program).canvas, angle)
    press("Mark once more")
    mark(marking_page(program).canvas, angle if second is None else second)
    press("Done")


def to_the_edge(qtbot: QtBot, *names: str) -> None:
    """From Today to the guide at the edge, and on by pressing these."""
    press_all(qtbot, *EDGE_CHECK)
    qtbot.waitUntil(sees("Make edge and phone ready"))
    press_all(qtbot, *names)


def to_the_photo(qtbot: QtBot, program: Program) -> None:
    """From Today to the first photo."""
    press_all(qtbot, *PHOTO_CHECK)
    qtbot.waitUntil(sees("Drop photo 1 of your left hip here"))
